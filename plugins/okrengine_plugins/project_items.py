"""The items of a project, each as it was known from an instant on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import TypeAlias

from okrengine import Amendment, CheckIn, Cycle, KeyResult, Milestones, Objective, Project, SourceError
from okrengine_plugins.project import State

DROPPED, ACHIEVED = "dropped", "achieved"

Change: TypeAlias = tuple[datetime, State]
"""What an instant changed of an item."""


def read(project: Project, of: str, days: int) -> Iterator[State]:
    """Every state of every item of one sort; check-ins are due once in so many `days`."""
    if of == "checkins":
        return map(_made, project.checkins)
    if of == "checkins_due":
        return _due(project, days)
    if of == "departments":
        return _departments(project)
    each: Callable[[_Told], Iterator[State]] = {
        "key_results": _key_results,
        "objectives": _objective,
        "initiatives": _initiatives,
        "milestones": _milestones,
    }[of]
    return (state for objective in project.objectives for state in each(_Told(project, objective)))


class _Told:
    """An objective, with what the check-ins of its team say of it."""

    def __init__(self, project: Project, objective: Objective) -> None:
        self.objective = objective
        self.checkins = _heard(project, objective.team, objective.cycle)
        self._project = project

    def item(self, address: str, title: str, **more: str | None) -> State:
        """The first state of an item of the objective."""
        about = self.objective
        shared = {"group": about.team, "kind": about.kind, "cycle": about.cycle.name, "title": title, "weight": "1"}
        return {"item_id": address, "opened_at": _start(self._project, about.cycle.first).isoformat(), **shared, **more}

    def keys(self, key_result: KeyResult) -> tuple[str, ...]:
        """The names under which check-ins may speak of a key result: its own, and former ones that are free."""
        taken = {other.id for other in self.objective.key_results}
        names = (key_result.id, *(name for name in key_result.formerly if name not in taken))
        return tuple(f"{self.objective.id}/{name}" for name in names)

    def amended(self, key_result: KeyResult, field: str) -> list[tuple[datetime, object, object]]:
        """The amendments of a field: from when on, what it was before and after."""
        names = (key_result.id, *key_result.formerly)
        found = [each for each in self.objective.amendments if each.key_result in names and each.field == field]
        return [(_start(self._project, each.on), each.before, each.after) for each in sorted(found, key=_on)]

    def given_up(self, key_result: KeyResult) -> list[Change]:
        """When a key result that still stands in the file was given up: at the end, by the closing check-in."""
        return [(at, _dropped(at)) for at, said in self.verdicts(key_result) if said == DROPPED]

    def verdicts(self, key_result: KeyResult) -> list[tuple[datetime, str]]:
        """What the closing check-in says of a key result: one verdict, or none."""
        for checkin in self.checkins:
            for key in self.keys(key_result):
                if checkin.verdicts is not None and key in checkin.verdicts:
                    return [(checkin.at, checkin.verdicts[key].verdict)]
        return []

    def gone(self) -> Iterator[State]:
        """The key results that were dropped and stand in the file no longer."""
        there = {name for one in self.objective.key_results for name in (one.id, *one.formerly)}
        for each in self.objective.amendments:
            name = each.key_result
            if each.field == DROPPED and name not in there:
                first = self.item(f"{self.objective.address}/{name}", name, covered=_flag(met=False))
                at = _start(self._project, each.on)
                yield from _states(first, [(at, _dropped(at))])


def _key_results(told: _Told) -> Iterator[State]:
    for one in told.objective.key_results:
        moved = told.amended(one, "deadline")
        before = moved[0][1] if moved else one.deadline
        first = told.item(
            one.address, one.title, owner=one.owner, weight=_number(one.weight), covered=_flag(met=False),
            due_at=str(before or told.objective.cycle.last),
        )  # fmt: skip
        changes: list[Change] = [(at, {"due_at": str(after or told.objective.cycle.last)}) for at, _, after in moved]
        changes += [(at, {"done_at": at.isoformat()}) for at, said in told.verdicts(one) if said == ACHIEVED]
        for checkin in told.checkins:
            entry = next((checkin.entries[key] for key in told.keys(one) if key in checkin.entries), None)
            if entry is not None:
                stated = entry.value is not None or bool(entry.milestones)
                changes.append((checkin.at, {"covered": _flag(met=stated)}))
        yield from _states(first, changes + told.given_up(one))
    yield from told.gone()


def _objective(told: _Told) -> Iterator[State]:
    about = told.objective
    first = told.item(about.address, about.title, owner=about.owner, due_at=str(about.cycle.last))
    kept = [one for one in about.key_results if not told.given_up(one)]
    ends = [told.verdicts(one) for one in kept]
    reached = bool(ends) and all(end and end[0][1] == ACHIEVED for end in ends)
    yield from _states(first, [(at, {"done_at": at.isoformat()}) for at, _ in ends[0]] if reached else [])


def _initiatives(told: _Told) -> Iterator[State]:
    for one in told.objective.initiatives:
        first = told.item(f"{told.objective.address}/{one.id}", one.title, owner=one.owner, due_at=_day(one.due))
        first |= _progress(one.progress, first["opened_at"])
        done, changes = first["done_at"], []
        for checkin in told.checkins:
            key = f"{told.objective.id}/{one.id}"
            if key in checkin.initiatives:
                changed = _progress(checkin.initiatives[key], done or checkin.at.isoformat())
                done = changed["done_at"]
                changes.append((checkin.at, changed))
        yield from _states(first, changes)


def _progress(share: Fraction | None, at: str | None) -> State:
    """How far an initiative is, in percent; whole, it is done."""
    return {
        "progress": None if share is None else _number(share * 100),
        "done_at": at if share is not None and share >= 1 else None,
    }


def _milestones(told: _Told) -> Iterator[State]:
    for one in told.objective.key_results:
        for step in one.goal.steps if isinstance(one.goal, Milestones) else ():
            first = told.item(
                f"{one.address}/{step.id}", step.title, owner=one.owner, weight=_number(step.weight),
                due_at=str(step.by), done_at=_day(step.done),
            )  # fmt: skip
            changes = told.given_up(one)
            for checkin in told.checkins if step.done is None else ():
                entry = next((checkin.entries[key] for key in told.keys(one) if key in checkin.entries), None)
                if entry is not None and step.id in entry.milestones:
                    changes.append((checkin.at, {"done_at": str(entry.milestones[step.id])}))
            yield from _states(first, changes)


def _made(checkin: CheckIn) -> State:
    """A check-in that was made."""
    at = checkin.at.isoformat()
    kind = "closing" if checkin.verdicts is not None else "backfilled" if checkin.backfilled else "check-in"
    return {
        "item_id": checkin.file,
        "opened_at": at,
        "done_at": at,
        "updated_at": at,
        "owner": checkin.by,
        "group": checkin.team,
        "kind": kind,
        "cycle": checkin.cycle,
        "weight": "1",
    }


def _due(project: Project, days: int) -> Iterator[State]:
    """The check-ins that were due: one in each stretch of so many days of a team's cycle, until it is closed."""
    zone = project.settings.timezone
    for team, cycle in dict.fromkeys((one.team, one.cycle) for one in project.objectives):
        checkins = _heard(project, team, cycle)
        made = [(one.at.astimezone(zone).date(), one.at) for one in checkins if not one.backfilled]
        closed = next((one.at.astimezone(zone).date() for one in checkins if one.verdicts is not None), cycle.last)
        owners = {one.owner for one in project.objectives if (one.team, one.cycle) == (team, cycle)}
        for start in range(0, (cycle.last - cycle.first).days + 2 - days, days):
            first, last = (cycle.first + timedelta(days=start + more) for more in (0, days - 1))
            if first > closed:
                break
            opened, done = _start(project, first).isoformat(), (at for day, at in made if first <= day <= last)
            at = next(done, None)
            shared = {"item_id": f"{cycle.name}/{team}/{first}", "opened_at": opened, "due_at": str(last)}
            shared |= {"group": team, "kind": "check-in", "cycle": cycle.name, "weight": "1"}
            owner = next(iter(owners)) if len(owners) == 1 else None
            yield {**shared, "owner": owner, "done_at": None if at is None else at.isoformat(), "updated_at": opened}


