"""Where values lead: the line in the units of a key result, what it rests on, when there is none, what it lowers."""

import random
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.config import PRESETS, Settings, StatusSettings
from okrengine.grade.forecast import Values, course, misses, passing
from okrengine.grade.record import Record
from okrengine.grade.standing import Frame, stand
from okrengine.model import (
    Cycle,
    Entry,
    GuardrailReading,
    Input,
    Maintain,
    Milestone,
    Milestones,
    Override,
    Reach,
    Waypoint,
    Zones,
)
from okrengine.offers import Metric
from okrengine.quantity import Quantity, plain

q = Quantity.parse
DAYS = (10, 20, 30, 40, 50)
RISING = tuple(zip(DAYS, ("8", "15", "24", "31", "41"), strict=True))
FLAT = ((30, "56"), (40, "55"), (50, "55"), (60, "55"))
"""On the sixtieth of hundred days: five points behind, and it will not get further."""
FALLING = ((30, "190"), (40, "160"), (50, "130"), (60, "101"))
BROKEN = (GuardrailReading("csat", q("75%"), 200, q("80%"), None, holds=False),)


def quantity(number, unit=""):
    """An exact number as a file would say it."""
    places = next(p for p in range(60) if (number * 10**p).denominator == 1)
    return Quantity(
        Decimal(plain(Decimal((int(number < 0), tuple(map(int, str(abs(int(number * 10**places))))), -places)))), unit
    )


def told(found, name):
    return next(each.value for each in found.forecast.working if each.name == name)


# ------------------------------------------------------------ what it says


def test_a_forecast_has_the_end_of_the_line_a_range_a_chance_and_a_day(bench):
    found = bench.one(bench.reach(), *((day, str(day)) for day in DAYS)).forecast
    assert (found.points, found.reason) == (5, None)
    assert str(found.end) == "100"
    assert [str(end) for end in found.interval] == ["90", "110"]
    assert (found.probability, found.crosses) == (Fraction(1, 2), bench.cycle.last)


def test_every_step_is_told_with_its_numbers(bench):
    found = bench.one(bench.reach(), *RISING)
    assert [each.name for each in found.forecast.working] == [
        "2026-10-11", "2026-10-21", "2026-10-31", "2026-11-10", "2026-11-20",
        "slope", "line", "end", "spread", "percentile", "distance", "range", "probability",
    ]  # fmt: skip
    assert found.forecast.working[0] == Input("2026-10-11", "8", "checkins/autumn/t/101109.yaml")
    assert told(found, "slope") == "0.8125 a day, the median of the 10 slopes between two days"


@pytest.mark.parametrize(("values", "crosses"), [
    ((("10", "20", "30", "40")), 60),
    ((("10", "20", "30", "59.9")), 49),
    ((("10", "20", "30", "60")), None),
    ((("10", "20", "30", "80")), None),
    ((("40", "30", "20", "10")), None),
    ((("40", "40", "40", "40")), None),
    ((("50", "50.4", "50.8", "51.2")), 260),
])  # fmt: skip
def test_the_line_crosses_the_target_on_a_day_ahead_or_not_at_all(bench, values, crosses):
    found = bench.one(bench.reach(target="60"), *zip(DAYS[:4], values, strict=True)).forecast
    assert found.crosses == (None if crosses is None else bench.date(crosses))


def test_a_line_that_passed_the_target_while_the_value_did_not_crosses_today(bench):
    found = bench.one(bench.reach(target="60"), (10, "40"), (20, "50"), (30, "60"), (40, "70"), (41, "59")).forecast
    assert found.crosses == bench.date(41)


def test_a_day_out_of_sight_is_not_named(bench):
    near, far = ("0.0985", "0.0975")
    said = [[(day, str(Decimal(slope) * day / 4)) for day in (10, 20, 30, 40)] for slope in (near, far)]
    found = [bench.one(bench.reach(target="90"), *each).forecast.crosses for each in said]
    assert found == [bench.date(3655), None]


def test_a_forecast_takes_in_the_interval_of_each_value(bench):
    def ranged(*widths):
        said = [
            (
                day,
                bench.value(
                    value, interval=(q(str(int(value) - width)), q(str(int(value) + width))) if width else None
                ),
            )
            for (day, value), width in zip(RISING, widths, strict=True)
        ]
        found = bench.one(bench.reach(), *said).forecast
        return (found.interval[1].number - found.interval[0].number), found.end

    bare, end = ranged(0, 0, 0, 0, 0)
    widths = [ranged(0, 0, 0, 0, 40), ranged(0, 0, 0, 40, 40), ranged(40, 40, 40, 40, 40), ranged(80, 40, 40, 40, 40)]
    assert [each for _, each in widths] == [end] * 4, "an interval moves no line"
    assert bare < widths[0][0] < widths[1][0] < widths[2][0] < widths[3][0]


