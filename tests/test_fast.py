"""The fast ways give what the thorough ways give: data without places, the yes without reasons, one scan of plugins."""

import copy
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from importlib import metadata
from pathlib import Path
from types import ModuleType

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from okrengine import Finding, Rule, hookimpl, registry
from okrengine.entries import Entry, entries
from okrengine.project import Folder, opening
from okrengine.registry import _HOOKS, _ask, _call, _is_plain, _through_pluggy
from okrengine.rules import running
from okrengine.schema import KINDS, check
from okrengine.schema.checking import _acceptor, _hidden, _numbers, _validator, _walk
from okrengine.schema.checking.ordinary import is_ordinary
from okrengine.schema.checking.quick import FOREIGN, JUDGED, _never, acceptor
from okrengine.schema.checking.secrets import literal
from okrengine.schema.checking.validator import compiled
from okrengine.schema.checking.wording import findings
from okrengine.sharing import share
from okrengine.syntax import Document, read
from okrengine.syntax.hidden import FORBIDDEN
from okrengine.syntax.parser import LOADER
from okrengine.syntax.quick import UnusualError, data_of
from okrengine.syntax.reading import _placed

REGISTRY = registry.find()
LOADERS = [yaml.SafeLoader, *([LOADER] if LOADER is not yaml.SafeLoader else [])]
SEED = (
    "version: 1\nteam: ก\ncycle: 2026-Q4\nobjectives:\n  - id: a\n    tags: {b: [1, 2.5, no], 'c': \"\\u0e01 x\"}\n"
    "    note: |\n      y\n      z # w\n    empty:\n    key_results: [{id: x, baseline: 60%, weight: -0.5}]\n"
)
PIECES = st.sampled_from(
    [*"\n\t :-#[]{},&*!|>'\"%@`?~\\aก0.", "\\x07", "\\u202e", "\u200b", "\u202e", "\x85", "---\n", "<<: ", "é"]
)


def agree(text, loader):
    """The fast pass says nothing, or what the thorough pass says without a problem."""
    try:
        data = data_of(text, loader)
    except UnusualError:
        return False
    document, problems = _placed(text, "x.yaml", loader)
    assert problems == []
    assert repr(document.data) == repr(data)  # 1, True and Decimal(1) are equal and not the same
    return True


@pytest.mark.parametrize("loader", LOADERS)
@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SEED)), PIECES, st.integers(0, 3)), max_size=5))
def test_reading_without_places_gives_the_same_data_or_leaves_it(loader, edits):
    text = SEED
    for index, piece, length in edits:
        text = text[:index] + piece + text[index + length :]
    if not FORBIDDEN.search(text):  # such a text is refused before it is parsed
        agree(text, loader)


TREES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=12), st.sampled_from(["1.50", "~", "no", "010"])
    ),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=20,
)


@pytest.mark.parametrize("flow", [True, False])
@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.text(min_size=1, max_size=6), TREES, max_size=4))
def test_whatever_is_written_is_read_alike(flow, data):
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    if not FORBIDDEN.search(text):
        agree(text, LOADER)


@pytest.mark.parametrize("loader", LOADERS)
def test_what_is_usual_is_read_without_places(loader):
    assert agree(SEED, loader)
    document, problems = read(SEED.encode(), "x.yaml", loader=loader)
    assert problems == []
    assert "places" not in vars(document)
    assert document.value(("team",)).line == 2
    assert "places" in vars(document)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\na: 2\n", "a: &x 1\n", "a: *x\n", "a: !t 1\n", "? [a]\n: 1\n", "text\n", "", "a: 1\n---\nb: 2\n", "a: [1\n",
        'a: "\\a"\n', "a\u200bb: 1\n", '"\\u200b": 1\n', "k" * 129 + ": 1\n", "a: " + "x" * 65_537 + "\n",
        "[" * 33 + "]" * 33, "[" + "1," * 50_000 + "]", "a: [!t {}]", "a: &x {}", '"": 1\n',
    ],
)  # fmt: skip
@pytest.mark.parametrize("loader", LOADERS)
def test_what_is_unusual_is_left_to_the_thorough_pass(text, loader):
    with pytest.raises(UnusualError):
        data_of(text, loader)


