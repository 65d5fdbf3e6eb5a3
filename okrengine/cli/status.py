"""`okr status`: where everything stands, on the terminal."""

import os
import shlex
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from okrengine.cli import completing
from okrengine.cli.findings import incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.terminal import colored, data, say, unicode_shown, width

if TYPE_CHECKING:
    from okrengine.model import Status
    from okrengine.report.contents import View

_WORST: dict[str, tuple["Status", ...]] = {
    "off_track": ("off_track",),
    "at_risk": ("off_track", "at_risk"),
    "never": (),
}
_POOR = str.maketrans({"–": "-", "·": "-", "→": "->", "±": "+-"})
"""Signs of ours that a console of one code page may lack."""


@click.command("status")
@select_argument
@click.option("--cycle", shell_complete=completing.cycles, help="The cycle (default: the running one that ends first).")
@click.option(
    "--by",
    metavar="TAG",
    shell_complete=completing.tags,
    help="Group by the values of a tag, such as department or stage, or by team.",
)
@click.option("--plain", is_flag=True, help="One sentence per key result, without signs or columns.")
@click.option(
    "--fail-on",
    type=Choice(list(_WORST)),
    default="never",
    show_default=True,
    help="End with 1 when a key result is this far behind.",
)
@click.option("--format", type=Choice(["full", "json"]), default="full", show_default=True)
@global_flags
@click.pass_obj
def command(  # noqa: PLR0913  one argument per flag
    options: Options,
    select: tuple[str, ...],
    cycle: str | None,
    by: str | None,
    format: str,
    *,
    plain: bool,
    fail_on: str,
) -> int:
    """Grade the check-ins and print where each key result stands.

    No source is read, no network opened.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it
    from okrengine.sharing import processors  # noqa: PLC0415

    project = Project.open(options.folder, named=options.given_folder, processes=processors())
    as_of = options.today(project.settings.timezone)
    view = project.view(select, cycle=cycle, as_of=as_of, by=by)
    if format == "json":
        (text,) = project.report(["json"], select, cycle=cycle, as_of=as_of, by=by)
        say(data(text.rstrip("\n")), options, level=1)
    else:
        asked = _asked(options, cycle)
        _print(view, project.settings.language, options, asked, plain=plain or bool(os.environ.get("ACCESSIBLE")))
    others = project.also_running(view.cycle.name, as_of)
    for name in others:
        say(f"{name} runs too: okr status --cycle {name}", options, err=True)
    behind = view.having(*_WORST[fail_on])
    return incomplete(project, options) or int(behind > 0)


def _asked(options: Options, cycle: str | None) -> str:
    """The flags that were given here and that another command needs to see the same."""
    flags = {"--project": options.project, "--as-of": options.as_of, "--cycle": cycle}
    return "".join(f" {flag} {shlex.quote(given)}" for flag, given in flags.items() if given is not None)


def _print(view: "View", language: str, options: Options, asked: str, *, plain: bool) -> None:
    """The lines of the card, in colour where that is wanted."""
    from rich.console import Console  # noqa: PLC0415  takes longer to import than the rest of the program
    from rich.text import Text  # noqa: PLC0415

    from okrengine.cli.card import Line, lines, sentences  # noqa: PLC0415
    from okrengine.report.words import words  # noqa: PLC0415

    if options.quiet > 1:
        return
    color = colored(options, sys.stdout)
    console = Console(
        file=sys.stdout, force_terminal=color, no_color=not color, color_system="standard" if color else None,
        highlight=False, markup=False, emoji=False, soft_wrap=True,
    )  # fmt: skip
    spoken, rich_signs = words(language), unicode_shown(sys.stdout)
    found: Iterable[Line]
    if plain:
        found = [((text, ""),) for text in sentences(view, spoken, asked)]
    else:
        found = lines(view, spoken, glyphs=rich_signs, columns=width(sys.stdout), asked=asked)
    for line in found:
        shown = line if rich_signs else [(text.translate(_POOR), style) for text, style in line]
        console.print(Text.assemble(*shown), soft_wrap=True)
