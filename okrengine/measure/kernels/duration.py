"""How long something takes: K5."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure import intervals
from okrengine.measure.business import clock_of
from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel, spread_of
from okrengine.measure.reduction import Cells, truth

_HALF = 50
_LOG_HALF = math.log(0.5) + 1e-9
"""The survival at which a median is reached, with a slack for logarithms that are summed."""

_GONE = 1e-300
_CALENDAR: dict[str, Any] = {"statistic": "median", "quantile": "linear", "clock": "calendar", "unanswered": "exclude"}


@dataclass(frozen=True)
class Duration(Kernel):
    """K5: the median, mean or a percentile of `end` − `start` in seconds, over rows that meet `where`.

    An empty `end` is unanswered and counted; an end before its start is `negative` and leaves, unless `negative: keep`.
    The median's interval is given by order statistics, the mean's by Student's t. How long counts is said by the
    parameters that a `timed` metric has; `options` states them for one that is not. `more` seconds are added to each.

    Lengths that were put together before, in whole seconds, are given as `took` instead; those of `running` rows count
    as they are and are named as unanswered. `beside` are further lengths, whose statistic stands in `details`.
    """

    start: Any = None
    end: Any = None
    negative: Literal["exclude", "keep"] = "exclude"
    options: Mapping[str, Any] | None = None
    more: int = 0
    where: Any = True
    took: Any = None
    running: Any = False
    beside: Mapping[str, Any] = field(default_factory=dict)
    by_kind: ClassVar[bool] = True

    def columns(self, setting: Setting) -> dict[str, Any]:
        import ibis  # noqa: PLC0415  heavy

        timing, counts = self._timing(setting), truth(self.where)
        if self.took is None:
            clock = clock_of(timing, setting.zone)
            took, waits = (clock(end) - clock(self.start) + self.more for end in (self.end, setting.as_of))
            found = {"took": took, "lasted": ibis.coalesce(took, waits)}
            waiting = self.end.isnull()
        else:
            waiting = truth(self.running)
            ended = ~waiting if timing["unanswered"] == "censor" else truth(condition=True)
            found = {"took": ibis.ifelse(ended, self.took, ibis.null("int64")), "lasted": self.took}
        found |= {f"took_{name}": column for name, column in self.beside.items()}
        if self.where is not True:
            found = {name: ibis.ifelse(counts, column, ibis.null("int64")) for name, column in found.items()}
        if self.took is None and self.negative == "exclude":
            found["out_negative"] = truth(self.end < self.start) & counts
        return {**found, "open": waiting & counts}

    def ranks(self, cells: Cells) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name in ("", *self._beside):
            took = cells.only(getattr(cells, f"took{name}"))
            size = cells.whole(cells.every(took.notnull()))
            found |= {f"rank{name}": cells.number(took.asc()), f"size{name}": size}
        lasted = cells.only(cells.lasted)
        line = cells.number(lasted.asc(), cells.open.asc())
        return {**found, "stayed": lasted, "line": line, "risk": cells.whole(cells.every(lasted.notnull()))}

    def chains(self, cells: Cells) -> dict[str, Any]:
        """The logarithm of the share that still waits after a row (Kaplan and Meier 1958), ties ended first."""
        import ibis  # noqa: PLC0415  heavy

        left = (cells.risk - cells.line).cast("float64")
        step = ibis.greatest((left - cells.rows) / ibis.greatest(left, 1.0), _GONE).ln()
        ended = cells.kept(~cells.open)
        return {"lived": cells.running(ibis.ifelse(ended, step, 0.0).sum(), cells.line.asc())}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        n, rank, after = cells.size, cells.rank, cells.rank + cells.rows
        k = ((n + 1 - intervals.Z * n.cast("float64").sqrt()) / 2).floor()
        found = {
            "open": cells.count(cells.open),
            "low": cells.least(cells.took, (rank <= k - 1) & (k - 1 < after)),
            "high": cells.least(cells.took, (rank <= n - k) & (n - k < after)),
            "squares": cells.sum(cells.took.cast("decimal(38, 0)") * cells.took.cast("decimal(38, 0)")),
            "km": cells.least(cells.stayed, cells.lived <= _LOG_HALF),
        }
        for name in ("", *self._beside):
            found |= self._located(cells, name)
        return found

    def _located(self, cells: Cells, name: str) -> dict[str, Any]:
        """The lengths between which the statistic lies, and their sum."""
        took, rank, n = (getattr(cells, f"{part}{name}") for part in ("took", "rank", "size"))
        timing, after = self._timing(cells.setting), rank + cells.rows
        p = _percent(timing)
        at = (rank * 100 <= (n - 1) * p) & (after * 100 > (n - 1) * p)
        if timing["quantile"] == "discrete":
            at = (rank * 100 < n * p) & (after * 100 >= n * p)
        return {
            f"n{name}": cells.count(took.notnull()),
            f"at{name}": cells.least(took, at),
            f"next{name}": cells.least(took, ((after - 1) * 100 > (n - 1) * p) & ((rank - 1) * 100 <= (n - 1) * p)),
            f"sum{name}": cells.sum(took),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        timing, n, waiting = self._timing(setting), found.count("n"), found.count("open")
        km, every = found.maybe("km"), Fraction(n)
        details: dict[str, Any] = {"unanswered": waiting, "km_median": km}
        details |= {name.removeprefix("_"): _typical(found, timing, name) for name in self._beside}
        if timing["unanswered"] == "censor":
            return _censored(n + waiting, km, waiting, details)
        if not n:
            return Finding(n=0, denominator=Fraction(0), status="no_data", details=details)
        value, mean = _typical(found, timing, ""), found.exact("sum") / n
        details["mean"] = mean
        if timing["statistic"] == "mean":
            interval = self._student(mean, found.exact("squares") / n, n)
            return Finding(mean, n, found.exact("sum"), every, interval, details=details)
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

    @property
    def _beside(self) -> tuple[str, ...]:
        """What the columns of each further length end in."""
        return tuple(f"_{name}" for name in self.beside)

    def _timing(self, setting: Setting) -> Mapping[str, Any]:
        return {**_CALENDAR, **setting.parameters, **(self.options or {})}


def _percent(timing: Mapping[str, Any]) -> int:
    """The percentile; a mean has its median beside it."""
    statistic = timing["statistic"]
    return int(statistic[1:]) if statistic[1:].isdigit() else _HALF


def _typical(found: Found, timing: Mapping[str, Any], name: str) -> Fraction | None:
    """The statistic of the lengths whose columns end in `name`, None where there are none."""
    n = found.count(f"n{name}")
    if not n:
        return None
    if timing["statistic"] == "mean":
        return found.exact(f"sum{name}") / n
    at, after = found.exact(f"at{name}"), found.maybe(f"next{name}")
    if timing["quantile"] == "discrete" or after is None:
        return at
    return at + (after - at) * (Fraction((n - 1) * _percent(timing), PERCENT) % 1)


def _censored(n: int, km: Fraction | None, waiting: int, details: Mapping[str, Any]) -> Finding:
    if not n:
        return Finding(n=0, denominator=Fraction(0), status="no_data", details=details)
    if km is None:
        reason = f"{waiting} of {n} are still open and more than half have lasted longer than anything that ended"
        return Finding(None, n, None, Fraction(n), status="not_reached", reason=reason, details=details)
    return Finding(km, n, None, Fraction(n), details=details)
