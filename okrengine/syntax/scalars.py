"""Plain scalars by YAML 1.2: null, booleans, whole numbers and decimals; everything else stays text.

So `no`, `off`, `1:30`, `2026-11-31`, `0x1F`, `1e3` and `.inf` are texts, and `010` is ten.
"""

import re
from decimal import Decimal

_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None}
_BOOLEANS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+")
_MOST_DIGITS = 40  # more is refused as a number; `int` would raise from 4,301 on


def resolve(text: str) -> str | int | bool | Decimal | None:
    """The value of a plain scalar."""
    if text in _WORDS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if _INTEGER.fullmatch(text):
        return int(text) if len(text) <= _MOST_DIGITS else Decimal(text)
    return Decimal(text) if _DECIMAL.fullmatch(text) else text
