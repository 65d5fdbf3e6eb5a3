"""What the metrics of social media and reviews give."""

from typing import Any

from oracle.answering import TIMED
from oracle.catalogue import oracle
from oracle.frame import MOMENT, Frame, latest
from oracle.kernels import change, count, duration, length, mean, net, rate, ratio, total

LIMITS = [{}, {"max_staleness": "30 d"}, {"max_staleness": "1 d"}]


@oracle("follower_growth", "social_snapshot", asks=LIMITS, reads="history")
def follower_growth(table: Frame, max_staleness: str = "7 d") -> dict:
    """The last snapshot of each account on or before the window's start and its end; of one day, the larger."""
    world, found, stale = table.world, [], False
    accounts = {row.account for row in table.rows}
    for moment in (world.start, world.closing):
        rows = [row for row in table.rows if world.midnight(row.date) <= moment]
        last = latest(rows, lambda row: row.account or "", lambda row: (row.date, row.followers - (row.blocks or 0)))
        stale = stale or any(world.day(moment) - row.date > length(max_staleness) for row in last)
        found.append(sum(row.followers - (row.blocks or 0) for row in last) if len(last) == len(accounts) > 0 else None)
    return {"value": None, "status": "stale"} if stale and None not in found else change(*found)


@oracle("follower_net_adds", "social_snapshot", "adds removes")
def follower_net_adds(table: Frame) -> dict:
    """One snapshot of an account and a day: the one with the most followers."""
    world, by_day = table.world, lambda row: (row.account or "", row.date)
    table.rows = latest(table.rows, by_day, lambda row: (row.followers, row.adds, row.removes))
    days = (world.day(world.closing - MOMENT) - world.day(world.start)).days + 1
    missing = len({row.account for row in table.rows}) * days - len(table.rows)
    found = total(table, [row.adds - row.removes for row in table.rows])
    return found | ({"missing_days": missing} if table.rows else {})


@oracle("social_engagement_rate", "social_post", "reactions comments shares", [{}, {"base": "posts"}])
def social_engagement_rate(table: Frame, base: str = "reach") -> dict:
    rows = table.need("reach" if base == "reach" else "")
    top = sum(row.reactions + row.comments + row.shares for row in rows)
    if base == "posts":
        return ratio(top, len(rows), len(rows), 1)
    return ratio(top, sum(row.reach for row in rows), len(rows))


def useful(row: Any) -> bool:
    return row.rating is not None and 1 <= row.rating <= 5


def versions(table: Frame, *, level: bool = False, scaled: bool = False) -> list[Any]:
    """The last version of each review, those that were deleted left out; of a `level` as it was at the window's end."""
    for row in table.rows if level else ():
        for name in ("updated_at", "deleted_at"):
            if row[name] is not None and table.world.over(row[name]):
                row[name], row["later"] = None, row.later or name == "updated_at"

    def order(row: Any) -> list[Any]:
        """What was not written later, is newest, was deleted, says most."""
        says = (row.deleted_at, row.rating if useful(row) or not scaled else None, row.reply_at, row.recommended)
        return [not row.later, *((x is not None, x) for x in (row.deleted_at or row.updated_at, *says))]

    table.rows = latest(table.rows, lambda row: row.review_id, order)
    return table.keep(lambda row: row.deleted_at is None)


def rated(table: Frame, *, level: bool = False) -> list[Any]:
    """Those with a rating; what is of no use is counted in every version, and still the last word."""
    for row in table.rows:
        table.excluded["missing" if row.rating is None else "out_of_scale"] += not useful(row)
    versions(table, level=level, scaled=True)
    return table.keep(useful)


@oracle("positive_review_count", "review", asks=[{}, {"positive_min": 5}, {"count": "new"}], reads="history")
def positive_review_count(table: Frame, positive_min: int = 4, **given: str) -> dict:
    rated(table, level=True)
    table.keep(lambda row: row.rating >= positive_min and (not given or table.world.inside(row.created_at)))
    return count(table, len(table.rows))


@oracle("review_average", "review")
def review_average(table: Frame) -> dict:
    return mean([row.rating for row in rated(table)])


@oracle("positive_review_share", "review", asks=[{}, {"positive_min": 3}])
def positive_review_share(table: Frame, positive_min: int = 4) -> dict:
    return rate(rated(table), lambda row: row.rating >= positive_min)


@oracle("negative_review_share", "review")
def negative_review_share(table: Frame) -> dict:
    return rate(rated(table), lambda row: row.rating <= 2)


@oracle("review_response_rate", "review")
def review_response_rate(table: Frame) -> dict:
    return rate(versions(table), lambda row: row.reply_at is not None)


@oracle("review_response_time", "review", asks=TIMED[::6])
def review_response_time(table: Frame, **given: Any) -> dict:
    versions(table)
    return duration(table, "created_at", "reply_at", **given)


@oracle("recommend_rate", "review")
def recommend_rate(table: Frame) -> dict:
    versions(table)
    return rate(table.need("recommended"), lambda row: row.recommended)


SIDES = [{}, {"neutral": "drop"}]


def sides(up: Any, neither: Any, down: Any, rows: int, neutral: str) -> dict:
    """The net of what is positive; `rows` are all, those that are dropped too."""
    gone = neither if neutral == "drop" else 0
    return net(up, down, up + neither + down - gone, rows - gone)


@oracle("net_sentiment", "review", asks=SIDES)
def net_sentiment_of_reviews(table: Frame, neutral: str = "keep") -> dict:
    versions(table, scaled=True)
    rows = table.drop("missing", lambda row: not useful(row))
    up, down = sum(row.rating >= 4 for row in rows), sum(row.rating <= 2 for row in rows)
    return sides(up, len(rows) - up - down, down, len(rows), neutral)


@oracle("net_sentiment", "social_post", "sentiment", SIDES)
def net_sentiment_of_posts(table: Frame, neutral: str = "keep") -> dict:
    words = [row.sentiment.lower() for row in table.rows]
    return sides(*(words.count(word) for word in ("positive", "neutral", "negative")), len(words), neutral)


@oracle("net_sentiment", "totals", "positive neutral negative", SIDES, table="positive neutral negative")
def net_sentiment_of_sums(table: Frame, neutral: str = "keep") -> dict:
    up, neither, down = (sum(row[name] for row in table.rows) for name in ("positive", "neutral", "negative"))
    return sides(up, neither, down, 0, neutral)
