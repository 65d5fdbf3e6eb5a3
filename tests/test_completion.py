"""Shell completion by the protocol of each shell: names from the files, no code, no words where something is broken."""

import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from okrengine.cli.app import run

ROOT = Path(__file__).parent.parent
OKRS = """\
version: 1
cycle: {cycle}
team: {team}
objectives:
  - id: happy
    title: ลูกค้ามีความสุข
    tags: {{stage: support}}
    key_results:
      - {{id: csat, title: พอใจ, metric: csat, source: surveys, baseline: 60%, target: 90%, tags: {{touchpoint: app}}}}
      - {{id: reply, title: ตอบเร็ว, baseline: 6 h, target: 1 h}}
  - {{id: loved, title: รัก, key_results: [{{id: partners, title: พันธมิตร, baseline: 2, target: 7}}]}}
"""
SHELLS = ("bash", "zsh", "fish")


@pytest.fixture(scope="module")
def written(tmp_path_factory, okr):
    """A project with two teams, one of them alone in its cycle, and its schemas."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "okrs").mkdir()
    (folder / "okrengine.yaml").write_text("version: 1\nsources: {surveys: {type: csv, path: data.csv}}\n", "utf-8")
    for team, cycle in (("service", "2026-Q4"), ("sales", "2027-Q1")):
        (folder / "okrs" / f"{team}.yaml").write_text(OKRS.format(team=team, cycle=cycle), encoding="utf-8")
    assert okr(folder, "schema", "--write").returncode == 0
    return folder


@pytest.fixture
def project(written, tmp_path):
    return shutil.copytree(written, tmp_path / "project")


def environment(**more):
    ours = ("OKR", "_OKR", "NO_COLOR", "FORCE_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {**kept, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}", "LANG": "C.UTF-8", **more}


def spoken(shell, line, folder, **more):
    """What a shell gets for a line whose last word is being typed."""
    before, _, typed = line.rpartition(" ")
    words = len(shlex.split(before))
    place = typed if shell == "fish" else str(words)
    told = {"COMP_WORDS": line, "COMP_CWORD": place, "_OKR_COMPLETE": f"{shell}_complete", **more}
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for name in [name for name in os.environ if name.startswith(("OKR", "_OKR"))]:
            patch.delenv(name)
        for name, value in told.items():
            patch.setenv(name, value)
        patch.setattr(sys, "stdout", out)
        patch.setattr(sys, "stderr", err)
        with pytest.raises(SystemExit) as ended:
            run([])
    assert (ended.value.code, err.buffer.getvalue()) == (0, b"")
    return out.buffer.getvalue().decode().splitlines()


def offered(line, folder, shell="bash", **more):
    """The words among what a shell gets."""
    lines = spoken(shell, line, folder, **more)
    if shell == "zsh":
        return [value for kind, value in zip(lines[::3], lines[1::3], strict=False) if kind == "plain"]
    pairs = [one.split(",", 1) for one in lines if "," in one]
    return [value.split("\t")[0] for kind, value in pairs if kind == "plain"]


# ---------------------------------------------------------------- what is offered


@pytest.mark.parametrize("shell", SHELLS)
def test_there_is_a_script_for_every_shell(shell, tmp_path):
    told = environment(_OKR_COMPLETE=f"{shell}_source")
    ran = subprocess.run(["okr"], cwd=tmp_path, env=told, capture_output=True, encoding="utf-8", check=True)
    assert "_OKR_COMPLETE=" in ran.stdout
    assert len(ran.stdout.splitlines()) > 10


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("okr va", ["validate"]),
        ("okr status se", ["service", "service/happy", "service/loved"]),
        ("okr status ", ["sales", "service"]),
        ("okr report service/", ["service/happy", "service/loved"]),
        ("okr measure service/happy", ["service/happy", "service/happy/csat", "service/happy/reply"]),
        ("okr checkin service/happy/c", ["service/happy/csat"]),
        ("okr checkin --key-result sales/loved/", ["sales/loved/partners"]),
        ("okr status --cycle ", ["2027-Q1", "2026-Q4"]),
        ("okr status --by ", ["team", "stage", "touchpoint"]),
        ("okr status sales --fail-on o", ["off_track"]),
        ("okr report --language ", ["en", "th"]),
        ("okr init --ci ", ["github", "gitlab", "pre-commit"]),
        ("okr init --ci github,git", ["github,github", "github,gitlab"]),
        ("okr validate --form", ["--format"]),
        ("okr validate --format j", ["json", "jsonl", "junit"]),
        ("okr --color n", ["never"]),
        ("okr plugins csat_", ["csat_mean"]),
        ("okr plugins cs", ["csat", "csat_mean", "csv"]),
        ("okr status nothing", []),
    ],
)
def test_what_can_come_next_is_offered(shell, line, words, project):
    assert offered(line, project, shell) == words


def test_every_command_and_every_flag_is_offered(project):
    from okrengine.cli.app import COMMANDS

    assert offered("okr ", project) == list(COMMANDS)
    for command in COMMANDS:
        flags = offered(f"okr {command} --", project)
        assert {"--project", "--as-of", "--color", "--help"} <= set(flags)


def test_forms_are_offered_for_outputs(project):
    from okrengine.diagnostics import FORMS

    assert [one.partition("=")[0] for one in offered("okr validate -o ", project)] == list(FORMS)
    assert offered("okr validate --format ", project) == list(FORMS)
    assert [one.partition("=")[0] for one in offered("okr report -o ", project)] == ["html", "markdown", "json"]


@pytest.mark.parametrize("line", ["okr validate --select ", "okr validate --ignore ", "okr explain "])
def test_rules_are_offered_by_name(line, project):
    found = offered(f"{line}direction-", project)
    assert found == ["direction-mismatch"]
    assert len(offered(line, project)) > 20
    if "explain" not in line:
        several = offered(f"{line}vague-title,direction-", project)
        assert several == ["vague-title,direction-mismatch"]


def test_whatever_can_be_explained_is_offered(project):
    assert offered("okr explain csat", project) == ["csat", "csat_mean"]
    assert offered("okr explain vague-title csat_", project) == ["csat_mean"]
    assert offered("okr explain sq", project) == ["sql", "sqlite"]
    assert offered("okr explain --all s", project)[0] == "sources"
    assert offered("okr explain service", project)[:2] == ["service", "service/happy"]
    assert offered("okr explain service/happy/c", project) == ["service/happy/csat"]
    assert offered("okr explain 2026", project) == ["2026-Q4"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("okr validate okrs/", "file"),
        ("okr checkin --answers ", "file"),
        ("okr init ", "dir"),
        ("okr --project ", "dir"),
    ],
)
def test_files_and_folders_are_left_to_the_shell(line, kind, project):
    assert [one.partition(",")[0] for one in spoken("bash", line, project) if one] == [kind]


def test_the_project_of_the_line_or_of_the_environment_is_meant(project, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    assert offered("okr status ", elsewhere) == []
    assert offered(f"okr --project {project} status sal", elsewhere) == ["sales", "sales/happy", "sales/loved"]
    assert offered(f"okr status --project {project} --cycle 2027", elsewhere) == ["2027-Q1"]
    assert offered("okr status sal", elsewhere, OKR_PROJECT=str(project)) != []
    assert offered("okr status sal", project / "okrs") != [], "a project is found upward"


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not there")
def test_bash_itself_completes_with_our_script(project):
    script = 'eval "$(_OKR_COMPLETE=bash_source okr)"; COMP_WORDS=(okr status service/l); COMP_CWORD=2; _okr_completion okr; echo "${COMPREPLY[@]}"'
    ran = subprocess.run(
        ["bash", "--norc", "-c", script], cwd=project, env=environment(), capture_output=True, text=True, check=True
    )
    assert (ran.stdout, ran.stderr) == ("service/loved service/loved/partners\n", "")


# ---------------------------------------------------------------- what is broken offers nothing


def broken(project, name, content):
    path = project / name
    path.unlink(missing_ok=True)
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("okrengine.yaml", b"version: [1\n"),
        ("okrengine.yaml", b"\xff\xfe"),
        ("okrengine.yaml", b"okrs: 7\nplugins: {a: b}\n"),
        ("okrengine.yaml", b"okrs: [../../*.yaml, /etc/*.yaml]\n"),
        ("okrs/service.yaml", b"team: *x\n"),
        ("okrs/service.yaml", b"[" * 100_000),
        ("okrs/service.yaml", b"team: service\nobjectives: {id: x}\n"),
        ("okrs/service.yaml", b"team: service\nobjectives: [7, {id: [a]}, {id: x, key_results: no}]\n"),
        ("okrs/service.yaml", b"- service\n"),
        ("okrs/service.yaml", b"\x00\x1b[31mservice"),
        ("schemas/okr.schema.json", b"{"),
        ("schemas/okr.schema.json", b"[" * 100_000),
        ("schemas/okrengine.schema.json", b"[]"),
        ("schemas/okrengine.schema.json", b'{"properties": {"rules": 7}, "$defs": null}'),
    ],
)
def test_a_broken_file_is_never_a_traceback(name, content, project):
    broken(project, name, content)
    for line in ("okr status ", "okr status service/", "okr status --cycle ", "okr plugins ", "okr explain "):
        offered(line, project)  # it asserts that nothing is said and that it ends well
    if name.startswith("okrs"):
        assert offered("okr status sa", project) == ["sales", "sales/happy", "sales/loved"], "the others are offered"


@pytest.mark.parametrize(
    "line", ["okr nonsense ", "okr status --nonsense ", "okr --as-of never status ", "okr status -"]
)
def test_a_wrong_line_is_never_a_traceback(line, project):
    offered(line, project)


def test_without_a_project_nothing_is_offered(tmp_path):
    for line in ("okr status ", "okr status --cycle ", "okr explain ", "okr plugins "):
        assert offered(line, tmp_path) == []
    assert "validate" in offered("okr ", tmp_path)


def test_a_name_that_a_shell_would_take_apart_is_not_offered(project):
    hostile = ["$(touch RAN)", "`touch RAN`", "a b", "*", "a,b", "a\\nplain,b", "\\e[31m", "-rf", "../x", "~root", "ทีม"]
    for number, name in enumerate(hostile):
        (project / "okrs" / f"h{number}.yaml").write_text(
            f'team: "{name}"\ncycle: "{name}"\nobjectives: [{{id: "{name}"}}]\n', encoding="utf-8"
        )
        (project / "okrs" / f"i{number}.yaml").write_text(
            f'team: safe\nobjectives: [{{id: "{name}", key_results: [{{id: x}}]}}, {{id: y, key_results: [{{id: "{name}"}}]}}]\n',
            encoding="utf-8",
        )
    for shell in SHELLS:
        assert offered("okr status ", project, shell) == ["safe", "sales", "service"]
        assert offered("okr status safe", project, shell) == ["safe", "safe/y"]
        assert offered("okr status safe/y/", project, shell) == []
        assert offered("okr status --cycle ", project, shell) == ["2027-Q1", "2026-Q4"]
    assert not (project / "RAN").exists()


def test_links_and_pipes_are_not_waited_for(project, tmp_path):
    outside = tmp_path / "outside.yaml"
    outside.write_text("team: outside\n", encoding="utf-8")
    (project / "okrs" / "link.yaml").symlink_to(outside)
    os.mkfifo(project / "okrs" / "pipe.yaml")
    assert offered("okr status ", project) == ["sales", "service"]


# ---------------------------------------------------------------- what it costs, and what it runs


LISTED = """
import sys
from okrengine.cli.app import run
try:
    run(sys.argv[1:])
