"""A whole cycle graded at an instant."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from fractions import Fraction

from okrengine.config import Settings
from okrengine.grade.flags import flags
from okrengine.grade.history import history
from okrengine.grade.levels import needs_baseline
from okrengine.grade.pace import pace
from okrengine.grade.progress import band, score
from okrengine.grade.record import Record, known, record_of
from okrengine.grade.rollup import Child, Rollup, roll_up
from okrengine.grade.standing import Frame, stand
from okrengine.grade.status import decide
from okrengine.grade.why import why
from okrengine.model import CheckIn, Cycle, Grade, KeyResult, Objective, ObjectiveGrade, Scorecard
from okrengine.offers import Metric


def grade(  # noqa: PLR0913  all that a grade rests on, and it rests on nothing else
    objectives: Iterable[Objective],
    checkins: Iterable[CheckIn],
    *,
    cycle: Cycle,
    as_of: datetime,
    settings: Settings,
    metrics: Mapping[str, Metric],
) -> Scorecard:
    """The scorecard of `cycle` at `as_of`, an aware instant.

    Objectives and check-ins of other cycles are left out, and so are check-ins after `as_of`. The order in which they
    arrive changes nothing. `metrics` are the measures that are known by name; they say what sample is too small.
    """
    frame = Frame(cycle, settings, metrics)
    chosen = sorted((o for o in objectives if o.cycle.name == cycle.name), key=lambda o: (o.file, o.line, o.address))
    said = known(checkins, cycle.name, as_of)
    graded = tuple(_objective(objective, said.get(objective.team, ()), frame, as_of, chosen) for objective in chosen)
    total = roll_up([_as_child(objective) for objective in graded], settings.missing)
    return Scorecard(cycle, as_of, total.score, total.expected, total.status, total.coverage, total.confidence, graded)


def grade_key_result(key_result: KeyResult, record: Record, frame: Frame, as_of: datetime) -> Grade:
    """A key result graded at `as_of`, by a record in which all is known by then."""
    standing = stand(key_result, record, frame, as_of)
    by_pace = pace(standing, frame)
    ruling = decide(standing, frame, by_pace)
    worth = score(standing.raw)
    return Grade(
        key_result=key_result,
        status=ruling.status,
        pace=None if by_pace is None else by_pace.status,
        raw=standing.raw,
        score=worth,
        expected=standing.expected,
        band=band(worth),
        flags=flags(standing, ruling.status),
        entry=standing.entry,
        at=standing.at,
        baseline=standing.levels.baseline,
        target=standing.levels.target,
        missing=standing.missing,
        detail=standing.detail,
        confidence=None if standing.entry is None else standing.entry.confidence,
        history=history(key_result, record, frame),
        why=why(standing, frame, ruling),
        verdict=record.verdict(),
        override=record.override(standing.today),
    )


def _objective(
    objective: Objective, checkins: Sequence[CheckIn], frame: Frame, as_of: datetime, others: Sequence[Objective]
) -> ObjectiveGrade:
    grades = tuple(
        grade_key_result(key_result, record_of(key_result, objective, checkins), frame, as_of)
        for key_result in objective.key_results
    )
    total = _of(grades, frame.settings)
    return ObjectiveGrade(
        objective=objective,
        status=total.status,
        score=total.score,
        expected=total.expected,
        coverage=total.coverage,
        confidence=total.confidence,
        key_results=grades,
        missing=total.missing,
        supporters=tuple(other.address for other in others if _supports(other, objective)),
    )


def _of(grades: Sequence[Grade], settings: Settings) -> Rollup:
    """The roll-up of key results; one whose baseline is still to be measured is no part of it."""
    children = [
        Child(
            g.key_result.address, g.key_result.weight, g.score, g.expected, g.status, g.confidence, not _is_pending(g)
        )
        for g in grades
    ]
    return roll_up(children, settings.missing)


def _is_pending(grade: Grade) -> bool:
    return grade.baseline is None and needs_baseline(grade.key_result.goal)


def _as_child(graded: ObjectiveGrade) -> Child:
    """An objective in the roll-up of the cycle. All weigh the same; one without anything that weighs is left out."""
    counts = any(grade.key_result.weight and not _is_pending(grade) for grade in graded.key_results)
    return Child(
        graded.objective.address, Fraction(1), graded.score, graded.expected, graded.status, graded.confidence, counts
    )


def _supports(child: Objective, parent: Objective) -> bool:
    """Whether `child` supports `parent` or one of its key results. However many it names, it is one supporter."""
    own = {parent.address, *(key_result.address for key_result in parent.key_results)}
    return any(address in own for address in child.supports)
