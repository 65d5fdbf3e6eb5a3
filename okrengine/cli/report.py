"""`okr report`: the check-in report, in several formats at once."""

from pathlib import Path

import click

from okrengine.cli.findings import incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.terminal import data, say


def _outputs(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> list[tuple[str, str]]:
    found = []
    for text in given:
        form, equals, path = text.partition("=")
        if not equals or not path:
            raise click.BadParameter(f"`{text}` is no output: write FORMAT=PATH, such as html=report.html")
        found.append((form, path))
    return found


@click.command("report")
@select_argument
@click.option(
    "-o",
    "outputs",
    metavar="FORMAT=PATH",
    multiple=True,
    callback=_outputs,
    help="html, markdown or json to a file, - for standard output; repeatable (default: markdown=-).",
)
@click.option("--cycle", help="The cycle (default: the running one that ends first).")
@click.option("--language", type=Choice(["en", "th"]), help="The language (default: the project's).")
@global_flags
@click.pass_obj
def command(
    options: Options, select: tuple[str, ...], outputs: list[tuple[str, str]], cycle: str | None, language: str | None
) -> int:
    """Write the check-in report from the check-in files: no source is read, no network opened.

    Seen from the newest check-in, or from --as-of.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it

    project = Project.open(options.folder, named=options.given_folder)
    as_of = options.instant(project.settings.timezone)
    targets = outputs or [("markdown", "-")]
    texts = project.report([form for form, _ in targets], select, cycle=cycle, as_of=as_of, language=language)
    project.write({Path(path): text for (_, path), text in zip(targets, texts, strict=True) if path != "-"})
    for (form, path), text in zip(targets, texts, strict=True):
        if path == "-":
            shown = data(text) if form == "json" else text
            say(shown.rstrip("\n"), options, level=1)
        else:
            say(f"wrote {path}", options, err=True)
    return incomplete(project, options)
