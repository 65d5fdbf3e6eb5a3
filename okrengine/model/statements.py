"""What is measured and said: readings, and the entries of a check-in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from okrengine.model.terms import Missing, Outcome, Span
from okrengine.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Reading:
    """What a metric found, before any rounding.

    `value`, `numerator`, `denominator` and `interval` are exact amounts in `unit` (durations in seconds).

    `status` is `ok`, `insufficient_sample`, or the reason why there is no value: `no_data`, `not_reached`, `undefined`,
    `stale`, `source_failed`. `reason` says it in a sentence. `precision` is the number of decimals a check-in writes.

    `parts` are what groups of its rows give, each with the name of its `group` (None for rows without one), parted `by`
    a column; `past` is how the same stood at earlier instants, oldest first.
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
    as_of: datetime | None = None
    by: str | None = None
    group: str | None = None
    parts: tuple["Reading", ...] = ()
    past: tuple["Reading", ...] = ()


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
    verdict: Outcome
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
