"""What the tables and paragraphs of all pages share."""

import re
from collections.abc import Iterable, Sequence


def cell(words: str) -> str:
    """A text in a cell of a table."""
    return " ".join(words.split()).replace("|", "\\|")


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table."""
    return "\n".join(f"| {' | '.join(map(cell, row))} |" for row in (header, ["---"] * len(header), *rows))


def flowing(text: str) -> str:
    """Each paragraph in one line, as Markdown likes it."""
    return "\n\n".join(" ".join(part.split()) for part in re.split(r"\n\s*\n", text.strip()))
