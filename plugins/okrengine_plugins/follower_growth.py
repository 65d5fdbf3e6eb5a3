"""Growth of the number of followers."""

from typing import Any

from okrengine import Case, Change, Metric, Seconds, Table, hookimpl

_WEEK = Seconds(7 * 86400)


def levels(snapshots: Any, keys: tuple[str, ...]) -> Any:
    """Snapshots as accounts: the last level on or before either end of the window, and the day it was seen.

    Of two snapshots on one day the larger counts.
    """
    import ibis  # noqa: PLC0415  heavy

    blocks, account = snapshots.blocks.fill_null(0), snapshots.account.fill_null("")
    seen = snapshots.mutate(level=snapshots.followers - blocks, account=account)
    seen = seen.mutate(before=seen.date <= seen.window_start_day)
    order = [seen.date.desc(), seen.level.desc()]
    owner = [*keys, "account"]
    ranked = seen.mutate(
        last=ibis.row_number().over(group_by=owner, order_by=order),
        first=ibis.row_number().over(group_by=[*owner, "before"], order_by=order),
    )
    based, now = ranked.before & (ranked["first"] == 0), ranked["last"] == 0
    return ranked.group_by(owner).aggregate(
        base=ranked.level.max(where=based),
        base_at=ranked.date.max(where=based),
        current=ranked.level.max(where=now),
        current_at=ranked.date.max(where=now),
    )


def follower_growth(accounts: Table, *, max_staleness: Seconds = _WEEK) -> Change:
    """Percent by which followers grew from the start of the window to its end. Higher is better; shrinking is negative.

    (F(end) - F(start)) / F(start), where F is followers less blocks in the last snapshot on or before a day. Several
    accounts are summed. Nothing is interpolated: without a snapshot before the start there is no value. Fans and
    followers are different numbers: map one of them (relative change of a level).

    max_staleness: a snapshot that is older than this at its end of the window makes the value stale
    """
    return Change(
        accounts.base,
        accounts.current,
        base_at=accounts.base_at,
        current_at=accounts.current_at,
        max_staleness=max_staleness,
    )


SNAPSHOTS = """
date,followers,blocks
2026-11-20,1120,10
2025-12-31,1000,0
2026-06-30,900,5
2026-11-20,1108,8
"""
FOLLOWER_GROWTH = Metric(
    "follower_growth",
    follower_growth,
    record="social_snapshot",
    heeds=("account", "blocks"),
    prepare=levels,
    reads="history",
    unit="%",
    better="higher",
    range=(-100, None),
    min_sample=None,
    voice="internal",
    title="Follower growth",
    example=Case(SNAPSHOTS, {"value": 11, "base": 1000, "current": 1110, "net": 110, "base_at": "2025-12-31"}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Follower growth."""
    return [FOLLOWER_GROWTH]
