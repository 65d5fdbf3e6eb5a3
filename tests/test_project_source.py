"""The source type `project`: what a project says of itself, as items, as it was known at each instant."""

from datetime import date, datetime

import pytest

from okrengine import Project
from okrengine.measure import Ask, measure
from okrengine.model import Cycle, Measure, Window

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
departments: [service, sales, legal]
sources:
  key-results: {type: project, of: key_results}
  objectives: {type: project, of: objectives}
  work: {type: project, of: initiatives}
  steps: {type: project, of: milestones}
  said: {type: project, of: checkins}
  weeks: {type: project, of: checkins_due}
  fortnights: {type: project, of: checkins_due, every: 14 d}
  departments: {type: project, of: departments}
"""
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: glad
    title: Customers like to come back to us
    tags: {department: service}
    key_results:
      - {id: weeks, title: Weeks with a check-in, formerly: [rhythm], metric: count_done, source: weeks, baseline: 0, target: 9, weight: 2}
      - {id: sponsors, title: Sponsors who stay with us, baseline: 0, target: 3, deadline: 2026-11-30, tags: {department: [sales]}}
      - id: chat
        title: Live chat answers customers
        milestones:
          - {id: chosen, title: Chosen, by: 2026-10-31}
          - {id: live, title: Live, by: 2026-12-15, weight: 3}
          - {id: known, title: Known, by: 2026-10-31, done: 2026-10-09}
    initiatives:
      - {id: bot, title: A bot, owner: arm, due: 2026-11-30, progress: 30%}
      - {id: desk, title: A desk, progress: 100%}
      - {id: plan, title: A plan}
    amendments:
      - {on: 2026-11-02, key_result: sponsors, field: deadline, from: 2026-11-15, to: 2026-11-30, reason: They meet late, by: nok}
      - {on: 2026-11-05, key_result: old-one, field: dropped, reason: Nobody asks, by: nok}
"""
HEAD = "version: 1\ncycle: 2026-Q4\nteam: service\nat: {at}\nby: nok\n"
SAID = {
    "2026-10-08T02:00:00Z": "key_results:\n  glad/rhythm: {value: 0}\ninitiatives: {glad/bot: {progress: 60%}}\n",
    "2026-10-16T02:00:00Z": "key_results:\n  glad/chat: {milestones: {chosen: 2026-10-14}}\ninitiatives: {glad/bot: {progress: 100%}}\n",
    "2026-10-17T02:00:00Z": "key_results:\n  glad/weeks: {missing: source_failed, detail: gone}\ninitiatives: {glad/bot: {progress: 100%}}\n",
    "2026-10-23T02:00:00Z": "backfilled: true\nkey_results:\n  glad/weeks: {value: 3}\n",
    "2026-10-30T02:00:00Z": "key_results: {}\ninitiatives: {glad/bot: {progress: 90%}}\n",
    "2026-11-20T02:00:00Z": "key_results: {}\ncloses: {verdicts: {glad/weeks: {score: 1, verdict: achieved}, glad/chat: {score: 1, verdict: achieved}, glad/sponsors: {score: null, verdict: dropped}}}\n",
}
Q4 = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))


@pytest.fixture
def project(tmp_path):
    return write(tmp_path, OKRS, SAID)


