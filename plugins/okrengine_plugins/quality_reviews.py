"""What reviews of conversations say of their quality, as a whole, by category, and beside what customers say."""

from decimal import Decimal
from typing import Any

from okrengine import Case, Mean, Metric, Share, Table, hookimpl

_HALF = Share(Decimal(50))
_EXACT = "decimal(38, 10)"


def _percent(rows: Any) -> Any:
    """How far a category's score lies between its ends; nothing where it was not scored or has no ends."""
    width = (rows.category_max - rows.category_min).nullif(0)
    # A quotient has no last decimal: it is kept to ten places, and a double has more than the thirteen digits of that.
    return ((rows.category_score - rows.category_min) * 100).cast("float64") / width.cast("float64")


def reviews(rows: Any, keys: tuple[str, ...], *, critical_below: Share = _HALF) -> Any:
    """Each review with its score: as it stands, or put together from its categories.

    critical_below: a critical category below it makes the whole review 0
    """
    import ibis  # noqa: PLC0415  heavy

    rows = rows.mutate(percent=_percent(rows).cast(_EXACT), weighs=rows.category_weight.fill_null(1))
    rows = rows.mutate(failed=rows.critical.fill_null(False) & (rows.percent < critical_below))  # noqa: FBT003
    whole = rows.group_by([*keys, "review_id"]).aggregate(
        stated=rows.score.max(),
        got=(rows.weighs * rows.percent).sum(),
        weight=rows.weighs.sum(where=rows.percent.notnull()),
        failures=rows.count(where=rows.failed),
    )
    made = (whole.got.cast("float64") / whole.weight.nullif(0).cast("float64")).cast(_EXACT)
    return whole.mutate(score=ibis.cases((whole.failures > 0, 0), else_=made.coalesce(whole.stated)))


def internal_quality_score(reviews: Table) -> Mean:
    """Mean score of the reviews of conversations, in percent; Student's interval. Higher is better.

    A review has a score, or a row per category: then it is the mean of (score - min) / (max - min) by
    `category_weight`. A category without a score did not apply and leaves; a critical one below the limit makes the
    review 0. The sum over the maximum is another number on scales that do not begin at 0. A review without any score is
    missing; one that is listed twice counts once, with its higher score (internal quality score of Zendesk QA).
    """
    return Mean(reviews.score, excluded={"missing": reviews.score.isnull()})


def qa_category_score(rows: Table, *, category: str) -> Mean:
    """Mean score of one category of the reviews, in percent; Student's interval. Higher is better.

    (score - min) / (max - min) of each review that scored it; a review to which the category did not apply is missing.
    All skills beside each other are a breakdown by `category` of `internal_quality_score`.

    category: the category, as the reviews name it
    """
    percent, asked = _percent(rows), rows.category == category
    return Mean(percent, where=asked, excluded={"missing": asked & percent.isnull()})


def quality_gap(reviews: Table) -> Mean:
    """Mean of the review's score less the customer's, in points; paired Student's interval.

    Only conversations with both scores. Neither direction is better: near 0 the reviewers see what customers see, above
    it they are too kind. Use `maintain` with `at_least` and `at_most` (mean paired difference; Student 1908).
    """
    return Mean(reviews.score - reviews.customer_score)


SCORES = "review_id,score\n1,100\n2,9.91\n3,63.96\n4,90.99\n5,0\n"
CARDS = """
    review_id,category,category_score,category_min,category_max,category_weight,critical
    1,tone,5,1,5,1,no
    1,solution,3,1,5,3,no
    1,privacy,,0,1,1,yes
    2,tone,5,1,5,1,no
    2,privacy,0,0,1,1,yes
    3,tone,1,1,5,1,no
"""
PAIRS = "review_id,score,customer_score\n1,90,60\n2,80,80\n3,70,\n"

INTERNAL_QUALITY_SCORE = Metric(
    "internal_quality_score",
    internal_quality_score,
    record="qa_review",
    heeds=("score", "category_score", "category_min", "category_max", "category_weight", "critical"),
    prepare=reviews,
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Quality of conversations",
    example=Case(SCORES, {"value": 52.972, "n": 5}),
)
QA_CATEGORY_SCORE = Metric(
    "qa_category_score",
    qa_category_score,
    record="qa_review",
    uses=("category", "category_score", "category_min", "category_max"),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Quality in one category",
    example=Case(CARDS, {"value": 200 / 3, "n": 3}, {"category": "tone"}),
)
QUALITY_GAP = Metric(
    "quality_gap",
    quality_gap,
    record="qa_review",
    needs=("score", "customer_score"),
    unit="points",
    range=None,
    voice="customer",
    title="What reviewers see beyond customers",
    example=Case(PAIRS, {"value": 15, "n": 2, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Quality of conversations."""
    return [
        INTERNAL_QUALITY_SCORE,
        INTERNAL_QUALITY_SCORE.preset(
            "observation_score",
            title="Score of watched conversations",
            example=Case(CARDS, {"value": 62.5 / 3, "n": 3}),
        ),
        QA_CATEGORY_SCORE,
        QUALITY_GAP,
    ]
