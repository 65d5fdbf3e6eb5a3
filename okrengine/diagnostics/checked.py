"""What a check looked at, and what it found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from okrengine.offers import Rule
from okrengine.syntax import FAILED, Ignored, Problem


@dataclass(frozen=True)
class Checked:
    """The findings of one check, sorted by path, line, column and code, and how much was looked at.

    `ignored` are those that a comment passes over. `files` are the names of the files that were checked, sorted.
    `texts` holds the text of every file that has a finding and could be decoded. `rules` are the facts of every rule,
    by slug. `mended` counts what was mended before in each file. A check is not `complete` where
    okrengine.yaml is at fault, so that no other file was looked at. `failing` are the severities that fail the run.
    """

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()
    files: tuple[str, ...] = ()
    key_results: int = 0
    texts: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    mended: Mapping[str, int] = field(default_factory=dict)
    complete: bool = True
    failing: tuple[str, ...] = ("error",)

    def fails(self, problem: Problem) -> bool:
        """Whether the run fails by a finding; that a rule or a plugin failed, or okrengine.yaml, is never forgiven."""
        return not self.complete or problem.code == FAILED or problem.severity in self.failing
