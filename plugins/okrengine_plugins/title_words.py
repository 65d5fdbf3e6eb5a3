"""Rules: the words of a key result's title say something that can be found true."""

import inspect
import re
from collections.abc import Callable, Iterator
from typing import Any

from okrengine import Example, Files, Finding, Item, Note, Rule, figure, figures, hookimpl
from okrengine_plugins.titles.numbers import numbers_of
from okrengine_plugins.titles.titles import titles_of
from okrengine_plugins.titles.units import PERCENT
from okrengine_plugins.titles.words import pattern

VAGUE = (
    "improve", "better", "more", "faster", "quicker", "easier", "enhance", "optimise", "optimize",
    "boost", "strengthen", "streamline", "maximise", "maximize", "minimise", "minimize",
    "effective", "effectively", "efficient", "efficiently", "appropriate", "appropriately",
    "adequate", "adequately", "world-class", "best-in-class", "user-friendly", "seamless",
    "as soon as possible", "asap", "as far as possible", "as much as possible", "where possible",
    "ปรับปรุง", "ยกระดับ", "ดีขึ้น", "ดียิ่งขึ้น", "ดีกว่าเดิม", "มากขึ้น", "มากยิ่งขึ้น", "เร็วขึ้น", "ง่ายขึ้น", "สะดวกขึ้น", "น้อยลง", "สูงขึ้น",
    "มีประสิทธิภาพ", "เพิ่มประสิทธิภาพ", "เต็มประสิทธิภาพ", "มีคุณภาพ", "เพิ่มคุณภาพ", "เหมาะสม", "โดยเร็ว", "โดยเร็วที่สุด", "เร็วที่สุด",
    "ดีที่สุด", "เท่าที่ทำได้", "เท่าที่เป็นไปได้", "อย่างเต็มที่", "อย่างต่อเนื่อง", "ระดับโลก", "เป็นเลิศ",
)  # fmt: skip
"""Words that anybody can claim and nobody can check."""

_PRECISE = (
    "no more", "any more", "once more", "not more", "read more", "learn more", "more than", "no better",
    "better than", "faster than", "quicker than", "easier than", "improvement plan",
    "ไม่เหมาะสม", "ปิดปรับปรุง", "แผนปรับปรุง", "คำขอปรับปรุง", "ข้อเสนอปรับปรุง",
    "ข้อเสนอเพื่อปรับปรุง", "ข้อเสนอแนะเพื่อปรับปรุง", "เรื่องที่ต้องปรับปรุง", "จุดที่ต้องปรับปรุง",
)  # fmt: skip
"""Phrases in which those words mean something definite."""

WORK = (
    "launch", "build", "deliver", "train", "develop", "create", "implement", "install", "introduce", "roll out",
    "rolled out", "rolling out", "set up", "setting up", "release", "ship", "publish", "write", "produce", "conduct",
    "organise", "organize", "hold", "run", "design", "migrate", "deploy", "complete", "prepare", "draft",
    "เปิดตัว", "จัดทำ", "ติดตั้ง", "อบรม", "ฝึกอบรม", "จัดอบรม", "จัดฝึก", "จัดกิจกรรม", "จัดประชุม", "จัดสัมมนา", "จัดตั้ง", "จัดงาน",
    "สร้าง", "พัฒนา", "ออกแบบ", "ดำเนินการ", "เปิดใช้", "ส่งมอบ", "วางระบบ", "นำระบบ", "เขียน", "ผลิต", "เผยแพร่",
    "ทำคู่มือ", "ทำระบบ",
)  # fmt: skip
"""Words for work, as a title opens with them."""

_DONE = "count_done"
"""The metric, and the presets of it, that counts finished work."""

_OPENING = re.compile(
    r"[\W_]*(?:kr\s?[0-9.]*\W+|[0-9.]+[.):]\s)?"
    r"(?:(?:to|we will|we|successfully)\s+|(?:เรา|ทีมงาน|ทีม|จะ|ต้อง|ร่วมกัน|เริ่ม|ทำการ)\s*)*"
)
"""What may stand before the first word that matters: quotes, a number, who does it."""

_NOUN = re.compile(r"[a-z]+ing\s+(?:is|are|was|takes?|has|have|gets?|costs?|stays?|goes)(?![a-z])")
"""A word such as training or shipping that names a thing, not what is done."""

COUNTS = ("number of", "numbers of", "no. of", "# of", "count of", "จำนวน")
_NO_COUNT = (
    "a number of", "any number of", "phone number", "rate", "ratio", "share of", "percentage of", "proportion of",
    "per cent of", "percent of", "per", "จำนวนมาก", "จำนวนไม่น้อย", "อัตรา", "สัดส่วน", "ร้อยละของ", "เปอร์เซ็นต์ของ", "ต่อจำนวน",
)  # fmt: skip
"""What says that it is a share after all, or no count."""


