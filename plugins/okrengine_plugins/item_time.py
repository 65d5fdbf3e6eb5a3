"""How long things take from their opening to their end."""

from okrengine import Case, Duration, Metric, Table, hookimpl


def item_time(items: Table) -> Duration:
    """Time from the opening of an item to its end, in hours; backorders and repairs in days. Lower is better.

    The median unless `statistic` says otherwise. Items belong to the window in which they were opened; those still open
    are left out and counted in `details`, or count as still running with `unanswered: censor` (Kaplan and Meier 1958).
    An end before the opening leaves and is counted as `negative`; a cancelled item that was not done is in no number.
    """
    return Duration(items.opened_at, items.done_at, where=items.done_at.notnull() | items.cancelled_at.isnull())


ITEMS = """
    item_id,opened_at,done_at,cancelled_at
    1,2026-02-01,2026-02-03,
    2,2026-02-01,2026-02-06,
    3,2026-02-01,2026-02-01,
    4,2026-02-01,2026-01-30,
    5,2026-02-01,,
    6,2026-02-01,,2026-02-02
"""

ITEM_TIME = Metric(
    "item_time",
    item_time,
    record="item",
    uses=("done_at",),
    heeds=("cancelled_at",),
    timed=True,
    unit="h",
    better="lower",
    range=(0, None),
    voice="internal",
    title="Time until done",
    example=Case(ITEMS, {"value": 172800, "n": 3, "unanswered": 1, "negative": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Times of work."""
    return [
        ITEM_TIME,
        ITEM_TIME.preset("backorder_time", title="Time on back order", unit="d", topic="delivery"),
        ITEM_TIME.preset("repair_time", title="Time in repair", unit="d", topic="delivery"),
    ]