def test_no_forbidden_character_is_printable():
    assert not [one for one in map(chr, range(sys.maxunicode + 1)) if FORBIDDEN.match(one) and one.isprintable()]


@example("60%")
@given(st.text("0123456789.-+~nulltrefs% ", max_size=6))
def test_a_scalar_has_its_value_however_often_it_stands(text):
    for _ in range(2):
        agree(f"a: {text}\nb: [x, {text}]\n", LOADER)


# ------------------------------------------------------------ the yes without reasons

HERE = Path(__file__).parent
TREES_OF_OURS = [
    *[
        (path, "okr")
        for path in sorted([*(HERE.parent / "okrs").glob("*.yaml"), *(HERE / "examples" / "good").glob("*.yaml")])
    ],
    *[(path, "checkin") for path in sorted((HERE.parent / "checkins").rglob("*.yaml"))[::5]],
    *[(path, "okrengine") for path in (HERE.parent / "okrengine.yaml", HERE / "examples" / "okrengine.yaml")],
]
BAD = sorted((HERE / "examples" / "bad").glob("*.yaml"))
HOSTILE = os.environ.get("OKRENGINE_HOSTILE")
"""A file of hostile projects, a JSON object a line, where there is one."""
ODD = [None, True, False, 0, 1, -1, 10**16, Decimal("1.0"), Decimal("0.5"), Decimal("1e-30"), "", "x", "1", "con", "a\n", "A-1", "60%", "3 hours", "2026-11-31", "2026-02-29", "2024-02-29", "2600-01-01", "2026-11-21T25:00", "1" * 19, "9" * 65, "ข" * 501, "https://a:b@c/?token=x", "${env:A}", "a\u200bb", "6 h", "manual", "csat", [], {}, ["x"], [[]], {"x": 1}, {"password": "y"}, {"change": "-20%"}, {"key_results": [{"metric": "csat"}]}]  # fmt: skip
KEYS = ["id", "metric", "with", "source", "target", "baseline", "maintain", "token", "x", "where", "type", "missing", "value", "path", "window", "version"]  # fmt: skip


def judged(data, kind):
    """Whether the quick yes holds; where it is said, neither the validator nor what stands beside it has a word."""
    if _acceptor(kind)(data):
        assert findings(_validator(kind), data) == []
        if is_ordinary(data):
            beside(Document("x.yaml", "", data, lambda: ({}, {})), kind)
        return True
    return False


def beside(document, kind):
    """What is asked of values beside the schema finds nothing."""
    values = list(_walk(document.data))
    assert literal(document, values, kind) == []
    assert _numbers(document, values, set()) == []
    assert _hidden(document, values, set()) == []


@pytest.mark.parametrize(("path", "kind"), TREES_OF_OURS, ids=lambda one: getattr(one, "name", one))
def test_what_is_right_gets_its_yes_without_reasons(path, kind):
    document, _ = read(path.read_bytes(), path.name)
    assert judged(document.data, kind)
    assert check(document, kind, REGISTRY) == []
    assert "places" not in vars(document)


def test_every_keyword_is_known_to_the_quick_yes_or_refused_by_it():
    validating = set(Draft202012Validator.VALIDATORS) | {"then", "else"}
    assert validating == JUDGED | FOREIGN | {"format"}
    assert all(_acceptor(kind) is not _never for kind in KINDS)


VALUES = [None, True, False, 0, 1, 2, 3, 5, -1, Decimal("1.0"), Decimal("2.5"), "", "a", "ab", "abc", "1", [], [1], [1, 2, 3], {}, {"a": 1}, {"b": "x"}, {"a": None, "b": 1}, {"a": 5, "b": 1, "c": 1}]  # fmt: skip


