"""`okr init`: a project to begin with."""

import os
import shlex
from collections.abc import Sequence
from textwrap import indent
from typing import TYPE_CHECKING

import click

from okrengine.cli import completing
from okrengine.cli.options import Choice, Options, global_flags, listed
from okrengine.cli.terminal import safe, say
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("github", "gitlab", "pre-commit")
ZONES = {"en": "UTC", "th": "Asia/Bangkok"}
NEXT = {
    "okr validate": "is everything right?",
    "okr checkin": "where do we stand? it asks, and writes the answers down",
    "okr status": "what does that mean?",
}


def _kinds(context: click.Context, parameter: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    return tuple(Choice(KINDS).convert(one, parameter, context) for one in listed(given))


@click.command("init")
@click.argument("folder", required=False, metavar="[DIR]", shell_complete=completing.folders)
@click.option(
    "--ci",
    multiple=True,
    callback=_kinds,
    shell_complete=completing.lists(lambda: KINDS),
    metavar=f"[{'|'.join(KINDS)}],…",
    help="Also the files for this CI; repeatable.",
)
@click.option(
    "--language", type=Choice(list(ZONES)), default="en", show_default=True, help="Of the example and the reports."
)
@global_flags
@click.pass_obj
def command(options: Options, folder: str | None, ci: tuple[str, ...], language: str) -> int:
    """Start a project: settings, an example, schemas, files for CI.

    Without DIR it starts here. A file that exists is kept, whatever it holds.
    """
    from pathlib import Path  # noqa: PLC0415  --help does not need it
    from zoneinfo import ZoneInfo  # noqa: PLC0415

    from okrengine.project import starting  # noqa: PLC0415

    here = Path(os.path.abspath(folder or options.folder))  # noqa: PTH100  no link is followed, it may not be there
    if outer := starting.surrounding(here):
        _say_nested(outer, options, named=folder is not None or options.given_folder)
    day = options.today(ZoneInfo(ZONES[language])).date()
    top = starting.repository(here) or here  # the only place where CI reads its files
    below, above = ("", "") if top == here else (here.relative_to(top).as_posix(), f"{os.path.relpath(top, here)}/")
    places = [(top, above, starting.ci_files(ci, below)), (here, "", starting.first_files(here, language, day))]
    for place, _, files in places:
        starting.refuse(place, files)
    for place, before, files in places:
        for name, written in starting.write_files(place, files):
            say(f"{'wrote' if written else 'kept'} {before}{name}", options)
            if not written and starting.lacks(place, name, files[name]):
                say("  okr is not in it yet; these would be its lines:", options)
                say(indent(files[name].rstrip(), "    "), options)
    _say_next(here, options)
    return 0


def _say_nested(outer: "Path", options: Options, *, named: bool) -> None:
    """A project inside another one is seldom meant: it is made where its folder was named, and said."""
    said = f"this lies inside the project of {_shown(outer / 'okrengine.yaml')}"
    if not named:
        raise ProjectError(f"{said}: okr init {_shown(outer)} adds to that one, okr init . starts another one here")
    say(safe(f"{said}, which does not see the files of this one"), options, err=True)


def _say_next(here: "Path", options: Options) -> None:
    say("\nNext:", options)
    if here != type(here).cwd():
        say(safe(f"  cd {shlex.quote(_shown(here))}"), options)
    for command_line, why in NEXT.items():
        say(f"  {command_line:14}  {why}", options)


def _shown(path: "Path") -> str:
    """A path as seen from the current folder: none is absolute."""
    return type(path)(os.path.relpath(path)).as_posix()
