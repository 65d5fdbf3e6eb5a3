"""Rules: a cycle that runs is looked at, and what does not move is answered."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

from okrengine import (
    Example,
    Files,
    Finding,
    Item,
    Note,
    Quantity,
    Rule,
    Said,
    baseline_of,
    goal,
    heard_of,
    hookimpl,
    quoted,
    said_of,
)


def not_revisited(files: Files) -> Iterator[Finding]:
    """The cycle runs, and the team has not checked in for longer than `stale_after` of `status:`.

    An objective that nobody looks at is not pursued, and what goes wrong is found when it is too late to change
    anything. Values that were filled in later do not count. A project without any check-in has only begun.
    """
    if files.as_of is None or not files.said:
        return
    for top in files.teams:
        cycle = files.cycle(top)
        if cycle is None or top.text("team") is None or not files.runs(top):
            continue
        begun = datetime.combine(cycle.first, time(), files.settings.timezone)
        last = max((one.at for one in heard_of(top) if not one.backfilled), default=None)
        age = files.as_of - max(last or begun, begun)
        if age > files.settings.status.stale_after:
            day = files.day(last) if last is not None else None
            yield _unheard(top, day, age, files.settings.status.stale_after)


def _unheard(top: Item, day: date | None, age: timedelta, due: timedelta) -> Finding:
    team, cycle = quoted(top.data["team"]), quoted(top.data["cycle"])
    said = f"the last check-in of {team} in {cycle} was on {day}, {age.days} days ago"
    if day is None:
        said = f"{team} has not checked in yet; {cycle} has run for {age.days} days"
    return Finding(top.place("team"), said, f"run `okr checkin`; every {due.days} days at least")


def no_response(files: Files, *, times: int = 2) -> Iterator[Finding]:
    """Check-in after check-in is no nearer to the target, and nobody says what changes.

    Plans are there to be changed: a `next` step in a check-in or an amendment shows that the value was seen. Not asked
    in the quiet start of the cycle, nor where nothing is expected before the end (`curve: step`).

    times: so many check-ins running may be no nearer
    """
    for item in files.key_results if files.said else ():
        start = baseline_of(item)
        end = goal(item, start)
        if start is None or end is None or not files.runs(item) or item.get("curve") == "step" or _quiet(files, item):
            continue
        points = _comparable(item, end.quantity)[-times - 1 :]
        if times < 1 or len(points) <= times or start.quantity.dimension != end.quantity.dimension:
            continue
        way = end.quantity.base - start.quantity.base
        stuck = _stuck([(end.quantity.base - value.base) * way for _, value in points])
        if stuck and not _answered(item, points[1][0].at):
            yield _stands(item, [said for said, _ in points], end.quantity)


def _quiet(files: Files, item: Item) -> bool:
    """Whether the cycle has only begun."""
    cycle, today = files.cycle(item), files.today
    if cycle is None or today is None:
        return True
    days = (cycle.last - cycle.first).days + 1
    return (today - cycle.first).days * 100 <= files.settings.status.quiet * days


def _comparable(item: Item, end: Quantity) -> list[tuple[Said, Quantity]]:
    """The entries with a value of the newest definition, in the unit of the target, oldest first.

    Where the same rows were counted again nothing was measured since; that is no answer either way.
    """
    found: list[tuple[Said, Quantity]] = []
    for said in said_of(item):
        value = said.item.quantity("value")
        if value is None or said.backfilled or value.with_unit(end.unit).dimension != end.dimension:
            continue
        if not found or not _same_rows(found[-1][0].item.data, said.item.data):
            found.append((said, value.with_unit(end.unit)))
    newest = found[-1][0].item.get("definition") if found else None
    return [one for one in found if one[0].item.get("definition") == newest]


def _same_rows(earlier: Mapping[str, Any], later: Mapping[str, Any]) -> bool:
    counted = ("value", "n", "numerator", "denominator")
    return later.get("denominator") is not None and all(earlier.get(key) == later.get(key) for key in counted)


def _stuck(left: Sequence[Fraction]) -> bool:
    """Whether what is left of the way never shrinks, and the target is not reached."""
    return left[-1] > 0 and all(later >= earlier for earlier, later in pairwise(left))


def _answered(item: Item, since: datetime) -> bool:
    """Whether a next step was named, or the promise amended, from an instant on."""
    if any(said.item.get("next") for said in said_of(item) if said.at >= since):
        return True
    day = item.files.day(since)
    amended = item.inside.items("amendments") if item.inside is not None else ()
    changes = (one.day("on") for one in amended if one.get("key_result") == item.data.get("id"))
    return any(on is not None and on >= day for on in changes)


def _stands(item: Item, points: Sequence[Said], end: Quantity) -> Finding:
    values = " → ".join(quoted(one.item.data["value"]) for one in points)
    message = f"key result {item.name} came no nearer to {end}: {values}"
    note = Note("the newest value", points[-1].item.place("value"))
    return Finding(item.place(), message, "say what changes: `next:` in the check-in, or an amendment", (note,))


MONTHLY = """\
version: 1
status: {stale_after: 45 d}
"""
WEEK = """\
version: 1
cycle: 2026-Q4
team: service
at: 2026-11-{day}T09:00:00+07:00
by: nok
key_results:
  glad/satisfied:
    value: {value}
    n: {n}
"""
ANSWER = """\
    next: [{text: call back everybody who was not satisfied, owner: fern, due: 2026-11-30}]
"""


def _path(day: str) -> str:
    return f"checkins/2026-Q4/service/2026-{day}T020000Z.yaml"


@hookimpl
def okr_rules() -> list[Rule]:
    """419 and 420."""
    october = WEEK.replace("2026-11-{day}", "2026-10-20").format(value="81%", n=700)
    weeks = {
        _path(f"11-{day}"): WEEK.format(day=day, value=value, n=n)
        for day, value, n in (("06", "82%", 700), ("13", "81%", 800))
    }
    newest = WEEK.format(day="20", value="81%", n=900)
    return [
        Rule(
            "OKR419",
            "not-revisited",
            "warning",
            not_revisited,
            "a running cycle that nobody looks at",
            mend="run `okr checkin`; who checks in less often says so by `status: {stale_after: 45 d}`",
            example=Example(MONTHLY.replace("45", "14"), MONTHLY, "okrengine", {_path("10-20"): october}),
        ),
        Rule(
            "OKR420",
            "no-response",
            "warning",
            no_response,
            "no progress, and nothing is changed",
            mend="say what changes: a `next` step at the check-in, or an amendment",
            example=Example(newest, newest + ANSWER, "checkin", weeks),
        ),
    ]
