"""Every flag of every command does what its help says, on a project whose values people state."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from okrengine import __version__
from okrengine.cli import app
from okrengine.cli.options import Options
from okrengine.cli.terminal import colored
from okrengine.project import Project

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
cycles: {named: {launch: {from: 2026-11-01, to: 2027-04-30}}}
"""
SERVICE = """\
version: 1
cycle: 2026-Q4
team: service
objectives:
  - id: happy
    title: ลูกค้าดีใจที่โทรมาหาและเล่าต่อให้เพื่อนฟังทุกครั้งที่คุยกันเรื่องของเรา
    key_results:
      - {id: partners, title: พันธมิตรซ่อม, baseline: 2, target: 7}
      - {id: answers, title: Answers, baseline: {measure_by: 2026-12-01}, target: 80%}
      - id: live-chat
        milestones: [{id: chosen, by: 2026-10-31}, {id: live, by: 2026-12-15}]
    initiatives: [{id: bot, title: Bot}]
"""
SALES = """\
version: 1
cycle: 2026-Q4
team: sales
objectives:
  - {id: happy, title: Sales, key_results: [{id: partners, title: Partners, baseline: 0, target: 10}]}
"""
LAUNCH = """\
version: 1
cycle: launch
team: product
objectives:
  - {id: shop, title: Shop, key_results: [{id: open, title: Shops, baseline: 0, target: 3}]}
"""
NOW = ["--as-of", "2026-11-20T09:00:00+07:00"]
SAID = "happy/partners"


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    files = {
        "okrengine.yaml": SETTINGS,
        "okrs/service.yaml": SERVICE,
        "okrs/sales.yaml": SALES,
        "okrs/launch.yaml": LAUNCH,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def say(okr, project):
    """Check in: what an answers file says, at an instant."""

    def checkin(said, *flags, at="2026-11-20T09:00:00+07:00", code=0):
        arguments = ["checkin", *flags, "--as-of", at, "--by", "nok", "--answers", "-"]
        ran = okr(project, *arguments, said=said)
        assert ran.returncode == code, ran.stderr
        return ran

    return checkin


def written(project):
    return sorted(path.relative_to(project).as_posix() for path in (project / "checkins").rglob("*.yaml"))


def entries(project, team="service"):
    return [checkin.entries for checkin in Project.open(project).checkins if checkin.team == team]


def scores(text):
    lines = [line for objective in json.loads(text)["objectives"] for line in objective["key_results"]]
    return {line["address"]: line["score"] for line in lines}


# ---------------------------------------------------------------- validate


@pytest.mark.parametrize(
    ("flags", "codes"),
    [
        ([], [0, 1, 0]),
        (["--fail-on", "warning"], [1, 1, 0]),
        (["--fail-on", "info"], [1, 1, 1]),
        (["--fail-on", "never"], [0, 0, 0]),
    ],
)
def test_the_severity_that_fails_is_the_one_that_is_named(okr, project, flags, codes):
    source = "sources: {s: {type: csv, path: no.csv}}\n"
    found = []
    for level in ("warning", "error", "info"):
        text = f"{SETTINGS}{source}rules: {{missing-data-file: {level}}}\n"
        (project / "okrengine.yaml").write_text(text, encoding="utf-8")
        ran = okr(project, "validate", "--select", "OKR2", *flags)
        assert f"{level}[OKR205] missing-data-file: " in ran.stdout
        assert "--> okrengine.yaml:4:32\n" in ran.stdout
        found.append(ran.returncode)
    assert found == codes


def test_a_project_without_a_file_is_a_mistake_unless_it_is_meant(okr, project):
    for path in (project / "okrs").iterdir():
        path.unlink()
    assert okr(project, "validate").returncode == 2
    ran = okr(project, "validate", "--allow-empty")
    assert (ran.returncode, ran.stdout) == (0, "1 file, 0 key results, no problems.\n")


UNEQUAL = """\
version: 1
cycle: 2026-Q4
team: odd
owner: nok
objectives:
  - id: o
    title: ลูกค้ากลับมา
    key_results:
      - {id: startless, target: 5}
      - {id: change, target: {change: +10%}}
      - {id: zones, target: {commit: 1, target: 2, stretch: 3}}
      - {id: distance, maintain: {at_least: 5, score: distance}}
      - {id: of-nothing, baseline: 0, target: {change: +10%}}
      - {id: points, baseline: 24 h, target: {change: -2 pp}}
      - {id: units, baseline: 10 visits, target: 20 leads}
      - {id: levels, maintain: {at_least: 5 h, at_most: 4%}}
      - {id: mixed, baseline: 1 h, target: {commit: 3%, stretch: 9 visits}}
"""


def test_what_cannot_be_computed_is_an_error_that_may_be_lowered_and_never_a_score(okr, project):
    (project / "okrs").mkdir(exist_ok=True)
    (project / "okrs" / "odd.yaml").write_text(UNEQUAL, encoding="utf-8")
    codes = ["OKR304", "OKR310"]
    asked = ["--as-of", "2026-11-21", "validate", "--format", "concise", "--ignore", "OKR4,OKR2", "okrs/odd.yaml"]
    found = okr(project, *asked)
    assert (found.returncode, [found.stdout.count(code) for code in codes]) == (1, [5, 5])
    names = [line.split()[2].strip(",") for line in UNEQUAL.splitlines() if "{id:" in line]
    entries = "".join(f"  o/{name}: {{value: 3 km}}\n" for name in names)
    file = project / "checkins" / "2026-Q4" / "odd" / "2026-11-20T020000Z.yaml"
    file.parent.mkdir(parents=True)
    head = "version: 1\ncycle: 2026-Q4\nteam: odd\nat: 2026-11-20T09:00:00+07:00\nby: nok\nkey_results:\n"
    file.write_text(head + entries, encoding="utf-8")
    with (project / "okrengine.yaml").open("a", encoding="utf-8") as settings:
        settings.write("rules: {unit-mismatch: off, no-usable-baseline: off}\n")
    assert okr(project, *asked).returncode == 0
    shown = okr(project, "--as-of", "2026-11-21", "status", "odd", "--format", "json")
    assert shown.returncode == 0, shown.stderr
    scores = {
        one["address"]: one["score"] for each in json.loads(shown.stdout)["objectives"] for one in each["key_results"]
    }
    assert scores == {f"odd/o/{name}": None for name in names}


def test_only_the_files_that_are_asked_about_are_said(okr, project):
    for name in ("sales", "launch"):
        path = project / "okrs" / f"{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("target", "taget"), encoding="utf-8")
    ran = okr(project, "validate", "okrs/sales.yaml")
    assert "okrs/sales.yaml" in ran.stdout
    assert "okrs/launch.yaml" not in ran.stdout
    assert ran.stdout.count("in 1 of 1 file; ") == 1
    assert "in 2 of 4 files; " in okr(project, "validate", "--ignore", "OKR4", "okrs", ".").stdout
    assert okr(project, "validate", "okrs/service.yaml").returncode == 0
    for path, said in (
        ("..", "lies outside the project"),
        ("/", "lies outside"),
        ("vendored", "no file that okrengine.yaml"),
    ):
        (project / "vendored").mkdir(exist_ok=True)
        ran = okr(project, "validate", path)
        assert (ran.returncode, said in ran.stderr) == (2, True), path
    (project / "okrs" / "more").symlink_to("../vendored")
    (project / "vendored" / "sales.yaml").write_bytes((project / "okrs" / "sales.yaml").read_bytes())
    assert "okrs/more/sales.yaml" in okr(project, "validate", "okrs/../okrs/more/sales.yaml").stdout
    (project.parent / "link").symlink_to(project)
    assert "okrs/sales.yaml" in okr(project, "validate", "../link/okrs/sales.yaml").stdout


def test_the_search_upward_ends_with_the_repository(okr, project):
    inner = project / "vendored"
    (inner / ".git").mkdir(parents=True)
    assert okr(inner, "validate").returncode == 2
    (inner / ".git").rmdir()
    assert okr(inner, "validate").returncode == 0
    assert okr(project, "--project", "vendored", "validate").returncode == 2, "a named folder is not searched from"


# ---------------------------------------------------------------- check-ins


def test_a_check_in_is_of_a_whole_team_and_only_of_the_teams_that_are_named(project, say):
    say("key_results: {}", "--team", "sales")
    assert written(project) == ["checkins/2026-Q4/sales/2026-11-20T020000Z.yaml"]
    say("key_results: {happy/partners: {value: 4}}", "service/happy/partners")
    assert list(entries(project)[0]) == ["happy/partners", "happy/answers", "happy/live-chat"]
    assert entries(project)[0]["happy/answers"].missing == "not_stated"


def test_a_name_that_several_teams_have_needs_its_team(project, say):
    ran = say("key_results: {happy/partners: {value: 4}}", code=2)
    assert "write `service/happy/partners` or `sales/happy/partners`" in ran.stderr.replace("`sales/happy/partners` or `service/happy/partners`", "`service/happy/partners` or `sales/happy/partners`")  # fmt: skip
    say("key_results: {service/happy/partners: {value: 4}}")
    assert [entries(project, team)[0][SAID].value is None for team in ("service", "sales")] == [False, True]


def test_a_milestone_or_initiative_that_is_not_promised_is_refused(project, say):
    ran = say("key_results: {happy/live-chat: {milestones: {lve: 2026-11-01}}}", "service", code=2)
    assert "has no milestone `lve`: did you mean `live`?" in ran.stderr
    ran = say("initiatives: {happy/bat: {progress: 50%}}", "service", code=2)
    assert "did you mean `happy/bot`?" in ran.stderr
    say(
        "initiatives: {happy/bot: {progress: 50%}}\nkey_results: {happy/live-chat: {milestones: {live: 2026-11-01}}}",
        "service",
    )
    (checkin,) = Project.open(project).checkins
    assert checkin.initiatives == {"happy/bot": 0.5}
    assert checkin.entries["happy/live-chat"].milestones["live"].isoformat() == "2026-11-01"


def test_a_baseline_is_captured_once_and_a_bare_value_has_the_unit_of_the_promise(project, say):
    say("key_results: {happy/answers: {value: 60}}", "service", at="2026-11-19T09:00:00+07:00")
    say("key_results: {happy/answers: {value: 70}}", "service")
    first, second = (each["happy/answers"] for each in entries(project))
    assert (str(first.value), str(first.baseline)) == ("60%", "60%")
    assert (str(second.value), second.baseline) == ("70%", None)


def test_a_clock_behind_the_newest_check_in_is_refused_unless_the_instant_is_given(okr, project, say):
    ahead = Path("checkins/launch/product/2399-01-01T020000Z.yaml")
    (project / ahead).parent.mkdir(parents=True)
    text = "version: 1\ncycle: launch\nteam: product\nat: 2399-01-01T09:00:00+07:00\nby: nok\nkey_results: {}\n"
    (project / ahead).write_text(text, encoding="utf-8")
    ran = okr(project, "checkin", "product", "--by", "nok", "--no-input")
    assert (ran.returncode, "is a clock wrong?" in ran.stderr) == (2, True)
    say("key_results: {}", "product")


def test_a_closed_cycle_takes_no_more(project, say):
    closing = project / "checkins" / "2026-Q4" / "service" / "2026-11-01T020000Z.yaml"
    closing.parent.mkdir(parents=True)
    closing.write_text(
        "version: 1\ncycle: 2026-Q4\nteam: service\nat: 2026-11-01T09:00:00+07:00\nby: nok\nkey_results: {}\n"
        "closes: {verdicts: {happy/partners: {score: 0.4, verdict: missed, note: late}}}\nbackfilled: true\n",
        encoding="utf-8",
    )
    (checkin,) = Project.open(project).checkins
    assert checkin.backfilled
    assert {key: (float(said.score), said.verdict, said.note) for key, said in checkin.verdicts.items()} == {SAID: (0.4, "missed", "late")}  # fmt: skip
    ran = say("key_results: {}", "service", code=2)
    assert "2026-Q4 of service was closed on 2026-11-01" in ran.stderr
    say("key_results: {}", "sales")


# ---------------------------------------------------------------- status and report


@pytest.mark.parametrize(
    ("value", "fails"),
    [(7, []), (5, []), (4, ["at_risk"]), (2, ["at_risk", "off_track"])],
)
def test_status_fails_from_the_status_on_that_is_named(okr, project, say, value, fails):
    say(f"key_results: {{service/happy/partners: {{value: {value}}}}}", "service")
    for level in ("at_risk", "off_track", "never"):
        ran = okr(project, "status", "service/happy/partners", *NOW, "--fail-on", level)
        assert ran.returncode == (level in fails), level
    assert okr(project, "status", "service/happy/partners", *NOW).returncode == 0


def test_another_cycle_that_runs_is_named_and_can_be_asked_for(okr, project, say):
    say("key_results: {}", "service")
    ran = okr(project, "status", *NOW)
    assert "launch runs too: okr status --cycle launch\n" in ran.stderr
    assert ran.stdout.startswith("2026-Q4 ")
    other = okr(project, "status", *NOW, "--cycle", "launch")
    assert other.stdout.startswith("launch ")
    assert "2026-Q4 runs too" in other.stderr
    for day, cycle in (
        ("2026-10-05", "2026-Q4"),
        ("2027-02-01", "launch"),
        ("2027-06-01", "launch"),
        ("2026-01-01", "launch"),
    ):
        assert okr(project, "status", "--as-of", day).stdout.startswith(f"{cycle} "), day


def test_plain_is_sentences_without_signs(okr, project, say):
    say("key_results: {service/happy/partners: {value: 5, confidence: 0.7}}", "service")
    card = okr(project, "status", *NOW).stdout
    plain = okr(project, "status", *NOW, "--plain").stdout
    assert "━" in card
    assert "┃" in card
    assert "━" not in plain
    assert (
        "พันธมิตรซ่อม: On track, 5 (from 2 to 7), 60% of the way, 54% expected, confidence 70%, no forecast, "
        "values so far: 5.\n"
    ) in plain
    assert okr(project, "status", *NOW, ACCESSIBLE="1").stdout == plain
    assert okr(project, "status", *NOW, "-qq").stdout == ""


def test_the_points_to_discuss_name_the_command_that_explains_them(okr, project, say):
    say("key_results: {}", "service")
    for flags in (["--cycle", "2026-Q4"], ["--plain"]):
        told = okr(project, "status", *NOW, *flags).stdout
        lines = [line.strip() for line in told.splitlines() if line.strip().startswith("okr explain ")]
        assert len(lines) == 3
        for line in lines:
            address, *more = line.removeprefix("okr explain ").split()
            assert more == [*NOW, *(flags if flags[0] == "--cycle" else [])]
            assert okr(project, "explain", address, *more).stdout.startswith(f"{address}\n")


TAGGED = """\
version: 1
cycle: 2026-Q4
team: care
objectives:
  - id: calm
    title: Calm
    tags: {stage: [support, sale], department: service}
    supports: [service/happy/partners, sales/happy]
    key_results:
      - {id: calls, title: Calls, baseline: 0, target: 10}
      - {id: shops, title: Shops, baseline: 0, target: 10, tags: {touchpoint: shop}}
"""


@pytest.fixture
def tagged(project, say):
    (project / "okrs" / "care.yaml").write_text(TAGGED, encoding="utf-8")
    say("key_results: {care/calm/calls: {value: 2}, care/calm/shops: {value: 8}}", "care")
    return project


def test_objectives_by_a_tag(okr, tagged):
    told = okr(tagged, "status", *NOW, "--by", "stage").stdout.splitlines()
    heads = [line for line in told if line.startswith("━━ ")]
    assert heads == [
        "━━ ◆ 0.50 / 0.54  1 objective  stage: support",
        "━━ ◆ 0.50 / 0.54  1 objective  stage: sale",
        "━━ ○ – / –  2 objectives  without stage",
    ]
    assert sum(line.endswith("  care  Calm") for line in told) == 2
    assert told[0] == okr(tagged, "status", *NOW).stdout.splitlines()[0]
    parts = okr(tagged, "status", *NOW, "--by", "touchpoint", "--plain").stdout
    assert "touchpoint: shop. On track, score 0.80, expected by today 0.54, 1 objective.\n" in parts
    assert "care: Calm (1 of 2 key results). On track, score 0.80, expected by today 0.54, 1 of 1 measured.\n" in parts
    assert "without touchpoint. Off track, score 0.20, expected by today 0.54, 3 objectives.\n" in parts


def test_the_same_groups_as_data(okr, tagged):
    bare, data = (
        json.loads(okr(tagged, "status", *NOW, *flags, "--format", "json").stdout) for flags in ([], ["--by", "team"])
    )
    assert {key: value for key, value in data.items() if key not in ("by", "groups")} == bare
    assert data["by"] == "team"
    assert [(group["value"], group["score"], group["coverage"]) for group in data["groups"]] == [
        ("care", 0.5, [1, 1]),
        ("sales", None, [0, 1]),
        ("service", None, [0, 1]),
    ]
    assert data["groups"][0]["objectives"] == [
        {
            "address": "care/calm", "score": 0.5, "expected": 0.549451, "status": "off_track", "coverage": [2, 2],
            "key_results": ["care/calm/calls", "care/calm/shops"],
        },
    ]  # fmt: skip
    schema = json.loads((Path(__file__).parent.parent / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(data)) == []
    assert data["score"] == 0.5


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("departmnt", "nothing is tagged with `departmnt`: did you mean `department`?"),
        ("colour", "nothing is tagged with `colour`: allowed here: team, stage, department, touchpoint"),
    ],
)
def test_a_tag_that_nothing_bears_is_named(okr, tagged, tag, told):
    ran = okr(tagged, "status", *NOW, "--by", tag)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert told in ran.stderr


