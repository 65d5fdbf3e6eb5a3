"""The pieces that the schemas of all files are made of, each with the message that the editor and `okr` show.

The subset of JSON Schema is the one that editors report at the same places as `okr` does: no `anyOf`, no `oneOf`, no
`unevaluated…`. Patterns are linear and say `[0-9]`, since Python counts Thai digits among those of the short form.
"""

import re
from typing import Any, TypeAlias

from okrengine import parameters
from okrengine.parameters import DAY, TEXT
from okrengine.quantity import EXAMPLES, MISSPELLED, PATTERN

Schema: TypeAlias = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
QUANTITY = f"^(?!.* ({'|'.join(MISSPELLED)})$){PATTERN}$"
DATE = DAY
INSTANT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[-+][0-9]{2}:[0-9]{2})?$"
MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[-+][0-9]{2}:[0-9]{2})?)?$"
ID = "^[a-z0-9][a-z0-9-]*$"
NAME = "^[A-Za-z0-9_][A-Za-z0-9_-]*$"
CYCLE = "^[A-Za-z0-9][A-Za-z0-9-]*$"
SHARE = "^(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]+)?) ?%$"
POINTS = "^[0-9]{1,3}(\\.[0-9]+)? pp$"
CHANGE = "^[-+]?[0-9]+(\\.[0-9]+)?( ?%| pp)$"
LENGTH = "^[0-9]{1,5} ?(s|min|h|d|w)$"
WINDOW = "^(cycle|last [0-9]{1,5} ?(s|min|h|d|w))$"
ADDRESS = "^[a-z0-9-]+(/[a-z0-9-]+){1,2}$"
CURVE = "^(linear|step)$"
LEVEL = "^(error|warning|info|off)$"
ONE_LINE = "^[^\\n\\r]*$"

NOUNS = {
    **parameters.NOUNS,
    QUANTITY: "a quantity", INSTANT: "an instant", MOMENT: "a date", ID: "an id", NAME: "a name", CYCLE: "a cycle",
    SHARE: "a percentage", POINTS: "a gap in points", CHANGE: "a change in % or pp", LENGTH: "a length of time",
    WINDOW: "a window", ADDRESS: "an address", CURVE: "a curve", LEVEL: "a severity",
}  # fmt: skip
"""Pattern of a text to what messages call a text of that form."""

MAPPING = "write a mapping: {key: value}, or one `key: value` per line"
"""The mend of whatever should be a mapping."""

LIKE = "write it like"

LONGEST_TEXT = 500
LONGEST_NAME = 64
LONGEST_PATH = 255
LONGEST_NOTE = 65_536
MOST_OPTIONS = 50
MOST_ITEMS = 200


def told(what: str, like: str = "", more: str = "") -> str:
    """What a person reads who hovers a key: what it is, how it is written, and its default and consequences."""
    return "\n\n".join(part for part in (what, f"```yaml\n{like}\n```" if like else "", more) if part)


def such_as(help_: str, mend: str) -> str:
    """What to write for a key: as its help shows it where that is one line or a list of items, else `mend`."""
    if shown := re.search("```yaml\n(.+)\n```", help_):
        return f"{LIKE} `{shown[1]}`"
    item = re.search("```yaml\n[a-z_]+:\n +(- .+)", help_)
    return f"write a list with items like `{item[1]}`" if item else mend


def text(help_: str, *, longest: int = LONGEST_TEXT) -> Schema:
    """A text of one line."""
    return {
        "type": "string",
        "errorMessage": such_as(help_, TEXT),
        "maxLength": longest,
        "pattern": ONE_LINE,
        "patternErrorMessage": "write it in one line",
        "markdownDescription": help_,
    }


def note(help_: str) -> Schema:
    """A text of any number of lines."""
    return {
        "type": "string",
        "errorMessage": such_as(help_, TEXT),
        "maxLength": LONGEST_NOTE,
        "markdownDescription": help_,
    }


def matching(pattern: str, mend: str, help_: str, *, longest: int = LONGEST_NAME, **more: Any) -> Schema:
    """A text of a certain form; `mend` says how it is written."""
    return {
        "type": "string",
        "errorMessage": mend,
        "maxLength": longest,
        "pattern": pattern,
        "patternErrorMessage": mend,
        "markdownDescription": help_,
        **more,
    }


def identifier(help_: str) -> Schema:
    """An id: it becomes part of an address and of file names."""
    return matching(ID, "write small letters, digits and hyphens, such as resolution-time", help_)


def name(help_: str) -> Schema:
    """The name of a metric, a source, a column or a cycle."""
    return matching(NAME, "write letters, digits, hyphens and underscores", help_)


def address(help_: str, *, parts: str = "team/objective or team/objective/key-result") -> Schema:
    """The address of something in an OKR file."""
    return matching(ADDRESS, f"write {parts}", help_, longest=200)


def day(help_: str) -> Schema:
    """A day of the calendar."""
    mend = "write a date as year-month-day: 2026-11-30"
    return matching(DATE, mend, help_, format="date")


def instant(help_: str) -> Schema:
    """An instant."""
    mend = "write an instant with its offset: 2026-11-21T09:00:00+07:00"
    return matching(INSTANT, mend, help_, format="date-time")


def moment(help_: str) -> Schema:
    """A day or an instant."""
    return matching(MOMENT, "write a date, 2026-11-30, or an instant, 2026-11-21T09:00:00+07:00", help_)


