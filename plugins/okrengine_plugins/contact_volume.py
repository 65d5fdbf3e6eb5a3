"""How many contacts come in, how many are solved, and how many wait."""

from typing import Literal

from okrengine import Case, Count, Metric, Table, hookimpl


def contact_volume(tickets: Table) -> Count:
    """Number of tickets created in the window, as counted by their id. Neither direction is better by itself.

    What comes in, whatever becomes of it (contacts offered, as in workforce planning).
    """
    return Count(distinct=tickets.ticket_id)


def tickets_resolved(
    tickets: Table, *, window_on: Literal["resolved_at", "first_resolved_at"] = "resolved_at"
) -> Count:
    """Number of tickets solved in the window, whenever they were created, as counted by their id. Higher is better.

    A ticket that was opened again belongs where it was solved last, or with `first_resolved_at` where it was first
    (throughput; Little 1961).

    window_on: the time that must lie in the window
    """
    return Count(tickets[window_on].notnull(), distinct=tickets.ticket_id)


def open_backlog(tickets: Table) -> Count:
    """Number of tickets that were created before the end of the window and were not solved by then. Lower is better.

    A level, whenever they were created. One that is solved at the very end of a window belongs to the next one, so that
    a backlog is the one before, plus what came, less what was solved. Issues of VIPs are counted with a column of the
    source and `where: {vip: true}`. Spam and merged tickets go by the source's `exclude` (work in progress; Little
    1961).
    """
    later = (tickets.window_end < tickets.as_of) & (tickets.resolved_at >= tickets.window_end)
    return Count(tickets.resolved_at.isnull() | later, distinct=tickets.ticket_id)


CAME = """
    ticket_id,created_at,resolved_at
    1,2026-02-01T09:00:00Z,2026-02-01T10:00:00Z
    2,2026-02-02T09:00:00Z,
    2,2026-02-02T09:00:00Z,
    3,2025-12-31T09:00:00Z,2026-01-01T00:00:00Z
    4,2025-12-01T09:00:00Z,
"""
VIPS = """
    ticket_id,created_at,resolved_at,vip
    1,2026-02-01T09:00:00Z,2026-02-01T10:00:00Z,yes
    2,2026-02-02T09:00:00Z,,yes
    3,2026-02-02T09:00:00Z,,no
    4,2025-12-01T09:00:00Z,,yes
"""

CONTACT_VOLUME = Metric(
    "contact_volume",
    contact_volume,
    record="ticket",
    unit="tickets",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Contacts",
    example=Case(CAME, {"value": 2}),
)
TICKETS_RESOLVED = Metric(
    "tickets_resolved",
    tickets_resolved,
    record="ticket",
    uses=lambda given: (given["window_on"],),
    window_on="resolved_at",
    unit="tickets",
    better="higher",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Tickets solved",
    example=Case(CAME, {"value": 2}),
)
OPEN_BACKLOG = Metric(
    "open_backlog",
    open_backlog,
    record="ticket",
    uses=("resolved_at",),
    reads="history",
    unit="tickets",
    better="lower",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Open tickets",
    example=Case(CAME, {"value": 2}),
)
VIP_OPEN_ISSUES = OPEN_BACKLOG.preset(
    "vip_open_issues", title="Open issues of VIPs", example=Case(VIPS, {"value": 2}, where={"vip": True})
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Volumes."""
    return [CONTACT_VOLUME, TICKETS_RESOLVED, OPEN_BACKLOG, VIP_OPEN_ISSUES]
