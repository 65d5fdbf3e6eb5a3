"""What an address names: a key result, one of its guardrails, an objective, a team or a cycle, as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING

from okrengine.errors import OkrError, ProjectError
from okrengine.grade.why import place
from okrengine.project.selecting import choose_cycle, narrow

if TYPE_CHECKING:
    from okrengine.model import Guardrail, GuardrailReading, KeyResult, Objective
    from okrengine.project import Project
    from okrengine.report.contents import KeyResultView, ObjectiveView, View


@dataclass(frozen=True, slots=True)
class Watched:
    """A guardrail as it was promised at a place, and what a check-in says of it, None where it says nothing."""

    promise: "Guardrail"
    place: str
    reading: "GuardrailReading | None"
    origin: str


@dataclass(frozen=True, slots=True)
class Found:
    """Something that has an address, in the view of its cycle.

    `objective` is there for all below a team, `line` for a key result, with each of its guardrails, and `number` for
    one of these. `elsewhere` are the other cycles that have the same address.
    """

    address: str
    kind: str
    view: "View"
    elsewhere: tuple[str, ...]
    objective: "ObjectiveView | None" = None
    line: "KeyResultView | None" = None
    guardrails: tuple[Watched, ...] = ()
    number: int | None = None


def places(project: "Project") -> tuple[str, ...]:
    """The teams and cycles of a project, by name; none where its files are at fault."""
    try:
        objectives = project.objectives
    except OkrError:
        return ()
    return tuple(dict.fromkeys([*(o.team for o in objectives), *(o.cycle.name for o in objectives)]))


def find(project: "Project", address: str, cycle: str | None, as_of: datetime) -> Found:
    """What an address names. Raises `ProjectError` for an unknown one."""
    name, mark, number = address.removesuffix("/").partition("#")
    if "*" in name:
        raise ProjectError(f"`{address}` names several: okr status {name} shows them, okr explain one of them")
    everything = project.objectives
    if "/" not in name and name in (cycles := {o.cycle.name for o in everything}):
        if cycle not in (None, name):
            raise ProjectError(f"`{name}` is a cycle itself: leave --cycle {cycle} out")
        if name not in {o.team for o in everything}:
            return Found(name, "cycle", project.view(cycle=name, as_of=as_of), tuple(sorted(cycles - {name})))
    known = narrow(everything, [name])
    chosen = choose_cycle(known, cycle, as_of.astimezone(project.settings.timezone).date())
    elsewhere = tuple(sorted({o.cycle.name for o in known} - {chosen.name}))
    parts = name.split("/")
    view = project.view(["/".join(parts[:2])], cycle=chosen.name, as_of=as_of)
    if len(parts) == 1:
        return Found(name, "team", view, elsewhere)
    objective = view.objectives[0]
    if len(parts) == 2:  # noqa: PLR2004  team and objective
        _refuse_number(address, mark)
        return Found(name, "objective", view, elsewhere, objective)
    line = next(each for each in objective.key_results if each.address == name)
    watched = _watched(_promised(known, chosen.name), line)
    if not mark:
        return Found(name, "key_result", view, elsewhere, objective, line, watched)
    if number not in (numbers := [str(at) for at in range(1, len(watched) + 1)]):
        there = f"{name} has {', '.join(f'#{each}' for each in numbers)}" if numbers else f"{name} has no guardrail"
        raise ProjectError(f"there is no guardrail `{address}`: {there}")
    return Found(address, "guardrail", view, elsewhere, objective, line, watched, int(number))


def _refuse_number(address: str, mark: str) -> None:
    if mark:
        raise ProjectError(f"`{address}` is no address: only key results have guardrails, team/objective/key-result#1")


def _promised(objectives: Sequence["Objective"], cycle: str) -> "KeyResult":
    """The only key result that is left, in its cycle."""
    return next(key_result for o in objectives if o.cycle.name == cycle for key_result in o.key_results)


def _watched(key_result: "KeyResult", line: "KeyResultView") -> tuple[Watched, ...]:
    """Each guardrail with its reading: the first of its metric for the first with that metric, and so on."""
    origin = next((each.origin for each in line.why.inputs if each.name == "value"), "")
    found = []
    for at, promise in enumerate(key_result.guardrails):
        before = sum(each.measure.metric == promise.measure.metric for each in key_result.guardrails[:at])
        own = (each for each in line.guardrails if each.metric == promise.measure.metric)
        found.append(Watched(promise, place(key_result, "guardrails"), next(islice(own, before, None), None), origin))
    return tuple(found)
