"""How far a service falls short of what was expected of it."""

from okrengine import Case, Mean, Metric, Table, hookimpl


def servqual_gap(answers: Table) -> Mean:
    """Mean of what was perceived less what was expected, in points of the scale (score). Higher is better.

    0 means that expectations were met, below 0 that they were not. Only answers with both a score and an expectation
    count; the interval is that of paired differences (Student's t). A breakdown by `dimension` shows tangibles,
    reliability, responsiveness, assurance and empathy (SERVQUAL; Parasuraman, Zeithaml and Berry 1988).
    """
    return Mean(answers.score - answers.expected)


VISITS = """
response_id,dimension,score,expected
1,reliability,4,5
2,reliability,5,5
3,empathy,3,5
4,empathy,5,4
5,empathy,4,
"""
SERVQUAL_GAP = Metric(
    "servqual_gap",
    servqual_gap,
    record="survey_response",
    needs=("score", "expected"),
    unit="score",
    better="higher",
    voice="customer",
    title="Service against expectation",
    example=Case(VISITS, {"value": -0.5, "n": 4, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """The gap between perceived and expected service."""
    return [SERVQUAL_GAP]
