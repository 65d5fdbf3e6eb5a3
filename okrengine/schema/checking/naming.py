"""What messages call the parts of a document."""

from typing import Any

from okrengine.schema.words import NOUNS
from okrengine.syntax import Document, Path, Place, quoted

_NOUNS = {
    "objectives": "objective",
    "key_results": "key result",
    "milestones": "milestone",
    "guardrails": "guardrail",
    "initiatives": "initiative",
    "amendments": "amendment",
    "curve": "waypoint",
    "sources": "source",
    "named": "cycle",
    "blockers": "blocker",
    "next": "next step",
    "verdicts": "verdict",
}
_FILES = {"okr": "the OKR file", "okrengine": "okrengine.yaml", "checkin": "the check-in", "answers": "the answers"}
_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
}
_PLAIN = ("string", "number", "integer")


def holder(document: Document, path: Path, kind: str) -> str:
    """The mapping at `path`: `key result `keep-csat``, `guardrail of key result `x``, `the OKR file`."""
    if not path:
        return _FILES.get(kind, "the document")
    if isinstance(path[-1], int):
        noun = _NOUNS.get(str(path[-2]), "item")
        name = _id(document, path)
        return f"{noun} {name}" if name else f"{noun} of {holder(document, path[:-2], kind)}"
    if len(path) > 1 and path[-2] in _NOUNS:
        return f"{_NOUNS[str(path[-2])]} {quoted(path[-1])}"
    inner = f"`{path[-1]}`" if len(str(path[-1])) < 40 else "the mapping"  # noqa: PLR2004  a key of the user's own
    return inner if len(path) == 1 else f"{inner} of {holder(document, path[:-1], kind)}"


def item_place(document: Document, path: Path) -> Place:
    """Where something is missing: the item's id, else the key that it stands under, else its first key."""
    if (*path, "id") in document.values:
        return document.value((*path, "id"))
    if path in document.keys:
        return document.key(path)
    data = document.at(path)
    return document.key((*path, next(iter(data)))) if isinstance(data, dict) and data else document.value(path)


def found(value: Any) -> str:
    """What stands there, without its content."""
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return "true or false"
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    if isinstance(value, str):
        return "a text"
    return "a number" if value == int(value) else "a number with decimals"


def due(schema: dict[str, Any]) -> str:
    """What should stand there: `a date`, `a quantity or a mapping`, `a list`."""
    types = schema.get("type", ())
    types = [types] if isinstance(types, str) else list(types)
    names = [name] if (name := called(schema)) else []
    names += [_TYPES[one] for one in types if one in _TYPES and not (name and one in _PLAIN)]
    return f"{', '.join(names[:-1])} or {names[-1]}" if len(names) > 1 else "".join(names) or "a value"


def called(schema: dict[str, Any]) -> str | None:
    """What a text of the form that a schema asks for is called: `a date`; None where any text will do."""
    return NOUNS.get(schema.get("pattern", ""))


def _id(document: Document, path: Path) -> str | None:
    value = document.at((*path, "id"))
    return quoted(value) if isinstance(value, str) else None
