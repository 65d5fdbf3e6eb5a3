"""What okrengine knows about a team's OKRs, as frozen values: what is promised, what was said, what it is worth.

Addresses: `team/objective` and `team/objective/key-result`. Instants are aware datetimes; dates are whole days in the
project's time zone. Nothing here reads a file, a clock or a plugin.

Names are imported when they are first used: a check of files needs few of them.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrengine.model.grades import Forecast as Forecast
    from okrengine.model.grades import Grade as Grade
    from okrengine.model.grades import Group as Group
    from okrengine.model.grades import Input as Input
    from okrengine.model.grades import Mean as Mean
    from okrengine.model.grades import Moment as Moment
    from okrengine.model.grades import ObjectiveGrade as ObjectiveGrade
    from okrengine.model.grades import Point as Point
    from okrengine.model.grades import Scorecard as Scorecard
    from okrengine.model.grades import Why as Why
    from okrengine.model.promises import Amendment as Amendment
    from okrengine.model.promises import Goal as Goal
    from okrengine.model.promises import Guardrail as Guardrail
    from okrengine.model.promises import Initiative as Initiative
    from okrengine.model.promises import KeyResult as KeyResult
    from okrengine.model.promises import Maintain as Maintain
    from okrengine.model.promises import Measure as Measure
    from okrengine.model.promises import Milestone as Milestone
    from okrengine.model.promises import Milestones as Milestones
    from okrengine.model.promises import Objective as Objective
    from okrengine.model.promises import Reach as Reach
    from okrengine.model.promises import Waypoint as Waypoint
    from okrengine.model.promises import Window as Window
    from okrengine.model.promises import Zones as Zones
    from okrengine.model.statements import CheckIn as CheckIn
    from okrengine.model.statements import Entry as Entry
    from okrengine.model.statements import GuardrailReading as GuardrailReading
    from okrengine.model.statements import Override as Override
    from okrengine.model.statements import Reading as Reading
    from okrengine.model.statements import Task as Task
    from okrengine.model.statements import Verdict as Verdict
    from okrengine.model.terms import MANUAL as MANUAL
    from okrengine.model.terms import Cycle as Cycle
    from okrengine.model.terms import Kind as Kind
    from okrengine.model.terms import Missing as Missing
    from okrengine.model.terms import Outcome as Outcome
    from okrengine.model.terms import Span as Span
    from okrengine.model.terms import Status as Status

_ROOMS = {
    "grades": (
        "Forecast",
        "Grade",
        "Group",
        "Input",
        "Mean",
        "Moment",
        "ObjectiveGrade",
        "Point",
        "Scorecard",
        "Why",
    ),
    "promises": (
        "Amendment",
        "Goal",
        "Guardrail",
        "Initiative",
        "KeyResult",
        "Maintain",
        "Measure",
        "Milestone",
        "Milestones",
        "Objective",
        "Reach",
        "Waypoint",
        "Window",
        "Zones",
    ),
    "statements": (
        "CheckIn",
        "Entry",
        "GuardrailReading",
        "Override",
        "Reading",
        "Task",
        "Verdict",
    ),
    "terms": (
        "MANUAL",
        "Cycle",
        "Kind",
        "Missing",
        "Outcome",
        "Span",
        "Status",
    ),
}
_ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}
__all__ = sorted(_ROOM_OF)  # noqa: PLE0605  a list of texts, built from the table above


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'okrengine.model' has no attribute {name!r}")
    return getattr(import_module(f"okrengine.model.{_ROOM_OF[name]}"), name)
