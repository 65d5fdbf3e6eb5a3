"""What the metrics of tickets, messages and bots give."""

from collections import defaultdict
from itertools import groupby
from typing import Any

from oracle.catalogue import number, oracle, parts, share
from oracle.frame import Frame, Row
from oracle.kernels import calendar, duration, known, length, mean, opened, rate, ratio, summary, total, within

HOURS = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "18:00"}
ALL_DAY = {"days": ["mon", "wed", "fri", "sat", "sun"], "open": "01:30", "close": "24:00"}
OFF = {"holidays": ["2026-03-09", "2026-11-02", "2026-10-28", "2026-05-14"]}
TIMED = [
    {},
    {"statistic": "mean"},
    {"statistic": "p90"},
    {"statistic": "p10", "quantile": "discrete"},
    {"unanswered": "censor"},
    {"clock": "business", "business_hours": HOURS, **OFF},
    {"clock": "business", "business_hours": ALL_DAY, "unanswered": "censor"},
]
HOUR = {"threshold": "1 h"}
DENOMINATORS = [{"threshold": text, "denominator": d} for text in ("1 h", "11 d") for d in ("due", "all", "answered")]


def from_messages(table: Frame, responders: Any = ("agent",), *, public_only: bool = True) -> None:
    """Tickets: the first message of a customer, and the first later one of a responder."""
    found = []
    for _, messages in groupby(sorted(table.rows, key=lambda row: (row.ticket_id, row.at)), lambda row: row.ticket_id):
        talk = list(messages)
        asked = next((row.at for row in talk if row.author_role == "customer"), None)
        if asked is not None and table.world.inside(asked):
            seen = (
                row for row in talk if row.author_role in responders and (row.public is not False or not public_only)
            )
            answer = next((row.at for row in seen if row.at > asked), None)
            found.append(Row(created_at=asked, first_response_at=answer))
    table.rows = found


@oracle("first_response_time", "ticket", asks=TIMED)
def first_response_time(table: Frame, **given: Any) -> dict:
    return duration(table, "created_at", "first_response_at", **given)


OF_MESSAGES = [{}, {"public_only": False}, {"responders": ["agent", "bot"], "unanswered": "censor"}]


@oracle("first_response_time", "interaction", asks=OF_MESSAGES, reads="lifetime")
def first_response_time_of_messages(
    table: Frame, responders: Any = ("agent",), *, public_only: bool = True, **given: Any
) -> dict:
    from_messages(table, responders, public_only=public_only)
    return first_response_time(table, **given)


def ended_within(table: Frame, end: str, threshold: str, denominator: str = "due") -> dict:
    limit = length(threshold)
    table.drop("negative", lambda row: row[end] is not None and row[end] < row.created_at)
    if denominator == "answered":
        table.keep(lambda row: row[end] is not None)

    def decided(row: Any) -> bool:
        return denominator != "due" or row[end] is not None or row.created_at + limit <= table.world.as_of

    return within(table, lambda row: row[end] is not None and row[end] - row.created_at <= limit, decided)


@oracle("answered_within_rate", "ticket", asks=DENOMINATORS)
def answered_within_rate(table: Frame, **given: Any) -> dict:
    return ended_within(table, "first_response_at", **given)


@oracle("answered_within_rate", "interaction", asks=[HOUR, HOUR | {"public_only": False}], reads="lifetime")
def answered_within_rate_of_messages(table: Frame, *, public_only: bool = True, **given: Any) -> dict:
    from_messages(table, public_only=public_only)
    return answered_within_rate(table, **given)


AFTER = HOUR | OFF | {"business_hours": HOURS}


@oracle("after_hours_answer_rate", "ticket", asks=[AFTER, HOUR | {"business_hours": ALL_DAY, "denominator": "all"}])
def after_hours_answer_rate(table: Frame, business_hours: Any, holidays: Any = (), **given: Any) -> dict:
    is_open = opened(table.world, {"business_hours": business_hours, "holidays": holidays})
    table.keep(lambda row: not is_open(row.created_at))
    return answered_within_rate(table, **given)


@oracle("after_hours_answer_rate", "interaction", asks=[AFTER], reads="lifetime")
def after_hours_answer_rate_of_messages(table: Frame, **given: Any) -> dict:
    from_messages(table, ("agent", "bot"))
    return after_hours_answer_rate(table, **given)


@oracle("resolution_time", "ticket", asks=[{}, TIMED[-1], {"resolution": "first"}])
def resolution_time(table: Frame, resolution: str = "full", **given: Any) -> dict:
    return duration(table, "created_at", "resolved_at" if resolution == "full" else "first_resolved_at", **given)


@oracle("resolved_within_rate", "ticket", asks=DENOMINATORS[3:])
def resolved_within_rate(table: Frame, **given: Any) -> dict:
    return ended_within(table, "resolved_at", **given)


@oracle("sla_attainment", "ticket", asks=[{}, {"event": "first_response"}, {"undecided": "met"}])
def sla_attainment(table: Frame, event: str = "resolved", undecided: str = "exclude") -> dict:
    end, passed = ("resolved_at" if event == "resolved" else "first_response_at"), table.world.passed
    table.need("due_at", "no_target")
    return within(
        table,
        lambda row: row[end] < row.due_at.limit if row[end] else not passed(row.due_at.limit),
        lambda row: row[end] is not None or passed(row.due_at.limit) or undecided == "met",
    )


