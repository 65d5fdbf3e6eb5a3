"""How counts become a value: against numbers that were published, and where numbers are very large or do not exist."""

import math
import statistics
from decimal import Decimal

import pytest

from okrengine import Count, Mean, Metric, Rate, Ratio
from okrengine.config import SourceSettings
from okrengine.errors import SourceError
from okrengine.measure import intervals
from okrengine.measure.asking import choose
from okrengine.parameters import ParameterError
from okrengine.registry import find
from okrengine.testing import check_metric, read_metric, write_project

METRICS = find().metrics
spent = Metric("spent", lambda orders: Mean(orders.amount), "order", needs=("amount",))
dearest = Metric("dearest", lambda orders: Mean(orders.amount, statistic="max"), "order", needs=("amount",))


def amounts(*texts):
    return [{"amount": text} for text in texts]


# ---------------------------------------------------------------- numbers that were published


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_in_newcombe_1998(k, n, low, high):
    assert intervals.wilson(k / n, n) == pytest.approx((low, high), abs=5e-5)


@pytest.mark.parametrize(
    ("freedom", "t"),
    [(1500, 1.961546753895018), (1e5, 1.9599877075346095), (1e7, 1.959964221767205), (1e15, intervals.Z)],
)
def test_students_t_of_large_samples(freedom, t):
    assert intervals.student(freedom) == pytest.approx(t, abs=1e-11)


@pytest.mark.parametrize(
    ("count", "low", "high"), [(2e6, 1997229.1396258, 2002773.7553730), (1e8, 99980401.3073247, 100019601.5870791)]
)
def test_poisson_of_large_counts(count, low, high):
    assert intervals.poisson(count) == pytest.approx((low, high), rel=1e-10)


def test_intervals_of_both_ways_meet():
    assert intervals.student(1000) == pytest.approx(intervals.student(1000.000001), abs=1e-8)
    below, above = intervals.poisson(10**6), intervals.poisson(10**6 + 1)
    assert [high - low for low, high in zip(below, above, strict=True)] == pytest.approx([1, 1], abs=2e-3)


def test_a_mean_as_in_the_handbook_of_nist():
    """ZARR13, section 1.3.5.2: 195 measurements, mean 9.261460, sd 0.022789, 95 % from 9.258242 to 9.264679."""
    half = intervals.student(194) * 0.022789 / math.sqrt(195)
    assert (9.261460 - half, 9.261460 + half) == pytest.approx((9.258242, 9.264679), abs=1e-6)


# ---------------------------------------------------------------- means of any size


@pytest.mark.parametrize(
    "texts",
    [
        ["1000000000", "2500000000.55", "9999999999.99"],
        ["123456789012.34", "123456789012.35", "123456789012.36"],
        ["-999999999999.9999999999", "999999999999.9999999999"],
        ["0.0000000001", "0.0000000003", "0"],
        ["-0.5", "0.5", "1.5", "-1.5"],
    ],
)
def test_a_mean_and_its_spread_are_exact(texts):
    reading = read_metric(spent, amounts(*texts))
    exact = [Decimal(text) for text in texts]
    mean = sum(exact) / len(exact)
    assert float(reading.value) == pytest.approx(float(mean), rel=1e-15)
    assert float(reading.details["sd"]) == pytest.approx(float(statistics.stdev(exact)), rel=1e-12)
    assert reading.interval[0] < reading.value < reading.interval[1]


def test_a_number_that_is_too_large_to_be_squared_still_counts_and_leaves_the_interval_out():
    reading = read_metric(spent, amounts("1000000000000", "5000000000000000000000"))
    assert reading.value == 2_500_000_000_500_000_000_000
    assert reading.interval is None
    assert "sd" not in reading.details


def test_the_greatest_is_no_mean():
    check_metric(dearest, amounts("3", "1e1", "-99", None), {"value": 10, "n": 3, "missing": 1, "interval": None})
    check_metric(dearest, amounts(None), {"value": None, "status": "no_data"})


