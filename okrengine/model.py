"""What okrengine knows about a team's OKRs, as frozen values: what is promised, what was said, what it is worth.

Addresses: `team/objective` and `team/objective/key-result`. Instants are aware datetimes; dates are whole days in the
project's time zone. Nothing here reads a file, a clock or a plugin.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.quantity import Quantity

Kind: TypeAlias = Literal["aspirational", "committed"]
Status: TypeAlias = Literal[
    "achieved", "on_track", "at_risk", "off_track", "stale", "no_data", "low_sample", "baselining", "closed"
]
Missing: TypeAlias = Literal["no_data", "not_reached", "undefined", "stale", "source_failed", "not_stated"]

MANUAL = "manual"
"""The metric of a key result whose value a person states at the check-in."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """A stretch of time that objectives are promised for; both days belong to it."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time between two instants, the end excluded."""

    start: datetime
    end: datetime


# ---------------------------------------------------------------- what is promised


@dataclass(frozen=True, slots=True)
class Window:
    """The time that a measurement looks at: the whole cycle, the last so many seconds, or fixed ends.

    `last` is a length that ends at the instant of asking. Of `start` and `end` a date means its whole day.
    """

    kind: Literal["cycle", "last", "fixed"] = "cycle"
    last: timedelta | None = None
    start: date | datetime | None = None
    end: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """What is computed from what: a metric, its parameters as written, a source and the rows that count."""

    metric: str
    source: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    where: Mapping[str, object] = field(default_factory=dict)
    window: Window = Window()


@dataclass(frozen=True, slots=True)
class Reach:
    """Move from the baseline to `target`, or by `change` relative to the baseline (`-20%` of it, or `-2 pp`)."""

    target: Quantity | None = None
    change: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Zones:
    """Three targets: `commit` is worth 0.3, `target` 0.7, `stretch` 1.0."""

    stretch: Quantity
    commit: Quantity | None = None
    target: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Maintain:
    """Keep a level between inclusive limits; `score` says how keeping it is scored."""

    at_least: Quantity | None = None
    at_most: Quantity | None = None
    score: Literal["now", "share", "distance"] = "now"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A dated step; `done` is the day it was done where the OKR file itself says so."""

    id: str
    by: date
    title: str = ""
    weight: Fraction = Fraction(1)
    done: date | None = None


@dataclass(frozen=True, slots=True)
class Milestones:
    """Dated steps with weights, done one by one."""

    steps: tuple[Milestone, ...]


Goal: TypeAlias = Reach | Zones | Maintain | Milestones


@dataclass(frozen=True, slots=True)
class Waypoint:
    """Progress expected by the end of a day, as a share of the whole way."""

    on: date
    progress: Fraction


@dataclass(frozen=True, slots=True)
class Guardrail:
    """A level that must hold while a key result is chased."""

    measure: Measure
    at_least: Quantity | None = None
    at_most: Quantity | None = None


@dataclass(frozen=True, slots=True)
class KeyResult:
    """One measurable promise of an objective.

    `baseline` is None where it is still to be measured (`measure_by`) or where the kind needs none. `weight` is exact.
    `curve` is the expected progress: `linear`, `step` or waypoints. `lines` gives the line in `file` of each key.
    """

    id: str
    address: str
    title: str
    owner: str | None
    measure: Measure
    goal: Goal
    deadline: date
    baseline: Quantity | None = None
    measure_by: date | None = None
    weight: Fraction = Fraction(1)
    curve: Literal["linear", "step"] | tuple[Waypoint, ...] = "linear"
    guardrails: tuple[Guardrail, ...] = ()
    formerly: tuple[str, ...] = ()
    tags: Mapping[str, object] = field(default_factory=dict)
    file: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Initiative:
    """Work that is done to get there; never scored. `progress` is a share."""

    id: str
    title: str
    owner: str | None = None
    due: date | None = None
    progress: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Amendment:
    """A promise that was changed while it ran: what, why and by whom. `before` and `after` are as written."""

    on: date
    key_result: str
    field: str
    reason: str
    by: str
    before: object = None
    after: object = None


@dataclass(frozen=True, slots=True)
class Objective:
    """What a team wants to be true at the end of a cycle."""

    id: str
    address: str
    team: str
    cycle: Cycle
    title: str
    kind: Kind
    owner: str | None
    key_results: tuple[KeyResult, ...]
    supports: tuple[str, ...] = ()
    tags: Mapping[str, object] = field(default_factory=dict)
    initiatives: tuple[Initiative, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    file: str = ""
    line: int = 1


# ---------------------------------------------------------------- what is measured and said


@dataclass(frozen=True, slots=True)
class Reading:
    """What a metric found, before any rounding.

    `value`, `numerator`, `denominator` and `interval` are exact amounts in `unit` (durations in seconds).

    `status` is `ok`, `insufficient_sample`, or the reason why there is no value: `no_data`, `not_reached`, `undefined`,
    `stale`, `source_failed`. `reason` says it in a sentence. `precision` is the number of decimals a check-in writes.
    """

    address: str
    metric: str
    source: str | None
    unit: str
    status: str
    value: Fraction | None = None
    n: int | None = None
    numerator: Fraction | None = None
    denominator: Fraction | None = None
    interval: tuple[Fraction, Fraction] | None = None
    reason: str | None = None
    excluded: Mapping[str, int] = field(default_factory=dict)
    details: Mapping[str, object] = field(default_factory=dict)
    window: Span | None = None
    latest: datetime | None = None
    definition: str | None = None
    precision: int = 2


@dataclass(frozen=True, slots=True)
class Task:
    """Something in the way, or to be done next."""

    text: str
    owner: str | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class GuardrailReading:
    """Where a guardrail stood at a check-in; `holds` is None where it could not be measured."""

    metric: str
    value: Quantity | None = None
    n: int | None = None
    at_least: Quantity | None = None
    at_most: Quantity | None = None
    holds: bool | None = None
    missing: Missing | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Override:
    """The owner's word on the status, for a while; shown beside the computed one."""

    status: Literal["on_track", "at_risk", "off_track"]
    until: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """What one check-in says of one key result: a value, or why there is none; and what the owner says."""

    value: Quantity | None = None
    missing: Missing | None = None
    detail: str | None = None
    n: int | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    interval: tuple[Quantity, Quantity] | None = None
    excluded: Mapping[str, int] = field(default_factory=dict)
    window: Span | None = None
    source: str | None = None
    definition: str | None = None
    baseline: Quantity | None = None
    milestones: Mapping[str, date] = field(default_factory=dict)
    confidence: Fraction | None = None
    note: str | None = None
    blockers: tuple[Task, ...] = ()
    next: tuple[Task, ...] = ()
    guardrails: tuple[GuardrailReading, ...] = ()
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a key result was worth in the end, frozen when its cycle was closed."""

    score: Fraction | None
    verdict: Literal["achieved", "missed", "dropped", "not_measured"]
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in file of one team: entries by `objective/key-result`, progress of initiatives likewise."""

    cycle: str
    team: str
    at: datetime
    by: str
    entries: Mapping[str, Entry]
    initiatives: Mapping[str, Fraction] = field(default_factory=dict)
    backfilled: bool = False
    verdicts: Mapping[str, Verdict] | None = None
    file: str = ""
    lines: Mapping[str, int] = field(default_factory=dict)


