"""A metric, run on rows written down in a test, on the same way as `okr measure`."""

import csv
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask, measure
from okrengine.measure.document import plain
from okrengine.model import Cycle, Measure, Reading, Window
from okrengine.nearness import certain, nearest
from okrengine.offers import ANY, Metric
from okrengine.offers.records import Record
from okrengine.registry import Registry, find

AS_OF = datetime(2026, 11, 21, 9, tzinfo=UTC)
TOLERANCE = Fraction(1, 10**9)
_SOURCE = "rows"


def check_metric(  # noqa: PLR0913  everything that a project can say of a measurement
    metric: Metric,
    rows: Iterable[Mapping[str, Any]],
    expected: Mapping[str, Any],
    *,
    parameters: Mapping[str, Any] | None = None,
    where: Mapping[str, Any] | None = None,
    record: str | None = None,
    window: Window | None = None,
    as_of: datetime = AS_OF,
    timezone: str = "UTC",
    source: SourceSettings | None = None,
    plugins: Iterable[ModuleType] = (),
) -> Reading:
    """Measure `rows` and compare with `expected`; gives the reading, raises `AssertionError` naming what differs.

    `rows` are mappings of columns of the metric's `record`; a required id or time that a row leaves out is filled in.
    A column that is none of the record's, and is near to one, is an error too.
    `expected` holds any of `value n numerator denominator interval status excluded` and names of `details`; durations
    are seconds, `excluded` a number or counts by reason. Numbers agree to 1e-9. `source` adds the mapping of values,
    exclusions and duplicates that a project would state.
    """
    rows = list(rows)
    reading = read_metric(
        metric,
        rows,
        parameters=parameters,
        where=where,
        record=record,
        window=window,
        as_of=as_of,
        timezone=timezone,
        source=source,
        plugins=plugins,
    )
    columns = dict.fromkeys(column for row in rows for column in row)
    named = (*(where or {}), *(source.exclude if source else ()))
    strange, slip = _strange(metric, metric.record_of(columns, record), columns, parameters or {}, named) or ("", False)
    if slip:  # whatever was measured, it is not what the test is about
        raise AssertionError(f"{metric.name}: {strange}")
    for name, due in expected.items():
        found = found_in(reading, name)
        if not agree(found, due):
            said = f"{metric.name}: `{name}` is {_shown(found)}, {_shown(due)} is due"
            raise AssertionError("; ".join(filter(None, (said, strange, _told(reading)))))
    return reading


def check_example(metric: Metric) -> Reading:
    """Measure the example of a metric and compare it with what it says that it gives; gives the reading.

    Raises `AssertionError` where the metric has none, where it gives no value of its own, or naming what differs.
    """
    example = metric.example
    if example is None:
        raise AssertionError(f"{metric.name} has no example")
    if "value" not in example.gives:
        raise AssertionError(f"{metric.name}: the example must say which `value` it gives")
    return check_metric(
        metric, example.table, example.gives, parameters=example.options, where=example.where, record=example.record
    )


