"""Why a key result is worth a talk: one short text per flag, with the numbers that it compares."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from okrengine.report.contents import Flag, KeyResultView
from okrengine.report.terms import SHAPES, Terms


def reason(words: Terms, flag: Flag, line: KeyResultView) -> str:
    """A flag of a key result in a few words."""
    return _REASONS[flag.name](words, flag, line)


def in_sentence(words: Terms, status: object) -> str:
    """A status within a sentence."""
    known = next((each for each in SHAPES if each == status), None)
    return words.own(words.status(known).lower())


def _share(words: Terms, share: object) -> str:
    return words.percent(share if isinstance(share, Fraction) else None)


def _behind(words: Terms, flag: Flag, line: KeyResultView) -> str:
    if line.goal.kind == "maintain":
        return words.say("outside its level: %(limits)s", limits=words.limits(line.goal))
    if flag.was is None or flag.now is None:
        return in_sentence(words, line.status)
    was, now = _share(words, flag.was), _share(words, flag.now)
    return words.say("%(progress)s of the way, %(expected)s expected", progress=was, expected=now)


def _disagree(words: Terms, flag: Flag, line: KeyResultView) -> str:
    """What each voice says that says anything."""
    chance = None if line.forecast is None else line.forecast.probability
    said = {
        "pace": lambda: words.say("the pace says %(pace)s", pace=in_sentence(words, line.pace)),
        "confidence": lambda: words.say(
            "the owner is %(confidence)s confident", confidence=words.percent(line.confidence)
        ),
        "forecast": lambda: words.say("the forecast gives a chance of %(chance)s", chance=words.chance(chance)),
    }
    joined = words.say("voices|; ").removeprefix("voices|")
    return words.own(joined).join(said[name]() for name, _ in flag.voices)


def _guardrail(words: Terms, flag: Flag, _line: KeyResultView) -> str:
    reading = "" if flag.guardrail is None else words.guardrail(flag.guardrail)
    return words.say("guardrail broken: %(reading)s", reading=reading)


def _goalpost(words: Terms, flag: Flag, _line: KeyResultView) -> str:
    if flag.was is None and flag.now is None:
        return words.say("the promise or its measure changed")
    return words.say(
        "promise changed: %(before)s → %(after)s", before=words.written(flag.was), after=words.written(flag.now)
    )


def _data(words: Terms, _flag: Flag, line: KeyResultView) -> str:
    if line.status == "stale" and line.age is not None and line.value is not None:
        return words.age(line.age)
    if line.status == "low_sample" and line.n is not None:
        return words.say("only n = %(n)s", n=words.number(line.n))
    return words.say("no value: %(reason)s", reason=words.missing(line))


_REASONS: Mapping[str, Callable[[Terms, Flag, KeyResultView], str]] = {
    "blocked": lambda words, _flag, _line: words.say("blocked"),
    "behind": _behind,
    "slipped": lambda words, flag, _line: words.say("slipped: was %(status)s", status=in_sentence(words, flag.was)),
    "regressed": lambda words, _flag, _line: words.say("further from the target than at the start"),
    "confidence_fell": lambda words, flag, _line: words.say(
        "confidence fell %(before)s → %(now)s", before=_share(words, flag.was), now=_share(words, flag.now)
    ),
    "disagree": _disagree,
    "guardrail": _guardrail,
    "goalpost": _goalpost,
    "data": _data,
}
