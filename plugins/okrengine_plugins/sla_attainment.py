"""How many tickets met the time that was promised for each of them."""

from typing import Literal

from okrengine import Case, Metric, Table, Within, hookimpl


def sla_attainment(
    tickets: Table,
    *,
    event: Literal["resolved", "first_response"] = "resolved",
    undecided: Literal["exclude", "met"] = "exclude",
) -> Within:
    """Percent of tickets that met their `due_at`, of those with one. Higher is better; Wilson's interval.

    An open ticket past its time is a breach; one whose time still runs is undecided. A ticket without `due_at` leaves
    and is counted as `no_target`: counting it as kept is what flatters this number most. A `due_at` that is a bare day
    lasts to its end (attainment of service level agreements, as in ITIL).

    event: what must have happened by then
    undecided: `exclude` leaves open tickets that are not yet due out, `met` counts them as kept so far
    """
    end = tickets.resolved_at if event == "resolved" else tickets.first_response_at
    return Within(end, due=tickets.due_at, undecided=undecided)


PROMISES = """
    created_at,due_at,resolved_at
    2026-02-02T00:00:00Z,2026-02-03T00:00:00Z,2026-02-03T00:00:00Z
    2026-02-02T00:00:00Z,2026-02-03,2026-02-03T17:00:00Z
    2026-02-02T00:00:00Z,2026-02-03T00:00:00Z,2026-02-03T00:00:01Z
    2026-02-02T00:00:00Z,2026-02-03T00:00:00Z,
    2026-11-20T00:00:00Z,2026-12-01,
    2026-02-02T00:00:00Z,,2026-02-02T01:00:00Z
"""

SLA_ATTAINMENT = Metric(
    "sla_attainment",
    sla_attainment,
    record="ticket",
    needs=("due_at",),
    reasons={"due_at": "no_target"},
    uses=lambda given: ("resolved_at",) if given["event"] == "resolved" else ("first_response_at",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Promises kept",
    example=Case(PROMISES, {"value": 50, "n": 4, "numerator": 2, "undecided": 1, "no_target": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """SLA attainment."""
    return [SLA_ATTAINMENT]
