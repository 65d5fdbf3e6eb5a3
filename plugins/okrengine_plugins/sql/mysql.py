"""MySQL and MariaDB, asked by PyMySQL: one read-only transaction, so that every query sees the same rows."""

import contextlib
from collections.abc import Sequence
from typing import Any

from okrengine import Database, SourceError
from okrengine_plugins.sql.address import Address
from okrengine_plugins.sql.columns import Columns
from okrengine_plugins.sql.faults import absent, choose, fault, other
from okrengine_plugins.sql.patience import CONNECTING, GRACE, OverdueError, within

_TABLES = "SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.TABLES ORDER BY 1, 2 LIMIT 10000"
_COLUMNS = """
SELECT COLUMN_NAME, COLUMN_TYPE FROM information_schema.COLUMNS
WHERE BINARY TABLE_SCHEMA = %s AND BINARY TABLE_NAME = %s ORDER BY ORDINAL_POSITION
"""
_SETTINGS = (
    "SET SESSION sql_mode = 'STRICT_ALL_TABLES'",
    "SET SESSION time_zone = '+00:00'",
    "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
)
_BEGIN = "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY"
_LIMIT = {True: "SET SESSION max_statement_time = %s", False: "SET SESSION max_execution_time = %s * 1000"}
"""How long a statement may take, by whether the server is MariaDB."""

_KINDS = {
    1040: "full",
    1044: "database",
    1045: "user",
    1049: "database",
    1054: "gone",
    1130: "barred",
    1142: "privilege",
    1143: "privilege",
    1146: "gone",
    1203: "full",
    1226: "full",
    1264: "number",
    1317: "slow",
    1345: "privilege",
    1356: "privilege",
    1690: "number",
    1698: "user",
    1792: "writes",
    1969: "slow",
    2026: "encryption",
    3024: "slow",
    3159: "encryption",
}
"""The server's number of an error to what it means here."""

_LOST = (2006, 2013, 2014, 2055, 1053, 1077, 1079, 1927)
_UNREACHED = (2002, 2003, 2005)


def read(address: Address, table: str, schema: str | None, timeout: int) -> Database:
    """A table or view of a MySQL or MariaDB server; a schema is another database. Raises `SourceError`."""
    try:
        import pymysql  # noqa: PLC0415  optional
    except ImportError:
        raise absent("pymysql", "mysql") from None
    if not (schema or address.database):
        raise SourceError("`url:` names no database: write it as in mysql://okr@db.example.com/crm")
    connection = _connect(address, timeout)

    def query(sql: str, given: Sequence[Any] | None = None) -> tuple[list[str], Sequence[Sequence[Any]]]:
        def work() -> tuple[list[str], Sequence[Sequence[Any]]]:
            with connection.cursor() as cursor:
                cursor.execute(sql, given)
                return [column[0] for column in cursor.description or ()], cursor.fetchall()

        try:
            return within(timeout + GRACE, work)
        except OverdueError:
            raise fault("slow", address, seconds=timeout) from None
        except (pymysql.Error, OSError, AttributeError) as error:
            raise _failed(error, address, table, timeout) from None

    def close() -> None:
        with contextlib.suppress(pymysql.Error, OSError):
            connection.close()

    try:
        tables = [(place, name) for place, name in query(_TABLES)[1]]
        place, name = choose(tables, table, schema, [address.database or ""])
        columns = {column: _text(kind) for column, kind in query(_COLUMNS, (place, name))[1]}
        if not columns:
            raise fault("blind", address, table=name)
    except SourceError:
        close()
        raise
    return Database("mysql", name, Columns(columns, _typed), query, close, place)


def _connect(address: Address, timeout: int) -> Any:
    """A connection whose transaction only reads and whose statements are stopped by the server."""
    import pymysql  # noqa: PLC0415  optional

    def work() -> Any:
        connection = pymysql.connect(
            host="localhost" if address.host.startswith("/") else address.host,
            unix_socket=address.host if address.host.startswith("/") else None,
            port=address.port,
            user=address.user,
            password=address.password or "",
            database=address.database,
            charset="utf8mb4",
            collation="utf8mb4_bin",
            connect_timeout=int(CONNECTING) - 1,
            read_timeout=timeout + GRACE,
            write_timeout=timeout + GRACE,
            program_name="okrengine",
            **_encryption(address.options),
        )
        with connection.cursor() as cursor:
            for setting in _SETTINGS:
                cursor.execute(setting)
            cursor.execute(_LIMIT["MariaDB" in connection.get_server_info()], (timeout,))
            cursor.execute(_BEGIN)
        return connection

    try:
        return within(CONNECTING, work)
    except OverdueError:
        raise fault("silent", address) from None
    except RuntimeError:
        raise absent("cryptography", "mysql") from None
    except (pymysql.Error, OSError, ValueError) as error:
        raise fault(_refusal(error), address) from None


def _encryption(options: Any) -> dict[str, Any]:
    """How the connection is encrypted, in the driver's words for those of PostgreSQL."""
    mode = options.get("sslmode", "prefer")
    if mode == "disable":
        return {"ssl_disabled": True}
    certificate = {"ssl_ca": options["sslrootcert"]} if "sslrootcert" in options else {}
    if mode == "require":
        import ssl  # noqa: PLC0415  only here

        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        return {"ssl": context}
    if mode in ("verify-ca", "verify-full"):
        return {"ssl_verify_cert": True, "ssl_verify_identity": mode == "verify-full", **certificate}
    return certificate


def _refusal(error: Exception) -> str:
    """Why there is no connection."""
    import socket  # noqa: PLC0415  only here

    number = _number(error)
    if number in _KINDS:
        return _KINDS[number]
    cause = getattr(error, "original_exception", error)
    if isinstance(cause, socket.gaierror):
        return "host"
    if isinstance(cause, ConnectionRefusedError | FileNotFoundError):
        return "refused"
    if isinstance(cause, TimeoutError) or number in _UNREACHED:
        return "silent"
    return "strange"


def _failed(error: Exception, address: Address, table: str, timeout: int) -> SourceError:
    """What an error of a query means."""
    number = _number(error)
    if number in _KINDS:
        return fault(_KINDS[number], address, table=table, seconds=timeout)
    if number is None or number in _LOST or number == 0:
        return fault("lost", address)
    return other(address, table, type(error).__name__, number)


def _number(error: Exception) -> int | None:
    """The number that the server or the driver gives an error."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, int) and not isinstance(error, OSError) else None


def _text(kind: str | bytes) -> str:
    return kind.decode() if isinstance(kind, bytes) else kind


def _typed(kind: str) -> str:
    """A type of the catalogue as Ibis writes it; a set of words is read as text."""
    from ibis.backends.sql.datatypes import MySQLType  # noqa: PLC0415  heavy

    return "string" if kind.startswith("set(") else str(MySQLType.from_string(kind))
