"""How many tickets are handed from one to the next."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def transfer_rate(tickets: Table) -> Rate:
    """Percent of tickets that were transferred at least once. Lower is better; Wilson's interval.

    Three transfers of one ticket are one transferred ticket. One whose number of transfers is not known is missing
    (transfer rate of contact centres).
    """
    return Rate(tickets.transfers >= 1)


TRANSFER_RATE = Metric(
    "transfer_rate",
    transfer_rate,
    record="ticket",
    needs=("transfers",),
    unit="%",
    better="lower",
    range=(0, 100),
    voice="internal",
    title="Transferred tickets",
    example=Case("ticket_id,transfers\n1,0\n2,0\n3,1\n4,3\n5,\n", {"value": 50, "n": 4, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Transfers."""
    return [TRANSFER_RATE]
