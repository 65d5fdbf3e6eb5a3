"""The business clock in closed form: open seconds since a fixed Monday, in whole numbers on local seconds.

B(t) is whole weeks, plus the open time of the week's days before, plus the clipped rest of the day, less one term per
holiday. A length of time is B(end) − B(start), so that nothing is walked day by day.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from okrengine.measure.reduction import seconds
from okrengine.parameters import BusinessHours

_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = 86400
_WEEK = 7 * _DAY
_MONDAY = (date(1, 1, 1) - date(1970, 1, 1)).days * _DAY
"""The first Monday of the calendar, in seconds since 1970: everything lies after it."""


def clock_of(timing: Mapping[str, Any], zone: Any) -> Callable[[Any], Any]:
    """The clock that the parameters of a length of time ask for: from a column of instants to whole seconds."""
    if timing["clock"] == "calendar":
        return seconds
    hours, holidays = timing["business_hours"], timing["holidays"]
    return lambda instant: open_seconds(seconds(zone.local(instant)), hours, holidays)


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
            ibis.greatest(0, ibis.least(length, local - _epoch(holiday) * _DAY - start))
            for holiday in sorted(set(holidays))
            if open_days[holiday.weekday()]
        ),
        start=ibis.literal(0),
    )
    return (passed // _WEEK) * sum(open_days) + before + here - shut


def is_open(local: Any, hours: BusinessHours, holidays: Sequence[date]) -> Any:
    """Whether a column of local seconds lies in the hours: the second of opening does, that of closing does not."""
    passed = local - _MONDAY
    second = passed % _DAY
    found = (second >= _second(hours["open"])) & (second < _second(hours["close"]))
    found = found & ((passed % _WEEK) // _DAY).isin([d for d, day in enumerate(_DAYS) if day in hours["days"]])
    closed = sorted(_epoch(holiday) for holiday in set(holidays))
    return found & ~(local // _DAY).isin(closed) if closed else found


def _epoch(day: date) -> int:
    """Days since 1970."""
    return (day - date(1970, 1, 1)).days


def _second(time: str) -> int:
    """The second of the day of `HH:MM`."""
    return int(time[:2]) * 3600 + int(time[3:]) * 60
