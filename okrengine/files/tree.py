"""The files of a project: find them, open them safely, write them so that they are complete or absent.

What lies in the tree is a stranger's data. A path must be plain and relative, its real place inside the project, and
what is opened a regular file of bounded size: a pipe would hang for ever, a link could lead anywhere.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import translate
from functools import cache
from pathlib import Path

from okrengine.errors import ProjectError
from okrengine.syntax import LARGEST, Document, Place, Problem, cut, escaped, problem, read

MOST_FILES = 10_000
MOST_SEEN = 500_000
"""So many names of files and folders are looked at in one project, whatever patterns it has."""

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
    """The folder of a project, read through one door. All names are relative to it, with `/`.

    `given` are contents that take the place of files, and names that need no file.
    """

    def __init__(self, root: Path, given: Mapping[str, bytes] | None = None) -> None:
        self.root = Path(os.path.realpath(root))
        self.given = given or {}
        self._seen = 0
        self._real: dict[str, str] = {}
        self._listed: dict[str, list[os.DirEntry[str]]] = {}

    def locate(self, name: str) -> Path | Problem:
        """The real path of a file or folder inside the project, or the problem that it lies elsewhere."""
        place = Place(name)
        if said := complaint(name):
            return problem("OKR207", said, place, "move it inside the project")
        try:
            real = Path(os.path.realpath(self.root / name))
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
        if name in self.given:
            return self.given[name][: largest + 1]
        try:
            descriptor = os.open(real, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        except (OSError, ValueError) as error:
            return problem("OKR001", f"the file cannot be opened: {_reason(error)}", Place(name))
        try:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return problem("OKR001", "this is not a regular file", Place(name), "put a plain file here")
            with os.fdopen(descriptor, "rb", closefd=False) as stream:
                return stream.read(largest + 1)
        except OSError as error:
            return problem("OKR001", f"the file cannot be read: {_reason(error)}", Place(name))
        finally:
            os.close(descriptor)

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
                for name in self._walk(steps, pattern):
                    if not suffixes or name.endswith(suffixes):
                        found.add(name)
                    if len(found) > MOST_FILES:
                        raise _too_many(pattern, "files")
                found.update(name for name in self.given if _fits(steps, name) and name.endswith(suffixes or ""))
        return sorted(found)

    def _walk(self, steps: list[str], pattern: str) -> Iterator[str]:
        """Names that match. Each folder waits with the step that is due in it and the real folders that lead there."""
        waiting: list[tuple[str, int, tuple[str, ...]]] = [("", 0, ())] if steps else []
        seen: set[tuple[str, int]] = set()
        while waiting:
            folder, number, above = waiting.pop()
            if folder not in self._real:
                self._real[folder] = os.path.realpath(self.root / folder)
            real = self._real[folder]
            if (folder, number) in seen or real in above or not self._inside(real):
                continue
            seen.add((folder, number))
            if len(seen) > MOST_FILES:
                raise _too_many(pattern, "folders")
            step, last = steps[number], number == len(steps) - 1
            deep = step == "**"
            if deep and not last:
                waiting.append((folder, number + 1, above))
            entries = self._entries(real)
            self._seen += len(entries) + 1
            if self._seen > MOST_SEEN:
                raise ProjectError(f"`{escaped(pattern)}` is one pattern too many for so many folders: narrow them")
            for entry in entries:
                name = f"{folder}{entry.name}"
                if _is_folder(entry) and (deep or (not last and _matches(step, entry.name))):
                    waiting.append((f"{name}/", number if deep else number + 1, (*above, real)))
                elif last and (deep or _matches(step, entry.name)) and not (_names_all(step) and self._passed(entry)):
                    yield name

    def _passed(self, entry: os.DirEntry[str]) -> bool:
        """A folder inside the project that only happens to match; a link that leaves is worth a message."""
        return _is_folder(entry) and self._inside(os.path.realpath(entry.path))

    def _inside(self, real: str) -> bool:
        return real == str(self.root) or real.startswith(os.path.join(self.root, ""))  # noqa: PTH118  faster

    def _entries(self, folder: str) -> list[os.DirEntry[str]]:
        """What is in a folder, sorted; looked at once, however many patterns lead there."""
        if folder not in self._listed:
            try:
                with os.scandir(folder) as entries:
                    found = sorted((e for e in entries if not e.name.startswith(".")), key=lambda entry: entry.name)
            except OSError:
                found = []
            self._listed[folder] = found
        return self._listed[folder]


def _too_many(pattern: str, what: str) -> ProjectError:
    return ProjectError(f"`{escaped(pattern)}` names more than {MOST_FILES:,} {what}: narrow it")


def _names_all(step: str) -> bool:
    return not step.strip("*")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link in a circle
        return False


@cache
def _pattern(step: str) -> re.Pattern[str]:
    return re.compile(translate(step))


def _matches(step: str, name: str) -> bool:
    return _pattern(step).match(name) is not None if _MAGIC.search(step) else step == name


def _fits(steps: list[str], name: str) -> bool:
    """Whether a pattern's steps match a name that need not be there."""
    states, ended = {0}, False
    for part in name.split("/"):
        for number in sorted(states):
            while number < len(steps) and steps[number] == "**":
                states.add(number := number + 1)
        states = {number for number in states if number < len(steps) and not part.startswith(".")}
        deep = {number for number in states if steps[number] == "**"}
        ended = len(steps) - 1 in deep
        states = deep | {number + 1 for number in states - deep if _matches(steps[number], part)}
    return ended or len(steps) in states


def _reason(error: Exception) -> str:
    return error.strerror if isinstance(error, OSError) and error.strerror else str(error)
