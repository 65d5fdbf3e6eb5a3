"""The findings for machines: valid by other people's schemas, the same bytes everywhere, harmless in a log."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from okrengine.diagnostics import FORMS, TEXTS, Checked, job_summary
from okrengine.registry import find
from okrengine.syntax import Edit, Fix, Ignored, Note, Place, Problem

ROOT = Path(__file__).parent.parent
MACHINES = [form for form in FORMS if form not in TEXTS]
LEVELS = ("error", "warning", "info")
NASTY = "\x00\x1b[31m\u202e\ud800\ufffe\x85\u2028</failure>]]>&\"'\n::error::x\r##[error]y %0A,:;=`@a` | [b](http://c) {0} ก้😀"
OKRS = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: happy
    title: ลูกค้าดีใจที่โทรมา
    key_results:
      - {id: csat, title: คำตอบว่าพอใจ 😀, metric: csat, source: surveys, taget: 90%, baseline: 60%}
      - {id: reply, title: ตอบครั้งแรก, metric: "##[error]a%0Ab,c:d", baseline: 48 hours, target: 1 h}
      - {id: partners, title: พันธมิตร, baseline: 2, target: 7, weight: -1}
"""
PRACTICE = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: happy
    title: Customers are 90% glad that they called
    key_results:
      - {id: csat, title: Improve things, owner: arm, baseline: 60%, target: 90%}
"""
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources: {surveys: {type: csv, path: data/answers.csv, columns: {response_id: id, responded_at: at, score: q}}}
"""


# ---------------------------------------------------------------- what is written


def problem(number, file="okrs/x.yaml", line=1, *, message="unknown key `taget`", severity=None, **more):
    level = severity or LEVELS[number % 3]
    return Problem("OKR101", "unknown-key", level, message, Place(file, line, 8, line, 13), **more)


def many(number):
    """Findings of every sort in a hundred files, every tenth of them ignored."""
    found, ignored = [], []
    for n in range(number):
        file, line = f"okrs/ทีม {n % 100:02}.yaml", n // 100 + 1
        place = Place(file, line, 8, line, 13)
        notes = (Note("the first one", Place(file, 1, 1, 1, 8)), Note("so it is")) if n % 4 == 0 else ()
        fix = Fix("writes `target`", (Edit(place, "target"),)) if n % 5 == 0 else None
        one = problem(n, file, line, hint="did you mean `target`?" if n % 2 else None, notes=notes, fix=fix)
        if n % 10 == 9:
            ignored.append(Ignored(one, "legal wording", Place(file, line, 20, line, 40)))
        else:
            found.append(one)
    files = sorted({f"okrs/ทีม {n % 100:02}.yaml" for n in range(number)} | {"okrengine.yaml"})
    text = "title: ดีใจ taget\n" * (number // 100 + 1)
    return Checked(
        tuple(sorted(found, key=lambda one: one.order)), tuple(ignored), tuple(files), number, dict.fromkeys(files, text),
        find().rules,
    )  # fmt: skip


def of(*problems, text="", ignored=(), rules=None):
    files = sorted({one.place.file for one in problems})
    return Checked(tuple(problems), tuple(ignored), tuple(files), 1, dict.fromkeys(files, text), rules or {})


@pytest.fixture(scope="module")
def written():
    """Each form of 0, 1 and 30,000 findings, written once; and how long that took."""
    made = {}

    def write(form, number):
        if (form, number) not in made:
            checked = many(number)
            begin = time.process_time()
            made[form, number] = FORMS[form](checked), time.process_time() - begin
        return made[form, number]

    return write


@pytest.fixture
def project(tmp_path):
    return make(tmp_path / "project", ["okrengine.yaml", "okrs/service.yaml", "okrs/ก ข%20#.yaml"])


def make(folder, names):
    texts = {"okrengine.yaml": SETTINGS}
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts.get(name, OKRS.replace("team: service", f"team: t{len(name)}")), encoding="utf-8")
    return folder


# ---------------------------------------------------------------- other people's checkers


def checker(*parts):
    folder = os.environ.get("OKRENGINE_CHECKERS")
    path = Path(folder, *parts) if folder else None
    if path is None or not path.exists():
        pytest.skip(f"{parts[-1]} is not there, or OKRENGINE_CHECKERS does not say where: make checkers")
    return path


