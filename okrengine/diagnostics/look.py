"""How a text for people looks where it is shown: width, colours, characters."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

Style: TypeAlias = Literal["error", "warning", "info", "aside", "fix", "strong"]

WIDEST = 1_000
"""The columns of a line that are shown at most, also where there is no edge: a file may be one line of a megabyte."""

_CODES = {"error": "1;31", "warning": "1;33", "info": "1;34", "aside": "34", "fix": "32", "strong": "1"}


@dataclass(frozen=True)
class Look:
    """`width` is that of a terminal, None where nothing is to be cut. A character that `encoding` lacks becomes `?`."""

    width: int | None = None
    color: bool = False
    encoding: str = "utf-8"
    closing: bool = True

    @property
    def ellipsis(self) -> str:
        """What stands for text that was cut off."""
        return "…" if self.encoding == "utf-8" else "..."

    def paint(self, text: str, style: Style) -> str:
        """`text` in a colour, where there are colours."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.color and text else text

    def spelled(self, text: str) -> str:
        """`text` in the characters that there are."""
        if self.encoding == "utf-8":
            return text
        for sign, plain in (("…", "..."), ("→", "->"), ("–", "-")):
            text = text.replace(sign, plain)
        return text.encode(self.encoding, "replace").decode(self.encoding)


PLAIN = Look()


def columns(text: str) -> int:
    """The columns that a line takes, without tabs: marks above and below a letter take none, an emoji takes two."""
    return len(text) if text.isascii() else max(_measure()(text), 0)


def _measure() -> Callable[[str], int]:
    from wcwidth import wcswidth  # noqa: PLC0415  its tables are read only where a line needs them

    return wcswidth
