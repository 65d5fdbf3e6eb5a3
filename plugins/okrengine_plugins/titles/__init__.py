"""Titles as people write them, in English and Thai: their words, and the numbers, units and pairs in them."""
