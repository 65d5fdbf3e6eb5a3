"""What a report says of one objective."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from okrengine.model import Initiative, Kind, Outcome, Status, Why
from okrengine.report.contents.key_result import KeyResultView
from okrengine.report.cut import cut, percent


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
    """An objective in the alignment list, what supports it, and the other parents that it stands under.

    `also_under` are the titles of the first of them, `more` is the number of the others.
    """

    objective: ObjectiveView
    children: tuple["Branch", ...]
    also_under: tuple[str, ...] = ()
    more: int = 0