def python(code, *arguments, said=""):
    """The lines that code prints in the environment of the checkers."""
    ran = subprocess.run(
        [checker("venv", "bin", "python"), "-c", code, *map(str, arguments)],
        input=said.encode(), capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr.decode()
    return ran.stdout.decode().splitlines()


OFFICIAL = """
import json, sys
from jsonschema import validators
schema = json.load(open(sys.argv[1], encoding="utf-8"))
kind = validators.validator_for(schema)
for error in kind(schema, format_checker=kind.FORMAT_CHECKER).iter_errors(json.load(sys.stdin)):
    print(error.json_path, error.message[:200].replace("\\n", " "))
"""
JENKINS = """
import sys
from lxml import etree
schema = etree.XMLSchema(etree.parse(sys.argv[1]))
schema.validate(etree.fromstring(sys.stdin.buffer.read()))
for error in list(schema.error_log)[:5]:
    print(error.message)
"""
SECOND = """
import sys
from junitparser import JUnitXml
found = JUnitXml.fromstring(sys.stdin.buffer.read())
cases = [case for suite in found for case in suite]
print(len(list(found)), len(cases), sum(bool(case.result) for case in cases), found.failures, found.tests)
"""


def sarif_schema():
    return checker("node", "node_modules", "@microsoft", "sarif-multitool-linux", "sarif-2.1.0.json")


@pytest.mark.parametrize("number", [0, 1, 30_000])
def test_sarif_is_what_its_official_schema_says(written, number):
    assert python(OFFICIAL, sarif_schema(), said=written("sarif", number)[0]) == []


@pytest.mark.parametrize(("old", "new"), [('"level": "error"', '"level": "fatal"'), ("okrs/x.yaml", "okrs/a x.yaml")])
def test_the_official_schema_of_sarif_finds_mistakes(old, new):
    text = FORMS["sarif"](of(problem(0)))
    assert old in text
    assert python(OFFICIAL, sarif_schema(), said=text) == []
    assert python(OFFICIAL, sarif_schema(), said=text.replace(old, new, 1))


@pytest.mark.parametrize("number", [0, 1, 30_000])
def test_junit_is_what_jenkins_takes_and_a_second_reader_counts_the_same(written, number):
    text, checked = written("junit", number)[0], many(number)
    assert python(JENKINS, checker("xsd", "junit-10.xsd"), said=text) == []
    failed = sum(one.severity == "error" for one in checked.problems)
    tests = len(checked.problems) + len(set(checked.files) - {one.place.file for one in checked.problems})
    assert python(SECOND, said=text) == [f"{len(checked.files)} {tests} {failed} {failed} {tests}"]


def test_the_schema_of_jenkins_finds_mistakes():
    text = FORMS["junit"](of(problem(0)))
    assert python(JENKINS, checker("xsd", "junit-10.xsd"), said=text.replace("<testcase ", '<testcase file="x" ', 1))


def test_whatever_a_finding_says_the_forms_stay_valid():
    text = "\n".join([NASTY] * 3)
    notes = (Note(NASTY, Place("okrs/a.yaml", 1, 1, 1, 2)), Note(NASTY))
    fix = Fix(NASTY, (Edit(Place(NASTY, 1, 8, 1, 13), NASTY),))
    one = problem(0, NASTY, message=NASTY, hint=NASTY, notes=notes, fix=fix)
    checked = of(one, text=text, ignored=[Ignored(one, NASTY, one.place)], rules=find().rules)
    for form in MACHINES:
        found = FORMS[form](checked)
        found.encode()
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff\ufffe]", found), form
        assert "##[" not in found, form
        assert not re.search(r"^\s*::", found, re.MULTILINE) or form == "github"
        schema(form)(found)
    assert python(OFFICIAL, sarif_schema(), said=FORMS["sarif"](checked)) == []
    assert python(JENKINS, checker("xsd", "junit-10.xsd"), said=FORMS["junit"](checked)) == []


# ---------------------------------------------------------------- schemas of our own, which always run


def closed(**properties):
    """An object with these keys and no other; one whose name ends with `_` may be absent."""
    wanted = [name for name in properties if not name.endswith("_")]
    properties = {name.removesuffix("_"): one for name, one in properties.items()}
    return {"type": "object", "additionalProperties": False, "required": wanted, "properties": properties}


def listed(item):
    return {"type": "array", "items": item}


TEXT = {"type": "string", "minLength": 1}
NUMBER = {"type": "integer", "minimum": 1}
RELATIVE = {"type": "string", "pattern": r"^(?!\.?/)(?!.*/\.\.?/)"}
FINGERPRINT = {"type": "string", "pattern": "^[0-9a-f]{32}$"}
POINT = closed(line=NUMBER, column=NUMBER)
RANGE = closed(start=POINT, end=POINT)
GITLAB = listed(
    closed(
        description=TEXT, check_name=TEXT, fingerprint=FINGERPRINT, severity={"enum": ["info", "minor", "major"]},
        location=closed(path=RELATIVE, lines=closed(begin=NUMBER)),
    )
)  # fmt: skip
RDJSON = closed(
    source=closed(name={"const": "okrengine"}),
    diagnostics=listed(
        closed(
            message=TEXT, location=closed(path=RELATIVE, range=RANGE), severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=closed(value=TEXT), suggestions_=listed(closed(range=RANGE, text={"type": "string"})),
        )
    ),
)  # fmt: skip
MESSAGE = closed(text=TEXT)
ARTIFACT = closed(
    uri={"type": "string", "pattern": r"^(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+$"}, uriBaseId={"const": "SRCROOT"}
)
REGION = closed(startLine=NUMBER, startColumn=NUMBER, endLine=NUMBER, endColumn=NUMBER)
PHYSICAL = closed(artifactLocation=ARTIFACT, region=REGION)
LEVEL = {"enum": ["error", "warning", "note"]}
SARIF_RESULT = closed(
    ruleId=TEXT, ruleIndex={"type": "integer", "minimum": 0}, level=LEVEL, message=MESSAGE,
    locations={**listed(closed(physicalLocation=PHYSICAL)), "minItems": 1, "maxItems": 1},
    partialFingerprints=closed(**{"okrengine/v1": FINGERPRINT}),
    suppressions=listed(
        closed(kind={"const": "inSource"}, location=closed(physicalLocation=PHYSICAL), justification_=TEXT)
    ),
    relatedLocations_=listed(closed(id={"type": "integer"}, physicalLocation=PHYSICAL, message=MESSAGE)),
    fixes_=listed(
        closed(
            description=MESSAGE,
            artifactChanges=listed(
                closed(
                    artifactLocation=ARTIFACT,
                    replacements=listed(closed(deletedRegion=REGION, insertedContent=closed(text={"type": "string"}))),
                )
            ),
        )
    ),
)  # fmt: skip
SARIF_RULE = closed(
    id=TEXT, name=TEXT, shortDescription_=MESSAGE, fullDescription_=MESSAGE, help_=closed(text=TEXT, markdown=TEXT),
    defaultConfiguration_=closed(level=LEVEL),
)  # fmt: skip
SARIF = closed(
    **{"$schema": TEXT}, version={"const": "2.1.0"},
    runs={**listed(
        closed(
            tool=closed(driver=closed(name={"const": "okrengine"}, version=TEXT, rules=listed(SARIF_RULE))),
            invocations=listed(
                closed(
                    executionSuccessful={"type": "boolean"},
                    toolExecutionNotifications_=listed(closed(level=LEVEL, message=MESSAGE)),
                )
            ),
            originalUriBaseIds=closed(SRCROOT=closed(description=MESSAGE)),
            columnKind={"const": "unicodeCodePoints"},
            results={**listed(SARIF_RESULT), "maxItems": 25_000},
        )
    ), "minItems": 1, "maxItems": 1},
)  # fmt: skip


