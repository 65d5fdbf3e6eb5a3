"""Cells cast by contract: text to typed columns, with a flag for every cell that does not cast.

Cells are trimmed; an empty one is missing, and so is any spelling that the source lists. Nothing is sniffed. This runs
on the embedded engine only, where files are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from okrengine.config import Values
from okrengine.measure import stamps
from okrengine.offers.records import DECIMAL, TYPES

LOCAL, INSTANT, BAD = "~local", "~instant", "~bad"
"""Endings of the columns that stand for one: a naive stamp, an instant in UTC, and whether the cell did not cast."""

STAMPED = frozenset({"ts", "plan", "date"})
_NUMBERS = ("num", "money", "int")
_TEXT = ("id", "cat")
_COMMA = r"^[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)?(,[0-9]+)?$"
_GROUPED = r"^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$"
_TRUE, _FALSE = ("true", "yes", "y", "t", "1"), ("false", "no", "n", "f", "0")
_SHORT = "decimal(18, 10)"
_LARGEST_WHOLE = 2**53
_SHORT_LENGTH = len("0.1234567890")
"""As many places as `DECIMAL` has, in half the width, and the longest cell that cannot have more of them."""

_FIRST_MARK = "!"
"""The least character that is neither a blank nor a control."""

_HARD_BLANK = "\u00a0"
"""The blank at which no line is broken: web pages and workbooks pad with it."""

_AFTER_HARD_BLANK = "\u00a1"

_EDGES = r"^[\s\p{Z}]+|[\s\p{Z}]+$"

_SCALE, _WHOLE = 10, 28
_EXACT = 2**53
"""Whole numbers up to here are what a double says they are."""


@dataclass(frozen=True)
class Mapped:
    """A column of the typed table: the raw column that it is read from, its type, and how its cells are read.

    `header` is the file's own name of it, `decimal` the mark before the decimals of its numbers.
    """

    name: str
    raw: str
    type: str
    values: Values | None = None
    formats: Sequence[str] = ()
    header: str = ""
    decimal: str = "."

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
    ends = {_ended(mapped): raw[mapped.raw][-1] for mapped in columns.values() if raw[mapped.raw].type().is_string()}
    level = raw.mutate(**ends) if ends else raw
    cells = level.select(**{mapped.name: _trimmed(level, mapped) for mapped in columns.values()})
    stamped = {name: mapped.formats for name, mapped in columns.items() if mapped.type in STAMPED}
    looked = [part for name, forms in stamped.items() for part in stamps.parts(cells[name], name, forms).items()]
    cells = cells.mutate(**dict(looked)) if looked else cells
    spelled: dict[str, Any] = {}
    for name, mapped in columns.items():
        spelled[name] = cells[name]
        if name in stamped:
            spelled |= stamps.readings(cells, name, stamped[name])
        elif mapped.type not in _TEXT:
            spelled[f"{name}~0"] = _value(cells[name], mapped)
    level = cells.select(**spelled)
    if stamped:
        found: dict[str, Any] = {}
        for name, mapped in columns.items():
            own = [column for column in (name, f"{name}~0") if column in spelled and name not in stamped]
            found |= {column: level[column] for column in own}
            if name in stamped:
                found |= stamps.chosen(level, name, stamped[name], planned=mapped.type == "plan")
        level = level.select(**found)
    kept: dict[str, Any] = {}
    for name, mapped in columns.items():
        if name in stamped:
            kept |= stamps.kept(level, name, tuple(mapped.stored))
        elif mapped.type in _TEXT:
            kept |= {name: level[name], f"{name}{BAD}": _no()}
        else:
            kept |= _without_codes(level, mapped)
    return level.select(**kept)


def _no() -> Any:
    import ibis  # noqa: PLC0415  heavy

    return ibis.literal(value=False)


def _ended(mapped: Mapped) -> str:
    """The column with the last letter of a raw one, which is looked at more than once."""
    return f"{mapped.raw}~end"


def _trimmed(raw: Any, mapped: Mapped) -> Any:
    """The cell as trimmed text; one that the file has typed as what is due stays as it is."""
    import ibis  # noqa: PLC0415  heavy

    column = raw[mapped.raw]
    kind = column.type()
    stamped = mapped.type in STAMPED and (kind.is_timestamp() or kind.is_date())
    if mapped.values is None and (stamped or _fits(kind, mapped.type)):
        return column
    cell = _cell(_bare(column, raw[_ended(mapped)]) if kind.is_string() else _text(column), mapped)
    return ibis.ifelse(cell.notnull(), column, ibis.null(kind)) if stamped else cell


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


def written(value: Any, mark: str = ".") -> str:
    """A value of YAML as the text of a cell, with a `mark` before its decimals."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f").replace(".", mark) if isinstance(value, Decimal) else str(value)