def test_the_weight_of_rows_outside_the_whole_does_not_count():
    given = {"satisfied_min": 5, "weighted": True}
    fives = Metric("fives", lambda a: Rate(a.score > 4, of=a.score > 2), "survey_response", ("score",), scale=(1, 5))
    rows = [{"score": 5, "weight": 1}, {"score": 3, "weight": 1}, {"score": 1, "weight": 50}]
    check_metric(fives, rows, {"value": 50, "n": 2, "n_eff": 2}, parameters={"weighted": True})
    check_metric(METRICS["csat"], rows, {"denominator": 52, "n_eff": 52**2 / 2502}, parameters=given)


@pytest.mark.parametrize("metric", ["csat", "nps", "csat_mean"])
def test_weights_of_nothing_and_less_than_nothing(metric):
    given = {"scale": [0, 10], "weighted": True, **({"satisfied_min": 8} if metric == "csat" else {})}
    rows = [{"score": 9, "weight": 0}, {"score": 3, "weight": -1}]
    due = {"value": None, "n": 1, "status": "no_data", "excluded": {"negative": 1}}
    reading = check_metric(METRICS[metric], rows, due, parameters=given)
    assert reading.reason == "what stands below the line sums to zero"
    check_metric(METRICS[metric], [*rows, {"score": 9, "weight": 2}], {"n": 2, "denominator": 2}, parameters=given)


def test_an_effective_sample_of_less_than_two_has_no_spread():
    rows = [{"score": 5, "weight": 1000}, {"score": 1, "weight": 1}]
    reading = read_metric(METRICS["csat_mean"], rows, parameters={"scale": [1, 5], "weighted": True})
    assert reading.interval is None
    assert float(reading.details["n_eff"]) == pytest.approx(1001**2 / 1000001)


# ---------------------------------------------------------------- what does not exist


def paid(orders):
    return Ratio(orders.cost, orders.amount, per=1, interval="poisson", where=orders.channel == "shop")


PAID = Metric("paid", paid, "order", heeds=("cost", "amount", "channel"))


@pytest.mark.parametrize(
    ("rows", "due"),
    [
        ([(6, 2, "shop"), (9, 9, "web")], {"value": 3, "n": 1, "numerator": 6, "denominator": 2}),
        ([(None, 2, "shop")], {"value": None, "n": 1, "status": "no_data"}),
        ([(None, 2, "shop"), (0, 2, "shop")], {"value": 0, "n": 2}),
        ([(1, 0, "shop")], {"value": None, "status": "no_data"}),
        ([(1, -1, "shop")], {"value": None, "status": "undefined"}),
        ([(1, 1, "web")], {"value": None, "n": 0, "status": "no_data"}),
        ([(-1, 1, "shop")], {"value": -1, "interval": None}),
        ([("0.5", 1, "shop")], {"value": 0.5, "interval": None}),
    ],
)
def test_a_ratio(rows, due):
    given = [{"cost": cost, "amount": amount, "channel": channel} for cost, amount, channel in rows]
    check_metric(PAID, given, due)


def test_a_sum_of_nothing_that_is_known_is_not_zero():
    total = Metric("total", lambda orders: Count(total=orders.amount), "order", heeds=("amount",), min_sample=None)
    none = check_metric(total, amounts(None, None), {"value": None, "n": 2, "status": "no_data"})
    assert none.reason == "none of 2 rows states the number that is summed"
    check_metric(total, amounts(None, "2.5"), {"value": 2.5, "n": 2, "status": "ok"})


def test_a_part_that_is_larger_than_its_whole_says_so():
    rows = [{"invited": 10, "bounced": 2, "responded": 9}]
    reading = check_metric(METRICS["survey_response_rate"], rows, {"value": None, "status": "undefined"})
    assert reading.reason == "9 of 8 is no share: a part lies between 0 and its whole"
    assert (reading.numerator, reading.denominator) == (9, 8)


# ---------------------------------------------------------------- what must be mapped


def chosen(metric, *columns):
    one = METRICS[metric]
    source = SourceSettings("sheet", "csv", columns={name: name for name in columns})
    return choose(one, source, {name: parameter.default for name, parameter in one.parameters.items()}).name


