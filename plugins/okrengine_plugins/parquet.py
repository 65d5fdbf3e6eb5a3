"""Parquet files as a source."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl

_NESTED = {"list": "a list", "array": "a list", "struct": "an object", "map": "an object", "union": "of many types"}
_EXACT = {"float": 2**24, "double": 2**53}
"""Up to where a number of that type has all its digits."""


def read_parquet(connection: Any, files: Sequence[Path]) -> Rows:
    """Rows of Parquet files. Their columns are typed: stamps and days are taken as they are, all else by the core.

    Files of one source are matched by the names of their columns; one that a file lacks is missing in its rows. A stamp
    with a zone is an instant, one without is read in the source's `timezone`. A number that is whole loses its `.0`, as
    ids have none. Lists and objects cannot be mapped, nor can numbers so large that their last digits are lost, nor
    stamps that have a zone in some of the files only.
    """
    from duckdb import ColumnExpression  # noqa: PLC0415  heavy

    each = {file: _one(connection, file) for file in files}
    explain = _explain(files)
    try:
        relation = connection.read_parquet([str(file) for file in files], union_by_name=True, binary_as_string=True)
        apart = _mixed(each) | _nested(relation)
        numbers = {
            name: str(kind).lower()
            for name, kind in zip(relation.columns, relation.types, strict=True)
            if str(kind).lower() in _EXACT
        }
        apart |= _long(relation, numbers)
    except Exception as error:  # noqa: BLE001  the engine's own errors, which cannot be named without importing it
        raise SourceError(explain(error)) from None
    kept = [name for name in relation.columns if name not in apart]
    if not kept:
        raise SourceError(next(iter(apart.values())))
    return Rows(relation.select(*map(ColumnExpression, kept)), tuple(kept), explain, apart)


def _one(connection: Any, file: Path) -> dict[str, str]:
    """The columns of one file and their types. Raises `SourceError`."""
    try:
        relation = connection.read_parquet(str(file), binary_as_string=True)
        named = {name for (name,) in _told(connection, file, "parquet_schema", "name")}
        said = _told(connection, file, "parquet_file_metadata", "num_rows")[0]
        held = relation.count("*").fetchone()
    except Exception:  # noqa: BLE001  the engine's own errors
        raise SourceError(f"{file.name}: this is not a whole Parquet file") from None
    if said != held:
        raise SourceError(f"{file.name}: its parts hold more or fewer rows than it says: export it again")
    if again := [name for name in relation.columns if name not in named]:  # the engine has named it otherwise
        name = again[0].rpartition("_")[0]
        raise SourceError(f"{file.name} has more than one column `{name}`, whatever their case: rename one")
    return dict(zip(relation.columns, map(str, relation.types), strict=True))


def _told(connection: Any, file: Path, function: str, column: str) -> list[Any]:
    """What a function of the engine says of a file, which as a bound value would load a data frame library."""
    from sqlglot import exp  # noqa: PLC0415  heavy

    asked = exp.Anonymous(this=function, expressions=[exp.Literal.string(str(file))])
    rows = connection.execute(exp.select(column).from_(exp.Table(this=asked)).sql("duckdb")).fetchall()
    return list(rows)


def _mixed(each: Mapping[Path, Mapping[str, str]]) -> dict[str, str]:
    """Stamps that are instants in one file and wall clocks in another."""
    found: dict[str, str] = {}
    seen: dict[str, tuple[bool, Path]] = {}
    for file, columns in each.items():
        for name, kind in columns.items():
            if kind.startswith("TIMESTAMP"):
                zoned, first = seen.setdefault(name, (kind.endswith("ZONE"), file))
                if zoned != kind.endswith("ZONE"):
                    both = f"{first.name} and {file.name}"
                    found[name] = f"`{name}` has a zone in one of {both} and none in the other: write both alike"
    return found


def _nested(relation: Any) -> dict[str, str]:
    return {
        name: f"the column `{name}` holds {_NESTED[kind.id]} in each cell: write it as columns of their own"
        for name, kind in zip(relation.columns, relation.types, strict=True)
        if kind.id in _NESTED
    }


def _long(relation: Any, numbers: Mapping[str, str]) -> dict[str, str]:
    """Columns of floating numbers that are too large to have all their digits."""
    from duckdb import CaseExpression, ColumnExpression, FunctionExpression  # noqa: PLC0415  heavy

    if not numbers:
        return {}
    sizes = []
    for name in numbers:
        column = ColumnExpression(name)
        finite = CaseExpression(FunctionExpression("isfinite", column), FunctionExpression("abs", column))
        sizes.append(FunctionExpression("max", finite))
    largest = relation.aggregate(sizes).fetchone()
    return {
        name: f"the column `{name}` holds floating numbers whose last digits are lost: write ids as text"
        for (name, kind), most in zip(numbers.items(), largest, strict=True)
        if most is not None and most >= _EXACT[kind]
    }


def _explain(files: Sequence[Path]) -> Callable[[Exception], str]:
    """What the engine's errors about Parquet files mean, without their path or their values."""

    def explain(error: Exception) -> str:
        said = str(error)
        named = [file.name for file in files if file.name in said]
        names = ", ".join(named or [file.name for file in files])
        if "Invalid string encoding" in said:
            return f"{names}: a column holds bytes that are no text: write it as text, or leave it out"
        if "failed to cast column" in said or "column types" in said:
            return f"{names}: a column has another type than in the other files: write all files alike"
        return f"{names}: this is not a whole Parquet file"

    return explain


EXAMPLE = """\
orders:
  type: parquet
  path: data/orders/*.parquet
  columns: {order_id: id, order_date: placed, customer_id: buyer, amount: total}
  exclude: {status: [cancelled, refunded]}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """Parquet."""
    return [Source("parquet", read_parquet, (".parquet",), example=EXAMPLE)]
