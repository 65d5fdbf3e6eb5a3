"""A dead export noticed by its newest event: a value that stands on old rows says so."""

from dataclasses import replace
from datetime import timedelta

from okrengine.model import Reading
from okrengine.quantity import Quantity

_DAY = timedelta(days=1)
_NEWEST = "the newest event"


def dated(reading: Reading, refreshes: str | None) -> Reading:
    """The reading with its newest event named, where that lies before the window or is older than new data should be.

    `refreshes` is how often new data comes, None where nobody says. What lies after the window does not count against
    it: a window that has closed needs no newer rows.
    """
    newest, window = reading.latest, reading.window
    if newest is None or window is None:
        return reading
    said = f"{_NEWEST} is of {newest.astimezone(window.end.tzinfo):%Y-%m-%d %H:%M}"
    age = window.end - newest
    if refreshes is not None and age > timedelta(seconds=float(Quantity.parse(refreshes).base)):
        said += f", {_spelled(age)} before the end of the window, and new data should come every {refreshes}"
    elif reading.status != "no_data" or newest >= window.start:
        return reading
    return replace(reading, reason=f"{reading.reason}; {said}" if reading.reason else said)


def aged(reading: Reading) -> str | None:
    """What a reading that has a value says of its newest event, None where that is as new as it should be."""
    if reading.value is None or reading.reason is None or _NEWEST not in reading.reason:
        return None
    return reading.reason[reading.reason.index(_NEWEST) :]


def _spelled(age: timedelta) -> str:
    """A length of time in whole days, or hours where it is shorter than two."""
    if age >= 2 * _DAY:
        return f"{age // _DAY} days"
    return f"{age // timedelta(hours=1)} hours"
