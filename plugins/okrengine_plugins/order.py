"""Rule: what has an order stands in it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from okrengine import (
    Example,
    Figure,
    Files,
    Finding,
    Item,
    Note,
    Quantity,
    QuantityError,
    Rule,
    figures,
    hookimpl,
)

ZONES = ("baseline", "commit", "target", "stretch")


def wrong_order(files: Files) -> Iterator[Finding]:
    """Zones, dates of a curve, limits, windows, cycles, thresholds or the ends of an interval out of order.

    What is graded between two marks has no meaning when the first lies behind the second.
    """
    yield from _settings(files)
    for item in files.key_results:
        yield from _zones(item)
        yield from _curve(item)
    for item in files.measured:
        yield from _limits(item)
        yield from _ends(item.mapping("window"))
    for top in files.said:
        yield from _check_in(top)


def _settings(files: Files) -> Iterator[Finding]:
    status, limits = files.okrengine.mapping("status"), files.settings.status
    if status is not None and "preset" not in status.data and limits.on_track > (limits.at_risk or 0):
        key = "at_risk" if status.has("at_risk") else "on_track"
        message = "`at_risk` is less than `on_track`"
        yield Finding(status.place(key), message, "so far behind is at risk only beyond what is still on track")
    cycles = files.okrengine.mapping("cycles")
    named = cycles.mapping("named") if cycles is not None else None
    for name in named.data if named is not None else ():
        yield from _ends(named.mapping(name) if named is not None else None)


def _zones(item: Item) -> Iterator[Finding]:
    """From the baseline on, each zone lies further the same way."""
    target = item.mapping("target")
    if target is None or "change" in target.data or not item.clear:
        return
    steps = sorted((one for one in figures(item) if one.name in ZONES), key=lambda one: ZONES.index(one.name))
    if len({one.quantity.dimension for one in steps}) > 1:
        return
    way = steps[-1].quantity.base - steps[0].quantity.base if steps else 0
    for first, second in pairwise(steps):
        gain = second.quantity.base - first.quantity.base
        if way and (not gain or (gain > 0) != (way > 0)):
            yield _step(first, second)


def _step(first: Figure, second: Figure) -> Finding:
    note = Note(f"{first.name} is {first.written}", first.place)
    message = f"`{second.name}` {second.written} does not lie beyond `{first.name}` {first.written}"
    return Finding(second.place, message, "from the baseline on: commit, target, stretch", (note,))


def _curve(item: Item) -> Iterator[Finding]:
    before = None
    for point in item.items("curve"):
        day = point.day("on")
        if day is not None and before is not None and day <= before:
            yield Finding(point.place("on"), f"{day} does not come after {before}", "put the dates in order")
        before = day or before


def _limits(item: Item) -> Iterator[Finding]:
    found = {one.name: one for one in figures(item)}
    low, high = found.get("at_least"), found.get("at_most")
    if low is None or high is None or low.quantity.dimension != high.quantity.dimension:
        return
    if low.quantity.base > high.quantity.base:
        note = Note(f"at least {low.written}", low.place)
        yield Finding(high.place, f"at most {high.written} is less than at least {low.written}", "swap them", (note,))


def _ends(window: Item | None) -> Iterator[Finding]:
    """`from` is not after `to`."""
    start, end = (window.text(key) if window is not None else None for key in ("from", "to"))
    if window is None or start is None or end is None:
        return
    first, last = _moment(start, window), _moment(end, window)
    if first is not None and last is not None and first > last:
        yield Finding(window.place("to"), f"{end} comes before {start}", "swap `from` and `to`")


def _moment(text: str, item: Item) -> datetime | None:
    try:
        return item.files.settings.instant(text).astimezone(UTC)
    except ValueError:
        return None


def _check_in(top: Item) -> Iterator[Finding]:
    entries = top.mapping("key_results")
    for name in entries.data if entries is not None else ():
        entry = entries.mapping(name) if entries is not None else None
        if entry is None:
            continue
        yield from _ends(entry.mapping("window"))
        pair = entry.get("interval")
        if isinstance(pair, list) and len(pair) == 2:  # noqa: PLR2004  low and high
            low, high = (_part(entry, number) for number in (0, 1))
            if low is not None and high is not None and low > high:
                yield Finding(entry.place("interval"), "the interval's low end lies above its high end", "swap them")


def _part(entry: Item, number: int) -> Fraction | None:
    end = entry.data["interval"][number]
    try:
        return Quantity.parse(end).base if isinstance(end, str | int | Decimal) else None
    except QuantityError:
        return None


SPONSORS = """\
id: sponsors
title: Local sponsors of the service day
baseline: 0
target: {commit: 3, target: 7, stretch: 10}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """312."""
    return [
        Rule(
            "OKR312",
            "wrong-order",
            "error",
            wrong_order,
            "things out of order",
            guard=True,
            mend="put them in their order, or swap the two",
            example=Example(SPONSORS.replace("target: 7", "target: 12"), SPONSORS),
        )
    ]
