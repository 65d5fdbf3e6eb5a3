"""The types of parameters beyond Python's own, and how each is written."""

from datetime import date
from decimal import Decimal
from typing import Literal, NewType, TypedDict

Seconds = NewType("Seconds", int)
"""A length of time, written as a quantity (`1 h`), received as whole seconds."""

Share = NewType("Share", Decimal)
"""A percentage, written `20%`, received as the decimal number of percent."""

Statistic = NewType("Statistic", str)
"""What stands for many lengths of time: `median`, `mean`, or a percentile from `p1` to `p99`."""


Holiday = NewType("Holiday", str)
"""Days off, written as a date, or as a country or region (`TH`, `US-NY`). The core gives a metric the dates alone."""


class BusinessHours(TypedDict):
    """The hours in which the business clock runs: week days, and times of day as `HH:MM`."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
    open: str
    close: str


Secret = NewType("Secret", str)
"""A secret, written as a reference such as `${env:NAME}` and received as that text: the core resolves it on opening."""


STATISTIC = "median|mean|p[1-9][0-9]?"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""A day of the calendar as it is written, as a regular expression that Python and JSON Schema read alike."""

REGION = "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
"""A country, or a part of one, by its code of ISO 3166."""

REFERENCE = r"^[$]\{(env:[A-Za-z_][A-Za-z0-9_]*|file:[^{}]+|keyring:[^{}/]+/[^{}]+)\}$"
"""A reference to a secret as it is written."""

TEXT = "write a text; quote it if it looks like a number"
"""The mend of whatever should be a text."""

FORMS = {
    date: (DAY, "a date", "write a date as year-month-day: 2026-11-30"),
    Holiday: (
        f"{DAY}|{REGION}",
        "a holiday",
        "write a date as year-month-day, or a country or region: 2026-12-31, TH, US-NY",
    ),
    Seconds: (r"^[0-9]+(\.[0-9]+)? ?(s|min|h|d|w)$", "a length of time", "write a length of time: 1 h, 30 min, 7 d"),
    Share: (r"^[-+]?[0-9]+(\.[0-9]+)? ?%$", "a percentage", "write a percentage: 20%"),
    Statistic: (f"^({STATISTIC})$", "a statistic", "write median, mean, or a percentile from p1 to p99"),
    Secret: (
        REFERENCE,
        "a reference to a secret",
        "write a reference such as ${env:NAME}",
    ),
}
"""Type to the pattern of its text, what such a text is called, and what to write."""

NOUNS = {pattern: noun for pattern, noun, _ in FORMS.values()}
"""Pattern of a text to what a text of that form is called."""
