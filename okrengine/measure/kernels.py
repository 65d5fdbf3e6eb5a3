"""The kernels: how a metric's counts become a value. Shares, ratios, net shares, means, counts and changes.

A kernel holds expressions over one table. It lays them out as flat columns, reduces those to a handful of whole numbers
and decimals, and finishes in plain Python with exact arithmetic. Importing this module imports no engine.
"""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

import math
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.reduction import SQUARES, Cells, truth

PERCENT = 100


@dataclass(frozen=True, kw_only=True)
class Kernel(ABC):
    """What all kernels have: named conditions that are counted (`details`), and those whose rows leave (`excluded`)."""

    details: Mapping[str, Any] = field(default_factory=dict)
    excluded: Mapping[str, Any] = field(default_factory=dict)
    sampled: ClassVar[bool] = True

    @abstractmethod
    def columns(self, setting: Setting) -> dict[str, Any]:
        """The flat columns that the reductions need."""

    def ranks(self, cells: Cells) -> dict[str, Any]:  # noqa: ARG002  a kernel of order statistics uses it
        """Window columns over the flat ones."""
        return {}

    def chains(self, cells: Cells) -> dict[str, Any]:  # noqa: ARG002
        """Window columns over those of `ranks`."""
        return {}

    @abstractmethod
    def reduce(self, cells: Cells) -> dict[str, Any]:
        """The reductions over the flat columns."""

    @abstractmethod
    def finish(self, found: Found, setting: Setting) -> Finding:
        """The value, from the reduced numbers."""


