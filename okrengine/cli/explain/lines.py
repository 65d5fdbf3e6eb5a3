"""Text in lines of at most 80 columns."""

import re
import textwrap
from collections.abc import Iterator, Mapping

from okrengine.parameters import Parameter

WIDTH = 80


def wrapped(text: str, first: str = "", other: str = "") -> list[str]:
    """A text in lines of at most 80 columns; names with a hyphen stay whole."""
    plain = " ".join(text.split())
    return textwrap.wrap(plain, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False)


def paragraphs(help_: str) -> Iterator[str]:
    """A help text in lines of at most 80 columns, a blank one before each paragraph."""
    for paragraph in re.split(r"\n\s*\n", help_.strip()):
        yield from ("", *wrapped(paragraph))


def options(parameters: Mapping[str, Parameter]) -> Iterator[str]:
    """Each option with its help and its default."""
    for one in parameters.values():
        given = "must be given" if one.required else f"default {one.written_default or 'none'}"
        said = f"{one.name}: {one.help} ({given})".replace(":  (", ": (")
        yield from wrapped(said, "  ", "    ")
