"""What start-up and checking cost."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import peers
from material import project
from timing import OKR, PYTHON, Job, Left, Memory, Row

PASS = [*PYTHON, "pass"]
EVENTS = (
    "import glob, yaml\n"
    "for path in glob.glob('okrs/*.yaml'):\n"
    "    for _ in yaml.parse(open(path, 'rb').read(), yaml.CSafeLoader): pass"
)
RAW = (
    "import glob\nfrom yaml._yaml import CParser\n"
    "for path in glob.glob('okrs/*.yaml'): CParser(open(path, 'rb').read()).raw_parse()"
)
YAML = [*PYTHON, "import glob, yaml"]
VALIDATE = [*OKR, "--as-of", "2026-11-21", "validate"]


def start_up(folder: Path) -> Iterator[Row]:
    """`okr --help` and `okr --version` beside Python alone."""
    one = project(folder / "empty", 1)
    for flag in ("--help", "--version"):
        yield Row(f"okr {flag}", Job(flag, [*OKR, flag], one), Job("python -c pass", PASS, one), 4.9)


def validate(folder: Path) -> Iterator[Row | Left | Memory]:
    """`okr validate` of 1, 1,000 and 10,000 files beside what others do with the same files."""
    one, many, most, bad = (
        project(folder / name, files, wrong=wrong)
        for name, files, wrong in (("one", 1, 0), ("many", 1000, 0), ("most", 10_000, 0), ("bad", 1000, 100))
    )
    schema = folder / "okr.schema.json"
    schema.write_bytes(subprocess.run([*OKR, "schema", "okr"], cwd=one, check=True, capture_output=True).stdout)
    single = Job("one", [*VALIDATE, "-j", "1"], many, start=[*OKR, "--version"])
    yield from _beside(one, many, most, schema)
    events = Job("libyaml events, as Python gets them", [*PYTHON, EVENTS], many, start=YAML)
    yield Row("per file, 1,000 files, beyond start-up", single, events, 8, "cpu")
    raw = Job("libyaml events, nothing built", [*PYTHON, RAW], many, start=YAML)
    yield Row("the same", single, raw, 8, "cpu")
    wrong = Job("bad", [*VALIDATE, "-j", "1"], bad, codes=(1,))
    yield Row("1,000 files, 100 with 5 mistakes each", wrong, Job("1,000 good ones", single.command, many), 3, "cpu")
    hundred = project(folder / "hundred", 100)
    few, lots = (
        Job(f"the same, {files} files", single.command, files_in)
        for files, files_in in ((100, hundred), (10_000, most))
    )
    yield Row("10,000 files, for each", lots, few, 1.2, "cpu", (10_000, 100), runs=3)
    yield Memory("10,000 files, -j 2", Job("most", [*VALIDATE, "-j", "2"], most), 60)


def _beside(one: Path, many: Path, most: Path, schema: Path) -> Iterator[Row | Left]:
    checker, ajv = peers.python("check-jsonschema"), peers.node("ajv")
    names = ("okr validate, one good file", "1,000 good files, -j 1", "10,000 files, -j 2")
    if checker is None:
        yield from (Left(name, "check-jsonschema cannot be installed") for name in names)
    else:
        goals = ((one, 1, 0.4, "wall", 5), (many, 1, 1 / 25, "cpu", 5), (most, 2, 1 / 40, "wall", 1))
        for name, (folder, processes, goal, what, runs) in zip(names, goals, strict=True):
            files = sorted(str(path.relative_to(folder)) for path in (folder / "okrs").glob("*.yaml"))
            peer = Job("check-jsonschema", [checker, "--schemafile", str(schema), *files], folder)
            yield Row(name, Job(name, [*VALIDATE, "-j", str(processes)], folder), peer, goal, what, runs=runs)
    if ajv is None:
        yield Left(names[2], "ajv-cli cannot be installed")
        return
    flags = ["--spec=draft2020", "--strict=false", "--validate-formats=false", "-s", str(schema), "-d", "okrs/*.yaml"]
    peer = Job("ajv-cli 5 (no rules)", [ajv, "validate", *flags], most)
    yield Row(names[2], Job(names[2], [*VALIDATE, "-j", "2"], most), peer, 1.6)
    for linter, given in (("yamllint", ["-d", "relaxed", "okrs"]), ("yamale", ["-s", str(_yamale(schema)), "okrs"])):
        program = peers.python(linter)
        if program is None:
            yield Left(names[1], f"{linter} cannot be installed")
        else:
            peer = Job(f"{linter} (less is checked)", [program, *given], many, codes=(0, 1))
            yield Row(names[1], Job(names[1], [*VALIDATE, "-j", "1"], many), peer, 1.0, "cpu", runs=3)


def _yamale(schema: Path) -> Path:
    """A schema of the kind that yamale reads; it knows less."""
    found = schema.with_name("yamale.yaml")
    found.write_text("version: int()\ncycle: str()\nteam: str()\nowner: str()\nobjectives: list()\n", encoding="utf-8")
    return found
