"""The cells of a sheet as text, by exact rules: what a number is, a day, a length of time, an error."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from math import isfinite
from typing import Any

_LONG = re.compile(r"-?[0-9]{16,}")
"""A number that had lost its last digits before, if it is one and no text."""

_EPOCH = re.compile(r"(1899|190[0-4])-[0-9]{2}-[0-9]{2} [0-9:.]{8,}")
"""A time of day or a length of time, as an instant counted from the first day of all workbooks."""

_MIDNIGHT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} 00:00:00(\.0+)?")
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?")
_DAY = len("2026-12-31")
_EXACT = Decimal(10) ** 15
_ERRORS = {
    "NA": "#N/A", "Div0": "#DIV/0!", "Name": "#NAME?", "Null": "#NULL!", "Num": "#NUM!", "Ref": "#REF!",
    "Value": "#VALUE!", "GettingData": "#GETTING_DATA",
}  # fmt: skip

Load = Callable[[str, list[int] | None], tuple[Any, Any]]
"""The columns of the sheet as one type, and the cells that are none of it; some columns only, where given."""


@dataclass
class Column:
    """The cells of one column, from the first row of the sheet, and the rows whose number has lost its last digits."""

    cells: list[str | None]
    long: list[int] = field(default_factory=list)


def columns(load: Load) -> list[Column]:
    """The columns of a sheet."""
    batch, errors = load("string", None)
    found = [Column(one.to_pylist()) for one in batch.columns]
    for error in _all(errors):
        row, place = error.position
        found[place].cells[row] = _error(error.detail)
    floats, _ = load("float", None)
    numbers = [one.to_pylist() for one in floats.columns]
    doubtful = [place for place, one in enumerate(found) if any(map(_differs, one.cells, numbers[place]))]
    if doubtful:
        flags, _ = load("boolean", doubtful)  # what is a number is true or false, what is text is neither
        for place, truths in zip(doubtful, flags.columns, strict=True):
            _with_all_digits(found[place], numbers[place], truths.to_pylist())
    clocks = [place for place, one in enumerate(found) if _any(_EPOCH, one.cells)]
    if clocks:
        lengths, _ = load("duration", clocks)
        for place, given in zip(clocks, lengths.columns, strict=True):
            _with_lengths(found[place], given.to_pylist())
    return found


def as_days(cells: list[str | None]) -> list[str | None]:
    """Days where all stamps of a column are at midnight, since a workbook has no days but by their looks."""
    stamps = [cell for cell in cells if cell and _STAMP.fullmatch(cell)]
    if not stamps or not all(map(_MIDNIGHT.fullmatch, stamps)):
        return cells
    return [cell[:_DAY] if cell and _STAMP.fullmatch(cell) else cell for cell in cells]


def _differs(cell: str | None, number: float | None) -> bool:
    """Whether a cell may be a number that its text does not give with all digits, since the reader rounds to nine."""
    if cell is None or number is None or not isfinite(number):
        return False
    try:
        return float(cell) != number or bool(_LONG.fullmatch(cell))
    except ValueError:  # true and false are numbers too
        return False


def _with_all_digits(column: Column, numbers: list[float | None], truths: list[bool | None]) -> None:
    """Numbers with all digits that a workbook has of them; a text that looks like a number stays as it is."""
    for row, (number, truth) in enumerate(zip(numbers, truths, strict=True)):
        if number is None or truth is None or not _differs(column.cells[row], number):
            continue
        exact = Decimal(repr(number))
        column.cells[row] = format(exact, "f").removesuffix(".0")
        if abs(exact) >= _EXACT:
            column.long.append(row)


def _with_lengths(column: Column, lengths: list[timedelta | None]) -> None:
    """Times of day and lengths of time as `hh:mm:ss`, which no column takes for an instant."""
    for row, length in enumerate(lengths):
        cell = column.cells[row]
        if length is not None and cell is not None and _EPOCH.fullmatch(cell):
            minutes, seconds = divmod(round(length.total_seconds()), 60)
            column.cells[row] = f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def _error(detail: str) -> str:
    """The text of a cell that holds an error, or something that is no text."""
    error = re.search(r"Error\((\w+)\)", detail)
    if error:
        return _ERRORS.get(error[1], "#ERROR!")
    other = re.search(r'"([^"]*)"', detail)
    return other[1] if other else "#ERROR!"


def _all(errors: Any) -> Iterable[Any]:
    return errors.errors if errors is not None else ()


def _any(pattern: re.Pattern[str], cells: list[str | None]) -> bool:
    return any(cell is not None and pattern.fullmatch(cell) for cell in cells)
