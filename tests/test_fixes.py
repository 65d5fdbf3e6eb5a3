"""`okr validate --fix`: what it mends, and that it changes nothing else."""

import os
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrengine.project import Project
from okrengine.project.mending import Disk, Memory, mend
from okrengine.syntax import Edit, Fix, Place, apply_fixes, read

EXAMPLES = Path(__file__).parent / "examples"
BAD = sorted((EXAMPLES / "bad").glob("*.yaml"))
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
TODAY = ["--as-of", "2026-11-21"]
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  surveys: {type: csv, path: data.csv, columns: {response_id: id, responded_at: at, score: q1}}
"""
GOOD = """\
version: 1
cycle: 2026-Q4
team: after-sales
owner: nok
objectives:
  - id: delight
    title: ลูกค้าประทับใจ
    supports: []
    key_results:
      - {id: csat, metric: csat, source: surveys, baseline: 80%, target: 90%}
      - id: replies
        title: ตอบเร็ว
        baseline: 6 h
        target: 1 h
"""
MISTAKES = {
    "a key": ("target: 1 h", "taget: 1 h", 1),
    "a key in quotes": ("target: 90%}", '"taget": 90%}', 1),
    "a key with hyphens": ("key_results", "key-results", 1),
    "keys in one another": ("key_results:\n      - {id: csat", "key_result:\n      - {idd: csat", 2),
    "a key at the top": ("version: 1", "vresion: 1", 1),
    "a colon in a text": ("title: ตอบเร็ว", "title: ตอบ: เร็ว 'ๆ'", 1),
    "a colon beside quotes": ("title: ตอบเร็ว", 'title: ตอบ: "เร็ว" ของ C:\\ # x', 1),
    "an at sign": ("owner: nok", "owner: @nok", 1),
    "a percent sign": ("title: ตอบเร็ว", "title: %90 พอใจ", 1),
    "brackets": ("title: ตอบเร็ว", "title: [VIP] ตอบเร็ว", 1),
    "a missing space": ("        baseline: 6 h", "        baseline:6 h", 1),
    "a hidden letter in a key": ("owner", "ow\u200bner", 1),
    "a hidden letter in an id": ("id: replies", "id: rep\u2060lies", 1),
    "a hidden letter in a name": ("metric: csat", "metric: cs\u200dat", 1),
    "a hidden letter in a quantity": ("6 h", "6\u00a0h", 1),
    "a space that does not break": ("        title", "\u00a0\u00a0      title", 1),
    "text that turns": ("ลูกค้า", "ลูก\u202eค้า\u2066", 1),
    "a mark in the middle": ("team: after-sales", "team: after-sales # \ufeff", 1),
}


@pytest.fixture
def project(tmp_path):
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "data.csv").write_text("id,at,q1\n", encoding="utf-8")
    (tmp_path / "okrs" / "x.yaml").write_text(GOOD, encoding="utf-8")
    return tmp_path


def written(project, text):
    path = project / "okrs" / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def data(content):
    found, problems = read(content, "x.yaml")
    assert problems == []
    return found.data


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_mended_and_all_other_bytes_are_as_before(okr, project, name):
    right, wrong, count = MISTAKES[name]
    path = written(project, GOOD.replace(right, wrong))
    ran = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4")
    assert ran.returncode == 0, ran.stdout
    assert ran.stdout.startswith(
        f"Mended {count} problem{'s' if count > 1 else ''} in okrs/x.yaml\n2 files, 2 key results"
    )
    after = path.read_bytes().decode()
    changed = [pair for pair in zip(GOOD.splitlines(), after.splitlines(), strict=True) if pair[0] != pair[1]]
    if "title" not in right and "owner: nok" not in right:
        assert data(after.encode()) == data(GOOD.encode())
    else:
        assert len(changed) <= 1
    again = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4")
    assert "Mended" not in again.stdout
    assert path.read_bytes().decode() == after


@pytest.mark.parametrize(
    ("ahead", "end", "last"),
    [(b"", "\n", b"\n"), (b"\xef\xbb\xbf", "\r\n", b"\r\n"), (b"", "\n", b""), (b"", "\r\n", b"")],
)
def test_the_mark_the_line_ends_and_the_end_stay(okr, project, ahead, end, last):
    def form(text):
        return ahead + text.replace("\n", end).encode().rstrip() + last

    wrong = GOOD.replace("target: 1 h", "taget: 1 h  # ไทย 😀 \t").replace("title: ตอบเร็ว", "title: a: b  # c")
    right = wrong.replace("taget", "target").replace("a: b", '"a: b"')
    path = written(project, form(wrong))
    path.chmod(0o640)
    okr(project, "validate", "--fix", *TODAY)
    assert path.read_bytes() == form(right)
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(one.name for one in path.parent.iterdir()) == ["x.yaml"]


@pytest.mark.parametrize(
    "wrong",
    [
        ("target: 1 h", "taget: 1 h\n        targt: 2 h"),  # which of the two is meant?
        ("target: 1 h", "maintian: 1 h"),  # the value does not fit
        ("target: 1 h", "target: 1 h\n        maintian: {at_most: 2 h}"),  # it would conflict
        ("target: 1 h", "target: 1 h\n        tagret: 2 h"),  # it stands there already
        ("target: 1 h", "target: 1 h\n        colour: red"),
        ("title: ตอบเร็ว", "time: ตอบเร็ว"),
        ("title: ตอบเร็ว", "title: ตอบเร็ว metric: manual"),  # a line break was forgotten
        ("title: ตอบเร็ว", "title: ตอบ: เร็ว\n          มาก"),  # the text goes on
        ("title: ตอบเร็ว", "title: ตอบ\u2028เร็ว"),  # it breaks a line
        ("6 h", "6 hours"),
        ("metric: csat", "metric: cast"),
        ("id: csat", "id: c\u00a0sat"),
        ("baseline: 6 h", "baseline: *six"),
        ("baseline: 6 h", "baseline: %6"),
        ("supports: []", "supports: [after-sales/delihgt]"),
    ],
)
def test_what_may_be_meant_otherwise_is_left_alone(okr, project, wrong):
    text = GOOD.replace(*wrong)
    assert text != GOOD
    path = written(project, text)
    ran = okr(project, "validate", "--fix", *TODAY)
    assert ran.returncode == 1
    assert "Mended" not in ran.stdout
    assert "= fix" not in ran.stdout
    assert path.read_bytes().decode() == text


def test_what_is_left_is_said_and_files_that_are_not_asked_about_are_left_alone(okr, project):
    path = written(project, GOOD.replace("target: 1 h", "taget: 1 h").replace("6 h", "6 hours"))
    other = project / "okrs" / "y.yaml"
    other.write_text(GOOD.replace("after-sales", "sales").replace("owner:", "onwer:"), encoding="utf-8")
    ran = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4", "okrs/x.yaml")
    assert ran.returncode == 1
    assert "error[OKR104] invalid-value: `6 hours` is not a quantity" in ran.stdout
    assert "Mended 1 problem in okrs/x.yaml\nFound 1 problem (1 error) in 1 of 1 file; 0 ignored." in ran.stdout
    assert "target: 1 h" in path.read_text(encoding="utf-8")
    assert "onwer" in other.read_text(encoding="utf-8")


def test_the_settings_are_mended_first_and_then_the_rest(okr, project):
    (project / "okrengine.yaml").write_text(SETTINGS.replace("timezone", "timzone"), encoding="utf-8")
    path = written(project, GOOD.replace("target: 1 h", "taget: 1 h"))
    before = path.read_bytes()
    assert okr(project, "validate", "--fix", *TODAY, "okrs").returncode == 2
    assert "timzone" in (project / "okrengine.yaml").read_text(encoding="utf-8")
    assert path.read_bytes() == before
    ran = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4")
    assert ran.returncode == 0
    assert ran.stdout == (
        "Mended 1 problem in okrengine.yaml\nMended 1 problem in okrs/x.yaml\n2 files, 2 key results, no problems.\n"
    )


def test_many_mistakes_of_syntax_in_one_file_are_mended_at_once(okr, project):
    titles = "".join(f"      - {{id: k{n}, milestones: [{{id: a, by: 2026-12-01}}]}}\n" for n in range(30))
    notes = "".join(f"  - id: o{n}\n    title: a{n}: b\n    key_results:\n{titles}" for n in range(30))
    path = written(project, GOOD + notes)
    ran = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4")
    assert "Mended 30 problems in okrs/x.yaml" in ran.stdout
    assert 'title: "a29: b"' in path.read_text(encoding="utf-8")


def test_hidden_characters_on_thousands_of_lines_are_mended_at_once(okr, project):
    path = written(project, GOOD + "# x\u200e\u202e\n" * 20_000)
    started = time.process_time()
    ran = okr(project, "validate", "--fix", *TODAY, "--ignore", "OKR4")
    assert time.process_time() - started < 5
    assert ran.returncode == 0
    assert ran.stdout.startswith("Mended 20,000 problems in okrs/x.yaml\n")
    assert path.read_bytes().decode().startswith(GOOD + "# x\u200e\n")


def test_a_file_that_is_mended_again_and_again_takes_no_longer_than_its_share(project):
    path = written(project, GOOD.replace("ตอบเร็ว", "a: b") + "".join(f"k{n}:\n  title: a: b\n" for n in range(50)))
    checks = []

    def check():
        checks.append(path.stat().st_size)
        return Project.open(project).validate(as_of=AS_OF)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("okrengine.project.mending.MOST_READ", 20 * path.stat().st_size)
        checked = mend(check, Disk(project, []))
    assert 19 <= checked.mended["okrs/x.yaml"] <= 21
    assert [one.code for one in checked.problems if one.fix is not None] == ["OKR001"]
    assert len(checks) == 3


def test_a_line_of_nothing_but_hidden_characters_has_no_fix(project):
    path = written(project, GOOD + "# " + "x\u202e" * 1_001 + "\n")
    _, (one,) = read(path.read_bytes(), "x.yaml")
    assert (one.code, one.fix) == ("OKR005", None)


def test_thousands_of_edits_take_no_time():
    text = "x.\n" * 20_000
    fixes = [Fix(f"{n}", (Edit(Place("x.yaml", n, 2, n, 3), ","),)) for n in range(1, 20_001)]
    started = time.process_time()
    assert apply_fixes(text.encode(), reversed(fixes)) == (text.replace(".", ",").encode(), 20_000)
    assert time.process_time() - started < 2


def test_thousands_of_unknown_keys_are_told_soon(project):
    written(project, GOOD + "".join(f"taget{n}xyz: 1\n" for n in range(8_000)))
    started = time.process_time()
    checked = Project.open(project).validate(as_of=AS_OF, ignore=["OKR4"])
    assert time.process_time() - started < 5
    assert len(checked.problems) == 8_000


def test_the_same_slip_in_thousands_of_key_results_is_told_soon(project):
    promises = "".join(f"      - {{id: k{n}, baseline: 1, taget: 2}}\n" for n in range(200))
    more = "".join(f"  - id: o{n}\n    title: ก\n    key_results:\n{promises}" for n in range(5))
    written(project, GOOD + more)
    started = time.process_time()
    checked = Project.open(project).validate(as_of=AS_OF, ignore=["OKR4"])
    assert time.process_time() - started < 4
    assert sum(one.fix is not None for one in checked.problems) == 1_000


@pytest.mark.skipif(os.name == "nt", reason="links of a POSIX system")
def test_nothing_is_written_through_a_link(okr, project):
    wrong = GOOD.replace("target: 1 h", "taget: 1 h").encode()
    (project / "kept").mkdir()
    for name in ("file.yaml", "folder/x.yaml"):
        path = project / "kept" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(wrong)
    (project / "okrs" / "x.yaml").unlink()
    (project / "okrs" / "x.yaml").symlink_to("../kept/file.yaml")
    (project / "okrs" / "y").symlink_to("../kept/folder")
    ran = okr(project, "validate", "--fix", *TODAY)
    assert ran.returncode == 1
    assert "Mended" not in ran.stdout
    assert (project / "okrs" / "x.yaml").is_symlink()
    for name in ("file.yaml", "folder/x.yaml"):
        assert (project / "kept" / name).read_bytes() == wrong


def test_a_file_that_somebody_else_changes_meanwhile_is_checked_anew(project):
    path = written(project, GOOD.replace("target: 1 h", "taget: 1 h"))
    later = GOOD.replace("owner: nok", "onwer: nok # later")
    checks = []

    def check():
        found = Project.open(project).validate(as_of=AS_OF, ignore=["OKR4"])
        checks.append(len(found.problems))
        if len(checks) == 2:
            path.write_bytes(later.encode())  # between the check and the writing
        return found

    found = mend(check, Disk(project, []))
    assert path.read_bytes().decode() == later.replace("onwer", "owner")
    assert (found.problems, dict(found.mended)) == ((), {"okrs/x.yaml": 1})


def test_what_never_ends_is_given_up(project):
    """A fix that mends nothing, as a rule of a plugin may bring one."""
    edit = Fix("adds", (Edit(Place("okrs/x.yaml", 1, 1, 1, 1), "#"),))
    kept = {"okrs/x.yaml": GOOD.encode()}

    def check():
        from dataclasses import replace

        found = Project.open(project).validate(as_of=AS_OF)
        return replace(found, problems=(replace(found.problems[0], fix=edit, place=Place("okrs/x.yaml")),))

    (project / "okrs" / "x.yaml").write_text(GOOD.replace("6 h", "6 hours"), encoding="utf-8")
    found = mend(check, Memory(kept))
    assert 0 < found.mended["okrs/x.yaml"] < 100


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_every_bad_example_is_mended_once_and_for_all(path, tmp_path):
    project = tmp_path / "p"
    (project / "okrs").mkdir(parents=True)
    shutil.copy(EXAMPLES / "okrengine.yaml", project)
    shutil.copytree(EXAMPLES / "data", project / "data")
    if path.with_suffix("").is_dir():
        shutil.copytree(path.with_suffix(""), project, dirs_exist_ok=True)
    shutil.copy(path, project / "okrs")

    def check():
        return Project.open(project).validate(as_of=AS_OF)

    if (path.with_suffix("") / "okrengine.yaml").exists():
        return
    found = mend(check, Disk(project, []))
    assert not any(one.fix for one in found.problems)
    once = {one: one.read_bytes() for one in project.rglob("*.yaml")}
    assert not mend(check, Disk(project, [])).mended
    assert {one: one.read_bytes() for one in project.rglob("*.yaml")} == once


PIECES = ("", "#", '"', "ไทย", "😀", "\r\n", "\n", "\u200b")


@given(st.lists(st.sampled_from(["a: 1", "ไทย: 😀", "", "  - b"]), min_size=1, max_size=6), st.data())
def test_edits_replace_what_is_at_their_places_and_nothing_else(lines, draw):
    text = "\r\n".join(lines)
    number = draw.draw(st.integers(0, len(lines) - 1))
    start = draw.draw(st.integers(0, len(lines[number])))
    end = draw.draw(st.integers(start, len(lines[number])))
    piece = draw.draw(st.sampled_from(PIECES))
    place = Place("x.yaml", number + 1, start + 1, number + 1, end + 1)
    other = Place("x.yaml", number + 1, start + 1, number + 1, start + 1)
    content, made = apply_fixes(text.encode(), [Fix("", (Edit(place, piece),)), Fix("", (Edit(other, "!"),))])
    lines[number] = lines[number][:start] + piece + lines[number][end:]
    assert (content.decode(), made) == ("\r\n".join(lines), 1)


# ---------------------------------------------------------------- standard input


@pytest.mark.parametrize("form", ["full", "concise", "json", "sarif"])
@pytest.mark.parametrize(
    "name", ["okrs/x.yaml", "okrengine.yaml", "checkins/2026-Q4/after-sales/2026-11-20T020000Z.yaml"]
)
def test_what_an_editor_hands_over_is_told_like_the_file(okr, project, name, form):
    written(project, GOOD.replace("target: 1 h", "taget: 1 h").replace("6 h", "6 hours"))
    said = project / "checkins" / "2026-Q4" / "after-sales"
    said.mkdir(parents=True)
    (said / "2026-11-20T020000Z.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: after-sales\nat: 2026-11-20T09:00:00+07:00\nby: nok\n"
        "key_results: {delight/csat: {value: 85%, confidence: 7}}\n",
        encoding="utf-8",
    )
    if name == "okrengine.yaml":
        (project / name).write_text(f"{SETTINGS}langauge: th\n", encoding="utf-8")
    on_disk = okr(project, "validate", *TODAY, "--format", form, name)
    text = (project / name).read_text(encoding="utf-8")
    handed = okr(project, "validate", *TODAY, "--format", form, "--stdin-filename", name, "-", said=text)
    assert (handed.returncode, handed.stdout) == (on_disk.returncode, on_disk.stdout)
    assert on_disk.returncode in (1, 2)
    (project / name).write_text("broken: [", encoding="utf-8") if name != "okrengine.yaml" else None
    again = okr(project, "validate", *TODAY, "--format", form, "--stdin-filename", name, "-", said=text)
    assert again.stdout == on_disk.stdout


def test_a_file_that_is_not_saved_yet_is_checked_by_its_name(okr, project):
    (project / "okrs" / "sub").mkdir()
    text = GOOD.replace("after-sales", "sales").replace("csat", "cast", 2)
    for name in ("okrs/y.yaml", "okrs/sub/deep.yaml"):
        ran = okr(project, "validate", *TODAY, "--stdin-filename", name, "-", said=text)
        assert ran.returncode == 1
        assert f"--> {name}:10:28\n" in ran.stdout
        assert ran.stdout.endswith("1 of 1 file; 0 ignored. More: okr explain RULE\n")
        assert not (project / name).exists()
    ran = okr(project / "okrs", "validate", *TODAY, "--stdin-filename", "y.yaml", "-", said=text)
    assert "--> okrs/y.yaml:10:28\n" in ran.stdout


@pytest.mark.parametrize(
    ("flags", "mend"),
    [
        (["-"], "--stdin-filename okrs/NAME.yaml"),
        (["--stdin-filename", "okrs/x.yaml"], "--stdin-filename PATH -"),
        (["--stdin-filename", "okrs/x.yaml", "-", "okrs"], "stands alone"),
        (["--stdin-filename", "../x.yaml", "-"], "lies outside the project"),
        (["--stdin-filename", "okrs/x.txt", "-"], "no file that okrengine.yaml names"),
        (["--stdin-filename", "okrs/.x.yaml", "-"], "no file that okrengine.yaml names"),
        (["--stdin-filename", "okrs/x.yaml", "--fix", "--format", "json", "-"], "-o FORMAT=PATH"),
    ],
)
def test_standard_input_needs_a_name(okr, project, flags, mend):
    ran = okr(project, "validate", *flags, said=GOOD)
    assert ran.returncode == 2
    assert mend in ran.stderr
    assert ran.stdout == ""


def test_an_editor_gets_the_mended_text_back(okr, project):
    wrong = GOOD.replace("target: 1 h", "taget: 1 h").replace("6 h", "6 hours")
    ran = okr(project, "validate", *TODAY, "--fix", "--stdin-filename", "okrs/x.yaml", "-", said=wrong)
    assert ran.stdout == wrong.replace("taget", "target")
    assert "`6 hours` is not a quantity" in ran.stderr
    assert "Mended 1 problem in the text of okrs/x.yaml\nFound" in ran.stderr
    assert ran.returncode == 1
    assert (project / "okrs" / "x.yaml").read_text(encoding="utf-8") == GOOD
    ran = okr(project, "validate", *TODAY, "--fix", "-qq", "--stdin-filename", "okrs/x.yaml", "-", said=GOOD)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, GOOD, "")


def test_what_is_handed_over_is_bounded_and_may_be_nothing(okr, project):
    for text, code in (("", "OKR004"), ("#" * 2_000_000, "OKR003"), ("\x00", "OKR00")):
        ran = okr(project, "validate", *TODAY, "--stdin-filename", "okrs/x.yaml", "-", said=text)
        assert ran.returncode == 1
        assert code in ran.stdout


def test_input_that_is_too_long_is_not_printed_in_part(okr, project):
    for flags, code in (([], 1), (["--fix"], 2)):
        ran = okr(project, "validate", *flags, "--stdin-filename", "okrs/x.yaml", "-", said="# long\n" * 200_000)
        assert ran.returncode == code
        assert "larger than 1 MiB" in ran.stdout + ran.stderr
    assert ran.stdout == ""


@pytest.mark.parametrize("name", ["okrs", ".", "", "okrs/"])
def test_standard_input_is_no_folder(okr, project, name):
    ran = okr(project, "validate", "--stdin-filename", name, "-", said=GOOD)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert f"`{name}` is a folder: name the file that standard input is" in ran.stderr
