"""A value that stands on old rows, or on rows that were changed since, says so."""

from dataclasses import replace
from datetime import timedelta

from okrengine.model import Reading
from okrengine.quantity import Quantity

_DAY = timedelta(days=1)
_AND = "; "
"""Between the sentences of a reason."""


def dated(reading: Reading, refreshes: str | None) -> Reading:
    """The reading with its newest event named, where that lies before the window or is older than new data should be.

    `refreshes` is how often new data comes, None where nobody says. What lies after the window does not count against
    it: a window that has closed needs no newer rows.
    """
    newest, window = reading.latest, reading.window
    if newest is None or window is None:
        return reading
    said = f"the newest event is of {newest.astimezone(window.end.tzinfo):%Y-%m-%d %H:%M}"
    age = window.end - newest
    if refreshes is not None and age > timedelta(seconds=float(Quantity.parse(refreshes).base)):
        said += f", {_spelled(age)} before the end of the window, and new data should come every {refreshes}"
    elif reading.status != "no_data" or newest >= window.start:
        return reading
    return _with(reading, said)


def changed(reading: Reading, rows: int) -> Reading:
    """The reading of an instant after which so many of its source's rows were written: they say what they say now."""
    were = "1 row of the source was" if rows == 1 else f"{rows:,} rows of the source were"
    return _with(reading, f"{were} changed later: what stood there before may be lost") if rows else reading


def noted(reading: Reading) -> str | None:
    """What a reading that has a value says beside it, None for nothing; that its sample is small is shown elsewhere."""
    if reading.value is None or reading.reason is None:
        return None
    said = reading.reason.split(_AND)
    return _AND.join(said[1:] if reading.status == "insufficient_sample" else said) or None


def _with(reading: Reading, said: str) -> Reading:
    return replace(reading, reason=f"{reading.reason}{_AND}{said}" if reading.reason else said)


def _spelled(age: timedelta) -> str:
    """A length of time in whole days, or hours where it is shorter than two."""
    if age >= 2 * _DAY:
        return f"{age // _DAY} days"
    return f"{age // timedelta(hours=1)} hours"
