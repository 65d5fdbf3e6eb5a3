"""The card of `okr status`: what stands in each line, and how it fits the width of a terminal."""

from okrengine.cli.card.lines import lines
from okrengine.cli.card.spoken import sentences
from okrengine.cli.card.wrapping import Line

__all__ = ["Line", "lines", "sentences"]
