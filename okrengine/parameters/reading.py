"""What is written for a parameter, read by its type. Raises `ValueError` or `QuantityError` for what does not fit."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from okrengine.parameters.kinds import (
    DAY,
    FORMS,
    REFERENCE,
    REGION,
    STATISTIC,
    Holiday,
    Seconds,
    Secret,
    Share,
    Statistic,
)
from okrengine.quantity import SECONDS, Quantity

MOST_ITEMS = 100  # of a list
_BUDDHIST = frozenset(str(year) for year in range(2400, 2700))


def read(kind: Any, written: Any) -> Any:  # noqa: PLR0911  one line per type that may be written
    """The value that a function receives for what is written."""
    options = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return None if written is None else read(_meant(options, written), written)
    if get_origin(kind) is Literal:
        if written not in options:
            raise ValueError(f"`{written}` is not allowed")
        return written
    if kind in (Seconds, Share, Statistic, Secret):
        return _amount(kind, written)
    if get_origin(kind) in (list, tuple, Sequence):
        return _items(kind, options, written)
    if hasattr(kind, "__required_keys__"):
        return _mapping(kind, written)
    if kind is Decimal and isinstance(written, int | Decimal) and not isinstance(written, bool):
        return Decimal(written)
    if kind in (date, Holiday):
        return _day(kind, written)
    if not isinstance(written, kind) or (kind is int and isinstance(written, bool)):
        raise ValueError(f"`{written}` is not {_NOUNS.get(kind, kind)}")
    return written


def _meant(options: Sequence[Any], written: Any) -> Any:
    """Which of several types is meant: the one that is written as a mapping, or the other."""
    kinds = [option for option in options if option is not NoneType]
    mapped = isinstance(written, Mapping)
    return next((kind for kind in kinds if hasattr(kind, "__required_keys__") == mapped), kinds[0])


def _amount(kind: Any, written: Any) -> Any:
    """A length of time, a percentage, the name of a statistic, or a reference to a secret."""
    if kind is Statistic:
        if not re.fullmatch(STATISTIC, str(written)):
            raise ValueError(f"`{written}` is not {FORMS[kind][1]}")
        return Statistic(str(written))
    noun = FORMS[kind][1]
    if kind is Secret:  # what was written instead may be the secret, so it is not repeated
        if not isinstance(written, str) or not re.fullmatch(f"{REFERENCE[1:-1]}", written):
            raise ValueError(f"this is not {noun}")
        return Secret(written)
    if isinstance(written, bool) or not isinstance(written, str | int | Decimal):
        raise ValueError(f"`{written}` is not {noun}")  # noqa: TRY004  what was written is wrong, not a type of ours
    quantity = Quantity.parse(written)
    if kind is Share and quantity.unit == "%":
        return Share(quantity.number)
    if kind is Seconds and quantity.unit in SECONDS and quantity.base.denominator == 1 and quantity.base >= 0:
        return Seconds(int(quantity.base))
    raise ValueError(f"`{written}` is not {noun}")


def _day(kind: Any, written: Any) -> Any:
    """A day, or for a holiday the code of a country or region."""
    if kind is Holiday and isinstance(written, str) and re.match(f"{REGION[:-1]}\\Z", written):
        return Holiday(written)
    if not re.match(f"{DAY[:-1]}\\Z", str(written)):
        raise ValueError(f"`{written}` is not {FORMS[kind][1]}")
    text = str(written)
    if text[:4] in _BUDDHIST:
        era = int(text[:4])
        raise ValueError(f"`{text}` looks like a year of the Buddhist era: write {era - 543}{text[4:]}")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"`{text}` is not on the calendar: write a day that there is") from None


_NOUNS = {bool: "true or false", int: "a whole number", Decimal: "a number", str: "a text"}


def _items(kind: Any, options: tuple[Any, ...], written: Any) -> tuple[Any, ...]:
    if not isinstance(written, list | tuple):
        raise ValueError(f"`{written}` is not a list")  # noqa: TRY004  what was written is wrong, not a type of ours
    if len(written) > MOST_ITEMS:
        raise ValueError(f"a list of {MOST_ITEMS} at most is due, not of {len(written)}: write fewer")
    exact = get_origin(kind) is tuple and Ellipsis not in options
    if exact and len(written) != len(options):
        raise ValueError(f"a list of {len(options)} is due, not of {len(written)}")
    return tuple(read(options[0], item) for item in written)


def _mapping(kind: Any, written: Any) -> dict[str, Any]:
    if not isinstance(written, Mapping):
        raise ValueError(f"`{written}` is not a mapping")  # noqa: TRY004  what was written is wrong, not a type of ours
    hints = get_type_hints(kind)
    if unknown := [name for name in written if name not in hints]:
        raise ValueError(f"unknown key `{unknown[0]}`; there are {', '.join(hints)}")
    if absent := sorted(kind.__required_keys__ - set(written)):
        raise ValueError(f"`{absent[0]}` is absent")
    return {name: read(hint, written[name]) for name, hint in hints.items() if name in written}