def quantity(help_: str) -> Schema:
    """A number, or a text of number and unit."""
    mend = f"write {EXAMPLES}"
    return {
        "type": ["string", "number"],
        "errorMessage": mend,
        "pattern": QUANTITY,
        "patternErrorMessage": mend,
        "maxLength": 100,
        "markdownDescription": help_,
    }


def share(help_: str) -> Schema:
    """A percentage from 0 to 100."""
    return matching(SHARE, "write a percentage from 0% to 100%, such as 30%", help_)


def number(help_: str, *, least: int = 0, most: int | None = None) -> Schema:
    """A plain number within limits."""
    limit = f"from {least} to {most}" if most is not None else f"of {least} or more"
    found: Schema = {"type": "number", "minimum": least, "errorMessage": f"write a number {limit}"}
    if most is not None:
        found["maximum"] = most
    return {**found, "markdownDescription": help_}


def count(help_: str) -> Schema:
    """A whole number that is not negative."""
    return {
        "type": "integer",
        "minimum": 0,
        "errorMessage": "write a whole number of 0 or more",
        "markdownDescription": help_,
    }


def choice(help_: str, **options: str) -> Schema:
    """One of several words, each with its meaning."""
    return {
        "type": "string",
        "enum": list(options),
        "errorMessage": f"write one of {', '.join(options)}",
        "markdownEnumDescriptions": list(options.values()),
        "markdownDescription": help_,
    }


def flag(help_: str) -> Schema:
    """True or false."""
    return {"type": "boolean", "errorMessage": "write true or false", "markdownDescription": help_}


def several(item: Schema, help_: str, *, most: int = MOST_ITEMS, least: int = 0) -> Schema:
    """A list."""
    found: Schema = {
        "type": "array",
        "items": item,
        "maxItems": most,
        "errorMessage": such_as(help_, "write a list: [a, b], or one `- ` per line"),
    }
    if least:
        found["minItems"] = least
    return {**found, "markdownDescription": help_}


def mapping(item: Schema, help_: str, *, most: int = 1000, **more: Any) -> Schema:
    """A mapping from names of the user's own to values of one kind."""
    found: Schema = {"type": "object", "additionalProperties": item, "maxProperties": most}
    return {**found, "errorMessage": such_as(help_, MAPPING), "markdownDescription": help_, **more}


def record(
    noun: str, properties: dict[str, Schema], required: tuple[str, ...] = (), help_: str = "", **more: Any
) -> Schema:
    """A mapping with known keys; `noun` is what it is called.

    It has no message of its own: an editor would show it in place of the name of an unknown or a missing key.
    """
    found: Schema = {"type": "object", "title": noun}
    if help_:
        found["markdownDescription"] = help_
    found |= {"properties": titled(properties), "additionalProperties": False}
    if required:
        found["required"] = list(required)
    return {**found, **more}


def titled(properties: dict[str, Schema]) -> dict[str, Schema]:
    """The keys of a mapping, each under its name as a title: editors head what they show with it."""
    return {key: one if "$ref" in one else {"title": key, **one} for key, one in properties.items()}


def excluded(key: str, others: tuple[str, ...]) -> Schema:
    """Where `key` stands, none of the others may."""
    message = f"`{key}` stands here already; keep one of the two"
    then = {other: {"type": "null", "errorMessage": message} for other in others}
    return {"if": {"type": "object", "required": [key]}, "then": {"properties": then}}


def needed(key: str, *, by: str) -> Schema:
    """Where `by` stands, `key` must."""
    return {"if": {"type": "object", "required": [by]}, "then": {"required": [key]}}


def otherwise(key: str, *, without: str) -> Schema:
    """Where `without` does not stand, `key` must."""
    # An editor offers the keys of a condition too: as a text, this one looks as it does elsewhere.
    empty = {"type": "string", "maxLength": 0}
    return {"if": {"type": "object", "properties": {without: empty}}, "then": {"required": [key]}}


def shaped(kind: str, **then: Any) -> Schema:
    """What holds of an `object` or `array` where a value of another type may stand as well.

    As a condition: an editor begins a value by its `properties` or `items` wherever it sees them.
    """
    return {"if": {"type": kind}, "then": then}


def version(help_: str = "The version of this file's format; there is only `1` so far.") -> Schema:
    """The version of the format."""
    return {
        "const": 1,
        "errorMessage": "this release of okrengine reads version 1: write `version: 1`",
        "markdownDescription": help_,
        "default": 1,
    }


def cycle(help_: str) -> Schema:
    """The name of a cycle."""
    mend = "write 2026-Q4, 2026-H2, 2026, or a name declared in okrengine.yaml"
    return {
        "type": ["string", "integer"],
        "errorMessage": mend,
        "maxLength": LONGEST_NAME,
        "pattern": CYCLE,
        "patternErrorMessage": mend,
        "markdownDescription": help_,
    }


SCALAR: Schema = {"type": ["string", "number", "boolean"], "errorMessage": "write a single value", "maxLength": 500}


def literal(name: str) -> str:
    """A name as a part of a pattern that Python and editors read alike."""
    return "".join(one if one.isalnum() or one in "_-" else f"[{one}]" for one in name)


def reference(definition: str) -> Schema:
    """A schema that stands once, under `$defs`."""
    return {"$ref": f"#/$defs/{definition}"}


def head(title: str, help_: str, body: Schema, definitions: dict[str, Schema] | None = None) -> Schema:
    """A whole schema."""
    found = {"$schema": DIALECT, "title": title, "markdownDescription": help_, **body}
    return {**found, "$defs": definitions} if definitions else found
