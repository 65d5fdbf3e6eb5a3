"""Programs that others made for a part of the job, each in an environment of its own under build/bench."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

HOME = Path("build/bench").absolute()
_PYTHON = ("check-jsonschema", "yamllint", "yamale")
_LIBRARIES = ("pandas", "pyarrow", "polars")
_NODE = ("ajv-cli@5", "js-yaml")


@cache
def python(name: str) -> str | None:
    """The path of a program in Python; None where it cannot be installed."""
    room = HOME / "venv"
    if not (room / "bin" / name).exists():
        _try([sys.executable, "-m", "venv", str(room)])
        _try([str(room / "bin" / "python"), "-m", "pip", "install", "--quiet", *_PYTHON])
    found = room / "bin" / name
    return str(found) if found.exists() else None


@cache
def scripts() -> str | None:
    """The path of a Python that has pandas and polars; None where they cannot be installed."""
    found = HOME / "data" / "bin" / "python"
    if not found.exists():
        _try([sys.executable, "-m", "venv", str(HOME / "data")])
        _try([str(found), "-m", "pip", "install", "--quiet", *_LIBRARIES])
    ready = found.exists() and not subprocess.run([str(found), "-c", "import pandas, polars"], check=False).returncode
    return str(found) if ready else None


@cache
def node(name: str) -> str | None:
    """The path of a program for Node; None where it cannot be installed."""
    room, npm = HOME / "node", shutil.which("npm")
    found = room / "node_modules" / ".bin" / name
    if not found.exists() and npm is not None:
        _try([npm, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(room), *_NODE])
    return str(found) if found.exists() else None


def _try(command: list[str]) -> None:
    HOME.mkdir(parents=True, exist_ok=True)
    subprocess.run(command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
