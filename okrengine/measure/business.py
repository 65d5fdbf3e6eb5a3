"""The business clock in closed form: open seconds since a fixed Monday, in whole numbers on local seconds.

B(t) is whole weeks, plus the open time of the week's days before, plus the clipped rest of the day, less one term per
holiday. A length of time is B(end) − B(start), so that nothing is walked day by day.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from okrengine.parameters import BusinessHours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 86400
_WEEK = 7 * _DAY
_MONDAY = (date(1, 1, 1) - date(1970, 1, 1)).days * _DAY
"""The first Monday of the calendar, in seconds since 1970: everything lies after it."""


def open_seconds(local: Any, hours: BusinessHours, holidays: Sequence[date]) -> Any:
    """Open seconds from the first Monday until a column of local seconds."""
    import ibis  # noqa: PLC0415  heavy

    start, end = _second(hours["open"]), _second(hours["close"])
    length = end - start
    open_days = [length if day in hours["days"] else 0 for day in _DAYS]
    passed = local - _MONDAY
    day = (passed % _WEEK) // _DAY
    rest = ibis.greatest(0, ibis.least(length, passed % _DAY - start))
    before = ibis.cases(*((day == d, sum(open_days[:d])) for d in range(1, 7)), else_=0)
    here = ibis.cases(*((day == d, rest) for d in range(7) if open_days[d]), else_=0)
    shut = sum(
        (
            ibis.greatest(0, ibis.least(length, local - (holiday - date(1970, 1, 1)).days * _DAY - start))
            for holiday in sorted(set(holidays))
            if open_days[holiday.weekday()]
        ),
        start=ibis.literal(0),
    )
    return (passed // _WEEK) * sum(open_days) + before + here - shut


def _second(time: str) -> int:
    """The second of the day of `HH:MM`."""
    return int(time[:2]) * 3600 + int(time[3:]) * 60
