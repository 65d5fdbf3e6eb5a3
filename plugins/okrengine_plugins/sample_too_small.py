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


def sample_too_small(files: Files) -> Iterator[Finding]:
    """Half the newest 95 % interval is as large as the change that is asked for, or larger.

    Then a value at the target cannot be told from one at the baseline: chance alone may reach it, or hide it. How
    many answers are needed is a rough number; it grows with the square of the interval.
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
                yield _told(found[0], end, (half, change), _least(item))


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


def _told(said: Said, end: Figure, sizes: tuple[Fraction, Fraction], least: int) -> Finding:
    half, change = sizes
    unit, n = end.quantity.unit, said.item.get("n")
    unit = "pp" if unit == "%" else unit  # a distance between percentages
    wide, asked = (Quantity.rounded(one, unit, PLACES) for one in (half, change))
    message = f"the newest value is known to ± {wide}, and the change asked for is {asked}"
    hint = "more answers, or a larger step"
    if isinstance(n, int):
        hint = f"about n = {max(least, ceil(n * (half / change) ** 2)):,} is needed, or a larger step"
    note = Note(
        f"the 95 % interval of n = {n}" if isinstance(n, int) else "the 95 % interval", said.item.place("interval")
    )
    return Finding(end.place, message, hint, (note,))


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
