"""Cells cast by contract: text to typed columns, with a flag for every cell that does not cast.

Cells are trimmed; an empty one is missing, and so is any spelling that the source lists. Nothing is sniffed. This runs
on the embedded engine only, where files are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okrengine.config import Values
from okrengine.measure import stamps
from okrengine.measure.spelling import boolean, decimal, narrowed, number, whole, written
from okrengine.offers.records import TYPES

LOCAL, INSTANT, BAD = "~local", "~instant", "~bad"
"""Endings of the columns that stand for one: a naive stamp, an instant in UTC, and whether the cell did not cast."""

PLAIN, NARROW = "~plain", "~narrow"
"""Endings of the columns with the first look at a text: is it a plain stamp, and what is it as a short decimal."""

STAMPED = frozenset({"ts", "plan", "date"})
_NUMBERS = ("num", "money", "int")
_TEXT = ("id", "cat")
_LARGEST_WHOLE = 2**53

_FIRST_MARK = "!"
"""The least character that is neither a blank nor a control."""

_HARD_BLANK = "\u00a0"
"""The blank at which no line is broken: web pages and workbooks pad with it."""

_AFTER_HARD_BLANK = "\u00a1"

_EDGES = r"^[\s\p{Z}]+|[\s\p{Z}]+$"

_SCALE, _WHOLE = 10, 28
_SMALL = 4
"""Bytes of a whole number of which the product of two is one of eight bytes."""

_EXACT = 2**53
"""Whole numbers up to here are what a double says they are."""


@dataclass(frozen=True)
class Mapped:
    """A column of the typed table: the raw column that it is read from, its type, and how its cells are read.

    `header` is the file's own name of it, `decimal` the mark before the decimals of its numbers. The cells of a
    column that is `ordinary` are known to be taken as they are.
    """

    name: str
    raw: str
    type: str
    values: Values | None = None
    formats: Sequence[str] = ()
    header: str = ""
    decimal: str = "."
    ordinary: bool = False

    @property
    def stored(self) -> dict[str, str]:
        """The columns that stand for it in the typed table, and their types."""
        if self.type in STAMPED:
            return {
                f"{self.name}{LOCAL}": TYPES["ts"],
                f"{self.name}{INSTANT}": TYPES["ts"],
                f"{self.name}{BAD}": "boolean",
            }
        return {self.name: TYPES[self.type], f"{self.name}{BAD}": "boolean"}


def typed(raw: Any, columns: Mapping[str, Mapped]) -> Any:
    """The typed table over a raw one, level by level: the cell, what it spells, what is kept of it."""
    looks = {name: look for mapped in columns.values() for name, look in _looks(raw, mapped).items()}
    level = raw.mutate(**looks) if looks else raw
    seen = {look: level[look] for mapped in columns.values() if (look := _looked(mapped)) in looks}
    cells = level.select(**{mapped.name: _trimmed(level, mapped) for mapped in columns.values()}, **seen)
    stamped = {name: mapped.formats for name, mapped in columns.items() if mapped.type in STAMPED}
    looked = [part for name, forms in stamped.items() for part in stamps.parts(cells, name, forms).items()]
    cells = cells.mutate(**dict(looked)) if looked else cells
    spelled: dict[str, Any] = {}
    for name, mapped in columns.items():
        spelled[name] = cells[name]
        if name in stamped:
            spelled |= stamps.readings(cells, name, stamped[name])
        elif mapped.type not in _TEXT:
            spelled[f"{name}~0"] = _value(cells, mapped)
    level = cells.select(**spelled)
    if stamped:
        found: dict[str, Any] = {}
        for name, mapped in columns.items():
            own = [column for column in (name, f"{name}~0") if column in spelled and name not in stamped]
            found |= {column: level[column] for column in own}
            if name in stamped:
                found |= stamps.chosen(level, name, stamped[name], planned=mapped.type == "plan", sane=mapped.ordinary)
        level = level.select(**found)
    kept: dict[str, Any] = {}
    for name, mapped in columns.items():
        if name in stamped:
            kept |= stamps.kept(level, name, tuple(mapped.stored))
            kept |= {f"{name}{BAD}": _no()} if mapped.ordinary else {}
        elif mapped.type in _TEXT:
            kept |= {name: level[name], f"{name}{BAD}": _no()}
        else:
            kept |= _without_codes(level, mapped)
    return level.select(**kept)


def _no() -> Any:
    import ibis  # noqa: PLC0415  heavy

    return ibis.literal(value=False)


def _looks(raw: Any, mapped: Mapped) -> dict[str, Any]:
    """What is looked at first of a text: whether it is read as it stands; where that cannot be, its last letter.

    Nearly all cells of stamps and numbers are, and need not be trimmed.
    """
    column = raw[mapped.raw]
    if not column.type().is_string():
        return {}
    look = _looked(mapped)
    if look == f"{mapped.name}{PLAIN}":
        return {look: stamps.plain(column)}
    return {look: narrowed(column) if look == f"{mapped.name}{NARROW}" else column[-1]}


def _looked(mapped: Mapped) -> str:
    """The column with the first look at a raw one."""
    if mapped.values is None and mapped.type in STAMPED and not mapped.formats:
        return f"{mapped.name}{PLAIN}"
    if mapped.values is None and mapped.type in _NUMBERS and mapped.decimal == ".":
        return f"{mapped.name}{NARROW}"
    return f"{mapped.raw}~end"


def _trimmed(raw: Any, mapped: Mapped) -> Any:
    """The cell as trimmed text; one that is read as it stands, or that the file has typed as what is due, stays."""
    import ibis  # noqa: PLC0415  heavy

    column = raw[mapped.raw]
    kind = column.type()
    stamped = mapped.type in STAMPED and (kind.is_timestamp() or kind.is_date())
    if mapped.values is None and (stamped or _fits(kind, mapped.type)):
        return column
    if not kind.is_string():
        cell = _cell(_text(column), mapped)
        return ibis.ifelse(cell.notnull(), column, ibis.null(kind)) if stamped else cell
    look = raw[_looked(mapped)]
    if look.type().is_string():
        return _cell(_bare(column, look), mapped)
    fine = look if look.type().is_boolean() else look.notnull()
    return ibis.ifelse(fine, column, _bare(column, column[-1]))


def _bare(text: Any, end: Any) -> Any:
    """A text, given its last letter, without the blanks around it; cutting them is slow, and most texts have none."""
    import ibis  # noqa: PLC0415  heavy

    first = (text >= _FIRST_MARK) & ((text < _HARD_BLANK) | (text >= _AFTER_HARD_BLANK))
    last = (end >= _FIRST_MARK) & (end != _HARD_BLANK)
    cut = ibis.ifelse(text.contains(_HARD_BLANK), text.re_replace(_EDGES, ""), text.strip())
    return ibis.ifelse(first & last, text, cut.nullif(""))


def _text(column: Any) -> Any:
    """A typed cell as text; a floating number that is whole has no point, since ids have none."""
    import ibis  # noqa: PLC0415  heavy

    if not column.type().is_floating():
        return column.cast("string")
    whole = (column.abs() < _LARGEST_WHOLE) & (column.floor() == column)
    return ibis.ifelse(whole, column.cast("int64").cast("string"), column.cast("string"))


def _fits(kind: Any, type_: str) -> bool:
    """Whether every cell of a typed column is one of the type that is due, or none."""
    if type_ == "bool":
        return bool(kind.is_boolean())
    if type_ not in _NUMBERS:
        return False
    if kind.is_integer() or kind == "float64":
        return bool(kind != "uint64")
    return bool(type_ != "int" and kind.is_decimal() and kind.scale <= _SCALE and kind.precision - kind.scale <= _WHOLE)


def _cell(cell: Any, mapped: Mapped) -> Any:
    """The trimmed cell, missing codes away, labels replaced by what they stand for."""
    import ibis  # noqa: PLC0415  heavy

    values = mapped.values
    if values is None:
        return cell
    if missing := sorted({code.strip() for code in values.missing} - {""}):
        cell = ibis.ifelse(cell.isin(missing), ibis.null("string"), cell)
    mark = mapped.decimal if mapped.type in _NUMBERS else "."
    labels = [(cell == text.strip(), ibis.literal(written(value, mark))) for text, value in values.labels.items()]
    other = cell
    if values.otherwise is not None:
        other = ibis.ifelse(cell.notnull(), ibis.literal(written(values.otherwise, mark)), ibis.null("string"))
    return ibis.cases(*labels, else_=other) if labels else other


def _without_codes(level: Any, mapped: Mapped) -> dict[str, Any]:
    """The value, unless it is a missing code in another spelling: `11.0` for `11`."""
    import ibis  # noqa: PLC0415  heavy

    value = level[f"{mapped.name}~0"]
    bad = level[mapped.name].notnull() & value.isnull()
    if mapped.values is not None and mapped.type in _NUMBERS:
        codes = [number for code in mapped.values.missing if (number := decimal(code)) is not None]
        value = ibis.ifelse(value.isin(codes), ibis.null(value.type()), value) if codes else value
    return {mapped.name: value, f"{mapped.name}{BAD}": bad}


# ---------------------------------------------------------------- one type each


def _value(cells: Any, mapped: Mapped) -> Any:
    cell = cells[mapped.name]
    if cell.type().is_floating():
        return _rounded(cell, mapped.type)
    if cell.type().is_integer() and (mapped.ordinary or cell.type().nbytes <= _SMALL):
        return cell.cast("int64")  # no product of two has too many digits, and decimals cost several times as much
    if not cell.type().is_string():
        return cell.cast(TYPES[mapped.type])
    if mapped.type == "bool":
        return boolean(cell)
    look = f"{mapped.name}{NARROW}"
    found = number(cell, mapped.decimal, cells[look] if look in cells.columns else None)
    return whole(found) if mapped.type == "int" else found


def _rounded(cell: Any, type_: str) -> Any:
    """A double as the decimal that it is written as; most are whole, which needs no text."""
    import ibis  # noqa: PLC0415  heavy

    cut = cell.try_cast("int64")
    plain = (cut.cast("float64") == cell) & (cell.abs() <= _EXACT)
    other = number(cell.cast("string"))
    other = whole(other) if type_ == "int" else other
    return ibis.ifelse(plain, cut.cast(TYPES[type_]), other)


def ordinary(column: Any, mapped: Mapped) -> Any:
    """Whether all cells of a typed column are ordinary, by the least and the greatest; None where that does not tell.

    Stamps of years that are meant are, and long whole numbers that would do with half the bytes.
    """
    kind = column.type()
    if mapped.type in STAMPED:
        return stamps.all_sane(column) if kind.is_timestamp() or kind.is_date() else None
    if mapped.type in _NUMBERS and kind.is_integer() and _fits(kind, mapped.type):
        return (column.min() >= -(2**31)) & (column.max() < 2**31)
    return None


def casts(mapped: Mapped) -> bool:
    """Whether a cell of the column may fail to cast; text never does."""
    return mapped.type not in ("id", "cat")


def stored(columns: Mapping[str, Mapped]) -> dict[str, str]:
    """The schema of the typed table."""
    return {name: kind for mapped in columns.values() for name, kind in mapped.stored.items()}
