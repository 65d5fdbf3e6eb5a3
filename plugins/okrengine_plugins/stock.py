"""What is in stock, and whether the books are right about it."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl

_NONE = Decimal(0)


def stockout_rate(levels: Table) -> Rate:
    """Percent of the item-days on which nothing was on hand. Lower is better; Wilson's interval.

    An item-day is a row: one item, on one day, at one place where the data tells places apart. Less than nothing in the
    books is nothing on the shelf. What customers ask for counts alike with what nobody asks for (stock-out rate, the
    complement of the ready rate).
    """
    return Rate(levels.on_hand <= 0)


def inventory_accuracy(levels: Table, *, tolerance: Decimal = _NONE) -> Rate:
    """Percent of the counts that found what the books say. Higher is better; Wilson's interval.

    Each row that was counted weighs the same; one that was not is missing (inventory record accuracy of cycle counts).

    tolerance: how many pieces a count may be off, above or below
    """
    off = levels.counted - levels.on_hand
    return Rate((off <= tolerance) & (off >= -tolerance))


def _not_below_zero(given: Mapping[str, Any]) -> str | None:
    return None if given["tolerance"] >= 0 else "`tolerance` must be 0 or more"


STOCKOUT_RATE = Metric(
    "stockout_rate",
    stockout_rate,
    record="stock_level",
    unit="%",
    better="lower",
    range=(0, 100),
    voice="internal",
    title="Out of stock",
    example=Case(
        "sku,date,on_hand\nsoap,2026-03-01,0\nsoap,2026-03-02,5\nsalt,2026-03-01,-1\nsalt,2026-03-02,3\n",
        {"value": 50, "n": 4, "numerator": 2},
    ),
)
INVENTORY_ACCURACY = Metric(
    "inventory_accuracy",
    inventory_accuracy,
    record="stock_level",
    needs=("counted",),
    check=_not_below_zero,
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Stock as the books have it",
    example=Case(
        "sku,date,on_hand,counted\nsoap,2026-03-01,10,10\nsalt,2026-03-01,20,19\n"
        "rice,2026-03-01,30,33\ntea,2026-03-01,5,5\noil,2026-03-01,7,\n",
        {"value": 50, "n": 4, "numerator": 2, "missing": 1},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Stock."""
    return [STOCKOUT_RATE, INVENTORY_ACCURACY]
