"""`okr validate`: whether the files are right."""

import click

from okrengine.cli.findings import LEVELS, ended, show
from okrengine.cli.options import Choice, Options, global_flags


@click.command("validate")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--fail-on",
    type=Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="The least severity that ends with exit code 1.",
)
@click.option("--format", type=Choice(["full", "concise"]), default="full", show_default=True, help="The form.")
@click.option("--allow-empty", is_flag=True, help="No OKR file at all is no mistake.")
@global_flags
@click.pass_obj
def command(options: Options, paths: tuple[str, ...], fail_on: str, format: str, *, allow_empty: bool) -> int:
    """Check the files: YAML, schema, references across files, rules.

    Without a PATH the whole project. Runs no code of the project, opens no network, reads nothing outside.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it

    project = Project.open(options.folder, named=options.given_folder)
    checked = project.validate(paths, as_of=options.today(project.settings.timezone), allow_empty=allow_empty)
    show(checked, options, form=format)
    return ended(checked.problems, fail_on)
