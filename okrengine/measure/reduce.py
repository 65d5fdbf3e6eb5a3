"""What one metric puts into a SELECT: which rows count and why others are lost, and its kernel laid out as columns."""

import inspect
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce as fold
from typing import Any

from okrengine.errors import OkrError, SourceError
from okrengine.guest import arisen, begun, told
from okrengine.measure import currency
from okrengine.measure.asking import Job
from okrengine.measure.business import clock_of
from okrengine.measure.casting import BAD, casts
from okrengine.measure.finding import Setting
from okrengine.measure.frame import CHANGED, Frame, complete, day_of, empty
from okrengine.measure.groups import ASKED, GROUP
from okrengine.measure.kernels import Kernel
from okrengine.measure.reduction import truth
from okrengine.measure.selecting import FATE, MET, OUT, PART, WHO, Part
from okrengine.nearness import suggestion
from okrengine.offers.records import TOTALS, Record

_FEW = 32
"""So many answers are compared one by one, which is faster than to look for decimals."""


class NoColumnError(SourceError):
    """A metric's function names a column that its rows do not have."""


class Columns:
    """The columns of a record as a metric's function sees them: `rows.score`, `rows["score"]`.

    An instant `x` has its local day as `x_day`. A column of the record that the source lacks is null in every row.
    """

    def __init__(self, cells: Mapping[str, Any], zone: Any, record: str) -> None:
        self._cells = cells
        self._zone = zone
        self._record = record

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        return tuple(self._cells)

    def __getitem__(self, name: str) -> Any:
        found = self._cells.get(name)
        if (
            found is None
            and name.endswith("_day")
            and (stamp := self._cells.get(name.removesuffix("_day"))) is not None
        ):
            found = self._zone.local(stamp).date()
        if found is None:
            hint = suggestion(name, self._cells)
            raise NoColumnError(f"it asks for the column `{name}`, which a `{self._record}` does not have: {hint}")
        return found

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]


@dataclass(frozen=True)
class Loss:
    """Why a row is lost: the reason that is counted, the condition, and the column that it is about, if one."""

    reason: str
    condition: Any
    about: str | None = None


def setting_of(job: Job, frame: Frame, as_of: Any = None, *, asked: int = -1, rows: int = 0) -> Setting:
    """What the kernel of a job may ask of the core: while its columns are laid out, and when it finishes."""
    stretch = frame.stretches[asked]
    return Setting(
        stretch,
        as_of,
        frame.opened.zone,
        job.parameters,
        rows,
        day_of(stretch, "window_start", frame.zone),
        day_of(stretch, "window_end", frame.zone),
        bool(job.parameters.get("weighted")),
        job.record.name == TOTALS,
    )


def given(record: Record, frame: Frame, rows: Any) -> dict[str, Any]:
    """The columns that every metric sees of the rows of a frame: those of the record, the source's own, the window."""
    import ibis.expr.operations as ops  # noqa: PLC0415  heavy

    there = {name: rows[name] for name in rows.columns if "~" not in name}
    absent = {name: empty(kind) for name, kind in record.columns.items() if name not in there}
    # A bare null is compared by `IS NULL` instead of by `=`; one that is cast is a value like that of a column.
    absent = {name: ops.Cast(null, null.type()).to_expr() for name, null in absent.items()}
    return absent | there | frame.ends(rows)


def part_of(job: Job, frame: Frame, rows: Any, cells: Mapping[str, Any]) -> Part:
    """The part of a job on the rows of its frame; a job that is `alone` only has its losses counted here."""
    where, lost, view = judge(job, frame, rows)
    reasons = tuple(dict.fromkeys(loss.reason for loss in lost))
    flat: dict[str, Any] = {MET: where, FATE: _fate(lost, reasons), **currency.columns(job, rows)}
    if job.alone:
        if _latest_only(job):
            flat[WHO] = rows.respondent_id
        return Part(job, setting_of(job, frame), flat, None, reasons)
    return _laid_out(job, frame, {**cells, **view}, flat, reasons)


