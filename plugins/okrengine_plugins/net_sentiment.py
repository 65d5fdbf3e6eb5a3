"""Whether what people say of us is good or bad on balance."""

from collections.abc import Mapping
from typing import Any, Literal

from okrengine import Case, Metric, NetShare, Table, hookimpl
from okrengine_plugins.reviews import limits_on_scale, standing


def standing_posts(rows: Any, keys: tuple[str, ...]) -> Any:
    """Each review that stands once, in its latest version; posts and totals as they are."""
    return standing(rows, keys) if "review_id" in rows.columns else rows


def net_sentiment(
    posts: Table, *, neutral: Literal["keep", "drop"] = "keep", positive_min: int = 4, negative_max: int = 2
) -> NetShare:
    """Percent of positive posts or reviews less percent of negative ones, in points. Higher is better; normal interval.

    From -100 to 100. 80 positive, 100 neutral and 20 negative are 30 with the neutral ones and 60 without. A review
    speaks by its rating, else by its sentiment; a post by its sentiment: positive, neutral or negative, where any other
    word is rejected. Whoever puts the sentiment there, a person or a model, is part of the definition. Negative words
    are evidence, positive ones only likely (net sentiment).

    neutral: `keep` them below the line, or `drop` them
    positive_min: the lowest rating that counts as positive
    negative_max: the highest rating that counts as negative
    """
    if "positive" in posts.columns:
        clear = posts.positive + posts.negative
        return NetShare(posts.positive, posts.negative, of=clear + posts.neutral if neutral == "keep" else clear)
    said = {word: posts.sentiment.isin((word, word.title(), word.upper())) for word in _WORDS}
    silent, unknown = posts.sentiment.isnull(), ~(said["positive"] | said["neutral"] | said["negative"])
    if "rating" in posts.columns:
        rated = posts.rating.notnull()
        said["positive"] = (rated & (posts.rating >= positive_min)) | (~rated & said["positive"])
        said["negative"] = (rated & (posts.rating <= negative_max)) | (~rated & said["negative"])
        silent, unknown = silent & ~rated, unknown & ~rated
    plus, minus = said["positive"], said["negative"]
    of = True if neutral == "keep" else plus | minus
    return NetShare(plus, minus, of=of, excluded={"missing": silent, "rejected": unknown & ~silent})


_WORDS = ("positive", "neutral", "negative")


def _limits(given: Mapping[str, Any]) -> str | None:
    if given["negative_max"] >= given["positive_min"]:
        return "`negative_max` must lie below `positive_min`"
    return limits_on_scale(given)


POSTS = """
post_id,sentiment
1,positive
2,positive
3,positive
4,neutral
5,negative
6,
7,mixed
"""
NET_SENTIMENT = Metric(
    "net_sentiment",
    net_sentiment,
    record=("social_post", "review"),
    any_of=("rating", "sentiment"),
    heeds=("updated_at", "deleted_at"),
    totals=_WORDS,
    scale=(1, 5),
    prepare=standing_posts,
    versions=True,
    unit="points",
    better="higher",
    range=(-100, 100),
    check=_limits,
    voice="customer",
    title="Good words less bad words",
    example=Case(POSTS, {"value": 40, "n": 5, "missing": 1, "rejected": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Net sentiment."""
    return [NET_SENTIMENT]