def strict(found):
    """The same schema, in which a key that it does not describe is wrong: here both come from one release."""
    if isinstance(found, list):
        return [strict(each) for each in found]
    if not isinstance(found, dict):
        return found
    made = {key: strict(each) for key, each in found.items()}
    return {**made, "additionalProperties": False} if "properties" in made and "required" in made else made


OURS = strict(json.loads((ROOT / "schemas" / "diagnostics.schema.json").read_text(encoding="utf-8")))


def valid(document, found):
    assert [
        f"{error.json_path}: {error.message}"[:300] for error in Draft202012Validator(found).iter_errors(document)
    ] == []


def valid_lines(text):
    head, *found = [json.loads(line) for line in text.splitlines()]
    valid(head, {**OURS, **OURS["$defs"]["heading"]})
    valid({**head, "problems": found, "ignored": []}, OURS)


def valid_junit(text):
    allowed = {
        "testsuites": {"name", "tests", "failures", "errors"}, "testsuite": {"name", "tests", "failures", "errors", "skipped"},
        "testcase": {"name", "classname"}, "failure": {"type", "message"}, "system-out": set(),
    }  # fmt: skip
    for one in ET.fromstring(text).iter():  # noqa: S314  our own text
        assert set(one.attrib) <= allowed[one.tag]


def valid_commands(text):
    for line in text.splitlines():
        assert re.fullmatch(r"::(error|warning|notice) title=[^:,]+(,\w+=[^:,]+)*::.*", line), line


def schema(form):
    """What refuses a text that is not of a form."""
    return {
        "json": lambda text: valid(json.loads(text), OURS),
        "jsonl": valid_lines,
        "sarif": lambda text: valid(json.loads(text), SARIF),
        "gitlab": lambda text: valid(json.loads(text), GITLAB),
        "rdjson": lambda text: valid(json.loads(text), RDJSON),
        "junit": valid_junit,
        "github": valid_commands,
    }[form]


@pytest.mark.parametrize("number", [0, 1, 30_000])
@pytest.mark.parametrize("form", [form for form in MACHINES if form != "jsonl"])
def test_every_form_is_valid_for_none_one_and_many(written, form, number):
    schema(form)(written(form, number)[0])


@pytest.mark.parametrize("number", [0, 1, 30_000])
def test_json_lines_are_the_findings_of_the_document(written, number):
    text, document = written("jsonl", number)[0], json.loads(written("json", number)[0])
    head, *found = [json.loads(line) for line in text.splitlines()]
    assert head == {key: document[key] for key in ("format_version", "summary")}
    assert [one for one in found if one["ignored"] is None] == document["problems"]
    assert [one for one in found if one["ignored"] is not None] == document["ignored"]


@pytest.mark.parametrize("form", MACHINES)
def test_ten_times_the_findings_take_about_ten_times_as_long(written, form):
    assert written(form, 30_000)[1] < 30 * max(written(form, 3_000)[1], 0.02)


# ---------------------------------------------------------------- each form


def test_json_counts_what_was_checked_and_keeps_what_is_ignored_apart():
    document = json.loads(FORMS["json"](many(100)))
    assert document["format_version"] == "1.0"
    assert document["summary"] == {
        "files": 101, "key_results": 100, "error": 30, "warning": 30, "info": 30, "ignored": 10, "fixable": 20, "mended": 0,
        "complete": True,
    }  # fmt: skip
    assert (len(document["problems"]), len(document["ignored"])) == (90, 10)
    assert document["ignored"][0]["ignored"]["reason"] == "legal wording"
    found = [json.loads(line)["place"] for line in FORMS["jsonl"](many(100)).splitlines()[1:]]
    places = [(one["path"], one["line"]) for one in found]
    assert places == sorted(places)


def test_a_check_that_could_not_ask_every_rule_says_so():
    failed = Problem("OKR903", "plugin-failed", "error", "the rule `x` failed", Place("okrengine.yaml"))
    assert json.loads(FORMS["json"](of(failed)))["summary"]["complete"] is False
    assert json.loads(FORMS["sarif"](of(failed)))["runs"][0]["invocations"] == [{"executionSuccessful": False}]


