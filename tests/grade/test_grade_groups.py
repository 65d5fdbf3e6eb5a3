"""A cycle by its tags: each value with what bears it, graded as one."""

from fractions import Fraction
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrengine.config import Settings
from okrengine.grade import groups, tags
from okrengine.grade.rollup import Child, roll_up
from okrengine.model import Entry

NONE = Entry(missing="source_failed")


def scorecard(bench, *rows, policy="exclude"):
    """Objectives with their tags; each row ends with the value, the weight and the tags of each key result."""
    objectives, said = [], {}
    for at, (own, *key_results) in enumerate(rows):
        lines = []
        for number, (value, weight, borne) in enumerate(key_results):
            lines.append(bench.reach(f"k{number}", objective=f"t/o{at}", weight=Fraction(weight), tags=borne))
            said[f"o{at}/k{number}"] = value if isinstance(value, Entry) else bench.value(value)
        objectives.append(bench.objective(*lines, name=f"o{at}", tags=own, file=f"okrs/{at}.yaml"))
    settings = Settings(timezone=bench.zone, missing=policy)
    return bench.grade(objectives, [bench.checkin(50, said)], 50, settings=settings), settings


def told(bench, *rows, tag="stage", policy="exclude"):
    """Each group as its value, its score and what stands in it."""
    card, settings = scorecard(bench, *rows, policy=policy)
    return {
        group.value: (group.score, [[each.key_result.id for each in o.key_results] for o in group.objectives])
        for group in groups(card, tag, settings)
    }


def test_a_group_is_the_mean_of_its_objectives(bench):
    care, sale = {"stage": "care"}, {"stage": "sale"}
    found = told(bench, (care, ("60", 1, {}), ("20", 1, {})), (sale, ("80", 1, {})), (care, ("100", 1, {})))
    assert found == {"care": (Fraction(7, 10), [["k0", "k1"], ["k0"]]), "sale": (Fraction(4, 5), [["k0"]])}


def test_an_objective_of_two_values_stands_in_both_groups_and_counts_once_in_the_cycle(bench):
    card, settings = scorecard(bench, ({"stage": ["care", "sale", "care"]}, ("60", 1, {})), ({}, ("20", 1, {})))
    found = {group.value: group for group in groups(card, "stage", settings)}
    assert [(value, group.score, group.coverage) for value, group in found.items()] == [
        ("care", Fraction(3, 5), (1, 1)),
        ("sale", Fraction(3, 5), (1, 1)),
        (None, Fraction(1, 5), (1, 1)),
    ]
    assert (card.score, card.coverage) == (Fraction(2, 5), (2, 2))


def test_a_key_result_bears_its_own_value_else_that_of_its_objective(bench):
    found = told(bench, ({"stage": "care"}, ("60", 2, {}), ("20", 1, {"stage": "sale"}), ("0", 1, {"else": "x"})))
    assert found == {"care": (Fraction(2, 5), [["k0", "k2"]]), "sale": (Fraction(1, 5), [["k1"]])}


def test_a_part_of_an_objective_is_graded_by_its_key_results_there(bench):
    card, settings = scorecard(bench, ({}, ("90", 1, {"stage": "sale"}), ("0", 1, {}), (NONE, 1, {"stage": "sale"})))
    sale, rest = groups(card, "stage", settings)
    (part,) = sale.objectives
    assert (part.score, part.status, part.coverage, part.missing) == (Fraction(9, 10), "on_track", (1, 2), ("t/o0/k2",))
    assert part.why.formula == "(1 × 0.9) ÷ 1 = 0.9"
    assert (rest.score, rest.status) == (0, "off_track")


@pytest.mark.parametrize(("policy", "score"), [("exclude", Fraction(1)), ("zero", Fraction(1, 2)), ("block", None)])
def test_what_has_no_value_is_treated_as_in_the_cycle(bench, policy, score):
    care = {"stage": "care"}
    assert told(bench, (care, ("100", 1, {})), (care, (NONE, 1, {})), policy=policy)["care"][0] == score


def test_values_are_named_as_they_are_written(bench):
    rows = [({"stage": value}, ("1", 1, {})) for value in ("care", 3, True, [], None)]
    assert list(told(bench, *rows)) == ["care", "3", "true", None]


def test_by_team(bench):
    assert list(told(bench, ({"team": "other"}, ("1", 1, {})), tag="team")) == ["t"]


def test_an_objective_without_key_results_stands_by_its_own_tag(bench):
    assert told(bench, ({"stage": "care"},)) == {"care": (None, [[]])}


def test_tags_in_use(bench):
    card, _ = scorecard(bench, ({"stage": 1}, ("1", 1, {"touchpoint": 1})), ({"department": 1, "stage": 2},))
    assert tags(each.objective for each in card.objectives) == ("team", "stage", "touchpoint", "department")


@given(scores=st.lists(st.integers(0, 100), min_size=1, max_size=6), data=st.data())
def test_a_group_equals_the_roll_up_of_what_is_in_it(bench, scores, data):
    bears = data.draw(st.lists(st.sampled_from("abc"), min_size=len(scores), max_size=len(scores)))
    rows = [({"stage": value}, (str(score), 1, {})) for value, score in zip(bears, scores, strict=True)]
    card, settings = scorecard(bench, *rows)
    for group in groups(card, "stage", settings):
        shares = [Fraction(score, 100) for value, score in zip(bears, scores, strict=True) if value == group.value]
        children = [Child(str(at), Fraction(1), share, None, None, None) for at, share in enumerate(shares)]
        assert group.score == roll_up(children, "exclude").score == sum(shares) / len(shares)


def test_the_order_of_the_files_is_kept_whatever_comes_first(bench):
    rows = [({"stage": value}, ("1", 1, {})) for value in "xyz"]
    assert {tuple(told(bench, *order)) for order in permutations(rows)} == set(permutations("xyz"))
