"""The metrics of the project's own plugins, as its committed schema tells them: data, not trusted, never run."""

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from okrengine.parameters import BusinessHours, Parameter, Seconds, Share, Statistic

COMMITTED = "schemas/okr.schema.json"
"""Where `okr schema --write` puts the schema of OKR files."""

_KINDS = (bool, int, Decimal, str, date, Seconds, Share, Statistic, BusinessHours)
_TOLD = ("title", "markdownDescription", "default")
_MOST = 100
_DEEPEST = 3


def committed(content: bytes) -> dict[str, dict[str, Parameter]]:
    """The parameters of each metric that a schema names; nothing where it is no schema of ours.

    No pattern and no reference of it is ever followed: a parameter is of a type of ours, or its value is not judged.
    """
    try:
        definitions = json.loads(content)["$defs"]
        names = definitions["keyResult"]["properties"]["metric"]["enum"]
        wanted = dict.fromkeys(name for name in names if isinstance(name, str))  # a name costs as often as it is told
        return {name: _parameters(definitions.get(f"with-{name}")) for name in wanted}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def _parameters(said: Any) -> dict[str, Parameter]:
    found = said["properties"]
    required = frozenset(one for one in said.get("required", []) if isinstance(one, str))
    return {
        name: Parameter(name, _kind(schema), None, "", name in required)
        for name, schema in list(found.items())[:_MOST]
        if isinstance(schema, dict)
    }


def _kind(schema: Mapping[str, Any], deep: int = 0) -> Any:
    """The type that a parameter of this schema was declared with; `object` takes any value."""
    options = schema.get("enum")
    if isinstance(options, list) and options and all(isinstance(one, str | int) for one in options):
        return Literal[tuple(options[:_MOST])]
    items = schema.get("items")
    if schema.get("type") == "array" and isinstance(items, dict) and deep < _DEEPEST:
        item, many = _kind(items, deep + 1), schema.get("maxItems")
        if isinstance(many, int) and many == schema.get("minItems") and 0 < many < _MOST:
            return tuple[(item,) * many]  # type: ignore[misc]
        return tuple[item, ...]  # type: ignore[valid-type]
    core = _core(schema)
    return next((kind for kind, known in _known() if known == core), object)


@cache
def _known() -> tuple[tuple[Any, dict[str, Any]], ...]:
    """Each type that a parameter may have, with its schema."""
    return tuple((kind, _core(Parameter("", kind).schema)) for kind in _KINDS)


def _core(schema: Mapping[str, Any]) -> dict[str, Any]:
    """A schema without what is only told about the parameter."""
    plain = {key: value for key, value in schema.items() if key not in _TOLD}
    fields = plain.get("properties")
    if isinstance(fields, dict):
        plain["properties"] = {
            name: _core(field) if isinstance(field, dict) else field for name, field in fields.items()
        }
    return plain