@pytest.mark.parametrize(
    "schema",
    [
        {},
        {"type": "integer"},
        {"type": ["number", "null"], "minimum": 1, "maximum": 2},
        {"type": "string", "maxLength": 2},
        {"type": "string", "maxLength": 2, "pattern": "^a+b?c?$"},
        {"const": 1},
        {"const": True},
        {"enum": ["a", None, 2]},
        {"type": "array", "minItems": 1, "maxItems": 2},
        {"type": "array", "items": {"type": "integer", "maximum": 2}},
        {"type": "object", "maxProperties": 1},
        {"type": "object", "required": ["a", "b"]},
        {"properties": {"a": {"type": "integer"}}, "additionalProperties": False},
        {"properties": {"a": {"maximum": 3}}, "additionalProperties": {"type": "string"}},
        {"properties": {"a": {"$ref": "#/$defs/x"}}, "$defs": {"x": {"enum": [1]}}},
        {"allOf": [{"if": {"required": ["a"]}, "then": {"required": ["b"]}}]},
        {"if": {"properties": {"a": {"type": "null"}}}, "then": {"properties": {"b": {"maximum": 0}}}},
    ],
    ids=str,
)
def test_each_keyword_is_judged_as_the_validator_judges_it(schema):
    quick, validator = acceptor(schema), compiled(schema)
    for value in VALUES:
        right = findings(validator, value) == []
        assert quick(value) <= right, value
        assert quick(value) or not right or value == Decimal("1.0"), value  # a decimal is no constant here


@pytest.mark.parametrize(
    "value", ["https://a:b@c", "x:${env:A}//u:secret@h", "${env:A}", 10**15 + 1, Decimal("1.1234567890123456789")]
)
def test_what_may_be_more_than_it_seems_is_not_ordinary(value):
    assert is_ordinary({"a": ["x", 10**15, Decimal("1.50")]})
    assert not is_ordinary({"a": ["x", {"b": value}]})


@pytest.mark.parametrize("data", [{"metric": "cs\u200bat"}, {"a": {"API-Key": "x"}}, {"a": [{"pass_word": None}]}])
def test_names_and_keys_may_be_more_than_they_seem(data):
    assert is_ordinary({"metric": "csat", "title": "ก\u200bข", "key": "x"})
    assert not is_ordinary(data)


@pytest.mark.parametrize("keyword", sorted(FOREIGN))
def test_a_schema_beyond_the_subset_is_never_answered_quickly(keyword):
    assert not acceptor({"type": "object", "properties": {"a": {keyword: {}}}})({})


def parts(data):
    """Every list and mapping of the data, with each of its keys."""
    waiting, found = [data], []
    for holder in waiting:
        for key, one in holder.items() if isinstance(holder, dict) else enumerate(holder):
            found.append((holder, key))
            waiting += [one] if isinstance(one, dict | list) else []
    return found


@pytest.mark.parametrize(("path", "kind"), TREES_OF_OURS, ids=lambda one: getattr(one, "name", one))
@settings(max_examples=25, deadline=None)
@given(st.data())
def test_yes_never_hides_a_no(path, kind, data):
    document, _ = read(path.read_bytes(), path.name)
    tree = copy.deepcopy(document.data)
    for _ in range(data.draw(st.integers(1, 3))):
        holder, key = data.draw(st.sampled_from(parts(tree)))
        if key not in (holder if isinstance(holder, dict) else range(len(holder))):
            continue
        change = data.draw(st.sampled_from(["value", "value", "value", "key", "gone", "twice"]))
        if change == "value":
            holder[key] = copy.deepcopy(data.draw(st.sampled_from(ODD)))
        elif change == "gone":
            del holder[key]
        elif isinstance(holder, list):
            holder += [copy.deepcopy(holder[key])] * data.draw(st.sampled_from([1, 30, 200]))
        else:
            holder[data.draw(st.sampled_from(KEYS))] = holder[key] if change == "twice" else holder.pop(key)
    judged(tree, kind)


