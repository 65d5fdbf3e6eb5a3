"""Example files: drop one into `examples/bad` with its expected text beside it, or into `examples/good`, and it runs.

Each is the OKR file of one small project. The text holds one line for each problem; `pytest --rewrite-golden` writes it.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from okrengine.project import Project

EXAMPLES = Path(__file__).parent / "examples"
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
BAD = sorted((EXAMPLES / "bad").glob("*.yaml"))
GOOD = sorted((EXAMPLES / "good").glob("*.yaml"))


@pytest.fixture
def opened(tmp_path):
    def put(path):
        (tmp_path / "okrs").mkdir()
        shutil.copy(EXAMPLES / "okrengine.yaml", tmp_path)
        shutil.copytree(EXAMPLES / "data", tmp_path / "data")
        shutil.copy(path, tmp_path / "okrs")
        return Project.open(tmp_path)

    return put


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_told_as_written_beside_it(path, opened, request):
    found = opened(path).validate(as_of=AS_OF).problems
    text = "".join(f"{one}\n" for one in found)
    beside = path.with_suffix(".txt")
    if request.config.getoption("--rewrite-golden"):
        beside.write_bytes(text.encode())
    assert text == beside.read_bytes().decode()
    slug = {one.slug for one in found if path.stem.startswith(one.slug)}
    assert slug or path.stem.startswith("many-"), "the example does not show the rule that it is named after"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_has_no_problem_and_loads(path, opened):
    project = opened(path)
    assert [str(one) for one in project.validate(as_of=AS_OF).problems] == []
    assert project.objectives


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_problem_marks_the_text_that_it_speaks_of(path, opened):
    for one in opened(path).validate(as_of=AS_OF).problems:
        place = one.place
        assert place.line >= 1
        assert (place.end_line, place.end_column) >= (place.line, place.column)
        if not one.slug.startswith("not-utf8"):
            lines = path.read_bytes().decode().removeprefix("\ufeff").split("\n")
            assert place.line <= len(lines)
            assert place.column <= len(lines[place.line - 1]) + 1
