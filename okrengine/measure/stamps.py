"""Stamps read from the cells of a file: what each way of reading makes of a cell, and the first that is sane.

A stamp is naive, or an instant where an offset stands beside it. What is written plainly is told apart by one look, so
that the other spellings of ISO 8601 cost nothing where there are none.
"""

import contextlib
import operator
import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from functools import reduce as fold
from typing import Any

from okrengine.offers.records import TYPES

STAMP = TYPES["ts"]
EARLIEST, LATEST = 1000, 9999
BUDDHIST = (2400, 2699)
"""Years that are refused: a Buddhist-era year written where a common one is due."""

_ERAS = ((EARLIEST, BUDDHIST[0] - 1), (BUDDHIST[1] + 1, LATEST))

SHORT = (1980, 2042)
"""The years that two digits stand for. Others are refused: 68 is likelier the year 2568 than 2068, and 69 not 1969."""

_OFFSET = r"(Z|UTC|[+-](0[0-9]|1[0-5])(:?[0-5][0-9])?)$"
_DAY, _MINUTE = "[0-9]{4}-[0-9]{2}-[0-9]{2}", "[T ][0-9]{2}:[0-9]{2}"
_PLAIN = rf"^{_DAY}({_MINUTE}(:[0-9]{{2}}([.][0-9]{{1,6}})?)?)?$"
_ISO = rf"^{_DAY}{_MINUTE}(:[0-9]{{2}}([.,][0-9]{{1,9}})?)?( ?{_OFFSET.removesuffix('$')})?$"
_TIMES = ("%H", "%I", "%M", "%S", "%f", "%g", "%n", "%-H", "%-I", "%-M", "%-S", "%X", "%c")
_DAY_LENGTH = len("2026-12-31")
_HOURS = len("+07")
_BUDDHIST_YEAR = re.compile(r"(?<![0-9])2[4-6][0-9]{2}(?=[01][0-9][0-3][0-9](?![0-9])|(?![0-9]))")
"""Such a year on its own, or before a month and a day; not four digits out of a longer number."""


def plain(text: Any) -> Any:
    """Whether a text is a stamp as most are written: of ISO 8601, without an offset."""
    return text.re_search(_PLAIN).fill_null(False)  # noqa: FBT003


def parts(cells: Any, name: str, formats: Sequence[str]) -> dict[str, Any]:
    """What is looked at first: whether a text is plain, and the offset at its end."""
    import ibis  # noqa: PLC0415  heavy

    cell = cells[name]
    if not cell.type().is_string():
        return {}
    offset = cell.re_extract(_OFFSET, 1)
    if formats:
        return {f"{name}~offset": offset} if any(map(_zoned, formats)) else {}
    seen = f"{name}~plain"
    found = ibis.ifelse(cells[seen], True, plain(cell)) if seen in cells.columns else plain(cell)  # noqa: FBT003
    return {seen: found, f"{name}~offset": ibis.ifelse(found, "", offset)}


def readings(level: Any, name: str, formats: Sequence[str]) -> dict[str, Any]:
    """What each way of reading makes of a cell (`~0`, `~1`, …), and the minutes of its offset."""
    import ibis  # noqa: PLC0415  heavy

    cell = level[name]
    if not cell.type().is_string():
        return {f"{name}~0": cell.cast(STAMP)}
    if formats:
        offset = level[f"{name}~offset"] if f"{name}~offset" in level.schema() else None
        found = {f"{name}~{number}": _by_format(cell, form, offset) for number, form in enumerate(formats)}
        return found if offset is None else found | {f"{name}~minutes": _minutes(offset)}
    short, offset = level[f"{name}~plain"], level[f"{name}~offset"]
    other = _without(cell, offset).replace(",", ".").try_cast(STAMP)
    spelled = ibis.ifelse(cell.re_search(_ISO), other, ibis.null(STAMP))
    return {
        f"{name}~0": ibis.ifelse(short, cell.try_cast(STAMP), spelled),
        f"{name}~minutes": ibis.ifelse(offset == "", ibis.null("int64"), _minutes(offset)),
    }


def chosen(level: Any, name: str, formats: Sequence[str], *, planned: bool, sane: bool = False) -> dict[str, Any]:
    """The first reading that gives a sane stamp, and its minutes; a `planned` day lasts to its end.

    Of a typed column it may be known that all are `sane`.
    """
    import ibis  # noqa: PLC0415  heavy

    cell, ways, minutes = level[name], [], []
    for number, (bare, zoned) in enumerate(_ways(cell, formats)):
        stamp = level[f"{name}~{number}"]
        good = _sane(stamp, formats[number] if formats and cell.type().is_string() else "")
        if planned and bare is not False:
            end = stamp + ibis.interval(days=1) - ibis.interval(microseconds=1)
            stamp = end if bare is True else ibis.ifelse(bare, end, stamp)
        ways.append((good, stamp))
        own = level[f"{name}~minutes"] if f"{name}~minutes" in level.schema() else ibis.literal(0, "int64")
        minutes.append((good, own if zoned else ibis.null("int64")))
    first = ways[0][1] if sane else ibis.cases(*ways, else_=ibis.null(STAMP))
    found = {f"{name}~stamp": first, f"{name}~there": cell.notnull()}
    if any(zoned for _, zoned in _ways(cell, formats)):
        found[f"{name}~minutes"] = ibis.cases(*minutes, else_=ibis.null("int64"))
    return found


