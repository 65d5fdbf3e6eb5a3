"""A file with the edits of fixes made: everything that they do not touch stays as it is, byte for byte."""

from collections.abc import Iterable

from okrengine.syntax.characters import BOM
from okrengine.syntax.places import Fix, indexes


def apply_fixes(content: bytes, fixes: Iterable[Fix]) -> tuple[bytes, int]:
    """The content of a file after some fixes, and how many of them were made.

    Of two fixes that touch each other only the first is made: the other may mean something else then.
    """
    mark = BOM if content.startswith(BOM) else b""
    text = content.removeprefix(BOM).decode("utf-8")
    taken: list[tuple[int, int, str]] = []
    made = 0
    for fix in dict.fromkeys(fixes):
        spans = indexes(text, [edit.place for edit in fix.edits])
        if fix.edits and all(start > last or end < first for start, end in spans for first, last, _ in taken):
            taken += [(start, end, edit.text) for (start, end), edit in zip(spans, fix.edits, strict=True)]
            made += 1
    for start, end, written in sorted(taken, reverse=True):
        text = text[:start] + written + text[end:]
    return mark + text.encode(), made
