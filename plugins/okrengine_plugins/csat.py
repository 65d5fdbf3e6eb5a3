"""Customer satisfaction: the share of satisfied answers."""

from collections.abc import Mapping
from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl

_USUAL = (1, 5)


def csat(answers: Table, *, satisfied_min: int | None = None) -> Rate:
    """Percent of answers that are satisfied, of all that were given. Higher is better; Wilson's interval.

    On the usual scale of 1 to 5 these are 4 and 5 (top two boxes); any other scale must say `satisfied_min`. A neutral
    answer is not satisfied; a question that was left open is missing and in neither number. Good or bad is the scale
    0 to 1. Answers are pooled, never a mean of the shares of segments (top-box score; ISO 10004).

    satisfied_min: the lowest answer that counts as satisfied; 4 on the scale 1 to 5
    """
    return Rate(answers.score >= (4 if satisfied_min is None else satisfied_min))


def _line(given: Mapping[str, Any]) -> str | None:
    low, high = given["scale"]
    if given["satisfied_min"] is None:
        return None if (low, high) == _USUAL else f"`satisfied_min` must be given for the scale {low} to {high}"
    return (
        None if low < given["satisfied_min"] <= high else f"`satisfied_min` must lie above {low} and not above {high}"
    )


SMILES = """
response_id,touchpoint,score
1,shop,5
2,shop,4
3,shop,3
4,phone,1
5,phone,
6,phone,6
"""
EASE = """
response_id,score
1,7
2,6
3,5
4,4
5,1
6,
"""
CSAT = Metric(
    "csat",
    csat,
    record="survey_response",
    needs=("score",),
    scale=_USUAL,
    unit="%",
    better="higher",
    range=(0, 100),
    check=_line,
    voice="customer",
    title="Satisfied customers",
    example=Case(SMILES, {"value": 50, "n": 4, "numerator": 2, "missing": 1, "out_of_scale": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Satisfaction and ease."""
    easy = Case(EASE, {"value": 60, "n": 5, "numerator": 3, "missing": 1})
    return [CSAT, CSAT.preset("ces", title="It was made easy for me", scale=(1, 7), satisfied_min=5, example=easy)]
