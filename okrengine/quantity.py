"""Exact numbers with units: `80%`, `6 h`, `-2 pp`, `4.6 stars`.

Digits are read as decimals from the text and every conversion is done in fractions, so that nothing between a file
and a score passes through a float.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Self

from okrengine.errors import QuantityError

SECONDS = {"s": 1, "min": 60, "h": 3600, "d": 86400, "w": 604800}
"""Units of duration, convertible into each other, and their length in seconds."""

PERCENT = "%"
POINTS = "pp"
MOST_DIGITS = 18
GREATEST = Decimal(10) ** 15

_WORD = r"[^\u0000-.0-@\[-^`{-\u00a0\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff]{1,64}"
PATTERN = r"[-+]?[0-9]+(\.[0-9]+)?( ?(%|pp|s|min|h|d|w)| " + _WORD + ")?"
"""How a quantity is spelled, as a regular expression that Python and JSON Schema read alike."""

_QUANTITY = re.compile(r"(?P<number>[-+]?[0-9]+(?:\.[0-9]+)?)(?P<unit>.*)")
_SPELLINGS = {
    "sec": "s", "secs": "s", "second": "s", "seconds": "s", "วินาที": "s",
    "m": "min", "mins": "min", "minute": "min", "minutes": "min", "นาที": "min",
    "hr": "h", "hrs": "h", "hour": "h", "hours": "h", "ชั่วโมง": "h", "ชม": "h", "ชม.": "h",
    "day": "d", "days": "d", "วัน": "d",
    "wk": "w", "week": "w", "weeks": "w", "สัปดาห์": "w",
    "percent": "%", "pct": "%", "เปอร์เซ็นต์": "%", "ppt": "pp",
}  # fmt: skip
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SCALES = {"k": 1_000, "K": 1_000, "M": 1_000_000}
MISSPELLED = tuple(word.replace(".", "[.]") for word in (*_SPELLINGS, *_SCALES))
"""Words that look like a unit and are refused as one, as parts of a regular expression."""

_LARGE = {
    "พัน": 1_000, "หมื่น": 10_000, "แสน": 100_000, "ล้าน": 1_000_000,
    "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000,
}  # fmt: skip
_LARGE_UNIT = re.compile(rf"(?P<large>{'|'.join(_LARGE)}) ?(?P<unit>.*)")
_GROUPED = re.compile(r"([-+]?[0-9]{1,3}([,'’])[0-9]{3}(?:\2[0-9]{3})*(?:\.[0-9]+)?)(.*)")
_CURRENCIES = {"฿": "บาท", "€": "EUR", "£": "GBP"}
_LONGEST_KEPT = 64
EXAMPLES = "a number with a unit: 80%, 6 h, 45 min, 2 d"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A decimal number and its unit; the unit is an empty text where none was written."""

    number: Decimal
    unit: str = ""

    @classmethod
    def parse(cls, written: str | int | Decimal) -> Self:
        """Read a number, or text `number unit`; raise `QuantityError` naming the spelling that works."""
        text = written if isinstance(written, str) else format(Decimal(written), "f")
        return cls(*(_kept_parts if len(text) < _LONGEST_KEPT else _parts)(text))

    @classmethod
    def rounded(cls, base: Fraction, unit: str, places: int) -> Self:
        """An exact amount in base units as a quantity in `unit`, rounded once, half to even, without trailing zeros."""
        shown = round(base / SECONDS.get(unit, 1), places)
        number = Decimal(shown.numerator) / Decimal(shown.denominator)
        return cls(Decimal(plain(number)), unit)

    @property
    def base(self) -> Fraction:
        """The exact amount in base units: seconds for durations, else the number itself."""
        return _base(self.number, SECONDS.get(self.unit, 1))

    @property
    def dimension(self) -> str:
        """What the quantity may be compared with: `duration`, or the name of its unit."""
        return dimension(self.unit)

    def with_unit(self, unit: str) -> "Quantity":
        """The same number under `unit` where none was written."""
        return self if self.unit else Quantity(self.number, unit)

    def written_out(self) -> "Quantity":
        """With all its digits where its unit begins with a large number: `2000000 บาท` for `2 ล้านบาท`."""
        found = _LARGE_UNIT.fullmatch(self.unit)
        return Quantity(self.number * _LARGE[found["large"]], found["unit"]) if found else self

    def within(self, at_least: Self | None, at_most: Self | None) -> bool:
        """Whether it lies within inclusive limits; a limit that is written without a unit has this one's."""
        low = None if at_least is None else at_least.with_unit(self.unit).base
        high = None if at_most is None else at_most.with_unit(self.unit).base
        return (low is None or self.base >= low) and (high is None or self.base <= high)

    def __str__(self) -> str:
        gap = "" if self.unit in ("", PERCENT) else " "
        return f"{plain(self.number)}{gap}{self.unit}"


def _parts(text: str) -> tuple[Decimal, str]:
    """The number and the unit that a text says."""
    found = _QUANTITY.fullmatch(text) if re.fullmatch(PATTERN, text) else None
    unit = found["unit"].strip() if found else ""
    if found is None or unit in _SPELLINGS or unit in _SCALES:
        raise QuantityError(f"`{text[:60]}` is not a quantity: {_mend(text)}")
    number = Decimal(found["number"])
    if len(number.as_tuple().digits) > MOST_DIGITS or abs(number) > GREATEST:
        raise QuantityError(f"`{text[:60]}` has too many digits: at most {MOST_DIGITS}, and 10^15 at the most")
    return number, unit


@lru_cache(4096)
def _base(number: Decimal, seconds: int) -> Fraction:
    return Fraction(number) * seconds


_kept_parts = lru_cache(4096)(_parts)  # the same few stand again and again


def dimension(unit: str) -> str:
    """`duration` for every unit of time, else the unit itself."""
    return "duration" if unit in SECONDS else unit


def base_unit(unit: str) -> str:
    """The unit that exact amounts are kept in: seconds for durations, else the unit itself."""
    return "s" if unit in SECONDS else unit


def plain(number: Decimal) -> str:
    """A decimal written out in full, without exponent or trailing zeros."""
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) if number else "0"


def _mend(text: str) -> str:
    """The spelling that works for a text that does not."""
    digits = text.translate(_THAI_DIGITS).strip().replace("per cent", "percent")
    if digits[:1] in _CURRENCIES and " " not in digits:
        digits = f"{digits[1:]} {_CURRENCIES[digits[0]]}"
    if (grouped := _GROUPED.fullmatch(digits)) is not None:
        digits = re.sub("[,'’]", "", grouped[1]) + grouped[3]
    elif (comma := re.fullmatch(r"([-+]?[0-9]+),([0-9]{1,2})([^0-9,].*)?", digits)) is not None:
        digits = f"{comma[1]}.{comma[2]}{comma[3] or ''}"
    if (scaled := re.fullmatch(r"([-+]?[0-9]+(?:\.[0-9]+)?) ?([kKM])(?: (.*))?", digits)) is not None:
        number, unit = Decimal(scaled[1][:MOST_DIGITS]) * _SCALES[scaled[2]], scaled[3] or ""
        digits = f"{plain(number)} {unit}".strip()
    found = _QUANTITY.fullmatch(digits)
    if found is not None:
        unit = found["unit"].strip()
        mended = str(Quantity(Decimal(found["number"]), _SPELLINGS.get(unit, unit)).written_out())
        if mended != text and re.fullmatch(PATTERN, mended):
            return f"write {mended}"
    return f"write {EXAMPLES}"
