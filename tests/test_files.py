import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from okrengine.errors import ProjectError, RecordError, UnconfirmedError
from okrengine.files import Tree, complaint, replace, tree, write_new, writing
from okrengine.syntax import LARGEST, Problem


@pytest.fixture
def root(tmp_path):
    made = tmp_path / "outer" / "project"
    (made / "okrs" / "a" / "b").mkdir(parents=True)
    for name in ("okrs/x.yaml", "okrs/a/z.yaml", "okrs/a/b/w.yaml", "okrs/.hidden.yaml", "okrs/note.txt"):
        (made / name).write_text("a: 1\n", encoding="utf-8")
    (made / "okrs" / ".git").mkdir()
    (made / "okrs" / ".git" / "q.yaml").write_text("a: 1\n", encoding="utf-8")
    (tmp_path / "outer" / "secret.yaml").write_text("secret: 1\n", encoding="utf-8")
    return made


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("okrs/**/*.yaml", ["okrs/a/b/w.yaml", "okrs/a/z.yaml", "okrs/x.yaml"]),
        ("okrs/*.yaml", ["okrs/x.yaml"]),
        ("./okrs//*.yaml", ["okrs/x.yaml"]),
        ("okrs/**", ["okrs/a/b/w.yaml", "okrs/a/z.yaml", "okrs/note.txt", "okrs/x.yaml"]),
        ("**/z.yaml", ["okrs/a/z.yaml"]),
        ("okrs/?.yaml", ["okrs/x.yaml"]),
        ("okrs/[xn]*", ["okrs/note.txt", "okrs/x.yaml"]),
        ("okrs/*/*/w.yaml", ["okrs/a/b/w.yaml"]),
        ("okrs/x.yaml", ["okrs/x.yaml"]),
        ("okrs/.hidden.yaml", []),
        ("okrs/X.yaml", []),
        ("nope/**/*.yaml", []),
        ("../*.yaml", []),
        ("/etc/*", []),
        ("**/**/**/**/**/**/*.yaml", ["okrs/a/b/w.yaml", "okrs/a/z.yaml", "okrs/x.yaml"]),
    ],
)
def test_patterns(root, pattern, names):
    assert Tree(root).expand([pattern]) == names


def test_several_patterns_give_each_name_once_and_suffixes_narrow(root):
    found = Tree(root).expand(["okrs/*", "okrs/**/*.yaml"], (".yaml", ".yml"))
    assert found == ["okrs/a/b/w.yaml", "okrs/a/z.yaml", "okrs/x.yaml"]


def test_links_inside_are_followed_and_circles_end(root):
    (root / "more").mkdir()
    (root / "more" / "m.yaml").write_text("a: 1\n", encoding="utf-8")
    (root / "okrs" / "linked").symlink_to("../more")
    (root / "okrs" / "up").symlink_to("..")
    (root / "okrs" / "self.yaml").symlink_to("self.yaml")
    found = Tree(root).expand(["okrs/**/*.yaml"])
    assert "okrs/linked/m.yaml" in found
    assert "okrs/self.yaml" in found
    assert not [name for name in found if name.startswith("okrs/up/")]


def test_folders_out_of_the_project_are_not_entered(root):
    (root / "okrs" / "out").symlink_to("../..")
    assert not [name for name in Tree(root).expand(["okrs/**/*.yaml", "okrs/out/*.yaml"]) if "secret" in name]


def test_too_many_files_are_an_error(root, monkeypatch):
    monkeypatch.setattr(tree, "MOST_FILES", 2)
    with pytest.raises(ProjectError, match="more than 2"):
        Tree(root).expand(["okrs/**/*.yaml"])


def test_many_patterns_over_many_folders_end(root, monkeypatch):
    for number in range(50):
        (root / "data" / f"d{number}" / "e").mkdir(parents=True)
    monkeypatch.setattr(tree, "MOST_SEEN", 2_000)
    found = Tree(root)
    assert found.expand(["okrs/**/*.yaml", "data/*/*.csv"]) == ["okrs/a/b/w.yaml", "okrs/a/z.yaml", "okrs/x.yaml"]
    with pytest.raises(ProjectError, match="one pattern too many"):
        found.expand(f"data/**/e/**/n{number}*.csv" for number in range(50))


