"""Cells of files as they are cast: what is read quickly and what is read slowly give the same."""

import re
from datetime import datetime

import pytest

from okrengine.config import Values
from okrengine.measure import casting, engine
from okrengine.measure.casting import Mapped

duckdb = pytest.importorskip("duckdb")


def at(text):
    return datetime.fromisoformat(text) if text else None


def bare(value):
    """A number as text, without the zeros after its last decimal."""
    return re.sub("[.]?0*$", "", str(value))


def cast(cells, kind, typed="VARCHAR", **how):
    """The rows of the columns that stand for a column of such cells."""
    connection = duckdb.connect(config={"threads": "1"})
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute(f"CREATE TABLE raw (place INTEGER, c {typed})")
    connection.executemany("INSERT INTO raw VALUES (?, ?)", list(enumerate(cells)))
    raw = engine.table("raw", engine.schema_of(connection.table("raw")))
    columns = {"x": Mapped("x", "c", kind, **how), "place": Mapped("place", "place", "int")}
    expression = casting.typed(raw, columns)
    due = casting.stored(columns) | ({"x": "int64"} if (typed, kind) == ("INTEGER", "num") else {})
    assert expression.schema() == engine.table("typed", due).schema()
    found = connection.execute(engine.compiled(expression)).fetchall()
    return [row[:-2] for row in sorted(found, key=lambda row: row[-2])]


@pytest.mark.parametrize(
    ("cell", "local", "instant"),
    [
        ("2026-01-05T10:00:00", "2026-01-05T10:00:00", None),
        ("2026-01-05 10:00", "2026-01-05T10:00:00", None),
        (" 2026-01-05\t", "2026-01-05T00:00:00", None),
        ("2026-01-05T10:00:00.25", "2026-01-05T10:00:00.250000", None),
        ("2026-01-05T10:00:00,25", "2026-01-05T10:00:00.250000", None),
        ("2026-01-05T10:00:00Z", None, "2026-01-05T10:00:00"),
        ("2026-01-05 10:00 UTC", None, "2026-01-05T10:00:00"),
        ("2026-01-05T10:00:00+07:00", None, "2026-01-05T03:00:00"),
        ("2026-01-05T10:00:00.5-0330", None, "2026-01-05T13:30:00.500000"),
        ("2026-01-05T10:00:00 -00:30", None, "2026-01-05T10:30:00"),
        ("2026-01-05T10:00:00+07", None, "2026-01-05T03:00:00"),
        ("2026-1-05T10:00:00", None, None),
        ("2026-01-5  10:00:00", None, None),
        ("2026-02-30", None, None),
        ("2568-01-05T10:00:00", None, None),
        ("0999-12-31", None, None),
        ("infinity", None, None),
    ],
)
def test_a_stamp_is_naive_or_an_instant_or_rejected(cell, local, instant):
    assert cast([cell], "ts") == [(at(local), at(instant), local is None and instant is None)]


@pytest.mark.parametrize("kind", ["ts", "plan", "date"])
def test_an_empty_cell_is_no_rejected_one(kind):
    assert cast(["", "  ", None, "\t\r"], kind) == [(None, None, False)] * 4


def test_a_planned_day_lasts_to_its_end_and_a_planned_hour_does_not():
    assert [row[0] for row in cast(["2026-01-05", "2026-01-05T10:00:00"], "plan")] == [
        at("2026-01-05T23:59:59.999999"),
        at("2026-01-05T10:00:00"),
    ]


def test_a_format_with_an_offset_reads_no_cell_without_one():
    forms = ("%d/%m/%Y %H:%M %z", "%d/%m/%Y %H:%M")
    assert cast(["05/01/2026 10:00 +0700", "05/01/2026 10:00"], "ts", formats=forms) == [
        (None, at("2026-01-05T03:00:00"), False),
        (at("2026-01-05T10:00:00"), None, False),
    ]
    assert cast(["05/01/2026 10:00"], "ts", formats=forms[:1]) == [(None, None, True)]


@pytest.mark.parametrize("word", ["infinity", "-infinity", "epoch"])
def test_words_that_the_engine_takes_for_stamps_are_rejected(word):
    assert cast([word], "date", formats=("%d/%m/%Y",)) == [(None, None, True)]


