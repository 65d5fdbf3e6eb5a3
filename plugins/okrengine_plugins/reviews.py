"""Reviews: how many are positive, how many stars they give on average, and which share is good or bad."""

from typing import Any, Literal

from okrengine import Count, Mean, Metric, Rate, Table, hookimpl

_STARS = (1, 5)


def latest_versions(reviews: Any, keys: tuple[str, ...]) -> Any:
    """Each review once, as it was last edited or deleted; of two versions at one instant the higher rating counts."""
    import ibis  # noqa: PLC0415  heavy

    edited = ibis.coalesce(reviews.deleted_at, reviews.updated_at, reviews.created_at)
    order = [column.desc(nulls_first=False) for column in (edited, reviews.deleted_at, reviews.rating)]
    numbered = reviews.mutate(version=ibis.row_number().over(group_by=[*keys, "review_id"], order_by=order))
    return numbered.filter(numbered.version == 0).drop("version")


def positive_review_count(reviews: Table, *, positive_min: int = 4, count: Literal["all", "new"] = "all") -> Count:
    """Number of reviews with at least `positive_min` stars that stand at the end of the window. Higher is better.

    A level, as in "50 positive reviews": edits and deletions lower it. Each review counts once, in its latest version.

    positive_min: the lowest rating that counts as positive
    count: all that stand, or those that were new in the window
    """
    positive = (reviews.rating >= positive_min) & reviews.deleted_at.isnull()
    return Count(positive if count == "all" else positive & (reviews.created_at >= reviews.window_start))


def review_average(reviews: Table) -> Mean:
    """Mean rating of the reviews written in the window, in stars; Student's interval. Higher is better.

    Pooled over all reviews, never a mean of rounded averages. A deleted review is left out.
    """
    return Mean(reviews.rating, where=reviews.deleted_at.isnull())


def positive_review_share(reviews: Table, *, positive_min: int = 4) -> Rate:
    """Percent of the reviews written in the window with at least `positive_min` stars. Higher is better; Wilson.

    positive_min: the lowest rating that counts as positive
    """
    return Rate(reviews.rating >= positive_min, of=reviews.deleted_at.isnull())


def negative_review_share(reviews: Table, *, negative_max: int = 2) -> Rate:
    """Percent of the reviews written in the window with at most `negative_max` stars. Lower is better; Wilson.

    negative_max: the highest rating that counts as negative
    """
    return Rate(reviews.rating <= negative_max, of=reviews.deleted_at.isnull())


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="review",
        needs=("rating",),
        scale=_STARS,
        voice="customer",
        title=title,
        **{"heeds": ("deleted_at",), **facts},
    )


POSITIVE_REVIEW_COUNT = _metric(
    "positive_review_count",
    positive_review_count,
    "Positive reviews",
    heeds=("updated_at", "deleted_at"),
    prepare=latest_versions,
    versions=True,
    reads="history",
    unit="reviews",
    better="higher",
    range=(0, None),
    min_sample=None,
)
REVIEW_AVERAGE = _metric(
    "review_average", review_average, "Average rating", unit="stars", better="higher", range=_STARS
)
POSITIVE_REVIEW_SHARE = _metric(
    "positive_review_share", positive_review_share, "Good reviews", unit="%", better="higher", range=(0, 100)
)
NEGATIVE_REVIEW_SHARE = _metric(
    "negative_review_share", negative_review_share, "Bad reviews", unit="%", better="lower", range=(0, 100)
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Reviews."""
    return [POSITIVE_REVIEW_COUNT, REVIEW_AVERAGE, POSITIVE_REVIEW_SHARE, NEGATIVE_REVIEW_SHARE]
