"""`okr explain ADDRESS`: every kind of key result, guardrails, objectives, teams and cycles, in words and as data."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
AS_OF = ["--as-of", "2026-11-21"]
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  s: {type: csv, path: data/s.csv, columns: {response_id: id, responded_at: at, score: q}}
"""
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: happy
    title: Customers come back because we answer well
    kind: committed
    key_results:
      - id: reach
        title: Answered within an hour
        metric: manual
        baseline: 40%
        target: 80%
        guardrails:
          - {metric: csat, source: s, at_least: 80%}
          - {metric: csat, source: s, where: {segment: new}, at_least: 70%}
          - {metric: complaint_rate, source: s, at_most: 3%}
          - {metric: nps, source: s, at_least: 10}
      - {id: relative, title: Complaints, metric: manual, baseline: 15%, target: {change: -20%}}
      - {id: zones, title: Reviews, metric: manual, baseline: 10, target: {commit: 20, target: 40, stretch: 60}}
  - id: kept
    title: What is good stays good
    key_results:
      - {id: now, title: Uptime, metric: manual, maintain: {at_least: 99%, score: now}}
      - {id: share, title: Backlog, metric: manual, maintain: {at_most: 20 cases, score: share}}
      - {id: distance, title: Waiting, metric: manual, baseline: 60 min, maintain: {at_most: 30 min, score: distance}}
      - id: steps
        title: New desk
        milestones: [{id: plan, by: 2026-10-20}, {id: build, by: 2026-11-10, weight: 2}, {id: open, by: 2026-12-20}]
  - id: told
    title: What is told beside the pace
    key_results:
      - {id: pending, title: Not yet, metric: manual, baseline: {measure_by: 2026-12-01}, target: 90%}
      - {id: captured, title: Captured, metric: manual, baseline: {measure_by: 2026-10-20}, target: 90%}
      - {id: few, title: Few answers, metric: csat, source: s, baseline: 60%, target: 90%}
      - {id: old, title: An old value, metric: manual, baseline: 0 calls, target: 100 calls}
      - {id: owner, title: The owner's word, metric: manual, baseline: 0 calls, target: 100 calls}
      - {id: silent, title: Nobody spoke of it, metric: manual, baseline: 0, target: 10}
      - {id: broken, title: No file came, metric: csat, source: s, baseline: 60%, target: 90%}
      - {id: back, title: The wrong way, metric: manual, baseline: 10%, target: 3%}
"""
GUARDED = (
    "[{metric: csat, value: 78%, n: 50, at_least: 80%, holds: false}, "
    "{metric: csat, value: 75%, n: 40, at_least: 70%, holds: true}, "
    "{metric: complaint_rate, missing: source_failed, detail: no such file, at_most: 3%}]"
)


@pytest.fixture
def project(tmp_path):
    """A project with a check-in a week; of the value that is old the last three weeks say nothing."""
    (tmp_path / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "service.yaml").write_text(OKRS, encoding="utf-8")
    for week, day in enumerate(("10-15", "10-22", "10-29", "11-05", "11-12", "11-19"), 1):
        entries = {
            "happy/reach": f"{{value: {40 + 4 * week}%, confidence: 0.6, guardrails: {GUARDED}}}",
            "happy/relative": f"{{value: 14.{9 - week}%}}",
            "happy/zones": f"{{value: {10 + 4 * week}}}",
            "kept/now": "{value: 98.9%}",
            "kept/share": f"{{value: {15 + week} cases}}",
            "kept/distance": f"{{value: {50 - week} min}}",
            "kept/steps": "{milestones: {plan: 2026-10-14}}",
            "told/captured": f"{{value: {40 + week}%{', baseline: 42%' if week == 2 else ''}}}",
            "told/few": f"{{value: {60 + 2 * week}%, n: {10 + week}, interval: [{40 + 2 * week}%, {80 + 2 * week}%]}}",
            "told/old": f"{{value: {10 * week} calls}}" if week < 4 else None,
            "told/owner": f"{{value: {3 * week} calls{OVERRIDE if week == 4 else ''}}}",
            "told/broken": "{missing: source_failed, detail: data/s.csv is not there}",
            "told/back": f"{{value: {10 + week}%}}",
        }
        _check_in(tmp_path, f"2026-{day}", {key: said for key, said in entries.items() if said is not None})
    return tmp_path


OVERRIDE = ", override: {status: on_track, until: 2026-12-01, note: the courier starts}"


def _check_in(project, day, entries, cycle="2026-Q4", more=""):
    folder = project / "checkins" / cycle / "service"
    folder.mkdir(parents=True, exist_ok=True)
    said = "".join(f"  {key}: {entry}\n" for key, entry in entries.items())
    head = f"version: 1\ncycle: {cycle}\nteam: service\nat: {day}T09:00:00+07:00\nby: nok\n"
    (folder / f"{day}T020000Z.yaml").write_text(f"{head}key_results:\n{said}{more}", encoding="utf-8")


@pytest.fixture
def explain(okr, project):
    def explain(*names):
        ran = okr(project, "explain", *AS_OF, *names)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    return explain


@pytest.fixture
def said(explain):
    """The page with every stretch of blanks as one."""
    return lambda *names: " ".join(explain(*names).split())


# ---------------------------------------------------------------- each kind of key result


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("happy/reach", "score 0.6 (amber) status at_risk pace alone on_track confidence 0.6"),
        ("happy/reach", "baseline 40% okrs/service.yaml:13 target 80% okrs/service.yaml:14"),
        ("happy/reach", "(64% − 40%) ÷ (80% − 40%) = 0.6"),
        ("happy/reach", "51 of 91 days = 0.560439…"),
        ("happy/reach", "not better than at_risk, since the guardrail csat is 78% and must be at least 80%"),
        ("happy/reach", "#1 csat at least 80%: 78%, does not hold #2 csat at least 70%: 75%, holds"),
        ("happy/reach", "#3 complaint_rate at most 3%: no value, source_failed"),
        ("happy/reach", "#4 nps at least 10 points: no check-in speaks of it"),
        ("happy/relative", "15% × (1 − 20%) = 12%; (14.3% − 15%) ÷ (12% − 15%) = 7/30 = 0.233333…"),
        ("happy/zones", "commit to target: 0.3 + 0.4 × (34 − 20) ÷ (40 − 20) = 0.58"),
        ("kept/now", "98.9% is not at least 99%: 0"),
        ("kept/now", "98.9% is not at least 99%: the level does not hold"),
        ("kept/share", "5 of 6 check-ins at most 20 cases = 5/6 = 0.833333…"),
        ("kept/share", "21 cases is not at most 20 cases: the level does not hold"),
        ("kept/share", "value before 16 cases checkins/2026-Q4/service/2026-10-15T020000Z.yaml"),
        ("kept/distance", "1 − |44 min − 30 min| ÷ |60 min − 30 min| = 8/15 = 0.533333…"),
        ("kept/steps", "plan done 2026-10-14, due 2026-10-20, weight 1 checkins/2026-Q4"),
        ("kept/steps", "build due 2026-11-10, weight 2 open due 2026-12-20, weight 1 okrs/service.yaml"),
        ("kept/steps", "done: plan; 1 ÷ 4 by weight = 0.25"),
        ("kept/steps", "0.75 (steps due by 2026-11-21)"),
        ("told/pending", "status baselining"),
        ("told/pending", "no score: the baseline is still to be measured"),
        ("told/captured", "baseline 42% checkins/2026-Q4/service/2026-10-22T020000Z.yaml"),
        ("told/few", "status low_sample pace alone at_risk"),
        ("told/few", "n = 16 is below the smallest sample of 30"),
        ("told/few", "Pace alone at_risk: progress 0.4, expected 51 of 91 days"),
        ("told/few", "within_noise: the 95 % interval of the value contains the baseline"),
        ("told/old", "the last value is 23.62… d old, stale after 14 d; it is of 2026-10-29T09:00:00+07:00"),
        ("told/old", "Pace alone off_track: progress 0.3, expected 51 of 91 days = 0.560439…: 26.04… points behind"),
        ("told/old", "none yet: 3 of the 4 days with a value that it needs"),
        (
            "told/owner",
            "owner's word on_track until 2026-12-01: the courier starts checkins/2026-Q4/service/2026-11-05",
        ),
        ("told/owner", "the owner's word until 2026-12-01: on_track; by pace off_track: progress 0.18"),
        ("told/silent", "no score: not_stated"),
        ("told/silent", "no check-in speaks of it"),
        ("told/broken", "value missing: source_failed, data/s.csv is not there"),
        ("told/back", "(16% − 10%) ÷ (3% − 10%) = −6/7 = −0.857142…, below 0: score 0"),
        ("told/back", "regressed: the value is further from the target than the baseline"),
    ],
)
def test_what_a_page_says(said, address, says):
    assert says in said(f"service/{address}")


def test_every_page_stands_in_eighty_columns(explain):
    every = ("happy/reach", "kept/share", "kept/steps", "told/few", "told/owner", "told/broken")
    for address in ("service", "2026-Q4", "service/happy", *(f"service/{each}" for each in every)):
        page = explain(address)
        assert all(len(line) <= 80 for line in page.splitlines()), page
        assert page.startswith((f"{address}\n", f"team {address}\n", f"cycle {address}\n"))


def test_what_nothing_measures_is_not_said_to_be_explained(said):
    assert "How it is measured: okr explain csat" in said("service/told/few")
    assert "How it is measured" not in said("service/told/old")


def test_a_closed_cycle_shows_what_was_frozen(project, said):
    _check_in(
        project, "2026-11-20", {"happy/reach": "{value: 60%}"},
        more="closes:\n  verdicts:\n    happy/reach: {score: 0.5, verdict: missed, note: the desk came late}\n",
    )  # fmt: skip
    page = said("service/happy/reach")
    assert "score 0.5 (amber) status closed" in page
    assert "verdict missed" in page
    assert "verdict missed, 0.5 checkins/2026-Q4/service/2026-11-20T020000Z.yaml" in page
    assert "(60% − 40%) ÷ (80% − 40%) = 0.5; frozen when the cycle was closed: 0.5" in page
    assert "closed by the check-in of 2026-11-20T09:00:00+07:00: verdict missed" in page


def test_a_project_without_check_ins_explains_that_nothing_is_known(okr, project):
    for path in (project / "checkins").rglob("*.yaml"):
        path.unlink()
    page = " ".join(okr(project, "explain", *AS_OF, "service/happy/reach").stdout.split())
    assert "score none status no_data" in page
    assert "no check-in speaks of it" in page
    whole = " ".join(okr(project, "explain", *AS_OF, "service").stdout.split())
    assert "score none status none measured 0 of 3 objectives that count" in whole
    assert "no score: nothing that counts has one" in whole


# ---------------------------------------------------------------- guardrails


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (1, "holds no status at_risk, of its key result pace alone on_track"),
        (1, "limits at least 80%, inclusive okrs/service.yaml:15 value 78% n 50 checkins/2026-Q4/service/2026-11-19"),
        (1, "it caps the status: at_risk in place of on_track"),
        (2, "value 75% n 40"),
        (2, "nothing: it holds. If it did not, the status would be no better than at_risk"),
        (3, "value missing: source_failed, no such file"),
        (3, "nothing: it could not be measured, and what is not known caps nothing"),
        (4, "nothing: no check-in speaks of it"),
    ],
)
def test_a_guardrail_says_where_it_stands_and_what_it_caps(said, number, says):
    assert says in said(f"service/happy/reach#{number}")


def test_a_guardrail_that_does_not_decide_says_so(project, said):
    _check_in(project, "2026-11-20", {"happy/reach": f"{{value: 41%, guardrails: {GUARDED}}}"})
    assert "the status is off_track for another reason; a guardrail that does not hold" in said("service/happy/reach#1")


# ---------------------------------------------------------------- objectives, teams, cycles


def test_an_objective_is_the_mean_of_its_key_results(said):
    page = said("service/happy")
    assert "service/happy/reach score 0.6, expected 51/91 = 0.560439…, at_risk, weight 1" in page
    assert "(1 × 0.6 + 1 × 0.233333… + 1 × 0.58) ÷ 3 = 106/225 = 0.471111…" in page
    assert "the worst of those that can be judged: service/happy/relative, off_track" in page


def test_a_team_and_a_cycle_are_the_mean_of_their_objectives(project, said):
    other = OKRS.replace("team: service", "team: sales").partition("  - id: kept")[0]
    (project / "okrs" / "sales.yaml").write_text(other, encoding="utf-8")
    team, cycle = said("service"), said("2026-Q4")
    assert "3 of 3 objectives that count" in team
    assert "sales" not in team
    assert "3 of 4 objectives that count" in cycle
    assert "sales/happy no score" in cycle
    assert team.partition("Score (")[2].partition(" Status")[0] == cycle.partition("Score (")[2].partition(" Status")[0]


def test_a_team_that_is_called_like_a_metric(okr, project, said):
    path = project / "okrs" / "service.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("team: service", "team: csat"), encoding="utf-8")
    assert okr(project, "explain", "csat").stdout.startswith("metric csat")
    assert said("csat/").startswith("team csat 2026-Q4")


def test_another_cycle_is_told_and_can_be_had(okr, project, said):
    before = OKRS.replace("2026-Q4", "2026-Q3").partition("  - id: kept")[0].replace("40%", "30%")
    (project / "okrs" / "before.yaml").write_text(before, encoding="utf-8")
    page = said("service/happy/reach")
    assert "2026-Q4 (2026-10-01 to 2026-12-31), as of 2026-11-21" in page
    assert page.endswith("In another cycle: okr explain service/happy/reach --cycle 2026-Q3")
    assert "2026-Q3 (2026-07-01 to 2026-09-30)" in said("service/happy/reach", "--cycle", "2026-Q3")
    assert "2026-Q3 (2026-07-01 to 2026-09-30)" in said("2026-Q3")
    assert "In another cycle" not in said("service/told/old")
    ran = okr(project, "explain", *AS_OF, "service/told/old", "--cycle", "2026-Q3")
    assert ran.returncode == 2
    assert "no objective has the cycle `2026-Q3`" in ran.stderr
    ran = okr(project, "explain", *AS_OF, "2026-Q3", "--cycle", "2026-Q4")
    assert "`2026-Q3` is a cycle itself" in ran.stderr


# ---------------------------------------------------------------- what cannot be explained


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["service/hapy"], "did you mean `service/happy`?"),
        (["service/happy/reech"], "did you mean `service/happy/reach`?"),
        (["servise"], "did you mean `service`?"),
        (["servise/"], "did you mean `service`?"),
        (
            ["service/happy/reach#5"],
            "there is no guardrail `service/happy/reach#5`: service/happy/reach has #1, #2, #3, #4",
        ),
        (["service/told/old#1"], "service/told/old has no guardrail"),
        (["service/happy#1"], "only key results have guardrails"),
        (["service#1"], "`service#1`"),
        (["service/happy/reach/x"], "nothing is called `service/happy/reach/x`"),
        (["service/*"], "names several: okr status service/* shows them"),
        (["csat", "service/happy"], "addresses are explained by themselves"),
        (["service/happy", "--format", "markdown"], "as text or with --format json"),
        (["csat", "--cycle", "2026-Q4"], "--cycle is of addresses"),
    ],
)
def test_what_is_refused_says_what_would_do(okr, project, names, says):
    ran = okr(project, "explain", *AS_OF, *names)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


def test_files_with_errors_are_said_as_by_status(okr, project):
    path = project / "okrs" / "service.yaml"
    path.write_text(OKRS.replace("baseline: 15%", "baseline: 15 percent"), encoding="utf-8")
    explained, status = (okr(project, *command, *AS_OF) for command in (["explain", "service/happy"], ["status"]))
    assert (explained.returncode, explained.stdout, explained.stderr) == (status.returncode, "", status.stderr)
    assert explained.returncode == 1
    assert "15 percent" in explained.stderr


def test_a_check_in_file_with_an_error_is_left_out_and_said(okr, project):
    path = project / "checkins" / "2026-Q4" / "service" / "2026-11-19T020000Z.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 64%", "value: 64 percent"), encoding="utf-8")
    ran = okr(project, "explain", *AS_OF, "service/happy/reach")
    assert ran.returncode == 3
    assert "(60% − 40%) ÷ (80% − 40%) = 0.5" in ran.stdout
    assert "64 percent" in ran.stderr


def test_outside_of_a_project_an_address_needs_one(okr, tmp_path):
    (tmp_path / ".git").mkdir()
    ran = okr(tmp_path, "explain", "service/happy/reach")
    assert ran.returncode == 2
    assert "okrengine.yaml" in ran.stderr


# ---------------------------------------------------------------- as data


def test_the_same_as_data(explain, okr, project):
    names = ["service/told/old", "service/happy", "service", "2026-Q4", "service/happy/reach#1"]
    found = json.loads(explain(*names, "--format", "json"))
    kinds = ["key_result", "objective", "team", "cycle", "guardrail"]
    assert [(each["kind"], each["address"]) for each in found["explained"]] == list(zip(kinds, names, strict=True))
    line, objective, team, cycle, guardrail = (each["standing"] for each in found["explained"])
    report = json.loads(okr(project, "status", *AS_OF, "--format", "json").stdout)
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    for document, kind in ((line, "keyResult"), (objective, "objective")):
        Draft202012Validator({**schema["$defs"][kind], "$defs": schema["$defs"]}).validate(document)
    Draft202012Validator(schema).validate(team)
    assert {(each["cycle"], each["as_of"]) for each in found["explained"]} == {("2026-Q4", report["as_of"])}
    assert line["why"]["pace"].startswith("off_track: progress 0.3")
    assert (cycle, objective) == (report, report["objectives"][0])
    assert guardrail == {
        "metric": "csat", "at_least": "80%", "at_most": None, "value": "78%", "n": 50, "holds": False,
        "missing": None, "detail": None, "place": "okrs/service.yaml:15",
        "origin": "checkins/2026-Q4/service/2026-11-19T020000Z.yaml:7", "status": "at_risk", "pace": "on_track",
    }  # fmt: skip
