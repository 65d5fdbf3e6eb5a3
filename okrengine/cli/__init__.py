"""The commands of `okr`, one module each: read, call one method of the project, print.

The only room that prints, exits and reads a clock.
"""

import sys
from collections.abc import Sequence

from okrengine.cli.app import run


def main(argv: Sequence[str] | None = None) -> None:
    """Run `okr` and leave the process with its exit code."""
    sys.exit(run(argv))
