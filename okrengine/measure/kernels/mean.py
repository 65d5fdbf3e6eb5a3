"""The mean of a column: K4."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, SHORT, Kernel, effective_rows, nothing, spread_of, squared_weights
from okrengine.measure.reduction import Cells, truth

_LARGEST = 10**12
"""What is smaller can be squared and summed a hundred thousand times in the narrowest decimals of an engine."""


@dataclass(frozen=True)
class Mean(Kernel):
    """K4: Σx/n over rows that meet `where`; Student's interval, none for one row. `statistic: max` is the largest x.

    With bounds, `transform` gives the mean rescaled to percent of the way from `low` to `high`, or as percent of
    `high`; `details` carry all three.
    """

    of: Any
    where: Any = True
    low: int | None = None
    high: int | None = None
    transform: Literal["none", "rescaled", "percent_of_max"] = "none"
    statistic: Literal["mean", "max"] = "mean"

    def columns(self, setting: Setting) -> dict[str, Any]:
        import ibis  # noqa: PLC0415  heavy

        x = self.of.cast("decimal(38, 10)")
        found = {"x": x, "there": x.notnull() & truth(self.where)}
        if setting.weighted:
            return found
        near = ibis.ifelse((x < _LARGEST) & (x > -_LARGEST), x, ibis.null(x.type()))
        units = near.cast("int64")
        return {**found, "units": units, "rest": (near - units).cast(SHORT)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        there = cells.there
        return {
            "n": cells.count(there),
            "all": cells.weigh(there),
            "most": cells.most(cells.x, there),
            **(_weighted(cells) if cells.setting.weighted else _plain(cells)),
            **squared_weights(cells, there),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        every, n, total = found.exact("all"), found.count("n"), found.exact("sum")
        if not every:
            return Finding(n=n, denominator=every, status="no_data", reason=nothing(found))
        if self.statistic == "max":
            return Finding(self._transformed(found.exact("most")), n)
        mean = total / every
        details: dict[str, Any] = {}
        interval = None
        effective = effective_rows(found, every, setting)
        if setting.weighted:
            details["n_eff"] = Fraction(effective)
        if effective >= 2 and not found.count("far"):  # noqa: PLR2004  one value has no spread
            spread = spread_of(mean, _squares(found) / every, effective)
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


def _plain(cells: Cells) -> dict[str, Any]:
    """Σx, and Σx² by the whole part of each x and the rest: no product has more digits than an engine keeps."""
    units, rest, there = cells.units, cells.rest, cells.there
    return {
        "sum": cells.sum(cells.x, there),
        "far": cells.count(there & units.isnull()),
        "squares": cells.sum(units.cast("decimal(38, 0)") * units, there),
        "mixed": cells.sum(units * rest, there),
        "rests": cells.sum(rest * rest, there),
    }


def _weighted(cells: Cells) -> dict[str, Any]:
    """Σwx and Σwx²; what is weighted lies on a scale, so that short decimals hold it."""
    x, there = cells.x.cast(SHORT), cells.there
    weighed = cells.weight.cast(SHORT) * x
    return {"sum": cells.sum(weighed, there), "squares": cells.sum(weighed.cast(SHORT) * x, there)}


def _squares(found: Found) -> Fraction:
    return found.exact("squares") + 2 * found.exact("mixed") + found.exact("rests")
