"""CSV files as a source."""

import csv
import io
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl, quoted

_HEAD = 1_048_576
_MOST_COLUMNS = 2_000


def read_csv(
    connection: Any,
    files: Sequence[Path],
    *,
    delimiter: str = ",",
) -> Rows:
    """Rows of CSV files (RFC 4180) with one header line each; every cell is text until the core casts it.

    Files of one source may differ in the order of their columns, which are matched by their headers; only columns that
    all of them have can be mapped.
    Quotes are `"`, doubled inside a quoted cell. Lines end in LF, CRLF or CR, in one file alike. Text is UTF-8, with or
    without a byte order mark: the engine reads nothing else well.

    delimiter: the one character between cells
    """
    from duckdb import ColumnExpression  # noqa: PLC0415  heavy

    if said := _complaint({"delimiter": delimiter}):
        raise SourceError(said)
    headers = {file: _header(file, delimiter) for file in files}
    shared = headers[files[0]] if len(files) == 1 else _shared(headers)
    relation = None
    for header in dict.fromkeys(map(tuple, headers.values())):
        part = connection.read_csv(
            [str(file) for file in files if tuple(headers[file]) == header],
            auto_detect=False,
            columns={f"c{place}": "VARCHAR" for place in range(len(header))},
            header=True,
            delimiter=delimiter,
            quotechar='"',
            escapechar='"',
        )
        if len(files) > 1:
            part = part.select(*(ColumnExpression(f"c{_places(name, header)[0]}") for name in shared))
        relation = part if relation is None else relation.union(part)
    return Rows(relation, tuple(shared), _explain([file.name for file in files]), _apart(headers, shared))


def _complaint(options: Mapping[str, Any]) -> str | None:
    """What is wrong with the options of a CSV file."""
    delimiter = options["delimiter"]
    if len(delimiter) == 1 and delimiter not in '"\r\n':
        return None
    return f'`delimiter` is {quoted(delimiter)}, and not one character between cells: write ,  ;  | or "\\t"'


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


def _header(file: Path, delimiter: str) -> list[str]:
    try:
        with file.open("rb") as stream:
            start = stream.read(_HEAD)
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    try:
        text = start.decode("utf-8-sig", errors="strict" if len(start) < _HEAD else "ignore")
    except UnicodeError:
        raise SourceError(f"{file.name} is not UTF-8: save it as CSV UTF-8") from None
    if not text.strip():
        raise SourceError(f"{file.name} is empty: not even a header")
    header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    if not header:
        raise SourceError(f"{file.name} begins with an empty line: the first line must be the header")
    if len(header) > _MOST_COLUMNS:
        raise SourceError(f"{file.name} has more than {_MOST_COLUMNS:,} columns: leave out what nothing reads")
    return header


def _explain(names: Sequence[str]) -> Callable[[Exception], str]:
    """What the engine's errors about a CSV file mean, without its path or its cells."""

    def explain(error: Exception) -> str:
        said = str(error)
        path = re.search(r"file = (.*)", said)
        name = Path(path[1].strip()).name if path else ", ".join(names)
        line = re.search(r"CSV Error on Line: ([0-9]+)", said)
        where = f"{name}, line {line[1]}" if line else name
        if "unicode" in said or "not utf-8" in said:
            return f"{where}: this is not UTF-8: save the file as CSV UTF-8"
        columns = re.search(r"Expected Number of Columns: ([0-9]+) Found: ([0-9]+)", said)
        if columns:
            counts = f"the header has {columns[1]} columns, this line {columns[2]}"
            return f"{where}: {counts}: mend the line, or quote its cells"
        if "unterminated quote" in said:
            return f"{where}: a quote is opened and not closed"
        return f"{where}: quotes do not match, or line ends are of two kinds: save the file as CSV again"

    return explain


@hookimpl
def okr_sources() -> list[Source]:
    """CSV."""
    return [Source("csv", read_csv, (".csv", ".tsv", ".txt"), check=_complaint)]
