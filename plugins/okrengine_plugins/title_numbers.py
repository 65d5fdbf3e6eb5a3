"""Rules: the numbers in titles are one measure, the one that is promised, and stand with a key result."""

import re
from collections.abc import Iterator

from okrengine import Example, Figure, Files, Finding, Item, Note, Rule, figure, goal, has_bare_sign, hookimpl
from okrengine_plugins.titles import units
from okrengine_plugins.titles.amounts import Amount
from okrengine_plugins.titles.numbers import Numbers, numbers_of
from okrengine_plugins.titles.pairs import Pair
from okrengine_plugins.titles.titles import Title, titles_of

_NO_WORK = (
    "spring|morning|evening|beginning|ending|nothing|anything|everything|something|engineering|marketing|accounting|"
    "purchasing|manufacturing|billing|shipping|catering|housekeeping|existing|returning|paying|remaining|visiting|"
    "recurring|ongoing|growing|complaining|incoming|outgoing|participating|leading|competing|travelling|traveling"
)
"""Words that end like those of work and are times, departments or kinds of customer."""

_BY = re.compile(
    rf"(?<![a-z])by\s+(?:(?:[a-z]+ly|always|never|not)\s+)?(?!(?:{_NO_WORK})(?![a-z]))[a-z]{{2,}}ing(?![a-z])"
    "|โดยการ|ด้วยการ|โดย(?=ลด|เพิ่ม|ปรับ|ตอบ|ส่ง|ขยาย|จัด|ทำให้|ควบคุม)"
)
_REACH = 80
_ARRIVES = (
    "(?P<to>(?<![a-z])(?:falls?|drops?|rises?|grows?|climbs?|goes|shrinks?|increases?|decreases?) (?:to|below|above)"
    "|(?:ลดลง|ลด)?เหลือ|(?:เพิ่ม|ขึ้น)?เป็น)\\s*$"
)
_REACHED = re.compile(_ARRIVES)
_ANOTHER = re.compile(rf"(?:(?<![a-z])and(?![a-z])|;|และ)\s*(?!then|later|ลด|เพิ่ม|เหลือ|เป็น|ขึ้น)[^\s;].*?{_ARRIVES}")
"""Another thing that is counted, up to the words before what it comes to."""
_PROMISED = re.compile(r"(?:(?<![a-z])(?:within|under|in|than|most|to)|ภายใน|ไม่เกิน|ใน|เหลือ|เป็น|ถึง)\s*$")
_TEAM = re.compile(r"(?:team of|ทีม)\s*$")
_FOUR_WEEKS = 28 * 86400


def title_number_disagrees(files: Files) -> Iterator[Finding]:
    """A pair "from … to …" in the title that is not the baseline and the target; 2 days are 48 ชั่วโมง.

    The title is what is read in the meeting, baseline and target are what is graded. When the two drift apart, half of
    the team works towards another number, and the report proves them wrong.
    """
    for title in titles_of(files.key_results):
        item, pairs = title.item, numbers_of(title).pairs
        if not pairs or has_bare_sign(item):
            continue
        start, ends = figure(item, "baseline"), _ends(item)
        if not ends or any(_fits(one, start, ends) == (True, True) for one in pairs):
            continue
        wrong = next((one for one in pairs if _is_meant(one, start, ends)), None)
        if wrong is not None:
            yield _disagreeing(title, wrong, start, ends)


def _ends(item: Item) -> tuple[Figure, ...]:
    """Where the key result wants to be: the target or its zones, the one that is meant first."""
    found = [one for name in ("target", "stretch", "commit") if (one := figure(item, name)) is not None]
    computed = goal(item) if not found else None
    return tuple(found) if computed is None else (computed,)


def _fits(pair: Pair, start: Figure | None, ends: tuple[Figure, ...]) -> tuple[bool, bool]:
    """Whether the first of a pair is the baseline, or nobody knows that, and whether the last is the target."""
    first = start is None or _same(pair.first, start)
    return first, any(_same(pair.last, one) for one in ends)


def _same(amount: Amount, said: Figure) -> bool:
    base = said.quantity.base
    if said.quantity.dimension == "duration":
        return amount.of(said.quantity.unit).base == (base, True)
    return not amount.timed and base in (amount.number, amount.plain)


def _is_meant(pair: Pair, start: Figure | None, ends: tuple[Figure, ...]) -> bool:
    """Whether the pair surely speaks of this promise: one end is right, or it is a change of the same kind."""
    if start is not None and any(_fits(pair, start, ends)):
        return True
    if not pair.sure or pair.loose or pair.scale or pair.last.unit == units.WORKDAY:
        return False
    counted = ends[0].quantity.dimension not in ("duration", units.PERCENT)
    return pair.last.unit in ("", units.PERCENT) or pair.last.timed or counted


def _disagreeing(title: Title, pair: Pair, start: Figure | None, ends: tuple[Figure, ...]) -> Finding:
    first, last = _fits(pair, start, ends)
    wrong = [(name, one) for name, one, right in (("baseline", start, first), ("target", ends[0], last)) if not right]
    said = " and ".join(f"the {name} is {one.quantity}" for name, one in wrong if one is not None)
    notes = tuple(Note(f"the {name}", one.place) for name, one in wrong if one is not None)
    span = (pair.first.start, pair.last.end)
    message = f"the title says {title.quoted(*span)}, but {said}"
    return Finding(title.place(*span), message, "correct the one that is wrong", notes)


