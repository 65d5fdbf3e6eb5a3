"""A rule on its own example: a project that is good otherwise, as `okr validate` reads it."""

import tempfile
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import cache
from pathlib import Path
from textwrap import indent

from okrengine.config import FILE
from okrengine.offers import Example, Rule
from okrengine.project import BrokenFilesError, Project
from okrengine.registry import Registry, find
from okrengine.syntax import Problem, read

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  surveys:
    type: csv
    path: data/surveys.csv
    columns: {response_id: id, responded_at: at, score: q1, touchpoint: shop, channel: channel}
  helpdesk:
    type: csv
    path: data/tickets.csv
    columns: {ticket_id: id, created_at: opened, first_response_at: replied, resolved_at: solved, is_complaint: angry}
  tasks: {type: csv, path: data/tasks.csv, columns: {item_id: id, opened_at: opened, done_at: done}}
"""
DATA = {
    "data/surveys.csv": "id,at,q1,shop,channel\n",
    "data/tickets.csv": "id,opened,replied,solved,angry\n",
    "data/tasks.csv": "id,opened,done\n",
}
HEAD = "version: 1\ncycle: 2026-Q4\nteam: service\nowner: nok\nobjectives:\n"
OBJECTIVE = "  - id: glad\n    title: Customers are glad that they came to us\n    key_results:\n"
MEASURED = """\
      - id: satisfied
        title: Satisfied answers rise from 80% to 90%
        owner: fern
        metric: csat
        source: surveys
        where: {touchpoint: shop}
        baseline: 80%
        target: 90%
"""
STATED = """\
      - id: satisfied
        title: Satisfied answers rise from 80% to 90%
        owner: fern
        baseline: 80%
        target: 90%
"""
OKR = "okrs/service.yaml"
CHECKIN = "checkins/2026-Q4/service/2026-11-20T020000Z.yaml"


def check_rule(rule: Rule, registry: Registry | None = None) -> None:
    """Check the example of a rule: `bad` has this one finding and no other, `good` has none.

    Every other rule of `registry`, by default of all that is installed, is asked too. A `key result` or `objective`
    of the example stands in the file of team `service` for 2026-Q4, beside the key result `glad/satisfied`; a
    `checkin` is what that team said on 2026-11-20. The sources are `surveys`, `helpdesk` and `tasks`; in an example
    that is okrengine.yaml itself nothing is measured. Raises `AssertionError` with what was found instead.
    """
    if rule.example is None:
        raise AssertionError(f"{rule.slug} has no example")
    found = findings(rule, rule.example.bad, registry)
    if [(one.slug, one.code, one.severity) for one in found] != [(rule.slug, rule.code, rule.severity)]:
        raise AssertionError(f"the bad example of {rule.slug} must have that one finding; {_told(found)}")
    found = findings(rule, rule.example.good, registry)
    if found:
        raise AssertionError(f"the good example of {rule.slug} must have no finding; {_told(found)}")


def findings(rule: Rule, text: str | bytes, registry: Registry | None = None) -> tuple[Problem, ...]:
    """What is found in the project of a rule's example with `text` as its part."""
    example = rule.example or Example(text, "")
    known = registry or _installed()
    if rule.check is not None:
        known = replace(known, rules={**known.rules, rule.slug: rule})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        for path, content in _files(example, text).items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content.encode("utf-8", "surrogateescape"))
        try:
            project = Project.open(folder, registry=known)
            return project.validate(as_of=datetime.combine(example.as_of, time(9), UTC)).problems
        except BrokenFilesError as error:
            return error.problems


@cache
def _installed() -> Registry:
    return find()


def _files(example: Example, text: str | bytes) -> dict[str, str]:
    """The project: what is good beside the example, what the example brings, and the part itself."""
    plain = text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text
    okr = HEAD + OBJECTIVE + (STATED if example.part == "okrengine" else MEASURED)
    path, content = {
        "key result": (OKR, okr + _listed(plain, "      ")),
        "objective": (OKR, okr + _listed(plain, "  ")),
        "okr": (OKR, plain),
        "okrengine": (FILE, plain),
        "checkin": (CHECKIN, plain),
    }[example.part]
    said = {} if any(name.startswith("checkins/") for name in example.beside) else _said(example, okr)
    return {FILE: SETTINGS, **DATA, OKR: okr, **said, **example.beside, path: content}


def _listed(text: str, deep: str) -> str:
    """The YAML of one mapping as an item of a list."""
    if not text.startswith("- "):
        text = f"- {indent(text, '  ').lstrip()}"
    return indent(text.rstrip("\n") + "\n", deep)


def _said(example: Example, okr: str) -> dict[str, str]:
    """A check-in of the day before, so that the team has been heard of."""
    document, _ = read((example.good if example.part == "okr" else okr).encode(), OKR)
    data = document.data if document is not None else {}
    team, cycle = data.get("team"), data.get("cycle")
    at = datetime.combine(example.as_of - timedelta(days=1), time(2), UTC)
    name = f"checkins/{cycle}/{team}/{at:%Y-%m-%dT%H%M%SZ}.yaml"
    return {name: f"version: 1\ncycle: {cycle}\nteam: {team}\nat: {at.isoformat()}\nby: nok\nkey_results: {{}}\n"}


def _told(found: Sequence[Problem]) -> str:
    return "found instead: " + ("; ".join(map(str, found)) or "nothing")
