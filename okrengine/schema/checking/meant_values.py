"""What a refused value was probably meant to be, so that its mend can be written out."""

import json
import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Any

from okrengine.config import FIRST_YEAR, LAST_YEAR
from okrengine.errors import QuantityError
from okrengine.nearness import nearest
from okrengine.parameters import TEXT
from okrengine.quantity import Quantity, plain
from okrengine.schema import words
from okrengine.schema.checking.patterns import BUDDHIST
from okrengine.schema.words import Schema

_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_EXAMPLES = {
    "objective": "{id: delight, title: …, key_results: […]}",
    "key result": "{id: csat, metric: csat, source: surveys, baseline: 80%, target: 90%}",
    "guardrail": "{metric: csat, source: surveys, at_least: 80%}",
    "maintain": "{at_least: 85%}",
    "milestone": "{id: live, title: …, by: 2026-12-15}",
    "initiative": "{id: chatbot, title: …, due: 2026-11-30}",
    "amendment": "{on: 2026-11-02, key_result: csat, field: target, from: 95%, to: 90%, reason: …, by: nok}",
    "waypoint": "{on: 2026-11-15, progress: 20%}",
    "source": "{type: csv, path: data/surveys.csv}",
    "cycle": "{from: 2026-11-01, to: 2027-04-30}",
    "parse": '{datetime: "%d/%m/%Y"}',
    "dedup": "{key: response_id, order_by: responded_at}",
    "status": "{on_track: 10 pp, at_risk: 25 pp}",
    "task": "{text: …, owner: arm, due: 2026-11-28}",
    "verdict": "{verdict: missed, score: 0.69}",
}
"""A mapping to how one is written."""

_TITLED = ("initiative", "objective", "key result", "milestone")
_LONGEST_SHOWN = 60
_WORDS_OF_ID = 5
_UNSAFE = re.compile(r"[^\w .()/+%-]|^[^\w]")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan มกราคม ม.ค.", "february feb กุมภาพันธ์ ก.พ.", "march mar มีนาคม มี.ค.", "april apr เมษายน เม.ย.",
            "may พฤษภาคม พ.ค.", "june jun มิถุนายน มิ.ย.", "july jul กรกฎาคม ก.ค.", "august aug สิงหาคม ส.ค.",
            "september sep sept กันยายน ก.ย.", "october oct ตุลาคม ต.ค.", "november nov พฤศจิกายน พ.ย.",
            "december dec ธันวาคม ธ.ค.",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def mend(value: Any, schema: Schema) -> str | None:
    """What to write in the place of a value, None where that is anybody's guess."""
    if schema.get("type") == "object":
        return _mapped(value, schema.get("title", ""))
    if schema.get("type") == "array":
        return _listed(value, schema)
    name = schema.get("pattern") == words.ID or str(schema.get("errorMessage")).startswith((words.LIKE, TEXT))
    if name and _number(value) is not None:
        return 'quote it: "…"'  # its own digits may be lost: 007 is 7
    guess = _FORMS.get(schema.get("pattern", ""))
    found = guess(value) if guess and isinstance(value, str | int | Decimal) else None
    return f"write {found}" if found else None


def _mapped(value: Any, title: str) -> str | None:
    """How a mapping is written, with the value that stands in its place where that is surely a part of it."""
    example = _EXAMPLES.get(title)
    if title == "maintain" and isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        with suppress(QuantityError):
            return f"write {{at_least: {Quantity.parse(value)}}}"
        return f"for example {example}"
    if title in _TITLED and isinstance(value, str) and value.isprintable() and 0 < len(value) <= _LONGEST_SHOWN:
        text = json.dumps(value, ensure_ascii=False) if _UNSAFE.search(value) else value
        return f"for example {{id: {id_from(value) or '…'}, title: {text}}}"
    return f"write {example}" if example else None


