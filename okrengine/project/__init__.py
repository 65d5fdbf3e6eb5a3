"""The façade: a folder opened as a project, and everything one may ask of it.

Names are imported when they are first used: a check needs little of what a report does.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrengine.project.folder import Folder as Folder
    from okrengine.project.opening import BrokenFilesError as BrokenFilesError
    from okrengine.project.opening import find_registry as find_registry
    from okrengine.project.whole import Project as Project
    from okrengine.project.whole import write_schemas as write_schemas
    from okrengine.schema import schema_texts as schema_texts

_ROOM_OF = {
    "BrokenFilesError": "project.opening",
    "Folder": "project.folder",
    "Project": "project.whole",
    "find_registry": "project.opening",
    "schema_texts": "schema",
    "write_schemas": "project.whole",
}
__all__ = sorted(_ROOM_OF)  # noqa: PLE0605  a list of texts, built from the table above


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'okrengine.project' has no attribute {name!r}")
    return getattr(import_module(f"okrengine.{_ROOM_OF[name]}"), name)
