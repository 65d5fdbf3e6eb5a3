"""How a line fits the width of a terminal.

Titles come last and nothing stands to their right: some terminals draw Thai marks a cell wide, and only what follows
on the line would be moved by it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, TypeAlias

from wcwidth import wcswidth

from okrengine.cli.terminal import safe

Line: TypeAlias = tuple[tuple[str, str], ...]
"""Pieces of text with the style of each."""

LEAST_TITLE = 24
"""With less room than this a title goes on near the left edge."""


def wrapped(pieces: Line, indent: int, columns: int | None) -> Iterator[Line]:
    """A line whose last piece is the title, broken between words where the terminal ends; no word is ever lost.

    `columns` is None where nothing may be wrapped.
    """
    *head, (text, style) = pieces
    start = sum(cells(piece) for piece, _ in head)
    room = None if columns is None else columns - start
    if room is None or cells(text) <= room:
        yield pieces
        return
    hanging = indent if columns is not None and columns - indent >= LEAST_TITLE else 2
    first, *rest = _broken(text, max(room, LEAST_TITLE), (columns or 0) - hanging)
    yield (*head, (first, style))
    for more in rest:
        yield ((" " * hanging, ""), (more, style))


def titled(title: str, *remarks: str) -> str:
    """A title for a terminal, with the remarks on it that there are."""
    told = ", ".join(filter(None, remarks))
    return safe(f"{title} ({told})" if told else title)


def cells(text: str) -> int:
    """How many columns a text takes."""
    return max(wcswidth(text), 0)


def padded(text: str, width: int) -> str:
    """A text with blanks behind it, up to a width."""
    return text + " " * max(width - cells(text), 0)


def _broken(text: str, first: int, width: int) -> list[str]:
    """`text` in lines of at most so many cells, the first one of `first`; a longer word keeps a line to itself."""
    found: list[str] = [""]
    for phrase in _phrases(text):
        room = first if len(found) == 1 else width
        if found[-1] and cells(found[-1] + phrase.rstrip()) > room:
            found[-1] = found[-1].rstrip()
            found.append("")
            phrase = phrase.lstrip()  # noqa: PLW2901  a line does not begin with the blank that ended the last one
        found[-1] += phrase
    return [line.rstrip() for line in found]


def _phrases(text: str) -> list[str]:
    """Where a line may be broken: after blanks, and between Thai phrases."""
    return [piece for word in _split(text) for piece in (_parted(word) if _thai(word) else [word])]


def _parted(word: str) -> list[str]:
    """The phrases of a Thai word; a letter alone is none, but the end of the one before."""
    found: list[str] = []
    for piece in _parser().parse(word):
        if found and len(piece.strip()) == 1:
            found[-1] += piece
        else:
            found.append(piece)
    return found


def _split(text: str) -> list[str]:
    parts = text.split(" ")
    return [f"{part} " for part in parts[:-1]] + parts[-1:]


def _thai(text: str) -> bool:
    return any("\u0e00" <= character <= "\u0e7f" for character in text)


@cache
def _parser() -> Any:
    import budoux  # noqa: PLC0415  its model loads only where a Thai title does not fit

    return budoux.load_default_thai_parser()
