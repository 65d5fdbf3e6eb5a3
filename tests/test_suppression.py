"""Comments that pass over what a rule finds: what they cover, what they cannot, and when they are idle."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from okrengine.errors import ProjectError
from okrengine.project import BrokenFilesError, Project
from okrengine.rules import choose
from okrengine.rules.ignoring.comments import comments
from okrengine.syntax import Edit, apply_fixes, read

AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
SETTINGS = "version: 1\ntimezone: Asia/Bangkok\nsources:\n  s: {type: csv, path: data/x.csv}\n"
WRONG = "metric: csat, source: s, baseline: 90%, target: 80%"
HEAD = "version: 1\ncycle: 2026-Q4\nteam: t\nowner: nok\nobjectives:\n  - id: o\n    title: ลูกค้าดีใจ\n    key_results:\n"
ONLY = ("OKR301", "OKR305", "OKR205", "OKR9")
ROOT = Path(__file__).parent.parent


@pytest.fixture
def write(tmp_path):
    def put(files, settings=SETTINGS):
        for name, text in {"okrengine.yaml": settings, "data/x.csv": "a\n", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        return tmp_path

    return put


@pytest.fixture
def check(write):
    """Write a project, and give what is found by the rules that the tests speak of."""

    def look(okr, settings=SETTINGS, *, select=ONLY, ignore=(), **more):
        files = okr if isinstance(okr, dict) else {"okrs/x.yaml": okr}
        return Project.open(write(files, settings)).validate(as_of=AS_OF, select=select, ignore=ignore, **more)

    return look


def spot(checked, one):
    """Line, code, and the text that a finding marks."""
    line = checked.texts[one.place.file].splitlines()[one.place.line - 1]
    return f"{one.place.line} {one.code} {line[one.place.column - 1 : one.place.end_column - 1]}"


def told(checked):
    return [spot(checked, one) for one in checked.problems]


def hidden(checked):
    return [spot(checked, one.problem) for one in checked.ignored]


# ---------------------------------------------------------------- what is covered


def test_without_a_comment_it_is_found(check):
    checked = check(HEAD + f"      - {{id: k, {WRONG}}}\n")
    assert told(checked) == ["9 OKR301 80%"]
    assert checked.ignored == ()


@pytest.mark.parametrize(
    "mark",
    [
        "# okr: ignore[direction-mismatch] they want less",
        "# okr: ignore[OKR301] they want less",
        "# okr: ignore[okr301] they want less",
        "#okr:ignore[ direction-mismatch ]: they want less",
        "# see the contract # okr: ignore[direction-mismatch] they want less",
        "\t# okr: ignore[direction-mismatch] they want less\t",
    ],
)
def test_at_the_end_of_a_line_it_covers_that_line(check, mark):
    line = f"      - {{id: k, {WRONG}}}  {mark}"
    checked = check(f"{HEAD}{line}\n      - {{id: l, {WRONG}}}\n")
    assert told(checked) == ["10 OKR301 80%"]
    (one,) = checked.ignored
    assert (one.problem.code, one.problem.place.line, one.reason) == ("OKR301", 9, "they want less")
    assert one.place.line == 9
    assert line[one.place.column - 1 : one.place.end_column - 1] == line[line.rindex("#") :].rstrip()


BLOCK = """\
      - id: k
        metric: csat
        source: s
        baseline: 90%
        target: 80%
      - id: l
        metric: csat
        source: s
        baseline: 110%
        target: 90%