def test_what_supports_an_objective_stands_below_it_also_where_it_supports_a_key_result(okr, tagged):
    told = okr(tagged, "status", *NOW).stdout.splitlines()
    assert [line for line in told if line.startswith("  ↳ ")] == [
        "  ↳ ◆ 0.50 / 0.54  care  Calm (also under ลูกค้าดีใจที่โทรมาหาและเล่าต่อให้เพื่อนฟังทุกครั้งที่คุยกันเรื่องของเรา)",
        "  ↳ ◆ 0.50 / 0.54  care  Calm (also under Sales)",
    ]
    assert sum(line.endswith("2/2  care  Calm") for line in told) == 1


def test_a_day_means_its_end_and_today_is_one(okr, project, say):
    at = {
        json.loads(okr(project, "status", "--as-of", day, "--format", "json").stdout)["as_of"]
        for day in ("2026-11-20",)
    }
    assert at == {"2026-11-20T23:59:59+07:00"}
    say("key_results: {}", "service")
    found = json.loads(okr(project, "status", "--cycle", "2026-Q4", "--as-of", "today", "--format", "json").stdout)[
        "as_of"
    ]
    bare = json.loads(okr(project, "status", "--cycle", "2026-Q4", "--format", "json").stdout)["as_of"]
    assert found == bare
    assert found.endswith("T23:59:59+07:00")
    assert abs((datetime.fromisoformat(found) - datetime.now(UTC)).total_seconds()) <= 24 * 3600


