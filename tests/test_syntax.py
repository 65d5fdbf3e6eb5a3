import time
from decimal import Decimal

import pytest
import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrengine.syntax import Note, Place, Problem, escaped, quoted, read
from okrengine.syntax.reading import DEEPEST, LARGEST, LONGEST_KEY, LONGEST_VALUE, MOST_VALUES

LOADERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


def document(text):
    found, problems = read(text.encode(), "x.yaml")
    assert problems == []
    return found


def codes(content):
    found, problems = read(content if isinstance(content, bytes) else content.encode(), "x.yaml")
    assert (found is None) or all(one.code == "OKR002" for one in problems)
    return [one.code for one in problems]


def spot(content):
    _, problems = read(content if isinstance(content, bytes) else content.encode(), "x.yaml")
    return [(one.place.line, one.place.column) for one in problems]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"), ("off", "off"), ("y", "y"), ("1:30", "1:30"), ("2026-11-31", "2026-11-31"), ("0x1F", "0x1F"),
        (".inf", ".inf"), (".nan", ".nan"), ("1_000", "1_000"), ("1e3", "1e3"), (".5", ".5"), ("=", "="), ("๘๐", "๘๐"),
        ("010", 10), ("-7", -7), ("+7", 7), ("0", 0), ("1.50", Decimal("1.50")), ("-0.0", Decimal("-0.0")),
        ("true", True), ("False", False), ("tRue", "tRue"), ("null", None), ("~", None), ("", None), ("nUll", "nUll"),
        ("'7'", "7"), ('"true"', "true"), ("<<", "<<"), ("5" * 5000, Decimal("5" * 5000)),
    ],
)  # fmt: skip
def test_plain_scalars_are_those_of_yaml_1_2(written, value):
    found = document(f"a: {written}\n").data["a"]
    assert (found, type(found)) == (value, type(value))


def test_keys_are_texts_as_written():
    assert document("1: a\nno: b\n~: c\n2026-01-01: d\n").data == {"1": "a", "no": "b", "~": "c", "2026-01-01": "d"}


@pytest.mark.parametrize("loader", LOADERS, ids=lambda one: one.__name__)
def test_places_count_code_points_whatever_the_parser(loader):
    text = "ชื่อ: 😀😀 ไทย\nlist:\n  - {id: ก, value: [1, 😀, 'a b']}\n  -\nblock: |\n  x\n  y\nend:\n"
    found, problems = read(text.encode(), "x.yaml", loader=loader)
    assert problems == []
    assert found.keys["ชื่อ",] == Place("x.yaml", 1, 1, 1, 5)
    assert found.values["ชื่อ",] == Place("x.yaml", 1, 7, 1, 13)
    assert found.values["list", 0] == Place("x.yaml", 3, 5, 3, 34)
    assert found.keys["list", 0, "value"] == Place("x.yaml", 3, 13, 3, 18)
    assert found.values["list", 0, "value", 1] == Place("x.yaml", 3, 24, 3, 25)
    assert found.values["list", 0, "value", 2] == Place("x.yaml", 3, 27, 3, 32)
    assert found.values["block",].line == 5
    assert found.values["end",] == Place("x.yaml", 8, 4, 8, 4)
    assert found.at(("list", 0, "value", 2)) == "a b"
    assert found.at(("list", 9, "value")) is None
    assert found.value(("list", 0, "nope")) == found.values["list", 0]
    assert found.key(("nope",)) == found.values[()]


def test_a_block_list_ends_with_its_last_value():
    found = document("a:\n  - x: 1\n    y: 22\n  - z\nb: 2\n")
    assert found.values["a",] == Place("x.yaml", 2, 3, 4, 6)
    assert found.values["a", 0] == Place("x.yaml", 2, 5, 3, 10)


