"""Which known name was probably meant."""

import re
from collections.abc import Iterable
from functools import lru_cache

CUTOFF = 0.6
MOST_NAMES = 8
LONGEST = 64
SHORT = 6
SHORTEST = 2
"""Words of so few letters are in many names and say nothing."""


def nearest(name: str, known: Iterable[str], first: Iterable[str] = ()) -> str | None:
    """The name among `first`, else among `known`, that is closest to `name`; None where none is close."""
    return None if len(name) > LONGEST else _nearest(name, tuple(known), tuple(first))


@lru_cache(maxsize=1024)
def _nearest(name: str, known: tuple[str, ...], first: tuple[str, ...]) -> str | None:
    import difflib  # noqa: PLC0415  needed where something was misspelled, and nowhere else

    if same := [one for one in known if _plain(one) == _plain(name)]:
        return same[0]
    for names in (first, known):
        plain: dict[str, str] = {}
        for one in names:
            plain.setdefault(_plain(one), one)
        if found := difflib.get_close_matches(_plain(name), plain, n=1, cutoff=CUTOFF):
            return plain[found[0]]
        if names is first and (slip := certain(name, first)):  # of two letters, one may be wrong
            return slip
    return None


def certain(name: str, known: Iterable[str]) -> str | None:
    """The one known name that `name` is but for slips of the fingers; None where there is none, or more than one."""
    plain = _plain(name)
    most = 1 if len(plain) < SHORT else 2
    if len(name) > LONGEST:
        return None
    found = [one for one in known if _slips(plain, _plain(one), most) <= most]
    return found[0] if len(found) == 1 else None


def by_words(name: str, known: Iterable[str]) -> str | None:
    """The name that `name` is but for slips, else the one that shares most of its words: `compund` of `compound-line`.

    None where no word is shared, or where several names share as many and none of them is close.
    """
    known = list(known)
    if found := certain(name, known):
        return found
    asked = _words(name) if len(name) <= LONGEST else []
    shared = {one: sum(certain(word, _words(one)) is not None for word in asked) for one in known}
    most = max(shared.values(), default=0)
    best = [one for one in known if shared[one] == most]
    if not most or 2 * most < len(asked):
        return None
    return best[0] if len(best) == 1 else nearest(name, best)


def _words(name: str) -> list[str]:
    return [word for word in re.split(r"[_\- ]", name) if len(word) > SHORTEST]


def suggestion(name: str, known: Iterable[str], first: Iterable[str] = ()) -> str:
    """`did you mean …?`, else what there is."""
    names = list(known)
    if found := nearest(name, names, first):
        return f"did you mean `{found}`?"
    more = ", …" if len(names) > MOST_NAMES else ""
    return f"allowed here: {', '.join(names[:MOST_NAMES])}{more}" if names else "there is none to choose from"


@lru_cache(maxsize=1024)
def _plain(name: str) -> str:
    import unicodedata  # noqa: PLC0415  needed where something was misspelled, and nowhere else

    return re.sub(r"[_\- ]", "", unicodedata.normalize("NFC", name).casefold())


def _slips(name: str, other: str, most: int) -> int:
    """How many letters are too many, missing, wrong or swapped with their neighbour; not counted beyond `most`."""
    if abs(len(name) - len(other)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(name):
        older, before, row = before, row, [i + 1]
        for j, wanted in enumerate(other):
            cost = min(before[j + 1] + 1, row[j] + 1, before[j] + (letter != wanted))
            if i and j and letter == other[j - 1] and name[i - 1] == wanted:
                cost = min(cost, older[j - 1] + 1)
            row.append(cost)
        if min(row) > most and min(before) > most:
            return most + 1
    return row[-1]
