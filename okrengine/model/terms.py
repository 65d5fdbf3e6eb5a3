"""The words and stretches of time that everything else is made of."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["aspirational", "committed"]
Status: TypeAlias = Literal[
    "achieved", "on_track", "at_risk", "off_track", "stale", "no_data", "low_sample", "baselining", "closed"
]
Outcome: TypeAlias = Literal["achieved", "missed", "dropped", "not_measured"]
"""The word of a verdict."""
Missing: TypeAlias = Literal["no_data", "not_reached", "undefined", "stale", "source_failed", "not_stated"]

MANUAL = "manual"
"""The metric of a key result whose value a person states at the check-in."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A stretch of time that objectives are promised for; both days belong to it."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time between two instants, the end excluded."""

    start: datetime
    end: datetime
