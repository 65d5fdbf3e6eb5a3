"""The whole catalogue at work: a small project per topic, checked and measured, with values worked out by hand."""

import re
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from okrengine import registry
from okrengine.model import MANUAL
from okrengine.project import Project
from okrengine.quantity import Quantity
from okrengine.syntax import read
from okrengine.testing import agree

FOLDER = Path(__file__).parent / "examples" / "catalogue"
AS_OF = datetime.fromisoformat("2026-11-21T09:00:00+07:00")
DUE = read((FOLDER / "values.yaml").read_bytes(), "values.yaml")[0].data
METRICS = registry.find().metrics.keys() - {MANUAL}


@pytest.fixture(scope="module")
def project():
    return Project.open(FOLDER)


@pytest.fixture(scope="module")
def measured(project):
    """The readings of key results by their addresses; those of guardrails have a number behind them."""
    readings = project.measure(as_of=AS_OF)
    failed = [f"{one.address}: {one.reason}" for one in readings if one.value is None]
    assert not failed, failed
    return {one.address: one for one in readings if "#" not in one.address}


def amount(written):
    """The exact number that a text says: `3 of 8` in percent, `24 / 5`, or a quantity in base units."""
    if not isinstance(written, str):
        return Fraction(written)
    if share := re.fullmatch(r"(-?\d+) of (\d+)", written):
        return 100 * Fraction(int(share[1]), int(share[2]))
    return Fraction(written.replace(" ", "")) if "/" in written else Quantity.parse(written).base


def test_nothing_is_found_in_it(project):
    assert [str(one) for one in project.validate(as_of=AS_OF).problems] == []


def test_every_key_result_has_a_value_worked_out_by_hand(measured):
    assert measured.keys() == DUE.keys()
    assert all(due["why"] for due in DUE.values())


@pytest.mark.parametrize("address", DUE)
def test_a_value_is_what_it_must_be(measured, address):
    reading, due = measured[address], DUE[address]
    assert agree(reading.value, amount(due["value"])), f"{float(reading.value)}: {due['why']}"
    assert reading.n == due.get("n")


def test_every_metric_is_at_work(measured):
    unused = METRICS - {reading.metric for reading in measured.values()}
    assert not unused, f"give each a key result in {FOLDER.name}, and a value worked out by hand"
