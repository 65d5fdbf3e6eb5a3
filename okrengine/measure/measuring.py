"""Asks to readings: one source after the other, each on a connection of its own. What fails stays where it happens."""

import contextlib
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from okrengine import config, model
from okrengine.errors import OkrError, ProjectError, SourceError
from okrengine.guest import guest, told
from okrengine.measure.asking import Ask, Job, prepare_job, wanted
from okrengine.measure.databases import open_database
from okrengine.measure.finding import Finding
from okrengine.measure.freshness import changed, dated
from okrengine.measure.groups import CLOCK, in_order, name_of
from okrengine.measure.off_scale import explained_scale
from okrengine.measure.opening import Opened, open_source
from okrengine.measure.queries import Key, Query, Seen, grouped
from okrengine.measure.unmet import explained_where
from okrengine.offers import called
from okrengine.parameters import ParameterError
from okrengine.quantity import base_unit
from okrengine.registry import Registry
from okrengine.secrets import scrub
from okrengine.syntax import escaped

LONGEST_REASON = 500
"""Characters that a check-in keeps of why a source failed."""

_REASONS = {
    "no_data": "there is no row to measure in the window",
    "undefined": "the value does not exist for these rows",
    "not_reached": "fewer than half of the rows have ended",
}


def measure(  # noqa: PLR0913  what is asked, and all that it stands on
    asks: Sequence[Ask],
    *,
    settings: config.Settings,
    registry: Registry,
    root: Path,
    as_of: datetime,
    past: Sequence[datetime] = (),
    by: str | None = None,
    on_source: Callable[[str, int, int], None] | None = None,
) -> tuple[model.Reading, ...]:
    """The readings of all asks, in their order.

    `as_of` is an aware instant. `on_source` hears of each source: its name, its number and how many there are.

    Each reading has in `past` how it stood at each of those instants, oldest first, and in `parts` what its rows give
    apart, `by` a column of the source, or by `hour` or `weekday`.

    Whatever is wrong with one source, metric or parameter makes the readings that need it `source_failed`, with a
    sentence; the others are measured. Raises `ProjectError` where no engine is installed.
    """
    readings: dict[int, model.Reading] = {}
    by_source: dict[str, list[tuple[int, Job]]] = {}
    for place, ask in enumerate(asks):
        if ask.measure.metric == model.MANUAL:
            readings[place] = _not_stated(ask)
            continue
        try:
            with guest():
                job = prepare_job(ask, settings, registry, (*past, as_of), by)
        except OkrError as error:
            readings[place] = _failed(ask, registry, str(error))
            continue
        except Exception as error:  # noqa: BLE001  a metric's own check and facts are code of a plugin
            name = ask.measure.metric
            said = told(error, registry.metrics[name].code if name in registry.metrics else None)
            readings[place] = _failed(ask, registry, f"the metric `{name}` failed: {said}")
            continue
        by_source.setdefault(job.settings.name, []).append((place, job))
    for number, (name, placed) in enumerate(by_source.items(), 1):
        if on_source is not None:
            on_source(name, number, len(by_source))
        found = _Source(settings, registry, root, [job for _, job in placed]).readings()
        readings |= {place: reading for (place, _), reading in zip(placed, found, strict=True)}
    return tuple(readings[place] for place in range(len(asks)))


