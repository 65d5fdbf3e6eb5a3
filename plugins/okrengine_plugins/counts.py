"""Rules: few enough objectives and key results that all of them can be looked after."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Item, Note, Rule, hookimpl


def too_many_key_results(files: Files, *, max: int = 5) -> Iterator[Finding]:  # noqa: A002  the name of the option
    """More key results in an objective than a team can look after.

    Each of them asks for attention every week. From the sixth on they are mostly a list of everything that is measured,
    and nobody can say which of them the quarter is about.

    max: the most that are fine
    """
    for objective in files.objectives:
        yield from _over(list(objective.items("key_results")), max, "key results", f"objective {objective.name}")


def too_many_objectives(files: Files, *, max: int = 5) -> Iterator[Finding]:  # noqa: A002  the name of the option
    """More objectives in a file, which is one team's for one cycle, than people remember.

    What nobody can recite steers nobody. Fewer objectives also show what the team has decided not to do.

    max: the most that are fine
    """
    for team in files.teams:
        yield from _over(list(team.items("objectives")), max, "objectives", "this file")


def _over(items: list[Item], most: int, noun: str, where: str) -> Iterator[Finding]:
    """The first one beyond the limit; the note stands at the first of all."""
    if len(items) > max(most, 0):
        one = items[max(most, 0)]
        message = f"{where} has {len(items)} {noun}; {one.name} is beyond the limit of {max(most, 0)}"
        note = Note(f"the first of {len(items)}", items[0].place())
        yield Finding(one.place(), message, f"keep the {most} that matter most" if most > 0 else None, (note,))


def _key_results(number: int) -> str:
    return "id: advised\ntitle: Advice that customers can use\nkey_results:\n" + "".join(
        f"  - {{id: at-counter-{one}, title: Answers at counter {one} rated good, baseline: 60%, target: 75%}}\n"
        for one in range(1, number + 1)
    )


def _objectives(number: int) -> str:
    return "version: 1\ncycle: 2026-Q4\nteam: service\nowner: nok\nobjectives:\n" + "".join(
        f"  - {{id: branch-{one}, title: People like to come back to this branch, owner: p-{one}, key_results: "
        f"[{{id: returning, title: Visitors who come again, baseline: 40%, target: 55%}}]}}\n"
        for one in range(1, number + 1)
    )


@hookimpl
def okr_rules() -> list[Rule]:
    """401 and 402."""
    return [
        Rule(
            "OKR401",
            "too-many-key-results",
            "warning",
            too_many_key_results,
            "too many key results",
            mend="keep those that matter most, or write a second objective",
            example=Example(_key_results(6), _key_results(5), "objective"),
            scope="file",
        ),
        Rule(
            "OKR402",
            "too-many-objectives",
            "warning",
            too_many_objectives,
            "too many objectives",
            mend="keep those that matter most in this cycle",
            example=Example(_objectives(6), _objectives(5), "okr"),
            scope="file",
        ),
    ]