def test_sarif_describes_every_rule_in_the_order_of_the_codes():
    (run,) = json.loads(FORMS["sarif"](many(10)))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(rule.code for rule in find().rules.values())
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["help"]["markdown"]
        assert f"okr explain {rule['name']}" in rule["help"]["text"]
    levels = {rule["name"]: rule["defaultConfiguration"]["level"] for rule in rules}
    said = {rule.slug: {"info": "note"}.get(rule.severity, rule.severity) for rule in find().rules.values()}
    assert levels == said
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    assert {result["level"] for result in run["results"]} == {"error", "warning", "note"}


def test_sarif_names_a_rule_that_nobody_describes():
    found = Problem("XYZ1", "odd", "info", "odd", Place("okrs/x.yaml"))
    (run,) = json.loads(FORMS["sarif"](of(found)))["runs"]
    assert run["tool"]["driver"]["rules"] == [{"id": "XYZ1", "name": "odd"}]
    assert run["results"][0]["ruleIndex"] == 0


def test_sarif_keeps_the_most_severe_and_says_what_it_cut(written):
    document = json.loads(written("sarif", 30_000)[0])
    (run,) = document["runs"]
    assert len(run["results"]) == 25_000
    schema("sarif")(json.dumps({**document, "runs": [{**run, "results": run["results"][:10]}]}))
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert note == {
        "level": "warning",
        "message": {"text": "30,000 findings; the 25,000 most severe of them are written here"},
    }
    kept = [result["level"] for result in run["results"] if not result["suppressions"]]
    found = [one.severity for one in many(30_000).problems]
    assert [kept.count(level) for level in ("error", "warning")] == [
        found.count(level) for level in ("error", "warning")
    ]
    places = [
        (unquote(at["artifactLocation"]["uri"]), at["region"]["startLine"])
        for at in (result["locations"][0]["physicalLocation"] for result in run["results"])
    ]
    assert places == sorted(places)
    assert "invocations" in run
    assert "toolExecutionNotifications" not in json.loads(written("sarif", 1)[0])["runs"][0]["invocations"][0]


def test_sarif_tells_what_a_comment_passes_over():
    one = problem(0)
    checked = of(one, ignored=[Ignored(problem(1, line=2), "legal wording", Place("okrs/x.yaml", 2, 20, 2, 30))])
    (run,) = json.loads(FORMS["sarif"](checked))["runs"]
    shown, passed_over = run["results"]
    assert shown["suppressions"] == []
    (said,) = passed_over["suppressions"]
    assert (said["kind"], said["justification"]) == ("inSource", "legal wording")


LINE = "  - {title: ก้😀 ที่, taget: 90%, note: a b}"


def marked(token, line=LINE):
    at = line.index(token) + 1
    return Place("okrs/ก ข%#?:.yaml", 2, at, 2, at + len(token))


def test_sarif_counts_code_points_and_rdjson_bytes():
    place = marked("taget")
    fix = Fix("writes `target`", (Edit(place, "target"),))
    checked = of(Problem("OKR101", "unknown-key", "error", "unknown", place, fix=fix), text=f"# x\r\n{LINE}\r\n")
    (result,) = json.loads(FORMS["sarif"](checked))["runs"][0]["results"]
    at = result["locations"][0]["physicalLocation"]
    assert unquote(at["artifactLocation"]["uri"]) == place.file
    assert ":" not in at["artifactLocation"]["uri"], "it would read as a scheme"
    region = at["region"]
    assert LINE[region["startColumn"] - 1 : region["endColumn"] - 1] == "taget"
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "target"}}]

    (found,) = json.loads(FORMS["rdjson"](checked))["diagnostics"]
    start, end = found["location"]["range"]["start"], found["location"]["range"]["end"]
    assert LINE.encode()[start["column"] - 1 : end["column"] - 1] == b"taget"
    assert found["suggestions"] == [{"range": found["location"]["range"], "text": "target"}]
    assert start["line"] == 2


def test_rdjson_makes_one_change_of_the_edits_of_a_fix():
    file, text = "okrs/x.yaml", "a: b: c\r\nก: 😀 d\r\nend"
    edits = (Edit(Place(file, 2, 6, 2, 6), '"'), Edit(Place(file, 1, 4, 1, 4), '"'), Edit(Place(file, 2, 1, 2, 2), "k"))
    one = Problem("OKR001", "yaml-syntax", "error", "x", Place(file, 1, 5, 1, 6), fix=Fix("quotes it", edits))
    (found,) = json.loads(FORMS["rdjson"](of(one, text=text)))["diagnostics"]
    (suggestion,) = found["suggestions"]
    assert suggestion["text"] == '"b: c\r\nk: 😀 "'
    lines = text.encode().split(b"\r\n")
    at = suggestion["range"]
    assert (at["start"], at["end"]["line"]) == ({"line": 1, "column": 4}, 2)
    assert lines[1][at["end"]["column"] - 1 :] == b"d"
    elsewhere = Fix("x", (Edit(Place("okrs/other.yaml", 1, 1, 1, 2), "y"),))
    (found,) = json.loads(FORMS["rdjson"](of(Problem("A1", "a", "error", "x", Place(file), fix=elsewhere))))[
        "diagnostics"
    ]
    assert "suggestions" not in found


def test_a_place_whose_end_was_not_said_ends_where_it_begins():
    one = Problem("A1", "a", "error", "x", Place("okrs/x.yaml", 5, 3))
    place = json.loads(FORMS["json"](of(one)))["problems"][0]["place"]
    assert (place["end_line"], place["end_column"]) == (5, 3)


