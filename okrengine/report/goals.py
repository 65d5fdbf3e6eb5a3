"""The promise of a key result, resolved to numbers that a report can print and draw."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeAlias

from okrengine.model import Cycle, Grade, KeyResult, Maintain, Milestones, Waypoint, Zones
from okrengine.quantity import SECONDS, Quantity
from okrengine.report.visible import one_line

GoalKind: TypeAlias = Literal["reach", "zones", "maintain", "milestones"]
_COMMIT, _TARGET = Fraction(3, 10), Fraction(7, 10)
"""What reaching the two lower zones is worth."""


@dataclass(frozen=True, slots=True)
class Step:
    """One milestone. `due` says that its day has come, `done` the day it was done."""

    title: str
    by: date
    weight: Fraction
    done: date | None
    due: bool


@dataclass(frozen=True, slots=True)
class Goal:
    """What was promised, resolved to numbers. Which fields hold something depends on `kind`.

    `anchors` are (progress, value) pairs that a value moves along from the baseline on, in order of progress; empty
    where progress has no values. `curve` is the expected progress as (day, share) corners from first day to deadline.
    """

    kind: GoalKind
    baseline: Quantity | None
    target: Quantity | None
    at_least: Quantity | None = None
    at_most: Quantity | None = None
    commit: Quantity | None = None
    middle: Quantity | None = None
    steps: tuple[Step, ...] = ()
    anchors: tuple[tuple[Fraction, Quantity], ...] = ()
    curve: tuple[tuple[date, Fraction], ...] = ()

    @property
    def done(self) -> int:
        """How many milestones are done."""
        return sum(step.done is not None for step in self.steps)


def goal(grade: Grade, cycle: Cycle, done: Mapping[str, date], today: date) -> Goal:
    """What `grade`'s key result promises. `done` maps milestones to the day a check-in says they were done."""
    promise = grade.key_result.goal
    if isinstance(promise, Milestones):
        steps = tuple(
            Step(one_line(each.title) or each.id, each.by, each.weight, _done(each.done, done.get(each.id), today),
                 each.by <= today)
            for each in promise.steps
        )  # fmt: skip
        return Goal("milestones", None, None, steps=steps, curve=_stairs(cycle, steps))
    if isinstance(promise, Maintain):
        return Goal("maintain", grade.baseline, None, promise.at_least, promise.at_most)
    curve = _curve(grade.key_result, cycle)
    if isinstance(promise, Zones):
        target = grade.target or promise.stretch
        anchors = _anchors(grade.baseline, promise)
        return Goal("zones", grade.baseline, target, commit=promise.commit, middle=promise.target,
                    anchors=anchors, curve=curve)  # fmt: skip
    anchors = ()
    if grade.baseline is not None and grade.target is not None:
        anchors = ((Fraction(0), grade.baseline), (Fraction(1), grade.target))
    return Goal("reach", grade.baseline, grade.target, anchors=anchors, curve=curve)


def value_at(goal: Goal, share: Fraction) -> Fraction | None:
    """The value in base units that stands for a progress of `share`; straight between the anchors."""
    points = [(each, value.base) for each, value in goal.anchors]
    for (low, start), (high, end) in pairwise(points):
        if share <= high:
            return start + (end - start) * (share - low) / (high - low)
    return points[-1][1] if points else None


def _done(written: date | None, said: date | None, today: date) -> date | None:
    """The day a milestone was done, as far as it is not after today."""
    days = [day for day in (written, said) if day is not None and day <= today]
    return min(days, default=None)


def _curve(key_result: KeyResult, cycle: Cycle) -> tuple[tuple[date, Fraction], ...]:
    """The corners of the expected progress, from the first day to the deadline."""
    first, last = (cycle.first, Fraction(0)), (key_result.deadline, Fraction(1))
    if key_result.curve == "step":
        return (first, (key_result.deadline, Fraction(0)), last)
    if isinstance(key_result.curve, tuple):
        return (first, *(_corner(point) for point in key_result.curve if point.on < key_result.deadline), last)
    return (first, last)


def _corner(point: Waypoint) -> tuple[date, Fraction]:
    return (point.on, point.progress)


def _stairs(cycle: Cycle, steps: tuple[Step, ...]) -> tuple[tuple[date, Fraction], ...]:
    """The share of all weight that is due by each day, as stairs."""
    whole, due = sum((step.weight for step in steps), Fraction(0)), Fraction(0)
    corners = [(cycle.first, Fraction(0))]
    for step in sorted(steps, key=lambda step: step.by):
        corners.append((step.by, due / whole if whole else Fraction(0)))
        due += step.weight
        corners.append((step.by, due / whole if whole else Fraction(0)))
    return tuple(corners)


def _anchors(baseline: Quantity | None, zones: Zones) -> tuple[tuple[Fraction, Quantity], ...]:
    """What the zones are worth: 0.3, 0.7 and 1; those left out lie at 30 % and 70 % of the way, where no bend is."""
    if baseline is None:
        return ()
    way = zones.stretch.base - baseline.base
    commit = zones.commit or _between(baseline, zones.stretch, baseline.base + way * _COMMIT)
    target = zones.target or _between(baseline, zones.stretch, baseline.base + way * _TARGET)
    return ((Fraction(0), baseline), (_COMMIT, commit), (_TARGET, target), (Fraction(1), zones.stretch))


def _between(baseline: Quantity, stretch: Quantity, base: Fraction) -> Quantity:
    """An amount in base units in the unit of the two ends."""
    amount = base / SECONDS.get(stretch.unit, 1)
    return Quantity(Decimal(amount.numerator) / Decimal(amount.denominator), stretch.unit or baseline.unit)
