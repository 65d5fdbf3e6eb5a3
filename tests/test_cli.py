"""The command line on real projects, good and bad: one clear message, the exit code of the table, nothing half-written."""

import json
import os
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from okrengine.project import Project

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  surveys:
    type: csv
    path: data/answers.csv
    columns: {response_id: id, responded_at: answered, score: q1}
    values: {score: {missing: ["", "N/A"]}}
  tickets:
    type: csv
    path: data/tickets.csv
    columns: {ticket_id: id, created_at: opened, first_response_at: answered}
"""
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: happy
    title: ลูกค้าดีใจที่โทรมา
    kind: aspirational
    key_results:
      - {id: csat, title: คำตอบว่าพอใจเพิ่มจาก 60% เป็น 90%, metric: csat, source: surveys, baseline: 60%, target: 90%}
      - {id: reply, title: ตอบครั้งแรกจาก 6 เหลือ 1 ชั่วโมง, metric: first_response_time, source: tickets, baseline: 6 h, target: 1 h}
      - {id: partners, title: พันธมิตรซ่อมเจ็ดราย, owner: arm, baseline: 2, target: 7}
"""
ANSWERS = "id,answered,q1\n" + "".join(f"{n},2026-10-{1 + n % 28:02}T09:00:00,{5 if n % 4 else 2}\n" for n in range(40))
TICKETS = "id,opened,answered\n" + "".join(
    f"{n},2026-10-{1 + n % 28:02}T09:00:00,2026-10-{1 + n % 28:02}T{10 + n % 3}:00:00\n" for n in range(40)
)
NOW = ["--as-of", "2026-10-31T09:00:00+07:00"]


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    for name, text in {
        "okrengine.yaml": SETTINGS,
        "okrs/service.yaml": OKRS,
        "data/answers.csv": ANSWERS,
        "data/tickets.csv": TICKETS,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def own(project, *arguments):
    """Run `okr` as a user does: in a process of its own."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("OKR", "NO_COLOR", "FORCE_COLOR"))}
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "okrengine", *arguments],
        cwd=project, env={**clean, "LANG": "C.UTF-8"}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stderr
    assert str(project) not in ran.stdout + ran.stderr, "a path of this machine is shown"
    return ran


def swap(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def snapshot(folder):
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


# ---------------------------------------------------------------- the main way


def test_the_whole_way(okr, project):
    assert own(project, "validate").stdout == "2 files, 3 key results, no problems.\n"
    before = snapshot(project)
    measured = own(project, "measure", *NOW)
    assert measured.returncode == 0
    assert "service/happy/csat\n  75%\n  n 40 · 30 / 40 · 95 % 59.81% to 85.81%" in measured.stdout
    assert "service/happy/reply\n  2 h\n" in measured.stdout
    assert snapshot(project) == before, "measure writes nothing"

    said = "key_results: {happy/partners: {value: 4, note: 'สี่ราย: ดี'}}"
    checked = okr(project, "checkin", *NOW, "--by", "nok", "--answers", "-", said=said)
    path = "checkins/2026-Q4/service/2026-10-31T020000Z.yaml"
    assert checked.stdout == f"wrote {path}\n"
    text = (project / path).read_text(encoding="utf-8")
    assert "at: 2026-10-31T09:00:00+07:00\n" in text
    assert "    value: 75%\n    n: 40\n    numerator: 30\n    denominator: 40\n" in text
    assert own(project, "validate").returncode == 0, "our own file is valid"

    status = own(project, "status", *NOW)
    assert status.returncode == 0
    assert "พันธมิตรซ่อมเจ็ดราย" in status.stdout
    document = json.loads(own(project, "status", *NOW, "--format", "json").stdout)
    scores = {kr["address"]: kr["score"] for kr in document["objectives"][0]["key_results"]}
    assert scores == {"service/happy/csat": 0.5, "service/happy/reply": 0.8, "service/happy/partners": 0.4}

    report = own(project, "report", "-o", "html=r.html", "-o", "markdown=r.md", "-o", "json=r.json", "--language", "en")
    assert report.returncode == 0
    assert (project / "r.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((project / "r.json").read_text(encoding="utf-8"))["score"] == document["score"]


def test_the_same_check_in_again_is_recorded_already_and_another_is_refused(okr, project):
    first = okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    assert first.returncode == 0
    before = snapshot(project)
    assert okr(project, "checkin", *NOW, "--by", "nok", "--no-input").returncode == 0
    assert snapshot(project) == before
    other = okr(project, "checkin", *NOW, "--by", "arm", "--no-input")
    assert other.returncode == 2
    assert "2026-10-31T020000Z.yaml" in other.stderr
    assert snapshot(project) == before


def test_answers_say_what_people_say_and_nothing_else(okr, project):
    said = "key_results:\n  happy/csat: {confidence: 0.7, note: ดี}\n  happy/partners: {value: 5}\n"
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--answers", "-", said=said)
    assert ran.returncode == 0, ran.stderr
    text = next((project / "checkins").rglob("*.yaml")).read_text(encoding="utf-8")
    assert "confidence: 0.7" in text
    assert "note: ดี" in text
    measured = okr(
        project, "checkin", *NOW, "--by", "nok", "--answers", "-", said="key_results: {happy/csat: {value: 99%}}"
    )
    assert measured.returncode == 2
    assert "`service/happy/csat` is measured by csat" in measured.stderr
    unknown = okr(
        project, "checkin", *NOW, "--by", "nok", "--answers", "-", said="key_results: {happy/cast: {note: x}}"
    )
    assert unknown.returncode == 2
    assert "`happy/cast`: did you mean `happy/csat`?" in unknown.stderr
    wrong = okr(
        project, "checkin", *NOW, "--by", "nok", "--answers", "-", said="key_results: {happy/csat: {confidence: 7}}"
    )
    assert wrong.returncode == 2
    assert "standard input:1:" in wrong.stderr


@pytest.mark.parametrize(
    ("said", "flags", "hint"),
    [
        ("key_results: {happy/cast: {note: x}}", ("--answers", "-"), "did you mean"),
        ("key_results: [", ("--answers", "-"), "the answers must be mended first"),
        ("", ("--key-result", "happy/csat", "--confidence", "7"), "between 0 and 1"),
    ],
)
def test_answers_are_read_before_any_source_is_opened(okr, project, said, flags, hint):
    (project / "data" / "answers.csv").unlink()
    ran = okr(project, "checkin", *NOW, "--by", "nok", *flags, said=said)
    assert ran.returncode == 2
    assert hint in ran.stderr, ran.stderr
    assert "answers.csv" not in ran.stderr, "no source was opened"
    assert not (project / "checkins").exists()


def test_flags_say_what_an_answers_file_would(okr, project):
    about = ["checkin", *NOW, "--by", "nok", "--key-result", "happy/csat"]
    note = "2026\n- ดี: มาก 'x'"
    assert okr(project, *about, "--confidence", "0.7", "--note", note).returncode == 0
    (written,) = Project.open(project).checkins
    entry = written.entries["happy/csat"]
    assert (entry.note, entry.confidence) == (note, Fraction(7, 10))
    assert okr(project, *about, "--note", "2026", "--dry-run").stdout.count("    note: '2026'\n") == 1
    for confidence, said in (("7", "did you mean 0.7?"), ("nan", "no number between 0 and 1"), ("high", "no number")):
        wrong = okr(project, *about, "--confidence", confidence)
        assert (wrong.returncode, said in wrong.stderr) == (2, True)
    assert "6 h" in okr(project, *about[:-1], "happy/partners", "--value", "6 hours").stderr


@pytest.mark.parametrize(
    ("folder", "line"),
    [
        ("checkins", "git add checkins/2026"),
        ("a b; $(touch RAN)", "git add 'a b; $(touch RAN)/2026"),
        ("-rf", "git add ./-rf/2026"),
    ],
)
def test_the_lines_for_git_can_be_pasted_whatever_the_folder_is_called(okr, project, folder, line):
    swap(project / "okrengine.yaml", "version: 1\n", f"version: 1\ncheckins: '{folder}'\n")
    assert line in okr(project, "checkin", *NOW, "--by", "nok", "--no-input").stderr


@pytest.mark.parametrize("pattern", ["**/*.yaml", "*/**/*.yaml"])
def test_a_broad_pattern_of_okr_files_leaves_check_ins_and_settings_alone(okr, project, pattern):
    swap(project / "okrengine.yaml", "version: 1\n", f"version: 1\nokrs: ['{pattern}']\n")
    assert okr(project, "checkin", *NOW, "--by", "nok", "--no-input").returncode == 0
    assert okr(project, "validate").returncode == 0
    assert okr(project, "status", *NOW).returncode == 0


def test_check_ins_among_the_okr_files_are_no_internal_error(okr, project):
    swap(project / "okrengine.yaml", "version: 1\n", "version: 1\ncheckins: okrs\n")
    ran = okr(project, "status", *NOW)
    assert ran.returncode == 2
    assert "no OKR file under okrs/" in ran.stderr


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="a device of a POSIX system")
def test_answers_without_an_end_are_refused(okr, project):
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--answers", "/dev/zero")
    assert ran.returncode == 2
    assert "the answers must be mended first" in ran.stderr
    assert not (project / "checkins").exists()


def test_a_check_in_that_would_not_be_valid_is_not_written(okr, project):
    ran = okr(project, "checkin", *NOW, "--by", "nok\narm", "--no-input")
    assert ran.returncode == 2
    assert "error[OKR104] invalid-value: `nok\\narm`" in ran.stderr
    assert "2026-10-31T020000Z.yaml:5:5\n  5 | by: 'nok\n    |     ^^^^ " in ran.stderr
    assert not (project / "checkins").exists()


def test_a_failed_plugin_is_said_whatever_file_is_asked_about(okr, project, tmp_path_factory):
    site = tmp_path_factory.mktemp("site")
    info = site / "broken-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[okrengine]\nbroken = no_such_module\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(site)
        ran = okr(project, "validate", "okrs/service.yaml")
    assert ran.returncode == 3
    assert "error[OKR903] plugin-failed: the plugin `broken` of broken was not loaded" in ran.stdout


def test_checkin_without_a_terminal_names_the_flags(okr, project):
    ran = okr(project, "checkin", *NOW)
    assert ran.returncode == 2
    for flag in ("--answers", "--no-input", "--key-result"):
        assert flag in ran.stderr
    assert not (project / "checkins").exists()


def test_dry_run_prints_the_file_and_writes_nothing(okr, project):
    before = snapshot(project)
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--no-input", "--dry-run")
    assert "# checkins/2026-Q4/service/2026-10-31T020000Z.yaml\nversion: 1\n" in ran.stdout
    assert "missing: not_stated" in ran.stdout
    assert snapshot(project) == before


def test_a_clock_behind_the_newest_check_in_is_noticed(okr, project):
    folder = project / "checkins" / "2026-Q4" / "service"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "2399-01-01T000000Z.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: service\nat: 2399-01-01T07:00:00+07:00\nby: nok\nkey_results: {}\n",
        encoding="utf-8",
    )
    ran = okr(project, "checkin", "service", "--by", "nok", "--no-input")
    assert ran.returncode == 2
    assert "2399-01-01T07:00:00+07:00" in ran.stderr


# ---------------------------------------------------------------- bad input


BAD_FILES = {
    "empty": (lambda path: path.write_text("", encoding="utf-8"), "error[OKR004] empty-file: "),
    "not utf-8": (lambda path: path.write_bytes("title: ลูกค้า".encode("tis-620")), "error[OKR006] not-utf8: "),
    "duplicate key": (lambda path: swap(path, "team: service", "team: service\nteam: sales"), "error[OKR002] duplicate-key: "),
    "impossible date": (lambda path: swap(path, "target: 7", "target: 7, deadline: 2026-11-31"), "error[OKR303] invalid-date: "),
    "Buddhist year": (lambda path: swap(path, "target: 7", "target: 7, deadline: 2569-11-30"), "2026"),
    "unknown metric": (lambda path: swap(path, "metric: csat,", "metric: cast,"), "did you mean `csat`"),
    "unknown source": (lambda path: swap(path, "source: surveys", "source: survey"), "did you mean `surveys`"),
    "typo in a key": (lambda path: swap(path, "target: 7", "taget: 7"), "did you mean `target`"),
    "no quantity": (lambda path: swap(path, "6 h", "6 hours"), "6 h"),
    "equal ends": (lambda path: swap(path, "baseline: 2", "baseline: 7"), "OKR302"),
    "broken YAML": (lambda path: swap(path, "title: ลูกค้าดีใจที่โทรมา", "title: ลูกค้า: ดีใจ"), "error[OKR001] yaml-syntax: "),
    "two goals": (lambda path: swap(path, "target: 7", "target: 7, maintain: {at_least: 2}"), "OKR106"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_named_at_its_place(okr, project, name):
    change, said = BAD_FILES[name]
    change(project / "okrs" / "service.yaml")
    ran = okr(project, "validate")
    assert ran.returncode == 1
    _, place, *_, closing = ran.stdout.splitlines()
    assert place.startswith("  --> okrs/service.yaml:")
    assert said in ran.stdout
    assert closing.startswith("Found 1 problem (1 error)")
    if "OKR201" in said or name.startswith("unknown"):
        return  # what no plugin offers fails alone, as a source does
    for command in (["status", *NOW], ["measure", *NOW], ["checkin", *NOW, "--no-input"]):
        refused = okr(project, *command)
        assert refused.returncode == 1
        assert said in refused.stderr
        assert refused.stdout == ""
    assert not (project / "checkins").exists()


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (lambda p: (p / "okrengine.yaml").unlink(), 2, "no okrengine.yaml"),
        (lambda p: (p / "okrs" / "service.yaml").unlink(), 2, "no OKR file"),
        (
            lambda p: swap(p / "okrengine.yaml", "timezone: Asia/Bangkok", "timezone: Asia/Bangcock"),
            2,
            "okrengine.yaml:2:11",
        ),
        (lambda p: swap(p / "okrengine.yaml", "type: csv", "type: cvs"), 1, "did you mean `csv`"),
        (lambda p: swap(p / "okrengine.yaml", "path: data/answers.csv", "path: ../answers.csv"), 2, "OKR207"),
    ],
)
def test_a_broken_project_is_said(okr, project, change, code, said):
    change(project)
    ran = okr(project, "validate")
    assert ran.returncode == code, ran.stdout + ran.stderr
    assert said in ran.stdout + ran.stderr


SOURCE_FAILS = {
    "a file that vanishes": (lambda p: (p / "data" / "answers.csv").unlink(), "data/answers.csv"),
    "an empty file": (lambda p: (p / "data" / "answers.csv").write_text("", encoding="utf-8"), "answers.csv"),
    "a column that is not there": (lambda p: swap(p / "data" / "answers.csv", "id,answered,q1", "id,answered,q_1"), "`q1`"),
    "text in a number column": (
        lambda p: swap(p / "data" / "answers.csv", "T09:00:00,5", "T09:00:00,five"),
        "q1",
    ),
    "not UTF-8": (lambda p: (p / "data" / "answers.csv").write_bytes("id,answered,q1\n1,2026-10-05,ดี".encode("tis-620")), "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", SOURCE_FAILS)
def test_one_failing_source_leaves_the_others_measured(okr, project, name):
    change, said = SOURCE_FAILS[name]
    change(project)
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    assert ran.returncode == 3
    assert "service/happy/csat: source_failed: " in ran.stderr
    assert said in ran.stderr
    text = next((project / "checkins").rglob("*.yaml")).read_text(encoding="utf-8")
    assert "  happy/csat:\n    missing: source_failed\n    detail: " in text
    assert "  happy/reply:\n    value: 2 h\n" in text
    assert okr(project, "validate").returncode == 0
    document = json.loads(okr(project, "status", *NOW, "--format", "json").stdout)
    csat, reply, _ = document["objectives"][0]["key_results"]
    assert (csat["score"], csat["value"], csat["missing"], csat["status"]) == (None, None, "source_failed", "no_data")
    assert reply["score"] == 0.8


def test_a_header_without_rows_is_no_data_and_never_zero(okr, project):
    (project / "data" / "answers.csv").write_text("id,answered,q1\n", encoding="utf-8")
    ran = okr(project, "measure", *NOW, "--format", "json")
    reading = json.loads(ran.stdout)["readings"][0]
    assert (ran.returncode, reading["value"], reading["status"], reading["n"]) == (0, None, "no_data", 0)


PLUGIN = '''
from okrengine import Metric, Rate, hookimpl

def broken(answers):
    """Percent; higher is better."""
    raise RuntimeError("cannot count today")

@hookimpl
def okr_metrics():
    return [Metric("broken", broken, record="survey_response", needs=("score",), unit="%", better="higher")]
'''


def test_a_metric_that_raises_fails_alone(okr, project):
    (project / "own").mkdir()
    (project / "own" / "broken.py").write_text(PLUGIN, encoding="utf-8")
    swap(project / "okrengine.yaml", "version: 1\n", "version: 1\nplugins: [own]\n")
    swap(project / "okrs" / "service.yaml", "metric: csat,", "metric: broken,")
    ran = okr(project, "measure", *NOW)
    assert ran.returncode == 3
    assert "no value (source_failed): " in ran.stdout
    assert "cannot count today" in ran.stdout
    assert "service/happy/reply\n  2 h" in ran.stdout


def test_a_plugin_that_raises_on_import_is_named_and_the_others_work(okr, project):
    (project / "own").mkdir()
    (project / "own" / "bad.py").write_text("raise RuntimeError('no licence')", encoding="utf-8")
    swap(project / "okrengine.yaml", "version: 1\n", "version: 1\nplugins: [own]\n")
    listed = okr(project, "plugins")
    assert listed.returncode == 3
    assert "own/bad.py" in listed.stdout
    assert "no licence" in listed.stdout
    measured = okr(project, "measure", *NOW)
    assert measured.returncode == 3
    assert "n 40" in measured.stdout
    assert "no licence" in measured.stderr


CUT = """
import sys

def refuse(event, _):
    if event.startswith("socket."):
        raise OSError("the network is cut")

sys.addaudithook(refuse)
from okrengine.cli import main
main()
"""


def test_what_a_stranger_may_ask_for_runs_no_code_of_the_project_and_opens_no_network(okr, project):
    assert okr(project, "checkin", *NOW, "--by", "nok", "--no-input").returncode == 0
    (project / "own").mkdir()
    (project / "own" / "evil.py").write_text("open('RAN', 'w').close()", encoding="utf-8")
    swap(project / "okrengine.yaml", "version: 1\n", "version: 1\nplugins: [own]\n")
    for command in (
        ["validate"], ["validate", "--fix"], ["validate", "-o", "json=-", "-o", "sarif=okr.sarif"], ["status", *NOW],
        ["report", *NOW], ["report", "-o", "html=r.html"], ["explain", "csat"], ["explain", "vague-title", "--all"],
        ["explain", "service/happy/csat"], ["explain", "service", "--format", "json"],
        ["init", "--ci", "github"], ["init", "other"],
    ):  # fmt: skip
        ran = subprocess.run(
            [sys.executable, "-P", "-c", CUT, *command], cwd=project, capture_output=True, text=True, encoding="utf-8",
            env={**os.environ, "OKR_AS_OF": "2026-10-31T09:00:00+07:00"}, check=False,
        )  # fmt: skip
        assert ran.returncode == 0, f"{command}: {ran.stdout}{ran.stderr}"
        assert "the network is cut" not in ran.stdout + ran.stderr
    assert not (project / "RAN").exists()
    own(project, "plugins")
    assert (project / "RAN").exists(), "the test would notice"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_a_read_only_folder_is_said(okr, project):
    (project / "checkins").mkdir()
    (project / "checkins").chmod(0o500)
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    assert ran.returncode == 2
    assert "checkins" in ran.stderr


def test_a_folder_that_cannot_be_made_is_said_and_nothing_is_left(okr, project):
    (project / "checkins").write_text("a file stands in the way", encoding="utf-8")
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    assert ran.returncode == 2
    assert "checkins" in ran.stderr
    assert (project / "checkins").read_text(encoding="utf-8") == "a file stands in the way"


def test_a_broken_check_in_is_named_and_all_others_are_read(okr, project):
    okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    folder = project / "checkins" / "2026-Q4" / "service"
    (folder / "2026-10-30T020000Z.yaml").write_text("version: 1\ncycle: [", encoding="utf-8")
    assert okr(project, "validate").returncode == 1
    for command in (["status", *NOW], ["report", "-o", "html=r.html"]):
        ran = okr(project, *command)
        assert ran.returncode == 3
        assert "error[OKR001] yaml-syntax: " in ran.stderr
        assert "2026-10-30T020000Z.yaml:2:9\n" in ran.stderr
    assert (project / "r.html").is_file()


# ---------------------------------------------------------------- the program


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["validte"], "did you mean `validate`?"),
        (["measure", "--formt", "json"], "--format"),
        (["validate", "nowhere.yaml"], "nowhere.yaml"),
        (["status", "servce"], "did you mean `service`?"),
        (["status", "service/hapy"], "did you mean `service/happy`?"),
        (["status", "--cycle", "2026-Q3"], "2026-Q4"),
        (["status", "--as-of", "soon"], "write 2026-11-21"),
        (["status", "--as-of", "9999-12-31"], "between 1900 and 2400"),
        (["validate", "--as-of", "0001-01-01T00:00:00+14:00"], "between 1900 and 2400"),
        (["report", "--as-of", "2569-11-21"], "the common era"),
        (["report", "-o", "htm=x"], "did you mean `html`?"),
        (["report", "-o", "html"], "FORMAT=PATH"),
        (["report", "-o", "html=r.html", "-o", "json=nowhere/r.json"], "nowhere"),
        (["measure", "--format", "jsn"], "did you mean `json`?"),
        (["--color", "nevr", "measure"], "did you mean `never`?"),
        (["report", "-o", "html=nowhere/r.html"], "nowhere"),
        (["schema", "okrs"], "did you mean `okr`?"),
        (["plugins", "cast"], "did you mean `csat`?"),
        (["measure", "--as-of", "2031-01-01"], "2026-Q4"),
    ],
)
def test_wrong_calls_end_2_with_a_suggestion(okr, project, arguments, said):
    okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    before = snapshot(project)
    ran = okr(project, *arguments)
    assert ran.returncode == 2, ran.stdout
    assert said in ran.stderr
    assert snapshot(project) == before, "nothing is written"


def test_flags_stand_before_or_after_the_command_and_in_the_environment(okr, project):
    texts = {
        okr(project, "--as-of", "2026-10-31", "measure", "--format", "json").stdout,
        okr(project, "measure", "--format", "json", "--as-of", "2026-10-31").stdout,
        okr(project, "measure", "--format", "json", OKR_AS_OF="2026-10-31").stdout,
        okr(project, "measure", OKR_MEASURE_FORMAT="json", OKR_AS_OF="2026-10-31").stdout,
    }
    assert len(texts) == 1
    assert json.loads(texts.pop())["as_of"] == "2026-10-31T23:59:59+07:00"


def test_from_a_folder_below_the_same_project_is_found(okr, project):
    ran = okr(project / "data", "validate")
    assert ran.stdout == "2 files, 3 key results, no problems.\n"


def test_quiet(okr, project):
    assert okr(project, "validate", "-q").stdout == ""
    swap(project / "okrs" / "service.yaml", "6 h", "6 hours")
    assert okr(project, "validate", "-q").stdout.count("\n") == 4
    assert okr(project, "validate", "-q", "--format", "concise").stdout.count("\n") == 1
    silent = okr(project, "validate", "-qq")
    assert (silent.stdout, silent.returncode) == ("", 1)


@pytest.mark.parametrize("encoding", ["ascii", "cp874", "utf-8"])
def test_any_console_gets_something_readable(okr, project, encoding):
    okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    ran = subprocess.run(
        [sys.executable, "-P", "-m", "okrengine", "status", *NOW],
        cwd=project, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding},
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    text = ran.stdout.decode(encoding)
    assert "service" in text
    assert ("━" in text or "─" in text) == (encoding == "utf-8")
    assert "\x1b" not in text


def test_a_closed_pipe_ends_quietly(project):
    ran = subprocess.run(
        f"{sys.executable} -P -m okrengine measure --as-of 2026-10-31 --format json | head -c 1",
        shell=True, cwd=project, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.stdout == "{"
    assert "BrokenPipe" not in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
@pytest.mark.parametrize(("output", "said"), [(">&-", "closed"), (">/dev/full", "No space left"), ("2>&-", "")])
@pytest.mark.parametrize("command", ["validate", "status", "report -o html=-"])
def test_a_full_or_closed_output_is_one_line(project, command, output, said):
    ran = subprocess.run(
        f"{sys.executable} -P -m okrengine {command} --as-of 2026-10-31 {output}",
        cwd=project,
        shell=True,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        check=False,
        encoding="utf-8",
    )
    assert ran.returncode == (2 if said else 0)
    assert ran.stderr.count("\n") == (1 if said else 0)
    assert said in ran.stderr


def test_nothing_gives_orders_to_the_log_of_a_build(okr, project):
    swap(project / "okrs" / "service.yaml", "คำตอบว่าพอใจเพิ่มจาก 60% เป็น 90%", '"::error::no ##[group]x ##VSO[task]"')
    okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    (project / "okrs" / "##[error]x.yaml").write_text("version: 1\ntitle: [", encoding="utf-8")
    broken = okr(project, "validate")
    assert "--> okrs/##\\[error]x.yaml:2:9\n" in broken.stdout
    (project / "okrs" / "##[error]x.yaml").unlink()
    every = [okr(project, *command, *NOW) for command in (["status"], ["status", "--plain"], ["measure"])]
    documents = [
        okr(project, *command, *NOW) for command in (["status", "--format", "json"], ["report", "-o", "json=-"])
    ]
    for ran in (broken, *every, *documents):
        assert not re.search(r"(?m)##(vso)?\[|^\s*::", ran.stdout + ran.stderr, re.IGNORECASE)
    for ran in documents:
        title = json.loads(ran.stdout)["objectives"][0]["key_results"][0]["title"]
        assert title == "::error::no ##[group]x ##VSO[task]"


def test_colours_are_wanted_or_not(okr, project):
    swap(project / "okrs" / "service.yaml", "6 h", "6 hours")
    assert "\x1b[" not in okr(project, "validate").stdout
    for flags in ([], ["--format", "concise"]):
        assert "\x1b[1;31merror" in okr(project, "validate", *flags, "--color", "always").stdout
        assert "\x1b[1;31merror" in okr(project, "validate", *flags, FORCE_COLOR="1").stdout
    assert "\x1b[" not in okr(project, "validate", FORCE_COLOR="1", NO_COLOR="1").stdout


def test_help_lists_the_exit_codes(okr):
    ran = okr(Path.cwd(), "--help")
    for text in ("validate", "checkin", "130", "3 ", "incomplete"):
        assert text in ran.stdout


def test_one_offer_says_what_it_takes(okr, project):
    shown = okr(project, "plugins", "csat").stdout
    assert "unit: percent, higher is better, 0 to 100" in shown
    assert "columns of survey_response:\n  must be filled: response_id, responded_at, score\n" in shown
    assert "scale: lowest and highest possible answer (a list of 2: [1, 5]; default [1," in shown
    assert max(map(len, shown.splitlines())) <= 80
    both = okr(project, "plugins", "json").stdout
    assert "source json" in both
    assert "format json" in both


def test_one_key_result_alone_leaves_the_last_word_on_the_others(okr, project):
    said = "key_results: {happy/csat: {confidence: 0.7, note: ดี}, happy/partners: {value: 3}}"
    okr(project, "checkin", "--as-of", "2026-10-24T09:00:00+07:00", "--by", "nok", "--answers", "-", said=said)
    ran = okr(project, "checkin", *NOW, "--by", "arm", "--key-result", "happy/partners", "--value", "5")
    assert ran.returncode == 0, ran.stderr
    assert "csat" not in ran.stderr, "the others are not measured"
    written = (project / "checkins/2026-Q4/service/2026-10-31T020000Z.yaml").read_text(encoding="utf-8")
    assert written.endswith("key_results:\n  happy/partners:\n    value: 5\n")
    document = json.loads(okr(project, "status", *NOW, "--format", "json").stdout)
    csat, _, partners = document["objectives"][0]["key_results"]
    assert (csat["confidence"], csat["at"]) == (0.7, "2026-10-24T09:00:00+07:00")
    assert partners["value"] == "5"


def test_a_value_of_milestones_is_refused(okr, project):
    swap(project / "okrs" / "service.yaml", "baseline: 2, target: 7}", "milestones: [{id: one, by: 2026-11-30}]}")
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--key-result", "happy/partners", "--value", "5")
    assert ran.returncode == 2
    assert "has milestones, no value" in ran.stderr


def test_a_value_in_another_unit_is_refused_before_it_is_written(okr, project):
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--key-result", "happy/partners", "--value", "5%")
    assert ran.returncode == 2
    assert "is counted without a unit, so its value cannot be 5%" in ran.stderr
    assert not (project / "checkins").exists()


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ('record="surveys"', "reads `surveys`, which is no record: did you mean `survey_response`?"),
        (
            'record="survey_response", needs=("scoer",)',
            "needs `scoer`, which `survey_response` has not: did you mean `score`?",
        ),
    ],
)
def test_a_metric_that_names_what_is_not_there_fails_alone(okr, project, facts, said):
    (project / "own").mkdir()
    text = PLUGIN.replace('record="survey_response", needs=("score",)', facts)
    (project / "own" / "broken.py").write_text(text, encoding="utf-8")
    swap(project / "okrengine.yaml", "version: 1\n", "version: 1\nplugins: [own]\n")
    swap(project / "okrs" / "service.yaml", "metric: csat,", "metric: broken,")
    ran = okr(project, "measure", *NOW)
    assert ran.returncode == 3
    assert said in ran.stdout
    assert "service/happy/reply\n  2 h" in ran.stdout


def test_rows_of_data_are_in_no_message(okr, project):
    """A detail is written into a file that is kept: what is read as a header may be somebody's answer."""
    (project / "data" / "answers.csv").write_text('[{"id": 7, "who": "somchai@example.org"}]\n', encoding="utf-8")
    ran = okr(project, "measure", *NOW)
    assert "answers.csv is JSON: write `type: json`" in ran.stdout
    assert "somchai" not in ran.stdout + ran.stderr


def test_the_help_says_in_a_line_each_what_the_commands_do(okr, tmp_path):
    lines = okr(tmp_path, "--help").stdout.splitlines()[1:]
    assert [line for line in lines if len(line) > 80 or line.endswith("...")] == []