@pytest.mark.parametrize("path", BAD, ids=lambda one: one.stem)
def test_a_bad_example_is_no_different(path):
    document, _ = read(path.read_bytes(), path.name)
    for kind in KINDS if document is not None else ():
        judged(document.data, kind)


@pytest.mark.skipif(HOSTILE is None, reason="OKRENGINE_HOSTILE names no file of hostile projects")
def test_hostile_files_are_no_different():
    answers = set()
    for row in map(json.loads, Path(HOSTILE).read_text("ascii").splitlines()):
        for content in row["files"].values():
            for loader in LOADERS if "text" in content else ():
                document, problems = read(content["text"].encode(), "x.yaml", loader=loader)
                if not problems:
                    agree(document.text, loader)
                    answers |= {judged(document.data, kind) for kind in ("okr", "okrengine", "checkin")}
    assert answers == {True, False}


@settings(max_examples=300, deadline=None)
@given(
    st.recursive(
        st.sampled_from(ODD),
        lambda one: st.lists(one, max_size=3) | st.dictionaries(st.sampled_from([*KEYS, "a://b"]), one, max_size=3),
    )
)
def test_values_that_are_not_ordinary_are_looked_at(data):
    document = Document("x.yaml", "", {"with": data}, lambda: ({}, {}))
    if is_ordinary(document.data):
        beside(document, "okr")


# ------------------------------------------------------------ one look at the installed plugins


def told(group):
    """What the standard library says."""
    return [(one.name, one.value, one.dist.name, one.dist.version) for one in metadata.entry_points(group=group)]


def same(group="okrengine"):
    """Both looks give the same; how many entry points that are."""
    found = [tuple(one) for one in entries(group)]
    assert sorted(found) == sorted(told(group))
    return len(found)


def test_one_look_at_the_folders_finds_what_the_standard_library_finds(monkeypatch):
    assert same() > 20
    for group in ("console_scripts", "pytest11", "gui_scripts", "nobody"):
        same(group)
    monkeypatch.setattr(sys, "path", [*sys.path, "", "/not/there"])
    assert same() > 20


def distribution(folder, name, said, *, info="dist-info", version="1.0"):
    made = folder / f"{name}-{version}.{info}"
    made.mkdir(parents=True)
    facts = "METADATA" if info == "dist-info" else "PKG-INFO"
    if said != "":
        (made / facts).write_text(
            f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\nSummary: x\n\nName: no\n", "utf-8"
        )
    if said is not None:
        (made / "entry_points.txt").write_text(said, "utf-8")
    return made


@pytest.fixture
def path(tmp_path, monkeypatch):
    """Two folders, the only ones on the path."""
    folders = [tmp_path / "first", tmp_path / "second"]
    for folder in folders:
        folder.mkdir()
    monkeypatch.setattr(sys, "path", [str(folder) for folder in folders])
    return folders


@pytest.mark.parametrize(
    ("said", "number"),
    [
        ("[okrengine]\na = m\nb=m:f\n", 2),
        ("# [okrengine]\n[other]\na = m\n", 0),
        ("[other]\na = m\n\n  [okrengine]  \n\n # no\n  b  =  m.n : f [x]\n[okrengines]\nc = m\n", 1),
        ("a = m\n[okrengine]\n", 0),
        ("[okrengine]\nab\n", None),
        ("", 0),
        (None, 0),
    ],
)
def test_however_entry_points_are_written_they_are_read_alike(path, said, number):
    distribution(path[1], "one", said)
    if number is None:  # the standard library gives no sense to such a line either
        return
    assert same() == number


def test_the_first_of_two_distributions_of_one_name_counts(path):
    distribution(path[0], "My.Plug.in", "[okrengine]\na = m\n", version="1.0")
    distribution(path[1], "my_plug_in", "[okrengine]\nb = m\n", version="2.0")
    distribution(path[0], "silent", None)
    distribution(path[1], "silent", "[okrengine]\nc = m\n")
    distribution(path[1], "old", "[okrengine]\nd = m\n", info="egg-info")
    (path[1] / "file.egg-info").write_text("Name: file\n", "utf-8")
    assert same() == 2
    assert [one.name for one in entries("okrengine")] == ["a", "d"]


