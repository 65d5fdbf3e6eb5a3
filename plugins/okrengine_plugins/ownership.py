"""Rules: everything has somebody who answers for it, and not one body for everything."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Item, Rule, hookimpl, quoted

FEW = 3
AT_THE_TOP = "at the top of the file"


def no_owner(files: Files) -> Iterator[Finding]:
    """A key result or initiative without an owner on it, on its objective or at the top of the file.

    What belongs to everybody is looked at by nobody. An owner need not do the work: it is the person who knows how it
    stands, and whom the check-in asks.
    """
    for team in files.teams:
        owned = [(one, noun) for objective in team.items("objectives") for one, noun in _parts(objective)]
        alone = [(one, noun) for one, noun in owned if not _has_owner(one)]
        held = {noun for one, noun in owned if _has_owner(one)}
        if len(alone) > 1 and team.has("team") and (not held or held == {"initiative"} != {noun for _, noun in owned}):
            what = "no key result" if held else "nothing"
            message = f"{what} in this file of team {quoted(team.data['team'])} has an owner"
            yield Finding(team.place("team"), message, f"add `owner: name` {AT_THE_TOP}, and names where others do it")
            continue
        hint = "add `owner: name`" + f" here, or once {AT_THE_TOP}" * (len(alone) >= FEW)
        for one, noun in alone:
            yield Finding(one.place(), f"{noun} {one.name} has no owner", hint)


def _parts(objective: Item) -> Iterator[tuple[Item, str]]:
    """The key results and initiatives of an objective."""
    yield from ((one, "key result") for one in objective.items("key_results"))
    yield from ((one, "initiative") for one in objective.items("initiatives"))


def _has_owner(item: Item) -> bool:
    """Whether it or anything around it has an owner; also where an unknown key may have been meant as one."""
    around = item.inside
    return "owner" in item.data or not item.clear or (around is not None and _has_owner(around))


def one_owner_for_all(files: Files) -> Iterator[Finding]:
    """One name owns every objective, key result and initiative of a file with two objectives or three parts at least.

    Goals are reached by those who took part in setting them. With one name on everything the others have no promise of
    their own, and the one has too many.
    """
    for team in files.teams:
        objectives = list(team.items("objectives"))
        parts = [one for objective in objectives for one, _ in _parts(objective)]
        names = {_owner(one) for one in (*objectives, *parts)}
        if len(names) != 1 or None in names or (len(objectives) < 2 and len(parts) < FEW):  # noqa: PLR2004
            continue
        (name,) = names
        holder = next(one for one in (team, *objectives, *parts) if one.has("owner"))
        message = f"{quoted(name)} owns everything in this file: {_count(objectives, parts)}"
        yield Finding(holder.place("owner"), message, "name who does it where it is done")


def _owner(item: Item) -> str | None:
    """Who answers for an item; None where nobody does, or where the name is not known."""
    if "owner" in item.data:
        return item.text("owner")
    return _owner(item.inside) if item.inside is not None and item.clear else None


def _count(objectives: list[Item], parts: list[Item]) -> str:
    found = [(len(objectives), "objective"), (len(parts), "key results and initiatives")]
    number, noun = found[0]
    return f"{number} {noun if number == 1 else noun + 's'} with {found[1][0]} {found[1][1]}"


def _file(owner: str, *owners: str) -> str:
    """An OKR file with the given line for its owner, and one key result for each further line."""
    return (
        f"version: 1\ncycle: 2026-Q4\nteam: service\n{owner}objectives:\n  - id: glad\n"
        "    title: Whoever asks goes home with an answer\n    key_results:\n"
        + "".join(
            f"      - id: at-counter-{number}\n        title: Answers at counter {number} rated good\n{line}"
            "        baseline: 60%\n        target: 75%\n"
            for number, line in enumerate(owners, start=1)
        )
    )


@hookimpl
def okr_rules() -> list[Rule]:
    """403 and 418."""
    mine, yours = "        owner: nok\n", "        owner: fern\n"
    return [
        Rule(
            "OKR403",
            "no-owner",
            "warning",
            no_owner,
            "nobody answers for it",
            mend="add `owner:` to it, to its objective, or at the top of the file",
            example=Example(_file("", mine, ""), _file("", mine, yours), "okr"),
            scope="file",
        ),
        Rule(
            "OKR418",
            "one-owner-for-all",
            "info",
            one_owner_for_all,
            "one owner for everything",
            mend="name who does it, at each key result and initiative",
            example=Example(_file("owner: nok\n", "", "", ""), _file("owner: nok\n", "", yours, ""), "okr"),
            scope="file",
        ),
    ]
