"""What a program that is ended leaves behind: nothing; and what one that is killed had to leave is swept by the next."""

import fcntl
import os
import signal
import subprocess
import sys
import time

import pytest

from okrengine.measure import rooms

pytest.importorskip("duckdb")
PROJECT = """\
version: 1
cycles: {named: {now: {from: 2026-10-01, to: 2026-12-31}}}
sources:
  large: {type: csv, path: data/large.csv, encoding: utf-16, columns: {response_id: id, responded_at: at, score: score}}
  small: {type: csv, path: data/small.csv, encoding: utf-16, columns: {response_id: id, responded_at: at, score: score}}
"""
PROMISE = """\
version: 1
team: %s
cycle: now
objectives:
  - id: o
    title: Customers are content
    key_results:
      - {id: k, title: Content customers, metric: csat, source: %s, baseline: 70%%, target: 80%%}
"""
HEAD, ROW = "id,at,score\n", "1,2026-10-05,5\n"
LARGE = 1_000_000
PATIENCE = 30.0


@pytest.fixture
def homes(tmp_path):
    """A project, and a folder for what is temporary."""
    project, temporary = tmp_path / "project", tmp_path / "temporary"
    for folder in (project / "data", project / "okrs", temporary):
        folder.mkdir(parents=True)
    (project / "okrengine.yaml").write_text(PROJECT)
    for name, count in (("large", LARGE), ("small", 10)):
        (project / "okrs" / f"{name}.yaml").write_text(PROMISE % (name, name))
        row = ROW.encode("utf-16-le")
        (project / "data" / f"{name}.csv").write_bytes(HEAD.encode("utf-16") + row * count)
    return project, temporary


def started(homes, team):
    """`okr measure` of a team, as a process with the signals that a terminal gives it."""
    project, temporary = homes
    command = [sys.executable, "-P", "-m", "okrengine", "measure", team, "--as-of", "2026-11-21"]
    environ = {**os.environ, "TMPDIR": str(temporary)}
    return subprocess.Popen(command, cwd=project, env=environ, stdout=-1, stderr=-1, text=True)


def in_its_room(homes, team="large"):
    """A process that has begun to put its copy ready, and its room."""
    process = started(homes, team)
    until = time.monotonic() + PATIENCE
    while not (found := [room for room in homes[1].iterdir() if (room / "staged").exists()]):
        assert time.monotonic() < until, "it made no room"
        assert process.poll() is None, process.communicate()
        time.sleep(0.005)
    return process, found[0]


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_what_ends_the_program_leaves_no_room_behind(homes, name):
    number = getattr(signal, name)
    process, _ = in_its_room(homes)
    process.send_signal(number)
    process.send_signal(number)  # whoever is in a hurry says it twice
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out) == (130 if number == signal.SIGINT else 128 + number, "")
    assert err.split() == ["interrupted"]
    assert list(homes[1].iterdir()) == []


def test_a_program_that_shall_outlive_its_terminal_does(homes):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        process, _ = in_its_room(homes)
    finally:
        signal.signal(signal.SIGHUP, before)
    process.send_signal(signal.SIGHUP)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, err) == (0, "")
    assert "n 1000000" in out
    assert list(homes[1].iterdir()) == []


def test_the_room_of_a_killed_program_is_swept_and_that_of_a_living_one_is_not(homes):
    killed, left = in_its_room(homes)
    killed.kill()
    killed.communicate(timeout=PATIENCE)
    assert left.exists()
    living = started(homes, "large")
    try:
        until = time.monotonic() + PATIENCE
        while left.exists() or not (found := list(homes[1].iterdir())):
            assert time.monotonic() < until, "nothing was swept"
            time.sleep(0.005)
        living.send_signal(signal.SIGSTOP)
        out, err = started(homes, "small").communicate(timeout=PATIENCE)
        assert "n 10 " in out, err
        assert list(homes[1].iterdir()) == found
    finally:
        living.send_signal(signal.SIGCONT)
        living.terminate()
        living.communicate(timeout=PATIENCE)
    assert list(homes[1].iterdir()) == []


# ---------------------------------------------------------------- what is swept


@pytest.fixture
def home(tmp_path, monkeypatch):
    found = tmp_path / "home"
    found.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(found))
    return found


def left_behind(home, name="okrengine-room-left", mode=0o700):
    folder = home / name
    folder.mkdir()
    folder.chmod(mode)
    (folder / "staged").mkdir()
    (folder / "staged" / "x.csv").write_text("a\n")
    return folder


def test_a_room_is_private_and_gone_afterwards(home):
    with rooms.room() as room:
        assert room.parent == home.resolve()
        assert room.stat().st_mode & 0o777 == 0o700
    assert list(home.iterdir()) == []


def test_what_is_left_is_swept_without_following_links(home, tmp_path):
    kept = tmp_path / "kept"
    left_behind(tmp_path, "kept")
    folder = left_behind(home)
    (folder / "out").symlink_to(kept)
    (home / "okrengine-room-link").symlink_to(kept)
    with rooms.room():
        assert not folder.exists()
    assert (kept / "staged" / "x.csv").exists()
    assert [one.name for one in home.iterdir()] == ["okrengine-room-link"]


@pytest.mark.parametrize("kind", ["another name", "open to others", "a file", "locked", "another user"])
def test_what_may_be_somebody_s_stays(home, kind):
    folder = left_behind(home, "okrengine-notes" if kind == "another name" else "okrengine-room-left")
    lock = os.open(folder, os.O_RDONLY)
    if kind == "open to others":
        folder.chmod(0o755)
    elif kind == "a file":
        folder = home / "okrengine-room-file"
        folder.touch(0o700)
    elif kind == "locked":
        fcntl.flock(lock, fcntl.LOCK_EX)
    elif kind == "another user":
        if os.getuid() != 0:
            pytest.skip("only root can give a folder away")
        os.chown(folder, 65534, -1)
    with rooms.room():
        assert folder.exists()
    os.close(lock)


def test_a_room_that_is_swept_before_it_is_locked_is_made_again(home, monkeypatch):
    made = []

    class Swept(rooms.TemporaryDirectory):
        def __init__(self, **more):
            super().__init__(**more)
            made.append(self.name)
            if len(made) == 1:
                rooms._take_away(str(home), self.name.rpartition("/")[2])

    monkeypatch.setattr(rooms, "TemporaryDirectory", Swept)
    with rooms.room() as room:
        assert len(made) == 2
        assert str(room) == made[1]
        assert room.exists()


NATIVE = """\
import hashlib, sys
from okrengine.cli import ending
ending._GRACE = 0.3
with ending.ending(), ending.not_for_ever():
    print("begun", flush=True)
    hashlib.pbkdf2_hmac("sha256", b"a", b"b", 2 * 10**9)
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_native_call_that_does_not_come_back_is_ended(name):
    number = getattr(signal, name)
    with subprocess.Popen([sys.executable, "-P", "-c", NATIVE], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "begun\n"
        time.sleep(0.5)  # it is in the call then
        process.send_signal(number)
        try:
            assert process.wait(timeout=60) == 128 + number
        finally:
            process.kill()


def test_what_ends_in_time_after_a_signal_ends_by_itself():
    code = NATIVE.replace("2 * 10**9", "3 * 10**5") + "import time; time.sleep(1); sys.exit(7)"
    code = code.replace("ending.ending(), ", "")  # nobody takes the signal
    code = code.replace(
        "import hashlib", "import signal; signal.signal(signal.SIGTERM, lambda *_: None); import hashlib"
    )
    with subprocess.Popen([sys.executable, "-P", "-c", code], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "begun\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=60) == 7
