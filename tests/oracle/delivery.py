"""What the metrics of deliveries and stock give."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from oracle.catalogue import oracle, parts, share
from oracle.frame import Frame
from oracle.kernels import known, length, rate, ratio, summary, total, within

DAY = 86400
UNKNOWN = "came, and nobody knows how much"
STATISTICS = [{}, {"statistic": "mean"}, {"statistic": "p90"}]


@oracle("lead_time", "order", asks=[*STATISTICS, {"count_first_day": True}])
def lead_time(table: Frame, *, count_first_day: bool = False, **given: Any) -> dict:
    rows, day = table.rows, table.world.day
    table.keep(lambda row: row.delivered_date is not None)
    unanswered = len(rows) - len(table.rows)
    rows = table.drop("negative", lambda row: row.delivered_date < day(row.order_date))
    days = [(row.delivered_date - day(row.order_date)).days + count_first_day for row in rows]
    return summary([one * DAY for one in days], **given) | {"unanswered": unanswered}


@oracle("delivery_delay", "order", asks=STATISTICS)
def delivery_delay(table: Frame, **given: Any) -> dict:
    rows = table.need("promised_date", "no_target")
    came = [row for row in rows if row.delivered_date is not None]
    days = [(row.delivered_date - row.promised_date.day).days for row in came]
    return summary([one * DAY for one in days], **given) | {"unanswered": len(rows) - len(came)}


def judged(table: Frame, row: Any, grace: str = "0 d", earliest: str = "9999 d") -> bool | None:
    """Whether a delivery was on time; None while it may still be."""
    last = row.promised_date.day + length(grace)
    if row.delivered_date is None:
        return False if table.world.passed(table.world.midnight(last + timedelta(days=1))) else None
    return row.promised_date.day - length(earliest) <= row.delivered_date <= last


def levels(table: Frame, found: list[tuple[str, Any]], level: str) -> dict:
    """Of lines, or of orders: late where one line is, not yet decided while one is open."""
    by_order = defaultdict(list)
    for place, (order, hit) in enumerate(found):
        by_order[order if level == "order" else place].append(hit)
    table.rows = [next((end for end in (False, None, UNKNOWN) if end in lines), True) for lines in by_order.values()]
    table.drop("missing", lambda hit: hit == UNKNOWN)
    return within(table, lambda hit: hit is True, lambda hit: hit is not None)


LATE = [{}, {"grace": "1 d"}, {"earliest": "1 d"}]


@oracle("on_time_rate", "order", asks=LATE)
@oracle("on_time_rate", "order_line", asks=[*LATE, {"level": "order"}, {"level": "order", "grace": "7 d"}])
def on_time_rate(table: Frame, level: str = "line", **given: Any) -> dict:
    rows = table.need("promised_date", "no_target")
    return levels(table, [(row.order_id, judged(table, row, **given)) for row in rows], level)


@oracle("otif", "order_line", asks=[{}, {"level": "line"}, {"grace": "1 d"}])
def otif(table: Frame, level: str = "order", **given: Any) -> dict:
    table.need("promised_date", "no_target")
    found = []
    for row in table.need("ordered_qty"):
        hit: Any = judged(table, row, **given)
        if hit:
            hit = UNKNOWN if row.delivered_qty is None else row.delivered_qty >= row.ordered_qty
        found.append((row.order_id, hit))
    return levels(table, found, level)


@oracle("inventory_accuracy", "stock_level", "counted", [{}, {"tolerance": Decimal("0.5")}, {"tolerance": 1}])
def inventory_accuracy(table: Frame, tolerance: Any = 0) -> dict:
    return rate(table.rows, lambda row: abs(row.counted - row.on_hand) <= Fraction(tolerance))


@oracle("expedite_cost", "order", "expedited", [{}, {"per": "sum"}])
def expedite_cost(table: Frame, per: Any = 1) -> dict:
    table.keep(lambda row: row.expedited)
    paid = known(table.need("expedite_cost"), "expedite_cost")
    return total(table, paid) if per == "sum" else ratio(sum(paid), len(paid), len(paid), 1)


parts("return_rate", "order_line", "returned_qty delivered_qty", lambda row: (row.returned_qty, row.delivered_qty))
parts("defect_rate", "order_line", "defective_qty delivered_qty", lambda row: (row.defective_qty, row.delivered_qty))
parts(
    "warranty_claim_rate", "order_line", "claimed_qty delivered_qty", lambda row: (row.claimed_qty, row.delivered_qty)
)
parts(
    "fill_rate",
    "order_line",
    "ordered_qty delivered_qty",
    lambda row: (min(row.delivered_qty, row.ordered_qty), row.ordered_qty),
)
share("substitution_rate", "order_line", lambda row: row.substituted, "short", (lambda row: row.short, "substituted"))
share("stockout_rate", "stock_level", lambda row: row.on_hand <= 0)
share("order_accuracy", "order", lambda row: not row.has_error, "has_error")
share("expedited_share", "order", lambda row: row.expedited, "expedited")
share("transshipment_share", "order", lambda row: row.transshipped, "transshipped")
