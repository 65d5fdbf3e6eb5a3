"""The words for units in titles, and the numbers that are written in words."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

PERCENT, SCORE, STAR, MONEY, PERSON = "%", "points", "stars", "money", "people"
TIMES, FACTOR, WORKDAY = "times", "factor", "working days"
MONTH, QUARTER, YEAR = "months", "quarters", "years"

SPELLINGS = {
    "pp": ("percentage points?|pp", "จุดเปอร์เซ็นต์"),
    PERCENT: ("percent|per cent|pct", "%|％|เปอร์เซ็นต์|เปอร์เซนต์|เปอร์เซ็น"),
    WORKDAY: ("working days?|business days?", "วันทำการ|วันทำงาน"),
    "s": ("seconds?|secs?|s", "วินาที"),
    "min": ("minutes?|mins?", "นาที"),
    "h": ("hours?|hrs?|h", "ชั่วโมง|ชม\\.|ชม"),
    "d": ("days?|d", "วัน"),
    "w": ("weeks?|wks?|w", "สัปดาห์|อาทิตย์"),
    MONTH: ("months?", "เดือน"),
    QUARTER: ("quarters?", "ไตรมาส"),
    YEAR: ("years?|yrs?", "ปี"),
    STAR: ("stars?", "ดาว"),
    SCORE: ("points?|pts", "คะแนน|แต้ม"),
    MONEY: ("baht|thb|usd|eur|dollars?|euros?", "บาท"),
    PERSON: ("people|persons?|customers?|users?|followers?|friends?", "คน|ราย(?!การ|ได้|งาน|ชื่อ|เดือน|วัน|ปี)|ท่าน"),
    TIMES: ("times|visits?|orders?|reviews?|answers?|complaints?|tickets?", "ครั้ง|รีวิว|ออเดอร์|เรื่อง"),
    FACTOR: ("x|fold", "เท่า(?!กับ|ไ|ที่|เทียม)"),
}
"""Each unit with its spellings in English and Thai; those of time and percent are named as in quantities."""

HORIZONS = (MONTH, QUARTER, YEAR)
"""Lengths that say until when, not how fast."""

ANY = "|".join(f"(?:{english})(?![a-z])|{thai}" for english, thai in SPELLINGS.values())
"""Any spelling of any unit."""

SCALES = {"k": 10**3, "thousand": 10**3, "million": 10**6, "พัน": 10**3, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}

_THAI = {"หนึ่ง": 1, "เอ็ด": 1, "สอง": 2, "ยี่": 2, "สาม": 3, "สี่": 4, "ห้า": 5, "หก": 6, "เจ็ด": 7, "แปด": 8, "เก้า": 9}
_PLACES = {"สิบ": 10, "ร้อย": 100, "พัน": 1000, "หมื่น": 10**4, "แสน": 10**5, "ล้าน": 10**6}
_ONES = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ENGLISH = {**{word: number for number, word in enumerate(_ONES)}, **{w: 10 * n for n, w in enumerate(_TENS, start=2)}}
_BIG = {"hundred": 100, "thousand": 1000, "million": 10**6}
_TOKEN = re.compile("|".join([*_THAI, *_PLACES, *sorted({**_ENGLISH, **_BIG}, key=len, reverse=True)]))

_PLAIN = "|".join(sorted(_ENGLISH, key=len, reverse=True))
IN_WORDS = (
    rf"(?:ครึ่ง|(?:{'|'.join([*_THAI, *_PLACES])})+"
    rf"|(?<![a-z])(?:half an?|an?|(?:{_PLAIN})(?:[\s-](?:{_PLAIN}|{'|'.join(_BIG)}))*)(?![a-z]))"
)
"""A number written in words, to be followed by its unit."""

INITIALS = "".join(sorted({one[0] for one in ("ครึ่ง", *_THAI, *_PLACES, "half", "a", *_ENGLISH)}))
NAMED = re.compile("|".join(["ครึ่ง", *_THAI, *_PLACES, "[a-z]"]))
"""What is in every text with such a number: one of the letters that it begins with, and a Thai or any English word."""


@cache
def counted() -> re.Pattern[str]:
    """What finds a number in words wherever it stands."""
    return re.compile(
        "(?:หนึ่ง(?!เดียว)|สอง|สี่|หก|เจ็ด|แปด|เก้า(?!อี้)|สิบ|ครึ่ง|เท่าตัว|สาม(?!ารถ)|ห้า(?![งม]))(?![ัิ-ฺ็-๎])"
        rf"|(?<![a-z])(?<!no )(?!one another|one[ -]stop)(?:{_PLAIN}|(?:hundred|thousand|million|dozen)s?|half"
        "|halve[sd]?|twice|(?:doubl|tripl)(?:es|ed|ing|e)|(?:an?|two|three) (?:third|quarter|fifth|tenth)s?)(?![a-z])"
    )


@cache
def unit_of(text: str) -> str:
    """The unit of a spelling that `ANY` found."""
    return next((name for name, words in SPELLINGS.items() if text and re.fullmatch("|".join(words), text)), "")


@lru_cache(4096)
def read_number(text: str) -> Fraction:
    """The number that digits, or a text found by `IN_WORDS`, stand for."""
    if text[0].isdigit():
        return Fraction(Decimal(text.replace(",", "")))
    if text == "ครึ่ง" or text.startswith("half"):
        return Fraction(1, 2)
    whole, last = 0, 0
    for word in _TOKEN.findall(text):
        size = _PLACES.get(word) or _BIG.get(word)
        if size is None:
            last += _THAI.get(word) or _ENGLISH.get(word, 0)
        else:
            whole, last = whole + (last or 1) * size, 0
    return Fraction(whole + last or (0 if "zero" in text else 1))
