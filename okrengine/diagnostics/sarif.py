"""SARIF 2.1.0, the format in which GitHub, Azure DevOps and editors take the findings of any checker."""

from typing import Any
from urllib.parse import quote

from okrengine import __version__
from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import LEVELS
from okrengine.diagnostics.facts import Fact, complete, end, facts
from okrengine.diagnostics.json_text import json_text
from okrengine.diagnostics.rule_help import markdown
from okrengine.offers import Rule
from okrengine.syntax import Fix, Ignored, Note, Place, escaped

MOST_RESULTS = 25_000
"""As many results of one run does GitHub take."""

FINGERPRINT = "okrengine/v1"
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_ROOT = "SRCROOT"


def sarif(checked: Checked) -> str:
    """One run with every rule, in the order of the codes, and a line for each finding.

    Beyond 25,000 results the most severe are kept, and the run says so.
    """
    found = facts(checked)
    rules = _rules(checked, found)
    places = {rule["id"]: number for number, rule in enumerate(rules)}
    kept = _kept(found)
    invocation: dict[str, Any] = {"executionSuccessful": complete(checked)}
    if len(kept) < len(found):
        text = f"{len(found):,} findings; the {MOST_RESULTS:,} most severe of them are written here"
        invocation["toolExecutionNotifications"] = [{"level": "warning", "message": {"text": text}}]
    root = {"description": {"text": "The folder of okrengine.yaml."}}
    run = {
        "tool": {"driver": {"name": "okrengine", "version": __version__, "rules": rules}},
        "invocations": [invocation],
        "originalUriBaseIds": {_ROOT: root},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, places[one.problem.code]) for one in kept],
    }
    return f"{json_text({'$schema': _SCHEMA, 'version': '2.1.0', 'runs': [run]}, 4)}\n"


def _kept(found: list[Fact]) -> list[Fact]:
    if len(found) <= MOST_RESULTS:
        return found
    order = {id(one): number for number, one in enumerate(found)}
    weighed = sorted(found, key=lambda one: (one.ignored is not None, LEVELS.index(one.problem.severity)))
    return sorted(weighed[:MOST_RESULTS], key=lambda one: order[id(one)])


def _rules(checked: Checked, found: list[Fact]) -> list[dict[str, Any]]:
    """The rules that there are, and by name those findings whose rule is not described."""
    rules = {rule.code: _rule(rule) for rule in checked.rules.values()}
    for one in (fact.problem for fact in found):
        rules.setdefault(one.code, {"id": one.code, "name": one.slug})
    return [rules[code] for code in sorted(rules)]


def _rule(rule: Rule) -> dict[str, Any]:
    parts = [rule.help, f"Mend: {rule.mend}" if rule.mend else "", f"More: okr explain {rule.slug}"]
    text = "\n\n".join(part for part in parts if part)
    return {
        "id": rule.code,
        "name": rule.slug,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.help.partition("\n\n")[0].replace("\n", " ") or rule.title},
        "help": {"text": text, "markdown": f"{markdown(rule)}\n\nMore: `okr explain {rule.slug}`"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(fact: Fact, index: int) -> dict[str, Any]:
    problem = fact.problem
    apart = [escaped(note.message) for note in problem.notes if note.place is None]
    related = [note for note in problem.notes if note.place is not None]
    found: dict[str, Any] = {
        "ruleId": problem.code,
        "ruleIndex": index,
        "level": _LEVELS[problem.severity],
        "message": {"text": _plain("\n".join([problem.text, *apart]))},
        "locations": [{"physicalLocation": _location(problem.place)}],
        "partialFingerprints": {FINGERPRINT: fact.fingerprint},
        "suppressions": [_suppression(fact.ignored)] if fact.ignored is not None else [],
    }
    if related:
        found["relatedLocations"] = [_related(note, number) for number, note in enumerate(related)]
    if problem.fix is not None and problem.fix.edits:
        found["fixes"] = [_fix(problem.fix)]
    return found


def _plain(text: str) -> str:
    """A text is no place for links: `[words](address)` of a title would be one."""
    return text.replace("](", "]\\(")


def _related(note: Note, number: int) -> dict[str, Any]:
    where = note.place or Place("")
    return {"id": number, "physicalLocation": _location(where), "message": {"text": _plain(escaped(note.message))}}


def _suppression(ignored: Ignored) -> dict[str, Any]:
    found: dict[str, Any] = {"kind": "inSource", "location": {"physicalLocation": _location(ignored.place)}}
    return {**found, "justification": escaped(ignored.reason)} if ignored.reason else found


def _fix(fix: Fix) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in sorted(fix.edits, key=lambda one: one.place):
        replacement = {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.place.file, []).append(replacement)
    return {
        "description": {"text": _plain(escaped(fix.message))},
        "artifactChanges": [
            {"artifactLocation": _artifact(file), "replacements": replacements}
            for file, replacements in changes.items()
        ],
    }


def _location(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place.file), "region": _region(place)}


def _artifact(file: str) -> dict[str, Any]:
    return {"uri": quote(file, errors="replace"), "uriBaseId": _ROOT}


def _region(place: Place) -> dict[str, Any]:
    end_line, end_column = end(place)
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": end_line,
        "endColumn": end_column,
    }
