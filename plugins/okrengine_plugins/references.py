"""Rules: names that point at something of the project, and objectives that support each other."""

import re
from collections.abc import Iterable, Iterator, Mapping

from okrengine import Files, Finding, Item, Note, Rule, hookimpl, quoted, suggestion

DROPPED = "dropped"
_BUDDHIST = re.compile(r"(2[4-6][0-9]{2})(|-.*)")


def unknown_name(files: Files) -> Iterator[Finding]:
    """A source, cycle, `supports`, amendment or department tag that points at nothing.

    What may stand in a file that could not be read is not called unknown.
    """
    for item in files.measured:
        name = item.text("source")
        if name is not None and name not in files.settings.sources:
            message = f"there is no source {quoted(name)} in okrengine.yaml"
            yield Finding(item.place("source"), message, suggestion(name, sorted(files.settings.sources)))
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


def _addresses(files: Files) -> Mapping[str, Item]:
    """Every objective and key result by its address."""
    found: dict[str, Item] = {}
    for objective in files.objectives:
        top = objective.inside
        address = f"{top.data.get('team') if top else None}/{objective.data.get('id')}"
        found.setdefault(address, objective)
        for one in objective.items("key_results"):
            found.setdefault(f"{address}/{one.data.get('id')}", objective)
    return found


def _supports(objective: Item) -> Iterator[tuple[str, Item, int]]:
    said = objective.get("supports")
    for number, name in enumerate(said if isinstance(said, list) else ()):
        if isinstance(name, str) and not objective.files.refused(
            objective.document, (*objective.path, "supports", number)
        ):
            yield name, objective, number


def _supported(files: Files) -> Iterator[Finding]:
    known = _addresses(files)
    for objective in files.objectives:
        for name, item, number in _supports(objective):
            if name not in known and files.sure(name.partition("/")[0]):
                place = item.document.value((*item.path, "supports", number))
                yield Finding(place, f"there is no {quoted(name)} in any OKR file", suggestion(name, sorted(known)))


def circular_support(files: Files) -> Iterator[Finding]:
    """Objectives that support each other in a circle, an objective that supports itself included."""
    known = _addresses(files)
    names = {id(item): address for address, item in known.items() if address.count("/") == 1}
    links = {
        address: [(known[name], number) for name, _, number in _supports(known[address]) if name in known]
        for address in names.values()
    }
    reported: set[frozenset[str]] = set()
    links = _tangled(links, names)
    for start in links:
        circle = _circle(start, links, names)
        if circle and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            yield _told(circle, links, names, known)


def _tangled(
    links: Mapping[str, list[tuple[Item, int]]], names: Mapping[int, str]
) -> dict[str, list[tuple[Item, int]]]:
    """What is left of the links when every objective that leads to no circle is taken away, again and again."""
    supporters: dict[str, list[str]] = {address: [] for address in links}
    for address, found in links.items():
        for item, _ in found:
            supporters[names[id(item)]].append(address)
    count = {address: len(found) for address, found in links.items()}
    ends = [address for address, number in count.items() if not number]
    for end in ends:
        for address in supporters[end]:
            count[address] -= 1
            if not count[address]:
                ends.append(address)
    kept = set(links) - set(ends)
    return {
        address: [one for one in links[address] if names[id(one[0])] in kept] for address in links if address in kept
    }


def _circle(
    start: str, links: Mapping[str, list[tuple[Item, int]]], names: Mapping[int, str]
) -> tuple[str, ...] | None:
    """The shortest way from `start` back to itself, without recursion."""
    waiting: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in waiting:
        for item, _ in links[way[-1]]:
            following = names[id(item)]
            if following == start:
                return way
            if following not in seen:
                seen.add(following)
                waiting.append((*way, following))
    return None


