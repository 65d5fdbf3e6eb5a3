"""The mean of a column: K4."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel, effective_rows, spread_of, squared_weights
from okrengine.measure.reduction import SQUARES, Cells, truth


@dataclass(frozen=True)
class Mean(Kernel):
    """K4: Σx/n over rows that meet `where`; Student's interval, none for one row.

    With bounds, `transform` gives the mean rescaled to percent of the way from `low` to `high`, or as percent of
    `high`; `details` carry all three.
    """

    of: Any
    where: Any = True
    low: int | None = None
    high: int | None = None
    transform: Literal["none", "rescaled", "percent_of_max"] = "none"

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        return {"x": self.of.cast("decimal(38, 10)"), "there": self.of.notnull() & truth(self.where)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        weighted = (cells.weight * cells.x).cast(SQUARES) if cells.setting.weighted else cells.x
        return {
            "n": cells.count(cells.there),
            "all": cells.weigh(cells.there),
            "sum": cells.sum(weighted, cells.there),
            "squares": cells.sum((weighted * cells.x).cast(SQUARES), cells.there),
            **squared_weights(cells),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        every, n, total = found.exact("all"), found.count("n"), found.exact("sum")
        if not every:
            return Finding(n=n, denominator=every, status="no_data")
        mean = total / every
        effective = effective_rows(found, every, setting)
        details: dict[str, Any] = {"n_eff": Fraction(effective)} if setting.weighted else {}
        interval = None
        if effective > 1:
            spread = spread_of(mean, found.exact("squares") / every, effective)
            half = Fraction(intervals.student(effective - 1) * spread / math.sqrt(effective))
            details["sd"] = Fraction(spread)
            interval = (self._transformed(mean - half), self._transformed(mean + half))
        if self.low is not None and self.high is not None:
            details |= {"mean": mean, "rescaled": self._rescaled(mean), "percent_of_max": self._of_most(mean)}
        return Finding(self._transformed(mean), n, total, every, interval, details=details)

    def _transformed(self, mean: Fraction) -> Fraction:
        if self.transform == "rescaled":
            return self._rescaled(mean)
        return self._of_most(mean) if self.transform == "percent_of_max" else mean

    def _rescaled(self, mean: Fraction) -> Fraction:
        low, high = self.low or 0, self.high or 0
        return PERCENT * (mean - low) / (high - low)

    def _of_most(self, mean: Fraction) -> Fraction:
        return PERCENT * mean / (self.high or 1)
