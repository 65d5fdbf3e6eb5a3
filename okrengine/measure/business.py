"""The business clock in closed form: open seconds since a fixed Monday, in whole numbers.

B(t) is, on the wall clock, whole weeks, plus the open time of the week's days before, plus the clipped rest of the day;
less a step after each holiday, and one wherever the wall clock was set while it was open. A length of time is
B(end) − B(start): nothing is walked day by day, and an hour that came twice counts twice.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import accumulate
from typing import Any

from okrengine.measure.reduction import seconds
from okrengine.measure.zones import Zone
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
    return lambda instant: open_seconds(instant, zone, hours, holidays)


def open_seconds(instant: Any, zone: Zone, hours: BusinessHours, holidays: Sequence[date]) -> Any:
    """Open seconds from the first Monday until a column of instants, on the wall clock of a zone."""
    import ibis  # noqa: PLC0415  heavy

    start, end = _second(hours["open"]), _second(hours["close"])
    length, works = end - start, [day for day, name in enumerate(_DAYS) if name in hours["days"]]
    closed = sorted({_number(holiday) for holiday in holidays if holiday.weekday() in works})
    # The wall clock is spelled out wherever `passed` stands: in few places, and in no branch.
    passed = seconds(zone.local(instant)) - _MONDAY
    today = passed // _DAY
    day = today % len(_DAYS)
    rest = ibis.greatest(0, ibis.least(length, passed % _DAY - start))
    before = day.cases(*((d, length * sum(work < d for work in works)) for d in range(len(_DAYS))))
    now = day.isin(works) & ~today.isin(closed) if closed else day.isin(works)
    so_far = (passed // _WEEK) * (length * len(works)) + before + ibis.ifelse(now, rest, 0)

    def wall(passed: int) -> int:
        """The same for one time of the wall clock, less the holidays before it."""
        (weeks, left), today = divmod(passed, _WEEK), passed // _DAY
        gone = bisect_left(closed, today)
        before = length * (weeks * len(works) + sum(work < left // _DAY for work in works) - gone)
        now = left // _DAY in works and today not in closed
        return before + (max(0, min(length, passed % _DAY - start)) if now else 0)

    steps = [(zone.midnight(date.fromordinal(day + 2)), length) for day in closed]
    steps += [(at, wall(new - _MONDAY) - wall(old - _MONDAY)) for at, old, new in zone.turns]
    return so_far - _steps(seconds(instant), steps)


def _steps(at: Any, steps: Iterable[tuple[int, int]]) -> Any:
    """The sum of the steps that lie at or before a column of seconds."""
    import ibis  # noqa: PLC0415  heavy

    taken = sorted(step for step in steps if step[1])
    sums = list(accumulate(step for _, step in taken))
    newest_first = [(at >= when, total) for (when, _), total in zip(taken, sums, strict=True)][::-1]
    return ibis.cases(*newest_first, else_=0) if newest_first else ibis.literal(0)


def is_open(local: Any, hours: BusinessHours, holidays: Sequence[date]) -> Any:
    """Whether a column of local seconds lies in the hours: the second of opening does, that of closing does not."""
    passed = local - _MONDAY
    second = passed % _DAY
    found = (second >= _second(hours["open"])) & (second < _second(hours["close"]))
    found = found & ((passed % _WEEK) // _DAY).isin([d for d, day in enumerate(_DAYS) if day in hours["days"]])
    closed = sorted(_number(holiday) for holiday in set(holidays))
    return found & ~(passed // _DAY).isin(closed) if closed else found


def _number(day: date) -> int:
    """Days since the first Monday."""
    return day.toordinal() - 1


def _second(time: str) -> int:
    """The second of the day of `HH:MM`."""
    return int(time[:2]) * 3600 + int(time[3:]) * 60
