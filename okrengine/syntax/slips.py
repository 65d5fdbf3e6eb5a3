"""What somebody in a hurry writes in place of a key and its value, and the line that was meant."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from okrengine.syntax.fixes import KEYS
from okrengine.syntax.places import quoted

_START = re.compile(r"\s*(?:- +)*")
_DASH = re.compile(r"-(?P<rest>[^\s-].*)")
_COMMENT = re.compile(r"(?://|/\*)\s*(?P<rest>.*)")
_WIDE = re.compile(r"(?P<key>[\w-]+)\s*(?P<sign>[：﹕︰])\s*(?P<rest>.*)")
_GLUED = re.compile(r"(?P<key>[A-Za-z_][\w-]*)(?P<sign>:)(?P<rest>(?!//)\S.*)")
_EQUALS = re.compile(r"(?P<key>[A-Za-z_][\w-]*)\s*(?P<sign>:?=>?)\s*(?P<rest>.*)")
_BARE = re.compile(r"(?P<key>[a-z_]+)(?P<sign>)\s+(?P<rest>.+)")
_KEY = re.compile(r"(?P<ahead>\s*(?:- +)*)[\w-]+:(?:\s|$)")


class Slip(NamedTuple):
    """Where in a line something is wrong, what, and what to write; `gap` is true where only a space is missing."""

    column: int
    message: str
    hint: str
    gap: bool = False


def slip(row: str) -> Slip | None:
    """What is wrong with a line that has no key that ends with a colon and a space; None where nobody knows."""
    start = _START.match(row)
    at = start.end() if start else 0
    for pattern, tell in _KINDS:
        if found := pattern.match(row, at):
            return tell(found)
    return None


def _line(found: re.Match[str]) -> str:
    return f"write {quoted(found['key'] + ': ' + found['rest'].strip())}"


def _dash(found: re.Match[str]) -> Slip:
    return Slip(found.start(), "a dash needs a space after it", f"write {quoted('- ' + found['rest'])}")


def _comment(found: re.Match[str]) -> Slip:
    return Slip(found.start(), "a comment starts with `#`", f"write {quoted('# ' + found['rest'])}")


def _wide(found: re.Match[str]) -> Slip:
    return Slip(found.start("sign"), f"`{found['sign']}` is not the colon that ends a key", _line(found))


def _glued(found: re.Match[str]) -> Slip:
    return Slip(found.start("sign"), "a colon needs a space after it", _line(found), gap=found["key"] in KEYS)


def _equals(found: re.Match[str]) -> Slip:
    return Slip(found.start("sign"), "a key ends with a colon", _line(found))


def _bare(found: re.Match[str]) -> Slip | None:
    if found["key"] not in KEYS:
        return None
    return Slip(found.start(), f"the colon after `{found['key']}` is missing", _line(found))


_KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Slip | None]], ...] = (
    (_DASH, _dash),
    (_COMMENT, _comment),
    (_WIDE, _wide),
    (_GLUED, _glued),
    (_EQUALS, _equals),
    (_BARE, _bare),
)


def columns_above(lines: Sequence[str]) -> dict[int, str]:
    """The columns in which a further key may stand below some lines, innermost first, each with a key in it."""
    found: dict[int, str] = {}
    least = None
    for line in reversed(lines):
        match = _KEY.match(line)
        column = len(match["ahead"]) if match else 0
        if match is None or (least is not None and column > least):
            continue
        found.setdefault(column, line[column : match.end()].strip().rstrip(":"))
        least = len(line) - len(line.lstrip())  # behind a dash, what lies further out comes next
    return found
