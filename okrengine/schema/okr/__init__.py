"""The schema of an OKR file.

Optional keys have no `default` here: editors write it out wherever somebody begins an objective. Their text says it.
"""

from collections.abc import Mapping

from okrengine.offers import Metric
from okrengine.schema import words
from okrengine.schema.okr import snippets
from okrengine.schema.okr.measured import guardrail, parameters, where, window
from okrengine.schema.okr.promised import curve, key_result, milestone
from okrengine.schema.okr.work import amendment, initiative
from okrengine.schema.words import Schema, told


def build(metrics: Mapping[str, Metric], *, conditions: bool = True) -> Schema:
    """The schema of an OKR file; `conditions` adds the names of the metrics and the parameters of each."""
    known = metrics if conditions else {}
    definitions = {
        "objective": _objective(),
        "keyResult": key_result(known),
        "guardrail": guardrail(known),
        "milestone": milestone(),
        "initiative": initiative(),
        "amendment": amendment(),
        "where": where(),
        "window": window(),
        "curve": curve(),
        "tags": _tags(),
        **parameters(known),
    }
    body = words.record("OKR file", _properties(), ("version", "cycle", "team", "objectives"))
    found = words.head("OKR file", "The objectives and key results of one team in one cycle.", body, definitions)
    return snippets.offered(found) if conditions else found


def _properties() -> dict[str, Schema]:
    return {
        "version": words.version(told("The version of this file's format.", "version: 1")),
        "cycle": words.cycle(
            told(
                "The time that these promises run for: a quarter, a half, a year, or a cycle named in okrengine.yaml.",
                "cycle: 2026-Q4",
                "Deadlines and windows that are not written end with it. One file holds one team and one cycle.",
            )
        ),
        "team": words.identifier(
            told(
                "Who makes these promises, in small letters, digits and hyphens.",
                "team: after-sales",
                "It begins every address (`after-sales/delight/csat`), and check-ins are kept under it: "
                "a team that is renamed loses sight of them.",
            )
        ),
        "owner": words.text(
            told(
                "Who answers for all that has no `owner` of its own.", "owner: nok", "Reports and check-ins name them."
            )
        ),
        "objectives": words.several(
            words.reference("objective"),
            told(
                "What the team wants to be true at the end of the cycle: few, and each with key results.",
                "objectives:\n  - id: delight\n    title: Customers feel looked after\n    key_results:\n"
                "      - {id: csat, metric: csat, source: surveys, baseline: 80%, target: 90%}",
            ),
            least=1,
        ),
    }


def _objective() -> Schema:
    properties = {**_meant(), "tags": words.reference("tags"), **_pursued()}
    return words.record(
        "objective",
        properties,
        ("id", "title", "key_results"),
        "What the team wants to be true, and how one will know.",
    )


def _meant() -> dict[str, Schema]:
    """What an objective is."""
    return {
        "id": words.identifier(
            told(
                "The objective's name in addresses; unique in the file.",
                "id: delight",
                "Check-ins and `supports` of other teams refer to it: choose it once.",
            )
        ),
        "title": words.text(
            told(
                "What is to be true at the end of the cycle, in words that people remember.",
                "title: Customers feel looked after",
                "Numbers belong in the key results.",
            )
        ),
        "kind": words.choice(
            told("How high the bar is.", "kind: committed", "Default: `aspirational`. It decides the verdict."),
            aspirational="a stretch: achieved from a score of 0.7 on",
            committed="a promise: achieved at 1.0 only; a miss asks for the reason",
        ),
        "owner": words.text(told("Who answers for this objective.", "owner: nok", "Default: the file's `owner`.")),
        "supports": words.several(
            words.address("The address of an objective or key result."),
            told(
                "What this objective helps to reach, in any file, as team/objective or team/objective/key-result.",
                "supports: [company/loved]",
                "The report shows this score beside the supported one; it is not added to it. No circles.",
            ),
        ),
    }


def _pursued() -> dict[str, Schema]:
    """How an objective is measured and reached."""
    return {
        "key_results": words.several(
            words.reference("keyResult"),
            told(
                "How one will know: two to five numbers that the objective's score is made of.",
                "key_results:\n  - id: csat\n    metric: csat\n    source: surveys\n    baseline: 80%\n    target: 90%",
            ),
        ),
        "initiatives": words.several(
            words.reference("initiative"),
            told(
                "What is done to get there.",
                "initiatives:\n  - {id: chatbot, title: A chatbot after hours, owner: arm, due: 2026-11-30}",
                "Work is shown and never scored.",
            ),
        ),
        "amendments": words.several(
            words.reference("amendment"),
            told(
                "Promises that were changed while they ran: which, why and by whom.",
                "amendments:\n  - {on: 2026-11-02, key_result: csat, field: target, from: 95%, to: 90%, "
                "reason: The survey changed, by: nok}",
                "A change without one stands out in `okr diff`.",
            ),
        ),
    }


def _tags() -> Schema:
    tag = {
        **words.SCALAR,
        "type": ["string", "number", "boolean", "array"],
        "errorMessage": "write a word, or a list of words",
        "items": words.SCALAR,
        "maxItems": 100,
        "markdownDescription": "A word, or a list of words, to sort by.",
    }
    help_ = told(
        "Words to sort and filter by: department, stage, touchpoint.",
        "tags: {stage: after-sale, department: service}",
        "With `departments` in okrengine.yaml, `department` must be one of them.",
    )
    mend = "write a mapping: {department: service}"
    return words.mapping(tag, help_, most=words.MOST_OPTIONS, title="tags", errorMessage=mend)
