"""Sheets of workbooks as a source."""

import csv
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl, quoted
from okrengine_plugins.csv import MOST_ABOVE, NEAR_THE_TOP, heads, read_csv

_SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
APART = "apart.json"
"""Beside a sheet that was put ready: why some of its columns cannot be mapped."""

REGION = re.compile(r"([A-Za-z]{1,3}):([A-Za-z]{1,3})")


def read_excel(  # noqa: PLR0913  one for each option
    connection: Any,
    files: Sequence[Path],
    *,
    sheet: str | None = None,  # noqa: ARG001  what the options mean is done before the rows are read
    header: int = 1,  # noqa: ARG001
    footer: int = 0,  # noqa: ARG001
    region: str | None = None,  # noqa: ARG001
) -> Rows:
    """Rows of a sheet of each workbook (.xlsx, .xlsm, .xls, .ods); every cell is text until the core casts it.

    A whole number loses its `.0`, another one keeps the digits that the workbook has of it; a time is written as in
    2026-11-21 09:00:00, and a column whose times are all at midnight holds days; a time of day or a length of time is
    `hh:mm:ss`; true and false are words. A formula has the value with which the workbook was saved. An error such as
    `#N/A` or `#DIV/0!` is a text, so it is rejected where a number or a time is due, unless it is listed as `missing`.
    Rows and sheets that are hidden are read like all others, and empty rows are left out.

    Three things make a column one that cannot be mapped, since a cell would not mean what it seems to: merged cells, of
    which only the first has a value; formulas that no program has calculated; numbers of more than 15 digits, which
    lose the last ones: keep such ids as text. Merged cells and formulas can be told in .xlsx and .xlsm only. A total
    below the rows is left out by `footer`, or by `exclude:` where a column tells it.

    sheet: the name of the sheet, or its place such as "2"; default: the only one
    header: the number of the row that names the columns; what stands above it is not read
    footer: how many rows at the bottom are no records, such as a total; empty ones do not count
    region: the first and the last column of the table, such as B:F; default: all
    """
    rows = read_csv(connection, files)
    apart = dict(rows.apart)
    for file in files:
        apart |= json.loads((file.parent / APART).read_text(encoding="utf-8"))
    named = partial(_heading, files[0])
    return replace(rows, headers=rows.headers[:-1], apart=apart, locate=_locate(files), written=False, heading=named)


def stage_excel(files: Sequence[Path], folder: Path, **options: Any) -> list[Path]:
    """Each sheet as CSV, with the number of the row in a last column, and beside it why columns cannot be mapped."""
    from okrengine_plugins.sheet_staging import stage  # noqa: PLC0415  only when a workbook is read

    if said := _complaint(options):
        raise SourceError(said)
    found = []
    for place, file in enumerate(files):
        home = folder / str(place)
        home.mkdir()
        found.append(stage(file, home / file.name, options))
    return found


def _complaint(options: Mapping[str, Any]) -> str | None:
    """What is wrong with the options of a workbook."""
    header, footer, region = options["header"], options["footer"], options["region"]
    if not 1 <= header <= MOST_ABOVE:
        return f"`header` is {header}: write the number of the row that names the columns, from 1 to {MOST_ABOVE:,}"
    if not 0 <= footer <= MOST_ABOVE:
        return f"`footer` is {footer}: write how many rows at the bottom are no records, from 0 to {MOST_ABOVE:,}"
    ends = REGION.fullmatch(region or "A:B")
    return (
        None
        if ends and _rank(ends[1]) <= _rank(ends[2])
        else f"`region` is {quoted(region)}: write the first and the last column, such as B:F"
    )


def _rank(letters: str) -> tuple[int, str]:
    """Columns in their order: AA comes after Z."""
    return len(letters), letters.upper()


def _heading(file: Path, names: Sequence[str]) -> int | None:
    """The number of the row, below the header that was declared and not far from it, that has all of these names."""
    with file.open(encoding="utf-8", newline="") as stream:
        for cells in islice(csv.reader(stream), 1, NEAR_THE_TOP):
            if heads(cells, names):
                return int(cells[-1])
    return None


def _locate(files: Sequence[Path]) -> Callable[[str, str], str | None]:
    """What finds the row of a cell, by its column and its trimmed text."""
    from okrengine_plugins.sheet_staging import found  # noqa: PLC0415  only when a workbook is read

    return partial(found, files)


EXAMPLE = """\
surveys:
  type: excel
  path: data/surveys.xlsx
  sheet: November
  header: 3
  footer: 1
  columns: {response_id: No., responded_at: Answered, score: Score}
  values: {score: {missing: ["#N/A", N/A, "-"]}}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """Workbooks."""
    return [Source("excel", read_excel, _SUFFIXES, check=_complaint, stage=stage_excel, example=EXAMPLE)]
