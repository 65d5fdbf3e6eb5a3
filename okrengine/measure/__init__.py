"""Objectives to readings: the only room that knows the engine."""
