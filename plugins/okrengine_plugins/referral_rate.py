"""How many new customers came because somebody told them to."""

from okrengine import Case, Metric, Rate, Table, hookimpl


def referral_rate(customers: Table, *, source: tuple[str, ...] = ("referral",)) -> Rate:
    """Percent of the customers new in the window who came by referral. Higher is better; Wilson's interval.

    One whose source is not known stays below the line, so that asking less does not raise the rate. Unlike
    `recommend_rate` it counts what people did and not what they said (referral rate).

    source: the values of the column `source` that stand for a referral
    """
    return Rate(customers.source.isin(source))


CAME = """
customer_id,source
1,referral
2,ads
3,
4,referral
5,friend
"""
REFERRAL_RATE = Metric(
    "referral_rate",
    referral_rate,
    record="customer",
    uses=("source",),
    unit="%",
    better="higher",
    range=(0, 100),
    check=lambda given: None if given["source"] else "`source` must list one value at least",
    voice="customer",
    title="Customers who were referred",
    topic="social",
    example=Case(CAME, {"value": 40, "n": 5, "numerator": 2}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Referrals."""
    return [REFERRAL_RATE]
