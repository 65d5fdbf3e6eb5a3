"""How many things were done: features shipped, articles written, sessions held."""

from okrengine import Case, Count, Metric, Table, hookimpl


def count_done(items: Table) -> Count:
    """Number of different items with `done_at` in the window, whenever they were opened. Higher is better.

    Which of them count is said by `where`, such as `{requested_by: customer, live: true}`: an item that was withdrawn
    later is not live. An item that is listed twice counts once (throughput; Little 1961).
    """
    return Count(distinct=items.item_id)


DONE = """
    item_id,opened_at,done_at,requested_by,live
    1,2025-11-01,2026-02-01,customer,yes
    2,2026-01-01,2026-03-01,internal,yes
    3,2026-01-01,2026-04-01,customer,no
    5,2026-01-01,2026-06-30,customer,yes
    5,2026-01-01,2026-06-30,customer,yes
    6,2026-01-01,,customer,yes
"""

COUNT_DONE = Metric(
    "count_done",
    count_done,
    record="item",
    uses=("done_at",),
    window_on="done_at",
    better="higher",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Things done",
    example=Case(DONE, {"value": 2}, where={"requested_by": "customer", "live": True}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Counts of finished work."""
    return [
        COUNT_DONE,
        COUNT_DONE.preset("features_shipped", title="Features shipped", unit="features"),
        COUNT_DONE.preset("kb_articles", title="Articles in the knowledge base", unit="articles"),
        COUNT_DONE.preset("coaching_sessions", title="Coaching sessions held", unit="sessions"),
        COUNT_DONE.preset("report_frequency", title="Reports delivered", unit="reports"),
    ]
