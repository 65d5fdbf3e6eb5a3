"""What was found wrong, as lines and as an exit code: the same for every command."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from okrengine.cli.options import Options
from okrengine.cli.terminal import STYLES, inert, safe, say

if TYPE_CHECKING:
    from okrengine.project import Project
    from okrengine.syntax import Problem

LEVELS = ("error", "warning", "info")
INCOMPLETE = 3


def show(problems: Iterable["Problem"], options: Options, *, err: bool = False) -> None:
    """Print problems, a line each."""
    for problem in problems:
        painted = inert(str(problem)).replace(
            f": {problem.severity} ", f": {click.style(problem.severity, fg=STYLES[problem.severity])} ", 1
        )
        say(painted, options, level=1, err=err)


def ended(problems: Iterable["Problem"], fail_on: str) -> int:
    """The exit code for what was found: 3 where a rule or plugin failed, 1 from the wanted severity on."""
    from okrengine.syntax import FAILED  # noqa: PLC0415  --help does not need it

    counted = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()
    found = list(problems)
    if any(problem.code == FAILED for problem in found):
        return INCOMPLETE
    return int(any(problem.severity in counted for problem in found))


def incomplete(project: "Project", options: Options) -> int:
    """Name what was left out, check-in files and plugins, on stderr; 3 where there is any, else 0."""
    show(project.left_out, options, err=True)
    for plugin in project.registry.failures:
        say(safe(f"plugin {plugin.owner} ({plugin.name}) failed: {plugin.error}"), options, level=1, err=True)
    return INCOMPLETE if project.left_out or project.registry.failures else 0
