"""CSV files as a source."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl, quoted
from okrengine_plugins.text_files import HEAD, encoding_complaint, ready, undecodable

_MOST_COLUMNS = 2_000
MOST_ABOVE = 1_000
NEAR_THE_TOP = 25
"""So many lines are looked at for the names of columns that the header does not have."""

_SEARCHED = 5_000_000


def read_csv(  # noqa: PLR0913  one for each option
    connection: Any,
    files: Sequence[Path],
    *,
    delimiter: str = ",",
    encoding: str = "utf-8",
    header: int = 1,
    footer: int = 0,
) -> Rows:
    """Rows of CSV files (RFC 4180) with one header line each; every cell is text until the core casts it.

    Files of one source may differ in the order of their columns, which are matched by their headers; only columns that
    all of them have can be mapped. A line with more or fewer cells than the header fails the source, and so does a
    quote that is not closed: half of the rows are no answer.
    Quotes are `"`, doubled inside a quoted cell. Lines end in LF, CRLF or CR, in one file alike. Text is UTF-8, with or
    without a byte order mark, unless `encoding` says otherwise; a byte that is none of that encoding fails the source.
    A file packed by gzip is read as it is. Numbers with a decimal comma are declared by `parse: {decimal: ","}`.

    delimiter: the one character between cells
    encoding: how the text is encoded: utf-8, cp874 or tis-620 for Thai, windows-1252, utf-16, shift_jis, …
    header: the number of the line that names the columns; titles above it are not read
    footer: how many lines at the bottom are no rows, such as a total
    """
    _check({"delimiter": delimiter, "encoding": encoding, "header": header, "footer": footer})
    headers = {file: _header(file, delimiter, header) for file in files}
    shared = headers[files[0]] if len(files) == 1 else _shared(headers)
    relation = _relation(connection, headers, shared, delimiter, header - 1)
    locate, named = _locate(headers, delimiter, header), partial(_heading, files[0], delimiter, header)
    apart = _apart(headers, shared)
    return Rows(relation, tuple(shared), _explain(files), apart, locate, written=True, heading=named)


def stage_csv(files: Sequence[Path], folder: Path, **options: Any) -> list[Path]:
    """The files, or copies of those that are packed, in another encoding, or have lines at the bottom to be cut."""
    _check(options)
    encoding, footer = options["encoding"], options["footer"]
    return [ready(file, folder / str(place), encoding=encoding, footer=footer) for place, file in enumerate(files)]


def _check(options: Mapping[str, Any]) -> None:
    if said := _complaint(options):
        raise SourceError(said)


def _complaint(options: Mapping[str, Any]) -> str | None:
    """What is wrong with the options of a CSV file."""
    delimiter, header, footer = options["delimiter"], options["header"], options["footer"]
    if len(delimiter) != 1 or delimiter in '"\r\n':
        return f'`delimiter` is {quoted(delimiter)}, and not one character between cells: write ,  ;  | or "\\t"'
    if not 1 <= header <= MOST_ABOVE:
        return f"`header` is {header}: write the number of the line that names the columns, from 1 to {MOST_ABOVE:,}"
    if not 0 <= footer <= MOST_ABOVE:
        return f"`footer` is {footer}: write how many lines at the bottom are no rows, from 0 to {MOST_ABOVE:,}"
    return encoding_complaint(options["encoding"])


def _relation(
    connection: Any, headers: Mapping[Path, Sequence[str]], shared: Sequence[str], delimiter: str, skipped: int
) -> Any:
    """The rows of all files, with the columns that all have in the order of the first."""
    from duckdb import ColumnExpression  # noqa: PLC0415  heavy

    relation = None
    for names in dict.fromkeys(map(tuple, headers.values())):
        part = connection.read_csv(
            [str(file) for file in headers if tuple(headers[file]) == names],
            auto_detect=False,
            columns={f"c{place}": "VARCHAR" for place in range(len(names))},
            header=True,
            delimiter=delimiter,
            quotechar='"',
            escapechar='"',
            skiprows=skipped,
            compression="none",
        )
        if len(headers) > 1:
            part = part.select(*(ColumnExpression(f"c{_places(name, names)[0]}") for name in shared))
        relation = part if relation is None else relation.union(part)
    return relation


def _shared(headers: Mapping[Path, Sequence[str]]) -> list[str]:
    """The columns that every file has just once, as the first file spells them. Raises `SourceError`."""
    first = next(iter(headers))
    shared = [name for name in headers[first] if all(len(_places(name, header)) == 1 for header in headers.values())]
    if not shared:
        raise SourceError(f"{first.name} and the other files of the source share no column")
    return shared


def _apart(headers: Mapping[Path, Sequence[str]], shared: Sequence[str]) -> dict[str, str]:
    """Why the other columns cannot be mapped, by the names of the columns."""
    found: dict[str, str] = {}
    for name in (name for header in headers.values() for name in header if not _places(name, shared)):
        for file, header in headers.items():
            places = _places(name, header)
            if not places:
                said = f"{file.name} has no column `{name.strip()}`, which another file of the source has: add it"
                found.setdefault(name, said)
            elif len(places) > 1:
                found.setdefault(name, f"{file.name} has more than one column `{name.strip()}`: rename one")
    return found


def _places(name: str, header: Sequence[str]) -> list[int]:
    """Where a column may stand: under exactly this name, else under one that differs in case or outer blanks only."""
    exact = [place for place, other in enumerate(header) if other == name]
    folded = name.strip().casefold()
    return exact or [place for place, other in enumerate(header) if other.strip().casefold() == folded]


def _header(file: Path, delimiter: str, line: int) -> list[str]:
    """The names of the columns of a file that is ready. Raises `SourceError`."""
    with file.open("rb") as stream:
        start = stream.read(HEAD)
    try:
        text = io.StringIO(start.decode("utf-8-sig", errors="strict" if len(start) < HEAD else "ignore"), newline="")
    except UnicodeError:
        raise SourceError(undecodable(file) or f"{file.name} is not UTF-8") from None
    above = list(islice(text, line - 1))
    if len(above) < line - 1:
        raise SourceError(f"{file.name} has no line {line}: correct `header:`")
    odd = next((number for number, said in enumerate(above, 1) if said.count('"') % 2), None)
    if odd is not None:  # the engine, which skips rows and not lines, would skip one too many
        raise SourceError(f"{file.name}, line {odd}: a quote ends on another line above the header: delete that title")
    rest = text.read()
    if not rest.strip():
        raise SourceError(f"{file.name} is empty: not even a header")
    try:
        header = next(csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise SourceError(
            f"{file.name}: the header cannot be read: a quote is not closed, or a name is too long"
        ) from None
    if not header:
        mend = "correct `header:`" if line > 1 else "the first line must be the header, or name its line by `header:`"
        raise SourceError(f"{file.name} begins with an empty line: {mend}")
    if len(header) > _MOST_COLUMNS:
        raise SourceError(f"{file.name} has more than {_MOST_COLUMNS:,} columns: leave out what nothing reads")
    other = next((mark for mark in ";\t|," if mark in header[0]), None) if len(header) == 1 else None
    if other is not None:
        mark = "\\t" if other == "\t" else other
        raise SourceError(
            f'{file.name}: the header is one cell; if `{mark}` parts its names, write `delimiter: "{mark}"`'
        )
    return header


def _heading(file: Path, delimiter: str, header: int, names: Sequence[str]) -> int | None:
    """The number of the line, among the first and not the `header`, that has all of these names."""
    with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
        reader, line = csv.reader(stream, delimiter=delimiter), 1
        for cells in islice(reader, NEAR_THE_TOP):
            if line != header and heads(cells, names):
                return line
            line = reader.line_num + 1
    return None


def heads(cells: Sequence[str], names: Sequence[str]) -> bool:
    """Whether a line has a cell for each of these names."""
    return {name.strip().casefold() for name in names} <= {cell.strip().casefold() for cell in cells}


def _locate(headers: Mapping[Path, Sequence[str]], delimiter: str, line: int) -> Callable[[str, str], str | None]:
    """What finds the line of a cell, by its column and its trimmed text."""

    def locate(column: str, cell: str) -> str | None:
        with suppress(csv.Error):  # a cell that is too long to be searched
            return found(column, cell)
        return None

    def found(column: str, cell: str) -> str | None:
        for file, header in headers.items():
            (place, *_) = _places(column, header) or [len(header)]
            with file.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
                for _ in islice(stream, line - 1):
                    pass
                reader = csv.reader(stream, delimiter=delimiter)
                next(reader, None)
                before = reader.line_num
                for cells in islice(reader, _SEARCHED):
                    if place < len(cells) and cells[place].strip() == cell:
                        return f"{file.name}, line {line + before:,}"
                    before = reader.line_num
        return None

    return locate


def _explain(files: Sequence[Path]) -> Callable[[Exception], str]:
    """What the engine's errors about a CSV file mean, without its path or its cells."""

    def explain(error: Exception) -> str:
        said = str(error)
        path = re.search(r"file = (.*)", said)
        name = Path(path[1].strip()).name if path else ", ".join(file.name for file in files)
        line = re.search(r"CSV Error on Line: ([0-9]+)", said)
        where = f"{name}, line {line[1]}" if line else name
        if "unicode" in said or "not utf-8" in said:
            return next(filter(None, map(undecodable, files)), f"{where}: this is not UTF-8")
        columns = re.search(r"Expected Number of Columns: ([0-9]+) Found: ([0-9]+)", said)
        if columns:
            counts = f"the header has {columns[1]} columns, this line {columns[2]}"
            return f"{where}: {counts}: mend the line, or quote its cells"
        if "unterminated quote" in said:
            return f"{where}: a quote is opened and not closed"
        if "Maximum line size" in said:
            return f"{where}: the line has more than 2 MB: a quote is not closed, or this is no table"
        return f"{where}: quotes do not match, or line ends are of two kinds: save the file as CSV again"

    return explain


EXAMPLE = """\
surveys:
  type: csv
  path: data/surveys/*.csv
  delimiter: ";"
  encoding: cp874
  footer: 1
  columns: {response_id: เลขที่, responded_at: วันที่, score: คะแนน}
  parse: {datetime: "%d/%m/%Y %H:%M", decimal: ","}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """CSV."""
    return [
        Source("csv", read_csv, (".csv", ".tsv", ".txt", ".csv.gz"), check=_complaint, stage=stage_csv, example=EXAMPLE)
    ]