@oracle("first_contact_resolution", "ticket", asks=[{}, {"reopen_window": "1 h"}])
def first_contact_resolution(table: Frame, reopen_window: str = "7 d") -> dict:
    def quiet_at(row: Any) -> Any:
        """When it will have been quiet for long enough; what was reopened had been solved."""
        solved = row.first_resolved_at or row.resolved_at or row.reopened_at
        return solved and solved + length(reopen_window)

    def failed(row: Any) -> bool:
        return row.customer_replies > 0 or (row.reopened_at is not None and row.reopened_at <= quiet_at(row))

    table.keep(quiet_at)
    table.need("customer_replies")
    return within(
        table,
        lambda row: not failed(row),
        lambda row: failed(row) or row.reopened_at is not None or quiet_at(row) <= table.world.as_of,
    )


STATES = {
    "requester_wait": ("new", "open", "on-hold"),
    "agent_work": ("new", "open"),
    "agent_wait": ("pending",),
    "on_hold": ("on-hold",),
    "full_resolution": ("new", "open", "pending", "on-hold"),
}
COUNTS = [{"count": "requester_wait"}, {"count": "agent_work", "statistic": "mean"}]


@oracle("status_durations", "interaction", asks=COUNTS, reads="lifetime", table="status_change")
def status_durations(table: Frame, count: str, **given: Any) -> dict:
    """The last status runs to the instant of asking unless it ends the ticket; of one instant, what ends it is last."""
    spent, ends = defaultdict(list), ("solved", "closed")
    table.keep(lambda row: row.status_to)
    table.rows.sort(key=lambda row: (row.ticket_id, row.at, row.status_to in ends, row.status_to))
    for _, changes in groupby(table.rows, key=lambda row: row.ticket_id):
        steps = list(changes)
        until = [*(step.at for step in steps[1:]), table.world.as_of]
        for name, states in STATES.items() if table.world.inside(steps[0].at) else ():
            lasted = [calendar(a.at, b) for a, b in zip(steps, until, strict=True) if a.status_to in states]
            spent[name].append(sum(lasted))
    return {name: summary(spent[name], **given)["value"] for name in STATES} | summary(spent[count], **given)


def is_open(row: Any, world: Any) -> bool:
    return row.resolved_at is None or world.over(row.resolved_at)


number("contact_volume problem_count", "ticket", "ticket_id")
number("tickets_resolved", "ticket", "ticket_id", window_on="resolved_at")
number("open_backlog vip_open_issues", "ticket", "ticket_id", is_open, reads="history")
share("transfer_rate", "ticket", lambda row: row.transfers >= 1, "transfers")
share("not_escalated_rate", "bot_session", lambda row: not row.escalated)
share("contained_rate", "bot_session", lambda row: not row.escalated and row.satisfied)
share("handover_rate", "bot_session", lambda row: row.escalated)
ESCALATED = (lambda row: row.escalated, "handover_error")
share("handover_error_rate", "bot_session", lambda row: row.handover_error, of=ESCALATED)
parts("complaint_rate", "totals", "complaints customers", lambda row: (row.complaints, row.customers))
parts("cost_per_contact", "totals", "cost contacts", lambda row: (row.cost, row.contacts), per=1)
parts("cost_per_contact", "ticket", "cost", lambda row: (row.cost, 1), per=1)


@oracle("complaint_rate", "ticket", "is_complaint", [{}, {"per": 1000}])
def complaint_rate(table: Frame, per: int = 100) -> dict:
    return ratio(sum(row.is_complaint for row in table.rows), len(table.rows), len(table.rows), per)


@oracle("complaining_customer_rate", "ticket")
def complaining_customer_rate(table: Frame) -> dict:
    table.need("requester_id", "anonymous")
    rows = table.need("is_complaint")
    complained = {row.requester_id for row in rows if row.is_complaint}
    return rate({row.requester_id for row in rows}, lambda who: who in complained)


@oracle("complaint_severity", "ticket", "is_complaint", [{}, {"statistic": "max"}])
def complaint_severity(table: Frame, statistic: str = "mean") -> dict:
    table.keep(lambda row: row.is_complaint)
    rows = known(table.need("severity"), "severity")
    return {"n": len(rows), "value": max(rows)} if rows and statistic == "max" else mean(rows)


@oracle("compensation_cost", "ticket", "is_complaint", [{}, {"per": "sum"}])
def compensation_cost(table: Frame, per: Any = 1) -> dict:
    rows = table.keep(lambda row: row.is_complaint)
    paid = known(rows, "compensation")
    if rows and not paid:
        return {"value": None}
    return total(table, paid) if per == "sum" else ratio(sum(paid), len(rows), len(rows), 1)


@oracle("top_n_share", "ticket", asks=[{"n": 1}, {"n": 2}, {"n": 2, "of": "channel"}])
def top_n_share(table: Frame, n: int, of: str = "category") -> dict:
    rows = known(table.need(of), of)
    top = sorted(set(rows), key=lambda name: (-rows.count(name), name))[:n]
    return ratio(sum(map(rows.count, top)), len(rows), len(rows)) | {"top": top, "count": len(top), "least": 0}
