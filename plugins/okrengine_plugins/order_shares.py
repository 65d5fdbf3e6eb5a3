"""Which orders went wrong, or needed more than usual."""

from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl


def order_decline_rate(orders: Table, *, status: tuple[str, ...] = ("declined", "cut")) -> Rate:
    """Percent of all orders that came to nothing or less. Lower is better; Wilson's interval.

    An order without a status is missing. A source that excludes such orders has none left to count (order rejection
    rate).

    status: what the data calls such an order, letter for letter
    """
    return Rate(orders.status.isin(status))


def order_accuracy(orders: Table) -> Rate:
    """Percent of the orders that were carried out without an error. Higher is better; Wilson's interval.

    An order of which nobody said whether it `has_error` is missing (order accuracy, a part of the perfect order).
    """
    return Rate(~orders.has_error)


def expedited_share(orders: Table) -> Rate:
    """Percent of the orders that had to be sent faster than planned. Lower is better; Wilson's interval.

    An order of which nobody said whether it was `expedited` is missing (share of expedited orders).
    """
    return Rate(orders.expedited)


def transshipment_share(orders: Table) -> Rate:
    """Percent of the orders for which goods were moved between own places first. Lower is better; Wilson's interval.

    An order of which nobody said whether it was `transshipped` is missing (share of lateral transshipments).
    """
    return Rate(orders.transshipped)


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return Metric(name, measure, record="order", unit="%", range=(0, 100), voice="internal", title=title, **facts)


def _flags(column: str, value: int) -> Case:
    """Four orders, one of them with a mark, and one of which nobody said."""
    return Case(f"order_id,{column}\n1,yes\n2,no\n3,no\n4,no\n5,\n", {"value": value, "n": 4, "missing": 1})


ORDER_DECLINE_RATE = _metric(
    "order_decline_rate",
    order_decline_rate,
    "Orders declined or cut",
    needs=("status",),
    check=lambda given: None if given["status"] else "`status` must name one at least",
    better="lower",
    example=Case("order_id,status\n1,paid\n2,declined\n3,paid\n4,cut\n5,\n", {"value": 50, "n": 4, "missing": 1}),
)
ORDER_ACCURACY = _metric(
    "order_accuracy",
    order_accuracy,
    "Orders without an error",
    needs=("has_error",),
    better="higher",
    example=_flags("has_error", 75),
)
EXPEDITED_SHARE = _metric(
    "expedited_share",
    expedited_share,
    "Orders sent in a hurry",
    needs=("expedited",),
    better="lower",
    example=_flags("expedited", 25),
)
TRANSSHIPMENT_SHARE = _metric(
    "transshipment_share",
    transshipment_share,
    "Orders moved between places",
    needs=("transshipped",),
    better="lower",
    example=_flags("transshipped", 25),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Shares of orders."""
    return [ORDER_DECLINE_RATE, ORDER_ACCURACY, EXPEDITED_SHARE, TRANSSHIPMENT_SHARE]