@pytest.mark.parametrize(
    ("typed", "kind", "cells", "values"),
    [
        ("INTEGER", "num", [5, -1, None], [5, -1, None]),
        ("UBIGINT", "int", [5, 2**63 - 1], [5, 2**63 - 1]),
        ("DECIMAL(12, 2)", "money", ["1.25", None], ["1.25", None]),
        ("BOOLEAN", "bool", [True, False, None], [True, False, None]),
        ("DOUBLE", "num", [5.0, 0.1, -2.5, 1e-3], [5, "0.1", "-2.5", "0.001"]),
        ("DOUBLE", "int", [5.0, -7.0], [5, -7]),
        ("DOUBLE", "money", [float(2**60)], ["1152921504606847000"]),
        ("DATE", "cat", ["2026-01-05"], ["2026-01-05"]),
        ("INTEGER", "id", [7], ["7"]),
    ],
)
def test_a_typed_column_is_taken_as_it_is(typed, kind, cells, values):
    found = cast(cells, kind, typed)
    assert [bare(row[0]) for row in found] == [
        str(value) if value is None else bare(cast([str(value)], kind)[0][0]) for value in values
    ]
    assert not any(row[1] for row in found)


@pytest.mark.parametrize(("typed", "cell"), [("DOUBLE", float("nan")), ("DOUBLE", float("inf")), ("DOUBLE", 1e300)])
def test_a_double_that_is_no_number_of_ours_is_rejected(typed, cell):
    assert cast([cell], "num", typed) == [(None, True)]


def test_a_double_that_is_not_whole_is_no_whole_number():
    assert cast([2.5], "int", "DOUBLE") == [(None, True)]


_SPELLED = {
    "num": ["5", "-0.5", "+7", "1,200", "1_0", "5.5", "0.1234567891", "123456789012345", "5 6", "1e3", "x", ".", ""],
    "int": ["5", "5.0", "5.5", "-7", "1,200", "1_0", "9007199254740993", "99999999999999999999", "x", ""],
    "money": ["5.25", "1,200.50", "0.12345678912", "1_0", "THB 5", ""],
    "ts": ["2026-01-05", "2026-01-05 10:00", "2026-01-05T10:00:00.25", "2026-01-05T10:00:00+07", "2026-13-05", "x", ""],
    "date": ["2026-01-05", "2026-01-05T23:00:00Z", "2026-02-30", "infinity", ""],
    "plan": ["2026-01-05", "2026-01-05 10:00", "5", ""],
}


@pytest.mark.parametrize("kind", _SPELLED)
@pytest.mark.parametrize("blanks", ["{} ", " {}", "\t{}\r", "\u00a0{}", "{}\u00a0 "])
def test_blanks_around_a_cell_change_nothing(kind, blanks):
    bare = cast(_SPELLED[kind], kind)
    assert cast([blanks.format(cell) for cell in _SPELLED[kind]], kind) == bare
    assert bare[-1][-1] is False
    assert any(row[0] is not None or (len(row) > 2 and row[1] is not None) for row in bare)
    rejected = [cell for cell, row in zip(_SPELLED[kind], bare, strict=True) if row[-1]]
    assert rejected == _REJECTED[kind]


_REJECTED = {
    "num": ["1_0", "5 6", "x", "."],
    "int": ["5.5", "1_0", "99999999999999999999", "x"],
    "money": ["1_0", "THB 5"],
    "ts": ["2026-13-05", "x"],
    "date": ["2026-02-30", "infinity"],
    "plan": ["5"],
}


def test_codes_of_a_typed_column_are_missing():
    values = Values(missing=("11", "99.0"))
    assert [row[0] for row in cast([9, 11, 99], "int", "INTEGER", values=values)] == [9, None, None]


def test_a_stamp_without_end_is_no_stamp():
    assert cast(["infinity", "-infinity", "2026-01-05"], "ts", "TIMESTAMP") == [
        (None, None, True),
        (None, None, True),
        (at("2026-01-05T00:00:00"), None, False),
    ]
