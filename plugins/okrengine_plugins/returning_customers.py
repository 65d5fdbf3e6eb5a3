"""Customers who come again: of those who order in a window, how many are known already, and what they bring."""

from typing import Any, Literal

from okrengine import Case, Metric, Rate, Ratio, Table, hookimpl


def lifetimes(orders: Any, keys: tuple[str, ...], *, order_unit: Literal["order", "day"] = "order") -> Any:
    """Orders as the customers who ordered in the window: how often each one did so in all the time until its end.

    order_unit: count orders, or the days on which somebody ordered
    """
    counted = orders.order_id if order_unit == "order" else orders.order_date_day
    inside = orders.order_date >= orders.window_start
    buyers = orders.group_by([*keys, "customer_id"]).aggregate(
        orders=counted.nunique(), recent=orders.count(where=inside)
    )
    return buyers.filter(buyers.recent > 0)


def buyers(orders: Any, keys: tuple[str, ...]) -> Any:
    """Orders as the customers who ordered in the window, and whether each one did so before."""
    inside = orders.order_date >= orders.window_start
    found = orders.group_by([*keys, "customer_id"]).aggregate(
        before=orders.count(where=~inside), recent=orders.count(where=inside)
    )
    return found.filter(found.recent > 0)


def purchases(orders: Any, keys: tuple[str, ...]) -> Any:
    """The orders of the window, each with how often its customer ordered before; what those brought plays no part."""
    inside = orders.order_date >= orders.window_start
    marked = orders.mutate(inside=inside, before=inside.ifelse(0, 1).sum().over(group_by=[*keys, "customer_id"]))
    return marked.filter(marked.inside)


def returning_customer_rate(customers: Table) -> Rate:
    """Percent of the customers of the window with two orders or more in their life until its end. Higher is better.

    The definition of shop systems (Shopify); Wilson's interval. It is none of the two numbers beside it: a repeat
    purchase lies in the window itself, and an existing customer bought before it began; one month may have 32.9, 24.2
    and 24.5 %. The file must reach back to the first order: a short one makes old customers new. Guests leave and are
    counted as `anonymous`.
    """
    return Rate(customers.orders > 1)


def existing_customer_share(customers: Table) -> Rate:
    """Percent of the customers of the window who ordered before it began, too. Neither direction is better by itself.

    Wilson's interval. A shop that only lives on those it has shrinks, one that only wins new ones leaks. The file must
    reach back to the first order. Guests leave and are counted as `anonymous` (share of existing customers).
    """
    return Rate(customers.before > 0)


def existing_revenue_share(orders: Table) -> Ratio:
    """Percent of the revenue of the window from customers who ordered before it began. Neither direction is better.

    Sums of `amount`, exact, of the orders that state one. The file must reach back to the first order. Guests leave and
    are counted as `anonymous`: what they spend is in neither sum. Neither direction is better by itself (revenue share
    of existing customers).
    """
    import ibis  # noqa: PLC0415  heavy

    known = ibis.ifelse(orders.before > 0, orders.amount, 0)
    return Ratio(known, orders.amount, excluded={"missing": orders.amount.isnull()})


def _metric(name: str, measure: Any, title: str, example: Case, **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="order",
        reasons={"customer_id": "anonymous"},
        reads="history",
        unit="%",
        voice="internal",
        title=title,
        example=example,
        **{"needs": ("customer_id",), **facts},
    )


_ROWS = """
order_id,customer_id,order_date,amount
1,anna,2025-11-03,80
2,anna,2026-02-10,30
3,ben,2026-02-11,50
4,ben,2026-03-01,20
5,cleo,2026-03-05,60
6,dora,2026-03-06,40
7,,2026-03-07,90
8,eve,2025-12-24,10
"""
RETURNING_CUSTOMER_RATE = _metric(
    "returning_customer_rate",
    returning_customer_rate,
    "Customers who have bought before",
    Case(_ROWS, {"value": 50, "n": 4, "numerator": 2, "anonymous": 1}),
    prepare=lifetimes,
    better="higher",
    range=(0, 100),
)
EXISTING_CUSTOMER_SHARE = _metric(
    "existing_customer_share",
    existing_customer_share,
    "Customers from before",
    Case(_ROWS, {"value": 25, "n": 4, "numerator": 1, "anonymous": 1}),
    prepare=buyers,
    range=(0, 100),
)
EXISTING_REVENUE_SHARE = _metric(
    "existing_revenue_share",
    existing_revenue_share,
    "Revenue from existing customers",
    Case(_ROWS, {"value": 15, "n": 5, "numerator": 30, "denominator": 200}),
    uses=("amount",),
    prepare=purchases,
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Returning and existing customers."""
    return [RETURNING_CUSTOMER_RATE, EXISTING_CUSTOMER_SHARE, EXISTING_REVENUE_SHARE]
