"""What is built and installed: the same plugins by every way, only our files, and a light base install."""

import json
import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
HEAVY = ("ibis", "duckdb", "pyarrow", "pandas", "numpy", "sqlglot")
OWN = '''
"""A metric from a package of one's own."""
from okrengine import Metric, Rate, hookimpl


def smiles(answers, *, least: int = 4):
    """Percent of answers of at least `least`; higher is better."""
    return Rate(answers.score >= least)


@hookimpl
def okr_metrics():
    return [Metric("smiles", smiles, record="survey_response", needs=("score",), scale=(1, 5), unit="%", better="higher")]


@hookimpl
def okr_commands(cli):
    import click

    cli.add_command(click.Command("hello", callback=lambda: click.echo("hello from a plugin")))
'''


def run(*command, **options):
    ran = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False, **options)
    assert ran.returncode == options.pop("code", 0), ran.stdout + ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The files that git knows, or would know, in a folder of their own."""
    folder = tmp_path_factory.mktemp("source")
    names = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=ROOT).splitlines()
    for name in names:
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def built(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "-d", folder, cwd=source)
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


def needed(names, seen=None):
    """The distributions that some need, without extras."""
    seen = {} if seen is None else seen
    for name in names:
        found = metadata.distribution(name)
        if found.name not in seen:
            seen[found.name] = found
            wanted = [Requirement(text) for text in found.requires or ()]
            needed([one.name for one in wanted if one.marker is None or one.marker.evaluate({"extra": ""})], seen)
    return seen


def environment(folder, *extra):
    """A fresh virtual environment that holds what the base install needs, linked from here, and nothing else."""
    venv.create(folder, with_pip=False, symlinks=True)
    site = next(folder.glob("lib/python*/site-packages"))
    base = needed(["okrengine", *extra])
    del base["okrengine"]
    for distribution in base.values():
        for name in {str(path).split("/")[0] for path in distribution.files if not str(path).startswith("..")}:
            if not (site / name).exists():
                (site / name).symlink_to(distribution.locate_file(name))
    return folder / "bin" / "python", site, base


def install(python, *what):
    run(
        sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", "--no-index",
        "--no-build-isolation", *what,
    )  # fmt: skip


def plugins(python):
    listed = json.loads(run(python.parent / "okr", "plugins", "--format", "json", cwd=python.parent))
    return [(one["name"], one["state"]) for one in listed["plugins"] if one["owner"] == "okrengine"]


@pytest.fixture(scope="module")
def base(built, tmp_path_factory):
    python, site, distributions = environment(tmp_path_factory.mktemp("base"))
    install(python, built[0])
    return python, site, distributions


def test_the_wheel_holds_our_packages_and_nothing_else(built, source):
    names = zipfile.ZipFile(built[0]).namelist()
    assert {name.split("/")[0] for name in names} == {
        "okrengine",
        "okrengine_plugins",
        next(name for name in names if ".dist-info" in name).split("/")[0],
    }
    inside = {name for name in names if ".dist-info" not in name}
    expected = {
        path.relative_to(folder).as_posix()
        for folder in (source, source / "plugins")
        for package in ("okrengine", "okrengine_plugins")
        for path in (folder / package).rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".mo")
    }
    assert inside == expected
    assert {"okrengine/py.typed", "okrengine_plugins/py.typed"} <= inside
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_source_distribution_builds_the_same_wheel(built, tmp_path):
    with tarfile.open(built[1]) as archive:
        safely = {"filter": "data"} if hasattr(tarfile, "data_filter") else {}  # Python 3.11.4 and later know it
        archive.extractall(tmp_path, **safely)  # noqa: S202  our own archive
    (folder,) = tmp_path.iterdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", "okrs", "schemas", "tests"):
        assert (folder / name).exists()
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path, cwd=folder)
    again = next(tmp_path.glob("*.whl"))
    first, second = zipfile.ZipFile(built[0]), zipfile.ZipFile(again)
    assert sorted(first.namelist()) == sorted(second.namelist())
    assert all(first.read(name) == second.read(name) for name in first.namelist())


def test_every_way_of_installing_finds_the_same_plugins(base, source, tmp_path):
    expected = plugins(base[0])
    assert len(expected) > 15
    assert {state for _, state in expected} == {"ok"}
    for way in ([source], ["--editable", source]):
        python, _, _ = environment(
            tmp_path / way[0].__str__().strip("-/").replace("/", "_")[-20:], "hatchling", "editables"
        )
        install(python, *way)
        assert plugins(python) == expected


def test_the_base_install_is_light(base):
    assert len(base[2]) < 20
    ran = subprocess.run([base[0], "-c", "import ibis"], capture_output=True, check=False)
    assert ran.returncode == 1


@pytest.fixture
def example(tmp_path):
    for name in ("okrengine.yaml", "okrs", "data", "checkins", "schemas"):
        found = ROOT / name
        (shutil.copytree if found.is_dir() else shutil.copy2)(found, tmp_path / name)
    return tmp_path


def test_the_base_install_validates_grades_and_reports(base, example):
    okr = base[0].parent / "okr"
    run(okr, "validate", cwd=example)
    assert "2026-Q4" in run(okr, "status", "--as-of", "2026-11-21", cwd=example)
    run(okr, "report", "-o", "html=report.html", "-o", "markdown=report.md", "-o", "json=report.json", cwd=example)
    assert "</html>" in (example / "report.html").read_text(encoding="utf-8")


def test_the_base_install_says_what_measuring_needs(base, example):
    ran = subprocess.run(
        [base[0].parent / "okr", "measure", "--as-of", "2026-11-21"],
        capture_output=True, text=True, check=False, cwd=example,
    )  # fmt: skip
    assert ran.returncode == 2
    assert 'pip install "okrengine[duckdb]"' in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize("arguments", [["--help"], ["validate"], ["validate", "okrs"]])
def test_validate_loads_nothing_heavy(example, arguments):
    code = (
        "import sys\nfrom okrengine.cli.app import run\n"
        f"code = run({arguments!r})\n"
        "names = ('ibis', 'duckdb', 'pyarrow', 'pandas', 'jinja2', 'babel', 'rich',\n"
        "         'okrengine.measure.measuring', 'okrengine.report.contents', 'okrengine.grade')\n"
        "print([name for name in names if name in sys.modules], code)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=example)
    assert ran.stdout.splitlines()[-1] == "[] 0"


def test_a_metric_of_an_installed_package_is_like_ours(base, example):
    _, site, _ = base
    (site / "smile_metrics.py").write_text(OWN, encoding="utf-8")
    info = site / "smile_metrics-2.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: smile-metrics\nVersion: 2.1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[okrengine]\nsmiles = smile_metrics\n", encoding="utf-8")
    okr = base[0].parent / "okr"
    try:
        assert "smile-metrics 2.1  smiles: metric smiles" in run(okr, "plugins", cwd=example)
        text = (example / "okrs" / "company.yaml").read_text(encoding="utf-8")
        (example / "okrs" / "company.yaml").write_text(
            text.replace("metric: csat\n", "metric: smiles\n"), encoding="utf-8"
        )
        run(okr, "validate", cwd=example)
        assert run(okr, "hello", cwd=example) == "hello from a plugin\n"
    finally:
        shutil.rmtree(info)
        (site / "smile_metrics.py").unlink()


def test_a_metric_of_a_local_folder_is_measured(example):
    (example / "own").mkdir()
    (example / "own" / "smiles.py").write_text(OWN, encoding="utf-8")
    settings = (example / "okrengine.yaml").read_text(encoding="utf-8")
    (example / "okrengine.yaml").write_text(settings + "plugins: [own]\n", encoding="utf-8")
    path = example / "okrs" / "company.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("metric: csat\n", "metric: smiles\n"), encoding="utf-8")
    okr = [sys.executable, "-m", "okrengine"]
    environ = dict(os.environ, PYTHONSAFEPATH="1")
    assert "own/smiles.py" in run(*okr, "plugins", cwd=example, env=environ)
    measured = json.loads(
        run(*okr, "measure", "company/loved/satisfied-customers", "--as-of", "2026-11-21", "--format", "json",
            cwd=example, env=environ)
    )  # fmt: skip
    (reading,) = measured["readings"]
    assert (reading["metric"], reading["status"]) == ("smiles", "ok")
    assert reading["n"] > 100
