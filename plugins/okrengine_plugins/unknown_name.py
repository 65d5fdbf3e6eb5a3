"""Rule: names that point at something of the project."""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

from okrengine import Example, Files, Finding, Item, Rule, hookimpl, quoted, suggestion

Names: TypeAlias = dict[str, Item | None]
"""Names under which check-ins speak of things, None for what was dropped."""

DROPPED = "dropped"
_BUDDHIST = re.compile(r"(2[4-6][0-9]{2})(|-.*)")


def unknown_name(files: Files) -> Iterator[Finding]:
    """A source, cycle, `supports`, amendment, department tag, plugin folder or key of a check-in that is not there.

    What hangs on such a name is lost without a word: a key result is not measured, a check-in is not counted. A name
    that may stand in a file that could not be read is not called unknown.
    """
    yield from _promised(files)
    yield from _said(files)
    for number, folder in enumerate(files.settings.plugins):
        found = files.tree.locate(folder)  # a problem is another rule's
        if isinstance(found, Path) and not found.is_dir():
            place = files.project.value(("plugins", number))
            yield Finding(place, f"there is no folder {quoted(folder)}", "correct the name, or take it away")


def _promised(files: Files) -> Iterator[Finding]:
    """The names in OKR files."""
    for item in files.measured:
        name = item.text("source")
        if name is not None and name not in files.settings.sources:
            message = f"there is no source {quoted(name)} in okrengine.yaml"
            known = sorted(files.settings.sources)
            hint = suggestion(name, known) if known else "declare it under `sources:` in okrengine.yaml"
            yield Finding(item.place("source"), message, hint)
    for top in (*files.teams, *files.said):
        yield from _cycle(files, top)
    for objective in files.objectives:
        yield from _amended(objective)
        yield from _department(files, objective)
        for one in objective.items("key_results"):
            yield from _department(files, one)
    yield from _supported(files)


def _cycle(files: Files, top: Item) -> Iterator[Finding]:
    name = top.get("cycle")
    if name is None or files.cycle(top) is not None:
        return
    known = sorted(files.settings.cycles)
    hint = f"write 2026-Q4, 2026-H2, 2026{''.join(f' or {one}' for one in known[:3])}"
    if era := _BUDDHIST.fullmatch(str(name)):
        hint = f"{era[1]} looks like a Buddhist year: write {int(era[1]) - 543}{era[2]}"
    elif suggestion(str(name), known).startswith("did"):
        hint = suggestion(str(name), known)
    yield Finding(top.place("cycle"), f"there is no cycle {quoted(name)}", hint)


def _amended(objective: Item) -> Iterator[Finding]:
    known = [one.data.get("id") for one in objective.items("key_results")]
    for amendment in objective.items("amendments"):
        name = amendment.text("key_result")
        dropped = amendment.data.get("field") == DROPPED or not amendment.clear
        if name is not None and name not in known and not dropped and objective.named:
            message = f"there is no key result {quoted(name)} in objective {objective.name}"
            names = [one for one in known if isinstance(one, str)]
            yield Finding(amendment.place("key_result"), message, suggestion(name, names))


def _department(files: Files, item: Item) -> Iterator[Finding]:
    tags, known = item.mapping("tags"), files.settings.departments
    if tags is None or not known:
        return
    said = tags.get("department")
    for name in said if isinstance(said, list) else [said]:
        if name is not None and name not in known:
            message = f"there is no department {quoted(name)} in okrengine.yaml"
            yield Finding(tags.place("department"), message, suggestion(str(name), known))


def addresses(files: Files) -> Mapping[str, Item]:
    """Every objective and key result by its address."""
    found: dict[str, Item] = {}
    for objective in files.objectives:
        top = objective.inside
        address = f"{top.data.get('team') if top else None}/{objective.data.get('id')}"
        found.setdefault(address, objective)
        for one in objective.items("key_results"):
            found.setdefault(f"{address}/{one.data.get('id')}", objective)
    return found


def supports(objective: Item) -> Iterator[tuple[str, Item, int]]:
    """What an objective supports: each address, the objective, and the position in its list."""
    said = objective.get("supports")
    for number, name in enumerate(said if isinstance(said, list) else ()):
        if isinstance(name, str) and not objective.files.refused(
            objective.document, (*objective.path, "supports", number)
        ):
            yield name, objective, number