def read_metric(  # noqa: PLR0913
    metric: Metric,
    rows: Iterable[Mapping[str, Any]],
    *,
    parameters: Mapping[str, Any] | None = None,
    where: Mapping[str, Any] | None = None,
    record: str | None = None,
    window: Window | None = None,
    as_of: datetime = AS_OF,
    timezone: str = "UTC",
    source: SourceSettings | None = None,
    plugins: Iterable[ModuleType] = (),
    past: Sequence[datetime] = (),
    by: str | None = None,
) -> Reading:
    """The reading of a metric on rows that are written to a CSV file of their own.

    With `past` instants and a column `by` it has its trend and its groups, which must be what each of them alone gives.
    """
    zone = ZoneInfo(timezone)
    given = [dict(row) for row in rows]
    kind = metric.record_of({column for row in given for column in row}, record)
    columns = list(
        dict.fromkeys(
            (*kind.required, *(name for row in given for name in row), *_mapped(metric, kind, parameters or {}))
        )
    )
    filled = [_filled(row, number, kind, as_of) for number, row in enumerate(given)]
    with tempfile.TemporaryDirectory() as folder:
        with (Path(folder) / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(filled)
        settings = replace(
            source or SourceSettings(_SOURCE, "csv"),
            name=_SOURCE,
            type="csv",
            path="rows.csv",
            columns={name: name for name in columns},
        )
        registry = _installed(tuple(plugins))
        ask = Ask("team/objective/key-result", _measure(metric, parameters, where, window), _year(as_of))
        (reading,) = measure(
            [ask],
            settings=Settings(timezone=zone, sources={_SOURCE: settings}),
            registry=replace(registry, metrics={**registry.metrics, metric.name: metric}),
            root=Path(folder),
            as_of=as_of,
            past=past,
            by=by,
        )
    return reading


@cache
def _installed(given: tuple[ModuleType, ...]) -> Registry:
    """The registry of all installed plugins and the given ones; a test suite asks for it again and again."""
    return find(given=given)


def found_in(reading: Reading, name: str) -> Any:
    """A part of a reading: a field, or a named detail."""
    if name in reading.details:
        return reading.details[name]
    if name == "excluded":
        return dict(reading.excluded)
    return getattr(reading, name, reading.excluded.get(name, 0))


def agree(found: Any, due: Any) -> bool:
    """Whether two results are the same; numbers to 1e-9, absolute or relative, and a count of all that was excluded."""
    if isinstance(found, Mapping):
        return sum(found.values()) == due if isinstance(due, int) else dict(found) == dict(due)
    if found is None or due is None or isinstance(due, str | bool):
        return bool(found == due)
    if isinstance(due, list | tuple):
        return found is not None and len(found) == len(due) and all(map(agree, found, due))
    gap, size = abs(Fraction(found) - Fraction(due)), abs(Fraction(due))
    return gap <= max(TOLERANCE, TOLERANCE * size)


def _shown(value: Any) -> str:
    if isinstance(value, list | tuple):
        return str([float(item) for item in value])
    return str(float(value)) if isinstance(value, Fraction) else str(value)


def _told(reading: Reading) -> str:
    """What stands beside a value, to see why it is another one."""
    parts = reading.status, reading.reason, f"n {reading.n}", dict(reading.excluded), plain(reading.details)
    return ", ".join(str(part) for part in parts if part)


def _strange(
    metric: Metric, kind: Record, columns: Iterable[str], parameters: Mapping[str, Any], named: Iterable[str]
) -> tuple[str, bool] | None:
    """What to say of a column that the record does not have and nothing names; and whether it is a slip for certain."""
    uses = metric.uses_for(metric.bind(parameters))
    known = {*kind.columns, *metric.columns, *metric.needs, *metric.any_of, *metric.heeds, *uses, *named}
    for column in () if metric.record == ANY else columns:
        if column not in known:
            there = [name for name in kind.columns if name not in columns]
            near = nearest(column, there)
            hint = f"did you mean `{near}`? It" if near else "it"
            said = (
                f"the rows have `{column}`, which a `{kind.name}` does not have: {hint} has {', '.join(kind.columns)}"
            )
            return said, certain(column, there) is not None
    return None


def _mapped(metric: Metric, record: Record, parameters: Mapping[str, Any]) -> list[str]:
    """Columns that must be mapped even where no row has them."""
    named = (*metric.needs, *metric.uses_for(metric.bind(parameters)), *metric.any_of)
    return list(metric.within(record, named))


def _filled(row: dict[str, Any], number: int, record: Record, as_of: datetime) -> dict[str, Any]:
    """The row with its required columns: an id of its own, a time within the year that is measured."""
    for column in record.required:
        kind = record.columns[column]
        if kind == "id":
            row.setdefault(column, f"r{number}")
        elif kind in ("ts", "date"):
            row.setdefault(column, (as_of - timedelta(days=1)).date().isoformat())
    return {name: _cell(value) for name, value in row.items()}


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _measure(
    metric: Metric, parameters: Mapping[str, Any] | None, where: Mapping[str, Any] | None, window: Window | None
) -> Measure:
    return Measure(metric.name, _SOURCE, parameters or {}, where or {}, window or Window())


def _year(as_of: datetime) -> Cycle:
    return Cycle(str(as_of.year), date(as_of.year, 1, 1), date(as_of.year, 12, 31))