def _fate(lost: Sequence[Loss], reasons: tuple[str, ...]) -> Any:
    """The number of the first reason for which a row is lost, 0 for none."""
    import ibis  # noqa: PLC0415  heavy

    if not lost:
        return ibis.literal(0)
    return ibis.cases(*((loss.condition, reasons.index(loss.reason) + 1) for loss in lost), else_=0)


def lone_part(job: Job, frame: Frame, rows: Any) -> tuple[Any, Part]:
    """The same for a job whose rows are put together first: its own table, and the part on it."""
    where, lost, view = judge(job, frame, rows)
    weak = job.scaled if job.metric.versions else None
    gone = _any(loss.condition for loss in lost if not weak or loss.about != weak)
    zone = frame.opened.zone
    later = {"later": rows[CHANGED] if CHANGED in rows.columns else _no()} if job.metric.versions else {}
    table = rows.mutate(**{"~keep": where & ~gone}, **{f"~{name}": column for name, column in view.items()}, **later)
    table = table.filter(table["~keep"])
    table = table.mutate(**{name: table[f"~{name}"] for name in view}) if view else table
    keys = tuple(name for name in (ASKED, GROUP) if name in rows.columns)
    table = table.select(*(name for name in table.columns if "~" not in name or name in keys))
    table = complete(table, job.record, frame.ends(table), zone)
    if job.metric.timed and job.metric.prepare is not None:
        table = _clocked(table, job, zone)
    if job.converts:
        table = _call(job.metric.converts[job.record.name], job, table, keys)
        on = str(job.metric.window_on or job.target.time)
        table = frame.windowed(table, job.metric.reads, on, job.target)
        table = complete(table, job.target, frame.ends(table), zone)
    if _latest_only(job):
        table = _latest(table, job, frame.keys)
    if job.metric.prepare is not None:
        table = _call(job.metric.prepare, job, table, keys)
    import ibis  # noqa: PLC0415  heavy

    cells = {name: table[name] for name in table.columns if name not in keys} | frame.ends(table)
    return table, _laid_out(job, frame, cells, {MET: ibis.literal(value=True)})


def _clocked(table: Any, job: Job, zone: Any) -> Any:
    """Each instant `x` with its second on the metric's own clock as `x_clock`, for lengths that are put together."""
    clock = clock_of(job.parameters, zone)
    stamps = [name for name, kind in job.record.columns.items() if kind in ("ts", "plan")]
    return table.mutate(**{f"{name}_clock": clock(table[name]) for name in (*stamps, "as_of")})


def _laid_out(
    job: Job, frame: Frame, cells: Mapping[str, Any], flat: dict[str, Any], reasons: tuple[str, ...] = ()
) -> Part:
    """The metric's kernel laid out as flat columns beside those of the losses."""
    setting = setting_of(job, frame, cells["as_of"])
    seen = Columns(cells, frame.opened.zone, job.target.name)
    own = {name: value for name, value in job.parameters.items() if name in job.metric.own}
    try:
        kernel = job.metric.measure(seen, **own)
    except NoColumnError as error:
        raise SourceError(f"the metric `{job.metric.name}` failed: {error}{arisen(error, job.metric.code)}") from None
    if not isinstance(kernel, Kernel):
        raise SourceError(f"the metric `{job.metric.name}` gave no kernel{begun(job.metric.measure)}")
    try:
        flat |= kernel.columns(setting)
        flat |= {f"{OUT}{reason}": truth(condition) for reason, condition in kernel.losses(setting).items()}
        flat |= {f"{PART}{name}": truth(condition) for name, condition in kernel.details.items()}
    except OkrError:
        raise
    except Exception as error:
        kind, where = type(kernel).__name__, begun(job.metric.measure)
        raise SourceError(
            f"the metric `{job.metric.name}` gave `{kind}` what it cannot take: {told(error)}{where}"
        ) from error
    if setting.weighted:
        flat["weight"] = cells["weight"]
    return Part(job, setting, flat, kernel, reasons)


