"""The SQL dialects: those of Ibis, with what would give other numbers than the embedded engine put right.

A stamp of SQLite is text as in `2026-11-21 09:00:00.000`, which sorts as time does.
"""

import sys
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

from okrengine.config import EMBEDDED
from okrengine.offers.records import DECIMAL

_SQLITE_STAMP = "%Y-%m-%d %H:%M:%f"
_MILLI, _MICRO = 1000, 10**6
_BEFORE = 719162 * 86400
"""The seconds from the first day of the year 1, before which there are no stamps, to 1970."""

_LENGTHS = {"D": "86400", "h": "3600", "m": "60", "s": "1", "ms": "0.001", "us": "0.000001"}
"""The units of lengths that are always as long, in seconds."""


@cache
def compiler(dialect: str) -> Any:
    """What turns expressions into SQL of a dialect."""
    ours = {EMBEDDED: _embedded, "sqlite": _sqlite, "mysql": _mysql, "databricks": _databricks}
    if dialect in ours:
        return ours[dialect]()
    from ibis.backends.sql import compilers  # noqa: PLC0415  heavy

    return getattr(compilers, dialect).compiler


def _embedded() -> Any:
    """Stamps shifted and counted as numbers, since the engine's own ways are several times as slow."""
    import ibis.expr.operations as ops  # noqa: PLC0415  heavy
    import sqlglot.expressions as sge  # noqa: PLC0415  heavy

    class Compiler(_alone(EMBEDDED).DuckDBCompiler):  # type: ignore[misc]  # Ibis ships no types
        __slots__ = ()

        def visit_shift(self, op: Any, *, left: Any, right: Any) -> Any:
            forward = isinstance(op, ops.TimestampAdd)
            unit = op.right.dtype.unit.short
            if not isinstance(op.right, ops.Literal) or unit not in _LENGTHS or op.left.dtype.timezone is not None:
                usual = super().visit_TimestampAdd if forward else super().visit_TimestampSub
                return usual(op, left=left, right=right)
            length = int(op.right.value) * Decimal(_LENGTHS[unit]) * _MICRO
            return self.f.make_timestamp(self.f.epoch_us(left) + int(length if forward else -length))

        visit_TimestampAdd = visit_TimestampSub = visit_shift

        def visit_ExtractEpochSeconds(self, op: Any, *, arg: Any) -> Any:
            cut = op.arg
            if (
                not isinstance(cut, ops.TimestampTruncate)
                or cut.unit.short != "s"
                or cut.arg.dtype.timezone is not None
            ):
                return super().visit_ExtractEpochSeconds(op, arg=arg)
            stamp = arg.find(sge.TimestampTrunc, sge.DateTrunc).this
            since = self.f.epoch_us(stamp) + _BEFORE * _MICRO  # above zero, where a quotient is cut as a clock is
            return sge.paren(sge.IntDiv(this=sge.paren(since), expression=sge.convert(_MICRO)) - _BEFORE)

    return Compiler()


def _alone(dialect: str) -> Any:
    """The compiler of one engine, loaded without its package, which would load those of twenty others first."""
    import ibis.backends.sql as above  # noqa: PLC0415  heavy

    name = f"{above.__name__}.compilers"
    if name in sys.modules:
        return import_module(f"{name}.{dialect}")
    package = ModuleType(name)
    package.__path__ = [str(Path(path) / "compilers") for path in above.__path__]
    sys.modules[name] = package
    try:
        return import_module(f"{name}.{dialect}")
    finally:  # who asks for the package gets all of it
        for loaded in [loaded for loaded in sys.modules if loaded == name or loaded.startswith(f"{name}.")]:
            del sys.modules[loaded]


def tree(expression: Any, dialect: str) -> Any:
    """An expression as the parsed SQL of a dialect; no driver is needed."""
    found = compiler(dialect).to_sqlglot(_exact(expression))
    return _fenced(found, _FENCES[dialect]) if dialect in _FENCES else found


_FENCES = {"postgres": (None, 0), "sqlite": (-1, 0), "mysql": (2**64 - 1, None)}
"""Limits and offsets that leave all rows and keep a planner from putting one SELECT into the next: each level speaks of
the columns below many times, so that a column at the bottom would be worked out thousands of times for a row."""


def _fenced(found: Any, fence: tuple[int | None, int | None]) -> Any:
    """The SQL with a fence around each SELECT that another one reads, and that does more than choose rows."""
    from sqlglot import exp  # noqa: PLC0415  heavy
    from sqlglot.optimizer.eliminate_subqueries import eliminate_subqueries  # noqa: PLC0415  heavy

    limit, offset = fence
    if limit == _FENCES["sqlite"][0]:  # whose parser takes so many levels one after the other, but not one in the other
        found = eliminate_subqueries(found)
    for inner in [one.this for one in found.find_all(exp.Subquery, exp.CTE)]:
        columns = [one.unalias() for one in inner.selects] if isinstance(inner, exp.Select) else []
        limited = inner.args.get("limit") or inner.args.get("offset")
        if not limited and any(not isinstance(one, exp.Column | exp.Star) for one in columns):
            if limit is not None:
                inner.set("limit", exp.Limit(expression=exp.Literal.number(limit)))
            if offset is not None:
                inner.set("offset", exp.Offset(expression=exp.Literal.number(offset)))
    return found


