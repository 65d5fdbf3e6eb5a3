"""What is known of a whole column saves looking at its cells, and changes no value."""

from dataclasses import replace
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask
from okrengine.measure.asking import prepare_job, wanted
from okrengine.measure.known import Known
from okrengine.measure.opening import open_source
from okrengine.measure.queries import Query
from okrengine.model import Cycle, Measure, Window
from okrengine.registry import find

duckdb = pytest.importorskip("duckdb")

REGISTRY = find()
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
BANGKOK, NEW_YORK = ZoneInfo("Asia/Bangkok"), ZoneInfo("America/New_York")
NOW, EARLIER = datetime(2026, 12, 1, 12, tzinfo=UTC), datetime(2026, 10, 5, tzinfo=UTC)
TICKETS = {
    "ticket_id": "id", "created_at": "opened", "first_response_at": "answered", "is_complaint": "complaint",
}  # fmt: skip
ANSWERS = {"response_id": "id", "responded_at": "opened", "score": "score"}
SPOILED = {
    "nothing": "",
    "no id": "UPDATE rows SET id = NULL WHERE id = 3",
    "no time": "UPDATE rows SET opened = NULL WHERE id IN (3, 4)",
    "no score": "UPDATE rows SET score = NULL WHERE id < 5",
    "off the scale": "UPDATE rows SET score = 11 WHERE id < 5",
    "not yet": "UPDATE rows SET opened = '2026-12-24', answered = '2026-12-25' WHERE id = 7",
    "answered later": "UPDATE rows SET answered = '2026-12-25' WHERE id < 30",
    "before the window": "UPDATE rows SET opened = '2026-09-30 16:59:59' WHERE id = 8",
    "just in it": "UPDATE rows SET opened = '2026-09-30 17:00:00' WHERE id = 8",
    "of another era": "UPDATE rows SET opened = '2569-10-05' WHERE id = 9",
    "far off": "UPDATE rows SET opened = '9999-12-31' WHERE id = 9",
    "without end": "UPDATE rows SET opened = 'infinity' WHERE id = 9",
    "answered first": "UPDATE rows SET answered = '2026-10-01' WHERE id = 9",
    "none": "DELETE FROM rows",
    "all empty": "UPDATE rows SET opened = NULL",
}
ASKS = {"nps": ANSWERS, "first_response_time": TICKETS}
OCTOBER = Window("between", start=date(2026, 10, 1), end=date(2026, 10, 20))
WAYS = (
    ("naive", BANGKOK, [NOW], Window("cycle")),
    ("naive", NEW_YORK, [NOW], OCTOBER),
    ("instant", BANGKOK, [EARLIER, NOW], OCTOBER),
)


def found(folder, name, spoiled, way):
    """What a metric finds, with and without what is known of the columns, and what is known."""
    kind, zone, instants, window = way
    settings = SourceSettings("s", "parquet", path=f"data/{kind} {spoiled}.parquet", columns=ASKS[name])
    whole = Settings(timezone=zone, sources={"s": settings})
    job = prepare_job(Ask("a", Measure(name, "s", window=window), QUARTER), whole, REGISTRY, instants)
    opened = open_source(job.settings, REGISTRY.sources["parquet"], folder, wanted([job]), zone)
    try:
        told = []
        for one in (opened, replace(opened, known={})):
            query = Query(one, [job], zone)
            seen = query.seen_rows()
            told.append((seen, query.findings(seen)))
        return (*told, opened.known)
    finally:
        opened.engine.close()


@pytest.fixture(scope="module")
def exports(tmp_path_factory):
    """A file for each way of being spoiled, with stamps that are naive, instants or days."""
    folder = tmp_path_factory.mktemp("known")
    (folder / "data").mkdir()
    for name, change in SPOILED.items():
        for kind, typed in (("naive", "TIMESTAMP"), ("instant", "TIMESTAMPTZ")):
            connection = duckdb.connect()
            connection.execute("SET TimeZone = 'UTC'")
            connection.execute(
                f"CREATE TABLE rows AS SELECT i::INTEGER AS id, ('2026-10-01'::TIMESTAMP + to_hours(i * 12))::{typed} AS "  # noqa: S608  a type
                "opened, (opened + to_minutes(i * i * 5)) AS answered, i % 3 = 0 AS complaint, (i % 6)::TINYINT AS score "
                "FROM range(60) AS numbers(i)"
            )
            if change:
                connection.execute(change)
            connection.table("rows").write_parquet(str(folder / "data" / f"{kind} {name}.parquet"))
            connection.close()
    return folder


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", ASKS)
@pytest.mark.parametrize("spoiled", SPOILED)
def test_what_is_known_changes_no_value(exports, spoiled, name, way):
    known, asked, _ = found(exports, name, spoiled, way)
    assert known == asked


@pytest.mark.parametrize(("most", "kind"), [(2**31 - 1, "int64"), (2**31, "decimal(38, 10)")])
def test_a_long_whole_number_stays_one_where_no_product_of_two_has_too_many_digits(tmp_path, most, kind):
    (tmp_path / "data").mkdir()
    rows = duckdb.sql(f"SELECT 1 AS id, timestamp '2026-10-05' AS opened, {most}::BIGINT AS score")
    rows.write_parquet(str(tmp_path / "data" / "x.parquet"))
    settings = SourceSettings("s", "parquet", path="data/x.parquet", columns=ANSWERS)
    opened = open_source(settings, REGISTRY.sources["parquet"], tmp_path, {"score": "num"}, BANGKOK)
    try:
        assert str(opened.base.schema()["score"]) == kind
        assert opened.engine.row(opened.base.select("score")) == {"score": most}
    finally:
        opened.engine.close()


def test_what_is_known_of_a_column(exports):
    first, last = datetime(2026, 9, 30, 17), datetime(2026, 10, 30, 5)  # noqa: DTZ001  as the engine keeps them
    known = {name: found(exports, "nps", name, WAYS[0])[2] for name in ("nothing", "of another era", "no id")}
    assert known["nothing"]["responded_at"] == Known(sound=True, full=True, first=first, last=last)
    assert known["nothing"]["response_id"] == known["nothing"]["score"] == Known(sound=True, full=True)
    assert known["of another era"]["responded_at"] == Known(first=first, last=last)
    assert known["no id"]["response_id"] == Known(sound=True)
