"""Example files: drop one into `examples/bad` with its expected text beside it, or into `examples/good`, and it runs.

Each is the OKR file of one small project. The text is what `okr validate` prints; `pytest --rewrite-golden` writes it.
The rules of good practice speak only where the file is named after one of them, so that an example stays small.
"""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from okrengine import registry
from okrengine.diagnostics import write
from okrengine.project import Project

EXAMPLES = Path(__file__).parent / "examples"
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
BAD = sorted((EXAMPLES / "bad").glob("*.yaml"))
GOOD = sorted((EXAMPLES / "good").glob("*.yaml"))


PRACTICE = sorted(rule.slug for rule in registry.find().rules.values() if rule.code[:4] == "OKR4" and not rule.guard)


@pytest.fixture
def opened(tmp_path):
    def put(path):
        (tmp_path / "okrs").mkdir()
        off = [slug for slug in PRACTICE if not path.stem.startswith(slug)]
        settings = (EXAMPLES / "okrengine.yaml").read_text(encoding="utf-8")
        rules = f"rules: {{{', '.join(f'{slug}: off' for slug in off)}}}\n" if off else ""
        (tmp_path / "okrengine.yaml").write_text(settings + rules, encoding="utf-8")
        shutil.copytree(EXAMPLES / "data", tmp_path / "data")
        shutil.copy(path, tmp_path / "okrs")
        return Project.open(tmp_path)

    return put


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_a_bad_file_is_told_as_written_beside_it(path, opened, request):
    checked = opened(path).validate(as_of=AS_OF)
    text = write(checked, "full")
    beside = path.with_suffix(".txt")
    if request.config.getoption("--rewrite-golden"):
        beside.write_bytes(text.encode())
    assert text == beside.read_bytes().decode()
    slug = {one.slug for one in checked.problems if path.stem.startswith(one.slug)}
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
