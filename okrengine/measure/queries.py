"""The queries of jobs that share their rows: one SELECT for all of them, all instants and all groups.

A metric that puts rows together first has a SELECT of its own. What comes back is found by instant and group.
"""

import operator
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cached_property
from functools import reduce as fold
from itertools import product
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from okrengine.errors import SourceError
from okrengine.measure import reduce
from okrengine.measure.asking import Job
from okrengine.measure.calendars import resolved
from okrengine.measure.finding import Finding, Found, Setting
from okrengine.measure.frame import Frame
from okrengine.measure.groups import ASKED, GROUP, MOST, few, group_of
from okrengine.measure.opening import Opened
from okrengine.measure.selecting import MET, Part, Selected, counted, select, together

Key: TypeAlias = tuple[int, Any]
"""The number of an instant, and a group; rows that are not parted are all of one group, None."""

Numbers: TypeAlias = Mapping[Key, Mapping[str, Any]]
"""The reduced numbers of each instant and group, by name."""

_DAY = timedelta(days=1)
"""A wall clock may show the day before or after."""


@dataclass(frozen=True)
class Seen:
    """How many rows a source held at an instant, its newest event by then, and how many rows were changed since."""

    rows: int = 0
    latest: datetime | None = None
    changed: int = 0


class Query:
    """Jobs on the same record, stretches, kind of rows and time; `parted` by their column, or as a whole."""

    def __init__(self, opened: Opened, jobs: Sequence[Job], zone: ZoneInfo, *, parted: bool = False) -> None:
        first = jobs[0]
        self._frame = Frame(opened, first.record, first.settings, first.stretches, zone)
        earliest = self._frame.opened.zone.ends[0] - _DAY
        latest = max(stretch.as_of for stretch in first.stretches) + _DAY
        self._jobs = {
            f"k{number}_": replace(job, parameters=resolved(job.metric, job.parameters, earliest, latest))
            for number, job in enumerate(jobs)
        }
        self._by = first.by if parted else None
        self._engine = opened.engine

    # ------------------------------------------------------------ what is asked

    @cached_property
    def shared(self) -> tuple[Selected, ...]:
        """The SELECTs of all jobs, few as they are; of one that stands alone its losses."""
        return tuple(self._limited(select(self._rows, parts)) for parts in together(self._parts))

    def lone(self, job: Job) -> tuple[Selected, Part]:
        """The SELECT of a job that puts rows together first, and its part."""
        table, part = reduce.lone_part(job, self._frame, self._rows)
        return self._limited(select(table, {"": part})), part

    @property
    def seen(self) -> Any:
        """The SELECT of how many rows are known, and of the newest event."""
        return self._frame.seen

    @property
    def duplicates(self) -> Any:
        """The SELECT of how many versions gave way to a later one; None where the source keeps every row."""
        rows = self._frame.duplicates
        if rows is None:
            return None
        rows = self._parted(rows)
        met = {
            prefix: self._frame.conditions.where({name: rows[name] for name in where}, where, {})
            for prefix, where in ((prefix, job.ask.measure.where) for prefix, job in self._jobs.items())
        }
        keys = tuple(key for key in (ASKED, GROUP) if key in rows.columns)
        return rows.aggregate({prefix: rows.count(where=condition) for prefix, condition in met.items()}, by=keys)

    @property
    def selects(self) -> Iterator[tuple[Job | None, Any]]:
        """Every SELECT, as it would be run, with the job whose own it is: None for that of all."""
        yield from ((None, selected.expression) for selected in self.shared)
        yield from ((job, self.lone(job)[0].expression) for job in self._jobs.values() if job.alone)

    # ------------------------------------------------------------ what is found

    def seen_rows(self) -> list[Seen]:
        """What the source held at each instant."""
        if (told := self._frame.all_seen) is not None:
            return [Seen(told[0], self._instant(told[1])) for _ in self._frame.stretches]
        found = self._run(self.seen)
        nothing: Mapping[str, Any] = {}
        known = [found.get((number, None), nothing) for number in range(len(self._frame.stretches))]
        return [
            Seen(int(one.get("rows") or 0), self._instant(one.get("latest")), int(one.get("changed") or 0))
            for one in known
        ]

    def findings(self, seen: Sequence[Seen]) -> list[dict[Key, Finding]]:
        """What each job finds, by instant and group; as a whole, at each instant."""
        told = [(selected, self._told(selected)) for selected in self.shared]
        duplicates = self.duplicates
        doubles = self._run(duplicates) if duplicates is not None else {}
        found: dict[str, dict[Key, Finding]] = {}
        for selected, rows in told:
            found |= {prefix: self._found(prefix, selected, rows, doubles, seen) for prefix in selected.names}
        return [found[prefix] for prefix in self._jobs]

    def _found(
        self, prefix: str, selected: Selected, rows: Numbers, doubles: Numbers, seen: Sequence[Seen]
    ) -> dict[Key, Finding]:
        job, losses = self._jobs[prefix], self._parts[prefix]
        part, own, lone = losses, rows, selected
        if job.alone:
            lone, part = self.lone(job)
            own = self._told(lone)
        found: dict[Key, Finding] = {}
        groups = dict.fromkeys(
            group for number, group in (*rows, *own) if selected.met(prefix, rows.get((number, group), {}))
        )
        few([*groups])
        for key in product(range(len(self._frame.stretches)), groups if self._by is not None else [None]):
            met = selected.met(prefix, rows.get(key, {}))
            numbers = selected.found(prefix, rows.get(key, {}))
            excluded, details = counted(losses, numbers)
            if job.alone:
                numbers = lone.found("", own.get(key, {}))
                more, details = counted(part, numbers)
                excluded = {reason: excluded.get(reason, 0) + more.get(reason, 0) for reason in (*excluded, *more)}
            excluded["duplicate"] = excluded.get("duplicate", 0) + int(doubles.get(key, {}).get(prefix) or 0)
            lost = sum(number for reason, number in excluded.items() if reason != "duplicate")
            setting = reduce.setting_of(job, self._frame, asked=key[0], rows=seen[key[0]].rows)
            finding = _finished(part, numbers, replace(setting, lost=lost), excluded, details)
            found[key] = finding if met else _unmet(job, finding)
        return found

    def _limited(self, selected: Selected) -> Selected:
        """Of groups those that any part has rows of, and no more than it takes to see that they are too many."""
        if self._by is None:
            return selected
        rows = selected.expression
        counts = [columns.get(MET) for columns in selected.names.values()]
        if all(counts):
            rows = rows.filter(fold(operator.or_, (rows[count] > 0 for count in dict.fromkeys(counts))))
        return replace(selected, expression=rows.limit(self._most + 1))

    @property
    def _most(self) -> int:
        return MOST * len(self._frame.stretches)

    def _told(self, selected: Selected) -> Numbers:
        """What a SELECT gives. Raises `SourceError` where that is more groups than anyone reads."""
        rows = self._run(selected.expression)
        few([*dict.fromkeys(group for _, group in rows)] if len(rows) <= self._most else range(len(rows)))
        return rows

    def _run(self, expression: Any) -> dict[Key, dict[str, Any]]:
        return {(one.pop(ASKED, 0), one.pop(GROUP, None)): one for one in self._engine.rows(expression)}

    # ------------------------------------------------------------ the rows

    @cached_property
    def _rows(self) -> Any:
        return reduce.answered(self._jobs.values(), self._parted(self._frame.rows))

    @cached_property
    def _parts(self) -> dict[str, Part]:
        record = next(iter(self._jobs.values())).record
        cells = reduce.given(record, self._frame, self._rows)
        return {prefix: reduce.part_of(job, self._frame, self._rows, cells) for prefix, job in self._jobs.items()}

    def _parted(self, rows: Any) -> Any:
        """The rows in the window, each with its group."""
        first = next(iter(self._jobs.values()))
        rows = self._frame.windowed(rows, first.reads, first.window_on, first.record)
        if self._by is None:
            return rows
        return rows.mutate(**{GROUP: group_of(rows, self._by, first.window_on, self._frame.opened.zone)})

    def _instant(self, latest: Any) -> datetime | None:
        zone = self._frame.zone
        if latest is None or isinstance(latest, datetime):
            return latest and latest.replace(tzinfo=UTC).astimezone(zone)
        return datetime(latest.year, latest.month, latest.day, tzinfo=zone)


