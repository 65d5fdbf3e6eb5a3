"""JSON Schema as the core checks it: limits before patterns, one finding per key, dates on the calendar.

The schemas come from this package, references stay inside them, and nothing is fetched. What a validator says is never
shown; only its keyword, its path and its schema are used.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

import referencing
from jsonschema import Draft202012Validator, validators
from jsonschema.exceptions import ValidationError

from okrengine.config import FIRST_YEAR, LAST_YEAR
from okrengine.errors import QuantityError
from okrengine.quantity import EXAMPLES, PATTERN, Quantity
from okrengine.schema import words

BUDDHIST = 543
_PARTS: dict[int, tuple[Any, Any]] = {}
_DEVICE = re.compile(r"(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Fault(Exception):  # noqa: N818  it is handed on, never raised
    """A finding that JSON Schema has no keyword for: a key, or a text with its own message and mend."""

    def __init__(self, message: str = "", hint: str | None = None, key: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.key = key


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


def day_fault(text: str) -> Fault | None:
    """Why the date that begins `text` is none, None where it is one."""
    found = _DAY.match(text)
    if found is None:
        return None
    year, month, number = int(found[1]), int(found[2]), int(found[3])
    if year > LAST_YEAR:
        hint = f"{year} looks like a Buddhist year: write {year - BUDDHIST}" if year < LAST_YEAR + 300 else None
        return Fault(f"`{found[0]}` lies beyond the year {LAST_YEAR}", hint or "check the year")
    if year < FIRST_YEAR:
        return Fault(f"`{found[0]}` lies before the year {FIRST_YEAR}", "check the year")
    try:
        date(year, month, number)
    except ValueError:
        hint = "a month is 01 to 12"
        if 1 <= month <= 12:  # noqa: PLR2004  months
            hint = f"the last day of that month is {_last_day(year, month)}"
        return Fault(f"`{found[0]}` is not a date on the calendar", hint)
    return None


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def _pattern(_validator: Any, pattern: str, instance: Any, schema: Any) -> Iterator[ValidationError]:
    """The pattern, unless the text is too long for it; then what the pattern cannot say."""
    if not isinstance(instance, str) or len(instance) > schema.get("maxLength", words.LONGEST_NOTE):
        return
    if pattern == words.QUANTITY:
        yield from _quantity(instance)
    elif not _expression(pattern).search(instance):
        yield ValidationError("", validator="pattern")
    elif pattern in (words.ID, words.CYCLE) and _DEVICE.fullmatch(instance):
        cause = Fault(f"`{instance}` is a device on Windows and cannot name a file", "choose another name")
        yield ValidationError("", validator="device", cause=cause)
    elif pattern in (words.DATE, words.INSTANT, words.MOMENT):
        yield from _calendar(instance)


def _quantity(text: str) -> Iterator[ValidationError]:
    try:
        Quantity.parse(text)
    except QuantityError as error:
        message, _, hint = str(error).partition(": ")
        # A unit that is spelled out has the form of a quantity; the general mend shows the units that there are.
        spelled = re.fullmatch(PATTERN, text) and hint.startswith("write")
        cause = Fault(message, f"write {EXAMPLES}" if spelled else hint)
        yield ValidationError("", validator="quantity", cause=cause)


def _calendar(text: str) -> Iterator[ValidationError]:
    fault = day_fault(text)
    if fault is None and "T" in text:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            fault = Fault(f"`{text}` is not a time of the day", "write hours to 23, minutes and seconds to 59")
    if fault is not None:
        yield ValidationError("", validator="calendar", cause=fault)


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


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """The pattern; its `$` does not let a final line break pass."""
    return re.compile(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)


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
