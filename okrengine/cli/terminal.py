"""What a terminal can show: colours, characters, width."""

import os
import sys
from typing import Any, TextIO

import click

from okrengine.cli.options import Options
from okrengine.secrets import scrub


def colored(options: Options, stream: TextIO) -> bool:
    """Whether colours go to a stream: flag, then NO_COLOR, FORCE_COLOR, TERM, then whether it is a terminal."""
    if options.color != "auto":
        return options.color == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def unicode_shown(stream: TextIO) -> bool:
    """Whether the stream's encoding has every character; a console of one code page has not."""
    return (stream.encoding or "").lower().replace("-", "") in ("utf8", "utf8sig", "utf16")


def width(stream: TextIO) -> int | None:
    """The columns of a terminal; None where nothing may be cut to a width."""
    import shutil  # noqa: PLC0415  --help does not need it

    return shutil.get_terminal_size().columns if stream.isatty() else None


def say(text: str, options: Options, *, level: int = 0, err: bool = False) -> None:
    """Print a line unless -q was given more often than `level` allows."""
    if options.quiet <= level:
        stream = sys.stderr if err else sys.stdout
        click.echo(scrub(text), file=stream, color=colored(options, stream))


def safe(text: str) -> str:
    """User text for a terminal, in one line: what hides it, turns it or gives orders to a log is shown, never sent."""
    from okrengine.syntax import inert, visible  # noqa: PLC0415  --help does not need it

    return inert(visible(scrub(text)))


def as_json(value: Any) -> str:
    """A value as JSON, for people too."""
    import json  # noqa: PLC0415  --help does not need it

    return json.dumps(value, ensure_ascii=False, indent=2)


def data(text: str) -> str:
    """JSON for standard output: what a log would obey is written by number, which is the same text to a reader."""
    from okrengine.syntax import COMMAND  # noqa: PLC0415  --help does not need it

    return COMMAND.sub(r"\1\\u005b", text)
