"""How long something takes: K5."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal

from okrengine.measure import intervals
from okrengine.measure.business import open_seconds
from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel, spread_of
from okrengine.measure.reduction import Cells, seconds, truth

_HALF = 50
_LOG_HALF = math.log(0.5) + 1e-9
"""The survival at which a median is reached, with a slack for logarithms that are summed."""

_GONE = 1e-300
_CALENDAR: dict[str, Any] = {"statistic": "median", "quantile": "linear", "clock": "calendar", "unanswered": "exclude"}


@dataclass(frozen=True)
class Duration(Kernel):
    """K5: the median, mean or a percentile of `end` − `start` in seconds.

    An empty `end` is unanswered and counted; an end before its start is `negative` and leaves, unless `negative: keep`.
    The median's interval is given by order statistics, the mean's by Student's t. How long counts is said by the
    parameters that a `timed` metric has; `options` states them for one that is not. `more` seconds are added to each.
    """

    start: Any
    end: Any
    negative: Literal["exclude", "keep"] = "exclude"
    options: Mapping[str, Any] | None = None
    more: int = 0

    def columns(self, setting: Setting) -> dict[str, Any]:
        timing = self._timing(setting)
        clock = _clock(timing, setting)
        took, waits = (clock(end) - clock(self.start) + self.more for end in (self.end, setting.as_of))
        found = {"took": took, "waits": waits}
        if self.negative == "exclude":
            found["out_negative"] = truth(self.end < self.start)
        return {**found, "open": self.end.isnull()}

    def ranks(self, cells: Cells) -> dict[str, Any]:
        import ibis  # noqa: PLC0415  heavy

        took = cells.only(cells.took)
        lasted = cells.only(ibis.coalesce(cells.took, cells.waits))
        return {
            "rank": cells.number(took.asc()),
            "size": cells.whole(took.count()),
            "lasted": lasted,
            "line": cells.number(lasted.asc(), cells.open.asc()),
            "risk": cells.whole(lasted.count()),
        }

    def chains(self, cells: Cells) -> dict[str, Any]:
        """The logarithm of the share that still waits after a row (Kaplan and Meier 1958), ties ended first."""
        import ibis  # noqa: PLC0415  heavy

        left = (cells.risk - cells.line).cast("float64")
        step = ibis.greatest((left - 1) / ibis.greatest(left, 1.0), _GONE).ln()
        ended = cells.kept(~cells.open)
        return {"lived": cells.running(ibis.ifelse(ended, step, 0.0).sum(), cells.line.asc())}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        n, rank, timing = cells.size, cells.rank, self._timing(cells.setting)
        p = _percent(timing)
        at = (rank * 100 <= (n - 1) * p) & ((rank + 1) * 100 > (n - 1) * p)
        if timing["quantile"] == "discrete":
            at = (rank * 100 < n * p) & ((rank + 1) * 100 >= n * p)
        k = ((n + 1 - intervals.Z * n.cast("float64").sqrt()) / 2).floor()
        return {
            "n": cells.count(~cells.open),
            "open": cells.count(cells.open),
            "at": cells.least(cells.took, at),
            "next": cells.least(cells.took, (rank * 100 > (n - 1) * p) & ((rank - 1) * 100 <= (n - 1) * p)),
            "low": cells.least(cells.took, rank == k - 1),
            "high": cells.least(cells.took, rank == n - k),
            "sum": cells.sum(cells.took),
            "squares": cells.sum(cells.took.cast("decimal(38, 0)") * cells.took.cast("decimal(38, 0)")),
            "km": cells.least(cells.lasted, cells.lived <= _LOG_HALF),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        timing, n, waiting = self._timing(setting), found.count("n"), found.count("open")
        km = found.maybe("km")
        details: dict[str, Any] = {"unanswered": waiting, "km_median": km}
        if timing["unanswered"] == "censor":
            return _censored(n + waiting, km, waiting)
        if not n:
            return Finding(n=0, denominator=Fraction(0), status="no_data", details=details)
        mean = found.exact("sum") / n
        details["mean"] = mean
        every = Fraction(n)
        if timing["statistic"] == "mean":
            interval = self._student(mean, found.exact("squares") / n, n)
            return Finding(mean, n, found.exact("sum"), every, interval, details=details)
        at, after = found.exact("at"), found.maybe("next")
        value = at
        if timing["quantile"] == "linear" and after is not None:
            value = at + (after - at) * (Fraction((n - 1) * _percent(timing), PERCENT) % 1)
        interval = None
        if timing["statistic"] == "median" and intervals.ranks(n):
            interval = (found.exact("low"), found.exact("high"))
        return Finding(value, n, None, every, interval, details=details)

    @staticmethod
    def _student(mean: Fraction, square: Fraction, n: int) -> tuple[Fraction, Fraction] | None:
        if n < 2:  # noqa: PLR2004  one value has no spread
            return None
        half = Fraction(intervals.student(n - 1) * spread_of(mean, square, n) / math.sqrt(n))
        return mean - half, mean + half

    def _timing(self, setting: Setting) -> Mapping[str, Any]:
        return {**_CALENDAR, **setting.parameters, **(self.options or {})}


def _clock(timing: Mapping[str, Any], setting: Setting) -> Any:
    if timing["clock"] == "calendar":
        return seconds
    hours, holidays = timing["business_hours"], timing["holidays"]
    return lambda instant: open_seconds(seconds(setting.zone.local(instant)), hours, holidays)


def _percent(timing: Mapping[str, Any]) -> int:
    """The percentile; a mean has its median beside it."""
    statistic = timing["statistic"]
    return int(statistic[1:]) if statistic[1:].isdigit() else _HALF


def _censored(n: int, km: Fraction | None, waiting: int) -> Finding:
    details = {"unanswered": waiting, "km_median": km}
    if not n:
        return Finding(n=0, denominator=Fraction(0), status="no_data", details=details)
    if km is None:
        reason = f"{waiting} of {n} are still open and more than half have lasted longer than anything that ended"
        return Finding(None, n, None, Fraction(n), status="not_reached", reason=reason, details=details)
    return Finding(km, n, None, Fraction(n), details=details)
