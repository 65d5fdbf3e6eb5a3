"""`okr report`: the check-in report, in several formats at once."""

import click

from okrengine.cli.findings import incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.outputs import STDOUT, Output, outputs_flag, write_outputs
from okrengine.cli.terminal import data, say

_USUAL = {"html": "report.html", "markdown": "report.md", "json": "report.json"}


@click.command("report")
@select_argument
@outputs_flag(
    "html, markdown or json to a file, - for standard output; repeatable (default: markdown=-).", usual=_USUAL
)
@click.option("--cycle", help="The cycle (default: the running one that ends first).")
@click.option("--language", type=Choice(["en", "th"]), help="The language (default: the project's).")
@global_flags
@click.pass_obj
def command(
    options: Options, select: tuple[str, ...], outputs: tuple[Output, ...], cycle: str | None, language: str | None
) -> int:
    """Write the check-in report: HTML, Markdown, JSON.

    From the check-in files alone: no source is read, no network opened.
    Seen from the newest check-in, or from --as-of.
    """
    from okrengine.project import Project  # noqa: PLC0415  --help does not need it
    from okrengine.sharing import processors  # noqa: PLC0415

    project = Project.open(options.folder, named=options.given_folder, processes=processors())
    as_of = options.instant(project.settings.timezone)
    targets = outputs or (Output("markdown", STDOUT),)
    forms = [one.form for one in targets]
    texts = dict(zip(forms, project.report(forms, select, cycle=cycle, as_of=as_of, language=language), strict=True))
    write_outputs(targets, texts, options)
    for form in (one.form for one in targets if one.path == STDOUT):
        shown = data(texts[form]) if form == "json" else texts[form]
        say(shown.rstrip("\n"), options, level=1)
    return incomplete(project, options)
