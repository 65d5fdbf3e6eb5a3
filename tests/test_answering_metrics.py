"""Metrics of answering, solving, work and quality: what they refuse, and how, and trends of what is put together."""

from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from okrengine.config import Values
from okrengine.offers import meant
from okrengine.parameters import ParameterError
from okrengine.registry import find
from okrengine.testing import check_metric, read_metric, write_project

METRICS = find().metrics
SETTINGS = """\
version: 1
cycles: {named: {always: {from: 2000-01-01, to: 2030-12-31}}}
sources:
  rows: {type: csv, path: data/rows.csv, columns: {session_id: session_id, started_at: started_at, escalated: escalated}}
"""
ROWS = {"data/rows.csv": "session_id,started_at,escalated\n1,2025-01-01,no\n"}
HOURS = {"days": ["mon"], "open": "09:00", "close": "18:00"}
STATES = ("new", "open", "pending", "on-hold", "solved")


@pytest.mark.parametrize("command", [["validate"], ["measure", "team"]])
def test_a_name_in_use_for_two_metrics_is_refused_and_names_both(command, tmp_path, okr):
    key_result = "metric: containment_rate\nsource: rows\nbaseline: 10%\ntarget: 20%"
    ran = okr(write_project(tmp_path, SETTINGS, key_result, ROWS), *command)
    assert ran.returncode != 0
    said = " ".join((ran.stdout + ran.stderr).split())
    assert "`contained_rate` (Settled by the bot to the customer's satisfaction) or `not_escalated_rate`" in said


def test_other_names_mean_nothing_in_particular():
    assert meant("contained_rat", METRICS) is None
    assert "write `contained_rate`" in meant("deflection_rate", METRICS)


def test_an_unknown_status_is_named_with_what_to_do():
    rows = [{"ticket_id": "1", "at": "2026-02-01T10:00:00Z", "status_to": "parked"}]
    reading = read_metric(METRICS["status_durations"], rows, parameters={"count": "on_hold"})
    assert reading.status == "source_failed"
    assert "nothing is said of the status `parked`: add it to the lists under `statuses:`" in reading.reason


def test_what_covers_must_be_mapped():
    reading = read_metric(METRICS["profile_completeness"], [{"customer_id": "1"}], parameters={"filled": ["phone"]})
    assert reading.value == 0, "a column that is mapped and empty is not filled"
    rows = [{"ticket_id": "1", "created_at": "2026-02-01"}]
    reading = read_metric(METRICS["coverage_rate"], rows, record="ticket")
    assert (reading.value, reading.excluded) == (None, {"missing": 1})


def test_a_source_without_what_covers_is_told(tmp_path, readings):
    key_result = "metric: coverage_rate\nsource: rows\nbaseline: 10%\ntarget: 20%"
    (reading,) = readings(write_project(tmp_path, SETTINGS, key_result, ROWS), datetime(2026, 1, 1, tzinfo=UTC))
    assert reading.status == "source_failed"
    assert "`coverage_rate` reads any record: map `covered` under `columns:` of the source `rows`" in reading.reason


@pytest.mark.parametrize(
    ("name", "options", "says"),
    [
        ("profile_completeness", {}, "`filled` must name the columns"),
        ("data_completeness", {"filled": []}, "`filled` must name the columns"),
        ("after_hours_answer_rate", {"threshold": "1 h"}, "`business_hours` must be given"),
        ("after_hours_answer_rate", {"threshold": "1 h", "business_hours": {**HOURS, "open": "25:00"}}, "25:00"),
        ("after_hours_answer_rate", {"threshold": "1 h", "business_hours": {**HOURS, "open": "19:00"}}, "after `open`"),
        ("status_durations", {}, "`count` must be given"),
        ("status_durations", {"count": "waiting"}, "`waiting` is not allowed"),
        ("status_durations", {"count": "on_hold", "statuses": {"parked": ["parked"]}}, "unknown key `parked`"),
        ("qa_category_score", {}, "`category` must be given"),
        ("answered_within_rate", {}, "`threshold` must be given"),
        ("internal_quality_score", {"critical_below": 50}, "critical_below"),
    ],
)
def test_parameters_that_cannot_be_right(name, options, says):
    with pytest.raises(ParameterError, match=says):
        METRICS[name].bind(options)


def test_a_preset_writes_its_default_as_a_person_would():
    assert METRICS["followup_within_rate"].parameters["threshold"].schema["default"] == "7 d"
    assert "default" not in METRICS["checkin_on_time"].parameters["threshold"].schema
    assert METRICS["owner_coverage"].parameters["filled"].schema["default"] == ["owner"]