@pytest.mark.parametrize(
    ("text", "place", "says"),
    [
        ("a: &x 1\n", (1, 4), "anchor"),
        ("a: 1\nb: *a\n", (2, 4), "alias"),
        ("a: [&a [*a]]\n", (1, 5), "anchor"),
        ("a: !!python/object/apply:os.system ['id']\n", (1, 4), "tag"),
        ("a: ! x\n", (1, 4), "tag"),
        ("!!map\na: 1\n", (1, 1), "tag"),
        ("# c\n%YAML 1.1\n---\na: 1\n", (2, 1), "directive"),
        ("%FOO x\n---\na: 1\n", (1, 1), "directive"),
        ("a: 1\n---\nb: 2\n", (2, 1), "second document"),
        ("? [a]\n: 1\n", (1, 3), "cannot be a key"),
        ("a:\n\tb: 1\n", (2, 1), "a tab in the indentation"),
        ("a: [1,\n  2\nb: 3\n", (3, 2), "`[` of line 1, column 4 is not closed"),
        ("a: {b: [1, 2}\n", (1, 13), "`[` of line 1, column 8 is not closed"),
        ("a: {b: 1\n", (1, 9), "`{` of line 1, column 4 is not closed"),
        ("a: ]\n", (1, 4), "without its `[`"),
        ("{a: 1}}\n", (1, 7), "without its `{`"),
        ("a: b: c\n", (1, 5), "a colon followed by a space starts a new key here"),
        ("title: ตอบ 😀: จาก\n", (1, 13), "a colon followed by a space starts a new key here"),
        ("a: 1\n  b: 2\n", (2, 3), "indented unlike its neighbours"),
        ("a:\n  - x\n y: 2\n", (3, 2), "this key is indented by 1, and `a` above it by 0"),
        ("a: @x\n", (1, 4), "cannot start with `@`"),
        ("a: %x\n", (1, 4), "cannot start with `%`"),
        ("a: *\n", (1, 4), "cannot start with `*`"),
        ("a: & b\n", (1, 4), "cannot start with `&`"),
        ("a: `x`\n", (1, 4), "cannot start with a backquote"),
        ("a: > x\n", (1, 4), "cannot stand on the line of `>`"),
        ("a: ? x\n", (1, 4), "cannot start with `?`"),
        ("a: - x\n", (1, 4), "a list item cannot start here"),
        ("a: 'x\n", (1, 4), "never closed"),
        ('a: "x\n---\n', (1, 4), "never closed"),
        ('a: "x" y\n', (1, 8), "after the closing quote"),
        ('a: "\\q"\n', (1, 5), "no escape"),
        ("a: 1\nb\nc: 2\n", (2, 1), "needs a colon"),
        ("a: 1\n- b\n", (2, 1), "a list item stands among keys"),
        ("a:\n - b: 1\n   c: 2\n  - b: 3\n", (4, 3), "this `-` is indented by 2, and the one of line 2 by 1"),
        ("a:\n  - b: 1\n    c: 2\n   - b: 3\n", (4, 4), "this `-` is indented by 3, and the one of line 2 by 2"),
        ("a:\n  - b: 1\n    c: 2\n    - d: 3\n", (4, 5), "this `-` is indented by 4, and the one of line 2 by 2"),
        (": a\n", (1, 1), "a colon without a key"),
        ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", (2, 1), "merge conflict"),
    ],
)
def test_what_is_not_yaml_is_said_in_our_own_words(text, place, says):
    for loader in LOADERS:
        found, problems = read(text.encode(), "x.yaml", loader=loader)
        assert found is None
        assert [(one.code, (one.place.line, one.place.column)) for one in problems] == [("OKR001", place)]
        assert says in problems[0].message
        assert "while " not in problems[0].message
        assert "expected" not in problems[0].message


def test_an_unclosed_bracket_is_noted_where_it_opens():
    _, (one,) = read(b"a: {b: 1\nc: 2\n", "x.yaml")
    assert one.notes == (Note("`{` opens here", Place("x.yaml", 1, 4, 1, 5)),)


def test_a_key_that_stands_twice_keeps_the_first_value_and_the_rest_is_read():
    found, problems = read(b'a: {x: 1, "\\x78": {y: [1, 2]}, z: 3}\nb: 1\nb: 2\n', "x.yaml")
    assert found.data == {"a": {"x": 1, "z": 3}, "b": 1}
    assert [(one.code, one.place.line, one.place.column) for one in problems] == [("OKR002", 1, 11), ("OKR002", 3, 1)]
    assert problems[0].notes[0].place == Place("x.yaml", 1, 5, 1, 6)
    assert found.values["b",].line == 2


