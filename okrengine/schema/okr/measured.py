"""What is computed from what: metric, source, parameters, rows and window; and guardrails, which are made of these."""

from collections.abc import Mapping

from okrengine.offers import Metric
from okrengine.schema import words
from okrengine.schema.okr import snippets
from okrengine.schema.words import Schema, told

MEASURED = ("source", "with", "where", "window")
"""The keys that mean nothing without a `metric`."""

_NAME_OF_METRIC = "write the name of a metric; `okr plugins` lists them"


def measured(metrics: Mapping[str, Metric]) -> dict[str, Schema]:
    """The keys that say what is computed from what; with `metrics`, only those may be named."""
    metric = words.text(
        told(
            "What is computed: the name of a metric, which must be installed.",
            "metric: csat",
            "Default: `manual`: a person states the value at each check-in. `okr explain METRIC` says what is counted.",
        )
    )
    metric |= {"errorMessage": _NAME_OF_METRIC}
    if metrics:
        names = sorted(metrics)
        told_of = [_line(metrics[name]) for name in names]
        metric |= {"enum": names, "markdownEnumDescriptions": told_of}
    return {
        "metric": metric,
        "source": words.text(
            told(
                "From what it is computed: a name under `sources:` in okrengine.yaml.",
                "source: surveys",
                "Needed by every metric but `manual`.",
            ),
            longest=words.LONGEST_NAME,
        ),
        "with": {
            "type": "object",
            "maxProperties": words.MOST_OPTIONS,
            "errorMessage": "write a mapping: {parameter: value}",
            "markdownDescription": told(
                "The metric's own parameters.",
                "with: {threshold: 1 h}",
                "What is left out has its default. Values of different parameters are not compared with each other.",
            ),
        },
        "where": words.reference("where"),
        "window": words.reference("window"),
    }


def guardrail(metrics: Mapping[str, Metric]) -> Schema:
    """A number that must hold while another is chased."""
    properties = {
        **measured(metrics),
        "at_least": words.quantity(told("The least that is still right, included.", "at_least: 80%")),
        "at_most": words.quantity(told("The most that is still right, included.", "at_most: 6%")),
    }
    return words.record(
        "guardrail",
        properties,
        ("metric",),
        "A number that must hold while the key result is chased: a metric with `at_least`, `at_most` or both.",
        allOf=[words.otherwise("at_least", without="at_most"), *_per_metric(metrics)],
    )


def conditions(metrics: Mapping[str, Metric]) -> list[Schema]:
    """What each metric needs: its parameters under `with:`, and a source."""
    return [words.needed("metric", by=key) for key in MEASURED] + _per_metric(metrics)


def _per_metric(metrics: Mapping[str, Metric]) -> list[Schema]:
    rules = [_condition(metrics[name]) for name in sorted(metrics)]
    # `metric` is required around the conditions and not in each: an editor would offer it once for every metric.
    return [{"if": {"type": "object", "required": ["metric"]}, "then": {"allOf": rules}}] if rules else []


def _condition(metric: Metric) -> Schema:
    needed = [*(["source"] if metric.kinds else []), *(["with"] if _required(metric) else [])]
    then: Schema = {"properties": {"with": words.reference(_definition(metric.name))}}
    if needed:
        then["required"] = needed
    # A pattern, as editors that complete take `csat` for the beginning of a constant `csat_mean`.
    named = {"type": "string", "pattern": f"^{words.literal(metric.name)}$"}
    return {"if": {"type": "object", "properties": {"metric": named}}, "then": then}


def parameters(metrics: Mapping[str, Metric]) -> dict[str, Schema]:
    """What `with:` may say for each metric, under the name of a definition."""
    return {_definition(name): _parameters(metrics[name]) for name in sorted(metrics)}


def _definition(metric: str) -> str:
    return f"with-{metric}"


def _required(metric: Metric) -> list[str]:
    return sorted(name for name, parameter in metric.parameters.items() if parameter.required)


def _parameters(metric: Metric) -> Schema:
    found: Schema = {
        "type": "object",
        "title": f"parameters of {metric.name}",
        "markdownDescription": f"The parameters of `{metric.name}`: {_line(metric)}",
        "properties": {name: parameter.schema for name, parameter in metric.parameters.items()},
        "additionalProperties": False,
    }
    required = _required(metric)
    return {**found, "required": required} if required else found


def _line(metric: Metric) -> str:
    """The first paragraph of the help, in one line, under the title."""
    text = " ".join(metric.help.split("\n\n")[0].split())
    if not metric.title:
        return text
    return f"**{metric.title}{'' if metric.title[-1] in '.?!' else '.'}** {text}"


def where() -> Schema:
    """The rows that count."""
    limits = {
        "at_least": {**words.SCALAR, "markdownDescription": told("This or more.", "score: {at_least: 4}")},
        "at_most": {**words.SCALAR, "markdownDescription": told("This or less.", "score: {at_most: 2}")},
        "not": {
            **words.SCALAR,
            "type": ["string", "number", "boolean", "array"],
            "errorMessage": "write a value, or a list of values",
            "items": words.SCALAR,
            "maxItems": 100,
            "markdownDescription": told("Anything but this, or but these.", "channel: {not: [phone, fax]}"),
        },
    }
    row: Schema = {
        "type": ["string", "number", "boolean", "array", "object"],
        "title": "condition",
        "markdownDescription": "A value, a list of values, or limits: `{at_least:, at_most:, not:}`.",
        "errorMessage": "write a value, a list, or {at_least:, at_most:, not:}",
        "maxLength": 500,
        "items": words.SCALAR,
        "maxItems": 100,
        "allOf": [words.shaped("object", properties=words.titled(limits), additionalProperties=False)],
    }
    help_ = told(
        "Only these rows: column to a value, a list of values, or limits.",
        "where: {channel: email, score: {at_least: 1}, category: [repair, return]}",
        "All conditions must hold. Default: every row of the source.",
    )
    return words.mapping(
        row, help_, most=words.MOST_OPTIONS, title="where", errorMessage="write a mapping: {channel: email}"
    )


def window() -> Schema:
    """The time that counts."""
    mend = "write cycle, last 30 d, or {from: 2026-10-01, to: 2026-12-31}"
    properties = {
        "from": words.moment(told("The first day or instant, included.", "from: 2026-10-01")),
        "to": words.moment(told("The last day, included; or the instant at which it ends.", "to: 2026-12-31")),
    }
    return {
        "type": ["string", "object"],
        "title": "window",
        "errorMessage": mend,
        "maxLength": 40,
        "pattern": words.WINDOW,
        "patternErrorMessage": mend,
        "allOf": [
            words.shaped(
                "object", properties=words.titled(properties), required=["from", "to"], additionalProperties=False
            )
        ],
        "defaultSnippets": list(snippets.WINDOWS),
        "markdownDescription": told(
            "The time whose rows count.",
            "window: last 30 d",
            "Default: `cycle`, from its first day to the check-in. `last 30 d` moves along with the check-in; "
            "`{from: 2026-10-01, to: 2026-12-31}` stands still.",
        ),
    }
