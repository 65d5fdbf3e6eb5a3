"""The large chart of a key result: its values over time, where they should be, and where they are to get to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.model import Point
from okrengine.quantity import PERCENT, SECONDS, Quantity
from okrengine.report.charts import Scale, amount, days, pace, polyline, runs
from okrengine.report.contents import KeyResultView, View

WIDTH, HEIGHT = 560, 236
_LEFT, _RIGHT, _TOP, _BOTTOM = 56, 424, 24, 206
_APART = 17
"""Labels at the right end keep so far from each other."""
_DAYS_APART = 78
"""Days below the axis keep so far from each other."""
_TICKS = 4
LevelName: TypeAlias = Literal["target", "commit", "stretch", "at_least", "at_most"]


@dataclass(frozen=True, slots=True)
class Level:
    """A line across to be reached or kept, and the place of its label."""

    name: LevelName
    quantity: Quantity
    y: float
    label: float


@dataclass(frozen=True, slots=True)
class Trajectory:
    """The coordinates of one chart. `aim` is the target through time, with a step where it was changed.

    `bands` are the 95 % intervals of the values as areas, `whiskers` (x, top, bottom) those of single values. `kept` is
    the area (top, height) of a level that is to be kept. `due` are the days of the milestones.
    """

    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    bands: tuple[str, ...]
    whiskers: tuple[tuple[float, float, float], ...]
    pace: str
    aim: str
    levels: tuple[Level, ...]
    kept: tuple[float, float] | None
    due: tuple[float, ...]
    amounts: tuple[tuple[float, Quantity], ...]
    days: tuple[tuple[float, date], ...]
    today: float | None


def trajectory(line: KeyResultView, view: View) -> Trajectory | None:
    """The chart of a key result; None where there is no value to draw."""
    drawn = runs(line.history, line.goal)
    if not drawn:
        return None
    first = min(view.cycle.first, drawn[0][0].at.date())
    last = max(line.deadline, drawn[-1][-1].at.date())
    across = Scale(0, max((last - first).days, 1), _LEFT, _RIGHT)
    levels, paced = list(_levels(line)), pace(line.goal)
    unit = _unit(line)
    one = Fraction(1, 100) if line.goal.kind == "milestones" else Fraction(SECONDS.get(unit, 1))
    ticks = _ticks([*_amounts(drawn, line), *(level.base for _, level in levels), *(value for _, value in paced)], one)
    up = Scale(float(ticks[0]), float(ticks[-1]), _BOTTOM, _TOP)
    at = [[(across.at(days(p.at, first)), up.at(amount(p, line.goal) or 0)) for p in run] for run in drawn]
    ends = [[(across.at(days(p.at, first)), *_ends(p, up)) for p in run if p.interval] for run in drawn]
    return Trajectory(
        lines=tuple(polyline(run) for run in at if len(run) > 1),
        dots=tuple(point for run in at for point in run),
        bands=tuple(_band(run) for run in ends if len(run) > 1),
        whiskers=tuple(run[0] for run in ends if len(run) == 1),
        pace=polyline([(across.at(days(day, first)), up.at(value)) for day, value in paced]) if len(paced) > 1 else "",
        aim=_aim(line, across, up, first),
        levels=_apart(levels, up),
        kept=_kept(line, up),
        due=tuple(across.at(days(step.by, first)) for step in line.goal.steps),
        amounts=tuple((up.at(tick), _quantity(tick / one, unit)) for tick in ticks),
        days=tuple(_days_below(first, last, across)),
        today=across.at(days(view.today, first)) if first <= view.today <= last else None,
    )


def _unit(line: KeyResultView) -> str:
    """The unit of the axis: that of the promise."""
    if line.goal.kind == "milestones":
        return PERCENT
    goal = line.goal
    known = (goal.target, goal.at_least, goal.at_most, goal.baseline, line.value)
    return next((each.unit for each in known if each is not None), "")


def _amounts(drawn: Sequence[Sequence[Point]], line: KeyResultView) -> Iterator[Fraction]:
    """Everything that must fit between the lowest and the highest tick."""
    for point in (point for run in drawn for point in run):
        yield amount(point, line.goal) or Fraction(0)
        yield from (end.base for end in point.interval or ())
    yield from (target.base for _, target in line.goal.former)
    if line.goal.kind == "milestones":
        yield from (Fraction(0), Fraction(1))


def _levels(line: KeyResultView) -> Iterator[tuple[LevelName, Quantity]]:
    goal = line.goal
    named: tuple[tuple[LevelName, Quantity | None], ...] = (
        ("target", goal.target),
        ("commit", goal.commit),
        ("stretch", goal.stretch),
        ("at_least", goal.at_least),
        ("at_most", goal.at_most),
    )
    return ((name, level) for name, level in named if level is not None)


def _ticks(amounts: Sequence[Fraction], one: Fraction) -> list[Fraction]:
    """Amounts that enclose all others and are round numbers of what `one` is on the axis."""
    low, high = min(amounts) / one, max(amounts) / one
    span = (high - low) or abs(high) or Fraction(1)
    step = _round_step(span / _TICKS)
    start = (low / step).__floor__()
    end = -((-high / step).__floor__())
    return [number * step * one for number in range(start, max(end, start + 1) + 1)]


def _round_step(least: Fraction) -> Fraction:
    """The smallest of 1, 2, 5 times a power of ten that is not below `least`."""
    power = Fraction(1)
    while power > least:
        power /= 10
    while power * 10 <= least:
        power *= 10
    return next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)


def _quantity(shown: Fraction, unit: str) -> Quantity:
    return Quantity(Decimal(shown.numerator) / Decimal(shown.denominator), unit)


def _ends(point: Point, up: Scale) -> tuple[float, float]:
    """The top and the bottom of an interval."""
    low, high = point.interval or (Quantity(Decimal(0)), Quantity(Decimal(0)))
    return up.at(high.base), up.at(low.base)


def _band(run: Sequence[tuple[float, float, float]]) -> str:
    """The area between the upper and the lower ends."""
    return polyline([(x, top) for x, top, _ in run] + [(x, bottom) for x, _, bottom in reversed(run)])


def _aim(line: KeyResultView, across: Scale, up: Scale, first: date) -> str:
    """The target through time: level, with a step on each day on which it was changed."""
    if line.goal.target is None:
        return ""
    points, x = [], across.start
    for day, target in line.goal.former:
        until = across.at(days(day, first))
        points += [(x, up.at(target.base)), (until, up.at(target.base))]
        x = until
    now = up.at(line.goal.target.base)
    return polyline([*points, (x, now), (across.end, now)])


def _apart(levels: Sequence[tuple[LevelName, Quantity]], up: Scale) -> tuple[Level, ...]:
    """The levels from top to bottom, their labels moved down until none covers another."""
    placed: list[Level] = []
    for name, quantity in sorted(levels, key=lambda level: up.at(level[1].base)):
        y = up.at(quantity.base)
        least = placed[-1].label + _APART if placed else 0.0
        placed.append(Level(name, quantity, y, round(max(y + 4, least), 1)))
    return tuple(placed)


def _kept(line: KeyResultView, up: Scale) -> tuple[float, float] | None:
    """The area within the limits of a level; an open side reaches to the edge of the chart."""
    if line.goal.kind != "maintain":
        return None
    top = float(_TOP) if line.goal.at_most is None else up.at(line.goal.at_most.base)
    bottom = float(_BOTTOM) if line.goal.at_least is None else up.at(line.goal.at_least.base)
    return top, round(bottom - top, 1)


def _days_below(first: date, last: date, across: Scale) -> Iterator[tuple[float, date]]:
    """The first day, the first of months, and the last day, as far as their labels do not touch."""
    end, before = across.at((last - first).days), -float(_DAYS_APART)
    for day in [first, *_months(first, last)]:
        x = across.at((day - first).days)
        if x - before >= _DAYS_APART and end - x >= _DAYS_APART:
            yield x, day
            before = x
    yield end, last


def _months(first: date, last: date) -> Iterator[date]:
    day = first
    while (day := (day.replace(day=1) + timedelta(days=32)).replace(day=1)) < last:
        yield day