def test_an_interval_of_another_unit_says_nothing(bench):
    key_result = bench.key_result(baseline="48 h", target="24 h")
    values = list(zip(DAYS, ("44 h", "40 h", "39 h", "36 h", "33 h"), strict=True))
    bare = bench.one(key_result, *values)
    wrong = bench.one(key_result, *((day, bench.value(v, interval=(q("1%"), q("99%")))) for day, v in values))
    assert wrong.forecast == bare.forecast
    assert "within_noise" not in wrong.flags
    written = [
        bench.one(key_result, *((day, bench.value(v, interval=(q(f"20{unit}"), q(f"50{unit}")))) for day, v in values))
        for unit in ("", " h")
    ]
    assert written[0].forecast.interval == written[1].forecast.interval != bare.forecast.interval


@pytest.mark.parametrize(("values", "span", "ends"), [
    (("60%", "70%", "80%", "90%"), (0, 100), ("100%", "100%", "100%")),
    (("60%", "70%", "80%", "90%"), (None, None), ("150%", "137%", "163%")),
    (("60%", "70%", "80%", "90%"), (0, None), ("150%", "137%", "163%")),
    (("50%", "40%", "30%", "20%"), (0, 100), ("0%", "0%", "0%")),
    (("50%", "50%", "50%", "50%"), (0, 100), ("50%", "43%", "57%")),
    (("50%", "50%", "50%", "50%"), (45, 51), ("50%", "45%", "51%")),
])  # fmt: skip
def test_the_range_is_kept_within_what_the_metric_can_give(bench, values, span, ends):
    metric = Metric("m", lambda rows: rows, record="survey_response", range=span)
    key_result = bench.key_result(baseline="0%", target="100%")
    found = bench.one(key_result, *zip((10, 20, 30, 40), values, strict=True), metrics={"m": metric}).forecast
    assert tuple(map(str, (found.end, *found.interval))) == ends


def test_the_limits_of_the_metric_are_told(bench):
    metric = Metric("m", lambda rows: rows, record="survey_response", range=(0, 100))
    found = bench.one(bench.reach(), *RISING, metrics={"m": metric})
    assert told(found, "limits") == "0 to 100: no value of m lies beyond"
    assert "limits" not in [each.name for each in bench.one(bench.reach(), *RISING).forecast.working]


def test_zones_lead_straight_to_their_last_level_and_are_reached_at_their_target(bench):
    zones = Zones(q("100"), q("20"), q("60"))
    found = bench.one(bench.key_result("kr", zones, baseline="0"), *((day, str(day)) for day in DAYS)).forecast
    plain_way = bench.one(bench.reach(), *((day, str(day)) for day in DAYS)).forecast
    assert (found.end, found.interval) == (plain_way.end, plain_way.interval)
    assert found.probability > Fraction(9, 10) > plain_way.probability
    assert found.crosses == bench.date(60)
    reached = bench.one(bench.key_result("kr", zones, baseline="0"), *((day, str(day)) for day in (30, 40, 50, 61)))
    assert (reached.forecast.crosses, reached.raw < 1) == (None, True)


def test_a_relative_target_is_forecast_like_any_other(bench):
    values = list(zip(DAYS, ("14.8%", "14.1%", "14%", "13.3%", "13.2%"), strict=True))
    relative = bench.one(bench.key_result("kr", Reach(change=q("-20%")), baseline="15%"), *values).forecast
    assert relative == bench.one(bench.key_result(baseline="15%", target="12%"), *values).forecast


# ------------------------------------------------------------ what it rests on


def test_under_four_days_there_is_no_number(bench):
    found = bench.one(bench.reach(), *RISING[:3]).forecast
    assert (found.points, found.reason) == (3, "too_few_points")
    assert (found.end, found.interval, found.probability, found.crosses, found.working) == (None,) * 4 + ((),)
    assert bench.one(bench.reach(), *RISING[:4]).forecast.reason is None


