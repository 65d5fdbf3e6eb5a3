"""What several tests share."""

import io
import json
import os
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import settings
from servers import mariadb, postgres, spark  # noqa: F401  fixtures of many files

from okrengine.cli.app import run

settings.register_profile("patient", deadline=None)  # a slow machine is no mistake
settings.load_profile("patient")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


class Ran(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def _okr(project, *arguments, said="", **environ):
    """Run `okr` in this process: in the project's folder, UTF-8, no terminal, without the caller's environment."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    typed = io.TextIOWrapper(io.BytesIO(said.encode()), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project)
        for name in [name for name in os.environ if name.startswith(("OKR", "NO_COLOR", "FORCE_COLOR"))]:
            patch.delenv(name)
        for name, value in environ.items():
            patch.setenv(name, value)
        for name, stream in (("stdin", typed), ("stdout", out), ("stderr", err)):
            patch.setattr(sys, name, stream)
        code = run(arguments)
    ran = Ran(code, *(stream.buffer.getvalue().decode() for stream in (out, err)))
    assert "Traceback" not in ran.stdout + ran.stderr, ran.stderr
    assert str(project) not in ran.stdout + ran.stderr, "a path of this machine is shown"
    return ran


@pytest.fixture(scope="session")
def okr():
    """The command line, run where a process of its own is not what is tested."""
    return _okr


@pytest.fixture
def golden(request):
    """Compare a text with the golden file of a name, byte for byte; write it where the flag says so."""

    def check(name, text):
        path = GOLDEN / name
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.read_bytes().decode() == text, f"{name} differs; look at it, then run pytest --rewrite-golden"

    return check


class Measured:
    """A reading as `okr measure --format json` writes it, asked like the reading itself."""

    def __init__(self, document):
        self._document = document

    def __getattr__(self, name):
        try:
            return self._document[name]
        except KeyError:
            raise AttributeError(name) from None

    def __repr__(self):
        return repr(self._document)


@pytest.fixture
def readings(capsys):
    """The readings of a project on disk at an instant, by the command line."""

    def measure(folder, as_of):
        code = run(["measure", "team", "--format", "json", "--project", str(folder), "--as-of", as_of.isoformat()])
        said = capsys.readouterr()
        assert code in (0, 3), said.err
        return [Measured(reading) for reading in json.loads(said.out)["readings"]]

    return measure
