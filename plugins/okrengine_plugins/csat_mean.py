"""Mean scores of a survey: satisfaction, and ease."""

from typing import Any, Literal

from okrengine import Case, Mean, Metric, Table, hookimpl

Transform = Literal["none", "rescaled", "percent_of_max"]


def csat_mean(answers: Table, *, scale: tuple[int, int], transform: Transform = "none") -> Mean:
    """Mean score of all answers, in points of the scale; Student's interval. Higher is better.

    The same ten answers are 60 % as percent of the maximum and 55.6 % rescaled, so `details` carry all readings.
    Rescaled is (x - low) / (high - low); percent of the maximum never reaches 0 on a scale that begins at 1. The mean
    is that of ISO 10004.

    scale: lowest and highest possible answer
    transform: `none` gives the mean itself, `rescaled` and `percent_of_max` give percent
    """
    return Mean(answers.score, low=scale[0], high=scale[1], transform=transform)


def ces_mean(
    answers: Table,
    *,
    scale: tuple[int, int],
    better: Literal["higher", "lower"],  # noqa: ARG001  which way the answers run is for those who read the value
    transform: Transform = "none",
) -> Mean:
    """Mean score of how easy it was, in points of the scale; Student's interval. Neither direction is better by itself.

    Makers of surveys differ: agreeing that it was easy is better the higher it is, effort the lower (Dixon, Freeman and
    Toman 2010; second form 2013). So `better` must say which one was asked. `details` carry all readings.

    scale: lowest and highest possible answer
    better: `higher` where the answer says how easy it was, `lower` where it says how much effort it took
    transform: `none` gives the mean itself, `rescaled` and `percent_of_max` give percent
    """
    return csat_mean(answers, scale=scale, transform=transform)


TEN = """
response_id,score
1,6
2,7
3,8
4,9
5,10
6,2
7,
8,11
"""


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="survey_response",
        needs=("score",),
        scale="required",
        unit=lambda given: "score" if given["transform"] == "none" else "%",
        voice="customer",
        title=title,
        **facts,
    )


GIVES = {"value": 7, "n": 6, "percent_of_max": 70, "missing": 1, "out_of_scale": 1}
CSAT_MEAN = _metric(
    "csat_mean", csat_mean, "Mean satisfaction", better="higher", example=Case(TEN, GIVES, {"scale": [1, 10]})
)
CES_MEAN = _metric("ces_mean", ces_mean, "Mean ease", example=Case(TEN, GIVES, {"scale": [1, 10], "better": "higher"}))


@hookimpl
def okr_metrics() -> list[Metric]:
    """Mean scores."""
    return [CSAT_MEAN, CES_MEAN]
