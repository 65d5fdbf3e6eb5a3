"""The objectives of a report by the values of a tag."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from okrengine.model import Group, ObjectiveGrade
from okrengine.report.contents import GroupView, ObjectiveView, Standing
from okrengine.report.visible import one_line, optional, why


def grouped(groups: Sequence[Group], objectives: Sequence[ObjectiveView]) -> tuple[GroupView, ...]:
    """The groups in the order of the files, what bears no value of the tag last."""
    wholes = {each.address: each for each in objectives}
    ordered = sorted(groups, key=lambda group: group.value is None)
    return tuple(
        GroupView(
            value=optional(group.value),
            standing=_standing(group),
            objectives=tuple(_part(each, wholes) for each in group.objectives),
            why=why(group.why),
        )
        for group in ordered
    )


def _part(grade: ObjectiveGrade, wholes: Mapping[str, ObjectiveView]) -> ObjectiveView:
    """An objective as it stands by the key results that are in the group."""
    whole = wholes[grade.objective.address]
    if len(grade.key_results) == len(whole.key_results):
        return whole
    kept = {each.key_result.address for each in grade.key_results}
    titles = {each.address: each.title for each in whole.key_results}
    return replace(
        whole,
        standing=_standing(grade),
        verdict=grade.verdict,
        why=why(grade.why),
        missing=tuple(titles.get(address, one_line(address)) for address in grade.missing),
        key_results=tuple(each for each in whole.key_results if each.address in kept),
    )


def _standing(now: Group | ObjectiveGrade) -> Standing:
    return Standing(now.status, now.score, now.expected, now.coverage, now.confidence)
