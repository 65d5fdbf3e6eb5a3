"""What people read: the marked line, the signs below it, colours, widths and characters."""

import os
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcswidth

from okrengine.diagnostics import Checked, Look
from okrengine.diagnostics.full import full
from okrengine.syntax import Fix, Note, Place, Problem, escaped, visible

SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  helpdesk: {type: csv, path: data.csv, columns: {ticket_id: id, created_at: at, resolved_at: done}}
  complaints: {type: csv, path: data.csv, columns: {ticket_id: id, created_at: at}}
"""
AFTER_SALES = """\
version: 1
cycle: 2026-Q4
team: after-sales
owner: nok
objectives:
  - id: after-sales-delight
    title: ลูกค้าประทับใจบริการหลังการขาย
    key_results:
      - id: recommend
        maintain: {at_least: 50}
        metric: cast
      - id: keep-csat
        baseline: 80%
        taget: 90%
        deadline: 2026-11-31
      - {id: resolution-time, title: แก้ปัญหาให้เสร็จใน 1 วัน, metric: resolution_time, source: helpdesk, baseline: 48 hours, target: 24 h}
      - id: complaints
        metric: complaint_rate
        source: complaints
        baseline: 10%
        target: 13%
"""
SALES = """\
version: 1
cycle: 2026-Q4
team: sales
objectives:
  - id: one-stop
    title: ตอบลูกค้าได้ที่เดียวจบ: จาก 6 เหลือ 1 ชม.
    key_results: [{id: answers, milestones: [{id: live, by: 2026-12-01}]}]
"""
SIX = """\
error[OKR201] unknown-plugin: no metric `cast` is installed
  --> okrs/after-sales.yaml:11:17
 11 |         metric: cast
    |                 ^^^^ did you mean `csat`? (okr plugins lists them)

error[OKR101] unknown-key: unknown key `taget` in key result `keep-csat`
  --> okrs/after-sales.yaml:14:9
 14 |         taget: 90%
    |         ^^^^^ did you mean `target`?
   = fix: okr validate --fix writes `target`

error[OKR303] invalid-date: `2026-11-31` is not a date on the calendar
  --> okrs/after-sales.yaml:15:19
 15 |         deadline: 2026-11-31
    |                   ^^^^^^^^^^ the last day of that month is 2026-11-30

error[OKR104] invalid-value: `48 hours` is not a quantity
  --> okrs/after-sales.yaml:16:117
 16 |       - {id: resolution-time, title: แก้ปัญหาให้เสร็จใน 1 วัน, metric: resolution_time, source: helpdesk, baseline: 48 hours, target: 24 h}
    |                                                                                                                ^^^^^^^^ write a number with a unit: 80%, 6 h, 45 min, 2 d

error[OKR301] direction-mismatch: this target moves complaint_rate the wrong way
  --> okrs/after-sales.yaml:21:17
 18 |         metric: complaint_rate
    |                 -------------- lower is better for this metric
 21 |         target: 13%
    |                 ^^^ higher than the baseline of 10%
   = note: swap baseline and target; if more is meant: # okr: ignore[direction-mismatch] why

error[OKR001] yaml-syntax: a colon followed by a space starts a new key here
  --> okrs/sales.yaml:6:34
  6 |     title: ตอบลูกค้าได้ที่เดียวจบ: จาก 6 เหลือ 1 ชม.
    |                            ^ quote the text: title: "…"
   = fix: okr validate --fix quotes it