def test_a_report_is_of_the_newest_check_in_or_of_the_instant_cycle_and_language_that_are_asked_for(okr, project, say):
    for day, value in (("12", 3), ("19", 4)):
        say(
            f"key_results: {{service/happy/partners: {{value: {value}}}}}",
            "service",
            at=f"2026-11-{day}T09:00:00+07:00",
        )
    newest = okr(project, "report", "-o", "json=-").stdout
    earlier = okr(project, "report", "-o", "json=-", "--as-of", "2026-11-18").stdout
    assert json.loads(newest)["as_of"] == "2026-11-19T09:00:00+07:00"
    assert (scores(newest)["service/happy/partners"], scores(earlier)["service/happy/partners"]) == (0.4, 0.2)
    assert json.loads(okr(project, "report", "-o", "json=-", "--cycle", "launch").stdout)["cycle"] == "launch"
    english, thai, default = (
        okr(project, "report", *flags).stdout for flags in (["--language", "en"], ["--language", "th"], [])
    )
    assert english == default
    assert "# รายงาน" in thai or "เช็กอิน" in thai
    assert thai != english


def test_the_trend_has_the_last_check_in_of_each_day(project, say):
    for at in ("12T09", "12T15", "19T09", "19T15"):
        say("key_results: {service/happy/partners: {value: 4}}", "service", at=f"2026-11-{at}:00:00+07:00")
    seen = Project.open(project).view()
    assert [f"{moment.at:%dT%H}" for moment in seen.trend] == ["12T15", "19T15"]
    assert seen.standing.since == seen.trend[0].at


