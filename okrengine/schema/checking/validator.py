"""JSON Schema as the core checks it: limits before patterns, one finding per key, dates on the calendar.

The schemas come from this package, references stay inside them, and nothing is fetched. What a validator says is never
shown; only its keyword, its path and its schema are used.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import referencing
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from okrengine.schema import words
from okrengine.schema.checking.patterns import Fault, misfit

_PARTS: dict[int, tuple[Any, Any]] = {}


def compiled(schema: Mapping[str, Any]) -> Any:
    """A validator for one of our own schemas. Its references are replaced by what they name, once."""
    return _CLASS(_inlined(schema, schema.get("$defs", {})), registry=referencing.Registry())


def _inlined(schema: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(one, definitions) for one in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    return {key: _inlined(one, definitions) for key, one in schema.items() if key != "$defs"}


def _below(validator: Any, schema: Any, instance: Any, step: str | int | None) -> Iterator[ValidationError]:
    """What is wrong with a part. A validator of each part of a schema is made once: making them took half the time."""
    known = _PARTS.get(id(schema))
    if known is None or known[0] is not schema:
        known = _PARTS[id(schema)] = (schema, validator.evolve(schema=schema))
    for error in known[1].iter_errors(instance):
        if step is not None:
            error.relative_path.appendleft(step)
        yield error


def _properties(validator: Any, properties: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key, schema in properties.items():
            if key in instance:
                yield from _below(validator, schema, instance[key], key)


def _items(validator: Any, schema: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, list):
        for number, one in enumerate(instance):
            yield from _below(validator, schema, one, number)


def _all(validator: Any, schemas: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    for schema in schemas:
        yield from _below(validator, schema, instance, None)


def _if(validator: Any, condition: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if next(_below(validator, condition, instance, None), None) is None:
        yield from _below(validator, schema["then"], instance, None)


def _pattern(_validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The pattern, unless the text is too long for it; then what the pattern cannot say."""
    if not isinstance(instance, str) or len(instance) > schema.get("maxLength", words.LONGEST_NOTE):
        return
    if (wrong := misfit(instance, pattern)) is not None:
        yield ValidationError("", validator=wrong[0], cause=wrong[1])


def _required(_validator: Any, keys: Any, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if isinstance(instance, dict):
        for key in keys:
            if key not in instance:
                yield ValidationError("", validator="required", cause=Fault(key=key))


def _additional(validator: Any, allowed: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not isinstance(instance, dict) or allowed is True:
        return
    for key, value in instance.items():
        if key in schema.get("properties", {}):
            continue
        if allowed is False:
            yield ValidationError("", validator="additionalProperties", cause=Fault(key=key))
        else:
            yield from _below(validator, allowed, value, key)


_CLASS: Any = validators.extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    {
        "pattern": _pattern,
        "required": _required,
        "additionalProperties": _additional,
        "properties": _properties,
        "items": _items,
        "allOf": _all,
        "if": _if,
    },
)
