"""Lists of words as patterns: English by word with its endings, Thai wherever it stands."""

import re
from collections.abc import Iterable
from functools import cache

from okrengine_plugins.reading.titles import folded

_LATIN = re.compile("[a-z]")


@cache
def pattern(words: tuple[str, ...], add: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> re.Pattern[str]:
    """What finds any word of the list, those that a project adds included and those that it drops left out."""
    dropped = set(map(folded, drop))
    kept = [one for one in map(folded, (*words, *add)) if one.strip() and one not in dropped]
    return alternatives(kept)


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some folded words, the longest first; a list without words finds nothing."""
    found = sorted(set(words), key=lambda one: (-len(one), one))
    return re.compile("|".join(map(_form, found)) or r"(?!)")


def blanked(text: str, found: re.Pattern[str]) -> str:
    """`text` with spaces in place of what a pattern finds, so that everything else keeps its place."""
    return found.sub(lambda one: " " * len(one[0]), text)


def _form(word: str) -> str:
    """One word or phrase as a pattern."""
    written = r"\s+".join(map(re.escape, word.split()))
    if not _LATIN.search(word):
        return written
    return rf"(?<![a-z0-9]){written if ' ' in word else _inflected(word)}(?![a-z0-9])"


def _inflected(word: str) -> str:
    """An English word with the endings of a verb: `train` also finds trains, trained and training."""
    stem, last = re.escape(word[:-1]), re.escape(word[-1])
    if word.endswith("e"):
        return rf"{stem}(?:es|ed|ing|e)"
    if word.endswith("y"):
        return rf"{stem}(?:ies|ied|ying|ys|y)"
    return rf"{stem}{last}(?:(?:{last})?(?:ed|ing)|e?s)?"
