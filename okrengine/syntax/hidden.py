"""Characters that hide, reorder or break what a reader sees, and texts in which they are written out."""

import re

_FORBIDDEN = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
    "\U000e0000-\U000e007f"
)
_INVISIBLE = "\u00a0\u00ad\u034f\u061c\u115f\u1160\u180e\u2000-\u200f\u202f\u205f-\u2065\u206a-\u206f\u3000\u3164\uffa0"
_BREAKS = "\t\n\r"
_MARKS = "\u061c\u200e\u200f"
_DIRECTIONS = f"{_MARKS}\u202a-\u202e\u2066-\u2069"

FORBIDDEN = re.compile(f"[{_FORBIDDEN}]")
"""Characters that no text may hold, raw or escaped."""

INVISIBLE = re.compile(f"[{_INVISIBLE}]")
"""Characters that a title may hold and a key, an id, a name or a quantity may not."""

IDLE = re.compile(
    "[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
    "|[\x0b\x0c\x85\u2028\u2029](?=[ \\t]*(?:[\\r\\n]|\\Z))"
)
"""Characters that nobody sees and that do nothing where they stand."""

BLANK = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
"""Blanks that are not plain ones."""

COMMAND = re.compile(r"(##(?:vso|teamcity)?)\[", re.IGNORECASE)
"""What the log of a build obeys wherever it stands in a line."""

_UNSEEN = re.compile(f"[{_FORBIDDEN}{_INVISIBLE}{_BREAKS}]")
_HARMFUL = re.compile(f"[{_FORBIDDEN}{_MARKS}{_BREAKS}]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_DIRECTION = re.compile(f"[{_DIRECTIONS}]")
_LEADING = re.compile(r"^(\s*)::", re.MULTILINE)
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def named(character: str) -> str:
    """A character by its number, and what kind it is."""
    kind = "invisible character"
    if _DIRECTION.match(character):
        kind = "text-direction character"
    elif _CONTROL.match(character):
        kind = "control character"
    return f"the {kind} U+{ord(character):04X}"


def escaped(text: str) -> str:
    r"""`text` in one line, with every character that nobody sees written out, such as `\u{200b}`: for messages."""
    return _UNSEEN.sub(_written, text)


def visible(text: str, *, keep: str = "") -> str:
    """`text` in one line, with what hides, reorders or breaks a line written out: for what people wrote.

    Joiners and odd spaces stay, since languages need them. `keep` are line breaks that stay too.
    """
    return _HARMFUL.sub(lambda found: found[0] if found[0] in keep else _written(found), text)


def inert(text: str) -> str:
    r"""`text` without commands to the log of a build: `##[error]` is shown as `##\[error]`, a leading `::` as `\::`."""
    return _LEADING.sub(r"\1\\::", COMMAND.sub(r"\1\\[", text))


def _written(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{{{ord(found[0]):04x}}}"
