"""Databases as sources: PostgreSQL, MySQL, MariaDB and Spark by their address, SQLite by its file.

Rows stay where they are: only counts and sums travel. Nothing is written, and a query that takes too long is stopped.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from okrengine import Database, Seconds, Secret, Source, SourceError, hookimpl
from okrengine_plugins.sql.address import DIALECTS, address, complaint

_PATIENCE = Seconds(30)
_LONGEST = Seconds(3600)
ON_A_SERVER = """\
helpdesk:
  type: sql
  url: postgres://reader@db.example.com/helpdesk
  password: ${env:HELPDESK_PASSWORD}
  table: tickets
  timeout: 20 s
  columns: {ticket_id: id, created_at: opened, first_response_at: replied}
  exclude: {status: [spam, merged]}
"""
IN_A_FILE = """\
orders:
  type: sqlite
  path: data/shop.sqlite
  table: orders
  columns: {order_id: id, order_date: ordered_at, customer_id: customer}
"""


def read_sql(  # noqa: PLR0913  one argument per option
    files: Sequence[Path],  # noqa: ARG001  a server has none
    *,
    table: str,
    url: str | None = None,
    password: Secret | None = None,
    schema: str | None = None,
    timeout: Seconds = _PATIENCE,
) -> Database:
    """A table or view of PostgreSQL, MySQL, MariaDB or Spark, which is only read; its rows stay where they are.

    Columns have the types of the database: what is kept as text where a number or a time is due needs a view that
    casts it.

    url: the address without a password, or a reference to one that is secret as a whole; none: that of `engine:`
    password: a reference to the password
    schema: the schema, or the database of a MySQL server, where it is not the usual one
    table: the table or view with one row per record
    timeout: the longest that one query may take
    """
    if url is None:
        raise SourceError("there is no `url:`: write one here, or the address of all databases under `engine:`")
    if said := _checked({"url": None, "timeout": timeout}):
        raise SourceError(said)
    where = address(url, password)
    reader = import_module(f"okrengine_plugins.sql.{where.kind}")  # what it needs takes time to load
    found: Database = reader.read(where, table, schema, timeout)
    return found


def read_sqlite(files: Sequence[Path], *, table: str, timeout: Seconds = _PATIENCE) -> Database:
    """A table or view of a SQLite file, which is only read.

    SQLite knows no stamps and no decimals: stamps are read from text as in 2026-11-21T09:00:00+07:00, money must be
    kept in whole minor units.

    table: the table or view with one row per record
    timeout: the longest that one query may take
    """
    if len(files) != 1:
        raise SourceError(f"`path:` names {len(files)} files: a SQLite source reads one")
    if said := _checked({"timeout": timeout}):
        raise SourceError(said)
    from okrengine_plugins.sql import sqlite  # noqa: PLC0415  what it needs takes time to load

    return sqlite.read(files[0], table, timeout)


def _checked(options: Mapping[str, Any]) -> str | None:
    """What is wrong with the options of a database."""
    if not 0 < options["timeout"] <= _LONGEST:
        return f"`timeout:` is {options['timeout']} s: write from 1 s to {_LONGEST} s"
    url = options.get("url")
    return complaint(url) if url is not None else None


def _dialect(options: Mapping[str, Any]) -> str | None:
    """The SQL that the database of an address speaks."""
    return DIALECTS.get(str(options.get("url")).partition("://")[0])


@hookimpl
def okr_sources() -> list[Source]:
    """SQL and SQLite."""
    return [
        Source(
            "sql",
            read_sql,
            files=False,
            reads="database",
            check=_checked,
            example=ON_A_SERVER,
            dialect=_dialect,
            unlike=("postgres", "postgresql", "mysql", "mariadb", "spark", "database"),
        ),
        Source(
            "sqlite",
            read_sqlite,
            (".sqlite", ".sqlite3", ".db"),
            reads="database",
            check=_checked,
            example=IN_A_FILE,
            dialect=lambda _: "sqlite",
        ),
    ]
