"""The schemas as files: what `okr schema` prints and `schemas/` holds."""

import json
import re
from decimal import Decimal
from fractions import Fraction
from typing import Any

from okrengine import __version__
from okrengine.registry import Registry
from okrengine.schema import checkin, okr, outputs, project
from okrengine.schema.words import Schema

_MADE = re.compile(rb"Made by okr schema of okrengine ([0-9][0-9A-Za-z.+-]{0,40})[.]\"")


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


def stale(found: bytes | None) -> str:
    """What is wrong with a schema file that is not what this release makes, and the mend; None where there is none."""
    if found is None:
        return "is not there: run okr schema --write"
    made = _MADE.search(found)
    version = made[1].decode() if made else __version__
    if _order(version) > _order(__version__):
        return f"was made by okrengine {version}, which is newer than this {__version__}: update okrengine"
    if version != __version__:
        return f"was made by okrengine {version}, this is {__version__}: run okr schema --write"
    return "is out of date: run okr schema --write"


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall("[0-9]{1,9}", version))


def _text(schema: Schema) -> str:
    schema = {"$comment": f"Made by okr schema of okrengine {__version__}.", **schema}
    return json.dumps(schema, indent=2, ensure_ascii=False, default=_plain) + "\n"


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal | Fraction):
        return int(value) if value == int(value) else float(value)
    raise TypeError(f"{type(value).__name__} cannot stand in a schema")
