"""How many contacts come in, and how many are solved."""

from okrengine import Count, Metric, Table, hookimpl


def contact_volume(tickets: Table) -> Count:
    """Number of tickets created in the window, as counted by their id. Neither direction is better by itself."""
    return Count(distinct=tickets.ticket_id)


def tickets_resolved(tickets: Table) -> Count:
    """Number of tickets solved in the window, whenever they were created, as counted by their id. Higher is better."""
    return Count(distinct=tickets.ticket_id)


CONTACT_VOLUME = Metric(
    "contact_volume",
    contact_volume,
    record="ticket",
    unit="tickets",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Contacts",
)
TICKETS_RESOLVED = Metric(
    "tickets_resolved",
    tickets_resolved,
    record="ticket",
    uses=("resolved_at",),
    window_on="resolved_at",
    unit="tickets",
    better="higher",
    range=(0, None),
    min_sample=None,
    voice="internal",
    title="Tickets solved",
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Volumes."""
    return [CONTACT_VOLUME, TICKETS_RESOLVED]
