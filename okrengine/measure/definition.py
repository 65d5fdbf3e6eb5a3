"""The definition of a value: a hash over all that decides what it means, so that two of them are never compared."""

import hashlib
import json
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import SourceSettings
from okrengine.model import Measure, Window
from okrengine.offers import Metric


def definition(
    metric: Metric, parameters: Mapping[str, Any], measure: Measure, source: SourceSettings, zone: ZoneInfo
) -> str:
    """`sha256:` over metric, version, bound parameters, `where`, the kind of window, the source and its mapping.

    `zone` is the project's: days and windows begin by it, and stamps without a zone are read in it.
    """
    said = {
        "metric": metric.name,
        "version": metric.version,
        "parameters": parameters,
        "where": measure.where,
        "window": _window(measure.window),
        "zone": zone.key,
        "source": {
            "name": source.name,
            "type": source.type,
            "options": source.options,
            "columns": source.columns,
            "formats": source.formats,
            **({"decimal": source.decimal} if source.decimal != "." else {}),
            "timezone": source.timezone.key if source.timezone else None,
            "values": {
                name: {"missing": values.missing, "labels": values.labels, "else": values.otherwise}
                for name, values in source.values.items()
            },
            "exclude": source.exclude,
            "dedup": [source.dedup.key, source.dedup.order_by] if source.dedup else None,
        },
    }
    text = json.dumps(said, sort_keys=True, ensure_ascii=False, default=_written, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def _window(window: Window) -> list[Any]:
    """The kind of window; how long it is where it is a length, not when it lies."""
    return [window.kind, window.last.total_seconds() if isinstance(window.last, timedelta) else None]


def _written(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else list(value)
