"""The levels that a key result moves between, resolved: captured baselines, relative targets, zones."""

from dataclasses import dataclass
from fractions import Fraction

from okrengine.grade.record import Record
from okrengine.grade.wording import amount, operand, spelled
from okrengine.model import CheckIn, Goal, KeyResult, Maintain, Milestones, Reach, Zones
from okrengine.quantity import PERCENT, POINTS, SECONDS, Quantity

COMMIT = Fraction(3, 10)
TARGET = Fraction(7, 10)
"""What the two lower zones are worth, and where a zone that was left out lies on the way."""


@dataclass(frozen=True, slots=True)
class Rung:
    """A level, what reaching it is worth, and its name."""

    name: str
    level: Quantity
    worth: Fraction


@dataclass(frozen=True, slots=True)
class Levels:
    """Where a key result starts and where it is to go.

    `captured` is the check-in that measured the baseline, where the OKR file left that open. `pending` says that it is
    still open. `rungs` go from the baseline up (or down) to what is worth 1; they are empty where nothing is climbed.
    `working` is the derivation of a relative target.
    """

    baseline: Quantity | None = None
    target: Quantity | None = None
    captured: CheckIn | None = None
    pending: bool = False
    rungs: tuple[Rung, ...] = ()
    working: str = ""


def levels(key_result: KeyResult, record: Record) -> Levels:
    """The levels of `key_result`, as far as `record` lets them be known."""
    goal = key_result.goal
    if isinstance(goal, Milestones):
        return Levels()
    unit = unit_of(key_result, record)
    found = record.captured() if key_result.baseline is None else None
    baseline = key_result.baseline if found is None else found[1].baseline
    baseline = None if baseline is None else baseline.with_unit(unit)
    captured = None if found is None else found[0]
    if isinstance(goal, Maintain):
        return Levels(baseline, None, captured, pending=baseline is None and needs_baseline(goal))
    if baseline is None:
        return Levels(None, goal.target and goal.target.with_unit(unit), captured, pending=True)
    target = resolve_target(goal, baseline)
    if target is None:
        return Levels(baseline, None, captured)
    rungs = _reach(baseline, target) if isinstance(goal, Reach) else _zones(baseline, target, goal)
    return Levels(baseline, target, captured, rungs=rungs, working=_working(goal, baseline, target))


def needs_baseline(goal: Goal) -> bool:
    """Whether there is no score without a baseline."""
    return isinstance(goal, Reach | Zones) or (isinstance(goal, Maintain) and goal.score == "distance")


def unit_of(key_result: KeyResult, record: Record) -> str:
    """The unit of the numbers of a key result that were written without one."""
    said = (quantity for _, entry in record.mentions() for quantity in (entry.baseline, entry.value))
    return key_result.unit or next((quantity.unit for quantity in said if quantity is not None and quantity.unit), "")


def resolve_target(goal: Reach | Zones, baseline: Quantity) -> Quantity | None:
    """The target as a number; None where `change` does not fit the baseline's unit.

    A change in percent is one of the size of the baseline, in the direction of its sign: 15% with `-20%` is 12%, and
    -20 points with `+10%` is -18 points. A change in points adds to a percentage: 15% with `-5 pp` is 10%. Of zones it
    is the middle one; left out, it lies 70 % of the way to `stretch`.
    """
    if isinstance(goal, Zones):
        return _zone(goal.target, TARGET, baseline, goal.stretch)
    if goal.change is None:
        return None if goal.target is None else goal.target.with_unit(baseline.unit)
    start, change = Fraction(baseline.number), Fraction(goal.change.number)
    if goal.change.unit == PERCENT:
        return amount(start + abs(start) * change / 100, baseline.unit)
    if goal.change.unit in (baseline.unit, POINTS) and baseline.unit in (goal.change.unit, PERCENT, POINTS, ""):
        return amount(start + change, baseline.unit or PERCENT)
    return None


def _zone(stated: Quantity | None, worth: Fraction, baseline: Quantity, stretch: Quantity) -> Quantity:
    """A zone as stated, or as far on the way as it is worth."""
    unit = stretch.unit or baseline.unit
    if stated is not None:
        return stated.with_unit(unit)
    end = stretch.with_unit(unit).base
    return amount((baseline.base + worth * (end - baseline.base)) / SECONDS.get(unit, 1), unit)


def _reach(baseline: Quantity, target: Quantity) -> tuple[Rung, ...]:
    return (Rung("baseline", baseline, Fraction(0)), Rung("target", target, Fraction(1)))


def _zones(baseline: Quantity, target: Quantity, goal: Zones) -> tuple[Rung, ...]:
    """The rungs of zones; one that was left out and would not lie between its neighbours is no bend."""
    stretch = goal.stretch.with_unit(baseline.unit)
    commit = Rung("commit", _zone(goal.commit, COMMIT, baseline, stretch), COMMIT)
    middle = Rung("target", target, TARGET)
    low, high = Rung("baseline", baseline, Fraction(0)), Rung("stretch", stretch, Fraction(1))
    inner: tuple[Rung, ...] = (commit, middle)
    if goal.commit is None and not _between(baseline, commit.level, target):
        inner = (middle,)
    elif goal.target is None and not _between(commit.level, target, stretch):
        inner = (commit,)
    return (low, *inner, high)


def _between(low: Quantity, level: Quantity, high: Quantity) -> bool:
    return low.base < level.base < high.base or low.base > level.base > high.base


def _working(goal: Reach | Zones, baseline: Quantity, target: Quantity) -> str:
    """How a relative target became a number: `15% × (1 − 20%) = 12%`."""
    if isinstance(goal, Zones) or goal.change is None:
        return ""
    change = goal.change
    sign, size = ("−" if change.number < 0 else "+"), Quantity(abs(change.number), change.unit)
    if change.unit != PERCENT:
        return f"{spelled(baseline)} {sign} {size} = {spelled(target)}"
    if baseline.number < 0:
        return f"{spelled(baseline)} {sign} {Quantity(-baseline.number, baseline.unit)} × {size} = {spelled(target)}"
    return f"{operand(baseline)} × (1 {sign} {size}) = {spelled(target)}"
