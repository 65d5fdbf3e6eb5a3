"""Every metric against a second computation, written from its definition in plain Python, on random nasty tables.

The second one knows nothing of the program, so that the two can only agree by both being right.
"""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest
from oracle.catalogue import ORACLES
from oracle.comparing import BANGKOK, SCENES, compared, differences

from okrengine.registry import find

METRICS = sorted(name for name, metric in find().metrics.items() if metric.kinds)


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What was found beside what is due, of each table in each scene; all metrics of a table are measured together."""

    @cache
    def measured(name, record, table):
        found = defaultdict(list)
        for one in compared(tmp_path_factory.mktemp("project"), SCENES[name], record, table):
            found[one.question.oracle.metric].append(one)
        return found

    return measured


@pytest.mark.parametrize("metric", METRICS)
def test_the_value_is_that_of_the_definition(results, metric):
    kinds = {one.rows for one in ORACLES if one.metric == metric}
    assert kinds, f"`{metric}` has no second computation: write one from its definition"
    held = [one for name in SCENES for rows in kinds for one in results(name, *rows)[metric]]
    due = [one.due for one in held]
    wrong = [
        f"{one}: {said}" for one, x in zip(held, due, strict=True) for said in differences(x, one.reading, one.world)
    ]
    assert not wrong, "\n".join(wrong)
    assert any(x["value"] for x in due), "nothing was compared: each value is null or 0"


@pytest.fixture(scope="module")
def share(results):
    """A percent of rows with a value, an interval and rows that were left out."""
    held = results(
        next(name for name, scene in SCENES.items() if scene is BANGKOK), "survey_response", "survey_response"
    )
    return next(one for one in held["csat"] if one.due["value"] and one.due["excluded"])


@pytest.mark.parametrize("name", ["value", "n", "numerator", "denominator"])
def test_a_number_that_is_off_by_little_is_noticed(share, name):
    """On either side: a metric that is wrong, and a second computation that is."""
    little = getattr(share.reading, name) / 10**8 + (name == "n")
    wrong = replace(share.reading, **{name: getattr(share.reading, name) + little})
    assert [line.split(":")[0] for line in differences(share.due, wrong, share.world)] == [name]
    due = share.due | {name: share.due[name] + little}
    assert [line.split(":")[0] for line in differences(due, share.reading, share.world)] == [name]


@pytest.mark.parametrize(
    ("name", "planted"),
    [
        ("value", None),
        ("status", "no_data"),
        ("excluded", {}),
        ("window", None),
        ("interval", None),
    ],
)
def test_a_part_of_a_reading_that_is_another_is_noticed(share, name, planted):
    lines = differences(share.due, replace(share.reading, **{name: planted}), share.world)
    assert [line.split(":")[0] for line in lines] == [name]


def test_a_fault_in_how_rows_are_chosen_is_noticed(share):
    """The last day of a window left off, which the two could only get wrong in the same way."""
    day = share.world.closing - share.world.start
    wrong = replace(share.world, end=share.world.closing - day / 3)
    assert differences(share.due, share.reading, wrong)
    due = replace(share, world=wrong).due
    assert due["n"] < share.due["n"]
    assert {line.split(":")[0] for line in differences(due, share.reading, share.world)} >= {"n", "denominator"}
