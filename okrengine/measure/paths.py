"""The files that a source names: inside the project, regular, each once."""

import re
from collections.abc import Sequence
from pathlib import Path

from okrengine.config import SourceSettings
from okrengine.errors import ProjectError, SourceError
from okrengine.files import Tree
from okrengine.syntax import Problem

_PATTERN = re.compile(r"[*?\[]")


def _unreadable(name: str) -> str | None:
    """What is wrong with the name of a file: the engine takes some for a pattern, which may be other files too."""
    shown = name.encode(errors="replace").decode()
    if shown != name:
        return f"`{shown}`: the name is not UTF-8: rename the file"
    if _PATTERN.search(name):
        return f"`{name}`: a name with `*`, `?` or `[` stands for other files too: rename the file"
    return None


def find_files(settings: SourceSettings, root: Path) -> list[Path]:
    """The resolved files that `path:` names, in order of their names. Raises `SourceError`."""
    tree = Tree(root)
    if not settings.path:
        raise SourceError(f"the source `{settings.name}` has no `path:`")
    located = tree.locate(settings.path) if not _PATTERN.search(settings.path) else None
    if isinstance(located, Problem):
        raise SourceError(f"`{settings.path}`: {located.message}")
    found: list[Path] = []
    try:
        names = tree.expand([settings.path])
    except ProjectError as error:
        raise SourceError(str(error)) from None
    for name in names:
        if said := _unreadable(name):
            raise SourceError(said)
        real = tree.locate(name)
        if isinstance(real, Problem):
            raise SourceError(f"`{name}`: {real.message}")
        if not real.is_file():
            raise SourceError(f"`{name}` is not a regular file")
        if real not in found:  # a link to another of them has no rows of its own
            found.append(real)
    if not found:
        raise SourceError(f"no file is `{settings.path}`: correct the path, or put the data there")
    return found


def state(files: Sequence[Path]) -> tuple[tuple[int, ...], ...]:
    """What tells whether a file is still the same: which one it is, its size, and when it was last written."""
    found = (file.stat() for file in files)
    return tuple((one.st_dev, one.st_ino, one.st_size, one.st_mtime_ns) for one in found)
