"""Deliveries that came when they were promised, and with all that was ordered."""

from collections.abc import Mapping
from typing import Any, Literal

from okrengine import Case, Metric, Seconds, Table, Within, hookimpl, seconds

_DAY = 86400
_AT_ONCE = Seconds(0)


def arrivals(
    rows: Any,
    keys: tuple[str, ...],
    *,
    grace: Seconds = _AT_ONCE,
    earliest: Seconds | None = None,
    level: Literal["line", "order"] = "line",
) -> Any:
    """Deliveries, each with the day it was promised for and the day it came on.

    grace: how many days after the promised one are in time
    earliest: how many days before the promised one are in time; a delivery before that is too early
    level: count each row, or each order: it is in time when all its lines are
    """
    import ibis  # noqa: PLC0415  heavy

    early = None if earliest is None else seconds(rows.delivered_date) < seconds(rows.promised_date_day) - earliest
    right = ibis.literal(value=True) if early is None else ~early
    return _deliveries(rows.mutate(right=right, unknown=False), keys, grace, level)


def full_arrivals(
    rows: Any, keys: tuple[str, ...], *, grace: Seconds = _AT_ONCE, level: Literal["order", "line"] = "order"
) -> Any:
    """Deliveries, each with the day it was promised for, the day it came on and whether all of it was there.

    grace: how many days after the promised one are in time
    level: count each order, which is in time and in full when all its lines are, or each line
    """
    right = rows.delivered_qty >= rows.ordered_qty
    return _deliveries(
        rows.mutate(right=right, unknown=right.isnull() & rows.delivered_date.notnull()), keys, grace, level
    )


def _deliveries(rows: Any, keys: tuple[str, ...], grace: int, level: str) -> Any:
    """Rows or orders: the day that was `promised`, the one that was `delivered` on, and whether it was `right`.

    An order that has failed with one line is decided, one of whose lines the last is still to come is not.
    """
    import ibis  # noqa: PLC0415  heavy

    dated = rows.mutate(promised=rows.promised_date_day, delivered=rows.delivered_date)
    came = dated.delivered.notnull()
    late = seconds(dated.delivered) > seconds(dated.promised) + grace
    if level == "line":
        return dated.mutate(unknown=dated.unknown & ~late)
    dated = dated.mutate(failed=came & (late | ~dated.right.fill_null(True)), waits=~came)  # noqa: FBT003
    orders = dated.group_by([*keys, "order_id"]).aggregate(
        failed=dated.count(where=dated.failed),
        waits=dated.count(where=dated.waits),
        unsure=dated.count(where=dated.unknown),
        last=dated.delivered.max(),
        next=dated.promised.min(where=dated.waits),
        due=dated.promised.max(),
    )
    decided = (orders.failed > 0) | (orders.waits == 0)
    return orders.mutate(
        promised=ibis.coalesce(orders.next, orders.due),
        delivered=ibis.ifelse(decided, orders["last"], ibis.null("date")),
        right=orders.failed == 0,
        unknown=(orders.unsure > 0) & decided & (orders.failed == 0),
    )


def on_time_rate(deliveries: Table, *, grace: Seconds = _AT_ONCE) -> Within:
    """Percent of the deliveries that came by the promised day, of those that came or are overdue. Higher is better.

    Whole days of the calendar in the project's zone: the promised day itself is in time. What is not delivered and past
    its day is late; what is not due yet is `undecided` and in neither number. A row without a promise is counted as
    `no_target`. Wilson's interval (as in the delivery measures of the SCOR model).

    grace: how many days after the promised one are in time
    """
    return Within(deliveries.delivered, due=deliveries.promised, limit=grace, meets=deliveries.right)


def otif(deliveries: Table, *, grace: Seconds = _AT_ONCE) -> Within:
    """Percent of the orders that came on time and in full, of those that came or are overdue. Higher is better.

    An order counts when each of its lines came by its promised day with no less than was ordered: by order the number
    is never above that by line, and it is not the fill rate times the share on time. A line that came in time without
    saying how much is missing. Else as the rate of deliveries on time; Wilson's interval (on time in full; perfect
    order of the SCOR model).

    grace: how many days after the promised one are in time
    """
    return Within(
        deliveries.delivered,
        due=deliveries.promised,
        limit=grace,
        meets=deliveries.right,
        excluded={"missing": deliveries.unknown},
    )


def _whole_days(given: Mapping[str, Any]) -> str | None:
    for name in ("grace", "earliest"):
        if (given.get(name) or 0) % _DAY:
            return f"`{name}` must be whole days: write 2 d"
    return None


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        reasons={"promised_date": "no_target"},
        check=_whole_days,
        unit="%",
        better="higher",
        range=(0, 100),
        voice="internal",
        title=title,
        **facts,
    )


ON_TIME_RATE = _metric(
    "on_time_rate",
    on_time_rate,
    "Deliveries on time",
    record=("order", "order_line"),
    needs=("promised_date",),
    uses=("delivered_date",),
    prepare=arrivals,
    example=Case(
        """
        order_id,promised_date,delivered_date
        1,2026-03-10,2026-03-09
        2,2026-03-10,2026-03-10
        3,2026-03-10,2026-03-11
        4,2026-03-10,
        5,2026-12-24,
        """,
        {"value": 50, "n": 4, "numerator": 2, "undecided": 1},
    ),
)
OTIF = _metric(
    "otif",
    otif,
    "Orders on time and in full",
    record="order_line",
    needs=("promised_date", "ordered_qty"),
    uses=("delivered_date", "delivered_qty"),
    prepare=full_arrivals,
    example=Case(
        """
        order_id,sku,promised_date,delivered_date,ordered_qty,delivered_qty
        1,soap,2026-03-10,2026-03-10,5,5
        1,salt,2026-03-10,2026-03-12,2,2
        2,soap,2026-03-10,2026-03-09,4,4
        3,soap,2026-03-10,2026-03-09,4,3
        4,salt,2026-03-10,2026-03-08,1,1
        """,
        {"value": 50, "n": 4, "numerator": 2},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Deliveries as promised."""
    return [ON_TIME_RATE, OTIF]
