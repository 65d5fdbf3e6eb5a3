"""The status by pace alone: progress against what is expected by the day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from okrengine.grade.progress import limits
from okrengine.grade.standing import Frame, Standing
from okrengine.grade.wording import cut, points, spelled
from okrengine.model import Maintain, Milestones, Status


@dataclass(frozen=True, slots=True)
class Ruling:
    """A status and the rule that gave it. `words` writes the rule out; most points of a history never ask for it."""

    status: Status
    words: Callable[[], str]

    @property
    def rule(self) -> str:
        """The rule that decided, in a sentence with the numbers in it."""
        return self.words()


def pace(standing: Standing, frame: Frame) -> Ruling | None:
    """The status by pace; None where there is no progress to compare.

    A level that is to be kept has no pace: it is `on_track` inside its limits and `off_track` outside, from the first
    day on. It is achieved only when the cycle is closed.
    """
    if standing.progress is None or standing.raw is None:
        return None
    goal = standing.key_result.goal
    if isinstance(goal, Maintain):
        holds = bool(standing.progress.inside)
        return Ruling("on_track" if holds else "off_track", lambda: _level(standing, goal, holds=holds))
    if standing.raw >= 1:
        reached = standing.raw
        return Ruling("achieved", lambda: f"progress {cut(reached)} has reached 1")
    return _compared(standing, standing.raw, frame)


def _level(standing: Standing, goal: Maintain, *, holds: bool) -> str:
    """Whether a level is kept now, which a share of check-ins does not tell."""
    value = "" if standing.value is None else f"{spelled(standing.value)} is {'' if holds else 'not '}{limits(goal)}: "
    then = "the level holds; it can be achieved only when the cycle is closed" if holds else "the level does not hold"
    return f"{value}{then}"


def _compared(standing: Standing, progress: Fraction, frame: Frame) -> Ruling:
    """Progress and expected progress in points. Both limits are inclusive, the quiet time ends with its last moment."""
    settings = frame.settings.status
    suffices = _MEASURES[settings.by]
    near = Fraction(settings.on_track) / 100
    far = None if settings.at_risk is None else Fraction(settings.at_risk) / 100
    status: Status = "off_track"
    if suffices(progress, standing.expected, near):
        status = "on_track"
    elif far is None or suffices(progress, standing.expected, far):
        status = "at_risk"
    is_quiet = status != "on_track" and standing.passed < Fraction(settings.quiet) / 100

    def words() -> str:
        behind = standing.expected - progress
        apart = f"{points(abs(behind))} points {'behind' if behind > 0 else 'ahead'}" if behind else "on the line"
        limit = _limit(status, settings.by, near, far)
        if settings.preset is not None:
            limit = f"{limit} (`{settings.preset}`)"
        if is_quiet:
            quiet = cut(Fraction(settings.quiet))
            limit = f"only {points(standing.passed)} % of the time has passed, quiet until {quiet} %"
        return f"progress {cut(progress)}, expected {expected_in_words(standing, frame.cycle.first)}: {apart}; {limit}"

    return Ruling("on_track" if is_quiet else status, words)


_MEASURES: Mapping[str, Callable[[Fraction, Fraction, Fraction], bool]] = {
    "gap": lambda progress, expected, limit: expected - progress <= limit,
    "ratio": lambda progress, expected, limit: progress >= limit * expected,
    "attained": lambda progress, _expected, limit: progress >= limit,
}
"""Whether a progress is good enough by a limit: at most so far behind, such a part of what is expected, or so much."""
_LIMITS = {
    "gap": ("up to {} behind", "more than {} behind"),
    "ratio": ("from {} % of what is expected on", "below {} % of what is expected"),
    "attained": ("from {} % on", "below {} %"),
}


def _limit(status: Status, by: str, near: Fraction, far: Fraction | None) -> str:
    """The limits that decided, in words."""
    good, bad = _LIMITS[by]
    if status == "off_track" and far is not None:
        return f"off track when {bad.format(points(far))}"
    fine = f"on track {good.format(points(near))}"
    if status == "on_track":
        return fine
    return f"at risk {'otherwise' if far is None else good.format(points(far))}, {fine}"


def expected_in_words(standing: Standing, first: date) -> str:
    """The expected progress, and by what it goes."""
    key_result, share = standing.key_result, cut(standing.expected)
    if isinstance(key_result.goal, Maintain):
        return f"{share} (a level is kept all the time)"
    if isinstance(key_result.goal, Milestones):
        return f"{share} (steps due by {standing.today})"
    if key_result.curve != "linear":
        return f"{share} (its curve on {standing.today})"
    if standing.today >= key_result.deadline:
        return f"{share} (deadline {key_result.deadline})"
    if standing.today <= first:
        return f"{share} (first day {first})"
    return f"{(standing.today - first).days} of {(key_result.deadline - first).days} days = {share}"
