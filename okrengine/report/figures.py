"""Numbers, quantities, dates and spans as a language writes them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import Any, Literal

from babel import Locale
from babel.dates import format_date, get_date_format
from babel.numbers import format_decimal

from okrengine.quantity import PERCENT, Quantity
from okrengine.report.catalog import translations
from okrengine.report.cut import cut, percent

NOTHING = "–"
"""What stands where there is no number."""

_LOCALES = {"en": "en_GB", "th": "th"}
_BUDDHIST = {"th": 543}
"""Years that a language counts from further back."""


def N_(text: str) -> str:  # noqa: N802  the name that extraction of messages goes by
    """Mark `text` for translation where it is used."""
    return text


_UNITS = {
    "s": N_("s"), "min": N_("min"), "h": N_("h"), "d": N_("d"), "w": N_("w"), "pp": N_("pp"),
    "points": N_("points"), "stars": N_("stars"), "reviews": N_("reviews"), "followers": N_("followers"),
    "features": N_("features"), "customers": N_("customers"), "orders": N_("orders"), "articles": N_("articles"),
    "reports": N_("reports"), "sessions": N_("sessions"), "tickets": N_("tickets"), "visits": N_("visits"),
}  # fmt: skip
_DIGITS = 64
"""Room for the longest number that may be written, with all its decimals."""
_UNSPOKEN = ("", "score")
"""Units that add nothing to their number."""
_NARROW = {"s": N_("narrow|s"), "min": N_("narrow|min"), "h": N_("narrow|h"), "d": N_("narrow|d"), "w": N_("narrow|w")}
"""Units for columns of a terminal: without marks above or below, which some terminals count as a cell."""


class Figures:
    """Numbers and dates in one language.

    `own` is the type of the texts that come from here; a format that escapes what strangers wrote tells the two apart
    by it, and its `%` escapes what is put in.
    """

    def __init__(self, language: str, own: type[str] = str) -> None:
        self.language = language
        self.own = own
        self.catalog = translations(language)
        self.locale = Locale.parse(_LOCALES[language])

    def say(self, message: str, /, **values: Any) -> str:
        """A message in the language, with its named values put in."""
        return self.own(self.catalog.gettext(message)) % values

    def count(self, one: str, many: str, num: int, /, **values: Any) -> str:
        """A message about `num` things, in the form that the language has for so many."""
        values = {"num": self.number(Decimal(num)), **values}
        return self.own(self.catalog.ngettext(one, many, num)) % values

    def gettext(self, message: str) -> str:
        """A message in the language, its values not yet put in: for templates."""
        return self.own(self.catalog.gettext(message))

    def ngettext(self, one: str, many: str, num: int) -> str:
        """A message about `num` things, its values not yet put in: for templates."""
        return self.own(self.catalog.ngettext(one, many, num))

    def listed(self, parts: Iterable[str]) -> str:
        """Several short texts in one line."""
        return self.own(", ").join(parts)

    def number(self, number: Decimal | int | Fraction) -> str:
        """A number in full, its digits grouped."""
        if isinstance(number, Fraction):
            number = Decimal(number.numerator) / Decimal(number.denominator)
        return self.own(_grouped(self.locale, Decimal(number)))

    def quantity(self, quantity: Quantity | None, *, narrow: bool = False) -> str:
        """A number and its unit, such as `31.5 h`; a dash where there is none."""
        if quantity is None:
            return self.own(NOTHING)
        number = self.number(quantity.number)
        if quantity.unit in _UNSPOKEN:
            return number
        if quantity.unit == PERCENT:
            return self.own(f"{number}{PERCENT}")
        return self.own("%(number)s %(unit)s") % {"number": number, "unit": self.unit(quantity.unit, narrow=narrow)}

    def tick(self, quantity: Quantity) -> str:
        """A number at an axis: its unit stands at the label of the target, only percent is short enough to repeat."""
        return self.own(f"{self.number(quantity.number)}{PERCENT if quantity.unit == PERCENT else ''}")

    def unit(self, unit: str, *, narrow: bool = False) -> str:
        """The name of a unit; one that is not known is written as it is."""
        if narrow and unit in _NARROW:
            found = self.catalog.gettext(_NARROW[unit])
            return self.own(found.removeprefix("narrow|"))
        return self.own(self.catalog.gettext(_UNITS[unit])) if unit in _UNITS else unit

    def between(self, ends: tuple[Quantity, Quantity]) -> str:
        """The two ends of an interval; a unit that both have is written once."""
        low, high = ends
        first = self.number(low.number) if low.unit == high.unit else self.quantity(low)
        return self.say("%(low)s to %(high)s", low=first, high=self.quantity(high))

    def score(self, share: Fraction | None) -> str:
        """A score with two places, cut."""
        return self.own(NOTHING if share is None else f"{cut(share):.2f}")

    def percent(self, share: Fraction | None) -> str:
        """A share in whole percent, cut."""
        return self.own(NOTHING if share is None else f"{percent(share)}%")

    def chance(self, share: Fraction | None) -> str:
        """A probability; one near to certain is not told from another."""
        if share is None or Fraction(5, 100) <= share <= Fraction(95, 100):
            return self.percent(share)
        return self.own("<5%" if share < Fraction(5, 100) else ">95%")

    def change(self, change: Decimal) -> str:
        """The difference of two scores, always with its sign."""
        return self.own(f"{change:+.2f}" if change else "±0")

    def points(self, change: int) -> str:
        """A difference in percentage points, always with its sign."""
        number = f"{change:+d}" if change else "±0"
        return self.own(f"{number} {self.unit('pp')}")

    def day(self, day: date) -> str:
        """A day such as `21 Nov 2026`; in Thai in the Buddhist era."""
        return self.own(_dated(self.locale, self.language, "medium", _day(day)))

    def long_day(self, day: date) -> str:
        """A day with the name of its month in full."""
        return self.own(_dated(self.locale, self.language, "long", _day(day)))

    def short_day(self, day: date) -> str:
        """A day without its year, such as `21 Nov`."""
        return self.own(_dated(self.locale, self.language, "day", _day(day)))

    def instant(self, instant: datetime) -> str:
        """A day and the time on the clock."""
        return self.say("%(date)s, %(time)s", date=self.day(instant), time=self.own(f"{instant:%H:%M}"))

    def cycle(self, name: str) -> str:
        """The name of a cycle: `2026-Q4` is `Q4 2026`; one that a team made up stays as it is."""
        found = re.fullmatch(r"([0-9]{4})(?:-([QH])([1-4]))?", name)
        if found is None:
            return name
        year = str(int(found[1]) + _BUDDHIST.get(self.language, 0))
        if found[2] is None:
            return self.say("Year %(year)s", year=year)
        message = N_("Q%(part)s %(year)s") if found[2] == "Q" else N_("H%(part)s %(year)s")
        return self.say(message, part=found[3], year=year)


def _day(day: date) -> date:
    return day.date() if isinstance(day, datetime) else day


@cache
def _grouped(locale: Locale, number: Decimal) -> str:
    with localcontext(prec=_DIGITS):  # Babel rounds to the decimals of the format, which takes all digits at once
        return format_decimal(number, format="#,##0.##################", locale=locale)


@cache
def _dated(locale: Locale, language: str, form: Literal["day", "medium", "long"], day: date) -> str:
    """A day by the pattern of the locale. Babel counts years in one era only, so another is put into the pattern."""
    if form == "day":
        pattern = locale.datetime_skeletons["MMMd"].pattern
    else:
        pattern = get_date_format(form, locale=locale).pattern
    if language in _BUDDHIST:
        pattern = re.sub(r"y+", f"'{day.year + _BUDDHIST[language]}'", pattern.replace("G ", ""))
    return format_date(day, pattern, locale=locale)
