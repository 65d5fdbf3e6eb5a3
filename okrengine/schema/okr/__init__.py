"""The schema of an OKR file."""

from collections.abc import Iterable, Mapping

from okrengine.offers import Metric
from okrengine.schema import words
from okrengine.schema.words import Schema

_MEASURED = ("source", "with", "where", "window")


def build(metrics: Mapping[str, Metric], *, conditions: bool = True) -> Schema:
    """The schema of an OKR file; `conditions` adds the names of the metrics and the parameters of each."""
    per_metric = [_parameters(metrics[name]) for name in sorted(metrics)] if conditions else []
    names = sorted(metrics) if conditions else []
    definitions = {
        "objective": _objective(),
        "keyResult": _key_result(names, per_metric),
        "guardrail": _guardrail(names, per_metric),
        "target": _target(),
        "maintain": _maintain(),
        "milestone": _milestone(),
        "initiative": _initiative(),
        "amendment": _amendment(),
        "where": _where(),
        "window": _window(),
        "curve": _curve(),
        "tags": _tags(),
        "baseline": _baseline(),
        "quantity": words.quantity("A number, or text `number unit`: `80%`, `6 h`, `120000 THB`."),
        "owner": words.text("Who answers for it."),
    }
    properties = {
        "version": words.version(),
        "cycle": words.cycle(),
        "team": words.identifier("The team: small letters, digits, hyphens."),
        "owner": words.reference("owner"),
        "objectives": words.several(words.reference("objective"), "What the team wants to be true at the end."),
    }
    body = words.record("OKR file", properties, ("version", "cycle", "team", "objectives"))
    return words.head("OKR file", "Objectives and key results of one team and cycle.", body, definitions)


def _objective() -> Schema:
    properties = {
        "id": words.identifier("The objective's name in addresses; unique in the file."),
        "title": words.text("What is to be true at the end of the cycle."),
        "kind": words.choice(
            "How high the bar is.", aspirational="achieved from 0.7 on", committed="achieved at 1.0 only"
        ),
        "owner": words.reference("owner"),
        "supports": words.several(
            words.address("An objective or key result, in any file."), "What this objective helps to reach."
        ),
        "tags": words.reference("tags"),
        "key_results": words.several(words.reference("keyResult"), "How one will know."),
        "initiatives": words.several(words.reference("initiative"), "What is done to get there; never scored."),
        "amendments": words.several(words.reference("amendment"), "Promises that were changed while they ran."),
    }
    return words.record("objective", properties, ("id", "title", "key_results"))


def _measured(names: Iterable[str]) -> dict[str, Schema]:
    """The keys that say what is computed from what."""
    metric: Schema = words.text("What is computed: the name of a metric. Without it a person states the value.")
    if known := list(names):
        metric = {**metric, "enum": known, "errorMessage": "no such metric is installed; `okr plugins` lists them"}
    return {
        "metric": metric,
        "source": words.text("From what: a name under `sources:` in okrengine.yaml.", longest=words.LONGEST_NAME),
        "with": {
            "type": "object",
            "maxProperties": words.MOST_OPTIONS,
            "errorMessage": "write a mapping: {parameter: value}",
            "markdownDescription": "The metric's own parameters.",
        },
        "where": words.reference("where"),
        "window": words.reference("window"),
    }


def _key_result(names: Iterable[str], per_metric: list[Schema]) -> Schema:
    properties = {
        "id": words.identifier("The key result's name in addresses; unique in its objective."),
        "formerly": words.several(
            words.identifier("An earlier id."), "Earlier ids, so that check-ins follow a rename.", most=20
        ),
        "title": words.text("What is measured, from where to where."),
        "owner": words.reference("owner"),
        **_measured(names),
        "baseline": words.reference("baseline"),
        "target": words.reference("target"),
        "maintain": words.reference("maintain"),
        "milestones": words.several(words.reference("milestone"), "Dated steps with weights.", least=1),
        "deadline": words.day("The day until which it counts; without it the end of the cycle."),
        "weight": words.number("Its weight in the objective; without it 1.", most=1_000_000),
        "curve": words.reference("curve"),
        "guardrails": words.several(words.reference("guardrail"), "What must hold meanwhile.", most=20),
        "tags": words.reference("tags"),
    }
    rules = [words.excluded("maintain", ("target", "milestones")), words.excluded("milestones", ("target",))]
    rules += [words.needed("metric", by=key) for key in _MEASURED]
    return words.record("key result", properties, ("id",), allOf=rules + per_metric)


def _guardrail(names: Iterable[str], per_metric: list[Schema]) -> Schema:
    properties = {
        **_measured(names),
        "at_least": words.quantity("The least that is still right, included."),
        "at_most": words.quantity("The most that is still right, included."),
    }
    rules = [words.otherwise("at_least", without="at_most")]
    return words.record("guardrail", properties, ("metric",), allOf=rules + per_metric)


def _parameters(metric: Metric) -> Schema:
    """What `with:` may say where this metric is named."""
    found = {name: parameter.schema for name, parameter in metric.parameters.items()}
    required = sorted(name for name, parameter in metric.parameters.items() if parameter.required)
    options: Schema = {"properties": found, "additionalProperties": False}
    then: Schema = {"properties": {"with": options}}
    if required:
        options["required"] = required
        then["required"] = ["with"]
    return {"if": {"properties": {"metric": {"const": metric.name}}, "required": ["metric"]}, "then": then}


