"""Rule: a target that is still ahead when the cycle begins."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from okrengine import (
    MANUAL,
    Example,
    Figure,
    Files,
    Finding,
    Item,
    Note,
    Rule,
    Said,
    baseline_of,
    goal,
    hookimpl,
    said_of,
)
from okrengine_plugins.duplicate_measure import measure_of

_Measure: TypeAlias = tuple[str, ...]


def target_already_met(files: Files) -> Iterator[Finding]:
    """The newest value before the cycle meets the target, or the captured baseline does.

    Nothing has to be done for it. The value is what check-ins say of the same measure: same metric, source,
    parameters and rows, in an earlier cycle; or of this key result before the cycle began.
    """
    if not files.said:
        return
    said = _said(files)
    newest: dict[tuple[_Measure, date], tuple[Said, Figure] | None] = {}
    for item in files.key_results:
        cycle, start = files.cycle(item), baseline_of(item)
        end = goal(item, start)
        if cycle is None or end is None or files.over(item) or not item.clear:
            continue
        measured = _measured(item)
        if measured is None:
            continue
        asked = (measured, cycle.first)
        if asked not in newest:
            newest[asked] = _newest(said[asked[0]], cycle.first)
        found = newest[asked] or _captured(item, start)
        if found is not None and _met(item, found[1], start, end):
            day = files.day(found[0].at)
            note = Note(f"said on {day}", found[0].item.place(found[1].name))
            message = f"the target {end.quantity} is met already: the value was {found[1].quantity} on {day}"
            yield Finding(end.place, message, "aim further, or `maintain: {at_least: …}` to keep it", (note,))


def _measured(item: Item) -> _Measure | None:
    """What is measured; of a value that a person states, the key result itself."""
    if not item.manual:
        return measure_of(item)
    objective = item.inside.data.get("id") if item.inside is not None else None
    return (MANUAL, str(item.top.data.get("team")), str(objective), str(item.data.get("id")))


def _said(files: Files) -> dict[_Measure, list[tuple[Item, Said]]]:
    """Everything that check-ins say of each measure, newest first."""
    found: dict[_Measure, list[tuple[Item, Said]]] = {}
    for item in files.key_results:
        if (measured := _measured(item)) is not None:
            found.setdefault(measured, []).extend((item, said) for said in said_of(item))
    for entries in found.values():
        entries.sort(key=lambda one: one[1].at, reverse=True)
    return found


def _newest(entries: list[tuple[Item, Said]], first: date) -> tuple[Said, Figure] | None:
    """The newest value from before a day."""
    for item, said in entries:
        if item.files.day(said.at) < first:
            written = said.item.quantity("value")
            if written is not None:
                return said, Figure("value", written, written.with_unit(item.unit or ""), said.item, "value")
    return None


def _captured(item: Item, start: Figure | None) -> tuple[Said, Figure] | None:
    """The baseline that a check-in captured, and that check-in."""
    if start is None or start.holder is item:
        return None
    return next(((said, start) for said in said_of(item) if said.item is start.holder), None)


def _met(item: Item, value: Figure, start: Figure | None, end: Figure) -> bool:
    """Whether a value lies at the target or beyond it, on the way from the baseline, else by what is better."""
    if len({one.quantity.dimension for one in (value, end, start or end)}) > 1:
        return False
    way = end.quantity.base - (start or end).quantity.base
    if not way and (start is None or start is value):
        way = Fraction({"higher": 1, "lower": -1}.get(item.better or "", 0))
    return bool(way) and (value.quantity.base - end.quantity.base) * way >= 0


NOW = """\
id: satisfied-again
metric: csat
source: surveys
where: {touchpoint: repair}
baseline: 78%
target: 82%
"""
BEFORE = """\
version: 1
cycle: 2026-Q3
team: service
owner: nok
objectives:
  - id: glad
    title: Customers are glad that they came to us
    owner: fern
    key_results:
      - {id: repairs, metric: csat, source: surveys, where: {touchpoint: repair}, baseline: 78%, target: 90%}
"""
SAID = """\
version: 1
cycle: 2026-Q3
team: service
at: 2026-09-30T09:00:00+07:00
by: nok
key_results:
  glad/repairs: {value: 84%, n: 900, interval: [81.6%, 86.4%]}
"""
RUNS = """\
version: 1
cycle: 2026-Q4
team: service
at: 2026-11-20T09:00:00+07:00
by: nok
key_results: {}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """415."""
    return [
        Rule(
            "OKR415",
            "target-already-met",
            "warning",
            target_already_met,
            "a target that is met before the start",
            mend="aim further, or keep the level with `maintain:`",
            example=Example(
                NOW,
                NOW.replace("82%", "90%"),
                beside={
                    "okrs/before.yaml": BEFORE,
                    "checkins/2026-Q3/service/2026-09-30T020000Z.yaml": SAID,
                    "checkins/2026-Q4/service/2026-11-20T020000Z.yaml": RUNS,
                },
            ),
        )
    ]
