"""The report as data: one document, equal in every language, which `okr status` and `okr report` share."""

from collections.abc import Iterable
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from okrengine.quantity import Quantity
from okrengine.report.cut import exact

if TYPE_CHECKING:
    from okrengine.model import Forecast, Input, Why
    from okrengine.report.contents import KeyResultView, ObjectiveView, Standing, View

FORMAT_VERSION = "1.1"
"""A minor version only adds keys."""


def report_document(view: "View") -> dict[str, Any]:
    """The view as plain data: shares to 6 places, quantities as in the YAML, null where nothing is known."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": view.as_of.isoformat(),
        "cycle": view.cycle.name,
        "score": _share(view.standing.score),
        "coverage": list(view.standing.coverage),
        "why": derivation(view.why),
        "objectives": [objective_document(each) for each in view.objectives],
        **_groups(view),
    }


def _groups(view: "View") -> dict[str, Any]:
    """The groups where there are any, with objectives by address: one may stand in it with a part of itself."""
    if view.by is None:
        return {}
    return {
        "by": view.by,
        "groups": [
            {
                "value": group.value,
                **_standing(group.standing),
                "why": derivation(group.why),
                "objectives": [
                    {
                        "address": each.address,
                        **_standing(each.standing),
                        "key_results": [line.address for line in each.key_results],
                    }
                    for each in group.objectives
                ],
            }
            for group in view.groups
        ],
    }


def _standing(standing: "Standing") -> dict[str, Any]:
    return {
        "score": _share(standing.score),
        "expected": _share(standing.expected),
        "status": standing.status,
        "coverage": list(standing.coverage),
    }


def objective_document(objective: "ObjectiveView") -> dict[str, Any]:
    """An objective with its key results as plain data."""
    return {
        "address": objective.address,
        "title": objective.title,
        "team": objective.team,
        "kind": objective.kind,
        **_standing(objective.standing),
        "verdict": objective.verdict,
        "supports": list(objective.supported),
        "why": derivation(objective.why),
        "key_results": [key_result_document(each) for each in objective.key_results],
    }


def key_result_document(line: "KeyResultView") -> dict[str, Any]:
    """A key result as plain data."""
    return {
        "address": line.address,
        "title": line.title,
        "owner": line.owner,
        "metric": line.source.metric,
        "baseline": _text(line.goal.baseline),
        "target": _text(line.goal.target),
        "deadline": line.deadline.isoformat(),
        "weight": _number(line.weight),
        "value": _text(line.value),
        "missing": line.missing,
        "at": None if line.at is None else line.at.isoformat(),
        "raw": _share(line.raw),
        "score": _share(line.score),
        "band": line.band,
        "status": line.status,
        "verdict": line.verdict,
        "expected": _share(line.expected),
        "flags": list(dict.fromkeys((*line.flag_names, *line.marks))),
        "confidence": _share(line.confidence),
        "n": line.n,
        "interval": None if line.interval is None else [str(end) for end in line.interval],
        "within_noise": "within_noise" in line.marks,
        "forecast": None if line.forecast is None else _forecast(line.forecast),
        "why": derivation(line.why),
    }


def _forecast(forecast: "Forecast") -> dict[str, Any]:
    interval = forecast.interval
    return {
        "end": _text(forecast.end),
        "interval": None if interval is None else [str(end) for end in interval],
        "probability": _share(forecast.probability),
        "crosses": None if forecast.crosses is None else forecast.crosses.isoformat(),
        "points": forecast.points,
        "reason": forecast.reason,
        "working": _inputs(forecast.working),
    }


def derivation(why: "Why") -> dict[str, Any]:
    """Where a score and a status come from, as plain data."""
    return {
        "inputs": _inputs(why.inputs),
        "formula": why.formula,
        "expected": why.expected,
        "status_rule": why.status_rule,
        "pace": why.pace,
    }


def _inputs(inputs: Iterable["Input"]) -> list[dict[str, str]]:
    return [{"name": each.name, "value": each.value, "origin": each.origin} for each in inputs]


def _text(quantity: Quantity | None) -> str | None:
    return None if quantity is None else str(quantity)


def _share(share: Fraction | None) -> float | None:
    return None if share is None else exact(share)


def _number(number: Fraction) -> float | int:
    return number.numerator if number.denominator == 1 else exact(number)
