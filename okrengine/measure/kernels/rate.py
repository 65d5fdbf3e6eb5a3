"""Shares of rows: K1, the share that meets a condition, and K3, the difference of two shares."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel, effective_rows, squared_weights
from okrengine.measure.reduction import Cells, truth


@dataclass(frozen=True)
class Rate(Kernel):
    """K1: `per`·k/n, the share of rows that meet `hit` among those that meet `of`; Wilson's interval."""

    hit: Any
    of: Any = True
    per: int = PERCENT

    def columns(self, setting: Setting) -> dict[str, Any]:  # noqa: ARG002  the contract of all kernels
        return {"hit": truth(self.hit) & truth(self.of), "of": truth(self.of)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return {
            "n": cells.count(cells.of),
            "all": cells.weigh(cells.of),
            "hits": cells.weigh(cells.hit),
            **squared_weights(cells),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        hits, every, n = found.exact("hits"), found.exact("all"), found.count("n")
        if not every:
            return Finding(n=n, numerator=hits, denominator=every, status="no_data")
        effective = effective_rows(found, every, setting)
        interval = approximate(*intervals.wilson(float(hits / every), effective), self.per)
        details = {"n_eff": Fraction(effective)} if setting.weighted else {}
        return Finding(self.per * hits / every, n, hits, every, interval, details=details)


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
            **squared_weights(cells),
        }

    def finish(self, found: Found, setting: Setting) -> Finding:
        every, n = found.exact("all"), found.count("n")
        net = found.exact("plus") - found.exact("minus")
        if not every:
            return Finding(n=n, numerator=net, denominator=every, status="no_data")
        effective = effective_rows(found, every, setting)
        shares = float(found.exact("plus") / every), float(found.exact("minus") / every)
        error = intervals.difference(*shares, effective)
        middle = float(net / every)
        interval = approximate(middle - intervals.Z * error, middle + intervals.Z * error, PERCENT)
        details = {"se": Fraction(error) * PERCENT} | ({"n_eff": Fraction(effective)} if setting.weighted else {})
        return Finding(PERCENT * net / every, n, net, every, interval, details=details)
