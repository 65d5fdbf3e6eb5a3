"""What holds digits and does not say how much: a year, a date, a time of day, an ordinal, a name, a saying."""

import re
from functools import cache

from okrengine_plugins.titles.words import blanked

NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
"""A number in digits, with or without separators of thousands."""

_THAI_MONTHS = (
    r"ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.|มกรา|กุมภา|มีนา|เมษา|"
    "พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา"
)
_ENGLISH_MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept(?:ember)?|sep(?:ember)?|"
    "oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_MONTH = rf"(?:(?<![a-z])(?:{_ENGLISH_MONTHS})(?![a-z])|{_THAI_MONTHS})"
_CLOCK = r"(?:น\.|นาฬิกา|โมง|ทุ่ม|(?:[ap]\.?m\.?|o'clock)(?![a-z]))"
_TIME = r"[0-9]{1,2}(?:[.:][0-9]{2})?"
_TO = r"\s?(?:-|–|ถึง|to)\s?"
_YEAR = "(?:20[12][0-9]|203[0-5]|25[5-8][0-9])"
_COUNTED = "%|คน|ราย|ครั้ง|บาท|รีวิว|เรื่อง|(?:people|customers|followers|reviews|orders|visits|tickets|baht|thb)(?![a-z])"
_FOREMOST = "top|first|last|next|past|previous|iso|iec|tier|level|phase|stage|step|version|number|no|round|sprint|wave"
_NUMBERED = "windows|ios|android|web|industry|thailand|covid|room|floor|chapter|section|week|quarter|page"
_THAI_NUMBERED = (
    "อันดับ(?:ที่)?|ลำดับ(?:ที่)?|เฟส(?:ที่)?|ระยะที่|ครั้งที่|สัปดาห์ที่|เดือนที่|ปีที่|วันที่|ข้อที่|ขั้นที่|กลุ่มที่|สาขาที่|แห่งที่|"
    r"ไตรมาส(?:ที่)?|รุ่น(?:ที่)?|ชั้น|ยุค|ไทยแลนด์|หมายเลข|เบอร์|สายด่วน|โทร\.?|พ\.ศ\.|ค\.ศ\.|อายุ"
)
_CALLED = r"hotline|call(?:ing)?|dial(?:ling)?|tel\.?|phone"
_PREFIX = rf"(?<![a-z])(?:{_FOREMOST}|{_NUMBERED})[. -]{{1,2}}|(?<![a-z])fy ?|#|(?:{_THAI_NUMBERED})\s?"
_MONTHS = f"{_ENGLISH_MONTHS}|{_THAI_MONTHS}"
_BEFORE = f"{_MONTHS}|{_FOREMOST}|{_NUMBERED}|{_THAI_NUMBERED}|{_CALLED}|fy|#|ตลอด|ระดับ|ปี(?:งบประมาณ)?"
"""The words that labels begin with, right before their digits."""

_SAYINGS = (
    r"24\s?[/x]\s?7(?:\s?/\s?365)?",
    r"24\s?(?:ชั่วโมง|ชม\.?)\s?(?:ต่อวัน|ทุกวัน|7\s?วัน)",
    r"ตลอด\s?24\s?(?:ชั่วโมง|ชม\.?)",
    "(?:24|7|365) (?:hours|hrs|days) (?:a|per) (?:day|week|year)",
    r"7\s?วันต่อสัปดาห์",
    r"365\s?วัน",
    r"ระดับ\s?[0-9]+(?![0-9.,%])(?!\s?(?:เปอร์|%))(?:\s?ดาว)?",
)
_DAYS = (
    "[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{2,4}(?![0-9])",
    f"[0-9]{{1,2}}/{_YEAR}",
    rf"ปี(?:งบประมาณ)?\s?{_YEAR}(?![0-9])",
    rf"{_TIME}{_TO}{_TIME}\s?{_CLOCK}",
    rf"{_TIME}\s?{_CLOCK}",
    "[0-9]+:[0-9]+(?::[0-9]+)?",
    rf"[0-9]{{1,2}}(?:{_TO}[0-9]{{1,2}})?\s?{_MONTH}(?:\s?[0-9]{{2,4}}(?![0-9]))?",
    rf"{_MONTH}\s?[0-9]{{1,4}}(?:{_TO}[0-9]{{1,2}})?(?:,\s?[0-9]{{4}})?(?![0-9%])",
    rf"{_YEAR}(?![0-9,.%a-z])(?!\s?(?:{_COUNTED}))",
)
_NAMES = (
    rf"(?:{_PREFIX}){NUMBER}",
    rf"(?<![a-z])(?:{_CALLED}) ?1[0-9]{{3}}(?![0-9])",
    "0[0-9]{1,2}-?[0-9]{3}-?[0-9]{3,4}",
    rf"{NUMBER}\s?(?:(?:อันดับ|ข้อ|คน|ราย|เรื่อง|วัน|ชั่วโมง|เดือน|ครั้ง)?แรก|อันดับ)",
    f"{NUMBER}-(?!to-)[a-z]+",
)
_DIGIT = ("0", "24", "7", "365", "(?:24", "[0-9]", "(?:[0-9]", "(?:20")
"""How those begin that begin with a digit: nowhere else they need to be tried."""


_RUN = re.compile("[0-9]+")
_PART = re.compile(r"\(\?:|[)?\\]")
_MAYBE = re.compile(r"(?:\(\?:[^()]*\)|\\?.)\?")


def unlabelled(text: str) -> str:
    """The text with spaces in place of its labels.

    A number right behind a letter, or before one that begins no unit, is one too, and stays.
    """
    before = [text[: one.start()].rstrip(" .-") for one in _RUN.finditer(text)]
    return blanked(text, _labels(led=any(one.endswith(_words()) for one in before))) if before else text


@cache
def _labels(*, led: bool) -> re.Pattern[str]:
    """What finds those that begin with a digit, and where a number is `led` by a word also those that begin so."""
    told = (*_SAYINGS, *_DAYS, *_NAMES)
    digits, words = ("|".join(one for one in told if one.startswith(_DIGIT) == first) for first in (True, False))
    return re.compile(rf"(?<![0-9])(?:(?=[0-9])(?![0-9]{{1,3}}%)(?:{digits}){f'|{words}' if led else ''})")


@cache
def _words() -> tuple[str, ...]:
    """How the texts end that stand before the digits of a label."""
    told = ((one, _MAYBE.sub("", one)) for one in _BEFORE.split("|"))
    return tuple(sorted({_PART.sub("", way).rstrip(".") for ways in told for way in ways}))