except SystemExit:
    pass
names = ("ibis", "duckdb", "pyarrow", "pandas", "numpy", "jinja2", "babel", "rich", "budoux", "jsonschema", "pluggy",
         "okrengine_plugins", "okrengine.project", "okrengine.registry", "okrengine.schema", "okrengine.measure")
print([name for name in names if name in sys.modules], file=sys.stderr)
"""


def test_help_imports_nothing_heavy(project):
    for arguments in (["--help"], ["validate", "--help"], ["init", "--help"], ["--version"]):
        ran = subprocess.run(
            [sys.executable, "-P", "-c", LISTED, *arguments], cwd=project, env=environment(), capture_output=True,
            encoding="utf-8", check=True,
        )  # fmt: skip
        assert ran.stdout
        assert ran.stderr == "[]\n"


@pytest.mark.parametrize(
    "line",
    [
        "okr ",
        "okr status s",
        "okr explain c",
        "okr plugins ",
        "okr validate --select v",
        "okr validate -o s",
        "okr nonsense x",
    ],
)
def test_a_tab_imports_no_plugin_and_nothing_heavy(line, project):
    told = environment(COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), _OKR_COMPLETE="bash_complete")
    ran = subprocess.run(
        [sys.executable, "-P", "-c", LISTED], cwd=project, env=told, capture_output=True, encoding="utf-8", check=True
    )
    assert ran.stderr == "[]\n"


def test_a_tab_runs_no_code_of_the_project(project):
    bait = "open('RAN', 'w').close()\n"
    settings = project / "okrengine.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "plugins: [own]\n", encoding="utf-8")
    (project / "own").mkdir()
    for name in ("own/evil.py", "yaml.py", "click.py", "json.py", "conftest.py", "sitecustomize.py"):
        (project / name).write_text(bait, encoding="utf-8")
    for line in ("okr ", "okr status ", "okr explain ", "okr plugins "):
        told = environment(COMP_WORDS=line, COMP_CWORD=str(line.count(" ")), _OKR_COMPLETE="bash_complete")
        ran = subprocess.run(["okr"], cwd=project, env=told, capture_output=True, check=False)
        assert (ran.returncode, ran.stderr) == (0, b"")
        assert ran.stdout.startswith(b"plain,")
    assert not (project / "RAN").exists()
