"""Where a cycle stood before: means alone, by the same rules as its scorecard."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fractions import Fraction
from typing import overload

from okrengine.config import Settings
from okrengine.grade.record import Record, instant, known, record_of
from okrengine.grade.rollup import Child, mean
from okrengine.grade.standing import Frame, Standing, later, stand
from okrengine.grade.verdict import counts, worth
from okrengine.model import CheckIn, Cycle, KeyResult, Mean, Moment, Objective
from okrengine.offers import Metric


class Moments(Sequence[Moment]):
    """A cycle at the end of each day with a check-in, oldest first, and last at `as_of`.

    Each is graded when it is asked for, and kept.
    """

    def __init__(  # noqa: PLR0913  all that a grade rests on
        self,
        objectives: Iterable[Objective],
        checkins: Sequence[CheckIn],
        *,
        cycle: Cycle,
        as_of: datetime,
        settings: Settings,
        metrics: Mapping[str, Metric],
    ) -> None:
        self._frame = Frame(cycle, settings, metrics)
        said = known(checkins, cycle.name, as_of)
        self._lives = [
            _Life(objective, said.get(objective.team, ()), self._frame)
            for objective in objectives
            if objective.cycle.name == cycle.name
        ]
        instants = sorted((checkin.at for each in said.values() for checkin in each), key=instant)
        days = {self._frame.day(at): at for at in instants}  # the last of a day stays
        self._instants = [*list(days.values())[:-1], as_of]
        self._found: dict[int, Moment] = {}

    def __len__(self) -> int:
        return len(self._instants)

    @overload
    def __getitem__(self, at: int) -> Moment: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Moment]: ...
    def __getitem__(self, at: int | slice) -> Moment | Sequence[Moment]:
        numbers = range(len(self))[at]
        if not isinstance(numbers, int):
            return tuple(self[number] for number in numbers)
        if numbers not in self._found:
            self._found[numbers] = self._moment(self._instants[numbers])
        return self._found[numbers]

    def _moment(self, as_of: datetime) -> Moment:
        policy = self._frame.settings.missing
        means: dict[str, Mean] = {}
        children = []
        for life in self._lives:
            address, own = life.objective.address, list(life.children(as_of))
            means[address] = found = mean(own, policy)
            included = any(child.weight and child.counts for child in own)
            children.append(Child(address, Fraction(1), found.score, found.expected, None, found.confidence, included))
        whole, at = mean(children, policy), as_of.astimezone(self._frame.settings.timezone)
        return Moment(at, whole.score, whole.expected, whole.confidence, means)


class _Life:
    """The key results of an objective through time."""

    def __init__(self, objective: Objective, checkins: Sequence[CheckIn], frame: Frame) -> None:
        self.objective = objective
        self._frame = replace(frame, kind=objective.kind)
        self._instants = [instant(checkin.at) for checkin in checkins]
        self._records = [(each, record_of(each, objective, checkins)) for each in objective.key_results]
        self._last: dict[int, tuple[int, Standing]] = {}

    def children(self, as_of: datetime) -> Iterator[Child]:
        """The key results as they counted at an instant."""
        count = bisect_right(self._instants, instant(as_of))
        for number, (key_result, record) in enumerate(self._records):
            found = self._standing(number, key_result, record, count, as_of)
            verdict = found.record.verdict()
            yield Child(
                key_result.address,
                key_result.weight,
                worth(found.raw, verdict),
                found.expected,
                None,
                None if found.entry is None else found.entry.confidence,
                counts(key_result, found.levels.baseline, verdict),
            )

    def _standing(self, number: int, key_result: KeyResult, record: Record, count: int, as_of: datetime) -> Standing:
        """Where a key result stood; what no check-in has changed since it was last asked for is not computed again."""
        last, known = self._last.get(number, (None, None))
        if known is not None and last == count:
            found = later(known, self._frame, as_of)
        else:
            found = stand(key_result, record.first(count), self._frame, as_of)
        self._last[number] = count, found
        return found
