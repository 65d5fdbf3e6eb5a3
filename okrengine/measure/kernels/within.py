"""How often something happens in time: K6."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure import intervals
from okrengine.measure.business import is_open
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel, local_seconds
from okrengine.measure.reduction import Cells, seconds, truth
from okrengine.parameters import BusinessHours

_DAY = 86400
_LAST_SECOND = _DAY - 1
"""Of a day: a limit that is a day lasts to its end."""


@dataclass(frozen=True)
class Within(Kernel):
    """K6: 100·hits/decided, the share that happened by `due`, or within `limit` seconds of it or of `start`.

    Only rows count that meet `where` and, given hours and holidays that are `outside`, did not start in these hours.
    Decided is what happened and what ran out of time; the rest is `undecided`, or with `undecided: met` kept so far.
    `denominator` may be all rows, or those that happened. An end before its start did not happen. A hit must meet
    `meets`, too.

    Where `end` is a day, so are the others, and the last day counts to its end in the project's zone. With `by_day` an
    instant at midnight there is such a day: an end that is one lies within its day, and after a start that is one a
    limit of whole days lasts to the end of the last.
    """

    end: Any
    start: Any = None
    limit: int | None = None
    due: Any = None
    denominator: Literal["due", "all", "answered"] = "due"
    undecided: Literal["exclude", "met"] = "exclude"
    meets: Any = True
    where: Any = True
    by_day: bool = False
    outside: tuple[BusinessHours, Sequence[Any]] | None = None
    sampled: ClassVar[bool] = True

    def columns(self, setting: Setting) -> dict[str, Any]:
        counts = self._counts(setting)
        happened = truth(self._happened(setting))
        hit = happened & truth(self._late(self.end, setting) <= 0) & truth(self.meets)
        decided = happened | truth(self._late(setting.as_of, setting) >= 0)
        if self.undecided == "met":
            return {"hit": (hit | ~decided) & counts, "decided": counts, "waiting": truth(condition=False)}
        below = {"due": decided, "all": truth(condition=True), "answered": happened}[self.denominator] & counts
        return {"hit": hit & below, "decided": below, "waiting": ~decided & counts & (self.denominator == "due")}

    def losses(self, setting: Setting) -> Mapping[str, Any]:
        counts = self._counts(setting)
        return {reason: counts & truth(condition) for reason, condition in self.excluded.items()}

    def _counts(self, setting: Setting) -> Any:
        counts = truth(self.where)
        if self.outside is None:
            return counts
        return counts & ~is_open(local_seconds(self.start, setting), *self.outside)

    def _happened(self, setting: Setting) -> Any:
        import ibis  # noqa: PLC0415  heavy

        if self.start is None:
            return self.end.notnull()
        if not self.by_day:
            return self.end >= self.start
        start, end = local_seconds(self.start, setting), local_seconds(self.end, setting)
        return ibis.ifelse(end % _DAY == 0, end // _DAY >= start // _DAY, self.end >= self.start)

    def _late(self, stamp: Any, setting: Setting) -> Any:
        """How many seconds a stamp lies after the last one that is in time."""
        import ibis  # noqa: PLC0415  heavy

        since, limit = self.start if self.due is None else self.due, self.limit or 0
        if since.type().is_date():
            return local_seconds(stamp, setting) - seconds(since) - limit - _LAST_SECOND
        late = seconds(stamp) - seconds(since) - limit
        if not self.by_day or self.limit is None or limit % _DAY:
            return late
        start, end = local_seconds(since, setting), local_seconds(stamp, setting)
        return ibis.ifelse(start % _DAY == 0, end - start - limit - _LAST_SECOND, late)

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
