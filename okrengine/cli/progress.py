"""How far a long measurement is: one line on a terminal's standard error, gone when it is done."""

import sys
from types import TracebackType
from typing import Self

from okrengine.cli.options import Options
from okrengine.cli.terminal import safe, width

_CLEAR = "\r\x1b[K"


class Progress:
    """A line that names the source being asked; nothing where standard error is no terminal, or with -q."""

    def __init__(self, options: Options) -> None:
        self._columns = width(sys.stderr) if options.quiet == 0 else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._write("")

    def source(self, name: str, number: int, every: int) -> None:
        """The source of a name is asked now, as the so-manieth of all."""
        self._write(f"measuring {number} of {every}: {safe(name)}")

    def _write(self, text: str) -> None:
        if self._columns is not None:
            sys.stderr.write(_CLEAR + text[: self._columns - 1])
            sys.stderr.flush()
