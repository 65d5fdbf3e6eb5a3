"""Reviews: how many are positive, how many stars they give, which share is good or bad, recommends or is answered."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Literal

from okrengine import Case, Count, Duration, Mean, Metric, Rate, Table, hookimpl

_STARS = (1, 5)


def standing(reviews: Any, keys: tuple[str, ...]) -> Any:
    """Each review that stands, once, as it was last edited; a deleted one is gone.

    A version that was only written later counts where no other one is known. Of versions at one instant the one with
    the higher rating counts, then the one that says more.
    """
    import ibis  # noqa: PLC0415  heavy

    edited = ibis.coalesce(reviews.deleted_at, reviews.updated_at)
    says = (reviews[name] for name in ("deleted_at", "rating", "reply_at", "recommended", "sentiment"))
    order = [reviews.later.asc(), *(column.desc(nulls_first=False) for column in (edited, *says))]
    numbered = reviews.mutate(version=ibis.row_number().over(group_by=[*keys, "review_id"], order_by=order))
    return numbered.filter((numbered.version == 0) & numbered.deleted_at.isnull()).drop("version")


def standing_then(reviews: Any, keys: tuple[str, ...]) -> Any:
    """The same as it was at the end of the window, which edits and deletions after it do not change."""
    import ibis  # noqa: PLC0415  heavy

    def then(stamp: Any) -> Any:
        # The window ends at the instant of asking, which is inside, or before an instant that is not.
        end = reviews.window_end
        return ibis.ifelse((stamp < end) | ((stamp == end) & (end == reviews.as_of)), stamp, ibis.null(stamp.type()))

    updated, deleted = then(reviews.updated_at), then(reviews.deleted_at)
    later = reviews.later | (updated.isnull() & reviews.updated_at.notnull())
    return standing(reviews.mutate(updated_at=updated, deleted_at=deleted, later=later), keys)


def positive_review_count(reviews: Table, *, positive_min: int = 4, count: Literal["all", "new"] = "all") -> Count:
    """Number of reviews with at least `positive_min` stars that stand at the end of the window. Higher is better.

    A level, as in "50 positive reviews": edits and deletions lower it, those after the end of the window do not. Each
    review counts once, in its latest version.
    So that a past day keeps its value, every version should state its `updated_at` (count of reviews, as the platforms
    show it).

    positive_min: the lowest rating that counts as positive
    count: all that stand, or those that were new in the window
    """
    positive = reviews.rating >= positive_min
    return Count(positive if count == "all" else positive & (reviews.created_at >= reviews.window_start))


def review_average(reviews: Table) -> Mean:
    """Mean rating of the reviews written in the window, in stars; Student's interval. Higher is better.

    Pooled over all reviews, never a mean of rounded averages. Each counts once, as it was last edited; a deleted one is
    left out (arithmetic mean; platforms that weigh by age show another number).
    """
    return Mean(reviews.rating)


def positive_review_share(reviews: Table, *, positive_min: int = 4) -> Rate:
    """Percent of the reviews written in the window with at least `positive_min` stars. Higher is better.

    Each review counts once, as it was last edited; a deleted one is left out. Wilson's interval (top-box share).

    positive_min: the lowest rating that counts as positive
    """
    return Rate(reviews.rating >= positive_min, of=reviews.rating.notnull())


def negative_review_share(reviews: Table, *, negative_max: int = 2) -> Rate:
    """Percent of the reviews written in the window with at most `negative_max` stars. Lower is better.

    Each review counts once, as it was last edited; a deleted one is left out. Wilson's interval (bottom-box share).

    negative_max: the highest rating that counts as negative
    """
    return Rate(reviews.rating <= negative_max, of=reviews.rating.notnull())


def recommend_rate(reviews: Table) -> Rate:
    """Percent of the reviews that say whether they recommend us which do. Higher is better; Wilson's interval.

    Saying so is not the same as doing it: `referral_rate` counts who came. Each review counts once, as it was last
    edited; a deleted one is left out, and one that does not say is missing (recommendation rate).
    """
    return Rate(reviews.recommended, excluded={"missing": reviews.recommended.isnull()})


def review_response_rate(reviews: Table) -> Rate:
    """Percent of the reviews written in the window that were replied to. Higher is better; Wilson's interval.

    Any reply known at the instant of asking counts, however late. A deleted review is left out (response rate, as the
    platforms of reviews show it).
    """
    return Rate(reviews.reply_at.notnull())


def review_response_time(reviews: Table) -> Duration:
    """Time from a review to the reply to it, in hours. Lower is better.

    The median unless `statistic` says otherwise. Reviews without a reply are left out and counted in `details`, or
    count as still waiting with `unanswered: censor` (Kaplan and Meier 1958). A deleted review is left out; a reply
    before its review leaves and is counted as `negative`.
    """
    return Duration(reviews.created_at, reviews.reply_at)


RATED = """
review_id,created_at,updated_at,deleted_at,rating
a,2026-01-05,,,5
b,2026-01-06,,,4
b,2026-01-06,2026-02-01,,2
c,2026-01-07,,,5
c,2026-01-07,,2026-03-01,5
d,2026-01-08,,,3
"""
"""One of five stars stands, one was edited down, one was deleted, one is neither good nor bad."""

SAID = """
review_id,rating,recommended,deleted_at
a,5,yes,
b,4,yes,
c,2,no,
d,5,,
e,5,yes,2026-03-01
"""
REPLIED = """
review_id,created_at,reply_at,deleted_at
a,2026-03-01T09:00:00Z,2026-03-01T11:00:00Z,
b,2026-03-02T09:00:00Z,2026-03-02T13:00:00Z,
c,2026-03-03T09:00:00Z,,
d,2026-03-04T09:00:00Z,,
e,2026-03-05T09:00:00Z,,2026-03-06T09:00:00Z
"""


def limits_on_scale(given: Mapping[str, Any]) -> str | None:
    """What is wrong with limits that tell nothing apart: all ratings of the scale lie on one side of them."""
    low, high = given["scale"]
    if not low < given.get("positive_min", high) <= high:
        return f"`positive_min` must lie above {low} and not above {high}"
    return (
        None if low <= given.get("negative_max", low) < high else f"`negative_max` must lie from {low} to below {high}"
    )


def _metric(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    """A metric on the latest version of each review."""
    return Metric(
        name,
        measure,
        record="review",
        versions=True,
        title=title,
        **{
            "better": "higher",
            "voice": "customer",
            "heeds": ("updated_at", "deleted_at"),
            "prepare": standing,
            **facts,
        },
    )


def _rated(name: str, measure: Any, title: str, **facts: Any) -> Metric:
    return _metric(name, measure, title, needs=("rating",), scale=_STARS, check=limits_on_scale, **facts)


POSITIVE_REVIEW_COUNT = _rated(
    "positive_review_count",
    positive_review_count,
    "Positive reviews",
    reads="history",
    prepare=standing_then,
    unit="reviews",
    range=(0, None),
    min_sample=None,
    example=Case(RATED, {"value": 1}),
)
REVIEW_AVERAGE = _rated(
    "review_average",
    review_average,
    "Average rating",
    unit="stars",
    range=_STARS,
    example=Case(RATED, {"value": Fraction(10, 3), "n": 3}),
)
POSITIVE_REVIEW_SHARE = _rated(
    "positive_review_share",
    positive_review_share,
    "Good reviews",
    unit="%",
    range=(0, 100),
    example=Case(RATED, {"value": Fraction(100, 3), "n": 3, "numerator": 1}),
)
NEGATIVE_REVIEW_SHARE = _rated(
    "negative_review_share",
    negative_review_share,
    "Bad reviews",
    unit="%",
    better="lower",
    range=(0, 100),
    example=Case(RATED, {"value": Fraction(100, 3), "n": 3, "numerator": 1}),
)
RECOMMEND_RATE = _metric(
    "recommend_rate",
    recommend_rate,
    "Say that they recommend us",
    uses=("recommended",),
    unit="%",
    range=(0, 100),
    example=Case(SAID, {"value": Fraction(200, 3), "n": 3, "numerator": 2, "missing": 1}),
)
REVIEW_RESPONSE_RATE = _metric(
    "review_response_rate",
    review_response_rate,
    "Reviews that were answered",
    uses=("reply_at",),
    unit="%",
    range=(0, 100),
    voice="internal",
    example=Case(REPLIED, {"value": 50, "n": 4, "numerator": 2}),
)
REVIEW_RESPONSE_TIME = _metric(
    "review_response_time",
    review_response_time,
    "Time to the reply to a review",
    uses=("reply_at",),
    timed=True,
    unit="h",
    better="lower",
    range=(0, None),
    voice="internal",
    example=Case(REPLIED, {"value": 10800, "n": 2, "unanswered": 2}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Reviews."""
    return [
        POSITIVE_REVIEW_COUNT,
        REVIEW_AVERAGE,
        POSITIVE_REVIEW_SHARE,
        NEGATIVE_REVIEW_SHARE,
        RECOMMEND_RATE,
        REVIEW_RESPONSE_RATE,
        REVIEW_RESPONSE_TIME,
    ]
