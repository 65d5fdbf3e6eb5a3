"""Edits that cannot change what a text means: characters that nobody sees are deleted, a text is put into quotes."""

import re

from okrengine.syntax.hidden import BLANK, IDLE
from okrengine.syntax.places import Edit, Fix, Place, indexes

_UNSEEN = re.compile(f"{IDLE.pattern}|{BLANK.pattern}")
_ENDS = " \t'\""


def deletion(text: str, place: Place, blank: str | None = None) -> Fix | None:
    """What is at a place of one line, without the characters that nobody sees and that do nothing.

    A blank that is not a plain one is deleted at the ends; elsewhere it becomes `blank`, and without one there is no
    fix: it may be meant.
    """
    (start, end) = indexes(text, [place])[0]
    edits = []
    for found in _UNSEEN.finditer(text[start:end]):
        inside = text[start : start + found.start()].strip(_ENDS) and text[start + found.end() : end].strip(_ENDS)
        meant = bool(inside) and BLANK.fullmatch(found[0]) is not None
        if meant and blank is None:
            return None
        at = Place(place.file, place.line, place.column + found.start(), place.line, place.column + found.end())
        edits.append(Edit(at, blank or "" if meant else ""))
    if not edits or place.line != place.end_line:
        return None
    return Fix("writes a plain blank" if any(one.text for one in edits) else "deletes it", tuple(edits))
