"""How many customers buy again."""

from typing import Any, Literal

from okrengine import Case, Metric, Rate, Table, hookimpl


def customers(orders: Any, keys: tuple[str, ...], *, order_unit: Literal["order", "day"] = "order") -> Any:
    """Orders as customers: how often each one bought in the window.

    order_unit: count orders, or the days on which somebody ordered
    """
    counted = orders.order_id if order_unit == "order" else orders.order_date_day
    return orders.group_by([*keys, "customer_id"]).aggregate(orders=counted.nunique())


def repeat_purchase_rate(buyers: Table, *, min_orders: int = 2) -> Rate:
    """Percent of the customers of the window who bought at least `min_orders` times in it. Higher is better; Wilson.

    A longer window gives a higher rate: baseline and target need windows of one length. Guests without a customer id
    leave and are counted as `anonymous`; cancelled and refunded orders go by the source's `exclude` (repeat purchase
    rate, as shops report it).

    min_orders: how often a customer must have bought
    """
    return Rate(buyers.orders >= min_orders)


REPEAT_PURCHASE_RATE = Metric(
    "repeat_purchase_rate",
    repeat_purchase_rate,
    record="order",
    needs=("customer_id",),
    reasons={"customer_id": "anonymous"},
    prepare=customers,
    unit="%",
    better="higher",
    range=(0, 100),
    check=lambda given: None if given["min_orders"] >= 2 else "`min_orders` must be 2 or more",  # noqa: PLR2004
    voice="internal",
    title="Customers who bought again",
    example=Case(
        """
        order_id,customer_id,order_date
        1,anna,2026-01-05
        2,anna,2026-02-07
        3,ben,2026-02-10
        4,cleo,2026-03-01
        5,cleo,2026-03-01
        6,dora,2025-12-30
        7,dora,2026-01-02
        8,,2026-03-04
        """,
        {"value": 50, "n": 4, "numerator": 2, "anonymous": 1},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Repeat purchase."""
    return [REPEAT_PURCHASE_RATE]
