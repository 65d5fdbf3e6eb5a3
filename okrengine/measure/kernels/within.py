"""How often something happens in time: K6."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from datetime import UTC
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells, seconds, truth
from okrengine.measure.windows import Stretch

_LAST_SECOND = 86399
"""Of a day: a limit that is a day lasts to its end."""


@dataclass(frozen=True)
class Within(Kernel):
    """K6: 100·hits/decided, the share that happened by `due`, or within `limit` seconds of it or of `start`.

    Decided is what happened and what ran out of time; the rest is `undecided`, or with `undecided: met` kept so far.
    `denominator` may be all rows, or those that happened. An end before its start did not happen. A hit must meet
    `meets`, too. Where `end` is a day, so are the others, and the last day counts to its end in the project's zone.
    """

    end: Any
    start: Any = None
    limit: int | None = None
    due: Any = None
    denominator: Literal["due", "all", "answered"] = "due"
    undecided: Literal["exclude", "met"] = "exclude"
    meets: Any = True
    sampled: ClassVar[bool] = True

    def columns(self, setting: Setting) -> dict[str, Any]:
        days = self.end.type().is_date()
        deadline = seconds(self.start if self.due is None else self.due) + (self.limit or 0) + days * _LAST_SECOND
        now = _wall_clock(setting.stretch) if days else seconds(setting.as_of)
        happened = truth(self.end.notnull() if self.start is None else self.end >= self.start)
        hit = happened & truth(seconds(self.end) <= deadline) & truth(self.meets)
        decided = happened | truth(deadline <= now)
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


def _wall_clock(stretch: Stretch) -> int:
    """The instant of asking as `seconds` counts days: on the project's wall clock."""
    return int(stretch.local(stretch.as_of).replace(tzinfo=UTC).timestamp())
