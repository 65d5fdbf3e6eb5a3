"""From what a validator found to a problem in our own words, made of keyword, path and schema."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from okrengine.nearness import suggestion
from okrengine.schema.checking.meant_keys import key_hint, stands_for
from okrengine.schema.checking.meant_values import id_from, mend
from okrengine.schema.checking.naming import called, due, found, holder, item_place
from okrengine.schema.checking.patterns import Fault
from okrengine.schema.checking.renaming import renaming
from okrengine.schema.words import MAPPING
from okrengine.syntax import INVISIBLE, Document, Path, Problem, deletion, named, problem, quoted

_ORDER = ("type", "const", "enum", "maxLength", "pattern", "calendar", "quantity", "device")


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of the validator. `key` is the key that is missing or unknown."""

    keyword: str
    path: Path
    schema: Any
    value: Any
    limit: Any
    fault: Fault

    @property
    def key(self) -> str:
        """The missing or unknown key."""
        return self.fault.key


def findings(validator: Any, data: Any) -> list[Finding]:
    """Everything that a validator has against `data`, at most one finding about each value."""
    kept: dict[tuple[Any, ...], Finding] = {}
    for error in validator.iter_errors(data):
        fault = error.cause if isinstance(error.cause, Fault) else Fault()
        one = Finding(
            error.validator, tuple(error.absolute_path), error.schema, error.instance, error.validator_value, fault
        )
        place = (one.path, fault.key, "keys" if fault.key else "value")
        if place not in kept or _rank(one) < _rank(kept[place]):
            kept[place] = one
    return list(kept.values())


def _rank(one: Finding) -> int:
    return _ORDER.index(one.keyword) if one.keyword in _ORDER else len(_ORDER)


def worded(found: Iterable[Finding], document: Document, kind: str) -> list[Problem]:
    """The problems of findings about one mapping: an unknown key that stands for a missing one leaves a single one."""
    found = list(found)
    lacking = [one.key for one in found if one.keyword == "required"]
    stood = set()
    problems = []
    for one in found:
        if one.keyword == "additionalProperties":
            stood.add(stands_for(one.key, kind, one.schema.get("properties", {}), lacking))
            problems.append(unknown(one, document, kind, lacking))
        elif one.keyword != "required":
            problems.append(describe(one, document, kind))
    return problems + [
        missing(one, document, kind) for one in found if one.keyword == "required" and one.key not in stood
    ]


def describe(one: Finding, document: Document, kind: str) -> Problem:
    """The problem that a finding about a value is."""
    return _WORDING.get(one.keyword, _other)(one, document, kind)


def missing(one: Finding, document: Document, kind: str) -> Problem:
    """A required key is absent."""
    place = item_place(document, one.path)
    example = "2026-11-30" if one.key == "by" and "milestones" in one.path else _EXAMPLES.get(one.key, "…")
    hint = f"add `{one.key}: {example}`"
    if one.key == "id":
        own = id_from(one.value.get("title"))
        hint = f"add `id: {own}`" if own else f"add an id such as `id: {example}`"
    return problem("OKR102", f"{holder(document, one.path, kind)} has no `{one.key}`", place, hint)


def unknown(one: Finding, document: Document, kind: str, first: list[str]) -> Problem:
    """A key that nothing knows; `first` are the keys that are missing beside it."""
    message = f"unknown key {quoted(one.key)} in {holder(document, one.path, kind)}"
    known = one.schema.get("properties", {})
    path = (*one.path, one.key)
    hint = key_hint(one.key, kind, one.value, known, first)
    fix = renaming(document, path, one.value, known, first)
    if fix is not None and fix.message != f"writes `{stands_for(one.key, kind, known, first)}`":
        fix = None
    return problem("OKR101", message, document.key(path), hint, fix=fix)


_EXAMPLES = {
    "version": "1",
    "by": "nok",
    "cycle": "2026-Q4",
    "team": "after-sales",
    "id": "resolution-time",
    "at": "2026-11-21T09:00:00+07:00",
    "target": "90%",
    "stretch": "10`, or `change: -20%",
    "at_least": "85%`, or `at_most: 6%",
    "measure_by": "2026-10-15",
    "on": "2026-11-15",
    "from": "2026-10-01",
    "to": "2026-12-31",
    "progress": "30%",
    "due": "2026-11-28",
    "path": "data/surveys.csv",
    "type": "csv",
    "metric": "csat",
}


def _type(one: Finding, document: Document, kind: str) -> Problem:
    if one.limit == "null":
        place = document.key(one.path)
        message = f"`{one.path[-1]}` conflicts with another key of {holder(document, one.path[:-1], kind)}"
        return problem("OKR106", message, place, one.schema.get("errorMessage"))
    message = f"{_called(one, document, kind)} is {found(one.value)}; it takes {due(one.schema)}"
    hint = mend(one.value, one.schema) or one.schema.get("errorMessage") or MAPPING
    place = document.value(one.path)
    if one.value is None and re.match(r":\s+#\S", document.lines[place.line - 1][place.end_column - 1 :]):
        hint = f'`#` starts a comment: quote the text, {one.path[-1]}: "#…"'
    return problem("OKR103", message, place, hint)


