"""What was found wrong, as lines and as an exit code: the same for every command."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from okrengine.cli.options import Options
from okrengine.cli.terminal import colored, safe, say, unicode_shown, width

if TYPE_CHECKING:
    from okrengine.diagnostics import Checked
    from okrengine.project import Project
    from okrengine.syntax import Problem

LEVELS = ("error", "warning", "info")
INCOMPLETE = 3


def show(checked: "Checked", options: Options, *, form: str = "full", err: bool = False, closing: bool = True) -> None:
    """Print what was found, in a form for people; -q leaves the closing line out, -qq everything."""
    from okrengine.diagnostics import TEXTS, Look  # noqa: PLC0415  --help does not need it

    if options.quiet > 1:
        return
    stream = sys.stderr if err else sys.stdout
    encoding = "utf-8" if unicode_shown(stream) else stream.encoding or "ascii"
    look = Look(width(stream), colored(options, stream), encoding, closing and not options.quiet)
    click.echo(TEXTS[form](checked, look), file=stream, color=look.color, nl=False)


def failing(fail_on: str) -> tuple[str, ...]:
    """The severities that end with exit code 1."""
    return LEVELS[: LEVELS.index(fail_on) + 1] if fail_on != "never" else ()


def ended(problems: Iterable["Problem"], fail_on: str) -> int:
    """The exit code for what was found: 3 where a rule or plugin failed, 1 from the wanted severity on."""
    from okrengine.syntax import FAILED  # noqa: PLC0415  --help does not need it

    counted = failing(fail_on)
    found = list(problems)
    if any(problem.code == FAILED for problem in found):
        return INCOMPLETE
    return int(any(problem.severity in counted for problem in found))


def incomplete(project: "Project", options: Options) -> int:
    """Name what was left out, check-in files and plugins, on stderr; 3 where there is any, else 0."""
    from okrengine.diagnostics import Checked  # noqa: PLC0415  --help does not need it

    if project.left_out:
        show(Checked(project.left_out, texts=project.texts(project.left_out)), options, err=True, closing=False)
    for plugin in project.registry.failures:
        say(safe(f"plugin {plugin.owner} ({plugin.name}) failed: {plugin.error}"), options, level=1, err=True)
    return INCOMPLETE if project.left_out or project.registry.failures else 0
