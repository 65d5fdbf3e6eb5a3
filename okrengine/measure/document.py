"""Readings as the JSON document of `okr measure --format json`: before any rounding, durations in seconds."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrengine.model import Reading, Span

FORMAT_VERSION = "1.0"


def document(readings: Iterable[Reading], as_of: datetime) -> dict[str, Any]:
    """The whole document, described by `measure.schema.json`."""
    return {
        "format_version": FORMAT_VERSION,
        "as_of": as_of.isoformat(timespec="seconds"),
        "readings": [_reading(reading) for reading in readings],
    }


def _reading(reading: Reading) -> dict[str, Any]:
    return {
        "address": reading.address,
        "metric": reading.metric,
        "source": reading.source,
        "value": None if reading.value is None else float(reading.value),
        "unit": reading.unit,
        "n": reading.n,
        "numerator": plain(reading.numerator),
        "denominator": plain(reading.denominator),
        "interval": None if reading.interval is None else [float(end) for end in reading.interval],
        "status": reading.status,
        "reason": reading.reason,
        "excluded": dict(reading.excluded),
        "details": plain(reading.details),
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
