"""What must hold for every metric that is offered."""

import csv
import inspect
import re
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import UnionType
from typing import Union, get_args, get_origin, get_type_hints

import pytest

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask, kernels, measure
from okrengine.model import MANUAL, Cycle, Measure, Window
from okrengine.offers import ANY, Case, Metric
from okrengine.offers.records import RECORDS, TOPICS, totals
from okrengine.parameters import ParameterError
from okrengine.registry import find
from okrengine.testing import check_example, check_metric, read_metric
from okrengine.testing.metrics import AS_OF

FOUND = find()
METRICS = {name: metric for name, metric in FOUND.metrics.items() if name != MANUAL}
YEAR = Cycle("2026", date(2026, 1, 1), date(2026, 12, 31))
DIRECTIONS = {"higher": "Higher is better", "lower": "Lower is better", None: "Neither direction is better"}
WORDS = {"%": ("percent",), "h": ("hours",), "d": ("days",), "score": ("score", "points of the scale")}
"""How a docstring names a unit that is not a word."""
FROM = re.compile(r"\([A-Za-z][^()`=]*[a-z]{3}[^()`=]*\)|\bISO [0-9]+")
SHOWN = {name: metric for name, metric in METRICS.items() if metric.example is not None}
every = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
ASKED = [one for one in METRICS.values() if one.example or not any(each.required for each in one.parameters.values())]
"""Those whose required parameters are known, from their examples."""
asked = pytest.mark.parametrize("metric", ASKED, ids=lambda metric: metric.name)


def options(metric):
    return dict(metric.example.options) if metric.example else {}


def tables(metric):
    """Every type of record that the metric reads; a preset reads what its parent does."""
    names = metric.records[:1] if metric.preset_of and metric.record == ANY else metric.records
    return [RECORDS[name] for name in names] + ([totals(metric.totals)] if metric.totals else [])


def kernels_of(metric):
    """The kernels that the metric's function says it gives."""
    said = get_type_hints(metric.measure)["return"]
    return get_args(said) if get_origin(said) in (Union, UnionType) else (said,)


def counts(metric):
    """Whether nothing that counts is 0, and no lack of data."""
    return set(kernels_of(metric)) == {kernels.Count}


SUMS = {"follower_net_adds", "page_views"}
"""Counts of numbers that rows state: where none does, the sum is not 0 but unknown."""


# ---------------------------------------------------------------- what it says


@every
def test_says_what_it_is(metric):
    assert metric.title
    assert inspect.getdoc(metric.measure)
    assert DIRECTIONS[metric.better] in " ".join(metric.help.split())
    bare = {name for name, parameter in metric.parameters.items() if not parameter.help}
    assert not bare, f"parameters without a line of help: {bare}"


@every
def test_says_where_its_formula_is_from(metric):
    said = " ".join(metric.help.split())
    assert FROM.search(said), "name in parentheses under which name the formula is known, or by whom"


@asked
def test_says_its_unit(metric):
    unit = metric.unit_for(metric.bind(options(metric)))
    words = ("number of",) if counts(metric) else WORDS.get(unit, (unit or "money",))
    assert any(word in " ".join(metric.help.lower().split()) for word in words), f"the docstring names none of {words}"


@every
def test_its_facts_are_possible(metric):
    assert all(issubclass(kernel, kernels.Kernel) for kernel in kernels_of(metric))
    assert metric.voice in ("customer", "internal", None)
    assert metric.about in TOPICS, "say by `topic` what it is about"
    low, high = metric.range or (None, None)
    assert low is None or high is None or low < high
    sampled = bool(metric.records) and any(kernel.sampled for kernel in kernels_of(metric))
    assert (metric.min_sample is not None) == sampled, "a count, a change, a top share and totals have no sample"
    assert metric.min_sample is None or metric.min_sample > 1
    assert all(record in RECORDS for record in (*metric.records, *metric.converts))
    assert set(metric.needs) <= metric.columns
    assert metric.name == metric.name.lower().replace("-", "_")


@every
def test_a_preset_is_one_of_a_metric_and_says_what_it_is(metric):
    if metric.preset_of is None:
        return
    parent = METRICS[metric.preset_of]
    assert metric.title != parent.title
    assert metric.measure is parent.measure
    assert metric.defaults.keys() <= parent.parameters.keys()


# ---------------------------------------------------------------- its example


def test_every_metric_has_an_example():
    assert METRICS.keys() == SHOWN.keys()


@pytest.mark.parametrize("metric", SHOWN.values(), ids=SHOWN)
def test_the_example_gives_what_it_says(metric):
    reading = check_example(metric)
    rows = metric.example.table
    assert 1 <= len(rows) <= 10, "a few rows, so that a person can follow"
    own = {*options(metric).get("filled", ()), *metric.example.where}
    assert all(set(row) <= metric.columns | own for row in rows)
    low, high = metric.range or (None, None)
    if reading.value is not None:
        assert low is None or reading.value >= low
        assert high is None or reading.value <= high
    if reading.interval is not None:
        assert reading.interval[0] <= reading.value <= reading.interval[1]
    assert reading.unit == metric.unit_for(metric.bind(options(metric))) or reading.unit == "s"


@pytest.mark.parametrize("metric", SHOWN.values(), ids=SHOWN)
def test_the_example_of_a_preset_is_its_own_where_its_parameters_are(metric):
    parent = METRICS.get(metric.preset_of)
    if parent is None or parent.example is None or parent.parameters == metric.parameters:
        return
    changed = {name for name in metric.parameters if metric.parameters[name] != parent.parameters.get(name)}
    shown = metric.example is not parent.example or changed <= metric.example.options.keys()
    assert shown, f"the example is that of {parent.name}, which has other {', '.join(sorted(changed))}"


