"""What a cycle was worth in the end: by the kind of the objective, and as it was frozen when the cycle was closed."""

from dataclasses import replace
from fractions import Fraction

import pytest

from okrengine.config import Settings
from okrengine.grade.verdict import outcome
from okrengine.model import Entry, Milestone, Milestones, Verdict


def closed(bench, rows, *, kind="aspirational", policy="exclude", values=None, change=None):  # noqa: PLR0913  all that a close rests on
    """The grade of an objective that was closed with these verdicts; `rows` are pairs of a weight and a verdict."""
    key_results = [bench.reach(f"k{number}", weight=Fraction(weight)) for number, (weight, _) in enumerate(rows)]
    if change is not None:
        key_results = [change(each) for each in key_results]
    entries = {f"o/k{number}": bench.value(value) for number, value in enumerate(values or ())}
    verdicts = {f"o/k{number}": verdict for number, (_, verdict) in enumerate(rows) if verdict is not None}
    checkins = [bench.checkin(95, entries), bench.checkin(101, {}, verdicts=verdicts)]
    settings = Settings(timezone=bench.zone, missing=policy)
    objective = replace(bench.objective(*key_results), kind=kind)
    return bench.grade([objective], checkins, 102, settings=settings)


def worth(score, word="missed", note=""):
    return Verdict(None if score is None else Fraction(score), word, note)


@pytest.mark.parametrize(("kind", "score", "verdict"), [
    ("aspirational", "0", "missed"), ("aspirational", "0.699999999999999999", "missed"),
    ("aspirational", "0.7", "achieved"), ("aspirational", "0.700000000000000001", "achieved"),
    ("aspirational", "1", "achieved"),
    ("committed", "0.7", "missed"), ("committed", "0.999999999999999999", "missed"), ("committed", "1", "achieved"),
])  # fmt: skip
def test_what_was_reached_for_is_achieved_at_seven_tenths_and_what_was_promised_at_one(bench, kind, score, verdict):
    found = closed(bench, [(1, worth(score))], kind=kind).objectives[0]
    assert (found.verdict, found.score) == (verdict, Fraction(score))
    assert found.pass_line == {"aspirational": Fraction(7, 10), "committed": Fraction(1)}[kind]
    assert outcome(kind, None) == "not_measured"


@pytest.mark.parametrize(("weights", "verdict"), [((1, 1), "achieved"), ((10, 11), "missed"), ((11, 10), "achieved")])
def test_the_verdict_of_an_objective_is_on_the_weighted_mean_of_what_was_frozen(bench, weights, verdict):
    rows = list(zip(weights, (worth(1, "achieved"), worth("0.4")), strict=True))
    found = closed(bench, rows).objectives[0]
    assert found.verdict == verdict
    assert found.score == Fraction(10 * weights[0] + 4 * weights[1], 10 * sum(weights))


def test_while_the_cycle_runs_there_is_no_verdict(bench):
    objective = bench.objective(bench.reach())
    found = bench.grade([objective], [bench.checkin(95, {"o/kr": bench.value("100")})], 100).objectives[0]
    assert (found.verdict, found.key_results[0].verdict, found.pass_line) == (None, None, Fraction(7, 10))


def test_frozen_scores_count_after_the_files_have_changed(bench):
    def graded(**changed):
        rows = [(1, worth("0.69")), (1, worth("0.5"))]
        return closed(bench, rows, values=("69", "50"), change=lambda each: replace(each, **changed)).objectives[0]

    before = graded()
    after = graded(goal=bench.reach(target="50").goal, baseline=bench.q("10"))
    assert [each.raw for each in before.key_results] == [Fraction(69, 100), Fraction(1, 2)]
    assert [each.raw for each in after.key_results] == [Fraction(59, 40), Fraction(1)]
    for found in (before, after):
        assert [(each.score, each.band, each.status) for each in found.key_results] == [
            (Fraction(69, 100), "amber", "closed"), (Fraction(1, 2), "amber", "closed"),
        ]  # fmt: skip
        assert (found.score, found.verdict) == (Fraction(119, 200), "missed")
        assert found.key_results[0].why.formula.endswith("frozen when the cycle was closed: 0.69")
    assert graded(baseline=None).score == before.score, "also where the baseline is gone"


