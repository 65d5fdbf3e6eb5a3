"""A key result: what is promised, from where to where and until when."""

from collections.abc import Mapping

from okrengine.offers import Metric
from okrengine.schema import words
from okrengine.schema.okr import snippets
from okrengine.schema.okr.measured import conditions, measured
from okrengine.schema.words import Schema, told

_LEAST = told("The least that is still right, included.", "maintain: {at_least: 85%}")
_MOST = told("The most that is still right, included.", "maintain: {at_most: 6%}")


def key_result(metrics: Mapping[str, Metric]) -> Schema:
    """One number that an objective is judged by."""
    rules = [words.excluded("maintain", ("target",)), words.excluded("milestones", ("target", "maintain"))]
    return words.record(
        "key result",
        {**_names(), **measured(metrics), **_goals(), **_terms()},
        ("id",),
        "One number that the objective is judged by. It says exactly one of `target`, `maintain`, `milestones`.",
        allOf=rules + conditions(metrics),
    )


def _goals() -> dict[str, Schema]:
    """From where, and to where."""
    milestones = words.several(
        words.reference("milestone"),
        told(
            "Dated steps, instead of a number.",
            "milestones:\n  - {id: chosen, title: A system is chosen, by: 2026-10-31}\n"
            "  - {id: live, title: It is in use, by: 2026-12-15, weight: 3}",
            "The score is the weight that is done ÷ the weight of all. In place of `target` and `maintain`.",
        ),
        least=1,
    )
    return {"baseline": _baseline(), "target": _target(), "maintain": _maintain(), "milestones": milestones}


def _terms() -> dict[str, Schema]:
    """Until when, how much it counts, and what must hold meanwhile."""
    return {
        "deadline": words.day(
            told(
                "The last day on which it counts.",
                "deadline: 2026-12-15",
                "Default: the end of the cycle. Expected progress grows until then.",
            )
        ),
        "weight": _weight("How much it counts in the objective's score beside the other key results."),
        "curve": words.reference("curve"),
        "guardrails": words.several(
            words.reference("guardrail"),
            told(
                "What must stay good while this number is chased.",
                "guardrails:\n  - {metric: csat, source: surveys, at_least: 80%}",
                "A breach caps the status at `at_risk`; the score stays as it is.",
            ),
            most=20,
        ),
        "tags": words.reference("tags"),
    }


def _names() -> dict[str, Schema]:
    return {
        "id": words.identifier(
            told(
                "The key result's name in addresses; unique in its objective.",
                "id: resolution-time",
                "Check-ins are kept under it: after a rename, keep the old one under `formerly`.",
            )
        ),
        "formerly": words.several(
            words.identifier("An earlier id."),
            told("Earlier ids, so that check-ins follow a rename.", "formerly: [time-to-solve]"),
            most=20,
        ),
        "title": words.text(
            told(
                "What is measured, from where to where.",
                "title: Problems are solved within a day, not two",
                "Default: the `id`.",
            )
        ),
        "owner": words.text(told("Who answers for this number.", "owner: nok", "Default: the objective's `owner`.")),
    }


def _weight(what: str) -> Schema:
    return words.number(told(what, "weight: 2", "Default: `1`. With `0` it is shown and not counted."), most=1_000_000)


def _target() -> Schema:
    mend = "write a quantity (90%, 24 h), {change: -20%}, or {commit: 3, target: 7, stretch: 10}"
    change = "write `+10%`, `-20%` or `-2 pp`; points of percent are `pp`"
    properties = {
        "change": words.matching(
            words.CHANGE,
            change,
            told(
                "The target relative to the baseline.",
                "target: {change: -20%}",
                "From a baseline of 10%, `-20%` leads to 8% and `-2 pp` to 8% too.",
            ),
        ),
        "commit": words.quantity(
            told("The least that was promised, worth 0.3.", "commit: 3", "Default: 30 % of the way to `stretch`.")
        ),
        "target": words.quantity(
            told("What is aimed at, worth 0.7.", "target: 7", "Default: 70 % of the way to `stretch`.")
        ),
        "stretch": words.quantity(told("What would be wonderful, worth 1.0.", "stretch: 10")),
    }
    rules = [words.excluded("change", ("commit", "target", "stretch")), words.otherwise("stretch", without="change")]
    help_ = told(
        "The number to reach. Whether it goes up or down follows from the `baseline`.",
        "target: 24 h\ntarget: {change: -20%}\ntarget: {commit: 3, target: 7, stretch: 10}",
        "The score is the part of the way from `baseline` that is done. Use `maintain` to keep a level.",
    )
    return {
        **words.quantity(help_),
        "type": ["string", "number", "object"],
        "errorMessage": mend,
        "allOf": [words.shaped("object", properties=words.titled(properties), additionalProperties=False, allOf=rules)],
    }


