"""A file that is replaced while it is measured: never what took its place, and never a wait."""

import os
import threading
from contextlib import ExitStack
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import SourceSettings
from okrengine.errors import SourceError
from okrengine.measure.opening import open_source
from okrengine.measure.pinning import pinned
from okrengine.offers import Source
from okrengine.registry import find

pytest.importorskip("duckdb")
pytestmark = pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="the system shows no open files")  # noqa: PTH112
CSV = find().sources["csv"]
OWN, SECRET = "a\nown\n", "a\nsecret\n"


@pytest.fixture
def tree(tmp_path):
    """A project's folder of data, and what lies outside of the project."""
    folder = tmp_path / "project" / "data"
    folder.mkdir(parents=True)
    (folder / "x.csv").write_text(OWN)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "x.csv").write_text(SECRET)
    return folder


def opened(tree, source=CSV):
    settings = SourceSettings("s", "csv", path="data/x.csv", columns={"a": "a"})
    return open_source(settings, source, tree.parent, {"a": "cat"}, ZoneInfo("UTC"))


def cells(found):
    try:
        return [row["a"] for row in found.engine.rows(found.base)], found.changed()
    finally:
        found.engine.close()


def linked(tree):
    (tree / "x.csv").symlink_to(tree.parent.parent / "outside" / "x.csv")


def piped(tree):
    os.mkfifo(tree / "x.csv")


def endless(tree):
    (tree / "x.csv").symlink_to("/dev/zero")


def gone(tree):
    """Nothing takes its place."""


def elsewhere(tree):
    """The whole folder is replaced by a link out of the project."""
    tree.rmdir()
    tree.symlink_to(tree.parent.parent / "outside")


SWAPS = [linked, piped, endless, gone, elsewhere]


@pytest.mark.parametrize("swap", SWAPS)
def test_what_takes_the_place_of_a_file_is_not_read(tree, swap):
    def stage(files, folder, **options):
        (tree / "x.csv").rename(tree.parent / "aside.csv")  # after it was looked at, before anything read it
        swap(tree)
        return CSV.stage(files, folder, **options)

    source = Source("csv", CSV.read, (".csv",), check=CSV.check, stage=stage)
    try:
        found, said = cells(opened(tree, source))
    except SourceError as error:
        found, said = None, str(error)
    assert found in (["own"], None)
    assert said.startswith("x.csv")
    assert "secret" not in said


@pytest.mark.parametrize("swap", SWAPS)
def test_what_took_its_place_before_it_is_held_is_refused(tree, swap, tmp_path):
    file = tree / "x.csv"
    file.unlink()
    swap(tree)
    (tmp_path / "room").mkdir()
    with ExitStack() as kept, pytest.raises(SourceError, match=r"^x\.csv (cannot be read|is not a|changed while)"):
        pinned([file], tmp_path / "room", kept)


def test_a_race_gives_the_file_s_own_rows_or_none(tree):
    """A thread puts a link out of the project in the place of the file and takes it away, as fast as it can."""
    done, file, link = threading.Event(), tree / "x.csv", tree / "link"

    def race():
        while not done.is_set():
            link.symlink_to(tree.parent.parent / "outside" / "x.csv")
            file.rename(tree / "own")
            link.rename(file)
            (tree / "own").rename(file)

    thread = threading.Thread(target=race)
    thread.start()
    outcomes = set()
    try:
        for _ in range(30):
            try:
                outcomes.update(cells(opened(tree))[0])
            except SourceError as error:
                outcomes.add(str(error))
    finally:
        done.set()
        thread.join()
    assert outcomes
    assert not [one for one in outcomes if "secret" in one]


def test_files_are_let_go_of(tree):
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208  numbers, not paths
    assert cells(opened(tree)) == (["own"], None)
    (tree / "x.csv").write_bytes(b"\xff\n")
    with pytest.raises(SourceError):
        opened(tree)
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208
