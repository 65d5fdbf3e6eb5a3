"""How long whole commands take beside doing the same by hand or with what others made, as ratios of one run.

`python tests/bench [validate] [measure] [status] [forecast] [start]` picks parts. Input is generated with a seed, every pair runs in turn
after a warm-up, and the median of the ratios counts. Nothing here passes or fails.
"""

import os
import sys
import tempfile
from pathlib import Path

from foreseeing import foresee
from measuring import measure
from standing import status
from validating import start_up, validate

PARTS = {"start": start_up, "validate": validate, "measure": measure, "status": status, "forecast": foresee}


def main() -> None:
    """Print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    unknown = set(sys.argv[1:]) - set(PARTS)
    if unknown:
        raise SystemExit(f"there is no part {', '.join(sorted(unknown))}: there are {', '.join(PARTS)}")
    with tempfile.TemporaryDirectory() as name:
        for part in sys.argv[1:] or PARTS:
            for row in PARTS[part](Path(name) / part):
                print(row.measured(), flush=True)  # noqa: T201  the table is what it is for


if __name__ == "__main__":
    main()
