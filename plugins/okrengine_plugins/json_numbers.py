"""Numbers of JSON that the engine would read as doubles, which keep fifteen digits, put in quotes: all digits count."""

import re

_LONG = re.compile(rb"[0-9][0-9.eE+-]{15,}")
"""What has fifteen digits or fewer comes back from a double as it was written."""

_FRACTION = re.compile(rb"(0|[1-9][0-9]*)(?=[.eE])(\.[0-9]+)?([eE][+-]?[0-9]+)?")
"""A whole number without an exponent is read with all its digits anyway."""


def quoted_numbers(content: bytes) -> bytes | None:
    """The JSON with its long fractions in quotes, None where it has none."""
    plain = content.replace(rb"\\", b"  ").replace(rb"\"", b"  ")  # what is left of quotes are ends of texts
    pieces, copied, looked, within = [], 0, 0, False
    for found in _LONG.finditer(plain):
        within ^= plain.count(b'"', looked, found.start()) % 2 == 1
        looked = found.start()
        if not within and _FRACTION.fullmatch(found[0]):
            start = found.start() - (plain[found.start() - 1 : found.start()] == b"-")
            pieces += [content[copied:start], b'"', content[start : found.end()], b'"']
            copied = found.end()
    return b"".join([*pieces, content[copied:]]) if pieces else None
