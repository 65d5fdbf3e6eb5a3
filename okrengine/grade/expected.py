"""How far a key result should be on a day.

Time is counted in whole days of the project's zone, so that every output of a day agrees: an instant counts as its day,
and expected is what should be reached by the end of that day. The first day of the cycle is 0, the deadline is 1.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from itertools import pairwise

from okrengine.model import Cycle, KeyResult, Maintain, Milestone, Milestones


def passed(first: date, deadline: date, today: date) -> Fraction:
    """The share of the time from `first` to `deadline` that has passed on `today`, within 0…1."""
    if today >= deadline:
        return Fraction(1)
    if today <= first:
        return Fraction(0)
    return Fraction((today - first).days, (deadline - first).days)


def expected(key_result: KeyResult, cycle: Cycle, today: date) -> Fraction:
    """The progress expected of `key_result` by the end of `today`.

    A level that is to be kept is expected to hold all the time. Milestones go by their own dates.
    """
    if isinstance(key_result.goal, Maintain):
        return Fraction(1)
    if isinstance(key_result.goal, Milestones):
        return due(key_result.goal.steps, today)
    share = passed(cycle.first, key_result.deadline, today)
    if key_result.curve == "linear" or share in (0, 1):
        return share
    if key_result.curve == "step":
        return Fraction(0)
    corners = {point.on: point.progress for point in key_result.curve}
    corners |= {cycle.first: Fraction(0), key_result.deadline: Fraction(1)}
    return _between(sorted(corners.items()), today)


def due(steps: Sequence[Milestone], today: date) -> Fraction:
    """The weight of the steps that are due by the end of `today` ÷ the weight of all."""
    whole = sum((step.weight for step in steps), Fraction(0))
    late = sum((step.weight for step in steps if step.by <= today), Fraction(0))
    return late / whole if whole else Fraction(0)


def _between(corners: Sequence[tuple[date, Fraction]], today: date) -> Fraction:
    """Straight lines between dated corners."""
    for (start, low), (end, high) in pairwise(corners):
        if start <= today <= end:
            return low + (high - low) * Fraction((today - start).days, (end - start).days)
    return Fraction(1)
