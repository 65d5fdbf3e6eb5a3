"""The findings as the results of tests, for the many programs that show those."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.facts import remarks
from okrengine.syntax import COMMAND, Problem, escaped

_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def junit(checked: Checked) -> str:
    """A suite for each file and a case for each finding; a file without any is one case that passed.

    A case failed where the run fails by its finding, else its output tells it. Nothing that Jenkins does not know: no
    element or attribute of a later dialect. The text stands in the element, since GitLab does not read the attribute.
    """
    found = sorted(checked.problems, key=lambda one: one.order)
    by_file = {name: tuple(ones) for name, ones in groupby(found, key=lambda one: one.place.file)}
    suites = [
        row for name in sorted({*checked.files, *by_file}) for row in _suite(name, by_file.get(name, ()), checked)
    ]
    tests = sum(max(len(by_file.get(name, ())), 1) for name in {*checked.files, *by_file})
    head = f'<testsuites name="okr validate" tests="{tests}" failures="{_failed(checked, found)}" errors="0">'
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>"]
    return "".join(f"{row}\n" for row in rows)


def _suite(file: str, problems: Sequence[Problem], checked: Checked) -> Iterator[str]:
    name, number, failed = _xml(file), len(problems), _failed(checked, problems)
    yield f'  <testsuite name="{name}" tests="{max(number, 1)}" failures="{failed}" errors="0" skipped="0">'
    names: Counter[str] = Counter()
    for one in problems:
        case = f"{one.code} {one.slug} {file}:{one.place.line}:{one.place.column}"
        names[case] += 1
        unique = case if names[case] == 1 else f"{case} ({names[case]})"
        yield f'    <testcase classname="{name}" name="{_xml(unique)}">'
        if checked.fails(one):
            yield f'      <failure type="{one.severity}" message="{_xml(one.text)}">{_body(one)}</failure>'
        else:
            yield f"      <system-out>{_body(one)}</system-out>"
        yield "    </testcase>"
    if not problems:
        yield f'    <testcase classname="{name}" name="{name}"/>'
    yield "  </testsuite>"


def _failed(checked: Checked, problems: Sequence[Problem]) -> int:
    return sum(checked.fails(one) for one in problems)


def _body(problem: Problem) -> str:
    return "\n".join([_xml(str(problem)), *(_xml(one) for one in remarks(problem))])


def _xml(text: str) -> str:
    """`text` in one line without what XML 1.0 refuses, and without orders to the log of a build."""
    return COMMAND.sub(r"\1&#91;", escaped(text).translate(_ENTITIES))
