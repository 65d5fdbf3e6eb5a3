"""The kinds of file, each with the schema that its documents are checked against."""

from collections.abc import Callable, Mapping

from okrengine.schema import checkin, okr, outputs, project
from okrengine.schema.words import Schema

KINDS: Mapping[str, Callable[[], Schema]] = {
    "okr": lambda: okr.build({}, conditions=False),
    "okrengine": lambda: project.build({}, {}, conditions=False),
    "checkin": checkin.build,
    "answers": checkin.answers,
    "measure": outputs.measure,
    "report": outputs.report,
    "diagnostics": outputs.diagnostics,
}
"""What of a schema does not depend on plugins: parameters and rules are looked up in the registry instead."""