@pytest.mark.usefixtures("path")
def test_other_places_are_left_to_the_standard_library(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "zipped.zip", "w") as out:
        out.writestr("z-1.0.dist-info/METADATA", "Name: z\nVersion: 1.0\n")
        out.writestr("z-1.0.dist-info/entry_points.txt", "[okrengine]\nz = m\n")
    sys.path.append(str(tmp_path / "zipped.zip"))
    assert same() == 1

    class Finder:
        @staticmethod
        def find_spec(*_):
            return None

        @staticmethod
        def find_distributions(_context):
            return [metadata.Distribution.at(distribution(tmp_path / "else", "elsewhere", "[okrengine]\ne = m\n"))]

    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Finder])
    assert {one.name for one in entries("okrengine")} == {"z", "e"}


def test_an_entry_loads_what_it_names():
    assert Entry("a", "os.path:join", "", "").load() is os.path.join
    assert Entry("a", "os.path", "", "").load() is os.path
    with pytest.raises(ImportError, match="names no object"):
        Entry("a", "not a name", "", "").load()


def module(**hooks):
    """A plugin with some hooks."""
    made = ModuleType("made")
    vars(made).update(hooks)
    return made


def test_a_plugin_is_asked_alike_with_and_without_the_manager():
    metric = next(iter(REGISTRY.metrics.values()))
    plain = module(okr_metrics=hookimpl(lambda: [metric]), okr_sources=hookimpl(lambda: None), okr_rules=lambda: [1])
    marked = module(okr_metrics=hookimpl(lambda: [metric], tryfirst=True))
    named = module(anything=hookimpl(lambda: [metric], specname="okr_metrics"))
    assert (_is_plain(plain), _is_plain(marked), _is_plain(named)) == (True, False, False)
    assert [registry.find(given=[one]).plugins[-1].state for one in (plain, marked, named)] == ["failed"] * 3
    assert [_call(plain, hook) for hook in _HOOKS.values()] == [
        _through_pluggy(plain, hook) for hook in _HOOKS.values()
    ]
    asked = [list(_ask(one)) for one in (plain, marked, named)]
    assert asked == [[("metric", metric)]] * 3


@pytest.mark.parametrize("hook", [hookimpl(lambda _x: []), hookimpl(lambda *, y=1: [y])])
def test_a_hook_with_arguments_is_refused_by_the_manager(hook):
    assert not _is_plain(module(okr_metrics=hook))


# ------------------------------------------------------------ nothing is loaded before it is needed

