"""A ratio of sums: K2."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells, truth


@dataclass(frozen=True)
class Ratio(Kernel):
    """K2: `per`·Σover/Σunder of the rows that meet `of`, a ratio of sums and never a mean of ratios.

    `interval: poisson` is for a sum above the line that is a count.
    """

    over: Any
    under: Any
    per: int = PERCENT
    interval: Literal["none", "poisson"] = "none"
    of: Any = True

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        return {"over": self.over, "under": self.under, "of": truth(self.of)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        over, under = (cells.sum(column, cells.of) for column in (cells.over, cells.under))
        return {"n": cells.count(cells.of), "over": over, "under": under}

    def finish(self, found: Found, setting: Setting) -> Finding:
        over, under = found.exact("over"), found.exact("under")
        n = None if setting.totals else found.count("n")
        if not under:
            reason = "what stands below the line sums to zero" if found.count("n") else None
            return Finding(n=n, numerator=over, denominator=under, status="no_data", reason=reason)
        interval = None
        if self.interval == "poisson" and over >= 0:
            interval = approximate(*intervals.poisson(float(over)), self.per / under)
        return Finding(self.per * over / under, n, over, under, interval)
