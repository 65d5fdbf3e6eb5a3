"""The form of texts: patterns, and what a pattern cannot say of a quantity, a day, an instant or a name."""

import re
from datetime import date, datetime
from functools import cache

from okrengine.config import FIRST_YEAR, LAST_YEAR
from okrengine.errors import QuantityError
from okrengine.quantity import EXAMPLES, Quantity
from okrengine.schema import words

BUDDHIST = 543
_DEVICE = re.compile(r"(?i)con|prn|aux|nul|com[0-9]|lpt[0-9]")
_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


class Fault(Exception):  # noqa: N818  it is handed on, never raised
    """A finding that JSON Schema has no keyword for: a key, or a text with its own message and mend."""

    def __init__(self, message: str = "", hint: str | None = None, key: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.key = key


def misfit(text: str, pattern: str) -> tuple[str, Fault | None] | None:
    """What is wrong with a text that is to match a pattern: the keyword and the fault; None where nothing is."""
    if pattern == words.QUANTITY:
        return _quantity(text)
    if not _expression(pattern).search(text):
        return "pattern", None
    if pattern in (words.ID, words.CYCLE) and _DEVICE.fullmatch(text):
        return "device", Fault(f"`{text}` is a device on Windows and cannot name a file", "choose another name")
    return _calendar(text) if pattern in (words.DATE, words.INSTANT, words.MOMENT) else None


def _quantity(text: str) -> tuple[str, Fault] | None:
    try:
        Quantity.parse(text)
    except QuantityError as error:
        message, _, hint = str(error).partition(": ")
        # Hours may be meant as 48 h or as 2 d: the general mend shows the units that there are.
        spelled = re.fullmatch(r"[-+0-9.]+ hours?", text) and hint.startswith("write")
        return "quantity", Fault(message, f"write {EXAMPLES}" if spelled else hint)
    return None


def _calendar(text: str) -> tuple[str, Fault] | None:
    fault = day_fault(text)
    if fault is None and "T" in text:
        try:
            datetime.fromisoformat(text)
        except ValueError:
            fault = Fault(f"`{text}` is not a time of the day", "write hours to 23, minutes and seconds to 59")
    return None if fault is None else ("calendar", fault)


def day_fault(text: str) -> Fault | None:
    """Why the date that begins `text` is none, None where it is one."""
    found = _DAY.match(text)
    if found is None:
        return None
    year, month, number = int(found[1]), int(found[2]), int(found[3])
    if year > LAST_YEAR:
        hint = f"{year} looks like a Buddhist year: write {year - BUDDHIST}" if year < LAST_YEAR + 300 else None
        return Fault(f"`{found[0]}` lies beyond the year {LAST_YEAR}", hint or "check the year")
    if year < FIRST_YEAR:
        return Fault(f"`{found[0]}` lies before the year {FIRST_YEAR}", "check the year")
    try:
        date(year, month, number)
    except ValueError:
        hint = "a month is 01 to 12"
        if 1 <= month <= 12:  # noqa: PLR2004  months
            hint = f"the last day of that month is {_last_day(year, month)}"
        return Fault(f"`{found[0]}` is not a date on the calendar", hint)
    return None


def _last_day(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


@cache
def _expression(pattern: str) -> re.Pattern[str]:
    """The pattern; its `$` does not let a final line break pass."""
    return re.compile(pattern[:-1] + r"\Z" if pattern.endswith("$") else pattern)
