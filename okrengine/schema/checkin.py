"""The schema of a check-in file."""

from okrengine.schema import words
from okrengine.schema.words import Schema, told

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
        "version": words.version(told("The version of this file's format.", "version: 1")),
        "cycle": words.cycle(told("The cycle that this check-in is about, as in the OKR file.", "cycle: 2026-Q4")),
        "team": words.identifier(
            told(
                "The team that checks in.", "team: after-sales", "Cycle, team and instant are those of the file's path."
            )
        ),
        "at": words.instant(
            told(
                "The instant at which this was measured and said, with its offset.",
                "at: 2026-11-21T09:00:00+07:00",
                "Later ones replace nothing: each check-in stays, and the newest counts.",
            )
        ),
        "by": words.text(told("Who said it.", "by: nok")),
        **_statements(),
        "backfilled": {
            "const": True,
            "errorMessage": "write `backfilled: true`, or leave it out",
            "markdownDescription": told(
                "The values were computed later for this instant.",
                "backfilled: true",
                "They are never mixed with what was said at the time.",
            ),
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
    share = words.share(told("How far it is.", "progress: 60%"))
    progress = words.record("initiative", {"progress": share}, help_="How far a piece of work is.")
    return {
        "key_results": words.mapping(
            words.reference("entry"),
            told(
                "What was measured and said of each key result, by objective/key-result.",
                "key_results:\n  after-sales-delight/resolution-time: {value: 31.5 h, n: 412, confidence: 0.7}",
            ),
        ),
        "initiatives": words.mapping(
            progress,
            told(
                "How far each initiative is, by objective/initiative.",
                "initiatives: {after-sales-delight/chatbot: {progress: 60%}}",
            ),
        ),
    }


def _definitions() -> dict[str, Schema]:
    return {
        "entry": words.record("key result", _values(), allOf=[words.excluded("missing", ("value",))]),
        "task": words.record(
            "task",
            {
                "text": words.note(told("What it is.", "text: Two of five technicians are ill")),
                "owner": words.text(told("Who takes care of it.", "owner: arm")),
                "due": words.day(told("By when.", "due: 2026-11-28")),
            },
            ("text",),
        ),
        "guardrail": _guardrail(),
        "missing": words.choice(
            told("Why there is no value.", "missing: source_failed", "Never a 0 and never yesterday's value."),
            **MISSING,
        ),
        "quantity": words.quantity("A number, or text `number unit`."),
    }


def _values() -> dict[str, Schema]:
    return {**_value(), **_measured(), **_told()}


def _value() -> dict[str, Schema]:
    """The value, or why there is none."""
    return {
        "value": words.quantity(told("The value, measured or stated.", "value: 31.5 h")),
        "missing": words.reference("missing"),
        "detail": words.note(told("The reason in a sentence.", "detail: the file has no column `score`")),
        "n": words.count(told("Rows behind the value.", "n: 412")),
        "numerator": words.quantity(told("What is counted of the `denominator`.", "numerator: 371")),
        "denominator": words.quantity(told("All of which the `numerator` is a part.", "denominator: 412")),
    }


def _measured() -> dict[str, Schema]:
    """From which rows the value was made."""
    interval = told("Where the value lies with 95 %: [low, high].", "interval: [29.8 h, 33.4 h]")
    excluded = told("Rows that were left out, by reason.", "excluded: {missing: 3, negative: 1}")
    ends = {
        "from": words.instant(told("Its start, included.", "from: 2026-10-01T00:00:00+07:00")),
        "to": words.instant(told("Its end, excluded.", "to: 2026-11-21T09:00:00+07:00")),
    }
    definition = told(
        "What was computed: metric, parameters, source and mapping, in short.",
        "definition: sha256:0123456789abcdef",
        "Values of two definitions are not compared.",
    )
    baseline = told("The baseline, captured for a key result that left it open.", "baseline: 61.5%")
    return {
        "interval": words.several(words.reference("quantity"), interval, least=2, most=2),
        "excluded": words.mapping(words.count("So many rows."), excluded),
        "window": words.record("window", ends, ("from", "to"), "The time whose rows counted."),
        "source": words.text(told("The source that was read.", "source: helpdesk")),
        "definition": words.matching(
            "^sha256:[0-9a-f]{16,64}$", "write sha256: and its digits", definition, longest=80
        ),
        "baseline": words.quantity(baseline),
    }


def _told() -> dict[str, Schema]:
    """What people say."""
    tasks = words.reference("task")
    done = told("Milestones that are done, and when.", "milestones: {chosen: 2026-10-30}")
    belief = told("The owner's belief in reaching the target, from 0 to 1.", "confidence: 0.7")
    blockers = "blockers: [{text: Two technicians are ill, owner: arm, due: 2026-11-28}]"
    guardrails = "guardrails: [{metric: csat, value: 84.2%, at_least: 80%, holds: true}]"
    return {
        "milestones": words.mapping(words.day("Done on this day."), done),
        "confidence": words.number(belief, most=1),
        "note": words.note(told("What the owner says.", "note: Faster since the new shift began")),
        "blockers": words.several(tasks, told("What is in the way.", blockers)),
        "next": words.several(
            tasks, told("What is done next.", "next: [{text: Hire a temp, owner: nok, due: 2026-11-28}]")
        ),
        "guardrails": words.several(
            words.reference("guardrail"), told("Where the guardrails stood.", guardrails), most=20
        ),
        "override": _override(),
    }


def _override() -> Schema:
    status = words.choice(
        told("The owner's word.", "status: on_track"),
        on_track="it will be reached",
        at_risk="it may be missed",
        off_track="it will be missed",
    )
    properties = {
        "status": status,
        "until": words.day(told("The last day on which it counts.", "until: 2026-12-05")),
        "note": words.note(told("Why.", "note: The new supplier delivers on Monday")),
    }
    help_ = told(
        "The owner's word for a while, shown beside the computed status.",
        "override: {status: on_track, until: 2026-12-05, note: The new supplier delivers on Monday}",
    )
    return words.record("override", properties, ("status", "until"), help_)


def _guardrail() -> Schema:
    properties = {
        "metric": words.text(told("The metric.", "metric: csat")),
        "value": words.quantity(told("Its value.", "value: 84.2%")),
        "n": words.count(told("Rows behind the value.", "n: 230")),
        "at_least": words.quantity(told("The least that is still right, included.", "at_least: 80%")),
        "at_most": words.quantity(told("The most that is still right, included.", "at_most: 6%")),
        "holds": words.flag(told("Whether it held.", "holds: true")),
        "missing": words.reference("missing"),
        "detail": words.note(told("The reason in a sentence.", "detail: the file has no column `score`")),
    }
    return words.record("guardrail", properties, ("metric",), "Where a guardrail stood.")


def _closes() -> Schema:
    worth = words.choice(
        told("What it was worth.", "verdict: missed"),
        achieved="it was reached",
        missed="it was not",
        dropped="it was given up",
        not_measured="nobody knows",
    )
    score = words.number(told("The score, from 0 to 1; empty where there is none.", "score: 0.69"), most=1)
    properties = {
        "score": {**score, "type": ["number", "null"]},
        "verdict": worth,
        "note": words.note(told("Why.", "note: The warehouse moved in November")),
    }
    verdict = words.record("verdict", properties, ("verdict",), "What a key result was worth at the end.")
    example = "closes: {verdicts: {after-sales-delight/resolution-time: {score: 0.69, verdict: missed}}}"
    verdicts = words.mapping(verdict, told("The verdict of each key result, by objective/key-result.", example))
    return words.record(
        "closing",
        {"verdicts": verdicts},
        ("verdicts",),
        told(
            "The end of the cycle: what stands here is frozen.", example, "Only in the team's last check-in of a cycle."
        ),
    )