def test_labels_may_rename_a_status():
    from okrengine.config import SourceSettings

    rows = [
        {"ticket_id": "1", "at": "2026-02-01T10:00:00Z", "status_to": "Waiting"},
        {"ticket_id": "1", "at": "2026-02-01T12:00:00Z", "status_to": "Done"},
    ]
    source = SourceSettings(
        "rows", "csv", values={"status_to": Values(labels={"Waiting": "pending", "Done": "solved"})}
    )
    check_metric(METRICS["status_durations"], rows, {"value": 7200}, parameters={"count": "agent_wait"}, source=source)


changes = st.lists(
    st.tuples(st.integers(1, 4), st.integers(0, 400), st.sampled_from(STATES)), min_size=1, max_size=12, unique=True
)


@given(changes, st.integers(400, 500))
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
def test_times_by_status_are_those_of_walking_through_each_ticket(events, asked):
    start = datetime(2026, 3, 1, tzinfo=UTC)
    rows = [
        {"ticket_id": str(ticket), "at": (start + timedelta(minutes=at)).isoformat(), "status_to": status}
        for ticket, at, status in events
    ]
    due = []
    for ticket in sorted({ticket for ticket, _, _ in events}):
        own = sorted(((at, status == "solved", status) for one, at, status in events if one == ticket))
        spent = 0
        for number, (at, ended, status) in enumerate(own):
            until = own[number + 1][0] if number + 1 < len(own) else at if ended else asked
            spent += (until - at) * 60 if status in ("new", "open", "on-hold") else 0
        due.append(spent)
    middle = sorted(due)
    expected = Fraction(middle[(len(due) - 1) // 2] + middle[len(due) // 2], 2)
    check_metric(
        METRICS["status_durations"],
        rows,
        {"value": expected, "n": len(due)},
        parameters={"count": "requester_wait"},
        as_of=start + timedelta(minutes=asked),
    )


def test_a_trend_of_times_by_status_is_what_was_measured_then(tmp_path, okr):
    import json

    text = "ticket,at,status,channel\n"
    for number in range(12):
        day = f"2026-10-{number + 1:02}"
        text += f"{number},{day}T08:00:00Z,new,{'chat' if number % 2 else 'mail'}\n"
        text += f"{number},2026-10-{number + 5:02}T0{number % 9}:30:00Z,solved,{'chat' if number % 2 else 'mail'}\n"
    settings = """\
version: 1
cycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}
sources:
  rows: {type: csv, path: data/rows.csv, columns: {ticket_id: ticket, at: at, status_to: status, channel: channel}}
"""
    key_result = "metric: status_durations\nsource: rows\nwith: {count: full_resolution}\nbaseline: 96 h\ntarget: 48 h"
    project = write_project(tmp_path, settings, key_result, {"data/rows.csv": text})

    def measured(*arguments):
        ran = okr(project, "measure", "team", "--format", "json", *arguments)
        return json.loads(ran.stdout)["readings"][0]

    trend = measured("--as-of", "2026-10-31T00:00:00Z", "--trend", "weekly", "--by", "channel")
    assert len(trend["trend"]) > 3
    for point in trend["trend"]:
        once = measured("--as-of", point["as_of"])
        assert (point["value"], point["n"]) == (once["value"], once["n"])
    assert {part["group"]: part["n"] for part in trend["parts"]} == {"chat": 6, "mail": 6}


def test_answers_of_tickets_without_a_group_are_found_too(tmp_path, okr):
    import json

    text = "ticket,at,role,channel\n"
    for ticket, channel in (("1", "chat"), ("2", "")):
        text += f"{ticket},2026-10-01T08:00:00Z,customer,{channel}\n{ticket},2026-10-01T09:00:00Z,agent,{channel}\n"
    settings = """\
version: 1
cycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}
sources:
  rows: {type: csv, path: data/rows.csv, columns: {ticket_id: ticket, at: at, author_role: role, channel: channel}}
"""
    key_result = "metric: first_response_time\nsource: rows\nbaseline: 96 h\ntarget: 48 h"
    project = write_project(tmp_path, settings, key_result, {"data/rows.csv": text})
    ran = okr(project, "measure", "team", "--format", "json", "--as-of", "2026-10-31T00:00:00Z", "--by", "channel")
    parts = {one["group"]: one["value"] for one in json.loads(ran.stdout)["readings"][0]["parts"]}
    assert parts == {"chat": 3600, None: 3600}
