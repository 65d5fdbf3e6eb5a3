"""What a database gives as plain values of Python: exact numbers, naive stamps in UTC, days, true and false."""

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_EVEN, Decimal, localcontext
from typing import Any

_PLACES = Decimal("1E-10")
_DIGITS = 60


def plain(value: Any, kind: Any) -> Any:  # noqa: PLR0911  one line per type
    """A value as the type of its expression has it, whatever the driver made of it."""
    if value is None:
        return None
    if kind.is_boolean():
        return bool(value)
    if kind.is_integer():
        return int(value)
    if kind.is_decimal() and isinstance(value, float):
        return _decimal(value)
    if kind.is_timestamp():
        return _stamp(value)
    if kind.is_date():
        return _day(value)
    return value.decode() if isinstance(value, bytes) and kind.is_string() else value


def _decimal(value: float) -> Decimal:
    """A sum of an engine that has no decimals, to the ten places that decimals have here: 244091.9399999978 is .94."""
    found = Decimal(repr(value))
    if not found.is_finite():
        return found
    with localcontext() as context:
        context.prec = _DIGITS
        return found.quantize(_PLACES, ROUND_HALF_EVEN)


def _stamp(value: Any) -> Any:
    found = datetime.fromisoformat(value) if isinstance(value, str) else value
    if isinstance(found, datetime) and found.tzinfo is not None:
        return found.astimezone(UTC).replace(tzinfo=None)
    return found


def _day(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.date()
    return date.fromisoformat(value) if isinstance(value, str) else value