def _baseline() -> Schema:
    measure_by = words.day(
        told(
            "The day by which a check-in has measured the baseline.",
            "baseline: {measure_by: 2026-10-15}",
            "Until then the key result has no score; after it `okr validate` complains.",
        )
    )
    help_ = told(
        "Where the number stands at the start.",
        "baseline: 48 h\nbaseline: {measure_by: 2026-10-15}",
        "Every `target` needs one. Where it is not known yet, say by when a check-in will measure it.",
    )
    return {
        **words.quantity(help_),
        "type": ["string", "number", "object"],
        "errorMessage": "write a quantity (80%, 48 h), or {measure_by: 2026-10-15}",
        "allOf": [
            words.shaped(
                "object",
                properties=words.titled({"measure_by": measure_by}),
                required=["measure_by"],
                additionalProperties=False,
            )
        ],
    }


def _maintain() -> Schema:
    score = words.choice(
        told("How keeping the level is scored.", "maintain: {at_least: 85%, score: share}", "Default: `now`."),
        now="1 if the last value is inside the limits, else 0",
        share="the share of check-ins whose value was inside",
        distance="1 inside, falling to 0 at the `baseline`, which it needs",
    )
    properties = {
        "at_least": words.quantity(_LEAST),
        "at_most": words.quantity(_MOST),
        "score": score,
    }
    return words.record(
        "maintain",
        properties,
        help_=told(
            "A level to keep, instead of a number to reach: `at_least`, `at_most` or both.",
            "maintain: {at_least: 85%, score: share}",
            "In place of `target` and `milestones`.",
        ),
        allOf=[words.otherwise("at_least", without="at_most")],
    )


def milestone() -> Schema:
    """A dated step."""
    properties = {
        "id": words.identifier(told("The step's name in check-ins; unique in its key result.", "id: live")),
        "title": words.text(told("What will be there.", "title: It is in use", "Default: the `id`.")),
        "by": words.day(told("The last day on which it is in time.", "by: 2026-12-15")),
        "weight": _weight("How much it counts beside the other steps."),
        "done": words.day(
            told("The day on which it was done; a check-in can say it, too.", "done: 2026-12-12", "Default: not done.")
        ),
    }
    return words.record("milestone", properties, ("id", "by"), "A dated step.")


def curve() -> Schema:
    """How progress is expected to come."""
    mend = "write linear, step, or a list such as [{on: 2026-11-15, progress: 20%}]"
    properties = {
        "on": words.day(told("The day of this point.", "on: 2026-11-15")),
        "progress": words.share(told("How far it should be by the end of that day.", "progress: 20%")),
    }
    return {
        "type": ["string", "array"],
        "title": "curve",
        "errorMessage": mend,
        "pattern": words.CURVE,
        "patternErrorMessage": mend,
        "maxLength": 40,
        "allOf": [
            words.shaped(
                "array",
                items=words.record("waypoint", properties, ("on", "progress"), "Progress expected by a day."),
                minItems=1,
                maxItems=100,
            )
        ],
        "defaultSnippets": list(snippets.CURVES),
        "markdownDescription": told(
            "How progress is expected to come; the status compares with it.",
            "curve: step\ncurve: [{on: 2026-11-15, progress: 20%}]",
            "Default: `linear`, evenly until the deadline. `step` expects nothing before it; a list names points.",
        ),
    }