def vague_title(files: Files, *, add: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> Iterator[Finding]:
    """A vague word in the title of a key result that says no number: improve, better, ปรับปรุง, มีประสิทธิภาพ.

    Everybody agrees with "answer customers better", and everybody means something else by it. A title is what people
    read aloud in a meeting; with a number in it they know what was promised without opening the file.

    add: further words that are vague here
    drop: words of the list that are fine here
    """
    words = pattern(VAGUE, add, drop)
    for title in titles_of(files.key_results):
        found = words.search(title.text) and words.search(pattern(_PRECISE).blank(title.text))
        if found is not None and not numbers_of(title).counted:
            message = f"{title.quoted(*found.span())} says neither how much nor from where to where"
            yield Finding(title.place(*found.span()), message, _numbers_hint(title.item))


def _numbers_hint(item: Item) -> str:
    found = {one.name: one.written for one in figures(item)}
    if "baseline" in found and "target" in found and found["baseline"].base != found["target"].base:
        return f"say how much: from {found['baseline']} to {found['target']}"
    return "say how much, and by what one will know"


def output_not_outcome(files: Files, *, add: tuple[str, ...] = (), drop: tuple[str, ...] = ()) -> Iterator[Finding]:
    """A key result that is work: its title opens with launch, build, train, จัดทำ, อบรม, and what counts is work done.

    That is, its metric counts things that were done, or it has nothing but milestones. Work can be finished to the last
    item while nothing changes for a customer. What is done belongs under `initiatives`; a key result says by what one
    will see that it helped.

    add: further words for work
    drop: words of the list that are fine here
    """
    words = pattern(WORK, add, drop)
    for title in titles_of(files.key_results):
        opening = _OPENING.match(title.text)
        found = words.match(title.text, opening.end() if opening is not None else 0)
        counted = _work(title.item) if found is not None and not _NOUN.match(title.text, found.start()) else None
        if found is not None and counted is not None:
            message = f"{title.quoted(*found.span())} is work, not what comes of it"
            hint = "say what changes for the customer; the work is an initiative"
            yield Finding(title.place(*found.span()), message, hint, (counted,))


def _work(item: Item) -> Note | None:
    """What shows that work is counted; None where it is not, or where nobody can tell."""
    metric = item.metric
    if metric is not None and _DONE in (metric.name, metric.preset_of):
        return Note(f"{metric.name} counts what was done", item.place("metric"))
    return Note("there are only milestones", item.key("milestones")) if item.has("milestones") else None


def count_word_with_percent(
    files: Files, *, add: tuple[str, ...] = (), drop: tuple[str, ...] = ()
) -> Iterator[Finding]:
    """A title that speaks of a number of things, "number of" or จำนวน, where baseline or target is a percentage.

    A number of complaints grows with the number of customers, a rate does not: whoever reads "number" takes good months
    for bad ones. A change of so many percent, and growth that starts at 0%, are fine.

    add: further words for a count
    drop: words of the list that are fine here
    """
    words = pattern(COUNTS, add, drop)
    for title in titles_of(files.key_results):
        found = words.search(title.text)
        if found is None or pattern(_NO_COUNT).search(title.text) is not None:
            continue
        share = next((one for one in figures(title.item) if one.quantity.unit == PERCENT), None)
        if share is not None and not _grows(title.item):
            note = Note(f"the {share.name} is a percentage", share.place)
            message = f"{title.quoted(*found.span())} is said of a count, and {share.quantity} is a rate"
            yield Finding(title.place(*found.span()), message, "say rate, share · อัตรา, สัดส่วน", (note,))


def _grows(item: Item) -> bool:
    """Whether the percentage is growth: it starts at nothing."""
    start = figure(item, "baseline")
    return start is not None and not start.quantity.number


def _with_list(check: Callable[..., Any], words: tuple[str, ...]) -> str:
    """What a rule says of itself, with the words that it looks for."""
    said = (inspect.getdoc(check) or "").partition("\n\nadd: ")[0]
    return f"{said}\n\nThe words: {', '.join(words)}."


RATE = """\
id: complaints
title: {}
metric: complaint_rate
source: helpdesk
baseline: 15%
target: 5%
"""
ANSWERS = """\
id: answers
title: {}
metric: kb_articles
source: tasks
baseline: 0
target: 20
"""
SATISFIED = """\
id: satisfied-at-service
title: {}
metric: csat
source: surveys
where: {{touchpoint: service}}
baseline: 80%
target: 90%
"""


RULES = [
    Rule(
        "OKR404",
        "vague-title",
        "warning",
        vague_title,
        "a vague title",
        mend="say how much in the title: from 80% to 90%",
        example=Example(
            SATISFIED.format("ปรับปรุงความพึงพอใจของลูกค้าที่ศูนย์บริการ"),
            SATISFIED.format("ลูกค้าที่ศูนย์บริการตอบว่าพอใจ เพิ่มจาก 80% เป็น 90%"),
        ),
        scope="file",
        why=_with_list(vague_title, VAGUE),
    ),
    Rule(
        "OKR406",
        "output-not-outcome",
        "warning",
        output_not_outcome,
        "work instead of a result",
        mend="say what changes for the customer, and list the work under `initiatives`",
        example=Example(
            ANSWERS.format("Write answers to the twenty questions that come most often"),
            ANSWERS.format("Customers find the answer to each of the twenty commonest questions themselves"),
        ),
        scope="file",
        why=_with_list(output_not_outcome, WORK),
    ),
    Rule(
        "OKR409",
        "count-word-with-percent",
        "warning",
        count_word_with_percent,
        "a count in percent",
        mend="call a percentage a rate or a share: อัตรา, สัดส่วน",
        example=Example(
            RATE.format("ลดจำนวนเรื่องร้องเรียนจาก 15% เป็น 5%"), RATE.format("ลดอัตราเรื่องร้องเรียนจาก 15% เป็น 5%")
        ),
        scope="file",
        why=_with_list(count_word_with_percent, COUNTS),
    ),
]


@hookimpl
def okr_rules() -> list[Rule]:
    """404, 406 and 409."""
    return RULES