def test_two_checkins_of_a_day_are_one_point_and_the_later_counts(bench):
    twice = [(bench.day(day, hour), value) for day, value in RISING for hour, value in ((8, "99"), (17, value))]
    assert bench.one(bench.reach(), *twice[:6]).forecast.reason == "too_few_points"
    found, once = (bench.one(bench.reach(), *said).forecast for said in (twice, RISING))
    assert found == once
    assert [each.value for each in found.working] == [each.value for each in once.working]


def test_days_are_those_of_the_project(bench):
    """20:00 and 23:00 of one day in London are two days in Bangkok."""
    london = ZoneInfo("Europe/London")
    instants = [datetime(2026, 11, day, hour, tzinfo=london) for day in (2, 3) for hour in (15, 20)]
    said = [(at, str(number)) for number, at in enumerate(instants)]
    assert bench.one(bench.reach(), *said).forecast.points == 3
    there = Settings(timezone=london)
    assert bench.one(bench.reach(), *said, settings=there).forecast.points == 2


@pytest.mark.parametrize(("definitions", "points"), [
    ("aaaaaaaa", 8), ("aaaabbbb", 4), ("aaaaabbb", 3), ("bbbbbbba", 1), ("aaabbbaa", 2), ("aaaa----", 4), ("--aaaaaa", 6),
])  # fmt: skip
def test_values_of_two_definitions_are_not_joined(bench, definitions, points):
    entries = [
        bench.value(str(number * number), definition=None if kind == "-" else f"sha256:{kind}")
        for number, kind in enumerate(definitions, 1)
    ]
    said = [(10 * number, entry) for number, entry in enumerate(entries, 1)]
    found = bench.one(bench.reach(), *said).forecast
    assert found.points == points
    alone = bench.one(bench.reach(), *said[-points:]).forecast
    assert found == alone


def test_a_gap_is_no_break(bench):
    said = [*RISING[:2], (25, Entry(missing="source_failed")), *RISING[2:]]
    assert bench.one(bench.reach(), *said).forecast == bench.one(bench.reach(), *RISING).forecast


def test_what_was_said_before_the_baseline_was_captured_is_no_point(bench):
    key_result = bench.key_result(target="90", measure_by=bench.date(30))
    captured = Entry(value=q("24"), baseline=q("24"))
    said = [*RISING[:2], (30, captured), *RISING[3:], (60, "45"), (70, "52")]
    found = bench.one(key_result, *said).forecast
    assert found.points == 5
    assert found == bench.one(bench.key_result(baseline="24", target="90"), *said[2:]).forecast


def test_values_of_two_baselines_are_not_joined(bench):
    """A captured baseline is the first one; where it was mended in its file, older values were on another way."""
    frame, values = Frame(bench.cycle, bench.settings, {}), Values()
    for number, (day, text) in enumerate(RISING):
        key_result = bench.key_result(baseline="0" if number < 2 else "5", target="100")
        said = bench.checkin(day, {"o/kr": bench.value(text)})
        values.add(stand(key_result, Record((said,), (said.entries["o/kr"],), ("o/kr",)), frame, said.at), frame)
    assert (len(values.trend), len(values.said)) == (3, 3)


def test_values_that_were_filled_in_later_count_as_points(bench):
    def graded(*, backfilled):
        checkins = [
            bench.checkin(day, {"o/kr": bench.value(value)}, backfilled=backfilled and day < 50)
            for day, value in RISING
        ]
        return bench.grade([bench.objective(bench.reach())], checkins, 50).objectives[0].key_results[0]

    assert graded(backfilled=True).forecast == graded(backfilled=False).forecast
    assert [point.backfilled for point in graded(backfilled=True).history] == [True] * 4 + [False]


def test_the_files_may_come_in_any_order(bench):
    checkins = [bench.checkin(day, {"o/kr": bench.value(value)}) for day, value in RISING]
    expected = bench.grade([bench.objective(bench.reach())], checkins, 50)
    for seed in range(8):
        random.Random(seed).shuffle(checkins)  # noqa: S311  an order
        assert bench.grade([bench.objective(bench.reach())], checkins, 50) == expected


def test_what_comes_later_is_not_seen(bench):
    assert (
        bench.one(bench.reach(), *RISING, as_of=45).forecast == bench.one(bench.reach(), *RISING[:4], as_of=45).forecast
    )


# ------------------------------------------------------------ when there is none


@pytest.mark.parametrize("as_of", [100, 101])
def test_nothing_is_forecast_from_the_deadline_on(bench, as_of):
    assert bench.one(bench.reach(), *RISING, as_of=as_of).forecast is None
    assert bench.one(bench.reach(), *RISING, as_of=99).forecast is not None
    early = bench.reach(deadline=bench.date(60))
    assert bench.one(early, *RISING, as_of=bench.day(60, 0)).forecast is None
    assert bench.one(early, *RISING, as_of=bench.day(59, 23)).forecast is not None