# ---------------------------------------------------------------- what it is worth


@dataclass(frozen=True, slots=True)
class Input:
    """One number that went into a score, and the place it came from: `okrs/a.yaml:12` or a check-in file."""

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Why:
    """The derivation of a score: what went in, the formula with the numbers in it, the rule that set the status."""

    inputs: tuple[Input, ...]
    formula: str
    status_rule: str


@dataclass(frozen=True, slots=True)
class Point:
    """A key result at one check-in: its value or why there is none, and the progress that it meant."""

    at: datetime
    value: Quantity | None
    missing: Missing | None
    raw: Fraction | None
    interval: tuple[Quantity, Quantity] | None
    confidence: Fraction | None
    definition: str | None
    status: Status
    backfilled: bool = False
    file: str = ""


@dataclass(frozen=True, slots=True)
class Grade:
    """A key result graded at an instant. `raw` is signed and not clamped, `score` lies in 0…1, both exact or None.

    `pace` is the status by pace alone, before samples, age, overrides and guardrails; `status` is what counts.
    `baseline` and `target` are resolved: a captured baseline, a relative target as a number.
    `flags` are among `regressed`, `exceeded`, `within_noise`, `not_certain`, `guardrail_breached`, `overridden`.
    `override` is the owner's word that is in force, from whichever check-in.
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
    verdict: Verdict | None = None
    override: Override | None = None


@dataclass(frozen=True, slots=True)
class ObjectiveGrade:
    """An objective graded: the weighted mean over its measured key results, and how many of them those are."""

    objective: Objective
    status: Status | None
    score: Fraction | None
    expected: Fraction | None
    coverage: tuple[int, int]
    confidence: Fraction | None
    key_results: tuple[Grade, ...]
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
