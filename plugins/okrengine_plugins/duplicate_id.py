"""Rule: every id, and every team's file for a cycle, stands once."""

from collections.abc import Iterable, Iterator

from okrengine import Example, Files, Finding, Item, Note, Rule, hookimpl, quoted


def duplicate_id(files: Files) -> Iterator[Finding]:
    """The same id twice among objectives of a file, key results, milestones or initiatives; two files for one cycle.

    Check-ins, amendments and `supports` speak of things by their id; of two with one id nobody knows which is meant.
    """
    yield from _same_cycle(files)
    for team in files.teams:
        yield from _twice("objective", "this file", team.items("objectives"))
    for objective in files.objectives:
        where = f"objective {objective.name}"
        yield from _twice("key result", where, objective.items("key_results"))
        yield from _twice("initiative", where, objective.items("initiatives"))
    for one in files.key_results:
        yield from _twice("milestone", f"key result {one.name}", one.items("milestones"))


def _twice(noun: str, where: str, items: Iterable[Item]) -> Iterator[Finding]:
    seen: dict[str, Item] = {}
    for item in items:
        name = item.text("id")
        if name is None:
            continue
        if name in seen:
            note = Note("it stands here first", seen[name].place("id"))
            yield Finding(item.place("id"), f"the {noun} {quoted(name)} stands twice in {where}", "rename one", (note,))
        seen.setdefault(name, item)


def _same_cycle(files: Files) -> Iterator[Finding]:
    seen: dict[tuple[str, str], Item] = {}
    for team in files.teams:
        name, cycle = team.text("team"), team.get("cycle")
        if name is None or cycle is None:
            continue
        first = seen.setdefault((name, str(cycle)), team)
        if first is not team:
            note = Note("the other one", first.place("team"))
            message = f"team {quoted(name)} has another file for {cycle}: {first.document.file}"
            yield Finding(team.place("team"), message, "join the two files, or rename the team", (note,))


OBJECTIVE = """\
id: glad-again
title: Who bought once comes back gladly
key_results:
  - {id: satisfied, metric: csat, source: surveys, baseline: 80%, target: 90%}
  - {id: recommend, metric: nps, source: surveys, baseline: 50 points, target: 70 points}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """203."""
    return [
        Rule(
            "OKR203",
            "duplicate-id",
            "error",
            duplicate_id,
            "the same id twice",
            guard=True,
            mend="rename one of the two; of two files for one team and cycle, join them",
            example=Example(OBJECTIVE.replace("id: recommend", "id: satisfied"), OBJECTIVE, "objective"),
        )
    ]
