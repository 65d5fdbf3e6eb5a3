"""Columns of a database by their types: what can be what, what a cell that cannot costs, and what is said of it."""

import contextlib
import json
import sqlite3
import stat
import time

import pytest
from servers import READER, SECRET

from okrengine.testing import write_project

AS_OF = "2026-11-21T09:00:00+00:00"
CYCLES = "version: 1\ntimezone: Asia/Bangkok\ncycles: {named: {always: {from: 2026-11-01, to: 2026-12-31}}}\n"


def asked(okr, folder, source, metric="csat", *, more="", **environ):
    """The one reading of a key result over a source."""
    write_project(
        folder,
        f"{CYCLES}sources:\n  rows: {json.dumps(source)}\n",
        f"metric: {metric}\nsource: rows\n{more}{GOALS[metric]}",
        {},
    )
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF, **{"CRM_PASSWORD": SECRET, **environ})
    assert ran.returncode in (0, 3), ran.stderr
    (reading,) = json.loads(ran.stdout)["readings"]
    return reading


SHARE = "baseline: 10%\ntarget: 90%\n"
GOALS = {
    "csat": SHARE, "complaint_rate": SHARE, "resolution_time": "baseline: 2 h\ntarget: 1 h\n",
    "contact_volume": "baseline: 1\ntarget: 2\n", "revenue_growth": SHARE,
}  # fmt: skip
SURVEY = {"response_id": "id", "responded_at": "at", "score": "score"}


def sqlite_of(folder, columns, rows, name="rows.db"):
    """A SQLite file with a table `t`, and the source that reads it."""
    marks = ", ".join("?" * len(columns))
    with contextlib.closing(sqlite3.connect(folder / name)) as connection, connection:
        connection.execute(f"CREATE TABLE t ({', '.join(f'{one} {kind}' for one, kind in columns.items())})")
        connection.executemany(f"INSERT INTO t VALUES ({marks})", rows)  # noqa: S608  marks only
    return {"type": "sqlite", "path": name, "table": "t", "columns": SURVEY}


@pytest.fixture(params=["postgres", "mariadb"])
def server(request):
    return request.getfixturevalue(request.param)


def table(server, kinds, rows, columns=SURVEY, **more):
    server.fill("typed", kinds, rows)
    source = {"type": "sql", "url": server.url, "password": "${env:CRM_PASSWORD}", "table": "typed", "columns": columns}
    return {**source, **more}


# ---------------------------------------------------------------- what can be what


@pytest.mark.parametrize(
    ("column", "kind", "cell", "due"),
    [
        ("score", "text", "5", "`score` is a text in the database, where a number is due: make a view that casts it"),
        ("score", "date", "2026-11-01", "`score` is a date in the database, where a number is due"),
        (
            "at",
            "text",
            "2026-11-01",
            "`at` (read as `responded_at`) is a text in the database, where a date and time is due",
        ),
        (
            "at",
            "int",
            1,
            "`at` (read as `responded_at`) is a whole number in the database, where a date and time is due",
        ),
        (
            "id",
            "double precision",
            1.0,
            "`id` (read as `response_id`) is a floating-point number in the database, where a text or a whole",
        ),
    ],
)
def test_a_type_that_will_not_do_is_named_with_the_mend(  # noqa: PLR0913, PLR0917  one per part of the case
    server, okr, tmp_path, column, kind, cell, due
):
    kinds, row = {"id": "int", "at": "timestamp", "score": "int"}, {"id": 1, "at": "2026-11-02 10:00:00", "score": 5}
    reading = asked(okr, tmp_path, table(server, {**kinds, column: kind}, [tuple({**row, column: cell}.values())]))
    assert reading["status"] == "source_failed"
    assert reading["value"] is None
    assert reading["reason"].startswith(due)


def test_money_is_never_a_float(server, okr, tmp_path):
    orders = {"order_id": "id", "order_date": "at", "amount": "amount"}
    kinds = {"id": "int", "at": "timestamp", "amount": "double precision"}
    reading = asked(okr, tmp_path, table(server, kinds, [(1, "2026-11-02 10:00:00", 5)], orders), "revenue_growth")
    assert reading["reason"].startswith(
        "`amount` is a floating-point number in the database, where an amount of money is due"
    )


