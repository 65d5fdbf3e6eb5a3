"""Asks to readings: one source after the other, each on a connection of its own. What fails stays where it happens."""

import contextlib
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from okrengine import config, model
from okrengine.errors import OkrError, ProjectError, SourceError
from okrengine.guest import guest, told
from okrengine.measure import engine, reduce
from okrengine.measure.asking import Ask, Job, prepare_job, wanted
from okrengine.measure.finding import Finding, Found
from okrengine.measure.frame import Frame
from okrengine.measure.opening import Opened, open_source
from okrengine.measure.reduce import Part
from okrengine.parameters import ParameterError
from okrengine.quantity import base_unit
from okrengine.registry import Registry
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
    on_source: Callable[[str], None] | None = None,
) -> tuple[model.Reading, ...]:
    """The readings of all asks, in their order. `as_of` is an aware instant; `on_source` hears of each source.

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
                job = prepare_job(ask, settings, registry, as_of)
        except OkrError as error:
            readings[place] = _failed(ask, registry, str(error))
            continue
        except Exception as error:  # noqa: BLE001  a metric's own check and facts are code of a plugin
            readings[place] = _failed(ask, registry, f"the metric `{ask.measure.metric}` failed: {told(error)}")
            continue
        by_source.setdefault(job.settings.name, []).append((place, job))
    for name, placed in by_source.items():
        if on_source is not None:
            on_source(name)
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
        self._known: dict[str, tuple[int, datetime | None]] = {}

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
            failed = SourceError(f"the source `{name}` failed: {told(error)}")
            return [self._failed(job, failed) for job in self._jobs]
        try:
            for jobs in _grouped(self._jobs):
                self._measure(opened, jobs)
        finally:
            opened.connection.close()
        return [self._found[id(job)] for job in self._jobs]

    def _open(self) -> Opened:
        settings = self._jobs[0].settings
        source = self._registry.sources.get(settings.type)
        if source is None:
            raise SourceError(f"the source `{settings.name}` is of type `{settings.type}`, which nothing offers")
        return open_source(settings, source, self._root, wanted(self._jobs), self._settings.timezone)

    def _measure(self, opened: Opened, jobs: list[Job]) -> None:
        """Jobs on the same record, window and kind of rows: together, and one by one where that fails."""
        good: list[Job] = []
        for job in jobs:
            if said := opened.complaint(job.trusted, job.ask.measure.where):
                self._found[id(job)] = self._failed(job, SourceError(said))
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

    def _together(self, opened: Opened, jobs: list[Job]) -> None:
        if not jobs:
            return
        first = jobs[0]
        frame = Frame(opened, first.record, first.settings, first.stretch, self._settings.timezone)
        rows = frame.windowed(frame.rows, first.reads, first.window_on, first.record)
        known, latest = self._seen(opened, frame)
        parts = {f"k{number}_": reduce.part_of(job, frame, rows, known) for number, job in enumerate(jobs)}
        row = engine.one_row(opened.connection, reduce.select(rows, parts))
        doubles = self._duplicates(opened, frame, jobs)
        for prefix, part in parts.items():
            finding = self._finding(frame, rows, part, reduce.part_found(prefix, row), doubles.get(prefix, 0))
            self._found[id(part.job)] = _reading(part.job, finding, latest)

    def _finding(self, frame: Frame, rows: Any, part: Part, found: Found, doubles: int) -> Finding:
        """The finding of one part, with the rows that left counted."""
        excluded, details = reduce.counted(part, found)
        if part.job.parameters.get("out_of_scale") == "error" and excluded.get("out_of_scale"):
            number = excluded["out_of_scale"]
            raise SourceError(f"{number} answers lie outside the scale, and `out_of_scale: error` allows none")
        if part.kernel is None:
            table, part = reduce.lone_part(part, frame, rows)
            row = engine.one_row(frame.opened.connection, reduce.select(table, {"": part}))
            found = reduce.part_found("", row)
            more, details = reduce.counted(part, found)
            excluded = {reason: excluded.get(reason, 0) + more.get(reason, 0) for reason in (*excluded, *more)}
        if part.kernel is None:  # a lone part always has one
            raise AssertionError(part.job.metric.name)
        finding = part.kernel.finish(found, part.setting)
        excluded = {**excluded, **finding.excluded}
        if doubles:
            excluded["duplicate"] = excluded.get("duplicate", 0) + doubles
        return _sampled(part, finding, excluded, {**details, **finding.details})

    def _duplicates(self, opened: Opened, frame: Frame, jobs: list[Job]) -> dict[str, int]:
        rows = frame.duplicates
        if rows is None:
            return {}
        first = jobs[0]
        rows = frame.windowed(rows, first.reads, first.window_on, first.record)
        counts = {
            f"k{number}_": rows.count(
                where=frame.conditions.where({n: rows[n] for n in job.ask.measure.where}, job.ask.measure.where, {})
            )
            for number, job in enumerate(jobs)
        }
        return engine.one_row(opened.connection, rows.aggregate(**counts))

    def _seen(self, opened: Opened, frame: Frame) -> tuple[int, datetime | None]:
        """How many rows are known at the instant of asking, and the newest event; asked once for a type of record."""
        if frame.record.name not in self._known:
            found = engine.one_row(opened.connection, frame.seen)
            latest = found["latest"]
            if isinstance(latest, datetime):
                latest = latest.replace(tzinfo=UTC).astimezone(frame.zone)
            elif latest is not None:
                latest = datetime(latest.year, latest.month, latest.day, tzinfo=frame.zone)
            self._known[frame.record.name] = found["rows"], latest
        return self._known[frame.record.name]

    def _failed(self, job: Job, error: Exception) -> model.Reading:
        said = str(error) if isinstance(error, OkrError) else told(error)
        if not isinstance(error, OkrError):
            if "duckdb" in type(error).__module__:  # the engine quotes values, which are nobody's business here
                said = re.sub(r"[0-9]", "9", said)
            said = f"the metric `{job.metric.name}` failed: {said}"
        said = said.replace(f"{self._root.resolve()}/", "").replace(f"{self._root}/", "")
        return _failed(job.ask, self._registry, said, job)


def _grouped(jobs: Iterable[Job]) -> list[list[Job]]:
    """Jobs that share a frame: the same record, stretch, kind of rows and timestamp."""
    groups: dict[Any, list[Job]] = {}
    for job in jobs:
        groups.setdefault((job.record.name, job.stretch, job.reads, job.window_on), []).append(job)
    return list(groups.values())


def _sampled(part: Part, finding: Finding, excluded: dict[str, int], details: dict[str, Any]) -> Finding:
    """The finding with everything counted; too small a sample is flagged."""
    status, reason = finding.status, finding.reason
    least = part.job.parameters.get("min_sample")
    small = least is not None and finding.n is not None and finding.n < least
    if status == "ok" and small and part.kernel is not None and part.kernel.sampled and not part.setting.totals:
        status, reason = "insufficient_sample", f"only {finding.n} rows; at least {least} are due"
    return Finding(
        finding.value,
        finding.n,
        finding.numerator,
        finding.denominator,
        finding.interval,
        status,
        reason or _REASONS.get(status),
        dict(sorted((k, v) for k, v in excluded.items() if v)),
        details,
    )


def _reading(job: Job, finding: Finding, latest: datetime | None) -> model.Reading:
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
        finding.reason,
        finding.excluded,
        {name: value for name, value in finding.details.items() if value is not None},
        job.stretch.span,
        latest,
        job.definition,
        job.metric.precision,
    )


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
        reason=escaped(" ".join(said.split()))[:LONGEST_REASON],
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
