"""How many new customers buy a second time."""

from collections.abc import Mapping
from typing import Any

from okrengine import Case, Metric, Seconds, Table, Within, hookimpl

_DAY = 86400


def newcomers(orders: Any, keys: tuple[str, ...]) -> Any:
    """Orders as the customers whose first one lies in the window: the day of it, and the next day with an order."""
    owner = [*keys, "customer_id"]
    dated = orders.mutate(
        first_at=orders.order_date.min().over(group_by=owner),
        first_day=orders.order_date_day.min().over(group_by=owner),
    )
    # The window ends at the instant of asking, which is inside, or before an instant that is not.
    ended = (dated.first_at < dated.window_end) | ((dated.first_at == dated.as_of) & (dated.window_end == dated.as_of))
    inside = dated.filter((dated.first_at >= dated.window_start) & ended)
    return inside.group_by([*owner, "first_day"]).aggregate(
        next_day=inside.order_date_day.min(where=inside.order_date_day > inside.first_day)
    )


def cohort_repurchase_rate(customers: Table, *, within: Seconds) -> Within:
    """Percent of the first buyers of the window who ordered again on one of the days after. Higher is better.

    Wilson's interval. The window picks who is looked at, by their first order ever; how long each one is looked at is
    the same for all, so that cohorts compare. Counted are days: a second order on the first day is none, and the last
    day counts to its end. Who has not ordered again and still has time is `undecided` and in neither number. The file
    must reach back to the first order. Guests leave and are counted as `anonymous` (repeat rate of a cohort of first
    buyers).

    within: how many days after the first order count, such as 90 d
    """
    return Within(customers.next_day, start=customers.first_day, limit=within)


def _whole_days(given: Mapping[str, Any]) -> str | None:
    days, rest = divmod(given["within"], _DAY)
    return None if days and not rest else "`within` must be whole days: write 90 d"


COHORT_REPURCHASE_RATE = Metric(
    "cohort_repurchase_rate",
    cohort_repurchase_rate,
    record="order",
    needs=("customer_id",),
    reasons={"customer_id": "anonymous"},
    prepare=newcomers,
    reads="lifetime",
    check=_whole_days,
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="New customers who buy again",
    example=Case(
        """
        order_id,customer_id,order_date
        1,anna,2026-01-05
        2,anna,2026-02-04
        3,ben,2026-01-10
        4,ben,2026-01-10
        5,cleo,2026-01-20
        6,cleo,2026-02-01
        7,dora,2026-03-02
        8,eve,2026-11-15
        """,
        {"value": 50, "n": 4, "numerator": 2, "undecided": 1},
        {"within": "30 d"},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Repurchase of a cohort."""
    return [COHORT_REPURCHASE_RATE]