def write(folder, okrs, said):
    (folder / "okrs").mkdir()
    (folder / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    (folder / "okrs" / "service.yaml").write_text(okrs, encoding="utf-8")
    home = folder / "checkins" / "2026-Q4" / "service"
    home.mkdir(parents=True)
    for at, text in said.items():
        name = at.replace(":", "") + ".yaml"
        (home / name).write_text(HEAD.format(at=at) + text, encoding="utf-8")
    return folder


def states(folder, source):
    """Every row of the source, by item."""
    from okrengine.measure import engine
    from okrengine.parameters import bind

    project = Project.open(folder)
    settings = project.settings.sources[source]
    kind = project.registry.sources[settings.type]
    connection = engine.connect([])
    rows = kind.read(connection, folder, **bind(kind.parameters, settings.options, check=kind.check))
    found = {}
    for row in rows.relation.fetchall():
        state = dict(zip(rows.headers, row, strict=True))
        found.setdefault(state["item_id"], []).append({name: value for name, value in state.items() if value})
    for each in found.values():
        each.sort(key=lambda state: state["updated_at"])
    connection.close()
    return found


def measured(folder, metric, source, as_of="2026-11-15T12:00:00+07:00", **options):
    project = Project.open(folder)
    know = {"settings": project.settings, "registry": project.registry, "root": folder}
    asks = [Ask("service/glad/x", Measure(metric, source, options), Q4)]
    (found,) = measure(asks, as_of=datetime.fromisoformat(as_of), **know)
    return found


def reading(folder, source, as_of, *, where=None, window=None):
    project = Project.open(folder)
    ask = Ask("service/glad/x", Measure("count_done", source, {}, where or {}, window or Window()), Q4)
    know = {"settings": project.settings, "registry": project.registry, "root": folder}
    (found,) = measure([ask], as_of=datetime.fromisoformat(as_of), **know)
    return found


def test_the_files_of_the_test_are_right(project):
    problems = Project.open(project).validate(as_of=datetime.fromisoformat("2026-12-01T00:00:00+07:00")).problems
    assert [p for p in problems if p.severity == "error"] == []


def test_an_initiative_is_as_far_as_the_last_check_in_said(project):
    found = states(project, "work")
    bot = found["service/glad/bot"]
    assert [(one["updated_at"], one.get("progress"), one.get("done_at")) for one in bot] == [
        ("2026-09-30T17:00:00+00:00", "30", None),
        ("2026-10-08T02:00:00+00:00", "60", None),
        ("2026-10-16T02:00:00+00:00", "100", "2026-10-16T02:00:00+00:00"),
        ("2026-10-30T02:00:00+00:00", "90", None),
    ]
    assert {one["opened_at"] for one in bot} == {"2026-10-01T00:00:00+07:00"}
    assert (bot[0]["owner"], bot[0]["group"], bot[0]["due_at"], bot[0]["weight"]) == (
        "arm",
        "service",
        "2026-11-30",
        "1",
    )
    (desk,) = found["service/glad/desk"]
    assert (desk["done_at"], desk["progress"]) == ("2026-10-01T00:00:00+07:00", "100")
    (plan,) = found["service/glad/plan"]
    assert not {"owner", "progress", "due_at", "done_at"} & set(plan)


def test_key_results_are_covered_amended_dropped_and_achieved(project):
    found = states(project, "key-results")
    weeks = [(one["updated_at"][:10], one["covered"], one.get("done_at")) for one in found["service/glad/weeks"]]
    closed = "2026-11-20T02:00:00+00:00"
    assert weeks == [
        ("2026-09-30", "false", None),
        ("2026-10-08", "true", None),
        ("2026-10-17", "false", None),
        ("2026-10-23", "true", None),
        ("2026-11-20", "true", closed),
    ]
    assert found["service/glad/weeks"][0]["weight"] == "2"
    sponsors = found["service/glad/sponsors"]
    assert [(one["updated_at"][:10], one["due_at"], one.get("cancelled_at")) for one in sponsors] == [
        ("2026-09-30", "2026-11-15", None),
        ("2026-11-01", "2026-11-30", None),
        ("2026-11-20", "2026-11-30", closed),
    ]
    assert [one.get("cancelled_at") for one in found["service/glad/old-one"]] == [None, "2026-11-05T00:00:00+07:00"]
    assert found["service/glad/chat"][-1]["due_at"] == "2026-12-31"


def test_an_objective_is_done_when_all_that_was_not_dropped_is_achieved(project, tmp_path):
    assert [one.get("done_at") for one in states(project, "objectives")["service/glad"]] == [
        None,
        "2026-11-20T02:00:00+00:00",
    ]
    missed = {
        at: text.replace("glad/chat: {score: 1, verdict: achieved", "glad/chat: {score: 0, verdict: missed")
        for at, text in SAID.items()
    }
    other = tmp_path / "other"
    other.mkdir()
    assert [one.get("done_at") for one in states(write(other, OKRS, missed), "objectives")["service/glad"]] == [None]


def test_a_milestone_is_done_on_the_day_that_is_said_once_it_was_said(project):
    found = states(project, "steps")
    chosen = found["service/glad/chat/chosen"]
    assert [(one["updated_at"][:10], one.get("done_at")) for one in chosen] == [
        ("2026-09-30", None),
        ("2026-10-16", "2026-10-14"),
    ]
    assert found["service/glad/chat/live"][0]["weight"] == "3"
    assert found["service/glad/chat/known"][0]["done_at"] == "2026-10-09"
    counts = {day: reading(project, "steps", f"2026-10-{day}T12:00:00+07:00").value for day in ("08", "09", "15", "16")}
    assert counts == {"08": 0, "09": 1, "15": 1, "16": 2}


def test_check_ins_are_due_in_every_stretch_until_the_cycle_is_closed(project):
    weeks = {key.rpartition("/")[2]: one for key, (one,) in states(project, "weeks").items()}
    assert list(weeks) == [
        f"2026-{d}" for d in ("10-01", "10-08", "10-15", "10-22", "10-29", "11-05", "11-12", "11-19")
    ]
    assert (weeks["2026-10-08"]["due_at"], weeks["2026-10-08"]["owner"]) == ("2026-10-14", "nok")
    done = {day: one.get("done_at") for day, one in weeks.items()}
    assert done["2026-10-08"] == "2026-10-08T02:00:00+00:00"
    assert done["2026-10-15"] == "2026-10-16T02:00:00+00:00", "the first of two in one week"
    assert done["2026-10-22"] is None, "what was filled in later is no check-in of that week"
    assert [day for day, at in done.items() if at is None] == ["2026-10-01", "2026-10-22", "2026-11-05", "2026-11-12"]
    assert list(states(project, "fortnights")) == [
        f"2026-Q4/service/2026-{d}" for d in ("10-01", "10-15", "10-29", "11-12")
    ]


def test_a_rest_of_a_cycle_asks_for_no_check_in(tmp_path):
    found = list(states(write(tmp_path, OKRS, {}), "weeks"))
    assert len(found) == 13
    assert found[-1] == "2026-Q4/service/2026-12-24"


def test_check_ins_that_were_made(project):
    found = {key.rpartition("/")[2]: one for key, (one,) in states(project, "said").items()}
    assert [one["kind"] for one in found.values()] == [
        "check-in",
        "check-in",
        "check-in",
        "backfilled",
        "check-in",
        "closing",
    ]
    assert {one["owner"] for one in found.values()} == {"nok"}
    october = Window("fixed", start=date(2026, 10, 1), end=date(2026, 10, 31))
    later = reading(project, "said", "2026-12-01T00:00:00+07:00", window=october)
    assert (later.value, later.status) == (5, "ok")
    assert reading(project, "said", "2026-12-01T00:00:00+07:00", where={"kind": {"not": "backfilled"}}).value == 5


def test_a_department_is_covered_where_a_key_result_of_the_cycle_is_its(project):
    found = states(project, "departments")
    assert {key: each[0]["covered"] for key, each in found.items()} == {
        "2026-Q4/service": "true",
        "2026-Q4/sales": "true",
        "2026-Q4/legal": "false",
    }


def test_the_past_reads_as_it_was_known_then(project):
    for day, value in (("2026-10-15", 1), ("2026-10-16", 2), ("2026-10-29", 2), ("2026-10-31", 1)):
        found = reading(project, "work", f"{day}T12:00:00+07:00")
        assert (found.value, found.excluded) == (value, {}), day
    assert reading(project, "work", "2026-09-01T00:00:00+07:00").status == "no_data"


def test_states_that_gave_way_are_no_duplicates(project):
    found = reading(project, "work", "2026-12-01T00:00:00+07:00", where={"cycle": "2026-Q4"})
    assert (found.value, found.excluded, found.status) == (1, {}, "ok")


def test_the_same_files_give_the_same_rows(project):
    assert states(project, "key-results") == states(project, "key-results")


def test_a_broken_check_in_is_no_silent_gap(project):
    file = project / "checkins" / "2026-Q4" / "service" / "2026-10-30T020000Z.yaml"
    file.write_text("version: 1\ncycle: [\n", encoding="utf-8")
    found = reading(project, "weeks", "2026-12-01T00:00:00+07:00")
    assert (found.status, found.value) == ("source_failed", None)
    assert "checkins/2026-Q4/service/2026-10-30T020000Z.yaml, line" in found.reason
    assert "okr validate" in found.reason
    assert str(project) not in found.reason


def test_departments_must_be_listed(project):
    file = project / "okrengine.yaml"
    file.write_text(SETTINGS.replace("departments: [service, sales, legal]\n", ""), encoding="utf-8")
    found = reading(project, "departments", "2026-12-01T00:00:00+07:00")
    assert found.status == "source_failed"
    assert "`departments:`" in found.reason


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{type: project}", "`of`"),
        ("{type: project, of: tasks}", "key_results"),
        ("{type: project, of: checkins_due, every: 36 h}", "7 d, 14 d"),
        ("{type: project, of: checkins_due, every: 0 d}", "7 d, 14 d"),
    ],
)
def test_options_are_checked_before_anything_is_read(okr, project, source, said):
    (project / "okrengine.yaml").write_text(f"version: 1\nsources:\n  x: {source}\n", encoding="utf-8")
    ran = okr(project, "validate")
    assert ran.returncode == 2
    assert said in ran.stdout + ran.stderr


