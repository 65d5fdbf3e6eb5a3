"""`okr checkin`: measure, hear what people say, write one new file per team."""

import getpass
import shlex
import sys
from typing import TYPE_CHECKING

import click

from okrengine.cli import completing
from okrengine.cli.ending import not_for_ever
from okrengine.cli.findings import INCOMPLETE, incomplete
from okrengine.cli.options import Options, global_flags, select_argument
from okrengine.cli.readings import show as show_reading
from okrengine.cli.terminal import safe, say
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from datetime import datetime

    from okrengine.project import Project
    from okrengine.project.drafts import Draft, Said


@click.command("checkin")
@select_argument
@click.option("--by", help="Who checks in (default: the login name).")
@click.option("--team", "teams", multiple=True, shell_complete=completing.addresses, help="Only this team; repeatable.")
@click.option(
    "--key-result",
    metavar="ADDRESS",
    shell_complete=completing.addresses,
    help="This key result alone: what the next three flags are about.",
)
@click.option("--value", help="The value of a key result that nothing measures.")
@click.option("--confidence", help="The owner's belief in reaching the target, 0 to 1.")
@click.option("--note", help="What the owner wants to be known.")
@click.option(
    "--answers",
    metavar="FILE|-",
    multiple=True,
    shell_complete=completing.files,
    help="What people say, as YAML; one file or several.",
)
@click.option("--no-input", is_flag=True, help="Ask nothing; what nobody states is missing.")
@click.option("--dry-run", is_flag=True, help="Print the files instead of writing them.")
@global_flags
@click.pass_obj
def command(  # noqa: PLR0913, PLR0917  one argument per flag
    options: Options,
    select: tuple[str, ...],
    by: str | None,
    teams: tuple[str, ...],
    key_result: str | None,
    value: str | None,
    confidence: str | None,
    note: str | None,
    answers: tuple[str, ...],
    *,
    no_input: bool,
    dry_run: bool,
) -> int:
    """Measure, add what people say, and write new check-in files.

    One file for each team and cycle.
    An existing file is never replaced. Nothing is committed: the git lines are printed.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it

    stated = {"value": value, "confidence": confidence, "note": note}
    if key_result is None and any(given is not None for given in stated.values()):
        raise click.UsageError("--value, --confidence and --note say something of one key result: add --key-result")
    asked = not (no_input or answers or key_result)
    if asked and not sys.stdin.isatty():
        raise click.UsageError(
            "there is no terminal to ask on: give --answers FILE, --key-result with --value, or --no-input"
        )
    project = Project.open(options.folder, named=options.given_folder, local=True)
    at = options.now(project.settings.timezone)
    about = [key_result if key_result.count("/") > 1 else f"*/{key_result}"] if key_result else []
    due = project.due((*select, *teams, *about), at, dated=options.as_of is not None, alone=key_result is not None)
    said = _hear(project, due, answers=answers, key_result=key_result, stated=stated)  # before any source is opened
    with not_for_ever():
        drafts = project.measured(due, at)
    for draft in drafts:
        _show_draft(draft, project, options)
    if asked:
        said = _asked(project, drafts, at, options)
    return _record(project, drafts, said, options, by=by or _login(), at=at, dry_run=dry_run)


def _login() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number that has no name
        raise click.UsageError("nobody is logged in by name: say who checks in by --by") from None


def _show_draft(draft: "Draft", project: "Project", options: Options) -> None:
    say(f"{draft.team} · {draft.cycle.name}", options, err=True)
    for reading in draft.readings.values():
        show_reading(reading, project.unit_of(reading.address), options, err=True)


def _hear(
    project: "Project",
    due: "tuple[Draft, ...]",
    *,
    answers: tuple[str, ...],
    key_result: str | None,
    stated: dict[str, str | None],
) -> "Said":
    """What people say by file or by flags, both read by one function; nothing where they said nothing yet."""
    if answers:
        return project.said({_named(path): _content(path) for path in answers}, due)
    if key_result is not None:
        return project.said({"the flags": _stated(key_result, stated).encode()}, due)
    return project.said({}, due)


def _asked(project: "Project", drafts: "tuple[Draft, ...]", at: "datetime", options: Options) -> "Said":
    """What people say in the dialogue, read as an answers file is."""
    from okrengine.cli.dialogue import ask  # noqa: PLC0415  only where somebody is there to answer

    return project.said({"the answers": ask(project, drafts, at, options).encode()}, drafts)


def _stated(key_result: str, stated: dict[str, str | None]) -> str:
    """What the flags say of one key result, as an answers file; read like the answers of the dialogue."""
    from okrengine.checkins import answers_text  # noqa: PLC0415  --help does not need it
    from okrengine.cli.dialogue import READERS  # noqa: PLC0415

    said = {name: READERS[name](text) for name, text in stated.items() if text}
    return answers_text({key_result: said} if said else {})


def _named(path: str) -> str:
    return "standard input" if path == "-" else path


def _content(path: str) -> bytes:
    """An answers file, as much of it as may be read and a byte more: a device has no end."""
    from okrengine.syntax import LARGEST  # noqa: PLC0415  --help does not need it

    if path == "-":
        return sys.stdin.buffer.read(LARGEST + 1)
    try:
        with open(path, "rb") as stream:  # noqa: PTH123  pathlib takes long to load
            return stream.read(LARGEST + 1)
    except OSError as error:
        raise ProjectError(f"the answers `{path}` cannot be read: {error.strerror}") from None


def _record(  # noqa: PLR0913  what the flags said
    project: "Project",
    drafts: "tuple[Draft, ...]",
    said: "Said",
    options: Options,
    *,
    by: str,
    at: "datetime",
    dry_run: bool,
) -> int:
    from okrengine.measure.freshness import noted  # noqa: PLC0415  --help does not need it

    files = project.checkin_files(drafts, said, by=by, at=at)
    if dry_run:
        for path, text in files.items():
            say(f"# {path}\n{text}", options, level=1)
    else:
        for path in project.record(files):
            say(safe(f"wrote {path}"), options, level=1)
        paths = " ".join(shlex.quote(path) if not path.startswith("-") else shlex.quote(f"./{path}") for path in files)
        for line in (f"git add {paths}", f'git commit -m "Check-in of {at:%Y-%m-%d}"'):
            say(safe(line), options, err=True)
    for reading in (one for draft in drafts for one in draft.readings.values()):
        if told := noted(reading):
            say(safe(f"{reading.address}: {told}"), options, level=1, err=True)
    failed = [one for draft in drafts for one in draft.readings.values() if one.status == "source_failed"]
    for reading in failed:
        say(safe(f"{reading.address}: source_failed: {reading.reason}"), options, level=1, err=True)
    return incomplete(project, options) or (INCOMPLETE if failed else 0)
