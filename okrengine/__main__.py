"""`python -P -m okrengine`: the same as `okr`."""

import sys

# Python puts the current folder first on the path: a file of the project must not stand in for a library.
sys.path[:] = [folder for folder in sys.path if folder not in ("", ".")]

from okrengine.cli import main  # noqa: E402

main()