def test_a_title_makes_no_link_in_sarif():
    (run,) = json.loads(FORMS["sarif"](of(problem(0, message="`[click](http://x)`"))))["runs"]
    assert "](" not in run["results"][0]["message"]["text"]


def test_junit_has_a_case_for_each_finding_and_one_for_a_clean_file():
    twice = [problem(0), problem(1, message="another"), problem(2, line=3)]
    text = FORMS["junit"](Checked(tuple(twice), files=("okrs/clean.yaml", "okrs/x.yaml")))
    suites = ET.fromstring(text).findall("testsuite")  # noqa: S314
    assert [(one.get("name"), one.get("tests"), one.get("failures")) for one in suites] == [
        ("okrs/clean.yaml", "1", "0"), ("okrs/x.yaml", "3", "1"),
    ]  # fmt: skip
    names = [case.get("name") for case in suites[1]]
    assert names == [
        "OKR101 unknown-key okrs/x.yaml:1:8", "OKR101 unknown-key okrs/x.yaml:1:8 (2)", "OKR101 unknown-key okrs/x.yaml:3:8",
    ]  # fmt: skip
    (failure,) = [case.find("failure").text for case in suites[1] if case.find("failure") is not None]
    assert failure == "okrs/x.yaml:1:8: error OKR101[unknown-key] unknown key `taget`"
    told = [case.find("system-out").text for case in suites[1] if case.find("failure") is None]
    assert told == [
        "okrs/x.yaml:1:8: warning OKR101[unknown-key] another", "okrs/x.yaml:3:8: info OKR101[unknown-key] unknown key `taget`",
    ]  # fmt: skip


@pytest.mark.parametrize(("fail_on", "failures"), [("never", 0), ("error", 0), ("warning", 2), ("info", 3)])
def test_what_does_not_fail_the_run_is_no_failure_in_junit(okr, tmp_path, fail_on, failures):
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrengine.yaml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "okrs" / "x.yaml").write_text(PRACTICE, encoding="utf-8")
    ran = okr(tmp_path, "validate", "--format", "junit", "--fail-on", fail_on, "--as-of", "2026-10-02")
    assert (ran.returncode, ran.stdout.count("<failure "), ran.stdout.count("<system-out>")) == (
        int(failures > 0), failures, 3 - failures,
    )  # fmt: skip


def test_gitlab_has_its_own_severities():
    found = [one["severity"] for one in json.loads(FORMS["gitlab"](of(problem(0), problem(1), problem(2))))]
    assert sorted(found) == ["info", "major", "minor"]


# ---------------------------------------------------------------- real mistakes


@pytest.fixture(scope="module")
def mistakes(okr, tmp_path_factory):
    """Every form of what is wrong with a project that holds every bad example."""
    folder, examples = tmp_path_factory.mktemp("mistakes"), ROOT / "tests" / "examples"
    shutil.copytree(examples / "bad", folder / "okrs")
    shutil.copy(examples / "okrengine.yaml", folder)
    return {form: okr(folder, "validate", "--format", form, "--as-of", "2026-11-21").stdout for form in FORMS}


@pytest.mark.parametrize("form", MACHINES)
def test_what_is_really_found_is_valid_too(mistakes, form):
    schema(form)(mistakes[form])
    if form == "sarif":
        assert python(OFFICIAL, sarif_schema(), said=mistakes[form]) == []
    if form == "junit":
        assert python(JENKINS, checker("xsd", "junit-10.xsd"), said=mistakes[form]) == []


def test_every_form_has_every_finding(mistakes):
    documents = {form: json.loads(mistakes[form]) for form in ("json", "gitlab", "rdjson", "sarif")}
    found = documents["json"]["problems"]
    assert len({one["slug"] for one in found}) > 25
    places = [(one["place"]["path"], one["place"]["line"]) for one in found]
    assert places == sorted(places)
    assert [(one["location"]["path"], one["location"]["lines"]["begin"]) for one in documents["gitlab"]] == places
    ranges = [(one["location"]["path"], one["location"]["range"]) for one in documents["rdjson"]["diagnostics"]]
    assert [(path, at["start"]["line"]) for path, at in ranges] == places
    for one, (_, at) in zip(found, ranges, strict=True):
        assert (at["end"]["line"], at["start"]["column"] >= one["place"]["column"]) == (one["place"]["end_line"], True)
    results = [one for one in documents["sarif"]["runs"][0]["results"] if not one["suppressions"]]
    for one, result in zip(found, results, strict=True):
        assert (one["code"], result["message"]["text"].startswith(one["message"])) == (result["ruleId"], True)
    assert len(mistakes["concise"].splitlines()) == len(found) + 1
    junit = mistakes["junit"]
    assert junit.count("<failure ") == sum(one["severity"] == "error" for one in found)
    assert junit.count("<failure ") + junit.count("<system-out>") == len(found)


# ---------------------------------------------------------------- GitHub


def obeyed(text):
    """The commands of a log, as the runner of GitHub reads them."""
    found = []
    for line in text.split("\n"):
        assert "##[" not in line
        if not line.startswith("::"):
            continue
        command, _, data = line[2:].partition("::")
        name, _, given = command.partition(" ")
        facts = {}
        for part in given.split(","):
            key, _, value = part.partition("=")
            for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
                value = value.replace(code, sign)
            facts[key] = value
        for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            data = data.replace(code, sign)
        found.append((name, facts, data))
    return found


