"""How much is solved at the first contact."""

from okrengine import Case, Metric, Rate, Seconds, Table, hookimpl, seconds

_WEEK = Seconds(7 * 86400)


def first_contact_resolution(tickets: Table, *, reopen_window: Seconds = _WEEK) -> Rate:
    """Percent of solved tickets for which the customer wrote once and did not come back. Higher is better; Wilson.

    Solved at the first contact is a ticket without a further reply of the customer that was not reopened within
    `reopen_window` of its first solution. One that was solved less than that ago and is quiet so far is `undecided`;
    one that was reopened was solved before, even if it is open again. Where only the last solution is known, a ticket
    that was reopened before it counts as reopened in time (first contact resolution of contact centres).

    reopen_window: how long a ticket must stay solved; it is reopened in time at the limit itself
    """
    first = tickets.first_resolved_at.coalesce(tickets.resolved_at)
    solved = first.notnull() | tickets.reopened_at.notnull()
    stayed = tickets.reopened_at.isnull() | (seconds(tickets.reopened_at) - seconds(first) > reopen_window)
    quiet = (tickets.customer_replies == 0) & stayed.fill_null(False)  # noqa: FBT003
    young = tickets.reopened_at.isnull() & (seconds(tickets.as_of) - seconds(first) < reopen_window)
    missing = solved & tickets.customer_replies.isnull()
    return Rate(quiet, of=solved, excluded={"missing": missing, "undecided": solved & quiet & young})


SOLVED = """
    created_at,resolved_at,reopened_at,customer_replies
    2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,,0
    2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,,2
    2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,2026-02-09T10:00:00Z,0
    2026-02-02T09:00:00Z,2026-02-02T10:00:00Z,2026-02-10T10:00:00Z,0
    2026-11-20T09:00:00Z,2026-11-20T10:00:00Z,,0
    2026-11-20T09:00:00Z,,,0
"""

FIRST_CONTACT_RESOLUTION = Metric(
    "first_contact_resolution",
    first_contact_resolution,
    record="ticket",
    uses=("customer_replies", "resolved_at", "reopened_at"),
    heeds=("first_resolved_at",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Solved at the first contact",
    example=Case(SOLVED, {"value": 50, "n": 4, "numerator": 2, "undecided": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """First contact."""
    return [FIRST_CONTACT_RESOLUTION]