def test_of_columns_that_do_alike_one_is_enough():
    assert chosen("net_sentiment", "review_id", "created_at", "rating") == "review"
    assert chosen("net_sentiment", "review_id", "created_at", "sentiment") == "review"
    assert chosen("net_sentiment", "post_id", "created_at", "sentiment") == "social_post"
    assert chosen("net_sentiment", "period", "positive", "neutral", "negative") == "totals"
    with pytest.raises(
        SourceError, match="reads `social_post` or `review` or `totals`: map `sentiment` under `columns:`"
    ):
        chosen("net_sentiment", "post_id", "created_at")


def test_words_of_reviews_need_no_stars():
    metric = METRICS["net_sentiment"]
    reading = read_metric(metric, [{"review_id": "a", "sentiment": "negative"}], record="review")
    assert reading.value == -100


def test_a_metric_of_totals_alone_names_its_sums():
    with pytest.raises(SourceError, match="reads `totals`: map `bounced`, `responded` under `columns:` of the source"):
        chosen("survey_response_rate", "period", "invited")
    assert METRICS["survey_response_rate"].kinds == ("totals",)


@pytest.mark.parametrize(("said", "better"), [("lower", "lower"), ("higher", "higher"), ("up", None), (None, None)])
def test_the_better_side_is_asked_where_there_are_both(said, better):
    assert METRICS["ces_mean"].better_for({"better": said}) == better
    assert METRICS["csat_mean"].better_for({"better": said}) == "higher"


@pytest.mark.parametrize(
    ("metric", "given", "said"),
    [
        ("nps", {"scale": [1, 5]}, "must be given for the scale 1 to 5"),
        ("nps", {"scale": [10, 0]}, "`scale` must run from low to high; where the lowest is best"),
        ("item_response_rate", {"scale": [5, 5]}, "`scale` must run from low to high"),
        ("ces_mean", {"scale": [7, 1], "better": "higher"}, "`scale` must run from low to high"),
        ("nps", {"detractor_max": 9}, "`detractor_max` must lie below `promoter_min`"),
        ("enps", {"scale": [1, 5], "promoter_min": 5, "detractor_max": 3}, None),
        ("positive_review_count", {"scale": [1, 3]}, "`positive_min` must lie above 1 and not above 3"),
        ("negative_review_share", {"negative_max": 5}, "`negative_max` must lie from 1 to below 5"),
        ("net_sentiment", {"positive_min": 2}, "`negative_max` must lie below `positive_min`"),
        ("net_sentiment", {"scale": [1, 3]}, "`positive_min` must lie above 1"),
        ("net_sentiment", {"scale": [1, 3], "positive_min": 3, "negative_max": 1}, None),
        ("survey_share", {"answer": []}, "`answer` must list one answer at least"),
        ("survey_share", {}, "`answer` must be given"),
        ("referral_rate", {"source": []}, "`source` must list one value at least"),
        ("compensation_cost", {"per": 100}, "`100` is not allowed"),
        ("ces_mean", {"scale": [1, 7]}, "`better` must be given"),
    ],
)
def test_limits_that_tell_nothing_apart_are_refused(metric, given, said):
    if said is None:
        METRICS[metric].bind(given)
        return
    with pytest.raises(ParameterError, match=said):
        METRICS[metric].bind(given)


@pytest.mark.parametrize(("better", "found"), [("lower", True), ("higher", False)])
def test_a_target_on_the_worse_side_of_the_side_that_was_stated(better, found, tmp_path, okr):
    settings = (
        "version: 1\nsources:\n  calls: {type: csv, path: calls.csv, "
        "columns: {response_id: id, responded_at: at, score: effort}}\n"
    )
    key_result = f"metric: ces_mean\nsource: calls\nwith: {{scale: [1, 7], better: {better}}}\nbaseline: 3 score\ntarget: 4 score\n"
    write_project(tmp_path, settings, key_result, {"calls.csv": "id,at,effort\n"})
    ran = okr(tmp_path, "validate")
    assert ("this target moves ces_mean the wrong way" in ran.stdout + ran.stderr) == found, ran
