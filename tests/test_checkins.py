"""A check-in: what readings and answers make of it, and that its file says the same when it is read again."""

from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from okrengine import checkins, registry, schema
from okrengine.config import Settings
from okrengine.errors import ProjectError
from okrengine.model import (
    CheckIn,
    Cycle,
    Entry,
    Guardrail,
    GuardrailReading,
    KeyResult,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Objective,
    Override,
    Reach,
    Reading,
    Span,
    Task,
)
from okrengine.project import Project
from okrengine.quantity import Quantity
from okrengine.syntax import read

AT = datetime(2026, 11, 21, 2, tzinfo=UTC)
CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
WINDOW = Span(datetime(2026, 10, 1, tzinfo=UTC), AT)
DEFINITION = "sha256:" + "0f" * 32
q = Quantity.parse


def key_result(goal=None, *, metric="csat", guardrails=(), baseline=None, measure_by=None):
    name = "k"
    goal = goal or Reach(q("90%"))
    measure = Measure(metric, "s")
    return KeyResult(
        name, f"t/o/{name}", name, None, measure, goal, CYCLE.last, baseline, measure_by, guardrails=guardrails
    )


def reading(value, unit="%", *, address="t/o/k", status="ok", **more):
    return Reading(address, "csat", "s", unit, status, None if value is None else Fraction(value), **more)


def compose(one, *readings, said=None, earlier=()):
    objective = Objective("o", "t/o", "t", CYCLE, "O", "aspirational", None, (one,))
    answers = checkins.Answers("nok", said or {})
    found = checkins.compose([objective], {r.address: r for r in readings}, answers, at=AT, earlier=earlier)
    return found.entries[f"o/{one.id}"]


def test_a_value_is_rounded_once_to_the_precision_of_its_metric_in_the_unit_of_the_promise():
    entry = compose(
        key_result(goal=Reach(q("24 h"))),
        reading(
            "113415", "s", precision=2, n=412, numerator=Fraction(1, 3), interval=(Fraction(107_280), Fraction(120_261)),
            excluded={"missing": 3}, window=WINDOW, definition=DEFINITION,
        ),
        said={"o/k": Entry(note="ดี", confidence=Fraction(7, 10))},
    )  # fmt: skip
    assert (str(entry.value), entry.n, str(entry.numerator)) == ("31.5 h", 412, "0.3333333333")
    assert [str(end) for end in entry.interval] == ["29.8 h", "33.41 h"]
    assert (entry.excluded, entry.window, entry.source, entry.definition) == ({"missing": 3}, WINDOW, "s", DEFINITION)
    assert (entry.note, entry.confidence) == ("ดี", Fraction(7, 10))
    assert str(compose(key_result(goal=Reach(q("5 stars"))), reading("50.125", precision=2)).value) == "50.12%"


def test_a_gap_keeps_its_reason_and_what_was_left_out():
    found = reading(None, status="no_data", reason="no row", excluded={"missing": 3}, window=WINDOW, n=0)
    entry = compose(key_result(), found, said={"o/k": Entry(note="why")})
    assert (entry.value, entry.missing, entry.detail, entry.note) == (None, "no_data", "no row", "why")
    assert (entry.excluded, entry.window, entry.source) == ({"missing": 3}, WINDOW, "s")


@pytest.mark.parametrize(
    ("low", "high", "value", "holds"),
    [
        ("80%", None, 80, True), ("80%", None, "79.99", False), (None, "6%", 6, True), (None, "6%", "6.01", False),
        ("80%", None, "79.996", True), ("70%", "80%", 81, False), ("70%", "80%", 69, False),
    ],
)  # fmt: skip
def test_a_guardrail_holds_by_the_value_that_is_written(low, high, value, holds):
    rail = Guardrail(Measure("nps", "s"), low and q(low), high and q(high))
    entry = compose(key_result(guardrails=(rail,)), reading(1), reading(value, address="t/o/k#1", n=230))
    (found,) = entry.guardrails
    assert (found.holds, found.n, found.metric, found.missing) == (holds, 230, "nps", None)


def test_a_guardrail_that_cannot_be_measured_neither_holds_nor_breaks():
    rail = Guardrail(Measure("nps", "s"), q("80%"))
    gap = reading(None, address="t/o/k#1", status="source_failed", reason="no file")
    (found,) = compose(key_result(guardrails=(rail,)), reading(1), gap).guardrails
    assert (found.holds, found.value, found.missing, found.detail) == (None, None, "source_failed", "no file")


