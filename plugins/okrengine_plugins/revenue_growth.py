"""How much the revenue has grown."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, TypedDict

from okrengine import Case, Growth, Metric, Table, hookimpl

Period = TypedDict("Period", {"from": date, "to": date})
"""Two days and all between them."""


def revenue_growth(
    orders: Table, *, against: Literal["previous"] | Period = "previous", normalise: Literal["none", "per_day"] = "none"
) -> Growth:
    """Percent by which the revenue of the window is above that of a base. Higher is better; shrinking is negative.

    (current - base) / base of the sums of `amount`, exact. The base is as many days right before the window as it has
    had until now, or a period that is named. Two periods that are not of one length only compare by the day. No order
    in one of them is no data, a base of zero is undefined. Months after a launch are a window of their own; users of a
    feature are picked by `where`, and belong beside those who do not use it.

    From totals: the sums of `revenue` of the rows whose `period` begins in the window, and in the base; `days` says how
    many days a row stands for (relative change).

    against: the base: `previous`, or a period such as {from: 2026-01-01, to: 2026-03-31}
    normalise: `per_day` divides both sums by their days, as periods of unequal length need it
    """
    base = None if isinstance(against, str) else (against["from"], against["to"])
    window = {"start": orders.window_start, "end": orders.window_end, "against": base}
    per_day = normalise == "per_day"
    if "revenue" in orders.columns:
        return Growth(orders.revenue, orders.period, days=orders.days, per_day=per_day, **window)
    return Growth(orders.amount, orders.order_date, per_day=per_day, **window)


def _in_order(given: Mapping[str, Any]) -> str | None:
    against = given["against"]
    if isinstance(against, str) or against["from"] <= against["to"]:
        return None
    return f"`against` ends on {against['to']}, before it begins: `from` is the first day, `to` the last one"


REVENUE_GROWTH = Metric(
    "revenue_growth",
    revenue_growth,
    record="order",
    needs=("amount",),
    totals=("revenue", "days"),
    reads="history",
    check=_in_order,
    unit="%",
    better="higher",
    min_sample=None,
    voice="internal",
    title="Revenue growth",
    example=Case(
        """
        order_id,order_date,amount
        1,2025-03-05,100
        2,2025-12-20,60
        3,2026-01-10,80
        4,2026-02-11,20.50
        5,2026-03-12,49.50
        """,
        {"value": -6.25, "n": 5, "base": 160, "current": 150},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Revenue growth."""
    return [REVENUE_GROWTH]
