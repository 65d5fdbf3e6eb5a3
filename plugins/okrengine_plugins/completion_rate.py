"""How much of what was begun is done."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def completion_rate(items: Table) -> Rate:
    """Percent of the items opened in the window and not cancelled that are done. Higher is better; Wilson's interval.

    Late is done: for promises in time there is `done_within_rate`. Cancelled items leave and are counted in `details`.
    Trainings by topic are a breakdown by `group` (completion rate; percent plan complete, Ballard 2000).
    """
    cancelled = items.cancelled_at.notnull()
    return Rate(items.done_at.notnull(), of=~cancelled, details={"cancelled": cancelled})


ITEMS = """
    item_id,opened_at,done_at,cancelled_at
    1,2026-02-01,2026-02-03,
    2,2026-02-01,2026-11-03,
    3,2026-02-01,,
    4,2026-02-01,,2026-02-02
    5,2026-02-01,2026-12-24,
"""

COMPLETION_RATE = Metric(
    "completion_rate",
    completion_rate,
    record="item",
    uses=("done_at",),
    heeds=("cancelled_at",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Items done",
    example=Case(ITEMS, {"value": 50, "n": 4, "numerator": 2, "cancelled": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Completion."""
    return [
        COMPLETION_RATE,
        COMPLETION_RATE.preset("recovery_rate", title="Problems that were solved", topic="complaints"),
    ]
