"""Where the texts of a document stand, and what starts on a line: what a comment may be about."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from okrengine.syntax import Document, Place

_ITEM = re.compile(r"-(\s|$)")
_BLOCK = ("|", ">")


def is_content(line: str) -> bool:
    """Whether a line holds more than blanks and a comment."""
    return line.lstrip(" \t")[:1] not in ("", "#")


class Texts:
    """The single values and keys that stand on some `lines`: what looks like a comment there is part of a text."""

    def __init__(self, document: Document, lines: Sequence[int]) -> None:
        self._rows = document.lines
        self._on: dict[int, list[Place]] = {line: [] for line in lines}
        places = [*document.keys.values()]
        places += [one for path, one in document.values.items() if not isinstance(document.at(path), dict | list)]
        for place in places:
            for line in lines[bisect_left(lines, place.line) : bisect_left(lines, place.end_line + 1)]:
                self._on[line].append(place)

    def holds(self, line: int, column: int) -> bool:
        """Whether a text stands at a position. What follows `|` or `>` on its line comes before the text."""
        here = (line, column)
        return any(one.start <= here < one.end and not self._opens(one, line) for one in self._on[line])

    def first_line(self, line: int) -> int:
        """Where the text that ends on `line` starts: nothing can be said beside the first of its lines."""
        return min((one.line for one in self._on[line] if one.end_line == line and one.end_column > 1), default=line)

    def _opens(self, place: Place, line: int) -> bool:
        return place.line == line and self._rows[line - 1][place.column - 1] in _BLOCK


class Nodes:
    """The keys with their values, and the items of lists, by where they start."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def below(self, line: int) -> Place | None:
        """The key with its value, or the item, that starts first below `line`; None where nothing does."""
        number = self._next[line]
        if not number:
            return None
        row = self._document.lines[number - 1]
        column = len(row) - len(row.lstrip(" \t")) + 1
        end = self._end((number, column), item=_ITEM.match(row, column - 1) is not None)
        return None if end is None else Place(end.file, number, column, end.end_line, end.end_column)

    def _end(self, start: tuple[int, int], *, item: bool) -> Place | None:
        if not item and start in self._keys:
            return self._keys[start]
        at = bisect_left(self._items, (start, 0))
        if at < len(self._items) and (item or self._items[at][0] == start):
            return self._items[at][2]
        return None

    @cached_property
    def _next(self) -> list[int]:
        """For each line, by its number, the first one after it with content; 0 where there is none."""
        found, after = [0], 0
        for number in range(len(self._document.lines), 0, -1):
            found.append(after)
            after = number if is_content(self._document.lines[number - 1]) else after
        return [0, *reversed(found[1:])]

    @cached_property
    def _keys(self) -> dict[tuple[int, int], Place]:
        return {key.start: self._document.value(path) for path, key in self._document.keys.items()}

    @cached_property
    def _items(self) -> list[tuple[tuple[int, int], int, Place]]:
        """Each item with its start; the outermost of those that start together is first."""
        values = self._document.values.items()
        return sorted((p.start, len(at), p) for at, p in values if at and isinstance(at[-1], int))
