"""Rule: objectives that support each other."""

from collections.abc import Iterator, Mapping

from okrengine import Example, Files, Finding, Item, Note, Rule, hookimpl
from okrengine_plugins.unknown_name import addresses, supports

MOST = 20
"""So many links of a circle are shown."""


def circular_support(files: Files) -> Iterator[Finding]:
    """Objectives that support each other in a circle, an objective that supports itself included.

    A score that goes up a circle would be counted in itself.
    """
    known = addresses(files)
    names = {id(item): address for address, item in known.items() if address.count("/") == 1}
    links = {
        address: [(known[name], number) for name, _, number in supports(known[address]) if name in known]
        for address in names.values()
    }
    told: set[str] = set()
    links = _tangled(links, names)
    for start, found in links.items():
        itself = any(names[id(item)] == start for item, _ in found)
        circle = _circle(start, links, names) if itself or start not in told else ()
        if circle:
            told.update(circle)
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


def _circle(start: str, links: Mapping[str, list[tuple[Item, int]]], names: Mapping[int, str]) -> tuple[str, ...]:
    """The shortest way from `start` back to itself, without recursion; empty where there is none."""
    before: dict[str, str] = {}
    waiting = [start]
    for address in waiting:
        for item, _ in links[address]:
            following = names[id(item)]
            if following == start:
                way = [address]
                while way[-1] != start:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if following not in before:
                before[following] = address
                waiting.append(following)
    return ()


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
    shown = circle if len(circle) <= MOST else (*circle[:MOST], "…")
    way = " → ".join((*shown, circle[0]))
    notes = tuple(Note(f"and here {name}", place) for name, place in places[1:MOST])
    return Finding(places[0][1], f"objectives support each other in a circle: {way}", "cut one link", notes)


OBJECTIVE = """\
id: fast
title: Every question gets its answer soon
supports: [service/fast]
key_results:
  - {id: quick-reply, metric: csat, source: surveys, where: {touchpoint: chat}, baseline: 70%, target: 85%}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """206."""
    return [
        Rule(
            "OKR206",
            "circular-support",
            "error",
            circular_support,
            "objectives in a circle",
            guard=True,
            mend="cut one of the links",
            example=Example(OBJECTIVE, OBJECTIVE.replace("service/fast", "service/glad"), "objective"),
        )
    ]