def test_the_digest_of_a_report_is_over_what_it_stands_on(okr, project, say):
    def digest(*flags):
        (found,) = {line for line in okr(project, "report", *flags).stdout.splitlines() if "sha256" in line}
        return found

    say("key_results: {}", "service", at="2026-11-12T09:00:00+07:00")
    before = digest("--as-of", "2026-11-12T10:00:00+07:00")
    say("key_results: {}", "service", at="2026-11-19T09:00:00+07:00")
    assert digest("--as-of", "2026-11-12T10:00:00+07:00") == before, "a later check-in is not seen"
    assert digest() != before


# ---------------------------------------------------------------- the program


def test_schemas_are_written_and_checked(okr, project):
    assert okr(project, "schema", "--check").returncode == 1
    assert not (project / "schemas").exists(), "checking writes nothing"
    ran = okr(project, "schema", "--write")
    assert (ran.returncode, ran.stdout.count("wrote schemas/")) == (0, 6)
    assert okr(project, "schema", "--check").returncode == 0
    path = project / "schemas" / "okr.schema.json"
    assert okr(project, "schema").stdout == path.read_text(encoding="utf-8")
    path.write_text("{}", encoding="utf-8")
    stale = okr(project, "schema", "--check")
    assert (stale.returncode, stale.stdout) == (1, "schemas/okr.schema.json is out of date: run okr schema --write\n")