def kept(level: Any, name: str, ends: Sequence[str]) -> dict[str, Any]:
    """A naive stamp, an instant in UTC, and whether the cell is neither, by the three names of `ends`."""
    import ibis  # noqa: PLC0415  heavy

    stamp, nothing = level[f"{name}~stamp"], ibis.null(STAMP)
    local, instant = stamp, nothing
    if f"{name}~minutes" in level.schema():
        minutes = level[f"{name}~minutes"]
        local = ibis.ifelse(minutes.isnull(), stamp, nothing)
        instant = ibis.ifelse(minutes.isnull(), nothing, stamp - minutes.as_interval("m"))
    return dict(zip(ends, (local, instant, level[f"{name}~there"] & stamp.isnull()), strict=True))


def _ways(cell: Any, formats: Sequence[str]) -> list[tuple[Any, bool]]:
    """For each way of reading: whether the cell is a bare day, and whether an offset may stand beside it."""
    kind = cell.type()
    if not kind.is_string():
        return [(kind.is_date(), kind.is_timestamp() and kind.timezone is not None)]
    if not formats:
        return [(cell.length() == _DAY_LENGTH, True)]
    return [(not any(mark in form for mark in _TIMES), _zoned(form)) for form in formats]


def _by_format(cell: Any, form: str, offset: Any) -> Any:
    import ibis  # noqa: PLC0415  heavy

    text = _without(cell, offset) if _zoned(form) else cell
    if "%b" in form:  # four letters stand for the ninth month in many exports
        text = text.re_replace(r"(?i)\bsept\b", "Sep")
    # The engine reads words such as `infinity` by any format; and what says no offset is none of a format that has one.
    due = (text.re_search("[0-9]") & (offset != "")) if _zoned(form) else text.re_search("[0-9]")
    stamp = _strptime()(text, form.removesuffix("%z").rstrip() if _zoned(form) else form)
    return ibis.ifelse(due, stamp, ibis.null(STAMP))


def _without(cell: Any, offset: Any) -> Any:
    """The text before its offset."""
    return cell.left(cell.length() - offset.length()).rstrip()


def _minutes(offset: Any) -> Any:
    """The minutes that an offset stands for; none are 0."""
    import ibis  # noqa: PLC0415  heavy

    rest = ibis.ifelse(offset.length() > _HOURS, offset.right(2).try_cast("int64"), 0)
    signed = ibis.ifelse(offset.startswith("-"), -rest, rest)
    return (offset.left(_HOURS).try_cast("int64") * 60 + signed).fill_null(0)


def _zoned(form: str) -> bool:
    return form.endswith("%z")


def _sane(stamp: Any, form: str) -> Any:
    """Whether the year is one that anybody means: of four digits, from 1000 on, and not one of the Buddhist era."""
    if "%y" in form:
        return _within(stamp, *SHORT)
    return fold(operator.or_, (_within(stamp, *era) for era in _ERAS))


def all_sane(column: Any) -> Any:
    """Whether all years of a typed column are such: it is enough to look at the first stamp and the last."""
    ends = [end.cast(STAMP) for end in (column.min(), column.max())]
    before, after = ([_within(end, *era) for end in ends] for era in _ERAS)
    return (before[0] & before[1]) | (after[0] & after[1])


def _within(stamp: Any, first: int, last: int) -> Any:
    import ibis  # noqa: PLC0415  heavy

    begin, end = (
        ibis.literal(one, STAMP)
        for one in (datetime(first, 1, 1), datetime(last, 12, 31, 23, 59, 59, 999999))  # noqa: DTZ001  naive here
    )
    return (stamp >= begin) & (stamp <= end)


def doubt(cell: str, formats: Sequence[str]) -> str | None:
    """Why the year of a cell that is no stamp is not taken for what it says, None where it has none such."""
    if year := _BUDDHIST_YEAR.search(cell):
        common = int(year[0]) - 543
        said = f"{year[0]} looks like a Buddhist-era year; {year[0]} - 543 = {common}"
        return f"{said}: export the dates in the common era, as {common}"
    for form in (form for form in formats if "%y" in form):
        with contextlib.suppress(ValueError):
            read = datetime.strptime(cell, form.replace("%-", "%"))  # noqa: DTZ007  only its year is looked at
            if not SHORT[0] <= read.year <= SHORT[1]:
                era = f"{read.year % 100:02} may be 25{read.year % 100:02} of the Buddhist era"
                return f"two digits of a year stand for {SHORT[0]} to {SHORT[1]}, and {era}: export all four"
    return None


@cache
def _strptime() -> Any:
    """The embedded engine's own reader of stamps, which gives nothing for a text that does not fit."""
    import ibis  # noqa: PLC0415  heavy
    import ibis.expr.datatypes as dt  # noqa: PLC0415  heavy

    @ibis.udf.scalar.builtin(signature=((dt.string, dt.string), dt.Timestamp(scale=6)))
    def try_strptime(text, form): ...  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202

    return try_strptime
