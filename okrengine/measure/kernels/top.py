"""What the greatest hold of the whole: K9."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any, ClassVar, Literal

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import PERCENT, Kernel
from okrengine.measure.reduction import Cells


@dataclass(frozen=True)
class TopShare(Kernel):
    """K9: 100·Σtop/Σall over rows that are ranked by `value`, the greatest first, and then by `name`.

    A row without a value has no rank. The top is so many rows (`first`) or a percentage of them (`fraction`), rounded
    up or down. With `share` the question is turned round: the percent of rows that it takes to make up that percentage
    of the sum. `listed` says how many names of the top stand in `details`.
    """

    value: Any
    name: Any
    first: int | None = None
    fraction: Decimal | None = None
    rounding: Literal["ceil", "floor"] = "ceil"
    share: Decimal | None = None
    listed: int = 0
    sampled: ClassVar[bool] = False

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002
        return {"x": self.value, "name": self.name}

    def ranks(self, cells: Cells) -> dict[str, Any]:
        x = cells.only(cells.x)
        rank = cells.number(x.desc(nulls_first=False), cells.name.asc())
        return {"rank": rank, "size": cells.whole(x.count()), "total": cells.whole(x.sum())}

    def chains(self, cells: Cells) -> dict[str, Any]:
        if self.share is None:
            return {"in_top": cells.kept(cells.x.notnull() & self._in_top(cells))}
        so_far = cells.running(cells.only(cells.x).sum(), cells.rank.asc())
        above, below = _of_hundred(self.share)
        return {"enough": cells.kept(so_far * below >= cells.total * above)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        found = {"n": cells.count(), "ranked": cells.count(cells.x.notnull()), "all": cells.sum(cells.x)}
        if self.share is not None:
            return {**found, "before": cells.least(cells.rank, cells.enough)}
        names = {f"name{i}": cells.least(cells.name, cells.in_top & (cells.rank == i)) for i in range(self.listed)}
        return {**found, "count": cells.count(cells.in_top), "held": cells.sum(cells.x, cells.in_top), **names}

    def finish(self, found: Found, setting: Setting) -> Finding:  # noqa: ARG002
        n, every = found.count("n"), found.exact("all")
        if every <= 0:
            reason = f"the {n} sum to {'zero' if not every else 'less than zero'}, which has no shares" if n else None
            status = "undefined" if every else "no_data"
            return Finding(n=n, denominator=every, status=status, reason=reason)
        if self.share is not None:
            count, ranked = Fraction(found.count("before") + 1), found.exact("ranked")
            return Finding(PERCENT * count / ranked, n, count, ranked, details={"count": count})
        held = found.exact("held")
        names = [name for i in range(self.listed) if (name := found.raw(f"name{i}")) is not None]
        details = {"count": found.exact("count"), "top": names or None}
        return Finding(PERCENT * held / every, n, held, every, details=details)

    def _in_top(self, cells: Cells) -> Any:
        """Whole numbers are compared: in floats, 7 % of 100 rows are eight."""
        if self.fraction is None:
            return cells.rank < self.first
        above, below = _of_hundred(self.fraction)
        most = cells.size * above
        return cells.rank * below < most if self.rounding == "ceil" else (cells.rank + 1) * below <= most


def _of_hundred(percent: Decimal) -> tuple[int, int]:
    """A percentage as a fraction of two whole numbers."""
    return (Fraction(percent) / PERCENT).as_integer_ratio()
