"""Rule: enough answers to see the change."""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil

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
    Said,
    baseline_of,
    goal,
    hookimpl,
    said_of,
)

PLACES = 2
PERCENT = 100
Z = 1.959963984540054
CERTAIN = (Z + 0.8416212335729143) ** 2
"""The square of the normal points of 97.5 % and of 80 %: what is none is rarely seen, what is there mostly is."""


def sample_too_small(files: Files) -> Iterator[Finding]:
    """Half the newest 95 % interval is as large as the change that is asked for, or larger.

    Then a value at the target cannot be told from one at the baseline: chance alone may reach it, or hide it. How
    many answers are needed is a rough number: so many at the start and again at the end show a change of that size in
    four cases of five, and one that is none in one of twenty (two-sided test of 5 %, power 80 %).
    """
    for item in files.key_results if files.said else ():
        start, found = baseline_of(item), _newest(item)
        end = goal(item, start)
        if start is None or end is None or found is None or files.over(item):
            continue
        low, high = found[1]
        if len({one.dimension for one in (low, high, start.quantity, end.quantity)}) == 1:
            half, change = (high.base - low.base) / 2, abs(end.quantity.base - start.quantity.base)
            if change and half >= change:
                spread = _spread(item, (start.quantity, end.quantity), found[0], half)
                yield _told(found[0], end, (half, change), None if spread is None else _needed(item, spread, change))


def _spread(item: Item, ends: tuple[Quantity, Quantity], said: Said, half: Fraction) -> float | None:
    """The variances of one answer at the start and at the end, added; None where it is not known.

    A share has that of its two values. A difference of shares keeps those who are in neither. Anything else varies at
    the end as the newest value did.
    """
    low, high = item.metric.range or (None, None) if item.metric is not None else (None, None)
    first, last = (float(end.base) for end in ends)
    if low == 0 and ends[0].unit == "%" and all(0 <= one <= PERCENT for one in (first, last)):
        return first * (PERCENT - first) + last * (PERCENT - last)
    n, value = said.item.get("n"), said.item.get("value")
    if not isinstance(n, int) or not n:
        return None
    one = n * (float(half) / Z) ** 2
    if low != -PERCENT or high != PERCENT:
        return 2 * one
    taken = one + float(Quantity.parse(value).base) ** 2
    return sum(max(taken - end**2, 0.0) for end in (first, last))


def _needed(item: Item, spread: float, change: Fraction) -> int:
    """How many answers show a change in each of two waves; no fewer than the metric asks for anyway."""
    return max(_least(item), ceil(CERTAIN * spread / float(change) ** 2))


def _newest(item: Item) -> tuple[Said, tuple[Quantity, Quantity]] | None:
    """The newest entry that has a value, with its interval."""
    for said in reversed(said_of(item)):
        if said.item.has("value"):
            ends = _ends(said.item, item.unit or "")
            return None if ends is None else (said, ends)
    return None


def _ends(entry: Item, unit: str) -> tuple[Quantity, Quantity] | None:
    pair = entry.get("interval")
    try:
        low, high = (Quantity.parse(end).with_unit(unit) for end in pair or ())
    except (QuantityError, ValueError, TypeError):
        return None
    return low, high


def _least(item: Item) -> int:
    """Below how many answers a value is a low sample, whatever its interval."""
    options, metric = item.mapping("with"), item.metric
    said = options.get("min_sample") if options is not None else None
    if said is None and metric is not None:
        said = metric.defaults.get("min_sample", metric.min_sample)
    return said if isinstance(said, int) else 0


def _told(said: Said, end: Figure, sizes: tuple[Fraction, Fraction], needed: int | None) -> Finding:
    unit, n = end.quantity.unit, said.item.get("n")
    unit = "pp" if unit == "%" else unit  # a distance between percentages
    wide, asked = (Quantity.rounded(one, unit, PLACES) for one in sizes)
    message = f"the newest value is known to ± {wide}, and the change asked for is {asked}"
    hint = "more answers" if needed is None else f"about n = {needed:,} is needed"
    note = Note(
        f"the 95 % interval of n = {n}" if isinstance(n, int) else "the 95 % interval", said.item.place("interval")
    )
    return Finding(end.place, message, f"{hint}, or a larger step", (note,))


PROMISE = """\
id: recommend
metric: nps
source: surveys
baseline: 50 points
target: 54 points
"""
SAID = """\
version: 1
cycle: 2026-Q4
team: service
at: 2026-11-20T09:00:00+07:00
by: nok
key_results:
  glad/recommend: {value: 51 points, n: 160, interval: [40 points, 62 points]}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """412."""
    return [
        Rule(
            "OKR412",
            "sample-too-small",
            "warning",
            sample_too_small,
            "too few answers for so small a change",
            mend="ask more people, look at a longer window, or ask for a larger step",
            example=Example(
                PROMISE,
                PROMISE.replace("54", "70"),
                beside={"checkins/2026-Q4/service/2026-11-20T020000Z.yaml": SAID},
            ),
        )
    ]
