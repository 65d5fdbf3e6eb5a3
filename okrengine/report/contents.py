"""What a report says, without a word of any language: already counted, flagged and ordered.

Every format prints these values and computes none. Texts that people wrote are shown as text; control and
bidirectional characters in them are escaped already. Shares lie in 0…1 and are exact; `cut` shortens them for display.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.config import StatusSettings
from okrengine.model import (
    Cycle,
    Forecast,
    GuardrailReading,
    Initiative,
    Kind,
    Missing,
    Outcome,
    Override,
    Point,
    Status,
    Task,
    Why,
)
from okrengine.quantity import Quantity
from okrengine.report.cut import cut, percent
from okrengine.report.goals import Goal
from okrengine.syntax import Problem

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
class Count:
    """How many key results have a status."""

    status: Status
    n: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an objective or the cycle stands, and where it stood at `since`."""

    status: Status | None
    score: Fraction | None
    expected: Fraction | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    before: Fraction | None = None
    confidence_before: Fraction | None = None
    since: datetime | None = None

    @property
    def change(self) -> Decimal | None:
        """The difference of the two scores as they are shown."""
        return None if self.score is None or self.before is None else cut(self.score) - cut(self.before)

    @property
    def confidence_change(self) -> int | None:
        """The difference of the two mean confidences as they are shown, in percentage points."""
        if self.confidence is None or self.confidence_before is None:
            return None
        return percent(self.confidence) - percent(self.confidence_before)


@dataclass(frozen=True, slots=True)
class Work:
    """An initiative as it stands: what is done to get there. Never scored."""

    initiative: Initiative
    progress: Fraction | None
    overdue: bool


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


@dataclass(frozen=True, slots=True)
class Link:
    """The title of something in the report and the place to find it."""

    title: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Promise:
    """An amendment: a promise that was changed while it ran. `before` and `after` are as written."""

    key_result: Link
    on: date
    field: str
    before: str | None
    after: str | None
    reason: str
    by: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class ObjectiveView:
    """An objective, its key results in the order of the file, and the work that is done for it.

    `pass_line` is the score at which it counts as achieved, `verdict` whether it was once the cycle is closed;
    `supported` are the addresses of what it supports; `missing` are the titles of key results outside the score.
    """

    address: str
    anchor: str
    title: str
    team: str
    kind: Kind
    pass_line: Fraction
    verdict: Outcome | None
    why: Why
    owner: str | None
    standing: Standing
    supports: tuple[Link, ...]
    supported: tuple[str, ...]
    tags: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    key_results: tuple[KeyResultView, ...]
    initiatives: tuple[Work, ...]
    promises: tuple[Promise, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """An objective in the alignment list, what supports it, and the other parents that it stands under."""

    objective: ObjectiveView
    children: tuple["Branch", ...]
    also_under: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do next, and the key result that it is for."""

    task: Task
    key_result: Link
    overdue: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """An earlier standing of the whole cycle, for its trend."""

    at: datetime
    score: Fraction | None
    expected: Fraction | None


@dataclass(frozen=True, slots=True)
class View:
    """A whole report. `week` of `weeks` and `passed` say how far the cycle is; `week` is 0 before it begins.

    `measured` counts the key results with a score, of all that count in it; `standing.coverage` the objectives.

    `agenda` holds the flagged key results in the order to discuss them, `supports` pairs of a child and its
    parent by their positions from 1 on, `changes` those that moved since their own
    previous check-in (of `since`, where that is one day for all), `unchanged` counts the others that have one.
    """

    cycle: Cycle
    as_of: datetime
    today: date
    week: int
    weeks: int
    passed: Fraction
    standing: Standing
    why: Why
    measured: tuple[int, int]
    counts: tuple[Count, ...]
    trend: tuple[Moment, ...]
    agenda: tuple[KeyResultView, ...]
    alignment: tuple[Branch, ...]
    supports: tuple[tuple[int, int], ...]
    changes: tuple[KeyResultView, ...]
    since: date | None
    unchanged: int
    promises: tuple[Promise, ...]
    redefined: tuple[KeyResultView, ...]
    objectives: tuple[ObjectiveView, ...]
    actions: tuple[Action, ...]
    findings: tuple[Problem, ...]
    confidence_fell: int
    confidence_silent: int
    thresholds: StatusSettings
    missing_policy: Literal["exclude", "zero", "block"]
    engine_version: str
    digest: str

    @property
    def key_results(self) -> tuple[KeyResultView, ...]:
        """Every key result, in the order of the files."""
        return tuple(line for objective in self.objectives for line in objective.key_results)

    @property
    def aligned(self) -> bool:
        """Whether any objective supports another."""
        return any(branch.children for branch in self.alignment)

    def having(self, *statuses: Status) -> int:
        """How many key results have one of `statuses`."""
        return sum(count.n for count in self.counts if count.status in statuses)
