"""Small projects on disk, and what they measure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import ModuleType

from okrengine.model import Reading
from okrengine.project import Project
from okrengine.registry import find


def write_project(folder: Path, settings: str, key_result: str, files: Mapping[str, str]) -> Path:
    """A small project on disk: okrengine.yaml, one OKR file around `key_result` (the YAML of its keys), data files.

    The key result is `team/objective/measured`, in a cycle `always` that `settings` must name under `cycles:`.
    """
    lines = "".join(f"        {line}\n" for line in key_result.strip().splitlines())
    okr = (
        "version: 1\ncycle: always\nteam: team\nowner: someone\nobjectives:\n"
        "  - id: objective\n    title: Customers are glad\n    key_results:\n"
        f"      - id: measured\n        title: Measured\n{lines}"
    )
    for name, text in {"okrengine.yaml": settings, "okrs/team.yaml": okr, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def readings(folder: Path, as_of: datetime, *, plugins: Sequence[ModuleType] = ()) -> tuple[Reading, ...]:
    """The readings of a project on disk, as `okr measure` takes them; `plugins` are modules that are not installed."""
    registry = find(given=plugins) if plugins else None
    return Project.open(folder, registry=registry).measure(["team"], as_of=as_of)
