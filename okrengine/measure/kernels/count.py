"""A number of rows, of distinct keys, or a sum: K7."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from typing import Any, ClassVar

from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.kernels.kernel import Kernel
from okrengine.measure.reduction import Cells, truth


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
