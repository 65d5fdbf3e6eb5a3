"""A robust straight line through values on days, and how far from it the next value may lie.

Everything is counted in whole parts of the way from the baseline to the last level (`WAY` parts), so that the answer is
the same on every machine, and the same whatever unit the values were written in.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator, Sequence
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

Z80 = Fraction(1282, 1000)
_T80 = (3078, 1886, 1638, 1533, 1476, 1440, 1415, 1397, 1383, 1372, 1363, 1356, 1350, 1345, 1341, 1337, 1333, 1330,
        1328, 1325, 1323, 1321, 1319, 1318, 1316, 1315, 1314, 1313, 1311, 1310)  # fmt: skip
"""The 90th percentile of Student's t in thousandths, from one degree of freedom on; beyond the end it is `Z80`."""
_PERCENTILES = (
    0, 25, 50, 75, 100, 126, 151, 176, 202, 228, 253, 279, 305, 332, 358, 385, 412, 440, 468, 496, 524, 553, 583, 613,
    643, 674, 706, 739, 772, 806, 842, 878, 915, 954, 994, 1036, 1080, 1126, 1175, 1227, 1282, 1341, 1405, 1476, 1555,
    1645, 1751, 1881, 2054, 2326,
)  # fmt: skip
"""The percentiles of the normal distribution in thousandths, from the 50th to the 99th."""


def student(freedom: int) -> Fraction:
    """The 90th percentile of Student's t, so that the middle 80 % lie within plus and minus it."""
    return Fraction(_T80[freedom - 1], 1000) if freedom <= len(_T80) else Z80


def share_below(z: Fraction) -> Fraction:
    """The share of a normal distribution below `z` standard deviations, cut to whole percent."""
    if z >= 0:
        return Fraction(49 + bisect_right(_PERCENTILES, z * 1000), 100)
    above = sum(1 for each in _PERCENTILES if each < -z * 1000)
    return Fraction(50 - above, 100) if above else Fraction(50, 100)


@dataclass(frozen=True, slots=True)
class Course:
    """Where a line leads on a day: `end`, and `half`, the half width of the range that holds four of five ends.

    `level` is the line on the first day, `slope` its rise a day, `spread` the standard deviation of the values around
    it, by the `noise` that is greatest. `reach` is what its square grows by with the distance: `mean` is the mean day,
    counted from the first, and `apart` the sum of the squared distances from it.
    """

    first: int
    last: int
    day: int
    count: int
    slope: int
    level: int
    spread: int
    noise: str
    mean: Fraction
    apart: Fraction
    reach: Fraction
    end: int
    half: int

    def probability(self, level: int) -> Fraction:
        """The chance that the value on that day is at least `level`, in whole percent, never rounded up."""
        return share_below(Fraction(self.end - level) / (Fraction(self.half) / Z80))

    def reaches(self, level: int) -> int | None:
        """The day on which the line reaches `level`; None where it does not rise."""
        return None if self.slope <= 0 else self.first + -((self.level - level) // self.slope)


class Trend:
    """Values on days, one for each day, oldest first. It grows: each new value adds its slopes to the sorted others."""

    def __init__(self) -> None:
        self._days: list[int] = []
        self._values: list[int] = []
        self._doubts: list[int] = []
        self._slopes: list[int] = []

    def __len__(self) -> int:
        return len(self._days)

    def add(self, day: int, value: int, doubt: int) -> None:
        """A value, and the variance that its own sample gives it. A later one of the same day replaces it."""
        if self._days and self._days[-1] == day:
            for kept in (self._days, self._values, self._doubts):
                kept.pop()
            pairs = combinations(zip(self._days, self._values, strict=True), 2)
            self._slopes = sorted((b - a) // (t - s) for (s, a), (t, b) in pairs)
        for earlier, known in zip(self._days, self._values, strict=True):
            insort(self._slopes, (value - known) // (day - earlier))
        self._days.append(day)
        self._values.append(value)
        self._doubts.append(doubt)

    def course(self, day: int) -> Course | None:
        """Where the line leads on `day`; None where too few days are known or `day` is not ahead."""
        days, count = self._days, len(self._days)
        if count < FEWEST or day <= days[-1]:
            return None
        slope = _middle(self._slopes)
        heights = sorted(self._heights(slope))
        level = _middle(heights)
        squares = sum((height - level) ** 2 for height in heights) // (count - 2)
        square, noise = max(
            (squares, "values"), (sum(self._doubts) // count, "samples"), (SMALLEST_SPREAD**2, "least"),
            key=lambda each: each[0],
        )  # fmt: skip
        spread = isqrt(square)
        total = sum(days)
        mean, apart = Fraction(total, count), Fraction(count * sum(each * each for each in days) - total * total, count)
        reach = 1 + Fraction(1, count) + (day - mean) ** 2 / apart
        bend = CHANGE_OF_PACE * abs(slope) * (day - days[-1])
        half = isqrt(int((student(count - 2) * spread) ** 2 * reach + (Z80 * bend) ** 2))
        end = level + slope * (day - days[0])
        return Course(
            days[0], days[-1], day, count, slope, level, spread, noise, mean - days[0], apart, reach, end, half
        )

    def _heights(self, slope: int) -> Iterator[int]:
        """Where a line of `slope` through each value begins."""
        start = self._days[0]
        return (value - slope * (day - start) for day, value in zip(self._days, self._values, strict=True))


def _middle(ordered: Sequence[int]) -> int:
    at = len(ordered) // 2
    return ordered[at] if len(ordered) % 2 else (ordered[at - 1] + ordered[at]) // 2
