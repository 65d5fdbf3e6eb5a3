"""The queries of jobs that share their rows: one SELECT for all of them, all instants and all groups.

A metric that puts rows together first has a SELECT of its own. What comes back is found by instant and group.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from okrengine.errors import SourceError
from okrengine.measure import reduce
from okrengine.measure.asking import Job
from okrengine.measure.finding import Finding, Found
from okrengine.measure.frame import Frame
from okrengine.measure.groups import ASKED, GROUP, group_of
from okrengine.measure.opening import Opened
from okrengine.measure.reduce import Part

Key: TypeAlias = tuple[int, Any]
"""The number of an instant, and a group; rows that are not parted are all of one group, None."""

Numbers: TypeAlias = Mapping[Key, Mapping[str, Any]]
"""The reduced numbers of each instant and group, by name."""


@dataclass(frozen=True)
class Seen:
    """How many rows a source held at an instant, and its newest event by then."""

    rows: int = 0
    latest: datetime | None = None


class Query:
    """Jobs on the same record, stretches, kind of rows and time; `parted` by their column, or as a whole."""

    def __init__(self, opened: Opened, jobs: Sequence[Job], zone: ZoneInfo, *, parted: bool = False) -> None:
        first = jobs[0]
        self._jobs = jobs
        self._frames = [Frame(opened, first.record, first.settings, stretch, zone) for stretch in first.stretches]
        self._by = first.by if parted else None
        self._engine = opened.engine

    # ------------------------------------------------------------ what is asked

    @cached_property
    def shared(self) -> Any:
        """The SELECT of all jobs; of one that stands alone it only counts what is lost."""
        return reduce.select([reduce.flat(self._rows[n], self._parts[n]) for n in self._numbers], self._parts[0])

    def lone(self, prefix: str) -> tuple[Any, list[Part]]:
        """The SELECT of a job that puts rows together first, and its part at each instant."""
        found = [reduce.lone_part(self._parts[n][prefix], self._frames[n], self._rows[n]) for n in self._numbers]
        parts = [part for _, part in found]
        return reduce.select([reduce.flat(table, {"": part}) for table, part in found], {"": parts[0]}), parts

    @cached_property
    def seen(self) -> Any:
        """The SELECT of how many rows are known, and of the newest event."""
        return reduce.together([frame.seen for frame in self._frames])[0]

    @cached_property
    def duplicates(self) -> Any:
        """The SELECT of how many versions gave way to a later one; None where the source keeps every row."""
        gone = [frame.duplicates for frame in self._frames]
        if gone[0] is None:
            return None
        flat = []
        for frame, rows in zip(self._frames, gone, strict=True):
            parted = self._parted(frame, rows)
            wheres = {prefix: job.ask.measure.where for prefix, job in self._prefixed}
            met = {
                prefix: frame.conditions.where({name: parted[name] for name in where}, where, {})
                for prefix, where in wheres.items()
            }
            flat.append(parted.select(**({GROUP: parted[GROUP]} if self._by else {}), **met))
        table, keys = reduce.together(flat)
        return table.aggregate({prefix: table.count(where=table[prefix]) for prefix, _ in self._prefixed}, by=keys)

    @property
    def selects(self) -> Iterator[Any]:
        """Every SELECT, as it would be run."""
        yield self.shared
        yield from (self.lone(prefix)[0] for prefix, job in self._prefixed if job.alone)

    # ------------------------------------------------------------ what is found

    def seen_rows(self) -> list[Seen]:
        """What the source held at each instant."""
        found = self._run(self.seen)
        return [Seen(int(one["rows"] or 0), self._instant(one["latest"])) for _, one in sorted(found.items())]

    def findings(self, seen: Sequence[Seen]) -> list[dict[Key, Finding]]:
        """What each job finds, by instant and group; as a whole, at each instant."""
        shared = self._run(self.shared)
        doubles = self._run(self.duplicates) if self.duplicates is not None else {}
        return [self._found(prefix, job, shared, doubles, seen) for prefix, job in self._prefixed]

    def _found(
        self, prefix: str, job: Job, shared: Numbers, doubles: Numbers, seen: Sequence[Seen]
    ) -> dict[Key, Finding]:
        parts = [self._parts[n][prefix] for n in self._numbers]
        own: Numbers = {}
        if job.alone:
            expression, lone = self.lone(prefix)
            own = self._run(expression)
        found: dict[Key, Finding] = {}
        whole = [(n, None) for n in self._numbers] if self._by is None else []
        for key in dict.fromkeys([*whole, *shared, *own]):
            numbers = reduce.part_found(prefix, shared.get(key, {}))
            excluded, details = reduce.counted(parts[key[0]], numbers)
            part = parts[key[0]]
            if job.alone:
                part, numbers = lone[key[0]], Found(own.get(key, {}))
                more, details = reduce.counted(part, numbers)
                excluded = {reason: excluded.get(reason, 0) + more.get(reason, 0) for reason in (*excluded, *more)}
            excluded["duplicate"] = excluded.get("duplicate", 0) + int(doubles.get(key, {}).get(prefix) or 0)
            found[key] = _finished(part, numbers, seen[key[0]], excluded, details)
        return found

    def _run(self, expression: Any) -> dict[Key, dict[str, Any]]:
        return {(one.pop(ASKED, 0), one.pop(GROUP, None)): one for one in self._engine.rows(expression)}

    # ------------------------------------------------------------ the rows

    @property
    def _numbers(self) -> range:
        return range(len(self._frames))

    @cached_property
    def _prefixed(self) -> list[tuple[str, Job]]:
        return [(f"k{number}_", job) for number, job in enumerate(self._jobs)]

    @cached_property
    def _rows(self) -> list[Any]:
        return [self._parted(frame, frame.rows) for frame in self._frames]

    @cached_property
    def _parts(self) -> list[dict[str, Part]]:
        return [
            {prefix: reduce.part_of(job, frame, rows) for prefix, job in self._prefixed}
            for frame, rows in zip(self._frames, self._rows, strict=True)
        ]

    def _parted(self, frame: Frame, rows: Any) -> Any:
        """The rows in the window, each with its group."""
        first = self._jobs[0]
        rows = frame.windowed(rows, first.reads, first.window_on, first.record)
        if self._by is None:
            return rows
        return rows.mutate(**{GROUP: group_of(rows, self._by, first.window_on, frame.opened.zone)})

    def _instant(self, latest: Any) -> datetime | None:
        zone = self._frames[0].zone
        if latest is None or isinstance(latest, datetime):
            return latest and latest.replace(tzinfo=UTC).astimezone(zone)
        return datetime(latest.year, latest.month, latest.day, tzinfo=zone)


def _finished(part: Part, numbers: Found, seen: Seen, excluded: dict[str, int], details: dict[str, Any]) -> Finding:
    """The finding of one part, with the rows that left counted; too small a sample is flagged."""
    if part.job.parameters.get("out_of_scale") == "error" and excluded.get("out_of_scale"):
        number = excluded["out_of_scale"]
        raise SourceError(f"{number} answers lie outside the scale, and `out_of_scale: error` allows none")
    if part.kernel is None:  # a part that is finished always has one
        raise AssertionError(part.job.metric.name)
    setting = replace(part.setting, rows=seen.rows)
    finding = part.kernel.finish(numbers, setting)
    excluded = {**excluded, **finding.excluded}
    status, reason = finding.status, finding.reason
    least = part.job.parameters.get("min_sample")
    small = least is not None and finding.n is not None and finding.n < least
    if status == "ok" and small and part.kernel.sampled and not setting.totals:
        status, reason = "insufficient_sample", f"only {finding.n} rows; at least {least} are due"
    return replace(
        finding,
        status=status,
        reason=reason,
        excluded=dict(sorted((name, count) for name, count in excluded.items() if count)),
        details={**details, **finding.details},
    )