def test_money_in_sqlite_is_whole(okr, tmp_path):
    orders = {"order_id": "id", "order_date": "at", "amount": "amount"}
    for kind in ("DECIMAL(10,2)", "REAL"):
        source = sqlite_of(tmp_path, {"id": "INTEGER", "at": "TEXT", "amount": kind}, [], f"{kind[:4]}.db")
        reading = asked(okr, tmp_path, {**source, "columns": orders}, "revenue_growth")
        assert "SQLite has no decimals: keep whole satang or cents in an INTEGER column" in reading["reason"]


def test_every_suitable_type(server, okr, tmp_path):
    """Numbers of any kind, ids that are numbers or uuids, days as times, words and digits as true and false."""
    postgres = server.scheme == "postgres"
    for kind in ("smallint", "bigint", "numeric(6,2)", "numeric", "real", "double precision"):
        for key in ("bigint", "numeric(20)", "uuid" if postgres else "char(36)", "varchar(40)"):
            unique = [f"00000000-0000-0000-0000-00000000000{n}" if key in ("uuid", "char(36)") else n for n in (1, 2)]
            kinds = {"id": key, "at": "date", "score": kind}
            reading = asked(
                okr, tmp_path, table(server, kinds, [(n, "2026-11-02", n.__hash__() % 1 + 4) for n in unique])
            )
            assert (reading["value"], reading["n"]) == (100.0, 2), (kind, key, reading["reason"])
            assert reading["latest"] == "2026-11-02T00:00:00+07:00"


@pytest.mark.parametrize(
    ("kind", "cells"),
    [
        ("boolean", (True, False, None)),
        ("smallint", (1, 0, None)),
        ("varchar(9)", ("Yes", "n", " ")),
        ("varchar(9)", ("TRUE", "0", None)),
    ],
)
def test_true_and_false(server, okr, tmp_path, kind, cells):
    desk = {"ticket_id": "id", "created_at": "at", "is_complaint": "bad"}
    rows = [(place, "2026-11-02 10:00:00", cell) for place, cell in enumerate(cells)]
    reading = asked(
        okr, tmp_path, table(server, {"id": "int", "at": "timestamp", "bad": kind}, rows, desk), "complaint_rate"
    )
    assert (reading["numerator"], reading["denominator"], reading["excluded"]) == (1, 2, {"missing": 1}), reading[
        "reason"
    ]


def test_a_number_that_is_no_flag_is_rejected(server, okr, tmp_path):
    desk = {"ticket_id": "id", "created_at": "at", "is_complaint": "bad"}
    rows = [(place, "2026-11-02 10:00:00", 7) for place in range(3)]
    reading = asked(
        okr, tmp_path, table(server, {"id": "int", "at": "timestamp", "bad": "int"}, rows, desk), "complaint_rate"
    )
    assert reading["reason"].startswith(
        "3 of 3 cells of `bad` (read as `is_complaint`) are no true or false, such as `9`"
    )


def test_labels_and_codes(server, okr, tmp_path):
    """Words stand for numbers, a word that is none is rejected, a code of no answer is missing."""
    rows = [(n, "2026-11-02 10:00:00", word) for n, word in enumerate(["glad", "sad ", "n/a", None, "9"])]
    values = {"score": {"missing": ["n/a"], "labels": {"glad": 5, "sad": 1, 9: 4}}}
    source = table(server, {"id": "int", "at": "timestamp", "score": "varchar(9)"}, rows, values=values)
    reading = asked(okr, tmp_path, source)
    assert (reading["numerator"], reading["n"], reading["excluded"]) == (2, 3, {"missing": 2}), reading["reason"]
    values["score"]["labels"].pop("9", None)
    values["score"]["labels"].pop(9, None)
    reading = asked(okr, tmp_path, {**source, "values": values})
    assert reading["reason"].startswith("1 of 3 cells of `score` are no numbers, such as `9`")


def test_codes_of_no_time(server, okr, tmp_path):
    desk = {"ticket_id": "id", "created_at": "at", "resolved_at": "solved"}
    rows = [(1, "2026-11-02 10:00:00", "9999-12-31"), (2, "2026-11-02 10:00:00", "2026-11-03")]
    source = table(server, {"id": "int", "at": "timestamp", "solved": "date"}, rows, desk)
    reading = asked(
        okr, tmp_path, {**source, "values": {"resolved_at": {"missing": ["9999-12-31"]}}}, "resolution_time"
    )
    assert (reading["n"], reading["details"]["unanswered"]) == (1, 1), reading["reason"]


