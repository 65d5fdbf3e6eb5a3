"""Net Promoter Score."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from okrengine import Case, Metric, NetShare, Table, hookimpl


def nps(answers: Table, *, promoter_min: int = 9, detractor_max: int = 6) -> NetShare:
    """Percent of promoters less percent of detractors, of all who answered (Reichheld, Bain). Higher is better.

    In points from -100 to 100. Those in between stay in the denominator; the shares are never rounded before they are
    subtracted. Scales of 5 and 7 points are set by the parameters.

    promoter_min: the lowest answer of a promoter
    detractor_max: the highest answer of a detractor
    """
    promoters, detractors = answers.score >= promoter_min, answers.score <= detractor_max
    parts = {"promoters": promoters, "passives": ~(promoters | detractors), "detractors": detractors}
    return NetShare(plus=promoters, minus=detractors, details=parts)


def _boxes(given: Mapping[str, Any]) -> str | None:
    low, high = given["scale"]
    if given["detractor_max"] >= given["promoter_min"]:
        return "`detractor_max` must lie below `promoter_min`"
    if low <= given["detractor_max"] and given["promoter_min"] <= high:
        return None
    return f"`promoter_min` and `detractor_max` must be given for the scale {low} to {high}, and lie on it"


LIKELY = """
response_id,score
1,10
2,9
3,8
4,7
5,6
6,9
7,
8,11
"""
STAFF = """
response_id,segment,score
1,branch,9
2,branch,7
3,branch,3
4,office,6
"""
NPS = Metric(
    "nps",
    nps,
    record="survey_response",
    needs=("score",),
    scale=(0, 10),
    whole=True,
    unit="points",
    better="higher",
    range=(-100, 100),
    check=_boxes,
    voice="customer",
    title="Net Promoter Score",
    example=Case(
        LIKELY,
        {
            "value": Fraction(100, 3),
            "n": 6,
            "promoters": 3,
            "passives": 2,
            "detractors": 1,
            "missing": 1,
            "out_of_scale": 1,
        },
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """NPS of customers and of staff."""
    staff = Case(STAFF, {"value": -25, "n": 4, "promoters": 1, "passives": 1, "detractors": 2})
    return [NPS, NPS.preset("enps", title="Would our own people recommend us?", voice="internal", example=staff)]
