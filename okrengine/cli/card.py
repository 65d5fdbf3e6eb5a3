"""The card of `okr status`: what stands in each line, and how it fits the width of a terminal.

Titles come last and nothing stands to their right: some terminals draw Thai marks a cell wide, and only what follows
on the line would be moved by it.
"""

from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from wcwidth import wcswidth

from okrengine.cli.terminal import safe
from okrengine.report.contents import KeyResultView, ObjectiveView, View
from okrengine.report.words import Words

if TYPE_CHECKING:
    from okrengine.model import Status

Line: TypeAlias = tuple[tuple[str, str], ...]
"""Pieces of text with the style of each."""

STYLES: dict[Any, str] = {
    "achieved": "green", "on_track": "green", "at_risk": "yellow", "off_track": "red", "closed": "bold",
}  # fmt: skip
CELLS = 16
WIDEST_WAY = 24
MOST_POINTS = 3
LEAST_TITLE = 24
_OF_THE_WAY = "%(progress)s of the way, %(expected)s expected"
_GLYPHS = {"done": "━", "rest": "─", "expected": "┃", "arrow": "→"}
_ASCII = {"done": "=", "rest": "-", "expected": "|", "arrow": "->"}


def lines(view: View, words: Words, *, glyphs: bool, columns: int | None) -> Iterator[Line]:
    """The whole card. `columns` is None where nothing may be wrapped; `glyphs` is false on a poor console."""
    signs = _GLYPHS if glyphs else _ASCII
    for text in (f"{view.cycle.name} · {words.long_day(view.today)} · {words.elapsed(view)}", words.headline(view)):
        yield from _wrapped(((text, "bold"),), 0, columns)
    ways = {line.address: _way(line, words, signs) for line in view.key_results}
    room = min(max(map(_cells, ways.values()), default=0), WIDEST_WAY)
    for objective in view.objectives:
        yield ()
        yield from _objective(objective, words, columns, glyphs=glyphs)
        for line in objective.key_results:
            yield from _key_result(line, words, signs, _padded(ways[line.address], room), columns)
    yield from _agenda(view, words, columns, glyphs=glyphs)


def sentences(view: View, words: Words) -> Iterator[str]:
    """The card for the ear: one sentence per key result, no signs, no columns."""
    yield f"{view.cycle.name}, {words.long_day(view.today)}. {words.headline(view)}"
    for objective in view.objectives:
        standing = objective.standing
        yield (
            f"{objective.team}: {safe(objective.title)}. {words.status(standing.status)}, "
            f"{words.score(standing.score)} / {words.score(standing.expected)}."
        )
        for line in objective.key_results:
            said = [words.status(line.status), f"{words.now(line)} ({words.way(line.goal)})"]
            if line.raw is not None and line.goal.kind != "maintain":
                progress, expected = words.percent(line.raw), words.percent(line.expected)
                said.append(words.say(_OF_THE_WAY, progress=progress, expected=expected))
            if line.confidence is not None:
                said.append(words.say("Confidence") + f" {words.percent(line.confidence)}")
            yield f"{safe(line.title)}: {', '.join(said)}."


def _objective(view: ObjectiveView, words: Words, columns: int | None, *, glyphs: bool) -> Iterator[Line]:
    standing = view.standing
    measured, counted = standing.coverage
    head = f"{words.score(standing.score)} / {words.score(standing.expected)}  {measured}/{counted}  {view.team}  "
    sign = _sign(words, standing.status, glyphs=glyphs)
    style = STYLES.get(standing.status, "")
    yield from _wrapped(((f"{sign} ", style), (head, ""), (safe(view.title), "bold")), 2, columns)


def _way(line: KeyResultView, words: Words, signs: dict[str, str]) -> str:
    """Where a key result is and where it is to get to; a unit that both have is written once."""
    goal = line.goal
    if goal.kind == "milestones":
        return words.now(line)
    limit = goal.target or goal.at_least or goal.at_most
    both = line.value is not None and limit is not None and line.value.unit == limit.unit
    now = words.number(line.value.number) if both and line.value is not None else words.now(line)
    if goal.kind == "maintain":
        return f"{now}, {words.target(goal)}"
    return f"{now} {signs['arrow']} {words.quantity(goal.target, narrow=True)}"


