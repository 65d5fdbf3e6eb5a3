"""Readings as the JSON document of `okr measure --format json`: before any rounding, durations in seconds."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrengine.measure.planning import Plan
from okrengine.model import Reading, Span

FORMAT_VERSION = "1.1"


def document(
    readings: Iterable[Reading], as_of: datetime, *, trend: bool = False, by: str | None = None
) -> dict[str, Any]:
    """The whole document, described by `measure.schema.json`; with the `trend` and the groups that were asked for."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": as_of.isoformat(timespec="seconds"),
        **({"by": by} if by is not None else {}),
        "readings": [
            {
                **_reading(reading),
                **({"trend": [_point(point) for point in reading.past]} if trend else {}),
                **({"parts": [_part(part, trend=trend) for part in reading.parts]} if by is not None else {}),
            }
            for reading in readings
        ],
    }


def plan_document(plan: Plan, as_of: datetime, last: Mapping[str, str | None]) -> dict[str, Any]:
    """What `okr measure --dry-run --format json` prints; `last` has the last recorded value of each address."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": as_of.isoformat(timespec="seconds"),
        "planned": [
            {
                "address": planned.ask.address,
                "metric": planned.ask.measure.metric,
                "source": planned.ask.measure.source,
                "columns": list(planned.columns),
                "with": plain(planned.ask.measure.options),
                "where": plain(planned.ask.measure.where),
                "window": plain(planned.window),
                "queries": list(planned.queries),
                "reason": planned.reason,
                "last": last.get(planned.ask.address),
            }
            for planned in plan.asks
        ],
        "queries": list(plan.queries),
    }


def _point(reading: Reading) -> dict[str, Any]:
    """How a value stood at an earlier instant."""
    return {"as_of": plain(reading.as_of), **_figures(reading), "window": plain(reading.window)}


def _part(reading: Reading, *, trend: bool) -> dict[str, Any]:
    """What one group of rows gives."""
    found = {"group": reading.group, **_figures(reading)}
    return {**found, "trend": [_point(point) for point in reading.past]} if trend else found


def _figures(reading: Reading) -> dict[str, Any]:
    """What differs between the groups and the instants of one reading."""
    return {
        "value": None if reading.value is None else float(reading.value),
        "n": reading.n,
        "numerator": plain(reading.numerator),
        "denominator": plain(reading.denominator),
        "interval": None if reading.interval is None else [float(end) for end in reading.interval],
        "status": reading.status,
        "reason": reading.reason,
        "excluded": dict(reading.excluded),
        "details": plain(reading.details),
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "address": reading.address,
        "metric": reading.metric,
        "source": reading.source,
        "unit": reading.unit,
        **_figures(reading),
        "window": plain(reading.window),
        "latest": plain(reading.latest),
        "definition": reading.definition,
    }


def plain(value: Any) -> Any:
    """Any value of a reading as JSON has it: whole numbers whole, others as the nearest double."""
    if isinstance(value, Fraction | Decimal):
        return int(value) if value == int(value) else float(value)
    if isinstance(value, Span):
        return {"from": value.start.isoformat(), "to": value.end.isoformat()}
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value
