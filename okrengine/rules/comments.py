"""Comments that ask to pass over what a rule finds: `# okr: ignore[rule] why`, and what each of them covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from okrengine.rules.covers import Nodes, Texts, is_content
from okrengine.syntax import Document, Place

_HEAD = "okr:"
_MARK = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*okr:[ \t]*(?P<verb>ignore[\w-]*)[ \t]*(?:\[(?P<names>[^\]]*)(?P<end>\])?)?"
    r"(?P<why>.*?)(?=[ \t]+#[ \t]*okr:[ \t]*ignore|[ \t]*$)"
)
_NAME = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)*")
_SHAPE = "write `# okr: ignore[rule] why`"


@dataclass(frozen=True, slots=True)
class Name:
    """A rule as a comment names it, and where."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Comment:
    """One such comment: what it names, the reason that it gives, and the stretch of the file that it covers.

    At the end of a line it covers that line, on a line of its own the node below. A comment with a `fault` has no
    effect and no names; `mend` says what to do. `listed` is what stands between its
    brackets. `whole` is what is cut out to be rid of it: the line that it has for itself, or it and the blanks before.
    """

    place: Place
    scope: Literal["line", "node", "file"]
    names: tuple[Name, ...]
    reason: str
    covers: Place
    listed: Place
    whole: Place
    fault: str | None = None
    mend: str | None = None


def comments(document: Document) -> tuple[Comment, ...]:
    """The comments of a document, in their order. A `#` inside a text starts none."""
    if _HEAD not in document.text:
        return ()
    lines = ((number, line) for number, line in enumerate(document.lines, 1) if _HEAD in line)
    marks = [(number, found) for number, line in lines for found in _MARK.finditer(line)]
    if not marks:
        return ()
    texts, nodes = Texts(document, sorted({number for number, _ in marks})), Nodes(document)
    return tuple(
        _comment(document, number, found, texts, nodes)
        for number, found in marks
        if not texts.holds(number, found.start() + 1)
    )


def _comment(document: Document, line: int, found: re.Match[str], texts: Texts, nodes: Nodes) -> Comment:
    place = _stretch(document, line, found.span())
    fault, mend = _fault(found)
    scope, covers = _scope(document, line, found, texts, nodes)
    if covers is None and fault is None:
        fault, mend = "stands above nothing", "put it above the key or the item that it is about"
    return Comment(
        place,
        scope,
        tuple(_names(document, line, found)) if fault is None else (),
        found["why"].strip(" \t:-–—"),
        covers or place,
        _stretch(document, line, found.span("names")),
        _whole(document, place, found),
        fault,
        mend,
    )


def _scope(
    document: Document, line: int, found: re.Match[str], texts: Texts, nodes: Nodes
) -> tuple[Literal["line", "node", "file"], Place | None]:
    if found["verb"] == "ignore-file":
        return "file", Place(document.file, 1, 1, len(document.lines) + 1, 1)
    if is_content(found.string):
        return "line", Place(document.file, texts.first_line(line), 1, line + 1, 1)
    return "node", nodes.below(line)


def _fault(found: re.Match[str]) -> tuple[str | None, str | None]:
    """Why a comment has no effect, and what to do about it."""
    verb = found["verb"]
    if verb not in ("ignore", "ignore-file"):
        return f"says `{verb}`, which is not known", "write `ignore[rule]` or `ignore-file[rule]`"
    if found["names"] is not None and found["end"] is None:
        return "has a bracket that is never closed", _SHAPE
    if not found["names"] or not _NAME.search(found["names"]):
        return "names no rule", f"delete it, or {_SHAPE}"
    return None, None


def _names(document: Document, line: int, found: re.Match[str]) -> Iterator[Name]:
    start = found.start("names")
    for one in _NAME.finditer(found["names"]):
        yield Name(one[0], _stretch(document, line, (start + one.start(), start + one.end())))


def _whole(document: Document, place: Place, found: re.Match[str]) -> Place:
    """The comment and the blanks before it; the whole line where there is nothing else on it."""
    before, after = found.string[: found.start()].rstrip(" \t"), found.string[found.end() :].strip(" \t")
    if before or after:
        return Place(place.file, place.line, len(before) + 1, place.line, found.end() + 1)
    if place.line < len(document.lines):
        return Place(place.file, place.line, 1, place.line + 1, 1)
    return Place(place.file, place.line, 1, place.line, len(found.string) + 1)


def _stretch(document: Document, line: int, span: tuple[int, int]) -> Place:
    return Place(document.file, line, span[0] + 1, line, span[1] + 1)
