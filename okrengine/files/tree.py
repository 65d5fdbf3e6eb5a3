"""The files of a project: find them, open them safely, write them so that they are complete or absent.

What lies in the tree is a stranger's data. A path must be plain and relative, its real place inside the project, and
what is opened a regular file of bounded size: a pipe would hang for ever, a link could lead anywhere.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from fnmatch import translate
from functools import cache
from pathlib import Path

from okrengine.errors import ProjectError
from okrengine.syntax import LARGEST, Document, Place, Problem, cut, escaped, problem, read

MOST_FILES = 10_000
LONGEST_PATH = 255
_MAGIC = re.compile(r"[*?\[]")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def complaint(name: str) -> str | None:
    """Why `name` is no plain path inside a project, None where it is one. A pattern is judged like a path."""
    shown = f"`{escaped(cut(name))}`"
    if not name or len(name) > LONGEST_PATH:
        return f"{shown} is no path: 1 to {LONGEST_PATH} characters are"
    if _SCHEME.match(name):
        return f"{shown} is an address or a drive, not a path inside the project"
    if name.startswith(("/", "~")) or "\\" in name:
        return f"{shown} is not a relative path with `/` inside the project"
    if ".." in name.split("/"):
        return f"{shown} leaves the project with `..`"
    return None


class Tree:
    """The folder of a project, read through one door. All names are relative to it, with `/`."""

    def __init__(self, root: Path) -> None:
        self.root = Path(os.path.realpath(root))

    def locate(self, name: str) -> Path | Problem:
        """The real path of a file or folder inside the project, or the problem that it lies elsewhere."""
        place = Place(name)
        if said := complaint(name):
            return problem("OKR207", said, place, "move it inside the project")
        try:
            real = Path(os.path.realpath(self.root / name, strict=False))
            real.lstat() if real.is_symlink() else None
        except (OSError, ValueError) as error:
            return problem("OKR001", f"the file cannot be found: {_reason(error)}", place)
        if real != self.root and self.root not in real.parents:
            return problem(
                "OKR207", "this is a link that leaves the project", place, "move the file inside the project"
            )
        return real

    def content(self, name: str, largest: int = LARGEST) -> bytes | Problem:
        """The bytes of a file, at most `largest` and one more, or what stands in the way of reading it."""
        real = self.locate(name)
        if isinstance(real, Problem):
            return real
        try:
            descriptor = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError) as error:
            return problem("OKR001", f"the file cannot be opened: {_reason(error)}", Place(name))
        with os.fdopen(descriptor, "rb") as stream:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return problem("OKR001", "this is not a regular file", Place(name), "put a plain file here")
            try:
                return stream.read(largest + 1)
            except OSError as error:
                return problem("OKR001", f"the file cannot be read: {_reason(error)}", Place(name))

    def document(self, name: str) -> tuple[Document | None, list[Problem]]:
        """The YAML document in a file, and what is wrong with it."""
        found = self.content(name)
        return (None, [found]) if isinstance(found, Problem) else read(found, name)

    def expand(self, patterns: Iterable[str], suffixes: tuple[str, ...] = ()) -> list[str]:
        """The names that any of the patterns matches, sorted. Raises `ProjectError` for more than 10,000.

        `*` and `?` stay within one name, `**` spans any number of folders. Names that begin with a dot are skipped.
        A folder that is a link out of the project, or to a folder above itself, is not entered.
        """
        found: set[str] = set()
        for pattern in patterns:
            if complaint(pattern) is None:
                steps = [step for step in pattern.split("/") if step not in ("", ".")]
                for name in self._walk("", steps, ()):
                    if not suffixes or name.endswith(suffixes):
                        found.add(name)
                    if len(found) > MOST_FILES:
                        raise ProjectError(f"`{escaped(pattern)}` names more than {MOST_FILES:,} files: narrow it")
        return sorted(found)

    def _walk(self, folder: str, steps: list[str], above: tuple[str, ...]) -> Iterator[str]:
        """Names below `folder` that match; `above` holds the real paths of the folders that lead here."""
        if not steps:
            return
        step, rest = steps[0], steps[1:]
        real = os.path.realpath(self.root / folder)
        if real in above or not self._inside(real):
            return
        if step == "**":
            yield from self._walk(folder, rest or ["*"], above)
            for entry in self._entries(real):
                if entry.is_dir():
                    yield from self._walk(f"{folder}{entry.name}/", steps, (*above, real))
        elif rest:
            for entry in self._entries(real):
                if entry.is_dir() and _matches(step, entry.name):
                    yield from self._walk(f"{folder}{entry.name}/", rest, above)
        else:
            yield from (
                f"{folder}{entry.name}"
                for entry in self._entries(real)
                if _matches(step, entry.name)
                and (_MAGIC.search(step) is None or entry.is_symlink() or not entry.is_dir())
            )

    def _inside(self, real: str) -> bool:
        return real == str(self.root) or Path(real).is_relative_to(self.root)

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                return sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)
        except OSError:
            return []


@cache
def _pattern(step: str) -> re.Pattern[str]:
    return re.compile(translate(step))


def _matches(step: str, name: str) -> bool:
    return _pattern(step).match(name) is not None if _MAGIC.search(step) else step == name


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
