from datetime import date, datetime, timedelta
from fractions import Fraction

import pytest

from okrengine import Metric, Quantity, Seconds, schema
from okrengine.config import Settings
from okrengine.errors import ProjectError
from okrengine.load import objectives
from okrengine.model import (
    Amendment,
    Guardrail,
    Initiative,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Reach,
    Waypoint,
    Window,
    Zones,
)
from okrengine.registry import Registry
from okrengine.syntax import read

HOUR = Seconds(3600)


def csat(answers, *, rescaled: bool = False):
    """Percent of satisfied answers."""


def resolution(tickets, *, threshold: Seconds = HOUR):
    """A length of time."""


METRICS = {
    "csat": Metric("csat", csat, "survey_response", unit=lambda given: "score" if given["rescaled"] else "%"),
    "resolution": Metric("resolution", resolution, "ticket", unit="h"),
}
HEAD = "version: 1\ncycle: 2026-Q4\nteam: t\nowner: nok\nobjectives:\n  - id: o\n    title: ก\n"


def load(text, settings=None):
    document, problems = read(text.encode(), "okrs/x.yaml")
    assert problems == []
    assert [str(one) for one in schema.check(document, "okr", Registry(METRICS))] == []
    return objectives(document, settings or Settings(), METRICS)


def key_result(rest):
    return load(f"{HEAD}    key_results:\n      - {{id: k, {rest}}}\n")[0].key_results[0]


def q(text):
    return Quantity.parse(text)


def test_what_is_left_out_has_its_default():
    (objective,) = load(HEAD + "    key_results:\n      - id: k\n        target: 5\n        baseline: 1\n")
    assert (objective.address, objective.kind, objective.owner, objective.line) == ("t/o", "aspirational", "nok", 6)
    assert (objective.cycle.name, objective.cycle.last) == ("2026-Q4", date(2026, 12, 31))
    (found,) = objective.key_results
    assert (found.address, found.title, found.owner) == ("t/o/k", "k", "nok")
    assert found.measure == Measure("manual")
    assert (found.deadline, found.weight, found.curve) == (date(2026, 12, 31), Fraction(1), "linear")
    assert (found.goal, found.baseline) == (Reach(target=q("5")), q("1"))
    assert (found.file, found.lines) == ("okrs/x.yaml", {"id": 9, "target": 10, "baseline": 11})


def test_owners_are_inherited_from_the_nearest():
    text = (
        HEAD.replace("title: ก", "title: ก\n    owner: arm")
        + "    key_results: [{id: k, target: 5}, {id: l, target: 5, owner: bee}]\n"
    )
    (objective,) = load(text)
    assert [objective.owner, *(one.owner for one in objective.key_results)] == ["arm", "arm", "bee"]


@pytest.mark.parametrize(
    ("rest", "baseline", "goal"),
    [
        ("metric: csat, source: s, baseline: 80, target: 90", "80%", Reach(target=q("90%"))),
        ("metric: csat, source: s, baseline: 80%, target: 90.5", "80%", Reach(target=q("90.5%"))),
        ("metric: csat, source: s, with: {rescaled: true}, baseline: 8.5, target: 9", "8.5 score", Reach(target=q("9 score"))),
        ("metric: csat, source: s, baseline: 10, target: {change: -2 pp}", "10%", Reach(change=q("-2 pp"))),
        ("metric: csat, source: s, baseline: 10, target: {change: -20%}", "10%", Reach(change=q("-20%"))),
        ("metric: resolution, source: s, baseline: 48 h, target: 1 d", "48 h", Reach(target=q("1 d"))),
        ("metric: resolution, source: s, baseline: 48, target: 24", "48", Reach(target=q("24"))),
        ("metric: unknown, source: s, baseline: 48, target: 24", "48", Reach(target=q("24"))),
        ("metric: csat, source: s, baseline: 0, target: {commit: 3, target: 7%, stretch: 10}", "0%",
         Zones(q("10%"), q("3%"), q("7%"))),
        ("baseline: 0, target: {stretch: 10}", "0", Zones(q("10"))),
        ("baseline: 0.000000001, target: 999999999999999", "0.000000001", Reach(target=q("999999999999999"))),
    ],
)  # fmt: skip
def test_quantities_are_exact_and_have_the_unit_of_their_metric(rest, baseline, goal):
    found = key_result(rest)
    assert (found.baseline, found.goal) == (q(baseline), goal)
    assert isinstance(found.baseline.base, Fraction)


