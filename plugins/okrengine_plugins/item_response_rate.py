"""How many of those who answered a survey answered one question of it."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def item_response_rate(answers: Table) -> Rate:
    """Percent of survey rows with a valid score, of all rows. Higher is better; Wilson's interval.

    A score outside the scale is no answer, nor is a code for "does not apply" (item response rate, AAPOR).
    """
    return Rate(answers.score.notnull())


ANSWERS = """
response_id,score
1,5
2,
3,2
4,0
5,4
"""
ITEM_RESPONSE_RATE = Metric(
    "item_response_rate",
    item_response_rate,
    record="survey_response",
    uses=("score",),
    scale=(1, 5),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Answered the question",
    example=Case(ANSWERS, {"value": 60, "n": 5, "numerator": 3}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Item response."""
    return [ITEM_RESPONSE_RATE]
