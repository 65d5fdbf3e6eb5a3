"""A sheet of a workbook put ready: as text of comma-separated values that the engine can read."""

import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

from okrengine import SourceError
from okrengine_plugins.excel import APART, REGION
from okrengine_plugins.sheet_cells import Column, as_days, columns
from okrengine_plugins.sheet_marks import Marks, column_of, letters_of, look_through, marks
from okrengine_plugins.workbooks import Workbook, workbook

_ROW = "~row"
_AGAIN = "open it in a spreadsheet program and save it again"


def stage(file: Path, target: Path, options: Mapping[str, Any]) -> Path:
    """The sheet of a workbook as CSV, with the number of each row in a last column; beside it why columns are apart."""
    book = workbook(file)
    look_through(book)
    with _opened(book) as reader:
        name = _sheet(book, reader.sheet_names, options["sheet"])
        noted = marks(book, name)
        first, every = _cells(reader, name)
    left, right = _reach(options["region"])
    table = {place: one for place, one in enumerate(every, first) if left <= place <= right}
    head = options["header"] - 1
    names = {place: (one.cells[head] or "").strip() if head < len(one.cells) else "" for place, one in table.items()}
    if not any(names.values()):
        mend = "write the number of the row that names the columns under `header:`"
        raise SourceError(f"{book.name}: row {head + 1} of `{name}` is empty: {mend}")
    rows = _rows(table.values(), head, options["footer"])
    lost = {place: why for place, one in table.items() if (why := _lost(place, one, noted, rows))}
    kept = [place for place in table if place not in lost]
    cells = [as_days([table[place].cells[row] for row in rows]) for place in kept]
    with target.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow([*(names[place] for place in kept), _ROW])
        writer.writerows(zip(*cells, (row + 1 for row in rows), strict=True))
    said = {
        names[place]: f"the column `{names[place]}` of {book.name} {why}" for place, why in lost.items() if names[place]
    }
    (target.parent / APART).write_text(json.dumps(said), encoding="utf-8")
    return target


def _rows(given: Iterable[Column], head: int, footer: int) -> list[int]:
    """The rows below the header that hold anything, without the last ones that are no records."""
    filled = {row for one in given for row, cell in enumerate(one.cells) if row > head and cell and cell.strip()}
    rows = sorted(filled)
    return rows[: max(0, len(rows) - footer)]


def _lost(place: int, column: Column, noted: Marks, rows: Sequence[int]) -> str | None:
    """Why the cells of a column cannot be trusted."""
    there = set(rows)
    for row, other in noted.unknown:
        if other == place and row in there:
            where = f"{letters_of(place)}{row + 1}"
            return f"holds formulas whose values are not known, such as in {where}: {_AGAIN}"
    for merged, across in noted.merged:
        if place in across and there.intersection(merged):
            where = f"{letters_of(across[0])}{merged[0] + 1}:{letters_of(across[-1])}{merged[-1] + 1}"
            return f"has merged cells ({where}), of which only the first has a value: part them, and fill each"
    if wide := [row for row in column.long if row in there]:
        where = f"{letters_of(place)}{wide[0] + 1}"
        return (
            f"holds numbers of more than 15 digits, such as in {where}, whose last digits are lost: keep them as text"
        )
    return None


def _reach(region: str | None) -> tuple[int, int]:
    """The first and the last column of a region."""
    found = REGION.fullmatch(region or "A:ZZZ")
    return (column_of(found[1].upper()), column_of(found[2].upper())) if found else (0, -1)


def _sheet(book: Workbook, names: Sequence[str], wanted: str | None) -> str:
    """The name of the sheet that is meant. Raises `SourceError`, with the names that there are."""
    there = ", ".join(f"`{name}`" for name in names)
    if wanted is None and len(names) == 1:
        return names[0]
    if wanted is None:
        raise SourceError(f"{book.name} has {len(names)} sheets: name one under `sheet:`, of {there}")
    if wanted in names:
        return wanted
    if wanted.isdecimal() and 1 <= int(wanted) <= len(names):
        return names[int(wanted) - 1]
    folded = [name for name in names if name.strip().casefold() == wanted.strip().casefold()]
    if len(folded) == 1:
        return folded[0]
    raise SourceError(f"{book.name} has no sheet `{wanted}`; there are {there}")


def _cells(reader: Any, name: str) -> tuple[int, list[Column]]:
    """The first column that holds anything, and the cells of all from there."""
    read = partial(reader.load_sheet, name, header_row=None, skip_rows=0)
    whole = read(dtypes="string")
    places = [one.absolute_index for one in whole.selected_columns]

    def load(kind: str, some: list[int] | None) -> tuple[Any, Any]:
        among = None if some is None else [places[place] for place in some]
        sheet = whole if kind == "string" else read(dtypes=kind, use_columns=among)
        return sheet.to_arrow_with_errors()  # type: ignore[no-any-return]

    return (places[0], columns(load)) if places else (0, [])


@contextmanager
def _opened(book: Workbook) -> Iterator[Any]:
    """The reader of a workbook; whatever it raises is said in one sentence."""
    try:
        import fastexcel  # noqa: PLC0415  heavy

        import_module("pyarrow")  # what the reader tells errors in cells by
    except ModuleNotFoundError as error:
        raise SourceError(
            f'reading workbooks needs `{error.name}`, which is not installed: run `pip install "okrengine[excel]"`'
        ) from None
    try:
        yield fastexcel.read_excel(book.content)
    except (SourceError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  a reader that gives up raises no usual exception
        if "password" in str(error).casefold():
            raise SourceError(f"{book.name} is locked by a password: save it without one") from None
        raise SourceError(f"{book.name} is damaged, or no usual workbook: {_AGAIN}") from None


def found(files: Sequence[Path], column: str, cell: str) -> str | None:
    """The file and row of a cell, by its column and its trimmed text."""
    for file in files:
        with file.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream)
            header = next(reader)
            place = header.index(column) if column in header else len(header)
            for cells in reader:
                if place < len(cells) and cells[place].strip() == cell:
                    return f"{file.name}, row {cells[-1]}"
    return None