def compound_key_result(files: Files) -> Iterator[Finding]:
    """Two measures in one key result: two ends "to …", or a quantity after "by cutting …", โดยการ, ด้วยการ.

    One number can be graded, and it is never clear which. Mostly the second is how the first is to be reached: if it
    moves and the first does not, the team should see that, and not a single score that hides it.
    """
    for title in titles_of(files.key_results):
        numbers = numbers_of(title)
        second = _second_pair(title, numbers) or _second_end(title, numbers) or _means(title, numbers)
        if second is not None:
            yield second


def _second_pair(title: Title, numbers: Numbers) -> Finding | None:
    if len(numbers.changes) < 2:  # noqa: PLR2004  two are one too many
        return None
    first, second = ((one.first.start, one.last.end) for one in numbers.changes[:2])
    return _second(title, first, second)


def _second_end(title: Title, numbers: Numbers) -> Finding | None:
    """What another thing is to come to: "… and returns fall to 5%"."""
    ends = [one for one in numbers.amounts if one.unit not in units.HORIZONS]
    firsts = [(one.first.start, one.last.end) for one in numbers.changes]
    firsts += [(one.start, one.end) for one in ends[:-1] if _REACHED.search(numbers.rest[: one.start])]
    if not firsts:
        return None
    first = min(firsts)
    for one in ends:
        another = _ANOTHER.search(numbers.rest[first[1] : one.start]) if one.start > first[1] else None
        if another is not None:
            return _second(title, first, (first[1] + another.start("to"), one.end))
    return None


def _second(title: Title, first: tuple[int, int], second: tuple[int, int]) -> Finding:
    message = f"{title.quoted(*second)} is a second measure in one key result"
    note = Note("the first", title.place(*first))
    return Finding(title.place(*second), message, "write two key results", (note,))


def _means(title: Title, numbers: Numbers) -> Finding | None:
    """A quantity within reach after "by …ing"."""
    for by in _BY.finditer(numbers.rest):
        for one in numbers.amounts:
            between = numbers.rest[by.end() : one.start]
            near = by.end() <= one.start <= by.end() + _REACH and not re.search("[.;]", between)
            if near and one.unit not in units.HORIZONS and (not one.worded or one.timed or one.unit == units.PERCENT):
                span = (by.start(), one.end)
                message = f"{title.quoted(*span)} is a second measure in one key result"
                return Finding(title.place(*span), message, "write two key results, or make it an initiative")
    return None


def number_in_objective(files: Files) -> Iterator[Finding]:
    """A measure in the title of an objective: a number with its unit, or a pair "from … to …".

    An objective says where the team wants to be, in words that people remember; key results say by what one will know.
    A number in both places is kept in two places, and only one of them is graded.
    """
    for title in titles_of(files.objectives):
        numbers = numbers_of(title)
        spans = [(one.first.start, one.last.end) for one in numbers.changes]
        spans += [(one.start, one.end) for one in numbers.amounts if _measures(one, numbers.rest)]
        if spans:
            message = f"{title.quoted(*spans[0])} is a measure, and this is an objective"
            yield Finding(title.place(*spans[0]), message, "make it a key result, and say in the title why it matters")


def _measures(one: Amount, text: str) -> bool:
    """Whether an amount says how well; how long a thing is given, and how large a team is, do not."""
    if not one.unit or one.unit in units.HORIZONS or _TEAM.search(text[: one.start]):
        return False
    if one.timed and one.base[0] >= _FOUR_WEEKS:
        return False
    return not one.worded or _PROMISED.search(text[: one.start]) is not None


SOLVED = """\
id: solved
title: {}
metric: resolution_time
source: helpdesk
baseline: 48 h
target: 24 h
"""
CSAT = """\
id: satisfied-at-service
title: {}
metric: csat
source: surveys
where: {{touchpoint: service}}
baseline: 80%
target: 90%
"""
OBJECTIVE = """\
id: helped
title: {}
key_results:
  - id: advised
    title: Visitors who leave with an answer rise from 60% to 75%
    baseline: 60%
    target: 75%
"""


RULES = [
    Rule(
        "OKR405",
        "title-number-disagrees",
        "warning",
        title_number_disagrees,
        "a title with other numbers",
        mend="make the title say what baseline and target say, or correct those",
        example=Example(
            SOLVED.format("แก้ปัญหาให้เสร็จ ลดจาก 48 เหลือ 36 ชั่วโมง"),
            SOLVED.format("แก้ปัญหาให้เสร็จ ลดจาก 2 วัน เหลือ 24 ชั่วโมง"),
        ),
        scope="file",
    ),
    Rule(
        "OKR408",
        "compound-key-result",
        "warning",
        compound_key_result,
        "two measures in one",
        mend="write two key results, or make the way there an initiative",
        example=Example(
            CSAT.format("CSAT 80% → 90% by cutting reply time 24 h → 4 h"),
            CSAT.format("CSAT rises from 80% to 90%"),
        ),
        scope="file",
    ),
    Rule(
        "OKR410",
        "number-in-objective",
        "info",
        number_in_objective,
        "a measure as objective",
        mend="make the number a key result, and say in the objective what it is for",
        example=Example(
            OBJECTIVE.format("Faster service, with satisfaction at 90%"),
            OBJECTIVE.format("Whoever asks is helped, by day and by night, 24/7"),
            "objective",
        ),
        scope="file",
    ),
]


@hookimpl
def okr_rules() -> list[Rule]:
    """405, 408 and 410."""
    return RULES
