"""The entry points of installed distributions: one look at the folders of `sys.path`.

The answer is that of `importlib.metadata`, which takes longer to load than everything else that a check needs. Where
distributions may lie elsewhere than in plain folders, it is asked.
"""

import os
import re
import site
import sys
from collections.abc import Iterator
from functools import reduce
from importlib import import_module
from importlib.machinery import PathFinder
from typing import Any, NamedTuple

_INFO = (".dist-info", ".egg-info")
_PROJECT = "okrengine.yaml"
_VALUE = re.compile(r"(?P<module>[\w.]+)\s*(:\s*(?P<attr>[\w.]+)\s*)?((?P<extras>\[.*\])\s*)?$")


class Entry(NamedTuple):
    """One entry point: its name and value, and the name and version of the distribution that brings it."""

    name: str
    value: str
    owner: str
    version: str

    def load(self) -> Any:
        """The object that the value names, imported now."""
        found = _VALUE.match(self.value)
        if found is None:
            raise ImportError(f"`{self.value}` names no object of a module")
        return reduce(getattr, filter(None, (found["attr"] or "").split(".")), import_module(found["module"]))


def entries(group: str, *, strange: bool = False) -> list[Entry]:
    """The entry points of a group, of every distribution that can be imported; of two of one name the first.

    What is told in the folder of a project, or in the current one, is a stranger's: it is left out, and with `strange`
    it is all that is given.
    """
    folders = [folder for folder in sys.path if not isinstance(folder, str) or _is_strange(folder) == strange]
    if not strange and (any(_is_foreign(finder) for finder in sys.meta_path) or any(map(_is_odd, folders))):
        return _thorough(group, folders)
    found: list[Entry] = []
    seen: set[str] = set()
    for folder in folders:
        for name, info in _infos(folder or "."):
            if name not in seen:
                seen.add(name)
                found += _read(info, group)
    return found


def _is_strange(folder: str) -> bool:
    """Whether a folder of the path is the current one or lies in a project, and not in a Python inside the project.

    An empty entry of PYTHONPATH, or `python -m`, would else make a stranger's files plugins.
    """
    if _is_current(folder or "."):
        return True
    own = {os.path.realpath(one) for one in (sys.prefix, sys.base_prefix, site.USER_BASE) if one}
    place, below = os.path.realpath(folder), ""
    while place not in own and place != below:
        if os.path.lexists(os.path.join(place, _PROJECT)):  # noqa: PTH118  pathlib takes long to load
            return True
        place, below = os.path.dirname(place), place  # noqa: PTH120
    return False


def _is_current(folder: str) -> bool:
    try:
        return os.path.samefile(folder, ".")  # noqa: PTH121
    except OSError:
        return False


def _is_foreign(finder: Any) -> bool:
    """Whether something else than the finder of folders offers distributions."""
    return finder is not PathFinder and hasattr(finder, "find_distributions")


def _is_odd(folder: Any) -> bool:
    """Whether a place on the path is no folder with distributions in it: a zip file, an egg."""
    return not isinstance(folder, str) or folder.lower().endswith(".egg") or os.path.isfile(folder or ".")  # noqa: PTH113


def _thorough(group: str, folders: list[Any]) -> list[Entry]:
    from importlib import metadata  # noqa: PLC0415  it takes long to load

    found = []
    seen = set()
    for brought in metadata.distributions(path=folders):
        name = _plain(brought.name or "")
        if name not in seen:
            seen.add(name)
            chosen = brought.entry_points.select(group=group)
            found += [Entry(one.name, one.value, brought.name, brought.version) for one in chosen]
    return found


def _infos(folder: str) -> Iterator[tuple[str, str]]:
    """The distributions in a folder: the name that two of them share where one is hidden, and where each is told."""
    try:
        children = os.listdir(folder)  # noqa: PTH208  pathlib takes long to load
    except OSError:
        return
    for child in children:
        if child.lower().endswith(_INFO):
            stem = child.rpartition(".")[0].partition("-")[0]
            yield _plain(stem), os.path.join(folder, child)  # noqa: PTH118


def _plain(name: str) -> str:
    """The name of a distribution, however it is written."""
    return re.sub(r"[-_.]+", "_", name).lower()


def _read(info: str, group: str) -> Iterator[Entry]:
    text = _text(info, "entry_points.txt")
    if group not in text:
        return
    section, said = "", None
    for line in map(str.strip, text.splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line.strip("[]")
        elif section == group and line and not line.startswith("#"):
            said = said or _named(info)
            name, _, value = map(str.strip, line.partition("="))
            yield Entry(name, value, *said)


def _named(info: str) -> tuple[str, str]:
    """The name and the version of a distribution."""
    head = (_text(info, "METADATA") or _text(info, "PKG-INFO")).partition("\n\n")[0]
    said = dict(line.split(": ", 1) for line in reversed(head.splitlines()) if ": " in line)
    return said.get("Name", ""), said.get("Version", "")


def _text(info: str, name: str) -> str:
    try:
        with open(os.path.join(info, name), encoding="utf-8") as stream:  # noqa: PTH118, PTH123
            return stream.read()
    except OSError:
        return ""
