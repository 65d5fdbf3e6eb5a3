"""Run the rules over the files of a project. A rule that crashes becomes a problem; the others go on."""

from okrengine.rules.files import Files, Finding, Item
from okrengine.rules.running import run

__all__ = ["Files", "Finding", "Item", "run"]