def test_what_nobody_states_is_missing_and_milestones_are_what_was_said():
    assert compose(key_result(metric="manual")).missing == "not_stated"
    level = key_result(goal=Maintain(at_most=q("6 stars")), metric="manual")
    assert str(compose(level, said={"o/k": Entry(value=q("5"))}).value) == "5 stars"
    steps = key_result(goal=Milestones((Milestone("a", CYCLE.last),)), metric="manual")
    assert compose(steps).missing is None


def test_a_baseline_is_captured_by_the_first_value_alone():
    one = key_result(measure_by=date(2026, 12, 1))
    assert compose(one, reading(None, status="no_data")).baseline is None
    assert str(compose(one, reading(61)).baseline) == "61%"
    before = CheckIn("2026-Q4", "t", AT, "nok", {"o/k": Entry(value=q("60%"), baseline=q("60%"))})
    assert compose(one, reading(61), earlier=[before]).baseline is None
    assert compose(key_result(baseline=q("50%")), reading(61)).baseline is None


FULL = Entry(
    value=q("31.5 h"), n=412, numerator=q("0.5"), denominator=q("412"), interval=(q("29.8 h"), q("33.4 h")),
    excluded={"missing": 3, "negative": 1}, window=WINDOW, source="helpdesk", definition=DEFINITION, baseline=q("48 h"),
    milestones={"chosen": date(2026, 10, 30)}, confidence=Fraction(7, 10), note="หนึ่ง\n- 2: 'x'",
    blockers=(Task("no: 1", "arm", date(2026, 11, 28)), Task("yes")), next=(Task("1:30", "nok"),),
    guardrails=(
        GuardrailReading("csat", q("84.2%"), 230, q("80%"), None, holds=True),
        GuardrailReading("nps", at_most=q("5 points"), missing="no_data", detail="none"),
    ),
    override=Override("on_track", date(2026, 12, 5), "soon"),
)  # fmt: skip


@pytest.mark.parametrize("cycle", ["2026-Q4", "2026"])
@pytest.mark.parametrize(
    "entry", [FULL, Entry(missing="source_failed", detail="gone"), Entry(value=q("-4.60")), Entry()]
)
def test_a_file_says_what_the_check_in_said(entry, cycle):
    made = CheckIn(cycle, "t", AT, "no", {"o/k": entry}, {"o/i": Fraction(1, 8)}, backfilled=True)
    text = checkins.text(made)
    document, problems = read(text.encode(), "checkins/x.yaml")
    assert problems + schema.check(document, "checkin", registry.Registry()) == []
    found = checkins.read(document, Settings())
    assert (found.cycle, found.team, found.at, found.by, found.backfilled) == (cycle, "t", AT, "no", True)
    assert found.entries == {"o/k": entry}
    assert found.initiatives == {"o/i": Fraction(1, 8)}
    assert checkins.text(found) == text


def test_a_file_leaves_out_what_is_not_known_and_what_was_not_left_out():
    text = checkins.text(CheckIn("2026-Q4", "t", AT, "nok", {"o/k": Entry(value=q("5"), excluded={"a": 0, "b": 2})}))
    assert text.endswith("key_results:\n  o/k:\n    value: 5\n    excluded: {b: 2}\n")


def test_answers_are_read_as_an_entry_is():
    document, _ = read(checkins.answers_text({"o/k": {"note": "no", "confidence": 0.5}}).encode(), "answers")
    entries, initiatives = checkins.answers(document, Settings())
    assert (entries["o/k"].note, entries["o/k"].confidence, initiatives) == ("no", Fraction(1, 2), {})
    empty, _ = read(b"initiatives: {o/i: {progress: 12.5%}, o/j: }\n", "answers")
    assert checkins.answers(empty, Settings()) == ({}, {"o/i": Fraction(1, 8)})


def test_a_report_names_check_ins_that_cannot_be_read(tmp_path):
    (tmp_path / "okrengine.yaml").write_text("version: 1\n", encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "t.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: t\nowner: nok\nobjectives:\n"
        "  - {id: o, title: T, key_results: [{id: k, title: K, baseline: 0, target: 9}]}\n",
        encoding="utf-8",
    )
    with pytest.raises(ProjectError, match="there is no check-in yet"):
        Project.open(tmp_path).report(["markdown"])
    folder = tmp_path / "checkins" / "2026-Q4" / "t"
    folder.mkdir(parents=True)
    (folder / "2026-11-21T020000Z.yaml").write_text("version: 1\ncycle: 2026-Q4\nteam: t\nat: soon\n", encoding="utf-8")
    with pytest.raises(ProjectError, match="no check-in can be read: okr validate says"):
        Project.open(tmp_path).report(["markdown"])
