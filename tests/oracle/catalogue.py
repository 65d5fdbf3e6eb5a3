"""The list of what is compared: for each metric what it is asked, and the function that says what is due."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from oracle.frame import REQUIRED, Frame, World, frame
from oracle.kernels import count, rate, ratio


@dataclass(frozen=True)
class Oracle:
    """What one metric gives for the rows of one record type, for each of several options; `table` says which rows."""

    metric: str
    record: str
    compute: Callable[..., dict]
    asks: tuple[dict, ...]
    needs: str = ""
    reads: str = "window"
    window_on: str | None = None
    table: str = ""

    @property
    def rows(self) -> tuple[str, str]:
        """The type of its rows, and what they are drawn by."""
        return self.record, self.table or self.record

    def due(self, raw: list[dict], world: World, options: dict, where: dict) -> dict:
        """What the program must find."""
        table = frame(raw, self.record, world, where, self)
        table.need(REQUIRED[self.record])
        table.need(self.needs)
        found = self.compute(table, **options)
        if self.record == "totals":  # nobody knows how many rows were summed
            found |= {"least": 0, "n": None}
        return found | {"excluded": {reason: number for reason, number in table.excluded.items() if number}}


ORACLES: list[Oracle] = []


def oracle(metric: str, record: str, needs: str = "", asks: Sequence[dict] = ({},), **facts: Any) -> Callable[..., Any]:
    """Add a function from the frame and the options to what is due, for each of some metrics."""

    def add(compute: Callable[..., dict]) -> Callable[..., dict]:
        ORACLES.extend(Oracle(name, record, compute, tuple(asks), needs, **facts) for name in metric.split())
        return compute

    return add


def share(metric: str, record: str, hit: Any, needs: str = "", of: Any = (lambda _: True, "")) -> None:
    """The percent of rows that are a hit; of those that are `of` something, which must have what stands beside it."""

    @oracle(metric, record, needs)
    def compute(table: Frame) -> dict:
        table.keep(of[0])
        return rate(table.need(of[1]), hit)


def parts(metric: str, record: str, needs: str, pair: Any, per: int = 100) -> None:
    """The sum of the first of each row's two numbers over that of the second."""

    @oracle(metric, record, needs, table=needs if record == "totals" else "")
    def compute(table: Frame) -> dict:
        pairs = [pair(row) for row in table.rows]
        return ratio(sum(top for top, _ in pairs), sum(bottom for _, bottom in pairs), len(pairs), per)


def number(metric: str, record: str, key: str, of: Any = lambda _, __: True, **facts: Any) -> None:
    """How many different keys there are among the rows that are `of` the world."""

    @oracle(metric, record, **facts)
    def compute(table: Frame) -> dict:
        rows = table.keep(lambda row: of(row, table.world))
        return count(table, len({row[key] for row in rows}))
