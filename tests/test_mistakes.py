"""Mistakes as people make them: each gives one finding, with the mend beside it."""

import base64
import json
import re
import shutil
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from okrengine import registry
from okrengine.diagnostics import FORMS, Checked
from okrengine.project import BrokenFilesError, Project
from okrengine.syntax import read
from okrengine.syntax.fixes import KEYS, PROSE

ROOT = Path(__file__).parent.parent
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
PUBLIC = ROOT.parent / "shared" / "data" / "public"
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  surveys: {type: csv, path: data.csv, columns: {response_id: id, responded_at: at, score: q1}}
rules: {too-many-key-results: [warning, {max: 9}]}
"""
GOOD = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: delight
    title: ลูกค้าประทับใจ
    kind: committed
    supports: [service/other]
    key_results:
      - id: csat
        title: ลูกค้าพอใจ
        metric: csat
        source: surveys
        baseline: 80%
        target: 90%
        deadline: 2026-12-15
        weight: 2
        guardrails: [{metric: nps, source: surveys, at_least: 5}]
      - id: chat
        milestones: [{id: live, by: 2026-12-01}]
    initiatives: [{id: bot, title: แชตบอต}]
    amendments:
      - {on: 2026-11-02, key_result: csat, field: target, from: 95%, to: 90%, reason: เกินกำลัง, by: nok}
  - id: other
    title: อื่น ๆ
    key_results: [{id: a, baseline: 1, target: 2}]
"""


@pytest.fixture
def project(tmp_path):
    def make(okr=GOOD, settings=SETTINGS):
        (tmp_path / "okrs").mkdir(exist_ok=True)
        (tmp_path / "okrengine.yaml").write_text(settings, encoding="utf-8")
        (tmp_path / "data.csv").write_text("id,at,q1\n", encoding="utf-8")
        content = okr if isinstance(okr, bytes) else okr.encode()
        (tmp_path / "okrs" / "x.yaml").write_bytes(content)
        return tmp_path

    return make


def check(folder, **how):
    try:
        return Project.open(folder, **how).validate(as_of=AS_OF)
    except BrokenFilesError as error:
        return Checked(error.problems, files=("okrengine.yaml",), texts=error.texts)


def errors(folder, **how):
    return [one for one in check(folder, **how).problems if one.severity == "error"]


def test_the_good_project_has_no_error(project):
    assert errors(project()) == []


SUGGESTIONS = [
    ("        target:", "        taget:", "target"),
    ("        baseline:", "        basline:", "baseline"),
    ("        source:", "        sorce:", "source"),
    ("        metric:", "        metrc:", "metric"),
    ("deadline:", "dedline:", "deadline"),
    ("weight:", "wieght:", "weight"),
    ("guardrails:", "guardrail:", "guardrails"),
    ("milestones:", "mile_stones:", "milestones"),
    ("    title: ลูกค้าประทับใจ", "    tilte: ลูกค้าประทับใจ", "title"),
    ("    key_results:\n", "    keyResults:\n", "key_results"),
    ("    key_results:\n", "    key-results:\n", "key_results"),
    ("supports:", "suports:", "supports"),
    ("initiatives:", "initative:", "initiatives"),
    ("amendments:", "ammendments:", "amendments"),
    ("owner:", "onwer:", "owner"),
    ("objectives:", "objectve:", "objectives"),
    ("cycle:", "cyle:", "cycle"),
    ("metric: csat", "metric: cast", "csat"),
    ("metric: nps", "metric: nsp", "nps"),
    ("        metric: csat", "        metric: resolution-time", "resolution_time"),
    ("        metric: csat", "        metric: answered_within", "answered_within_rate"),
    ("        metric: csat", "        metric: complain_rate", "complaint_rate"),
    ("kind: committed", "kind: commited", "committed"),
    ("type: csv", "type: cvs", "csv"),
    ("timezone:", "time-zone:", "timezone"),
    ("too-many-key-results", "to-many-key-results", "too-many-key-results"),
]


@pytest.mark.parametrize(("right", "wrong", "meant"), SUGGESTIONS, ids=[wrong.strip() for _, wrong, _ in SUGGESTIONS])
def test_what_was_meant_is_suggested(project, right, wrong, meant):
    assert right in GOOD + SETTINGS
    folder = project(GOOD.replace(right, wrong, 1), SETTINGS.replace(right, wrong, 1))
    found = errors(folder)
    assert [f"did you mean `{meant}`?" in (one.hint or "") for one in found] == [True], [str(one) for one in found]


