"""The number that `okr validate` ends with: the same table whatever is found, wherever it is written."""

import json
import sys

import pytest

SETTINGS = "version: 1\ntimezone: Asia/Bangkok\n"
GOOD = """\
version: 1
cycle: 2026-Q4
team: good
owner: nok
objectives:
  - id: happy
    title: ลูกค้าดีใจที่โทรมาหา
    key_results:
      - {id: partners, title: พันธมิตรซ่อมเพิ่มจาก 2 เป็น 7 ราย, baseline: 2, target: 7, owner: arm}
"""
BAD = GOOD.replace("team: good", "team: bad").replace("target: 7", "taget: 7")
PLUGIN = """\
from okrengine import Finding, Place, Rule, hookimpl
import click

def crash(_files):
    '''Nothing.'''
    raise KeyError("a mistake in a rule")

def find(files):
    '''What every file has.'''
    yield Finding(Place("okrs/good.yaml", 1, 1, 1, 8), "a warning")

@click.command("burst")
def burst():
    raise ZeroDivisionError("a mistake in the program")

@hookimpl
def okr_rules():
    return [Rule(code, slug, "warning", {"crash": crash, "find": find}[slug], slug) for code, slug in %r]

@hookimpl
def okr_commands(cli):
    cli.add_command(burst)
"""


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "project"
    for name, text in {"okrengine.yaml": SETTINGS, "okrs/good.yaml": GOOD, "okrs/bad.yaml": BAD}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a plugin that offers some of the rules `crash` and `find`, and the command `burst`."""

    def install(*slugs):
        site = tmp_path / "site"
        info = site / "odd_rules-1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: odd-rules\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text("[okrengine]\nodd = odd_rules\n", encoding="utf-8")
        offered = [(f"ODD00{number}", slug) for number, slug in enumerate(slugs, 1)]
        (site / "odd_rules.py").write_text(PLUGIN % offered, encoding="utf-8")
        monkeypatch.syspath_prepend(site)

    yield install
    sys.modules.pop("odd_rules", None)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["okrs/good.yaml", "--ignore", "OKR4"], 0, "1 file, 1 key result, no problems"),
        (["okrs/good.yaml"], 0, "info[OKR417]"),
        (["okrs/good.yaml", "--fail-on", "info"], 1, "info[OKR417]"),
        (["okrs/bad.yaml"], 1, "error[OKR101]"),
        ([], 1, "error[OKR101]"),
        (["okrs/bad.yaml", "okrs/good.yaml"], 1, "error[OKR101]"),
        (["okrs/good.yaml", "okrs/bad.yaml"], 1, "error[OKR101]"),
        (["okrs/bad.yaml", "--fail-on", "info"], 1, "error[OKR101]"),
        (["okrs/bad.yaml", "--fail-on", "never"], 0, "error[OKR101]"),
        (["--fail-onn", "error"], 2, "--fail-on"),
        (["--fail-on", "eror"], 2, "did you mean `error`?"),
        (["okrs/none.yaml"], 2, "there is no file or folder `okrs/none.yaml`"),
        (["okrs/bad.yaml", "okrs/none.yaml"], 2, "there is no file or folder `okrs/none.yaml`"),
        (["--project", "okrs"], 2, "`okrs` holds no okrengine.yaml"),
        (["--project", "none"], 2, "there is no folder `none`"),
        (["-o", "json=none/x"], 2, "there is no folder `none`"),
        (["--as-of", "tomorrow"], 2, "is no day or instant"),
    ],
)
def test_the_table(okr, project, arguments, code, said):
    ran = okr(project, "validate", *arguments)
    assert ran.returncode == code
    assert said in ran.stdout + ran.stderr


@pytest.mark.parametrize(
    "how", [["-q"], ["-qq"], ["--format", "sarif"], ["--format", "github"], ["-o", "junit=x.xml", "-qq"]]
)
def test_how_it_is_said_does_not_change_the_number(okr, project, how):
    assert okr(project, "validate", *how).returncode == 1
    assert okr(project, "validate", "okrs/good.yaml", *how).returncode == 0
    (project / "okrengine.yaml").write_text("version: 2\n", encoding="utf-8")
    assert okr(project, "validate", *how).returncode == 2


def test_an_empty_folder_is_no_project_and_a_project_without_files_has_nothing_to_check(okr, project, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = okr(empty, "validate", "--project", ".")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "`.` holds no okrengine.yaml" in ran.stderr
    assert "or start one: okr init" in okr(empty, "validate").stderr
    assert okr(tmp_path, "validate", project.name) == okr(project, "validate"), "a project is checked from above it"
    for name in ("good", "bad"):
        (project / "okrs" / f"{name}.yaml").unlink()
    none = okr(project, "validate")
    assert (none.returncode, "no OKR file under okrs/" in none.stderr) == (2, True)
    (project / "okrengine.yaml").write_text("version: 1\nokrs: [goals/*.yaml]\n", encoding="utf-8")
    assert "no OKR file matches `okrs:` of okrengine.yaml (goals/*.yaml)" in okr(project, "validate").stderr
    assert okr(project, "validate", "--allow-empty").returncode == 0


@pytest.mark.parametrize(
    ("more", "severity"),
    [
        ("", "error"),
        ("rules: {plugin-failed: off}\n", "error"),
        ("rules: {plugin-failed: info}\n", "info"),
        ("# okr: ignore-file[plugin-failed] quiet\n", "error"),
    ],
)
def test_nothing_silences_what_failed(okr, project, installed, more, severity):
    installed("crash")
    settings = project / "okrengine.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + more, encoding="utf-8")
    ran = okr(project, "validate", "okrs/good.yaml", "--ignore", "plugin-failed")
    assert ran.returncode == 3
    assert f"{severity}[OKR903] plugin-failed: the rule `crash`" in ran.stdout


def test_a_rule_that_crashes_leaves_the_check_incomplete_whatever_else_is_found(okr, project, installed):
    installed("crash", "find")
    good = okr(project, "validate", "okrs/good.yaml")
    assert good.returncode == 3
    assert "error[OKR903] plugin-failed: the rule `crash` of plugin `odd` (odd-rules) failed" in good.stdout
    assert "warning[ODD002] find: a warning" in good.stdout, "the others go on"
    assert okr(project, "validate").returncode == 3, "more than 1"
    assert okr(project, "validate", "--fail-on", "never").returncode == 3
    assert okr(project, "validate", "okrs/none.yaml").returncode == 2, "less than 2"
    written = okr(project, "validate", "-o", "json=x.json", "--format", "sarif")
    assert written.returncode == 3
    assert json.loads((project / "x.json").read_text(encoding="utf-8"))["summary"]["complete"] is False
    assert json.loads(written.stdout)["runs"][0]["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("flags", [["--all", "--format", "markdown"], ["--all"], ["--format", "json"], ["csat"], []])
def test_what_is_told_without_a_plugin_that_failed_says_so(okr, project, installed, flags):
    whole = okr(project, "explain", *flags)
    installed("crash", "no such rule")
    ran = okr(project, "explain", *flags)
    assert (whole.returncode, ran.returncode) == (0, 3)
    assert whole.stdout == ran.stdout
    assert "failed: KeyError" in ran.stderr
    assert "what it offers is not told" in ran.stderr


def test_a_warning_fails_only_where_it_is_asked_to(okr, project, installed):
    installed("find")
    codes = {
        level: okr(project, "validate", "okrs/good.yaml", "--fail-on", level).returncode
        for level in ("error", "warning", "info")
    }
    assert codes == {"error": 0, "warning": 1, "info": 1}


def test_a_mistake_of_the_program_is_no_finding(okr, project, installed):
    installed()
    ran = okr(project, "burst")
    assert (ran.returncode, ran.stdout) == (4, "")
    assert ran.stderr.startswith("okr: internal error, please report it: ZeroDivisionError")
