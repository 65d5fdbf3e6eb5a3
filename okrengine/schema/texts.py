"""The schemas as files: what `okr schema` prints and `schemas/` holds."""

import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrengine.registry import Registry
from okrengine.schema import checkin, okr, outputs, project
from okrengine.schema.words import Schema


def schema_texts(registry: Registry) -> dict[str, str]:
    """File name to JSON text of every schema, with the metrics and sources of `registry` merged in."""
    schemas: dict[str, Schema] = {
        "okr": okr.build(registry.metrics),
        "okrengine": project.build(registry.sources, registry.rules),
        "checkin": checkin.build(),
        "measure": outputs.measure(),
        "report": outputs.report(),
        "diagnostics": outputs.diagnostics(),
    }
    return {f"{name}.schema.json": _text(schema) for name, schema in schemas.items()}


def _text(schema: Schema) -> str:
    return json.dumps(schema, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    raise TypeError(f"{type(value).__name__} cannot stand in a schema")