class _Source:
    """All jobs on one source."""

    def __init__(self, settings: config.Settings, registry: Registry, root: Path, jobs: list[Job]) -> None:
        self._settings = settings
        self._registry = registry
        self._root = root
        self._jobs = jobs
        self._found: dict[int, model.Reading] = {}
        self._known: dict[Any, list[Seen]] = {}

    def readings(self) -> list[model.Reading]:
        try:
            with guest():
                opened = self._open()
        except ProjectError:
            raise
        except (OkrError, ParameterError) as error:
            return [self._failed(job, error) for job in self._jobs]
        except Exception as error:  # noqa: BLE001  a source is a plugin and may raise anything
            name = self._jobs[0].settings.name
            source = self._registry.sources[self._jobs[0].settings.type]
            failed = SourceError(f"the source `{name}` failed: {told(error, source.code)}")
            return [self._failed(job, failed) for job in self._jobs]
        try:
            for jobs in grouped(self._jobs):
                self._measure(opened, jobs)
            if said := opened.changed():
                return [self._failed(job, SourceError(said)) for job in self._jobs]
        finally:
            opened.engine.close()
        return [self._found[id(job)] for job in self._jobs]

    def _open(self) -> Opened:
        settings = self._jobs[0].settings
        source = self._registry.sources.get(settings.type)
        if source is None:
            said = f"the source `{settings.name}` is of type `{settings.type}`, which nothing offers"
            raise SourceError(f"{said}: {called(settings.type, self._registry.sources)}")
        asked = settings, source, self._root, wanted(self._jobs), self._settings.timezone
        if source.reads == "database":
            return open_database(*asked)
        often = any(len(job.stretches) > 1 or job.by for job in self._jobs) or settings.dedup is not None
        return open_source(*asked, often=often)

    def _measure(self, opened: Opened, jobs: list[Job]) -> None:
        """Jobs on the same record, window and kind of rows: together, and one by one where that fails."""
        good: list[Job] = []
        for job in jobs:
            if complaint := self._complaint(opened, job):
                self._found[id(job)] = self._failed(job, complaint)
            else:
                good.append(job)
        try:
            with guest():
                self._together(opened, good)
        except Exception as error:  # noqa: BLE001  a metric is a plugin and may raise anything
            if len(good) == 1:
                self._found[id(good[0])] = self._failed(good[0], error)
                return
            for job in good:
                self._measure(opened, [job])

    def _complaint(self, opened: Opened, job: Job) -> Exception | None:
        """Why the columns of a job cannot be trusted; what looks for a cell to show may fail itself."""
        try:
            with guest():
                said = opened.complaint(job.trusted, job.ask.measure.where)
        except Exception as error:  # noqa: BLE001  a damaged file may be open, and a metric is a plugin
            return error
        return SourceError(said) if said else None

    def _together(self, opened: Opened, jobs: list[Job]) -> None:
        if not jobs:
            return
        query = Query(opened, jobs, self._settings.timezone)
        first = jobs[0]
        known = first.record.name, tuple(stretch.as_of for stretch in first.stretches)
        if known not in self._known:  # asked once for a type of record
            self._known[known] = query.seen_rows()
        seen = self._known[known]
        wholes = query.findings(seen)
        parts: list[dict[Key, Finding] | None] = [None for _ in jobs]
        if first.by is not None and (first.by in opened.columns or first.by in CLOCK):
            parts = [*Query(opened, jobs, self._settings.timezone, parted=True).findings(seen)]
        for job, whole, parted in zip(jobs, wholes, parts, strict=True):
            reading = explained_scale(_reading(job, whole, parted, seen), job, opened)
            reading = explained_where(reading, job, opened)
            self._found[id(job)] = dated(reading, self._refreshes(job.settings))

    def _refreshes(self, settings: config.SourceSettings) -> str | None:
        """How often new data comes: as the source says, else its type."""
        source = self._registry.sources.get(settings.type)
        return settings.refreshes or (source.refreshes if source else None)

    def _failed(self, job: Job, error: Exception) -> model.Reading:
        said = str(error) if isinstance(error, OkrError) else told(error, job.metric.code)
        if not isinstance(error, OkrError):
            if "duckdb" in type(error).__module__:  # the engine quotes values, which are nobody's business here
                said = re.sub(r"[0-9]", "9", said)
            said = f"the metric `{job.metric.name}` failed: {said}"
        said = said.replace(f"{self._root.resolve()}/", "").replace(f"{self._root}/", "")
        return _failed(job.ask, self._registry, said, job)


def _reading(
    job: Job, whole: Mapping[Key, Finding], parted: Mapping[Key, Finding] | None, seen: Sequence[Seen]
) -> model.Reading:
    """How a job stands now, with how it stood before, and its groups likewise."""
    reading = _history(job, whole, None, seen)
    if parted is None:
        return reading
    parts = []
    for group in in_order(list(dict.fromkeys(group for _, group in parted))):
        name = None if group is None else name_of(group, job.by or "")
        parts.append(replace(_history(job, parted, group, seen), group=name))
    return replace(reading, by=job.by, parts=tuple(parts))


def _history(job: Job, findings: Mapping[Key, Finding], group: Any, seen: Sequence[Seen]) -> model.Reading:
    nothing = Finding(status="no_data")
    *past, now = (
        changed(_at(job, number, findings.get((number, group), nothing), seen[number].latest), seen[number].changed)
        for number in range(len(job.stretches))
    )
    # Before a window begins there is nothing to look back at.
    return replace(now, past=tuple(one for one in past if one.window is None or one.window.start <= one.window.end))


def _at(job: Job, number: int, finding: Finding, latest: datetime | None) -> model.Reading:
    stretch = job.stretches[number]
    return model.Reading(
        job.ask.address,
        job.metric.name,
        job.settings.name,
        base_unit(job.metric.unit_for(job.parameters)),
        finding.status,
        finding.value,
        finding.n,
        finding.numerator,
        finding.denominator,
        finding.interval,
        finding.reason or _reason(finding),
        finding.excluded,
        {name: value for name, value in finding.details.items() if value is not None},
        stretch.span,
        latest,
        job.definition,
        job.metric.precision,
        as_of=stretch.as_of,
    )


def _reason(finding: Finding) -> str | None:
    """Why there is no value, where the metric does not say: no row, or none that can be measured."""
    left = {name: count for name, count in finding.excluded.items() if name != "duplicate"}
    if finding.status == "no_data" and not finding.n and left:
        why = ", ".join(f"{count} {name}" for name, count in left.items())
        return f"no row can be measured: {why}"
    return _REASONS.get(finding.status)


def _failed(ask: Ask, registry: Registry, said: str, job: Job | None = None) -> model.Reading:
    """No value, and the sentence that says why."""
    metric = registry.metrics.get(ask.measure.metric)
    unit = metric.unit if metric is not None and isinstance(metric.unit, str) else ""
    if job is not None:
        with guest(), contextlib.suppress(Exception):  # what has failed already may fail here again
            unit = job.metric.unit_for(job.parameters)
    return model.Reading(
        ask.address,
        ask.measure.metric,
        ask.measure.source,
        base_unit(unit),
        "source_failed",
        reason=escaped(" ".join(scrub(said).split()))[:LONGEST_REASON],
        window=job.stretch.span if job else None,
        definition=job.definition if job else None,
    )


def _not_stated(ask: Ask) -> model.Reading:
    return model.Reading(
        ask.address,
        model.MANUAL,
        ask.measure.source,
        "",
        "not_stated",
        reason="a person states this value at the check-in",
    )
