"""Markdown that shows what strangers wrote as text: no link, image, mention, table, list or code can come of it."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, SupportsIndex

from okrengine.report.visible import one_line

_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_ISSUE = re.compile(r"(?<=gh)\\-(?=[0-9])", re.IGNORECASE)
"""What GitHub takes for the number of an issue, `GH-1`, as it stands after escaping."""

_SPECIAL = {"<": "&lt;", ">": "&gt;", "@": "\\@\u200b", "#": "\\#\u200b"}
"""Written in another way than with a backslash alone: no tag or comment begins, nobody is mentioned, nothing linked."""

_MERMAID = re.compile(r"[!-+/:-@\[-`{-~]")


class Marked(str):
    """Text that is Markdown already. Whatever else is put into it is escaped first."""

    __slots__ = ()

    def __mod__(self, values: Any) -> "Marked":
        """The text with named values put in, each escaped unless it is Markdown."""
        if isinstance(values, Mapping):
            return Marked(str.__mod__(self, {name: _safe(value) for name, value in values.items()}))
        return Marked(str.__mod__(self, _safe(values)))

    def __add__(self, other: str) -> "Marked":
        return Marked(str.__add__(self, escape(other)))

    def join(self, parts: Iterable[str], /) -> "Marked":
        """The parts with this text between them, each escaped unless it is Markdown."""
        return Marked(str.join(self, [escape(part) for part in parts]))

    def lower(self) -> "Marked":
        """The same in lower case."""
        return Marked(str.lower(self))

    def __getitem__(self, key: SupportsIndex | slice) -> "Marked":
        return Marked(str.__getitem__(self, key))


def escape(text: object) -> Marked:
    """Any text as Markdown that shows exactly this text, on one line."""
    if isinstance(text, Marked):
        return text
    plain = _PUNCTUATION.sub(lambda found: _SPECIAL.get(found[0], f"\\{found[0]}"), one_line(str(text)))
    return Marked(_ISSUE.sub("\\\\-\u200b", plain))


def mermaid(text: str) -> Marked:
    """A text for a quoted label of a Mermaid chart: its punctuation is written by number."""
    return Marked(_MERMAID.sub(lambda found: f"#{ord(found[0])};", one_line(text)))


def mono(text: str) -> Marked:
    """A text for a code span: what would end the span or the cell around it is left out."""
    return Marked(re.sub(r"[`|\\\s]", "", text))


def _safe(value: Any) -> Any:
    return escape(value) if isinstance(value, str) else value
