"""Run the rules over the files of a project. A rule that crashes becomes a problem; the others go on."""

from okrengine.rules.files import Files, Finding, Item
from okrengine.rules.promised import Figure, change_of, figure, figures, goal, has_bare_sign
from okrengine.rules.running import run

__all__ = ["Figure", "Files", "Finding", "Item", "change_of", "figure", "figures", "goal", "has_bare_sign", "run"]
