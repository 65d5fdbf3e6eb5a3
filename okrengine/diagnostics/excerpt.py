"""A line of a file with marks below it: the signs stand under what they mean, whatever the line is written in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from okrengine.diagnostics.look import WIDEST, Look, Style, columns
from okrengine.syntax import COMMAND, Place, escaped, inert, visible

TAB = 8


@dataclass(frozen=True, slots=True)
class Mark:
    """A place, the sign that is drawn under it, and what is said beside."""

    place: Place
    sign: str
    text: str
    style: Style


def draw(line: str, marks: Sequence[Mark], look: Look, room: int) -> Iterator[str]:
    """The line, cut around the first mark to `room` columns, and a row for each mark."""
    spans = [_span(line, mark.place) for mark in marks]
    first, last = _window(line, *spans[0], min(room, WIDEST), columns(marks[0].text))
    cells = _Cells(line, first, last, spans, look)
    yield cells.shown
    for mark, (start, end) in sorted(zip(marks, spans, strict=True), key=lambda pair: pair[1]):
        blank, width = cells.under(start, end)
        text = look.spelled(inert(escaped(mark.text)))
        yield f"{blank}{look.paint(f'{mark.sign * width} {text}'.rstrip(), mark.style)}"


class _Cells:
    """A stretch of a line, each character as it is shown."""

    def __init__(self, line: str, first: int, last: int, spans: Sequence[tuple[int, int]], look: Look) -> None:
        orders = {found.end() - 1 for found in COMMAND.finditer(line[:last])}
        self.first, self.last = first, last
        self.before = look.ellipsis if first else ""
        self.cells = []
        for index in range(first, last):
            marked = any(start <= index < end for start, end in spans)
            cell = escaped(line[index]) if marked else visible(line[index], keep="\t")
            self.cells.append(look.spelled(f"\\{cell}" if index in orders else cell))
        after = look.ellipsis if last < len(line) else ""
        self.shown = f"{self.before}{''.join(self.cells)}{after}".rstrip()

    def under(self, start: int, end: int) -> tuple[str, int]:
        """What stands below the text before a span, and the width of the span: one at least."""
        start, end = (min(max(index, self.first), self.last) - self.first for index in (start, end))
        ahead = self.before + "".join(self.cells[:start])
        blank = "\t".join(" " * columns(part) for part in ahead.split("\t"))
        return blank, max(columns("".join(self.cells[start:end])), 1)


def _span(line: str, place: Place) -> tuple[int, int]:
    """Where a place begins and ends in its first line, counted from 0."""
    start = min(place.column - 1, len(line))
    end = place.end_column - 1 if place.end_line == place.line else len(line.rstrip())
    return start, min(max(end, start), len(line))


def _window(line: str, start: int, end: int, room: int, beside: int) -> tuple[int, int]:
    """The part of a line that has room: all of it, else the marked text with what is said beside it, and around it."""

    def width(index: int) -> int:
        return _width(line[index], marked=start <= index < end)

    if len(line) <= room and sum(map(width, range(len(line)))) <= room:
        return 0, len(line)
    room = max(room - 6, 1)  # for the signs that something was cut off
    half = max(room - sum(map(width, range(start, min(end, start + room)))), 0) // 2
    first, ahead = start, max(min(2 * half - 1 - beside, half), half // 2)
    while first and (ahead := ahead - width(first - 1)) >= 0:
        first -= 1
    last = first
    while last < len(line) and (room := room - width(last)) >= 0:
        last += 1
    return first, last


def _width(character: str, *, marked: bool) -> int:
    if marked:
        return columns(escaped(character))
    return TAB if character == "\t" else columns(visible(character))
