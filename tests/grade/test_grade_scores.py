"""What each kind of key result is worth."""

from datetime import date
from fractions import Fraction

import pytest

from okrengine.grade import band, raw, resolve_target, score
from okrengine.model import Entry, Maintain, Milestone, Milestones, Reach, Zones
from okrengine.quantity import Quantity

q = Quantity.parse


@pytest.mark.parametrize(
    ("way", "value", "expected", "flag"),
    [
        (("10%", "3%"), "12%", Fraction(-2, 7), "regressed"),
        (("50", "70"), "75", Fraction(5, 4), "exceeded"),
        (("-20", "10"), "-5", Fraction(1, 2), None),
        (("8.5", "9.0"), "8.85", Fraction(7, 10), None),
        (("48 h", "24 h"), "31.5 h", Fraction(11, 16), None),
        (("2 d", "24 h"), "1890 min", Fraction(11, 16), None),
        (("80", "90"), "84", Fraction(2, 5), None),
        (("50", "70"), "74", Fraction(6, 5), "exceeded"),
        (("0", "50"), "20", Fraction(2, 5), None),
        (("0", "50"), "0", Fraction(0), None),
        (("0", "50"), "50", Fraction(1), None),
    ],
)
def test_reach_is_the_signed_share_of_the_way(bench, way, value, expected, flag):
    baseline, target = way
    found = bench.one(bench.key_result(baseline=baseline, target=target), (50, value))
    assert found.raw == expected
    assert found.score == min(max(expected, 0), 1)
    assert [name for name in ("regressed", "exceeded") if name in found.flags] == ([flag] if flag else [])


def test_equal_baseline_and_target_is_undefined_and_no_crash(bench):
    found = bench.one(bench.key_result(baseline="5", target="5"), (50, "5"))
    assert (found.raw, found.score, found.band, found.status) == (None, None, None, "no_data")
    assert found.missing == "undefined"
    assert "does not lead one way" in found.why.formula
    assert raw(Fraction(5), Fraction(5), Fraction(5)) is None
    assert score(None) is None
    assert band(None) is None


def test_units_that_do_not_fit_are_undefined_and_no_crash(bench):
    found = bench.one(bench.key_result(baseline="48 h", target="24 h"), (50, "80%"))
    assert (found.score, found.missing) == (None, "undefined")


def test_a_bare_value_has_the_unit_of_the_target(bench):
    assert bench.one(bench.key_result(baseline="48 h", target="24 h"), (50, "36")).score == Fraction(1, 2)
    assert bench.one(bench.key_result(baseline="48", target="24 h"), (50, "36 h")).score == Fraction(1, 2)


@pytest.mark.parametrize(
    ("baseline", "change", "expected"),
    [
        ("15%", "-20%", "12%"),
        ("15%", "-5 pp", "10%"),
        ("10%", "-20%", "8%"),
        ("10%", "-2 pp", "8%"),
        ("1200", "10%", "1320"),
        ("15.0", "-10 pp", "5%"),
        ("48 h", "-50%", "24 h"),
        ("-20 points", "10%", "-18 points"),
        ("123456789.123456789%", "-7.7777777%", "113854594.509876541396021947%"),
    ],
)
def test_a_relative_target_is_resolved_against_the_baseline(baseline, change, expected):
    found = resolve_target(Reach(change=q(change)), q(baseline))
    assert str(found) == expected


def test_a_change_that_does_not_fit_the_baseline_gives_no_target(bench):
    assert resolve_target(Reach(change=q("-2 pp")), q("48 h")) is None
    found = bench.one(bench.key_result("kr", Reach(change=q("-2 pp")), baseline="48 h"), (50, "40 h"))
    assert (found.score, found.target, found.missing) == (None, None, "undefined")


def test_a_relative_target_is_reached_like_any_other(bench):
    found = bench.one(bench.key_result("kr", Reach(change=q("-20%")), baseline="15%"), (50, "12.9%"))
    assert (str(found.target), found.score, found.band) == ("12%", Fraction(7, 10), "green")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0", Fraction(0)),
        ("1.5", Fraction(3, 20)),
        ("3", Fraction(3, 10)),
        ("5", Fraction(1, 2)),
        ("7", Fraction(7, 10)),
        ("8.5", Fraction(17, 20)),
        ("10", Fraction(1)),
        ("13", Fraction(13, 10)),
        ("-1", Fraction(-1, 10)),
    ],
)
def test_zones_are_straight_between_their_levels(bench, value, expected):
    found = bench.one(bench.key_result("kr", Zones(q("10"), q("3"), q("7")), baseline="0"), (50, value))
    assert found.raw == expected
    assert ("exceeded" in found.flags) == (expected > 1)
    assert ("regressed" in found.flags) == (expected < 0)
    assert str(found.target) == "7"


