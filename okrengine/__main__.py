"""`python -P -m okrengine`: the same as `okr`."""

import os
import sys

# Python puts the current folder first on the path: a file of the project must not stand in for a library.
if sys.path and os.path.realpath(sys.path[0]) == os.path.realpath(""):
    del sys.path[0]

from okrengine.cli import main

main()
