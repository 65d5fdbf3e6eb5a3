"""The schemas of the documents for machines: the readings of `okr measure`, the report, the findings of `okr validate`.

`format_version` is 1.x: a minor version only adds keys, so unknown ones are allowed.
"""

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
    """The report of `okr status --format json` and `okr report -o json=PATH`, with what `okr explain ADDRESS` shows."""
    body = _object(
        format_version=_VERSION,
        as_of=_INSTANT,
        cycle=_TEXT,
        score=_score(),
        coverage=_pair(_COUNT),
        why=words.reference("why"),
        objectives=_list(words.reference("objective")),
    )
    by = {**_TEXT, "markdownDescription": "The tag whose values make the groups of `okr status --by TAG`, or `team`."}
    body["properties"] |= {"by": by, "groups": _list(words.reference("group"))}
    definitions = {
        "objective": _objective(),
        "keyResult": _key_result(),
        "forecast": _forecast(),
        "group": _group(),
        "why": _object(inputs=_inputs(), formula=_TEXT, expected=_TEXT, status_rule=_TEXT, pace=_TEXT),
        "input": _object(name=_TEXT, value=_TEXT, origin=_TEXT),
        "status": {"type": ["string", "null"], "enum": [*_STATUSES, None]},
    }
    help_ = (
        "The grades of a cycle at an instant. `okr explain ADDRESS --format json` has an `objective` or a `keyResult`,"
        " or all of this of a team or a cycle, as `standing`."
    )
    return words.head("Report", help_, body, definitions)


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
        **_standing(),
        verdict=_verdict("achieved", "missed", "not_measured"),
        supports=_list(_TEXT),
        why=words.reference("why"),
        key_results=_list(words.reference("keyResult")),
    )


def _key_result() -> Schema:
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
        verdict=_verdict("achieved", "missed", "dropped", "not_measured"),
        expected=_score(),
        flags=_list(_TEXT),
        confidence=_score(),
        n=_or_null({"type": "integer"}),
        interval=_or_null(_pair(_TEXT)),
        within_noise=_or_null({"type": "boolean"}),
        forecast=words.reference("forecast"),
        why=words.reference("why"),
    )


def _forecast() -> Schema:
    """A forecast with numbers, or with too few points and the reason in place of them; null where none is made."""
    found = _object(
        end=_or_null(_TEXT),
        interval=_or_null(_pair(_TEXT)),
        probability=_score(),
        crosses=_or_null({"type": "string", "pattern": words.DATE}),
        points=_COUNT,
        reason={"enum": ["too_few_points", None]},
        working=_inputs(),
    )
    help_ = (
        "Where the values so far lead by the deadline: the value there, the range in which four of five times it lies, "
        "the probability of reaching the target, cut to whole percent, the day on which the line reaches it, "
        "and each step."
    )
    return {**_or_null(found), "markdownDescription": help_}


def _group() -> Schema:
    """What bears one value of a tag; of an objective those key results that do, and how it stands by them."""
    part = _object(address=_TEXT, **_standing(), key_results=_list(_TEXT))
    return _object(value=_or_null(_TEXT), **_standing(), why=words.reference("why"), objectives=_list(part))


def _standing() -> dict[str, Schema]:
    return {
        "score": _score(), "expected": _score(), "status": words.reference("status"), "coverage": _pair(_COUNT),
    }  # fmt: skip


def _verdict(*outcomes: str) -> Schema:
    """What was given when the cycle was closed; null until then."""
    return {"enum": [*outcomes, None]}


def _inputs() -> Schema:
    return _list(words.reference("input"))


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