def _supported(files: Files) -> Iterator[Finding]:
    known = addresses(files)
    for objective in files.objectives:
        for name, item, number in supports(objective):
            if name not in known and files.sure(name.partition("/")[0]):
                place = item.document.value((*item.path, "supports", number))
                yield Finding(place, f"there is no {quoted(name)} in any OKR file", suggestion(name, sorted(known)))


def _said(files: Files) -> Iterator[Finding]:
    """A check-in whose team, key result, milestone or initiative is in no OKR file; earlier ids are followed."""
    promised = _names(files)
    for top in files.said:
        team, cycle = top.text("team"), top.get("cycle")
        if team is None or cycle is None or files.cycle(top) is None or files.home(top) != top.document.file:
            continue
        if not files.sure(team):
            continue
        names = promised.get((team, str(cycle)))
        if names is not None:
            yield from _entries(top, *names)
        elif not any(one.data.get("team") == team and files.cycle(one) is None for one in files.teams):
            message = f"no OKR file is of team {quoted(team)} and cycle {quoted(cycle)}"
            teams = sorted({str(one.data.get("team")) for one in files.teams})
            hint = "its OKR files are of other cycles" if team in teams else suggestion(team, teams)
            yield Finding(top.place("team"), message, hint)


def _names(files: Files) -> dict[tuple[str, str], tuple[Names, Names]]:
    """What check-ins of each team and cycle may speak of: key results, and initiatives."""
    found: dict[tuple[str, str], list[Item]] = {}
    for objective in files.objectives:
        found.setdefault((str(objective.top.data.get("team")), str(objective.top.data.get("cycle"))), []).append(
            objective
        )
    return {key: (_local(ones, "key_results"), _local(ones, "initiatives")) for key, ones in found.items()}


def _entries(top: Item, results: Names, work: Names) -> Iterator[Finding]:
    """The names in one check-in."""
    yield from _keys(top, "key_results", results, "key result")
    yield from _keys(top, "initiatives", work, "initiative")
    closing = top.mapping("closes")
    if closing is not None:
        yield from _keys(closing, "verdicts", results, "key result")
    yield from _milestones(top, results)


def _local(objectives: Iterable[Item], kind: str) -> Names:
    """`objective/key-result` of everything there is, was called so once, or was dropped with an amendment."""
    found: Names = {}
    for objective in objectives:
        for one in objective.items(kind):
            for name in one.names:
                found[f"{objective.data.get('id')}/{name}"] = one
        for amendment in objective.items("amendments"):
            if amendment.data.get("field") == DROPPED:
                found.setdefault(f"{objective.data.get('id')}/{amendment.data.get('key_result')}", None)
    return found


def _keys(holder: Item, key: str, known: Names, noun: str) -> Iterator[Finding]:
    said = holder.mapping(key)
    for name in said.data if said is not None else ():
        if said is not None and name not in known:
            yield Finding(said.key(name), f"there is no {noun} {quoted(name)}", suggestion(name, sorted(known)))


def _milestones(top: Item, known: Names) -> Iterator[Finding]:
    said = top.mapping("key_results")
    for name in said.data if said is not None else ():
        entry = said.mapping(name) if said is not None else None
        done, promised = entry.mapping("milestones") if entry is not None else None, known.get(name)
        if done is not None and promised is not None:
            steps = [str(one.data.get("id")) for one in promised.items("milestones")]
            for step in done.data:
                if step not in steps:
                    message = f"there is no milestone {quoted(step)} in key result {quoted(name)}"
                    yield Finding(done.key(step), message, suggestion(step, steps))


OBJECTIVE = """\
id: fast
title: Every question gets its answer soon
supports: [service/glad]
key_results:
  - {id: quick-reply, metric: csat, source: surveys, where: {touchpoint: chat}, baseline: 70%, target: 85%}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """204."""
    return [
        Rule(
            "OKR204",
            "unknown-name",
            "error",
            unknown_name,
            "a name that points at nothing",
            mend="write a name that there is, or declare this one",
            example=Example(OBJECTIVE.replace("source: surveys", "source: survey"), OBJECTIVE, "objective"),
        )
    ]
