"""A ratio of sums: K2."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells


@dataclass(frozen=True)
class Ratio(Kernel):
    """K2: `per`·Σover/Σunder, a ratio of sums and never a mean of ratios; `interval: poisson` where over is a count."""

    over: Any
    under: Any
    per: int = PERCENT
    interval: Literal["none", "poisson"] = "none"

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        return {"over": self.over, "under": self.under}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return {"n": cells.count(), "over": cells.sum(cells.over), "under": cells.sum(cells.under)}

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
