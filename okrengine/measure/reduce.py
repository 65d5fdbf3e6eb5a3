"""Many metrics on one frame, one SELECT: each lays its columns into one flat table, then all are reduced together."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from okrengine.errors import SourceError
from okrengine.measure import currency
from okrengine.measure.asking import Job
from okrengine.measure.business import clock_of
from okrengine.measure.casting import BAD, casts
from okrengine.measure.finding import Found, Setting
from okrengine.measure.frame import Frame, complete, day_of, empty
from okrengine.measure.groups import ASKED, GROUP
from okrengine.measure.kernels import Kernel
from okrengine.measure.reduction import Cells, truth
from okrengine.offers.records import TOTALS

_LOST, _OUT, _PART = "lost_", "out_", "part_"
_WHO, _GAVE_WAY, _MET = "who", "gave_way", "met"
_COUNTED = (_LOST, _OUT)


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
            raise SourceError(f"the metric asks for the column `{name}`, which a `{self._record}` does not have")
        return found

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self[name]


@dataclass(frozen=True)
class Part:
    """What one job puts into a SELECT: the flat columns, and the kernel that reduces them (None: losses only)."""

    job: Job
    setting: Setting
    flat: Mapping[str, Any]
    kernel: Kernel | None


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


def part_of(job: Job, frame: Frame, rows: Any) -> Part:
    """The part of a job on the rows of its frame; a job that is `alone` only has its losses counted here."""
    where, lost, _, view = judge(job, frame, rows)
    flat: dict[str, Any] = {f"{_LOST}{reason}": condition for reason, condition in lost.items()}
    flat |= currency.columns(job, rows)
    if GROUP in rows.columns:
        flat[_MET] = where
    if job.alone:
        if _latest_only(job):
            flat[_WHO] = rows.respondent_id
        return Part(job, setting_of(job, frame), {"keep": where & ~_any(lost), **flat}, None)
    cells = {name: rows[name] for name in rows.columns if "~" not in name} | view
    cells |= {name: empty(kind) for name, kind in job.record.columns.items() if name not in cells} | frame.ends(rows)
    return _laid_out(job, frame, cells, flat, keep=where & ~_any(lost))


def lone_part(job: Job, frame: Frame, rows: Any) -> tuple[Any, Part]:
    """The same for a job whose rows are put together first: its own table, and the part on it."""
    where, _, gone, view = judge(job, frame, rows)
    zone = frame.opened.zone
    table = rows.mutate(**{"~keep": where & ~gone}, **{f"~{name}": column for name, column in view.items()})
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
    return table, _laid_out(job, frame, cells, {}, keep=ibis.literal(value=True))


def _clocked(table: Any, job: Job, zone: Any) -> Any:
    """Each instant `x` with its second on the metric's own clock as `x_clock`, for lengths that are put together."""
    clock = clock_of(job.parameters, zone)
    stamps = [name for name, kind in job.record.columns.items() if kind in ("ts", "plan")]
    return table.mutate(**{f"{name}_clock": clock(table[name]) for name in (*stamps, "as_of")})


def _laid_out(job: Job, frame: Frame, cells: Mapping[str, Any], flat: dict[str, Any], *, keep: Any) -> Part:
    """The metric's kernel laid out as flat columns beside those of the losses."""
    setting = setting_of(job, frame, cells["as_of"])
    seen = Columns(cells, frame.opened.zone, job.target.name)
    own = {name: value for name, value in job.parameters.items() if name in job.metric.own}
    kernel = job.metric.measure(seen, **own)
    if not isinstance(kernel, Kernel):
        raise SourceError(f"the metric `{job.metric.name}` gave no kernel")
    flat |= kernel.columns(setting)
    flat |= {f"{_OUT}{reason}": truth(condition) for reason, condition in kernel.excluded.items()}
    flat |= {f"{_PART}{name}": truth(condition) for name, condition in kernel.details.items()}
    out = {name: flat[name] & keep for name in flat if name.startswith(_OUT)}
    flat |= out
    flat["keep"] = keep & ~_any(out)
    if setting.weighted:
        flat["weight"] = cells["weight"]
    return Part(job, setting, flat, kernel)