@pytest.mark.parametrize(
    "title", ["a\n::error::x", "a%0A::error::x", "a,line=9", "a:b::c", "a\r\nb", "100% ,;=", "##[error]x"]
)
def test_a_title_stays_in_its_annotation(title):
    one = problem(
        0, f"okrs/{title}.yaml", message=f"the title `{title}`", notes=(Note(title), Note(title, Place(title)))
    )
    text = FORMS["github"](of(one))
    assert text.count("\n") == 1
    ((name, facts, data),) = obeyed(text)
    assert name == "error"
    assert set(facts) == {"title", "file", "line", "endLine", "col", "endColumn"}
    assert facts["file"] == f"okrs/{title}.yaml".replace("##[", "##\\[")
    shown = title.replace("\r", "\\r").replace("\n", "\\n").replace("##[", "##\\[")
    assert data.splitlines()[0] == f"the title `{shown}`"


def test_columns_are_said_only_of_one_line():
    over = Problem("A1", "a", "warning", "x", Place("okrs/x.yaml", 1, 3, 2, 5))
    ((_, facts, _),) = obeyed(FORMS["github"](of(over)))
    assert facts == {"title": "A1 a", "file": "okrs/x.yaml", "line": "1", "endLine": "2"}


@pytest.mark.parametrize(
    ("counts", "annotated", "more"),
    [
        ((0, 0, 0), (0, 0), None),
        ((10, 10, 0), (10, 10), None),
        ((40, 7, 0), (10, 7), "30 more (30 errors)"),
        ((2, 12, 3), (2, 10), "5 more (2 warnings, 3 info)"),
        ((0, 0, 1), (0, 0), "1 more (1 info)"),
    ],
)
def test_github_is_given_no_more_than_it_keeps(counts, annotated, more):
    found = [problem(0, line=n + 1, severity=level) for level, n in zip(LEVELS, counts, strict=True) for n in range(n)]
    commands = obeyed(FORMS["github"](of(*sorted(found, key=lambda one: one.order))))
    names = [name for name, _, _ in commands]
    assert (names.count("error"), names.count("warning"), names.count("notice")) == (*annotated, int(more is not None))
    assert names == sorted(names, key=["error", "warning", "notice"].index), "errors first"
    if more is not None:
        assert commands[-1][2] == f"{more}: the summary of the job lists all"


def rows(summary):
    return [line for line in summary.splitlines() if line.startswith("| ")][2:]


def test_the_summary_of_a_job_lists_all_and_nothing_in_it_is_a_mark():
    text = job_summary(of(*(problem(n, line=n + 1) for n in range(37))))
    assert len(rows(text)) == 37
    (row,) = rows(job_summary(of(problem(0, message="a | b <img src=x> [c](http://d) `e` \n@f _g_ \\"))))
    assert re.search(r"(?<!\\)[<>\[\]`@_]", row) is None
    assert len(re.findall(r"(?<!\\)\|", row.replace(r"\\", ""))) == 5
    assert "| severity |" not in job_summary(Checked(()))


def test_the_summary_of_a_job_is_cut_where_github_would_drop_it():
    text = job_summary(many(30_000))
    assert len(text.encode()) < 1_048_576
    left = re.search(r"\nand ([0-9,]+) more\n\Z", text)
    assert len(rows(text)) + int(left[1].replace(",", "")) == 27_000


# ---------------------------------------------------------------- fingerprints


def fingerprints(form, text):
    document = json.loads(text)
    if form == "gitlab":
        return [one["fingerprint"] for one in document]
    if form == "json":
        return [one["fingerprint"] for one in document["problems"]]
    return [one["partialFingerprints"]["okrengine/v1"] for one in document["runs"][0]["results"]]


@pytest.mark.parametrize("form", ["gitlab", "json", "sarif"])
def test_no_two_findings_have_one_fingerprint(written, form):
    found = fingerprints(form, written(form, 30_000)[0])
    assert len(set(found)) == len(found) >= 25_000


def test_fingerprints_stay_when_lines_move_and_when_a_finding_is_ignored(okr, project):
    def found(form):
        return fingerprints(form, okr(project, "validate", "--format", form).stdout)

    before = {form: found(form) for form in ("gitlab", "json", "sarif")}
    assert before["gitlab"] == before["json"] == before["sarif"] != []
    path = project / "okrs" / "service.yaml"
    lines = [
        one["location"]["lines"]["begin"] for one in json.loads(okr(project, "validate", "--format", "gitlab").stdout)
    ]
    path.write_text(f"# a line\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    moved = [
        one["location"]["lines"]["begin"] for one in json.loads(okr(project, "validate", "--format", "gitlab").stdout)
    ]
    assert lines != moved
    assert {form: found(form) for form in before} == before

    same = [problem(0, line=n) for n in (1, 2, 3)]
    all_, ignored = of(*same), of(same[0], same[2], ignored=[Ignored(same[1], "", same[1].place)])
    first, _, third = fingerprints("gitlab", FORMS["gitlab"](all_))
    assert fingerprints("gitlab", FORMS["gitlab"](ignored)) == [first, third]


def test_a_line_that_a_message_names_does_not_make_another_finding():
    one, two = (problem(0, line=n + 9, message=f"the `[` of line {n}, column 4 is not closed") for n in (3, 4))
    assert fingerprints("gitlab", FORMS["gitlab"](of(one))) == fingerprints("gitlab", FORMS["gitlab"](of(two)))


# ---------------------------------------------------------------- the same bytes everywhere

