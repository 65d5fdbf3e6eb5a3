"""The schemas of the documents for machines: the readings of `okr measure`, the report, the findings of `okr validate`.

`format_version` is 1.x: a minor version only adds keys, so unknown ones are allowed.
"""

from typing import Any

from okrengine.schema import words
from okrengine.schema.words import Schema

_INSTANT: Schema = {"type": "string", "pattern": words.INSTANT}
_TEXT: Schema = {"type": "string"}
_NUMBER: Schema = {"type": "number"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_VERSION: Schema = {"type": "string", "pattern": "^1\\.[0-9]+$"}
_STATUSES = ["achieved", "on_track", "at_risk", "off_track", "stale", "no_data", "low_sample", "baselining", "closed"]


def measure() -> Schema:
    """The readings of `okr measure --format json`; values before any rounding, durations in seconds."""
    figures = {
        "value": _or_null(_NUMBER),
        "n": _or_null({"type": "integer"}),
        "numerator": _or_null(_NUMBER),
        "denominator": _or_null(_NUMBER),
        "interval": _or_null(_pair(_NUMBER)),
        "status": _TEXT,
        "reason": _or_null(_TEXT),
        "excluded": {"type": "object", "additionalProperties": {"type": "integer"}},
        "details": {
            "type": "object",
            "markdownDescription": "The named parts of the value. Lengths of time are in seconds, as `value` is.",
        },
    }
    window = _or_null(_object(**{"from": _INSTANT, "to": _INSTANT}))
    reading = _object(
        address=_TEXT,
        metric=_TEXT,
        source=_or_null(_TEXT),
        unit=_TEXT,
        **figures,
        window=window,
        latest=_or_null(_INSTANT),
        definition=_or_null(_TEXT),
    )
    trend = {"trend": _list(words.reference("point"))}
    reading["properties"] |= {**trend, "parts": _list(words.reference("part"))}
    part = _object(group=_or_null(_TEXT), **figures)
    part["properties"] |= trend
    point = _object(as_of=_INSTANT, **figures, window=window)
    body = _object(format_version=_VERSION, as_of=_INSTANT, readings=_list(words.reference("reading")))
    body["properties"]["by"] = _TEXT
    help_ = "What `okr measure --format json` prints; `trend` with `--trend`, `by` and `parts` with `--by`."
    return words.head("Readings", help_, body, {"reading": reading, "part": part, "point": point})


def report() -> Schema:
    """The report of `okr status --format json` and `okr report -o json=PATH`."""
    body = _object(
        format_version=_VERSION,
        as_of=_INSTANT,
        cycle=_TEXT,
        score=_score(),
        coverage=_pair(_COUNT),
        objectives=_list(words.reference("objective")),
    )
    definitions = {
        "objective": _objective(),
        "keyResult": _key_result(),
        "status": {"type": ["string", "null"], "enum": [*_STATUSES, None]},
    }
    return words.head("Report", "The grades of a cycle at an instant.", body, definitions)


def diagnostics() -> Schema:
    """The findings of `okr validate --format json`; those of `jsonl` are the same, a line each."""
    head = {"format_version": _VERSION, "summary": words.reference("summary")}
    problems = _list(words.reference("problem"))
    counts = ("files", "key_results", "error", "warning", "info", "ignored", "fixable", "mended")
    definitions = {
        "summary": _object(**dict.fromkeys(counts, _COUNT), complete={"type": "boolean"}),
        "heading": _object(**head),
        "problem": _problem(),
        "place": _place(),
    }
    help_ = (
        "What `okr validate --format json` prints. Of `--format jsonl` the first line is a `heading`, each other one a"
        " `problem`. Lines and columns count from 1, columns in code points; the end is excluded."
    )
    return words.head("Findings", help_, _object(**head, problems=problems, ignored=problems), definitions)


def _problem() -> Schema:
    place = words.reference("place")
    return _object(
        code=_TEXT,
        slug=_TEXT,
        severity={"enum": ["error", "warning", "info"]},
        message=_TEXT,
        hint=_or_null(_TEXT),
        place=place,
        notes=_list(_object(message=_TEXT, place=_or_null(_place()))),
        fix=_or_null(_object(message=_TEXT, edits=_list(_object(place=place, text=_TEXT)))),
        ignored=_or_null(_object(reason=_TEXT, place=place)),
        fingerprint={"type": "string", "pattern": "^[0-9a-f]{32}$"},
    )


def _place() -> Schema:
    number: Schema = {"type": "integer", "minimum": 1}
    return _object(path=_TEXT, line=number, column=number, end_line=number, end_column=number)


def _objective() -> Schema:
    return _object(
        address=_TEXT,
        title=_TEXT,
        team=_TEXT,
        kind={"enum": ["aspirational", "committed"]},
        score=_score(),
        expected=_score(),
        status=words.reference("status"),
        coverage=_pair(_COUNT),
        verdict=_or_null(_TEXT),
        supports=_list(_TEXT),
        key_results=_list(words.reference("keyResult")),
    )


def _key_result() -> Schema:
    forecast: dict[str, Any] = {"type": ["object", "null"]}
    why = _object(inputs={"type": "array"}, formula=_TEXT, status_rule=_TEXT)
    return _object(
        address=_TEXT,
        title=_TEXT,
        owner=_or_null(_TEXT),
        metric=_TEXT,
        baseline=_or_null(_TEXT),
        target=_or_null(_TEXT),
        deadline={"type": "string", "pattern": words.DATE},
        weight=_NUMBER,
        value=_or_null(_TEXT),
        missing=_or_null(_TEXT),
        at=_or_null(_INSTANT),
        raw=_or_null(_NUMBER),
        score=_score(),
        band={"enum": ["red", "amber", "green", None]},
        status=words.reference("status"),
        expected=_score(),
        flags=_list(_TEXT),
        confidence=_score(),
        n=_or_null({"type": "integer"}),
        interval=_or_null(_pair(_TEXT)),
        within_noise=_or_null({"type": "boolean"}),
        forecast=forecast,
        why=why,
    )


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _pair(item: Schema) -> Schema:
    return {"type": "array", "items": item, "minItems": 2, "maxItems": 2}


def _or_null(schema: Schema) -> Schema:
    return {**schema, "type": [schema["type"], "null"]}


def _score() -> Schema:
    return {"type": ["number", "null"], "minimum": 0, "maximum": 1}
