"""How far forecasts and statuses can be trusted, on seeded quarters of known kinds.

Each quarter has 13 weekly check-ins of a key result from 0 to 100 and ends where it ends. The forecast after 4, 6, 8
and 10 weeks is held against the value of the last one, and the status three weeks before the end against what came.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from random import Random

from okrengine.config import Settings, StatusSettings
from okrengine.grade import grade
from okrengine.model import CheckIn, Cycle, Entry, Grade, KeyResult, Measure, Objective, Reach
from okrengine.quantity import Quantity

CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
WEEKS = 13
LOOKS = (4, 6, 8, 10)
LATE = 10
"""Three weeks before the end."""
QUARTERS = 400
WIDTHS = {"on_track": (5, 10, 15), "at_risk": (20, 25, 30), "quiet": (0, 10, 20)}

Path_ = list[float]


def straight(random: Random, gain: float, noise: float) -> Path_:
    """A steady pace."""
    return [gain * week / WEEKS + random.gauss(0, noise) for week in range(1, WEEKS + 1)]


def bent(random: Random, gain: float, noise: float) -> Path_:
    """A pace that rises or falls: half-way it is five points of the way off the straight line."""
    bow = random.choice((-0.05, 0.05))
    shares = [week / WEEKS for week in range(1, WEEKS + 1)]
    return [gain * share + bow * 4 * share * (1 - share) + random.gauss(0, noise) for share in shares]


def stepping(random: Random, gain: float, noise: float) -> Path_:
    """All of it in three leaps, in weeks that nobody knows before."""
    leaps = random.sample(range(1, WEEKS + 1), 3)
    return [gain * sum(leap <= week for leap in leaps) / 3 + random.gauss(0, noise) for week in range(1, WEEKS + 1)]


def lingering(random: Random, gain: float, noise: float) -> Path_:
    """A steady pace under noise of which six tenths last into the next week, as rolling windows make it."""
    off, found = random.gauss(0, noise), []
    for week in range(1, WEEKS + 1):
        found.append(gain * week / WEEKS + off)
        off = 0.6 * off + 0.8 * random.gauss(0, noise)
    return found


@dataclass(frozen=True)
class Family:
    """A kind of quarter: how its values come about, and how far they scatter, as a share of the way."""

    name: str
    draw: Callable[[Random, float, float], Path_]
    noise: float

    def quarters(self, count: int) -> Iterator[Path_]:
        """So many of them, always the same; they end between 30 % and 140 % of the way."""
        random = Random(self.name)  # noqa: S311  a simulation
        for _ in range(count):
            yield self.draw(random, random.uniform(0.3, 1.4), self.noise)


FAMILIES = (
    Family("straight", straight, 0.05),
    Family("straight, calm", straight, 0.02),
    Family("straight, noisy", straight, 0.15),
    Family("bent by 5 %", bent, 0.05),
    Family("in three leaps", stepping, 0.05),
    Family("noise that lingers", lingering, 0.05),
)


@dataclass(frozen=True)
class Said:
    """A line of the table."""

    text: str

    def measured(self) -> str:
        """The line of the table."""
        return self.text


def foresee(_folder: Path, quarters: int = QUARTERS) -> Iterator[Said]:
    """The table of coverage, then the one of statuses."""
    for family in FAMILIES:
        shares = [coverage(family, look, quarters) for look in LOOKS]
        every = " ".join(f"{share:4.0%}" for share in shares)
        yield Said(f"{family.name:<20} end within the 80 % range after {LOOKS} weeks: {every}  all {mean(shares):4.0%}")
    for family in FAMILIES:
        right, called, warned = verdicts(family, Settings(), quarters)
        yield Said(
            f"{family.name:<20} status three weeks before the end right {right:4.0%}; "
            f"reached and said so {called:4.0%}, missed and warned {warned:4.0%}"
        )
    for key, widths in WIDTHS.items():
        for width in widths:
            status = replace(StatusSettings(), **{key: Decimal(width)})
            found = [verdicts(family, Settings(status=status), quarters)[0] for family in FAMILIES]
            yield Said(f"{key} {width:<4} status right, mean of the families {mean(found):6.1%}")


def coverage(family: Family, look: int, quarters: int) -> float:
    """How often the last value lies within the range that was forecast after `look` weeks."""
    hits = []
    for values in family.quarters(quarters):
        forecast = graded(values[:look], Settings()).forecast
        if forecast is None or forecast.interval is None:
            raise SystemExit(f"no forecast after {look} weeks")
        low, high = forecast.interval
        hits.append(low.number <= said(values[-1]).number <= high.number)
    return mean(hits)


def verdicts(family: Family, settings: Settings, quarters: int) -> tuple[float, float, float]:
    """How often a status three weeks before the end was right: on track and reached, or worse and missed."""
    reached, missed = [], []
    for values in family.quarters(quarters):
        good = graded(values[:LATE], settings).status in ("achieved", "on_track")
        (reached if values[-1] >= 1 else missed).append(good)
    warned = [not each for each in missed]
    return mean([*reached, *warned]), mean(reached), mean(warned)


def graded(values: Path_, settings: Settings) -> Grade:
    """The grade on the day of the last of the check-ins."""
    key_result = KeyResult(
        "kr", "t/o/kr", "kr", None, Measure("manual"), Reach(Quantity(Decimal(100))), CYCLE.last, Quantity(Decimal(0))
    )
    objective = Objective("o", "t/o", "t", CYCLE, "o", "committed", None, (key_result,))
    start = datetime.combine(CYCLE.first, datetime.min.time(), UTC)
    checkins = [
        CheckIn(CYCLE.name, "t", start + timedelta(days=7 * week), "nok", {"o/kr": Entry(value=said(value))})
        for week, value in enumerate(values, 1)
    ]
    card = grade([objective], checkins, cycle=CYCLE, as_of=checkins[-1].at, settings=settings, metrics={})
    return card.objectives[0].key_results[0]


def said(value: float) -> Quantity:
    """A share of the way as a check-in writes it."""
    return Quantity(Decimal(f"{value * 100:.1f}"))


def mean(values: list) -> float:
    """The mean; of truths it is a share."""
    return float(Fraction(sum(values)) / len(values)) if values else 0.0
