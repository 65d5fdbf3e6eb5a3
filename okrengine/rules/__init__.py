"""Run the rules over the files of a project. A rule that crashes becomes a problem; the others go on."""

from okrengine.rules.choice import choose, find
from okrengine.rules.files import Files
from okrengine.rules.items import Finding, Item
from okrengine.rules.quantities import Figure, baseline_of, change_of, figure, figures, goal, has_bare_sign
from okrengine.rules.running import run
from okrengine.rules.said import Said, heard_of, said_of

__all__ = [
    "Figure",
    "Files",
    "Finding",
    "Item",
    "Said",
    "baseline_of",
    "change_of",
    "choose",
    "figure",
    "figures",
    "find",
    "goal",
    "has_bare_sign",
    "heard_of",
    "run",
    "said_of",
]
