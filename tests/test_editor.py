"""The schemas in a real editor's language server: what it marks, offers and shows, in both versions that are in use.

A client of the Language Server Protocol speaks with yaml-language-server as an editor does.
"""

import itertools
import json
import os
import queue
import re
import shutil
import subprocess
import threading
from pathlib import Path

import pytest

from okrengine import registry, schema
from okrengine.syntax import read

ROOT = Path(__file__).parent.parent
EXAMPLES = Path(__file__).parent / "examples"
CURSOR = "‸"
PATIENCE = 120
VERSIONS = ("1.18", "2.0")
KINDS = {"okr": "okrs/{}.yaml", "okrengine": "project-{}.yaml", "checkin": "checkins/{}.yaml"}
CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
    "workspace": {"configuration": True},
}


class Editor:
    """An editor with a folder open: it asks the language server about texts and waits for the answers."""

    def __init__(self, server, folder):
        self.folder = folder
        self.numbers = itertools.count(1)
        self.said = queue.Queue()
        self.marks = {}
        copied = shutil.copytree(ROOT / "schemas", folder / "schemas")
        schemas = {(copied / f"{kind}.schema.json").as_uri(): [name.format("*")] for kind, name in KINDS.items()}
        self.settings = {"yaml": {"schemas": schemas, "schemaStore": {"enable": False}, "validate": True}}
        command = ["node", str(server / "bin" / "yaml-language-server"), "--stdio"]
        self.server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=folder
        )
        self.listening = threading.Thread(target=self._listen, daemon=True)
        self.listening.start()
        folders = [{"uri": folder.as_uri(), "name": "project"}]
        self.ask("initialize", processId=None, rootUri=None, capabilities=CAPABILITIES, workspaceFolders=folders)
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self.settings)

    def close(self):
        self.ask("shutdown")
        self.tell("exit")
        self.server.wait(PATIENCE)
        self.listening.join(PATIENCE)
        self.server.stdin.close()
        self.server.stdout.close()

    def _listen(self):
        while header := self.server.stdout.readline():
            length = 0
            while header.strip():
                name, _, value = header.decode().partition(":")
                length = int(value) if name.lower() == "content-length" else length
                header = self.server.stdout.readline()
            self.said.put(json.loads(self.server.stdout.read(length)))

    def _send(self, **message):
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self.server.stdin.flush()

    def _hear(self):
        message = self.said.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
            self._send(id=message["id"], result=[self.settings.get(one.get("section")) for one in asked] or None)
        elif message.get("method") == "textDocument/publishDiagnostics":
            self.marks[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def tell(self, method, **params):
        self._send(method=method, params=params)

    def ask(self, method, **params):
        number = next(self.numbers)
        self._send(id=number, method=method, params=params or None)
        while True:
            message = self._hear()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]

    def _open(self, kind, text):
        """The address of a text, opened as a file of a kind under a name of its own: servers keep what they parsed."""
        uri = (self.folder / KINDS[kind].format(next(self.numbers))).as_uri()
        self.tell("textDocument/didOpen", textDocument={"uri": uri, "languageId": "yaml", "version": 1, "text": text})
        return uri

    def diagnostics(self, text, kind="okr"):
        """The lines that are marked, counted from 1, each with what is said there."""
        uri = self._open(kind, text)
        while uri not in self.marks:
            self._hear()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self.marks[uri]]

    def _at(self, method, text, kind):
        before = text[: text.index(CURSOR)]
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        return self.ask(method, textDocument={"uri": self._open(kind, text.replace(CURSOR, ""))}, position=place)

    def offered(self, text, kind="okr"):
        """What is offered at the cursor: label to what would be written and what is told about it."""
        found = self._at("textDocument/completion", text, kind)
        items = found["items"] if isinstance(found, dict) else found
        told = {}
        for one in items:
            words = one.get("documentation") or ""
            assert one["label"] not in told or "\n----\n" in str(words), f"{one['label']} is offered twice"
            told.setdefault(one["label"], (one["textEdit"]["newText"], words["value"] if words else ""))
        return told

    def hover(self, text, kind="okr"):
        return self._at("textDocument/hover", text, kind)["contents"]["value"]


