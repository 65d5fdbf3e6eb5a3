"""What a report says of a cycle."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Literal

from okrengine.config import StatusSettings
from okrengine.model import Cycle, Moment, Status, Task, Why
from okrengine.report.contents.key_result import KeyResultView
from okrengine.report.contents.objective import Branch, Link, ObjectiveView, Promise, Standing
from okrengine.syntax import Problem


@dataclass(frozen=True, slots=True)
class Count:
    """How many key results have a status."""

    status: Status
    n: int


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do next, and the key result that it is for."""

    task: Task
    key_result: Link
    overdue: bool


@dataclass(frozen=True, slots=True)
class GroupView:
    """What bears one value of a tag, with its roll-up; `value` is None for what bears none.

    Each of `objectives` holds those of its key results that bear the value, and stands by them.
    """

    value: str | None
    standing: Standing
    objectives: tuple[ObjectiveView, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class View:
    """A whole report. `week` of `weeks` and `passed` say how far the cycle is; `week` is 0 before it begins.

    `measured` counts the key results with a score, of all that count in it; `standing.coverage` the objectives.

    `agenda` holds the flagged key results in the order to discuss them, `supports` pairs of a child and its
    parent by their positions from 1 on, `changes` those that moved since their own
    previous check-in (of `since`, where that is one day for all), `unchanged` counts the others that have one.
    `trend` is how the cycle stood on each day with a check-in, and last now.
    `groups` are the objectives by the values of the tag `by`, those without it last; empty where nothing is grouped.
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
    trend: Sequence[Moment]
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
    by: str | None = None
    groups: tuple[GroupView, ...] = ()

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
