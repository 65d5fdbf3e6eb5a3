"""Comments that ask to pass over what a rule finds: `# okr: ignore[rule] why`, and what each of them covers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

from okrengine.rules.ignoring.covers import Nodes, Texts, is_content
from okrengine.syntax import Document, Place

_SIGN = "okr:"
_HEAD = re.compile(r"(?<![^ \t])#[ \t]*+okr:[ \t]*+ignore")
_MARK = re.compile(r"#[ \t]*+okr:[ \t]*+(?P<verb>ignore[\w-]*+)[ \t]*+(?:\[(?P<names>[^\]]*+)(?P<end>\])?)?(?P<why>.*)")
_NAME = re.compile(r"[^\s,]+(?:[ \t]+[^\s,]+)*")
_BLANKS = " \t"
_RULE = re.compile(r"[ \t:=(]*+(?P<name>[a-z]\w*(?:-\w+)+|[A-Z]+[0-9]{3})(?![\w-])", re.ASCII)
"""What looks like the name or the code of a rule where a comment has it in the wrong form."""


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


class _Mark(NamedTuple):
    """A comment as it stands on its line. `alone`: no content before it; `only`: not even another comment."""

    line: int
    found: re.Match[str]
    alone: bool
    only: bool


def comments(document: Document) -> tuple[Comment, ...]:
    """The comments of a document, in their order. A `#` inside a text starts none."""
    if _SIGN not in document.text:
        return ()
    lines = ((number, line) for number, line in enumerate(document.lines, 1) if _SIGN in line)
    marks = [mark for number, line in lines for mark in _marks(number, line)]
    if not marks:
        return ()
    texts, nodes = Texts(document, sorted({mark.line for mark in marks})), Nodes(document)
    return tuple(
        _comment(document, mark, texts, nodes) for mark in marks if not texts.holds(mark.line, mark.found.start() + 1)
    )


def _marks(number: int, line: str) -> Iterator[_Mark]:
    """What looks like comments on a line: each ends where the next one starts."""
    starts = [head.start() for head in _HEAD.finditer(line)]
    alone = not is_content(line)
    for start, end in pairwise([*starts, len(line)]):
        while line[end - 1] in _BLANKS:
            end -= 1  # noqa: PLW2901  the blanks before the next one belong to neither
        if found := _MARK.match(line, start, end):
            only = alone and len(starts) == 1 and not line[:start].strip(_BLANKS)
            yield _Mark(number, found, alone, only)


def _comment(document: Document, mark: _Mark, texts: Texts, nodes: Nodes) -> Comment:
    line, found = mark.line, mark.found
    place = _stretch(document, line, found.span())
    fault, mend = _fault(found)
    scope, covers = _scope(document, mark, texts, nodes)
    if covers is None and fault is None:
        fault, mend = "stands above nothing", "put it above the key or the item that it is about"
    return Comment(
        place,
        scope,
        tuple(_names(document, line, found)) if fault is None else (),
        found["why"].strip(" \t:-–—"),
        covers or place,
        _stretch(document, line, found.span("names")),
        _whole(document, place, mark),
        fault,
        mend,
    )


def _scope(
    document: Document, mark: _Mark, texts: Texts, nodes: Nodes
) -> tuple[Literal["line", "node", "file"], Place | None]:
    if mark.found["verb"] == "ignore-file":
        return "file", Place(document.file, 1, 1, len(document.lines) + 1, 1)
    if not mark.alone:
        return "line", Place(document.file, texts.first_line(mark.line), 1, mark.line + 1, 1)
    return "node", nodes.below(mark.line)


def _fault(found: re.Match[str]) -> tuple[str | None, str | None]:
    """Why a comment has no effect, and what to do about it."""
    verb = found["verb"]
    rule = _RULE.match(found["names"] or found["why"])
    right = "ignore-file" if verb == "ignore-file" else "ignore"
    shape = f"write `# okr: {right}[{rule['name'] if rule else 'rule'}] why`"
    if verb not in ("ignore", "ignore-file"):
        known = shape if rule else "write `ignore[rule]` or `ignore-file[rule]`"
        return f"says `{verb}`, which is not known", known
    if found["names"] is not None and found["end"] is None:
        return "has a bracket that is never closed", shape
    if found["names"] and _NAME.search(found["names"]):
        return None, None
    if rule and not found["names"]:
        return f"has no brackets around `{rule['name']}`", shape
    return "names no rule", f"delete it, or {shape}"


def _names(document: Document, line: int, found: re.Match[str]) -> Iterator[Name]:
    start = found.start("names")
    for one in _NAME.finditer(found["names"]):
        yield Name(one[0], _stretch(document, line, (start + one.start(), start + one.end())))


def _whole(document: Document, place: Place, mark: _Mark) -> Place:
    """The comment and the blanks before it; the whole line where there is nothing else on it."""
    row, start = mark.found.string, mark.found.start()
    if mark.only and place.line < len(document.lines):
        return Place(place.file, place.line, 1, place.line + 1, 1)
    if mark.only:
        return Place(place.file, place.line, 1, place.line, len(row) + 1)
    while start and row[start - 1] in _BLANKS:
        start -= 1
    return Place(place.file, place.line, start + 1, place.line, place.end_column)


def _stretch(document: Document, line: int, span: tuple[int, int]) -> Place:
    return Place(document.file, line, span[0] + 1, line, span[1] + 1)