@pytest.fixture(scope="module", params=VERSIONS)
def editor(request, tmp_path_factory):
    place = os.environ.get("OKRENGINE_CHECKERS")
    server = Path(place or "nowhere", "node", "node_modules", f"yaml-language-server-{request.param}")
    if not server.exists():
        pytest.skip(f"{server.name} is not there, or OKRENGINE_CHECKERS does not say where: make checkers")
    found = Editor(server, tmp_path_factory.mktemp("project"))
    yield found
    found.close()


@pytest.fixture(scope="module")
def installed():
    return registry.find()


# ---------------------------------------------------------------- what is marked

GOOD = [*sorted((ROOT / "okrs").glob("*.yaml")), *sorted((EXAMPLES / "good").glob("*.yaml"))]
BAD = [
    path
    for path in sorted((EXAMPLES / "bad").glob("*.yaml"))
    if re.search(rf"OKR10.*\n  --> okrs/{path.name}", path.with_suffix(".txt").read_text(encoding="utf-8"))
]
"""Example files in which something is wrong that a schema sees; of some it is in their okrengine.yaml."""
PROJECT = """version: 2
timezone: 7
language: de
okrs: okrs/*.yaml
cycles:
  fiscal_year_starts: 13
  named: {launch: {from: soon, to: 2027-04-30}}
sources:
  a:
    path: data/a.csv
  b: {type: csv}
  c:
    type: csv
    path: data/c.csv
    delimeter: ";"
    dedup: {key: id}
rules:
  vague-title: loud
  to-many-key-results: off
  too-many-key-results: [warning, {max: few}]
missing: never
status: {on_track: 10%, stale_after: 2 weeks}
pluginz: []
"""
CHECKIN = """version: 1
cycle: 2026-Q4
team: After Sales
at: 2026-11-21
by: [nok]
key_results:
  o/k:
    value: 31.5 hours
    n: -1
    confidence: 70%
    missing: because
    blockers: [{owner: arm}]
    override: {status: great, until: 2026-12-05}
  o/l:
    missing: stale
    value: 3
backfilled: false
closes: {}
"""
UNSEEN = {
    # An editor reads `1e3` as the number 1000, as YAML 1.2 does; here it is a text, so that no digit is guessed.
    ("invalid-value", "1e3"),
}
ELSEWHERE = (
    "Missing property",  # a key that is misspelled is missing as well: the command line says that once
    "write the name of a metric",  # what nothing offers is found by a rule
    "Property to-many-key-results",  # and so is a rule that there is not
)


def mistakes(text, kind, installed):
    document, problems = read(text.encode(), "x.yaml")
    assert not problems
    return [one for one in schema.check(document, kind, installed) if one.code.startswith("OKR10")]


def messages(kind):
    """Every message of a schema."""
    waiting, found = [json.loads((ROOT / "schemas" / f"{kind}.schema.json").read_text(encoding="utf-8"))], set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            found |= {one[key] for key in ("errorMessage", "patternErrorMessage") if key in one}
            one = list(one.values())
        waiting += one if isinstance(one, list) else []
    return {message for message in found if isinstance(message, str)}


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.stem)
def test_a_good_file_is_not_marked(path, editor):
    assert editor.diagnostics(path.read_text(encoding="utf-8")) == []


def test_the_worked_examples_other_files_are_not_marked(editor):
    assert editor.diagnostics((ROOT / "okrengine.yaml").read_text(encoding="utf-8"), "okrengine") == []
    for path in sorted((ROOT / "checkins").rglob("*.yaml"))[::7]:
        assert editor.diagnostics(path.read_text(encoding="utf-8"), "checkin") == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [*(("okr", path.read_text(encoding="utf-8")) for path in BAD), ("okrengine", PROJECT), ("checkin", CHECKIN)],
    ids=[*(path.stem for path in BAD), "okrengine", "a-check-in"],
)
def test_each_mistake_is_marked_on_its_line_in_the_same_words(kind, text, editor, installed, request):
    known = messages(kind)
    marked = editor.diagnostics(text, kind)
    found = mistakes(text, kind, installed)
    assert found
    for one in found:
        said = [message for line, message in marked if line == one.place.line]
        written = text.splitlines()[one.place.line - 1].partition(": ")[2]
        if any(slug in request.node.name and value == written for slug, value in UNSEEN):
            assert said == [], f"it is seen now: {one}"
        elif " than " in one.message:
            assert any(words.startswith(("Value is below", "Value is above")) for words in said), one
        elif one.hint in known:
            assert one.hint in said, one
        elif one.slug == "unknown-key":
            assert any(f"Property {one.message.split('`')[1]} is not allowed." in words for words in said), one
        elif one.slug == "missing-key":
            assert any(words.startswith("Missing property") for words in said), one
        else:
            assert said, one  # the command line knows more: which unit, which word was meant, that it is a secret
    lines = {one.place.line for one in schema.check(read(text.encode(), "x.yaml")[0], kind, installed)}
    assert {line for line, words in marked if not words.startswith(ELSEWHERE)} <= lines


