"""How far a key result has come: `raw` signed and not clamped, and the formula with the numbers in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Literal

from okrengine.grade.levels import Levels, Rung
from okrengine.grade.wording import cut, exact, operand, spelled
from okrengine.model import Maintain, Milestone
from okrengine.quantity import Quantity

RED = Fraction(3, 10)
GREEN = Fraction(7, 10)
"""Where amber and green begin: the bands are [0, 0.3), [0.3, 0.7) and [0.7, 1]."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is, None where that has no meaning, and how that was found. `inside` is for levels to be kept.

    `words` writes the formula out; most points of a history never ask for it.
    """

    raw: Fraction | None
    words: Callable[[], str]
    inside: bool | None = None

    @property
    def formula(self) -> str:
        """How `raw` was found, with the numbers in it."""
        return self.words()


def raw(value: Fraction, baseline: Fraction, target: Fraction) -> Fraction | None:
    """(value − baseline) ÷ (target − baseline), signed, not clamped; None where baseline and target are equal."""
    return None if baseline == target else (value - baseline) / (target - baseline)


def score(progress: Fraction | None) -> Fraction | None:
    """Progress clamped to 0…1."""
    return None if progress is None else min(max(progress, Fraction(0)), Fraction(1))


def band(worth: Fraction | None) -> Literal["red", "amber", "green"] | None:
    """The band of a score. A value on an edge belongs to the upper band."""
    if worth is None:
        return None
    return "red" if worth < RED else "amber" if worth < GREEN else "green"


def climb(value: Quantity, levels: Levels) -> Progress:
    """Progress along the rungs: straight lines between them, the outer ones carried on beyond both ends.

    Of two rungs that is (value − baseline) ÷ (target − baseline). Of zones it is 0.3, 0.7 and 1 at the three levels,
    so that below the baseline it is negative and beyond `stretch` above 1.
    """
    rungs = levels.rungs
    if len({level.dimension for level in (value, *(rung.level for rung in rungs))}) > 1:
        return Progress(None, lambda: f"{spelled(value)} and {spelled(rungs[-1].level)} are not of one unit")
    if not _one_way(rungs):
        way = " → ".join(spelled(rung.level) for rung in rungs)
        return Progress(None, lambda: f"no progress: {way} does not lead one way")
    down = rungs[-1].level.base < rungs[0].level.base
    below = [rung for rung in rungs[1:-1] if (value.base <= rung.level.base if down else value.base >= rung.level.base)]
    at = len(below)
    low, high = rungs[at], rungs[at + 1]
    part = raw(value.base, low.level.base, high.level.base)
    found = low.worth + (high.worth - low.worth) * (part or 0)
    return Progress(found, lambda: f"{_stretch(value, low, high)} = {exact(found)}")


def _one_way(rungs: Sequence[Rung]) -> bool:
    """Whether every rung leads further in one direction."""
    steps = [high.level.base - low.level.base for low, high in pairwise(rungs)]
    return all(step > 0 for step in steps) or all(step < 0 for step in steps)


def _stretch(value: Quantity, low: Rung, high: Rung) -> str:
    """A value on the way between two rungs, as the part of the score that lies between them."""
    start = operand(low.level)
    ratio = f"({spelled(value)} − {start}) ÷ ({spelled(high.level)} − {start})"
    width = high.worth - low.worth
    if width == 1:
        return ratio
    reached = f"{cut(low.worth)} + " if low.worth else ""
    return f"{low.name} to {high.name}: {reached}{cut(width)} × {ratio}"


def keep(goal: Maintain, value: Quantity, values: Sequence[Quantity], baseline: Quantity | None) -> Progress:
    """How well a level is kept: now, in what share of the check-ins (`values`), or at what distance from it."""
    start = baseline if goal.score == "distance" else None
    stated = [level.with_unit(value.unit) for level in (goal.at_least, goal.at_most, start, value) if level is not None]
    if len({level.dimension for level in stated}) > 1:
        return Progress(None, lambda: f"{', '.join(map(spelled, stated))} are not of one unit")
    inside = value.within(goal.at_least, goal.at_most)
    if goal.score == "share":
        held = sum(each.within(goal.at_least, goal.at_most) for each in values)
        found = Fraction(held, len(values))
        return Progress(found, lambda: f"{held} of {len(values)} check-ins {limits(goal)} = {exact(found)}", inside)
    if inside:
        return Progress(Fraction(1), lambda: f"{spelled(value)} is {limits(goal)}: 1", inside)
    if goal.score == "distance":
        return _distance(goal, value, baseline)
    return _outside(goal, value)


def _outside(goal: Maintain, value: Quantity) -> Progress:
    return Progress(Fraction(0), lambda: f"{spelled(value)} is not {limits(goal)}: 0", inside=False)


def limits(goal: Maintain) -> str:
    """The limits in words."""
    low = "" if goal.at_least is None else f"at least {spelled(goal.at_least)}"
    high = "" if goal.at_most is None else f"at most {spelled(goal.at_most)}"
    return " and ".join(part for part in (low, high) if part)


def _distance(goal: Maintain, value: Quantity, baseline: Quantity | None) -> Progress:
    """1 at the limit, falling in a straight line to 0 at the baseline.

    Beyond the other limit it falls as fast. A baseline inside the limits gives no slope: outside is 0.
    """
    low, high = (limit and limit.with_unit(value.unit) for limit in (goal.at_least, goal.at_most))
    limit = low if low is not None and value.base < low.base else high
    if limit is None or baseline is None or baseline.within(goal.at_least, goal.at_most):
        return _outside(goal, value)
    near = low if low is not None and baseline.base < low.base else high
    length = abs(baseline.base - near.base) if near is not None else Fraction(1)
    found = 1 - abs(value.base - limit.base) / length
    above, below = f"|{spelled(value)} − {operand(limit)}|", f"|{spelled(baseline)} − {operand(near or limit)}|"
    return Progress(found, lambda: f"1 − {above} ÷ {below} = {exact(found)}", inside=False)


def complete(steps: Sequence[Milestone], done: Sequence[Milestone]) -> Progress:
    """The weight of the steps that are done ÷ the weight of all; None where all weigh nothing."""
    whole = sum((step.weight for step in steps), Fraction(0))
    reached = sum((step.weight for step in done), Fraction(0))
    names = ", ".join(step.id for step in done) or "none"
    if not whole:
        return Progress(None, lambda: f"done: {names}; the milestones weigh nothing")
    found = reached / whole
    return Progress(found, lambda: f"done: {names}; {cut(reached)} ÷ {cut(whole)} by weight = {exact(found)}")
