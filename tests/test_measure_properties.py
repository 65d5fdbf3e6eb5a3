"""What holds for any table: random rows, the whole way through the engine."""

import math
from datetime import UTC, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrengine.measure import intervals
from okrengine.measure.zones import between
from okrengine.registry import find
from okrengine.testing import read_metric

REGISTRY = find()
NPS, CSAT, FRT = (REGISTRY.metrics[name] for name in ("nps", "csat", "first_response_time"))
few = settings(
    max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
SCORES = st.lists(st.one_of(st.none(), st.integers(-1, 12)), max_size=40)
WAITS = st.lists(st.one_of(st.none(), st.integers(0, 12)), max_size=30)


def answers(scores):
    return [{"response_id": f"r{n}", "responded_at": "2026-05-01", "score": score} for n, score in enumerate(scores)]


def tickets(waits):
    return [
        {
            "ticket_id": f"t{n}",
            "created_at": "2026-05-01T00:00:00Z",
            "first_response_at": None if wait is None else f"2026-05-01T{wait:02}:00:00Z",
        }
        for n, wait in enumerate(waits)
    ]


@few
@given(SCORES)
def test_a_share_lies_in_its_range_and_its_interval(scores):
    reading = read_metric(CSAT, answers(scores))
    if reading.value is None:
        assert (reading.status, reading.n) == ("no_data", 0)
    else:
        assert 0 <= reading.interval[0] <= reading.value <= reading.interval[1] <= 100
    assert (reading.n or 0) + sum(reading.excluded.values()) == len(scores)


@few
@given(SCORES)
def test_a_reversed_scale_with_mirrored_limits_flips_the_net_share(scores):
    plain = read_metric(NPS, answers(scores))
    mirrored = {"reversed": True, "promoter_min": 10 - 6, "detractor_max": 10 - 9}
    flipped = read_metric(NPS, answers(scores), parameters=mirrored)
    assert (flipped.n, flipped.excluded) == (plain.n, plain.excluded)
    assert flipped.value == (None if plain.value is None else -plain.value)
    assert (flipped.details["promoters"], flipped.details["detractors"]) == (
        plain.details["detractors"],
        plain.details["promoters"],
    )


@few
@given(WAITS, st.integers(1, 99))
def test_quantiles_are_those_of_the_sorted_list(waits, percent):
    known = sorted(wait * 3600 for wait in waits if wait is not None)
    linear = read_metric(FRT, tickets(waits), parameters={"statistic": f"p{percent}"})
    nearest = read_metric(FRT, tickets(waits), parameters={"statistic": f"p{percent}", "quantile": "discrete"})
    assert linear.details["unanswered"] == waits.count(None)
    if not known:
        assert linear.value is None
        return
    at = Fraction((len(known) - 1) * percent, 100)
    low = known[math.floor(at)]
    assert linear.value == low + (known[math.ceil(at)] - low) * (at % 1)
    assert nearest.value == known[math.ceil(Fraction(len(known) * percent, 100)) - 1]


@few
@given(WAITS)
def test_the_censored_median_is_that_of_kaplan_and_meier(waits):
    as_of = datetime(2026, 5, 1, 6, tzinfo=UTC)
    reading = read_metric(FRT, tickets(waits), parameters={"unanswered": "censor"}, as_of=as_of)
    lasted = [(min(6 if wait is None else wait, 6), wait is not None and wait <= 6) for wait in waits]
    alive, median = Fraction(1), None
    for time in sorted({time for time, _ in lasted}):
        at_risk = sum(t >= time for t, _ in lasted)
        alive *= 1 - Fraction(sum(t == time and ended for t, ended in lasted), at_risk)
        if median is None and alive <= Fraction(1, 2):
            median = time * 3600
    assert reading.value == median
    assert reading.status == ("no_data" if not waits else "not_reached" if median is None else reading.status)


# ---------------------------------------------------------------- numbers that were published


@pytest.mark.parametrize(
    ("freedom", "t"),
    [(1, 12.7062047362), (2, 4.30265272975), (5, 2.57058183564), (10, 2.22813885196), (30, 2.04227245630),
     (120, 1.97993040505), (1000, 1.96233908082)],
)  # fmt: skip
def test_students_t(freedom, t):
    assert intervals.student(freedom) == pytest.approx(t, abs=1e-10)


def test_wilson():
    assert intervals.wilson(0.35, 20) == pytest.approx((0.18119182410108206, 0.56714572331476376), abs=1e-15)
    assert intervals.wilson(0, 10)[0] == 0
    assert intervals.wilson(1, 10)[1] == 1


@pytest.mark.parametrize(
    ("count", "low", "high"), [(0, 0, 3.68887945), (1, 0.02531781, 5.57164339), (10, 4.79538870, 18.39035604)]
)
def test_poisson(count, low, high):
    assert intervals.poisson(count) == pytest.approx((low, high), abs=1e-8)


def test_ranks_around_a_median():
    assert [intervals.ranks(n) for n in (5, 6, 20, 100)] == [None, (1, 6), (6, 15), (40, 61)]


@pytest.mark.parametrize(
    "name", ["Asia/Bangkok", "America/New_York", "Europe/London", "Africa/Casablanca", "Asia/Kathmandu"]
)
def test_transitions_are_those_of_the_zone(name):
    zone = ZoneInfo(name)
    found = between(zone, datetime(2015, 1, 1), datetime(2016, 1, 1))  # noqa: DTZ001  naive is what it takes
    for when, before, after in found.changes:
        instant = when.replace(tzinfo=UTC)
        assert instant.astimezone(zone).utcoffset().total_seconds() == after
        assert datetime.fromtimestamp(instant.timestamp() - 1, zone).utcoffset().total_seconds() == before
