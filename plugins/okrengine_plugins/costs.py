"""What is left of the revenue, and what things cost."""

from typing import Literal

from okrengine import Case, Count, Metric, Ratio, Table, hookimpl


def margin(orders: Table) -> Ratio:
    """Percent of the revenue that is left after cost: (sum of amount - sum of cost) / sum of amount. Higher is better.

    The gross margin of all orders together and never the mean of their margins. Below zero it is a loss. An order
    without an amount or a cost is missing; no revenue at all is no data (gross margin).
    """
    return Ratio(orders.amount - orders.cost, orders.amount)


def cost_per_contact(contacts: Table) -> Ratio:
    """Money that a contact costs: the sum of cost over tickets, or over contacts of a table of totals. Lower is better.

    Totals are summed first: months of 100 for 10 and 300 for 90 cost 4 each, not 6.67. A ticket without a cost is
    missing, not free. The currency is that of the data (cost per contact, a unit cost).
    """
    import ibis  # noqa: PLC0415  heavy

    each = contacts["contacts"] if "contacts" in contacts.columns else ibis.literal(1)
    return Ratio(contacts.cost, each, per=1)


def expedite_cost(orders: Table, *, per: Literal[1, "sum"] = 1) -> Ratio | Count:
    """Money that it costs to send an order faster than planned, as a mean or in all. Lower is better.

    Only expedited orders count; one of them without an `expedite_cost` is missing. The currency is that of the data
    (premium freight cost).

    per: 1 for each expedited order, `sum` for all of them together
    """
    import ibis  # noqa: PLC0415  heavy

    missing = {"missing": orders.expedited & orders.expedite_cost.isnull()}
    if per == "sum":
        return Count(orders.expedited, total=orders.expedite_cost, excluded=missing)
    return Ratio(orders.expedite_cost, ibis.literal(1), per=1, where=orders.expedited, excluded=missing)


MARGIN = Metric(
    "margin",
    margin,
    record="order",
    needs=("amount", "cost"),
    unit="%",
    better="higher",
    range=(None, 100),
    voice="internal",
    title="Margin",
    example=Case(
        "order_id,amount,cost\n1,100,60\n2,300,200\n3,100,130\n4,50,\n",
        {"value": 22, "n": 3, "numerator": 110, "denominator": 500, "missing": 1},
    ),
)
COST_PER_CONTACT = Metric(
    "cost_per_contact",
    cost_per_contact,
    record="ticket",
    needs=("cost",),
    totals=("cost", "contacts"),
    better="lower",
    range=(0, None),
    voice="internal",
    title="Cost of a contact",
    example=Case("period,cost,contacts\n2026-01-01,100,10\n2026-02-01,300,90\n", {"value": 4, "denominator": 100}),
)
EXPEDITE_COST = Metric(
    "expedite_cost",
    expedite_cost,
    record="order",
    needs=("expedited",),
    uses=("expedite_cost",),
    better="lower",
    range=(0, None),
    voice="internal",
    title="Cost of sending in a hurry",
    example=Case(
        "order_id,expedited,expedite_cost\n1,yes,12.50\n2,no,\n3,yes,7.50\n4,yes,\n",
        {"value": 10, "n": 2, "numerator": 20, "missing": 1},
    ),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Costs."""
    return [MARGIN, COST_PER_CONTACT, EXPEDITE_COST]
