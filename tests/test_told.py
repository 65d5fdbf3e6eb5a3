"""What is said of a value, and of a plugin that fails: the unit, the limit, the line, and what to do about it."""

import json
import re

import pytest

from okrengine import Metric, Rate
from okrengine.testing import check_metric, write_project

AS_OF = "2026-11-22T09:00:00+07:00"
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
cycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}
plugins: [own]
sources:
  surveys: {type: csv, path: surveys.csv, columns: {response_id: id, responded_at: at, score: Stars}}
  page: {type: csv, path: page.csv, columns: {date: date, followers: fans}}
  tickets:
    type: csv
    path: tickets.csv
    columns: {ticket_id: id, created_at: created, resolved_at: resolved, is_complaint: complaint, compensation: paid}
"""
TICKETS = """\
id,created,resolved,complaint,paid
1,2026-10-05T09:00,2026-10-05T19:00,yes,100.50
2,2026-10-06T09:00,2026-10-07T09:00,no,
3,2026-10-07T09:00,2026-10-07T12:00,yes,20
4,2026-10-08T09:00,,no,
5,2026-10-08T09:00,,no,
"""
OWN = '''\
"""Metrics of our own."""

from okrengine import Metric, Rate, hookimpl


def half(rows, keys, *, deep: int = 1):
    """Rows."""
    return _half(rows, deep)


def _half(rows, deep):
    return rows.filter(rows.score > deep // 0)


def plain(answers):
    """Percent."""
    return Rate(answers.score >= 0)


def column(answers):
    """Percent."""
    return Rate(answers.skore >= 4)


def argument(answers):
    """Percent."""
    return Rate(answers.score >= 4, details={"strange": "words"})


@hookimpl
def okr_metrics():
    facts = {"record": "survey_response", "needs": ("score",), "unit": "%"}
    return [Metric("column", column, **facts), Metric("argument", argument, **facts), Metric("half", plain, prepare=half, **facts)]
'''
FILES = {
    "surveys.csv": "id,at,Stars\n1,2026-10-05,50\n2,2026-10-06,100\n",
    "page.csv": "date,fans\n2026-09-01,100\n2026-11-20,130\n",
    "tickets.csv": TICKETS,
    "own/ours.py": OWN,
}


@pytest.fixture
def measured(okr, tmp_path):
    """What `okr measure` prints of one key result."""

    def run(key_result, *flags):
        folder = write_project(tmp_path, SETTINGS, key_result, FILES)
        return okr(folder, "measure", "--as-of", AS_OF, *flags).stdout

    return run


@pytest.mark.parametrize(
    ("baseline", "shown"),
    [("90 THB", "60.25 THB"), ("9 ล้านบาท", "0.00006025 ล้านบาท"), ("90", "60.25"), ("90%", "60.25"), ("90 h", "60.25")],
)
def test_money_has_the_unit_of_its_promise(measured, baseline, shown):
    said = measured(f"metric: compensation_cost\nsource: tickets\nbaseline: {baseline}\ntarget: 1\n")
    assert said.splitlines()[1] == f"  {shown}"


def test_lengths_of_time_stand_in_the_unit_of_the_value(measured):
    asked = "metric: resolution_time\nsource: tickets\nbaseline: 2 d\ntarget: 1 d\n"
    said = measured(asked, "-v")
    assert " · 2 unanswered · median with them 1 d · " in said
    assert "\n  unanswered 2 · km_median 1 d · mean 0.51 d\n" in said
    (reading,) = json.loads(measured(asked, "--format", "json"))["readings"]
    assert (reading["unit"], reading["details"]["km_median"]) == ("s", 86400)


def test_a_stale_level_says_its_day_the_limit_and_the_mend(measured):
    said = measured("metric: follower_growth\nsource: page\nbaseline: 0%\ntarget: 9%\n")
    assert "is of 2026-09-01, 30 days before 2026-10-01, and `max_staleness` is 7 d: add one nearer to that day" in said
    assert said.endswith("; 1 has no value, `okr measure team/objective/measured` says why.\n")


def test_answers_on_another_scale_say_which_was_due_and_how_they_look(measured):
    said = measured("metric: csat\nsource: surveys\nbaseline: 0%\ntarget: 9%\n")
    assert "the scale is 1 to 5, and the cells of `Stars` look like `99` to `999`: write their own scale by" in said


@pytest.mark.parametrize(
    ("metric", "says"),
    [
        ("column", "`skore`, which a `survey_response` does not have: did you mean `score`? (own/ours.py:22)"),
        ("half", "the metric `half` failed: ZeroDivisionError: integer division or modulo by zero (own/ours.py:12)"),
        ("argument", "the metric `argument` gave `Rate` what it cannot take: "),
    ],
)
def test_an_error_of_a_plugin_names_its_own_line(measured, metric, says):
    said = measured(f"metric: {metric}\nsource: surveys\nbaseline: 0%\ntarget: 9%\n")
    (line,) = re.findall("  no value .source_failed.: (.*)", said)
    assert says in line
    assert re.search(r" \(own/ours\.py:[0-9]+\)$", line), line


def test_a_plugin_that_cannot_be_loaded_names_its_own_line(okr, tmp_path):
    write_project(tmp_path, SETTINGS, "metric: csat\nsource: surveys\nbaseline: 0%\ntarget: 9%\n", FILES)
    (tmp_path / "own" / "ours.py").write_text(OWN.replace('"unit": "%"', '"unti": "%"'), encoding="utf-8")
    listed = okr(tmp_path, "plugins").stdout
    assert re.search(r"unexpected keyword argument 'unti' \(own/ours\.py:33\)", listed), listed[-300:]


def test_an_offer_says_who_brings_it(okr, tmp_path):
    write_project(tmp_path, SETTINGS, "metric: csat\nsource: surveys\nbaseline: 0%\ntarget: 9%\n", FILES)
    assert okr(tmp_path, "plugins", "half").stdout.endswith("\noffered by own/ours.py (plugin ours)\n")
    assert re.search(r"\noffered by okrengine [0-9.]+ \(plugin csat\)\n$", okr(tmp_path, "plugins", "csat").stdout)


def smiles(answers):
    """Percent."""
    return Rate(answers.score >= 4)


SMILES = Metric("smiles", smiles, record="survey_response", needs=("score",), unit="%")


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            {"scor": 5},
            "the rows have `scor`, which a `survey_response` does not have: did you mean `score`? It has resp",
        ),
        ({"stars": 5}, "the rows have `stars`, which a `survey_response` does not have: it has response_id, "),
        ({"score": 1}, "smiles: `value` is 0.0, 100 is due; insufficient_sample, "),
    ],
)
def test_a_check_that_fails_says_what_the_record_has(row, says):
    with pytest.raises(AssertionError) as raised:
        check_metric(SMILES, [row], {"value": 100})
    assert says in str(raised.value)
    assert "Reading(" not in str(raised.value)


def test_a_slip_in_a_row_is_an_error_whatever_is_due():
    with pytest.raises(AssertionError, match="did you mean `score`"):
        check_metric(SMILES, [{"scoer": 5}], {"value": None})
    check_metric(SMILES, [{"score": 5, "stars": 1}], {"value": 100})
    check_metric(SMILES, [{"score": 5, "scores": 1}], {"value": 100}, where={"scores": 1})
