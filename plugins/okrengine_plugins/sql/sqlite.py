"""SQLite files, opened so that nothing can be written, loaded or attached."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okrengine import Database, SourceError, suggestion
from okrengine_plugins.sql.columns import Columns
from okrengine_plugins.sql.patience import OverdueError, within

_TABLES = "SELECT name FROM main.sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
_COLUMNS = "SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1"
_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA query_only = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "BEGIN",  # one state of the file for all queries
)
_MAGIC = b"SQLite format 3\x00"
_AHEAD = 19
"""Where a file says by 2 that it logs ahead."""

_LONGEST = 10_000_000
_WAITING = 2.0
"""Seconds that a lock of another program is waited for."""

_OTHERS = {
    "SQLITE_TOOBIG": "a value in `{}` is too long to be read",
    "SQLITE_AUTH": "`{}` does more than read: keep its rows in a table",
    "OperationalError": "a text in `{}` is not UTF-8: take the file from its program again",  # of Python, not of SQLite
}
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE)


def read(file: Path, table: str, timeout: int) -> Database:
    """A table or view of a SQLite file. Raises `SourceError`."""
    connection = _connect(file)
    state = _state(file)

    def query(sql: str, given: Sequence[Any] = ()) -> tuple[list[str], list[tuple[Any, ...]]]:
        def work() -> tuple[list[str], list[tuple[Any, ...]]]:
            cursor = connection.execute(sql, given)
            return [column[0] for column in cursor.description], cursor.fetchall()

        try:
            found = within(timeout, work, connection.interrupt)
        except OverdueError:
            said = f"a query took longer than the {timeout} s of `timeout:` and was stopped"
            raise SourceError(f"{file.name}: {said}: allow more time, or add an index") from None
        except (sqlite3.Error, OverflowError) as error:
            raise SourceError(_said(error, file, table)) from None
        if _state(file) != state:
            raise SourceError(_written(file))
        return found

    try:
        _look_for(table, [name for (name,) in query(_TABLES)[1]], file)
        columns = dict(query(_COLUMNS, [table])[1])
        connection.set_authorizer(_only_reading)
    except SourceError:
        connection.close()
        raise
    return Database("sqlite", table, Columns(columns, _typed), query, connection.close)


def _look_for(table: str, tables: Sequence[str], file: Path) -> None:
    if table not in tables:
        raise SourceError(f"{file.name} has no table `{table}`: {suggestion(table, tables)}")


def _connect(file: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises `SourceError` where the file is none of SQLite or needs to be mended."""
    _look_beside(file)
    mode = "mode=ro&immutable=1" if _settled(file) else "mode=ro"
    connection = sqlite3.connect(
        f"{file.as_uri()}?{mode}", uri=True, check_same_thread=False, isolation_level=None, timeout=_WAITING
    )
    try:
        _restrict(connection)
    except sqlite3.Error as error:
        connection.close()
        raise SourceError(_said(error, file, "")) from None
    return connection


def _look_beside(file: Path) -> None:
    """Raises `SourceError` where SQLite would wait for ever for what lies beside a file, or put something there."""
    beside = {end: file.with_name(f"{file.name}-{end}") for end in ("wal", "shm", "journal")}
    for path in beside.values():
        if path.is_symlink() or (path.exists() and not path.is_file()):
            raise SourceError(f"{file.name}: {path.name} beside it is no regular file: take it away")
    if beside["wal"].exists() and not beside["shm"].exists():
        left = f"its last changes lie in {beside['wal'].name}, and no program has it open"
        raise SourceError(f"{file.name}: {left}: open it with its program, and close that")


def _settled(file: Path) -> bool:
    """Whether the file logs ahead and no log lies beside it, so that nobody has it open and all is in it.

    Such a file is read as it is: to open it otherwise would put a log into the project. Raises `SourceError` where it
    is no file of SQLite.
    """
    try:
        with file.open("rb") as stream:
            start = stream.read(_AHEAD + 1)
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    if not start.startswith(_MAGIC):
        raise SourceError(f"{file.name} is no SQLite file: correct `path:`, or write the `type:` that it is of")
    return start[_AHEAD:] == b"\x02" and not file.with_name(f"{file.name}-wal").exists()


def _restrict(connection: sqlite3.Connection) -> None:
    """Close every way out but reading, and see that the file can be read at all, from one state of it."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST)
    connection.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 0)
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.execute("SELECT count(*) FROM main.sqlite_master").fetchall()


def _only_reading(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def _state(file: Path) -> tuple[int, int]:
    """What changes when a file is written."""
    found = file.stat()
    return found.st_size, found.st_mtime_ns


def _written(file: Path) -> str:
    return f"{file.name} is being written: run this again when the program that writes it is done"


def _said(error: Exception, file: Path, table: str) -> str:
    """What an error of SQLite means."""
    name = getattr(error, "sqlite_errorname", "") or type(error).__name__
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return f"{file.name} is damaged or cut short: take it from its program again"
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return _written(file)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR")):
        return f"{file.name} cannot be read: {name}"
    other = f"SQLite refused a query on `{table}`: {name}"
    return f"{file.name}: {_OTHERS[name].format(table) if name in _OTHERS else other}"


def _typed(kind: str) -> str:
    """A declared type as Ibis writes it; a column without one, as in most views, may hold anything."""
    from ibis.backends.sql.datatypes import SQLiteType  # noqa: PLC0415  heavy

    return str(SQLiteType.from_string(kind)) if kind else "unknown"
