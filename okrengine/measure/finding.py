"""What a kernel makes of reduced numbers: a value with its sample, its interval and its parts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrengine.errors import SourceError
from okrengine.measure.windows import Stretch


@dataclass(frozen=True)
class Finding:
    """A value in base units, exact, or the status that says why there is none."""

    value: Fraction | None = None
    n: int | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    interval: tuple[Fraction, Fraction] | None = None
    status: str = "ok"
    reason: str | None = None
    excluded: Mapping[str, int] = field(default_factory=dict)
    details: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Setting:
    """What the core knows and a kernel may ask.

    `as_of` is an expression, `zone` turns instants into wall clocks, `parameters` are all bound ones, `rows` the number
    of rows that the source held at that instant, `lost` how many of them left, `start` and `end` the days on which the
    window begins and closes.
    """

    stretch: Stretch
    as_of: Any
    zone: Any
    parameters: Mapping[str, Any]
    rows: int
    start: date
    end: date
    weighted: bool = False
    totals: bool = False
    lost: int = 0


class Found:
    """The reduced numbers of one kernel, by name: whole numbers and decimals as exact fractions."""

    def __init__(self, numbers: Mapping[str, Any]) -> None:
        self._numbers = numbers

    def raw(self, name: str) -> Any:
        """A reduced value as the engine gave it, None where there was no row."""
        return self._numbers.get(name)

    def count(self, name: str) -> int:
        """A number of rows."""
        return int(self._numbers.get(name) or 0)

    def exact(self, name: str) -> Fraction:
        """A sum; no rows sum to zero."""
        found = self.maybe(name)
        return Fraction(0) if found is None else found

    def maybe(self, name: str) -> Fraction | None:
        """A number, None where there was no row. Raises `SourceError` for one that is not finite."""
        found = self._numbers.get(name)
        if found is None:
            return None
        if isinstance(found, Decimal) and found.is_finite():
            return Fraction(found)
        if isinstance(found, int | Fraction):
            return Fraction(found)
        raise SourceError(f"the engine gave `{found}` where a whole number or a decimal is due")


def approximate(low: float, high: float, scale: Fraction | int = 1) -> tuple[Fraction, Fraction]:
    """An interval computed in floats, as the fractions that they are."""
    return Fraction(low) * scale, Fraction(high) * scale