def baskets(rows):
    return kernels.Count(rows.is_complaint)


BASKETS = Metric("baskets", baskets, "ticket", min_sample=None)


@pytest.mark.parametrize(
    ("example", "says"),
    [
        (None, "baskets has no example"),
        (Case("is_complaint\nyes\n", {"n": 1}), "the example must say which `value` it gives"),
        (Case("is_complaint\nyes\nno\n", {"value": 2}), "`value` is 1.0, 2 is due"),
    ],
)
def test_a_wrong_example_is_told(example, says):
    with pytest.raises(AssertionError, match=says):
        check_example(replace(BASKETS, example=example))


def test_a_right_example_gives_its_reading():
    assert check_example(replace(BASKETS, example=Case("is_complaint\nyes\nno\n", {"value": 1}))).n == 1


# ---------------------------------------------------------------- its parameters


@every
def test_every_parameter_has_a_schema(metric):
    assert all(parameter.schema.keys() & {"type", "enum"} for parameter in metric.parameters.values())


@asked
def test_wrong_parameters_are_named(metric):
    good = options(metric)
    metric.bind(good)
    with pytest.raises(ParameterError, match="unknown parameter `surely_not`"):
        metric.bind({**good, "surely_not": 1})
    for name, parameter in metric.parameters.items():
        if parameter.required:
            with pytest.raises(ParameterError, match=f"`{name}` must be given"):
                metric.bind({key: value for key, value in good.items() if key != name})
        with pytest.raises(ParameterError, match=name):
            metric.bind({**good, name: {"surely": "not"}})


# ---------------------------------------------------------------- few rows, and bad ones


CELLS = {"num": "3", "int": "3", "money": "3", "bool": "yes", "cat": "agent", "date": "2026-02-01", "id": "a"}
ROWS = {
    "none": lambda columns, required: [],  # noqa: ARG005
    "empty": lambda columns, required: [dict.fromkeys(required, "")] * 3,  # noqa: ARG005
    "one": lambda columns, required: [  # noqa: ARG005
        {name: CELLS.get(kind, "2026-02-01T10:00:00Z") for name, kind in columns.items() if name != "deleted_at"}
        | ({"status_to": "open"} if "status_to" in columns else {})
    ],
}
"""Rows of any record, by its columns and the required ones of them."""


@cache
def together(record, rows):
    """The readings of all metrics on the same rows, of one source that maps every column of a record."""
    found = RECORDS[record]
    asking = [one for one in ASKED if record in (kind.name for kind in tables(one))]
    uses = dict.fromkeys(name for one in asking for name in one.uses_for(one.bind(options(one))))
    columns = [*found.columns, *(name for name in uses if name not in found.columns)]
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(ROWS[rows](found.columns, found.required))
        source = SourceSettings("rows", "csv", path="rows.csv", columns={name: name for name in columns})
        asks = [Ask(f"a/b/{one.name}", Measure(one.name, "rows", options(one), {}, Window()), YEAR) for one in asking]
        settings = Settings(sources={"rows": source})
        readings = measure(asks, settings=settings, registry=FOUND, root=Path(folder), as_of=AS_OF)
    return {reading.metric: reading for reading in readings}


def readings_of(metric, rows):
    """How the metric reads such rows, of each record and of totals."""
    for record in tables(metric):
        if record.name in RECORDS:
            yield together(record.name, rows)[metric.name]
        else:
            given = ROWS[rows](record.columns, record.required)
            yield read_metric(metric, given, parameters=options(metric), record=record.name)


@asked
def test_no_rows_give_null_and_a_status(metric):
    for reading in readings_of(metric, "none"):
        assert (reading.value, reading.status) == (None, "no_data"), reading
        assert reading.reason


@asked
def test_empty_cells_are_counted_and_never_zero(metric):
    for reading in readings_of(metric, "empty"):
        zero = counts(metric) and metric.name not in SUMS
        assert (reading.value, reading.status) == ((0, "ok") if zero else (None, "no_data")), reading
        if metric.window_on is None:  # such rows have a time to be seen at
            assert sum(reading.excluded.values()) == 3


@asked
def test_one_row_is_measured_or_has_a_status(metric):
    for reading in readings_of(metric, "one"):
        assert reading.status in ("ok", "insufficient_sample", "no_data", "undefined"), reading
        assert (reading.value is None) == (reading.status in ("no_data", "undefined"))
        assert reading.definition.startswith("sha256:")


SCALES = {name: one for name, one in METRICS.items() if one.scale is not None and {"score", "rating"} & {*one.needs}}


@pytest.mark.parametrize("metric", SCALES.values(), ids=SCALES)
def test_what_is_off_the_scale_is_left_out_and_counted(metric):
    given = {"scale": [1, 5], **options(metric)} if metric.scale == "required" else options(metric)
    _, high = metric.bind(given)["scale"]
    column = next(name for name in ("score", "rating") if name in metric.needs)
    rows = [{column: cell} for cell in (high + 1, high + 94, -99)]
    due = {"value": 0 if counts(metric) else None}
    check_metric(metric, rows, {**due, "out_of_scale": 3}, parameters=given)


def test_importing_them_imports_no_engine():
    code = (
        "import sys; from okrengine.registry import find; r = find(); assert not r.failures, r.failures;"
        "heavy = [m for m in ('ibis', 'duckdb', 'pandas', 'pyarrow', 'numpy', 'sqlglot') if m in sys.modules];"
        "assert not heavy, heavy"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