def test_nothing_is_forecast_where_no_way_is_gone(bench):
    steps = Milestones((Milestone("a", bench.date(20)), Milestone("b", bench.date(90))))
    waiting = bench.key_result(target="90", measure_by=bench.date(80))
    level = bench.key_result("kr", Maintain(q("10"), score="distance"), baseline="5")
    for key_result in (bench.key_result("kr", steps), waiting, level, bench.key_result(baseline="5", target="5")):
        assert bench.one(key_result, *RISING).forecast is None


def test_nothing_is_forecast_without_a_value_now(bench):
    assert bench.one(bench.reach(), *RISING, (55, Entry(missing="no_data"))).forecast is None
    assert bench.grade([bench.objective(bench.reach())], [], 50).objectives[0].key_results[0].forecast is None


def test_nothing_is_forecast_once_the_team_has_closed(bench):
    checkins = [bench.checkin(day, {"o/kr": bench.value(value)}) for day, value in RISING]
    closing = bench.checkin(55, {}, verdicts={})
    found = bench.grade([bench.objective(bench.reach())], [*checkins, closing], 60).objectives[0].key_results[0]
    assert (found.status, found.forecast) == ("closed", None)


# ------------------------------------------------------------ what it lowers


@pytest.mark.parametrize(("values", "pace", "status"), [
    (FLAT, "on_track", "at_risk"),
    (((30, "41"), (40, "40"), (50, "40"), (60, "40")), "at_risk", "off_track"),
    (((30, "11"), (40, "10"), (50, "10"), (60, "10")), "off_track", "off_track"),
    (FALLING, "achieved", "on_track"),
    (((30, "25"), (40, "36"), (50, "44"), (60, "56")), "on_track", "on_track"),
])  # fmt: skip
def test_a_forecast_that_misses_lowers_the_pace_by_one_step(bench, values, pace, status):
    found = bench.one(bench.reach(), *values)
    assert (found.pace, found.status) == (pace, status)
    assert ("one step lower" in found.why.status_rule) == (pace != status)


def test_the_rule_names_the_range_and_what_it_misses(bench):
    found = bench.one(bench.reach(), *FLAT)
    low, high = found.forecast.interval
    assert found.why.status_rule == (
        "progress 0.55, expected 60 of 100 days = 0.6: 5 points behind; on track up to 10 behind; "
        f"one step lower, since the forecast of {low} to {high} misses what is worth a score of 0.7"
    )


@pytest.mark.parametrize("kind", ["aspirational", "committed"])
@pytest.mark.parametrize("goal", [Reach(q("100")), Zones(q("100")), Zones(q("100"), q("20"), q("60")), Reach(q("-50"))])
def test_a_forecast_misses_where_its_whole_range_lies_short_of_the_pass_line(bench, kind, goal):
    frame = Frame(bench.cycle, bench.settings, {})
    values, checkins = Values(), [bench.checkin(day, {"o/kr": bench.value(value)}) for day, value in RISING]
    key_result = bench.key_result("kr", goal, baseline="0")
    for count in range(1, len(checkins) + 1):
        said = tuple(checkins[:count])
        standing = stand(
            key_result, Record(said, tuple(c.entries["o/kr"] for c in said), ("o/kr",)), frame, said[-1].at
        )
        values.add(standing, frame)
    found = course(standing, values)
    line = {"aspirational": Fraction(7, 10), "committed": Fraction(1)}[kind]
    level = {"aspirational": {"60": 60, "": 70}, "committed": {}}[kind]
    edge = passing(standing.levels.rungs, line)
    stated = str(goal.target or "") if isinstance(goal, Zones) else ""
    assert Fraction(edge, 10**12) == Fraction(level.get(stated, 100), 100)
    assert not misses(standing, replace(found, end=edge - found.half), kind)
    assert misses(standing, replace(found, end=edge - found.half - 1), kind)
    assert not misses(standing, None, kind)


