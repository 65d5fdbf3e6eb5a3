"""How much people do with what we post."""

from typing import Literal

from okrengine import Case, Metric, Ratio, Table, hookimpl


def social_engagement_rate(posts: Table, *, base: Literal["reach", "posts"] = "reach") -> Ratio:
    """Reactions, comments and shares of all posts by their reach, in percent. Higher is better.

    A ratio of sums, never a mean of the rates of posts. Where nobody was reached there is no value. It may exceed 100,
    as one person may do several things (engagement rate by reach; per post it is the average engagement).

    base: `reach` gives percent of the people reached, `posts` gives interactions for each post
    """
    done = posts.reactions + posts.comments + posts.shares
    if base == "posts":
        return Ratio(done, posts.post_id.notnull().ifelse(1, 0), per=1)
    return Ratio(done, posts.reach, excluded={"missing": posts.reach.isnull()})


POSTS = """
post_id,reactions,comments,shares,reach
1,30,6,4,1000
2,5,0,0,200
3,0,0,0,0
4,12,3,,500
5,9,1,0,
"""
SOCIAL_ENGAGEMENT_RATE = Metric(
    "social_engagement_rate",
    social_engagement_rate,
    record="social_post",
    needs=("reactions", "comments", "shares"),
    uses=lambda given: ("reach",) if given["base"] == "reach" else (),
    unit=lambda given: "%" if given["base"] == "reach" else "interactions",
    better="higher",
    range=(0, None),
    voice="internal",
    title="Engagement with our posts",
    example=Case(POSTS, {"value": 3.75, "n": 3, "numerator": 45, "denominator": 1200, "missing": 2}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Engagement."""
    return [SOCIAL_ENGAGEMENT_RATE]
