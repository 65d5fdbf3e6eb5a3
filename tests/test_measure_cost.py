"""What measuring does not do: write outside a private folder, read twice, load what it does not need."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Dedup, Settings, SourceSettings
from okrengine.errors import SourceError
from okrengine.measure import Ask, engine, measure
from okrengine.measure.asking import prepare_job, wanted
from okrengine.measure.opening import open_source
from okrengine.measure.queries import Query
from okrengine.model import Cycle, Measure
from okrengine.registry import find

duckdb = pytest.importorskip("duckdb")
REGISTRY = find()
CYCLE = Cycle("2026-Q4", datetime(2026, 10, 1, tzinfo=UTC).date(), datetime(2026, 12, 31, tzinfo=UTC).date())
NOW = datetime(2026, 11, 21, 9, tzinfo=UTC)
COLUMNS = {"ticket_id": "id", "created_at": "came", "first_response_at": "answered", "is_complaint": "bad"}
ROWS = """
SELECT i AS id, TIMESTAMP '2026-10-01' + to_seconds(i * 977 % 4000000) AS came,
    CASE WHEN i % 7 > 0 THEN came + to_seconds(i * 7919 % 90000 - 300) END AS answered, i % 11 = 0 AS bad
FROM range(5000) rows(i)
"""


@pytest.fixture
def tickets(tmp_path):
    (tmp_path / "data").mkdir()
    duckdb.sql(ROWS).write_parquet(str(tmp_path / "data" / "x.parquet"))
    duckdb.sql(ROWS).write_csv(str(tmp_path / "data" / "x.csv"))
    return tmp_path


def settings(form, **more):
    source = SourceSettings("s", form, path=f"data/x.{form}", columns=COLUMNS, **more)
    return Settings(timezone=ZoneInfo("Asia/Bangkok"), sources={"s": source})


ASKS = [
    Ask(f"team/objective/k{number}", measure_, CYCLE)
    for number, measure_ in enumerate(
        [
            Measure("first_response_time", "s"),
            Measure("first_response_time", "s", {"statistic": "p90"}),
            Measure("first_response_time", "s", {"unanswered": "censor"}, {"is_complaint": True}),
            Measure("first_response_time", "s", {"statistic": "mean"}),
            Measure("complaint_rate", "s"),
            Measure("complaint_rate", "s", {}, {"ticket_id": {"at_most": 2000}}),
            Measure("answered_within_rate", "s", {"threshold": "1 h"}),
            Measure("contact_volume", "s"),
        ]
    )
]


def asked(folder, form, **more):
    found = measure(ASKS, settings=settings(form, **more), registry=REGISTRY, root=folder, as_of=NOW)
    return [(one.status, one.value, one.n, one.interval, one.excluded, one.details) for one in found]


def test_typed_columns_read_where_they_are_give_what_text_gives(tickets):
    typed = asked(tickets, "parquet")
    assert typed == asked(tickets, "csv")
    assert typed == asked(tickets, "parquet", dedup=Dedup("ticket_id", "created_at"))
    assert all(status == "ok" for status, *_ in typed)


def test_orders_of_counted_kinds_are_those_of_rows(tickets):
    took = duckdb.sql(f"SELECT epoch(answered - came)::BIGINT AS x FROM ({ROWS}) WHERE x >= 0 ORDER BY x").fetchall()  # noqa: S608
    took = [x for (x,) in took]
    place = Decimal(len(took) - 1) * 9 / 10
    low, high = took[int(place)], took[int(place) + 1]
    (_, p90, n, *_), (_, _, _, interval, *_) = asked(tickets, "parquet")[1], asked(tickets, "parquet")[0]
    assert (n, float(p90)) == (len(took), pytest.approx(float(low + (high - low) * (place % 1))))
    k = int((len(took) + 1 - Decimal("1.959963984540054") * Decimal(len(took)).sqrt()) / 2)
    assert interval == (took[k - 1], took[len(took) - k])


def opened(folder, form, *, often=False):
    jobs = [prepare_job(ask, settings(form), REGISTRY, [NOW]) for ask in ASKS]
    source, zone = settings(form).sources["s"], ZoneInfo("Asia/Bangkok")
    return jobs, open_source(source, REGISTRY.sources[form], folder, wanted(jobs), zone, often=often)


def query(found, jobs):
    return Query(found, jobs, ZoneInfo("Asia/Bangkok"))


def test_metrics_on_the_same_values_share_a_query(tickets):
    jobs, found = opened(tickets, "parquet")
    shared = [{jobs[int(name[1:-1])].metric.name for name in one.names} for one in query(found, jobs).shared]
    found.engine.close()
    assert {"first_response_time"} in shared
    assert {"complaint_rate", "answered_within_rate"} in shared
    assert {"contact_volume"} in shared
    assert len(shared) == 3


def test_a_file_that_changes_while_it_is_read_gives_no_value(tickets):
    _, found = opened(tickets, "parquet")
    assert found.changed() is None
    file = tickets / "data" / "x.parquet"
    os.utime(file, ns=(1, 1))
    assert found.changed() == "x.parquet changed while it was read: measure again when it is written"
    file.unlink()
    assert found.changed()
    found.engine.close()


def test_a_reading_of_a_file_that_changed_has_no_value(tickets, monkeypatch):
    from okrengine.measure.opening import Opened

    monkeypatch.setattr(Opened, "changed", lambda self: f"{self.files[0].name} changed")
    readings = measure(ASKS, settings=settings("csv"), registry=REGISTRY, root=tickets, as_of=NOW)
    assert {(one.value, one.reason) for one in readings} == {(None, "x.csv changed")}


def test_what_does_not_fit_goes_to_a_private_folder_that_is_gone_afterwards(tickets, tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "tmp").mkdir()
    monkeypatch.chdir(tickets)
    _, found = opened(tickets, "csv")
    names, ((spilled,),) = found.engine.query("SELECT current_setting('temp_directory') AS x")
    assert names == ["x"]
    room = Path(spilled).parent
    assert room.parent == (tmp_path / "tmp").resolve()
    assert room.stat().st_mode & 0o777 == 0o700
    found.engine.close()
    assert list((tmp_path / "tmp").iterdir()) == []
    assert sorted(path.name for path in tickets.iterdir()) == ["data", "tmp"]


def test_an_engine_that_has_little_memory_spills_there(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "_memory", lambda: 64)
    connection = engine.connect([], tmp_path)
    found = connection.execute(
        "SELECT max(n) FROM (SELECT row_number() OVER (ORDER BY hash(i)) AS n, repeat('x', 20) || i AS t "
        "FROM range(3000000) rows(i)) WHERE t <> ''"
    ).fetchone()
    assert found == (3000000,)
    connection.close()
    assert list(tmp_path.iterdir()) == []


def test_without_a_room_nothing_is_written(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    connection = engine.connect([])
    assert connection.execute("SELECT current_setting('temp_directory')").fetchone() in (("",), (None,))


def test_a_parquet_file_loads_no_data_frame_library_and_no_other_dialect(tickets):
    code = (
        "import sys; from test_measure_cost import *\n"
        f"asked(Path({str(tickets)!r}), 'parquet')\n"
        "assert not {'pandas', 'pyarrow', 'numpy'} & set(sys.modules)\n"
        "assert not [name for name in sys.modules if name.startswith('ibis.backends.sql.compilers')]\n"
        "from ibis.backends.sql import compilers\n"
        "assert compilers.duckdb.compiler and compilers.postgres.compiler\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parent)


def test_bytes_that_are_no_text_fail_the_source_and_no_metric(tmp_path):
    (tmp_path / "data").mkdir()
    bad = "SELECT '\\xFF'::BLOB AS id, TIMESTAMP '2026-10-02' AS came, NULL::TIMESTAMP AS answered, true AS bad"
    duckdb.sql(bad).write_parquet(str(tmp_path / "data" / "x.parquet"))
    with pytest.raises(SourceError, match="bytes that are no text"):
        opened(tmp_path, "parquet")
