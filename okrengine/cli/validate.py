"""`okr validate`: whether the files are right."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from okrengine.cli import completing
from okrengine.cli.findings import LEVELS, ended, failing
from okrengine.cli.options import Choice, Options, global_flags, rules_flag
from okrengine.cli.outputs import STDOUT, Output, deliver, format_flag, outputs_flag
from okrengine.cli.terminal import safe
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from okrengine.diagnostics import Checked
    from okrengine.syntax import Problem

_USUAL = {
    "gitlab": "okr.codequality.json",
    "json": "okr.json",
    "jsonl": "okr.jsonl",
    "junit": "okr.junit.xml",
    "rdjson": "okr.rdjson",
    "sarif": "okr.sarif",
}


def _forms() -> Iterable[str]:
    from okrengine.diagnostics import FORMS  # noqa: PLC0415  --help does not need it

    return FORMS


@click.command("validate")
@click.argument("paths", nargs=-1, metavar="[PATH|-]...", shell_complete=completing.files)
@click.option(
    "--fail-on",
    type=Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="The least severity that ends with exit code 1.",
)
@format_flag("full, concise, json, jsonl, sarif, junit, github, gitlab or rdjson (default: full).", _forms)
@outputs_flag("The same to a file, - for standard output; repeatable.", _forms, _USUAL)
@rules_flag("--select", "Only these rules, by name, code or prefix (OKR4), beside those that guard; repeatable.")
@rules_flag("--ignore", "Not these rules; repeatable. Both outrank `rules:` of okrengine.yaml.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without a change of meaning, then say what is left.")
@click.option(
    "--stdin-filename",
    metavar="PATH",
    shell_complete=completing.files,
    help="With - as the PATH: check standard input in place of this file. With --fix it is printed mended to standard"
    " output, and the findings go to standard error.",
)
@click.option(
    "-j", "j", type=click.IntRange(1), metavar="N", help="Processes for many files (default: one a processor)."
)
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
    fix: bool,
    stdin_filename: str | None,
    j: int | None,
    allow_empty: bool,
) -> int:
    """Check the files: YAML, schema, references, rules.

    Without a PATH the whole project, with a folder that is a project itself that one. Runs no code of the project,
    opens no network, reads nothing outside.
    """
    _enter(options, paths)
    given = _handed_over(options, paths, stdin_filename, whole=fix)
    if given and fix and any(one.path == STDOUT for one in outputs):
        raise click.UsageError("with --fix the mended text is printed: write the findings to a file, -o FORMAT=PATH")
    paths = (stdin_filename,) if stdin_filename is not None else paths
    check = _Check(options, paths, given, processes=j, allow_empty=allow_empty, select=select, ignore=ignore)
    checked = replace(_mend(check) if fix else check(), failing=failing(fail_on))
    deliver(checked, outputs, options, err=fix and bool(given))
    for content in given.values() if fix else ():
        click.echo(content, nl=False)
    if check.refused is not None:
        raise ProjectError(check.refused)
    return ended(checked.problems, fail_on)


def _enter(options: Options, paths: tuple[str, ...]) -> None:
    """A folder that is a project itself stands for it, where there is none here and above."""
    from pathlib import Path  # noqa: PLC0415  --help does not need it

    from okrengine.config import FILE, find_root  # noqa: PLC0415

    try:
        find_root(options.folder, named=options.given_folder)
    except ProjectError:
        if options.given_folder or len(paths) != 1 or not (Path(paths[0]) / FILE).is_file():
            raise
        options.project = paths[0]


class _Check:
    """A check of the project as the flags ask for it; it can be made again. `refused` says why only part was made."""

    def __init__(
        self, options: Options, paths: tuple[str, ...], given: dict[str, bytes], processes: int | None, **how: Any
    ) -> None:
        self.options, self.paths, self.given, self.processes, self.how = options, paths, given, processes, how
        self.refused: str | None = None

    def __call__(self) -> "Checked":
        from okrengine.project import BrokenFilesError, Folder  # noqa: PLC0415  --help does not need it
        from okrengine.sharing import processors  # noqa: PLC0415

        self.refused, many = None, self.processes or processors()
        try:
            project = Folder.open(
                self.options.folder, named=self.options.given_folder, given=self.given, processes=many
            )
        except BrokenFilesError as error:
            self.refused = str(error)
            return _broken(error.problems, error.texts)
        as_of = self.options.today(project.settings.timezone)
        return project.validate(self.paths, as_of=as_of, processes=many, **self.how)


def _mend(check: _Check) -> "Checked":
    """What is found after everything that can be mended was mended."""
    from okrengine.config import find_root  # noqa: PLC0415  --help does not need it
    from okrengine.project.mending import Disk, Memory, mend  # noqa: PLC0415
    from okrengine.project.opening import name_of  # noqa: PLC0415

    root = find_root(check.options.folder, named=check.options.given_folder)
    if not check.given:
        return mend(check, Disk(root, [name_of(one, root) for one in check.paths]))
    checked = mend(check, Memory(check.given))  # the file itself stays as it is
    return replace(checked, mended={f"the text of {name}": number for name, number in checked.mended.items()})


def _handed_over(options: Options, paths: tuple[str, ...], name: str | None, *, whole: bool) -> dict[str, bytes]:
    """Standard input as the content of a file, by the file's name; empty where none is handed over.

    It is read no further than a file may reach; where the `whole` of it is needed, longer input is refused.
    """
    if "-" not in paths:
        if name is not None:
            raise click.UsageError("--stdin-filename goes with standard input: okr validate --stdin-filename PATH -")
        return {}
    if name is None:
        raise click.UsageError("`-` is standard input: name the file that it is, --stdin-filename okrs/NAME.yaml")
    if len(paths) > 1:
        raise click.UsageError("`-` is one file, standard input, and stands alone")
    from okrengine.config import find_root  # noqa: PLC0415  --help does not need it
    from okrengine.project.opening import name_of  # noqa: PLC0415
    from okrengine.syntax import LARGEST  # noqa: PLC0415

    root = find_root(options.folder, named=options.given_folder)
    if (root / (file := name_of(name, root))).is_dir():
        raise click.UsageError(f"`{safe(name)}` is a folder: name the file that standard input is")
    content = sys.stdin.buffer.read(LARGEST + 1)
    if whole and len(content) > LARGEST:
        raise ProjectError("standard input is larger than 1 MiB: nothing of it was mended or printed")
    return {file: content}


def _broken(problems: tuple["Problem", ...], texts: Mapping[str, str]) -> "Checked":
    """What is known where okrengine.yaml is at fault: its findings, and nothing of any other file."""
    from okrengine.config import FILE  # noqa: PLC0415  --help does not need it
    from okrengine.diagnostics import Checked  # noqa: PLC0415
    from okrengine.registry import find  # noqa: PLC0415

    return Checked(problems, files=(FILE,), texts=texts, rules=find().rules, complete=False)
