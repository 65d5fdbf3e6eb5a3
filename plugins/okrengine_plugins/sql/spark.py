"""Apache Spark: one that runs in this process, or one elsewhere by Spark Connect."""

from collections.abc import Sequence
from typing import Any

from okrengine import Database, SourceError
from okrengine_plugins.sql.address import LOCAL, Address
from okrengine_plugins.sql.columns import Columns
from okrengine_plugins.sql.faults import absent, choose, fault, other
from okrengine_plugins.sql.patience import CONNECTING, GRACE, OverdueError, within
from okrengine_plugins.sql.postgres import reached

_STARTING = 60.0
"""Seconds that a Spark in this process may take to start."""

_OWN = {"spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.sql.runSQLOnFiles": "false"}
_SETTINGS = {"spark.sql.session.timeZone": "UTC", "spark.sql.ansi.enabled": "true"}


def read(address: Address, table: str, schema: str | None, timeout: int) -> Database:
    """A table or view of Spark's catalogue. Raises `SourceError`."""
    try:
        import pyspark.errors  # noqa: PLC0415  optional
    except ImportError:
        raise absent("pyspark", "spark") from None
    session = _session(address)
    stop = getattr(session, "interruptAll", None) or session.sparkContext.cancelAllJobs

    def asked(work: Any) -> Any:
        try:
            return within(timeout + GRACE, work, stop)
        except OverdueError:
            raise fault("slow", address, seconds=timeout) from None
        except pyspark.errors.PySparkException as error:
            raise _failed(error, address, table) from None
        except Exception:  # noqa: BLE001  a Java or a network error
            raise fault("lost", address) from None

    def query(sql: str) -> tuple[Sequence[str], Sequence[Sequence[Any]]]:
        found = asked(lambda: (frame := session.sql(sql)) and (frame.columns, frame.collect()))
        return found[0], [tuple(row) for row in found[1]]

    def close() -> None:
        if address.host != LOCAL:  # the one in this process is shared, and ends with it
            session.stop()

    usual = schema or address.database or asked(session.catalog.currentDatabase)
    names = asked(lambda: [one.name for one in session.catalog.listTables(usual)])
    temporary = asked(lambda: {one.name for one in session.catalog.listTables(usual) if one.isTemporary})
    _, name = choose([(usual, one) for one in names], table, usual, [usual])
    place = None if name in temporary else usual
    columns = dict(asked(lambda: session.table(_identifier(name, place)).dtypes))
    return Database("databricks", name, Columns(columns, _typed), query, close, place)


def _session(address: Address) -> Any:
    """A session whose stamps are in UTC. Raises `SourceError` where there is none."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  optional

    if address.host != LOCAL and (said := reached(address)):
        raise fault(said, address)

    def work() -> Any:
        builder = SparkSession.builder.appName("okrengine")
        if address.host == LOCAL:
            session = builder.master("local[*]").config(map=_OWN).getOrCreate()
        else:  # never one that leads to another address
            session = builder.remote(_remote(address)).create()
        for name, value in _SETTINGS.items():
            session.conf.set(name, value)
        return session

    try:
        return within(_STARTING if address.host == LOCAL else CONNECTING, work)
    except OverdueError:
        raise fault("silent", address) from None
    except ImportError:
        raise absent("pyspark[connect]", "spark-connect") from None
    except Exception as error:  # noqa: BLE001  a Java or a network error
        denied = "UNAUTHENTICATED" in str(error) or "PERMISSION_DENIED" in str(error)
        raise fault("user" if denied else "strange", address) from None


def _remote(address: Address) -> str:
    """The address as Spark Connect wants it; the password is its token, which is sent encrypted only."""
    from urllib.parse import quote  # noqa: PLC0415  only here

    parts = {"user_id": address.user, "token": address.password}
    if address.options.get("sslmode", "prefer") not in ("disable", "prefer") or address.password:
        parts["use_ssl"] = "true"
    given = "".join(f";{name}={quote(value, safe='')}" for name, value in parts.items() if value)
    return f"sc://{address.host}:{address.port}/{given}"


def _identifier(table: str, schema: str | None) -> str:
    from sqlglot import exp  # noqa: PLC0415  heavy

    return exp.table_(table, db=schema, quoted=True).sql("databricks")


def _failed(error: Any, address: Address, table: str) -> SourceError:
    """What an error of a query means."""
    condition = str((getattr(error, "getCondition", None) or error.getErrorClass)() or "")
    if condition.startswith(("TABLE_OR_VIEW_NOT_FOUND", "UNRESOLVED_COLUMN")):
        return fault("gone", address, table=table)
    if condition.startswith("SCHEMA_NOT_FOUND"):
        return fault("database", address)
    if "OVERFLOW" in condition or "OUT_OF_RANGE" in condition:
        return fault("number", address, table=table)
    if condition.startswith(("INSUFFICIENT_PERMISSIONS", "PERMISSION_DENIED")):
        return fault("privilege", address, table=table)
    return other(address, table, type(error).__name__, condition)


def _typed(kind: str) -> str:
    """A type of the catalogue as Ibis writes it."""
    from ibis.backends.sql.datatypes import DatabricksType  # noqa: PLC0415  heavy

    return str(DatabricksType.from_string(kind))
