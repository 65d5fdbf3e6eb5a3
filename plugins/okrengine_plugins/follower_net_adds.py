"""How many followers came and stayed, as a platform counts them day by day."""

from typing import Any

from okrengine import Case, Count, Metric, Table, hookimpl


def days(snapshots: Any, keys: tuple[str, ...]) -> Any:
    """Snapshots as days of an account: of two on one day the one with more followers counts, then with more changes."""
    import ibis  # noqa: PLC0415  heavy

    named = snapshots.mutate(account=snapshots.account.fill_null(""))
    order = [named.followers.desc(), named.adds.desc(), named.removes.desc()]
    owner = [*keys, "account", "date"]
    ranked = named.mutate(place=ibis.row_number().over(group_by=owner, order_by=order))
    return ranked.filter(ranked.place == 0).drop("place")


def follower_net_adds(days: Table) -> Count:
    """Number of followers who came less those who went, summed over the days of the window. Higher is better.

    `details` count the days of the window, until the instant of asking, that no row tells of: with such days the sum
    is not the difference of the levels that `follower_growth` compares. Several accounts are summed, and so are the
    days that each of them lacks (net adds; the daily page insights of the platforms).
    """
    return Count(total=days.adds - days.removes, daily=days.account)


ADDED = """
date,followers,adds,removes
2026-01-01,1002,2,0
2026-01-02,1001,1,2
2026-01-04,1010,5,1
2026-01-05,1009,,
"""
FOLLOWER_NET_ADDS = Metric(
    "follower_net_adds",
    follower_net_adds,
    record="social_snapshot",
    needs=("adds", "removes"),
    heeds=("account",),
    prepare=days,
    unit="followers",
    better="higher",
    min_sample=None,
    voice="internal",
    title="Followers won",
    example=Case(ADDED, {"value": 5, "n": 3, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Net adds."""
    return [FOLLOWER_NET_ADDS]