def _without_codes(level: Any, mapped: Mapped) -> dict[str, Any]:
    """The value, unless it is a missing code in another spelling: `11.0` for `11`."""
    import ibis  # noqa: PLC0415  heavy

    value = level[f"{mapped.name}~0"]
    bad = level[mapped.name].notnull() & value.isnull()
    if mapped.values is not None and mapped.type in _NUMBERS:
        codes = [number for code in mapped.values.missing if (number := decimal(code)) is not None]
        value = ibis.ifelse(value.isin(codes), ibis.null(value.type()), value) if codes else value
    return {mapped.name: value, f"{mapped.name}{BAD}": bad}


def decimal(text: str) -> Decimal | None:
    """The finite decimal that a text spells, None where it spells none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


# ---------------------------------------------------------------- one type each


def _value(cell: Any, mapped: Mapped) -> Any:
    if cell.type().is_floating():
        return _rounded(cell, mapped.type)
    if not cell.type().is_string():
        return cell.cast(TYPES[mapped.type])
    if mapped.type == "bool":
        return boolean(cell)
    found = number(cell, mapped.decimal)
    return _whole(found) if mapped.type == "int" else found


def _rounded(cell: Any, type_: str) -> Any:
    """A double as the decimal that it is written as; most are whole, which needs no text."""
    import ibis  # noqa: PLC0415  heavy

    whole = cell.try_cast("int64")
    plain = (whole.cast("float64") == cell) & (cell.abs() <= _EXACT)
    other = number(cell.cast("string"))
    other = _whole(other) if type_ == "int" else other
    return ibis.ifelse(plain, whole.cast(TYPES[type_]), other)


def number(cell: Any, mark: str = ".") -> Any:
    """A decimal: `9.0`, `1,200`, `-0.5`; null for anything else. With a comma for its `mark`: `9,0`, `1.200`."""
    import ibis  # noqa: PLC0415  heavy

    if mark == ",":
        plain = cell.replace(".", "").replace(",", ".")
        return number(ibis.ifelse(cell.re_search(_COMMA), plain, ibis.null("string")))
    grouped = ibis.ifelse(cell.re_search(_GROUPED), cell.replace(",", ""), ibis.null("string"))
    bare = ibis.ifelse(cell.contains("_"), ibis.null("string"), cell)  # the engine takes 1_0 for ten
    # The engine reads a narrow decimal forty times as fast; what is long, or does not fit, is read as a wide one.
    short = ibis.ifelse(bare.length() <= _SHORT_LENGTH, bare, ibis.null("string"))
    return ibis.coalesce(short.try_cast(_SHORT).cast(DECIMAL), bare.try_cast(DECIMAL), grouped.try_cast(DECIMAL))


def _whole(found: Any) -> Any:
    import ibis  # noqa: PLC0415  heavy

    whole = found.try_cast("int64")
    return ibis.ifelse(whole == found, whole, ibis.null("int64"))


def boolean(cell: Any) -> Any:
    """True or false in one of the words that are known for it."""
    import ibis  # noqa: PLC0415  heavy

    word = cell.lower()
    return ibis.cases((word.isin(_TRUE), True), (word.isin(_FALSE), False), else_=ibis.null("boolean"))


def casts(mapped: Mapped) -> bool:
    """Whether a cell of the column may fail to cast; text never does."""
    return mapped.type not in ("id", "cat")


def stored(columns: Mapping[str, Mapped]) -> dict[str, str]:
    """The schema of the typed table."""
    return {name: kind for mapped in columns.values() for name, kind in mapped.stored.items()}
