"""Which columns a metric asks of a source: what the mapped ones make up, and what they still lack of it."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from okrengine.offers.metrics import Metric
from okrengine.offers.records import RECORDS, TOTALS, Record, totals


def lacking(metric: Metric, mapped: Collection[str], parameters: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """For each type of rows that a metric reads, the columns of it that are still to be mapped.

    `parameters` are bound ones. A source whose `mapped` columns lack nothing of one type is of that type.
    """
    return {record.name: _lacking(metric, record, parameters, mapped) for record in _choices(metric)}


def fitting(metric: Metric, mapped: Collection[str], parameters: Mapping[str, Any]) -> list[Record]:
    """The types of rows that the mapped columns make up: one is right, none and several alike are no answer."""
    lacks = lacking(metric, mapped, parameters)
    found = [record for record in _choices(metric) if not lacks[record.name]]
    # A line of an order has all that an order must have, and more: the larger one is what is meant.
    return [one for one in found if not any(set(one.required) < set(other.required) for other in found)]


def _choices(metric: Metric) -> list[Record]:
    """The types of rows that a metric reads, those that there are."""
    choices = [RECORDS[name] for name in metric.records if name in RECORDS]
    return [*choices, totals(metric.totals)] if metric.totals else choices


def _lacking(metric: Metric, record: Record, parameters: Mapping[str, Any], mapped: Collection[str]) -> tuple[str, ...]:
    """The columns that are still to be mapped; of several that do alike, the first."""
    missing = tuple(name for name in _due(metric, record, parameters) if name not in mapped)
    alike = metric.within(record, metric.any_of)
    return missing if any(name in mapped for name in alike) else (*missing, *alike[:1])


def _due(metric: Metric, record: Record, parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """The columns that must be mapped for a metric to read a record."""
    if record.name == TOTALS:
        return record.required
    weight = ("weight",) if parameters.get("weighted") else ()
    respondent = ("respondent_id",) if parameters.get("answers") == "latest" else ()
    own = metric.within(record, (*metric.needs, *metric.uses_for(parameters)))
    return unique((*record.required, *own, *weight, *respondent))


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """Names without those that stand there before."""
    return tuple(dict.fromkeys(names))
