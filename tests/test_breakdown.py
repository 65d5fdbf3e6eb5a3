"""Trend, breakdown, plan and progress of `okr measure`: the same reductions, by date and by group."""

import json
import os
import pty
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from okrengine.measure.windows import earlier
from okrengine.registry import find
from okrengine.schema import schema_texts
from okrengine.testing import read_metric, write_project
from okrengine.testing.metrics import AS_OF as AS_OF_ROWS
from okrengine.testing.metrics import _filled

METRICS = {n: m for n, m in find().metrics.items() if m.example is not None and not m.preset_of}
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
cycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}
sources:
  surveys: {type: csv, path: data/answers.csv, columns: {response_id: id, responded_at: at, score: q1, channel: channel, respondent_id: who}}
  tickets:
    type: csv
    path: data/tickets.csv
    dedup: {key: ticket_id, keep: latest, order_by: updated_at}
    columns: {ticket_id: ticket_id, created_at: created_at, updated_at: updated_at, resolved_at: resolved_at, channel: channel}
"""
KEY_RESULTS = """\
metric: csat
source: surveys
where: {q1: {not: 9}}
baseline: 60%
target: 90%
"""
AS_OF = "2026-11-21T09:00:00+07:00"
SOON = "2026-10-24T09:00:00+07:00"
ANSWERS = [
    ("1", "2026-10-02T09:00:00", 5, "email", "a"), ("2", "2026-10-09T10:00:00", 2, "email", "b"),
    ("3", "2026-10-20T23:30:00", 4, "อีเมล", "a"), ("4", "2026-11-01T00:30:00", 1, "chat", "c"),
    ("5", "2026-11-20T12:00:00", "", "chat", "d"), ("6", "2026-11-20T12:00:00", 5, "", "d"),
    ("7", "2026-11-20T12:00:00", 9, "fax", "e"),
]  # fmt: skip
TICKETS = [
    ("t1", "2026-10-05T08:00:00", "2026-10-05T08:00:00", "", "email"),
    ("t1", "2026-10-05T08:00:00", "2026-10-19T08:00:00", "2026-10-19T08:00:00", "email"),
    ("t2", "2026-10-06T08:00:00", "2026-10-07T08:00:00", "2026-10-07T08:00:00", "chat"),
    ("t3", "2026-11-11T08:00:00", "2026-11-12T08:00:00", "2026-11-12T08:00:00", "chat"),
]


def rows(head, lines):
    return "".join(",".join(map(str, line)) + "\n" for line in [head, *lines])


@pytest.fixture
def project(tmp_path):
    def make(key_result=KEY_RESULTS, answers=ANSWERS):
        data = {
            "data/answers.csv": rows(("id", "at", "q1", "channel", "who"), answers),
            "data/tickets.csv": rows(("ticket_id", "created_at", "updated_at", "resolved_at", "channel"), TICKETS),
        }
        write_project(tmp_path, SETTINGS, key_result, data)
        return tmp_path

    return make


def measured(okr, folder, *flags, as_of=AS_OF):
    ran = okr(folder, "--as-of", as_of, "measure", "--format", "json", *flags)
    assert ran.returncode == 0, ran.stderr
    document = json.loads(ran.stdout)
    Draft202012Validator(json.loads(schema_texts(find())["measure.schema.json"])).validate(document)
    (reading,) = document["readings"]
    return reading


def test_groups_pool_to_the_whole_and_each_has_its_own_interval(okr, project):
    reading = measured(okr, project(), "--by", "channel")
    parts = {part["group"]: part for part in reading["parts"]}
    assert list(parts) == ["chat", "email", "อีเมล", None]
    assert [(part["numerator"], part["denominator"]) for part in parts.values()] == [(0, 1), (1, 2), (1, 1), (1, 1)]
    assert (reading["numerator"], reading["denominator"]) == (3, 5)
    assert parts["chat"]["excluded"] == {"missing": 1}
    assert parts["email"]["interval"] != reading["interval"]
    assert reading["value"] == 60  # and not the mean of 0, 50, 100 and 100


def test_a_group_that_the_condition_leaves_empty_is_not_told(okr, project):
    assert "fax" not in {part["group"] for part in measured(okr, project(), "--by", "channel")["parts"]}


@pytest.mark.parametrize(
    ("by", "groups"),
    [("hour", ["00:00", "09:00", "10:00", "12:00", "23:00"]), ("weekday", ["tuesday", "friday", "sunday"])],
)
def test_the_clock_is_the_project_s(okr, project, by, groups):
    assert [part["group"] for part in measured(okr, project(), "--by", by)["parts"]] == groups


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        ("score", ["1", "2", "4", "5", None]),
        ("responded_at", ["2026-10-02", "2026-10-09", "2026-10-20", "2026-11-01", "2026-11-20"]),
    ],
)
def test_numbers_and_times_name_groups_as_people_write_them(okr, project, by, groups):
    assert [part["group"] for part in measured(okr, project(), "--by", by)["parts"]] == groups


@pytest.mark.parametrize(
    "asked",
    [
        "metric: csat\nsource: surveys\nbaseline: 60%\ntarget: 90%\n",
        "metric: csat\nsource: surveys\nwith: {answers: latest}\nbaseline: 60%\ntarget: 90%\n",
        "metric: csat\nsource: surveys\nwindow: last 30 d\nbaseline: 60%\ntarget: 90%\n",
        "metric: csat_mean\nsource: surveys\nwith: {scale: [1, 5]}\nbaseline: 2\ntarget: 4\n",
        "metric: resolution_time\nsource: tickets\nbaseline: 48 h\ntarget: 24 h\n",
        "metric: resolution_time\nsource: tickets\nwith: {unanswered: censor}\nbaseline: 48 h\ntarget: 24 h\n",
        "metric: tickets_resolved\nsource: tickets\nbaseline: 0\ntarget: 9\n",
        "metric: resolved_within_rate\nsource: tickets\nwith: {threshold: 2 d}\nbaseline: 10%\ntarget: 90%\n",
    ],
)
def test_a_trend_is_what_was_measured_at_the_time(okr, project, asked):
    every, folder = "weekly", project(asked)
    reading = measured(okr, folder, "--trend", every, "--by", "channel", as_of=SOON)
    zone = ZoneInfo("Asia/Bangkok")
    due = earlier(every, date(2026, 10, 1), datetime.fromisoformat(SOON), zone)
    assert [point["as_of"] for point in reading["trend"]] == [at.isoformat() for at in due]
    for point in reading["trend"]:
        then = measured(okr, folder, "--by", "channel", as_of=point["as_of"])
        assert {name: then[name] for name in point if name != "as_of"} == {
            name: value for name, value in point.items() if name != "as_of"
        }
        parts = {
            part["group"]: next(p for p in part["trend"] if p["as_of"] == point["as_of"]) for part in reading["parts"]
        }
        for part in then["parts"]:
            assert parts[part["group"]]["value"] == part["value"], (point["as_of"], part)
            assert parts[part["group"]]["n"] == part["n"]


@settings(max_examples=5, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 51), st.integers(0, 7), st.sampled_from(["a", "b", ""])), max_size=25))
def test_pooled_groups_are_the_whole_at_every_date(okr, tmp_path_factory, answers):
    folder = tmp_path_factory.mktemp("project")
    lines = [
        (n, (date(2026, 10, 1) + timedelta(days=day)).isoformat(), score, channel, "x")
        for n, (day, score, channel) in enumerate(answers)
    ]
    data = {"data/answers.csv": rows(("id", "at", "q1", "channel", "who"), lines)}
    write_project(folder, SETTINGS, "metric: nps\nsource: surveys\nbaseline: 1\ntarget: 9\n", data)
    reading = measured(okr, folder, "--trend", "weekly", "--by", "channel")
    for place, point in enumerate([*reading["trend"], reading]):
        points = [[*part["trend"], part][place] for part in reading["parts"]]
        for name in ("n", "numerator", "denominator"):
            assert (point[name] or 0) == sum(one[name] or 0 for one in points)


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_every_metric_has_groups_and_a_past(metric):
    example = metric.example
    kind = metric.record_of({column for row in example.table for column in row}, example.record)
    rows = [_filled(dict(row), place, kind, AS_OF_ROWS) for place, row in enumerate(example.table)]
    rows = [{**row, "side": "ab"[place % 2]} for place, row in enumerate(rows)]
    know = {"parameters": example.options, "where": example.where, "record": kind.name}
    past = [AS_OF_ROWS - timedelta(days=3)]
    reading = read_metric(metric, rows, past=past, by="side", **know)
    assert [point.as_of for point in reading.past] == past
    then = read_metric(metric, rows, as_of=past[0], **know)
    figures = ("value", "n", "numerator", "denominator", "interval", "status", "excluded", "details", "window")
    assert [getattr(reading.past[0], name) for name in figures] == [getattr(then, name) for name in figures]
    assert {part.group for part in reading.parts} <= {"a", "b", None}
    for part in reading.parts[:1]:
        alone = read_metric(metric, [row for row in rows if row["side"] == part.group], **know)
        figures = ("value", "n", "numerator", "denominator", "interval", "status")
        assert [getattr(part, name) for name in figures] == [getattr(alone, name) for name in figures]


def test_the_instants_of_a_trend_are_the_ends_of_days():
    zone = ZoneInfo("America/New_York")
    at = datetime(2026, 11, 8, 9, tzinfo=zone)
    assert [one.isoformat() for one in earlier("weekly", date(2026, 10, 20), at, zone)] == [
        "2026-10-25T23:59:59-04:00",
        "2026-11-01T23:59:59-05:00",
    ]
    assert [one.isoformat() for one in earlier("monthly", date(2026, 9, 15), at, zone)] == [
        "2026-09-30T23:59:59-04:00",
        "2026-10-31T23:59:59-04:00",
    ]
    assert len(earlier("daily", date(2026, 11, 1), at.astimezone(UTC), zone)) == 7


@pytest.mark.parametrize("time", ["00:05:00", "23:00:00"])
def test_the_past_does_not_depend_on_when_it_is_asked(okr, project, time):
    folder = project("metric: csat\nsource: surveys\nbaseline: 60%\ntarget: 90%\n")
    trend = measured(okr, folder, "--trend", "weekly", as_of=f"2026-10-23T{time}+07:00")["trend"]
    due = [measured(okr, folder, as_of=day) for day in ("2026-10-02", "2026-10-09", "2026-10-16")]
    assert [(point["value"], point["n"]) for point in trend] == [(one["value"], one["n"]) for one in due]


def test_metrics_of_different_sums_share_one_table(okr, project):
    folder = project("metric: complaint_rate\nsource: sums\nbaseline: 9%\ntarget: 1%\n")
    text = SETTINGS + (
        "  sums: {type: csv, path: data/sums.csv, columns: {period: p, complaints: c, customers: k, invited: i, bounced: b, responded: r}}\n"
    )
    (folder / "okrengine.yaml").write_text(text, encoding="utf-8")
    (folder / "data" / "sums.csv").write_text("p,c,k,i,b,r\n2026-10-31,3,100,50,10,20\n", encoding="utf-8")
    okrs = folder / "okrs" / "team.yaml"
    other = "      - {id: answers, title: Answers, metric: survey_response_rate, source: sums, baseline: 10%, target: 60%}\n"
    okrs.write_text(okrs.read_text(encoding="utf-8") + other, encoding="utf-8")
    for flags in ((), ("--dry-run",)):
        ran = okr(folder, "--as-of", AS_OF, "measure", "--format", "json", *flags)
        assert ran.returncode == 0, ran.stdout + ran.stderr
    ran = okr(folder, "--as-of", AS_OF, "measure", "--format", "json")
    assert [reading["value"] for reading in json.loads(ran.stdout)["readings"]] == [3, 50]


def test_groups_on_a_terminal(okr, project):
    ran = okr(project(), "--as-of", AS_OF, "measure", "--by", "channel")
    assert ran.stdout.splitlines()[4:9] == [
        "  by channel",
        "    chat    0%    0% to 79.35%     n 1, small sample",
        "    email   50%   9.45% to 90.55%  n 2, small sample",
        "    อีเมล    100%  20.65% to 100%   n 1, small sample",
        "    (none)  100%  20.65% to 100%   n 1, small sample",
    ]


def test_a_column_that_no_source_has_is_named(okr, project):
    ran = okr(project(), "--as-of", AS_OF, "measure", "--by", "chanel")
    assert ran.returncode == 2
    assert "not by chanel" in ran.stdout
    assert "none of the sources asked has a column `chanel`" in ran.stderr


def test_a_group_s_name_gives_no_orders_to_a_terminal(okr, project):
    answers = [("1", "2026-10-02T09:00:00", 5, '"\x1b[2Jx\u202ey"', "a"), *ANSWERS]
    ran = okr(project(answers=answers), "--as-of", AS_OF, "measure", "--by", "channel")
    assert "\x1b" not in ran.stdout
    assert "\u202e" not in ran.stdout


def test_more_groups_than_anyone_reads_are_refused(okr, project):
    answers = [(n, "2026-10-02T09:00:00", 5, f"c{n}", "a") for n in range(1001)]
    ran = okr(project(answers=answers), "--as-of", AS_OF, "measure", "--by", "channel")
    assert ran.returncode == 3
    assert "there are more than 1,000 groups: choose a column with fewer values" in ran.stdout


@pytest.mark.parametrize(
    ("every", "first", "said"),
    [
        ("daily", "2024-12-31", "has 690 instants, and one measurement looks at 550 at most: ask for `--trend weekly`"),
        ("daily", "2016-12-01", "has 3,642 instants, and one measurement looks at 550 at most: ask for `--trend weekl"),
        ("daily", "1999-12-01", "has 9,852 instants, and one measurement looks at 550 at most: ask for `--trend month"),
        ("weekly", "2006-12-01", "has 1,042 instants, and one measurement looks at 550 at most: ask for `--trend mon"),
        ("monthly", "1900-01-01", "has 1,522 instants, and one measurement looks at 550 at most: correct when the cyc"),
    ],
)
def test_a_trend_with_more_instants_than_a_query_can_ask_of_is_refused(okr, project, every, first, said):
    folder = project()
    text = (folder / "okrengine.yaml").read_text(encoding="utf-8").replace("2026-10-01", first)
    (folder / "okrengine.yaml").write_text(text, encoding="utf-8")
    ran = okr(folder, "--as-of", AS_OF, "measure", "--trend", every)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr


def test_groups_that_no_row_meets_the_condition_of_do_not_count_among_them(okr, project):
    answers = [(n, "2026-10-02T09:00:00", 5 if n < 3 else 9, f"c{n}", "a") for n in range(1500)]
    parts = measured(okr, project(answers=answers), "--by", "channel", "--trend", "monthly")["parts"]
    assert [part["group"] for part in parts] == ["c0", "c1", "c2"]


def test_a_plan_asks_nothing(okr, project):
    folder = project()
    (folder / "data" / "answers.csv").unlink()
    ran = okr(folder, "--as-of", AS_OF, "measure", "--dry-run")
    assert ran.returncode == 0, ran.stderr
    assert "surveys: csv data/answers.csv\n  reads " in ran.stdout
    assert "\n  1 query (1)\n" in ran.stdout
    assert ": csat · where q1 {not: 9} · no value yet\n" in ran.stdout
    assert "SELECT" not in ran.stdout
    assert ran.stdout.endswith("by 1 query; nothing was opened; -v shows the SQL.\n")
    assert "\nquery 1\nSELECT\n" in okr(folder, "--as-of", AS_OF, "measure", "--dry-run", "-v").stdout
    again = okr(
        folder, "--as-of", AS_OF, "measure", "--dry-run", "--by", "channel", "--trend", "weekly", "--format", "json"
    )
    plan = json.loads(again.stdout)
    assert plan["planned"][0]["queries"] == [1, 2]
    assert {"id", "channel"} <= {*plan["planned"][0]["columns"]}
    assert all("GROUP BY" in query for query in plan["queries"])


def test_a_plan_says_what_cannot_be_measured(okr, project):
    ran = okr(
        project("metric: repeat_purchase_rate\nsource: surveys\nbaseline: 1%\ntarget: 9%\n"),
        "measure",
        "--dry-run",
        "--as-of",
        AS_OF,
    )
    assert ran.returncode == 3
    assert "cannot be measured: `repeat_purchase_rate` reads `order`" in ran.stdout


def test_progress_is_one_line_of_a_terminal_and_gone_at_the_end(project):
    folder = project()
    command = [sys.executable, "-m", "okrengine", "--as-of", AS_OF, "measure"]
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=follower, env={**os.environ, "TERM": "xterm"}
    ) as ran:
        out = ran.communicate(timeout=60)[0]
    os.close(follower)
    shown = os.read(leader, 10_000).decode()
    os.close(leader)
    assert "measuring 1 of 1: surveys" in shown
    assert shown.endswith("\r\x1b[K")
    assert b"measuring" not in out
    piped = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=True)
    assert piped.stderr == b""


def test_what_stands_behind_a_value_is_folded_on_a_terminal_and_nowhere_else(project):
    folder = project()
    command = [sys.executable, "-m", "okrengine", "--as-of", AS_OF, "measure"]
    leader, follower = pty.openpty()
    env = {**os.environ, "TERM": "dumb", "COLUMNS": "40"}
    subprocess.run(command, cwd=folder, stdout=follower, stderr=subprocess.DEVNULL, env=env, timeout=60, check=True)
    os.close(follower)
    shown = os.read(leader, 10_000).decode().replace("\r\n", "\n").splitlines()
    os.close(leader)
    behind = shown[2:-2]
    assert len(behind) > 1
    assert all(len(line) <= 40 for line in behind)
    piped = subprocess.run(command, cwd=folder, capture_output=True, env=env, timeout=60, check=True).stdout.decode()
    assert " · ".join(line.strip() for line in behind) == piped.splitlines()[2].strip()


def test_shares_of_groups_are_exact(okr, project):
    (email,) = [part for part in measured(okr, project(), "--by", "channel")["parts"] if part["group"] == "email"]
    assert Fraction(email["numerator"], email["denominator"]) == Fraction(1, 2)


def test_a_plan_says_which_rows_count_and_what_fails_alone(okr, project):
    folder = project("metric: csat\nsource: surveys\nwhere: {channel: [email, chat]}\nbaseline: 1%\ntarget: 9%\n")
    own = (
        "from okrengine import Metric, Rate, hookimpl\n\n\ndef own(answers):\n    return Rate(answers.skore > 3)\n\n\n"
    )
    own += "@hookimpl\ndef okr_metrics():\n    return [Metric('own', own, record='survey_response', unit='%')]\n"
    (folder / "own").mkdir()
    (folder / "own" / "own.py").write_text(own, encoding="utf-8")
    settings = folder / "okrengine.yaml"
    settings.write_text(f"{settings.read_text(encoding='utf-8')}plugins: [own]\n", encoding="utf-8")
    okrs = folder / "okrs" / "team.yaml"
    other = "      - {id: own, title: Own, metric: own, source: surveys, baseline: 10%, target: 60%}\n"
    okrs.write_text(okrs.read_text(encoding="utf-8") + other, encoding="utf-8")
    for flags in (("--dry-run",), ()):
        ran = okr(folder, "--as-of", AS_OF, "measure", *flags)
        assert ran.returncode == 3
        assert "does not have: did you mean `score`? (own/own.py:5)" in ran.stdout, ran.stdout
        assert ("csat · where channel [email, chat] · no value yet" in ran.stdout) == bool(flags)
    assert "1 of 2 would be measured" in okr(folder, "--as-of", AS_OF, "measure", "--dry-run").stdout
