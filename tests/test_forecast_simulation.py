"""Forecasts of simulated quarters hold what docs/grading.md tells of them: `make bench ARGS=forecast` in small."""

import math
import re
from fractions import Fraction
from pathlib import Path

import pytest
from foreseeing import BY_PACE, DEFAULT, GRID, LATE, LOOKS, covering, errors, looks_at
from quarters import FAMILIES, WEEKS

from okrengine.config import PRESETS
from okrengine.grade.trend import CHANGE_OF_PACE, FEWEST, student

QUARTERS = 120
PAGE = (Path(__file__).parent.parent / "docs" / "grading.md").read_text(encoding="utf-8")
HONEST = ("straight", "straight, noisy", "bent by 5 %", "bent by 5 %, noisy")
"""Where the range of 80 % holds the end in 75 to 85 of 100 quarters."""


def told(head):
    """The rows of the table of the page that begins so, by their first cell."""
    _, found, rest = PAGE.partition(f"| {head} |")
    assert found, f"the page has no table {head}"
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in rest.partition("\n\n")[0].splitlines()[2:]
    ]
    return {name: cells for name, *cells in rows}


def share(cell):
    return float(cell.rstrip("%")) / 100


def near(found, expected, count):
    """Whether a share of so many is one that `expected` gives, three standard deviations and its rounding apart."""
    return abs(found - expected) <= 3 * math.sqrt(max(expected * (1 - expected), 0.02) / count) + 0.005


@pytest.fixture(scope="module", params=FAMILIES, ids=lambda family: family.name)
def simulated(request):
    return request.param, looks_at(request.param, QUARTERS)


def test_the_range_holds_as_many_ends_as_the_page_says(simulated):
    family, looks = simulated
    *shares, half = covering(looks)
    said = told("quarters | 4 weeks | 6 weeks | 8 weeks | 10 weeks")[family.name]
    for found, expected in zip(shares, said, strict=False):
        assert near(found, share(expected), QUARTERS), (family.name, shares, said)
    assert half == pytest.approx(share(said[-1]), rel=0.2)
    every = shares[-1]
    if family.name in HONEST:
        assert 0.75 <= share(said[-2]) <= 0.85
        assert near(every, min(max(every, 0.75), 0.85), QUARTERS)


def test_the_status_is_right_as_often_as_the_page_says(simulated):
    family, looks = simulated
    right, *_ = errors(looks[LATE], DEFAULT, "committed")
    alone, *_ = errors(looks[LATE], BY_PACE, "committed")
    said = told("quarters | right | without the forecast")[family.name]
    assert near(right, share(said[0]), QUARTERS)
    assert near(alone, share(said[1]), QUARTERS)


def test_the_page_tells_of_every_kind_of_quarter_and_of_every_limit():
    names = [family.name for family in FAMILIES]
    assert list(told("quarters | 4 weeks")) == names
    assert list(told("quarters | right")) == names
    for key, numbers in GRID.items():
        table = PAGE.partition(f"| objective | `{key}` |")[2].partition("\n\n")[0]
        assert [int(found) for found in re.findall(r"\| committed \| (\d+) % \|", table)] == list(numbers)
        assert getattr(DEFAULT, key) in numbers


def test_the_page_has_the_constants_of_the_forecast():
    days = told("days with a value | " + " | ".join(map(str, range(FEWEST, WEEKS + 1))))
    assert [Fraction(cell) for cell in days["Student's t"]] == [student(day - 2) for day in range(FEWEST, WEEKS + 1)]
    assert f"1.282 × {float(CHANGE_OF_PACE)} × slope" in PAGE
    assert all(f"| {look} weeks |" in PAGE for look in LOOKS)


def test_the_page_has_the_limits_of_every_preset():
    rows = told("`preset`")
    assert [name.strip("`") for name in rows] == list(PRESETS)
    for name, preset in PRESETS.items():
        near_, far, _ = rows[f"`{name}`"]
        sign = {"gap": "≤ {} points", "ratio": "≥ {} % of e", "attained": "≥ {} %"}[preset.by]
        if preset.at_risk is None:
            assert (near_, far) == ("p ≥ e", "below")
            continue
        assert near_.endswith(sign.format(preset.on_track))
        assert far.endswith(sign.format(preset.at_risk))
