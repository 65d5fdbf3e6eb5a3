"""What the docs claim is run: the README's files are written and its commands give what stands under them."""

import os
import re
import shlex
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

import okrengine

ROOT = Path(__file__).parent.parent
BLOCK = re.compile(r"^```(\w+)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(text):
    """The kind of each block, what is said of it (`file=NAME`, `exits=CODE` of its first command), and its text."""
    for kind, facts, body in BLOCK.findall(text):
        yield kind, dict(fact.split("=", 1) for fact in facts.split()), body


def commands(body):
    """Each `$ command` with the lines that stand under it."""
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown.rstrip("\n")


def matches(shown, printed):
    """Whether `printed` is what is shown; a line of `...` stands for any lines."""
    parts = [re.escape(part) for part in re.split(r"^\.\.\.$\n?", shown, flags=re.MULTILINE)]
    return re.fullmatch("(?s:.*)".join(parts).strip("\n") + r"\n*", printed) is not None


def run_page(name, folder):
    """Write the files of a page into a folder and run its commands there; how many ran, and in what environment."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("OKR")}
    environ |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{environ['PATH']}",
        "LANG": "C.UTF-8",
        "NO_COLOR": "1",
    }
    ran, here = 0, folder
    for kind, facts, body in blocks((ROOT / name).read_text(encoding="utf-8")):
        if "file" in facts:
            (folder / facts["file"]).parent.mkdir(parents=True, exist_ok=True)
            (folder / facts["file"]).write_text(body, encoding="utf-8")
        if kind != "console":
            continue
        expected = int(facts.get("exits", 0))
        for command, shown in commands(body):
            if command.startswith("cd "):
                here /= command.removeprefix("cd ")
                continue
            done = subprocess.run(
                shlex.split(command), cwd=here, env=environ, text=True, encoding="utf-8", check=False,
                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            assert matches(shown, done.stdout), f"$ {command}\n{done.stdout}"
            assert done.returncode == expected, f"$ {command}\n{done.stdout}"
            expected = 0
            ran += 1
    return ran, environ


def test_the_commands_of_the_page_on_grading_give_what_it_says(tmp_path):
    ran, _ = run_page("docs/grading.md", tmp_path)
    assert ran >= 12


def test_the_commands_of_the_readme_give_what_it_says(tmp_path):
    ran, environ = run_page("README.md", tmp_path)
    assert ran >= 6
    local = tmp_path / "own" / "smiles.py"
    assert local.is_file(), "the metric of one's own is in the README"
    settings = tmp_path / "okrengine.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "plugins: [own]\n", encoding="utf-8")
    okr = tmp_path / "okrs" / "service.yaml"
    okr.write_text(okr.read_text(encoding="utf-8").replace("metric: csat", "metric: smiles"), encoding="utf-8")
    done = subprocess.run(
        ["okr", "measure", "--as-of", "2026-10-31"],
        cwd=tmp_path,
        env=environ,
        text=True,
        capture_output=True,
        check=True,
    )
    assert "2 / 4" in done.stdout


def test_every_command_and_target_is_in_the_readme():
    from okrengine.cli.app import COMMANDS

    for command in COMMANDS:
        assert f"`okr {command}" in README
    for target in ("make demo", "make test"):
        assert target in README
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    targets = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    for target in set(targets) - {"help", "clean", "bench"}:
        assert f"make {target}" in README + contributing


PACKAGES = {}
"""The packages of CONTRIBUTING: the files of each."""
for _, given, content in blocks((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
    if "file" in given:
        package, _, name = given["file"].partition("/")
        PACKAGES.setdefault(package, {})[name] = content


CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def told(head):
    """The rows of a table of CONTRIBUTING, by their first cell: the names in code of the first and of all cells."""
    table = CONTRIBUTING.partition(f"| {head} |")[2].partition("\n\n")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    names = re.compile("`([a-z_A-Z]+)`")
    return [(names.findall(row.split("|")[1]), names.findall(row)) for row in rows]


def test_contributing_names_every_kernel_with_all_that_it_takes():
    from okrengine.measure import kernels

    offered = {name: getattr(kernels, name) for name in okrengine.__all__ if name in vars(kernels)}
    found = {name: set(words) - {name} for (name,), words in told("kernel | value")}
    assert found.keys() == offered.keys()
    shared = {"details", "excluded"}
    for name, kernel in offered.items():
        assert found[name] == {field.name for field in fields(kernel)} - shared, name


@pytest.mark.parametrize("offer", ["Metric", "Source"])
def test_contributing_names_every_argument(offer):
    found = [name for names, _ in told(f"argument of `{offer}`") for name in names]
    assert sorted(found) == sorted(field.name for field in fields(getattr(okrengine, offer)))


def test_the_lines_of_contributing_that_stand_alone_run():
    (alone,) = [body for _, facts, body in blocks(CONTRIBUTING) if "run" in facts]
    exec(compile(alone, "CONTRIBUTING.md", "exec"), {"__name__": "contributing"})  # noqa: S102  our own text
    wrong = alone.replace("transfers.fill_null(0)", "transfers")
    with pytest.raises(AssertionError, match="`value` is 50"):
        exec(compile(wrong, "CONTRIBUTING.md", "exec"), {"__name__": "contributing"})  # noqa: S102


def test_contributing_has_a_whole_package_of_each_kind():
    assert PACKAGES.keys() == {"okr-abandoned", "okr-logfmt", "okr-shouting"}
    for name, files in PACKAGES.items():
        word = name.removeprefix("okr-")
        assert files.keys() == {f"okr_{word}.py", "pyproject.toml", f"test_{word}.py"}


@pytest.mark.parametrize("package", PACKAGES)
def test_a_package_of_contributing_passes_its_own_tests_as_written(package, tmp_path):
    for name, body in PACKAGES[package].items():
        (tmp_path / name).write_text(body, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull]
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, tmp_path], cwd=tmp_path, text=True, capture_output=True, check=False
    )
    assert re.search(r"^[2-9] passed", done.stdout, re.MULTILINE), done.stdout + done.stderr


@pytest.fixture
def okr_with(tmp_path):
    """`okr` where a package of CONTRIBUTING is installed, in the folder above a project that has just begun."""
    environ = {key: value for key, value in os.environ.items() if not key.startswith("OKR")}

    def install(package):
        source = tmp_path / "source"
        source.mkdir()
        for name, body in PACKAGES[package].items():
            (source / name).write_text(body, encoding="utf-8")
        offline = ("--no-build-isolation", "--no-deps", "--no-index", "--target", tmp_path / "site")
        command = [sys.executable, "-m", "pip", "install", "-q", "--disable-pip-version-check", *offline, source]
        subprocess.run(command, capture_output=True, check=True)

        def okr(*arguments):
            return subprocess.run(
                [sys.executable, "-m", "okrengine", *arguments], cwd=tmp_path, text=True, encoding="utf-8",
                env=environ | {"PYTHONPATH": str(tmp_path / "site")}, capture_output=True, check=False,
            )  # fmt: skip

        assert okr("init", "project").returncode == 0
        return okr

    return install


def test_the_rule_of_contributing_installs_and_is_asked(okr_with, tmp_path):
    okr = okr_with("okr-shouting")
    example = tmp_path / "project" / "okrs" / "example.yaml"
    example.write_text(example.read_text(encoding="utf-8").replace("of 6\n", "of 6!!\n"), encoding="utf-8")
    found = okr("validate", "--project", "project", "--select", "TEAM001")
    assert "warning[TEAM001] shouting-title" in found.stdout, found.stdout + found.stderr
    assert "A title that ends with exclamation marks." in okr("explain", "shouting-title").stdout


def test_the_metric_of_contributing_installs_and_is_explained(okr_with):
    okr = okr_with("okr-abandoned")
    told = okr("explain", "abandonment_rate").stdout
    assert "metric abandonment_rate: Callers who gave up\n" in told
    assert "\n  chat_abandonment_rate: Chats that were given up\n" in told
    assert told.endswith("gives\n  25% · n 4 · missing 1\n")
    assert "\n  abandonment_rate " in okr("explain", "metrics").stdout


def test_the_source_of_contributing_installs_and_is_measured(okr_with, tmp_path):
    okr = okr_with("okr-logfmt")
    folder = tmp_path / "project"
    settings = folder / "okrengine.yaml"
    example = okr("explain", "logfmt").stdout.partition("\nExample:\n")[2]
    assert "\n    type: logfmt\n" in example
    settings.write_text(f"version: 1\nsources:\n{example}", encoding="utf-8")
    (folder / "data" / "calls").mkdir(parents=True)
    (folder / "data" / "calls" / "october.log").write_text("call=1 at=2026-10-05 end=answered\n", encoding="utf-8")
    (folder / "okrs" / "example.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: service\nowner: nok\nobjectives:\n  - {id: heard, title: Heard, key_results: "
        "[{id: calls, title: Calls, metric: contact_volume, source: calls, baseline: 0, target: 9}]}\n",
        encoding="utf-8",
    )
    ran = okr("measure", "--project", "project", "--as-of", "2026-11-21")
    assert "\n  1 tickets\n" in ran.stdout, ran.stdout + ran.stderr
