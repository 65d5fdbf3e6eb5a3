"""Many scores as one: the weighted mean, how much of it rests on data, and the worst status."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.grade.wording import cut, exact
from okrengine.model import Input, Mean, Status, Why

Policy: TypeAlias = Literal["exclude", "zero", "block"]
"""What a child without data does to a mean."""
WORST_FIRST: tuple[Status, ...] = ("off_track", "at_risk", "on_track", "achieved")
"""The statuses that judge. The others say that nothing can be judged, and decide no roll-up."""


@dataclass(frozen=True, slots=True)
class Child:
    """What a roll-up needs of a key result or an objective.

    `counts` is False where it is no part of any roll-up yet: its baseline is still to be measured.
    """

    address: str
    weight: Fraction
    score: Fraction | None
    expected: Fraction | None
    status: Status | None
    confidence: Fraction | None
    counts: bool = True


@dataclass(frozen=True, slots=True)
class Rollup:
    """A mean and what it rests on: `coverage` is how many of those that count have a score, `missing` the others."""

    score: Fraction | None
    expected: Fraction | None
    status: Status | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    missing: tuple[str, ...]
    why: Why


def roll_up(children: Sequence[Child], policy: Policy) -> Rollup:
    """The mean of `children` by weight, each counted once.

    Without data a child is left out (`exclude`), counts as 0 (`zero`), or leaves the whole without a score (`block`).
    Expected progress is the mean of the same children with the same weights; confidence a plain mean of what is stated.
    """
    counted = [child for child in children if child.counts]
    missing = [child for child in counted if child.score is None]
    found = mean(children, policy)
    return Rollup(
        score=found.score,
        expected=found.expected,
        status=worst([child.status for child in children]),
        coverage=(len(counted) - len(missing), len(counted)),
        confidence=found.confidence,
        missing=tuple(child.address for child in missing),
        why=_why(children, _included(children, policy), blocked=_is_blocked(children, policy)),
    )


def mean(children: Sequence[Child], policy: Policy) -> Mean:
    """The means of a roll-up alone."""
    included = _included(children, policy)
    whole = 0 if _is_blocked(children, policy) else sum(child.weight for child in included)
    stated = [child.confidence for child in children if child.counts and child.confidence is not None]
    return Mean(
        score=sum((c.weight * (c.score or 0) for c in included), Fraction(0)) / whole if whole else None,
        expected=sum((c.weight * (c.expected or 0) for c in included), Fraction(0)) / whole if whole else None,
        confidence=sum(stated, Fraction(0)) / len(stated) if stated else None,
    )


def _included(children: Sequence[Child], policy: Policy) -> list[Child]:
    """Those that a mean is made of."""
    return [child for child in children if child.counts and (policy == "zero" or child.score is not None)]


def _is_blocked(children: Sequence[Child], policy: Policy) -> bool:
    return policy == "block" and any(child.weight for child in children if child.counts and child.score is None)


def _why(children: Sequence[Child], included: Sequence[Child], *, blocked: bool) -> Why:
    """The derivation of a mean: every child, the sum with its numbers, and the child that sets the status."""
    inputs = tuple(Input(child.address, _child(child, included), "") for child in children)
    found = worst([child.status for child in children])
    formula = "no score: nothing that counts has one"
    if blocked:
        formula = "no score: one that counts has none, and the policy is `missing: block`"
    elif any(child.weight for child in included):
        formula = _sum([(child.weight, child.score or Fraction(0)) for child in included])
        if any(child.score is None for child in included):
            formula += "; without a value counts as 0, by the policy `missing: zero`"
    expected = "" if formula.startswith("no") else _sum([(c.weight, c.expected or Fraction(0)) for c in included])
    deciding = next((child.address for child in children if child.status == found), None)
    rule = "nothing can be judged" if found is None else f"the worst of those that can be judged: {deciding}, {found}"
    return Why(inputs, formula, rule, expected)


def _sum(parts: Sequence[tuple[Fraction, Fraction]]) -> str:
    """A mean by weight with its numbers: `(2 × 0.6875 + 1 × 0.4) ÷ 3 = 0.591666…`."""
    whole = sum((weight for weight, _ in parts), Fraction(0))
    written = " + ".join(f"{cut(weight)} × {cut(number)}" for weight, number in parts)
    return f"({written}) ÷ {cut(whole)} = {exact(sum((w * n for w, n in parts), Fraction(0)) / whole)}"


def _child(child: Child, included: Sequence[Child]) -> str:
    """What a child brings to a mean, or why it brings nothing."""
    worth = "no score" if child.score is None else f"score {exact(child.score)}"
    expected = "" if child.expected is None else f", expected {exact(child.expected)}"
    part = f"weight {cut(child.weight)}" if child in included else "not counted"
    return f"{worth}{expected}, {child.status or 'no status'}, {part}"


def worst(statuses: Sequence[Status | None]) -> Status | None:
    """The worst status among those that judge; `closed` where only closed ones are left; else None."""
    found = next((status for status in WORST_FIRST if status in statuses), None)
    return found or ("closed" if "closed" in statuses else None)