def test_columns_of_its_own_may_be_asked_for(okr, project):
    file = project / "okrs" / "service.yaml"
    file.write_text(OKRS.replace("source: weeks,", "source: weeks, where: {cycle: 2026-Q4},"), encoding="utf-8")
    assert "unknown-column" not in okr(project, "validate", "--as-of", "2026-12-01").stdout
    file.write_text(OKRS.replace("source: weeks,", "source: weeks, where: {cycles: 2026-Q4},"), encoding="utf-8")
    assert "unknown-column" in okr(project, "validate", "--as-of", "2026-12-01").stdout


def test_no_data_frame_library_is_imported(project):
    import subprocess
    import sys

    code = (
        "import sys\nfrom okrengine.cli.app import run\nrun(['measure', '--as-of', '2026-12-01'])\n"
        "print([name for name in ('pandas', 'pyarrow', 'numpy') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=project)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize(
    ("metric", "source", "fraction", "excluded"),
    [
        ("owner_coverage", "work", (1, 3), {}),
        ("department_kr_coverage", "departments", (2, 3), {}),
        ("checkin_on_time", "weeks", (3, 6), {"undecided": 1}),
        ("checkin_on_time", "fortnights", (3, 3), {"undecided": 1}),
        ("completion_rate", "work", (1, 3), {}),
        ("completion_rate", "key-results", (0, 3), {}),
        ("done_within_rate", "steps", (2, 2), {"undecided": 1}),
        ("coverage_rate", "key-results", (2, 3), {"missing": 1}),
    ],
)
def test_what_a_project_says_of_itself_is_measured(project, metric, source, fraction, excluded):
    found = measured(project, metric, source)
    assert found.status in ("ok", "insufficient_sample"), found.reason
    assert (found.numerator, found.denominator) == fraction
    assert found.excluded == excluded


def test_how_often_it_reports_and_how_far_its_work_is(project):
    assert measured(project, "report_frequency", "said").value == 5
    progress = measured(project, "task_progress", "work")
    assert (progress.value, progress.n, progress.excluded) == (95, 2, {"missing": 1})  # 90 % and 100 %
    assert measured(project, "task_progress", "work", "2026-10-10T00:00:00+07:00").value == 80
    assert measured(project, "completion_rate", "objectives", "2026-12-01T00:00:00+07:00").value == 100
    by_end = measured(project, "completion_rate", "key-results", "2026-12-01T00:00:00+07:00")
    assert (by_end.numerator, by_end.denominator) == (2, 2), "what was dropped is not counted"
