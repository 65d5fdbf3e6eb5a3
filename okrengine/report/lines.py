"""One key result: from its grade to what a report says of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import Settings
from okrengine.model import Amendment, CheckIn, Entry, Grade, KeyResult, Objective, Point
from okrengine.quantity import PERCENT, Quantity
from okrengine.report.agenda import flags, previous, redefined
from okrengine.report.contents import KeyResultView, Source
from okrengine.report.goals import goal
from okrengine.report.visible import forecast, guardrails, one_line, optional, override, tasks, visible, why


@dataclass(frozen=True, slots=True)
class Frame:
    """What all lines of one report share: the day it looks from, the settings, and what each team has said by then."""

    today: date
    settings: Settings
    said: Mapping[str, Sequence[CheckIn]]

    @property
    def zone(self) -> ZoneInfo:
        """The project's time zone."""
        return self.settings.timezone


def line(grade: Grade, objective: Objective, anchor: str, key: str, frame: Frame) -> KeyResultView:
    """What a report says of one key result."""
    key_result, entry = grade.key_result, grade.entry or Entry()
    before = previous(grade.history)
    moved = amendments(objective, key_result, frame.today)
    return KeyResultView(
        address=key_result.address,
        anchor=anchor,
        key=key,
        id=key_result.id,
        title=one_line(key_result.title) or key_result.id,
        owner=optional(key_result.owner),
        status=grade.status,
        pace=grade.pace,
        verdict=None if grade.verdict is None else grade.verdict.verdict,
        verdict_note="" if grade.verdict is None else one_line(grade.verdict.note),
        override=override(grade.override) if "overridden" in grade.flags else None,
        flags=tuple(flags(grade, moved, objective.cycle, frame.today, frame.settings)),
        marks=grade.flags,
        goal=goal(grade, objective.cycle, _done(objective, key_result, frame), moved, frame.today),
        deadline=key_result.deadline,
        weight=key_result.weight,
        value=_value(grade),
        missing=grade.missing,
        detail=optional(grade.detail),
        at=None if grade.at is None else grade.at.astimezone(frame.zone),
        age=None if grade.at is None else (frame.today - grade.at.astimezone(frame.zone).date()).days,
        raw=grade.raw,
        score=grade.score,
        expected=grade.expected,
        band=grade.band,
        confidence=grade.confidence,
        forecast=forecast(grade.forecast),
        before=None if before is None else _local(before, frame.zone),
        redefined=redefined(grade, before),
        why=why(grade.why),
        **_said(key_result, entry, frame.zone),
        history=tuple(_local(point, frame.zone) for point in grade.history),
    )


def _said(key_result: KeyResult, entry: Entry, zone: ZoneInfo) -> dict[str, Any]:
    """What the latest check-in says, by the names of the view's fields."""
    return {
        "n": entry.n,
        "interval": entry.interval,
        "source": _source(key_result, entry, zone),
        "guardrails": guardrails(entry),
        "note": None if entry.note is None else visible(entry.note).strip() or None,
        "blockers": tasks(entry.blockers),
        "next": tasks(entry.next),
    }


def _value(grade: Grade) -> Quantity | None:
    """The value that was graded, with the unit of the promise where none was written."""
    if grade.entry is None or grade.entry.value is None or grade.missing is not None:
        return None
    last = next((point for point in reversed(grade.history) if point.at == grade.at), None)
    return grade.entry.value if last is None or last.value is None else last.value


def amendments(objective: Objective, key_result: KeyResult, today: date) -> list[Amendment]:
    """What was changed about one promise until today, oldest first."""
    names = {key_result.id, *key_result.formerly}
    found = [each for each in objective.amendments if each.key_result in names and each.on <= today]
    return sorted(found, key=lambda each: each.on)


def _local(point: Point, zone: ZoneInfo) -> Point:
    return replace(point, at=point.at.astimezone(zone))


def _done(objective: Objective, key_result: KeyResult, frame: Frame) -> dict[str, date]:
    """The milestones that check-ins call done; the newest word counts."""
    keys = [f"{objective.id}/{name}" for name in (key_result.id, *key_result.formerly)]
    done: dict[str, date] = {}
    for checkin in frame.said.get(objective.team, ()):
        for entry in (checkin.entries[key] for key in keys if key in checkin.entries):
            done |= entry.milestones
    return done


def _source(key_result: KeyResult, entry: Entry, zone: ZoneInfo) -> Source:
    """Where the value came from and how it was counted."""
    window = entry.window
    rate = entry.value is not None and entry.value.unit == PERCENT
    return Source(
        metric=one_line(key_result.measure.metric),
        source=optional(entry.source or key_result.measure.source),
        start=None if window is None else window.start.astimezone(zone),
        end=None if window is None else window.end.astimezone(zone),
        excluded=tuple(sorted((one_line(reason), n) for reason, n in entry.excluded.items())),
        numerator=entry.numerator if rate else None,  # a sum over answers is not so many of so many
        denominator=entry.denominator if rate else None,
    )
