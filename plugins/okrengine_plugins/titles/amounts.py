"""The numbers in a text that say how much, each with its unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from okrengine import Quantity
from okrengine_plugins.titles import units
from okrengine_plugins.titles.labels import NUMBER

_SCALES = "|".join(f"{word}(?![a-z])" if word.isascii() else word for word in units.SCALES)
_OUT_OF = re.compile(
    r"\s?\(?(?:คะแนน)?(?:เต็ม|จาก|out of|of|/)\s?(?:5|7|10|100)(?![0-9.,%])(?:\s?(?:คะแนน|ดาว|points|stars))?\)?"
)
_SCORED = ("", units.SCORE, units.STAR)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, at `start` to `end` of a text; the unit is empty where none is written.

    `plain` is the number without a word of scale: 1.2 of 1.2 million. `worded` says that it is no digits, `ranged`
    that it is the first of two ends.
    """

    number: Fraction
    plain: Fraction
    unit: str
    start: int
    end: int
    worded: bool = False
    ranged: bool = False

    @property
    def base(self) -> tuple[Fraction, bool]:
        """What two amounts have in common that are the same: seconds for a length of time, else the number."""
        return (self.number * Quantity.parse(f"1 {self.unit}").base, True) if self.timed else (self.number, False)

    @property
    def timed(self) -> bool:
        """Whether it is a length of time that a quantity can be."""
        return self.unit in ("s", "min", "h", "d", "w")

    def of(self, unit: str) -> "Amount":
        """The same number in `unit` where none is written."""
        return self if self.unit else replace(self, unit=unit)


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts in a text that is free of labels, in their order."""
    digits, words = tuple(_in_digits(text)), tuple(_in_words(text))
    if not words:
        return digits
    taken = {place for one in digits for place in range(one.start, one.end)}
    return tuple(sorted([*digits, *(one for one in words if one.start not in taken)], key=lambda one: one.start))


@cache
def _digits() -> re.Pattern[str]:
    return re.compile(
        rf"(?=[0-9ร$€£฿+±−-])(?<![0-9a-z.,])(?<![a-z]-)(?P<before>ร้อยละ\s?|[$€£฿]\s?)?(?P<sign>[-+±−])?(?P<number>{NUMBER})"
        rf"(?P<range>\s?[-–—]\s?{NUMBER})?(?:\s?(?P<scale>{_SCALES}))?(?:\s?(?P<unit>{units.ANY}))?(?![a-z0-9])"
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(rf"(?=[{units.INITIALS}])(?P<number>{units.IN_WORDS})[\s-]?(?P<unit>{units.ANY})(?!\s?ครึ่ง)")


def _in_digits(text: str) -> Iterator[Amount]:
    end = 0
    for found in _digits().finditer(text):
        if found.start() < end:  # the 10 of "9 out of 10"
            continue
        before, sign, written, ranged, scale, spelled = found.groups()
        unit = units.unit_of(spelled or "")
        if before:
            unit = units.PERCENT if before.startswith("ร้อยละ") else units.MONEY
        end = found.end()
        if unit in _SCORED and (total := _OUT_OF.match(text, end)) is not None:
            end = total.end()
        number = -units.read_number(written) if sign in ("-", "−") else units.read_number(written)
        scaled = number * units.SCALES[scale] if scale else number
        yield Amount(scaled, number, unit, found.start(), end, ranged=ranged is not None)


def _in_words(text: str) -> Iterator[Amount]:
    for found in _words().finditer(text) if units.NAMED.search(text) else ():
        number = units.read_number(found["number"])
        yield Amount(number, number, units.unit_of(found["unit"]), found.start(), found.end(), worded=True)
