"""What was ordered, delivered, sent back and replaced, line by line."""

from typing import Any

from okrengine import Case, Metric, Rate, Ratio, Table, hookimpl


def fill_rate(lines: Table) -> Ratio:
    """Percent of the ordered quantity that was delivered. Higher is better.

    A sum over a sum: what a line has too much makes up for no other one. Who saw that nothing was there and ordered
    nothing is in no file, so the demand that was lost stays invisible. A line whose quantity is empty is missing
    (volume fill rate, the beta service level of stock keeping).
    """
    import ibis  # noqa: PLC0415  heavy

    ordered, delivered = lines.ordered_qty, lines.delivered_qty
    return Ratio(ibis.ifelse(delivered < ordered, delivered, ordered), ordered)


def return_rate(lines: Table) -> Ratio:
    """Percent of the delivered quantity that came back. Lower is better.

    A sum over a sum. What comes back belongs to the window of its order, however late: the latest windows look better
    than they are. A line whose quantity is empty is missing (return rate).
    """
    return Ratio(lines.returned_qty, lines.delivered_qty)


def defect_rate(lines: Table) -> Ratio:
    """Percent of the delivered quantity that was defective. Lower is better.

    A sum over a sum; a defect belongs to the window of its order. A line whose quantity is empty is missing (fraction
    nonconforming; Shewhart 1931).
    """
    return Ratio(lines.defective_qty, lines.delivered_qty)


def warranty_claim_rate(lines: Table) -> Ratio:
    """Percent of the delivered quantity for which the warranty was claimed. Lower is better.

    A sum over a sum; a claim belongs to the window of its order, however late. A line whose quantity is empty is
    missing (warranty claim rate).
    """
    return Ratio(lines.claimed_qty, lines.delivered_qty)


def substitution_rate(lines: Table) -> Rate:
    """Percent of the lines that fell short for which something else was sent. Higher is better; Wilson's interval.

    Lines that did not fall short are in neither number. One of which nobody said whether it was `substituted` is
    missing (substitution rate of retail).
    """
    return Rate(lines.substituted, of=lines.short, excluded={"missing": lines.short & lines.substituted.isnull()})


def _metric(name: str, measure: Any, title: str, better: Any, **facts: Any) -> Metric:
    return Metric(name, measure, record="order_line", unit="%", better=better, voice="internal", title=title, **facts)


def _share(name: str, measure: Any, title: str, column: str) -> Metric:
    """A share of what was delivered."""
    rows = f"order_id,sku,delivered_qty,{column}\n1,soap,90,1\n1,salt,10,4\n2,soap,100,0\n3,salt,50,\n"
    gives = {"value": 2.5, "n": 3, "numerator": 5, "denominator": 200, "missing": 1}
    return _metric(
        name, measure, title, "lower", needs=("delivered_qty", column), range=(0, None), example=Case(rows, gives)
    )


FILL_RATE = _metric(
    "fill_rate",
    fill_rate,
    "Quantity delivered",
    "higher",
    needs=("ordered_qty", "delivered_qty"),
    range=(None, 100),
    example=Case(
        "order_id,sku,ordered_qty,delivered_qty\n1,soap,10,10\n1,salt,10,4\n2,soap,20,25\n3,salt,5,\n",
        {"value": 85, "n": 3, "numerator": 34, "denominator": 40, "missing": 1},
    ),
)
RETURN_RATE = _share("return_rate", return_rate, "Quantity sent back", "returned_qty")
DEFECT_RATE = _share("defect_rate", defect_rate, "Quantity that was defective", "defective_qty")
WARRANTY_CLAIM_RATE = _share("warranty_claim_rate", warranty_claim_rate, "Warranty claims", "claimed_qty")
SUBSTITUTION_RATE = _metric(
    "substitution_rate",
    substitution_rate,
    "Shortfalls that were made up for",
    "higher",
    needs=("short",),
    uses=("substituted",),
    range=(0, 100),
    example=Case(
        "order_id,sku,short,substituted\n1,soap,yes,yes\n1,salt,no,\n2,soap,yes,no\n3,salt,yes,\n",
        {"value": 50, "n": 2, "missing": 1},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Lines of orders."""
    return [FILL_RATE, RETURN_RATE, DEFECT_RATE, WARRANTY_CLAIM_RATE, SUBSTITUTION_RATE]