def test_a_schema_of_another_release_is_told_as_such(okr, project):
    okr(project, "schema", "--write")
    path = project / "schemas" / "okr.schema.json"
    made = path.read_text(encoding="utf-8")
    for version, told in [
        ("0.0.9", f"was made by okrengine 0.0.9, this is {__version__}: run okr schema --write"),
        ("99.1", f"was made by okrengine 99.1, which is newer than this {__version__}: update okrengine"),
    ]:
        path.write_text(made.replace(f"okrengine {__version__}.", f"okrengine {version}."), encoding="utf-8")
        ran = okr(project, "schema", "--check")
        assert (ran.returncode, ran.stdout) == (1, f"schemas/okr.schema.json {told}\n")
    path.unlink()
    ran = okr(project, "schema", "--check")
    assert (ran.returncode, ran.stdout) == (1, "schemas/okr.schema.json is not there: run okr schema --write\n")


def test_schemas_hold_the_projects_own_metrics_or_are_not_written(okr, project):
    settings = project / "okrengine.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "plugins: [plugins]\n", encoding="utf-8")
    (project / "plugins").mkdir()
    plugin = project / "plugins" / "happy.py"
    plugin.write_text(
        "from okrengine import Metric, hookimpl\n\n\n"
        "def happy(rows, *, happy_min: int = 4):\n"
        '    """Percent of happy answers.\n\n    happy_min: the lowest happy answer\n    """\n\n\n'
        "@hookimpl\ndef okr_metrics():\n"
        '    return [Metric("happy", happy, "survey_response", unit="%", better="higher")]\n',
        encoding="utf-8",
    )
    ran = okr(project, "schema", "okr")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert '"with-happy"' in ran.stdout
    plugin.write_text("raise OSError('not today')\n", encoding="utf-8")
    ran = okr(project, "schema", "--write")
    assert (ran.returncode, ran.stdout) == (3, "")
    assert "OSError: not today (plugins/happy.py:1); without it no schema is written or compared" in ran.stderr
    assert not (project / "schemas").exists()


