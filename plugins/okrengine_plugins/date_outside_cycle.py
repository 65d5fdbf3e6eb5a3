"""Rule: the dates of a promise lie in its cycle."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from okrengine import Cycle, Example, Files, Finding, Item, Note, Rule, hookimpl, quoted
from okrengine_plugins.titles.titles import title_of

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "twelve": 12,
    "สอง": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เก้า": 9, "สิบสอง": 12,
}  # fmt: skip
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "เดือน": 1, "ไตรมาส": 3, "ปี": 12}
_SPAN = re.compile(
    r"(?:\b(?:within|in|over|during) (?:the next )?|ภายใน\s*|ใน\s*)"
    rf"(?P<number>[0-9]{{1,3}}|{'|'.join(_NUMBERS)})[ -]?\s*"
    r"(?P<unit>month|quarter|year|เดือน|ไตรมาส|ปี)s?"
)


def date_outside_cycle(files: Files) -> Iterator[Finding]:
    """A deadline, a milestone or a date of a curve that does not lie in the cycle of its file.

    The cycle is closed on its last day: what is due later is graded before it is due. A title that speaks of more
    months than the cycle has says the same in words.
    """
    for item in files.key_results:
        cycle = files.cycle(item)
        if cycle is None:
            continue
        dated = [(item, "deadline"), *((step, "by") for step in item.items("milestones"))]
        dated += [(point, "on") for point in item.items("curve")]
        for holder, key in dated:
            day = holder.day(key)
            if day is not None and not cycle.first <= day <= cycle.last:
                yield _outside(holder, key, day, cycle)
        yield from _in_words(item, cycle)


def _outside(holder: Item, key: str, day: date, cycle: Cycle) -> Finding:
    late = day > cycle.last
    end = f"ends on {cycle.last}" if late else f"begins on {cycle.first}"
    message = f"{day} does not lie in the cycle {quoted(cycle.name)}, which {end}"
    hint = f"move it, or {_longer(holder.files, cycle, day)}" if late else "move it into the cycle"
    return Finding(holder.place(key), message, hint, (Note("the cycle", holder.top.place("cycle")),))


def _longer(files: Files, cycle: Cycle, day: date) -> str:
    """A cycle that holds both the start of this one and the day."""
    year = cycle.first.year
    names = (
        *sorted(files.settings.cycles),
        *(f"{year + more}{half}" for more in (-1, 0) for half in ("-H1", "-H2", "")),
    )
    for found in (files.settings.cycle(name) for name in names):
        if found is not None and found.first <= cycle.first and day <= found.last:
            return f"write `cycle: {found.name}`, which ends on {found.last}"
    return f"name a longer cycle in okrengine.yaml: `named: {{longer: {{from: {cycle.first}, to: {day}}}}}`"


def _in_words(item: Item, cycle: Cycle) -> Iterator[Finding]:
    """A title that gives itself more time than there is; a window of its own is what such words speak of otherwise."""
    title = title_of(item)
    if title is None or any(item.has(key) for key in ("deadline", "window", "milestones")):
        return
    found = _SPAN.search(title.text)
    if found is None:
        return
    number = _NUMBERS.get(found["number"]) or int(found["number"])
    day = _months_after(cycle.first, number * _MONTHS[found["unit"]])
    if day > cycle.last:
        span = title.quoted(*found.span())
        message = f"the title says {span}, and the cycle {quoted(cycle.name)} ends on {cycle.last}"
        hint = f"say what is reached by then, or {_longer(item.files, cycle, day)}"
        yield Finding(title.place(*found.span()), message, hint, (Note("the cycle", item.top.place("cycle")),))


def _months_after(first: date, months: int) -> date:
    """The last of so many months from a day on."""
    whole = first.year * 12 + first.month - 1 + months
    return date(whole // 12, whole % 12 + 1, 1) + timedelta(days=first.day - 2)


LATE = Example(
    """\
id: complaints
title: Complaints fall from 10% to 3%
metric: complaint_rate
source: helpdesk
baseline: 10%
target: 3%
deadline: 2027-03-31
""",
    """\
id: complaints
title: Complaints fall from 10% to 3%
metric: complaint_rate
source: helpdesk
baseline: 10%
target: 3%
deadline: 2026-12-24
""",
)


@hookimpl
def okr_rules() -> list[Rule]:
    """306."""
    return [
        Rule(
            "OKR306",
            "date-outside-cycle",
            "warning",
            date_outside_cycle,
            "a date that the cycle does not reach",
            mend="move the date into the cycle, or give the file a longer cycle: 2026-H2, 2026, or a named one",
            example=LATE,
            scope="file",
        )
    ]
