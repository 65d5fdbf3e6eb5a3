"""How far forecasts and statuses can be trusted, on seeded quarters of known kinds.

Each quarter has 13 weekly check-ins of a key result from 0 to 100 and ends where the last one ends. The forecast after
4, 6, 8 and 10 weeks is held against that value, and the status against whether the pass line was reached.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import product
from pathlib import Path
from statistics import fmean, median

from quarters import FAMILIES, Family

from okrengine.config import Settings, StatusSettings
from okrengine.grade.forecast import Values, along, course
from okrengine.grade.record import Record
from okrengine.grade.standing import Frame, Standing, stand
from okrengine.grade.status import judge
from okrengine.grade.trend import WAY
from okrengine.grade.verdict import PASS_LINES
from okrengine.model import CheckIn, Cycle, Entry, KeyResult, Kind, Measure, Reach, Status
from okrengine.quantity import Quantity

CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
LOOKS = (4, 6, 8, 10)
EARLY = (1, 2)
LATE = 10
"""Three weeks before the end."""
QUARTERS = 1500
DEFAULT = StatusSettings()
BY_PACE = replace(DEFAULT, foresees=False)
GRID = {"on_track": (5, 10, 15, 20), "at_risk": (15, 20, 25, 30, 40), "quiet": (0, 10, 20)}
KEY_RESULT = KeyResult(
    "kr", "t/o/kr", "kr", None, Measure("manual"), Reach(Quantity(Decimal(100))), CYCLE.last, Quantity(Decimal(0))
)


@dataclass(frozen=True)
class Look:
    """A quarter as it was known after some of its weeks, and the value that it ended with."""

    standing: Standing
    values: Values
    end: Quantity

    def reached(self, kind: Kind) -> bool:
        """Whether the last value reached the pass line of an objective of that kind."""
        return self.end.base >= 100 * PASS_LINES[kind]

    def covered(self) -> tuple[bool, float]:
        """Whether the range of the forecast held the last value, and half its width, as a share of the way."""
        found = course(self.standing, self.values)
        if found is None:
            raise SystemExit(f"no forecast after {len(self.values.trend)} weeks")
        return abs(along(self.standing.levels.rungs, self.end) - found.end) <= found.half, found.half / WAY

    def status(self, settings: StatusSettings, kind: Kind) -> Status:
        """The status that was given then."""
        return judge(self.standing, Frame(CYCLE, Settings(status=settings), {}, kind), self.values).status

    def worried(self, settings: StatusSettings, kind: Kind) -> bool:
        """Whether that status was worse than on track."""
        return self.status(settings, kind) not in ("achieved", "on_track")


Looks = Mapping[int, list[Look]]
"""The looks at all quarters of a family, by the weeks that were known."""


@dataclass(frozen=True)
class Said:
    """A line of a table."""

    text: str

    def measured(self) -> str:
        """The line of the table."""
        return self.text


def foresee(_folder: Path, quarters: int = QUARTERS) -> Iterator[Said]:
    """Every table, in the Markdown that docs/grading.md shows.

    How often the end lay within the range; how often the status of a committed objective was right three weeks before
    the end; what other limits than the defaults would give.
    """
    seen = {}
    yield from table("quarters", *(f"{look} weeks" for look in LOOKS), "all", "half the range")
    for family in FAMILIES:
        seen[family.name] = looks = looks_at(family, quarters)
        yield row(family.name, *covering(looks))
    yield Said("")
    yield from table("quarters", "right", "without the forecast", "false alarms", "missed warnings")
    for name, looks in seen.items():
        right, false, missed = errors(looks[LATE], DEFAULT, "committed")
        yield row(name, right, errors(looks[LATE], BY_PACE, "committed")[0], false, missed)
    for key, (columns, judged) in GRIDS.items():
        yield Said("")
        yield from table("objective", f"`{key}`", *columns)
        for kind, number in product(PASS_LINES, GRID[key]):
            settings = replace(DEFAULT, **{key: Decimal(number)})
            yield row(f"{kind} | {number} %", *judged(list(seen.values()), settings, kind))


def covering(looks: Looks) -> Iterator[float]:
    """How often the last value lay within the range, after each of `LOOKS` and in all, and half the range in the middle."""
    found = [[look.covered() for look in looks[week]] for week in LOOKS]
    shares = [fmean(held for held, _ in each) for each in found]
    yield from (*shares, fmean(shares), median(half for each in found for _, half in each))


def errors(looks: list[Look], settings: StatusSettings, kind: Kind) -> tuple[float, float, float]:
    """The share of statuses that were right, of false alarms, and of missed warnings.

    Right is `on_track` or better where the pass line was reached in the end, and worse where it was not. A false alarm
    is a worse one for a quarter that reached it, a missed warning a better one for a quarter that did not.
    """
    worries: dict[bool, list[bool]] = {True: [], False: []}
    for look in looks:
        worries[look.reached(kind)].append(look.worried(settings, kind))
    reached, missed = worries[True], worries[False]
    wrong = sum(reached) + len(missed) - sum(missed)
    return 1 - wrong / len(looks), fmean(reached), 1 - fmean(missed)


def balance(seen: list[Looks], settings: StatusSettings, kind: Kind) -> Iterator[float]:
    """The same three weeks before the end, as means of the families."""
    yield from map(fmean, zip(*(errors(looks[LATE], settings, kind) for looks in seen), strict=True))


def lost(seen: list[Looks], settings: StatusSettings, kind: Kind) -> Iterator[float]:
    """How many of those called off track reached the pass line after all, and how many that missed it were called so."""
    looks = [look for each in seen for week in LOOKS for look in each[week]]
    called = [(look.status(settings, kind) == "off_track", look.reached(kind)) for look in looks]
    yield fmean(reached for off, reached in called if off)
    yield fmean(off for off, reached in called if not reached)


def rashness(seen: list[Looks], settings: StatusSettings, kind: Kind) -> Iterator[float]:
    """False alarms after one week and after two, and how many that missed the pass line were not warned of after two."""
    by_week = [[errors(each[week], settings, kind) for each in seen] for week in EARLY]
    yield from (fmean(false for _, false, _ in each) for each in by_week)
    yield fmean(missed for _, _, missed in by_week[-1])


GRIDS: Mapping[str, tuple[tuple[str, ...], Callable[[list[Looks], StatusSettings, Kind], Iterator[float]]]] = {
    "on_track": (("right", "false alarms", "missed warnings"), balance),
    "at_risk": (("off track and reached", "missed and off track"), lost),
    "quiet": (("false alarms, week 1", "week 2", "missed warnings, week 2"), rashness),
}
"""What each default is calibrated by: the columns, and what fills them."""


def table(*columns: str) -> Iterator[Said]:
    """The head of a table."""
    yield Said(f"| {' | '.join(columns)} |")
    yield Said(f"|{'---|' * len(columns)}")


def row(name: str, *shares: float) -> Said:
    """A row of whole percents."""
    return Said(f"| {name} | {' | '.join(f'{share:.0%}' for share in shares)} |")


def looks_at(family: Family, quarters: int) -> Looks:
    """The quarters of a family as they were known after each week that is looked at."""
    looks: dict[int, list[Look]] = {week: [] for week in (*EARLY, *LOOKS)}
    for shares in family.quarters(quarters):
        checkins = [checkin(week, share, family.doubt(week)) for week, share in enumerate(shares, 1)]
        entries = [each.entries["o/kr"] for each in checkins]
        frame = Frame(CYCLE, Settings(), {})
        whole = Record(tuple(checkins), tuple(entries), ("o/kr",))
        standings = [stand(KEY_RESULT, whole.first(week), frame, checkins[week - 1].at) for week in range(1, LATE + 1)]
        for week, found in looks.items():
            values = Values()
            for standing in standings[:week]:
                values.add(standing, frame)
            found.append(Look(standings[week - 1], values, written(shares[-1])))
    return looks


def checkin(week: int, share: float, doubt: float) -> CheckIn:
    """A share of the way as a check-in states it at the end of a week."""
    at = datetime.combine(CYCLE.first, datetime.min.time(), UTC) + timedelta(days=7 * week)
    interval = (written(share - doubt), written(share + doubt)) if doubt else None
    return CheckIn(CYCLE.name, "t", at, "nok", {"o/kr": Entry(value=written(share), interval=interval)})


def written(share: float) -> Quantity:
    """A share of the way with a decimal."""
    return Quantity(Decimal(f"{share * 100:.1f}"))
