"""From a scorecard to the one view that every format prints: counted, flagged and ordered, without a language."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from okrengine.config import Settings
from okrengine.model import Amendment, CheckIn, Cycle, Group, Mean, Moment, Objective, ObjectiveGrade, Scorecard
from okrengine.report.agenda import agenda, fresh, written
from okrengine.report.alignment import alignment, supports
from okrengine.report.contents import (
    WORST_FIRST,
    Action,
    Count,
    KeyResultView,
    Link,
    ObjectiveView,
    Promise,
    Standing,
    View,
    Work,
)
from okrengine.report.groups import grouped
from okrengine.report.lines import Frame, line
from okrengine.report.visible import finding, initiative, one_line, optional, why
from okrengine.syntax import Problem

__all__ = ["View", "view"]

_ADDRESS = re.compile(r"[a-z0-9][a-z0-9-]*(/[a-z0-9][a-z0-9-]*){0,2}")


def view(  # noqa: PLR0913  a report has so many sources
    scorecard: Scorecard,
    checkins: Iterable[CheckIn],
    settings: Settings,
    *,
    engine_version: str,
    digest: str,
    problems: Iterable[Problem] = (),
    trend: Sequence[Moment] = (),
    by: str | None = None,
    groups: Sequence[Group] = (),
) -> View:
    """The report on `scorecard`.

    `checkins` are those of the project; what lies after the scorecard's instant is not seen. `digest` is the sha256 of
    the files read. `problems` are findings about them that a reader must know. `trend` is how the same cycle stood
    before, oldest first, and last how it stands now: the one before that gives the change of scores.
    `groups` are the same objectives by the values of the tag `by`.
    """
    frame = Frame(scorecard.as_of.astimezone(settings.timezone).date(), settings, _known(checkins, scorecard))
    before = trend[-2] if len(trend) > 1 else None
    links = _links(scorecard)
    objectives = tuple(
        _objective(each, at, links, frame, before) for at, each in enumerate(scorecard.objectives, start=1)
    )
    lines = [each for objective in objectives for each in objective.key_results]
    moved = [each for each in lines if _moved(each)]
    days = {each.before.at.date() for each in moved if each.before is not None}
    return View(
        **_cycle(scorecard, frame, before),
        trend=trend,
        counts=_counts(lines),
        agenda=agenda(lines),
        alignment=alignment(objectives),
        supports=supports(objectives),
        changes=tuple(sorted(moved, key=_by_status_change)),
        since=days.pop() if len(days) == 1 else None,
        unchanged=sum(each.before is not None for each in lines) - len(moved),
        promises=tuple(each for objective in objectives for each in objective.promises),
        redefined=tuple(each for each in lines if each.redefined),
        objectives=objectives,
        actions=_actions(lines, frame.today),
        findings=tuple(finding(each) for each in problems),
        confidence_fell=sum((each.confidence_change or 0) < 0 for each in lines),
        confidence_silent=sum(each.confidence is None for each in lines),
        thresholds=settings.status,
        missing_policy=settings.missing,
        engine_version=engine_version,
        digest=digest,
        by=optional(by),
        groups=grouped(groups, objectives),
    )


def _cycle(scorecard: Scorecard, frame: Frame, before: Moment | None) -> dict[str, Any]:
    """What the view says of the cycle as a whole, by the names of its fields."""
    week, weeks, passed = _elapsed(scorecard.cycle, frame.today)
    return {
        "cycle": scorecard.cycle,
        "as_of": scorecard.as_of.astimezone(frame.zone),
        "today": frame.today,
        "week": week,
        "weeks": weeks,
        "passed": passed,
        "standing": _standing(scorecard, before, before),
        "why": why(scorecard.why),
        "measured": _measured(scorecard),
    }


def _known(checkins: Iterable[CheckIn], scorecard: Scorecard) -> Mapping[str, Sequence[CheckIn]]:
    """The check-ins of the cycle until the scorecard's instant, by team, oldest first."""
    known = (each for each in checkins if each.at <= scorecard.as_of and each.cycle == scorecard.cycle.name)
    teams: dict[str, list[CheckIn]] = {}
    for each in sorted(known, key=lambda each: (each.at, each.file)):
        teams.setdefault(each.team, []).append(each)
    return teams