"""
MARK = "# okr: ignore[direction-mismatch, value-out-of-range] on purpose\n"


@pytest.mark.parametrize(
    ("above", "covered"),
    [
        ("      - id: k\n", ["k 80%"]),
        ("        target: 80%\n", ["k 80%"]),
        ("        baseline: 90%\n", []),
        ("      - id: l\n", ["l 110%", "l 90%"]),
        ("        baseline: 110%\n", ["l 110%"]),
        ("    key_results:\n", ["k 80%", "l 110%", "l 90%"]),
        ("    title: ลูกค้าดีใจ\n", []),
        ("  - id: o\n", ["k 80%", "l 110%", "l 90%"]),
        ("objectives:\n", ["k 80%", "l 110%", "l 90%"]),
        ("version: 1\n", []),
    ],
)
@pytest.mark.parametrize("between", ["", "\n", "   \n# another comment\n"])
def test_on_a_line_of_its_own_it_covers_what_starts_below(check, above, covered, between):
    text = (HEAD + BLOCK).replace(above, f"{MARK}{between}{above}", 1)
    assert MARK in text
    checked = check(text)
    lines = text.splitlines()

    def where(one):
        line = next(line for line in reversed(lines[: one.place.line]) if "- id: " in line)
        return f"{line.split(': ')[1]} {lines[one.place.line - 1][one.place.column - 1 : one.place.end_column - 1]}"

    everything = {"k 80%", "l 110%", "l 90%"}
    assert [where(one.problem) for one in checked.ignored] == covered
    assert {where(one) for one in checked.problems if one.code != "OKR901"} == everything - set(covered)


def test_ignore_file_covers_the_file_wherever_it_stands(check):
    files = {
        "okrs/x.yaml": HEAD + BLOCK + "# okr: ignore-file[OKR301, OKR305] moved",
        "okrs/y.yaml": HEAD.replace("team: t", "team: u") + BLOCK,
    }
    checked = check(files)
    assert {one.place.file for one in checked.problems} == {"okrs/y.yaml"}
    assert len(checked.ignored) == 3
    assert {one.reason for one in checked.ignored} == {"moved"}


def test_a_text_of_several_lines_is_covered_where_it_ends(check):
    said = HEAD + '      - {id: k, metric: csat, source: s, baseline: 90%, target:\n        "80\\\n        %"}'
    assert told(check(said + "\n")) == ['10 OKR301 "8']
    checked = check(said + "  # okr: ignore[direction-mismatch]\n")
    assert (told(checked), hidden(checked)) == ([], ['10 OKR301 "8'])


def test_of_several_that_cover_a_place_the_nearest_is_used(check):
    text = HEAD + "      # okr: ignore[OKR301] outer\n" + BLOCK.replace(
        "        target: 80%\n", "        # okr: ignore[OKR301] inner\n        target: 80%  # okr: ignore[OKR301] line\n"
    ).replace("110%", "95%")  # fmt: skip
    checked = check("# okr: ignore-file[OKR301] all\n" + text)
    assert [one.reason for one in checked.ignored] == ["line", "all"]
    assert told(checked) == [
        "10 OKR901 # okr: ignore[OKR301] outer", "15 OKR901 # okr: ignore[OKR301] inner",
    ]  # fmt: skip


def test_a_reason_elsewhere_is_no_place_of_the_finding(check):
    text = HEAD + BLOCK.replace("metric: csat\n", "metric: csat  # okr: ignore[OKR301]\n", 1).replace("110%", "85%")
    checked = check(text)
    assert told(checked) == ["10 OKR901 # okr: ignore[OKR301]", "13 OKR301 80%"]
    assert checked.problems[1].notes[0].place.line == 10


def test_okrengine_yaml_and_check_ins_have_them_too(check):
    said = "checkins/2026-Q4/t/2026-11-20T020000Z.yaml"
    entry = "version: 1\ncycle: 2026-Q4\nteam: t\nat: 2026-11-20T09:00:00+07:00\nby: nok\nkey_results:\n"
    files = {
        "okrs/x.yaml": HEAD + "      - {id: k, metric: csat, source: s, baseline: 80%, target: 90%}\n",
        said: entry.replace("team: t", "# okr: ignore[check-in-misplaced] renamed since\nteam: u")
        + "  o/k: {value: 85%}\n",
    }
    settings = SETTINGS.replace("data/x.csv}", "data/y.csv}  # okr: ignore[missing-data-file] it comes on Monday")
    checked = check(files, settings, select=["OKR205", "OKR208", "OKR9"])
    assert told(checked) == []
    assert {(one.problem.place.file, one.reason) for one in checked.ignored} == {
        (said, "renamed since"), ("okrengine.yaml", "it comes on Monday"),
    }  # fmt: skip


# ---------------------------------------------------------------- what is no comment


TEXTS = [
    '    title: "glad # okr: ignore[nope]"\n',
    "    title: 'glad # okr: ignore[nope]'\n",
    "    title: glad,# okr:ignore-file[nope]\n",
    '    title: "glad\n      # okr: ignore[nope] still"\n',
]
NOTES = ["|\n      # okr: ignore[nope]\n      # okr: ignore[nope]\n", ">-\n      so\n\n      # okr: ignore[nope]\n"]


@pytest.mark.parametrize("title", TEXTS)
def test_a_hash_inside_a_text_starts_no_comment(check, title):
    text = HEAD.replace("    title: ลูกค้าดีใจ\n", title) + "      - {id: k, baseline: 1, target: 5}\n"
    checked = check(text)
    assert (told(checked), hidden(checked)) == ([], [])


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
@pytest.mark.parametrize("note", NOTES)
def test_nor_does_one_in_a_block_of_text(note, loader):
    content = f"a:\n    note: {note}    b: 1  # okr: ignore[yes] why\n"
    document, problems = read(content.encode(), "x.yaml", loader=loader)
    assert not problems
    assert [one.names[0].text for one in comments(document)] == ["yes"]


@pytest.mark.parametrize("loader", [yaml.SafeLoader, yaml.CSafeLoader])
def test_what_follows_the_sign_of_a_block_is_a_comment(loader):
    content = "a:\n  note: |  # okr: ignore[one]\n    # okr: ignore[nope]\n  # okr: ignore[two]\n  b: >-\n    x\n# okr: ignore[three]\nc: 1\n"
    document, _ = read(content.encode(), "x.yaml", loader=loader)
    found = [(one.names[0].text, one.scope, one.covers.line, one.covers.end_line) for one in comments(document)]
    assert found == [("one", "line", 2, 3), ("two", "node", 5, 7), ("three", "node", 8, 8)]


CORPUS = """\
# okr: ignore[a] first
- # okr: ignore[b]
  k: {x: 1, # okr: ignore[c]
      # okr: ignore[d]
      "y": "z # okr: ignore[nope]", # okr: ignore[e]
  }
