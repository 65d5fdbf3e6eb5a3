"""A check-in before it is written: who is due, what was measured, what people say of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from okrengine.checkins import local_key
from okrengine.errors import ProjectError, RecordError
from okrengine.model import MANUAL, CheckIn, Cycle, Entry, Milestones, Objective, Reading
from okrengine.nearness import suggestion
from okrengine.quantity import dimension


@dataclass(frozen=True)
class Draft:
    """One team and cycle that is due: its objectives, and the readings by address."""

    team: str
    cycle: Cycle
    objectives: tuple[Objective, ...]
    readings: Mapping[str, Reading]


@dataclass(frozen=True)
class Said:
    """What people say, by full address, and the progress of initiatives by `team/objective/initiative`."""

    entries: Mapping[str, Entry]
    initiatives: Mapping[str, Fraction]

    def and_also(self, more: "Said") -> "Said":
        """This and more; what is said later of the same key result counts."""
        return Said({**self.entries, **more.entries}, {**self.initiatives, **more.initiatives})

    def of(self, draft: Draft) -> tuple[dict[str, Entry], dict[str, Fraction]]:
        """What concerns one draft, named as the team's own file names it."""
        key_results = [kr.address for o in draft.objectives for kr in o.key_results]
        initiatives = [f"{o.address}/{one.id}" for o in draft.objectives for one in o.initiatives]
        return (
            {local_key(address): self.entries[address] for address in key_results if address in self.entries},
            {local_key(address): self.initiatives[address] for address in initiatives if address in self.initiatives},
        )


def due(objectives: Sequence[Objective], readings: Iterable[Reading]) -> tuple[Draft, ...]:
    """One draft per team and cycle, in the order of the files."""
    found = list(readings)
    pairs = dict.fromkeys((o.team, o.cycle) for o in objectives)
    drafts = []
    for team, cycle in pairs:
        own = tuple(o for o in objectives if (o.team, o.cycle) == (team, cycle))
        addresses = {kr.address for o in own for kr in o.key_results}
        drafts.append(Draft(team, cycle, own, {r.address: r for r in found if r.address.split("#")[0] in addresses}))
    return tuple(drafts)


def hear(
    entries: Mapping[str, Entry], initiatives: Mapping[str, Fraction], drafts: Sequence[Draft], origin: str
) -> Said:
    """What people say, under full addresses.

    Raises `ProjectError` for what is about nothing, or states a value that is measured.

    A key is `team/objective/key-result`, or without the team where only one of the teams that check in has it.
    """
    objectives = [o for draft in drafts for o in draft.objectives]
    key_results = {kr.address: kr for o in objectives for kr in o.key_results}
    work = [f"{o.address}/{one.id}" for o in objectives for one in o.initiatives]
    said = {_address(key, list(key_results), origin): entry for key, entry in entries.items()}
    for address, entry in said.items():
        key_result = key_results[address]
        if entry.value is not None and key_result.measure.metric != MANUAL:
            raise ProjectError(
                f"{origin}: the value of `{address}` is measured by {key_result.measure.metric}; "
                "a person comments on it (note, confidence), but does not state it"
            )
        if entry.value is not None and entry.value.unit and dimension(entry.value.unit) != dimension(key_result.unit):
            counted = f"in {key_result.unit}" if key_result.unit else "without a unit"
            raise ProjectError(f"{origin}: `{address}` is counted {counted}, so its value cannot be {entry.value}")
        if isinstance(key_result.goal, Milestones):
            if entry.value is not None:
                raise ProjectError(
                    f"{origin}: `{address}` has milestones, no value: say which of them are done, by day"
                )
            steps = [step.id for step in key_result.goal.steps]
            unknown = next((step for step in entry.milestones if step not in steps), None)
            if unknown is not None:
                raise ProjectError(f"{origin}: `{address}` has no milestone `{unknown}`: {suggestion(unknown, steps)}")
    return Said(said, {_address(key, work, origin): progress for key, progress in initiatives.items()})


def _address(key: str, known: Sequence[str], origin: str) -> str:
    found = [address for address in known if key in (address, local_key(address))]
    if len(found) == 1:
        return found[0]
    if found:
        raise ProjectError(f"{origin}: `{key}` is in several teams: write {' or '.join(f'`{one}`' for one in found)}")
    names = [local_key(address) for address in known]
    raise ProjectError(f"{origin}: nothing that checks in is called `{key}`: {suggestion(key, names)}")


def refuse_backwards(checkins: Sequence[CheckIn], draft: Draft, at: datetime) -> None:
    """Raise `RecordError` where a team's newest check-in is later than `at`: then a clock is wrong."""
    newest = max((c for c in checkins if c.team == draft.team), key=lambda c: c.at, default=None)
    if newest is not None and newest.at > at:
        raise RecordError(
            f"the newest check-in of {draft.team} is of {newest.at.isoformat()}, later than {at.isoformat()}: "
            "is a clock wrong? --as-of says that it is meant"
        )
