"""Example files: drop one into `examples/bad` with its expected text beside it, or into `examples/good`, and it runs.

Each is the OKR file of one small project; what lies in a folder of its name is put beside it, check-ins for instance.
The text is what `okr validate` prints; `pytest --rewrite-golden` writes it.
The rules of good practice speak only where the file is named after one of them, so that an example stays small, and
in a good file whose name begins with `real-`.
"""

import re
import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from okrengine import Metric, registry
from okrengine.diagnostics import FORMS, Checked
from okrengine.project import BrokenFilesError, Project
from okrengine.syntax import escaped

EXAMPLES = Path(__file__).parent / "examples"
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
BAD = sorted((EXAMPLES / "bad").glob("*.yaml"))
GOOD = sorted((EXAMPLES / "good").glob("*.yaml"))


FOUND = registry.find()
BASKETS = Metric("baskets", lambda _rows: None, "ticket", unit="%", better="higher", engines=("postgres", "snowflake"))
MORE = {"engine-not-supported": replace(FOUND, metrics={**FOUND.metrics, BASKETS.name: BASKETS})}
"""What an example needs beside what is installed."""
PRACTICE = sorted(rule.slug for rule in FOUND.rules.values() if rule.code[:4] == "OKR4" and not rule.guard)
NAMING = {"OKR101", "OKR104", "OKR105", "OKR106", "OKR201", "OKR203", "OKR204", "OKR303", "OKR902"}
"""What speaks of the very text that it marks."""


@pytest.fixture
def opened(tmp_path):
    def put(path):
        (tmp_path / "okrs").mkdir()
        off = [slug for slug in PRACTICE if not path.stem.startswith((slug, "real-"))]
        shutil.copy(EXAMPLES / "okrengine.yaml", tmp_path)
        shutil.copytree(EXAMPLES / "data", tmp_path / "data")
        if path.with_suffix("").is_dir():
            shutil.copytree(path.with_suffix(""), tmp_path, dirs_exist_ok=True)
        rules = f"rules: {{{', '.join(f'{slug}: off' for slug in off)}}}\n" if off else ""
        with (tmp_path / "okrengine.yaml").open("a", encoding="utf-8") as file:
            file.write(rules)
        shutil.copy(path, tmp_path / "okrs")
        return Project.open(tmp_path, registry=MORE.get(path.stem))

    return put


@pytest.fixture
def checked(opened):
    def check(path):
        try:
            return opened(path).validate(as_of=AS_OF)
        except BrokenFilesError as error:  # of okrengine.yaml
            return Checked(error.problems, files=("okrengine.yaml",), texts=error.texts)

    return check


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_told_as_written_beside_it(path, checked, request):
    found = checked(path)
    text = FORMS["full"](found)
    beside = path.with_suffix(".txt")
    if request.config.getoption("--rewrite-golden"):
        beside.write_bytes(text.encode())
    assert text == beside.read_bytes().decode()
    slug = {one.slug for one in found.problems if path.stem.startswith(one.slug)}
    assert slug or path.stem.startswith("many-"), "the example does not show the rule that it is named after"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_no_problem_and_loads(path, opened):
    project = opened(path)
    assert [str(one) for one in project.validate(as_of=AS_OF).problems] == []
    assert project.objectives


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_problem_marks_the_text_that_it_speaks_of(path, checked):
    found = checked(path)
    for one in found.problems:
        place = one.place
        assert place.line >= 1
        assert (place.end_line, place.end_column) >= (place.line, place.column)
        if place.file not in found.texts:
            continue
        lines = re.split("\r\n|\r|\n", found.texts[place.file])
        assert place.line <= len(lines)
        line = lines[place.line - 1]
        assert place.column <= len(line) + 1
        if one.code in NAMING and place.line == place.end_line:
            marked = line[place.column - 1 : place.end_column - 1].strip("\"'")
            named = re.findall(r"`([^`]*)`", one.message)
            assert escaped(marked) in named, f"{one}: {marked} is marked"
