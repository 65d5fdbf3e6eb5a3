"""A file with the edits of fixes made: everything that they do not touch stays as it is, byte for byte."""

from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from okrengine.syntax.characters import BOM
from okrengine.syntax.places import Fix, indexes


def apply_fixes(content: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """The content of a file after some fixes, and how many of them were made.

    Of two fixes that touch each other only the first is made: the other may mean something else then.
    """
    mark = BOM if content.startswith(BOM) else b""
    text = content.removeprefix(BOM).decode("utf-8")
    wanted = [fix for fix in dict.fromkeys(fixes) if fix.edits]
    spans = iter(indexes(text, [edit.place for fix in wanted for edit in fix.edits]))
    taken: list[tuple[int, int, str]] = []
    made = 0
    for fix in wanted:
        own = [(*next(spans), edit.text) for edit in fix.edits]
        if all(_is_apart(start, end, taken) for start, end, _ in own):
            for one in own:
                insort(taken, one)
            made += 1
    parts, reached = [], 0
    for start, end, written in taken:
        parts += [text[reached:start], written]
        reached = max(reached, end)
    return mark + "".join((*parts, text[reached:])).encode(), made


def _is_apart(start: int, end: int, taken: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a stretch touches none of those that are taken, which are sorted."""
    at = bisect_left(taken, (start,))
    return (at == 0 or taken[at - 1][1] < start) and (at == len(taken) or taken[at][0] > end)
