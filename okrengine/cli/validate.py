"""`okr validate`: whether the files are right."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from okrengine.cli.findings import LEVELS, ended, show
from okrengine.cli.options import Choice, Options, global_flags
from okrengine.cli.terminal import say

if TYPE_CHECKING:
    from okrengine.syntax import Problem


@click.command("validate")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--fail-on",
    type=Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="The least severity that ends with exit code 1.",
)
@click.option("--allow-empty", is_flag=True, help="No OKR file at all is no mistake.")
@global_flags
@click.pass_obj
def command(options: Options, paths: tuple[str, ...], fail_on: str, *, allow_empty: bool) -> int:
    """Check the files: YAML, schema, references across files, rules.

    Without a PATH the whole project. Runs no code of the project, opens no network, reads nothing outside.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it

    project = Project.open(options.folder, named=options.given_folder)
    checked = project.validate(paths, as_of=options.today(project.settings.timezone), allow_empty=allow_empty)
    show(checked.problems, options)
    say(_closing(checked.problems, len(checked.files), checked.key_results), options)
    return ended(checked.problems, fail_on)


def _closing(problems: Iterable["Problem"], files: int, key_results: int) -> str:
    found = list(problems)
    if not found:
        return f"{_count(files, 'file')}, {_count(key_results, 'key result')}, no problems."
    by_level = ((level, sum(problem.severity == level for problem in found)) for level in LEVELS)
    parts = ", ".join(_count(number, level) for level, number in by_level if number)
    where = len({problem.place.file for problem in found if problem.place is not None})
    return f"Found {_count(len(found), 'problem')} ({parts}) in {where} of {_count(files, 'file')}."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 or noun == "info" else f"{number} {noun}s"