# ---------------------------------------------------------------- one mistake, one finding


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """A copy of the worked example."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("okrs", "checkins", "schemas", "data"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "okrengine.yaml", folder)
    return folder


FOUND = registry.find()


def slips(word):
    """The word by one edit: a letter missing, doubled, swapped with its neighbour, another one."""
    yield word[0] + word[2:] if len(word) > 2 else f"{word}x"
    yield word[0] + word
    yield f"{word[0]}{word[2]}{word[1]}{word[3:]}" if len(word) > 2 else word[::-1]
    yield f"{word[:-1]}{'z' if word[-1] != 'z' else 'q'}"


def mutations():
    """Every key and metric of the example's files, in turn with one of the slips."""
    number = 0
    for path in sorted((ROOT / "okrs").glob("*.yaml")):
        document, _ = read(path.read_bytes(), path.name)
        for way, place in document.keys.items():
            if "where" in way[:-1] or "tags" in way[:-1]:  # keys of the user's own
                continue
            number += 1
            wrong = list(slips(str(way[-1])))[number % 4]
            if number % 7 == 0:
                yield path.name, place, str(way[-1]), wrong
            if way[-1] == "metric":
                yield path.name, document.values[way], document.at(way), f"{document.at(way)}x"


@pytest.mark.parametrize(("name", "place", "right", "wrong"), list(mutations()))
def test_a_name_with_one_slip_is_one_error(example, name, place, right, wrong):
    path = example / "okrs" / name
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    row = lines[place.line - 1]
    lines[place.line - 1] = f"{row[: place.column - 1]}{wrong}{row[place.end_column - 1 :]}"
    try:
        path.write_text("\n".join(lines), encoding="utf-8")
        found = errors(example, registry=FOUND)
    finally:
        path.write_text(text, encoding="utf-8")
    assert len(found) == 1, [str(one) for one in found]
    assert (found[0].place.file, found[0].place.line) == (f"okrs/{name}", place.line)
    if len(right) > 2:
        assert f"did you mean `{right}`?" in found[0].hint


REQUIRED = [
    ("version: 1\n", "OKR102"),
    ("cycle: 2026-Q4\n", "OKR102"),
    ("team: service\n", "OKR102"),
    ("    title: ลูกค้าประทับใจ\n", "OKR102"),
    ("        metric: csat\n", "OKR102"),
    ("        source: surveys\n", "OKR102"),
    ("        baseline: 80%\n", "OKR310"),
    ("        target: 90%\n", "OKR407"),
    (", by: 2026-12-01", "OKR102"),
    (", key_result: csat", "OKR102"),
    (", by: nok", "OKR102"),
    (", at_least: 5", "OKR102"),
    ("id: live, ", "OKR102"),
    ("id: bot, ", "OKR102"),
]


@pytest.mark.parametrize(("key", "code"), REQUIRED)
def test_a_key_that_is_missing_is_one_error(project, key, code):
    assert key in GOOD
    found = errors(project(GOOD.replace(key, "", 1)))
    assert [one.code for one in found] == [code], [str(one) for one in found]


@pytest.mark.parametrize(
    "metric", ["nps", "resolution_time", "complaint_rate", "positive_review_count", "follower_growth"]
)
def test_another_metric_is_one_error_at_most(project, metric):
    found = errors(project(GOOD.replace("        metric: csat", f"        metric: {metric}")))
    assert len(found) <= 1, [str(one) for one in found]


def test_a_metric_that_fits_no_quantity_is_told_at_the_metric(project):
    (found,) = errors(project(GOOD.replace("        metric: csat", "        metric: resolution_time")))
    assert found.message == "`resolution_time` is in units of time, but baseline and target are in `%`"
    assert (found.place.line, [one.place.line for one in found.notes]) == (13, [15, 16])


def test_a_file_with_a_mistake_of_syntax_hides_no_other_and_its_names_are_not_called_unknown(project):
    folder = project()
    other = GOOD.replace("team: service", "team: sales").replace("        target:", "        taget:")
    (folder / "okrs" / "sales.yaml").write_text(other, encoding="utf-8")
    (folder / "okrs" / "x.yaml").write_text(GOOD.replace("owner: nok", "owner: @nok"), encoding="utf-8")
    assert [(one.code, one.place.file) for one in errors(folder)] == [
        ("OKR101", "okrs/sales.yaml"), ("OKR001", "okrs/x.yaml"),
    ]  # fmt: skip


# ---------------------------------------------------------------- odd input


