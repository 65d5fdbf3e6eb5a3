"""What GitHub shows beside the lines of a pull request, and the table below a job that lists everything."""

import re

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import LEVELS, closing, counted
from okrengine.diagnostics.facts import end, remarks
from okrengine.syntax import COMMAND, Place, Problem, escaped, visible

SHOWN = 10
"""As many errors, and as many warnings, does GitHub keep of one step."""

LARGEST_SUMMARY = 1_000_000
"""Bytes of a summary; GitHub drops one beyond 1 MiB."""

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")


def github(checked: Checked) -> str:
    """Commands to the log of a job: the first ten errors, the first ten warnings, and how many more there are."""
    found = sorted(checked.problems, key=lambda one: one.order)
    commands, left = [], {}
    for level in LEVELS:
        ones = [one for one in found if one.severity == level]
        kept = 0 if level == "info" else SHOWN
        commands += [_annotation(one) for one in ones[:kept]]
        left[level] = len(ones[kept:])
    if more := sum(left.values()):
        levels = ", ".join(counted(number, level) for level, number in left.items() if number)
        commands.append(f"::notice title=okr validate::{more:,} more ({levels}): the summary of the job lists all")
    return "".join(f"{one}\n" for one in commands)


def job_summary(checked: Checked) -> str:
    """Every finding in a table of Markdown, cut where GitHub would drop all of it."""
    found = sorted(checked.problems, key=lambda one: one.order)
    head = f"### okr validate\n\n{_markdown(closing(checked).rstrip())}\n\n"
    if not found:
        return head
    head += "| severity | rule | place | message |\n| --- | --- | --- | --- |\n"
    rows, size = [], len(head.encode())
    for one in found:
        where = f"{one.place.file}:{one.place.line}:{one.place.column}"
        cells = (one.severity, f"{one.code} {one.slug}", where, one.text)
        row = f"| {' | '.join(_markdown(escaped(cell)) for cell in cells)} |\n"
        size += len(row.encode(errors="replace"))
        if size > LARGEST_SUMMARY:
            break
        rows.append(row)
    left = len(found) - len(rows)
    return f"{head}{''.join(rows)}" + (f"\nand {left:,} more\n" if left else "")


def _annotation(problem: Problem) -> str:
    facts = {"title": f"{problem.code} {problem.slug}", **_stretch(problem.place)}
    properties = ",".join(f"{name}={_property(str(value))}" for name, value in facts.items())
    text = "\n".join([problem.text, *remarks(problem)])
    return f"::{problem.severity} {properties}::{_data(text)}"


def _stretch(place: Place) -> dict[str, str | int]:
    """Columns are for places in one line: GitHub drops an annotation that has them otherwise."""
    end_line, end_column = end(place)
    facts: dict[str, str | int] = {"file": place.file, "line": place.line, "endLine": end_line}
    return facts if end_line > place.line else {**facts, "col": place.column, "endColumn": end_column}


def _data(text: str) -> str:
    text = COMMAND.sub(r"\1\\[", visible(text, keep="\r\n"))
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _markdown(text: str) -> str:
    """Text for a cell of a table: nothing in it is a mark, a link or HTML."""
    return _PUNCTUATION.sub(r"\\\1", text)