def _const(one: Finding, document: Document, _kind: str) -> Problem:
    if one.path == ("version",) and str(one.value) != str(one.limit):
        known = f"version {quoted(one.value)} of the format is not known"
        message = "`version` is empty" if one.value is None else known
        return problem("OKR105", message, document.value(one.path), one.schema.get("errorMessage"))
    code, message = "OKR104", f"{quoted(one.value)} is not allowed {_where(one)}"
    if isinstance(one.value, str) and one.value == str(one.limit):
        code, message = "OKR103", f"{quoted(one.path[-1])} is a text; it takes {found(one.limit)}"
    return problem(code, message, document.value(one.path), one.schema.get("errorMessage"))


def _enum(one: Finding, document: Document, _kind: str) -> Problem:
    words = [word for word in one.limit if isinstance(word, str)]
    hint = suggestion(str(one.value), words)
    if not hint.startswith("did"):
        hint = one.schema.get("errorMessage") or hint
    return problem("OKR104", f"{quoted(one.value)} is not allowed {_where(one)}", document.value(one.path), hint)


def _pattern(one: Finding, document: Document, _kind: str) -> Problem:
    if unseen := hidden(one.value, document, one.path):
        return unseen
    name = called(one.schema)
    message = f"{quoted(one.value)} is not {name}" if name else f"{quoted(one.value)} is not allowed {_where(one)}"
    hint = mend(one.value, one.schema) or one.schema.get("patternErrorMessage")
    return problem("OKR104", message, document.value(one.path), hint)


def hidden(value: str, document: Document, path: Path, blank: str | None = None) -> Problem | None:
    """What is wrong with a text that would be right but for a character that nobody sees; it may stand for `blank`."""
    found, place = INVISIBLE.search(value), document.value(path)
    if found is None:
        return None
    fix = deletion(document.text, place, blank)
    return problem("OKR005", f"{quoted(value)} holds {named(found[0])}", place, "delete it", fix=fix)


def _calendar(one: Finding, document: Document, _kind: str) -> Problem:
    return problem("OKR303", one.fault.message, document.value(one.path), one.fault.hint)


def _quantity(one: Finding, document: Document, _kind: str) -> Problem:
    if unseen := hidden(one.value, document, one.path, " "):
        return unseen
    return problem("OKR104", one.fault.message, document.value(one.path), one.fault.hint)


def _limit(one: Finding, document: Document, _kind: str) -> Problem:
    side = "less" if one.keyword == "minimum" else "more"
    message = f"{quoted(one.value)} is {side} than {one.limit}"
    return problem("OKR104", message, document.value(one.path), one.schema.get("errorMessage"))


def _length(one: Finding, document: Document, kind: str) -> Problem:
    message = f"{_called(one, document, kind)} has {len(one.value):,} characters; at most {one.limit:,} fit"
    return problem("OKR003", message, document.value(one.path), "shorten it")


def _size(one: Finding, document: Document, kind: str) -> Problem:
    if one.schema.get("minItems") == one.limit:
        return _exact(one, document, kind)
    message = f"{_called(one, document, kind)} holds {len(one.value):,} things; at most {one.limit:,} fit"
    return problem("OKR003", message, document.value(one.path), "split it")


def _few(one: Finding, document: Document, kind: str) -> Problem:
    if one.schema.get("maxItems") == one.limit:
        return _exact(one, document, kind)
    message = f"{_called(one, document, kind)} holds {len(one.value)} things; at least {one.limit} is needed"
    return problem("OKR104", message, document.value(one.path), "add one")


def _exact(one: Finding, document: Document, kind: str) -> Problem:
    message = f"{_called(one, document, kind)} holds {len(one.value)}; it takes {one.limit}"
    return problem("OKR104", message, document.value(one.path), one.schema.get("errorMessage"))


def _other(one: Finding, document: Document, kind: str) -> Problem:
    return problem("OKR104", f"{_called(one, document, kind)} is not right here", document.value(one.path))


def _where(one: Finding) -> str:
    """What the value was to be: `as `kind``, `in `days``."""
    return f"in `{one.path[-2]}`" if isinstance(one.path[-1], int) else f"as {quoted(one.path[-1])}"


def _called(one: Finding, document: Document, kind: str) -> str:
    """The value as a message names it: by its key, or by what it is."""
    if not one.path or isinstance(one.path[-1], int):
        return holder(document, one.path, kind) if isinstance(one.value, dict) or not one.path else _member(one)
    return f"{quoted(one.path[-1])}"


def _member(one: Finding) -> str:
    return f"an item of `{one.path[-2]}`"


_WORDING: dict[str, Callable[[Finding, Document, str], Problem]] = {
    "type": _type,
    "const": _const,
    "enum": _enum,
    "pattern": _pattern,
    "calendar": _calendar,
    "quantity": _quantity,
    "device": _quantity,
    "minimum": _limit,
    "maximum": _limit,
    "maxLength": _length,
    "maxItems": _size,
    "maxProperties": _size,
    "minItems": _few,
}