def test_a_baseline_that_is_to_be_measured():
    found = key_result("baseline: {measure_by: 2026-10-15}, target: 5")
    assert (found.baseline, found.measure_by) == (None, date(2026, 10, 15))


def test_levels_and_guardrails():
    found = key_result(
        "metric: csat, source: s, maintain: {at_least: 85, at_most: 95%, score: share}, "
        "guardrails: [{metric: resolution, source: h, where: {a: [b]}, with: {threshold: 2 h}, at_most: 3 h}]"
    )
    assert found.goal == Maintain(q("85%"), q("95%"), "share")
    measure = Measure("resolution", "h", {"threshold": "2 h"}, {"a": ["b"]})
    assert found.guardrails == (Guardrail(measure, None, q("3 h")),)


def test_milestones():
    found = key_result(
        "milestones: [{id: a, title: เลือก, by: 2026-10-31, weight: 0.5, done: 2026-10-30}, {id: b, by: 2026-12-15}]"
    )
    assert found.goal == Milestones(
        (
            Milestone("a", date(2026, 10, 31), "เลือก", Fraction(1, 2), date(2026, 10, 30)),
            Milestone("b", date(2026, 12, 15), "b"),
        )
    )


@pytest.mark.parametrize(
    ("written", "window"),
    [
        ("cycle", Window()),
        ("last 30 d", Window("last", last=timedelta(days=30))),
        ("last 2 w", Window("last", last=timedelta(days=14))),
        ("{from: 2026-10-01, to: 2026-12-31}", Window("fixed", start=date(2026, 10, 1), end=date(2026, 12, 31))),
        (
            "{from: 2026-10-01T09:00:00+07:00, to: 2026-12-31}",
            Window("fixed", start=datetime.fromisoformat("2026-10-01T09:00:00+07:00"), end=date(2026, 12, 31)),
        ),
    ],
)
def test_windows(written, window):
    assert key_result(f"metric: csat, source: s, target: 5, window: {written}").measure.window == window


def test_everything_else_of_a_key_result():
    found = key_result(
        "target: 5, deadline: 2026-11-30, weight: 2, formerly: [j], tags: {stage: x, n: 1}, title: 'ก 😀', "
        "curve: [{on: 2026-11-15, progress: 20%}, {on: 2026-11-20, progress: 33.5%}]"
    )
    assert (found.deadline, found.weight, found.formerly) == (date(2026, 11, 30), Fraction(2), ("j",))
    assert (found.title, found.tags) == ("ก 😀", {"stage": "x", "n": 1})
    assert found.curve == (
        Waypoint(date(2026, 11, 15), Fraction(1, 5)),
        Waypoint(date(2026, 11, 20), Fraction(67, 200)),
    )
    assert key_result("target: 5, curve: step").curve == "step"


def test_initiatives_amendments_and_alignment():
    (found,) = load(
        HEAD
        + "    kind: committed\n    supports: [company/loved]\n    tags: {department: [a, b]}\n    key_results: []\n"
        "    initiatives: [{id: chatbot, title: แชต, owner: arm, due: 2026-11-30, progress: 30%}, {id: b, title: ข}]\n"
        "    amendments:\n"
        "      - {on: 2026-11-02, key_result: k, field: target, from: 12 h, to: {change: -5%}, reason: ก, by: nok}\n"
        "      - {on: 2026-11-09, key_result: j, field: dropped, reason: ข, by: nok}\n"
    )
    assert (found.kind, found.supports, found.tags) == ("committed", ("company/loved",), {"department": ["a", "b"]})
    assert found.initiatives == (
        Initiative("chatbot", "แชต", "arm", date(2026, 11, 30), Fraction(3, 10)), Initiative("b", "ข"),
    )  # fmt: skip
    assert found.amendments == (
        Amendment(date(2026, 11, 2), "k", "target", "ก", "nok", "12 h", {"change": "-5%"}),
        Amendment(date(2026, 11, 9), "j", "dropped", "ข", "nok"),
    )


def test_a_year_as_a_cycle_is_a_number():
    assert load(HEAD.replace("2026-Q4", "2026") + "    key_results: []\n")[0].cycle.name == "2026"


def test_a_cycle_that_nobody_declared_is_one_line():
    with pytest.raises(ProjectError, match="the cycle `launch` is not known"):
        load(HEAD.replace("2026-Q4", "launch") + "    key_results: []\n")