def test_what_was_dropped_leaves_every_roll_up(bench):
    for policy in ("exclude", "zero", "block"):
        rows = [(1, worth("0.8", "achieved")), (9, worth(None, "dropped")), (9, worth("0.1", "dropped"))]
        card = closed(bench, rows, policy=policy)
        found = card.objectives[0]
        assert (found.score, found.verdict, found.coverage, found.missing) == (Fraction(4, 5), "achieved", (1, 1), ())
        assert (card.score, card.coverage) == (Fraction(4, 5), (1, 1))


def test_an_objective_of_which_all_was_dropped_is_not_measured_and_no_part_of_the_cycle(bench):
    for policy in ("exclude", "zero", "block"):
        card = closed(bench, [(1, worth("0.3", "dropped"))], policy=policy)
        assert (card.objectives[0].verdict, card.objectives[0].score) == ("not_measured", None)
        assert (card.score, card.coverage) == (None, (0, 0))


@pytest.mark.parametrize(("policy", "score", "verdict"), [
    ("exclude", Fraction(4, 5), "achieved"), ("zero", Fraction(2, 5), "missed"), ("block", None, "not_measured"),
])  # fmt: skip
def test_what_was_not_measured_is_named_and_counts_by_the_policy(bench, policy, score, verdict):
    rows = [(1, worth("0.8", "achieved")), (1, worth(None, "not_measured"))]
    found = closed(bench, rows, policy=policy, values=("80", "90")).objectives[0]
    assert (found.score, found.verdict) == (score, verdict)
    assert (found.coverage, found.missing) == ((1, 2), ("t/o/k1",))
    assert found.key_results[1].score is None, "no value of the files stands in for what was frozen"


def test_without_a_verdict_of_its_own_the_last_value_counts(bench):
    found = closed(bench, [(1, None), (1, worth("0.5"))], values=("90", "50")).objectives[0]
    assert [each.score for each in found.key_results] == [Fraction(9, 10), Fraction(1, 2)]
    assert (found.score, found.verdict) == (Fraction(7, 10), "achieved")
    assert found.key_results[0].why.status_rule.endswith(": no verdict is given")


def test_a_verdict_under_a_former_name_counts(bench):
    key_result = bench.reach("new", formerly=("old",))
    closing = bench.checkin(101, {}, verdicts={"o/old": worth("0.6")})
    found = bench.grade([bench.objective(key_result)], [closing], 102).objectives[0]
    assert (found.score, found.key_results[0].verdict) == (Fraction(3, 5), worth("0.6"))


def test_milestones_and_missing_values_have_a_verdict_like_all(bench):
    steps = bench.key_result("kr", Milestones((Milestone("a", bench.date(20)), Milestone("b", bench.date(90)))))
    closing = bench.checkin(101, {"o/kr": Entry(missing="not_stated")}, verdicts={"o/kr": worth("0.5")})
    found = bench.grade([bench.objective(steps)], [closing], 102).objectives[0].key_results[0]
    assert (found.raw, found.score, found.status) == (0, Fraction(1, 2), "closed")


@pytest.mark.parametrize(("kind", "word", "note", "asked"), [
    ("committed", "missed", "", True), ("committed", "missed", "the supplier left", False),
    ("committed", "achieved", "", False), ("committed", "dropped", "", False), ("aspirational", "missed", "", False),
])  # fmt: skip
def test_a_missed_commitment_asks_for_a_note_of_why(bench, kind, word, note, asked):
    found = closed(bench, [(1, worth("0.9", word, note))], kind=kind).objectives[0].key_results[0]
    assert ("asks for a note of why" in found.why.status_rule) == asked