def test_a_schema_is_found_by_the_line_that_names_it(editor):
    line = f"# yaml-language-server: $schema={ROOT / 'schemas' / 'checkin.schema.json'}\n"
    assert (3, "write small letters, digits and hyphens, such as resolution-time") in editor.diagnostics(
        f"{line}version: 1\nteam: A B\n"
    )


# ---------------------------------------------------------------- what is offered

FILE = "version: 1\ncycle: 2026-Q4\nteam: t\nobjectives:\n"
OBJECTIVE = f"{FILE}  - id: o\n    title: x\n    key_results:\n"
KEY_RESULT = f"{OBJECTIVE}      - id: k\n"
CSAT = f"{KEY_RESULT}        metric: csat\n        source: s\n"
BEGUN = {"key result: a number to reach", "key result: a level to keep", "key result: dated steps"}
KEYS = {
    "formerly", "title", "owner", "metric", "source", "with", "where", "window", "baseline", "target", "maintain",
    "milestones", "deadline", "weight", "curve", "guardrails", "tags",
}  # fmt: skip


def test_every_key_of_a_key_result_is_offered_with_what_it_means(editor):
    offered = editor.offered(f"{KEY_RESULT}        {CURSOR}\n")
    assert offered.keys() == KEYS | BEGUN
    assert all(told for _, told in offered.values())
    assert offered["target"][0].removesuffix("$1") == "target: "
    assert offered["with"][0] == "with:\n  "


def test_every_metric_is_offered_with_what_it_counts(editor, installed):
    offered = editor.offered(f"{KEY_RESULT}        metric: {CURSOR}\n")
    assert offered.keys() == installed.metrics.keys()
    assert offered["csat"][1].startswith("**Satisfied customers.** Percent of answers that are satisfied")
    assert "cs" not in editor.offered(f"{KEY_RESULT}        metric: cs{CURSOR}\n")


@pytest.mark.parametrize("metric", ["csat", "csat_mean", "nps", "resolution_time"])
def test_the_parameters_of_the_metric_that_is_named_are_offered_and_no_other(metric, editor, installed):
    text = CSAT.replace("csat", metric)
    offered = editor.offered(f"{text}        with:\n          {CURSOR}\n")
    at_once = {f"parameters of {metric}"}  # those that must be given
    assert offered.keys() - at_once == installed.metrics[metric].parameters.keys()
    assert all(told for _, told in offered.values())
    guarded = (
        f"{KEY_RESULT}        guardrails:\n          - metric: {metric}\n            with:\n              {CURSOR}\n"
    )
    assert editor.offered(guarded).keys() == offered.keys()


def test_values_are_offered_where_there_are_few(editor):
    assert editor.offered(f"{CSAT}        with:\n          answers: {CURSOR}\n").keys() == {"all", "latest"}
    assert editor.offered(f"{FILE}  - id: o\n    kind: {CURSOR}\n").keys() == {"aspirational", "committed"}
    assert editor.offered(f"{KEY_RESULT}        curve: {CURSOR}\n").keys() == {"linear", "step"}
    assert editor.offered(f"{KEY_RESULT}        window: {CURSOR}\n").keys() == {"cycle", "last 30 d", "from … to …"}


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (f"{OBJECTIVE}      - {CURSOR}\n", "id: "),
        (f"{OBJECTIVE}      -{CURSOR}\n", " id: "),
        (f"{KEY_RESULT}        target: 5\n      - {CURSOR}\n", "id: "),
        (f"{KEY_RESULT}        {CURSOR}\n", "title: "),
    ],
)
def test_a_key_result_is_begun_wherever_one_may_stand(text, begins, editor):
    offered = editor.offered(text)
    assert offered.keys() >= BEGUN
    assert all(offered[label][0].startswith(begins) for label in BEGUN)


