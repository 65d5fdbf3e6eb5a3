"""Customers who stay, who leave, and who use what there is."""

from typing import Any

from okrengine import Case, Metric, Rate, Table, hookimpl


def churn_rate(customers: Table) -> Rate:
    """Percent of the customers there at the start of the window who left in it. Lower is better; Wilson's interval.

    Who joined in the window is in neither number, also when gone again: new customers would make old ones seem to stay.
    There at the start is who joined before it and has not left by then (defection or churn rate; Reichheld and Sasser
    1990).
    """
    return Rate(_left(customers), of=_there(customers))


def retention_rate(customers: Table) -> Rate:
    """Percent of the customers there at the start of the window who are still there at its end. Higher is better.

    All less the churn rate; Wilson's interval. Who joined in the window is in neither number (retention rate; Reichheld
    and Sasser 1990).
    """
    return Rate(~_left(customers), of=_there(customers))


def feature_adoption_rate(customers: Table) -> Rate:
    """Percent of the customers there at the end of the window who have used a feature. Higher is better.

    Wilson's interval. The column `used_feature` says for each customer whether they did; one for whom it is empty is
    missing. Who has left by the end of the window is in neither number (adoption; Rodden, Hutchinson and Fu 2010).
    """
    return Rate(
        customers.used_feature,
        of=~_left(customers),
        excluded={"missing": ~_left(customers) & customers.used_feature.isnull()},
    )


def _there(customers: Table) -> Any:
    """Whether somebody was a customer when the window began."""
    left = customers.left_at
    return (customers.joined_at < customers.window_start) & (left.isnull() | (left >= customers.window_start))


def _left(customers: Table) -> Any:
    """Whether somebody was gone when the window ended: before it, or at the instant of asking, which lies inside."""
    left, end = customers.left_at, customers.window_end
    return ((left < end) | ((left == end) & (end == customers.as_of))).fill_null(False)  # noqa: FBT003


_ROWS = """
customer_id,joined_at,left_at,used_feature
anna,2025-03-01,,yes
ben,2025-04-02,2026-05-10,yes
cleo,2025-05-03,,no
dora,2025-06-04,,
eve,2025-07-05,2025-12-31,no
finn,2026-02-06,2026-03-01,yes
gwen,2026-03-07,,no
hugo,2026-03-08,,yes
"""


def _metric(name: str, measure: Any, title: str, gives: dict[str, Any], **facts: Any) -> Metric:
    return Metric(
        name,
        measure,
        record="customer",
        reads="history",
        unit="%",
        range=(0, 100),
        voice="internal",
        title=title,
        example=Case(_ROWS, gives),
        **{"uses": ("left_at",), **facts},
    )


CHURN_RATE = _metric(
    "churn_rate", churn_rate, "Customers who left", {"value": 25, "n": 4, "numerator": 1}, better="lower"
)
RETENTION_RATE = _metric(
    "retention_rate", retention_rate, "Customers who stayed", {"value": 75, "n": 4, "numerator": 3}, better="higher"
)
FEATURE_ADOPTION_RATE = _metric(
    "feature_adoption_rate",
    feature_adoption_rate,
    "Customers who use the feature",
    {"value": 50, "n": 4, "missing": 1},
    better="higher",
    uses=("used_feature",),
    heeds=("left_at",),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Customers."""
    return [CHURN_RATE, RETENTION_RATE, FEATURE_ADOPTION_RATE]
