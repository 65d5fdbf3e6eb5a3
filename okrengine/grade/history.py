"""A key result through time: each check-in graded as of its own instant, with what was known then."""

from collections.abc import Sequence
from functools import cache, partial

from okrengine.grade.forecast import Values
from okrengine.grade.record import Record
from okrengine.grade.standing import Frame, Standing, stand
from okrengine.grade.status import judge
from okrengine.model import Entry, KeyResult, Milestones, Point, Status


def history(key_result: KeyResult, record: Record, frame: Frame) -> tuple[tuple[Point, ...], Values]:
    """One point for each check-in that speaks of the key result, oldest first; a missing value is kept as a gap.

    Every check-in of the team speaks of milestones. Points of different `definition` are not comparable. Beside them
    the values that a forecast rests on.
    """
    points: list[Point] = []
    standings: list[Standing] = []
    fixed = key_result.baseline is not None and key_result.unit != ""  # then no check-in changes a level
    for count, (checkin, said) in enumerate(zip(record.checkins, record.entries, strict=True), 1):
        if said is None and not isinstance(key_result.goal, Milestones):
            continue
        settled = standings[-1].levels if fixed and standings else None
        standing = stand(key_result, record.first(count), frame, checkin.at, settled)
        standings.append(standing)
        entry = said or Entry()
        points.append(
            Point(
                at=checkin.at,
                value=standing.value,
                missing=standing.missing,
                raw=standing.raw,
                interval=entry.interval,
                confidence=entry.confidence,
                definition=entry.definition,
                judged=cache(partial(_status, standings, len(standings), frame)),
                backfilled=checkin.backfilled,
                file=checkin.file,
            )
        )
    return tuple(points), _values(standings, frame)


def _values(standings: Sequence[Standing], frame: Frame) -> Values:
    values = Values()
    for standing in standings:
        values.add(standing, frame)
    return values


def _status(standings: Sequence[Standing], count: int, frame: Frame) -> Status:
    """The status as it was after so many check-ins."""
    known = standings[:count]
    return judge(known[-1], frame, _values(known, frame)).status