def test_zones_bend_at_commit_and_target(bench):
    zones = Zones(stretch=q("10 h"), commit=q("40 h"), target=q("20 h"))
    graded = [
        bench.one(bench.key_result("kr", zones, baseline="48 h"), (50, v)).score
        for v in ("48 h", "44 h", "40 h", "30 h", "20 h", "15 h", "10 h")
    ]
    assert graded == [
        Fraction(0),
        Fraction(3, 20),
        Fraction(3, 10),
        Fraction(1, 2),
        Fraction(7, 10),
        Fraction(17, 20),
        Fraction(1),
    ]


def test_zones_left_out_lie_at_30_and_70_percent_of_the_way(bench):
    key_result = bench.key_result("kr", Zones(q("20")), baseline="10")
    assert [bench.one(key_result, (50, v)).score for v in ("13", "15", "17")] == [
        Fraction(3, 10),
        Fraction(1, 2),
        Fraction(7, 10),
    ]
    assert str(bench.one(key_result, (50, "13")).target) == "17"


@pytest.mark.parametrize(("zones", "value"), [(Zones(q("10"), None, q("2")), "1"), (Zones(q("10"), q("8"), None), "8")])
def test_a_zone_left_out_makes_no_bend_where_it_would_not_fit(bench, zones, value):
    found = bench.one(bench.key_result("kr", zones, baseline="0"), (50, value))
    assert found.score == (Fraction(7, 20) if value == "1" else Fraction(3, 10))


def test_a_distance_of_another_unit_is_undefined(bench):
    key_result = bench.key_result("kr", Maintain(q("85%"), score="distance"), baseline="2 h")
    assert bench.one(key_result, (50, "80%")).missing == "undefined"
    level = bench.key_result("kr", Maintain(q("85%")))
    found = bench.one(level, (50, "2 h"))
    assert (found.score, found.status, found.why.formula) == (None, "no_data", "no score: 85%, 2 h are not of one unit")


def test_zones_out_of_order_are_undefined(bench):
    found = bench.one(bench.key_result("kr", Zones(q("10"), q("8"), q("7")), baseline="0"), (50, "5"))
    assert (found.score, found.missing) == (None, "undefined")


@pytest.mark.parametrize(
    ("low", "high", "value", "inside"),
    [("85%", None, "85%", True), ("85%", None, "84.9%", False), (None, "5%", "5%", True), (None, "5%", "5.1%", False),
     ("2 h", "4 h", "120 min", True), ("2 h", "4 h", "241 min", False), ("85", None, "85%", True)],
)  # fmt: skip
def test_a_level_holds_within_inclusive_limits(bench, low, high, value, inside):
    goal = Maintain(low and q(low), high and q(high))
    found = bench.one(bench.key_result("kr", goal), (50, value))
    assert (found.raw, found.score) == ((1, 1) if inside else (0, 0))
    assert (found.status, found.pace) == (("on_track",) * 2 if inside else ("off_track",) * 2)
    assert found.expected == 1


def test_a_level_may_be_scored_by_the_share_of_checkins(bench):
    said = [(day, bench.value("90%" if day <= 9 else "80%")) for day in range(1, 14)]
    found = bench.one(bench.key_result("kr", Maintain(q("85%"), score="share")), *said)
    assert found.score == Fraction(9, 13)
    assert found.why.formula == "9 of 13 check-ins at least 85% = 9/13 = 0.692307…"
    assert found.status == "off_track"


def test_a_checkin_without_a_value_is_no_part_of_the_share(bench):
    goal = Maintain(q("85%"), score="share")
    found = bench.one(bench.key_result("kr", goal), (1, "90%"), (2, Entry(missing="source_failed")), (3, "80%"))
    assert found.score == Fraction(1, 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("85%", Fraction(1)),
        ("82%", Fraction(4, 5)),
        ("70%", Fraction(0)),
        ("67%", Fraction(-1, 5)),
        ("95%", Fraction(1)),
        ("98%", Fraction(4, 5)),
    ],
)
def test_a_level_may_be_scored_by_the_distance_to_it(bench, value, expected):
    goal = Maintain(q("85%"), q("95%"), "distance")
    found = bench.one(bench.key_result("kr", goal, baseline="70%"), (50, value))
    assert found.raw == expected
    assert ("regressed" in found.flags) == (expected < 0)


def test_a_distance_needs_a_slope(bench):
    inside = bench.key_result("kr", Maintain(q("85%"), score="distance"), baseline="90%")
    assert bench.one(inside, (50, "84%")).score == 0
    waiting = bench.key_result("kr", Maintain(q("85%"), score="distance"), measure_by=date(2026, 10, 15))
    assert bench.one(waiting, (50, "84%")).status == "baselining"


