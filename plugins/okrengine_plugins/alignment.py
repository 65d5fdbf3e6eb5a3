"""Rules: every department takes part, and what the teams want hangs together."""

from collections.abc import Iterator
from datetime import date

from okrengine import Example, Files, Finding, Item, Rule, hookimpl, quoted, suggestion


def department_not_involved(files: Files) -> Iterator[Finding]:
    """A department of okrengine.yaml that no objective or key result of the running cycle has in its tags.

    What a customer lives through goes across departments: the promise of sales is kept by the warehouse and judged at
    the service desk. A department without a part in any objective hears of them last.
    """
    running, declared = [one for one in files.objectives if files.runs(one)], files.settings.departments
    if not running or not _sure(files, running):
        return
    involved = {str(name) for objective in running for name in _departments(objective)}
    meant = {suggestion(name, declared) for name in involved.difference(declared)}
    for number, name in enumerate(declared):
        if name not in involved and f"did you mean {quoted(name)}?" not in meant:
            cycles = " and ".join(sorted({str(one.inside.data["cycle"]) for one in running if one.inside}))
            message = f"no objective of {cycles} involves the department {quoted(name)}"
            hint = f"tag what it takes part in: `tags: {{department: {name}}}`"
            yield Finding(files.project.value(("departments", number)), message, hint)


def _sure(files: Files, running: list[Item]) -> bool:
    """Whether it is known what runs, and that no other key of it was meant to be `tags`."""
    known = not files.unread and all(files.cycle(top) is not None for top in files.teams)
    return known and all(one.clear for objective in running for one in (objective, *objective.items("key_results")))


def _departments(objective: Item) -> Iterator[object]:
    """What the `department` tags of an objective and its key results say, even where that has a problem."""
    for item in (objective, *objective.items("key_results")):
        tags = item.data.get("tags")
        said = tags.get("department") if isinstance(tags, dict) else None
        yield from said if isinstance(said, list) else [said]


def not_aligned(files: Files) -> Iterator[Finding]:
    """An objective that supports nothing and that nothing supports, where the cycle has more than one team.

    Either it helps something that the others want, and saying so makes them ask how it stands, or it helps nothing, and
    then somebody should know why it is done.
    """
    if files.unread:
        return
    teams: dict[str, set[object]] = {}
    for objective in files.objectives:
        teams.setdefault(_cycle(objective), set()).add(_team(objective))
    supported = set(_supported(files))
    for objective in files.objectives:
        alone = not objective.data.get("supports") and objective.clear and objective.text("id") is not None
        others = len(teams[_cycle(objective)]) > 1
        if alone and others and (_team(objective), objective.data["id"]) not in supported:
            message = f"objective {objective.name} stands alone: it supports no other, and no other supports it"
            yield Finding(objective.place(), message, "add `supports: [team/objective]`, here or where it helps")


def _cycle(objective: Item) -> str:
    return str(objective.inside.data.get("cycle")) if objective.inside is not None else ""


def _team(objective: Item) -> object:
    return str(objective.inside.data.get("team")) if objective.inside is not None else ""


def _supported(files: Files) -> Iterator[tuple[str, str]]:
    """Team and objective of every address that something supports; a key result stands for its objective."""
    for objective in files.objectives:
        said = objective.data.get("supports")
        for address in said if isinstance(said, list) else ():
            team, _, rest = str(address).partition("/")
            yield team, rest.partition("/")[0]


def _tagged(tags: str) -> str:
    return (
        "version: 1\ncycle: 2026-Q4\nteam: service\nowner: nok\nobjectives:\n  - id: glad\n"
        f"    title: Whoever asks goes home with an answer\n    tags: {{department: {tags}}}\n    key_results:\n"
        "      - {id: answered, title: Answers rated good, owner: fern, baseline: 60%, target: 75%}\n"
    )


def _departments_of(names: str) -> str:
    return f"version: 1\ntimezone: Asia/Bangkok\ndepartments: [{names}]\n"


OTHER = """\
version: 1
cycle: 2026-Q4
team: sales
owner: beam
objectives:
  - id: honest-advice
    title: Nobody buys what does not suit them
{}    key_results:
      - {{id: kept, title: Goods that stay with their buyer, owner: fah, baseline: 88%, target: 94%}}
"""
DECLARING = """\
version: 1
cycle: 2026-Q4
team: company
owner: june
objectives:
  - id: loved
    title: People tell their friends about us
    key_results:
      - {id: told, title: New customers who came through friends, owner: tan, baseline: 20%, target: 30%}
"""
HELPING = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: glad
    title: Customers are glad that they came to us
    supports: [company/loved]
    key_results:
      - {id: satisfied, title: Satisfied answers rise from 80% to 90%, owner: fern, baseline: 80%, target: 90%}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """413 and 417."""
    return [
        Rule(
            "OKR413",
            "department-not-involved",
            "warning",
            department_not_involved,
            "a department without a part",
            mend="give it a part in an objective and tag that, or take it off `departments`",
            example=Example(
                _departments_of("service, sales"),
                _departments_of("service"),
                "okrengine",
                {"okrs/service.yaml": _tagged("service")},
            ),
        ),
        Rule(
            "OKR417",
            "not-aligned",
            "info",
            not_aligned,
            "an objective by itself",
            mend="say what it supports, or what supports it",
            example=Example(
                OTHER.format(""),
                OTHER.format("    supports: [company/loved]\n"),
                "okr",
                {"okrs/company.yaml": DECLARING, "okrs/helping.yaml": HELPING},
                date(2026, 10, 5),
            ),
        ),
    ]
