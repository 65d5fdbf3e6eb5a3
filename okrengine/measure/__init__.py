"""Objectives to readings: the only room that knows the engine."""

from okrengine.measure.asking import Ask
from okrengine.measure.measuring import measure

__all__ = ["Ask", "measure"]