HEAVY = (
    "jsonschema",
    "referencing",
    "importlib.metadata",
    "email",
    "ibis",
    "duckdb",
    "jinja2",
    "babel",
    "rich",
    "multiprocessing",
)


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["validate"], HEAVY),
        (["--help"], (*HEAVY, "yaml", "zoneinfo", "pathlib", "json", "difflib", "okrengine.syntax")),
    ],
    ids=["validate", "help"],
)
def test_a_command_loads_what_it_needs(arguments, never):
    code = (
        "import sys; from okrengine.cli import run; code = run(sys.argv[1:]); "
        "sys.stderr.write(' '.join(sys.modules)); sys.exit(code)"
    )
    clean = {key: value for key, value in os.environ.items() if not key.startswith("OKR")}
    ran = subprocess.run(
        [sys.executable, "-P", "-c", code, *arguments],
        cwd=HERE.parent,
        env=clean,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sorted(set(never) & set(ran.stderr.split())) == []


# ------------------------------------------------------------ work that is shared


def many(folder, files):
    """A project of so many files, each fourth with mistakes of its own, some of them about other files."""
    (folder / "okrs").mkdir()
    (folder / "okrengine.yaml").write_text("version: 1\nsources: {s: {type: csv, path: a.csv}}\n", "utf-8")
    good = sorted((HERE / "examples" / "good").glob("*.yaml"))
    for number in range(files):
        text = good[number % len(good)].read_text("utf-8").replace("\r\n", "\n")
        text = text.replace("\nteam: ", f"\nteam: t{number}-", 1)
        text = text.replace("title:", "titel:", number % 4).replace("target: ", "target: +", number % 3)
        (folder / "okrs" / f"{number}.yaml").write_text(text, "utf-8")
    return folder


def found(folder, **how):
    as_of = datetime(2026, 11, 21, tzinfo=UTC)
    checked = Folder.open(folder, **how).validate(as_of=as_of, **how)
    return repr((checked.problems, checked.ignored, checked.files, checked.key_results, sorted(checked.texts)))


def test_the_same_is_found_by_one_process_and_by_several(tmp_path, monkeypatch):
    folder = many(tmp_path, 23)
    whole = found(folder)
    assert whole.count("Problem(") > 30
    for room in (running, opening):
        monkeypatch.setattr(room, "MANY", 0)
        monkeypatch.setattr(room, "PART", 4)
    assert found(folder) == whole
    assert found(folder, processes=3) == whole


def test_a_rule_that_fails_in_one_part_has_failed(tmp_path, monkeypatch):
    def check(files):
        """Nothing."""
        for top in files.teams:
            yield Finding(top.place(), "found")
            if top.data["team"].startswith(("t3-", "t9-")):
                raise RuntimeError(top.data["team"])

    rule = Rule("OKR999", "fails", "error", check, "it fails", scope="file")
    known = replace(REGISTRY, rules={**REGISTRY.rules, "fails": rule})
    folder = many(tmp_path, 12)
    for processes in (1, 2):
        for room in (running, opening):
            monkeypatch.setattr(room, "MANY", 0)
            monkeypatch.setattr(room, "PART", 2)
        checked = Folder.open(folder, registry=known).validate(
            as_of=datetime(2026, 11, 21, tzinfo=UTC), processes=processes
        )
        (failure,) = (one for one in checked.problems if one.code == "OKR903")
        assert "the rule `fails` of an unnamed plugin failed: RuntimeError: t3-" in failure.message
        assert not [one for one in checked.problems if one.code == "OKR999"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
def test_tasks_are_shared_and_their_answers_keep_their_order():
    here = os.getpid()
    tasks = [lambda number=number: (number, os.getpid(), "x" * 300_000 * (number % 2)) for number in range(20)]
    answers = share(tasks, 3)
    assert [one[0] for one in answers] == list(range(20))
    assert [len(one[2]) for one in answers] == [0, 300_000] * 10
    assert here not in {one[1] for one in answers}
    assert {one[1] for one in share(tasks, 1)} == {here}
    assert share([], 4) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no forks")
@pytest.mark.parametrize(
    "end", [lambda: os._exit(1), lambda: os.kill(os.getpid(), 9), lambda: sys.exit(3), lambda: 1 / 0]
)
def test_what_a_child_leaves_undone_the_parent_does(end):
    here = os.getpid()
    tasks = [
        (lambda number=number: number) if number % 3 else lambda: os.getpid() == here or end() for number in range(9)
    ]
    assert share(tasks, 2) == [number if number % 3 else True for number in range(9)]
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)  # none is left behind


def test_without_forks_the_process_does_all(monkeypatch):
    monkeypatch.delattr(os, "fork", raising=False)
    assert share([os.getpid, os.getpid], 2) == [os.getpid()] * 2


def test_j_says_how_many_processes(okr, tmp_path):
    folder = many(tmp_path, 3)
    one, two, default = (
        okr(folder, "--as-of", "2026-11-21", "validate", *said) for said in (("-j", "1"), ("-j", "2"), ())
    )
    assert one == two == default
    assert one.returncode == 1
    assert "-j" in okr(folder, "validate", "-j", "0").stderr
