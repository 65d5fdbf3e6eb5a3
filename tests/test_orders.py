"""Orders, deliveries and customers: what the catalogue's cases cannot say in one table."""

import random
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask, measure
from okrengine.model import Cycle, Measure
from okrengine.parameters import ParameterError
from okrengine.project import Project
from okrengine.registry import find
from okrengine.testing import check_metric, read_metric

REGISTRY = find()
METRICS = REGISTRY.metrics
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


@pytest.mark.parametrize(
    ("unit", "rows_in", "said"),
    [
        ("THB", "USD", "the amounts are in USD, and the key result speaks of THB: promise it in USD"),
        ("ล้านบาท", "usd", "the amounts are in USD, and the key result speaks of ล้านบาท: promise it in USD"),
        ("บาท", "THB", None),
        ("pieces", "USD", None),
        ("", "USD", None),
    ],
)
def test_a_promise_in_another_currency_gets_no_value(tmp_path, unit, rows_in, said):
    (tmp_path / "orders.csv").write_text(
        f"id,on,fast,amount,currency\n1,2026-10-02,yes,30,{rows_in}\n2,2026-10-03,yes,20,{rows_in}\n", encoding="utf-8"
    )
    (tmp_path / "okrengine.yaml").write_text(
        "version: 1\ntimezone: UTC\nokrs: [okr.yaml]\nsources:\n  shop: {type: csv, path: orders.csv, columns: "
        "{order_id: id, order_date: on, expedited: fast, expedite_cost: amount, currency: currency}}\n",
        encoding="utf-8",
    )
    (tmp_path / "okr.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: shop\nowner: nok\nobjectives:\n- {id: o, title: T, kind: committed, key_results: "
        f"[{{id: k, title: K, metric: expedite_cost, source: shop, baseline: 1 {unit}, target: 9 {unit}}}]}}\n",
        encoding="utf-8",
    )
    (reading,) = Project.open(tmp_path).measure(as_of=datetime(2026, 10, 9, tzinfo=UTC))
    assert (reading.value is None) is (said is not None), reading.reason
    assert reading.reason == said or said is None


@pytest.mark.parametrize("name", ["repeat_purchase_rate", "existing_customer_share", "order_decline_rate"])
def test_what_reads_no_money_counts_every_currency(name):
    rows = [{**row, "status": "paid"} for row in MIXED]
    assert read_metric(METRICS[name], rows).n == 2


# ---------------------------------------------------------------- many dates, groups, and rows in any order

FIRST, LAST = date(2026, 1, 1), date(2026, 6, 30)
DATES = [datetime(2026, month, day, 17, tzinfo=UTC) for month, day in ((2, 10), (3, 31), (5, 2), (6, 30))]
TOGETHER = {
    "repeat_purchase_rate": {},
    "returning_customer_rate": {},
    "existing_customer_share": {},
    "existing_revenue_share": {},
    "cohort_repurchase_rate": {"within": "14 d"},
    "pareto_share": {},
    "pareto_count": {},
    "vip_active_months": {},
    "revenue_growth": {},
    "margin": {},
    "lead_time": {},
    "on_time_rate": {"level": "order", "grace": "1 d"},
}


def bought(seed=7, many=120):
    """Orders of half a year and some months before, as a shop would have them."""
    chance = random.Random(seed)  # noqa: S311  the same rows in every run
    rows = []
    for number in range(many):
        day = FIRST + timedelta(days=chance.randrange(-90, 181))
        promised = day + timedelta(days=chance.randrange(2, 9))
        arrived = promised + timedelta(days=chance.randrange(-2, 4))
        rows.append(
            {
                "order_id": f"o{number // 2}",
                "customer_id": chance.choice(["", *(f"c{buyer}" for buyer in range(40))]),
                "order_date": day.isoformat(),
                "amount": f"{chance.randrange(-500, 9999) / 100:.2f}",
                "cost": f"{chance.randrange(0, 3000) / 100:.2f}",
                "channel": chance.choice(["shop", "web", ""]),
                "promised_date": promised.isoformat(),
                "delivered_date": chance.choice([arrived.isoformat()] * 4 + [""]),
            }
        )
    return rows


