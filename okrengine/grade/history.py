"""A key result through time: each check-in graded as of its own instant, with what was known then."""

from collections.abc import Iterator

from okrengine.grade.pace import pace
from okrengine.grade.record import Record
from okrengine.grade.standing import Frame, stand
from okrengine.grade.status import decide
from okrengine.model import Entry, KeyResult, Milestones, Point


def history(key_result: KeyResult, record: Record, frame: Frame) -> tuple[Point, ...]:
    """One point for each check-in that speaks of the key result, oldest first; a missing value is kept as a gap.

    Every check-in of the team speaks of milestones. Points of different `definition` are not comparable.
    """
    return tuple(_points(key_result, record, frame))


def _points(key_result: KeyResult, record: Record, frame: Frame) -> Iterator[Point]:
    for count, (checkin, said) in enumerate(zip(record.checkins, record.entries, strict=True), 1):
        if said is None and not isinstance(key_result.goal, Milestones):
            continue
        standing = stand(key_result, record.first(count), frame, checkin.at)
        ruling = decide(standing, frame, pace(standing, frame))
        entry = said or Entry()
        yield Point(
            at=checkin.at,
            value=standing.value,
            missing=standing.missing,
            raw=standing.raw,
            interval=entry.interval,
            confidence=entry.confidence,
            definition=entry.definition,
            status=ruling.status,
            backfilled=checkin.backfilled,
            file=checkin.file,
        )
