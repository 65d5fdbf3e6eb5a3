"""What a report says of one key result."""

from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.model import Forecast, GuardrailReading, Missing, Override, Point, Status, Task, Why
from okrengine.quantity import Quantity
from okrengine.report.cut import percent
from okrengine.report.goals import Goal

FlagName: TypeAlias = Literal[
    "blocked", "behind", "slipped", "regressed", "confidence_fell", "disagree", "guardrail", "goalpost", "data"
]
WORST_FIRST: tuple[Status, ...] = (
    "off_track", "at_risk", "no_data", "baselining", "low_sample", "stale", "on_track", "achieved", "closed",
)  # fmt: skip
"""The order of statuses in counts, filters and lists."""


@dataclass(frozen=True, slots=True)
class Flag:
    """One reason why a key result is worth a talk. `was` and `now` are what the reason compares, where it does.

    `voices` are those that do not say the same of whether it will be reached: `pace`, `confidence`, `forecast`.
    """

    name: FlagName
    was: Status | Fraction | str | None = None
    now: Status | Fraction | str | None = None
    guardrail: GuardrailReading | None = None
    voices: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where a value came from and how it was counted."""

    metric: str
    source: str | None
    start: datetime | None
    end: datetime | None
    excluded: tuple[tuple[str, int], ...]
    numerator: Quantity | None
    denominator: Quantity | None


@dataclass(frozen=True, slots=True)
class KeyResultView:
    """A key result with everything that the formats print. `anchor` is its place in a page, `key` a short name there.

    `before` is its previous check-in. `value` is None where it is missing: `missing` and `detail` say why. `raw` may
    be below 0 or above 1, `score` is not. `progress_change` is in percentage points as shown, None where the values
    may not be compared (`redefined`). `marks` are the grade's own flags, such as `within_noise`.
    """

    address: str
    anchor: str
    key: str
    id: str
    title: str
    owner: str | None
    status: Status
    pace: Status | None
    verdict: str | None
    verdict_note: str
    override: Override | None
    flags: tuple[Flag, ...]
    marks: tuple[str, ...]
    goal: Goal
    deadline: date
    weight: Fraction
    value: Quantity | None
    missing: Missing | None
    detail: str | None
    n: int | None
    interval: tuple[Quantity, Quantity] | None
    source: Source
    at: datetime | None
    age: int | None
    raw: Fraction | None
    score: Fraction | None
    expected: Fraction | None
    band: Literal["red", "amber", "green"] | None
    confidence: Fraction | None
    forecast: Forecast | None
    before: Point | None
    redefined: bool
    guardrails: tuple[GuardrailReading, ...]
    note: str | None
    blockers: tuple[Task, ...]
    next: tuple[Task, ...]
    why: Why
    history: tuple[Point, ...]

    @property
    def progress(self) -> Fraction | None:
        """`raw` kept within 0…1, as a bar shows it."""
        return None if self.raw is None else min(max(self.raw, Fraction(0)), Fraction(1))

    @property
    def paced(self) -> bool:
        """Whether there is a progress on a way; a level that is to be kept has none."""
        return self.raw is not None and self.goal.kind != "maintain"

    @property
    def progress_change(self) -> int | None:
        """The difference of the two progresses as they are shown, in percentage points."""
        if self.before is None or self.raw is None or self.before.raw is None or self.redefined:
            return None
        return percent(self.raw) - percent(self.before.raw)

    @property
    def confidence_change(self) -> int | None:
        """The difference of the two confidences as they are shown, in percentage points."""
        if self.confidence is None or self.before is None or self.before.confidence is None:
            return None
        return percent(self.confidence) - percent(self.before.confidence)

    @property
    def flag_names(self) -> tuple[str, ...]:
        """The names of the flags, in their fixed order."""
        return tuple(flag.name for flag in self.flags)
