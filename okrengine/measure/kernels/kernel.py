"""What all kernels have in common: expressions in, flat columns, reductions, and a value out of them."""

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.reduction import Cells, seconds

PERCENT = 100
SHORT = "decimal(19, 10)"
"""Half of the 38 digits that an engine has: the product of two is exact, and the sum of many such products."""


@dataclass(frozen=True, kw_only=True)
class Kernel(ABC):
    """What all kernels have: named conditions that are counted (`details`), and those whose rows leave (`excluded`).

    `by_kind` says that rows of one kind are counted first, where order is what costs most.
    """

    details: Mapping[str, Any] = field(default_factory=dict)
    excluded: Mapping[str, Any] = field(default_factory=dict)
    sampled: ClassVar[bool] = True
    by_kind: ClassVar[bool] = False

    @abstractmethod
    def columns(self, setting: Setting) -> dict[str, Any]:
        """The flat columns that the reductions need."""

    def ranks(self, cells: Cells) -> dict[str, Any]:  # noqa: ARG002  a kernel of order statistics uses it
        """Window columns over the flat ones."""
        return {}

    def chains(self, cells: Cells) -> dict[str, Any]:  # noqa: ARG002
        """Window columns over those of `ranks`."""
        return {}

    def losses(self, setting: Setting) -> Mapping[str, Any]:  # noqa: ARG002  a kernel of some rows only uses it
        """The conditions whose rows leave, by reason."""
        return self.excluded

    @abstractmethod
    def reduce(self, cells: Cells) -> dict[str, Any]:
        """The reductions over the flat columns."""

    @abstractmethod
    def finish(self, found: Found, setting: Setting) -> Finding:
        """The value, from the reduced numbers."""


def spread_of(mean: Fraction, square: Fraction, n: float) -> float:
    """The sample's standard deviation from the mean and the mean of squares."""
    variance = max(square - mean * mean, Fraction(0))
    return math.sqrt(float(variance) * n / (n - 1))


def squared_weights(cells: Cells, condition: Any) -> dict[str, Any]:
    """The sum of squared weights of rows that meet the condition, for the effective number of them."""
    if not cells.setting.weighted:
        return {}
    weight = cells.weight.cast(SHORT)
    return {"w2": cells.sum(weight * weight, condition)}


def effective_rows(found: Found, every: Fraction, setting: Setting) -> float:
    """The number of rows that an interval stands on: (Σw)²/Σw² for weighted ones (Kish 1965)."""
    return float(every * every / found.exact("w2")) if setting.weighted else float(every)


def nothing(found: Found) -> str | None:
    """Why nothing stands below the line where there are rows: their weights, or the sums that were given, are zero."""
    return "what stands below the line sums to zero" if found.count("n") else None


def local_seconds(stamp: Any, setting: Setting) -> Any:
    """Seconds on the project's wall clock, of instants or of days."""
    return seconds(stamp if stamp.type().is_date() else setting.zone.local(stamp))
