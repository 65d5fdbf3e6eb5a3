"""How much of something is covered: contacts in the CRM, customers told, profiles complete."""

from collections.abc import Mapping
from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl


def coverage_rate(rows: Table, *, filled: tuple[str, ...] = ()) -> Rate:
    """Percent of rows that are covered: those whose column `covered` says so. Wilson's interval. Higher is better.

    A row whose `covered` is empty is missing. With `filled`, a row is covered if each of these columns has a value; one
    empty column makes it incomplete. The rows may be of any record type, and the columns are mapped by their source.
    Where the column says that something unwelcome happened, as in `objection_rate`: Lower is better (completeness;
    ISO/IEC 25012).

    filled: columns that must all have a value, in the place of `covered`
    """
    if not filled:
        return Rate(rows["covered"], excluded={"missing": rows["covered"].isnull()})
    complete = rows[filled[0]].notnull()
    for name in filled[1:]:
        complete = complete & rows[name].notnull()
    return Rate(complete)


def _named(given: Mapping[str, Any]) -> str | None:
    return None if given["filled"] else "`filled` must name the columns that a complete row fills"


COVERED = "item_id,covered\n1,yes\n2,yes\n3,no\n4,yes\n5,\n"
TOLD = "ticket_id,created_at,covered\n1,2026-02-01,yes\n2,2026-02-01,no\n3,2026-02-02,yes\n4,2026-02-02,yes\n"
OWNED = "item_id,owner\n1,nok\n2,\n3,arm\n4,arm\n"
PROFILES = """
    customer_id,phone,email,decides
    1,081 234 5678,a@example.com,herself
    2,081 234 5678,,himself
    3,,,
    4,,d@example.com,the board
"""
HISTORY = """
    order_id,customer_id,amount,channel
    1,A,120.50,shop
    2,B,,shop
    3,,99,phone
    4,C,15,phone
"""

COVERAGE_RATE = Metric(
    "coverage_rate",
    coverage_rate,
    record="any",
    uses=lambda given: given["filled"] or ("covered",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    topic="work",
    title="Covered",
    example=Case(COVERED, {"value": 75, "n": 4, "numerator": 3, "missing": 1}),
)
COVERED_BY = {
    "crm_coverage": "Contacts that are in the CRM",
    "survey_coverage": "Purchases whose buyers were asked",
    "monitoring_coverage": "Interactions that were recorded",
    "evaluation_coverage": "Agents who were evaluated",
    "inspection_rate": "Visits that were inspected",
    "vip_visit_coverage": "VIPs who were visited",
    "department_kr_coverage": "Departments with a key result",
    "answer_accuracy": "Checked answers that were right",
}


@hookimpl
def okr_metrics() -> list[Metric]:
    """Coverage of many things."""
    complete = {"check": _named}
    return [
        COVERAGE_RATE,
        *(COVERAGE_RATE.preset(name, title=title) for name, title in COVERED_BY.items()),
        COVERAGE_RATE.preset(
            "notification_coverage",
            title="Customers who were told",
            topic="answering",
            example=Case(TOLD, {"value": 75, "n": 4}, record="ticket"),
        ),
        COVERAGE_RATE.preset("loaner_availability", title="Requests for a loan that were met", topic="delivery"),
        COVERAGE_RATE.preset(
            "owner_coverage",
            title="Tasks that have an owner",
            filled=("owner",),
            example=Case(OWNED, {"value": 75, "n": 4}, record="item"),
        ),
        COVERAGE_RATE.preset(
            "profile_completeness",
            title="Customer profiles that are complete",
            topic="customers",
            example=Case(PROFILES, {"value": 25, "n": 4}, {"filled": ["phone", "email", "decides"]}, record="customer"),
            **complete,
        ),
        COVERAGE_RATE.preset(
            "data_completeness",
            title="Records that are complete",
            topic="customers",
            example=Case(HISTORY, {"value": 50, "n": 4}, {"filled": ["customer_id", "amount"]}, record="order"),
            **complete,
        ),
        COVERAGE_RATE.preset(
            "objection_rate",
            title="Conversations with arguing, bargaining or interrupting",
            better="lower",
            voice="customer",
        ),
    ]
