"""Complaints beyond their rate: who complains, how bad it was, what is wrong, and what it costs to make good."""

from typing import Any, Literal

from okrengine import Case, Count, Mean, Metric, Rate, Ratio, Table, hookimpl


def requesters(tickets: Any, keys: tuple[str, ...]) -> Any:
    """Tickets as the people who wrote them, and how often each one complained."""
    complained = tickets.count(where=tickets.is_complaint)
    return tickets.group_by([*keys, "requester_id"]).aggregate(complaints=complained)


def complaining_customer_rate(customers: Table) -> Rate:
    """Percent of those who wrote to us who complained at least once. Lower is better; Wilson's interval.

    People and not tickets are counted: one who complains five times is one. Tickets without a requester leave and are
    counted as `anonymous` (share of complaining customers; ISO 10002).
    """
    return Rate(customers.complaints > 0)


def complaint_severity(tickets: Table, *, statistic: Literal["mean", "max"] = "mean") -> Mean:
    """Mean severity of complaints, in the points in which it is scored (score); Student's interval. Lower is better.

    Other tickets do not count, whatever their severity; a complaint without one is missing (severity as in ISO 10002).

    statistic: `mean`, or `max` for the worst complaint
    """
    complaint, severity = tickets.is_complaint, tickets.severity
    return Mean(severity, where=complaint, statistic=statistic, excluded={"missing": complaint & severity.isnull()})


def problem_count(problems: Table) -> Count:
    """Number of different tickets or items that came up in the window. Lower is better.

    Which problem is meant is said by `where`, such as `{category: wrong delivery}`. One that is listed twice counts
    once (tally of a check sheet; Ishikawa).
    """
    return Count(distinct=problems["ticket_id" if "ticket_id" in problems.columns else "item_id"])


def compensation_cost(tickets: Table, *, per: Literal[1, "sum"] = 1) -> Ratio | Count:
    """Compensation paid for each complaint, as money in the currency of the source. Lower is better.

    The sum over complaints by their number; a complaint without an amount was not compensated and stays below the
    line, but where no complaint states one there is no value. Amounts are exact and of one currency (cost of external
    failure; Feigenbaum).

    per: 1 for each complaint, `sum` for the total
    """
    complaint, paid = tickets.is_complaint, tickets.compensation
    if per == "sum":
        return Count(complaint, total=paid)
    return Ratio(paid, complaint.ifelse(1, 0), per=per, where=complaint)


WRITERS = """
ticket_id,requester_id,is_complaint
1,ann,yes
2,ann,yes
3,ben,no
4,cat,no
5,dan,no
6,,yes
"""
SEVERE = """
ticket_id,is_complaint,severity
1,yes,2
2,yes,5
3,no,9
4,yes,
"""
PROBLEMS = """
ticket_id,category
1,wrong delivery
2,wrong delivery
2,wrong delivery
3,late delivery
"""
PAID = """
ticket_id,is_complaint,compensation
1,yes,100.50
2,yes,49.50
3,yes,
4,no,999
"""


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return Metric(
        name, measure, **{"record": "ticket", "better": "lower", "title": title, "topic": "complaints", **facts}
    )


COMPLAINING_CUSTOMER_RATE = _metric(
    "complaining_customer_rate",
    complaining_customer_rate,
    "Customers who complain",
    needs=("requester_id", "is_complaint"),
    reasons={"requester_id": "anonymous"},
    prepare=requesters,
    unit="%",
    range=(0, 100),
    voice="customer",
    example=Case(WRITERS, {"value": 25, "n": 4, "numerator": 1, "anonymous": 1}),
)
COMPLAINT_SEVERITY = _metric(
    "complaint_severity",
    complaint_severity,
    "How bad complaints are",
    needs=("is_complaint",),
    uses=("severity",),
    unit="score",
    voice="customer",
    example=Case(SEVERE, {"value": 3.5, "n": 2, "missing": 1}),
)
PROBLEM_COUNT = _metric(
    "problem_count",
    problem_count,
    "Problems of a kind",
    record=("ticket", "item"),
    range=(0, None),
    unit="problems",
    min_sample=None,
    voice="customer",
    example=Case(PROBLEMS, {"value": 2}, where={"category": "wrong delivery"}),
)
COMPENSATION_COST = _metric(
    "compensation_cost",
    compensation_cost,
    "Compensation for a complaint",
    needs=("is_complaint",),
    uses=("compensation",),
    range=(0, None),
    voice="internal",
    example=Case(PAID, {"value": 50, "n": 3, "numerator": 150, "denominator": 3}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Complaints."""
    return [COMPLAINING_CUSTOMER_RATE, COMPLAINT_SEVERITY, PROBLEM_COUNT, COMPENSATION_COST]