KEY_RESULT = "        target: 90%"
ODD = {
    "a day that is none": (GOOD.replace("2026-12-15", "2026-11-31"), ["OKR303"]),
    "no": (GOOD.replace("owner: nok", "owner: no"), []),
    "off": (GOOD.replace("title: ลูกค้าพอใจ", "title: off"), []),
    "a time of the day": (GOOD.replace("title: ลูกค้าพอใจ", "title: 1:30"), []),
    "a number with a zero ahead": (GOOD.replace("weight: 2", "weight: 010"), []),
    "scientific": (GOOD.replace("baseline: 1,", "baseline: 1e3,"), ["OKR104"]),
    "Thai digits": (GOOD.replace("80%", "๘๐%"), ["OKR104"]),
    "a hidden letter in a key": (GOOD.replace("target: 90%", "tar\u200bget: 90%"), ["OKR005"]),
    "a space that does not break": (GOOD.replace(KEY_RESULT, KEY_RESULT.replace(" ", "\u00a0", 8)), ["OKR005"]),
    "a byte-order mark": ("\ufeff" + GOOD, []),
    "line ends of Windows": (GOOD.replace("\n", "\r\n"), []),
    "line ends of old": (GOOD.replace("\n", "\r"), []),
    "NEL": (GOOD.replace("owner: nok\n", "owner: nok\x85"), ["OKR005"]),
    "LS": (GOOD.replace("ลูกค้าพอใจ", "ลูกค้า\u2028พอใจ"), ["OKR005"]),
    "empty": ("", ["OKR004"]),
    "blanks": (" \n\t\n", ["OKR004"]),
    "a list": ("- a\n", ["OKR103"]),
    "a word": ("okr\n", ["OKR103"]),
    "two documents": (f"{GOOD}---\n{GOOD}", ["OKR001"]),
    "aliases without end": (
        "\n".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9 if n else 'lol'}]" for n in range(9)),
        ["OKR001"],
    ),
    "an alias in itself": ("a: &a [*a]\n", ["OKR001"]),
    "brackets without end": ("[" * 100_000, ["OKR003"]),
    "ten megabytes": ("a" * 10_000_000, ["OKR003"]),
    "a megabyte of control characters": ("\x01" * 1_000_000, ["OKR005"]),
    "a megabyte of tabs": ("a: 1\n" + "\t" * 1_000_000, None),
    "bytes of nothing": (b"\x00" * 1000, ["OKR006"]),
    "UTF-16": (GOOD.encode("utf-16"), ["OKR006"]),
    "TIS-620": (GOOD.encode("tis-620"), ["OKR006"]),
    "a million dashes": ("- " * 500_000, ["OKR003"]),
    "a huge number": (GOOD.replace("weight: 2", f"weight: {'9' * 5_000}"), ["OKR104"]),
    "a comment that starts a title": (GOOD.replace("title: ลูกค้าพอใจ", "title: #1"), ["OKR103"]),
}


@pytest.mark.parametrize("name", ODD)
def test_odd_input_has_a_defined_end(project, name):
    content, codes = ODD[name]
    folder = project(content)
    start = time.process_time()
    checked = check(folder, registry=FOUND)
    text = FORMS["full"](checked)
    assert time.process_time() - start < 5
    found = [one.code for one in checked.problems if one.severity == "error"]
    assert codes is None or found == codes, [str(one) for one in checked.problems]
    assert len(text) < 300_000


