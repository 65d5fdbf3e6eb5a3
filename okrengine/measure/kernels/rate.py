"""Shares of rows: K1, the share that meets a condition, and K3, the difference of two shares."""
# ruff: noqa: D102  the methods of all kernels are told once, on `Kernel`

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from okrengine.measure import intervals
from okrengine.measure.finding import Finding, Found, Setting, approximate
from okrengine.measure.kernels.kernel import PERCENT, Kernel, effective_rows, nothing, squared_weights
from okrengine.measure.reduction import Cells, truth


@dataclass(frozen=True)
class Rate(Kernel):
    """K1: `per`·k/n, the share of rows that meet `hit` among those that meet `of`; Wilson's interval.

    In a table of totals `hit` and `of` are numbers, k and n their sums. A part that is larger than its whole is
    undefined.
    """

    hit: Any
    of: Any = True
    per: int = PERCENT

    def columns(self, setting: Setting) -> dict[str, Any]:
        if setting.totals:
            return {"hit": self.hit, "of": self.of}
        return {"hit": truth(self.hit) & truth(self.of), "of": truth(self.of)}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return _whole(cells) | {"hits": _amount(cells, cells.hit)}

    def finish(self, found: Found, setting: Setting) -> Finding:
        hits, every, n = found.exact("hits"), found.exact("all"), _rows(found, setting)
        if not 0 <= hits <= every:
            return _impossible(hits, every, n)
        if not every:
            return Finding(n=n, numerator=hits, denominator=every, status="no_data", reason=nothing(found))
        effective = effective_rows(found, every, setting)
        interval = approximate(*intervals.wilson(float(hits / every), effective), self.per)
        return Finding(self.per * hits / every, n, hits, every, interval, details=_effective(effective, setting))


@dataclass(frozen=True)
class NetShare(Kernel):
    """K3: 100·(p − d)/n, the percent that meet `plus` less the percent that meet `minus`; normal interval.

    In a table of totals `plus`, `minus` and `of` are numbers that are summed.
    """

    plus: Any
    minus: Any
    of: Any = True

    def columns(self, setting: Setting) -> dict[str, Any]:
        if setting.totals:
            return {"plus": self.plus, "minus": self.minus, "of": self.of}
        of = truth(self.of)
        return {"plus": truth(self.plus) & of, "minus": truth(self.minus) & of, "of": of}

    def reduce(self, cells: Cells) -> dict[str, Any]:
        return _whole(cells) | {"plus": _amount(cells, cells.plus), "minus": _amount(cells, cells.minus)}

    def finish(self, found: Found, setting: Setting) -> Finding:
        plus, minus, every = (found.exact(name) for name in ("plus", "minus", "all"))
        net, n = plus - minus, _rows(found, setting)
        for part in (plus, minus):
            if not 0 <= part <= every:
                return _impossible(part, every, n)
        if not every:
            return Finding(n=n, numerator=net, denominator=every, status="no_data", reason=nothing(found))
        effective = effective_rows(found, every, setting)
        error = intervals.difference(float(plus / every), float(minus / every), effective)
        middle = float(net / every)
        interval = approximate(middle - intervals.Z * error, middle + intervals.Z * error, PERCENT)
        details = {"se": Fraction(error) * PERCENT} | _effective(effective, setting)
        return Finding(PERCENT * net / every, n, net, every, interval, details=details)


def _whole(cells: Cells) -> dict[str, Any]:
    """What stands below the line."""
    n = cells.count() if cells.setting.totals else cells.count(cells.of)
    return {"n": n, "all": _amount(cells, cells.of), **squared_weights(cells, cells.of)}


def _amount(cells: Cells, column: Any) -> Any:
    """How much a condition holds: the rows that meet it, or their weight; in a table of totals a sum."""
    return cells.sum(column) if cells.setting.totals else cells.weigh(column)


def _rows(found: Found, setting: Setting) -> int | None:
    """The rows behind a share; a table of totals does not say."""
    return None if setting.totals else found.count("n")


def _effective(effective: float, setting: Setting) -> dict[str, Any]:
    return {"n_eff": Fraction(effective)} if setting.weighted else {}


def _impossible(part: Fraction, every: Fraction, n: int | None) -> Finding:
    reason = f"{float(part):,.10g} of {float(every):,.10g} is no share: a part lies between 0 and its whole"
    return Finding(n=n, numerator=part, denominator=every, status="undefined", reason=reason)
