"""The fast ways give what the thorough ways give: data without places, the yes without reasons, one scan of plugins."""

import sys

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from okrengine.syntax import read
from okrengine.syntax.hidden import FORBIDDEN
from okrengine.syntax.plain import UnusualError, data_of
from okrengine.syntax.reading import LOADER, _placed

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
