"""What is promised: objectives, key results, and how their values are measured."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Literal, TypeAlias

from okrengine.model.terms import Cycle, Kind
from okrengine.quantity import Quantity


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

    @property
    def unit(self) -> str:
        """The unit in which the limits are written; empty where they have none."""
        return _unit(self.at_least, self.at_most)


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

    @property
    def unit(self) -> str:
        """The unit in which target, level or baseline are written; empty where none of them has one."""
        goal = self.goal
        if isinstance(goal, Reach):
            return _unit(goal.target, self.baseline)
        if isinstance(goal, Zones):
            return _unit(goal.stretch, goal.target, goal.commit, self.baseline)
        return _unit(goal.at_least, goal.at_most, self.baseline) if isinstance(goal, Maintain) else ""


def _unit(*written: Quantity | None) -> str:
    return next((one.unit for one in written if one is not None and one.unit), "")


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