def test_the_pass_line_is_that_of_the_kind_of_the_objective(bench):
    values = ((30, "30"), (40, "38"), (50, "46"), (60, "54"))
    checkins = [bench.checkin(day, {"o/kr": bench.value(value)}) for day, value in values]
    objectives = [replace(bench.objective(bench.reach()), kind=kind) for kind in ("aspirational", "committed")]
    found = [bench.grade([each], checkins, 60).objectives[0].key_results[0] for each in objectives]
    assert Decimal(70) < found[0].forecast.interval[1].number < Decimal(100)
    assert [each.status for each in found] == ["on_track", "at_risk"]
    assert [each.pace for each in found] == ["on_track", "on_track"]


def test_in_the_quiet_start_nothing_is_lowered(bench):
    values = ((2, "0"), (4, "0"), (6, "0"), (8, "0"))
    assert bench.one(bench.reach(), *values, as_of=bench.day(9, 23)).status == "on_track"
    assert bench.one(bench.reach(), *values, as_of=10).status == "at_risk"
    status = StatusSettings(quiet=Decimal(60), on_track=Decimal(50))
    quiet = Settings(timezone=bench.zone, status=status)
    assert bench.one(bench.reach(), *FLAT, as_of=bench.day(59, 23), settings=quiet).status == "on_track"
    assert bench.one(bench.reach(), *FLAT, as_of=60, settings=quiet).status == "at_risk"


def test_under_a_preset_nothing_is_lowered(bench):
    settings = Settings(timezone=bench.zone, status=PRESETS["gap_16_33"])
    found = bench.one(bench.reach(), *FLAT, settings=settings)
    assert (found.pace, found.status) == ("on_track", "on_track")
    assert found.forecast == bench.one(bench.reach(), *FLAT).forecast, "it is shown all the same"


@pytest.mark.parametrize("curve", ["step", "waypoints"])
def test_where_a_curve_is_given_no_straight_line_lowers_anything(bench, curve):
    corners = (Waypoint(bench.date(90), Fraction(1, 2)),) if curve == "waypoints" else curve
    found = bench.one(bench.reach(curve=corners), *FLAT)
    assert (found.pace, found.status) == ("on_track", "on_track")
    assert found.forecast.probability == bench.one(bench.reach(), *FLAT).forecast.probability, (
        "it is shown all the same"
    )


def test_the_owners_word_stands_over_a_forecast(bench):
    word = Override("on_track", bench.date(80))
    said = [*FLAT[:-1], (60, bench.value("55", override=word))]
    found = bench.one(bench.reach(), *said)
    assert (found.pace, found.status) == ("on_track", "on_track")
    assert "one step lower" in found.why.status_rule, "what it would be is told"
    over = bench.one(bench.reach(), *said, (81, "75"))
    assert over.override is None


@pytest.mark.parametrize(("values", "status"), [(FALLING, "at_risk"), (FLAT, "at_risk"), (((30, "41"), (40, "40"), (50, "40"), (60, "40")), "off_track")])  # fmt: skip
def test_a_guardrail_caps_what_a_forecast_has_lowered(bench, values, status):
    day, last = values[-1]
    found = bench.one(bench.reach(), *values[:-1], (day, bench.value(last, guardrails=BROKEN)))
    assert found.status == status
    assert found.why.status_rule.count("one step lower") == 1


def test_a_point_of_the_past_was_judged_by_the_forecast_of_its_day(bench):
    found = bench.one(bench.reach(), *FLAT, (70, "66"), (80, "77"), (90, "88"))
    assert [point.status for point in found.history] == ["on_track"] * 3 + ["at_risk"] + ["on_track"] * 3
    for point in found.history:
        assert bench.one(bench.reach(), *(each for each in (*FLAT, (70, "66"), (80, "77"), (90, "88"))
                                          if bench.day(each[0]) <= point.at)).status == point.status  # fmt: skip


# ------------------------------------------------------------ what does not change it

decimals = st.decimals(-500, 500, places=2, allow_nan=False).map(Fraction)
histories = st.lists(decimals, min_size=4, max_size=9)


def said_as(numbers, unit="", *, wide=None):
    """Weekly values, with an interval of so much on both sides."""

    def ends(number):
        return None if wide is None else (quantity(number - wide, unit), quantity(number + wide, unit))

    return [
        (7 * week, Entry(value=quantity(number, unit), interval=ends(number))) for week, number in enumerate(numbers, 1)
    ]


