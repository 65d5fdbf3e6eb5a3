"""What several tests share."""

import json
from pathlib import Path

import pytest
from hypothesis import settings

from okrengine.cli.app import run

settings.register_profile("patient", deadline=None)  # a slow machine is no mistake
settings.load_profile("patient")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser):
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture
def golden(request):
    """Compare a text with the golden file of a name, byte for byte; write it where the flag says so."""

    def check(name, text):
        path = GOLDEN / name
        if request.config.getoption("--rewrite-golden"):
            path.parent.mkdir(exist_ok=True)
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
