"""The schema of a check-in file."""

from okrengine.schema import words
from okrengine.schema.words import Schema

MISSING = {
    "no_data": "there was nothing to count",
    "not_reached": "the median lies beyond the data",
    "undefined": "the formula has no value",
    "stale": "the data was too old",
    "source_failed": "the source could not be read",
    "not_stated": "nobody stated a value",
}


SAID = ("value", "milestones", "confidence", "note", "blockers", "next", "override")
"""The keys of an entry that people state; the others are measured."""


def build() -> Schema:
    """The schema of a check-in file."""
    properties = {
        "version": words.version(),
        "cycle": words.cycle("The cycle that this check-in is about, as in the OKR file: `2026-Q4`."),
        "team": words.identifier("The team."),
        "at": words.instant("When it was said."),
        "by": words.text("Who said it."),
        **_statements(),
        "backfilled": {
            "const": True,
            "errorMessage": "write `backfilled: true`, or leave it out",
            "markdownDescription": "The values were computed later for this instant.",
        },
        "closes": _closes(),
    }
    body = words.record("check-in", properties, ("version", "cycle", "team", "at", "by", "key_results"))
    return words.head("Check-in", "What was measured and said at one instant; written once.", body, _definitions())


def answers() -> Schema:
    """The schema of an answers file: what people say at a check-in, and nothing that is measured."""
    body = words.record("answers", _statements())
    definitions = {**_definitions(), "entry": words.record("key result", {key: _values()[key] for key in SAID})}
    return words.head("Answers", "What people say at a check-in.", body, definitions)


def _statements() -> dict[str, Schema]:
    progress = words.record("initiative", {"progress": words.share("How far it is.")})
    return {
        "key_results": words.mapping(words.reference("entry"), "objective/key-result: what was measured and said."),
        "initiatives": words.mapping(progress, "objective/initiative: how far it is."),
    }


def _definitions() -> dict[str, Schema]:
    return {
        "entry": words.record("key result", _values(), allOf=[words.excluded("missing", ("value",))]),
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


def _values() -> dict[str, Schema]:
    quantity = words.reference("quantity")
    tasks = words.several(words.reference("task"), "Something in the way, or to be done next.")
    return {
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
