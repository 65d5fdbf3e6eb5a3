"""The fast ways give what the thorough ways give: data without places, the yes without reasons, one scan of plugins."""

import copy
import json
import os
import sys
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from okrengine import registry
from okrengine.schema import KINDS, check
from okrengine.schema.accepting import FOREIGN, JUDGED, _never, acceptor
from okrengine.schema.checking import _acceptor, _hidden, _numbers, _validator, _walk
from okrengine.schema.ordinary import is_ordinary
from okrengine.schema.secrets import literal
from okrengine.schema.wording import findings
from okrengine.syntax import Document, read
from okrengine.syntax.hidden import FORBIDDEN
from okrengine.syntax.plain import UnusualError, data_of
from okrengine.syntax.reading import LOADER, _placed

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
