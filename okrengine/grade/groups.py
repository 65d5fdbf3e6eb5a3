"""A cycle by a word that its objectives and key results are tagged with: department, stage, touchpoint, or the team."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from okrengine.config import Settings
from okrengine.grade.rollup import roll_up
from okrengine.grade.scorecard import as_child, roll_up_of
from okrengine.model import Grade, Group, Objective, ObjectiveGrade, Scorecard

TEAM = "team"
"""What every objective bears without a tag."""


def tags(objectives: Iterable[Objective]) -> tuple[str, ...]:
    """The tags that objectives or their key results bear, and the team, in the order of the files."""
    found = [TEAM]
    for objective in objectives:
        found += [*objective.tags, *(tag for key_result in objective.key_results for tag in key_result.tags)]
    return tuple(dict.fromkeys(found))


def groups(scorecard: Scorecard, tag: str, settings: Settings) -> tuple[Group, ...]:
    """A group for each value of `tag`, and one for what bears none.

    A key result bears what its own tag says, else what that of its objective says; both may say several values. In a
    group stands each objective that has a key result there, once, with these key results alone. The score of the cycle
    is not made of groups, so that what stands in two of them is counted once.
    """
    found: dict[str | None, list[ObjectiveGrade]] = {}
    for objective in scorecard.objectives:
        bearing: dict[str | None, list[Grade]] = {}
        for grade in objective.key_results:
            for value in _values(objective.objective, grade.key_result.tags, tag):
                bearing.setdefault(value, []).append(grade)
        for value in () if bearing else _values(objective.objective, {}, tag):
            bearing[value] = []
        for value, grades in bearing.items():
            found.setdefault(value, []).append(_part(objective, grades, settings))
    return tuple(_group(value, parts, settings) for value, parts in found.items())


def _values(objective: Objective, own: Mapping[str, object], tag: str) -> tuple[str | None, ...]:
    if tag == TEAM:
        return (objective.team,)
    said = own.get(tag, objective.tags.get(tag))
    listed = said if isinstance(said, list | tuple) else () if said is None else (said,)
    return tuple(dict.fromkeys(map(_written, listed))) or (None,)


def _written(value: object) -> str:
    """A value as YAML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _part(whole: ObjectiveGrade, grades: Sequence[Grade], settings: Settings) -> ObjectiveGrade:
    """An objective with some of its key results, graded by them; the verdict is on the whole alone."""
    if len(grades) == len(whole.key_results):
        return whole
    total = roll_up_of(grades, settings)
    return replace(
        whole, status=total.status, score=total.score, expected=total.expected, coverage=total.coverage,
        confidence=total.confidence, key_results=tuple(grades), verdict=None, missing=total.missing, why=total.why,
    )  # fmt: skip


def _group(value: str | None, parts: Sequence[ObjectiveGrade], settings: Settings) -> Group:
    total = roll_up([as_child(part) for part in parts], settings.missing)
    return Group(
        value, total.score, total.expected, total.status, total.coverage, total.confidence, tuple(parts), total.why
    )
