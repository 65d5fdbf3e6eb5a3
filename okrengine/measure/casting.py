"""Cells cast by contract: text to typed columns, with a flag for every cell that does not cast.

Cells are trimmed; an empty one is missing, and so is any spelling that the source lists. Nothing is sniffed. This runs
on the embedded engine only, where files are read.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any

from okrengine.config import Values
from okrengine.offers.records import DECIMAL, TYPES

LOCAL, INSTANT, BAD = "~local", "~instant", "~bad"
"""Endings of the columns that stand for one: a naive stamp, an instant in UTC, and whether the cell did not cast."""

STAMPED = frozenset({"ts", "plan", "date"})
_NUMBERS = ("num", "money", "int")
_OFFSET = r" ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?)$"
_TIME = r"[T ][0-9]{2}:[0-9]{2}(:[0-9]{2}([.,][0-9]{1,9})?)?( ?(Z|UTC|[+-][0-9]{2}(:?[0-9]{2})?))?"
_ISO = rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}({_TIME})?$"
_COMMA = r"^[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)?(,[0-9]+)?$"
_GROUPED = r"^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$"
_TRUE, _FALSE = ("true", "yes", "y", "t", "1"), ("false", "no", "n", "f", "0")
_TIMES = ("%H", "%I", "%M", "%S", "%f", "%g", "%n", "%-H", "%-I", "%-M", "%-S", "%X", "%c")
_DAY_LENGTH = len("2026-12-31")
_EARLIEST = 1000
_SHORT = "decimal(18, 10)"
_SHORT_LENGTH = len("0.1234567890")
"""As many places as `DECIMAL` has, in half the width, and the longest cell that cannot have more of them."""

BUDDHIST = (2400, 2699)
"""Years that are refused: a Buddhist-era year written where a common one is due."""


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
    every = list(columns.values())
    cells = raw.select(**{mapped.name: _trimmed(raw[mapped.raw], mapped) for mapped in every})
    spelled: dict[str, Any] = {}
    for mapped in every:
        cell = cells[mapped.name]
        spelled |= _stamps(cell, mapped) if mapped.type in STAMPED else {f"{mapped.name}~0": _value(cell, mapped)}
        spelled[f"{mapped.name}~there"] = cell.notnull()
    level = cells.select(**spelled)
    kept: dict[str, Any] = {}
    for mapped in every:
        kept |= (
            _chosen(level, mapped, cells[mapped.name].type())
            if mapped.type in STAMPED
            else _without_codes(level, mapped)
        )
    return level.select(**kept)


def _trimmed(column: Any, mapped: Mapped) -> Any:
    """The cell as trimmed text; a stamp or day that the file has typed stays one."""
    import ibis  # noqa: PLC0415  heavy

    kind = column.type()
    text = column if kind.is_string() else column.cast("string")
    cell = _cell(text.strip().nullif(""), mapped)
    if mapped.type not in STAMPED or not (kind.is_timestamp() or kind.is_date()):
        return cell
    return column if mapped.values is None else ibis.ifelse(cell.notnull(), column, ibis.null(kind))


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
    bad = level[f"{mapped.name}~there"] & value.isnull()
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
    if mapped.type in _NUMBERS:
        found = number(cell, mapped.decimal)
        return _whole(found) if mapped.type == "int" else found
    return boolean(cell) if mapped.type == "bool" else cell


def number(cell: Any, mark: str = ".") -> Any:
    """A decimal: `9.0`, `1,200`, `-0.5`; null for anything else. With a comma for its `mark`: `9,0`, `1.200`."""
    import ibis  # noqa: PLC0415  heavy

    if mark == ",":
        plain = cell.replace(".", "").replace(",", ".")
        return number(ibis.ifelse(cell.re_search(_COMMA), plain, ibis.null("string")))
    grouped = ibis.ifelse(cell.re_search(_GROUPED), cell.replace(",", ""), ibis.null("string"))
    # The engine reads a narrow decimal forty times as fast; what is long, or does not fit, is read as a wide one.
    short = ibis.ifelse(cell.length() <= _SHORT_LENGTH, cell, ibis.null("string"))
    return ibis.coalesce(short.try_cast(_SHORT).cast(DECIMAL), cell.try_cast(DECIMAL), grouped.try_cast(DECIMAL))


def _whole(found: Any) -> Any:
    import ibis  # noqa: PLC0415  heavy

    whole = found.try_cast("int64")
    return ibis.ifelse(whole == found, whole, ibis.null("int64"))


def boolean(cell: Any) -> Any:
    """True or false in one of the words that are known for it."""
    import ibis  # noqa: PLC0415  heavy

    word = cell.lower()
    return ibis.cases((word.isin(_TRUE), True), (word.isin(_FALSE), False), else_=ibis.null("boolean"))


def _stamps(cell: Any, mapped: Mapped) -> dict[str, Any]:
    """What each way of reading makes of a cell (`~0`, `~1`, …), and the offset that the cell gives, in minutes."""
    import ibis  # noqa: PLC0415  heavy

    name = mapped.name
    if not cell.type().is_string():
        return {f"{name}~0": cell.cast(TYPES["ts"])}
    digits = cell.re_extract(r"([+-][0-9]{2}):?([0-9]{2})?$", 1).nullif("").try_cast("int64")
    rest = cell.re_extract(r"[+-][0-9]{2}:?([0-9]{2})$", 1).nullif("").try_cast("int64")
    sign = ibis.ifelse(cell.re_search(r"-[0-9]{2}:?([0-9]{2})?$"), -1, 1)
    minutes = digits.fill_null(0) * 60 + sign * rest.fill_null(0)
    if not mapped.formats:
        zoned = cell.re_search(r"[0-9]" + _OFFSET) & (cell.length() > _DAY_LENGTH)
        plain = ibis.ifelse(zoned, cell.re_replace(_OFFSET, ""), cell).replace(",", ".")
        stamp = ibis.ifelse(cell.re_search(_ISO), plain.try_cast(TYPES["ts"]), ibis.null(TYPES["ts"]))
        return {
            f"{name}~0": stamp,
            f"{name}~minutes": ibis.ifelse(zoned, minutes, ibis.null("int64")),
            f"{name}~bare": cell.length() == _DAY_LENGTH,
        }
    found = {f"{name}~{i}": _by_format(cell, form) for i, form in enumerate(mapped.formats)}
    return found | ({f"{name}~minutes": minutes} if any(map(_zoned, mapped.formats)) else {})


def _by_format(cell: Any, form: str) -> Any:
    text = cell.re_replace(_OFFSET, "") if _zoned(form) else cell
    if "%b" in form:  # four letters stand for the ninth month in many exports
        text = text.re_replace(r"(?i)\bsept\b", "Sep")
    return _strptime()(text, form.removesuffix("%z").rstrip() if _zoned(form) else form)


def _zoned(form: str) -> bool:
    return form.endswith("%z")


def _chosen(level: Any, mapped: Mapped, kind: Any) -> dict[str, Any]:
    """The first reading that gives a sane stamp: a naive one, or an instant where an offset stands beside it."""
    import ibis  # noqa: PLC0415  heavy

    nothing = ibis.null(TYPES["ts"])
    local, instant = [], []
    for i, (bare, minutes) in enumerate(_ways(level, mapped, kind)):
        stamp = _planned(_sane(level[f"{mapped.name}~{i}"]), bare, mapped)
        free = ibis.literal(value=True) if minutes is None else minutes.isnull()
        local.append((stamp.notnull() & free, stamp))
        if minutes is not None:
            instant.append((stamp.notnull() & minutes.notnull(), stamp - minutes.as_interval("m")))
        else:
            instant.append((stamp.notnull(), nothing))
    found = ibis.cases(*local, else_=nothing), ibis.cases(*instant, else_=nothing)
    bad = level[f"{mapped.name}~there"] & found[0].isnull() & found[1].isnull()
    return dict(zip(mapped.stored, (*found, bad), strict=True))


def _ways(level: Any, mapped: Mapped, kind: Any) -> list[tuple[Any, Any]]:
    """For each way of reading: whether the cell is a bare day, and its offset in minutes where it may give one."""
    import ibis  # noqa: PLC0415  heavy

    if not kind.is_string():
        zoned = kind.is_timestamp() and kind.timezone is not None
        return [(ibis.literal(kind.is_date()), ibis.literal(0, "int64") if zoned else None)]
    if not mapped.formats:
        return [(level[f"{mapped.name}~bare"], level[f"{mapped.name}~minutes"])]
    return [
        (
            ibis.literal(not any(mark in form for mark in _TIMES)),
            level[f"{mapped.name}~minutes"] if _zoned(form) else None,
        )
        for form in mapped.formats
    ]


def _planned(stamp: Any, bare: Any, mapped: Mapped) -> Any:
    """A planned day lasts to its end; any other day counts from its start."""
    import ibis  # noqa: PLC0415  heavy

    if mapped.type != "plan":
        return stamp
    return ibis.ifelse(bare, stamp + ibis.interval(days=1) - ibis.interval(microseconds=1), stamp)


def _sane(stamp: Any) -> Any:
    """Nothing for a year before 1000, or one that looks like a year of the Buddhist era."""
    import ibis  # noqa: PLC0415  heavy

    year = stamp.year()
    refused = (year < _EARLIEST) | ((year >= BUDDHIST[0]) & (year <= BUDDHIST[1]))
    return ibis.ifelse(refused, ibis.null(TYPES["ts"]), stamp)


@cache
def _strptime() -> Any:
    """The embedded engine's own reader of stamps, which gives nothing for a text that does not fit."""
    import ibis  # noqa: PLC0415  heavy
    import ibis.expr.datatypes as dt  # noqa: PLC0415  heavy

    @ibis.udf.scalar.builtin(signature=((dt.string, dt.string), dt.Timestamp(scale=6)))
    def try_strptime(text, form): ...  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202

    return try_strptime


def casts(mapped: Mapped) -> bool:
    """Whether a cell of the column may fail to cast; text never does."""
    return mapped.type not in ("id", "cat")


def stored(columns: Mapping[str, Mapped]) -> dict[str, str]:
    """The schema of the typed table."""
    return {name: kind for mapped in columns.values() for name, kind in mapped.stored.items()}