def judge(job: Job, frame: Frame, rows: Any) -> tuple[Any, list[Loss], dict[str, Any]]:
    """The rows that count for a job: the condition of `where`, why others are lost, and the score as it is read."""
    asked = job.ask.measure.where
    known = frame.opened.columns
    doubted = [name for name in job.trusted if name in known and not frame.sound(name)]
    cast = [name for name in doubted if casts(known[name]) and name not in _optional(job)]
    bad = {name: rows[f"{name}{BAD}"] for name in cast}
    where = frame.conditions.where({name: rows[name] for name in asked}, asked, bad)
    needed = [name for name in job.needed if name in rows.schema()]
    if job.parameters.get("weighted"):
        needed.append("weight")
    if _latest_only(job):
        needed.append("respondent_id")
    reasons = {"respondent_id": "anonymous", **job.metric.reasons}
    view = {job.scaled: rows[_view(job)]} if job.scaled else {}
    own = bad.pop(job.scaled, None) if job.scaled else None
    lost = [Loss("rejected", condition) for condition in bad.values()]
    lost += [Loss("rejected", own, job.scaled)] if own is not None else []
    lost += [Loss(reasons.get(name, "missing"), rows[name].isnull(), name) for name in needed if not frame.full(name)]
    lost += [Loss("negative", rows["weight"] < 0)] if job.parameters.get("weighted") else []
    if job.scaled and (job.scaled in needed or job.parameters["out_of_scale"] == "error"):
        lost.append(Loss("out_of_scale", rows[job.scaled].notnull() & view[job.scaled].isnull(), job.scaled))
    return where, lost, view


def answered(jobs: Iterable[Job], rows: Any) -> Any:
    """The rows with the score as metrics read it, nothing where it is off the scale; those of one scale share it."""
    views = {_view(job): _read(job, rows) for job in jobs if job.scaled}
    return rows.mutate(**views) if views else rows


def _view(job: Job) -> str:
    """The column with the score as a job reads it."""
    low, high = job.parameters["scale"]
    return f"{job.scaled}~{low}~{high}~{job.metric.whole:d}~{job.parameters['reversed']:d}"


def _read(job: Job, rows: Any) -> Any:
    import ibis  # noqa: PLC0415  heavy

    score = rows[job.scaled]
    low, high = job.parameters["scale"]
    valid = score.between(low, high)
    if job.metric.whole and not score.type().is_integer():
        every = range(low, high + 1)
        valid = score.isin(list(every)) if len(every) <= _FEW else valid & (score == score.floor())
    read = low + high - score if job.parameters["reversed"] else score
    return ibis.ifelse(valid, read.cast(score.type()), ibis.null(score.type()))


def _optional(job: Job) -> tuple[str, ...]:
    """The column of answers where a row without a valid one counts too."""
    return (job.scaled,) if job.scaled and job.scaled not in job.needed else ()


def _latest_only(job: Job) -> bool:
    """Whether earlier answers of a respondent give way to the last one; they are counted as duplicates."""
    return bool(job.parameters.get("answers") == "latest")


def _latest(table: Any, job: Job, keys: Sequence[str]) -> Any:
    """The last answer of each respondent; ties go to the greatest key, then by content: the file's order is nothing."""
    import ibis  # noqa: PLC0415  heavy

    names = [job.record.time, job.record.required[0]]
    names += [name for name in job.record.columns if name not in names]
    order = [table[name].desc(nulls_first=False) for name in names]
    owner = [table[name] for name in (*keys, "respondent_id")]
    number = ibis.row_number().over(group_by=owner, order_by=order)
    numbered = table.mutate(**{"~latest": number})
    return numbered.filter(numbered["~latest"] == 0).drop("~latest")


def _call(function: Callable[..., Any], job: Job, table: Any, keys: tuple[str, ...]) -> Any:
    """A function that puts rows together, with the parameters that it names."""
    names = inspect.signature(function).parameters
    return function(table, keys, **{name: value for name, value in job.parameters.items() if name in names})


def _any(conditions: Iterable[Any]) -> Any:
    return fold(operator.or_, conditions, _no())


def _no() -> Any:
    import ibis  # noqa: PLC0415  heavy

    return ibis.literal(value=False)
