"""PostgreSQL, asked by psycopg 3: one read-only transaction, so that every query sees the same rows."""

import contextlib
import socket
from collections.abc import Sequence
from typing import Any

from okrengine import Database, SourceError
from okrengine_plugins.sql.address import Address
from okrengine_plugins.sql.columns import Columns
from okrengine_plugins.sql.faults import absent, choose, fault, other
from okrengine_plugins.sql.patience import CONNECTING, GRACE, OverdueError, within

_TABLES = """
SELECT n.nspname, c.relname
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'v', 'm', 'f', 'p') AND n.nspname !~ '^pg_'
    AND n.nspname <> 'information_schema'
    AND (pg_catalog.has_table_privilege(c.oid, 'SELECT') OR c.relname = %s)
ORDER BY n.nspname, c.relname LIMIT 10000
"""
_SCHEMAS = "SELECT pg_catalog.unnest(pg_catalog.current_schemas(false))"
_COLUMNS = """
SELECT a.attname,
    CASE WHEN t.typtype = 'e' THEN 'text'
        WHEN t.typtype = 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod)
        ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END
FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
    JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
WHERE n.nspname = %s AND c.relname = %s AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
"""
_SETTINGS = (
    ("TimeZone", "UTC"),
    ("DateStyle", "ISO"),
    ("standard_conforming_strings", "on"),
    ("default_transaction_read_only", "on"),
)
_KINDS = {
    "42501": "privilege",
    "57014": "slow",
    "28P01": "user",
    "28000": "barred",
    "3D000": "database",
    "53300": "full",
    "22003": "number",
    "25006": "writes",
    "42P01": "gone",
    "42703": "gone",
}
"""SQLSTATE to what it means here."""

_REFUSALS = (
    ("invalid response", "strange"),
    ("no password supplied", "no_password"),
    ("password authentication failed", "user"),
    ("authentication failed", "user"),
    ("no pg_hba.conf entry", "barred"),
    ("does not exist", "database"),
    ("too many", "full"),
    ("SSL", "encryption"),
    ("certificate", "encryption"),
)
"""What the driver says of a connection that came to nothing, which has no SQLSTATE."""


def read(address: Address, table: str, schema: str | None, timeout: int) -> Database:
    """A table or view of a PostgreSQL server. Raises `SourceError`."""
    try:
        import psycopg  # noqa: PLC0415  optional
    except ImportError:
        raise absent("psycopg", "postgres") from None
    connection = _connect(address, timeout)

    def query(sql: str, given: Sequence[Any] | None = None) -> tuple[list[str], list[tuple[Any, ...]]]:
        def work() -> tuple[list[str], list[tuple[Any, ...]]]:
            with connection.cursor() as cursor:
                cursor.execute(sql.encode(), given)
                return [column.name for column in cursor.description or ()], cursor.fetchall()

        try:
            return within(timeout + GRACE, work, lambda: _hang_up(connection))
        except OverdueError:
            raise fault("slow", address, seconds=timeout) from None
        except psycopg.Error as error:
            raise _failed(connection, error, address, table, timeout) from None

    try:
        found = choose(query(_TABLES, [table])[1], table, schema, [name for (name,) in query(_SCHEMAS)[1]])
        columns = dict(query(_COLUMNS, found)[1])
    except SourceError:
        connection.close()
        raise
    return Database("postgres", found[1], Columns(columns, _typed), query, connection.close, found[0])


def _connect(address: Address, timeout: int) -> Any:
    """A connection whose transactions only read and whose statements are stopped by the server."""
    import psycopg  # noqa: PLC0415  optional

    def work() -> Any:
        connection = psycopg.connect(
            host=address.host,
            port=address.port,
            user=address.user,
            password=address.password,
            dbname=address.database,
            connect_timeout=int(CONNECTING) - 1,
            application_name="okrengine",
            autocommit=True,
            prepare_threshold=None,
            **address.options,
        )
        with connection.cursor() as cursor:
            for name, value in (*_SETTINGS, ("statement_timeout", f"{timeout * 1000}")):
                cursor.execute("SELECT pg_catalog.set_config(%s, %s, false)", (name, value))
        connection.autocommit = False
        connection.read_only = True
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        return connection

    try:
        return within(CONNECTING, work)
    except OverdueError:
        raise fault("silent", address) from None
    except psycopg.Error as error:
        raise fault(_refusal(error, address), address) from None


def _refusal(error: Any, address: Address) -> str:
    """Why there is no connection."""
    said = str(error)
    if error.sqlstate in _KINDS:
        return _KINDS[error.sqlstate]
    if "FATAL" in said or "SSL" in said or "password" in said:
        return next((kind for text, kind in _REFUSALS if text in said), "user")
    if "getaddrinfo" in said or "resolve" in said or "translate host name" in said:
        return "host"
    if "timeout" in said:
        return "silent"
    if "refused" in said or "No such file" in said:
        return "refused"
    return reached(address) or "strange"


def reached(address: Address) -> str | None:
    """Why a server cannot be reached at all; None where something takes the connection."""
    try:
        socket.create_connection((address.host, address.port), timeout=1).close()
    except socket.gaierror:
        return "host"
    except ConnectionRefusedError:
        return "refused"
    except OSError:
        return "silent"
    return None


def _failed(connection: Any, error: Any, address: Address, table: str, timeout: int) -> SourceError:
    """What an error of a query means; the transaction begins anew, for the next one."""
    state = error.sqlstate
    if connection.closed or connection.broken or (state or "08").startswith(("08", "57P")):
        connection.close()
        return fault("lost", address)
    connection.rollback()
    if state in _KINDS:
        return fault(_KINDS[state], address, table=table, seconds=timeout)
    return other(address, table, type(error).__name__, state)


def _hang_up(connection: Any) -> None:
    """End the connection below the driver, which waits in another thread."""
    with contextlib.suppress(OSError):
        line = socket.socket(fileno=connection.fileno())
        line.shutdown(socket.SHUT_RDWR)
        line.detach()


def _typed(kind: str) -> str:
    """A type of the catalogue as Ibis writes it."""
    from ibis.backends.sql.datatypes import PostgresType  # noqa: PLC0415  heavy

    return str(PostgresType.from_string(kind))
