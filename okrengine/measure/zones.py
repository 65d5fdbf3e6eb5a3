"""Wall clocks and instants, as expressions: the offset is a `case` over the zone's transitions.

Nothing is asked of the engine's own time zones: the transitions come from Python's tz data, so every engine gives the
same instants. Of an ambiguous hour the first one is meant; a stamp in the gap of spring is read with the offset before.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

_FIRST, _LAST = datetime(1840, 1, 1), datetime(2100, 1, 1)  # noqa: DTZ001  naive stamps are the point
"""A stamp before or after has the offset of that end: no zone was kept earlier, and nobody knows the rules of later."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Zone:
    """A time zone between two naive instants of UTC that hold all stamps: its offsets in seconds, oldest first.

    `changes` are (naive instant in UTC, offset before, offset from then on).
    """

    zone: ZoneInfo
    ends: tuple[datetime, datetime]
    first: int
    changes: tuple[tuple[datetime, int, int], ...] = ()

    def covering(self, instants: Iterable[datetime]) -> "Zone":
        """The same, so that it holds aware instants, too."""
        stamps = [*self.ends, *map(naive, instants)]
        ends = min(stamps), max(stamps)
        return self if ends == self.ends else between(self.zone, *ends)

    def utc(self, local: Any) -> Any:
        """Instants in UTC for a column of naive local stamps."""
        steps = [(when + timedelta(seconds=max(old, new)), new) for when, old, new in self.changes]
        return self._shifted(local, steps, -1)

    def local(self, utc: Any) -> Any:
        """Naive local stamps for a column of instants in UTC."""
        return self._shifted(utc, [(when, new) for when, _, new in self.changes], 1)

    def midnight(self, day: date) -> int:
        """The start of a local day, in whole seconds since 1970."""
        return int(datetime.combine(day, time(), tzinfo=self.zone).timestamp())

    @property
    def turns(self) -> tuple[tuple[int, int, int], ...]:
        """When the wall clock was set, and what it showed then, before and after: all in seconds since 1970."""
        instants = ((int(when.replace(tzinfo=UTC).timestamp()), old, new) for when, old, new in self.changes)
        return tuple((at, at + old, at + new) for at, old, new in instants)

    def _shifted(self, column: Any, steps: list[tuple[datetime, int]], sign: int) -> Any:
        import ibis  # noqa: PLC0415  heavy

        def moved(offset: int) -> Any:
            return column + ibis.interval(seconds=sign * offset) if offset else column

        if not steps:
            return moved(self.first)
        newest_first = [(column >= ibis.literal(when, "timestamp(6)"), moved(new)) for when, new in reversed(steps)]
        return ibis.cases(*newest_first, else_=moved(self.first))


def between(zone: ZoneInfo, earliest: datetime, latest: datetime) -> Zone:
    """The zone's offsets for stamps from `earliest` to `latest`, both naive, in UTC or local."""
    now, end = _within(earliest, -2), _within(latest, 2)
    first = offset = _offset(zone, now)
    changes = []
    while now < end:
        after = now + _DAY
        if (changed := _offset(zone, after)) != offset:
            changes.append((_turn(zone, now, after), offset, changed))
            offset = changed
        now = after
    return Zone(zone, (earliest, latest), first, tuple(changes))


def naive(instant: datetime) -> datetime:
    """An instant as the engine keeps it: naive, in UTC."""
    return instant.astimezone(UTC).replace(tzinfo=None)


def _within(stamp: datetime, days: int) -> datetime:
    """Some days off, on a whole day, and in the years that zones are known for: exports write 9999 for "open"."""
    kept = min(max(stamp, _FIRST), _LAST)
    return kept.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=days)


def _offset(zone: ZoneInfo, utc: datetime) -> int:
    offset = utc.replace(tzinfo=UTC).astimezone(zone).utcoffset()
    return int(offset.total_seconds()) if offset is not None else 0


def _turn(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second of the new offset."""
    old = _offset(zone, before)
    while after - before > _SECOND:
        middle = before + (after - before) // 2
        middle = middle.replace(microsecond=0)
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after
