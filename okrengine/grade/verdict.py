"""What an objective or a key result was worth in the end, by the kind of the objective."""

from fractions import Fraction

from okrengine.model import Kind, Outcome

PASS_LINES: dict[Kind, Fraction] = {"aspirational": Fraction(7, 10), "committed": Fraction(1)}
"""The score from which on an objective of a kind is achieved."""


def outcome(kind: Kind, worth: Fraction | None) -> Outcome:
    """The verdict on a score: what was to be reached for is achieved at 0.7, what was promised only at 1."""
    if worth is None:
        return "not_measured"
    return "achieved" if worth >= PASS_LINES[kind] else "missed"
