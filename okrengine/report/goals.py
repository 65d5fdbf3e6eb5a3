"""The promise of a key result, resolved to numbers that a report can print and draw."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Literal, TypeAlias

from okrengine.errors import QuantityError
from okrengine.model import Amendment, Cycle, Grade, KeyResult, Maintain, Milestones, Waypoint, Zones
from okrengine.quantity import Quantity, dimension
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

    `change` is what a target is to differ from the baseline by, where it was written so.

    `anchors` are (progress, value) pairs that a value moves along from the baseline on, in order of progress; empty
    where progress has no values. `former` are targets that held until a day. `curve` is the expected progress as
    (day, share) corners from first day to deadline.
    """

    kind: GoalKind
    baseline: Quantity | None
    target: Quantity | None
    change: Quantity | None = None
    at_least: Quantity | None = None
    at_most: Quantity | None = None
    commit: Quantity | None = None
    stretch: Quantity | None = None
    former: tuple[tuple[date, Quantity], ...] = ()
    steps: tuple[Step, ...] = ()
    anchors: tuple[tuple[Fraction, Quantity], ...] = ()
    curve: tuple[tuple[date, Fraction], ...] = ()

    @property
    def done(self) -> int:
        """How many milestones are done."""
        return sum(step.done is not None for step in self.steps)


def goal(grade: Grade, cycle: Cycle, done: Mapping[str, date], amendments: Sequence[Amendment], today: date) -> Goal:
    """What `grade`'s key result promises. `done` maps milestones to the day a check-in says they were done."""
    promise = grade.key_result.goal
    if isinstance(promise, Milestones):
        steps = tuple(
            Step(
                one_line(each.title) or each.id,
                each.by,
                each.weight,
                _done(each.done, done.get(each.id), today),
                each.by <= today,
            )
            for each in promise.steps
        )
        return Goal("milestones", None, None, steps=steps, curve=_stairs(cycle, steps))
    if isinstance(promise, Maintain):
        return Goal("maintain", grade.baseline, None, at_least=promise.at_least, at_most=promise.at_most)
    curve, baseline, target = _curve(grade.key_result, cycle), grade.baseline, grade.target
    if isinstance(promise, Zones):
        unit = "" if target is None else target.unit
        commit = None if promise.commit is None else promise.commit.with_unit(unit)
        ladder = [(_COMMIT, commit), (_TARGET, target), (Fraction(1), promise.stretch.with_unit(unit))]
        return Goal("zones", baseline, target, commit=commit, stretch=promise.stretch.with_unit(unit),
                    anchors=_anchors(baseline, ladder), curve=curve)  # fmt: skip
    anchors = _anchors(baseline, [(Fraction(1), target)])
    former = tuple(_former(amendments, "" if target is None else target.unit))
    return Goal("reach", baseline, target, promise.change, former=former, anchors=anchors, curve=curve)


def value_at(goal: Goal, share: Fraction) -> Fraction | None:
    """The value in base units that stands for a progress of `share`; straight between the anchors."""
    points = [(each, value.base) for each, value in goal.anchors]
    for (low, start), (high, end) in pairwise(points):
        if share <= high:
            return start + (end - start) * (share - low) / (high - low)
    return points[-1][1] if points else None


def _done(written: date | None, said: date | None, today: date) -> date | None:
    """The day a milestone was done, as far as it is not after today; what the OKR file says counts first."""
    days = [day for day in (written, said) if day is not None and day <= today]
    return next(iter(days), None)


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


def _anchors(
    baseline: Quantity | None, ladder: Sequence[tuple[Fraction, Quantity | None]]
) -> tuple[tuple[Fraction, Quantity], ...]:
    """The levels from the baseline on with what each is worth; one that does not lie between its neighbours is none."""
    known = [(worth, level) for worth, level in ladder if level is not None]
    if baseline is None or not known:
        return ()
    end = known[-1][1].base
    between = [
        (worth, level) for worth, level in known[:-1] if min(baseline.base, end) < level.base < max(baseline.base, end)
    ]
    return ((Fraction(0), baseline), *between, known[-1])


def _former(amendments: Sequence[Amendment], unit: str) -> Iterator[tuple[date, Quantity]]:
    """The targets that held before, each with the day on which another took its place."""
    for each in amendments:
        if each.field == "target" and isinstance(each.before, str | int | Decimal):
            with suppress(QuantityError):
                before = Quantity.parse(each.before).with_unit(unit)
                if before.dimension == dimension(unit):
                    yield each.on, before
