"""How long customers wait for a first answer, and how many wait no longer than promised."""

from dataclasses import replace
from typing import Any, Literal

from okrengine import BusinessHours, Case, Duration, Holiday, Metric, Seconds, Table, Within, hookimpl

Role = Literal["customer", "agent", "bot", "system"]


def first_replies(
    messages: Any, keys: tuple[str, ...], *, responders: tuple[Role, ...] = ("agent",), public_only: bool = True
) -> Any:
    """Messages as tickets: from a customer's first message to the first later one of a responder.

    A bot, an automatic reply and an internal note do not stop the clock, nor does what an agent wrote before.

    responders: whose messages are answers
    public_only: an internal note is no answer
    """
    import ibis  # noqa: PLC0415  heavy

    thread = [*keys, "ticket_id"]
    said = ibis.ifelse(messages.author_role == "customer", messages["at"], ibis.null(messages["at"].type()))
    messages = messages.mutate(asked=said.min().over(group_by=thread))
    messages = messages.filter(messages.asked.notnull())
    answers = messages.author_role.isin(responders) & (messages["at"] > messages.asked)
    if public_only:
        answers = answers & messages.public.fill_null(True)  # noqa: FBT003  public unless it says no
    return messages.group_by(thread).aggregate(
        created_at=messages.asked.min(), first_response_at=messages["at"].min(where=answers)
    )


def first_response_time(tickets: Table) -> Duration:
    """Time from the creation of a ticket to its first answer, in hours. Lower is better.

    The median unless `statistic` says otherwise, because a few silent days would carry the mean away. Unanswered
    tickets are left out and counted in `details`, or count as still waiting with `unanswered: censor` (Kaplan and Meier
    1958). From `interaction` rows it runs from a customer's first message to the first later public message of a
    responder. An answer at once is zero and kept. Vendors' own numbers under this name differ: some leave out closed
    hours, some take the mean of the fastest; here stamps are subtracted.
    """
    return Duration(tickets.created_at, tickets.first_response_at)


def answered_within_rate(
    tickets: Table, *, threshold: Seconds, denominator: Literal["due", "all", "answered"] = "due"
) -> Within:
    """Percent of tickets answered no later than `threshold` after they came. Higher is better; Wilson's interval.

    Of those that are decided, unless `denominator` says otherwise (service level of contact centres).

    threshold: the longest wait that is in time, such as 1 h; the limit itself is in time
    denominator: `due` (answered, or older than the threshold), `all` (a young silent one is a miss), `answered`
    """
    early = tickets.first_response_at < tickets.created_at
    return Within(
        tickets.first_response_at,
        start=tickets.created_at,
        limit=threshold,
        denominator=denominator,
        excluded={"negative": early},
    )


def after_hours_answer_rate(
    tickets: Table,
    *,
    threshold: Seconds,
    business_hours: BusinessHours,
    holidays: tuple[Holiday, ...] = (),
    denominator: Literal["due", "all", "answered"] = "due",
) -> Within:
    """Percent of what came outside business hours and was answered in time. Higher is better; Wilson's interval.

    Answered is what an agent or a bot wrote no later than `threshold` after it came. The minute of closing and a whole
    holiday lie outside, the minute of opening inside; what came inside is in neither number (service level of contact
    centres, outside opening hours).

    threshold: the longest wait that is in time, such as 10 min; the limit itself is in time
    business_hours: days, open and close of the hours that do not count
    holidays: days that lie outside from beginning to end: dates, and countries or regions such as `TH`, `US-NY`
    denominator: `due` (answered, or older than the threshold), `all` (a young silent one is a miss), `answered`
    """
    early = tickets.first_response_at < tickets.created_at
    return Within(
        tickets.first_response_at,
        start=tickets.created_at,
        limit=threshold,
        denominator=denominator,
        outside=(business_hours, holidays),
        excluded={"negative": early},
    )


TALK = """
    ticket_id,at,author_role,public
    1,2026-02-02T09:00:00Z,customer,yes
    1,2026-02-02T09:00:05Z,bot,yes
    1,2026-02-02T09:10:00Z,agent,no
    1,2026-02-02T09:40:00Z,agent,yes
    2,2026-02-02T10:00:00Z,customer,yes
    2,2026-02-02T10:20:00Z,agent,yes
    3,2026-02-02T11:00:00Z,customer,yes
"""
ANSWERS = """
    created_at,first_response_at
    2026-02-02T09:00:00Z,2026-02-02T09:00:00Z
    2026-02-02T09:00:00Z,2026-02-02T10:00:00Z
    2026-02-02T09:00:00Z,2026-02-02T10:00:01Z
    2026-02-02T09:00:00Z,
    2026-11-21T08:30:00Z,
"""
NIGHTS = """
    created_at,first_response_at
    2026-02-02T20:00:00Z,2026-02-02T20:05:00Z
    2026-02-02T18:00:00Z,2026-02-02T18:30:00Z
    2026-02-07T12:00:00Z,2026-02-09T09:00:20Z
    2026-02-03T12:00:00Z,2026-02-03T12:01:00Z
    2026-02-04T12:00:00Z,2026-02-04T16:00:00Z
"""
HOURS = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "18:00"}

FIRST_RESPONSE_TIME = Metric(
    "first_response_time",
    first_response_time,
    record=("ticket", "interaction"),
    uses=("first_response_at", "author_role"),
    heeds=("public",),
    converts={"interaction": first_replies},
    timed=True,
    unit="h",
    better="lower",
    range=(0, None),
    voice="internal",
    title="Time to first response",
    example=Case(TALK, {"value": 1800, "n": 2, "unanswered": 1}, record="interaction"),
)
ANSWERED_WITHIN_RATE = Metric(
    "answered_within_rate",
    answered_within_rate,
    record=("ticket", "interaction"),
    uses=("first_response_at", "author_role"),
    heeds=("public",),
    converts={"interaction": first_replies},
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Answered in time",
    example=Case(ANSWERS, {"value": 50, "n": 4, "numerator": 2, "undecided": 1}, {"threshold": "1 h"}),
)
AFTER_HOURS_ANSWER_RATE = replace(
    ANSWERED_WITHIN_RATE,
    name="after_hours_answer_rate",
    measure=after_hours_answer_rate,
    defaults={"responders": ("agent", "bot")},
    title="Answered outside business hours",
    example=Case(
        NIGHTS,
        {"value": 75, "n": 4, "numerator": 3},
        {"threshold": "30 min", "business_hours": HOURS, "holidays": ["2026-02-03"]},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """First response."""
    return [FIRST_RESPONSE_TIME, ANSWERED_WITHIN_RATE, AFTER_HOURS_ANSWER_RATE]