def test_no_key_result_is_begun_without_its_hyphen(editor):
    for text in (f"{OBJECTIVE}      {CURSOR}\n", f"{OBJECTIVE.rstrip()} {CURSOR}\n", f"{KEY_RESULT}      {CURSOR}\n"):
        assert not BEGUN & editor.offered(text).keys()


@pytest.mark.parametrize(
    ("place", "label"),
    [
        (f"{FILE}  - {CURSOR}\n", "objective with a key result"),
        (f"{KEY_RESULT}        guardrails:\n          - {CURSOR}\n", "guardrail with a limit"),
        (f"{KEY_RESULT}        milestones:\n          - {CURSOR}\n", "milestone with a day"),
        (f"{KEY_RESULT}    initiatives:\n      - {CURSOR}\n", "initiative with owner and day"),
        (f"{KEY_RESULT}    amendments:\n      - {CURSOR}\n", "amendment with its reason"),
        (CURSOR, "whole OKR file"),
    ],
)
def test_what_is_begun_is_right_as_it_stands(place, label, editor):
    indented = f"\n{' ' * (place.index(CURSOR) - place.rfind(chr(10), 0, place.index(CURSOR)) - 3)}"
    written = re.sub(r"\$\{[0-9]+:([^}]*)\}", r"\1", editor.offered(place)[label][0]).replace("\n", indented)
    marked = editor.diagnostics(place.replace(CURSOR, written.replace("keep-it-short", "a")))
    assert [words for _, words in marked if not words.startswith("Missing property")] == [], written


def test_the_project_file_is_completed(editor, installed):
    assert editor.offered(f"version: 1\n{CURSOR}\n", "okrengine").keys() >= {"timezone", "sources", "rules", "cycles"}
    offered = editor.offered(f"rules:\n  {CURSOR}\n", "okrengine")
    assert offered.keys() == {rule.slug for rule in installed.rules.values()}
    assert offered["vague-title"][0].startswith("vague-title: ")
    levels = editor.offered(f"rules:\n  vague-title: {CURSOR}\n", "okrengine")
    assert levels.keys() == {"error", "warning", "info", "off"}
    options = editor.offered(f"rules:\n  too-many-key-results:\n    - warning\n    - {CURSOR}\n", "okrengine")
    assert options.keys() >= {"max"}
    kinds = editor.offered(f"sources:\n  s:\n    type: {CURSOR}\n", "okrengine")
    assert kinds.keys() == installed.sources.keys()
    keys = editor.offered(f"sources:\n  s:\n    type: csv\n    {CURSOR}\n", "okrengine")
    assert keys.keys() >= {"path", "columns", "parse", "values", "exclude", "dedup", "delimiter"}


# ---------------------------------------------------------------- what is shown


def test_what_a_key_means_is_shown_with_an_example(editor):
    shown = editor.hover(f"{KEY_RESULT}        guard{CURSOR}rails:\n          - metric: csat\n")
    assert shown.startswith(
        "#### guardrails\n\nWhat must stay good while this number is chased.\n\n```yaml\nguardrails:\n"
    )
    assert "A breach caps the status at `at_risk`; the score stays as it is." in shown


def test_what_a_parameter_means_is_shown_with_its_default(editor):
    shown = editor.hover(f"{CSAT}        with:\n          ans{CURSOR}wers: all\n")
    assert "Every answer, or the latest of each respondent in the window." in shown
    assert "Default: `all`." in shown


@pytest.mark.parametrize("path", GOOD[:6], ids=lambda path: path.stem)
def test_every_key_of_the_worked_example_is_told(path, editor):
    text = path.read_text(encoding="utf-8")
    own = re.compile("tags|where")  # mappings from names of the project's own
    for place in {one[1]: one for one in re.finditer(r"^ *(?:- )?([a-z_]+):", text, re.MULTILINE)}.values():
        shown = editor.hover(f"{text[: place.start(1) + 1]}{CURSOR}{text[place.start(1) + 1 :]}")
        assert shown.count("\n\n") >= 1, place[1]
        assert own.match(place[1]) or place[1] in shown.replace("\\_", "_").splitlines()[0], place[1]
