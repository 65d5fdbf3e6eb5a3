"""Where a key result should be on a day."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings
from okrengine.model import Cycle, Milestone, Milestones, Waypoint


def expected(bench, key_result, as_of, **given):
    objective = bench.objective(key_result)
    return bench.grade([objective], [], as_of, **given).objectives[0].key_results[0].expected


@pytest.mark.parametrize(("day", "share"), [(-1, 0), (0, 0), (1, 1), (51, 51), (99, 99), (100, 100), (101, 100)])
def test_linear_goes_from_the_first_day_to_the_deadline(bench, day, share):
    assert expected(bench, bench.reach(), day) == Fraction(share, 100)


def test_every_instant_of_a_day_expects_the_same(bench):
    shares = {expected(bench, bench.reach(), bench.day(51, hour)) for hour in (0, 9, 23)}
    assert shares == {Fraction(51, 100)}


def test_days_are_those_of_the_project(bench):
    late = datetime(2026, 11, 20, 20, tzinfo=ZoneInfo("UTC"))
    assert expected(bench, bench.reach(), late) == Fraction(51, 100)
    assert expected(bench, bench.reach(), late, settings=Settings()) == Fraction(50, 100)


def test_the_deadline_includes_its_whole_day(bench):
    key_result = bench.reach(deadline=bench.date(50))
    assert expected(bench, key_result, bench.day(49, 23)) == Fraction(49, 50)
    assert expected(bench, key_result, bench.day(50, 0)) == expected(bench, key_result, bench.day(50, 23)) == 1


@pytest.mark.parametrize(("day", "share"), [(0, 0), (50, 0), (99, 0), (100, 1), (101, 1)])
def test_a_step_is_0_until_the_deadline(bench, day, share):
    assert expected(bench, bench.reach(curve="step"), day) == share


@pytest.mark.parametrize(
    ("day", "share"),
    [
        (0, Fraction(0)),
        (20, Fraction(1, 20)),
        (40, Fraction(1, 10)),
        (45, Fraction(3, 10)),
        (50, Fraction(1, 2)),
        (75, Fraction(3, 4)),
        (100, Fraction(1)),
    ],
)
def test_waypoints_are_joined_by_straight_lines(bench, day, share):
    curve = (Waypoint(bench.date(50), Fraction(1, 2)), Waypoint(bench.date(40), Fraction(1, 10)))
    assert expected(bench, bench.reach(curve=curve), day) == share


def test_a_waypoint_outside_the_time_does_not_bend_its_ends(bench):
    curve = (Waypoint(bench.date(-10), Fraction(1, 2)), Waypoint(bench.date(120), Fraction(1, 2)))
    assert [expected(bench, bench.reach(curve=curve), day) for day in (0, 50, 100)] == [0, Fraction(1, 2), 1]


def test_a_waypoint_on_the_first_day_or_the_deadline_moves_neither(bench):
    curve = (Waypoint(bench.date(0), Fraction(1, 2)), Waypoint(bench.date(100), Fraction(1, 2)))
    found = [expected(bench, bench.reach(curve=curve), day) for day in (0, 1, 50, 99, 100)]
    assert found == [0, Fraction(1, 100), Fraction(1, 2), Fraction(99, 100), 1]


@pytest.mark.parametrize(
    ("day", "share"), [(29, Fraction(0)), (30, Fraction(1, 4)), (74, Fraction(1, 4)), (75, Fraction(1))]
)
def test_milestones_are_due_by_the_end_of_their_day(bench, day, share):
    steps = (Milestone("a", bench.date(30)), Milestone("b", bench.date(75), weight=Fraction(3)))
    assert expected(bench, bench.key_result("kr", Milestones(steps)), day) == share


def test_a_deadline_on_the_first_day_is_no_division_by_zero(bench):
    key_result = bench.reach(deadline=bench.cycle.first)
    assert [expected(bench, key_result, day) for day in (-1, 0, 1)] == [0, 1, 1]


def test_a_quarter_of_ninety_two_days(bench):
    cycle = Cycle("autumn", date(2026, 10, 1), date(2026, 12, 31))
    bench = type(bench)()
    bench.cycle = cycle
    found = bench.one(bench.key_result(baseline="48 h", target="24 h"), (51, "31.5 h"))
    assert found.expected == Fraction(51, 91)
    assert found.why.status_rule == (
        "progress 0.6875, expected 51 of 91 days = 0.560439…: 12.70… points ahead; on track up to 10 behind"
    )
