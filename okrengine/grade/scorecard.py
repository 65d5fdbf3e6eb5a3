"""A whole cycle graded at an instant."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction

from okrengine.config import Settings
from okrengine.grade.flags import flags
from okrengine.grade.forecast import forecast
from okrengine.grade.history import history
from okrengine.grade.pace import pace
from okrengine.grade.progress import band
from okrengine.grade.record import Record, closing, known, record_of
from okrengine.grade.rollup import Child, Rollup, roll_up
from okrengine.grade.standing import Frame, stand
from okrengine.grade.status import judge
from okrengine.grade.verdict import PASS_LINES, counts, outcome, worth
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
    supporters = _supporters(chosen)
    graded = tuple(
        _objective(each, said.get(each.team, ()), frame, as_of, tuple(supporters.get(each.address, ())))
        for each in chosen
    )
    total = roll_up([as_child(objective) for objective in graded], settings.missing)
    return Scorecard(
        cycle, as_of, total.score, total.expected, total.status, total.coverage, total.confidence, graded, total.why
    )


def grade_key_result(key_result: KeyResult, record: Record, frame: Frame, as_of: datetime) -> Grade:
    """A key result graded at `as_of`, by a record in which all is known by then."""
    standing = stand(key_result, record, frame, as_of)
    points, values = history(key_result, record, frame)
    by_pace = pace(standing, frame)
    ruling = judge(standing, frame, values)
    verdict = record.verdict()
    found = worth(standing.raw, verdict)
    return Grade(
        key_result=key_result,
        status=ruling.status,
        pace=None if by_pace is None else by_pace.status,
        raw=standing.raw,
        score=found,
        expected=standing.expected,
        band=band(found),
        flags=flags(standing, ruling.status),
        entry=standing.entry,
        at=standing.at,
        baseline=standing.levels.baseline,
        target=standing.levels.target,
        missing=standing.missing,
        detail=standing.detail,
        confidence=None if standing.entry is None else standing.entry.confidence,
        history=points,
        forecast=forecast(standing, frame, values),
        why=why(standing, frame, ruling, by_pace),
        verdict=verdict,
        override=record.override(standing.today),
    )


def _objective(
    objective: Objective, checkins: Sequence[CheckIn], frame: Frame, as_of: datetime, supporters: tuple[str, ...]
) -> ObjectiveGrade:
    grades = tuple(
        grade_key_result(
            key_result, record_of(key_result, objective, checkins), replace(frame, kind=objective.kind), as_of
        )
        for key_result in objective.key_results
    )
    total = roll_up_of(grades, frame.settings)
    return ObjectiveGrade(
        objective=objective,
        status=total.status,
        score=total.score,
        expected=total.expected,
        coverage=total.coverage,
        confidence=total.confidence,
        key_results=grades,
        pass_line=PASS_LINES[objective.kind],
        verdict=outcome(objective.kind, total.score) if closing(checkins) else None,
        missing=total.missing,
        why=total.why,
        supporters=supporters,
    )


def roll_up_of(grades: Sequence[Grade], settings: Settings) -> Rollup:
    """The roll-up of the key results that count."""
    children = [
        Child(g.key_result.address, g.key_result.weight, g.score, g.expected, g.status, g.confidence, _counts(g))
        for g in grades
    ]
    return roll_up(children, settings.missing)


def _counts(grade: Grade) -> bool:
    return counts(grade.key_result, grade.baseline, grade.verdict)


def as_child(graded: ObjectiveGrade) -> Child:
    """An objective in the roll-up of the cycle. All weigh the same; one without anything that weighs is left out."""
    included = any(grade.key_result.weight and _counts(grade) for grade in graded.key_results)
    return Child(
        graded.objective.address, Fraction(1), graded.score, graded.expected, graded.status, graded.confidence, included
    )


def _supporters(objectives: Sequence[Objective]) -> dict[str, list[str]]:
    """The addresses of what supports each objective or a key result of it, by its address.

    However many key results of a parent a child names, it is one supporter.
    """
    owners = {key_result.address: each.address for each in objectives for key_result in each.key_results}
    owners |= {each.address: each.address for each in objectives}
    found: dict[str, list[str]] = {}
    for child in objectives:
        for parent in dict.fromkeys(owners[address] for address in child.supports if address in owners):
            found.setdefault(parent, []).append(child.address)
    return found
