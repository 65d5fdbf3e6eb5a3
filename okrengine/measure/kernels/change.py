"""The change of a level: K8."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel, local_seconds
from okrengine.measure.reduction import Cells
from okrengine.quantity import Quantity

_DAY, _HOUR = 86400, 3600
_EPOCH = date(1970, 1, 1)


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
                newest = f"the newest snapshot for the {name} is of {seen}, {age} days before {due}"
                allowed = Quantity.rounded(Fraction(self.max_staleness), "d", 2)
                return f"{newest}, and `max_staleness` is {allowed}: add one nearer to that day, or raise the limit"
        return None


@dataclass(frozen=True)
class Growth(Kernel):
    """K8 of sums: 100·(current − base)/base, where current sums `of` over the window that begins at `start`.

    The base is the days `against`, the first and the last one; without them as many days right before the window as it
    has had until `end`. Both are as long, or `per_day` divides each sum by its days. `at` is the time of a row. In a
    table of totals `days` says how many days a row stands for.
    """

    of: Any
    at: Any
    start: Any
    end: Any
    against: tuple[date, date] | None = None
    per_day: bool = False
    days: Any = None
    sampled: ClassVar[bool] = False

    def columns(self, setting: Setting) -> dict[str, Any]:
        import ibis  # noqa: PLC0415  heavy

        at, start, end = (local_seconds(stamp, setting) for stamp in (self.at, self.start, self.end))
        # A change of the clocks makes a window of whole days up to an hour longer.
        lasted = ibis.greatest((end - start + _DAY - _HOUR) // _DAY, 1)
        first, after = start - lasted * _DAY, start
        if self.against is not None:
            first, after = (ibis.literal((day - _EPOCH).days * _DAY) for day in self.against)
            after += _DAY
        given = {} if self.days is None else {"days": self.days}
        return {"x": self.of, "lasted": lasted, "based": (at >= first) & (at < after), "now": at >= start, **given}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        found: dict[str, Any] = {"lasted": cells.least(cells.lasted)}
        for name, rows in (("base", cells.based), ("current", cells.now)):
            found |= {f"{name}_n": cells.count(rows), name: cells.sum(cells.x, rows)}
            if self.days is not None:
                found[f"{name}_days"] = cells.sum(cells.days, rows)
        return found

    def finish(self, found: Found, setting: Setting) -> Finding:
        rows = found.count("base_n"), found.count("current_n")
        n = None if setting.totals else sum(rows)
        if not all(rows):
            lacking = " and ".join(name for name, count in zip(("base", "window"), rows, strict=True) if not count)
            return Finding(n=n, status="no_data", reason=f"there is no row in the {lacking}" if any(rows) else None)
        base, current = found.exact("base"), found.exact("current")
        details = {"base": base, "current": current, "net": current - base}
        before, lasted = self._lengths(found)
        if said := self._complaint(base, before, lasted, setting):
            return Finding(None, n, current - base, base, None, "undefined", said, details=details)
        if self.per_day:
            base, current = base * lasted, current * before
        return Finding(PERCENT * (current - base) / base, n, current - base, base, details=details)

    def _lengths(self, found: Found) -> tuple[Fraction, Fraction]:
        """How many days the base and the window have."""
        if self.days is not None:
            return found.exact("base_days"), found.exact("current_days")
        lasted = found.exact("lasted")
        return lasted if self.against is None else Fraction((self.against[1] - self.against[0]).days + 1), lasted

    def _complaint(self, base: Fraction, before: Fraction, lasted: Fraction, setting: Setting) -> str | None:
        """Why there is no growth, None where there is."""
        if self.against is not None and self.against[1] >= setting.end:
            return f"the base ends on {self.against[1]}: it must end before the window does, which is on {setting.end}"
        if min(before, lasted) <= 0:
            return "the days do not sum to more than zero"
        if before != lasted and not self.per_day:
            return f"the base has {float(before):g} days and the window {float(lasted):g}: write `normalise: per_day`"
        if base <= 0:
            return f"the base is {'zero' if not base else 'below zero'}, so a change relative to it does not exist"
        return None


def _without(found: Finding, status: str, reason: str) -> Finding:
    return Finding(None, found.n, found.numerator, found.denominator, None, status, reason, details=found.details)