# okr: ignore[f]

- - p # okr: ignore[g]
  # okr: ignore[h]
  - [q,
     # okr: ignore[i]
     r]
- ? complex
  # okr: ignore[j]
  : value 😀 # okr: ignore[k]
-
# okr: ignore[l]
- plain text
  # okr: ignore[m]
# okr: ignore-file[n]
"""


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_both_readers_of_yaml_give_the_same_comments(ending, mark):
    content = (mark + CORPUS.replace("\n", ending)).encode()
    one, other = (comments(read(content, "x", loader=each)[0]) for each in (yaml.SafeLoader, yaml.CSafeLoader))
    assert one == other
    assert "".join(name.text for each in one for name in each.names) == "abcdefghikln"
    covers = {each.names[0].text: (each.scope, each.covers.line, each.covers.end_line) for each in one if each.names}
    assert covers["a"] == ("node", 2, 6)
    assert covers["b"] == ("line", 2, 3)
    assert covers["d"] == ("node", 5, 5)
    assert covers["f"] == ("node", 9, 13)
    assert covers["h"] == ("node", 11, 13)
    assert covers["i"] == ("node", 13, 13)
    assert covers["l"] == ("node", 19, 19)
    assert covers["n"] == ("file", 1, len(CORPUS.split("\n")) + 1)
    assert [each.fault for each in one if each.fault] == ["stands above nothing"] * 2


def test_many_comments_take_no_time():
    stacked = "# okr: ignore[direction-mismatch] x\n" * 20_000 + "a: 1\n"
    inline = "a:\n" + "".join(f"  k{n}: 1 # okr: ignore[direction-mismatch] x\n" for n in range(15_000))
    one_line = "a: 1" + " # okr: ignore[a]" * 50_000 + "\n"
    blanks = "a: 1 # okr: ignore[a]" + " " * 400_000 + "#" + " \t" * 200_000 + "# okr:" + " " * 100_000 + "x\n"
    for text, least in ((stacked, 20_000), (inline, 15_000), (one_line, 50_000), (blanks, 1)):
        document, _ = read(text.encode(), "x.yaml")
        start = time.process_time()
        assert len(comments(document)) >= least
        assert time.process_time() - start < 3


def test_many_names_take_no_time(check):
    start = time.process_time()
    for name in ("OKR001", "OKR404", "nobody-knows"):
        names = ",".join([name] * 20_000)
        checked = check(HEAD + f"      - {{id: k, baseline: 1, target: 5}}  # okr: ignore[{names}]\n", select=())
        assert len(checked.problems) >= 20_000
    assert time.process_time() - start < 15


# ---------------------------------------------------------------- what a comment cannot do


def test_what_guards_is_never_ignored_and_the_comment_says_why(check):
    text = HEAD + "      - {id: k, baseline: 5, target: 5}  # okr: ignore[target-equals-baseline] later\n"
    checked = check(text)
    assert told(checked) == ["9 OKR302 5", "9 OKR901 # okr: ignore[target-equals-baseline] later"]
    assert checked.ignored == ()
    assert checked.problems[1].message == "`target-equals-baseline` guards what is loaded and cannot be ignored"
    assert checked.problems[1].fix is not None


@pytest.mark.parametrize("slug", ["unknown-key", "missing-key", "invalid-date", "literal-secret", "duplicate-key"])
def test_what_is_found_while_reading_is_never_ignored(check, slug):
    text = (
        f"# okr: ignore-file[{slug}]\n"
        + HEAD
        + "      - {id: k, baseline: 5, target: 6, taget: 7, deadline: 2026-11-31}\n"
    )
    checked = check(text)
    assert told(checked) == [f"1 OKR901 # okr: ignore-file[{slug}]", "10 OKR101 taget", "10 OKR303 2026-11-31"]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("direction-mismach", "did you mean `direction-mismatch`?"),
        ("to-lage", "did you mean `too-large`?"),
        ("xyz", "`okr explain` lists them"),
        ("OKR3", "`okr explain` lists them"),
        ("OKR391", "`okr explain` lists them"),
        ("*", "`okr explain` lists them"),
    ],
)
def test_a_name_that_no_rule_has(check, name, hint):
    checked = check(HEAD + f"      - {{id: k, baseline: 1, target: 5}}  # okr: ignore[direction-mismatch, {name}]\n")
    one = next(one for one in checked.problems if one.code == "OKR902")
    assert one.message == f"there is no rule `{name}`"
    assert spot(checked, one) == f"9 OKR902 {name}"
    assert one.hint == hint


@pytest.mark.parametrize(
    ("mark", "hint"),
    [
        ("ignore direction-mismatch fewer is better", "# okr: ignore[direction-mismatch] why"),
        ("ignore: direction-mismatch", "# okr: ignore[direction-mismatch] why"),
        ("ignore(OKR301)", "# okr: ignore[OKR301] why"),
        ("ignore-file direction-mismatch", "# okr: ignore-file[direction-mismatch] why"),
        ("ignore-line[direction-mismatch]", "# okr: ignore[direction-mismatch] why"),
        ("ignore[direction-mismatch why", "# okr: ignore[direction-mismatch] why"),
        ("ignore direction-", "# okr: ignore[rule] why"),
    ],
)
def test_a_rule_named_in_a_wrong_form_is_told_the_right_one(check, mark, hint):
    one = check(HEAD + f"      - {{id: k, {WRONG}}}  # okr: {mark}\n").problems[1]
    assert one.hint.endswith(f"write `{hint}`")


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        ("# okr: ignore", "names no rule"),
        ("# okr: ignore direction-mismatch", "has no brackets around `direction-mismatch`"),
        ("# okr: ignore because so it is", "names no rule"),
        ("# okr: ignore[]", "names no rule"),
        ("# okr: ignore[ , ] why", "names no rule"),
        ("# okr: ignore-file", "names no rule"),
        ("# okr: ignore[direction-mismatch why", "has a bracket that is never closed"),
        ("# okr: ignore-line[direction-mismatch]", "says `ignore-line`, which is not known"),
    ],
)
def test_a_comment_without_a_name_has_no_effect(check, mark, message):
    checked = check(HEAD + f"      - {{id: k, {WRONG}}}  {mark}\n")
    assert told(checked) == ["9 OKR301 80%", f"9 OKR901 {mark}"]
    one = checked.problems[1]
    assert (one.severity, one.message) == ("warning", f"this comment {message} and has no effect")
    assert one.hint
    assert one.fix is None


def test_a_comment_above_nothing(check):
    checked = check(
        HEAD + "      - {id: k, baseline: 1, target: 5}\n      # okr: ignore[direction-mismatch]\n# the end\n"
    )
    assert [one.message for one in checked.problems] == ["this comment stands above nothing and has no effect"]


# ---------------------------------------------------------------- unused


def without(checked, text):
    """The text after the fixes."""
    fixes = [one.fix for one in checked.problems if one.fix is not None]
    return apply_fixes(text.encode(), fixes)[0].decode()


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("      - {id: k, baseline: 1, target: 5} \t # okr: ignore[direction-mismatch] ดี 😀  \n", "      - {id: k, baseline: 1, target: 5}  \n"),
        ("      # okr: ignore[direction-mismatch]\n      - {id: k, baseline: 1, target: 5}\n", "      - {id: k, baseline: 1, target: 5}\n"),
        ("      # why # okr: ignore[OKR301] x\n      - {id: k, baseline: 1, target: 5}\n", "      # why\n      - {id: k, baseline: 1, target: 5}\n"),
        ("      - {id: k, baseline: 1, target: 5} # okr: ignore[OKR301] a # okr: ignore[OKR305] b\n", "      - {id: k, baseline: 1, target: 5}\n"),
    ],
)  # fmt: skip
def test_one_that_hides_nothing_is_said_and_deleted(check, line, after, ending):
    text = (HEAD + line).replace("\n", ending)
    checked = check(text)
    assert {(one.code, one.severity, one.hint) for one in checked.problems} == {("OKR901", "warning", "delete it")}
    fixed = without(checked, text)
    for _ in range(2):
        fixed = without(check(fixed), fixed)
    assert fixed == (HEAD + after).replace("\n", ending)
    assert told(check(fixed)) == []


def test_the_last_line_of_a_file_without_an_end(check):
    text = HEAD + "      - {id: k, baseline: 1, target: 5}\n# okr: ignore-file[OKR301]"
    checked = check(text)
    assert without(checked, text) == HEAD + "      - {id: k, baseline: 1, target: 5}\n"


@pytest.mark.parametrize(
    ("names", "idle", "left"),
    [
        ("direction-mismatch, value-out-of-range", ["value-out-of-range"], "[direction-mismatch]"),
        ("value-out-of-range,OKR301", ["value-out-of-range"], "[OKR301]"),
        ("duplicate-id, OKR301, OKR305", ["duplicate-id", "OKR305"], "[OKR301]"),
        ("OKR301, direction-mismatch", ["OKR301"], "[direction-mismatch]"),
        ("OKR305, vague-title", ["OKR305"], "[vague-title]"),
    ],
)
def test_of_several_names_the_idle_ones_are_deleted(check, names, idle, left):
    text = HEAD + f"      - {{id: k, {WRONG}}}  # okr: ignore[{names}] why\n"
    checked = check(text)
    assert told(checked)[-len(idle) :] == [f"9 OKR901 {name}" for name in idle]
    assert without(checked, text).endswith(f"# okr: ignore{left} why\n")


def test_two_idle_names_share_one_fix(check):
    checked = check(HEAD + "      - {id: k, baseline: 1, target: 5}  # okr: ignore[OKR301, OKR305]\n")
    one, other = checked.problems
    assert one.fix == other.fix
    assert one.fix.edits == (Edit(one.fix.edits[0].place, ""),)


IDLE = HEAD + "      - {id: k, baseline: 1, target: 5}  # okr: ignore[direction-mismatch]\n"


@pytest.mark.parametrize(
    ("settings", "select", "ignore", "found"),
    [
        ("", (), (), 1),
        ("rules: {direction-mismatch: off}\n", (), (), 0),
        ("rules: {unused-suppression: off}\n", (), (), 0),
        ("", ("OKR9",), (), 0),
        ("", ("OKR9", "OKR301"), (), 1),
        ("", ("OKR301",), (), 0),
        ("", (), ("OKR301",), 0),
        ("", (), ("unused-suppression",), 0),
        ("rules: {direction-mismatch: off, unused-suppression: off}\n", ("OKR301", "OKR901"), (), 1),
    ],
)
def test_it_is_said_only_of_rules_that_were_asked(check, settings, select, ignore, found):
    checked = check(IDLE, SETTINGS + settings, select=select, ignore=ignore)
    assert [one.code for one in checked.problems if one.code == "OKR901"] == ["OKR901"] * found


def test_its_severity_is_the_projects_to_say(check):
    assert [one.severity for one in check(IDLE).problems] == ["warning"]
    checked = check(IDLE, SETTINGS + "rules: {unused-suppression: error}\n")
    assert [one.severity for one in checked.problems] == ["error"]


def test_it_may_be_passed_over_itself_and_that_may_be_idle_too(check):
    checked = check(f"# okr: ignore-file[unused-suppression] made by a program\n{IDLE}")
    assert (told(checked), hidden(checked)) == ([], ["10 OKR901 # okr: ignore[direction-mismatch]"])
    checked = check(
        "# okr: ignore-file[unused-suppression]\n" + IDLE.replace("  # okr: ignore[direction-mismatch]", "")
    )
    assert told(checked) == ["1 OKR901 # okr: ignore-file[unused-suppression]"]


@pytest.mark.parametrize(
    "wrong",
    ["metric: csatt, source: s, baseline: 90%, target: 80%", "metric: csat, source: s, basline: 90%, target: 80%"],
)
def test_what_another_mistake_hides_is_not_called_idle(check, wrong):
    """A rule does not judge what is refused already: what the comment is for may come back."""
    checked = check(HEAD + f"      - {{id: k, {wrong}}}  # okr: ignore[direction-mismatch]\n", select=())
    assert not [one for one in checked.problems if one.code == "OKR901"]


def test_nor_is_one_for_a_rule_of_the_whole_project_while_a_file_is_broken(check):
    more = "  # okr: ignore[unknown-name]\n"
    good = HEAD + "      - {id: k, baseline: 1, target: 5}" + more
    assert told(check(good, select=("OKR2", "OKR9"))) == ["9 OKR901 # okr: ignore[unknown-name]"]
    files = {"okrs/x.yaml": good, "okrs/y.yaml": "a: [\n"}
    assert {one.code for one in check(files, select=("OKR2", "OKR9")).problems} == {"OKR001"}


# ---------------------------------------------------------------- flags


GUARDED = "      - {id: m, baseline: 5, target: 5}\n"


@pytest.mark.parametrize(
    ("settings", "select", "ignore", "found"),
    [
        ("", ["value-out-of-range"], [], ["OKR302 error", "OKR305 error"]),
        ("", ["okr305"], [], ["OKR302 error", "OKR305 error"]),
        ("", ["OKR30"], [], ["OKR301 error", "OKR302 error", "OKR305 error"]),
        ("", ["OKR3"], ["OKR301"], ["OKR302 error", "OKR305 error"]),
        ("", ["OKR302"], [], ["OKR302 error"]),
        ("", ["OKR3"], ["OKR3"], ["OKR302 error"]),
        ("rules: {value-out-of-range: off}\n", ["OKR305"], [], ["OKR302 error", "OKR305 error"]),
        ("rules: {value-out-of-range: info}\n", ["OKR305"], [], ["OKR302 error", "OKR305 info"]),
        ("rules: {value-out-of-range: off}\n", ["OKR301", "OKR9"], [], ["OKR301 error", "OKR302 error"]),
        ("rules: {value-out-of-range: error}\n", ["OKR30"], ["OKR305"], ["OKR301 error", "OKR302 error"]),
    ],
)
def test_flags_choose_rules_and_outrank_the_project(check, settings, select, ignore, found):
    text = HEAD + BLOCK.replace("target: 90%", "target: 120%") + GUARDED
    checked = check(text, SETTINGS + settings, select=select, ignore=ignore)
    assert sorted({f"{one.code} {one.severity}" for one in checked.problems}) == found


def test_what_is_found_while_reading_is_not_hidden_by_a_choice(check):
    checked = check({"okrs/x.yaml": "a: [\n", "okrs/y.yaml": IDLE}, select=["OKR403"])
    assert [one.code for one in checked.problems] == ["OKR001"]


@pytest.mark.parametrize(
    ("select", "ignore", "says"),
    [
        (["direction-mismach"], [], "there is no rule `direction-mismach`: did you mean `direction-mismatch`?"),
        (["OKR8"], [], "there is no rule `OKR8`: "),
        (["xyz"], [], "there is no rule `xyz`: `okr explain` lists them"),
        ([], ["OKR7"], "there is no rule `OKR7`: "),
        ([], ["duplicate-id"], "`duplicate-id` guards what is loaded and cannot be ignored: mend what it finds"),
        ([], ["OKR001"], "`yaml-syntax` guards what is loaded and cannot be ignored: mend what it finds"),
        ([], ["OKR1"], "each rule of `OKR1` guards what is loaded and cannot be ignored: mend what it finds"),
    ],
)
def test_a_choice_that_cannot_be_made(write, okr, select, ignore, says):
    folder = write({"okrs/x.yaml": HEAD + BLOCK})
    with pytest.raises(ProjectError) as caught:
        Project.open(folder).validate(as_of=AS_OF, select=select, ignore=ignore)
    assert str(caught.value).startswith(says)
    ran = okr(folder, "validate", *(f"--select={one}" for one in select), *(f"--ignore={one}" for one in ignore))
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


def test_the_flags_take_lists_and_repeat(okr, write):
    folder = write({"okrs/x.yaml": HEAD + BLOCK})
    both = okr(folder, "validate", "--select", "OKR301, OKR305", "--format", "concise").stdout
    assert both == okr(folder, "validate", "--select", "OKR301", "--select=OKR305", "--format", "concise").stdout
    assert both == okr(folder, "validate", "--format", "concise", OKR_VALIDATE_SELECT="OKR301,OKR305").stdout
    assert both.count("OKR301") == 2
    assert both.count("OKR305") == 1
    assert okr(folder, "validate", "--select", "OKR301", "--ignore", "OKR301").returncode == 0


def test_a_plugin_that_failed_is_said_whatever_is_selected():
    project = Project.open(ROOT)
    rules = project.registry.rules
    choice = choose(rules, ["OKR301"])
    levels = {rule.slug: choice.level(rule, project.settings) for rule in rules.values()}
    assert levels["plugin-failed"] == "error"
    assert levels["unknown-rule"] == "off"
    assert levels["duplicate-id"] == "error"


def test_what_is_ignored_is_counted_and_leaves_the_exit_code(okr, write):
    folder = write({"okrs/x.yaml": HEAD + f"      - {{id: k, {WRONG}}}  # okr: ignore[direction-mismatch] so\n"})
    ran = okr(folder, "validate", "--select", "OKR3,OKR9")
    assert (ran.returncode, ran.stdout) == (0, "2 files, 1 key result, no problems; 1 ignored.\n")
    assert "ignored" not in okr(folder, "validate", "okrengine.yaml", "--select", "OKR3,OKR9").stdout


def test_fix_deletes_what_is_idle(okr, write):
    folder = write({"okrs/x.yaml": IDLE})
    assert okr(folder, "validate", "--fix", "--select", "OKR301,OKR9").returncode == 0
    assert (folder / "okrs/x.yaml").read_text(encoding="utf-8") == IDLE.replace(
        "  # okr: ignore[direction-mismatch]", ""
    )


# ---------------------------------------------------------------- rules:


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("{to-many-key-results: off}", ["4 OKR902 to-many-key-results"]),
        ("{OKR301: off}", ["4 OKR902 OKR301"]),
        ("{direction-mismatch: off, value-out-of-range: [info]}", []),
        ("{too-many-key-results: [{max: 9}], vague-title: [info, {add: [glad]}]}", []),
        ("{duplicate-id: error, wrong-order: [error]}", []),
    ],
)
def test_names_in_the_settings(check, said, found):
    okr = HEAD + "      - {id: k, baseline: 1, target: 5}\n"
    assert told(check(okr, f"version: 1\ntimezone: UTC\n\nrules: {said}\n", select=["OKR9"])) == found


@pytest.mark.parametrize(
    ("said", "found", "hint"),
    [
        ("{duplicate-id: off}", "4 OKR104 off", "it guards what is loaded and stays an error: delete the line"),
        (
            "{duplicate-id: [warning]}",
            "4 OKR104 warning",
            "it guards what is loaded and stays an error: delete the line",
        ),
        ("{too-many-key-results: [warning, {maxi: 5}]}", "4 OKR101 maxi", "did you mean `max`?"),
        ("{too-many-key-results: [{max: many}]}", "4 OKR103 many", "write a whole number"),
        (
            "{too-many-key-results: [warning, error]}",
            "4 OKR104 error",
            "write error, warning, info or off, or [warning, {max: 5}]",
        ),
        ("{direction-mismatch: [info, {max: 5}]}", "4 OKR101 max", "this rule takes no options"),
        ("{vague-title: loud}", "4 OKR104 loud", "write error, warning, info or off, or [warning, {max: 5}]"),
    ],
)
def test_what_is_said_of_a_rule_is_checked_before_anything_else(write, okr, said, found, hint):
    folder = write({"okrs/x.yaml": HEAD + BLOCK}, f"version: 1\ntimezone: UTC\n\nrules: {said}\n")
    with pytest.raises(BrokenFilesError) as caught:
        Project.open(folder)
    (one,) = caught.value.problems
    line = caught.value.texts["okrengine.yaml"].splitlines()[one.place.line - 1]
    assert f"{one.place.line} {one.code} {line[one.place.column - 1 : one.place.end_column - 1]}" == found
    assert one.hint == hint
    assert okr(folder, "validate").returncode == 2