def grouped(jobs: Iterable[Job]) -> list[list[Job]]:
    """Jobs that share their rows: the same source, record, stretches, kind of rows and timestamp."""
    groups: dict[Any, list[Job]] = {}
    for job in jobs:
        key = job.settings.name, job.record.name, job.stretches, job.reads, job.window_on
        groups.setdefault(key, []).append(job)
    return list(groups.values())


def _unmet(job: Job, finding: Finding) -> Finding:
    """The finding of a job whose condition no row meets: a misspelt word would look like no rows, or a count of 0."""
    said = "no row in the window meets `where`" if job.reads == "window" else "no row meets `where`"
    return finding if finding.reason else replace(finding, reason=said)


def _finished(
    part: Part, numbers: Found, setting: Setting, excluded: dict[str, int], details: dict[str, Any]
) -> Finding:
    """The finding of one part, with the rows that left counted; too small a sample is flagged."""
    if part.job.parameters.get("out_of_scale") == "error" and excluded.get("out_of_scale"):
        number = excluded["out_of_scale"]
        low, high = part.job.parameters["scale"]
        said = f"{'1 answer lies' if number == 1 else f'{number} answers lie'} outside the scale of {low} to {high}"
        raise SourceError(f"{said}, and `out_of_scale: error` allows none")
    if part.kernel is None:  # a part that is finished always has one
        raise AssertionError(part.job.metric.name)
    finding = part.kernel.finish(numbers, setting)
    excluded = {**excluded, **finding.excluded}
    status, reason = finding.status, finding.reason
    least = part.job.parameters.get("min_sample")
    small = least is not None and finding.n is not None and finding.n < least
    if status == "ok" and small and part.kernel.sampled and not setting.totals:
        status, reason = "insufficient_sample", f"only {finding.n} rows, where at least {least} are due"
    return replace(
        finding,
        status=status,
        reason=reason,
        excluded=dict(sorted((name, count) for name, count in excluded.items() if count)),
        details={**details, **finding.details},
    )