@pytest.mark.parametrize(
    "name",
    [
        "../secret.yaml",
        "/etc/passwd",
        "~/x",
        "http://h/x",
        "s3://b/x",
        "C:/x",
        "okrs\\x.yaml",
        "",
        "x" * 256,
        "a/../../x",
    ],
)
def test_a_path_that_is_not_plain_is_refused(root, name):
    assert complaint(name)
    found = Tree(root).content(name)
    assert isinstance(found, Problem)
    assert found.code == "OKR207"


@pytest.mark.parametrize("name", ["okrs/x.yaml", "a b.csv", "data/..x", "..x/y", "ไฟล์.csv", "x" * 255])
def test_plain_paths(name):
    assert complaint(name) is None


def test_a_link_that_leaves_is_refused_and_its_content_not_shown(root):
    (root / "okrs" / "evil.yaml").symlink_to("../../secret.yaml")
    (root / "okrs" / "folder").symlink_to("../..")
    for name in ("okrs/evil.yaml", "okrs/folder/secret.yaml"):
        document, (one,) = Tree(root).document(name)
        assert document is None
        assert (one.code, one.place.file) == ("OKR207", name)
        assert "secret:" not in str(one)


def test_what_is_not_a_file_is_refused_without_waiting(root):
    os.mkfifo(root / "okrs" / "pipe.yaml")
    (root / "okrs" / "folder.yaml").mkdir()
    (root / "okrs" / "loop.yaml").symlink_to("loop.yaml")
    found = Tree(root)
    assert {"okrs/pipe.yaml", "okrs/folder.yaml", "okrs/loop.yaml"} <= set(found.expand(["okrs/*.yaml"]))
    for name in ("okrs/pipe.yaml", "okrs/folder.yaml", "okrs/loop.yaml", "okrs/nope.yaml"):
        answers = []
        thread = threading.Thread(target=lambda name=name, answers=answers: answers.append(found.document(name)))
        thread.start()
        thread.join(5)
        assert answers, f"{name} keeps one waiting"
        document, (one,) = answers[0]
        assert document is None
        assert one.place.file == name


def test_at_most_the_limit_and_one_byte_are_read(root):
    (root / "okrs" / "big.yaml").write_bytes(b"#" * (LARGEST + 100))
    assert len(Tree(root).content("okrs/big.yaml")) == LARGEST + 1
    assert [one.code for one in Tree(root).document("okrs/big.yaml")[1]] == ["OKR003"]


def test_a_new_file_is_complete_and_leaves_nothing_beside_it(tmp_path):
    path = tmp_path / "checkins" / "2026-Q4" / "team" / "x.yaml"
    assert write_new(path, b"value: 1\n", inside=tmp_path) is True
    assert path.read_bytes() == b"value: 1\n"
    assert [one.name for one in path.parent.iterdir()] == ["x.yaml"]
    assert stat.S_IMODE(path.stat().st_mode) & 0o600 == 0o600


def test_the_same_bytes_are_recorded_already_and_other_bytes_are_refused(tmp_path):
    path = tmp_path / "x.yaml"
    write_new(path, b"1")
    assert write_new(path, b"1") is False
    with pytest.raises(RecordError, match="the next second is free"):
        write_new(path, b"2")
    assert path.read_bytes() == b"1"
    assert [one.name for one in tmp_path.iterdir()] == ["x.yaml"]


def test_a_link_under_the_name_is_neither_followed_nor_replaced(tmp_path):
    (tmp_path / "other").write_bytes(b"1")
    (tmp_path / "x.yaml").symlink_to("other")
    with pytest.raises(RecordError):
        write_new(tmp_path / "x.yaml", b"1")
    assert (tmp_path / "x.yaml").is_symlink()


