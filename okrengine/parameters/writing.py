"""How a parameter is written: its JSON Schema, and a default as a person writes it."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from okrengine.parameters.kinds import FORMS, TEXT, Holiday, Seconds, Share
from okrengine.quantity import SECONDS


def sentence(mend: str) -> str:
    """A mend as a sentence."""
    return f"{mend[:1].upper()}{mend[1:]}."


def written(kind: Any, value: Any) -> Any:
    """A default as it would stand in YAML."""
    if get_origin(kind) in (Union, UnionType):
        return None if value is None else written(next(o for o in get_args(kind) if o is not NoneType), value)
    if isinstance(value, tuple):
        return [written(None, one) for one in value] or None
    if isinstance(value, date):
        return value.isoformat()
    if kind is Share and value is not None:
        return f"{value}%"
    if kind is Seconds and value is not None:
        unit = next(unit for unit in ("d", "h", "min", "s") if value % SECONDS[unit] == 0)
        return f"{value // SECONDS[unit]} {unit}"
    return value


def flow(value: Any) -> str:
    """A default as a person writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{', '.join(map(flow, value))}]" if isinstance(value, list) else str(value)


_SCALARS: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean", "errorMessage": "write true or false"},
    int: {"type": "integer", "errorMessage": "write a whole number"},
    Decimal: {"type": "number", "errorMessage": "write a number"},
    str: {"type": "string", "errorMessage": TEXT},
}


def schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of what may be written for a type."""
    options = [option for option in get_args(kind) if option is not NoneType]
    if get_origin(kind) in (Union, UnionType):
        return schema(options[0]) if len(options) == 1 else _either(*map(schema, options))
    if get_origin(kind) is Literal:
        names = {str: "string", int: "integer", bool: "boolean"}
        types = sorted({names[type(option)] for option in options if type(option) in names})
        mend = f"write one of {', '.join(map(flow, options))}"
        return {"type": types[0] if len(types) == 1 else types, "enum": list(options), "errorMessage": mend}
    if get_origin(kind) in (list, tuple, Sequence):
        return _list_schema(kind, options)
    if hasattr(kind, "__required_keys__"):  # a TypedDict
        fields = {name: schema(hint) for name, hint in get_type_hints(kind).items()}
        return {
            "type": "object",
            "errorMessage": f"write a mapping with the keys {', '.join(fields)}",
            "properties": {
                name: {"title": name, "markdownDescription": sentence(field.get("errorMessage", name)), **field}
                for name, field in fields.items()
            },
            "required": sorted(kind.__required_keys__),
            "additionalProperties": False,
        }
    if kind in FORMS:
        pattern, _, mend = FORMS[kind]
        return {"type": "string", "errorMessage": mend, "pattern": pattern, "patternErrorMessage": mend}
    return dict(_SCALARS.get(kind, {}))


_FEW: dict[Any, list[Any]] = {
    date: ["2026-11-30", "2026-12-31"],
    Holiday: ["TH", "2026-12-31"],
    int: [1, 5, 9],
}
"""What a list of a type may begin with."""


def _either(word: dict[str, Any], mapping: dict[str, Any]) -> dict[str, Any]:
    """What may be one of a few words, or a mapping."""
    mend = f"write {flow(word['enum'][0])}, or {mapping['errorMessage'].removeprefix('write ')}"
    pattern = f"^({'|'.join(word['enum'])})$"
    told = {"errorMessage": mend, "pattern": pattern, "patternErrorMessage": mend}
    return {**mapping, "type": ["string", "object"], **told}


def _list_schema(kind: Any, options: Sequence[Any]) -> dict[str, Any]:
    item = schema(options[0])
    exact = get_origin(kind) is tuple and Ellipsis not in get_args(kind)
    few = item.get("enum") or _FEW.get(options[0], ["a", "b", "c"])
    if not exact:
        return {"type": "array", "errorMessage": f"write a list: {flow(few[:2])}", "items": item}
    mend = f"write a list of {len(options)}: {flow(few[: len(options)])}"
    return {"type": "array", "errorMessage": mend, "items": item, "minItems": len(options), "maxItems": len(options)}