def _listed(value: Any, schema: Schema) -> str | None:
    if isinstance(value, dict) and value:
        return "begin each item with `- `"
    plain_text = isinstance(value, str) and re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_./*-]{0,60}", value)
    return f"write [{value}]" if plain_text and schema["items"].get("type") == "string" else None


def _day(value: Any) -> str | None:
    """The day of `31/12/2569` and the like; of two numbers that may both be months nobody knows which one is."""
    text = _numbered(str(value).translate(_THAI_DIGITS).strip().lower())
    found = re.fullmatch(r"([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})", text)
    if found is None:
        return None
    first, month, last = (int(one) for one in found.groups())
    year, number = (first, last) if first > LAST_YEAR or first >= FIRST_YEAR else (last, first)
    year -= BUDDHIST if year > LAST_YEAR else 0
    try:
        day = date(year, month, number)
    except ValueError:
        return None
    doubtful = first < FIRST_YEAR and number <= 12 and number != month  # noqa: PLR2004  months
    return None if year < FIRST_YEAR or doubtful else day.isoformat()


def _numbered(text: str) -> str:
    """`31 dec 2026`, `dec 31, 2026` and `31 ธ.ค. 2569` with the month as a number, in its place; else the text."""
    found = re.fullmatch(r"([0-9]{1,2})[ -]?([^0-9 ,-]+?)[ ,-]+([0-9]{4})", text)
    found = found or re.fullmatch(r"(?P<m>[^0-9 ,-]+?) ([0-9]{1,2}),? ([0-9]{4})", text)
    if found is None:
        return text
    day, name, year = (found[2], found[1], found[3]) if "m" in found.groupdict() else found.groups()
    month = _MONTHS.get(name) or _MONTHS.get(name.rstrip("."))
    return f"{year}-{month}-{day}" if month else text


def id_from(value: Any) -> str | None:
    """An id like a text in Latin letters, the first words of a long one; None where there is none."""
    words_of = re.sub("[ _./-]+", "-", re.sub("['’,:;!?()\"]", "", value)).split("-") if isinstance(value, str) else []
    return _id("-".join(words_of[:_WORDS_OF_ID]))


def _id(value: Any) -> str | None:
    found = re.sub("[ _./-]+", "-", value.strip()).strip("-").lower() if isinstance(value, str) else ""
    return found if re.fullmatch(f"{words.ID[1:-1]}", found) and len(found) <= words.LONGEST_NAME else None


def _cycle(value: Any) -> str | None:
    """`2026-Q4` for `Q4 2026`, `2026/Q4`, `ไตรมาส 4/2569`."""
    text = str(value).translate(_THAI_DIGITS).upper()
    half = "H" if re.search("H ?[12]", text) else "Q"
    year, part = re.search("(2[0-9]{3})", text), re.search("(?:Q|H|ไตรมาส(?:ที่)?) ?([1-4])(?![0-9])", text)
    if year is None or part is None:
        return None
    number = int(year[1])
    return f"{number - BUDDHIST if number > LAST_YEAR else number}-{half}{part[1]}"


def _number(value: Any) -> Decimal | None:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None


def _share(value: Any) -> str | None:
    share = _number(value)
    if share is None or not 0 <= share <= 100:  # noqa: PLR2004  percent
        return None
    return f"{plain(share * 100 if 0 < share <= 1 else share)}%"


def _change(value: Any) -> str | None:
    change = _number(value)
    if change is None or abs(change) > 10**6:
        return None
    return f"`{plain(change)}%`, or `{plain(change)} pp` for points of percent"


def _window(value: Any) -> str | None:
    text = f"last {value}"
    return text if re.fullmatch(words.WINDOW[1:-1], text) else None


def _curve(value: Any) -> str | None:
    return nearest(value, ("linear", "step")) if isinstance(value, str) else None


_FORMS: dict[str, Callable[[Any], str | None]] = {
    words.DATE: _day,
    words.MOMENT: _day,
    words.ID: _id,
    words.CYCLE: _cycle,
    words.SHARE: _share,
    words.CHANGE: _change,
    words.WINDOW: _window,
    words.CURVE: _curve,
}
