"""Few customers, much of the revenue: how much the best bring, and how often they come."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal

from okrengine import Case, Mean, Metric, Share, Table, TopShare, hookimpl

_TOP, _MOST = Share(Decimal(20)), Share(Decimal(80))


def spenders(orders: Any, keys: tuple[str, ...]) -> Any:
    """Orders as customers: what each one spent in the window, refunds off."""
    return orders.group_by([*keys, "customer_id"]).aggregate(revenue=orders.amount.sum())


def best(orders: Any, keys: tuple[str, ...], *, top_fraction: Share = _TOP) -> Any:
    """Orders as the customers who spent most: how many months each one spent something in.

    top_fraction: which part of the customers is meant; 100% with `where` for those that the data calls so
    """
    import ibis  # noqa: PLC0415  heavy

    day = orders.order_date_day
    dated = orders.mutate(month=day.year() * 12 + day.month())
    monthly = dated.group_by([*keys, "customer_id", "month"]).aggregate(spent=dated.amount.sum())
    spent = monthly.group_by([*keys, "customer_id"]).aggregate(
        revenue=monthly.spent.sum(), months=monthly.count(where=monthly.spent > 0)
    )
    order = [spent.revenue.desc(), spent.customer_id.asc()]
    ranked = spent.mutate(
        rank=ibis.row_number().over(group_by=list(keys), order_by=order),
        every=spent.customer_id.count().over(group_by=list(keys)),
    )
    above, below = (Fraction(top_fraction) / 100).as_integer_ratio()
    return ranked.filter(ranked["rank"] * below < ranked.every * above)


def pareto_share(
    customers: Table, *, top_fraction: Share = _TOP, rounding: Literal["ceil", "floor"] = "ceil"
) -> TopShare:
    """Percent of the revenue that the best customers bring. Neither direction is better by itself.

    Customers are ranked by what they spent in the window, refunds off first; of two that spent the same the name
    decides. How many the top has stands in `details` as `count`. That 20 % bring 80 % is a hypothesis (Pareto, Juran)
    and no law: a low share says that nobody's leaving hurts. Guests leave and are counted as `anonymous`.

    top_fraction: which part of the customers is the top
    rounding: a part of a customer counts as one (`ceil`) or as none (`floor`)
    """
    return TopShare(customers.revenue, customers.customer_id, fraction=top_fraction, rounding=rounding)


def pareto_count(customers: Table, *, revenue_share: Share = _MOST) -> TopShare:
    """Percent of the customers that it takes to make up a share of the revenue. Neither direction is better by itself.

    The pareto share turned round: the best customers one after the other, refunds off first, until they have brought
    that share. How many they are stands in `details` as `count`. Guests leave and are counted as `anonymous` (Pareto
    analysis; Juran 1951).

    revenue_share: which part of the revenue they must bring
    """
    return TopShare(customers.revenue, customers.customer_id, share=revenue_share)


def vip_active_months(customers: Table) -> Mean:
    """Mean number of months in which a very important customer spent something, in months. Higher is better.

    Important are those who spent most in the window; where the data says who is, `where: {vip: true}` with
    `top_fraction: 100%` takes them all. A month in which refunds eat up what was spent is none. Student's interval. A
    longer window has more months: baseline and target need windows of one length. Guests leave and are counted as
    `anonymous` (frequency, the F of RFM).
    """
    return Mean(customers.months)


def _part(name: str) -> Any:
    def check(given: Mapping[str, Any]) -> str | None:
        return None if 0 < given[name] <= 100 else f"`{name}` must lie above 0% and not above 100%"  # noqa: PLR2004

    return check


_ROWS = """
order_id,customer_id,order_date,amount
1,anna,2026-01-10,100
2,anna,2026-01-20,-40
3,ben,2026-02-10,80
4,ben,2026-03-10,40
5,cleo,2026-03-11,10
6,dora,2026-03-12,10
7,,2026-03-13,500
"""


def _metric(name: str, measure: Any, title: str, example: Case, **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="order",
        needs=("customer_id", "amount"),
        reasons={"customer_id": "anonymous"},
        voice="internal",
        title=title,
        example=example,
        **facts,
    )


PARETO_SHARE = _metric(
    "pareto_share",
    pareto_share,
    "Revenue from the best customers",
    Case(_ROWS, {"value": 60, "n": 4, "numerator": 120, "count": 1}, {"top_fraction": "25%"}),
    prepare=spenders,
    check=_part("top_fraction"),
    unit="%",
    min_sample=None,
)
PARETO_COUNT = _metric(
    "pareto_count",
    pareto_count,
    "Customers who bring most of the revenue",
    Case(_ROWS, {"value": 50, "n": 4, "count": 2}),
    prepare=spenders,
    check=_part("revenue_share"),
    unit="%",
    range=(0, 100),
    min_sample=None,
)
VIP_ACTIVE_MONTHS = _metric(
    "vip_active_months",
    vip_active_months,
    "Months in which the best customers buy",
    Case(_ROWS, {"value": 1.5, "n": 2}, {"top_fraction": "50%"}),
    prepare=best,
    check=_part("top_fraction"),
    unit="months",
    better="higher",
    range=(0, None),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """The best customers."""
    return [PARETO_SHARE, PARETO_COUNT, VIP_ACTIVE_MONTHS]
