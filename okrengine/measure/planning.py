"""What would be asked: the queries of a measurement, compiled and never run. No file is opened, no address called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from okrengine import config, model
from okrengine.config import EMBEDDED
from okrengine.errors import OkrError
from okrengine.guest import guest, told
from okrengine.measure import casting, engine
from okrengine.measure.asking import Ask, Job, prepare_job, wanted
from okrengine.measure.casting import Mapped
from okrengine.measure.opening import TYPED, Opened
from okrengine.measure.queries import Query, grouped
from okrengine.measure.zones import between, naive
from okrengine.registry import Registry

_AROUND = timedelta(days=366)
"""So far around what is looked at the changes of a zone are written out; of real rows only as far as they reach."""


@dataclass(frozen=True)
class Planned:
    """What one ask comes to: its metric with all parameters, its source and window, and which queries answer it.

    `queries` are numbers from 1; `reason` says why there are none. `columns` are those of the source that are read.
    """

    ask: Ask
    source: config.SourceSettings | None = None
    parameters: Mapping[str, Any] = field(default_factory=dict)
    window: model.Span | None = None
    queries: tuple[int, ...] = ()
    reason: str | None = None
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """Everything that would be asked: each ask, and the text of each query."""

    asks: tuple[Planned, ...]
    queries: tuple[str, ...]


def plan(  # noqa: PLR0913  what is asked, and all that it stands on
    asks: Sequence[Ask],
    *,
    settings: config.Settings,
    registry: Registry,
    as_of: datetime,
    past: Sequence[datetime] = (),
    by: str | None = None,
) -> Plan:
    """The plan of a measurement; what cannot be planned has its reason."""
    planned: dict[int, Planned] = {}
    jobs: dict[int, Job] = {}
    for place, ask in enumerate(asks):
        try:
            with guest():
                jobs[place] = prepare_job(ask, settings, registry, (*past, as_of), by)
        except OkrError as error:
            planned[place] = Planned(ask, reason=str(error))
        except Exception as error:  # noqa: BLE001  a metric's own check and facts are code of a plugin
            name = ask.measure.metric
            said = told(error, registry.metrics[name].code if name in registry.metrics else None)
            planned[place] = Planned(ask, reason=f"the metric `{name}` failed: {said}")
    texts: list[str] = []
    found: dict[int, Planned] = {}
    for one in grouped(jobs.values()):
        found |= _together(one, settings.timezone, _dialect(one[0], registry), texts)
    planned |= {place: found[id(job)] for place, job in jobs.items()}
    return Plan(tuple(planned[place] for place in range(len(asks))), tuple(texts))


def _together(jobs: Sequence[Job], zone: ZoneInfo, dialect: str, texts: list[str]) -> dict[int, Planned]:
    """The plans of jobs on the same rows: together, and one by one where that fails. Their queries go to `texts`."""
    before = len(texts)
    try:
        with guest():
            numbers, own = _numbered(jobs, zone, dialect, texts)
    except Exception as error:  # noqa: BLE001  a metric is a plugin and may raise anything
        del texts[before:]
        if len(jobs) > 1:
            return {place: one for job in jobs for place, one in _together([job], zone, dialect, texts).items()}
        name, code = jobs[0].metric.name, jobs[0].metric.code
        said = str(error) if isinstance(error, OkrError) else f"the metric `{name}` failed: {told(error, code)}"
        return {id(jobs[0]): Planned(jobs[0].ask, jobs[0].settings, reason=said)}
    headers = [jobs[0].settings.columns.get(name, name) for name in wanted(jobs)]
    return {
        id(job): Planned(
            job.ask,
            job.settings,
            job.parameters,
            job.stretch.span,
            (*numbers, *own.get(id(job), ())),
            columns=tuple(dict.fromkeys(headers)),
        )
        for job in jobs
    }


def _dialect(job: Job, registry: Registry) -> str:
    """The SQL of the engine that a job's source is asked by."""
    source = registry.sources.get(job.settings.type)
    found = source.dialect(job.settings.options) if source is not None and source.dialect is not None else None
    return found or EMBEDDED


def _numbered(
    jobs: Sequence[Job], zone: ZoneInfo, dialect: str, texts: list[str]
) -> tuple[tuple[int, ...], dict[int, tuple[int, ...]]]:
    """Add the texts of some jobs' queries; gives the numbers of those that all share, and of those of one job."""
    opened = declared(jobs, zone, dialect)
    shared: tuple[int, ...] = ()
    own: dict[int, tuple[int, ...]] = {}
    for parted in (False, True)[: 1 + (jobs[0].by is not None)]:
        for job, expression in Query(opened, jobs, zone, parted=parted).selects:
            texts.append(engine.compiled(expression, dialect, pretty=True))
            if job is None:
                shared += (len(texts),)
            else:
                own[id(job)] = (*own.get(id(job), ()), len(texts))
    return shared, own


def declared(jobs: Sequence[Job], zone: ZoneInfo, dialect: str = EMBEDDED) -> Opened:
    """A source as its settings and the contract of records declare it, without a look at its rows."""
    settings = jobs[0].settings
    columns = {
        name: Mapped(name, name, kind, settings.values.get(name), settings.formats)
        for name, kind in wanted(jobs).items()
    }
    stretches = [stretch for job in jobs for stretch in job.stretches]
    first = naive(min(stretch.start for stretch in stretches)) - _AROUND
    last = naive(max(stretch.as_of for stretch in stretches)) + _AROUND
    base = engine.table(TYPED, casting.stored(columns))
    return Opened(
        engine.Engine(dialect, _never, lambda: None),
        base,
        lambda _: base,
        columns,
        0,
        {},
        {},
        between(settings.timezone or zone, first, last),
        between(zone, first, last),
        {},
        frozenset(),
    )


def _never(_sql: str) -> Any:
    raise AssertionError("a plan asks nothing")
