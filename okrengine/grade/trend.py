"""A robust straight line through values on days, and how far from it the next value may lie.

Everything is counted in whole parts of the way from the baseline to the last level (`WAY` parts), so that the answer is
the same on every machine, and the same whatever unit the values were written in.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import isqrt

WAY = 10**12
FEWEST = 4
"""A line through fewer days says nothing."""
CHANGE_OF_PACE = Fraction(15, 100)
"""How much the pace of the days to come may differ from the pace so far: the size of one standard deviation of it.

Quarters bend. Without this the range of a calm one would be far too narrow; docs/grading.md has the simulation.
"""
SMALLEST_SPREAD = WAY // 100
"""Values that lie on the line by chance are not believed to be free of noise: at least a hundredth of the way."""
HAIR = WAY // 10**6
"""So far below a level a line has reached it: less was cut away on the way."""

Z80 = Fraction(1282, 1000)
_T80 = (3078, 1886, 1638, 1533, 1476, 1440, 1415, 1397, 1383, 1372, 1363, 1356, 1350, 1345, 1341, 1337, 1333, 1330,
        1328, 1325, 1323, 1321, 1319, 1318, 1316, 1315, 1314, 1313, 1311, 1310)  # fmt: skip
"""The 90th percentile of Student's t in thousandths, from one degree of freedom on; beyond the end it nears `Z80`."""
_PERCENTILES = (
    0, 25069, 50154, 75270, 100434, 125661, 150969, 176374, 201893, 227545, 253347, 279319, 305481, 331853, 358459,
    385320, 412463, 439913, 467699, 495850, 524401, 553385, 582842, 612813, 643345, 674490, 706303, 738847, 772193,
    806421, 841621, 877896, 915365, 954165, 994458, 1036433, 1080319, 1126391, 1174987, 1226528, 1281552, 1340755,
    1405072, 1475791, 1554774, 1644854, 1750686, 1880794, 2053749, 2326348,
)  # fmt: skip
"""The percentiles of the normal distribution in millionths, from the 50th to the 99th."""


def student(freedom: int) -> Fraction:
    """The 90th percentile of Student's t, so that the middle 80 % lie within plus and minus it."""
    if freedom <= len(_T80):
        return Fraction(_T80[freedom - 1], 1000)
    return round(Z80 + (Z80**3 + Z80) / (4 * freedom), 3)


def share_below(z: Fraction) -> Fraction:
    """The share of a normal distribution below `z` standard deviations, cut to whole percent."""
    if z < 0:
        return Fraction(50 - bisect_left(_PERCENTILES, -z * 10**6), 100)
    return Fraction(49 + bisect_right(_PERCENTILES, z * 10**6), 100)


@dataclass(frozen=True, slots=True)
class Course:
    """Where a line leads on a day: `end`, and `half`, the half width of the range that holds four of five ends.

    `level` is the line on the first day, `slope` its rise a day. The standard deviation of the values around it is the
    greatest of `spreads`: by their distances from the line, by their samples, and the least that is believed; `wide`
    is how many of it hold four of five values. `reach` is what its square grows by with the distance: `mean` is the
    mean day, counted from the first, and `apart` the sum of the squared distances from it.
    """

    first: int
    last: int
    day: int
    count: int
    slope: int
    level: int
    spreads: tuple[int, int, int]
    wide: Fraction
    mean: Fraction
    apart: Fraction
    reach: Fraction
    end: int
    half: int

    @property
    def spread(self) -> int:
        """The standard deviation that is believed."""
        return max(self.spreads)

    def probability(self, level: int) -> Fraction:
        """The chance that the value on that day is at least `level`, in whole percent, never rounded up."""
        return share_below(self.above(level))

    def above(self, level: int) -> Fraction:
        """By how many standard deviations the end lies above `level`, in millionths: less is what was cut away."""
        return round(Fraction(self.end - level) / (Fraction(self.half) / Z80), 6)

    def reaches(self, level: int) -> int | None:
        """The day on which the line reaches `level`; None where it does not rise."""
        return None if self.slope <= 0 else self.first + -((self.level + HAIR - level) // self.slope)


class Trend:
    """Values on days, one for each day, oldest first."""

    def __init__(self) -> None:
        self._said: list[tuple[int, int, int]] = []

    def __len__(self) -> int:
        return len(self._said)

    def add(self, day: int, value: int, doubt: int) -> None:
        """A value, and the variance that its own sample gives it. A later one of the same day replaces it."""
        if self._said and self._said[-1][0] == day:
            self._said.pop()
        self._said.append((day, value, doubt))

    def course(self, day: int) -> Course | None:
        """Where the line leads on `day`; None where too few days are known or `day` is not ahead."""
        count = len(self)
        if count < FEWEST or day <= self._said[-1][0]:
            return None
        days, values, doubts = zip(*self._said, strict=True)
        first, last = days[0], days[-1]
        pairs = combinations(zip(days, values, strict=True), 2)
        slope = _median((b - a) // (t - s) for (s, a), (t, b) in pairs)
        heights = [value - slope * (at - first) for at, value in zip(days, values, strict=True)]
        level = _median(heights)
        spreads = (
            isqrt(sum((height - level) ** 2 for height in heights) // (count - 2)),
            isqrt(sum(doubts) // count),
            SMALLEST_SPREAD,
        )
        total = sum(days)
        mean, apart = Fraction(total, count), Fraction(count * sum(each * each for each in days) - total * total, count)
        reach = 1 + Fraction(1, count) + (day - mean) ** 2 / apart
        bend = CHANGE_OF_PACE * abs(slope) * (day - last)
        wide = Z80 if spreads[1] == max(spreads) else student(count - 2)  # samples tell their spread, it is no estimate
        half = isqrt(int((wide * max(spreads)) ** 2 * reach + (Z80 * bend) ** 2))
        end = level + slope * (day - first)
        return Course(first, last, day, count, slope, level, spreads, wide, mean - first, apart, reach, end, half)


def _median(numbers: Iterable[int]) -> int:
    ordered = sorted(numbers)
    at = len(ordered) // 2
    return ordered[at] if len(ordered) % 2 else (ordered[at - 1] + ordered[at]) // 2