def _exact(expression: Any) -> Any:
    """The expression with all places of each decimal that is written out: without a width, MySQL rounds 1.5 to 2."""
    import ibis.expr.datatypes as dt  # noqa: PLC0415  heavy
    import ibis.expr.operations as ops  # noqa: PLC0415  heavy

    wide = dt.dtype(DECIMAL)

    def widened(node: Any, changed: Any) -> Any:
        if isinstance(node, ops.Literal) and node.dtype.is_decimal() and node.dtype.scale is None:
            return ops.Literal(node.value, wide)
        return node.__recreate__(changed) if changed else node

    return expression.op().replace(widened).to_expr()


def _sqlite() -> Any:
    """Stamps as text with three decimals of a second: shifted, cut and counted by what every version of SQLite has."""
    import ibis.expr.operations as ops  # noqa: PLC0415  heavy
    import sqlglot.expressions as sge  # noqa: PLC0415  heavy
    from ibis.backends.sql.compilers.sqlite import SQLiteCompiler  # noqa: PLC0415  heavy

    class Compiler(SQLiteCompiler):  # type: ignore[misc]  # Ibis ships no types
        __slots__ = ()

        def visit_NonNullLiteral(self, op: Any, *, value: Any, dtype: Any) -> Any:
            if dtype.is_timestamp():
                return sge.convert(written(value))
            return super().visit_NonNullLiteral(op, value=value, dtype=dtype)

        def visit_shift(self, op: Any, *, left: Any, right: Any) -> Any:
            if not isinstance(op.right, ops.Literal):
                return super().visit_DateArithmetic(op, left=left, right=right)
            seconds = _seconds(op.right)
            sign = 1 if isinstance(op, ops.TimestampAdd) else -1
            return self.f.strftime(_SQLITE_STAMP, left, f"{sign * seconds:+.3f} seconds")

        def visit_TimestampTruncate(self, op: Any, *, arg: Any, unit: Any) -> Any:
            if unit.short == "s":
                return self.f.concat(self.f.substr(arg, 1, len("2026-11-21 09:00:00")), ".000")
            return super().visit_TimestampTruncate(op, arg=arg, unit=unit)

        visit_TimestampAdd = visit_TimestampSub = visit_shift

    return Compiler()


def written(stamp: datetime) -> str:
    """A stamp as SQLite keeps it, without what is finer than a thousandth of a second."""
    return f"{stamp:%Y-%m-%d %H:%M:%S}.{stamp.microsecond // _MILLI:03}"


def _seconds(interval: Any) -> Decimal:
    """An interval in seconds; one that is shorter than SQLite can tell counts a thousandth."""
    length = int(interval.value) * Decimal(_LENGTHS[interval.dtype.unit.short])
    return max(length, Decimal("0.001")) if length > 0 else length


def _mysql() -> Any:
    """Seconds since 1970 for any year, and whole quotients: `/` is rounded to four places, which lets 0.99998 be 1."""
    import sqlglot.expressions as sge  # noqa: PLC0415  heavy
    from ibis.backends.sql.compilers.mysql import MySQLCompiler  # noqa: PLC0415  heavy

    class Compiler(MySQLCompiler):  # type: ignore[misc]  # Ibis ships no types
        __slots__ = ()
        SIMPLE_OPS = {  # noqa: RUF012  as Ibis declares it
            op: name for op, name in MySQLCompiler.SIMPLE_OPS.items() if op.__name__ != "ExtractEpochSeconds"
        }

        def visit_ExtractEpochSeconds(self, op: Any, *, arg: Any) -> Any:  # noqa: ARG002  Ibis' signature
            return self.f.anon.timestampdiff(self.v.second, "1970-01-01 00:00:00", arg)

        def visit_FloorDivide(self, op: Any, *, left: Any, right: Any) -> Any:
            if op.left.dtype.is_integer() and op.right.dtype.is_integer():
                rest = sge.paren(left % right + right) % right
                return sge.IntDiv(this=sge.paren(left - rest), expression=right)
            return super().visit_FloorDivide(op, left=left, right=right)

    return Compiler()


def _databricks() -> Any:
    """Stamps without a zone, and trimming by escapes that Spark knows: it reads the others as letters."""
    from ibis.backends.sql.compilers.databricks import DatabricksCompiler  # noqa: PLC0415  heavy
    from ibis.backends.sql.datatypes import DatabricksType  # noqa: PLC0415  heavy
    from sqlglot import exp  # noqa: PLC0415  heavy

    class Types(DatabricksType):  # type: ignore[misc]  # Ibis ships no types
        @classmethod
        def _from_ibis_Timestamp(cls, dtype: Any) -> Any:
            if dtype.timezone is None:
                return exp.DataType(this=exp.DataType.Type.TIMESTAMPNTZ)
            return super()._from_ibis_Timestamp(dtype)

    class Compiler(DatabricksCompiler):  # type: ignore[misc]  # Ibis ships no types
        __slots__ = ()
        type_mapper = Types

        def visit_Strip(self, op: Any, *, arg: Any) -> Any:  # noqa: ARG002  Ibis' signature
            return self.f.trim(arg, " \t\n\r")

    return Compiler()
