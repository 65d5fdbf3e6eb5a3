"""The columns of a database's table as typed columns: what `casting` makes of text, made of what is typed already.

The same columns come out: the value and whether the cell did not cast, a stamp as a naive one or an instant in UTC. It
is one expression over the table, so nothing is copied and no cell leaves the database.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from okrengine.measure.casting import BAD, INSTANT, LOCAL, STAMPED, Mapped
from okrengine.measure.spelling import boolean, decimal, written
from okrengine.measure.stamps import BUDDHIST
from okrengine.measure.suiting import known
from okrengine.offers import Database
from okrengine.offers.records import DECIMAL, TYPES

_STAMP = TYPES["ts"]
_NUMBERS = ("num", "money", "int")
_LARGEST = 10**27
"""What a decimal of ten places can hold; beyond it, and where a float is no number, a cell is rejected."""

_FIRST, _LAST = datetime(1000, 1, 1), datetime(9999, 12, 31, 23, 59, 59, 999999)  # noqa: DTZ001  stamps are naive here
_DAY_LENGTH, _MINUTE_LENGTH = len("2026-11-21"), len("2026-11-21 09:00")


def table_of(database: Database, columns: Iterable[str]) -> Any:
    """The table of a database with those of its columns that are read, to build expressions on."""
    import ibis  # noqa: PLC0415  heavy

    schema = {name: known(database.columns[name]) for name in columns}
    return ibis.table(schema, name=database.table, database=database.schema)


def typed(raw: Any, dialect: str, columns: Mapping[str, Mapped]) -> Any:
    """The typed columns over a table, level by level: the cells, what they say, what is kept of them."""
    cells: dict[str, Any] = {}
    for name, mapped in columns.items():
        column = raw[mapped.raw]
        cells |= {f"{name}~cell": _declared(column, mapped), f"{name}~exact": _exact(column, mapped, dialect)}
        cells |= {f"{name}~text": _text(column, dialect)} if _read_as_text(column, mapped, dialect) else {}
    level = raw.select(**cells)
    said: dict[str, Any] = {}
    for name, mapped in columns.items():
        said |= {f"{name}~filled": _filled(level, mapped)}
        said |= _read(level, mapped, dialect) if mapped.type in STAMPED else {}
    level = level.mutate(**said)
    kept: dict[str, Any] = {}
    for mapped in columns.values():
        kept |= _stamps(level, mapped) if mapped.type in STAMPED else _value(level, mapped, dialect)
    return level.select(**kept)


def _read_as_text(column: Any, mapped: Mapped, dialect: str) -> bool:
    """Whether the text of a cell matters: it takes longer than all else."""
    kind = column.type()
    typed_already = kind.is_numeric() or kind.is_timestamp() or kind.is_date()
    return mapped.type in ("id", "cat", "bool") or mapped.values is not None or dialect == "sqlite" or not typed_already


def _text(column: Any, dialect: str) -> Any:
    """The cell as trimmed text, an empty one missing; cast even where it is text, for the order of plain characters."""
    import ibis  # noqa: PLC0415  heavy
    import ibis.expr.operations as ops  # noqa: PLC0415  heavy

    kind = column.type()
    if kind.is_boolean() and dialect != "sqlite":
        return ibis.cases((column, "true"), (~column, "false"), else_=ibis.null("string"))
    text = ops.Cast(column, "string").to_expr()
    return text if (kind.is_numeric() or kind.is_uuid()) and dialect != "sqlite" else text.strip().nullif("")


def _filled(level: Any, mapped: Mapped) -> Any:
    """Whether there is a cell, and none of the codes that mean no answer: as a text, a number or a stamp."""
    import ibis  # noqa: PLC0415  heavy

    cell = level[f"{mapped.name}~cell"]
    if f"{mapped.name}~text" not in level.schema():
        return cell.notnull()
    text = level[f"{mapped.name}~text"]
    codes = sorted({code.strip() for code in mapped.values.missing} - {""}) if mapped.values else []
    if not codes:
        return text.notnull()
    found = text.isin(codes)
    numbers = [number for code in codes if (number := decimal(code)) is not None]
    if cell.type().is_numeric() and numbers:
        found = found | cell.isin([_literal(number) for number in numbers])
    if cell.type().is_timestamp() or cell.type().is_date():
        for stamp in filter(None, map(_instant, codes)):
            found = found | (cell.cast(_STAMP) == ibis.literal(stamp, _STAMP))
    return text.notnull() & ~found.fill_null(False)  # noqa: FBT003


def _instant(code: str) -> datetime | None:
    """A code that is written as a naive stamp or a day."""
    try:
        found = datetime.fromisoformat(code)
    except ValueError:
        return None
    return None if found.tzinfo else found


def _literal(number: Any) -> Any:
    import ibis  # noqa: PLC0415  heavy

    return ibis.literal(number, DECIMAL)


# ---------------------------------------------------------------- values


def _declared(column: Any, mapped: Mapped) -> Any:
    """The cell; of a column without a type of its own as what is due, whose cells are looked at one by one."""
    if not column.type().is_unknown():
        return column
    return column.cast({"num": "float64", "int": "float64", "money": "int64"}.get(mapped.type, "string"))


def _exact(column: Any, mapped: Mapped, dialect: str) -> Any:
    """Whether the cell is kept as what its column is declared to be: SQLite keeps anything anywhere."""
    import ibis  # noqa: PLC0415  heavy

    if dialect != "sqlite" or mapped.type not in _NUMBERS:
        return ibis.literal(value=True)
    return column.typeof().isin(["integer"] if mapped.type == "money" else ["integer", "real"])


def _value(level: Any, mapped: Mapped, dialect: str) -> dict[str, Any]:
    """The value of a cell, and whether there is a cell that has none."""
    import ibis  # noqa: PLC0415  heavy

    name, kind = mapped.name, TYPES[mapped.type]
    filled, cell = level[f"{name}~filled"], level[f"{name}~cell"]
    text = level[f"{name}~text"] if f"{name}~text" in level.schema() else ibis.null("string")
    if mapped.type in ("id", "cat"):
        own = text
    elif mapped.type == "bool":
        own = cell if cell.type().is_boolean() and dialect != "sqlite" else boolean(text)
    elif cell.type().is_numeric():
        own = _number(cell, level[f"{name}~exact"], mapped.type)
    else:
        own = ibis.null(kind)
    value = ibis.ifelse(filled, _labelled(cell, text, mapped, own), ibis.null(kind))
    return {name: value, f"{name}{BAD}": filled & value.isnull()}


def _number(cell: Any, exact: Any, type_: str) -> Any:
    """A number as an exact decimal or a whole number; nothing where it is not one."""
    import ibis  # noqa: PLC0415  heavy

    inside, given = exact, cell.type()
    if not given.is_integer():
        inside = inside & _within(cell, -_LARGEST, _LARGEST)
    if type_ == "int":
        inside = inside & (cell == cell.floor()) if not given.is_integer() else inside
        inside = inside & _within(cell, -(2**63), 2**63 - 1) if not given.is_signed_integer() else inside
    return ibis.ifelse(inside, cell, ibis.null(given)).cast(TYPES[type_])


def _within(cell: Any, low: int, high: int) -> Any:
    """Whether a number lies between two, which may be larger than any that is usual."""
    import ibis  # noqa: PLC0415  heavy

    if cell.type().is_floating():
        ends = [ibis.literal(float(end), "float64") for end in (low, high)]
    else:
        ends = [_literal(Decimal(end)) for end in (low, high)]
    return (cell >= ends[0]) & (cell <= ends[1])


def _labelled(cell: Any, text: Any, mapped: Mapped, own: Any) -> Any:
    """What the text or the number stands for, else `own`."""
    import ibis  # noqa: PLC0415  heavy

    values = mapped.values
    if values is None:
        return own
    ways = []
    for label, value in values.labels.items():
        number = decimal(label)
        same = text == label.strip()
        if number is not None and cell.type().is_numeric():
            same = same | (cell == _literal(number))
        ways.append((same, _meant(value, mapped.type)))
    other = own if values.otherwise is None else _meant(values.otherwise, mapped.type)
    return ibis.cases(*ways, else_=other) if ways else other


def _meant(value: Any, type_: str) -> Any:
    """The value of a label as the type of its column; nothing where it is none."""
    import ibis  # noqa: PLC0415  heavy

    text = written(value)
    if type_ in ("id", "cat"):
        return ibis.literal(text)
    if type_ == "bool":
        word = text.lower()
        known_words = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
        return ibis.literal(known_words[word]) if word in known_words else ibis.null("boolean")
    number = decimal(text)
    if number is None or (type_ == "int" and number != int(number)):
        return ibis.null(TYPES[type_])
    return ibis.literal(int(number), "int64") if type_ == "int" else _literal(number)


# ---------------------------------------------------------------- stamps


def _read(level: Any, mapped: Mapped, dialect: str) -> dict[str, Any]:
    """The stamp of a cell, whether it is an instant, and whether it is a bare day."""
    import ibis  # noqa: PLC0415  heavy

    name, cell = mapped.name, level[f"{mapped.name}~cell"]
    if dialect == "sqlite":
        stamp, zoned, bare = _iso(level[f"{name}~text"])
    else:
        kind = cell.type()
        stamp = cell.cast(_STAMP)
        zoned = ibis.literal(kind.is_timestamp() and kind.timezone is not None)
        bare = ibis.literal(kind.is_date())
    return {f"{name}~stamp": stamp, f"{name}~zoned": zoned, f"{name}~bare": bare}


def _stamps(level: Any, mapped: Mapped) -> dict[str, Any]:
    """A naive stamp, or an instant where the database knows one, and whether the cell is neither."""
    import ibis  # noqa: PLC0415  heavy

    name, nothing = mapped.name, ibis.null(_STAMP)
    filled, stamp, zoned = level[f"{name}~filled"], level[f"{name}~stamp"], level[f"{name}~zoned"]
    sane = filled & ~_refused(stamp)
    if mapped.type == "plan":  # a planned day lasts to its end
        later = stamp + ibis.interval(days=1) - ibis.interval(microseconds=1)
        stamp = ibis.ifelse(level[f"{name}~bare"], later, stamp)
    return {
        f"{name}{LOCAL}": ibis.ifelse(sane & ~zoned, stamp, nothing),
        f"{name}{INSTANT}": ibis.ifelse(sane & zoned, stamp, nothing),
        f"{name}{BAD}": filled & ~sane,
    }


def _refused(stamp: Any) -> Any:
    """A stamp of no year that anybody means: before 1000, of the Buddhist era, or without end."""
    import ibis  # noqa: PLC0415  heavy

    low, high = (datetime(year, 1, 1) for year in (BUDDHIST[0], BUDDHIST[1] + 1))  # noqa: DTZ001  stamps are naive here
    first, last, low, high = (ibis.literal(end, _STAMP) for end in (_FIRST, _LAST, low, high))
    return ((stamp < first) | (stamp > last) | ((stamp >= low) & (stamp < high))).fill_null(True)  # noqa: FBT003


def _iso(text: Any) -> tuple[Any, Any, Any]:
    """A text of ISO 8601 as a stamp, whether it had an offset, and whether it is a bare day."""
    import ibis  # noqa: PLC0415  heavy

    length, day = text.length(), text.substr(0, _DAY_LENGTH)
    bare = length == _DAY_LENGTH
    form = text.like("____-__-__") | text.like("____-__-__T__:__%") | text.like("____-__-__ __:__%")
    # A day that there is not, such as the last of February, is moved by every calculation.
    there = (day.cast(_STAMP) + ibis.interval(seconds=1)).cast("date").cast("string") == day
    offset = text.substr(length - 6, 1).isin(["+", "-"]) & (text.substr(length - 3, 1) == ":")
    zoned = (length > _MINUTE_LENGTH) & (offset | text.substr(length - 1, 1).isin(["Z", "z"]))
    stamp = ibis.ifelse(form & there, text.cast(_STAMP), ibis.null(_STAMP))
    return stamp, zoned.fill_null(False), bare.fill_null(False)  # noqa: FBT003
