"""Whether a document holds ordinary values alone: then what is asked of values beside the schema finds nothing."""

from decimal import Decimal
from typing import Any

from okrengine.errors import QuantityError
from okrengine.quantity import GREATEST, Quantity
from okrengine.schema.checking.secrets import is_secret
from okrengine.syntax import INVISIBLE

NAMES = ("metric", "source", "type", "key_result", "field")
"""Keys whose values are names of things."""

_MOST = int(GREATEST)
_MOST_KEPT = 10_000
_ORDINARY: set[str] = set()


def is_ordinary(data: Any) -> bool:
    """Whether no key is called like a secret, no text might hold one, and names and numbers are plain.

    True only where the checks of secrets, of hidden characters in names and of digits would find nothing.
    """
    waiting = [{"": data}]
    for holder in waiting:
        if isinstance(holder, dict):
            if not holder.keys() <= _ORDINARY and not all(_is_ordinary_key(key) for key in holder):
                return False
            pairs: Any = holder.items()
        else:
            pairs = (("", one) for one in holder)
        for key, value in pairs:
            kind = value.__class__
            if kind is str:
                if (
                    "://" in value
                    or "${" in value
                    or (key in NAMES and not value.isascii() and INVISIBLE.search(value))
                ):
                    return False
            elif kind is dict or kind is list:
                waiting.append(value)
            elif (kind is int and not -_MOST <= value <= _MOST) or (kind is Decimal and not _is_short(value)):
                return False
    return True


def _is_ordinary_key(key: str) -> bool:
    if key in _ORDINARY:
        return True
    if is_secret(key):
        return False
    if len(_ORDINARY) < _MOST_KEPT:
        _ORDINARY.add(key)
    return True


def _is_short(number: Decimal) -> bool:
    try:
        Quantity.parse(number)
    except QuantityError:
        return False
    return True
