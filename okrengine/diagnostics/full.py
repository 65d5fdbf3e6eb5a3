"""The form for people: each finding with the line that it marks, its reason and its mend."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import closing
from okrengine.diagnostics.excerpt import Mark, draw
from okrengine.diagnostics.look import PLAIN, WIDEST, Look
from okrengine.syntax import Problem, escaped, inert, lines_of

MENDED_BY = "okr validate --fix"


def full(checked: Checked, look: Look = PLAIN) -> str:
    """A block for each finding, and a closing line that counts them."""
    lines = {name: lines_of(text) for name, text in checked.texts.items()}
    blocks = ["".join(f"{row}\n" for row in block(one, lines, look)) for one in checked.problems]
    return "\n".join([*blocks, closing(checked)] if look.closing else blocks)


def block(problem: Problem, lines: Mapping[str, tuple[str, ...]], look: Look) -> Iterator[str]:
    """The rows of one finding. `lines` are those of each file that could be decoded."""
    said = look.paint(f"{problem.severity}[{problem.code}]", problem.severity)
    yield f"{said} {problem.slug}: {look.paint(_plain(problem.message, look), 'strong')}"
    mark = Mark(problem.place, "^", problem.hint or "", problem.severity)
    asides = [Mark(one.place, "-", one.message, "aside") for one in problem.notes if one.place is not None]
    marks = [mark, *asides]
    gutter = max(2, *(len(str(one.place.line)) for one in marks))
    unshown = []
    for file in dict.fromkeys(one.place.file for one in marks):
        here = [one for one in marks if one.place.file == file]
        place = here[0].place
        where = _plain(f"{file}:{place.line}:{place.column}", look)
        yield f"{' ' * gutter}{look.paint('-->', 'aside')} {where}"
        shown = [one for one in here if one.place.line <= len(lines.get(file, ()))]
        unshown += [one for one in here if one not in shown]
        yield from _lines(shown, lines.get(file, ()), look, gutter)
    yield from _ends(problem, unshown, look, gutter)


def _lines(marks: list[Mark], lines: tuple[str, ...], look: Look, gutter: int) -> Iterator[str]:
    """The marked lines of one file in their order, each with its marks below it."""
    room = WIDEST if look.width is None else look.width - gutter - 4
    for number, ones in groupby(sorted(marks, key=lambda one: one.place.line), key=lambda one: one.place.line):
        rows = draw(lines[number - 1], list(ones), look, room)
        yield f"{look.paint(f' {number:>{gutter}} |', 'aside')} {next(rows)}".rstrip()
        for row in rows:
            yield f"{look.paint(f' {chr(32) * gutter} |', 'aside')} {row}"


def _ends(problem: Problem, unshown: Iterable[Mark], look: Look, gutter: int) -> Iterator[str]:
    """What is said below the marked lines: the fix, and notes without a line of their own."""
    ahead = f"{' ' * gutter} {look.paint('=', 'aside')}"
    if problem.fix is not None:
        yield f"{ahead} {look.paint('fix:', 'fix')} {_plain(f'{MENDED_BY} {problem.fix.message}', look)}"
    texts = [one.text for one in unshown if one.text]
    for text in (*texts, *(note.message for note in problem.notes if note.place is None)):
        yield f"{ahead} {look.paint('note:', 'strong')} {_plain(text, look)}"


def _plain(text: str, look: Look) -> str:
    return look.spelled(inert(escaped(text)))
