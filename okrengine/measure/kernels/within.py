"""How often something happens in time: K6."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells, seconds, truth


@dataclass(frozen=True)
class Within(Kernel):
    """K6: 100·hits/decided, the share that happened within `limit` seconds of `start`, or by the instant `due`.

    Decided is what happened and what ran out of time; the rest is `undecided`, or with `undecided: met` kept so far.
    `denominator` may be all rows, or those that happened. An end before its start did not happen.
    """

    end: Any
    start: Any = None
    limit: int | None = None
    due: Any = None
    denominator: Literal["due", "all", "answered"] = "due"
    undecided: Literal["exclude", "met"] = "exclude"
    sampled: ClassVar[bool] = True

    def columns(self, setting: Setting) -> dict[str, Any]:
        deadline = seconds(self.due) if self.limit is None else seconds(self.start) + self.limit
        happened = truth(self.end.notnull() if self.start is None else self.end >= self.start)
        hit = happened & truth(seconds(self.end) <= deadline)
        decided = happened | truth(seconds(setting.as_of) >= deadline)
        if self.undecided == "met":
            return {"hit": hit | ~decided, "decided": truth(condition=True), "waiting": truth(condition=False)}
        below = {"due": decided, "all": truth(condition=True), "answered": happened}[self.denominator]
        return {"hit": hit & below, "decided": below, "waiting": ~decided & (self.denominator == "due")}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return {
            "n": cells.count(cells.decided),
            "hits": cells.count(cells.hit),
            "undecided": cells.count(cells.waiting),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:  # noqa: ARG002  the contract of all kernels
        n, hits, waiting = found.count("n"), found.exact("hits"), found.count("undecided")
        excluded = {"undecided": waiting} if waiting else {}
        if not n:
            return Finding(n=0, numerator=hits, denominator=Fraction(0), status="no_data", excluded=excluded)
        interval = approximate(*intervals.wilson(float(hits / n), n), PERCENT)
        return Finding(PERCENT * hits / n, n, hits, Fraction(n), interval, excluded=excluded)
