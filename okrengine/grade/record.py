"""What the check-ins of a team say of one key result, oldest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from okrengine.model import CheckIn, Entry, KeyResult, Milestone, Objective, Override, Verdict


@dataclass(frozen=True, slots=True)
class Record:
    """The check-ins of a key result's team up to some instant, and beside each what it says of the key result.

    An entry is None where a check-in does not mention the key result. `keys` are the names under which check-ins may
    mention it: the one it has now, then former ones.
    """

    checkins: tuple[CheckIn, ...]
    entries: tuple[Entry | None, ...]
    keys: tuple[str, ...]

    def first(self, count: int) -> "Record":
        """The record as it stood after `count` check-ins."""
        return Record(self.checkins[:count], self.entries[:count], self.keys)

    def latest(self) -> tuple[CheckIn, Entry] | None:
        """The last check-in that mentions the key result: what it said stands until another one does."""
        return next(self._backwards(), None)

    def captured(self) -> tuple[CheckIn, Entry] | None:
        """The first check-in that captured a baseline."""
        return next(((c, e) for c, e in self.mentions() if e.baseline is not None), None)

    def override(self, today: date) -> Override | None:
        """The owner's latest word on the status, as long as its day has not passed.

        It holds until its date, also where later check-ins do not repeat it; a newer word replaces it.
        """
        found = self.overriding(today)
        return None if found is None else found[0]

    def overriding(self, today: date) -> tuple[Override, CheckIn] | None:
        """The same word, with the check-in that says it."""
        for checkin, entry in self._backwards():
            if entry.override is not None:
                return (entry.override, checkin) if today <= entry.override.until else None
        return None

    def closing(self) -> CheckIn | None:
        """The check-in that closed the cycle for the team."""
        return closing(self.checkins)

    def verdict(self) -> Verdict | None:
        """The verdict that the closing check-in gives on the key result."""
        closing = self.closing()
        verdicts = {} if closing is None or closing.verdicts is None else closing.verdicts
        return next((verdicts[key] for key in self.keys if key in verdicts), None)

    def done(self, step: Milestone, today: date) -> tuple[date, CheckIn | None] | None:
        """The day on which a step was done, not after `today`, and the check-in that says so.

        What the OKR file says counts, and the check-in is None then; else the newest word, so that a day can be
        corrected.
        """
        said: list[tuple[date, CheckIn | None]] = [] if step.done is None else [(step.done, None)]
        said += [(e.milestones[step.id], checkin) for checkin, e in self._backwards() if step.id in e.milestones]
        return next((each for each in said if each[0] <= today), None)

    def place(self, checkin: CheckIn) -> str:
        """The file of a check-in, with the line of the key result in it: `checkins/a.yaml:12`."""
        line = next((checkin.lines[key] for key in self.keys if key in checkin.lines), None)
        name = checkin.file or f"check-in of {checkin.at.isoformat()}"
        return name if line is None else f"{name}:{line}"

    def mentions(self) -> Iterator[tuple[CheckIn, Entry]]:
        """Every check-in that mentions the key result, with what it says, oldest first."""
        return ((c, e) for c, e in zip(self.checkins, self.entries, strict=True) if e is not None)

    def _backwards(self) -> Iterator[tuple[CheckIn, Entry]]:
        both = zip(reversed(self.checkins), reversed(self.entries), strict=True)
        return ((checkin, entry) for checkin, entry in both if entry is not None)


def closing(checkins: Iterable[CheckIn]) -> CheckIn | None:
    """The check-in among them that closed the cycle for its team."""
    return next((checkin for checkin in checkins if checkin.verdicts is not None), None)


def instant(at: datetime) -> datetime:
    """An instant in UTC: two of one zone would else be compared by their wall clocks, which jump twice a year."""
    return at.astimezone(UTC)


def known(checkins: Iterable[CheckIn], cycle: str, as_of: datetime) -> dict[str, tuple[CheckIn, ...]]:
    """The check-ins of a cycle that are known at an instant, by team, oldest first.

    What comes after a team's closing check-in is not seen: what is closed stays as it was.
    """
    teams: dict[str, list[CheckIn]] = {}
    closed: set[str] = set()
    for checkin in sorted(checkins, key=lambda each: (instant(each.at), each.file)):
        if checkin.cycle != cycle or instant(checkin.at) > instant(as_of) or checkin.team in closed:
            continue
        teams.setdefault(checkin.team, []).append(checkin)
        if checkin.verdicts is not None:
            closed.add(checkin.team)
    return {team: tuple(found) for team, found in teams.items()}


def record_of(key_result: KeyResult, objective: Objective, checkins: Sequence[CheckIn]) -> Record:
    """The record of a key result in the check-ins of its team.

    A former id counts unless another key result of the objective bears it now: then those entries are that one's.
    """
    taken = {other.id for other in objective.key_results}
    names = (key_result.id, *(name for name in key_result.formerly if name not in taken))
    keys = tuple(f"{objective.id}/{name}" for name in names)
    entries = tuple(
        next((checkin.entries[key] for key in keys if key in checkin.entries), None) for checkin in checkins
    )
    return Record(tuple(checkins), entries, keys)
