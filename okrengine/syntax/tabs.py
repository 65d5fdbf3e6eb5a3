"""Tabs between values, which YAML and libyaml allow and PyYAML's own scanner does not: it gets blanks instead."""

import re
from typing import Any

import yaml

MOST = 200
INDENTING = re.compile(r"\n *\t")
"""A tab that begins a line after the first."""

_EMPTY = re.compile(r"^[ \t]*\t[ \t]*(?=\r?$)", re.MULTILINE)
_AHEAD = re.compile(r"\s*(?:[-?]\s+)*[-?]?\s*")  # behind a dash, too, a tab would say how far its item is indented


def separated(text: str, loader: Any) -> str:
    """The text as a parser takes it: of the same length, with a blank for each tab that only stands between values.

    A line of blanks is empty, whatever the blanks are.
    """
    if "\t" not in text:
        return text
    text = _EMPTY.sub(lambda found: " " * len(found[0]), text)
    for _ in range(MOST if issubclass(loader, yaml.scanner.Scanner) else 0):
        found = _refused(text, loader)
        if found is None:
            break
        text = f"{text[:found]} {text[found + 1 :]}"
    return text


def folded(written: str) -> str:
    """A plain text as it is read: line breaks are blanks, empty lines line breaks, and its tabs stay."""
    text, breaks = "", ""
    for line in re.split(r"\r\n|\r|\n", written):
        part = line.strip(" \t")
        if part:
            text += (breaks[1:] or " " if breaks else "") + part
            breaks = ""
        breaks += "\n"
    return text


def _refused(text: str, loader: Any) -> int | None:
    """Where the parser stops at a tab that does not indent."""
    parser = loader(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.MarkedYAMLError as error:
        index = error.problem_mark.index if error.problem_mark is not None else len(text)
    except (yaml.YAMLError, ValueError):
        return None
    else:
        return None
    line = text[text.rfind("\n", 0, index) + 1 : index]
    return index if text[index : index + 1] == "\t" and not _AHEAD.fullmatch(line) else None
