"""How long tickets spend in their states: waiting for us, in work, waiting for the customer."""

from dataclasses import dataclass
from typing import Any, Literal, TypedDict

from okrengine import Case, Duration, Metric, SourceError, Table, hookimpl

Sum = Literal["requester_wait", "agent_work", "agent_wait", "on_hold", "full_resolution"]


class Statuses(TypedDict, total=False):
    """The statuses in which each sum runs, and those that end a ticket."""

    requester_wait: tuple[str, ...]
    agent_work: tuple[str, ...]
    agent_wait: tuple[str, ...]
    on_hold: tuple[str, ...]
    full_resolution: tuple[str, ...]
    ended: tuple[str, ...]


STATUSES: Statuses = {
    "requester_wait": ("new", "open", "on-hold"),
    "agent_work": ("new", "open"),
    "agent_wait": ("pending",),
    "on_hold": ("on-hold",),
    "full_resolution": ("new", "open", "pending", "on-hold"),
    "ended": ("solved", "closed"),
}
ENDED = "ended"
SUMS = tuple(name for name in STATUSES if name != ENDED)


@dataclass(frozen=True)
class TimeInStatus(Duration):
    """Lengths of time by status; a status that nothing is said of fails by its name."""

    unknown: Any = None

    def columns(self, setting: Any) -> dict[str, Any]:
        """Those of a duration, and the unknown status."""
        return {**super().columns(setting), "unknown": self.unknown}

    def reduce(self, cells: Any) -> dict[str, Any]:
        """Those of a duration, and the first unknown status."""
        return {**super().reduce(cells), "unknown": cells.least(cells.unknown)}

    def finish(self, found: Any, setting: Any) -> Any:
        """The value, where every status is known. Raises `SourceError`."""
        if (status := found.raw("unknown")) is not None:
            raise SourceError(
                f"nothing is said of the status `{status}`: add it to the lists under `statuses:` in which it belongs, "
                f"to `{ENDED}` where it ends a ticket, or give it another name with `labels:` under `values:`"
            )
        return super().finish(found, setting)


def tickets(events: Any, keys: tuple[str, ...], *, statuses: Statuses = STATUSES) -> Any:
    """Changes of status as tickets: the seconds that each spent in the statuses of every sum.

    A status lasts until the next one of its ticket; the last one runs until `as_of`, unless it ends the ticket.

    statuses: the statuses of each sum, and those that end a ticket; a list that is left out stays as it is
    """
    import ibis  # noqa: PLC0415  heavy

    known: dict[str, Any] = {**STATUSES, **statuses}
    thread = [*keys, "ticket_id"]
    events = events.filter(events.status_to.notnull())
    ends = events.status_to.isin(known[ENDED])
    order = [events["at"].asc(), ends.asc(), events.status_to.asc()]
    events = events.mutate(until=events.at_clock.min().over(rows=(1, 1), group_by=thread, order_by=order), ends=ends)
    stops = ibis.ifelse(events.ends, events.at_clock, events.as_of_clock)
    spent = events.until.coalesce(stops) - events.at_clock
    listed = sorted({status for sum_of in known.values() for status in sum_of})
    found = events.group_by(thread).aggregate(
        **{name: spent.sum(where=events.status_to.isin(known[name])).fill_null(0) for name in SUMS},
        running=events.count(where=events.until.isnull() & ~events.ends),
        unknown=ibis.ifelse(events.status_to.isin(listed), ibis.null("string"), events.status_to).min(),
        began=events["at"].min(),
        opens=events.window_start.min(),
        closes=events.window_end.min(),
        asked=events.as_of.min(),
    )
    return found.filter((found.began >= found.opens) & ((found.began < found.closes) | (found.closes == found.asked)))


def status_durations(tickets: Table, *, count: Sum) -> TimeInStatus:
    """Time that tickets spent in a set of statuses, in hours. Lower is better.

    The sums are those of help desks: `requester_wait` is new, open or on hold, `agent_work` new or open, `agent_wait`
    pending, `on_hold` on hold, `full_resolution` all until the ticket ends; `details` give the same statistic of all
    five. The lists are `statuses` (metrics of Zendesk, as GitLab defines them); a status in none of them fails by its
    name. A ticket belongs to the window of its first status. One that was never in the statuses of a sum has spent 0 in
    them; the time between an end and a reopening counts nowhere. The last status runs until `as_of` unless it ends the
    ticket: such tickets count as they are and are named as unanswered, or are still running with `unanswered: censor`.

    count: the sum that is the value
    """
    return TimeInStatus(
        took=tickets[count],
        running=tickets.running > 0,
        beside={name: tickets[name] for name in SUMS},
        unknown=tickets.unknown,
    )


CHANGES = """
    ticket_id,at,status_to
    1,2026-02-02T00:00:00Z,new
    1,2026-02-02T01:00:00Z,open
    1,2026-02-02T03:00:00Z,pending
    1,2026-02-02T10:00:00Z,on-hold
    1,2026-02-02T14:00:00Z,solved
    2,2026-02-02T00:00:00Z,open
    2,2026-02-02T05:00:00Z,solved
"""

STATUS_DURATIONS = Metric(
    "status_durations",
    status_durations,
    record="interaction",
    uses=("status_to",),
    prepare=tickets,
    reads="lifetime",
    timed=True,
    unit="h",
    better="lower",
    range=(0, None),
    voice="internal",
    topic="answering",
    title="Time in a status",
    example=Case(
        CHANGES,
        {"value": 21600, "n": 2, "agent_work": 14400, "agent_wait": 12600, "on_hold": 7200, "full_resolution": 34200},
        {"count": "requester_wait"},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Times by status."""
    return [STATUS_DURATIONS]
