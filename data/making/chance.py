"""Chance that falls the same way on every machine, the calendar of the example, and how its tables are written."""

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random
from typing import TypeVar

BANGKOK = timezone(timedelta(hours=7))
QUARTER = datetime(2026, 10, 1, tzinfo=BANGKOK)
EXPORTED = datetime(2026, 11, 21, 8, tzinfo=BANGKOK)
DAYS = 51  # of the quarter, before the day of the export
SPREAD = (20, 35, 50, 65, 80, 100, 120, 150, 190, 260, 420)  # of durations around their median, in percent
THAI = "%d/%m/%Y %H:%M"
Choice = TypeVar("Choice")


class Dice:
    """Chance that falls the same way everywhere."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  made-up data, no secret

    def below(self, limit: int) -> int:
        """A whole number from 0 up to, not including, `limit`."""
        return int(self._random.random() * limit)

    def happens(self, percent: float) -> bool:
        """Whether something that happens so often happens now."""
        return self._random.random() * 100 < percent

    def pick(self, chances: Mapping[Choice, int]) -> Choice:
        """One of the keys, each as often as its number says."""
        left = self.below(sum(chances.values()))
        for choice, share in chances.items():
            left -= share
            if left < 0:
                return choice
        raise AssertionError("the shares sum up to more than what is drawn")

    def around(self, median: float) -> int:
        """A whole number with this median and the long tail that durations have."""
        place = self._random.random() * (len(SPREAD) - 1)
        low = int(place)
        percent = SPREAD[low] + (place - low) * (SPREAD[low + 1] - SPREAD[low])
        return round(median * percent / 100)

    def moment(self, day: datetime, first: int = 8, last: int = 20) -> datetime:
        """A minute of the day between two hours."""
        return day + timedelta(minutes=first * 60 + self.below((last - first) * 60))


def slope(day: datetime, start: float, end: float) -> float:
    """What moves straight from `start` on the first day of the quarter to `end` on the day of the export."""
    passed = min(max((day - QUARTER).days, 0), DAYS)
    return start + (end - start) * passed / DAYS


def days(first: datetime) -> list[datetime]:
    """Midnights from `first` to the day of the export."""
    return [first + timedelta(days=n) for n in range((EXPORTED - first).days + 1)]


def write_csv(path: Path, rows: Iterable[Mapping[str, object]], header: Sequence[str], mark: str = "") -> None:
    """Write a table with the line ends of spreadsheets, and with the mark that some of them put first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(mark)
        writer = csv.DictWriter(file, header)
        writer.writeheader()
        writer.writerows(rows)