def _key_result(
    line: KeyResultView, words: Words, signs: dict[str, str], way: str, columns: int | None
) -> Iterator[Line]:
    style = STYLES.get(line.status, "")
    sign = _sign(words, line.status, glyphs=signs is _GLYPHS)
    sure = "" if line.confidence is None else words.percent(line.confidence)
    head = ((f"{sign} ", style), (_bar(line, signs), style), (f"  {way}  {_padded(sure, 4)}  ", ""))
    indent = sum(_cells(text) for text, _ in head)
    yield from _wrapped((*head, (safe(line.title), "")), indent, columns)


def _agenda(view: View, words: Words, columns: int | None, *, glyphs: bool) -> Iterator[Line]:
    """The first points to discuss, each with why; how many there are is said."""
    for number, line in enumerate(view.agenda[:MOST_POINTS]):
        if not number:
            yield ()
            more = f" ({MOST_POINTS}/{len(view.agenda)})" if len(view.agenda) > MOST_POINTS else ""
            yield ((f"{words.discuss(view)}{more}", "bold"),)
        why = ", ".join(words.flag(flag, line) for flag in line.flags)
        sign = _sign(words, line.status, glyphs=glyphs)
        text = f"{safe(line.title)}: {safe(why)}"
        yield from _wrapped(((f"{sign} ", STYLES.get(line.status, "")), (text, "")), 2, columns)
        yield ((f"  {line.address}", "dim"),)


def _bar(line: KeyResultView, signs: dict[str, str]) -> str:
    """Progress over `CELLS` cells with the expected pace marked; blank where there is no progress."""
    if line.progress is None:
        return " " * CELLS
    done = int(line.progress * CELLS)
    cells = [signs["done"]] * done + [signs["rest"]] * (CELLS - done)
    if line.expected is not None and line.paced:
        cells[min(int(min(line.expected, Fraction(1)) * CELLS), CELLS - 1)] = signs["expected"]
    return "".join(cells)


def _sign(words: Words, status: "Status | None", *, glyphs: bool) -> str:
    shape = words.shape(status)
    return str(shape.glyph if glyphs else shape.ascii)


def _wrapped(pieces: Line, indent: int, columns: int | None) -> Iterator[Line]:
    """A line whose last piece is the title, broken between words where the terminal ends; no word is ever lost."""
    *head, (text, style) = pieces
    start = sum(_cells(piece) for piece, _ in head)
    room = None if columns is None else columns - start
    if room is None or _cells(text) <= room:
        yield pieces
        return
    hanging = indent if columns is not None and columns - indent >= LEAST_TITLE else 2
    first, *rest = _broken(text, max(room, LEAST_TITLE), (columns or 0) - hanging)
    yield (*head, (first, style))
    for more in rest:
        yield ((" " * hanging, ""), (more, style))


def _broken(text: str, first: int, width: int) -> list[str]:
    """`text` in lines of at most so many cells, the first one of `first`; a longer word keeps a line to itself."""
    found: list[str] = [""]
    for phrase in _phrases(text):
        room = first if len(found) == 1 else width
        if found[-1] and _cells(found[-1] + phrase.rstrip()) > room:
            found[-1] = found[-1].rstrip()
            found.append("")
            phrase = phrase.lstrip()  # noqa: PLW2901  a line does not begin with the blank that ended the last one
        found[-1] += phrase
    return [line.rstrip() for line in found]


def _phrases(text: str) -> list[str]:
    """Where a line may be broken: after blanks, and between Thai phrases."""
    return [piece for word in _split(text) for piece in (_parser().parse(word) if _thai(word) else [word])]


def _split(text: str) -> list[str]:
    parts = text.split(" ")
    return [f"{part} " for part in parts[:-1]] + parts[-1:]


def _thai(text: str) -> bool:
    return any("\u0e00" <= character <= "\u0e7f" for character in text)


@cache
def _parser() -> Any:
    import budoux  # noqa: PLC0415  its model loads only where a Thai title does not fit

    return budoux.load_default_thai_parser()


def _cells(text: str) -> int:
    return max(wcswidth(text), 0)


def _padded(text: str, cells: int) -> str:
    return text + " " * max(cells - _cells(text), 0)
