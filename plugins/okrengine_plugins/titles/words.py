"""Lists of words as patterns: English by word with its endings, Thai wherever it stands."""

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property

from okrengine_plugins.titles.titles import folded

_LATIN = re.compile("[a-z]")


class Words:
    """What finds any word of a list. A text without the beginning of one is let go first: nearly all are."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = tuple(words)
        self._stems = tuple(sorted({_stem(one) for one in words}))

    def search(self, text: str) -> re.Match[str] | None:
        """The first word in a folded text."""
        return self._found.search(text) if self._are_in(text) else None

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The word that stands at a place of a folded text."""
        return self._found.match(text, start) if text.startswith(self._stems, start) else None

    def blank(self, text: str) -> str:
        """The text with spaces in place of every word."""
        return blanked(text, self._found) if self._are_in(text) else text

    @cached_property
    def _found(self) -> re.Pattern[str]:
        return alternatives(self._words)

    def _are_in(self, text: str) -> bool:
        for stem in self._stems:  # noqa: SIM110  `any` over a generator takes twice as long
            if stem in text:
                return True
        return False


@cache
def pattern(words: tuple[str, ...], add: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> Words:
    """What finds any word of the list, those that a project adds included and those that it drops left out."""
    dropped = set(map(folded, drop))
    return Words([one for one in map(folded, (*words, *add)) if one.strip() and one not in dropped])


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """What finds any of some folded words, the longest first; a list without words finds nothing."""
    found = sorted(set(words), key=lambda one: (-len(one), one))
    return re.compile("|".join(map(_form, found)) or r"(?!)")


def blanked(text: str, found: re.Pattern[str]) -> str:
    """`text` with spaces in place of what a pattern finds, so that everything else keeps its place."""
    return found.sub(lambda one: " " * len(one[0]), text)


def _stem(word: str) -> str:
    """What every form of a word or phrase begins with."""
    first = word.split(maxsplit=1)[0]
    return first[:-1] if _LATIN.search(word) and " " not in word and len(first) > 1 else first


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
