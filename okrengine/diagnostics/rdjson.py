"""The format of reviewdog, which comments on pull requests with the change that mends a finding."""

from functools import cache
from itertools import accumulate
from typing import Any

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.facts import end, remarks, shown
from okrengine.diagnostics.json_text import json_text
from okrengine.syntax import Fix, Place, Problem, lines_of

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def rdjson(checked: Checked) -> str:
    """One document with a line for each finding; columns count bytes of UTF-8 from 1, the end is excluded."""
    lines = _Lines(checked)
    rows = [_diagnostic(one.problem, lines) for one in shown(checked)]
    return f"{json_text({'source': {'name': 'okrengine'}, 'diagnostics': rows}, 2)}\n"


class _Lines:
    """Where each line of a file begins, and each character of a line when bytes are counted."""

    def __init__(self, checked: Checked) -> None:
        self._texts = checked.texts
        self._starts = cache(self._find)
        self._bytes = cache(self._count)

    def _find(self, file: str) -> tuple[int, ...]:
        text, starts = self._texts.get(file, ""), [0]
        for line in lines_of(text):
            behind = starts[-1] + len(line)
            starts.append(behind + (2 if text.startswith("\r\n", behind) else 1))
        return tuple(starts)

    def _count(self, file: str, line: int) -> tuple[int, ...]:
        text = self.between(file, (line, 1), (line + 1, 1))
        widths = () if text.isascii() else (len(one.encode(errors="replace")) for one in text)
        return tuple(accumulate(widths, initial=0))

    def column(self, file: str, line: int, column: int) -> int:
        """A column that counts code points, as one that counts bytes; beyond the line each of them is one."""
        widths = self._bytes(file, line)
        inside = min(column - 1, len(widths) - 1)
        return widths[inside] + column - inside

    def between(self, file: str, *points: tuple[int, int]) -> str:
        """The text from one line and column to another."""
        starts = self._starts(file)
        begin, stop = (starts[min(line, len(starts)) - 1] + column - 1 for line, column in points)
        return self._texts.get(file, "")[begin:stop]


def _diagnostic(problem: Problem, lines: _Lines) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": "\n".join([problem.text, *remarks(problem)]),
        "location": _location(problem.place, lines),
        "severity": _SEVERITIES[problem.severity],
        "code": {"value": f"{problem.code} {problem.slug}"},
    }
    if suggestion := _suggestion(problem.fix, problem.place.file, lines):
        found["suggestions"] = [suggestion]
    return found


def _suggestion(fix: Fix | None, file: str, lines: _Lines) -> dict[str, Any] | None:
    """The edits of a fix as one change of one stretch of the file; a change of another file cannot be said here."""
    edits = sorted(fix.edits, key=lambda edit: edit.place) if fix is not None else []
    if not edits or any(edit.place.file != file for edit in edits):
        return None
    reached, text = edits[0].place.start, ""
    for edit in edits:
        text += lines.between(file, reached, edit.place.start) + edit.text
        reached = end(edit.place)
    first = edits[0].place
    return {"range": _range(Place(file, first.line, first.column, *reached), lines), "text": text}


def _location(place: Place, lines: _Lines) -> dict[str, Any]:
    return {"path": place.file, "range": _range(place, lines)}


def _range(place: Place, lines: _Lines) -> dict[str, Any]:
    ends = {"start": place.start, "end": end(place)}
    return {name: {"line": at[0], "column": lines.column(place.file, *at)} for name, at in ends.items()}
