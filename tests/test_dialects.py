"""Every metric as SQL: it compiles for ten dialects, and what is compiled is kept and reviewed.

No driver and no server is needed. The texts lie under golden/sql/: each metric as the embedded engine gets it, and one
metric for each kernel in every dialect, by a column.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask, engine
from okrengine.measure.asking import prepare_job
from okrengine.measure.planning import declared
from okrengine.measure.queries import Query
from okrengine.model import MANUAL, Cycle, Measure
from okrengine.offers.records import RECORDS, totals
from okrengine.registry import find

DIALECTS = (
    "duckdb", "postgres", "trino", "bigquery", "snowflake", "databricks", "clickhouse", "sqlite", "mysql", "mssql",
)  # fmt: skip
KERNELS = {
    "Rate": "csat", "Ratio": "fill_rate", "NetShare": "nps", "Mean": "review_average", "Duration": "resolution_time",
    "Within": "on_time_rate", "Count": "contact_volume", "Change": "follower_growth", "TopShare": "pareto_share",
}  # fmt: skip
REGISTRY = find()
METRICS = {name: metric for name, metric in REGISTRY.metrics.items() if name != MANUAL and not metric.preset_of}
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
NOW = datetime(2026, 11, 21, 2, tzinfo=UTC)
THEN = datetime(2026, 11, 1, tzinfo=UTC)
BANGKOK = ZoneInfo("Asia/Bangkok")
NEW_YORK = ZoneInfo("America/New_York")  # whose clocks change within the quarter


def readable(metric):
    """The types of record that the metric is compiled for, that of its example first; of one that reads any, only that."""
    every = {name: RECORDS[name] for name in metric.records} | (
        {"totals": totals(metric.totals)} if metric.totals else {}
    )
    shown = example_record(metric, every)
    return [shown] if len(metric.records) == len(RECORDS) else [shown, *(one for one in every.values() if one != shown)]


def example_record(metric, every):
    head = set(heading(metric))
    named = every.get(metric.example.record or "")
    return named or max(every.values(), key=lambda record: len(head & set(record.columns)))


def heading(metric):
    return metric.example.rows.strip().splitlines()[0].split(",")


def columns_of(metric, record):
    """The columns that the metric needs of a record, or that its example has."""
    if record == readable(metric)[0]:
        return list(dict.fromkeys([*record.required, *heading(metric)]))
    uses = metric.uses_for(metric.bind(metric.example.options))
    named = [*record.required, *metric.needs, *uses, *metric.heeds, *metric.any_of]
    return [name for name in dict.fromkeys(named) if name in record.columns]


def texts(metric, record, dialects, *, instants=(NOW,), by=None):
    """The metric's SELECTs in each dialect."""
    zone = NEW_YORK if len(instants) > 1 else BANGKOK
    source = SourceSettings("rows", "sql", columns={name: name for name in columns_of(metric, record)})
    ask = Ask("team/objective/key-result", Measure(metric.name, "rows", metric.example.options), QUARTER)
    job = prepare_job(ask, Settings(timezone=zone, sources={"rows": source}), REGISTRY, instants, by)
    query = Query(declared([job], zone), [job], zone, parted=by is not None)
    selects = [expression for _, expression in query.selects]
    return {
        dialect: ";\n\n".join(engine.compiled(one, dialect, pretty=True) for one in selects) + "\n"
        for dialect in dialects
    }


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_a_metric_compiles_for_every_dialect(metric):
    assert metric.engines is None, "say here which engines cannot compute it"
    for record in readable(metric):
        found = texts(metric, record, DIALECTS, by=record.required[0])
        assert all(text.count("SELECT") > 2 for text in found.values())


@pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
def test_what_the_embedded_engine_gets(metric, golden):
    record = readable(metric)[0]
    golden(f"sql/metrics/{metric.name}.sql", texts(metric, record, ["duckdb"])["duckdb"])


@pytest.mark.parametrize("name", KERNELS.values(), ids=KERNELS)
def test_a_kernel_in_every_dialect(name, golden):
    metric = METRICS[name]
    record = readable(metric)[0]
    for dialect, text in texts(metric, record, DIALECTS, by=record.required[0]).items():
        golden(f"sql/{dialect}/{name}.sql", text)


def test_two_dates_and_a_group_are_one_query(golden):
    metric = METRICS["resolution_time"]
    record = readable(metric)[0]
    (text,) = texts(metric, record, ["postgres"], instants=(THEN, NOW), by=record.required[0]).values()
    golden("sql/dates.sql", text)


def test_no_golden_file_is_left_over():
    from conftest import GOLDEN

    due = {f"metrics/{name}.sql" for name in METRICS}
    due |= {f"{dialect}/{name}.sql" for dialect in DIALECTS for name in KERNELS.values()} | {"dates.sql"}
    assert {str(path.relative_to(GOLDEN / "sql").as_posix()) for path in (GOLDEN / "sql").rglob("*.sql")} == due
