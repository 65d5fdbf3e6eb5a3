"""The change of a level: K8."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells


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


def _without(found: Finding, status: str, reason: str) -> Finding:
    return Finding(None, found.n, found.numerator, found.denominator, None, status, reason, details=found.details)
