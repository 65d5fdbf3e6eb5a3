"""`okr validate`: whether the files are right."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import click

from okrengine.cli.findings import LEVELS, ended
from okrengine.cli.options import Choice, Options, global_flags, rules_flag
from okrengine.cli.outputs import Output, deliver, format_flag, outputs_flag
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from okrengine.diagnostics import Checked
    from okrengine.syntax import Problem


def _forms() -> Iterable[str]:
    from okrengine.diagnostics import FORMS  # noqa: PLC0415  --help does not need it

    return FORMS


@click.command("validate")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--fail-on",
    type=Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="The least severity that ends with exit code 1.",
)
@format_flag("full, concise, json, jsonl, sarif, junit, github, gitlab or rdjson (default: full).", _forms)
@outputs_flag("The same to a file, - for standard output; repeatable.", _forms)
@rules_flag("--select", "Only these rules, by name, code or prefix (OKR4), beside those that guard; repeatable.")
@rules_flag("--ignore", "Not these rules; repeatable. Both outrank `rules:` of okrengine.yaml.")
@click.option("--allow-empty", is_flag=True, help="No OKR file at all is no mistake.")
@global_flags
@click.pass_obj
def command(  # noqa: PLR0913  its flags
    options: Options,
    paths: tuple[str, ...],
    *,
    fail_on: str,
    outputs: tuple[Output, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    allow_empty: bool,
) -> int:
    """Check the files: YAML, schema, references across files, rules.

    Without a PATH the whole project. Runs no code of the project, opens no network, reads nothing outside.
    """
    from okrengine.project import BrokenFilesError, Project  # noqa: PLC0415  --help does not need it

    try:
        project = Project.open(options.folder, named=options.given_folder)
    except BrokenFilesError as error:
        deliver(_broken(error.problems, error.texts), outputs, options)
        raise ProjectError(str(error)) from None
    as_of = options.today(project.settings.timezone)
    checked = project.validate(paths, as_of=as_of, allow_empty=allow_empty, select=select, ignore=ignore)
    deliver(checked, outputs, options)
    return ended(checked.problems, fail_on)


def _broken(problems: tuple["Problem", ...], texts: Mapping[str, str]) -> "Checked":
    """What is known where okrengine.yaml is at fault: its findings, and nothing of any other file."""
    from okrengine.config import FILE  # noqa: PLC0415  --help does not need it
    from okrengine.diagnostics import Checked  # noqa: PLC0415
    from okrengine.registry import find  # noqa: PLC0415

    return Checked(problems, files=(FILE,), texts=texts, rules=find().rules)
