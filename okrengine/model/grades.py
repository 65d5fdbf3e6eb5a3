"""What it is worth: grades with their derivation, and the scorecard of a cycle."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from okrengine.model.promises import KeyResult, Objective
from okrengine.model.statements import Entry, Override, Verdict
from okrengine.model.terms import Cycle, Missing, Outcome, Status
from okrengine.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Input:
    """One number that went into a score, and the place it came from: `okrs/a.yaml:12` or a check-in file."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Why:
    """The derivation of a score: what went in, the formula with the numbers in it, the rule that set the status.

    `expected` says how much was to be done by now, and by what. `pace` is what the pace alone would say and why, where
    another rule than the pace decided.
    """

    inputs: tuple[Input, ...]
    formula: str
    status_rule: str
    expected: str
    pace: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """A key result at one check-in: its value or why there is none, and the progress that it meant.

    `judged` gives its status then; of most points nobody asks for it.
    """

    at: datetime
    value: Quantity | None
    missing: Missing | None
    raw: Fraction | None
    interval: tuple[Quantity, Quantity] | None
    confidence: Fraction | None
    definition: str | None
    judged: Callable[[], Status] = field(repr=False, compare=False)
    backfilled: bool = False
    file: str = ""

    @property
    def status(self) -> Status:
        """The status that the key result had then."""
        return self.judged()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Where the values so far lead by the deadline, if they go on as they did.

    `end` is the end of a robust line through them, and four of five times the value lies within `interval` then.
    `probability` is that of reaching the target, in whole percent, never rounded up. `crosses` is the day ahead on
    which the line reaches the target, which may be after the deadline. `points` is the number of days with a value;
    with too few there is a `reason` in place of numbers. `told` gives the derivation, where somebody asks for it.
    """

    points: int
    reason: Literal["too_few_points"] | None = None
    end: Quantity | None = None
    interval: tuple[Quantity, Quantity] | None = None
    probability: Fraction | None = None
    crosses: date | None = None
    told: Callable[[], tuple[Input, ...]] = field(default=tuple, repr=False, compare=False)

    @property
    def working(self) -> tuple[Input, ...]:
        """The derivation, step by step."""
        return self.told()


@dataclass(frozen=True, slots=True)
class Grade:
    """A key result graded at an instant. `raw` is signed and not clamped, `score` lies in 0…1, both exact or None.

    `pace` is the status by pace alone, before samples, age, overrides and guardrails; `status` is what counts.
    `baseline` and `target` are resolved: a captured baseline, a relative target as a number.
    `flags` are among `regressed`, `exceeded`, `within_noise`, `not_certain`, `guardrail_breached`, `overridden`.
    `override` is the owner's word that is in force, from whichever check-in. Once the cycle is closed `score` is the
    one that the `verdict` froze, whatever was changed in the files since.
    """

    key_result: KeyResult
    status: Status
    pace: Status | None
    raw: Fraction | None
    score: Fraction | None
    expected: Fraction | None
    band: Literal["red", "amber", "green"] | None
    flags: tuple[str, ...]
    entry: Entry | None
    at: datetime | None
    baseline: Quantity | None
    target: Quantity | None
    missing: Missing | None
    detail: str | None
    confidence: Fraction | None
    history: tuple[Point, ...]
    why: Why
    forecast: Forecast | None = None
    verdict: Verdict | None = None
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveGrade:
    """An objective graded: the weighted mean over its measured key results, and how many of them those are.

    `pass_line` is the score from which on it is achieved; `verdict` is given when its team has closed the cycle.
    """

    objective: Objective
    status: Status | None
    score: Fraction | None
    expected: Fraction | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    key_results: tuple[Grade, ...]
    pass_line: Fraction
    why: Why
    verdict: Outcome | None = None
    missing: tuple[str, ...] = ()
    supporters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scorecard:
    """A cycle graded at an instant: every objective, and the mean over them."""

    cycle: Cycle
    as_of: datetime
    score: Fraction | None
    expected: Fraction | None
    status: Status | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    objectives: tuple[ObjectiveGrade, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Mean:
    """The means of a roll-up."""

    score: Fraction | None
    expected: Fraction | None
    confidence: Fraction | None


@dataclass(frozen=True, slots=True)
class Moment:
    """Where a cycle stood at an instant, and each of its objectives by address."""

    at: datetime
    score: Fraction | None
    expected: Fraction | None
    confidence: Fraction | None
    objectives: Mapping[str, Mean]


@dataclass(frozen=True, slots=True)
class Group:
    """What bears one value of a tag, graded as one; `value` is None for what bears none.

    Each of `objectives` holds those of its key results that bear the value, and is graded by them.
    """

    value: str | None
    score: Fraction | None
    expected: Fraction | None
    status: Status | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    objectives: tuple[ObjectiveGrade, ...]
    why: Why
