"""What okrengine knows about a team's OKRs, as frozen values: what is promised, what was said, what it is worth.

Addresses: `team/objective` and `team/objective/key-result`. Instants are aware datetimes; dates are whole days in the
project's time zone. Nothing here reads a file, a clock or a plugin.
"""

from okrengine.model.grades import Grade, Input, ObjectiveGrade, Point, Scorecard, Why
from okrengine.model.promises import (
    Amendment,
    Goal,
    Guardrail,
    Initiative,
    KeyResult,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Objective,
    Reach,
    Waypoint,
    Window,
    Zones,
)
from okrengine.model.statements import CheckIn, Entry, GuardrailReading, Override, Reading, Task, Verdict
from okrengine.model.terms import MANUAL, Cycle, Kind, Missing, Span, Status

__all__ = [
    "MANUAL",
    "Amendment",
    "CheckIn",
    "Cycle",
    "Entry",
    "Goal",
    "Grade",
    "Guardrail",
    "GuardrailReading",
    "Initiative",
    "Input",
    "KeyResult",
    "Kind",
    "Maintain",
    "Measure",
    "Milestone",
    "Milestones",
    "Missing",
    "Objective",
    "ObjectiveGrade",
    "Override",
    "Point",
    "Reach",
    "Reading",
    "Scorecard",
    "Span",
    "Status",
    "Task",
    "Verdict",
    "Waypoint",
    "Why",
    "Window",
    "Zones",
]