Found 6 problems (6 errors) in 2 of 2 files; 2 can be mended by okr validate --fix; 0 ignored. More: okr explain RULE
"""


@pytest.fixture
def six(tmp_path):
    """A project with six mistakes in two files."""
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "data.csv").write_text("id,at,done\n", encoding="utf-8")
    (tmp_path / "okrs" / "after-sales.yaml").write_text(AFTER_SALES, encoding="utf-8")
    (tmp_path / "okrs" / "sales.yaml").write_text(SALES, encoding="utf-8")
    return tmp_path


WANTED = ["--as-of", "2026-11-21", "--ignore", "OKR4", "okrs"]


def found(line, start, end, hint="here", *, before=0, **facts):
    """One finding on a line, and the rows that show it."""
    place = Place("x.yaml", before + 1, start + 1, before + 1, end + 1)
    problem = Problem("OKR104", "invalid-value", "error", "it is so", place, hint, **facts)
    return Checked((problem,), texts={"x.yaml": "-\n" * before + line})


def rows(checked, **look):
    return full(checked, Look(closing=False, **look)).splitlines()


def test_six_mistakes_in_two_files_give_exactly_this_text(okr, six):
    ran = okr(six, "validate", *WANTED)
    assert ran.stdout == SIX
    assert ran.returncode == 1


def test_a_terminal_cuts_a_long_line_around_what_is_marked():
    line = AFTER_SALES.splitlines()[15]
    place = line.index("48 hours")
    for width in (40, 60, 72, 100, 120):
        shown, signs = rows(found(line, place, place + 8, "write a number", before=15), width=width)[2:]
        assert wcswidth(shown) <= width
        assert shown.startswith(" 16 | …")
        at = wcswidth(signs[: signs.index("^")])
        assert cells(shown)[at : at + 8] == "48 hours"
        assert signs.count("^") == 8
    assert "…" not in "".join(rows(found(line, place, place + 8), width=400))


def cells(text):
    """A text by columns: the base letter of each, twice where it is wide."""
    return "".join(letter * max(wcswidth(letter), 0) for letter in text)


@pytest.mark.parametrize(
    ("line", "token", "blank"),
    [
        ("  a: x", "x", "     "),
        ("title: น้ำใจที่ดี: x", "x", "       123456  "),
        ("title: ซ่อมให้ทำเร็ว target", "target", "       1234567890 "),
        ("- 😀😀: x", "x", "  1234  "),
        ("\ta:\tx", "x", "\t  \t"),
        ("title: 👩‍👩‍👧 x", "x", "       12 "),
        ("a: 漢字 x", "x", "   1234 "),
    ],
)
def test_signs_stand_under_what_they_mean(line, token, blank):
    start = line.index(token)
    shown, signs = rows(found(line, start, start + len(token)))[2:]
    assert shown == f"  1 | {line}"
    blank = re.sub("[0-9]", " ", blank)
    assert signs == f"    | {blank}{'^' * len(token)} here"


def test_a_marked_text_is_as_wide_as_it_is_shown():
    for text, width in (("ที่นี่", 2), ("😀", 2), ("x", 1), ("กำ", 2)):
        assert rows(found(f"a: {text}", 3, 3 + len(text)))[3] == f"    |    {'^' * width} here"


def test_what_hides_or_turns_is_written_out_and_the_signs_are_still_right():
    line = "a\x1b[31m\u202eb\x07: c\u200bd # \u2066e"
    start = line.index("c")
    shown, signs = rows(found(line, start, start + 3))[2:]
    assert shown == "  1 | a\\u{001b}[31m\\u{202e}b\\u{0007}: c\\u{200b}d # \\u{2066}e"
    assert shown[signs.index("^") : signs.rindex("^") + 1] == "c\\u{200b}d"
    log = "a: ##[error]x ##vso[task] y"
    shown, signs = rows(found(log, log.index("y"), log.index("y") + 1))[2:]
    assert shown == "  1 | a: ##\\[error]x ##vso\\[task] y"
    assert signs.index("^") == shown.index("y")


def test_a_place_of_several_lines_marks_the_first_and_one_without_width_gets_one_sign():
    several = Problem("OKR104", "x", "error", "m", Place("x.yaml", 1, 4, 3, 2), "here")
    checked = Checked((several,), texts={"x.yaml": "a: [1,  \n2,\n]\n"})
    assert rows(checked)[2:] == ["  1 | a: [1,", "    |    ^^^ here"]
    assert rows(found("a:", 2, 2))[2:] == ["  1 | a:", "    |   ^ here"]
    assert rows(found("", 0, 0))[2:] == ["  1 |", "    | ^ here"]


def test_reasons_stand_in_the_order_of_the_file_and_other_files_below():
    notes = (
        Note("other file", Place("y.yaml", 120, 3, 120, 4)),
        Note("second", Place("x.yaml", 2, 1, 2, 2)),
        Note("same line", Place("x.yaml", 1, 1, 1, 2)),
        Note("nowhere", Place("gone.yaml", 1, 1, 1, 2)),
        Note("for all"),
    )
    one = Problem(
        "OKR312", "wrong-order", "warning", "m", Place("x.yaml", 1, 4, 1, 5), "hint", notes, Fix("does it", ())
    )
    checked = Checked((one,), texts={"x.yaml": "a: b\nc: d\n", "y.yaml": "\n" * 119 + "  z\n"})
    assert full(checked, Look(closing=False)) == (
        "warning[OKR312] wrong-order: m\n"
        "   --> x.yaml:1:4\n"
        "   1 | a: b\n"
        "     | - same line\n"
        "     |    ^ hint\n"
        "   2 | c: d\n"
        "     | - second\n"
        "   --> y.yaml:120:3\n"
        " 120 |   z\n"
        "     |   - other file\n"
        "   --> gone.yaml:1:1\n"
        "    = fix: okr validate --fix does it\n"
        "    = note: nowhere\n"
        "    = note: for all\n"
    )


def test_a_file_that_cannot_be_shown_has_its_hint_below():
    one = Problem("OKR006", "not-utf8", "error", "m", Place("x.yaml"), "save it as UTF-8")
    assert rows(Checked((one,)))[1:] == ["  --> x.yaml:1:1", "   = note: save it as UTF-8"]


def test_colours_change_nothing_else():
    checked = found("a: b", 3, 4, notes=(Note("n", Place("x.yaml", 1, 1, 1, 2)), Note("all")), fix=Fix("f", ()))
    for form in (full, write_concise):
        plain, painted = form(checked, Look()), form(checked, Look(color=True))
        assert plain != painted
        assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == plain


def write_concise(checked, look):
    from okrengine.diagnostics.concise import concise

    return concise(checked, look)


@pytest.mark.parametrize("encoding", ["ascii", "cp874", "cp1252", "latin-1"])
def test_a_console_of_few_characters_gets_others_and_right_columns(encoding):
    line = "title: ที่นี่ 😀: ค่า → x"
    start = line.index("x")
    checked = found(line, start, start + 1, "write … → “x”", notes=(Note("ไทย → 😀"),))
    text = full(checked, Look(encoding=encoding))
    text.encode(encoding)
    shown, signs = text.splitlines()[2:4]
    assert wcswidth(shown[: shown.rindex("x")]) == signs.index("^")
    assert "..." in text


def test_one_line_of_a_megabyte_is_not_repeated():
    line = "a: [" + "๘๐%, " * 200_000 + "]"
    many = tuple(
        Problem("OKR104", "x", "error", "m", Place("x.yaml", 1, 5 + 5 * n, 1, 8 + 5 * n))
        for n in range(0, 200_000, 2_000)
    )
    text = full(Checked(many, texts={"x.yaml": line}))
    assert len(text) < 400_000
    for signs in text.splitlines()[3::5]:
        assert signs.count("^") == 3


LINES = st.text(st.sampled_from("ab ก้ำี่😀漢\t\u200b\x1b\u202e#]:'…"), max_size=60)


@given(LINES, st.integers(0, 60), st.integers(0, 60))
def test_any_line_is_shown_in_one_row_with_signs_under_the_marked_text(line, start, end):
    start, end = sorted((min(start, len(line)), min(end, len(line))))
    ahead = visible(line[:start], keep="\t").split("\t")
    blank = "\t".join(" " * wcswidth(part) for part in ahead)
    signs = "^" * max(wcswidth(escaped(line[start:end])), 1)
    assert rows(found(line, start, end))[3:] == [f"    | {blank}{signs} here"]


@given(LINES, st.integers(0, 60), st.integers(0, 60), st.integers(1, 60))
def test_a_line_that_is_cut_is_one_row_that_fits(line, start, end, width):
    start, end = sorted((min(start, len(line)), min(end, len(line))))
    shown, signs = rows(found(line, start, end), width=width)[2:]
    assert not re.search("[\x00-\x08\x0a-\x1f\x7f\u202e]", shown + signs)
    assert wcswidth(shown.replace("\t", "")) <= max(width, 16)


# ---------------------------------------------------------------- the command


def run(six, *flags, encoding="utf-8", **environ):
    own = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
    }
    return subprocess.run(
        [sys.executable, "-P", "-m", "okrengine", "validate", *WANTED, *flags],
        cwd=six, capture_output=True, check=False, env={**own, "PYTHONIOENCODING": encoding, **environ},
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp874", "ascii", "cp1252"])
def test_a_console_of_one_code_page_never_ends_the_program(six, encoding):
    ran = run(six, encoding=encoding)
    assert ran.returncode == 1, ran.stderr
    text = ran.stdout.decode(encoding)
    assert 'quote the text: title: "..."' in text
    shown, signs = next(
        pair for pair in zip(text.splitlines(), text.splitlines()[1:], strict=False) if "  6 |" in pair[0]
    )
    assert wcswidth(shown[: shown.rindex(":")]) == signs.index("^")
    assert ("ลูกค้า" in text) == (encoding == "cp874")


def test_nothing_is_cut_off_a_terminal(six):
    assert run(six, COLUMNS="20").stdout.decode() == SIX


@pytest.mark.parametrize(
    ("flags", "environ", "painted"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": ""}, True),
        ([], {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"OKR_COLOR": "always"}, True),
    ],
)
def test_colours_by_flag_then_environment_then_terminal(okr, six, flags, environ, painted):
    for form in ("full", "concise"):
        assert ("\x1b[" in okr(six, "validate", *WANTED, "--format", form, *flags, **environ).stdout) == painted


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="a terminal of a POSIX system")
@pytest.mark.parametrize(
    ("environ", "painted"), [({"TERM": "xterm"}, True), ({"TERM": "dumb"}, False), ({"NO_COLOR": "1"}, False)]
)
def test_on_a_terminal_lines_fit_and_are_painted(six, environ, painted):
    import fcntl
    import struct
    import termios

    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    own = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "TERM", "COLUMNS")
    }
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "okrengine", "validate", *WANTED],
        cwd=six, stdout=theirs, stdin=theirs, stderr=subprocess.PIPE, env={**own, "PYTHONIOENCODING": "utf-8", **environ},
    ) as running:  # fmt: skip
        os.close(theirs)
        text = b""
        while True:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            text += part
        assert running.wait() == 1
    os.close(ours)
    shown = text.decode()
    assert ("\x1b[" in shown) == painted
    plain = re.sub(r"\x1b\[[0-9;]*m", "", shown).replace("\r\n", "\n")
    (long,) = (line for line in plain.splitlines() if line.startswith(" 16 |"))
    assert "…" in long
    assert wcswidth(long) <= 60


def test_a_closed_pipe_ends_quietly(six):
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "okrengine", "validate", *WANTED],
        cwd=six, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as running:  # fmt: skip
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait() == 1
    assert said == b""


def test_less_is_said_on_request(okr, six):
    body, _, closing = SIX.rpartition("\n\n")
    assert closing.startswith("Found 6")
    assert okr(six, "validate", *WANTED, "-q").stdout == f"{body}\n"
    silent = okr(six, "validate", *WANTED, "-qq")
    assert (silent.returncode, silent.stdout, silent.stderr) == (1, "", "")


def test_concise_is_a_line_each_and_no_bracket_is_closed_twice(okr, six):
    lines = okr(six, "validate", *WANTED, "--format", "concise").stdout.splitlines()
    assert len(lines) == 7
    assert lines[0] == (
        "okrs/after-sales.yaml:11:17: error OKR201[unknown-plugin] no metric `cast` is installed "
        "(did you mean `csat`? okr plugins lists them)"
    )
    assert lines[-1] == SIX.splitlines()[-1]


def test_other_commands_show_what_stands_in_their_way_in_the_same_form(okr, six):
    ran = okr(six, "status")
    assert ran.returncode == 1
    assert " 14 |         taget: 90%\n    |         ^^^^^ did you mean `target`?\n" in ran.stderr
    (six / "okrengine.yaml").write_text(SETTINGS.replace("timezone", "timzone"), encoding="utf-8")
    ran = okr(six, "status")
    assert ran.returncode == 2
    assert "  2 | timzone: Asia/Bangkok\n    | ^^^^^^^ did you mean `timezone`?\n" in ran.stderr
    assert "okrengine.yaml must be mended first" in ran.stderr


def test_a_secret_that_is_written_out_is_shown_by_no_line(okr, six):
    sources = SETTINGS.replace("path: data.csv, ", "path: data.csv, token: hunter2, paht: 'x', ", 1)
    (six / "okrengine.yaml").write_text(sources, encoding="utf-8")
    for form in ("full", "concise", "json", "sarif"):
        ran = okr(six, "validate", "--format", form)
        assert ran.returncode == 2
        assert "hunter2" not in ran.stdout + ran.stderr
    assert "token: *******, paht: 'x'" in okr(six, "validate").stdout


def test_what_was_looked_at_is_counted(okr, six):
    for name in ("after-sales", "sales"):
        (six / "okrs" / f"{name}.yaml").unlink()
    good = SALES.replace("จบ:", "จบ")
    (six / "okrs" / "sales.yaml").write_text(good, encoding="utf-8")
    assert okr(six, "validate", *WANTED).stdout == "1 file, 1 key result, no problems.\n"
    (six / "okrs" / "sales.yaml").write_text(f"# okr: ignore-file[no-owner] a new team\n{good}", encoding="utf-8")
    ran = okr(six, "validate", "--select", "no-owner", "okrs")
    assert ran.stdout == "1 file, 1 key result, no problems; 1 ignored.\n"
