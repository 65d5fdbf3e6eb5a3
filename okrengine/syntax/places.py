"""Where something stands in a file, what is wrong there, and a document that knows the place of each of its parts."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias

from okrengine.syntax.hidden import escaped

Severity: TypeAlias = Literal["error", "warning", "info"]
Path: TypeAlias = tuple[str | int, ...]
"""The way from the top of a document to one of its parts: keys and positions in lists."""

SLUGS = {
    "OKR001": "yaml-syntax",
    "OKR002": "duplicate-key",
    "OKR003": "too-large",
    "OKR004": "empty-file",
    "OKR005": "invisible-character",
    "OKR006": "not-utf8",
    "OKR101": "unknown-key",
    "OKR102": "missing-key",
    "OKR103": "wrong-type",
    "OKR104": "invalid-value",
    "OKR105": "unsupported-version",
    "OKR106": "conflicting-keys",
    "OKR107": "literal-secret",
    "OKR207": "path-outside-project",
    "OKR303": "invalid-date",
    "OKR901": "unused-suppression",
    "OKR902": "unknown-rule",
    "OKR903": "plugin-failed",
}
"""The public names of the findings that no rule's function makes. Those below 900 are errors that nothing can lower."""

FAILED = "OKR903"
"""The code of a rule or plugin that failed: then the check is incomplete, whatever else was found."""

SECRET = "OKR107"  # noqa: S105  a code
"""The code of a secret that is written out: what stands at its place is never repeated."""

LONGEST_QUOTE = 60
_BREAK = re.compile(r"\r\n|\r|\n")
_BRACKETS = re.compile(r" \(([^()]*)\)$")  # what ends a hint in brackets would end with two of them


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of a file. Lines and columns count from 1, columns in code points; the end is excluded."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of its first character."""
        return (self.line, self.column)

    @property
    def end(self) -> tuple[int, int]:
        """Line and column behind its last character."""
        return (self.end_line, self.end_column)


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that explains a problem."""

    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """The text that replaces what stands at a place; a place without width is where it is put in."""

    place: Place
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that cannot change the meaning of a file. `message` says what it does: ``writes `target` ``."""

    message: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with a file: a stable code and name, one line of text, the place, and how to mend it.

    `hint` is the mend or a suggestion, a few words that stand beside the marked text. A note with a place is a second
    marked text, one without is a line of its own. `fix` is what `okr validate --fix` does about it. The text form is
    `path:line:col: severity CODE[slug] message (hint)`.
    """

    code: str
    slug: str
    severity: Severity
    message: str
    place: Place
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """What lists of problems are sorted by: path, line, column, code."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)

    @property
    def text(self) -> str:
        """The message with the hint behind it, in one line."""
        hint = _BRACKETS.sub(r" \1", self.hint or "")
        return escaped(f"{self.message} ({hint})" if hint else self.message)

    def __str__(self) -> str:
        where = f"{escaped(self.place.file)}:{self.place.line}:{self.place.column}"
        return f"{where}: {self.severity} {self.code}[{self.slug}] {self.text}"


@dataclass(frozen=True, slots=True)
class Ignored:
    """A problem that a comment at `place` asks to pass over, and the reason that the comment gives."""

    problem: Problem
    reason: str
    place: Place


@dataclass(frozen=True, eq=False)
class Document:
    """A file that could be read: its text, its data, and the place of each key and value by its path.

    `find` gives the places of keys and of values; it is asked when the first of them is wanted, which in a good file
    is never.
    """

    file: str
    text: str
    data: Any
    find: Callable[[], tuple[Mapping[Path, Place], Mapping[Path, Place]]]

    @cached_property
    def places(self) -> tuple[Mapping[Path, Place], Mapping[Path, Place]]:
        """The places of keys, and those of values, by their paths."""
        return self.find()

    @property
    def keys(self) -> Mapping[Path, Place]:
        """The place of each key by its path."""
        return self.places[0]

    @property
    def values(self) -> Mapping[Path, Place]:
        """The place of each value by its path."""
        return self.places[1]

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines of the text, as an editor counts them."""
        return lines_of(self.text)

    def key(self, path: Path) -> Place:
        """The place of the key at `path`; of the nearest thing above it where there is no such key."""
        return self.keys.get(path) or self.value(path)

    def value(self, path: Path) -> Place:
        """The place of the value at `path`; of the nearest thing above it where there is no such value."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Place(self.file))

    def at(self, path: Path) -> Any:
        """The data at `path`, None where there is none."""
        found = self.data
        for step in path:
            try:
                found = found[step]
            except (KeyError, IndexError, TypeError):
                return None
        return found


def problem(
    code: str, message: str, place: Place, hint: str | None = None, *notes: Note, fix: Fix | None = None
) -> Problem:
    """An error of the core, by its code."""
    return Problem(code, SLUGS[code], "error", message, place, hint, notes, fix)


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text, as an editor counts them."""
    return tuple(_BREAK.split(text))


def indexes(text: str, places: Iterable[Place]) -> list[tuple[int, int]]:
    """Where each place begins and ends in a text, counted from 0."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]

    def index(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column - 1, len(text))

    return [(index(*one.start), index(*one.end)) for one in places]


def covered(text: str, places: Iterable[Place]) -> str:
    """`text` with `*` for each sign that stands at one of the places."""
    for start, end in indexes(text, places):
        text = text[:start] + re.sub(r"\S", "*", text[start:end]) + text[end:]
    return text


def cut(text: str, most: int = LONGEST_QUOTE) -> str:
    """`text` at a length that a message bears."""
    return text if len(text) <= most else text[: most - 1] + "…"


def quoted(value: object) -> str:
    """A single value as a message shows it; a list or mapping is named, never shown."""
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    words = {None: "null", True: "true", False: "false"}
    plain = words[value] if value is None or isinstance(value, bool) else str(value)
    return f"`{escaped(cut(plain))}`"
