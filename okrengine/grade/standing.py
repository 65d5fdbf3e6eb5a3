"""Where a key result stands at an instant, before anybody judges it: value, levels, progress, expected progress."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from fractions import Fraction

from okrengine.config import Settings
from okrengine.grade.expected import expected, passed
from okrengine.grade.levels import Levels, levels, unit_of
from okrengine.grade.progress import Progress, climb, complete, keep
from okrengine.grade.record import Record
from okrengine.model import MANUAL, CheckIn, Cycle, Entry, KeyResult, Kind, Maintain, Milestones, Missing
from okrengine.offers import Metric
from okrengine.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Frame:
    """What the key results of an objective are graded by; `kind` is the objective's."""

    cycle: Cycle
    settings: Settings
    metrics: Mapping[str, Metric]
    kind: Kind = "aspirational"

    def day(self, instant: datetime) -> date:
        """The day that an instant falls on in the project's zone."""
        return instant.astimezone(self.settings.timezone).date()


@dataclass(frozen=True, slots=True)
class Standing:
    """A key result at an instant. `checkin` is the one that its value, or the lack of it, stands from.

    `progress` is None as long as there is no value, or no baseline to compare it with.
    """

    key_result: KeyResult
    record: Record
    as_of: datetime
    today: date
    checkin: CheckIn | None
    entry: Entry | None
    at: datetime | None
    value: Quantity | None
    missing: Missing | None
    detail: str | None
    levels: Levels
    progress: Progress | None
    expected: Fraction
    passed: Fraction

    @property
    def raw(self) -> Fraction | None:
        """The progress, signed and not clamped."""
        return None if self.progress is None else self.progress.raw

    @property
    def interval(self) -> tuple[Quantity, Quantity] | None:
        """Where the value lies with 95 %; None also where its ends are of another unit than the value."""
        if self.value is None or self.entry is None or self.entry.interval is None:
            return None
        low, high = (end.with_unit(self.value.unit) for end in self.entry.interval)
        return (low, high) if low.dimension == high.dimension == self.value.dimension else None


def stand(
    key_result: KeyResult, record: Record, frame: Frame, as_of: datetime, settled: Levels | None = None
) -> Standing:
    """Where `key_result` stands at `as_of` by what `record` says. All of `record` is known by then.

    `settled` are its levels, where they are known already.
    """
    today = frame.day(as_of)
    checkin, entry = record.latest() or (None, None)
    at = None if checkin is None else checkin.at
    found = levels(key_result, record) if settled is None else settled
    goal = key_result.goal
    value: Quantity | None = None
    missing: Missing | None = None
    detail: str | None = None
    if isinstance(goal, Milestones):
        at = _stated_at(record, goal, frame, today)
        missing = "not_stated" if at is None else None
    else:
        value, missing, detail = _value(key_result, entry, unit_of(key_result, record))
    known = missing is None and not found.pending
    progress = _progress(key_result, record, value, levels=found, today=today, frame=frame) if known else None
    if progress is not None and progress.raw is None:
        missing, detail = "undefined", progress.formula
    return Standing(
        key_result, record, as_of, today, checkin, entry, at, value, missing, detail, found, progress,
        expected(key_result, frame.cycle, today), passed(frame.cycle.first, key_result.deadline, today),
    )  # fmt: skip


def later(standing: Standing, frame: Frame, as_of: datetime) -> Standing:
    """The same standing at another instant between the same two check-ins. Steps can be done without a check-in."""
    key_result = standing.key_result
    if isinstance(key_result.goal, Milestones):
        return stand(key_result, standing.record, frame, as_of)
    today = frame.day(as_of)
    return replace(
        standing,
        as_of=as_of,
        today=today,
        expected=expected(key_result, frame.cycle, today),
        passed=passed(frame.cycle.first, key_result.deadline, today),
    )


def _value(key_result: KeyResult, entry: Entry | None, unit: str) -> tuple[Quantity | None, Missing | None, str | None]:
    """The value that the latest entry states, or why there is none. An earlier value never stands in for it."""
    if entry is None:
        return None, ("not_stated" if key_result.measure.metric == MANUAL else "no_data"), None
    if entry.missing is not None:
        return None, entry.missing, entry.detail
    if entry.value is None:
        return None, "not_stated", entry.detail
    return entry.value.with_unit(unit), None, None


def _stated_at(record: Record, goal: Milestones, frame: Frame, today: date) -> datetime | None:
    """When milestones were last spoken of.

    Every check-in of the team speaks of them: what it does not call done is not. Before the first check-in the OKR file
    itself may call a step done. Else nothing is known, and that is not 0.
    """
    if record.checkins:
        return record.checkins[-1].at
    days = [step.done for step in goal.steps if step.done is not None and step.done <= today]
    return datetime.combine(max(days), time(), frame.settings.timezone) if days else None


def _progress(  # noqa: PLR0913  all that a progress rests on
    key_result: KeyResult, record: Record, value: Quantity | None, *, levels: Levels, today: date, frame: Frame
) -> Progress | None:
    goal = key_result.goal
    if isinstance(goal, Milestones):
        return complete(goal.steps, [step for step in goal.steps if record.done(step, today) is not None])
    if value is None:
        return None
    if isinstance(goal, Maintain):
        said = [
            e.value.with_unit(value.unit) for _, e in record.mentions() if e.value is not None and e.missing is None
        ]
        return keep(goal, value, said, levels.baseline)
    if not levels.rungs:
        return Progress(None, lambda: "the change of the target does not fit the unit of the baseline")
    if levels.captured is not None and (turned := _turned(key_result, levels, frame.metrics)) is not None:
        return Progress(None, lambda: turned)
    return climb(value, levels)


def _turned(key_result: KeyResult, found: Levels, metrics: Mapping[str, Metric]) -> str | None:
    """Why a captured baseline leaves nothing to reach: it lies at the target, or on the better side of it.

    Progress would count a change for the worse as one for the better. A baseline that people wrote is checked by
    validate; this one was not known then.
    """
    start, end = found.rungs[0].level, found.rungs[-1].level
    metric = metrics.get(key_result.measure.metric)
    better = metric.better_for(key_result.measure.options) if metric is not None else None
    if better is None or start.dimension != end.dimension:
        return None
    past = start.base >= end.base if better == "higher" else start.base <= end.base
    if not past:
        return None
    return f"the captured baseline {start} is no worse than the target {end}: set a target that is still ahead"
