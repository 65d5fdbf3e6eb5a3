"""The schema of a check-in file."""

from okrengine.schema import words
from okrengine.schema.okr import cycle, version
from okrengine.schema.words import Schema

MISSING = {
    "no_data": "there was nothing to count",
    "not_reached": "the median lies beyond the data",
    "undefined": "the formula has no value",
    "stale": "the data was too old",
    "source_failed": "the source could not be read",
    "not_stated": "nobody stated a value",
}


def build() -> Schema:
    """The schema of a check-in file."""
    definitions = {
        "entry": _entry(),
        "task": words.record(
            "task",
            {
                "text": words.note("What."),
                "owner": words.text("Who."),
                "due": words.day("By when."),
            },
            ("text",),
        ),
        "guardrail": _guardrail(),
        "missing": words.choice("Why there is no value.", **MISSING),
        "quantity": words.quantity("A number, or text `number unit`."),
    }
    progress = words.record("initiative", {"progress": words.share("How far it is.")})
    properties = {
        "version": version(),
        "cycle": cycle(),
        "team": words.identifier("The team."),
        "at": words.instant("When it was said."),
        "by": words.text("Who said it."),
        "key_results": words.mapping(words.reference("entry"), "objective/key-result: what was measured and said."),
        "initiatives": words.mapping(progress, "objective/initiative: how far it is."),
        "backfilled": {
            "const": True,
            "errorMessage": "write `backfilled: true`, or leave it out",
            "markdownDescription": "The values were computed later for this instant.",
        },
        "closes": _closes(),
    }
    body = words.record("check-in", properties, ("version", "cycle", "team", "at", "by", "key_results"))
    return words.head("Check-in", "What was measured and said at one instant; written once.", body, definitions)


def _entry() -> Schema:
    quantity = words.reference("quantity")
    tasks = words.several(words.reference("task"), "Something in the way, or to be done next.")
    properties = {
        "value": quantity,
        "missing": words.reference("missing"),
        "detail": words.note("The reason in a sentence."),
        "n": words.count("Rows behind the value."),
        "numerator": quantity,
        "denominator": quantity,
        "interval": words.several(quantity, "95 % interval: [low, high].", least=2, most=2),
        "excluded": words.mapping(words.count("So many rows."), "Rows that were left out, by reason."),
        "window": words.record(
            "window", {"from": words.instant("Its start."), "to": words.instant("Its end.")}, ("from", "to")
        ),
        "source": words.text("The source."),
        "definition": words.matching(
            "^sha256:[0-9a-f]{16,64}$", "write sha256: and its digits", "What was computed.", longest=80
        ),
        "baseline": quantity,
        "milestones": words.mapping(words.day("Done on this day."), "Milestones that are done."),
        "confidence": words.number("The owner's belief in reaching the target.", most=1),
        "note": words.note("What the owner says."),
        "blockers": tasks,
        "next": tasks,
        "guardrails": words.several(words.reference("guardrail"), "Where the guardrails stood.", most=20),
        "override": words.record(
            "override",
            {
                "status": words.choice("The owner's word.", on_track="", at_risk="", off_track=""),
                "until": words.day("The last day on which it counts."),
                "note": words.note("Why."),
            },
            ("status", "until"),
        ),
    }
    return words.record("key result", properties, allOf=[words.excluded("missing", ("value",))])


def _guardrail() -> Schema:
    quantity = words.reference("quantity")
    properties = {
        "metric": words.text("The metric."),
        "value": quantity,
        "n": words.count("Rows behind the value."),
        "at_least": quantity,
        "at_most": quantity,
        "holds": words.flag("Whether it held."),
        "missing": words.reference("missing"),
        "detail": words.note("The reason in a sentence."),
    }
    return words.record("guardrail", properties, ("metric",))


def _closes() -> Schema:
    verdict = words.record(
        "verdict",
        {
            "score": {**words.number("The score.", most=1), "type": ["number", "null"]},
            "verdict": words.choice("What it was worth.", achieved="", missed="", dropped="", not_measured=""),
            "note": words.note("Why."),
        },
        ("verdict",),
    )
    verdicts = words.mapping(verdict, "objective/key-result: its verdict, frozen.")
    return words.record("closing", {"verdicts": verdicts}, ("verdicts",), "Only in the last check-in of a cycle.")
