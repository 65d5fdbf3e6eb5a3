"""The commands of `okr`, one module each: read, call one method of the project, print.

The only room that prints, exits and reads a clock.
"""

import atexit
import gc
import sys
from collections.abc import Sequence

from okrengine.cli.app import run

_YOUNG = 20_000
"""So many new objects may wait before Python looks for rings: a command needs nearly all that it makes to its end."""


def main(argv: Sequence[str] | None = None) -> None:
    """Run `okr` and leave the process with its exit code."""
    gc.set_threshold(_YOUNG)
    atexit.register(gc.freeze)  # Python would look for rings in all that there is once more, only to end
    sys.exit(run(argv))