@pytest.mark.parametrize("link", [False, True])
def test_a_pipe_or_device_is_not_replaced_by_a_file(tmp_path, link):
    os.mkfifo(tmp_path / "pipe")
    if link:
        (tmp_path / "link").symlink_to("pipe")
    name = tmp_path / ("link" if link else "pipe")
    with pytest.raises(RecordError, match="a device or a pipe"):
        replace(name, b"1")
    assert name.is_fifo()


def test_a_folder_that_leads_out_takes_no_file(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "project" / "checkins").symlink_to("../elsewhere")
    with pytest.raises(RecordError, match="out of the project"):
        write_new(tmp_path / "project" / "checkins" / "x.yaml", b"1", inside=tmp_path / "project")
    with pytest.raises(RecordError, match="out of the project"):
        replace(tmp_path / "project" / "checkins" / "x.yaml", b"1", inside=tmp_path / "project")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_file_where_a_folder_is_due_is_one_line(tmp_path):
    (tmp_path / "checkins").write_bytes(b"")
    with pytest.raises(RecordError, match="cannot be written") as caught:
        write_new(tmp_path / "checkins" / "x.yaml", b"1")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("call", ["fsync", "link"])
def test_a_disk_that_fails_before_the_name_is_given_leaves_nothing(tmp_path, monkeypatch, call):
    def fail(*_args, **_kwargs):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing.os, call, fail)
    with pytest.raises(RecordError, match="No space left on device"):
        write_new(tmp_path / "x.yaml", b"1")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fails_after_the_name_was_given_is_said_to_have_recorded(tmp_path, monkeypatch):
    real, calls = os.fsync, []

    def fail_on_folders(descriptor):
        calls.append(descriptor)
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, "Input/output error")
        real(descriptor)

    monkeypatch.setattr(writing.os, "fsync", fail_on_folders)
    with pytest.raises(UnconfirmedError, match="recorded, but"):
        write_new(tmp_path / "x.yaml", b"1")
    assert UnconfirmedError.exit_code == 3
    assert (tmp_path / "x.yaml").read_bytes() == b"1"


def test_without_hard_links_the_name_is_taken_at_once(tmp_path, monkeypatch):
    def refuse(*_args, **_kwargs):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(writing.os, "link", refuse)
    assert write_new(tmp_path / "x.yaml", b"1") is True
    assert write_new(tmp_path / "x.yaml", b"1") is False
    with pytest.raises(RecordError):
        write_new(tmp_path / "x.yaml", b"2")


def test_eight_writers_of_one_name_record_one_file(tmp_path):
    results = []

    def record(number):
        try:
            results.append(write_new(tmp_path / "x.yaml", b"%d" % number * 50_000))
        except RecordError:
            results.append(None)

    threads = [threading.Thread(target=record, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results.count(True) == 1
    assert results.count(None) == 7
    content = (tmp_path / "x.yaml").read_bytes()
    assert len(content) == 50_000
    assert len(set(content)) == 1


def test_replacing_takes_the_place_of_a_link_and_leaves_its_aim_alone(tmp_path):
    (tmp_path / "aim").write_bytes(b"old")
    (tmp_path / "report.html").symlink_to("aim")
    replace(tmp_path / "report.html", b"new")
    replace(tmp_path / "new" / "report.html", b"new")
    assert (tmp_path / "aim").read_bytes() == b"old"
    assert not (tmp_path / "report.html").is_symlink()
    assert {one.name for one in tmp_path.iterdir()} == {"aim", "report.html", "new"}


def test_replacing_a_folder_is_one_line_and_leaves_nothing(tmp_path):
    (tmp_path / "report.html").mkdir()
    with pytest.raises(RecordError, match="cannot be written"):
        replace(tmp_path / "report.html", b"new")
    assert {one.name for one in tmp_path.iterdir()} == {"report.html"}


def test_a_read_only_folder_is_one_line(tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        pytest.skip("this user may write everywhere")
    with pytest.raises(RecordError, match="Permission denied"):
        write_new(Path(folder) / "x.yaml", b"1")
