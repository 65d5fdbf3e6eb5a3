"""The questions of `okr checkin`, asked on a real terminal and answered line by line."""

import fcntl
import os
import pty
import subprocess
import sys
import termios

import pytest

OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: happy
    title: ลูกค้าดีใจที่โทรมา
    kind: aspirational
    key_results:
      - {id: partners, title: พันธมิตรซ่อมเจ็ดราย, baseline: 2, target: 7}
      - id: live-chat
        title: แชตสด
        milestones:
          - {id: chosen, title: เลือกระบบ, by: 2026-10-31, weight: 1}
          - {id: live, title: เปิดใช้จริง, by: 2026-12-15, weight: 3}
"""


@pytest.fixture
def project(tmp_path):
    (tmp_path / "okrengine.yaml").write_text("version: 1\ntimezone: Asia/Bangkok\nsources: {}\n", encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "service.yaml").write_text(OKRS, encoding="utf-8")
    return tmp_path


def talk(project, *arguments, said, interrupt_at=None):
    """Run `okr checkin` with a terminal to ask on; `said` is what is typed.

    With `interrupt_at`, Ctrl-C is typed once that text was asked.
    """
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "okrengine", "checkin", "--as-of", "2026-11-01T09:00:00+07:00", *arguments],
        cwd=project, stdin=inner, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "LANG": "C.UTF-8", "PYTHONIOENCODING": "utf-8"},
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),  # noqa: PLW1509  no threads here; Ctrl-C needs it
    )  # fmt: skip
    os.close(inner)
    os.write(outer, said.encode())
    asked = ""
    while interrupt_at is not None and interrupt_at not in asked:
        asked += process.stderr.read(1)
    if interrupt_at is not None:
        os.write(outer, b"\x03")
    try:
        out, err = process.communicate(timeout=60 if interrupt_at is None else 10)
    except subprocess.TimeoutExpired:  # an interruption that falls right before a read is lost, on any terminal
        os.write(outer, b"\x03")
        out, err = process.communicate(timeout=60)
    os.close(outer)
    assert "Traceback" not in out + err
    return process.returncode, out, err


ANSWERS = [
    "4", "7", "0.7", "ได้รายที่สี่แล้ว", "รอสัญญา", "arm", "2026-11-15", "", "",  # partners; 7 is no confidence
    "2026-10-30", "", "", "", "", "",  # live-chat: chosen is done, live is not
]  # fmt: skip


def test_the_dialogue_and_an_answers_file_write_the_same_bytes(project, tmp_path):
    code, out, err = talk(project, "--by", "nok", said="\n".join(ANSWERS) + "\n")
    assert code == 0, err
    path = project / "checkins" / "2026-Q4" / "service" / "2026-11-01T020000Z.yaml"
    assert out == "wrote checkins/2026-Q4/service/2026-11-01T020000Z.yaml\n"
    assert "[1/2] พันธมิตรซ่อมเจ็ดราย" in err
    assert "did you mean 0.7?" in err
    written = path.read_bytes()
    text = written.decode()
    assert "    value: 4\n    confidence: 0.7\n    note: ได้รายที่สี่แล้ว\n" in text
    assert "{text: รอสัญญา, owner: arm, due: 2026-11-15}" in text
    assert "milestones: {chosen: 2026-10-30}" in text
    path.unlink()
    answers = tmp_path / "answers.yaml"
    answers.write_text(
        "key_results:\n  happy/partners: {value: 4, confidence: 0.7, note: ได้รายที่สี่แล้ว,\n"
        "    blockers: [{text: รอสัญญา, owner: arm, due: 2026-11-15}]}\n"
        "  happy/live-chat: {milestones: {chosen: 2026-10-30}}\n",
        encoding="utf-8",
    )
    code, _, err = talk(project, "--by", "nok", "--answers", str(answers), said="")
    assert code == 0, err
    assert path.read_bytes() == written


def test_interrupted_it_writes_nothing_and_prints_the_answers_so_far(project):
    code, out, _ = talk(project, "--by", "nok", said="\n".join(ANSWERS[:9]) + "\n", interrupt_at="[2/2]")
    assert code == 130
    assert not (project / "checkins").exists()
    assert "key_results:\n  service/happy/partners:\n    value: 4\n" in out
    again = project / "again.yaml"
    again.write_text(out[out.index("key_results:") :], encoding="utf-8")
    code, _, err = talk(project, "--by", "nok", "--answers", str(again), said="")
    assert code == 0, err


def test_the_end_of_input_is_an_interruption(project):
    code, _, _ = talk(project, "--by", "nok", said="4\n\x04")
    assert code == 130
    assert not (project / "checkins").exists()


def test_enter_restates_the_last_value(project):
    talk(project, "--by", "nok", "--key-result", "happy/partners", "--value", "5", "--confidence", "0.4", said="")
    first = next((project / "checkins").rglob("*.yaml"))
    first.rename(first.with_name("2026-10-25T020000Z.yaml"))
    moved = first.with_name("2026-10-25T020000Z.yaml")
    moved.write_text(moved.read_text(encoding="utf-8").replace("2026-11-01T", "2026-10-25T"), encoding="utf-8")
    code, _, err = talk(project, "--by", "nok", said="\n" * 12)
    assert code == 0, err
    assert "last 5 · target 7 · expected today 34 % · confidence 0.4" in err
    text = first.read_text(encoding="utf-8")
    assert "    value: 5\n    confidence: 0.4\n" in text
