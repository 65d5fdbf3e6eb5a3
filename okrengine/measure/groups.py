"""Groups: the column, or the hour or day of the week, whose values part the rows of a breakdown."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from okrengine.errors import SourceError
from okrengine.measure.reduction import seconds
from okrengine.quantity import plain

ASKED, GROUP = "~asked", "~group"
"""The columns that say for which instant, and for which group, a row is counted."""

CLOCK = ("hour", "weekday")
"""What a breakdown may be by that is no column: read off the time that counts, on the project's wall clock."""

MOST = 1000
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAY, _HOUR = 86400, 3600
_THURSDAY = 3  # 1 January 1970 was one


def group_of(rows: Any, by: str, time: str, zone: Any) -> Any:
    """The column by which rows are parted; `time` is the one that counts. Raises `SourceError` where there is none.

    Instants are parted by their day on the project's wall clock.
    """
    if by in rows.schema():
        return zone.local(rows[by]).date() if rows[by].type().is_timestamp() else rows[by]
    if by not in CLOCK:
        raise SourceError(f"there is no column `{by}` to part the rows by")
    stamp = rows[time]
    if by == "hour" and stamp.type().is_date():
        raise SourceError(f"`{time}` is a day, which has no hour to part the rows by")
    local = seconds(stamp if stamp.type().is_date() else zone.local(stamp))
    return (local % _DAY) // _HOUR if by == "hour" else (local // _DAY + _THURSDAY) % 7


def name_of(value: Any, by: str) -> str:
    """A group's name as people read it: `monday`, `09:00`, `true`, a number without idle zeros, else the text."""
    if by == "weekday" and isinstance(value, int):
        return _WEEKDAYS[value]
    if by == "hour" and isinstance(value, int):
        return f"{value:02}:00"
    if isinstance(value, Decimal):
        return plain(value)
    return str(value).lower() if isinstance(value, bool) else str(value)


def few(groups: Sequence[Any]) -> None:
    """Raises `SourceError` for more groups than anyone reads."""
    if len(groups) > MOST:
        raise SourceError(f"there are more than {MOST:,} groups: choose a column with fewer values")


def in_order(values: Sequence[Any]) -> list[Any]:
    """The groups in their own order, rows without a value last."""
    return sorted(values, key=lambda value: (value is None, 0 if value is None else value))