EVERYWHERE = """
import contextlib, io, json, sys
from okrengine.cli.app import run

found = {}
for form, arguments in json.load(sys.stdin).items():
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\\n")
    with contextlib.redirect_stdout(out):
        assert run(arguments) == 1, form
        out.flush()
    found[form] = out.buffer.getvalue().decode()
sys.__stdout__.write(json.dumps(found))
"""


@pytest.mark.parametrize("jobs", [[], ["-j", "1"], ["-j", "2"]], ids=" ".join)
def test_the_same_files_give_the_same_bytes(tmp_path, okr, jobs):
    if jobs and "-j N" not in okr(tmp_path, "validate", "--help").stdout:
        pytest.skip("validate has no -j")
    names = ["okrengine.yaml", *(f"okrs/{name}.yaml" for name in ("b", "a", "ค", "c/d", "c/b"))]
    hashes = []
    for seed in range(1, 5):
        order = sorted(names, key=lambda name: hashlib.sha256(f"{seed}{name}".encode()).digest())
        folder = make(tmp_path / ("x" * seed) / "project", order)
        cwd, where = (folder, []) if seed % 2 else (folder.parent, ["--project", str(folder)])
        commands = {form: ["validate", "--format", form, "--as-of", "2026-11-21", *where, *jobs] for form in FORMS}
        environ = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": ("Asia/Bangkok", "America/New_York")[seed % 2]}
        ran = subprocess.run(
            [sys.executable, "-P", "-c", EVERYWHERE], input=json.dumps(commands), cwd=cwd, env=environ,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert ran.returncode == 0, ran.stderr
        found = json.loads(ran.stdout)
        assert str(tmp_path) not in ran.stdout
        hashes.append({form: hashlib.sha256(text.encode()).hexdigest() for form, text in found.items()})
    assert len(hashes[0]) == len(FORMS)
    assert hashes[1:] == hashes[:1] * 3


# ---------------------------------------------------------------- the flags


@pytest.mark.parametrize("form", FORMS)
def test_a_file_has_what_standard_output_has(okr, project, tmp_path, form):
    said = okr(project, "validate", "--format", form)
    outside = tmp_path / "outside"
    outside.mkdir()
    ran = okr(project, "validate", "-o", f"{form}=../outside/found")
    assert (ran.returncode, said.returncode) == (1, 1)
    assert (outside / "found").read_bytes() == said.stdout.encode()
    assert "wrote ../outside/found\n" in ran.stderr
    assert ran.stdout == okr(project, "validate").stdout, "people read the full form all the same"
    if form in MACHINES:
        schema(form)(said.stdout)
        assert said.stderr.startswith("Found ")
    else:
        assert said.stderr == ""


def test_several_outputs_come_of_one_check(okr, project):
    ran = okr(project, "validate", "-o", "sarif=x.sarif", "-o", "github=-", "-o", "junit=x.xml", "-o", "sarif=y.sarif")
    assert ran.returncode == 1
    valid_commands(ran.stdout)
    assert (project / "x.sarif").read_bytes() == (project / "y.sarif").read_bytes()
    valid_junit((project / "x.xml").read_text(encoding="utf-8"))
    assert [path.name for path in project.glob(".tmp*")] == []


def test_quiet_leaves_out_the_closing_line_then_everything_but_files(okr, project):
    once = okr(project, "validate", "--format", "json", "-q")
    assert (json.loads(once.stdout)["summary"]["files"], once.stderr) == (3, "")
    twice = okr(project, "validate", "-o", "json=-", "-o", "sarif=x", "-qq")
    assert (twice.stdout, twice.stderr, twice.returncode) == ("", "", 1)
    assert (project / "x").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (["-o", "sarf=x"], "there is no format `sarf`: did you mean `sarif`?"),
        (["--format", "gitlub"], "did you mean `gitlab`?"),
        (["-o", "sarif"], "`sarif` is no output: write FORMAT=PATH"),
        (["-o", "sarif="], "write FORMAT=PATH"),
        (["-o", "=x"], "write FORMAT=PATH"),
        (
            ["-o", "json=nowhere/x"],
            "`nowhere/x` cannot be written: there is no folder `nowhere`; make it: mkdir -p nowhere",
        ),
        (["-o", "json=x", "-o", "json=nowhere/x"], "there is no folder `nowhere`"),
        (["-o", "json=okrs"], "`okrs` cannot be written: a folder is there"),
        (["-o", "json=x", "-o", "sarif=./okrs/../x"], "two outputs go to `./okrs/../x`: json and sarif"),
        (["-o", "json=-", "-o", "sarif=-"], "two outputs go to standard output: json and sarif"),
        (["--format", "json", "-o", "json=-"], "two outputs go to standard output"),
    ],
)
def test_a_wrong_output_ends_before_anything_is_done(okr, project, flags, said):
    (project / "okrengine.yaml").write_text("version: [", encoding="utf-8")
    ran = okr(project, "validate", *flags)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert "OKR001" not in ran.stderr, "nothing was read"
    assert sorted(path.name for path in project.iterdir()) == ["okrengine.yaml", "okrs"]


@pytest.mark.parametrize(
    "flags", [["-o", "html=r.html", "-o", "json=./r.html"], ["-o", "html=nowhere/r"], ["-o", "html=-", "-o", "json=-"]]
)
def test_the_report_takes_outputs_by_the_same_mechanism(okr, project, flags):
    (project / "okrengine.yaml").write_text("version: [", encoding="utf-8")
    ran = okr(project, "report", *flags)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert re.search("two outputs go to|there is no folder", ran.stderr)


