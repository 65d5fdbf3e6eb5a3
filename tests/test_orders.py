"""Orders, deliveries and customers: what the catalogue's cases cannot say in one table."""

import pytest

from okrengine.registry import find
from okrengine.testing import check_metric, read_metric

METRICS = find().metrics
MONEY = ("existing_revenue_share", "pareto_share", "pareto_count", "vip_active_months", "revenue_growth", "margin")


def orders(*rows, **more):
    return [
        {"customer_id": who, "order_date": day, "amount": amount, "cost": 1, "currency": currency, **more}
        for who, day, amount, currency in rows
    ]


MIXED = orders(("a", "2025-06-01", 10, "THB"), ("a", "2026-06-01", 20, "THB"), ("b", "2026-07-01", 30, "EUR"))


@pytest.mark.parametrize("name", MONEY)
def test_two_currencies_are_never_summed(name):
    reading = read_metric(METRICS[name], MIXED)
    assert (reading.status, reading.value) == ("source_failed", None)
    assert reading.reason == (
        "the amounts are in 2 currencies: keep one, such as `where: {currency: THB}`, and spell it alike in every row"
    )


@pytest.mark.parametrize("name", MONEY)
def test_one_currency_can_be_picked(name):
    reading = read_metric(METRICS[name], MIXED, where={"currency": "THB"})
    assert reading.status != "source_failed", reading.reason


def test_an_amount_in_nobody_knows_which_currency_is_none():
    rows = orders(("a", "2026-06-01", 20, "THB"), ("b", "2026-07-01", 30, ""))
    reading = read_metric(METRICS["margin"], rows)
    assert (reading.status, reading.value) == ("source_failed", None)
    assert "1 of the rows do not say in which currency they are, and the others do" in reading.reason


def test_no_currency_at_all_is_one():
    rows = orders(("a", "2026-06-01", 20, ""), ("b", "2026-07-01", 30, ""))
    check_metric(METRICS["margin"], rows, {"value": 96})


@pytest.mark.parametrize("name", ["repeat_purchase_rate", "existing_customer_share", "order_decline_rate"])
def test_what_reads_no_money_counts_every_currency(name):
    rows = [{**row, "status": "paid"} for row in MIXED]
    assert read_metric(METRICS[name], rows).n == 2