def asked(folder, rows, names=tuple(TOGETHER), **how):
    """The readings of several metrics of one file, asked at the last date unless said otherwise."""
    columns = list(rows[0])
    lines = [",".join(columns), *(",".join(row[name] for name in columns) for row in rows)]
    (folder / "orders.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    source = SourceSettings("orders", "csv", path="orders.csv", columns={name: name for name in columns})
    cycle = Cycle("2026-H1", FIRST, LAST)
    return measure(
        [Ask(f"team/objective/{name}", Measure(name, "orders", TOGETHER[name]), cycle) for name in names],
        settings=Settings(sources={"orders": source}),
        registry=REGISTRY,
        root=folder,
        **{"as_of": DATES[-1], **how},
    )


def stated(reading):
    return reading.status, reading.value, reading.n, reading.numerator, reading.denominator, dict(reading.details)


def test_a_trend_is_what_was_measured_then(tmp_path):
    readings = asked(tmp_path, bought(), past=DATES[:-1])
    assert all(reading.status in ("ok", "insufficient_sample") for reading in readings), readings
    for number, then in enumerate(DATES[:-1]):
        alone = asked(tmp_path, bought(), as_of=then)
        for reading, due in zip(readings, alone, strict=True):
            assert stated(reading.past[number]) == stated(due), (reading.metric, then)


def test_groups_are_as_if_only_their_rows_were_there(tmp_path):
    rows = bought()
    for reading in asked(tmp_path, rows, by="channel"):
        assert {part.group for part in reading.parts} == {"shop", "web", None}
        for part in reading.parts:
            own = [row for row in rows if (row["channel"] or None) == part.group]
            (due,) = asked(tmp_path, own, [reading.metric])
            assert stated(part) == stated(due), (reading.metric, part.group)


def test_the_order_of_rows_does_not_matter(tmp_path):
    rows = bought()
    found = [stated(reading) for reading in asked(tmp_path, rows)]
    assert found == [stated(reading) for reading in asked(tmp_path, rows[::-1])]


def test_churn_and_retention_are_a_hundred_together():
    chance = random.Random(3)  # noqa: S311
    days = [date(2025, 10, 1) + timedelta(days=chance.randrange(400)) for _ in range(80)]
    rows = [
        {"joined_at": day.isoformat(), "left_at": chance.choice(["", (day + timedelta(days=60)).isoformat()])}
        for day in days
    ]
    churn, kept = (read_metric(METRICS[name], rows) for name in ("churn_rate", "retention_rate"))
    assert churn.value + kept.value == 100
    assert churn.n == kept.n > 0


# ---------------------------------------------------------------- the greatest


def test_seven_percent_of_a_hundred_are_seven():
    rows = [{"customer_id": f"c{number:03}", "amount": 1} for number in range(100)]
    check_metric(METRICS["pareto_share"], rows, {"value": 7, "count": 7}, parameters={"top_fraction": "7%"})


def test_a_part_of_a_percent_may_be_asked_for():
    rows = [{"customer_id": f"c{number:03}", "amount": 1} for number in range(200)]
    check_metric(METRICS["pareto_share"], rows, {"count": 1}, parameters={"top_fraction": "0.5%"})
    check_metric(METRICS["pareto_count"], rows, {"count": 25, "value": 12.5}, parameters={"revenue_share": "12.5%"})


def test_the_names_of_the_commonest_are_twenty_at_most():
    rows = [{"category": f"q{number:02}"} for number in range(30)]
    reading = read_metric(METRICS["top_n_share"], rows, parameters={"n": 25})
    assert reading.details["top"] == [f"q{number:02}" for number in range(20)]
    assert (reading.details["count"], reading.value) == (25, Fraction(2500, 30))


def test_customers_are_not_named():
    rows = [{"customer_id": "anna@example.com", "amount": 1}]
    assert "anna" not in str(read_metric(METRICS["pareto_share"], rows))


# ---------------------------------------------------------------- parameters


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("cohort_repurchase_rate", {"within": "36 h"}, "`within` must be whole days: write 90 d"),
        ("cohort_repurchase_rate", {"within": "0 d"}, "`within` must be whole days"),
        ("on_time_rate", {"grace": "6 h"}, "`grace` must be whole days: write 2 d"),
        ("on_time_rate", {"earliest": "90 min"}, "`earliest` must be whole days"),
        ("otif", {"grace": "6 h"}, "`grace` must be whole days"),
        ("pareto_share", {"top_fraction": "0%"}, "`top_fraction` must lie above 0% and not above 100%"),
        ("pareto_count", {"revenue_share": "101%"}, "`revenue_share` must lie above 0%"),
        ("vip_active_months", {"top_fraction": "-5%"}, "`top_fraction` must lie above 0%"),
        ("top_n_share", {"n": 0}, "`n` must be 1 or more"),
        ("inventory_accuracy", {"tolerance": -1}, "`tolerance` must be 0 or more"),
        ("order_decline_rate", {"status": []}, "`status` must name one at least"),
        ("revenue_growth", {"against": "last"}, "`against`: `last` is not allowed: write previous, or a mapping"),
        ("revenue_growth", {"against": {"from": "2026-01-01"}}, "`against`: `to` is absent"),
        (
            "revenue_growth",
            {"against": {"from": "2026-02-01", "to": "2026-01-31"}},
            "`against` ends on 2026-01-31, before it begins",
        ),
    ],
)
def test_a_wrong_parameter_is_told(name, options, says):
    with pytest.raises(ParameterError, match=says):
        METRICS[name].bind(options)


def test_why_there_is_no_growth_is_told():
    rows = [{"order_date": "2025-12-20", "amount": 10}, {"order_date": "2026-05-20", "amount": 20}]
    against = {"from": "2025-12-01", "to": "2025-12-31"}
    reading = read_metric(METRICS["revenue_growth"], rows, parameters={"against": against})
    assert reading.reason == "the base has 31 days and the window 325: write `normalise: per_day`"
    reading = read_metric(METRICS["revenue_growth"], rows[1:])
    assert (reading.status, reading.reason) == ("no_data", "there is no row in the base")


def test_a_column_that_is_counted_must_be_mapped():
    reading = read_metric(METRICS["top_n_share"], [{"category": "a"}], parameters={"of": "colour"})
    assert reading.status == "source_failed"
    assert reading.reason == "`of: colour` is no column: map it under `columns:` of the source"


def test_it_is_never_yesterday_that_the_promised_day_ends():
    """New York's clocks changed after the last stamp of the file: midnight is that of winter."""
    rows = [{"order_id": "1", "order_date": "2026-10-01", "promised_date": "2026-11-20", "delivered_date": ""}]
    due = {"2026-11-21T04:59:58+00:00": 0, "2026-11-21T04:59:59+00:00": 1}
    for instant, denominator in due.items():
        reading = read_metric(
            METRICS["on_time_rate"], rows, as_of=datetime.fromisoformat(instant), timezone="America/New_York"
        )
        assert reading.n == denominator, instant
