"""Rule: customers have their say in every objective."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Item, Rule, hookimpl

CUSTOMER, INTERNAL = "customer", "internal"


def no_customer_voice(files: Files) -> Iterator[Finding]:
    """An objective whose measures all come from inside, with none that customers report; guardrails count.

    A clock in our own system says how fast we were, never how it felt. Both may be right and still disagree, and then
    it is the customer who decides. Where a metric does not declare whose voice it is, the rule is silent.
    """
    for objective in files.objectives:
        results = list(objective.items("key_results"))
        measured = [each for one in results for each in (one, *one.items("guardrails")) if not one.has("milestones")]
        if measured and all(_comes_from_inside(one) for one in measured):
            names = ", ".join(dict.fromkeys(f"`{one.metric.name}`" for one in measured if one.metric is not None))
            message = f"no measure of objective {objective.name} is reported by customers: {names}"
            yield Finding(objective.place(), message, "add csat, nps, ces or complaint_rate, as a guardrail at least")


def _comes_from_inside(item: Item) -> bool:
    return item.metric is not None and item.clear and item.metric.voice == INTERNAL


FAST = """\
id: fast
title: Whoever writes to us has an answer before the next cup of tea
key_results:
  - id: first-answer
    title: Half of all first answers come within 4 hours, down from 24
    metric: first_response_time
    source: helpdesk
    baseline: 24 h
    target: 4 h
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """414."""
    guarded = FAST + "    guardrails:\n      - {metric: csat, source: surveys, at_least: 80%}\n"
    return [
        Rule(
            "OKR414",
            "no-customer-voice",
            "info",
            no_customer_voice,
            "no measure from customers",
            mend="add CSAT, NPS, CES or complaints, as a guardrail at least",
            example=Example(FAST, guarded, "objective"),
            scope="file",
        )
    ]
