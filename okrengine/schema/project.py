"""The schema of okrengine.yaml."""

from collections.abc import Mapping

from okrengine.offers import Source
from okrengine.schema import words
from okrengine.schema.words import Schema

LEVELS = "^(error|warning|info|off)$"
_FOLDER = r"^[^*?\[\n\r]*[^./*?\[\n\r][^*?\[\n\r]*$"


def build(sources: Mapping[str, Source], *, conditions: bool = True) -> Schema:
    """The schema of okrengine.yaml; `conditions` adds the types of source and the options of each."""
    definitions = {
        "source": _source(sources if conditions else {}),
        "values": _values(),
        "path": words.text("A path inside the project, with `/`.", longest=words.LONGEST_PATH),
    }
    path = words.reference("path")
    properties = {
        "version": words.version(),
        "timezone": words.text("The project's time zone, such as `Asia/Bangkok`.", longest=words.LONGEST_NAME),
        "language": words.choice("The language of reports.", en="English", th="Thai"),
        "okrs": words.several(path, "Where the OKR files lie: `okrs/**/*.yaml`.", least=1),
        "checkins": words.matching(
            _FOLDER, "name a folder of its own: checkins", "Where the check-ins lie.", longest=words.LONGEST_PATH
        ),
        "cycles": _cycles(),
        "departments": words.several(words.text("A department."), "Departments that objectives may involve."),
        "engine": words.text("`duckdb`, or the address of an engine."),
        "sources": words.mapping(words.reference("source"), "Where the data is: a name to a source."),
        "plugins": words.several(path, "Folders of plugins of the project's own. They are code."),
        "disable": words.several(words.text("A name."), "Offers of installed plugins that are not used, by name."),
        "rules": words.mapping(_rule(), "Severity of rules: slug to level, or [level, {option: value}]."),
        "missing": words.choice(
            "What a key result without a value means in a roll-up.",
            exclude="it is left out and named",
            zero="it counts as 0",
            block="the objective has no score",
        ),
        "status": _status(),
    }
    body = words.record("project", properties, ("version",))
    return words.head("okrengine.yaml", "Calendar, sources, engine and rules of a project.", body, definitions)


def _cycles() -> Schema:
    named = words.record(
        "cycle", {"from": words.day("The first day."), "to": words.day("The last day.")}, ("from", "to")
    )
    month = {
        "type": "integer",
        "minimum": 1,
        "maximum": 12,
        "errorMessage": "write a month from 1 to 12",
        "markdownDescription": "The month in which a fiscal year starts; it carries that calendar year's number.",
    }
    return words.record("cycles", {"fiscal_year_starts": month, "named": words.mapping(named, "Cycles by name.")})


def _source(sources: Mapping[str, Source]) -> Schema:
    cell = words.SCALAR
    listed = {**cell, "type": [*cell["type"], "array"], "items": cell, "maxItems": 1000}
    stamps = {
        **words.text('How instants are written: `"%d/%m/%Y %H:%M"`, or a list tried in order.', longest=100),
        "type": ["string", "array"],
        "items": words.text("A format.", longest=100),
        "minItems": 1,
        "maxItems": 20,
    }
    properties = {
        "type": words.text("The kind of source.", longest=words.LONGEST_NAME),
        "path": words.text("A file inside the project, or a pattern.", longest=words.LONGEST_PATH),
        "columns": words.mapping(words.text("The file's own column."), "Record column: the file's own column."),
        "parse": words.record(
            "parse", {"datetime": stamps, "timezone": words.text("The zone of stamps without an offset.")}
        ),
        "values": words.mapping(words.reference("values"), "How the cells of a column are read."),
        "exclude": words.mapping(listed, "Rows that are left out: column to values."),
        "dedup": words.record(
            "dedup",
            {
                "key": words.text("The column that names a row."),
                "keep": words.choice("Which one stays.", latest="the last by `order_by`"),
                "order_by": words.text("The column that orders them."),
            },
            ("key", "order_by"),
        ),
    }
    kind = properties["type"]
    if not sources:
        # The keys of a type that is not known cannot be judged; those of a known one are looked up.
        return words.record("source", properties, ("type",), additionalProperties=True)
    kind |= {"enum": sorted(sources), "errorMessage": "no such source is installed; `okr plugins` lists them"}
    rules = [_options(sources[name], tuple(properties)) for name in sorted(sources)]
    return words.record("source", properties, ("type",), additionalProperties=True, allOf=rules)


def _options(source: Source, common: tuple[str, ...]) -> Schema:
    """What a source of this type may say beside the common keys."""
    own = {name: parameter.schema for name, parameter in source.parameters.items()}
    required = sorted(name for name, parameter in source.parameters.items() if parameter.required)
    if source.files:
        required.append("path")
    then: Schema = {"properties": {**{key: {} for key in common}, **own}, "additionalProperties": False}
    if required:
        then["required"] = required
    return {"if": {"properties": {"type": {"const": source.name}}, "required": ["type"]}, "then": then}


def _values() -> Schema:
    properties = {
        "missing": words.several(
            {**words.SCALAR, "type": ["string", "number", "boolean", "null"]}, "Spellings of no answer.", most=1000
        ),
        "labels": words.mapping(words.SCALAR, "A text of the file: the value that it stands for."),
        "else": {**words.SCALAR, "markdownDescription": "The value of every other text."},
    }
    return words.record("values", properties)


def _rule() -> Schema:
    mend = "write error, warning, info or off, or [warning, {max: 5}]"
    return {
        "type": ["string", "array"],
        "title": "rule",
        "errorMessage": mend,
        "maxLength": 20,
        "pattern": LEVELS,
        "patternErrorMessage": mend,
        "items": {"type": ["string", "object"], "pattern": LEVELS, "patternErrorMessage": mend, "maxLength": 20},
        "minItems": 1,
        "maxItems": 2,
    }


def _status() -> Schema:
    points = "write points, such as 10 pp"
    properties = {
        "on_track": words.matching(words.POINTS, points, "So far behind is still on track.", title="gap"),
        "at_risk": words.matching(words.POINTS, points, "So far behind is at risk, beyond is off track.", title="gap"),
        "quiet": words.share("The first part of the time, in which nothing is worse than on track."),
        "stale_after": words.matching(
            words.LENGTH, "write a length of time, such as 14 d", "When a value is old.", title="length of time"
        ),
    }
    return words.record("status", properties)
