"""The schema of a source of okrengine.yaml: where its rows are and how their cells are read."""

from collections.abc import Mapping

from okrengine.offers import Source
from okrengine.schema import words
from okrengine.schema.words import Schema, told


def source(sources: Mapping[str, Source]) -> Schema:
    """One source; with `sources`, only those types may be named, each with the options that it takes."""
    kind = words.text(
        told(
            "The kind of source.", "type: csv", "It decides which other keys there are; `okr plugins` lists the types."
        ),
        longest=words.LONGEST_NAME,
    )
    kind |= {"errorMessage": "write the type of a source; `okr plugins` lists them"}
    properties = {"type": kind, **_rows(), **_cells()}
    help_ = told(
        "Where the rows of one kind of record are, and how they are read.",
        "surveys:\n  type: csv\n  path: data/surveys/*.csv\n  columns: {response_id: id, score: q1}",
    )
    # The keys of a type that is not known cannot be judged; those of a known one are looked up.
    more: Schema = {"additionalProperties": True}
    if sources:
        names = sorted(sources)
        kind |= {"enum": names, "markdownEnumDescriptions": [_line(sources[name]) for name in names]}
        rules = [_condition(sources[name], properties) for name in names]
        # `type` is required around the conditions: an editor would offer it once for each of them.
        more["allOf"] = [{"if": {"type": "object", "required": ["type"]}, "then": {"allOf": rules}}]
        more["defaultSnippets"] = [_snippet(sources[name]) for name in names]
    return words.record("source", properties, ("type",), help_, **more)


def named(sources: Mapping[str, Source]) -> list[Schema]:
    """What begins `sources:`: a source of each type, with its name."""
    begun = [_snippet(sources[name]) for name in sorted(sources)]
    return [{**one, "body": {"${1:surveys}": one["body"]}} for one in begun]


def _rows() -> dict[str, Schema]:
    cell = words.SCALAR
    listed = {**cell, "type": [*cell["type"], "array"], "items": cell, "maxItems": 1000}
    path = told(
        "A file inside the project, or a pattern for several with the same columns.",
        "path: data/surveys/*.csv",
        "`*` stands for any name, `**` for any folders.",
    )
    columns = told(
        "What the file calls the columns that metrics read: the record's column to the file's own.",
        "columns: {response_id: id, responded_at: answered, score: q1}",
        "Name each column that a metric reads, also one that the file calls the same: `score: score`.",
    )
    exclude = told(
        "Rows that are left out of every metric: column to a value or a list.",
        "exclude: {status: [spam, merged]}",
    )
    refreshes = told(
        "How often new data comes.",
        "refreshes: 7 d",
        "When the newest event is older than that, the measure says so: an export has stopped, or was not renewed. "
        "A measure that is renewed no more often than once in a cycle is reported by a rule.",
    )
    return {
        "path": words.text(path, longest=words.LONGEST_PATH),
        "columns": words.mapping(words.text("The file's own column."), columns),
        "exclude": words.mapping({**listed, "errorMessage": "write a value, or a list of values"}, exclude),
        "dedup": _dedup(),
        "refreshes": words.matching(words.LENGTH, "write a length of time: 1 d, 7 d, 4 w", refreshes),
    }


def _dedup() -> Schema:
    keep = words.choice(told("Which one stays.", "keep: latest"), latest="the last by `order_by`")
    properties = {
        "key": words.text(told("The record's column that names a row.", "key: response_id")),
        "keep": {**keep, "default": "latest"},
        "order_by": words.text(told("The record's column that orders the rows of one key.", "order_by: responded_at")),
    }
    help_ = told(
        "Keep one row of several that have the same key.",
        "dedup: {key: response_id, keep: latest, order_by: responded_at}",
        "For exports that repeat a row each time it changes.",
    )
    return words.record("dedup", properties, ("key", "order_by"), help_)


def _cells() -> dict[str, Schema]:
    stamps = {
        **words.text(
            told(
                "How instants and days are written, or a list of ways tried in order.",
                'datetime: "%d/%m/%Y %H:%M"',
                "Default: as in 2026-11-21T09:00:00+07:00.",
            ),
            longest=100,
        ),
        "type": ["string", "array"],
        "items": words.text("A format.", longest=100),
        "minItems": 1,
        "maxItems": 20,
        "errorMessage": 'write a format such as "%d/%m/%Y %H:%M", or a list of formats',
    }
    zone = words.text(
        told(
            "The zone of instants without an offset.",
            "timezone: Asia/Bangkok",
            "Default: the project's. Exports of servers are often in UTC.",
        )
    )
    comma = told(
        "The mark before the decimals of a number, in files that are text.",
        'decimal: ","',
        "With a comma `1.200,50` is 1200.5 and `1,200.50` is rejected; with a point, the default, it is the other way.",
    )
    mark = {**words.choice(comma, **{".": "a point: 1,200.50", ",": "a comma: 1.200,50"}), "default": "."}
    mark["errorMessage"] = 'write "." or ","'
    help_ = told("How instants and numbers are read.", 'parse: {datetime: "%d/%m/%Y %H:%M", timezone: Asia/Bangkok}')
    return {
        "parse": words.record("parse", {"datetime": stamps, "timezone": zone, "decimal": mark}, help_=help_),
        "values": words.mapping(
            words.reference("values"),
            told(
                "How the cells of a column are read: spellings of no answer, and texts that stand for a value.",
                'values: {score: {missing: ["", N/A], labels: {very happy: 5, happy: 4}}}',
            ),
        ),
    }


def values() -> Schema:
    """How the cells of a column are read."""
    blank = {
        **words.SCALAR,
        "type": ["string", "number", "boolean", "null"],
        "markdownDescription": "A cell that means no answer.",
    }
    properties = {
        "missing": words.several(
            blank,
            told("Cells that mean no answer.", 'missing: ["", N/A, 11]', "Such a row counts as missing, never as 0."),
            most=1000,
        ),
        "labels": words.mapping(
            words.SCALAR, told("A cell's text to the value that it stands for.", "labels: {very happy: 5, happy: 4}")
        ),
        "else": {
            **words.SCALAR,
            "markdownDescription": told("The value of every text that is no label.", "else: false"),
        },
    }
    return words.record("values", properties, help_="How the cells of a column are read.")


def _condition(kind: Source, common: dict[str, Schema]) -> Schema:
    """What a source of this type may say beside the common keys, which stand here as they do everywhere."""
    own = {name: parameter.schema for name, parameter in kind.parameters.items()}
    required = sorted(name for name, parameter in kind.parameters.items() if parameter.required)
    if kind.files:
        required.append("path")
    then = words.record(f"source of type {kind.name}", {**common, **own}, tuple(required), _line(kind))
    named = {"type": "string", "pattern": f"^{words.literal(kind.name)}$"}
    return {"if": {"type": "object", "properties": {"type": named}}, "then": then}


def _snippet(kind: Source) -> Schema:
    suffix = kind.suffixes[0] if kind.suffixes else ""
    body = {"type": kind.name, **({"path": f"${{2:data/rows{suffix}}}"} if kind.files else {})}
    return {"label": f"{kind.name} source with its path", "markdownDescription": _line(kind), "body": body}


def _line(kind: Source) -> str:
    """The first paragraph of the help, in one line."""
    return " ".join(kind.help.split("\n\n")[0].split())