@pytest.mark.parametrize(
    ("inside", "outside"),
    [
        ("[" * DEEPEST + "]" * DEEPEST, "[" * (DEEPEST + 1) + "]" * (DEEPEST + 1)),
        ("a: " + "x" * LONGEST_VALUE, "a: " + "x" * (LONGEST_VALUE + 1)),
        ("k" * LONGEST_KEY + ": 1", "k" * (LONGEST_KEY + 1) + ": 1"),
        ("[" + "1," * (MOST_VALUES - 1) + "]", "[" + "1," * MOST_VALUES + "]"),
        ("a: 1 #" + "x" * (LARGEST - 7) + "\n", "a: 1 #" + "x" * (LARGEST - 6) + "\n"),
    ],
    ids=["depth", "value", "key", "values", "file"],
)
def test_limits_on_both_sides(inside, outside):
    assert codes(inside) == []
    assert codes(outside) == ["OKR003"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{a: " * 100_000,
        "- " * 100_000,
        "? " * 100_000,
        "\n".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9 if n else 'lol'}]" for n in range(9)),
        "a: &a [*a]\n",
        "".join(f"- &a{n} x\n" for n in range(40_000)),
    ],
    ids=["brackets", "mappings", "lists", "complex keys", "alias bomb", "alias in itself", "many anchors"],
)
def test_bombs_are_refused_at_once(text):
    start = time.process_time()
    assert codes(text) in (["OKR001"], ["OKR003"])
    assert time.process_time() - start < 1


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "---\n...\n", "\ufeff"])
def test_nothing_in_the_file(text):
    assert codes(text) == ["OKR004"]


@pytest.mark.parametrize("text", ["[]", "{}", "''", "x", "7"])
def test_something_in_the_file(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    "character",
    "\x00\x01\x07\x08\x0b\x0c\x1b\x1f\x7f\x80\x85\x9b\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\ufffe\uffff\U000e0041",
)
def test_characters_that_nothing_may_hold(character):
    for text in (f"a: 1\nb: x{character}\n", f"a: 1\n#  {character}\n", f'a: 1\nb: "{character}"\n'):
        _, (one,) = read(text.encode(), "x.yaml")
        assert (one.code, one.place.line) == ("OKR005", 2)
        assert f"U+{ord(character):04X}" in one.message
        assert character not in str(one)


@pytest.mark.parametrize("escape", ["\\0", "\\a", "\\e", "\\x7f", "\\N", "\\L", "\\u202e", "\\uFEFF", "\\U000E0041"])
def test_characters_that_an_escape_would_let_through(escape):
    _, (one,) = read(f'a: 1\nb: "x{escape}"\n'.encode(), "x.yaml")
    assert (one.code, one.place.line, one.place.column) == ("OKR005", 2, 4)


def test_a_key_with_a_character_that_nobody_sees():
    for character in "\u200b\u00a0\u200d\u2060\u200f":
        _, (one,) = read(f"a: 1\nb{character}: 2\n".encode(), "x.yaml")
        assert (one.code, one.place.line, one.place.column) == ("OKR005", 2, 1)


def test_titles_may_hold_joiners_and_zero_width_spaces():
    text = "ไทย\u200bไทย 👩‍👩‍👧 na\u00efve \u00a0"
    assert document(f"a: '{text}'\n").data == {"a": text}


