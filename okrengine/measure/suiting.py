"""Whether a column of a database is of a type that the record can take, and by which type one of its own compares."""

from typing import Any

from okrengine.measure.casting import STAMPED, Mapped

_DUE = {"num": "a number", "money": "an amount of money", "int": "a whole number", "bool": "true or false"} | {
    "ts": "a date and time",
    "plan": "a date and time",
    "date": "a date",
    "id": "a text or a whole number",
    "cat": "a text",
}


def known(written: str) -> Any:
    """A type as Ibis writes it; one that it does not know stays unknown."""
    import ibis  # noqa: PLC0415  heavy
    import ibis.expr.datatypes as dt  # noqa: PLC0415  heavy

    try:
        return ibis.dtype(written)
    except Exception:  # noqa: BLE001  its reader of types raises errors of several kinds
        return dt.unknown


def own(kind: Any) -> str:
    """The type of the record that a column of the table's own has, for conditions and breakdowns."""
    for name, meant in (
        ("bool", kind.is_boolean()),
        ("int", kind.is_integer()),
        ("num", kind.is_numeric()),
        ("date", kind.is_date()),
        ("ts", kind.is_timestamp()),
    ):
        if meant:
            return name
    return "cat"


def compared(type_: str) -> str:
    """The type by which a column compares: text in a database is never read as a number."""
    return "id" if type_ == "cat" else type_


def unsuited(mapped: Mapped, kind: Any, dialect: str) -> str | None:
    """Why a column of this type cannot be what the record needs; None where it can."""
    if mapped.type in STAMPED and mapped.values and (mapped.values.labels or mapped.values.otherwise is not None):
        return f"`values: {mapped.name}` gives labels for a time of a database: only `missing:` is for it"
    if _suits(mapped, kind, dialect):
        return None
    column = f"`{mapped.header}`" if mapped.header == mapped.name else f"`{mapped.header}` (read as `{mapped.name}`)"
    said = f"{column} is {_called(kind)} in the database, where {_DUE[mapped.type]} is due"
    if mapped.type == "money" and dialect == "sqlite":
        return f"{said}, and SQLite has no decimals: keep whole satang or cents in an INTEGER column"
    return f"{said}: make a view that casts it, and name the view under `table:`"


def _called(kind: Any) -> str:
    """A type in plain words: every database has names of its own for it."""
    if kind.is_unknown():
        return "of a type that is not known"
    if kind.is_floating():
        return "a floating-point number"
    if own(kind) != "cat":
        return _DUE[own(kind)]
    return "a text" if kind.is_string() else f"of the type `{str(kind).partition('(')[0]}`"


def _suits(mapped: Mapped, kind: Any, dialect: str) -> bool:
    """Whether every value of a type can be one of the record."""
    type_, values = mapped.type, mapped.values
    if kind.is_unknown():
        return dialect == "sqlite"  # there a column may do without a type, and each cell tells its own
    if type_ in ("id", "cat"):
        return bool(kind.is_string() or kind.is_integer() or kind.is_decimal() or kind.is_uuid() or kind.is_boolean())
    if type_ in STAMPED:
        return bool(kind.is_timestamp() or kind.is_date() or (dialect == "sqlite" and kind.is_string()))
    labelled = kind.is_string() and values is not None and bool(values.labels or values.otherwise is not None)
    exact = kind.is_integer() or (kind.is_decimal() and dialect != "sqlite")
    found = {"bool": kind.is_boolean() or kind.is_integer() or kind.is_string(), "money": exact}
    return bool(labelled or found.get(type_, kind.is_numeric() and not kind.is_boolean()))
