"""A title made plain for matching, with the way back to what is written."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from okrengine import Item, Place, quoted

_UNSEEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_DIGITS = {ord("๐") + number: str(number) for number in range(10)}
_JOINED = {"เเ": "แ", "ํา": "ำ"}
"""Two keys that look like one letter on paper."""

_ODD = re.compile(rf"[{_UNSEEN}๐-๙]|[^\S ]|{'|'.join(_JOINED)}")
"""What is not matched character by character, as it is written."""


@dataclass(frozen=True, eq=False)
class Title:
    """The title of an objective or key result.

    `text` is the title after NFC and casefold, with Arabic digits, plain spaces and nothing invisible; `spans` are the
    first and last character of what is written for each of its characters, and nothing where they cannot be told.
    """

    item: Item
    written: str
    text: str
    spans: tuple[tuple[int, int], ...]

    def place(self, start: int, end: int) -> Place:
        """The place of a stretch of `text` in the file."""
        if not self.spans:
            return self.item.place("title")
        return self.item.part("title", self.spans[start][0], self.spans[end - 1][1])

    def quoted(self, start: int, end: int) -> str:
        """A stretch of `text` as it is written."""
        return quoted(self.written[self.spans[start][0] : self.spans[end - 1][1]] if self.spans else self.written)


def title_of(item: Item) -> Title | None:
    """The title of an item; several rules ask, and it is read once."""
    if title_of not in item.kept:
        written = item.text("title")
        item.kept[title_of] = None if written is None else _read(item, written)
    found: Title | None = item.kept[title_of]
    return found


def titles_of(items: Iterable[Item]) -> Iterator[Title]:
    """The titles of those items that have one, and about which it is known what is meant."""
    for item in items:
        title = title_of(item) if item.clear else None
        if title is not None:
            yield title


def _read(item: Item, written: str) -> Title:
    composed = unicodedata.normalize("NFC", written)
    folded = composed.casefold()
    if len(folded) == len(composed) == len(written) and not _ODD.search(composed):  # a character for a character
        return Title(item, written, folded, _in_place(len(written)))
    plain = [(letter, place) for place, one in enumerate(composed) for letter in _plain(one)]
    letters: list[str] = []
    spans: list[tuple[int, int]] = []
    for letter, place in plain:
        joined = _JOINED.get((letters[-1] if letters else "") + letter)
        start = spans[-1][0] if joined else place
        letters[-1 if joined else len(letters) :] = [joined or letter]
        spans[-1 if joined else len(spans) :] = [(start, place + 1)]
    return Title(item, written, "".join(letters), tuple(spans) if len(composed) == len(written) else ())


@cache
def _in_place(length: int) -> tuple[tuple[int, int], ...]:
    """The spans of a text that is matched as it is written."""
    return tuple((place, place + 1) for place in range(length))


def _plain(letter: str) -> str:
    """One character as it is matched."""
    if letter in _UNSEEN:
        return ""
    return " " if letter.isspace() else _DIGITS.get(ord(letter)) or letter.casefold()


def folded(word: str) -> str:
    """A word of a list, made plain as titles are."""
    return "".join(_plain(one) for one in unicodedata.normalize("NFC", word))