def test_a_schema_is_printed_or_all_are_written(okr, project):
    for flags in (("okr", "--write"), ("--write", "--check")):
        ran = okr(project, "schema", *flags)
        assert (ran.returncode, ran.stdout) == (2, "")
        assert "name a schema to print it, or give --write or --check for all of them" in ran.stderr
    ran = okr(project, "schema", "okrs")
    assert ran.returncode == 2
    assert "there is no schema `okrs`: did you mean `okr`?" in ran.stderr


def test_a_mistake_of_ours_is_one_line_and_the_traceback_is_on_request(okr, project, monkeypatch):
    def burst(*_, **__):
        raise ZeroDivisionError("ours")

    monkeypatch.setattr(app.okr, "main", burst)
    ran = okr(project, "validate")
    assert (ran.returncode, ran.stdout) == (4, "")
    assert ran.stderr == "okr: internal error, please report it: ZeroDivisionError: ours\nokr: -vv shows where\n"


def test_a_dumb_terminal_gets_no_colours(monkeypatch):
    class Terminal:
        @staticmethod
        def isatty():
            return True

    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert colored(Options(), Terminal())
    monkeypatch.setenv("TERM", "dumb")
    assert not colored(Options(), Terminal())
    assert colored(Options(color="always"), Terminal())


def test_files_are_read_whatever_database_the_project_has(okr, project):
    before = okr(project, "measure", *NOW)
    (project / "okrengine.yaml").write_text(f"{SETTINGS}engine: spark://host/x\n", encoding="utf-8")
    assert okr(project, "validate").returncode == 0
    assert okr(project, "measure", *NOW) == before


@pytest.mark.parametrize("engine", ["trino", "postgres", "sqlite:/x"])
def test_an_engine_is_an_address(okr, project, engine):
    (project / "okrengine.yaml").write_text(f"{SETTINGS}engine: {engine}\n", encoding="utf-8")
    ran = okr(project, "validate")
    assert (ran.returncode, "write duckdb, or the address of a database" in ran.stdout + ran.stderr) == (2, True)


def test_local_plugins_lie_inside_the_project(okr, project, tmp_path):
    (tmp_path / "evil").mkdir()
    (project / "own").symlink_to(tmp_path / "evil")
    (project / "okrengine.yaml").write_text(f"{SETTINGS}plugins: [own]\n", encoding="utf-8")
    ran = okr(project, "plugins")
    assert (ran.returncode, "leaves the project" in ran.stderr) == (2, True)