def alike(one, other, scale=Fraction(1), shift=Fraction(0)):
    """Whether two grades say the same, the levels of the second being those of the first on another ruler."""
    for name in ("raw", "score", "status", "pace", "band", "flags"):
        assert getattr(one, name) == getattr(other, name), name
    first, second = one.forecast, other.forecast
    for name in ("points", "reason", "probability", "crosses"):
        assert getattr(first, name) == getattr(second, name), name
    step = abs(other.target.base - other.baseline.base) / 100
    ends = [first.end, *first.interval]
    others = [second.end, *(second.interval if scale > 0 else reversed(second.interval))]
    for end, another in zip(ends, others, strict=True):
        assert abs(end.base * scale + shift - another.base) <= step


@settings(max_examples=25)
@given(histories, decimals, decimals, st.none() | st.integers(1, 90))
def test_a_change_of_unit_changes_nothing(bench, numbers, baseline, target, wide):
    if baseline == target:
        return
    found = [
        bench.one(
            bench.key_result(goal=Reach(quantity(target * times, unit)), baseline=quantity(baseline * times, unit)),
            *said_as([number * times for number in numbers], unit, wide=wide and Fraction(wide * times)),
        )
        for times, unit in ((1, "h"), (60, "min"))
    ]
    alike(*found)


@settings(max_examples=25)
@given(
    histories, st.tuples(decimals, decimals), st.none() | st.integers(1, 90),
    st.tuples(st.sampled_from([Fraction(3), Fraction(1, 8), Fraction(10**6), Fraction(-1), Fraction(-5, 2)]), decimals),
)  # fmt: skip
def test_another_ruler_changes_nothing_and_neither_does_a_mirror(bench, numbers, way, wide, ruler):
    (baseline, target), (scale, shift) = way, ruler
    if baseline == target:
        return
    found = [
        bench.one(
            bench.key_result(goal=Reach(quantity(target * by + add)), baseline=quantity(baseline * by + add)),
            *said_as([number * by + add for number in numbers], wide=wide and wide * abs(by)),
        )
        for by, add in ((Fraction(1), Fraction(0)), (scale, shift))
    ]
    alike(*found, scale, shift)


# ------------------------------------------------------------ extremes

extremes = st.builds(
    lambda digits, places: Fraction(digits, 10**places), st.integers(-(10**15), 10**15), st.sampled_from([0, 2, 15])
) | st.sampled_from([Fraction(0), Fraction(10**15), Fraction(-(10**15)), Fraction(1, 10**15), Fraction(-1, 10**15)])  # fmt: skip


@settings(max_examples=50)
@given(extremes, extremes, st.lists(extremes, min_size=4, max_size=7), st.none() | extremes.map(abs))
def test_no_finite_number_breaks_a_forecast(bench, baseline, target, numbers, wide):
    if baseline == target:
        return
    key_result = bench.key_result(goal=Reach(quantity(target)), baseline=quantity(baseline))
    found = bench.one(key_result, *said_as(numbers, wide=wide))
    assert 0 <= found.score <= 1
    assert 0 <= found.forecast.probability < 1
    for end in (found.forecast.end, *found.forecast.interval):
        assert end.number.is_finite()
    low, high = found.forecast.interval
    assert low.number <= found.forecast.end.number <= high.number
    for each in found.forecast.working:
        assert not any(word in each.value for word in ("nan", "inf", "E+", "E-"))


@pytest.mark.parametrize(("baseline", "target", "value"), [
    ("0", "0.000000000000001", "0"), ("0", "0.000000000000001", "1000000000000000"),
    ("0", "1000000000000000", "0.3"), ("-1000000000000000", "1000000000000000", "1000000000000000"),
])  # fmt: skip
def test_equal_values_at_the_ends_of_what_can_be_written(bench, baseline, target, value):
    key_result = bench.key_result(baseline=baseline, target=target)
    found = bench.one(key_result, *((day, value) for day in DAYS))
    assert abs(found.forecast.end.base - q(value).base) < abs(q(target).base - q(baseline).base) / 100
    assert told(found, "slope").startswith("0 a day")
    assert "(0 ÷" not in told(found, "probability"), "the smallest way has a width that is seen"


def test_a_history_of_hundreds_of_days_takes_no_time(bench):
    long = type(bench)()
    long.cycle = Cycle("autumn", date(2026, 1, 1), date(2027, 12, 31))
    values = random.Random(5)  # noqa: S311  a simulation
    said = [(long.day(day), str(values.randint(0, 100))) for day in range(1, 401)]
    start = process_time()
    found = long.one(long.reach(deadline=long.cycle.last), *said, as_of=long.day(401))
    assert found.forecast.points == 400
    assert process_time() - start < 5
    assert found.at == long.day(400)
    assert said[-1][0] - said[0][0] == timedelta(days=399)
