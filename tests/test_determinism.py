"""The same files and the same instant give the same bytes: in another folder, under another hash seed and time zone."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parent.parent
NOW = "2026-11-21T09:00:00+07:00"
ANSWERS = sorted((ROOT / "tests" / "data" / "example_answers" / "2026-11-21").glob("*.yaml"))
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Bangkok", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C"},
)


def clone(folder, names):
    """A copy of the example whose files were made in the order of `names`."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)


COMMANDS = """
import contextlib, json, sys
from okrengine.cli.app import run

for name, arguments in json.load(sys.stdin):
    with open(name, "w", encoding="utf-8") as out, contextlib.redirect_stdout(out):
        code = run(arguments)
    assert code == 0, arguments
"""


def okr(folder, environ, commands):
    """Run commands one after the other in one process of one machine; gives what each prints, by name."""
    ran = subprocess.run(
        [sys.executable, "-P", "-c", COMMANDS], input=json.dumps(list(commands.items())).encode(),
        cwd=folder, env={**os.environ, **environ}, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    return {name: (folder / name).read_bytes() for name in commands}


def report(language):
    outputs = [flag for form in ("html", "markdown", "json") for flag in ("-o", f"{form}={language}.{form}")]
    return ["report", *outputs, "--language", language]


@pytest.fixture(scope="module")
def outputs(tmp_path_factory):
    """Everything that two machines write: every output and every check-in file, by name."""
    names = ["okrengine.yaml"]
    for part in ("okrs", "checkins", "data"):
        names += [str(path.relative_to(ROOT)) for path in sorted((ROOT / part).rglob("*")) if path.is_file()]
    found = []
    for number, environ in enumerate(MACHINES):
        folder = tmp_path_factory.mktemp(f"clone{number}" * (number + 1))
        clone(folder, names if number else names[::-1])
        answers = [flag for path in ANSWERS for flag in ("--answers", str(path))]
        commands = {
            "measure": ["measure", "--as-of", NOW, "--format", "json"],
            "checkin": ["checkin", "--as-of", NOW, "--by", "june", *answers],
            "status": ["status", "--as-of", NOW, "--format", "json"],
            "card": ["status", "--as-of", NOW],
            "report en": report("en"),
            "report th": report("th"),
        }
        written = okr(folder, environ, commands)
        for language in ("en", "th"):
            for form in ("html", "markdown", "json"):
                written[f"{language}.{form}"] = (folder / f"{language}.{form}").read_bytes()
        for path in sorted((folder / "checkins").rglob("*.yaml")):
            written[str(path.relative_to(folder))] = path.read_bytes()
        found.append(written)
    return found


def test_two_machines_write_the_same_bytes(outputs):
    first, second = outputs
    assert list(first) == list(second)
    assert [name for name in first if first[name] != second[name]] == []
    assert len(first) > 12


def test_json_is_the_same_in_every_language(outputs):
    first, _ = outputs
    assert first["en.json"] == first["th.json"]
    assert first["en.json"].strip() == first["status"].strip()


def strict(schema):
    """The same schema, in which a key that it does not describe is wrong: here both come from one release."""
    if isinstance(schema, list):
        return [strict(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: strict(each) for key, each in schema.items()}
    return {**found, "additionalProperties": False} if "properties" in found and "required" in found else found


@pytest.mark.parametrize(("output", "name"), [("measure", "measure"), ("status", "report"), ("en.json", "report")])
def test_what_machines_read_is_what_the_schemas_say(outputs, output, name):
    schema = json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
    document = json.loads(outputs[0][output])
    assert [error.message for error in Draft202012Validator(strict(schema)).iter_errors(document)] == []
    assert document["format_version"] in ("1.0", "1.1")


def test_the_report_has_six_places_and_a_reason_for_every_gap(outputs):
    document = json.loads(outputs[0]["status"], parse_float=str)
    lines = [line for objective in document["objectives"] for line in objective["key_results"]]
    numbers = [line[key] for line in lines for key in ("raw", "score", "expected") if isinstance(line[key], str)]
    assert max(len(number.partition(".")[2]) for number in numbers) == 6
    gaps = [line for line in lines if line["score"] is None]
    assert gaps
    for line in gaps:
        assert line["missing"] or line["status"] == "baselining"
        assert line["why"]["formula"].startswith("no score: ")


def test_no_output_names_the_machine(outputs):
    first, second = outputs
    for name, content in (*first.items(), *second.items()):
        assert str(Path.home()).encode() + b"/" not in content, name
        assert b"clone" not in content, name