def test_a_link_is_replaced_and_a_device_refused(okr, project, tmp_path):
    kept = tmp_path / "kept"
    kept.write_text("kept", encoding="utf-8")
    (project / "x.json").symlink_to(kept)
    assert okr(project, "validate", "-o", "json=x.json").returncode == 1
    assert not (project / "x.json").is_symlink()
    assert kept.read_text(encoding="utf-8") == "kept"
    os.mkfifo(project / "pipe")
    assert "a device or a pipe is there" in okr(project, "validate", "-o", "json=pipe").stderr


def test_the_environment_names_a_format_and_flags_outrank_it(okr, project):
    asked = okr(project, "validate", OKR_VALIDATE_FORMAT="sarif")
    assert (asked.returncode, json.loads(asked.stdout)["version"]) == (1, "2.1.0")
    for flags in (["--format", "json"], ["-o", "json=-"]):
        ran = okr(project, "validate", *flags, OKR_VALIDATE_FORMAT="sarif")
        assert json.loads(ran.stdout)["format_version"] == "1.0"
    beside = okr(project, "validate", "-o", "json=x.json", OKR_VALIDATE_FORMAT="sarif")
    assert json.loads(beside.stdout)["version"] == "2.1.0"
    assert (project / "x.json").exists()
    for_both = okr(project, "validate", OKR_VALIDATE_O="json=y.json sarif=-")
    assert (json.loads(for_both.stdout)["version"], (project / "y.json").exists()) == ("2.1.0", True)
    flag = okr(project, "validate", "-o", "json=-", OKR_VALIDATE_O="sarif=-")
    assert json.loads(flag.stdout)["format_version"] == "1.0"
    wrong = okr(project, "validate", OKR_VALIDATE_FORMAT="sarf")
    assert (wrong.returncode, "did you mean `sarif`?" in wrong.stderr) == (2, True)


def test_a_broken_project_file_is_written_to_the_outputs_too(okr, project):
    (project / "okrengine.yaml").write_text("version: 1\ntimezon: Asia/Bangkok\n", encoding="utf-8")
    for form in MACHINES:
        ran = okr(project, "validate", "--format", form, "-o", "json=x.json")
        assert ran.returncode == 2
        schema(form)(ran.stdout)
        assert "okrengine.yaml" in ran.stdout
        assert "okrengine.yaml must be mended first" in ran.stderr
    document = json.loads((project / "x.json").read_text(encoding="utf-8"))
    assert (document["summary"]["files"], document["summary"]["complete"]) == (1, False)
    assert [(one["slug"], one["place"]["path"]) for one in document["problems"]] == [("unknown-key", "okrengine.yaml")]
    plain = okr(project, "validate")
    assert plain.returncode == 2
    assert "error[OKR101] unknown-key: unknown key `timezon`" in plain.stdout
    assert "error[OKR101]" not in plain.stderr, "it is said once"


def test_the_names_of_real_files_and_the_words_of_real_titles(okr, project):
    text = okr(project, "validate", "--format", "github").stdout
    files = {facts["file"] for _, facts, _ in obeyed(text) if "file" in facts}
    assert files >= {"okrs/service.yaml", "okrs/ก ข%20#.yaml"}
    assert any("`##\\[error]a%0Ab,c:d`" in data for _, _, data in obeyed(text))
    results = json.loads(okr(project, "validate", "--format", "sarif").stdout)["runs"][0]["results"]
    places = [result["locations"][0]["physicalLocation"] for result in results]
    assert {unquote(at["artifactLocation"]["uri"]) for at in places} >= files
    regions = [at["region"] for at in places if at["artifactLocation"]["uri"] == "okrs/service.yaml"]
    marks = [OKRS.splitlines()[at["startLine"] - 1][at["startColumn"] - 1 : at["endColumn"] - 1] for at in regions]
    assert {"taget", "48 hours"} <= set(marks)


def test_the_table_of_a_job_is_appended(okr, project, tmp_path):
    path = tmp_path / "summary.md"
    path.write_text("before\n", encoding="utf-8")
    ran = okr(project, "validate", "--format", "github", GITHUB_STEP_SUMMARY=str(path))
    text = path.read_text(encoding="utf-8")
    assert text.startswith("before\n### okr validate\n")
    assert len(rows(text)) == len(json.loads(okr(project, "validate", "--format", "gitlab").stdout))
    assert ran.returncode == 1
    okr(project, "validate", "--format", "json", GITHUB_STEP_SUMMARY=str(path))
    assert path.read_text(encoding="utf-8") == text, "only where GitHub is asked for"
    lost = okr(project, "validate", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "no" / "x"))
    assert (lost.returncode, lost.stdout) == (1, ran.stdout)
    assert "the summary of the job cannot be written" in lost.stderr


def test_what_a_program_reads_is_utf8_whatever_the_console_shows(project):
    clean = {key: value for key, value in os.environ.items() if not key.startswith("OKR")}
    command = [sys.executable, "-P", "-m", "okrengine", "validate", "--format", "json"]
    found = [
        subprocess.run(
            command, cwd=project, env={**clean, "PYTHONIOENCODING": encoding}, capture_output=True, check=False
        ).stdout.decode()
        for encoding in ("utf-8", "cp874")
    ]
    assert "ก ข%20#" in found[0]
    assert found[0] == found[1]


def test_help_names_every_form(okr, project):
    said = " ".join(okr(project, "validate", "--help").stdout.split())
    named = re.search(r"--format FORMAT (.+?) \(default: full\)", said)[1]
    assert re.split(", | or ", named) == list(FORMS)
