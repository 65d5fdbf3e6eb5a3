"""What the XML of a sheet says beside its values: formulas without one, merged cells, how far the cells reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from okrengine import SourceError
from okrengine_plugins.workbooks import Workbook, pieces

_MOST_CELLS = 30_000_000
_MOST_COLUMNS = 16_384
"""No sheet of any program has more."""

_LONGEST_ROW = 32 * 2**20
_LONGEST_NAME = 64
_NS = rb"(?:\w+:)?"
_ROW_END = re.compile(rb"</" + _NS + rb"row>|</" + _NS + rb"sheetData>")
_ROW = re.compile(rb"<" + _NS + rb"row\b[^>]*?\br=\"([0-9]{1,12})\"")
_CELL = re.compile(rb"<" + _NS + rb"c\b")
_SHORTEST_CELL = len(b"<c/>")
_WIDE = re.compile(rb"\br=\"([A-Z]{2,9})[0-9]")
_FORMULA = re.compile(
    rb"<" + _NS + rb"c\b([^>]*)>\s*<" + _NS + rb"f\b[^>]*(?:/>|>[^<]*</" + _NS + rb"f>)"
    rb"\s*(?:<" + _NS + rb"v(?:\s[^>]*)?>([^<]*)<)?"
)
_PLACE = re.compile(rb"\br=\"([A-Z]{1,3})([0-9]{1,7})\"")
_TEXT = re.compile(rb"\bt=\"str\"")
_MERGED = re.compile(rb"mergeCell\b[^>]*\bref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"")
_SPREAD_END = re.compile(rb"</table:table-row>")
_SPREAD = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]*)>")
_TIMES = re.compile(rb"\btable:number-(?:columns|rows)-repeated=\"([0-9]{1,12})\"")
_FILLED = re.compile(rb"\boffice:value-type=|\btable:formula=")
_FAILED = re.compile(rb"calcext:value-type=\"error\"")


@dataclass
class Marks:
    """What is known of a sheet: formulas (row, column) without a value, and merged cells (rows, columns).

    Rows and columns are counted from 0.
    """

    unknown: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[range, range]] = field(default_factory=list)


def marks(book: Workbook, sheet: str) -> Marks:
    """What a sheet's XML says. Raises `SourceError` where its cells reach too far."""
    return _marks(book, sheet) if book.kind == "xlsx" else Marks()


def look_through(book: Workbook) -> None:
    """Raises `SourceError` for a workbook that cannot be opened, or whose cells cannot be told apart."""
    if book.kind == "ods":
        _refuse_errors(book)
        _refuse_repeated(book)


def column_of(letters: str) -> int:
    """The place of a column by its letters, from 0: `A` is 0, `AA` is 26."""
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def letters_of(column: int) -> str:
    """The letters of a column by its place."""
    letters, rest = "", column + 1
    while rest:
        rest, digit = divmod(rest - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def _marks(book: Workbook, sheet: str) -> Marks:
    found, unsure = Marks(), book.unsure
    lowest = widest = 0
    for block in _blocks(book.sheet(sheet)):
        lowest = max([lowest, *map(int, _ROW.findall(block))])
        widest = max([widest, _cells(block) - 1, *(column_of(name.decode()) for name in set(_WIDE.findall(block)))])
        if lowest * (widest + 1) > _MOST_CELLS or widest >= _MOST_COLUMNS:
            reach = f"{lowest:,} rows and {widest + 1:,} columns"
            raise SourceError(
                f"{book.name}: `{sheet}` reaches over {reach}: save it as CSV, or delete what is far away"
            )
        for cell, value in _FORMULA.findall(block) if b"<f" in block or b":f" in block else ():
            place = _PLACE.search(cell)
            if place and (unsure or not (value.strip() or _TEXT.search(cell))):
                found.unknown.append((int(place[2]) - 1, column_of(place[1].decode())))
        for left, top, right, bottom in _MERGED.findall(block):
            columns = range(column_of(left.decode()), column_of(right.decode()) + 1)
            found.merged.append((range(int(top) - 1, int(bottom)), columns))
    return found


def _cells(block: bytes) -> int:
    """How many cells the longest row has, if they may be too many: they need not say where they are."""
    rows = _ROW_END.split(block) if len(block) > _MOST_COLUMNS * _SHORTEST_CELL else []
    return max((len(_CELL.findall(row)) for row in rows if len(row) > _MOST_COLUMNS * _SHORTEST_CELL), default=0)


def _blocks(parts: Iterator[bytes], ends: re.Pattern[bytes] = _ROW_END) -> Iterator[bytes]:
    """The XML in pieces that end between two rows."""
    left = b""
    for piece in parts:
        text = left + piece
        end = max((found.end() for found in ends.finditer(text, max(0, len(left) - _LONGEST_NAME))), default=0)
        left = text[end:]
        if len(left) > _LONGEST_ROW:
            raise SourceError(f"a row of a sheet has more than {_LONGEST_ROW // 2**20} MiB: save it as CSV")
        if end:
            yield text[:end]
    yield left


def _refuse_errors(book: Workbook) -> None:
    """Cells of errors read as empty ones in this format."""
    left = b""
    for piece in pieces(book, "content.xml"):
        if _FAILED.search(left + piece):
            raise SourceError(
                f"{book.name} holds formulas that failed, such as #DIV/0!, and in this format they look empty: "
                "mend them, or save it as .xlsx"
            )
        left = piece[-64:]


def _refuse_repeated(book: Workbook) -> None:
    """In this format a cell says how often it is repeated, and a row too: little becomes more than memory holds."""
    total = 0
    for block in _blocks(pieces(book, "content.xml"), _SPREAD_END):
        for row in _SPREAD_END.split(block) if b"-repeated" in block else ():
            given = row[row.rfind(b"<table:table-row") :]
            cells = [cell for cell in _SPREAD.findall(given) if _FILLED.search(cell)]
            total += _times(given[: given.find(b">")]) * sum(map(_times, cells))
        if total > _MOST_CELLS:
            raise SourceError(f"{book.name} repeats cells more than {_MOST_CELLS:,} times: save it as CSV")


def _times(tag: bytes) -> int:
    found = _TIMES.search(tag)
    return int(found[1]) if found else 1