STEPS = Milestones((Milestone("a", date(2026, 10, 31)), Milestone("b", date(2026, 12, 15), weight=Fraction(3))))


def test_milestones_are_the_weight_that_is_done(bench):
    said = Entry(milestones={"a": date(2026, 10, 30)})
    found = bench.one(bench.key_result("kr", STEPS), (40, said))
    assert (found.score, found.expected, found.status) == (Fraction(1, 4), Fraction(1, 4), "on_track")
    later = bench.one(bench.key_result("kr", STEPS), (40, said), (60, Entry(note="on it")))
    assert later.score == Fraction(1, 4)
    both = bench.one(bench.key_result("kr", STEPS), (40, said), (60, Entry(milestones={"b": bench.date(59)})))
    assert (both.score, both.status) == (Fraction(1), "achieved")


def test_milestones_may_be_done_in_the_file(bench):
    steps = Milestones((Milestone("a", bench.date(30), done=bench.date(20)), Milestone("b", bench.date(60))))
    objective = bench.objective(bench.key_result("kr", steps))
    assert bench.grade([objective], [], 19).objectives[0].key_results[0].status == "no_data"
    found = bench.grade([objective], [], 21).objectives[0].key_results[0]
    assert (found.score, found.status, found.at) == (Fraction(1, 2), "on_track", bench.day(20, hour=0))


def test_milestones_that_nobody_spoke_of_are_unknown_and_not_0(bench):
    objective = bench.objective(bench.key_result("kr", STEPS))
    found = bench.grade([objective], [], 50).objectives[0].key_results[0]
    assert (found.score, found.status, found.missing) == (None, "no_data", "not_stated")
    spoken = bench.grade([objective], [bench.checkin(50, {})], 50).objectives[0].key_results[0]
    assert (spoken.score, spoken.missing) == (Fraction(0), None)


def test_milestones_count_each_once_and_ignore_strangers(bench):
    said = Entry(milestones={"a": bench.date(10), "gone": bench.date(11)})
    assert bench.one(bench.key_result("kr", STEPS), (40, said), (41, said)).score == Fraction(1, 4)


def test_weightless_milestones_are_undefined(bench):
    steps = Milestones((Milestone("a", bench.date(30), weight=Fraction(0)),))
    assert bench.one(bench.key_result("kr", steps), (40, Entry())).missing == "undefined"


def test_a_manual_value_is_scored_like_any_other(bench):
    key_result = bench.reach(metric="manual")
    assert bench.one(key_result, (50, "60")).score == Fraction(3, 5)
    assert bench.one(key_result, (50, Entry(note="no number"))).missing == "not_stated"
    nothing = bench.grade([bench.objective(key_result)], [], 50).objectives[0].key_results[0]
    assert (nothing.missing, nothing.status) == ("not_stated", "no_data")


def test_a_baseline_that_is_not_measured_yet_gives_no_score(bench):
    key_result = bench.key_result(target="90%", measure_by=date(2026, 10, 15))
    found = bench.one(key_result, (5, "70%"))
    assert (found.status, found.score, found.baseline, str(found.target)) == ("baselining", None, None, "90%")
    assert bench.one(key_result, (5, "70%"), as_of=80).status == "baselining"


def test_the_first_captured_baseline_counts(bench):
    key_result = bench.key_result(target="90%", measure_by=date(2026, 10, 15))
    first, second = Entry(value=q("60%"), baseline=q("60%")), Entry(value=q("75%"), baseline=q("75%"))
    assert bench.one(key_result, (5, first)).score == 0
    found = bench.one(key_result, (5, first), (12, second), (19, "81%"))
    assert (str(found.baseline), found.score) == ("60%", Fraction(7, 10))
    stated = bench.key_result(target="90%", baseline="70%")
    assert str(bench.one(stated, (5, first)).baseline) == "70%"


def test_relative_targets_wait_for_their_baseline(bench):
    key_result = bench.key_result("kr", Reach(change=q("-20%")), measure_by=date(2026, 10, 15))
    assert bench.one(key_result, (5, "10%")).target is None
    found = bench.one(key_result, (5, Entry(value=q("10%"), baseline=q("10%"))), (12, "9%"))
    assert (str(found.target), found.score) == ("8%", Fraction(1, 2))


@pytest.mark.parametrize(
    ("worth", "expected"),
    [
        (Fraction(0), "red"),
        (Fraction(2999999, 10**7), "red"),
        (Fraction(3, 10), "amber"),
        (Fraction(6999999, 10**7), "amber"),
        (Fraction(7, 10), "green"),
        (Fraction(1), "green"),
    ],
)
def test_bands_are_half_open(worth, expected):
    assert band(worth) == expected
