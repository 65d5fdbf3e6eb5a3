"""Many scores as one."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrengine.config import Settings
from okrengine.grade.rollup import Child, roll_up, worst
from okrengine.model import Cycle, Entry, Maintain, Override
from okrengine.quantity import Quantity


def scores(bench, *rows, as_of=50, policy="exclude", **given):
    """An objective whose key results have these values (or entries) and weights."""
    key_results = [bench.reach(f"k{number}", weight=Fraction(weight)) for number, (_, weight) in enumerate(rows)]
    said = {
        f"o/k{number}": value if isinstance(value, Entry) else bench.value(value)
        for number, (value, _) in enumerate(rows)
    }
    settings = Settings(timezone=bench.zone, missing=policy)
    objective = bench.objective(*key_results, **given)
    return bench.grade([objective], [bench.checkin(as_of, said)], as_of, settings=settings).objectives[0]


NONE = Entry(missing="source_failed")


def test_an_objective_is_the_weighted_mean(bench):
    assert scores(bench, ("60", 2), ("30", 1)).score == Fraction(1, 2)
    assert scores(bench, ("60", 0), ("30", 1)).score == Fraction(3, 10)
    assert scores(bench, ("60", Fraction(1, 3)), ("30", Fraction(1, 6))).score == Fraction(1, 2)


def test_below_0_counts_as_0_and_above_1_as_1(bench):
    assert scores(bench, ("-50", 1), ("80", 1)).score == Fraction(2, 5)
    assert scores(bench, ("150", 1), ("40", 1)).score == Fraction(7, 10)


def test_all_weights_0_give_no_score(bench):
    found = scores(bench, ("60", 0), ("30", 0))
    assert (found.score, found.expected, found.coverage) == (None, None, (2, 2))


@pytest.mark.parametrize(
    ("policy", "score", "expected"),
    [
        ("exclude", Fraction(1, 2), Fraction(1, 2)),
        ("zero", Fraction(3, 8), Fraction(1, 2)),
        ("block", None, None),
    ],
)
def test_missing_is_left_out_or_zero_or_blocks_and_is_always_named(bench, policy, score, expected):
    found = scores(bench, ("60", 2), (NONE, 1), ("30", 1), policy=policy)
    assert found.score == score
    assert found.expected == expected
    assert found.coverage == (2, 3)
    assert found.missing == ("t/o/k1",)
    assert found.status == "at_risk"


def test_what_weighs_nothing_blocks_nothing(bench):
    assert scores(bench, ("60", 1), (NONE, 0), policy="block").score == Fraction(3, 5)


def test_no_data_at_all_is_null_and_never_0(bench):
    for policy in ("exclude", "block"):
        found = scores(bench, (NONE, 1), (NONE, 1), policy=policy)
        assert (found.score, found.expected, found.status, found.coverage) == (None, None, None, (0, 2))
    assert scores(bench, (NONE, 1), policy="zero").score == 0


def test_stale_and_low_samples_have_a_value_and_count(bench):
    found = scores(bench, (bench.value("60", n=3), 1), (bench.value("20", n=300), 1))
    assert [each.status for each in found.key_results] == ["low_sample", "off_track"]
    assert (found.score, found.coverage) == (Fraction(2, 5), (2, 2))


def test_a_baseline_to_be_measured_is_outside(bench):
    waiting = bench.key_result("w", measure_by=date(2026, 10, 15), weight=Fraction(9))
    said = {"o/kr": bench.value("60"), "o/w": bench.value("7", confidence=Fraction(0))}
    for policy in ("exclude", "zero", "block"):
        settings = Settings(timezone=bench.zone, missing=policy)
        found = bench.grade(
            [bench.objective(bench.reach(), waiting)], [bench.checkin(50, said)], 50, settings=settings
        ).objectives[0]
        assert (found.score, found.coverage, found.missing) == (Fraction(3, 5), (1, 1), ())
        assert found.confidence is None
    alone = bench.grade([bench.objective(waiting)], [], 50)
    assert (alone.score, alone.coverage, alone.objectives[0].coverage) == (None, (0, 0), (0, 0))


def test_a_baseline_never_captured_stays_outside_when_the_cycle_is_closed(bench):
    waiting = bench.key_result("w", measure_by=date(2026, 10, 15))
    closing = bench.checkin(100, {"o/kr": bench.value("60")}, verdicts={})
    found = bench.grade([bench.objective(bench.reach(), waiting)], [closing], 100).objectives[0]
    assert (found.coverage, found.status) == ((1, 1), "closed")


def test_expected_is_the_mean_of_the_same_children(bench):
    early = bench.reach("early", deadline=bench.date(50), weight=Fraction(3))
    level = bench.key_result("level", Maintain(Quantity.parse("85%")), weight=Fraction(2))
    said = {"o/early": NONE, "o/kr": bench.value("60"), "o/level": bench.value("90%")}
    objective = bench.objective(early, bench.reach(), level)
    found = bench.grade([objective], [bench.checkin(50, said)], 50).objectives[0]
    assert found.score == Fraction(3, 5) / 3 + Fraction(2, 3)
    assert found.expected == Fraction(1, 2) / 3 + Fraction(2, 3)


def test_the_status_is_that_of_the_worst_child_that_can_be_judged(bench):
    assert scores(bench, ("60", 1), ("30", 1), (NONE, 1)).status == "at_risk"
    assert scores(bench, ("100", 1), ("60", 1)).status == "on_track"
    assert scores(bench, ("100", 1), (bench.value("0", n=1), 1)).status == "achieved"
    assert scores(bench, ("100", 1), ("-9", 0)).status == "off_track"
    word = Override("off_track", bench.date(60))
    assert scores(bench, (bench.value("100", override=word), 1)).status == "off_track"
    assert scores(bench, (NONE, 1)).status is None
    assert worst(["closed", None, "no_data"]) == "closed"
    assert worst([]) is None


def test_confidence_is_a_plain_mean_of_what_is_stated(bench):
    sure, unsure = Fraction(9, 10), Fraction(2, 10)
    rows = [(bench.value("60", confidence=sure), 5), (bench.value("60", confidence=unsure), 1), ("60", 1)]
    assert scores(bench, *rows).confidence == Fraction(11, 20)
    assert scores(bench, ("60", 1)).confidence is None


def test_a_cycle_is_the_mean_of_its_objectives(bench):
    one = bench.objective(bench.reach("a", objective="t/x"), bench.reach("b", objective="t/x"), name="x")
    two = bench.objective(bench.reach("c", objective="t/y", weight=Fraction(7)), name="y")
    three = bench.objective(bench.reach("d", objective="t/z"), name="z")
    said = {
        "x/a": bench.value("20", confidence=Fraction(1, 2)),
        "x/b": bench.value("40"),
        "y/c": bench.value("90", confidence=Fraction(1)),
        "z/d": NONE,
    }
    card = bench.grade([one, two, three], [bench.checkin(50, said)], 50)
    assert [objective.score for objective in card.objectives] == [Fraction(3, 10), Fraction(9, 10), None]
    assert (card.score, card.expected, card.status) == (Fraction(3, 5), Fraction(1, 2), "off_track")
    assert (card.coverage, card.confidence) == ((2, 3), Fraction(3, 4))
    zero = Settings(timezone=bench.zone, missing="zero")
    assert bench.grade([one, two, three], [bench.checkin(50, said)], 50, settings=zero).score == Fraction(2, 5)
    block = Settings(timezone=bench.zone, missing="block")
    assert bench.grade([one, two, three], [bench.checkin(50, said)], 50, settings=block).score is None


def test_an_objective_without_any_weight_is_no_part_of_the_cycle(bench):
    watched = bench.objective(bench.reach("w", objective="t/x", weight=Fraction(0)), name="x")
    said = bench.checkin(50, {"o/kr": bench.value("60"), "x/w": bench.value("20")})
    card = bench.grade([bench.objective(bench.reach()), watched], [said], 50)
    assert (card.score, card.coverage) == (Fraction(3, 5), (1, 1))


def test_an_empty_cycle_has_no_score(bench):
    card = bench.grade([], [], 50)
    assert (card.score, card.status, card.coverage, card.objectives) == (None, None, (0, 0), ())
    assert bench.grade([bench.objective()], [], 50).coverage == (0, 0)


def test_other_cycles_are_left_out(bench):
    other = Cycle("winter", date(2027, 1, 10), date(2027, 3, 31))
    mine, later = bench.objective(bench.reach()), bench.objective(bench.reach(objective="t/w"), name="w", cycle=other)
    said = [
        bench.checkin(50, {"o/kr": bench.value("60")}),
        bench.checkin(51, {"o/kr": bench.value("9")}, cycle="winter"),
    ]
    card = bench.grade([later, mine], said, 60)
    assert [objective.objective.id for objective in card.objectives] == ["o"]
    assert card.score == Fraction(3, 5)


# ------------------------------------------------------------ alignment


def aligned(bench, name, *supports, line=1):
    return bench.objective(
        bench.reach(objective=f"t/{name}"), name=name, supports=supports, file="okrs/t.yaml", line=line
    )


def test_a_diamond_counts_everything_once(bench):
    top, left = aligned(bench, "top", line=1), aligned(bench, "left", "t/top", line=2)
    right, foot = aligned(bench, "right", "t/top/kr", line=3), aligned(bench, "foot", "t/left", "t/right", line=4)
    values = {"top/kr": "10", "left/kr": "20", "right/kr": "30", "foot/kr": "80"}
    said = bench.checkin(50, {key: bench.value(value) for key, value in values.items()})
    card = bench.grade([foot, right, left, top], [said], 50)
    assert {each.objective.id: each.supporters for each in card.objectives} == {
        "top": ("t/left", "t/right"),
        "left": ("t/foot",),
        "right": ("t/foot",),
        "foot": (),
    }
    assert card.score == Fraction(35, 100)
    assert card.objectives[0].score == Fraction(1, 10)


def test_supporting_an_objective_twice_is_supporting_it_once(bench):
    top, child = aligned(bench, "top"), aligned(bench, "child", "t/top", "t/top/kr", "t/top", line=2)
    assert bench.grade([top, child], [], 50).objectives[0].supporters == ("t/child",)


def test_a_name_that_begins_alike_supports_nothing(bench):
    top, longer = aligned(bench, "top"), aligned(bench, "topmost", line=2)
    child = aligned(bench, "child", "t/topmost", line=3)
    assert [each.supporters for each in bench.grade([top, longer, child], [], 50).objectives] == [(), ("t/child",), ()]


# ------------------------------------------------------------ properties

shares = st.none() | st.fractions(0, 1, max_denominator=1000)
children = st.lists(
    st.builds(
        Child,
        address=st.just("t/o"),
        weight=st.fractions(0, 10, max_denominator=10),
        score=shares,
        expected=st.fractions(0, 1, max_denominator=100),
        status=st.sampled_from(["achieved", "on_track", "at_risk", "off_track", "no_data", "stale"]),
        confidence=shares,
        counts=st.booleans(),
    ),
    max_size=6,
)


@given(children, st.randoms())
def test_a_mean_lies_within_and_knows_no_order(given_children, random):
    shuffled = list(given_children)
    random.shuffle(shuffled)
    for policy in ("exclude", "zero", "block"):
        found, again = roll_up(given_children, policy), roll_up(shuffled, policy)
        unordered = {"missing": (), "why": None}
        assert replace(found, **unordered) == replace(again, **unordered)
        assert found.score is None or 0 <= found.score <= 1
        assert found.coverage[0] + len(found.missing) == found.coverage[1]


@given(children)
def test_zero_is_never_better_than_exclude(given_children):
    left_out, zero = roll_up(given_children, "exclude").score, roll_up(given_children, "zero").score
    assert left_out is None or zero <= left_out
