"""What is asked of a source: a metric with bound parameters, the record it reads, the rows and the time that count."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from okrengine import config, model
from okrengine.errors import OkrError, SourceError
from okrengine.measure.calendars import stated
from okrengine.measure.definition import definition
from okrengine.measure.groups import CLOCK
from okrengine.measure.windows import Stretch, resolve
from okrengine.nearness import suggestion
from okrengine.offers import ANY, Metric, Source, meant
from okrengine.offers.mapping import fitting, lacking, unique
from okrengine.offers.records import RECORDS, Record, type_of
from okrengine.registry import Registry


@dataclass(frozen=True)
class Ask:
    """One value to be measured: for which address, what from what, in which cycle. `unit` is the promised one."""

    address: str
    measure: model.Measure
    cycle: model.Cycle
    unit: str = ""


@dataclass(frozen=True)
class Job:
    """An ask with everything looked up. `record` is what the source holds, `target` what the metric reads.

    `stretches` are the times that are looked at, one for each instant of asking, oldest first; the last one is now.
    `by` is the column whose values part the rows, None for none.
    """

    ask: Ask
    metric: Metric
    parameters: Mapping[str, Any]
    settings: config.SourceSettings
    record: Record
    target: Record
    stretches: tuple[Stretch, ...]
    definition: str
    by: str | None = None

    @property
    def stretch(self) -> Stretch:
        """The time that is looked at now."""
        return self.stretches[-1]

    @property
    def converts(self) -> bool:
        """Whether rows are turned into another record first."""
        return self.record.name != self.target.name

    @property
    def alone(self) -> bool:
        """Whether the rows are put together first, so that the metric needs a SELECT of its own."""
        return self.converts or self.metric.prepare is not None or self.parameters.get("answers") == "latest"

    @property
    def reads(self) -> str:
        """Which rows of the source arrive."""
        return "lifetime" if self.converts else self.metric.reads

    @property
    def window_on(self) -> str:
        """The timestamp that decides whether a row lies in the window."""
        given = self.parameters.get("window_on") or self.metric.window_on
        return str(given) if given and not self.converts else self.record.time

    @property
    def needed(self) -> tuple[str, ...]:
        """The columns that a row must fill."""
        own = (name for name in self.metric.needs if name in self.settings.columns)
        return unique((*self.record.required, *self.metric.within(self.record, self.metric.needs), *own))

    @property
    def trusted(self) -> tuple[str, ...]:
        """The columns whose cells must cast: a null that stands for a rejected cell would be a wrong answer."""
        metric, dedup = self.metric, self.settings.dedup
        weight = ("weight",) if self.parameters.get("weighted") else ()
        order = (dedup.order_by,) if dedup else ()
        touched = metric.within(self.record, (*metric.uses_for(self.parameters), *metric.heeds, *metric.any_of))
        return unique((*self.needed, *touched, *weight, *order, *self.ask.measure.where, *self.settings.exclude))

    @property
    def scaled(self) -> str | None:
        """The column that `scale` is about."""
        if self.parameters.get("scale") is None or self.metric.scale is None:
            return None
        known = set(self.target.columns) & set(self.settings.columns)
        return next((name for name in ("score", "rating") if name in known), None)


def prepare_job(
    ask: Ask, settings: config.Settings, registry: Registry, instants: Sequence[datetime], by: str | None = None
) -> Job:
    """Look everything up. Raises `OkrError` with a sentence for what is not there."""
    measure = ask.measure
    metric = registry.metrics.get(measure.metric)
    if metric is None:
        hint = meant(measure.metric, registry.metrics) or "`okr plugins` lists those that there are"
        raise OkrError(f"there is no metric `{measure.metric}`: {hint}")
    source = settings.sources.get(measure.source or "")
    if source is None:
        hint = suggestion(measure.source or "", settings.sources)
        raise OkrError(f"there is no source `{measure.source}` under `sources:` in okrengine.yaml: {hint}")
    source = _completed(source, registry.sources.get(source.type), settings.engine)
    parameters = metric.bind(measure.options)
    if parameters.get("weighted", False) is None:
        parameters = {**parameters, "weighted": "weight" in source.columns}
    record = choose(metric, source, parameters)
    _check_order(source, record)
    target = RECORDS[metric.records[0]] if record.name in metric.converts else record
    stretches = tuple(resolve(measure.window, ask.cycle, as_of, settings.timezone) for as_of in instants)
    defined = definition(metric, stated(metric, parameters, ask.cycle), measure, source, settings.timezone)
    return Job(ask, metric, parameters, source, record, target, stretches, defined, by)


def _completed(settings: config.SourceSettings, source: Source | None, engine: str) -> config.SourceSettings:
    """What a project says of a source, with the columns and the order of states that its type always has."""
    if source is None:
        return settings
    columns = {**{name: name for name in source.columns}, **settings.columns}
    latest = config.Dedup(*source.latest, counted=False) if source.latest else None
    return replace(settings.addressed(source.parameters, engine), columns=columns, dedup=settings.dedup or latest)


def _check_order(source: config.SourceSettings, record: Record) -> None:
    """Versions are put in order by what has one. Raises `SourceError` where `order_by` is text."""
    name = source.dedup.order_by if source.dedup else None
    if name is not None and (name not in source.columns or type_of(name, record) in ("id", "cat")):
        times = ", ".join(f"`{column}`" for column, kind in record.columns.items() if kind in ("ts", "date"))
        said = f"`dedup:` of `{source.name}`: `{name}` is text, in which 10 comes before 9"
        raise SourceError(f"{said}: map a time under `columns:`, such as {times}, and name it under `order_by:`")


def choose(metric: Metric, source: config.SourceSettings, parameters: Mapping[str, Any]) -> Record:
    """The record type that the mapped columns of a source make up. Raises `OkrError` for none or two."""
    _check_facts(metric, source)
    found = fitting(metric, source.columns, parameters)
    if len(found) == 1:
        return found[0]
    if found:
        both = " and ".join(f"`{record.name}`" for record in found)
        raise SourceError(f"the columns of `{source.name}` make up {both} alike: map those of one of them only")
    lacks = lacking(metric, source.columns, parameters)
    names = ", ".join(f"`{name}`" for name in min(lacks.values(), key=len))
    kinds = "any record" if metric.record == ANY else " or ".join(f"`{name}`" for name in lacks)
    raise SourceError(f"`{metric.name}` reads {kinds}: map {names} under `columns:` of the source `{source.name}`")


def _check_facts(metric: Metric, source: config.SourceSettings) -> None:
    """Raise `OkrError` for a metric that names a record that is none, or needs a column of none."""
    for name in metric.records:
        if name not in RECORDS:
            raise OkrError(
                f"the metric `{metric.name}` reads `{name}`, which is no record: {suggestion(name, RECORDS)}"
            )
    known = {column for name in metric.records for column in RECORDS[name].columns}
    for name in metric.needs:
        if name not in known and name not in source.columns:
            both = " or ".join(f"`{record}`" for record in metric.records)
            raise OkrError(
                f"the metric `{metric.name}` needs `{name}`, which {both} has not: {suggestion(name, known)}"
            )


def wanted(jobs: Iterable[Job]) -> dict[str, str]:
    """The columns that jobs on one source may touch, and their types; the file's own are text."""
    jobs = list(jobs)
    found: dict[str, str] = {}
    for job in jobs:  # what a column is to one metric holds for all, whatever it is called elsewhere
        found |= {name: kind for name, kind in job.record.columns.items() if name in job.settings.columns}
    for job in jobs:
        settings = job.settings
        for name in settings.columns:
            found.setdefault(name, type_of(name, job.record))
        dedup = (settings.dedup.key, settings.dedup.order_by) if settings.dedup else ()
        by = () if job.by is None or job.by in CLOCK else (job.by,)
        for name in (*settings.exclude, *dedup, *job.ask.measure.where, *by):
            found.setdefault(name, "cat")
    return found
