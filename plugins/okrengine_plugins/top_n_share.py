"""How much of what people ask for is the same few things."""

from collections.abc import Mapping
from typing import Any

from okrengine import Case, Metric, SourceError, Table, TopShare, hookimpl

_LISTED = 20


def named(tickets: Any, keys: tuple[str, ...], *, of: str = "category") -> Any:
    """Tickets, each with its name, and one of each name with how many tickets have it.

    of: the column whose values are counted
    """
    import ibis  # noqa: PLC0415  heavy

    if of not in tickets.columns:
        raise SourceError(f"`of: {of}` is no column: map it under `columns:` of the source")
    tickets = tickets.mutate(name=tickets[of].cast("string"))
    alike = [*keys, "name"]
    counted = tickets.mutate(
        number=ibis.row_number().over(group_by=alike, order_by=tickets.ticket_id),
        held=tickets.ticket_id.count().over(group_by=alike),
    )
    return counted.mutate(held=ibis.ifelse(counted.number == 0, counted.held, ibis.null("int64")))


def top_n_share(tickets: Table, *, n: int = 20) -> TopShare:
    """Percent of the tickets that fall into the commonest categories. Neither direction is better by itself.

    How much it would help to answer the same few questions once and for all. Of two categories with as many tickets the
    name decides, so that the list is stable: the first twenty stand in `details` as `top`, how many there are as
    `count`. A ticket without a category is missing (Pareto analysis; Juran 1951).

    n: how many categories are the top
    """
    return TopShare(
        tickets.held, tickets.name, first=n, listed=min(n, _LISTED), excluded={"missing": tickets.name.isnull()}
    )


def _at_least_one(given: Mapping[str, Any]) -> str | None:
    return None if given["n"] > 0 else "`n` must be 1 or more"


TOP_N_SHARE = Metric(
    "top_n_share",
    top_n_share,
    record="ticket",
    uses=lambda given: (given["of"],),
    prepare=named,
    check=_at_least_one,
    unit="%",
    range=(0, 100),
    min_sample=None,
    voice="internal",
    title="Asked again and again",
    example=Case(
        "ticket_id,category\n1,repair\n2,repair\n3,bill\n4,bill\n5,return\n6,return\n7,delivery\n8,opening\n9,\n",
        {"value": 50, "n": 8, "numerator": 4, "missing": 1},
        {"n": 2},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """The commonest questions."""
    return [TOP_N_SHARE]
