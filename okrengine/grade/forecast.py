"""Where the values of a key result lead by its deadline, if they go on as they did."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import count

from okrengine.grade.levels import Rung
from okrengine.grade.standing import Frame, Standing
from okrengine.grade.trend import CHANGE_OF_PACE, WAY, Z80, Course, Trend
from okrengine.grade.verdict import PASS_LINES
from okrengine.grade.wording import PLACES, cut, signed, spelled
from okrengine.model import CheckIn, Forecast, Input, Kind
from okrengine.offers import Metric
from okrengine.quantity import SECONDS, Quantity

_SPREADS = (
    "√(the sum of squared distances from the line ÷ {})",
    "√(the mean of (width of the 95 % interval ÷ 3.92)²)",
    "the least that is believed: a hundredth of the way",
)
_FARTHEST = 3_650
"""A line that crosses the target later than so many days ahead says nothing of it."""


class Values:
    """The values of a key result as a trend, from baseline to last level. Where the definition changes it starts anew.

    Values that were measured in two ways are not joined, and neither are values of two baselines.
    """

    def __init__(self) -> None:
        self.said: list[tuple[date, Quantity, CheckIn | None, tuple[Quantity, Quantity] | None]] = []
        self._kept: object = None
        self._stood: list[Standing] = []

    @cached_property
    def trend(self) -> Trend:
        """All of them in parts of the way; most points of a history never ask for it."""
        found = Trend()
        for (day, value, _, _), standing in zip(self.said, self._stood, strict=True):
            rungs = standing.levels.rungs
            found.add(day.toordinal(), along(rungs, value), _doubt(rungs, standing))
        return found

    def add(self, standing: Standing, frame: Frame) -> None:
        """What the latest check-in of `standing` says, where it states a value on a way that leads somewhere."""
        entry, rungs = standing.entry, standing.levels.rungs
        if standing.value is None or standing.raw is None or entry is None or standing.at is None or not rungs:
            return
        kept = (entry.definition, rungs[0].level.base, rungs[-1].level.base)
        if kept != self._kept:
            self._kept, self.said, self._stood = kept, [], []
        day = frame.day(standing.at)
        if self.said and self.said[-1][0] == day:
            self.said.pop()
            self._stood.pop()
        self.said.append((day, standing.value, standing.checkin, standing.interval))
        self._stood.append(standing)
        self.__dict__.pop("trend", None)


def course(standing: Standing, values: Values) -> Course | None:
    """Where the line leads by the deadline, while there is a value now and a day left."""
    deadline = standing.key_result.deadline
    if standing.value is None or standing.today >= deadline:
        return None
    return values.trend.course(deadline.toordinal())


def along(rungs: tuple[Rung, ...], level: Quantity) -> int:
    """How far a level lies on the straight way from the first rung to the last one, in parts of it."""
    # in whole numbers, since a forecast asks this three times for each value: fractions would be reduced at each step
    start, end, at = (each.with_unit(rungs[0].level.unit).base for each in (rungs[0].level, rungs[-1].level, level))
    gone = (at.numerator * start.denominator - start.numerator * at.denominator) * end.denominator * WAY
    way = (end.numerator * start.denominator - start.numerator * end.denominator) * at.denominator
    return abs(gone) // abs(way) * (1 if (gone < 0) == (way < 0) else -1)


def passing(rungs: tuple[Rung, ...], worth: Fraction) -> int:
    """Where on the way a score is reached: between the rungs it grows in straight lines."""
    places = [along(rungs, rung.level) for rung in rungs]
    at = next((number for number, rung in enumerate(rungs) if rung.worth >= worth), len(rungs) - 1)
    low, high = rungs[at - 1], rungs[at]
    share = (worth - low.worth) / (high.worth - low.worth)
    return int(places[at - 1] + share * (places[at] - places[at - 1]))


def misses(standing: Standing, found: Course | None, kind: Kind) -> bool:
    """Whether the whole range of the forecast lies short of the pass line."""
    return found is not None and found.end + found.half < passing(standing.levels.rungs, PASS_LINES[kind])


def forecast(standing: Standing, frame: Frame, values: Values) -> Forecast | None:
    """The forecast in the units of the key result; None where no way is gone, or nothing is left to be forecast."""
    rungs, target = standing.levels.rungs, standing.levels.target
    over = standing.today >= standing.key_result.deadline or standing.record.closing() is not None
    if standing.raw is None or not rungs or target is None or over:
        return None
    found = course(standing, values)
    if found is None:
        return Forecast(len(values.trend), reason="too_few_points")
    goal, metric = along(rungs, target), frame.metrics.get(standing.key_result.measure.metric)
    limits = (None, None) if metric is None or metric.range is None else metric.range
    low, high = sorted((found.end - found.half, found.end + found.half), key=lambda way: _level(rungs, way).base)
    return Forecast(
        points=found.count,
        end=_shown(rungs, found.end, limits),
        interval=(_shown(rungs, low, limits), _shown(rungs, high, limits)),
        probability=found.probability(goal),
        crosses=_crossing(standing, found, goal),
        told=lambda: (*_working(standing, values, found, goal), *_ends(metric)),
    )


def _ends(metric: Metric | None) -> Iterator[Input]:
    """Between which ends a value can lie at all."""
    if metric is not None and metric.ends:
        yield Input("limits", f"{signed(metric.ends)}: no value of {metric.name} lies beyond", "")


def _level(rungs: tuple[Rung, ...], way: int) -> Quantity:
    """The level at a place on the way, rounded to a hundredth of the way or finer."""
    start, unit = rungs[0].level.base, rungs[0].level.unit
    width = rungs[-1].level.base - start
    places = _places(width / SECONDS.get(unit, 1) / 100)
    return Quantity.rounded(start + width * Fraction(way, WAY), unit, places)


def _places(step: Fraction) -> int:
    """How many decimals show a step of this size."""
    return next(places for places in count() if abs(step) * 10**places >= 1)


def _shown(rungs: tuple[Rung, ...], way: int, limits: tuple[int | None, int | None]) -> Quantity:
    """The level at a place on the way, kept within what the metric can give."""
    level = _level(rungs, way)
    for limit, beyond in zip(limits, (-1, 1), strict=True):
        if limit is not None and (level.base - limit) * beyond > 0:
            return Quantity.rounded(Fraction(limit), level.unit, 0)
    return level


def _crossing(standing: Standing, found: Course, goal: int) -> date | None:
    """The day ahead on which the line reaches the target; None where it is reached already, or never in sight."""
    day, today = found.reaches(goal), standing.today.toordinal()
    reached = standing.value is not None and along(standing.levels.rungs, standing.value) >= goal
    if day is None or reached or day - today > _FARTHEST:
        return None
    return date.fromordinal(max(day, today))


def _doubt(rungs: tuple[Rung, ...], standing: Standing) -> int:
    """The variance of a value by its own 95 % interval, in parts of the way; 0 where it has none of its unit."""
    if standing.interval is None:
        return 0
    low, high = (along(rungs, end) for end in standing.interval)
    return (abs(high - low) * 100 // 392) ** 2


def _working(standing: Standing, values: Values, found: Course, goal: int) -> Iterator[Input]:
    """Every step in the units of the key result, so that it can be computed again by hand."""
    rungs = standing.levels.rungs
    unit = SECONDS.get(rungs[0].level.unit, 1)
    start, width = rungs[0].level.base / unit, (rungs[-1].level.base - rungs[0].level.base) / unit
    fine = max(PLACES, _places(width / 10**PLACES))

    def near(number: Fraction, places: int = PLACES) -> str:
        return signed(str(Quantity.rounded(number, "", places)))

    def size(way: int) -> str:
        return near(abs(width) * Fraction(way, WAY), fine)

    def level(way: int) -> str:
        return near(start + width * Fraction(way, WAY), fine)

    for day, value, checkin, interval in values.said:
        ends = "" if interval is None else f", 95 % interval {' to '.join(map(spelled, interval))}"
        yield Input(str(day), f"{spelled(value)}{ends}", standing.record.place(checkin) if checkin else "")
    first, days = date.fromordinal(found.first), found.day - found.first
    slope, z = near(width * Fraction(found.slope, WAY), fine), cut(Z80)
    pairs = found.count * (found.count - 1) // 2
    yield Input("slope", f"{slope} a day, the median of the {pairs} slopes between two days", "")
    yield Input("line", f"{level(found.level)} on {first}, the median of value − slope × days since then", "")
    yield Input("end", f"{level(found.level)} + ({slope}) × {days} days = {level(found.end)}", "")
    spreads = [(each, said.format(found.count - 2)) for each, said in zip(found.spreads, _SPREADS, strict=True) if each]
    noises = "; ".join(f"{size(each)} = {said}" for each, said in spreads)
    yield Input("spread", f"{size(found.spread)}, the greatest of {noises}", "")
    curve = "a normal curve" if found.wide == Z80 else f"Student's t with {found.count - 2} degrees of freedom"
    yield Input("percentile", f"{cut(found.wide)}, the 90th of {curve}", "")
    reach = near(found.reach)
    distance = f"1 + 1 ÷ {found.count} + ({days} − {near(found.mean)})² ÷ {near(found.apart)} = {reach}"
    yield Input("distance", f"{distance}, by the days since the first, their mean and their squares about it", "")
    bend = f"{z} × {cut(CHANGE_OF_PACE)} × ({slope}) × {found.day - found.last} days"
    spread = f"({cut(found.wide)} × {size(found.spread)})² × {reach}"
    ends = " to ".join(map(level, sorted((found.end - found.half, found.end + found.half), reverse=width < 0)))
    yield Input("range", f"± √({spread} + ({bend})²) = ± {size(found.half)}: {ends}", "")
    ahead = (found.end, goal) if width > 0 else (goal, found.end)
    ratio = f"({' − '.join(map(level, ahead))}) ÷ ({size(found.half)} ÷ {z})"
    chance = cut(found.probability(goal) * 100)
    yield Input("probability", f"{ratio} = {near(found.above(goal))}: {chance} % of a normal curve", "")
