"""What is said beside a score without changing it."""

from okrengine.grade.standing import Standing
from okrengine.grade.status import breached
from okrengine.model import Maintain, Status
from okrengine.quantity import Quantity

_BY_PACE: tuple[Status, ...] = ("achieved", "on_track", "at_risk", "off_track")


def flags(standing: Standing, status: Status) -> tuple[str, ...]:
    """The flags of a key result, always in this order."""
    raw = standing.raw
    raised = {
        "regressed": raw is not None and raw < 0,
        "exceeded": raw is not None and raw > 1,
        "within_noise": _within(standing, standing.levels.baseline),
        "not_certain": any(_within(standing, level) for level in _aims(standing)),
        "guardrail_breached": bool(breached(standing)),
        "overridden": status in _BY_PACE and standing.record.override(standing.today) is not None,
    }
    return tuple(name for name, is_raised in raised.items() if is_raised)


def _aims(standing: Standing) -> tuple[Quantity | None, ...]:
    """What would have to be reached for certain: the target, or the limits of a level to be kept."""
    goal = standing.key_result.goal
    if isinstance(goal, Maintain):
        return (goal.at_least, goal.at_most)
    return (standing.levels.target,)


def _within(standing: Standing, level: Quantity | None) -> bool:
    """Whether the interval of the value, ends included, contains a level."""
    if level is None or standing.interval is None:
        return False
    low, high = standing.interval
    level = level.with_unit(low.unit)
    return level.dimension == low.dimension and low.base <= level.base <= high.base
