"""From the document of an OKR file to typed objectives: defaults and units filled in, everything exact."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from okrengine.config import Settings
from okrengine.errors import ProjectError
from okrengine.model import (
    MANUAL,
    Amendment,
    Cycle,
    Goal,
    Guardrail,
    Initiative,
    KeyResult,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Objective,
    Reach,
    Waypoint,
    Window,
    Zones,
)
from okrengine.offers import Metric
from okrengine.parameters import ParameterError
from okrengine.quantity import SECONDS, Quantity
from okrengine.syntax import Document, Path


@dataclass(frozen=True, slots=True)
class _File:
    """What the items of one file share."""

    document: Document
    cycle: Cycle
    team: str
    owner: str | None
    metrics: Mapping[str, Metric]


def objectives(document: Document, settings: Settings, metrics: Mapping[str, Metric]) -> tuple[Objective, ...]:
    """The objectives of a document without errors, in the order of the file.

    An owner is inherited from the objective and the file. A quantity without a unit has the one that its metric
    declares under its parameters; a metric that is not in `metrics` leaves it bare.
    """
    data = document.data
    cycle = settings.cycle(data["cycle"])
    if cycle is None:
        raise ProjectError(f"{document.file}: the cycle `{data['cycle']}` is not known")
    file = _File(document, cycle, data["team"], data.get("owner"), metrics)
    return tuple(_objective(file, said, ("objectives", number)) for number, said in enumerate(data["objectives"]))


def _objective(file: _File, said: Mapping[str, Any], path: Path) -> Objective:
    address = f"{file.team}/{said['id']}"
    owner = said.get("owner") or file.owner
    return Objective(
        id=said["id"],
        address=address,
        team=file.team,
        cycle=file.cycle,
        title=said["title"],
        kind=said.get("kind") or "aspirational",
        owner=owner,
        key_results=tuple(
            _key_result(file, one, (*path, "key_results", number), address, owner)
            for number, one in enumerate(said.get("key_results") or ())
        ),
        supports=tuple(said.get("supports") or ()),
        tags=dict(said.get("tags") or {}),
        initiatives=tuple(_initiative(one) for one in said.get("initiatives") or ()),
        amendments=tuple(_amendment(one) for one in said.get("amendments") or ()),
        file=file.document.file,
        line=file.document.value((*path, "id")).line,
    )


def _key_result(file: _File, said: Mapping[str, Any], path: Path, objective: str, owner: str | None) -> KeyResult:
    measure = _measure(said)
    unit = _unit(measure, file.metrics)
    baseline = said.get("baseline")
    measure_by = baseline.get("measure_by") if isinstance(baseline, dict) else None
    deadline = said.get("deadline")
    return KeyResult(
        id=said["id"],
        address=f"{objective}/{said['id']}",
        title=said.get("title") or said["id"],
        owner=said.get("owner") or owner,
        measure=measure,
        goal=_goal(said, unit),
        deadline=file.cycle.last if deadline is None else date.fromisoformat(deadline),
        baseline=None if measure_by else _quantity(baseline, unit),
        measure_by=_day(measure_by),
        weight=_number(said.get("weight"), Fraction(1)),
        curve=_curve(said.get("curve")),
        guardrails=tuple(_guardrail(one, file.metrics) for one in said.get("guardrails") or ()),
        formerly=tuple(said.get("formerly") or ()),
        tags=dict(said.get("tags") or {}),
        file=file.document.file,
        lines={key: file.document.keys[*path, key].line for key in said},
    )


def _measure(said: Mapping[str, Any]) -> Measure:
    return Measure(
        said.get("metric") or MANUAL,
        said.get("source"),
        dict(said.get("with") or {}),
        dict(said.get("where") or {}),
        _window(said.get("window")),
    )


def _unit(measure: Measure, metrics: Mapping[str, Metric]) -> str:
    """The unit of a bare number: what the metric declares. A length of time is never bare."""
    metric = metrics.get(measure.metric)
    if metric is None:
        return ""
    try:
        unit = metric.unit_for(metric.bind(measure.options))
    except ParameterError:
        return ""
    return "" if unit in SECONDS else unit


def _goal(said: Mapping[str, Any], unit: str) -> Goal:
    if said.get("milestones") is not None:
        return Milestones(tuple(_milestone(one) for one in said["milestones"]))
    if said.get("maintain") is not None:
        level = said["maintain"]
        low, high = (_quantity(level.get(key), unit) for key in ("at_least", "at_most"))
        return Maintain(low, high, level.get("score") or "now")
    target = said["target"]
    if not isinstance(target, dict):
        return Reach(target=_quantity(target, unit))
    if "change" in target:
        return Reach(change=Quantity.parse(target["change"]))
    commit, middle = (_quantity(target.get(key), unit) for key in ("commit", "target"))
    return Zones(Quantity.parse(target["stretch"]).with_unit(unit), commit, middle)


def _milestone(said: Mapping[str, Any]) -> Milestone:
    by = date.fromisoformat(said["by"])
    weight = _number(said.get("weight"), Fraction(1))
    return Milestone(said["id"], by, said.get("title") or said["id"], weight, _day(said.get("done")))


def _guardrail(said: Mapping[str, Any], metrics: Mapping[str, Metric]) -> Guardrail:
    measure = _measure(said)
    unit = _unit(measure, metrics)
    return Guardrail(measure, _quantity(said.get("at_least"), unit), _quantity(said.get("at_most"), unit))


def _curve(said: Any) -> Any:
    if said is None or isinstance(said, str):
        return said or "linear"
    return tuple(Waypoint(date.fromisoformat(one["on"]), _share(one["progress"])) for one in said)


def _window(said: Any) -> Window:
    if said is None or said == "cycle":
        return Window()
    if isinstance(said, str):
        length = Quantity.parse(said.removeprefix("last ")).base
        return Window("last", last=timedelta(seconds=int(length)))
    return Window("fixed", start=_moment(said["from"]), end=_moment(said["to"]))


def _initiative(said: Mapping[str, Any]) -> Initiative:
    progress = said.get("progress")
    share = None if progress is None else _share(progress)
    return Initiative(said["id"], said.get("title") or said["id"], said.get("owner"), _day(said.get("due")), share)


def _amendment(said: Mapping[str, Any]) -> Amendment:
    on = date.fromisoformat(said["on"])
    return Amendment(
        on, said["key_result"], said["field"], said["reason"], said["by"], said.get("from"), said.get("to")
    )


def _quantity(written: Any, unit: str) -> Quantity | None:
    return None if written is None else Quantity.parse(written).with_unit(unit)


def _share(written: str) -> Fraction:
    return Quantity.parse(written).base / 100


def _number(written: Any, default: Fraction) -> Fraction:
    return default if written is None else Fraction(written)


def _day(written: str | None) -> date | None:
    return None if written is None else date.fromisoformat(written)


def _moment(written: str) -> date | datetime:
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
