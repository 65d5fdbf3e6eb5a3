"""A number of rows, of distinct keys, or a sum: K7."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, ClassVar

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import Kernel
from okrengine.measure.reduction import Cells, truth


@dataclass(frozen=True)
class Count(Kernel):
    """K7: rows that meet `where`, or their distinct keys, or the sum of a column. Zero is a value where rows exist.

    A sum of rows none of which states the number is not zero but unknown, also where they left for it. `daily` is a key
    that has one row for each day: the days of the window that lack one are counted as `missing_days`, since a sum says
    nothing of them.
    """

    where: Any = True
    distinct: Any = None
    total: Any = None
    daily: Any = None
    sampled: ClassVar[bool] = False

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        given = {"key": self.distinct, "x": self.total, "daily": self.daily}
        return {"where": truth(self.where)} | {name: column for name, column in given.items() if column is not None}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        found = {"n": cells.count(cells.where)}
        if self.distinct is not None:
            found["count"] = cells.distinct(cells.key, cells.where)
        if self.total is not None:
            found["count"] = cells.sum(cells.x, cells.where)
        if self.daily is not None:
            found["series"] = cells.distinct(cells.daily, cells.where)
        return found

    def finish(self, found: Found, setting: Setting) -> Finding:
        n = found.count("n")
        if not setting.rows or (self.total is not None and setting.lost and not n):
            return Finding(n=0, status="no_data")
        if self.total is not None and n and found.maybe("count") is None:
            return Finding(n=n, status="no_data", reason=f"none of {n} rows states the number that is summed")
        details = {"missing_days": found.count("series") * _days(setting) - n} if self.daily is not None else {}
        counted = "n" if self.distinct is None and self.total is None else "count"
        return Finding(found.exact(counted), n, details=details)


def _days(setting: Setting) -> int:
    """The days of the window, until the instant of asking; one that it only touches at midnight is none of them."""
    last = setting.stretch.closing - timedelta(microseconds=1)
    return (setting.stretch.local(last).date() - setting.start).days + 1