def judge(job: Job, frame: Frame, rows: Any) -> tuple[Any, dict[str, Any], Any, dict[str, Any]]:
    """The rows that count for a job: the condition of `where`, and why others are lost.

    Then which of them are gone altogether, as those are not that still make earlier versions obsolete; and the score as
    it is read.
    """
    asked = job.ask.measure.where
    known = frame.opened.columns
    cast = [name for name in job.trusted if name in known and casts(known[name]) and name not in _optional(job)]
    bad = {name: rows[f"{name}{BAD}"] for name in cast}
    where = frame.conditions.where({name: rows[name] for name in asked}, asked, bad)
    needed = [name for name in job.needed if name in rows.schema()]
    if job.parameters.get("weighted"):
        needed.append("weight")
    if _latest_only(job):
        needed.append("respondent_id")
    reasons = {"respondent_id": "anonymous", **job.metric.reasons}
    valid, view = _answers(job, rows) if job.scaled else (None, {})
    own = bad.pop(job.scaled, None) if job.scaled else None
    conditions: list[tuple[str, Any, str | None]] = [("rejected", _any(bad), None)]
    conditions += [("rejected", own, job.scaled)] if own is not None else []
    conditions += [(reasons.get(name, "missing"), rows[name].isnull(), name) for name in needed]
    if valid is not None and (job.scaled in needed or job.parameters["out_of_scale"] == "error"):
        outside = ~valid & rows[job.scaled].notnull()
        conditions.append(("out_of_scale", outside, job.scaled))
    left, lost = where, dict[str, Any]()
    for reason, condition, _ in conditions:
        here = left & condition
        lost[reason] = lost[reason] | here if reason in lost else here
        left = left & ~condition
    weak = job.scaled if job.metric.versions else None
    return where, lost, _any(dict(enumerate(c for _, c, about in conditions if not weak or about != weak))), view


def _answers(job: Job, rows: Any) -> tuple[Any, dict[str, Any]]:
    """Which scores lie on the scale, and the score as the metric reads it: nothing where it does not."""
    import ibis  # noqa: PLC0415  heavy

    score = rows[job.scaled]
    low, high = job.parameters["scale"]
    valid = score.between(low, high)
    if job.metric.whole:
        valid = valid & (score == score.floor())
    read = low + high - score if job.parameters["reversed"] else score
    return truth(valid), {str(job.scaled): ibis.ifelse(valid, read.cast(score.type()), ibis.null(score.type()))}


def _optional(job: Job) -> tuple[str, ...]:
    """The column of answers where a row without a valid one counts too."""
    return (job.scaled,) if job.scaled and job.scaled not in job.needed else ()


def select(rows: Any, parts: Mapping[str, Part]) -> Any:
    """The one SELECT of all parts on the same rows, parts by their prefix: a row for each instant and group."""
    keys = tuple(key for key in (ASKED, GROUP) if key in rows.columns)
    flat = {f"{prefix}{name}": column for prefix, part in parts.items() for name, column in part.flat.items()}
    table = rows.select(**{key: rows[key] for key in keys}, **flat)
    for step in (Kernel.ranks.__name__, Kernel.chains.__name__):
        over = {
            f"{prefix}{name}": column
            for prefix, part in parts.items()
            if part.kernel is not None
            for name, column in getattr(part.kernel, step)(Cells(table, prefix, part.setting, keys)).items()
        }
        table = table.mutate(**over) if over else table
    reduced: dict[str, Any] = {}
    for prefix, part in parts.items():
        cells = Cells(table, prefix, part.setting, keys)
        found = part.kernel.reduce(cells) if part.kernel is not None else {}
        found |= {name: table.count(where=table[f"{prefix}{name}"]) for name in part.flat if name.startswith(_COUNTED)}
        found |= {name: cells.count(table[f"{prefix}{name}"]) for name in part.flat if name.startswith(_PART)}
        found |= currency.reductions(cells, part.flat)
        if _MET in part.flat:
            found[_MET] = table.count(where=table[f"{prefix}{_MET}"])
        if _WHO in part.flat:
            found[_GAVE_WAY] = cells.count() - cells.distinct(cells.who)
        reduced |= {f"{prefix}{name}": column for name, column in found.items()}
    return table.aggregate(reduced, by=keys)


def part_found(prefix: str, row: Mapping[str, Any]) -> Found:
    """The numbers of one part from the row of a SELECT."""
    return Found({name.removeprefix(prefix): value for name, value in row.items() if name.startswith(prefix)})


def met(prefix: str, row: Mapping[str, Any]) -> bool:
    """Whether a group has any row that the condition of a part is about."""
    return bool(row.get(f"{prefix}{_MET}", 1))


def counted(part: Part, found: Found) -> tuple[dict[str, int], dict[str, int]]:
    """How many rows left by reason, and the named parts of those that stayed. Raises `SourceError` for mixed money."""
    currency.check(found)
    excluded: dict[str, int] = {}
    for name in part.flat:
        if name.startswith(_COUNTED):
            reason = name.removeprefix(_LOST if name.startswith(_LOST) else _OUT)
            excluded[reason] = excluded.get(reason, 0) + found.count(name)
    if _WHO in part.flat:
        excluded["duplicate"] = excluded.get("duplicate", 0) + found.count(_GAVE_WAY)
    parts = {name.removeprefix(_PART): found.count(name) for name in part.flat if name.startswith(_PART)}
    return {reason: number for reason, number in excluded.items() if number}, parts


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


def _any(conditions: Mapping[Any, Any]) -> Any:
    import ibis  # noqa: PLC0415  heavy

    found = ibis.literal(value=False)
    for condition in conditions.values():
        found = found | condition
    return found
