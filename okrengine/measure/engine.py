"""The engines: one connection per source, the embedded one locked; compiled expressions in, plain rows out.

Expressions are compiled by Ibis from unbound tables and run on the raw connection, so that no data frame library is
imported. No SQL text is built from names or values anywhere.
"""

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from okrengine.config import EMBEDDED
from okrengine.errors import ProjectError
from okrengine.measure import dialects
from okrengine.measure.plain import plain

_GIB = 2**30
_LOCKED = (
    "SET TimeZone = 'UTC'",
    "SET preserve_insertion_order = false",
    "SET enable_external_access = false",
    "SET python_enable_replacements = false",
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    "SET lock_configuration = true",
)


def connect(files: Sequence[Path], room: Path | None = None) -> Any:
    """A connection to an empty database in memory that can open `files` and nothing else.

    What does not fit into memory goes to a folder in `room`, which is made when it is needed; without one it does not
    go anywhere. Raises `ProjectError` where the engine is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415  heavy
        import ibis  # noqa: F401, PLC0415  heavy
    except ModuleNotFoundError as error:
        raise ProjectError(
            f'measuring needs an engine, and `{error.name}` is not installed: run `pip install "okrengine[duckdb]"`'
        ) from None
    limits: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{_memory()}MiB",
        "temp_directory": str(room / "spilled") if room else "",
        "threads": str(max(1, os.cpu_count() or 1)),
    }
    connection = duckdb.connect(":memory:", config=limits)
    _lock(connection, files)
    return connection


def _lock(connection: Any, files: Sequence[Path]) -> None:
    """Close every way out of the connection but the reading of `files`."""
    from sqlglot import exp  # noqa: PLC0415  heavy

    paths = exp.Array(expressions=[exp.Literal.string(str(file)) for file in files])
    allowed = exp.SetItem(this=exp.EQ(this=exp.column("allowed_paths"), expression=paths))
    # A bound parameter would do too, but its conversion imports a data frame library.
    connection.execute(exp.Set(expressions=[allowed]).sql("duckdb"))
    for setting in _LOCKED:
        connection.execute(setting)


@dataclass(frozen=True)
class Engine:
    """Where compiled expressions run: the embedded database, or one elsewhere.

    `query` runs one SELECT and gives the names of its columns and its rows; `close` ends the connection.
    """

    dialect: str
    query: Callable[[str], tuple[Sequence[str], Sequence[Sequence[Any]]]]
    close: Callable[[], None]

    def rows(self, expression: Any) -> list[dict[str, Any]]:
        """The rows of an expression, each by column name."""
        names, rows = self.query(compiled(expression, self.dialect))
        if self.dialect == EMBEDDED:
            return [dict(zip(names, row, strict=True)) for row in rows]
        kinds = expression.schema()
        return [{name: plain(value, kinds[name]) for name, value in zip(names, row, strict=True)} for row in rows]

    def row(self, expression: Any) -> dict[str, Any]:
        """The only row of an expression, by column name."""
        (found,) = self.rows(expression)
        return found


def embedded(connection: Any) -> Engine:
    """The engine of a connection that `connect` gave."""

    def query(sql: str) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        cursor = connection.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    return Engine(EMBEDDED, query, connection.close)


def compiled(expression: Any, dialect: str = EMBEDDED, *, pretty: bool = False) -> str:
    """The expression as SQL of a dialect, by the name that Ibis has for it; no driver is needed."""
    import ibis  # noqa: PLC0415  heavy

    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False  # fused, each level would repeat the text of the ones below it
    try:
        return str(dialects.tree(expression, dialect).sql(dialects.compiler(dialect).dialect, pretty=pretty))
    finally:
        ibis.options.sql.fuse_selects = before


def store(connection: Any, name: str, expression: Any) -> None:
    """Keep the rows of an expression as a table of the connection."""
    connection.from_query(compiled(expression)).create(name)


def table(name: str, schema: Mapping[str, str]) -> Any:
    """An unbound table, to build expressions on."""
    import ibis  # noqa: PLC0415  heavy

    return ibis.table(dict(schema), name=name)


def schema_of(relation: Any) -> dict[str, Any]:
    """The schema of a relation of the embedded engine."""
    from ibis.backends.sql.datatypes import DuckDBType  # noqa: PLC0415  heavy

    return {
        name: DuckDBType.from_string(str(kind)) for name, kind in zip(relation.columns, relation.types, strict=True)
    }


def _memory() -> int:
    """Four fifths of the machine's memory in MiB; 4 GiB where it cannot be asked for."""
    try:
        whole = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # not known on every system
        whole = 5 * _GIB
    return whole * 4 // 5 // 2**20
