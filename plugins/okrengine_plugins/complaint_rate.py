"""Complaints per cases, or per whatever a table of totals counts."""

from typing import Literal

from okrengine import Case, Metric, Rate, Ratio, Table, hookimpl


def complaint_rate(cases: Table, *, per: int = 100, interval: Literal["none", "poisson"] = "none") -> Rate | Ratio:
    """Complaints of all tickets, or complaints per customer of a table of totals, in percent. Lower is better.

    From tickets: those that are a complaint, with Wilson's interval. From totals: the sum of complaints over the sum of
    customers; months of 1 in 10 and 1 in 90 are 2 %, not 5.6 %. What `customers` counts (people served, orders,
    accounts) is said by the column that is mapped. It may exceed 100 and is never cut off (complaints per customer
    base; interval of a count: Garwood 1936).

    per: 100 for percent, 1000 for complaints per thousand
    interval: `poisson` gives an exact interval of the count of complaints in a table of totals
    """
    if "complaints" in cases.columns:
        return Ratio(cases.complaints, cases.customers, per=per, interval=interval)
    return Rate(cases.is_complaint, per=per)


MONTHS = """
period,complaints,customers
2026-01-31,1,10
2026-02-28,1,90
"""
COMPLAINT_RATE = Metric(
    "complaint_rate",
    complaint_rate,
    record="ticket",
    needs=("is_complaint",),
    totals=("complaints", "customers"),
    unit=lambda given: "%" if given["per"] == 100 else "",  # noqa: PLR2004  per hundred is percent
    better="lower",
    range=(0, None),
    check=lambda given: None if given["per"] > 0 else "`per` must be above 0",
    voice="customer",
    title="Complaint rate",
    topic="complaints",
    example=Case(MONTHS, {"value": 2, "numerator": 2, "denominator": 100}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Complaint rate."""
    return [COMPLAINT_RATE]
