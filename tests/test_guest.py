"""Plugins that behave badly: what they do stays where it happens, is named, and never reaches standard output."""

import json
import os
import signal
import subprocess
import sys
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from okrengine.guest import guest
from okrengine.measure.zones import between

SETTINGS = """\
version: 1
plugins: [own]
sources:
  mine: {type: TYPE, path: data/answers.csv, columns: {response_id: id, responded_at: answered, score: q1}}
  good: {type: csv, path: data/answers.csv, columns: {response_id: id, responded_at: answered, score: q1}}
"""
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
objectives:
  - id: happy
    title: Customers are glad that they called
    key_results:
      - {id: mine, metric: METRIC, source: mine, baseline: 60%, target: 90%}
      - {id: good, metric: csat, source: good, baseline: 60%, target: 90%}
"""
DOOR = "from okrengine import Metric, ProjectError, Rate, Rows, Source, SourceError, hookimpl\n"
METRIC = '''
def mine(rows) -> Rate:
    """Mine."""
    {}
    return Rate(rows.score > 3)

@hookimpl
def okr_metrics():
    return [Metric("mine", mine, record={!r}, unit="%")]
'''
SOURCE = '''
def rows(connection, files):
    """Mine."""
    {}

@hookimpl
def okr_sources():
    return [Source("mine", rows)]
'''
NOW = ["--as-of", "2026-10-31T09:00:00+00:00"]


@pytest.fixture
def project(tmp_path):
    for name in ("own", "data", "okrs"):
        (tmp_path / name).mkdir()
    rows = "".join(f"{n},2026-10-02,{1 + n % 5}\n" for n in range(40))
    (tmp_path / "data" / "answers.csv").write_text(f"id,answered,q1\n{rows}", encoding="utf-8")
    return tmp_path


def write(project, code, metric="csat", source="csv"):
    (project / "okrengine.yaml").write_text(SETTINGS.replace("TYPE", source), encoding="utf-8")
    (project / "okrs" / "x.yaml").write_text(OKRS.replace("METRIC", metric), encoding="utf-8")
    (project / "own" / "bad.py").write_text(code, encoding="utf-8")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("import sys; sys.exit(0)", "it asked the program to end"),
        ("raise GeneratorExit", "it asked the program to end"),
        ("raise type('Mute', (Exception,), {'__str__': lambda self: 1 / 0})()", "Mute"),
        ("raise ValueError('\\n\\x1b[31mred')", "ValueError: \\u{001b}[31mred"),
        ("raise ValueError('x' * 1_000_000)", "xxx…"),
    ],
)
def test_a_plugin_that_cannot_be_imported_is_named(okr, project, code, said):
    write(project, code)
    ran = okr(project, "measure", *NOW)
    assert ran.returncode == 3
    assert said in ran.stderr
    assert ran.stdout.count("n 40") == 2


@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_only_a_plain_file_is_a_plugin(okr, project, kind):
    write(project, "")
    name = project / "own" / "bad.py"
    name.unlink()
    (project / "data" / "real.py").write_text("open('RAN', 'w').close()", encoding="utf-8")
    make = {"pipe": lambda: os.mkfifo(name), "link": lambda: name.symlink_to("../data/real.py"), "folder": name.mkdir}
    make[kind]()
    ran = okr(project, "measure", *NOW)
    assert ran.returncode == 3
    assert "plugin own/bad.py (bad) failed" in ran.stderr
    assert not (project / "RAN").exists()


@pytest.mark.parametrize(
    ("code", "record", "said"),
    [
        ("raise SystemExit(0)", "survey_response", "it asked the program to end"),
        ("raise ValueError('x' * 1_000_000)", "survey_response", "xxx…"),
        ("raise SourceError('\\x1b[31m\\u202ered')", "survey_response", "\\u{001b}[31m\\u{202e}red"),
        ("return 5", "survey_response", "gave no kernel"),
        ("", "nothing_known", "reads `nothing_known`, which is no record"),
    ],
)
def test_a_metric_that_misbehaves_fails_alone_and_its_check_in_can_be_read(okr, project, code, record, said):
    write(project, DOOR + METRIC.format(code, record), metric="mine")
    ran = okr(project, "checkin", *NOW, "--by", "nok", "--no-input")
    assert ran.returncode == 3
    assert said in ran.stderr
    assert "n 40" in ran.stderr
    assert okr(project, "status", *NOW).returncode == 0


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("return 5", "gave no rows but int"),
        ("raise SystemExit(0)", "it asked the program to end"),
        ("return Rows(5, ('a',))", "cannot be read"),
        ("raise ValueError", "ValueError"),
    ],
)
def test_a_source_that_misbehaves_fails_alone(okr, project, code, said):
    write(project, DOOR + SOURCE.format(code), source="mine")
    ran = okr(project, "measure", *NOW)
    assert ran.returncode == 3
    assert said in ran.stdout
    assert ran.stdout.count("n 40") == 1


def test_what_plugins_print_goes_to_standard_error(project):
    noise = "import os, sys; print('printed'); os.write(1, b'written\\n'); os.system('echo called')\n"
    write(project, noise + DOOR + METRIC.format("print('measured')", "survey_response"), metric="mine")
    command = [sys.executable, "-P", "-m", "okrengine", "measure", *NOW, "--format", "json"]
    ran = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True, encoding="utf-8")
    assert len(json.loads(ran.stdout)["readings"]) == 2
    for word in ("printed", "written", "called", "measured"):
        assert word in ran.stderr


@pytest.mark.parametrize("failure", [RuntimeError("Query interrupted"), None])
def test_ctrl_c_that_an_engine_takes_for_a_failure_of_its_own_is_still_ctrl_c(failure):
    def run():
        with guest():
            try:
                signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                if failure is not None:
                    raise failure from None

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        run()
    assert signal.getsignal(signal.SIGINT) is before


def test_stamps_thousands_of_years_apart_cost_no_walk_through_all_of_them():
    far = between(ZoneInfo("America/New_York"), datetime.min, datetime.max)  # noqa: DTZ901  naive stamps are the point
    assert far.first == -17762
    assert 200 < len(far.changes) < 500
