"""Make the fixes of what a check finds, again and again until it finds nothing that can be mended."""

import os
from collections import Counter
from collections.abc import Callable, Iterable, MutableMapping, Sequence
from dataclasses import replace as changed
from pathlib import Path
from typing import Protocol

from okrengine.diagnostics import Checked
from okrengine.files import Tree, replace
from okrengine.project.opening import below
from okrengine.syntax import LARGEST, Fix, Problem, apply_fixes, decode, read

MOST_PASSES = 20
MOST_READ = 32 * LARGEST
"""Bytes that are read again and again of one file; what can be mended still is told then."""


class Store(Protocol):
    """Where the files are that may be mended."""

    def get(self, name: str, /) -> bytes | None:
        """The content of a file now; None for one that is left alone."""

    def put(self, name: str, content: bytes, /) -> None:
        """Replace the content of a file."""


class Disk:
    """The files of a project below `wanted` names. One that is reached by a link is left alone: it may be others'."""

    def __init__(self, root: Path, wanted: Sequence[str]) -> None:
        self._tree = Tree(root)
        self._wanted = wanted

    def get(self, name: str) -> bytes | None:
        """The content of a regular file inside the project."""
        if not below(name, self._wanted):
            return None
        found = self._tree.content(name)
        plain = os.path.realpath(self._tree.root / name) == str(self._tree.root / name)
        return found if isinstance(found, bytes) and plain else None

    def put(self, name: str, content: bytes) -> None:
        """Write the file so that it is complete, the old one or the new one."""
        replace(self._tree.root / name, content, inside=self._tree.root)


class Memory:
    """Files that are not on the disk: what an editor hands over."""

    def __init__(self, contents: MutableMapping[str, bytes]) -> None:
        self._contents = contents

    def get(self, name: str) -> bytes | None:
        """The content of a file that was handed over."""
        return self._contents.get(name)

    def put(self, name: str, content: bytes) -> None:
        """Keep the new content."""
        self._contents[name] = content


def mend(check: Callable[[], Checked], store: Store) -> Checked:
    """What a check finds after everything that can be mended was mended, and how much that was.

    A file is written only where it held the same before and after it was checked; one that somebody else changes
    meanwhile is checked anew.
    """
    held: dict[str, bytes] = {}
    mended: Counter[str] = Counter()
    effort: Counter[str] = Counter()
    checked = check()
    for _ in range(MOST_PASSES):
        names = (name for name in _mendable(checked.problems) if effort[name] < MOST_READ)
        found = {name: content for name in names if (content := store.get(name)) is not None}
        if not found:
            break
        for name in sorted(name for name, content in found.items() if held.get(name) == content):
            found[name], count, read_again = _mended(found[name], name, checked.problems)
            store.put(name, found[name])
            mended[name] += count
            effort[name] += read_again
        held = found
        checked = check()
    return changed(checked, mended=dict(sorted(mended.items())))


def _mendable(problems: Iterable[Problem]) -> set[str]:
    return {one.place.file for one in problems if one.fix is not None}


def _mended(content: bytes, name: str, problems: Sequence[Problem]) -> tuple[bytes, int, int]:
    """A file without what can be mended in it, how much that was, and how many bytes were read for it.

    Of a text that is not YAML only the first mistake is known at a time.
    """
    total = effort = 0
    fixes = _fixes(problems, name)
    while fixes and effort < MOST_READ:
        content, count = apply_fixes(content, fixes)
        total += count
        effort += len(content)
        fixes = _fixes(_told(content, name), name)
    return content, total, effort


def _told(content: bytes, name: str) -> list[Problem]:
    """What is wrong with a text as YAML; with all of its lines where they hold what no text may hold."""
    return decode(content, name, most=None)[1] or read(content, name)[1]


def _fixes(problems: Iterable[Problem], name: str) -> list[Fix]:
    return [one.fix for one in problems if one.fix is not None and one.place.file == name]
