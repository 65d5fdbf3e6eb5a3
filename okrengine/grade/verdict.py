"""What an objective or a key result was worth in the end, by the kind of the objective."""

from fractions import Fraction

from okrengine.grade.levels import needs_baseline
from okrengine.grade.progress import score
from okrengine.model import KeyResult, Kind, Outcome, Verdict
from okrengine.quantity import Quantity

PASS_LINES: dict[Kind, Fraction] = {"aspirational": Fraction(7, 10), "committed": Fraction(1)}
"""The score from which on an objective of a kind is achieved."""


def outcome(kind: Kind, worth: Fraction | None) -> Outcome:
    """The verdict on a score: what was to be reached for is achieved at 0.7, what was promised only at 1."""
    if worth is None:
        return "not_measured"
    return "achieved" if worth >= PASS_LINES[kind] else "missed"


def worth(raw: Fraction | None, verdict: Verdict | None) -> Fraction | None:
    """The score of a key result: its progress clamped, until the closing check-in freezes one."""
    return score(raw) if verdict is None else verdict.score


def counts(key_result: KeyResult, baseline: Quantity | None, verdict: Verdict | None) -> bool:
    """Whether a key result is part of a roll-up: its baseline is known, and it was not dropped at the close."""
    if verdict is not None:
        return verdict.verdict != "dropped"
    return baseline is not None or not needs_baseline(key_result.goal)
