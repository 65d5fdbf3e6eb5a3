"""Which key results need a talk, why, and in what order. Nothing is computed twice: flags read the grades."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from zoneinfo import ZoneInfo

from okrengine.config import Settings
from okrengine.model import Amendment, Cycle, Entry, Grade, Point, Status
from okrengine.report.contents import WORST_FIRST, Flag, KeyResultView
from okrengine.report.visible import guardrails, one_line

_SLIPPING: tuple[Status, ...] = ("achieved", "on_track", "at_risk", "off_track")
_WITHOUT_VALUE: tuple[Status, ...] = ("stale", "no_data", "low_sample")
_RINGS: tuple[Status, ...] = (*_WITHOUT_VALUE, "baselining")
_SURE, _DOUBTFUL = Fraction(6, 10), Fraction(4, 10)
"""From where on a confidence is a yes, and up to where it is a no."""
_LIKELY, _UNLIKELY = Fraction(75, 100), Fraction(24, 100)
"""From where on the chance that is forecast, in whole percent, is a yes, and up to where it is a no."""
_FALL = Fraction(10, 100)
"""A confidence that fell by so much is worth a talk."""


def previous(history: Sequence[Point]) -> Point | None:
    """The check-in before the latest one; a value that was computed later for an old instant is none."""
    return next((point for point in reversed(history[:-1]) if not point.backfilled), None)


def redefined(grade: Grade, before: Point | None) -> bool:
    """Whether the value is measured in another way than at the check-in before: then the two are not compared."""
    now = None if grade.entry is None else grade.entry.definition
    return before is not None and None not in (now, before.definition) and now != before.definition


def flags(
    grade: Grade, amendments: Iterable[Amendment], cycle: Cycle, today: date, settings: Settings
) -> Iterator[Flag]:
    """The reasons to talk about one key result, in the order in which a report shows them; none when it is closed."""
    before, entry = previous(grade.history), grade.entry or Entry()
    if grade.status == "closed":
        return
    if entry.blockers:
        yield Flag("blocked")
    yield from _moves(grade, before)
    said = voices(grade, cycle, today, settings)
    if len(set(said.values())) > 1:
        yield Flag("disagree", voices=tuple(said.items()))
    for guardrail in guardrails(entry):
        if guardrail.holds is False:
            yield Flag("guardrail", guardrail=guardrail)
    yield from _goalposts(grade, amendments, before, settings.timezone)
    if grade.status in _WITHOUT_VALUE or _overdue_baseline(grade, today):
        yield Flag("data", now=grade.status)


def _moves(grade: Grade, before: Point | None) -> Iterator[Flag]:
    """The flags that come from the pace, and from how it and the confidence moved since the check-in before."""
    if grade.status in ("at_risk", "off_track"):
        yield Flag("behind", grade.raw, grade.expected)
    if before is not None and _worse(before.status, grade.status):
        yield Flag("slipped", before.status, grade.status)
    if "regressed" in grade.flags:
        yield Flag("regressed", grade.raw)
    if before is not None and _fell(before.confidence, grade.confidence):
        yield Flag("confidence_fell", before.confidence, grade.confidence)


def fresh(amendment: Amendment, before: Point | None, zone: ZoneInfo) -> bool:
    """Whether a promise was changed since the check-in before."""
    return before is None or amendment.on > before.at.astimezone(zone).date()


def agenda(key_results: Sequence[KeyResultView]) -> tuple[KeyResultView, ...]:
    """The flagged ones: blocked first, then by worst status, then by the number of flags, then as in the files."""
    flagged = [each for each in key_results if each.flags]
    return tuple(sorted(flagged, key=lambda each: ("blocked" not in each.flag_names, *_rank(each))))


def _rank(line: KeyResultView) -> tuple[int, int]:
    return WORST_FIRST.index(line.status), -len(set(line.flag_names))


def _worse(was: Status, now: Status) -> bool:
    return was in _SLIPPING and now in _SLIPPING and _SLIPPING.index(now) > _SLIPPING.index(was)


def _fell(was: Fraction | None, now: Fraction | None) -> bool:
    return was is not None and now is not None and was - now >= _FALL


def voices(grade: Grade, cycle: Cycle, today: date, settings: Settings) -> dict[str, bool]:
    """What pace, confidence and forecast say of whether it will be reached; one that says neither is left out.

    Pace says nothing in the quiet start, and none says anything of a value that cannot be judged.
    """
    if grade.status in _RINGS:
        return {}
    days = (grade.key_result.deadline - cycle.first).days
    quiet = days > 0 and Fraction((today - cycle.first).days, days) * 100 < Fraction(settings.status.quiet)
    chance = None if grade.forecast is None else grade.forecast.probability
    said = {
        "pace": None if grade.pace is None or quiet else grade.pace in ("achieved", "on_track"),
        "confidence": _word(grade.confidence, at_least=_SURE, at_most=_DOUBTFUL),
        "forecast": _word(chance, at_least=_LIKELY, at_most=_UNLIKELY),
    }
    return {name: word for name, word in said.items() if word is not None}


def _word(share: Fraction | None, *, at_least: Fraction, at_most: Fraction) -> bool | None:
    """A yes, a no, or neither."""
    if share is None or at_most < share < at_least:
        return None
    return share >= at_least


def _goalposts(grade: Grade, amendments: Iterable[Amendment], before: Point | None, zone: ZoneInfo) -> Iterator[Flag]:
    for amendment in amendments:
        if fresh(amendment, before, zone):
            yield Flag("goalpost", written(amendment.before), written(amendment.after))
    if redefined(grade, before):
        yield Flag("goalpost")


def written(value: object) -> str | None:
    """What an amendment says before or after the change, as it was written."""
    return None if value is None else one_line(str(value))


def _overdue_baseline(grade: Grade, today: date) -> bool:
    due = grade.key_result.measure_by
    return grade.status == "baselining" and due is not None and due < today
