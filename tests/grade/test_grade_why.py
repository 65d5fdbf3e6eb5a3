"""The derivation says what went in, where it came from, and how it became the score."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from okrengine.grade.wording import amount, cut, exact
from okrengine.model import Entry, GuardrailReading, Input, Maintain, Milestone, Milestones, Reach, Waypoint, Zones
from okrengine.quantity import Quantity

q = Quantity.parse
FAR = "at risk up to 25 behind, on track up to 10 behind"
LINES = {"id": 10, "baseline": 12, "target": 13, "maintain": 13, "milestones": 13, "curve": 15}
FILE = {"file": "okrs/t.yaml", "lines": LINES}


@pytest.mark.parametrize(
    ("goal", "baseline", "value", "formula"),
    [
        (Reach(q("24 h")), "48 h", "31.5 h", "(31.5 h − 48 h) ÷ (24 h − 48 h) = 0.6875"),
        (Reach(q("3%")), "10%", "12%", "(12% − 10%) ÷ (3% − 10%) = −2/7 = −0.285714…, below 0: score 0"),
        (Reach(q("70")), "50", "75", "(75 − 50) ÷ (70 − 50) = 1.25, above 1: score 1"),
        (Reach(q("10")), "-20", "-5", "(−5 − (−20)) ÷ (10 − (−20)) = 0.5"),
        (Reach(change=q("-20%")), "15%", "12.9%", "15% × (1 − 20%) = 12%; (12.9% − 15%) ÷ (12% − 15%) = 0.7"),
        (Reach(change=q("-5 pp")), "15%", "15%", "15% − 5 pp = 10%; (15% − 15%) ÷ (10% − 15%) = 0"),
        (Reach(change=q("+10%")), "1200", "1290", "1200 × (1 + 10%) = 1320; (1290 − 1200) ÷ (1320 − 1200) = 0.75"),
        (Reach(change=q("+10%")), "-20", "-19", "−20 + 20 × 10% = −18; (−19 − (−20)) ÷ (−18 − (−20)) = 0.5"),
        (Zones(q("10"), q("3"), q("7")), "0", "2", "baseline to commit: 0.3 × (2 − 0) ÷ (3 − 0) = 0.2"),
        (Zones(q("10"), q("3"), q("7")), "0", "5", "commit to target: 0.3 + 0.4 × (5 − 3) ÷ (7 − 3) = 0.5"),
        (Zones(q("10"), q("3"), q("7")), "0", "8", "target to stretch: 0.7 + 0.3 × (8 − 7) ÷ (10 − 7) = 0.8"),
        (Maintain(q("85%")), None, "86%", "86% is at least 85%: 1"),
        (Maintain(q("85%"), q("95%")), None, "80%", "80% is not at least 85% and at most 95%: 0"),
        (Maintain(q("85%"), None, "share"), None, "86%", "1 of 1 check-ins at least 85% = 1"),
        (Maintain(q("85%"), None, "distance"), "70%", "82%", "1 − |82% − 85%| ÷ |70% − 85%| = 0.8"),
    ],
)
def test_the_formula_has_the_numbers_in_it(bench, goal, baseline, value, formula):
    assert bench.one(bench.key_result("kr", goal, baseline=baseline), (50, value)).why.formula == formula


def test_milestones_say_what_is_done(bench):
    steps = Milestones((Milestone("a", bench.date(20)), Milestone("b", bench.date(40), weight=Fraction(5, 2))))
    key_result = bench.key_result("kr", steps, **FILE)
    found = bench.one(key_result, (30, Entry(milestones={"a": bench.date(15)})))
    assert found.why.formula == "done: a; 1 ÷ 3.5 by weight = 2/7 = 0.285714…"
    assert found.why.inputs == (
        Input("a", "done 2026-10-16, due 2026-10-21, weight 1", "checkins/autumn/t/103109.yaml"),
        Input("b", "due 2026-11-10, weight 2.5", "okrs/t.yaml:13"),
    )
    assert bench.one(key_result, (10, Entry())).why.formula == "done: none; 0 ÷ 3.5 by weight = 0"


def test_no_score_says_why(bench):
    key_result = bench.reach()
    assert bench.one(key_result, (50, Entry(missing="source_failed"))).why.formula == "no score: source_failed"
    waiting = bench.key_result(target="9", measure_by=date(2026, 10, 15))
    found = bench.one(waiting, (50, "5")).why
    assert found.formula == "no score: the baseline is still to be measured"
    assert found.status_rule == "the baseline is still to be measured, by 2026-10-15"


def test_every_input_names_its_place(bench):
    guardrails = (GuardrailReading("csat", q("75%"), 200, q("80%"), None, holds=False),)
    said = bench.value("31.5 h", n=412, interval=(q("29.8 h"), q("33.4 h")), guardrails=guardrails)
    checkin = bench.checkin(50, {"o/kr": said}, lines={"o/kr": 7})
    key_result = bench.key_result(baseline="48 h", target="24 h", **FILE)
    found = bench.grade([bench.objective(key_result)], [checkin], 50).objectives[0].key_results[0]
    here = "checkins/autumn/t/112009.yaml:7"
    assert found.why.inputs == (
        Input("baseline", "48 h", "okrs/t.yaml:12"),
        Input("target", "24 h", "okrs/t.yaml:13"),
        Input("value", "31.5 h", here),
        Input("n", "412", here),
        Input("95 % interval", "29.8 h to 33.4 h", here),
        Input("guardrail csat", "75%, breached", here),
        Input("first day", "2026-10-01", "cycle autumn"),
        Input("deadline", "2027-01-09", "cycle autumn"),
    )
    dated = replace(key_result, lines={**LINES, "deadline": 14}, curve=(Waypoint(bench.date(30), Fraction(1, 8)),))
    found = bench.grade([bench.objective(dated)], [checkin], 50).objectives[0].key_results[0]
    assert found.why.inputs[-2:] == (
        Input("deadline", "2027-01-09", "okrs/t.yaml:14"),
        Input("curve", "12.5 % on 2026-10-31", "okrs/t.yaml:15"),
    )


def test_a_captured_baseline_comes_from_its_checkin(bench):
    key_result = bench.key_result("kr", Reach(change=q("+50%")), measure_by=bench.date(9), **FILE)
    found = bench.one(key_result, (5, Entry(value=q("60%"), baseline=q("60%"))), (12, "75%")).why
    assert found.inputs[:3] == (
        Input("baseline", "60%", "checkins/autumn/t/100609.yaml"),
        Input("change", "+50%", "okrs/t.yaml:13"),
        Input("value", "75%", "checkins/autumn/t/101309.yaml"),
    )


def test_a_share_lists_every_value_that_it_counts(bench):
    key_result = bench.key_result("kr", Maintain(q("85%"), q("95%"), "share"), **FILE)
    found = bench.one(key_result, (1, "90%"), (2, Entry(missing="no_data")), (3, "80%")).why
    assert [(each.name, each.value) for each in found.inputs] == [
        ("at least", "85%"), ("at most", "95%"), ("value before", "90%"), ("value", "80%"),
    ]  # fmt: skip


def test_the_derivation_gives_the_score_of_the_latest_checkin(bench):
    found = bench.one(bench.reach(**FILE), (50, "60"), (57, Entry(missing="source_failed"))).why
    assert Input("value", "missing: source_failed", "checkins/autumn/t/112709.yaml") in found.inputs
    assert found.status_rule == ("the latest check-in, of 2026-11-27T09:00:00+07:00, has no value: source_failed")


@pytest.mark.parametrize(
    ("value", "rule"),
    [
        ("40", "progress 0.4, expected 50 of 100 days = 0.5: 10 points behind; on track up to 10 behind"),
        ("39.9999999", "progress 0.399999…, expected 50 of 100 days = 0.5: 10.00… points behind; " + FAR),
        ("10", "progress 0.1, expected 50 of 100 days = 0.5: 40 points behind; off track when more than 25 behind"),
        ("50", "progress 0.5, expected 50 of 100 days = 0.5: on the line; on track up to 10 behind"),
        ("100", "progress 1 has reached 1"),
    ],
)  # fmt: skip
def test_the_rule_of_the_status_has_its_numbers(bench, value, rule):
    assert bench.one(bench.reach(), (50, value)).why.status_rule == rule


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(11, 16), "0.6875"),
        (Fraction(-2, 7), "−2/7 = −0.285714…"),
        (Fraction(6999999, 10**7), "6999999/10000000 = 0.699999…"),
        (Fraction(0), "0"),
        (Fraction(-1, 10**9), "−1/1000000000 = −0.000000…"),
        (Fraction(120), "120"),
    ],
)
def test_numbers_are_written_in_full_or_cut_and_never_rounded_up(number, text):
    assert exact(number) == text


def test_cut_says_where_it_goes_on():
    assert [cut(Fraction(1, 3), 2), cut(Fraction(1, 4), 2), cut(Fraction(999, 1000), 2)] == ["0.33…", "0.25", "0.99…"]


def test_an_amount_is_exact_where_decimals_end():
    assert amount(Fraction(1, 8), "h") == q("0.125 h")
    assert amount(Fraction(10**30 + 1, 10**12), "").base == Fraction(10**30 + 1, 10**12)
    assert str(amount(Fraction(1, 3), "h")) == "0.333333333333333333 h"
    assert str(amount(Fraction(-7, 2), "")) == "-3.5"
