"""CSV files as a source."""

import csv
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl

_HEAD = 1_048_576


def read_csv(
    connection: Any,
    files: Sequence[Path],
    *,
    delimiter: str = ",",
) -> Rows:
    """Rows of CSV files (RFC 4180) with one header line each; every cell is text until the core casts it.

    Files of one source may differ in the order of their columns; only columns that all of them have can be mapped.
    Quotes are `"`, doubled inside a quoted cell. Lines end in LF, CRLF or CR, in one file alike. Text is UTF-8, with or
    without a byte order mark: the engine reads nothing else well.

    delimiter: the one character between cells
    """
    if len(delimiter) != 1:
        raise SourceError(f"`delimiter: {delimiter}` is not one character")
    headers = {file: _header(file, delimiter) for file in files}
    shared = [name for name in headers[files[0]] if all(name in header for header in headers.values())]
    if not shared:
        raise SourceError(f"{files[0].name} and the other files of the source share no column")
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
        if len(headers) > 1:
            part = part.select(*_places(header, shared))
        relation = part if relation is None else relation.union(part)
    return Rows(relation, tuple(shared if len(headers) > 1 else headers[files[0]]), _explain([f.name for f in files]))


def _places(header: Sequence[str], shared: Sequence[str]) -> list[Any]:
    """The engine's own columns for the shared names, in one order for all files."""
    from duckdb import ColumnExpression  # noqa: PLC0415  heavy

    return [ColumnExpression(f"c{list(header).index(name)}") for name in shared]


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
    return next(csv.reader(text.splitlines(keepends=True), delimiter=delimiter))


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
    return [Source("csv", read_csv, (".csv", ".tsv", ".txt"))]
