"""The pairs of amounts in a text that say from where to where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from okrengine_plugins.titles import units
from okrengine_plugins.titles.amounts import Amount

_LEAD = (
    "เดิม|ระดับ|ที่|ค่า|เฉลี่ย|ปัจจุบัน|คะแนน|ภายใน|currently|(?:an |the )?average(?: of)?|(?:a |the )?baseline(?: of)?|"
    "the current|today's|its|within"
)
_TAIL = (
    "(?:an |the )?average of|under|below|above|over|at least|at most|less than|more than|no more than|within|only|just|"
    "ได้|ต่ำกว่า|ไม่เกิน|ไม่ต่ำกว่า|น้อยกว่า|มากกว่า|อย่างน้อย|เพียง|แค่|อยู่|ที่|ระดับ|ภายใน|เฉลี่ย|คะแนน|เป็น|ถึง"
)
_FROM = re.compile(rf"(?:(?<![a-z])from(?![a-z])|จาก)\s*(?:(?:{_LEAD})\s*)*$")
"""What stands before a first amount; it has none of its own beginnings in it, so that the last one is tried."""
_LINK = re.compile(
    r"(?P<gap>[^0-9]{0,40}?)"
    r"(?:(?P<arrow>→|➜|➔|⇒|⟶|-?->|=>|>>)|(?P<down>ลดเหลือ|เหลือ)|(?P<to>(?<![a-z])to(?![a-z])|เป็น|สู่|ไปที่|มาที่|ขึ้นที่|ลงที่)|ถึง)"
    rf"\s*(?:(?:{_TAIL})\s*)*"
)
_SAME = re.compile(r"(?:[\s(),]|ให้|ลดลง|ลด|ลง|เพิ่มขึ้น|เพิ่ม|ขึ้น|มา|ไป|ต่อครั้ง|ต่อเรื่อง|up|down|each|on average)*")
"""What stands before a link and names no other thing."""

_BREAK = re.compile(r"[;:]|จาก|(?<![a-z])(?:from|and|or)(?![a-z])|และ|หรือ")
_NO_CHANGE = re.compile(
    r"(?<![a-z])(?:within|in|of|takes?|every|between|after|before|scale|rated|aged?|open|up)(?: a| the)?\s*$"
    r"|(?:ภายใน|ใน|ทุก|หลัง|ก่อน|อายุ|ใช้เวลา|ให้คะแนน)\s*$"
)
_SCALE = re.compile(r"(?<![a-z])(?:scale|rated)(?![a-z])|ให้คะแนน|มาตรวัด|สเกล")
_LOWEST, _HIGHEST = (0, 1), (4, 5, 7, 10, 100)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two amounts, from one to the other. `sure` tells a change from what may be a range or mean something else.

    `loose` says that words stand between the first one and the link, which may name another thing that is counted;
    `scale` that the two look like the ends of a scale.
    """

    first: Amount
    last: Amount
    sure: bool
    loose: bool = False
    scale: bool = False


def pairs_in(text: str, amounts: tuple[Amount, ...]) -> tuple[Pair, ...]:
    """The pairs among the amounts of a text; the end of one starts no other, as in a chain."""
    found: list[Pair] = []
    for one, two in pairwise(amounts):
        if not found or found[-1].last.start != one.start:
            found += _pair(text, one, two)
    return tuple(found)


def _pair(text: str, one: Amount, two: Amount) -> Iterator[Pair]:
    if one.ranged or two.ranged:
        return
    between, before = text[one.end : two.start], text[: one.start]
    link = _LINK.fullmatch(between)
    if link is None or _BREAK.search(between):
        return
    first, last = one.of(two.unit), two.of(one.unit)
    if first.unit in units.HORIZONS or last.unit in units.HORIZONS:
        return
    ends = first.number in _LOWEST and last.number in _HIGHEST
    scale = ends and (not one.unit or _SCALE.search(text) is not None)
    sure = link["arrow"] is not None or link["down"] is not None or _is_started(before)
    if not sure and one.unit and two.unit and first.timed == last.timed:
        sure = link["to"] is not None and not _NO_CHANGE.search(before)
    yield Pair(first, last, sure=sure, loose=not _SAME.fullmatch(link["gap"]), scale=scale)


def _is_started(before: str) -> bool:
    """Whether what stands before an amount says that it is the first of two."""
    last = max(before.rfind("from"), before.rfind("จาก"))
    return last >= 0 and _FROM.match(before, last) is not None