def _target() -> Schema:
    help_ = "`24 h`, a relative `{change: -20%}` or `{change: -2 pp}`, or zones `{commit: 3, target: 7, stretch: 10}`."
    found = words.quantity(help_)
    mend = "write `+10%`, `-20%` or `-2 pp`; points of percent are `pp`"
    properties = {
        "change": words.matching(words.CHANGE, mend, "Relative to the baseline.", title="change"),
        "commit": words.quantity("Worth 0.3."),
        "target": words.quantity("Worth 0.7."),
        "stretch": words.quantity("Worth 1.0."),
    }
    rules = [words.excluded("change", ("commit", "target", "stretch")), words.otherwise("stretch", without="change")]
    return {
        **found,
        "type": ["number", "string", "object"],
        "title": "target",
        "properties": properties,
        "additionalProperties": False,
        "allOf": rules,
    }


def _baseline() -> Schema:
    return {
        **words.quantity("Where it starts: `48 h`; or `{measure_by: 2026-10-15}` where it is not known yet."),
        "type": ["number", "string", "object"],
        "title": "baseline",
        "properties": {"measure_by": words.day("The day by which a check-in has captured it.")},
        "required": ["measure_by"],
        "additionalProperties": False,
    }


def _maintain() -> Schema:
    properties = {
        "at_least": words.quantity("The least that is still right, included."),
        "at_most": words.quantity("The most that is still right, included."),
        "score": words.choice(
            "How keeping it is scored.",
            now="1 inside the limits, else 0",
            share="the share of check-ins inside the limits",
            distance="1 inside the limits, falling to 0 at the baseline",
        ),
    }
    rules = [words.otherwise("at_least", without="at_most")]
    return words.record("maintain", properties, help_="Keep a level.", allOf=rules)


def _milestone() -> Schema:
    properties = {
        "id": words.identifier("Its name in check-ins; unique in the key result."),
        "title": words.text("What will be there."),
        "by": words.day("The day by which it is due."),
        "weight": words.number("Its weight; without it 1.", most=1_000_000),
        "done": words.day("The day on which it was done."),
    }
    return words.record("milestone", properties, ("id", "by"))


def _initiative() -> Schema:
    properties = {
        "id": words.identifier("Its name in check-ins; unique in the objective."),
        "title": words.text("What is done."),
        "owner": words.reference("owner"),
        "due": words.day("The day by which it is to be done."),
        "progress": words.share("How far it is."),
    }
    return words.record("initiative", properties, ("id", "title"))


def _amendment() -> Schema:
    as_written = {"type": ["number", "string", "object", "array", "null"]}
    properties = {
        "on": words.day("The day of the change."),
        "key_result": words.identifier("The key result whose promise was changed."),
        "field": words.text("The key that was changed, or `dropped`.", longest=words.LONGEST_NAME),
        "from": {**as_written, "markdownDescription": "What was promised before."},
        "to": {**as_written, "markdownDescription": "What is promised now."},
        "reason": words.note("Why."),
        "by": words.text("Who decided it."),
    }
    return words.record("amendment", properties, ("on", "key_result", "field", "reason", "by"))


def _where() -> Schema:
    limits = {
        "at_least": {**words.SCALAR, "markdownDescription": "This or more."},
        "at_most": {**words.SCALAR, "markdownDescription": "This or less."},
        "not": {
            "type": ["string", "number", "boolean", "array"],
            "items": words.SCALAR,
            "maxItems": 100,
            "markdownDescription": "Anything but this.",
        },
    }
    row: Schema = {
        "type": ["string", "number", "boolean", "array", "object"],
        "title": "condition",
        "errorMessage": "write a value, a list, or {at_least:, at_most:, not:}",
        "maxLength": 500,
        "items": words.SCALAR,
        "maxItems": 100,
        "properties": limits,
        "additionalProperties": False,
    }
    return words.mapping(row, "Only these rows: column to value, list or limits.", most=words.MOST_OPTIONS)


def _window() -> Schema:
    mend = "write cycle, last 30 d, or {from: 2026-10-01, to: 2026-12-31}"
    return {
        "type": ["string", "object"],
        "errorMessage": mend,
        "maxLength": 40,
        "pattern": words.WINDOW,
        "patternErrorMessage": mend,
        "title": "window",
        "properties": {
            "from": words.moment("The first day or instant."),
            "to": words.moment("The last day, or the end."),
        },
        "required": ["from", "to"],
        "additionalProperties": False,
        "markdownDescription": "The time that counts: `cycle` (default), `last 30 d`, or `{from:, to:}`.",
    }


def _curve() -> Schema:
    mend = "write linear, step, or a list such as [{on: 2026-11-15, progress: 20%}]"
    waypoint = words.record(
        "waypoint",
        {"on": words.day("A day."), "progress": words.share("Progress expected by then.")},
        ("on", "progress"),
    )
    return {
        "type": ["string", "array"],
        "errorMessage": mend,
        "pattern": "^(linear|step)$",
        "patternErrorMessage": mend,
        "maxLength": 40,
        "title": "curve",
        "items": waypoint,
        "minItems": 1,
        "maxItems": 100,
        "markdownDescription": "Expected progress: `linear` (default), `step`, or dated waypoints.",
    }


def _tags() -> Schema:
    tag = {**words.SCALAR, "type": ["string", "number", "boolean", "array"], "items": words.SCALAR, "maxItems": 100}
    return words.mapping(tag, "Words to sort by: department, stage, touchpoint.", most=words.MOST_OPTIONS)
