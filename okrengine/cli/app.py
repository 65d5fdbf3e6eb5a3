"""The program around the commands: finding them, the flags that all have, and what each ending means as a number."""

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from okrengine import __version__
from okrengine.cli.ending import ending
from okrengine.cli.options import Options, global_flags
from okrengine.cli.terminal import safe
from okrengine.errors import OkrError
from okrengine.nearness import suggestion
from okrengine.secrets import scrub

COMMANDS = ("init", "validate", "measure", "checkin", "status", "report", "explain", "plugins", "schema")
INTERRUPTED = 130
AT_FAULT = 2
OUR_FAULT = 4
_EXIT_CODES = """\b
Exit codes, the same for every command:
  0    done; nothing at or above --fail-on
  1    done; findings at or above --fail-on; schemas out of date
  2    the call or the project is at fault
  3    incomplete: a source, a plugin or a rule failed; outputs say which
  4    our fault: please report it
  130  interrupted; 143 by SIGTERM, 129 by SIGHUP"""


class Program(click.Group):
    """A group that imports a command when it is used, and says which one was meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Our commands in the order of their use, then those of plugins."""
        return [*COMMANDS, *sorted(self.commands)]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"okrengine.cli.{cmd_name}").command
            return command
        if cmd_name not in self.commands and not ctx.resilient_parsing:  # a Tab runs no plugin
            self._add_plugin_commands()
        return super().get_command(ctx, cmd_name)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[Any, click.Command | None, list[str]]:
        """The command that the arguments name; an unknown one gets the nearest name."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-") and not ctx.resilient_parsing:
            hint = suggestion(args[0], self.list_commands(ctx))
            raise click.UsageError(f"there is no command `{args[0]}`: {hint}", ctx)
        return super().resolve_command(ctx, args)

    def _add_plugin_commands(self) -> None:
        """Ask installed plugins for commands: only when a name is not ours, so that ours start fast."""
        from okrengine import registry  # noqa: PLC0415  not needed for a command of ours

        registry.add_commands(registry.find(), self)


@click.group(
    cls=Program,
    epilog=_EXIT_CODES,
    context_settings={"help_option_names": ["-h", "--help"], "auto_envvar_prefix": "OKR", "max_content_width": 100},
)
@click.version_option(__version__, prog_name="okr", message="%(prog)s %(version)s")
@global_flags
def okr() -> None:
    """OKRs as code: objectives and key results in git, checked, measured, graded and reported."""


def run(argv: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; never a traceback for what a user can mend."""
    options = Options()
    with ending() as ended:
        try:
            _prepare_streams()
            code = _run(argv, options)
            sys.stdout.flush()
        except OSError as error:  # of files, rooms below make errors of ours: this one is of a stream
            code = _cut_off(error)
    return ended.code(code)


def _run(argv: Sequence[str] | None, options: Options) -> int:
    try:
        ended = okr.main(args=None if argv is None else list(argv), prog_name="okr", standalone_mode=False, obj=options)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return INTERRUPTED
    except OkrError as error:
        _show_problems(error, options)
        click.echo(f"okr: {safe(str(error))}", err=True)
        return error.exit_code
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001  whatever is left is our fault, and one line
        return _our_fault(error, options)
    return ended if isinstance(ended, int) else 0


def _show_problems(error: OkrError, options: Options) -> None:
    """The findings that an error carries, where it has any, as validate prints them."""
    problems = getattr(error, "problems", ())
    if problems:
        from okrengine.cli.findings import show  # noqa: PLC0415  a command's module, only on this way out
        from okrengine.diagnostics import Checked  # noqa: PLC0415  likewise

        show(Checked(problems, texts=getattr(error, "texts", {})), options, err=True, closing=False)


def _our_fault(error: Exception, options: Options) -> int:
    """One line and the request to report it; the traceback on request, without the values of variables."""
    click.echo(f"okr: internal error, please report it: {safe(f'{type(error).__name__}: {error}')}", err=True)
    if options.verbose > 1:
        import traceback  # noqa: PLC0415  only on request

        click.echo(scrub("".join(traceback.format_exception(error))), err=True, nl=False)
    else:
        click.echo("okr: -vv shows where", err=True)
    return OUR_FAULT


def _cut_off(error: OSError) -> int:
    """A reader that left is quiet; a full disk or a closed output is one line."""
    left = isinstance(error, BrokenPipeError)
    if not left:
        about = f"`{safe(str(error.filename))}`" if error.filename else "the output"
        with contextlib.suppress(OSError):
            click.echo(f"okr: {about} cannot be written or read: {error.strerror or error}", err=True)
    for stream in (sys.stdout, sys.stderr):  # what is still buffered has no reader
        with contextlib.suppress(OSError, AttributeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    return 1 if left else AT_FAULT


def _prepare_streams() -> None:
    """A console that cannot show a character shows another one; it never ends the program.

    Raises `OSError` where standard output is closed: nothing that is done would be seen.
    """
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  it lasts as long as the program
    if sys.stdin is None:
        sys.stdin = open(os.devnull, encoding="utf-8")  # noqa: SIM115, PTH123
    if sys.stdout is None:
        raise OSError(errno.EBADF, "standard output is closed")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
