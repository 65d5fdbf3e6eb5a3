"""What the metrics of customers and orders give."""

import math
from collections import defaultdict
from datetime import datetime, timedelta
from fractions import Fraction
from typing import Any

from oracle.catalogue import number, oracle, parts
from oracle.frame import Frame, World
from oracle.kernels import NO_DATA, UNDEFINED, change, known, length, percent, rate, ratio, total, within


def customers(table: Frame) -> list[list[Any]]:
    """The orders of each customer; guests leave."""
    found = defaultdict(list)
    for row in table.need("customer_id", "anonymous"):
        found[row.customer_id].append(row)
    return list(found.values())


def orders(table: Frame, rows: list[Any], unit: str) -> int:
    return len({row.order_id if unit == "order" else table.world.day(row.order_date) for row in rows})


UNITS = [{}, {"order_unit": "day"}]


@oracle("repeat_purchase_rate", "order", asks=[*UNITS, {"min_orders": 3}])
def repeat_purchase_rate(table: Frame, order_unit: str = "order", min_orders: int = 2) -> dict:
    return rate(customers(table), lambda rows: orders(table, rows, order_unit) >= min_orders)


def inside(table: Frame, rows: list[Any]) -> list[Any]:
    return [row for row in rows if table.world.inside(row.order_date)]


def active(table: Frame) -> list[list[Any]]:
    """The orders in their life of those who ordered in the window."""
    return [rows for rows in customers(table) if inside(table, rows)]


def bought_before(table: Frame, rows: list[Any]) -> bool:
    return any(row.order_date < table.world.start for row in rows)


@oracle("returning_customer_rate", "order", asks=UNITS, reads="history")
def returning_customer_rate(table: Frame, order_unit: str = "order") -> dict:
    return rate(active(table), lambda rows: orders(table, rows, order_unit) >= 2)


@oracle("existing_customer_share", "order", reads="history")
def existing_customer_share(table: Frame) -> dict:
    return rate(active(table), lambda rows: bought_before(table, rows))


@oracle("existing_revenue_share", "order", reads="history")
def existing_revenue_share(table: Frame) -> dict:
    old, paid = Fraction(), []
    for rows in active(table):
        recent = inside(table, rows)
        amounts = known(recent, "amount")
        table.excluded["missing"] += len(recent) - len(amounts)
        old += sum(amounts) if bought_before(table, rows) else 0
        paid += amounts
    return ratio(old, sum(paid), len(paid))


@oracle("cohort_repurchase_rate", "order", asks=[{"within": "7 d"}, {"within": "30 d"}], reads="lifetime")
def cohort_repurchase_rate(table: Frame, **given: str) -> dict:
    world, limit = table.world, length(given["within"])
    cohort = []
    for rows in customers(table):
        first = min(row.order_date for row in rows)
        later = [world.day(row.order_date) - world.day(first) for row in rows]
        if world.inside(first):
            over = world.passed(world.midnight(world.day(first) + limit + timedelta(days=1)))
            cohort.append((any(timedelta(days=1) <= gap <= limit for gap in later), over))
    table.rows = cohort
    return within(table, lambda one: one[0], any)


def there(table: Frame) -> list[Any]:
    """The customers at the window's start."""
    start = table.world.start
    return table.keep(lambda row: row.joined_at < start and (row.left_at is None or row.left_at >= start))


def left(row: Any, world: World) -> bool:
    return row.left_at is not None and not world.over(row.left_at)


@oracle("churn_rate", "customer", reads="history")
def churn_rate(table: Frame) -> dict:
    return rate(there(table), lambda row: left(row, table.world))


@oracle("retention_rate", "customer", reads="history")
def retention_rate(table: Frame) -> dict:
    return rate(there(table), lambda row: not left(row, table.world))


@oracle("feature_adoption_rate", "customer", reads="history")
def feature_adoption_rate(table: Frame) -> dict:
    table.keep(lambda row: not left(row, table.world))
    return rate(table.need("used_feature"), lambda row: row.used_feature)


@oracle("referral_rate", "customer", asks=[{}, {"source": ["referral", "friend"]}])
def referral_rate(table: Frame, source: Any = ("referral",)) -> dict:
    return rate(table.rows, lambda row: row.source in source)


