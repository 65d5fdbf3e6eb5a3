"""Nothing between a file and a score is a float, and what lies on an edge is on its upper side."""

import ast
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import okrengine.grade
from okrengine.config import Settings
from okrengine.grade import grade
from okrengine.model import CheckIn, Cycle, Entry, KeyResult, Measure, Objective, Reach, Zones
from okrengine.quantity import Quantity, plain

q = Quantity.parse
CYCLE = Cycle("c", date(2026, 1, 1), date(2026, 3, 31))
AT = datetime(2026, 2, 1, tzinfo=UTC)
EDGES = {Fraction(0): "red", Fraction(3, 10): "amber", Fraction(7, 10): "green", Fraction(1): "green"}

decimals = st.builds(lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**9), 10**9),
                     st.integers(0, 5))  # fmt: skip
units = st.sampled_from([("", ""), ("%", "%"), ("h", "min"), ("d", "h"), ("points", "points")])


def graded(goal, baseline, value):
    key_result = KeyResult("k", "t/o/k", "k", None, Measure("m"), goal, CYCLE.last, baseline)
    objective = Objective("o", "t/o", "t", CYCLE, "o", "aspirational", None, (key_result,))
    said = CheckIn("c", "t", AT, "x", {"o/k": Entry(value)})
    card = grade([objective], [said], cycle=CYCLE, as_of=AT, settings=Settings(), metrics={})
    return card.objectives[0].key_results[0]


def written(number, unit):
    """An exact number as it would stand in a file."""
    places = next(p for p in range(40) if (number * 10**p).denominator == 1)
    return q_long(plain(Decimal((int(number < 0), tuple(map(int, str(abs(int(number * 10**places))))), -places))), unit)


def q_long(text, unit):
    return Quantity(Decimal(text), unit)


def on_edge(baseline, target, edge):
    return Fraction(baseline) + edge * (Fraction(target) - Fraction(baseline))


@given(decimals, decimals, units, st.sampled_from(sorted(EDGES)))
def test_a_value_on_an_edge_is_in_the_upper_band(baseline, target, unit, edge):
    if baseline == target:
        return
    large, small = unit
    times = {("h", "min"): 60, ("d", "h"): 24}.get(unit, 1)
    found = graded(
        Reach(Quantity(target, large)),
        Quantity(baseline, large),
        written(on_edge(baseline, target, edge) * times, small),
    )
    assert found.raw == found.score == edge
    assert found.band == EDGES[edge]
    assert found.why.formula.endswith(f"= {plain(Decimal(edge.numerator) / edge.denominator)}")


@given(decimals, decimals, st.sampled_from([Fraction(3, 10), Fraction(7, 10)]), st.integers(1, 12))
def test_a_value_just_short_of_an_edge_is_in_the_lower_band(baseline, target, edge, places):
    if baseline == target:
        return
    short = on_edge(baseline, target, edge) - (Fraction(target) - Fraction(baseline)) / 10**places / 10
    found = graded(Reach(Quantity(target)), Quantity(baseline), written(short, ""))
    assert found.score < edge
    assert found.band == {Fraction(3, 10): "red", Fraction(7, 10): "amber"}[edge]


@given(decimals, decimals, st.sampled_from(sorted(EDGES)))
def test_zones_left_out_keep_the_edges_exact(baseline, stretch, edge):
    if baseline == stretch:
        return
    found = graded(Zones(Quantity(stretch)), Quantity(baseline), written(on_edge(baseline, stretch, edge), ""))
    assert (found.raw, found.band) == (edge, EDGES[edge])


@given(decimals, st.decimals(-90, 90, places=3), st.sampled_from(sorted(EDGES)))
def test_relative_targets_keep_the_edges_exact(baseline, change, edge):
    if not baseline or not change:
        return
    target = Fraction(baseline) + abs(Fraction(baseline)) * Fraction(change) / 100
    value = written(Fraction(baseline) + edge * (target - Fraction(baseline)), "")
    found = graded(Reach(change=Quantity(change, "%")), Quantity(baseline), value)
    assert (found.raw, found.band) == (edge, EDGES[edge])
    assert found.target.base == target


@given(decimals, decimals, st.lists(decimals, min_size=2, max_size=6))
def test_nearer_to_the_target_is_never_worth_less(baseline, target, values):
    if baseline == target:
        return
    ordered = sorted(values, reverse=target < baseline)
    worth = [graded(Reach(Quantity(target)), Quantity(baseline), Quantity(value)) for value in ordered]
    assert [each.raw for each in worth] == sorted(each.raw for each in worth)
    assert [each.score for each in worth] == sorted(each.score for each in worth)


@given(
    st.lists(decimals, min_size=4, max_size=4, unique=True), st.lists(decimals, min_size=2, max_size=6), st.booleans()
)
def test_zones_never_fall_on_the_way_up(levels, values, down):
    baseline, commit, target, stretch = (Quantity(each) for each in sorted(levels, reverse=down))
    ordered = sorted(values, reverse=down)
    worth = [graded(Zones(stretch, commit, target), baseline, Quantity(value)).raw for value in ordered]
    assert worth == sorted(worth)


def test_the_edge_that_floats_miss():
    assert (8.85 - 8.5) / (9.0 - 8.5) < 0.7
    found = graded(Reach(q("9.0")), q("8.5"), q("8.85"))
    assert (found.score, found.band) == (Fraction(7, 10), "green")
    assert found.why.formula == "(8.85 − 8.5) ÷ (9 − 8.5) = 0.7"


FILES = sorted(Path(okrengine.grade.__file__).parent.glob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_float_is_written_in_the_room(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Constant) and isinstance(node.value, float | complex)), node.lineno
        assert not (isinstance(node, ast.Name) and node.id in ("float", "complex", "math")), node.lineno
        assert not (isinstance(node, ast.Attribute) and node.attr == "total_seconds"), node.lineno


def test_the_room_is_not_empty():
    assert len(FILES) > 10
