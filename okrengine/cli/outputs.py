"""Where results go: `-o FORMAT=PATH`, one mechanism for every command that writes them."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

import click
from click.core import ParameterSource

from okrengine.cli import completing
from okrengine.cli.findings import show
from okrengine.cli.options import Flag, Options
from okrengine.cli.terminal import safe, say
from okrengine.nearness import suggestion

if TYPE_CHECKING:
    from okrengine.diagnostics import Checked

Command = TypeVar("Command", bound=Callable[..., Any])
Forms: TypeAlias = Callable[[], Iterable[str]]
STDOUT = "-"
_SHORT = "okrengine.format"


class Output(NamedTuple):
    """A form, and the path of the file that takes it; `-` is standard output."""

    form: str
    path: str


def outputs_flag(
    help_: str, forms: Forms | None = None, usual: Mapping[str, str] | None = None
) -> Callable[[Command], Command]:
    """`-o FORMAT=PATH`, repeatable: the command gets a tuple of `Output`, each with a place of its own and a folder.

    `forms` names those that there are; where plugins bring some, the command itself refuses what nothing offers.
    `usual` holds the path that a shell offers for a form; any other form is offered for standard output.
    """
    paths = usual or {}

    def collect(context: click.Context, _parameter: click.Parameter, given: Sequence[str]) -> tuple[Output, ...]:
        typed = [_output(text) for text in given]
        if forms is not None:
            for one in typed:
                _known(one.form, forms)
        return _placed(context, typed)

    return click.option(
        "-o", "outputs", cls=Flag, multiple=True, callback=collect, metavar="FORMAT=PATH", help=help_,
        shell_complete=completing.words(lambda: [f"{one}={paths.get(one, STDOUT)}" for one in (forms or paths.keys)()]),
    )  # fmt: skip


def format_flag(help_: str, forms: Forms) -> Callable[[Command], Command]:
    """`--format F`, which is `-o F=-`."""

    def remember(context: click.Context, _parameter: click.Parameter, form: str | None) -> None:
        if form is not None:
            context.meta[_SHORT] = _known(form, forms)

    return click.option(
        "--format", expose_value=False, is_eager=True, callback=remember, shell_complete=completing.words(forms),
        metavar="FORMAT", help=help_,
    )  # fmt: skip


def write_outputs(outputs: Sequence[Output], texts: Mapping[str, str], options: Options) -> None:
    """Write the texts of the forms to their files, each whole or not at all, and say so."""
    files = [one for one in outputs if one.path != STDOUT]
    if not files:
        return
    from pathlib import Path  # noqa: PLC0415  --help does not need it

    from okrengine.project import Project  # noqa: PLC0415

    Project.write({Path(one.path): texts[one.form] for one in files})
    for one in files:
        say(safe(f"wrote {one.path}"), options, err=True)


def deliver(checked: "Checked", outputs: Sequence[Output], options: Options, *, err: bool = False) -> None:
    """What was found, to every output; in full to standard output, or with `err` error, where no other form takes it.

    What a program reads there is alone there, in UTF-8 whatever the console shows: the closing line goes beside it.
    """
    from okrengine.diagnostics import FORMS, TEXTS, closing, job_summary  # noqa: PLC0415  --help does not need it

    texts = {one.form: FORMS[one.form](checked) for one in outputs}
    write_outputs(outputs, texts, options)
    form = next((one.form for one in outputs if one.path == STDOUT), "full")
    if form in TEXTS:
        show(checked, options, form=form, err=err)
    elif options.quiet <= 1:
        click.echo(texts[form].encode(), nl=False)
        say(closing(checked).rstrip(), options, err=True)
    if "github" in texts:
        _summarize(job_summary(checked), options)


def _output(text: str) -> Output:
    form, _, path = text.partition("=")
    if not form or not path:
        raise click.BadParameter(f"`{text}` is no output: write FORMAT=PATH; - as the PATH is standard output")
    return Output(form, path)


def _known(form: str, forms: Forms) -> str:
    names = list(forms())
    if form not in names:
        raise click.BadParameter(f"there is no format `{form}`: {suggestion(form, names)}")
    return form


def _placed(context: click.Context, typed: Sequence[Output]) -> tuple[Output, ...]:
    """All outputs. What is typed outranks a format of the environment; two of one place are refused."""
    from pathlib import Path  # noqa: PLC0415  --help does not need it

    from okrengine.files import refuse  # noqa: PLC0415  --help does not need it

    outputs, form = tuple(typed), context.meta.get(_SHORT)
    outranked = context.get_parameter_source("format") == ParameterSource.ENVIRONMENT
    if form is not None and not (outranked and any(one.path == STDOUT for one in typed)):
        outputs = (*outputs, Output(form, STDOUT))
    taken: dict[str, Output] = {}
    for one in outputs:
        place = STDOUT if one.path == STDOUT else os.path.realpath(one.path)
        if place in taken:
            where = "standard output" if place == STDOUT else f"`{one.path}`"
            raise click.UsageError(f"two outputs go to {where}: {taken[place].form} and {one.form}", context)
        taken[place] = one
        if place != STDOUT:
            refuse(Path(one.path))
    return outputs


def _summarize(text: str, options: Options) -> None:
    """The table below a job of GitHub; what is wrong with that file is not the fault of the project."""
    path = os.environ.get("GITHUB_STEP_SUMMARY")
    if not path:
        return
    try:
        with open(path, "ab") as stream:  # noqa: PTH123  pathlib takes long to load
            stream.write(text.encode(errors="replace"))
    except OSError as error:
        say(f"the summary of the job cannot be written: {error.strerror}", options, err=True)
