"""Readings to grades: exact, pure, one formula for every output."""
