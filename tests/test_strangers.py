"""What lies in the tree is a stranger's: nothing of it runs."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

OKR = Path(sys.executable).with_name("okr")
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: glad
    title: Customers are glad
    key_results:
      - {id: replies, title: Replies take from 6 h to 1 h, baseline: 6 h, target: 1 h}
"""
BAIT = "import pathlib\npathlib.Path(__file__).with_name('RAN-' + __name__).touch()\n"
OFFERED = "[okrengine]\nbait = bait\n"


@pytest.fixture
def project(tmp_path):
    """A project with a module, and with what makes it a plugin of ours wherever the project is on Python's path."""
    folder = tmp_path / "a" / "project"
    (folder / "okrs").mkdir(parents=True)
    (folder / "okrengine.yaml").write_text("version: 1\n", encoding="utf-8")
    (folder / "okrs" / "service.yaml").write_text(OKRS, encoding="utf-8")
    told(folder)
    return folder


def told(folder, name="bait"):
    (folder / f"{name}.py").write_text(BAIT, encoding="utf-8")
    info = folder / f"{name}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text(OFFERED.replace("bait", name), encoding="utf-8")


def ran(folder):
    return sorted(path.name for path in folder.parents[1].rglob("RAN-*"))


def run(folder, *arguments, program=(str(OKR),), **environ):
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("OKR", "PYTHON"))}
    return subprocess.run(
        [*program, *arguments], cwd=folder, env={**kept, **environ}, capture_output=True, encoding="utf-8", check=False
    )


@pytest.mark.parametrize("path", ["", ".", os.pathsep, "..", "sub", "{project}", "{project}/sub", "../link"])
@pytest.mark.parametrize("program", [(str(OKR),), (sys.executable, "-m", "okrengine")], ids=["okr", "python -m"])
def test_a_project_on_pythons_path_brings_no_plugin(project, path, program):
    (project / "sub").mkdir()
    told(project / "sub", "deeper")
    (project.parent / "link").symlink_to(project)
    path = path.format(project=project)
    for command in (["validate"], ["explain", "csat"], ["schema"]):
        done = run(project, *command, program=program, PYTHONPATH=path)
        assert (done.returncode, ran(project)) == (0, []), done.stdout + done.stderr


def test_plugins_says_what_was_left_out(project):
    done = run(project, "plugins", PYTHONPATH=".")
    assert "not loaded  bait 1.0  bait: it lies in the project or in the current folder\n" in done.stdout
    assert (done.returncode, ran(project)) == (0, [])


def test_nor_does_the_current_folder_beside_a_project(project):
    told(project.parent, "beside")
    done = run(project.parent, "validate", "--project", "project", PYTHONPATH=".")
    assert (done.returncode, ran(project)) == (0, [])


def test_nor_does_a_project_whose_settings_are_broken(project):
    (project / "okrengine.yaml").write_text("version: [\n", encoding="utf-8")
    for command in (["validate"], ["explain", "vague-title"], ["init"], ["bait"]):
        run(project, *command, PYTHONPATH=".")
    assert ran(project) == []


def test_a_stranger_hides_no_plugin_that_is_installed(project):
    told(project, "okrengine")
    (project / "okrengine.py").unlink()
    done = run(project, "validate", PYTHONPATH=".")
    assert (done.returncode, ran(project)) == (0, []), done.stdout + done.stderr


def test_a_zip_in_a_project_brings_no_plugin(project):
    with zipfile.ZipFile(project / "x.zip", "w") as out:
        out.writestr("z-1.0.dist-info/METADATA", "Name: z\nVersion: 1.0\n")
        out.writestr("z-1.0.dist-info/entry_points.txt", OFFERED)
    done = run(project, "validate", PYTHONPATH="x.zip")
    assert (done.returncode, ran(project)) == (0, []), done.stdout + done.stderr


def test_what_is_installed_beside_the_project_is_a_plugin_all_the_same(project, tmp_path):
    site = tmp_path / "site"
    site.mkdir()
    told(site, "wanted")
    run(project, "validate", PYTHONPATH=str(site))
    assert ran(project) == ["RAN-wanted"]


@pytest.mark.parametrize("name", ["yaml", "pickle", "jsonschema", "okrengine_plugins", "sitecustomize", "signal"])
def test_children_import_nothing_of_the_project(project, name):
    (project / f"{name}.py").write_text(BAIT, encoding="utf-8")
    for number in range(600):
        text = OKRS.replace("service", f"t{number}")
        (project / "okrs" / f"t{number}.yaml").write_text(text, encoding="utf-8")
    done = run(project, "validate", "-j", "3")
    assert (done.returncode, ran(project)) == (0, []), done.stdout + done.stderr


@pytest.mark.parametrize(("number", "code"), [(100, 0), (101, 2)])
def test_the_words_that_a_project_adds_are_counted(project, number, code):
    words = ", ".join(f"w{each}" for each in range(number))
    settings = f"version: 1\nrules: {{vague-title: [warning, {{add: [{words}]}}]}}\n"
    (project / "okrengine.yaml").write_text(settings, encoding="utf-8")
    done = run(project, "validate", "--format", "concise")
    assert done.returncode == code
    said = "OKR104[invalid-value] `add`: a list of 100 at most is due, not of 101 (write fewer)"
    assert (said in done.stdout) == (code == 2)


def test_explain_shows_the_beginning_of_what_a_project_says_of_a_rule(project):
    words = f"[warning, {{add: ['##[error]', '{'y' * 60_000}']}}]"
    (project / "okrengine.yaml").write_text(f"version: 1\nrules: {{vague-title: {words}}}\n", encoding="utf-8")
    done = run(project, "explain", "vague-title")
    (said,) = [line for line in done.stdout.splitlines() if line.startswith("In this project: ")]
    assert said.startswith("In this project: [warning, {add: ['##\\[error]', 'yyy")
    assert said.endswith("yyy… (okrengine.yaml:2)")
    assert len(said) < 250
