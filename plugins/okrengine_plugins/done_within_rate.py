"""How much is done in time: after it was opened, or by its own date."""

from okrengine import Case, Metric, Seconds, Table, Within, hookimpl

_WEEK = Seconds(7 * 86400)


def done_within_rate(items: Table, *, threshold: Seconds | None = None) -> Within:
    """Percent of items that were done in time, of those whose time is over or that are done. Higher is better; Wilson.

    In time is no later than `threshold` after the opening; without a threshold, no later than `due_at`. A limit that is
    a day lasts to its end: seven days from a bare day are day 0 to day 7. What still has time is undecided. What was
    done before it was opened was not done: a visit before the delivery is no visit after it. Cancelled items that were
    not done leave; one without `due_at` leaves and is counted as `no_target`. By salesperson: a breakdown by `owner`
    (share of jobs done in time).

    threshold: the longest time that is in time, such as 7 d; the limit itself is in time; left out, `due_at` counts
    """
    stands = items.done_at.notnull() | items.cancelled_at.isnull()
    if threshold is not None:
        return Within(items.done_at, start=items.opened_at, limit=threshold, where=stands, by_day=True)
    endless = {"no_target": items.due_at.isnull()}
    return Within(items.done_at, start=items.opened_at, due=items.due_at, where=stands, by_day=True, excluded=endless)


PROMISED = """
    item_id,opened_at,due_at,done_at
    1,2026-02-01,2026-02-10,2026-02-10T17:00:00Z
    2,2026-02-01,2026-02-10,2026-02-11
    3,2026-02-01,2026-02-10,
    4,2026-02-01,2026-02-10,2026-02-02
    5,2026-11-01,2026-12-10,
    6,2026-02-01,,2026-02-02
"""
VISITS = """
    item_id,opened_at,done_at
    1,2026-02-01,2026-02-01
    2,2026-02-01,2026-02-08T17:00:00Z
    3,2026-02-01,2026-02-09
    4,2026-02-01,2026-01-30
    5,2026-11-18,
"""
CALLS = """
    item_id,opened_at,done_at
    1,2026-02-02T10:00:00Z,2026-02-02T16:00:00Z
    2,2026-02-02T10:00:00Z,2026-02-04T10:00:00Z
    3,2026-02-02T10:00:00Z,2026-02-04T10:00:01Z
    4,2026-02-02T10:00:00Z,
"""

DONE_WITHIN_RATE = Metric(
    "done_within_rate",
    done_within_rate,
    record="item",
    uses=lambda given: ("done_at",) if given["threshold"] is not None else ("done_at", "due_at"),
    heeds=("cancelled_at",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Done in time",
    example=Case(PROMISED, {"value": 50, "n": 4, "numerator": 2, "undecided": 1, "no_target": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Promises in time."""
    return [
        DONE_WITHIN_RATE,
        DONE_WITHIN_RATE.preset(
            "followup_within_rate",
            title="Customers visited within a week of their delivery",
            threshold=_WEEK,
            example=Case(VISITS, {"value": 50, "n": 4, "numerator": 2, "undecided": 1}),
        ),
        DONE_WITHIN_RATE.preset("checkin_on_time", title="Check-ins on time"),
        DONE_WITHIN_RATE.preset(
            "closed_loop_rate",
            title="Customers called back after a bad answer",
            topic="complaints",
            example=Case(CALLS, {"value": 50, "n": 4, "numerator": 2}, {"threshold": "48 h"}),
        ),
    ]
