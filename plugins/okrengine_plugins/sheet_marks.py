"""What the XML of a sheet says beside its values: formulas without one, merged cells, how far the cells reach."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from okrengine import SourceError
from okrengine_plugins.workbooks import Workbook, pieces

_MOST_CELLS = 30_000_000
_LONGEST_ROW = 32 * 2**20
_LONGEST_NAME = 64
_NS = rb"(?:\w+:)?"
_ROW_END = re.compile(rb"</" + _NS + rb"row>|</" + _NS + rb"sheetData>")
_ROW = re.compile(rb"<" + _NS + rb"row\b[^>]*?\br=\"([0-9]{1,7})\"")
_WIDE = re.compile(rb"\br=\"([A-Z]{2,3})[0-9]")
_FORMULA = re.compile(
    rb"<" + _NS + rb"c\b([^>]*)>\s*<" + _NS + rb"f\b[^>]*(?:/>|>[^<]*</" + _NS + rb"f>)"
    rb"\s*(?:<" + _NS + rb"v(?:\s[^>]*)?>([^<]*)<)?"
)
_PLACE = re.compile(rb"\br=\"([A-Z]{1,3})([0-9]{1,7})\"")
_TEXT = re.compile(rb"\bt=\"str\"")
_MERGED = re.compile(rb"mergeCell\b[^>]*\bref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\"")
_FAILED = re.compile(rb"calcext:value-type=\"error\"")


@dataclass
class Marks:
    """What is known of a sheet: formulas (row, column) without a value, and merged cells (rows, columns).

    Rows and columns are counted from 0.
    """

    unknown: list[tuple[int, int]] = field(default_factory=list)
    merged: list[tuple[range, range]] = field(default_factory=list)


def marks(book: Workbook, sheet: str) -> Marks:
    """What a sheet's XML says. Raises `SourceError` where its cells reach too far, or cannot be told apart."""
    if book.kind == "ods":
        _refuse_errors(book)
    return _marks(book, sheet) if book.kind == "xlsx" else Marks()


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
        widest = max([widest, *(column_of(name.decode()) for name in set(_WIDE.findall(block)))])
        if lowest * (widest + 1) > _MOST_CELLS:
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


def _blocks(parts: Iterator[bytes]) -> Iterator[bytes]:
    """The XML in pieces that end between two rows."""
    left = b""
    for piece in parts:
        text = left + piece
        end = max((found.end() for found in _ROW_END.finditer(text, max(0, len(left) - _LONGEST_NAME))), default=0)
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
