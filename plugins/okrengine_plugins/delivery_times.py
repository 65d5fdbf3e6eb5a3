"""How long deliveries take, and how late they come."""

from okrengine import Case, Duration, Metric, Statistic, Table, hookimpl

_DAY = 86400
_MEDIAN = Statistic("median")


def lead_time(orders: Table, *, count_first_day: bool = False, statistic: Statistic = _MEDIAN) -> Duration:
    """Median time from order to delivery in whole days. Lower is better.

    Days of the calendar in the project's zone: from 1 to 30 June it is 29 days by subtraction, and 30 where the first
    one counts. Orders that are not delivered yet are counted in `details` as `unanswered`; a delivery before its order
    is left out and counted as `negative`. The median's interval is by order statistics, the mean's by Student's t
    (order fulfilment cycle time of the SCOR model).

    count_first_day: the day of the order counts as one, so that a delivery on it takes 1 day and not 0
    statistic: what stands for all the lengths of time
    """
    more = _DAY if count_first_day else 0
    return Duration(orders.order_date_day, orders.delivered_date, options={"statistic": statistic}, more=more)


def delivery_delay(orders: Table, *, statistic: Statistic = _MEDIAN) -> Duration:
    """Median time from the promised day to the delivery in whole days. Lower is better; below zero is early.

    Early deliveries are kept, so that they make up for late ones: the share that is in time is another number. Orders
    that are not delivered yet are counted in `details` as `unanswered`, those without a promise as `no_target`
    (lateness, as in scheduling).

    statistic: what stands for all the lengths of time
    """
    return Duration(orders.promised_date_day, orders.delivered_date, negative="keep", options={"statistic": statistic})


LEAD_TIME = Metric(
    "lead_time",
    lead_time,
    record="order",
    uses=("delivered_date",),
    unit="d",
    better="lower",
    range=(0, None),
    voice="internal",
    title="Time until delivery",
    example=Case(
        """
        order_id,order_date,delivered_date
        1,2026-06-01,2026-06-30
        2,2026-06-02,2026-06-05
        3,2026-06-03,2026-06-03
        4,2026-06-04,
        5,2026-06-05,2026-06-01
        """,
        {"value": 3 * _DAY, "n": 3, "unanswered": 1, "negative": 1},
    ),
)
DELIVERY_DELAY = Metric(
    "delivery_delay",
    delivery_delay,
    record="order",
    needs=("promised_date",),
    reasons={"promised_date": "no_target"},
    uses=("delivered_date",),
    unit="d",
    better="lower",
    voice="internal",
    title="Days late",
    example=Case(
        """
        order_id,order_date,promised_date,delivered_date
        1,2026-06-01,2026-06-10,2026-06-08
        2,2026-06-01,2026-06-10,2026-06-10
        3,2026-06-01,2026-06-10,2026-06-13
        4,2026-06-01,2026-06-10,
        5,2026-06-01,,2026-06-13
        """,
        {"value": 0, "n": 3, "unanswered": 1, "no_target": 1},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Times of delivery."""
    return [LEAD_TIME, DELIVERY_DELAY]