def _departments(project: Project) -> Iterator[State]:
    """The departments in each cycle, and whether a key result of it has them in its tags."""
    if not project.settings.departments:
        raise SourceError("okrengine.yaml lists no `departments:`: list them there, and tag what each takes part in")
    for cycle in dict.fromkeys(one.cycle for one in project.objectives):
        part = {
            name
            for objective in project.objectives
            for one in objective.key_results
            if objective.cycle == cycle
            for name in _tagged(objective.tags) | _tagged(one.tags)
        }
        opened = _start(project, cycle.first).isoformat()
        shared: State = {"opened_at": opened, "updated_at": opened, "due_at": str(cycle.last), "cycle": cycle.name}
        for name in project.settings.departments:
            about = {"item_id": f"{cycle.name}/{name}", "group": name, "kind": "department", "weight": "1"}
            yield {**shared, **about, "covered": _flag(met=name in part)}


def _tagged(tags: Mapping[str, object]) -> frozenset[object]:
    """The departments that tags name."""
    said = tags.get("department")
    return frozenset(said if isinstance(said, list) else [said])


def _dropped(at: datetime) -> State:
    """What changes when a key result is given up: nobody asks any longer whether it is measured."""
    return {"cancelled_at": at.isoformat(), "covered": None}


def _states(first: State, changes: Iterable[Change]) -> Iterator[State]:
    """The states of an item, oldest first: what was changed before it opened is so from the start."""
    opened = datetime.fromisoformat(str(first["opened_at"])).astimezone(UTC)
    by_instant: dict[datetime, State] = {opened: {}}
    for at, changed in sorted(changes, key=lambda change: change[0].astimezone(UTC)):
        by_instant.setdefault(max(opened, at.astimezone(UTC)), {}).update(changed)
    state: State | None = None
    for at, changed in by_instant.items():
        after = {**first, **changed}
        if after != state:
            yield {**after, "updated_at": at.isoformat()}
        first = state = after


def _heard(project: Project, team: str, cycle: Cycle) -> list[CheckIn]:
    """The check-ins of a team's cycle, oldest first; what comes after the one that closes it is not heard."""
    found = []
    for checkin in project.checkins:
        if (checkin.team, checkin.cycle) == (team, cycle.name):
            found.append(checkin)
            if checkin.verdicts is not None:
                break
    return found


def _start(project: Project, day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=project.settings.timezone)


def _flag(*, met: bool) -> str:
    return "true" if met else "false"


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _on(amendment: Amendment) -> date:
    return amendment.on


def _number(exact: Fraction) -> str:
    return format(Decimal(exact.numerator) / Decimal(exact.denominator), "f")
