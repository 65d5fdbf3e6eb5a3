"""A robust line against one that is drawn in fractions, and the tables that its range and its chance rest on."""

import math
from fractions import Fraction
from itertools import combinations
from statistics import NormalDist, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.grade.trend import CHANGE_OF_PACE, FEWEST, SMALLEST_SPREAD, WAY, Z80, Trend, share_below, student

ways = st.integers(-3 * WAY, 3 * WAY)
doubts = st.just(0) | st.integers(0, WAY // 2).map(lambda width: width**2)
said = st.dictionaries(st.integers(700_000, 700_100), st.tuples(ways, doubts), min_size=FEWEST, max_size=14)


def trend(values):
    found = Trend()
    for day, (value, doubt) in sorted(values.items()):
        found.add(day, value, doubt)
    return found


def line(values):
    """Theil and Sen's line in fractions: its slope, and where it begins."""
    points = sorted((Fraction(day), Fraction(value)) for day, (value, _) in values.items())
    slope = median((b - a) / (t - s) for (s, a), (t, b) in combinations(points, 2))
    return slope, median(value - slope * (day - points[0][0]) for day, value in points)


@settings(max_examples=50)
@given(said, st.integers(1, 200))
def test_the_line_is_the_median_of_all_slopes_and_of_all_heights(values, ahead):
    first, last = min(values), max(values)
    found = trend(values).course(last + ahead)
    slope, level = line(values)
    days = last + ahead - first
    assert abs(found.slope - slope) < 2, "a slope is cut once, and once more between two"
    assert abs(found.level - level) < 2 * days + 2
    assert abs(found.end - (level + slope * days)) < 4 * days + 4
    assert found.end == found.level + found.slope * days


@settings(max_examples=50)
@given(said, st.integers(1, 200))
def test_the_range_is_that_of_the_next_value_about_a_line_and_of_a_pace_that_changes(values, ahead):
    days, day = sorted(values), max(values) + ahead
    found = trend(values).course(day)
    heights = [values[each][0] - found.slope * (each - days[0]) for each in days]
    scattered = math.sqrt(sum((height - found.level) ** 2 for height in heights) / (len(days) - 2))
    sampled = math.sqrt(sum(doubt for _, doubt in values.values()) / len(days))
    spread = max(scattered, sampled, SMALLEST_SPREAD)
    assert found.spread == pytest.approx(spread)
    mean = sum(days) / len(days)
    reach = 1 + 1 / len(days) + (day - mean) ** 2 / sum((each - mean) ** 2 for each in days)
    bend = float(Z80 * CHANGE_OF_PACE) * found.slope * ahead
    assert found.half == pytest.approx(math.hypot(float(found.wide) * spread * math.sqrt(reach), bend), rel=1e-6)


def test_the_range_goes_by_student_where_the_spread_is_estimated_and_by_the_normal_curve_where_samples_tell_it():
    calm = {day: (day * WAY // 100, 0) for day in (10, 20, 30, 40, 50)}
    assert trend(calm).course(60).wide == student(3)
    sampled = {day: (value, (WAY // 10) ** 2) for day, (value, _) in calm.items()}
    found = trend(sampled).course(60)
    assert (found.wide, found.spread) == (Z80, WAY // 10)


def test_one_wild_value_does_not_turn_the_line():
    straight = {day: (day * WAY // 100, 0) for day in range(10, 80, 10)}
    wild = {**straight, 40: (9 * WAY, 0)}
    assert trend(wild).course(100).end == trend(straight).course(100).end == WAY


def test_values_that_lie_on_a_line_are_not_believed_to_be_free_of_noise():
    found = trend({day: (day * WAY // 100, 0) for day in (10, 20, 30, 40)}).course(41)
    assert found.spread == SMALLEST_SPREAD == WAY // 100
    assert found.half > Z80 * SMALLEST_SPREAD


def test_too_few_days_and_a_day_that_is_not_ahead_give_no_line():
    found = trend({day: (day, 0) for day in (1, 2, 3)})
    assert (len(found), found.course(9)) == (3, None)
    found.add(3, 7, 0)
    assert (len(found), found.course(9)) == (3, None), "two values of a day are one"
    found.add(5, 5, 0)
    assert (found.course(5), found.course(4)) == (None, None)
    assert found.course(6).count == 4


def test_a_later_value_of_a_day_replaces_the_one_before():
    values = {day: (day * day, 0) for day in range(1, 8)}
    found = Trend()
    for day, (value, doubt) in values.items():
        found.add(day, -value, 999)
        found.add(day, value, doubt)
    assert found.course(20) == trend(values).course(20)


@pytest.mark.parametrize(("slope", "goal", "day"), [
    (10, 100, 10), (10, 101, 11), (10, 99, 10), (3, 100, 34), (10, 0, 0), (10, -25, -2), (0, 100, None), (-5, 100, None),
])  # fmt: skip
def test_a_line_reaches_a_level_on_the_first_day_on_which_it_is_not_below(slope, goal, day):
    """Cut away were a few parts of the way: they make no line late."""
    hundredth = WAY // 100
    for less in (0, 1, 1_000):
        found = trend({each: (slope * each * hundredth - less, 0) for each in range(4)}).course(50)
        assert found.reaches(goal * hundredth) == day


def test_the_chance_is_cut_to_whole_percent_and_never_rounded_up():
    normal = NormalDist()
    for step in range(-4_000, 4_001):
        z = Fraction(step, 1000) + Fraction(1, 3000)
        assert share_below(z) == Fraction(min(math.floor(normal.cdf(float(z)) * 100), 99), 100), float(z)
    assert [share_below(Fraction(each)) for each in (-(10**20), 0, 10**20)] == [0, Fraction(1, 2), Fraction(99, 100)]


def test_a_line_that_ends_at_the_level_has_even_odds_whatever_was_cut_away():
    for less in (0, 1, 1_000):
        found = trend({day: (day * WAY // 100 - less, 0) for day in (10, 20, 30, 40)}).course(60)
        assert found.probability(60 * WAY // 100) == Fraction(1, 2)


def test_the_percentiles_are_those_of_the_normal_curve():
    normal, hair = NormalDist(), Fraction(1, 10**6)
    for percent in range(51, 100):
        edge = Fraction(round(normal.inv_cdf(percent / 100), 6)).limit_denominator(10**6)
        assert share_below(edge + hair) == Fraction(percent, 100)
        assert share_below(edge - hair) == Fraction(percent - 1, 100)
        assert share_below(-edge + hair) == Fraction(100 - percent, 100)
        assert share_below(-edge - hair) == Fraction(100 - percent - 1, 100)


@pytest.mark.parametrize(("freedom", "t"), [
    (1, "3.078"), (2, "1.886"), (3, "1.638"), (4, "1.533"), (5, "1.476"), (10, "1.372"), (20, "1.325"), (30, "1.310"),
    (31, "1.309"), (40, "1.303"), (60, "1.296"), (120, "1.289"), (100_000, "1.282"),
])  # fmt: skip
def test_students_table_has_the_values_of_the_textbooks(freedom, t):
    assert student(freedom) == Fraction(t)


@pytest.mark.parametrize("freedom", range(1, 61))
def test_nine_tenths_of_students_curve_lie_below_its_value(freedom):
    scale = math.exp(math.lgamma((freedom + 1) / 2) - math.lgamma(freedom / 2)) / math.sqrt(freedom * math.pi)
    steps = 400
    width = float(student(freedom)) / steps
    heights = [scale * (1 + (at * width) ** 2 / freedom) ** (-(freedom + 1) / 2) for at in range(steps + 1)]
    simpson = heights[0] + heights[-1] + 4 * sum(heights[1:-1:2]) + 2 * sum(heights[2:-1:2])
    assert 0.5 + simpson * width / 3 == pytest.approx(0.9, abs=2e-4)


@settings(max_examples=30)
@given(said, st.integers(1, 60))
def test_a_line_that_falls_is_the_mirror_of_one_that_rises(values, ahead):
    """Cutting goes one way, so that a mirrored line may be a part in a million millions off."""
    day = max(values) + ahead
    up, down = (
        trend(values).course(day),
        trend({at: (-value, doubt) for at, (value, doubt) in values.items()}).course(day),
    )
    slack = 4 * (day - min(values)) + 4
    assert abs(up.end + down.end) <= slack
    assert abs(up.half - down.half) <= slack
