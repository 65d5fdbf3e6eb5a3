"""Quarters of known kinds: how the values of 13 weekly check-ins come about, as shares of the way, always the same."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

WEEKS = 13
WEEK_BY_WEEK = range(1, WEEKS + 1)
Values = list[float]


def straight(random: Random, gain: float, noise: float) -> Values:
    """A steady pace."""
    return [gain * week / WEEKS + random.gauss(0, noise) for week in WEEK_BY_WEEK]


def bent(random: Random, gain: float, noise: float) -> Values:
    """A pace that rises or falls: half-way it is five points of the way off the straight line."""
    bow = random.choice((-0.05, 0.05))
    shares = [week / WEEKS for week in WEEK_BY_WEEK]
    return [gain * share + bow * 4 * share * (1 - share) + random.gauss(0, noise) for share in shares]


def leaping(random: Random, gain: float, noise: float) -> Values:
    """All of it in three leaps, in weeks that nobody knows before."""
    leaps = random.sample(WEEK_BY_WEEK, 3)
    return [gain * sum(leap <= week for leap in leaps) / 3 + random.gauss(0, noise) for week in WEEK_BY_WEEK]


def lingering(random: Random, gain: float, noise: float) -> Values:
    """A steady pace under noise of which six tenths last into the next week."""
    off, found = random.gauss(0, noise), []
    for week in WEEK_BY_WEEK:
        found.append(gain * week / WEEKS + off)
        off = 0.6 * off + 0.8 * random.gauss(0, noise)
    return found


def rolling(random: Random, gain: float, noise: float) -> Values:
    """The mean of the last four weeks of a steady pace; it begins with weeks from before the quarter."""
    weekly = [gain * max(week, 0) / WEEKS + random.gauss(0, 2 * noise) for week in range(-2, WEEKS + 1)]
    return [sum(weekly[end - 4 : end]) / 4 for end in range(4, len(weekly) + 1)]


def gathering(random: Random, gain: float, noise: float) -> Values:
    """The mean of all weeks so far, of which each is better than the last by the same."""
    weekly = [gain * 2 * week / (WEEKS + 1) + random.gauss(0, 3 * noise) for week in WEEK_BY_WEEK]
    return [sum(weekly[:week]) / week for week in WEEK_BY_WEEK]


def not_sampled(_week: int) -> float:
    """Values that state no interval."""
    return 0


def alike(_week: int) -> float:
    """Every value rests on as many rows."""
    return 1


def growing(week: int) -> float:
    """Every week adds as many rows to those before."""
    return float(3 / week**0.5)


@dataclass(frozen=True)
class Family:
    """A kind of quarter, how far its values scatter, and how much of that a value of a week tells by its interval."""

    name: str
    draw: Callable[[Random, float, float], Values]
    noise: float
    sampled: Callable[[int], float] = not_sampled

    def doubt(self, week: int) -> float:
        """Half the width of the 95 % interval of the value of a week, 0 for none."""
        return 1.96 * self.noise * self.sampled(week)

    def quarters(self, count: int) -> Iterator[Values]:
        """So many of them; without noise they would end between 30 % and 140 % of the way."""
        random = Random(self.name)  # noqa: S311  a simulation
        for _ in range(count):
            yield self.draw(random, random.uniform(0.3, 1.4), self.noise)


FAMILIES = (
    Family("straight", straight, 0.05),
    Family("straight, noisy", straight, 0.15),
    Family("straight, with intervals", straight, 0.08, alike),
    Family("bent by 5 %", bent, 0.05),
    Family("bent by 5 %, noisy", bent, 0.15),
    Family("straight, calm", straight, 0.02),
    Family("bent by 5 %, calm", bent, 0.02),
    Family("noise that lingers", lingering, 0.05),
    Family("rolling mean of four weeks", rolling, 0.05),
    Family("rolling mean, with intervals", rolling, 0.05, alike),
    Family("mean since the first week", gathering, 0.05),
    Family("mean since then, with intervals", gathering, 0.05, growing),
    Family("in three leaps", leaping, 0.05),
)
