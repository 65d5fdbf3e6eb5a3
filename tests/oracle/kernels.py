"""The nine kernels in plain Python: what rows give, with exact numbers."""

import math
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from fractions import Fraction
from typing import Any

from oracle.frame import Frame, World

Z = 1.959963984540054
NO_DATA = {"value": None, "status": "no_data"}
UNDEFINED = {"value": None, "status": "undefined"}
LENGTHS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800}


def seconds(text: str) -> int:
    number, unit = text.split()
    return int(number) * LENGTHS[unit]


def length(text: str) -> timedelta:
    return timedelta(seconds=seconds(text))


def percent(text: str) -> Fraction:
    return Fraction(text.rstrip("%")) / 100


def known(rows: Iterable[Any], name: str) -> list[Any]:
    """What stands in a column, where anything does."""
    return [row[name] for row in rows if row.get(name) is not None]


def rate(rows: Iterable[Any], hit: Any, *, weighted: bool = False) -> dict:
    """K1 and K6: percent of rows that are a hit, with Wilson's interval."""
    rows = list(rows)
    weights = [row.weight if weighted else 1 for row in rows]
    k, n = sum(w for row, w in zip(rows, weights, strict=True) if hit(row)), sum(weights)
    due = {"numerator": k, "denominator": n, "n": len(rows)}
    if n == 0:
        return due | NO_DATA
    p, size = float(Fraction(k) / n), float(Fraction(n * n) / sum(w * w for w in weights))
    middle, spread = p + Z * Z / (2 * size), Z * math.sqrt(p * (1 - p) / size + Z * Z / (4 * size * size))
    low, high = ((middle + side * spread) / (1 + Z * Z / size) for side in (-1, 1))
    return due | {"value": Fraction(100) * k / n, "interval": (100 * max(low, 0.0), 100 * min(high, 1.0))}


def within(table: Frame, hit: Any, decided: Any) -> dict:
    """K6: hits of what is decided."""
    return rate(table.drop("undecided", lambda row: not decided(row)), hit)


def ratio(top: Any, bottom: Any, rows: int, per: int = 100) -> dict:
    """K2."""
    due = {"numerator": top, "denominator": bottom, "n": rows}
    if not rows or bottom == 0:
        return due | NO_DATA
    return due | (UNDEFINED if bottom < 0 else {"value": Fraction(per) * top / bottom})


def net(up: Any, down: Any, n: Any, rows: int, squares: Any = None) -> dict:
    """K3. `squares` is the sum of squared weights."""
    due = {"numerator": up - down, "denominator": n, "n": rows}
    if n == 0:
        return due | NO_DATA
    p, d, value = float(up / Fraction(n)), float(down / Fraction(n)), Fraction(100) * (up - down) / n
    se = 100 * math.sqrt(max(p + d - (p - d) ** 2, 0) / float(Fraction(n * n) / (squares or n)))
    return due | {"value": value, "se": se, "interval": (float(value) - Z * se, float(value) + Z * se)}


def mean(values: list[Any], weights: list[Any] | None = None) -> dict:
    """K4."""
    weights = weights or [1] * len(values)
    total, size = sum(v * w for v, w in zip(values, weights, strict=True)), sum(weights)
    due = {"numerator": total, "denominator": size, "n": len(values)}
    return due | ({"value": Fraction(total) / size} if size else NO_DATA)


def ranked(values: list[int], part: Fraction, kind: str) -> Fraction:
    if kind == "discrete":
        return Fraction(values[max(math.ceil(len(values) * part), 1) - 1])
    at = (len(values) - 1) * part
    low = values[math.floor(at)]
    return low + (values[math.ceil(at)] - low) * (at % 1)


def summary(values: list[Any], statistic: str = "median", quantile: str = "linear") -> dict:
    """What stands for many lengths of time."""
    values, n = sorted(values), len(values)
    if not values:
        return {"n": 0, **NO_DATA}
    if statistic == "mean":
        return {"n": n, "value": Fraction(sum(values), n)}
    if statistic != "median":
        return {"n": n, "value": ranked(values, percent(statistic[1:]), quantile)}
    k = math.floor((n + 1 - Z * math.sqrt(n)) / 2)
    interval = None if k < 1 else (values[k - 1], values[n - k])
    return {"n": n, "value": ranked(values, Fraction(1, 2), quantile), "interval": interval}


def duration(table: Frame, start: str, end: str, **asked: Any) -> dict:
    """K5: from `start` to `end`; an empty end is unanswered, one before its start negative."""
    rows = table.drop("negative", lambda row: row[end] is not None and row[end] < row[start])
    lasting = business(table.world, asked) if asked.get("clock") == "business" else calendar
    ended = [lasting(row[start], row[end]) for row in rows if row[end] is not None]
    running = [lasting(row[start], table.world.as_of) for row in rows if row[end] is None]
    found = {"unanswered": len(running), "km_median": censored(ended, running)}
    if asked.get("unanswered") != "censor":
        return found | summary(ended, asked.get("statistic", "median"), asked.get("quantile", "linear"))
    value = found.pop("km_median")
    reached = {"value": value} if value is not None else {"value": None, "status": "not_reached"}
    return found | {"n": len(rows)} | (reached if rows else NO_DATA)


def calendar(start: datetime, end: datetime) -> int:
    return math.floor(end.timestamp()) - math.floor(start.timestamp())


def censored(ended: list[int], running: list[int]) -> int | None:
    """The median of Kaplan and Meier."""
    alive = Fraction(1)
    for at in sorted(set(ended)):
        alive *= 1 - Fraction(ended.count(at), sum(t >= at for t in (*ended, *running)))
        if alive <= Fraction(1, 2):
            return at
    return None


def opened(world: World, asked: dict) -> Callable[[datetime], bool]:
    """Whether it is open at an instant, by the clock on the wall; never on holidays."""
    hours, off = asked["business_hours"], asked.get("holidays", ())
    days = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

    def is_open(instant: datetime) -> bool:
        local = instant.astimezone(world.zone)
        working = days[local.weekday()] in hours["days"] and local.date().isoformat() not in off
        return working and hours["open"] <= f"{local:%H:%M}" < hours["close"]

    return is_open


def business(world: World, asked: dict) -> Callable[[datetime, datetime], int]:
    """Open seconds between two instants, one half hour after the other: hours and changes of the clock begin at them."""
    is_open = opened(world, asked)

    def lasting(start: datetime, end: datetime) -> int:
        total, at = 0, start
        while at < end:
            after = min(end, datetime.fromtimestamp((int(at.timestamp()) // 1800 + 1) * 1800, UTC))
            total += calendar(at, after) if is_open(at) else 0
            at = after
        return total

    return lasting


def count(table: Frame, number: Any) -> dict:
    """K7."""
    return {"value": number, "n": len(table.rows), "least": 0} if table.held else {"n": 0, **NO_DATA}


def total(table: Frame, values: list[Any]) -> dict:
    """K7 of a sum: nothing is 0, unless all that is known of is that something is missing."""
    lost = sum(number for reason, number in table.excluded.items() if reason != "duplicate")
    return {"value": None, "n": 0} if lost and not values else count(table, sum(values))


def change(base: Any, current: Any) -> dict:
    """K8."""
    if base is None or current is None:
        return NO_DATA
    due = {"numerator": current - base, "denominator": base, "least": 0}
    return due | ({"value": Fraction(100) * (current - base) / base} if base else UNDEFINED)