def test_years_of_the_buddhist_era(server, okr, tmp_path):
    reading = asked(okr, tmp_path, table(server, {"id": "int", "at": "date", "score": "int"}, [(1, "2569-11-02", 5)]))
    assert "2569 looks like a Buddhist-era year; 2569 - 543 = 2026" in reading["reason"]


def test_odd_names(server, okr, tmp_path):
    """Names that would end a statement, or be words of it, name columns and nothing else."""
    names = ["select", 'sc"or`e', "คะแนน; DROP TABLE typed --"]
    quoted = names if server.scheme == "mysql" else [name.replace('"', '""') for name in names]
    if server.scheme == "mysql":
        quoted = [name.replace("`", "``") for name in names]
    kinds = dict(zip(quoted, ("int", "int", "timestamp"), strict=True))
    source = table(server, kinds, [(1, 5, "2026-11-02 10:00:00")])
    columns = {"response_id": names[0], "score": names[1], "responded_at": names[2]}
    assert asked(okr, tmp_path, {**source, "columns": columns})["value"] == 100.0


def test_words_of_where_are_only_compared(server, okr, tmp_path):
    rows = [
        (1, "2026-11-02 10:00:00", 5, "x' OR '1'='1"),
        (2, "2026-11-02 10:00:00", 1, "\\"),
        (3, "2026-11-02 10:00:00", 1, "%"),
    ]
    kinds = {"id": "int", "at": "timestamp", "score": "int", "shop": "varchar(40)"}
    source = table(server, kinds, rows)
    for word, count in (
        ("x' OR '1'='1", 1),
        ("\\", 1),
        ("%", 1),
        ("\\' OR 1=1 -- ", 0),
        ("X' OR '1'='1", 0),
        ("$$; --", 0),
    ):
        reading = asked(okr, tmp_path, source, more=f"where: {{shop: {json.dumps(word)}}}\n")
        assert (reading["n"] or 0) == count, (word, reading["reason"])


def test_formats_are_for_files(server, okr, tmp_path):
    kinds = {"id": "int", "at": "timestamp", "score": "int"}
    reading = asked(okr, tmp_path, table(server, kinds, [], parse={"datetime": "%d/%m/%Y"}))
    assert "are for files that are text; a database has types" in reading["reason"]


def test_own_types_of_postgres(postgres, okr, tmp_path):
    """Enumerations are text, domains what they stand for, endless stamps are rejected, other types are named."""
    postgres.run(
        "DROP TABLE IF EXISTS typed", "DROP TYPE IF EXISTS mood", "CREATE TYPE mood AS ENUM ('web', 'mail')",
        "DROP DOMAIN IF EXISTS stars", "CREATE DOMAIN stars AS smallint CHECK (VALUE BETWEEN 1 AND 5)",
    )  # fmt: skip
    kinds = {"id": "int", "at": "timestamp", "score": "stars", "via": "mood", "shape": "point"}
    rows = [(1, "2026-11-02 10:00:00", 5, "web", None), (2, "2026-11-02 10:00:00", 1, "mail", None)]
    source = table(postgres, kinds, rows)
    reading = asked(okr, tmp_path, source, more="where: {via: web}\n")
    assert (reading["value"], reading["n"]) == (100.0, 1), reading["reason"]
    reading = asked(okr, tmp_path, {**source, "columns": {**SURVEY, "score": "shape"}})
    assert reading["reason"].startswith("`shape` (read as `score`) is ")
    source = table(
        postgres, {"id": "int", "at": "timestamptz", "score": "int"}, [(1, "infinity", 5), (2, "-infinity", 1)]
    )
    assert asked(okr, tmp_path, source)["reason"].startswith(
        "2 of 2 cells of `at` (read as `responded_at`) are no date"
    )
    source = table(postgres, {"id": "int", "at": "timestamp", "score": "double precision"}, [(1, "2026-11-02", "NaN")])
    assert asked(okr, tmp_path, source)["reason"].startswith("1 of 1 cells of `score` are no numbers")