def _told(
    circle: tuple[str, ...],
    links: Mapping[str, list[tuple[Item, int]]],
    names: Mapping[int, str],
    known: Mapping[str, Item],
) -> Finding:
    """The circle from its first objective in the files on, with the place of every link."""
    places = []
    for address, following in zip(circle, (*circle[1:], circle[0]), strict=True):
        number = next(number for item, number in links[address] if names[id(item)] == following)
        places.append((following, known[address].document.value((*known[address].path, "supports", number))))
    way = " → ".join((*circle, circle[0]))
    notes = tuple(Note(f"and here {name}", place) for name, place in places[1:])
    return Finding(places[0][1], f"objectives support each other in a circle: {way}", "cut one link", notes)


def check_in_unknown(files: Files) -> Iterator[Finding]:
    """A check-in whose team, key result, milestone or initiative is in no OKR file; earlier ids are followed."""
    for top in files.said:
        team, cycle = top.text("team"), top.get("cycle")
        if team is None or cycle is None or files.cycle(top) is None or files.home(top) != top.document.file:
            continue
        if not files.sure(team):
            continue
        objectives = [
            one
            for one in files.objectives
            if one.inside and (one.inside.data.get("team"), str(one.inside.data.get("cycle"))) == (team, str(cycle))
        ]
        if not objectives:
            message = f"no OKR file is of team {quoted(team)} and cycle {quoted(cycle)}"
            teams = sorted({str(one.data.get("team")) for one in files.teams})
            hint = "its OKR files are of other cycles" if team in teams else suggestion(team, teams)
            yield Finding(top.place("team"), message, hint)
            continue
        yield from _keys(top, "key_results", _local(objectives, "key_results"), "key result")
        yield from _keys(top, "initiatives", _local(objectives, "initiatives"), "initiative")
        closing = top.mapping("closes")
        if closing is not None:
            yield from _keys(closing, "verdicts", _local(objectives, "key_results"), "key result")
        yield from _milestones(top, objectives)


def _local(objectives: Iterable[Item], kind: str) -> dict[str, Item | None]:
    """`objective/key-result` of everything there is, was called so once, or was dropped with an amendment."""
    found: dict[str, Item | None] = {}
    for objective in objectives:
        for one in objective.items(kind):
            formerly = one.get("formerly")
            for name in (one.data.get("id"), *(formerly if isinstance(formerly, list) else ())):
                found[f"{objective.data.get('id')}/{name}"] = one
        for amendment in objective.items("amendments"):
            if amendment.data.get("field") == DROPPED:
                found.setdefault(f"{objective.data.get('id')}/{amendment.data.get('key_result')}", None)
    return found


def _keys(holder: Item, key: str, known: Mapping[str, Item | None], noun: str) -> Iterator[Finding]:
    said = holder.mapping(key)
    for name in said.data if said is not None else ():
        if said is not None and name not in known:
            yield Finding(said.key(name), f"there is no {noun} {quoted(name)}", suggestion(name, sorted(known)))


def _milestones(top: Item, objectives: Iterable[Item]) -> Iterator[Finding]:
    known, said = _local(objectives, "key_results"), top.mapping("key_results")
    for name in said.data if said is not None else ():
        entry = said.mapping(name) if said is not None else None
        done, promised = entry.mapping("milestones") if entry is not None else None, known.get(name)
        if done is not None and promised is not None:
            steps = [str(one.data.get("id")) for one in promised.items("milestones")]
            for step in done.data:
                if step not in steps:
                    message = f"there is no milestone {quoted(step)} in key result {quoted(name)}"
                    yield Finding(done.key(step), message, suggestion(step, steps))


def _names(files: Files) -> Iterator[Finding]:
    """A source, cycle, `supports`, amendment, department tag or key of a check-in that points at nothing."""
    yield from unknown_name(files)
    yield from check_in_unknown(files)


@hookimpl
def okr_rules() -> list[Rule]:
    """204 and 206."""
    return [
        Rule("OKR204", "unknown-name", "error", _names, "a name that points at nothing"),
        Rule("OKR206", "circular-support", "error", circular_support, "objectives in a circle", guard=True),
    ]
