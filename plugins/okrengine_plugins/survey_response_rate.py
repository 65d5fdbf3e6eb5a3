"""How many of those who were asked answered a survey."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def survey_response_rate(invitations: Table) -> Rate:
    """Percent of those reached who answered: responded / (invited - bounced). Higher is better; Wilson's interval.

    From a table of totals, summed over its periods and never averaged. More answers than invitations are undefined: one
    of the numbers counts something else, such as a link that was passed on (response rate; AAPOR).
    """
    return Rate(invitations.responded, of=invitations.invited - invitations.bounced)


WAVES = """
period,invited,bounced,responded
2026-01-31,500,20,120
2026-02-28,100,0,25
2026-03-31,,0,10
"""
SURVEY_RESPONSE_RATE = Metric(
    "survey_response_rate",
    survey_response_rate,
    record=(),
    totals=("invited", "bounced", "responded"),
    unit="%",
    better="higher",
    range=(0, 100),
    min_sample=None,
    voice="internal",
    title="Answered the survey",
    topic="surveys",
    example=Case(WAVES, {"value": 25, "numerator": 145, "denominator": 580, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Response to surveys."""
    return [SURVEY_RESPONSE_RATE]
