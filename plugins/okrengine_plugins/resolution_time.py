"""How long it takes to solve what customers bring, and how much of it is solved as fast as promised."""

from typing import Literal

from okrengine import Case, Duration, Metric, Seconds, Table, Within, hookimpl


def resolution_time(tickets: Table, *, resolution: Literal["full", "first"] = "full") -> Duration:
    """Time from the creation of a ticket to its solution, in hours. Lower is better.

    The median unless `statistic` says otherwise. Tickets belong to the window in which they were created; those still
    open are left out and always counted in `details`, since answers look better once answering stops. With
    `unanswered: censor` they count as still running (Kaplan and Meier 1958). A solution before the creation leaves.

    resolution: `full` is when the ticket was last solved, `first` when it was solved for the first time
    """
    return Duration(tickets.created_at, tickets.resolved_at if resolution == "full" else tickets.first_resolved_at)


def resolved_within_rate(
    tickets: Table, *, threshold: Seconds, denominator: Literal["due", "all", "answered"] = "due"
) -> Within:
    """Percent of tickets solved no later than `threshold` after they came. Higher is better; Wilson's interval.

    Of those that are decided, unless `denominator` says otherwise (resolution within target, as in ITIL).

    threshold: the longest time that is in time, such as 24 h; the limit itself is in time
    denominator: `due` (solved, or older than the threshold), `all` (a young open one is a miss), `answered` (solved)
    """
    early = tickets.resolved_at < tickets.created_at
    return Within(
        tickets.resolved_at,
        start=tickets.created_at,
        limit=threshold,
        denominator=denominator,
        excluded={"negative": early},
    )


SOLVED = """
    created_at,first_resolved_at,resolved_at
    2026-02-02T00:00:00Z,2026-02-02T05:00:00Z,2026-02-04T00:00:00Z
    2026-02-02T00:00:00Z,2026-02-02T12:00:00Z,2026-02-02T12:00:00Z
    2026-02-02T00:00:00Z,2026-02-02T00:00:00Z,2026-02-03T00:00:00Z
    2026-02-02T00:00:00Z,,
    2026-02-02T00:00:00Z,,2026-02-01T00:00:00Z
"""

RESOLUTION_TIME = Metric(
    "resolution_time",
    resolution_time,
    record="ticket",
    uses=lambda given: ("resolved_at",) if given["resolution"] == "full" else ("first_resolved_at",),
    timed=True,
    unit="h",
    better="lower",
    range=(0, None),
    voice="internal",
    title="Time to resolution",
    example=Case(SOLVED, {"value": 86400, "n": 3, "unanswered": 1, "negative": 1}),
)
RESOLVED_WITHIN_RATE = Metric(
    "resolved_within_rate",
    resolved_within_rate,
    record="ticket",
    uses=("resolved_at",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Solved in time",
    example=Case(SOLVED, {"value": 50, "n": 4, "numerator": 2, "negative": 1}, {"threshold": "24 h"}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Resolution."""
    return [RESOLUTION_TIME, RESOLVED_WITHIN_RATE]