def test_a_view(server, okr, tmp_path):
    kinds = {"id": "int", "at": "timestamp", "score": "varchar(9)"}
    source = table(server, kinds, [(1, "2026-11-02 10:00:00", "5")])
    server.run(
        "DROP VIEW IF EXISTS casting",
        "CREATE VIEW casting AS SELECT id, at, CAST(score AS DECIMAL(5,2)) AS score FROM typed",
        f"GRANT SELECT ON casting TO {READER}",
    )
    assert asked(okr, tmp_path, {**source, "table": "casting"})["value"] == 100.0
    server.run("DROP VIEW casting")


# ---------------------------------------------------------------- SQLite


@pytest.mark.parametrize(
    ("text", "latest"),
    [
        ("2026-11-02", "2026-11-02T00:00:00+07:00"),
        ("2026-11-02 10:00", "2026-11-02T10:00:00+07:00"),
        ("2026-11-02T10:00:30.25", "2026-11-02T10:00:30.250000+07:00"),
        ("2026-11-02T10:00:00Z", "2026-11-02T17:00:00+07:00"),
        ("2026-11-02 10:00:00-05:30", "2026-11-02T22:30:00+07:00"),
        (" 2026-11-02T10:00:00+07:00 ", "2026-11-02T10:00:00+07:00"),
    ],
)
def test_stamps_of_sqlite_are_text(okr, tmp_path, text, latest):
    source = sqlite_of(tmp_path, {"id": "TEXT", "at": "TEXT", "score": "INTEGER"}, [("a", text, 5)])
    reading = asked(okr, tmp_path, source)
    assert (reading["n"], reading["latest"]) == (1, latest), reading["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "now",
        "2026-02-30",
        "2461000.5",
        "10:00",
        "02/11/2026",
        "2026-11-02T25:00",
        "2569-11-02",
        "0999-01-01",
        1760000000,
    ],
)
def test_a_stamp_of_sqlite_that_is_none_is_rejected(okr, tmp_path, text):
    source = sqlite_of(tmp_path, {"id": "TEXT", "at": "DATETIME", "score": "INTEGER"}, [("a", text, 5)])
    reading = asked(okr, tmp_path, source)
    assert reading["status"] == "source_failed"
    assert reading["reason"].startswith("1 of 1 cells of `at` (read as `responded_at`) are no date and time")


def test_a_cell_of_sqlite_that_is_not_what_its_column_says_is_rejected(okr, tmp_path):
    rows = [(n, "2026-11-02", 5) for n in range(200)] + [(200, "2026-11-02", "five"), (201, "2026-11-02", "")]
    reading = asked(okr, tmp_path, sqlite_of(tmp_path, {"id": "INTEGER", "at": "TEXT", "score": "INTEGER"}, rows))
    assert (reading["n"], reading["excluded"]) == (200, {"missing": 1, "rejected": 1}), reading["reason"]


def test_a_view_of_sqlite_gives_its_columns_no_type(okr, tmp_path):
    source = sqlite_of(
        tmp_path, {"id": "TEXT", "at": "INTEGER", "score": "TEXT", "amount": "DECIMAL(10,2)"},
        [("a", 1793570400, "5", 19.99), ("b", 1793570400, "2", 0.01)],
    )  # fmt: skip
    with contextlib.closing(sqlite3.connect(tmp_path / "rows.db")) as connection, connection:
        connection.execute(
            "CREATE VIEW v AS SELECT id || '' AS id, datetime(at, 'unixepoch') || 'Z' AS at, "
            "CAST(score AS INTEGER) AS score, CAST(round(amount * 100) AS INTEGER) AS amount, id || '!' AS own FROM t"
        )
    reading = asked(okr, tmp_path, {**source, "table": "v"}, more="where: {own: [a!, b!]}\n")
    assert (reading["value"], reading["n"], reading["latest"]) == (50.0, 2, "2026-11-02T05:00:00+07:00"), reading[
        "reason"
    ]
    orders = {"order_id": "id", "order_date": "at", "amount": "amount"}
    reading = asked(okr, tmp_path, {**source, "table": "v", "columns": orders}, "revenue_growth")
    assert reading["status"] != "source_failed", reading["reason"]


def test_the_last_moment_of_a_window(okr, tmp_path):
    """Text sorts as time does: what lies at the very ends is in or out as it is elsewhere."""
    stamps = ["2026-10-31T23:59:59.999+07:00", "2026-11-01", "2026-11-07 23:59:59.999", "2026-11-08T00:00:00"]
    rows = [(n, stamp, 5) for n, stamp in enumerate(stamps)]
    source = sqlite_of(tmp_path, {"id": "INTEGER", "at": "TEXT", "score": "INTEGER"}, rows)
    assert asked(okr, tmp_path, source, more="window: {from: 2026-11-01, to: 2026-11-07}\n")["n"] == 2


