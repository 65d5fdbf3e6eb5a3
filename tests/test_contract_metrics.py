"""What must hold for every metric that is offered."""

import inspect
import subprocess
import sys

import pytest

from okrengine.model import MANUAL
from okrengine.offers.records import RECORDS, totals
from okrengine.parameters import ParameterError
from okrengine.registry import find
from okrengine.testing import read_metric

METRICS = {name: metric for name, metric in find().metrics.items() if name != MANUAL}
DIRECTIONS = {"higher": "Higher is better", "lower": "Lower is better", None: "Neither direction is better"}
UNITS = ("percent", "points", "hours", "number of", "stars", "points of the scale")
OPTIONS = {
    "csat_mean": {"scale": [1, 5]},
    "answered_within_rate": {"threshold": "1 h"},
    "resolved_within_rate": {"threshold": "24 h"},
}
LEVELS = {"count_done", "contact_volume", "tickets_resolved", "positive_review_count"}
every = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)


def tables(metric):
    """Every type of record that the metric reads."""
    return [RECORDS[name] for name in metric.records] + ([totals(metric.totals)] if metric.totals else [])


def counts(metric):
    return metric.name in LEVELS or metric.preset_of in LEVELS


@every
def test_says_what_it_is(metric):
    assert metric.title
    assert inspect.getdoc(metric.measure)
    text = " ".join(metric.help.split())
    assert DIRECTIONS[metric.better] in text
    assert any(unit in text.lower() for unit in UNITS)
    bare = {name for name, parameter in metric.parameters.items() if not parameter.help}
    assert not bare, f"parameters without a line of help: {bare}"


@every
def test_every_parameter_has_a_schema(metric):
    assert all(parameter.schema.keys() & {"type", "enum"} for parameter in metric.parameters.values())


@every
def test_wrong_parameters_are_named(metric):
    good = OPTIONS.get(metric.name, {})
    metric.bind(good)
    with pytest.raises(ParameterError, match="unknown parameter `surely_not`"):
        metric.bind({**good, "surely_not": 1})
    for name in good:
        with pytest.raises(ParameterError, match=f"`{name}` must be given"):
            metric.bind({key: value for key, value in good.items() if key != name})
    for name in metric.parameters:
        with pytest.raises(ParameterError, match=name):
            metric.bind({**good, name: {"surely": "not"}})


@every
def test_no_rows_give_null_and_a_status(metric):
    for record in tables(metric):
        reading = read_metric(metric, [], parameters=OPTIONS.get(metric.name), record=record.name)
        assert (reading.value, reading.status) == (None, "no_data")
        assert reading.reason


@every
def test_empty_cells_are_counted_and_never_zero(metric):
    for record in tables(metric):
        rows = [dict.fromkeys(record.required, "") for _ in range(3)]
        reading = read_metric(metric, rows, parameters=OPTIONS.get(metric.name), record=record.name)
        if counts(metric):
            assert (reading.value, reading.status) == (0, "ok")
        else:
            assert (reading.value, reading.status) == (None, "no_data")
        if metric.window_on is None:  # such rows have a time to be seen at
            assert sum(reading.excluded.values()) == 3


@every
def test_one_row_is_measured_or_has_a_status(metric):
    cells = {"num": 3, "int": 3, "money": 3, "bool": True, "cat": "agent", "date": "2026-02-01", "id": "a"}
    for record in tables(metric):
        row = {c: cells.get(kind, "2026-02-01T10:00:00Z") for c, kind in record.columns.items() if c != "deleted_at"}
        reading = read_metric(metric, [row], parameters=OPTIONS.get(metric.name), record=record.name)
        assert reading.status in ("ok", "insufficient_sample", "no_data"), reading
        assert (reading.value is None) == (reading.status == "no_data")
        assert reading.definition.startswith("sha256:")


def test_importing_them_imports_no_engine():
    code = (
        "import sys; from okrengine.registry import find; r = find(); assert not r.failures, r.failures;"
        "heavy = [m for m in ('ibis', 'duckdb', 'pandas', 'pyarrow', 'numpy', 'sqlglot') if m in sys.modules];"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