def _elapsed(cycle: Cycle, today: date) -> tuple[int, int, Fraction]:
    """The week of the cycle, of how many, and the share of its time that has passed."""
    length, gone = (cycle.last - cycle.first).days, (today - cycle.first).days
    weeks = max(1, round(Fraction(length + 1, 7)))
    passed = min(max(Fraction(gone, length or 1), Fraction(0)), Fraction(1))
    return (min(gone // 7 + 1, weeks) if gone >= 0 else 0), weeks, passed


def _standing(now: Scorecard | ObjectiveGrade, before: Moment | Mean | None, moment: Moment | None) -> Standing:
    return Standing(
        status=now.status,
        score=now.score,
        expected=now.expected,
        coverage=now.coverage,
        confidence=now.confidence,
        before=None if before is None else before.score,
        confidence_before=None if before is None else before.confidence,
        since=None if moment is None else moment.at,
    )


def _objective(
    grade: ObjectiveGrade, position: int, links: Mapping[str, Link], frame: Frame, before: Moment | None
) -> ObjectiveView:
    objective = grade.objective
    own = None if before is None else before.objectives.get(objective.address)
    keys = [f"o{position}-k{at}" for at in range(1, len(grade.key_results) + 1)]
    lines = tuple(
        line(each, objective, _anchor(each.key_result.address, key), key, frame)
        for key, each in zip(keys, grade.key_results, strict=True)
    )
    titles = {each.address: each.title for each in lines}
    return ObjectiveView(
        address=objective.address,
        anchor=_anchor(objective.address, f"o{position}"),
        title=one_line(objective.title) or objective.id,
        team=one_line(objective.team),
        kind=objective.kind,
        pass_line=grade.pass_line,
        verdict=grade.verdict,
        why=why(grade.why),
        owner=optional(objective.owner),
        standing=_standing(grade, own, before),
        supports=tuple(links.get(address) or Link(one_line(address), None) for address in objective.supports),
        supported=tuple(one_line(address) for address in objective.supports),
        tags=tuple((one_line(str(key)), one_line(_tag(value))) for key, value in objective.tags.items()),
        missing=tuple(titles.get(address, one_line(address)) for address in grade.missing),
        key_results=lines,
        initiatives=_initiatives(objective, frame),
        promises=_promises(objective, lines, frame),
    )


def _tag(value: object) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, (list, tuple)) else str(value)


def _anchor(address: str, otherwise: str) -> str:
    """The place of something in a page: its address, where that is one that the schema would let pass."""
    return address if _ADDRESS.fullmatch(address) else otherwise


def _links(scorecard: Scorecard) -> dict[str, Link]:
    """What objectives may support, by address: its title and place. An address outside the report is shown as it is."""
    found = {}
    for position, grade in enumerate(scorecard.objectives, start=1):
        address = grade.objective.address
        found[address] = Link(one_line(grade.objective.title), _anchor(address, f"o{position}"))
        for at, each in enumerate(grade.key_results, start=1):
            address = each.key_result.address
            found[address] = Link(one_line(each.key_result.title), _anchor(address, f"o{position}-k{at}"))
    return found


def _initiatives(objective: Objective, frame: Frame) -> tuple[Work, ...]:
    """The initiatives with the progress that the latest check-in says, else the one in the file."""
    said: dict[str, Fraction] = {}
    for checkin in frame.said.get(objective.team, ()):
        said.update(checkin.initiatives)
    works = []
    for each in objective.initiatives:
        progress = said.get(f"{objective.id}/{each.id}", each.progress)
        late = each.due is not None and each.due < frame.today and progress != 1
        works.append(Work(initiative(each), progress, late))
    return tuple(works)


def _promises(objective: Objective, lines: Sequence[KeyResultView], frame: Frame) -> tuple[Promise, ...]:
    """The amendments until today, newest first."""
    by_id: Mapping[str, KeyResultView] = {
        name: view
        for key_result, view in zip(objective.key_results, lines, strict=False)
        for name in (key_result.id, *key_result.formerly)
    }
    known = [each for each in objective.amendments if each.on <= frame.today]
    return tuple(_promise(each, by_id.get(each.key_result), frame) for each in sorted(known, key=_day, reverse=True))


def _promise(amendment: Amendment, about: KeyResultView | None, frame: Frame) -> Promise:
    link = Link(about.title, about.anchor) if about is not None else Link(one_line(amendment.key_result), None)
    before = None if about is None else about.before
    return Promise(
        key_result=link,
        on=amendment.on,
        field=one_line(amendment.field),
        before=written(amendment.before),
        after=written(amendment.after),
        reason=one_line(amendment.reason),
        by=one_line(amendment.by),
        fresh=fresh(amendment, before, frame.zone),
    )


def _measured(scorecard: Scorecard) -> tuple[int, int]:
    pairs = [each.coverage for each in scorecard.objectives]
    return sum(known for known, _ in pairs), sum(every for _, every in pairs)


def _counts(lines: Sequence[KeyResultView]) -> tuple[Count, ...]:
    counts = (Count(status, sum(each.status == status for each in lines)) for status in WORST_FIRST)
    return tuple(count for count in counts if count.n)


def _moved(line: KeyResultView) -> bool:
    """Whether anything that the table of changes shows is different from the check-in before."""
    before = line.before
    if before is None:
        return False
    return (before.value, before.raw, before.status, before.confidence) != (
        line.value, line.raw, line.status, line.confidence,
    )  # fmt: skip


def _by_status_change(line: KeyResultView) -> tuple[bool, int]:
    return line.before is not None and line.before.status == line.status, WORST_FIRST.index(line.status)


def _actions(lines: Sequence[KeyResultView], today: date) -> tuple[Action, ...]:
    """Everything that is to be done next: overdue first, then by day, those without a day last."""
    far = today + timedelta(days=36_500)
    actions = [
        Action(each, Link(about.title, about.anchor), each.due is not None and each.due < today)
        for about in lines
        for each in about.next
    ]
    return tuple(sorted(actions, key=lambda action: action.task.due or far))


def _day(amendment: Amendment) -> date:
    return amendment.on