def refused(okr, folder, **more):
    source = {"type": "sqlite", "path": "rows.db", "table": "t", "columns": SURVEY, **more}
    reading = asked(okr, folder, source)
    assert reading["status"] == "source_failed"
    return reading["reason"]


def a_file(folder, rows=2000):
    made = [(n, "2026-11-02", 5) for n in range(rows)]
    sqlite_of(folder, {"id": "INTEGER", "at": "TEXT", "score": "INTEGER"}, made)
    return folder / "rows.db"


def test_a_file_of_something_else(okr, tmp_path):
    (tmp_path / "rows.db").write_text("id,at,score\n", encoding="utf-8")
    assert refused(okr, tmp_path).startswith("rows.db is no SQLite file: correct `path:`, or write the `type:`")


def test_a_file_cut_short(okr, tmp_path):
    path = a_file(tmp_path)
    path.write_bytes(path.read_bytes()[:20000])
    assert refused(okr, tmp_path) == "rows.db is damaged or cut short: take it from its program again"


def test_a_table_that_is_not_there(okr, tmp_path):
    path = a_file(tmp_path)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("ALTER TABLE t RENAME TO answers")
    assert refused(okr, tmp_path, table="anwsers") == "rows.db has no table `anwsers`: did you mean `answers`?"


def test_a_folder_that_cannot_be_written(okr, tmp_path):
    """A database that logs ahead needs a place to log, unless nobody is writing it."""
    path = a_file(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = WAL")
    path.chmod(stat.S_IRUSR)
    reading = asked(okr, tmp_path, {"type": "sqlite", "path": "rows.db", "table": "t", "columns": SURVEY})
    assert reading["n"] == 5, reading["reason"]
    assert not list(tmp_path.glob("rows.db-*"))


def test_what_another_program_has_not_yet_put_into_the_file_is_read_too(okr, tmp_path):
    path = a_file(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode = WAL")
        writer.execute("INSERT INTO t VALUES (9, '2026-11-02', 5)")
        writer.commit()
        reading = asked(okr, tmp_path, {"type": "sqlite", "path": "rows.db", "table": "t", "columns": SURVEY})
    assert reading["n"] == 6, reading["reason"]


def test_a_file_that_is_being_written(okr, tmp_path):
    path = a_file(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as writer:
        writer.execute("BEGIN EXCLUSIVE")
        started = time.monotonic()
        said = refused(okr, tmp_path)
        assert time.monotonic() - started < 8
        writer.execute("ROLLBACK")
    assert said == "rows.db is being written: run this again when the program that writes it is done"


def test_a_view_that_never_ends(okr, tmp_path):
    path = a_file(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE VIEW endless AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) "
            "SELECT n AS id, '2026-11-02' AS at, 5 AS score FROM r"
        )
    started = time.monotonic()
    said = refused(okr, tmp_path, table="endless", timeout="1 s")
    assert time.monotonic() - started < 5
    assert "a query took longer than the 1 s of `timeout:` and was stopped" in said


def test_a_file_that_reaches_out_is_not_obeyed(okr, tmp_path):
    """A view over a virtual table, or a function that is not for strangers, is refused; nothing is written."""
    path = a_file(tmp_path, 5)
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            "CREATE VIEW loading AS SELECT id, at, CAST(load_extension('/no/x.so') AS INTEGER) AS score FROM t"
        )
        connection.execute(
            "CREATE VIEW huge AS SELECT id, at, CAST(hex(zeroblob(900000000)) AS INTEGER) AS score FROM t"
        )
    content = path.read_bytes()
    for name in ("loading", "huge"):
        said = refused(okr, tmp_path, table=name)
        assert "rows.db" in said
        assert "x.so" not in said
    assert path.read_bytes() == content


def test_a_file_outside_the_project(okr, tmp_path):
    (tmp_path / "project").mkdir()
    a_file(tmp_path, 5)
    (tmp_path / "project" / "rows.db").symlink_to(tmp_path / "rows.db")
    with pytest.raises(AssertionError, match="path-outside-project"):
        refused(okr, tmp_path / "project")
