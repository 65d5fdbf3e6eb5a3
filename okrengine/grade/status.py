"""The status of a key result: the first rule that applies decides, and says so."""

from collections.abc import Mapping
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from okrengine.grade.forecast import Values, course, forecast, misses
from okrengine.grade.pace import Ruling, pace
from okrengine.grade.record import instant
from okrengine.grade.standing import Frame, Standing
from okrengine.grade.verdict import PASS_LINES
from okrengine.grade.wording import cut, spelled
from okrengine.model import MANUAL, GuardrailReading, KeyResult, Kind, Status
from okrengine.offers import Metric

_LOWER: Mapping[Status, Status] = {"achieved": "on_track", "on_track": "at_risk", "at_risk": "off_track"}
MIN_SAMPLE = 30
"""Below this many rows a value is a low sample, where its metric is not known here and says no other number."""


def judge(standing: Standing, frame: Frame, values: Values) -> Ruling:
    """The status that counts. closed > baselining > no_data > low_sample > stale > override > pace.

    A forecast that misses the pass line lowers the pace by one step. A breached guardrail then lowers `on_track` and
    `achieved` to `at_risk`.
    """
    by_pace = pace(standing, frame)
    settled = (
        _closed(standing, frame.kind)
        or _baselining(standing)
        or _no_data(standing, by_pace)
        or _low_sample(standing, frame.metrics)
        or _stale(standing, frame.settings.status.stale_after)
    )
    if settled is not None or by_pace is None:
        return settled or Ruling("no_data", lambda: "there is no progress to judge")
    foreseen = _foreseen(standing, frame, values, by_pace)
    ruling = _overridden(standing, foreseen) or foreseen
    broken = breached(standing)
    if not broken or ruling.status not in ("achieved", "on_track"):
        return ruling
    return Ruling("at_risk", lambda: f"{ruling.rule}; not better than at_risk, since {_broken(broken[0])}")


def _foreseen(standing: Standing, frame: Frame, values: Values, by_pace: Ruling) -> Ruling:
    """The pace, or one step below it where the whole range of the forecast misses the pass line.

    In the quiet start nothing is lowered: a short line carried far is no ground for a worry. Neither is it where the
    OKR file gives a curve: who expects leaps is not to be judged by a straight line.
    """
    lower = _LOWER.get(by_pace.status)
    quiet = standing.passed * 100 < Fraction(frame.settings.status.quiet)
    foresees = frame.settings.status.foresees
    bent = standing.key_result.curve != "linear"
    if lower is None or quiet or bent or not foresees or not misses(standing, course(standing, values), frame.kind):
        return by_pace

    def words() -> str:
        found = forecast(standing, frame, values)
        ends = "" if found is None or found.interval is None else " to ".join(spelled(end) for end in found.interval)
        score = f"a score of {cut(PASS_LINES[frame.kind])}"
        return f"{by_pace.rule}; one step lower, since the forecast of {ends} misses what is worth {score}"

    return Ruling(lower, words)


def breached(standing: Standing) -> tuple[GuardrailReading, ...]:
    """The guardrails that did not hold at the latest check-in."""
    return tuple(g for g in (standing.entry.guardrails if standing.entry else ()) if g.holds is False)


def min_sample(key_result: KeyResult, metrics: Mapping[str, Metric]) -> int | None:
    """Below how many rows a value is a low sample; None where the metric counts no sample."""
    metric = metrics.get(key_result.measure.metric)
    if key_result.measure.metric == MANUAL or (metric is not None and metric.min_sample is None):
        return None
    own = key_result.measure.options.get("min_sample")
    if isinstance(own, int | Decimal):
        return int(own)
    return MIN_SAMPLE if metric is None else int(metric.defaults.get("min_sample", metric.min_sample))


def _closed(standing: Standing, kind: Kind) -> Ruling | None:
    closing = standing.record.closing()
    if closing is None:
        return None
    verdict = standing.record.verdict()
    word = "no verdict is given" if verdict is None else f"verdict {verdict.verdict}"
    if kind == "committed" and verdict is not None and verdict.verdict == "missed" and not verdict.note:
        word = f"{word}; a missed commitment asks for a note of why, and there is none"
    return Ruling("closed", lambda: f"closed by the check-in of {closing.at.isoformat()}: {word}")


def _baselining(standing: Standing) -> Ruling | None:
    if not standing.levels.pending:
        return None
    by = standing.key_result.measure_by
    return Ruling("baselining", lambda: f"the baseline is still to be measured{'' if by is None else f', by {by}'}")


def _no_data(standing: Standing, pace: Ruling | None) -> Ruling | None:
    if pace is not None:
        return None
    at, missing = standing.at, standing.missing
    if at is None:
        return Ruling("no_data", lambda: "no check-in speaks of it")
    return Ruling("no_data", lambda: f"the latest check-in, of {at.isoformat()}, has no value: {missing}")


def _low_sample(standing: Standing, metrics: Mapping[str, Metric]) -> Ruling | None:
    n = None if standing.entry is None else standing.entry.n
    least = min_sample(standing.key_result, metrics)
    if n is None or least is None or n >= least:
        return None
    return Ruling("low_sample", lambda: f"n = {n} is below the smallest sample of {least}")


def _stale(standing: Standing, limit: timedelta) -> Ruling | None:
    at = standing.at
    if at is None:
        return None
    age = instant(standing.as_of) - instant(at)
    if age <= limit:
        return None
    return Ruling(
        "stale",
        lambda: f"the last value is {_days(age)} d old, stale after {_days(limit)} d; it is of {at.isoformat()}",
    )


def _overridden(standing: Standing, pace: Ruling) -> Ruling | None:
    said = standing.record.override(standing.today)
    if said is None:
        return None
    return Ruling(
        said.status, lambda: f"the owner's word until {said.until}: {said.status}; by pace {pace.status}: {pace.rule}"
    )


def _broken(guardrail: GuardrailReading) -> str:
    """What a guardrail asks for and what it got."""
    limits = [("at least", guardrail.at_least), ("at most", guardrail.at_most)]
    asked = " and ".join(f"{word} {spelled(limit)}" for word, limit in limits if limit is not None)
    got = "" if guardrail.value is None else f" is {spelled(guardrail.value)} and"
    return f"the guardrail {guardrail.metric}{got} must be {asked or 'held'}"


def _days(age: timedelta) -> str:
    return cut(Fraction(age // timedelta(microseconds=1), 86_400_000_000), 2)
