"""A ratio of sums: K2."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel, nothing
from okrengine.measure.reduction import Cells, truth


@dataclass(frozen=True)
class Ratio(Kernel):
    """K2: `per`·Σover/Σunder over rows that meet `where`, a ratio of sums and never a mean of ratios.

    `interval: poisson` gives the exact interval of Σover where that is a count. Where no row states `over` there is no
    value, since nothing known is not zero; below zero under the line it is undefined.
    """

    over: Any
    under: Any
    per: int = PERCENT
    interval: Literal["none", "poisson"] = "none"
    where: Any = True

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        return {"over": self.over, "under": self.under, "there": truth(self.where)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        there = cells.there
        return {
            "n": cells.count(there),
            "over": cells.sum(cells.over, there),
            "under": cells.sum(cells.under, there),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        over, under = found.maybe("over"), found.exact("under")
        n = None if setting.totals else found.count("n")
        status, reason = _lack(over, under, found)
        if over is None or status:
            above = found.exact("over")
            return Finding(n=n, numerator=above, denominator=under, status=status, reason=reason)
        interval = None
        if self.interval == "poisson" and over >= 0 and over.denominator == 1:
            interval = approximate(*intervals.poisson(float(over)), self.per / under)
        return Finding(self.per * over / under, n, over, under, interval)


def _lack(over: Fraction | None, under: Fraction, found: Found) -> tuple[str, str | None]:
    """The status of a ratio that does not exist, and why."""
    if under < 0:
        return "undefined", "what stands below the line sums to less than zero"
    if not under:
        return "no_data", nothing(found)
    return ("no_data", "no row states what stands above the line") if over is None else ("", None)