@pytest.mark.parametrize(
    ("content", "place", "says"),
    [
        ("a: 1\nb: ไทยๆ\n".encode("tis-620"), (2, 4), "TIS-620"),
        ("a: 1\nb: ภาษาไทย\n".encode("cp874"), (2, 4), "TIS-620"),
        ("a: ไทย\nb: é\n".encode()[:-2] + b"\n", (2, 4), "byte 0xC3 at position 17"),
        (b"a: 1\n# \xff\n", (2, 3), "byte 0xFF"),
        (b"a: \xc0\xaf\n", (1, 4), "byte 0xC0"),
        (b"a: \xed\xa0\x80\n", (1, 4), "byte 0xED"),
        ("a: 1".encode("utf-16"), (1, 1), "UTF-16"),
        ("a: 1".encode("utf-16-be"), (1, 1), "UTF-16"),
        (b"\x89PNG\r\n\x1a\n", (1, 1), "byte 0x89"),
    ],
)
def test_bytes_that_are_not_utf8(content, place, says):
    found, (one,) = read(content, "x.yaml")
    assert found is None
    assert (one.code, (one.place.line, one.place.column)) == ("OKR006", place)
    assert says in f"{one.message} {one.hint}"


def test_a_bom_and_windows_line_ends_move_no_line_and_no_column():
    plain = document("ก: 1\nb:\n  - c: 😀\n")
    found = document("\ufeffก: 1\r\nb:\r\n  - c: 😀\r\n")
    assert (found.data, found.keys, found.values) == (plain.data, plain.keys, plain.values)
    assert found.lines[2] == "  - c: 😀"
    assert spot("\ufeffa: 1\r\nb: @\r\n") == [(2, 4)]


def test_a_problem_as_text_never_breaks_its_line():
    one = Problem("OKR101", "unknown-key", "error", "a\nb\x1b[31m \u202e", Place("o\r\x1b.yaml", 3, 5, 3, 7), "`x`?")
    assert str(one) == "o\\r\\u{001b}.yaml:3:5: error OKR101[unknown-key] a\\nb\\u{001b}[31m \\u{202e} (`x`?)"


def test_quoting_never_shows_a_whole_mapping():
    assert quoted({"password": "hunter2"}) == "a mapping"
    assert quoted(["x"]) == "a list"
    assert quoted("y" * 100) == f"`{'y' * 59}…`"
    assert [quoted(one) for one in (None, True, False, 7)] == ["`null`", "`true`", "`false`", "`7`"]
    assert escaped("ไทย\u200b") == "ไทย\\u{200b}"


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("v\t", "v"),
        ("a: v\t\nb:\t\n", {"a": "v", "b": None}),
        ("a:\tv\tw\t# c\n", {"a": "v\tw"}),
        ("a: v\tw\n  x\n\n  y\n", {"a": "v\tw x\ny"}),
        ("a: [1,\t2\n ]\n", {"a": [1, 2]}),
        ("a: 1\n\t\nb: |\t\n  x\ty\n \t \n", {"a": 1, "b": "x\ty\n \n"}),
        ("a: 'x\n\ty'\t\r\n\t\r\nb: 2\t\r\n", {"a": "x y", "b": 2}),
        ("a:\n\tb: 1\n", None),
        ("-\ta: 1\n", None),
        ("a: v\n\tw\n", None),
    ],
)
def test_a_tab_between_values_is_a_blank_and_one_that_indents_is_refused(text, data):
    for loader in LOADERS:
        found, problems = read(text.encode(), "x.yaml", loader=loader)
        assert (found and found.data) == data
        assert [one.message for one in problems] == (["a tab in the indentation"] if data is None else [])


SEED = (
    "version: 1\nteam: ก\nobjectives:\n  - {id: a, title: 'x', tags: [1, 2.5, no]}\n  - id: b\n    note: |\n      y\n"
).encode()


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 255)), max_size=6), st.integers(0, len(SEED)))
def test_no_mutation_raises_and_both_parsers_agree(edits, end):
    content = bytearray(SEED)
    for index, byte in edits:
        content[index] = byte
    assume(b"\t" not in content[:end])  # one parser takes a tab after a value, the other does not
    results = [read(bytes(content[:end]), "x.yaml", loader=loader) for loader in LOADERS]
    for found, problems in results:
        assert (found is None) == any(one.code != "OKR002" for one in problems)
    first, last = results[0], results[-1]
    assert (first[0] is None) == (last[0] is None)
    if first[0] is not None:
        assert (first[0].data, first[0].keys, first[0].values) == (last[0].data, last[0].keys, last[0].values)
