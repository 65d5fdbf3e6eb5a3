"""The findings as JSON: one document, or a line for each."""

from typing import Any

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import LEVELS
from okrengine.diagnostics.facts import Fact, complete, end, facts
from okrengine.diagnostics.json_text import json_text
from okrengine.syntax import Fix, Note, Place, escaped

FORMAT_VERSION = "1.0"
"""A minor version only adds; whoever reads refuses another major one."""


def json_document(checked: Checked) -> str:
    """One document, as schemas/diagnostics.schema.json says, with a line for each finding."""
    found = facts(checked)
    document = {
        **_head(checked),
        "problems": [_problem(one) for one in found if one.ignored is None],
        "ignored": [_problem(one) for one in found if one.ignored is not None],
    }
    return f"{json_text(document, 2)}\n"


def json_lines(checked: Checked) -> str:
    """A line with the version and the summary, then one for each finding, those that are ignored among them."""
    return "".join(f"{json_text(one)}\n" for one in (_head(checked), *(_problem(fact) for fact in facts(checked))))


def _head(checked: Checked) -> dict[str, Any]:
    counts = {level: sum(one.severity == level for one in checked.problems) for level in LEVELS}
    summary = {
        "files": len(checked.files),
        "key_results": checked.key_results,
        **counts,
        "ignored": len(checked.ignored),
        "fixable": sum(one.fix is not None for one in checked.problems),
        "mended": sum(checked.mended.values()),
        "complete": complete(checked),
    }
    return {"format_version": FORMAT_VERSION, "summary": summary}


def _problem(fact: Fact) -> dict[str, Any]:
    problem, ignored = fact.problem, fact.ignored
    return {
        "code": problem.code,
        "slug": problem.slug,
        "severity": problem.severity,
        "message": escaped(problem.message),
        "hint": escaped(problem.hint) if problem.hint else None,
        "place": _place(problem.place),
        "notes": [_note(note) for note in problem.notes],
        "fix": _fix(problem.fix) if problem.fix is not None else None,
        "ignored": {"reason": escaped(ignored.reason), "place": _place(ignored.place)} if ignored else None,
        "fingerprint": fact.fingerprint,
    }


def _note(note: Note) -> dict[str, Any]:
    return {"message": escaped(note.message), "place": _place(note.place) if note.place is not None else None}


def _fix(fix: Fix) -> dict[str, Any]:
    edits = [{"place": _place(edit.place), "text": edit.text} for edit in fix.edits]
    return {"message": escaped(fix.message), "edits": edits}


def _place(place: Place) -> dict[str, Any]:
    end_line, end_column = end(place)
    return {
        "path": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": end_line,
        "end_column": end_column,
    }