HURRIED = [
    ("target:90%\nbaseline: 1\n", (1, 7), "a colon needs a space after it", "write `target: 90%`"),
    ("a:\n  - id:csat\n    title: x\n", (2, 7), "a colon needs a space after it", "write `id: csat`"),
    ("a: 1\ntarget:90%\nb: 2\n", (2, 7), "a colon needs a space after it", "write `target: 90%`"),
    ("title = x\nb: 1\n", (1, 7), "a key ends with a colon", "write `title: x`"),
    ("title： ลูกค้า\nb: 1\n", (1, 6), "`：` is not the colon that ends a key", "write `title: ลูกค้า`"),
    ("owner nok\nb: 1\n", (1, 1), "the colon after `owner` is missing", "write `owner: nok`"),
    ("a:\n  -id: x\n    b: y\n", (2, 3), "a dash needs a space after it", "write `- id: x`"),
    ("a:\n  - - id: x\n    b: y\n", (2, 5), "two dashes start a list in a list", "delete one of them"),
    ("a: 1\n// note\nb: 2\n", (2, 1), "a comment starts with `#`", "write `# note`"),
    ("a: 1\nhello\nb: 2\n", (2, 1), "a key needs a colon and a space after it", "indent it where the text above goes on"),
    ("hello\nb: 2\n", (1, 1), "a key needs a colon and a space after it", "write `key: value`"),
    ("a:\n  - id: x\n   b: y\n", (3, 4), "this key is indented by 3, and `id` above it by 4", "indent it by 4"),
    ("o:\n- id: x\n  k:\n  - id: y\n t: 3\n", (5, 2), "this key is indented by 1, and `k` above it by 2", "indent it by 2"),
    ("a: {b: 1 c: 2}\n", (1, 10), "a comma is missing before `c`", "write it"),
    ("a: {title: x: y, c: 2}\n", (1, 13), "a colon followed by a space starts a new key here", 'title: "…"'),
    ("title: x metric: y\n", (1, 16), "a colon followed by a space", "start `metric:` on a line of its own"),
    ("target: %90\n", (1, 9), "a text cannot start with `%`", "write 90%"),
    ("title: 'it's'\n", (1, 12), "text goes on after the closing quote", "write '' for '"),
    ("note: | text\n", (1, 7), "a text cannot stand on the line of `|`", "start the text on the next line"),
    ("a: 1\n...\nb: 2\n", (2, 1), "`...` ends the document", "delete it"),
    ('p: "C:\\Users"\n', (1, 7), "`\\U` is no escape in double quotes", "single quotes"),
    ("a: [1, 2\n", (1, 9), "the `[` of line 1, column 4 is not closed", "add `]`"),
    ("a: 1\n  b: 2\n", (2, 3), "indented unlike its neighbours", "same indentation"),
    ('a: "\\ud83d\\ude00"\n', (1, 5), "`\\ud83d` is half a character", "write the character itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "place", "message", "hint"), HURRIED, ids=[text for text, *_ in HURRIED])
def test_a_slip_of_a_hurried_hand_is_told_as_what_it_is(text, place, message, hint):
    _, (found,) = read(text.encode(), "x.yaml")
    assert (found.place.line, found.place.column) == place, str(found)
    assert message in found.message
    assert hint in found.hint


def test_a_text_that_is_taken_for_a_comment_is_told_as_one(project):
    (found,) = errors(project(GOOD.replace("title: ลูกค้าพอใจ", "title: #1 in service")))
    assert (found.code, found.hint) == ("OKR103", '`#` starts a comment: quote the text, title: "#…"')


def test_the_keys_that_quoting_and_spacing_know_are_those_of_the_format():
    schemas = [
        json.loads((ROOT / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("okr", "checkin")
    ]
    known = {}
    waiting = list(schemas)
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            properties = one.get("properties")
            known.update(properties if isinstance(properties, dict) else {})
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    assert set(known) >= KEYS | PROSE


# ---------------------------------------------------------------- what others wrote

PARSERS_WORDS = re.compile(r"while |did not find|expected <|found character|block mapping|simple key|anchor or alias")


def corpus(name):
    for line in (PUBLIC / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        one = json.loads(line)
        yield one["text"].encode() if "text" in one else base64.b64decode(one["b64"])


@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public corpora are not here")
@pytest.mark.parametrize(
    "name", ["yaml-test-suite", "json-parsing", "naughty-strings", "patt-command", "xss-dompurify"]
)
def test_documents_of_others_are_refused_in_our_own_words(name):
    for content in corpus(name):
        for text in (content, b"title: " + content):
            for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
                document, problems = read(text, "x.yaml", loader=loader)
                assert document is not None or problems
                for one in problems:
                    assert not PARSERS_WORDS.search(f"{one.message} {one.hint}"), str(one)
                    lines = re.split("\r\n|\r|\n", text.decode(errors="replace").removeprefix("\ufeff"))
                    assert one.place.line <= len(lines)
                    assert one.place.column <= len(lines[one.place.line - 1]) + 1


@pytest.mark.skipif(not PUBLIC.is_dir(), reason="the public corpora are not here")
@pytest.mark.parametrize("name", ["yaml-test-suite", "json-parsing"])
def test_documents_of_others_as_files_of_a_project_end_no_command(okr, project, name):
    folder = project()
    said = folder / "checkins" / "2026-Q4" / "service"
    said.mkdir(parents=True)
    for number, content in enumerate(corpus(name)):
        (folder / "okrs" / f"o{number:03}.yaml").write_bytes(content)
        (said / f"2026-10-01T{number // 60:02}{number % 60:02}00Z.yaml").write_bytes(content)
    ran = okr(folder, "validate")
    assert ran.returncode == 1
    assert ran.stdout.count("error[") > number
    for content in corpus(name):
        (folder / "okrengine.yaml").write_bytes(content)
        assert FORMS["full"](check(folder, registry=FOUND))
