"""What a bot settles by itself, and how it hands over what it does not."""

from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl

UNCLEAR = ("containment_rate", "deflection_rate")
"""Names under which the one share is sold as the other."""


def not_escalated_rate(sessions: Table) -> Rate:
    """Percent of bot sessions that were not handed to a person. Higher is better; Wilson's interval.

    Often sold as deflection or containment: silence counts as success here, as does a customer who gave up (deflection
    rate, as vendors of bots report it).
    """
    return Rate(~sessions.escalated)


def contained_rate(sessions: Table) -> Rate:
    """Percent of bot sessions that were not handed over and left a satisfied customer. Higher is better; Wilson.

    A session whose customer did not say so is not contained: unknown is not satisfied (containment rate, with
    satisfaction asked for).
    """
    return Rate(~sessions.escalated & sessions.satisfied)


def handover_rate(sessions: Table) -> Rate:
    """Percent of bot sessions that were handed to a person; Wilson's interval. Neither direction is better by itself.

    A bot that hands over nothing keeps people from help; one that hands over all is a menu (hand-over or escalation
    rate).
    """
    return Rate(sessions.escalated)


def handover_error_rate(sessions: Table) -> Rate:
    """Percent of the sessions handed to a person whose handover went wrong. Lower is better; Wilson's interval.

    A session that was not handed over is in neither number; a handover of which nothing is known is missing (share of
    failed hand-overs).
    """
    unknown = sessions.escalated & sessions.handover_error.isnull()
    return Rate(sessions.handover_error, of=sessions.escalated, excluded={"missing": unknown})


SESSIONS = """
    session_id,escalated,satisfied,handover_error
    1,no,yes,
    2,no,no,
    3,no,,
    4,no,yes,
    5,yes,yes,no
    6,yes,,yes
    7,yes,no,no
    8,yes,no,
"""


def _metric(name: str, measure: Any, title: str, gives: dict[str, float], **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="bot_session",
        unit="%",
        range=(0, 100),
        title=title,
        example=Case(SESSIONS, gives),
        **{"voice": "internal", **facts},
    )


@hookimpl
def okr_metrics() -> list[Metric]:
    """Bot sessions."""
    return [
        _metric(
            "not_escalated_rate",
            not_escalated_rate,
            "Settled without a person",
            {"value": 50, "n": 8, "numerator": 4},
            better="higher",
            unlike=UNCLEAR,
        ),
        _metric(
            "contained_rate",
            contained_rate,
            "Settled by the bot to the customer's satisfaction",
            {"value": 25, "n": 8, "numerator": 2},
            better="higher",
            uses=("satisfied",),
            voice="customer",
            unlike=UNCLEAR,
        ),
        _metric("handover_rate", handover_rate, "Handed to a person", {"value": 50, "n": 8}),
        _metric(
            "handover_error_rate",
            handover_error_rate,
            "Handovers that went wrong",
            {"value": 100 / 3, "n": 3, "missing": 1},
            better="lower",
            uses=("handover_error",),
        ),
    ]
