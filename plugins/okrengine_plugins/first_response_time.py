"""How long customers wait for a first answer, and how many wait no longer than promised."""

from typing import Any, Literal

from okrengine import Duration, Metric, Seconds, Table, Within, hookimpl

Role = Literal["customer", "agent", "bot", "system"]


def first_replies(
    messages: Any, keys: tuple[str, ...], *, responders: tuple[Role, ...] = ("agent",), public_only: bool = True
) -> Any:
    """Messages as tickets: from a customer's first message to the first later one of a responder.

    A bot, an automatic reply and an internal note do not stop the clock, nor does what an agent wrote before.

    responders: whose messages are answers
    public_only: an internal note is no answer
    """
    thread = [*keys, "ticket_id"]
    asked = messages.filter(messages.author_role == "customer").group_by(thread)
    tickets = asked.aggregate(created_at=messages["at"].min())
    replies = messages.filter(messages.author_role.isin(responders))
    if public_only:
        replies = replies.filter(replies.public.fill_null(True))  # noqa: FBT003  public unless it says no
    later = replies.inner_join(tickets, thread)
    later = later.filter(later["at"] > later.created_at)
    first = later.group_by(thread).aggregate(first_response_at=later["at"].min())
    both = tickets.left_join(first, thread)
    return both.select(*thread, "created_at", "first_response_at")


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
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """First response."""
    return [FIRST_RESPONSE_TIME, ANSWERED_WITHIN_RATE]
