"""The mean score of a survey."""

from typing import Literal

from okrengine import Mean, Metric, Table, hookimpl


def csat_mean(
    answers: Table, *, scale: tuple[int, int], transform: Literal["none", "rescaled", "percent_of_max"] = "none"
) -> Mean:
    """Mean score of all answers, in points of the scale; Student's interval. Higher is better.

    The same ten answers are 60 % as percent of the maximum and 55.6 % rescaled, so `details` carry all readings.
    Rescaled is (x - low) / (high - low); percent of the maximum never reaches 0 on a scale that begins at 1.

    scale: lowest and highest possible answer
    transform: `none` gives the mean itself, `rescaled` and `percent_of_max` give percent
    """
    return Mean(answers.score, low=scale[0], high=scale[1], transform=transform)


CSAT_MEAN = Metric(
    "csat_mean",
    csat_mean,
    record="survey_response",
    needs=("score",),
    scale="required",
    unit=lambda given: "score" if given["transform"] == "none" else "%",
    better="higher",
    check=lambda given: None if given["scale"][0] < given["scale"][1] else "`scale` must run from low to high",
    voice="customer",
    title="Mean satisfaction",
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Mean scores."""
    return [CSAT_MEAN]