@oracle("order_decline_rate", "order", "status", [{}, {"status": ["refunded"]}])
def order_decline_rate(table: Frame, status: Any = ("declined", "cut")) -> dict:
    return rate(table.rows, lambda row: row.status in status)


def revenues(table: Frame) -> list[tuple[Fraction, str]]:
    """What each customer brought, less than zero so that the most comes first, then the name."""
    table.need("customer_id", "anonymous")
    table.need("amount")
    return sorted((-sum(known(rows, "amount")), rows[0].customer_id) for rows in customers(table))


@oracle("pareto_share", "order", asks=[{}, {"top_fraction": "33.3%", "rounding": "floor"}, {"top_fraction": "0.1%"}])
def pareto_share(table: Frame, top_fraction: str = "20%", rounding: str = "ceil") -> dict:
    found = [-amount for amount, _ in revenues(table)]
    top = getattr(math, rounding)(percent(top_fraction) * len(found))
    return ratio(sum(found[:top]), sum(found), len(found)) | {"count": top, "least": 0}


@oracle("pareto_count", "order", asks=[{}, {"revenue_share": "100%"}])
def pareto_count(table: Frame, revenue_share: str = "80%") -> dict:
    found = [-amount for amount, _ in revenues(table)]
    if sum(found) <= 0:
        return UNDEFINED if sum(found) < 0 else NO_DATA
    many = next(n for n in range(len(found) + 1) if sum(found[:n]) >= percent(revenue_share) * sum(found))
    return {"value": Fraction(100 * many, len(found)), "count": many, "n": len(found), "least": 0}


@oracle("vip_active_months", "order", asks=[{}, {"top_fraction": "50%"}])
def vip_active_months(table: Frame, top_fraction: str = "20%") -> dict:
    found = revenues(table)
    many = math.ceil(percent(top_fraction) * len(found))
    top, sums = {who for _, who in found[:many]}, defaultdict(Fraction)
    for row in table.rows:
        sums[row.customer_id, table.world.day(row.order_date).replace(day=1)] += row.amount
    months = sum(amount > 0 for (who, _), amount in sums.items() if who in top)
    return ratio(months, many, many, 1)


BASES = [
    {"against": {"from": "2026-02-01", "to": "2026-02-14"}},
    {"against": {"from": "2026-04-01", "to": "2026-04-30"}},
]
BASES += [one | {"normalise": "per_day"} for one in BASES]


@oracle("revenue_growth", "order", "amount", [{}, *BASES[1:]], reads="history")
@oracle("revenue_growth", "totals", "revenue days", [{}, *BASES[2:]], reads="history", table="revenue days")
def revenue_growth(table: Frame, against: Any = "previous", normalise: str = "none") -> dict:
    """All on the clock of the wall: not quite a whole day is one, and what a change of the clocks adds is none."""
    world, rows = table.world, table.rows

    def wall(moment: Any) -> datetime:
        return world.instant(moment).astimezone(world.zone).replace(tzinfo=None)

    start, end = wall(world.start), wall(world.closing)
    lasted = max((end - start + timedelta(hours=23)) // timedelta(days=1), 1)
    first, after, before = start - timedelta(days=lasted), start, lasted
    if against != "previous":
        first, last = (datetime.fromisoformat(day) for day in against.values())
        after, before = last + timedelta(days=1), (last - first).days + 1
    base = [row for row in rows if first <= wall(row.order_date or row.period) < after]
    current = [row for row in rows if wall(row.order_date or row.period) >= start]
    if not base or not current:
        return NO_DATA
    if rows[0].days is not None:
        before, lasted = sum(row.days for row in base), sum(row.days for row in current)
    sums = [sum(row.amount if row.revenue is None else row.revenue for row in some) for some in (base, current)]
    unequal = before != lasted and normalise == "none"
    if after.date() > end.date() or min(before, lasted) <= 0 or unequal or sums[0] <= 0:
        return UNDEFINED
    return change(sums[0] * lasted, sums[1] * before) if normalise == "per_day" else change(*sums)


@oracle("page_views", "web_visit", "pages")
def page_views(table: Frame) -> dict:
    return total(table, known(table.rows, "pages"))


number("existing_customer_visits", "web_visit", "visit_id", lambda row, _: row.customer_id is not None)
parts("margin", "order", "amount cost", lambda row: (row.amount - row.cost, row.amount))
