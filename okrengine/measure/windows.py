"""Which time a measurement looks at: a window, the cycle and the instant of asking, made into instants."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from okrengine.errors import ProjectError
from okrengine.model import Cycle, Span

if TYPE_CHECKING:
    from okrengine.model import Window


END_OF_DAY = time(23, 59, 59)
"""The instant that a bare day means when something is asked as of it."""

MOST = 550
"""So many earlier instants one trend may have, each a part of the query: a year and a half of days, ten years of weeks.
"""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The time that is looked at; `start` is on the project's wall clock.

    `end` is excluded; None means that the stretch ends at `as_of`, which is inside.
    """

    start: datetime
    end: datetime | None
    as_of: datetime

    @property
    def closing(self) -> datetime:
        """The end of the window, or the instant of asking where that is earlier."""
        return self.as_of if self.end is None else min(self.end, self.as_of)

    def local(self, instant: datetime) -> datetime:
        """An instant on the wall clock of the project."""
        return instant.astimezone(self.start.tzinfo)

    @property
    def span(self) -> Span:
        """The stretch as a reading states it."""
        return Span(self.start, self.closing)


def resolve(window: "Window", cycle: Cycle, as_of: datetime, zone: ZoneInfo) -> Stretch:
    """The stretch that `window` means at `as_of`; a date means its whole day in `zone`, the last one included."""
    if window.kind == "last" and window.last is not None:
        # In UTC: on a wall clock, thirty days over a change of the clocks are an hour more or less.
        return Stretch((as_of.astimezone(UTC) - window.last).astimezone(zone), None, as_of)
    first, last = (cycle.first, cycle.last) if window.kind == "cycle" else (window.start, window.end)
    start = midnight(cycle.first, zone) if first is None else _instant(first, zone, days=0)
    return Stretch(start, None if last is None else _instant(last, zone, days=1), as_of)


def earlier(every: str, first: date, as_of: datetime, zone: ZoneInfo) -> tuple[datetime, ...]:
    """The instants before `as_of` at which a trend looks, oldest first, none before the day `first`.

    Each is the end of its day, as a bare day means everywhere: of every day, of each day a week apart, of each month.
    Raises `ProjectError` for more of them than a query can ask of.
    """
    local, found = as_of.astimezone(zone), list[datetime]()
    day = local.date().replace(day=1) if every == "monthly" else local.date()
    while (day := _before(day, every)) >= first:
        found.append(datetime.combine(day, END_OF_DAY, zone))
        day = day.replace(day=1) if every == "monthly" else day
    if len(found) > MOST:
        rarer = "weekly" if every == "daily" and len(found) <= MOST * 7 else "monthly"
        mend = "correct when the cycle begins" if every == "monthly" else f"ask for `--trend {rarer}`"
        said = f"a {every} trend since {first} has {len(found):,} instants, and one measurement looks at {MOST} at most"
        raise ProjectError(f"{said}: {mend}")
    return tuple(reversed(found))


def _before(day: date, every: str) -> date:
    return day - timedelta(days=7 if every == "weekly" else 1)


def midnight(day: date, zone: ZoneInfo) -> datetime:
    """The start of a day."""
    return datetime.combine(day, time(), tzinfo=zone)


def _instant(given: date | datetime, zone: ZoneInfo, *, days: int) -> datetime:
    if isinstance(given, datetime):
        return given.astimezone(zone) if given.tzinfo else given.replace(tzinfo=zone)
    return midnight(given + timedelta(days=days), zone)
