"""Text in lines of at most 80 columns."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence

from okrengine.parameters import Parameter

WIDTH = 80
_NAMES = 12


def wrapped(text: str, first: str = "", other: str = "") -> list[str]:
    """A text in lines of at most 80 columns; names with a hyphen stay whole."""
    plain = " ".join(text.split())
    return textwrap.wrap(plain, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False)


def pairs(*facts: tuple[str, object]) -> Iterator[str]:
    """Names and what they are; what is not known is left out."""
    for name, value in facts:
        if value is not None:
            yield from wrapped(str(value), f"{name:<{_NAMES}}", " " * _NAMES)


def paragraphs(help_: str) -> Iterator[str]:
    """A help text in lines of at most 80 columns, a blank one before each paragraph."""
    for paragraph in re.split(r"\n\s*\n", help_.strip()):
        yield from ("", *wrapped(paragraph))


def first(help_: str) -> str:
    """The first paragraph of a help text, in one line."""
    return " ".join(help_.partition("\n\n")[0].split())


def options(parameters: Mapping[str, Parameter]) -> Iterator[str]:
    """Each option with its help, what may be written, and its default."""
    for one in parameters.values():
        given = "must be given" if one.required else f"default {one.written_default or 'none'}"
        said = f"{one.name}: {one.help} ({kind(one)}; {given})".replace(":  (", ": (")
        yield from wrapped(said, "  ", "    ")


def kind(one: Parameter) -> str:
    """What may be written for an option."""
    return str(one.schema.get("errorMessage", "anything")).removeprefix("write ").partition(";")[0]


def table(rows: Sequence[Mapping[str, str]]) -> Iterator[str]:
    """Rows under their headers; where they are too wide, blocks of columns with the numbers of the rows before them."""
    widths = {name: max(len(name), *(len(row[name]) for row in rows)) for name in rows[0]}
    if sum(widths.values()) + 2 * len(widths) <= WIDTH:
        yield from _block(rows, widths)
        return
    numbered = [{"": str(number), **row} for number, row in enumerate(rows, 1)]
    first = {"": len(str(len(rows)))}
    block = dict(first)
    for name, width in widths.items():
        if len(block) > 1 and sum(block.values()) + width + 2 * len(block) + 2 > WIDTH:
            yield from (*_block(numbered, block), "")
            block = dict(first)
        block[name] = width
    yield from _block(numbered, block)


def _block(rows: Sequence[Mapping[str, str]], widths: Mapping[str, int]) -> Iterator[str]:
    for row in ({name: name for name in widths}, *rows):
        yield f"  {'  '.join(row[name].ljust(width) for name, width in widths.items())}".rstrip()