@dataclass(frozen=True)
class Rate(Kernel):
    """K1: `per`·k/n, the share of rows that meet `hit` among those that meet `of`; Wilson's interval."""

    hit: Any
    of: Any = True
    per: int = PERCENT

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002  the contract of all kernels
        return {"hit": truth(self.hit) & truth(self.of), "of": truth(self.of)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return {"n": cells.count(cells.of), "all": cells.weigh(cells.of), "hits": cells.weigh(cells.hit), **_w2(cells)}

    def finish(self, found: Found, setting: Setting) -> Finding:
        hits, every, n = found.exact("hits"), found.exact("all"), found.count("n")
        if not every:
            return Finding(n=n, numerator=hits, denominator=every, status="no_data")
        effective = _effective(found, every, setting)
        interval = approximate(*intervals.wilson(float(hits / every), effective), self.per)
        details = {"n_eff": Fraction(effective)} if setting.weighted else {}
        return Finding(self.per * hits / every, n, hits, every, interval, details=details)


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


@dataclass(frozen=True)
class NetShare(Kernel):
    """K3: 100·(p − d)/n, the percent that meet `plus` less the percent that meet `minus`; normal interval."""

    plus: Any
    minus: Any
    of: Any = True

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        of = truth(self.of)
        return {"plus": truth(self.plus) & of, "minus": truth(self.minus) & of, "of": of}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return {
            "n": cells.count(cells.of),
            "all": cells.weigh(cells.of),
            "plus": cells.weigh(cells.plus),
            "minus": cells.weigh(cells.minus),
            **_w2(cells),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        every, n = found.exact("all"), found.count("n")
        net = found.exact("plus") - found.exact("minus")
        if not every:
            return Finding(n=n, numerator=net, denominator=every, status="no_data")
        effective = _effective(found, every, setting)
        shares = float(found.exact("plus") / every), float(found.exact("minus") / every)
        error = intervals.difference(*shares, effective)
        middle = float(net / every)
        interval = approximate(middle - intervals.Z * error, middle + intervals.Z * error, PERCENT)
        details = {"se": Fraction(error) * PERCENT} | ({"n_eff": Fraction(effective)} if setting.weighted else {})
        return Finding(PERCENT * net / every, n, net, every, interval, details=details)


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
            **_w2(cells),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        every, n, total = found.exact("all"), found.count("n"), found.exact("sum")
        if not every:
            return Finding(n=n, denominator=every, status="no_data")
        mean = total / every
        effective = _effective(found, every, setting)
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


@dataclass(frozen=True)
class Count(Kernel):
    """K7: rows that meet `where`, or their distinct keys, or the sum of a column. Zero is a value where rows exist."""

    where: Any = True
    distinct: Any = None
    total: Any = None
    sampled: ClassVar[bool] = False

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        given = {"key": self.distinct, "x": self.total}
        return {"where": truth(self.where)} | {name: column for name, column in given.items() if column is not None}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        found = {"n": cells.count(cells.where)}
        if self.distinct is not None:
            found["count"] = cells.distinct(cells.key, cells.where)
        if self.total is not None:
            found["count"] = cells.sum(cells.x, cells.where)
        return found

    def finish(self, found: Found, setting: Setting) -> Finding:
        if not setting.rows:
            return Finding(n=0, status="no_data")
        counted = "n" if self.distinct is None and self.total is None else "count"
        return Finding(found.exact(counted), found.count("n"))


@dataclass(frozen=True)
class Change(Kernel):
    """K8: 100·(current − base)/base of two levels, summed over the rows of the table.

    `base_at` and `current_at` are the days on which the levels were seen: one that is more than `max_staleness`
    seconds before its end of the window makes the value stale.
    """

    base: Any
    current: Any
    base_at: Any = None
    current_at: Any = None
    max_staleness: int | None = None
    sampled: ClassVar[bool] = False

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        given = {"base_at": self.base_at, "current_at": self.current_at}
        return {"base": self.base, "current": self.current} | {k: v for k, v in given.items() if v is not None}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        found = {
            "n": cells.count(),
            "based": cells.count(cells.base.notnull()),
            "seen": cells.count(cells.current.notnull()),
            "base": cells.sum(cells.base),
            "current": cells.sum(cells.current),
        }
        if self.base_at is not None:
            found |= {"base_at": cells.least(cells.base_at), "current_at": cells.least(cells.current_at)}
        return found

    def finish(self, found: Found, setting: Setting) -> Finding:
        n, base, current = found.count("n"), found.exact("base"), found.exact("current")
        lacking = n - min(found.count("based"), found.count("seen"))
        if not n or lacking:
            reason = f"{lacking} of {n} have no level on or before one end of the window" if n else None
            return Finding(n=n, status="no_data", reason=reason)
        details: dict[str, Any] = {"base": base, "current": current, "net": current - base}
        result = Finding(None, n, current - base, base, details=details)
        if self.base_at is not None:
            seen = {"base_at": found.raw("base_at"), "current_at": found.raw("current_at")}
            details |= {name: day.isoformat() for name, day in seen.items()}
            if said := self._stale(seen["base_at"], seen["current_at"], setting):
                return _without(result, "stale", said)
        if not base:
            return _without(result, "undefined", "the base is zero, so a change relative to it does not exist")
        return Finding(PERCENT * (current - base) / base, n, current - base, base, details=details)

    def _stale(self, base_at: date, current_at: date, setting: Setting) -> str | None:
        for name, seen, due in (("base", base_at, setting.start), ("current", current_at, setting.end)):
            age = (due - seen).days
            if self.max_staleness is not None and age * 86400 > self.max_staleness:
                allowed = self.max_staleness // 86400
                return (
                    f"the {name} level was seen on {seen}, {age} days before {due}; at most {allowed} days are allowed"
                )
        return None


def spread_of(mean: Fraction, square: Fraction, n: float) -> float:
    """The sample's standard deviation from the mean and the mean of squares."""
    variance = max(square - mean * mean, Fraction(0))
    return math.sqrt(float(variance) * n / (n - 1))


def _without(found: Finding, status: str, reason: str) -> Finding:
    return Finding(None, found.n, found.numerator, found.denominator, None, status, reason, details=found.details)


def _w2(cells: Cells) -> dict[str, Any]:
    """The sum of squared weights, for the effective number of rows."""
    return {"w2": cells.sum((cells.weight * cells.weight).cast(SQUARES))} if cells.setting.weighted else {}


def _effective(found: Found, every: Fraction, setting: Setting) -> float:
    """The number of rows that an interval stands on: (Σw)²/Σw² for weighted ones (Kish 1965)."""
    return float(every * every / found.exact("w2")) if setting.weighted else float(every)
