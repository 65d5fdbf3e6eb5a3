"""Databases as sources: the same rows give the same numbers on every engine; what goes wrong is one sentence."""

import contextlib
import json
import sqlite3
from datetime import UTC, datetime

import pytest
from servers import SECRET

from okrengine.testing import write_project

AS_OF = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
ENGINES = ("file", "postgres", "mariadb", "sqlite", "spark")

# One row per line, `-` for nothing: id, when, score, channel, amount in satang, glad, weight
ROWS = """\
1 2026-11-01T08:00:00 5 web 12050 true 1.5
2 2026-11-01T08:30:00 4 mail 99 false 0.5
3 2026-11-02T23:59:59 1 Web 100000 true 1
4 2026-11-03T00:00:00 - web 5 true 1
5 2026-11-04T10:00:00 11 web - false 2
6 2026-11-05T10:00:00 3 mail 1 - 1
7 - 5 web 7 true 1
8 2026-12-01T10:00:00 1 web 8 true 1
9 2026-11-06T10:00:00 5 เว็บ 300 true 1.25
10 2026-11-06T10:00:00 2 it's\\a"x 400 false 1
"""
NAMES = ("id", "when", "score", "channel", "amount", "glad", "weight")
TYPES = {
    "postgres": ("bigint", "timestamp", "smallint", "varchar(20)", "bigint", "boolean", "numeric(5,2)"),
    "mariadb": ("bigint", "datetime", "tinyint", "varchar(20)", "bigint", "tinyint(1)", "decimal(5,2)"),
    "sqlite": ("INTEGER", "TEXT", "INTEGER", "TEXT", "INTEGER", "BOOLEAN", "REAL"),
    "spark": ("bigint", "timestamp_ntz", "int", "string", "bigint", "boolean", "decimal(5,2)"),
}
SETTINGS = {
    "version": 1,
    "timezone": "Asia/Bangkok",
    "cycles": {"named": {"always": {"from": "2026-11-01", "to": "2026-12-31"}}},
}
ANSWERS = {
    "columns": {
        "response_id": "id",
        "responded_at": "when",
        "score": "score",
        "channel": "channel",
        "weight": "weight",
    },
    "values": {"score": {"missing": [11]}},
}


def cells():
    for line in ROWS.splitlines():
        found = [None if cell == "-" else cell for cell in line.split(" ")]
        glad = None if found[5] is None else found[5] == "true"
        yield (
            int(found[0]),
            found[1],
            *map(number, found[2:3]),
            found[3],
            *map(number, found[4:5]),
            glad,
            float(found[6]),
        )


def number(cell):
    return None if cell is None else int(cell)


class Home:
    """Where the rows of a test lie on one engine, and the source that reads them."""

    def __init__(self, engine, request, folder):
        self.engine, self.folder = engine, folder
        self.server = request.getfixturevalue(engine) if engine in ("postgres", "mariadb", "spark") else None

    def source(self, table, columns, rows, more):
        """The rows as a table, and what okrengine.yaml says of it; the folder gets the file of those that have one."""
        rows = list(rows)
        if self.engine == "file":
            return {"type": "csv", "path": self.csv(table, columns, rows), **more}
        if self.engine == "sqlite":
            path = self.folder / f"{table}.db"
            with contextlib.closing(sqlite3.connect(path)) as connection, connection:
                named = ", ".join(f'"{name}" {kind}' for name, kind in columns.items())
                connection.execute(f"CREATE TABLE {table} ({named})")
                connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(columns))})", rows)  # noqa: S608  names of ours
            return {"type": "sqlite", "path": f"{table}.db", "table": table, **more}
        if self.engine == "spark":
            spark_view(self.server, table, columns, rows)
            return {"type": "sql", "url": "spark://local", "table": table, **more}
        self.server.fill(table, columns, rows)
        return {"type": "sql", "url": self.server.url, "password": "${env:CRM_PASSWORD}", "table": table, **more}

    def csv(self, table, columns, rows):
        def text(cell):
            shown = "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)
            return '"' + shown.replace('"', '""') + '"'

        lines = [",".join(columns), *(",".join(map(text, row)) for row in rows)]
        (self.folder / f"{table}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return f"{table}.csv"

    def asked(self, sources, **asked):
        """What `okr measure` says of key results by name, as JSON."""
        results = "".join(f"{json.dumps({'id': name, 'title': 'Measured', **one})}," for name, one in asked.items())
        write_project(self.folder, json.dumps({**SETTINGS, "sources": sources}), "metric: csat", {})
        (self.folder / "okrs" / "team.yaml").write_text(
            "version: 1\ncycle: always\nteam: team\nowner: someone\nobjectives:\n"
            f"  - {{id: objective, title: Customers are glad, key_results: [{results}]}}\n",
            encoding="utf-8",
        )
        return self


def spark_view(session, table, columns, rows):
    schema = ", ".join(f"`{name}` {kind}" for name, kind in columns.items())
    from decimal import Decimal

    def cell(value, kind):
        if value is None:
            return None
        if kind.startswith("decimal"):
            return Decimal(str(value))
        return datetime.fromisoformat(value) if kind.startswith("timestamp") and isinstance(value, str) else value

    kinds = list(columns.values())
    frame = session.createDataFrame([tuple(map(cell, row, kinds)) for row in rows], schema)
    frame.createOrReplaceTempView(table)


def measured(okr, folder, **environ):
    environ = {"CRM_PASSWORD": SECRET, **environ}
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF.isoformat(), **environ)
    assert ran.returncode in (0, 3), ran.stderr
    assert SECRET not in ran.stdout + ran.stderr
    document = json.loads(ran.stdout)
    return {reading["address"].rsplit("/", 1)[1]: reading for reading in document["readings"]}


@pytest.fixture(params=ENGINES)
def home(request, tmp_path):
    return Home(request.param, request, tmp_path)


def answers(home, **more):
    kinds = TYPES.get(home.engine, ("",) * len(NAMES))
    return home.source("answers", dict(zip(NAMES, kinds, strict=True)), cells(), {**ANSWERS, **more})


GOAL = {"baseline": 0, "target": 1, "source": "answers"}


ASKED = {
    "plain": {"metric": "csat", **GOAL},
    "weighted": {"metric": "csat", **GOAL, "with": {"weighted": True}},
    "mean": {"metric": "csat_mean", **GOAL, "with": {"scale": [1, 5]}},
    "net": {"metric": "nps", **GOAL, "with": {"scale": [1, 5], "promoter_min": 5, "detractor_max": 3}},
    "web": {"metric": "csat", **GOAL, "where": {"channel": "web"}},
    "odd": {"metric": "csat", **GOAL, "where": {"channel": "it's\\a\"x"}},
    "thai": {"metric": "csat", **GOAL, "where": {"channel": ["เว็บ", "mail"]}},
    "glad": {"metric": "csat", **GOAL, "where": {"glad": True}},
    "cheap": {"metric": "csat", **GOAL, "where": {"amount": {"at_most": 400}}},
    "rest": {"metric": "csat", **GOAL, "where": {"channel": {"not": "web"}}},
}
FACTS = ("status", "reason", "value", "n", "numerator", "denominator", "interval", "excluded", "details", "latest")


def facts(readings):
    return {name: {field: one[field] for field in FACTS} for name, one in readings.items()}


@pytest.fixture(scope="session")
def by_file(okr, tmp_path_factory):
    """What the embedded engine finds in the rows as a file."""
    home = Home("file", None, tmp_path_factory.mktemp("file"))
    return facts(measured(okr, home.asked({"answers": answers(home)}, **ASKED).folder))


def test_the_same_numbers(home, okr, by_file):
    found = facts(measured(okr, home.asked({"answers": answers(home)}, **ASKED).folder))
    assert found == by_file
    assert [found["plain"][name] for name in ("value", "n", "numerator", "excluded")] == [50, 6, 3, {"missing": 3}]
    assert {name: one["n"] for name, one in found.items()} == {
        "plain": 6, "weighted": 6, "mean": 6, "net": 6, "web": 1, "odd": 1, "thai": 3, "glad": 3, "cheap": 4, "rest": 5,
    }  # fmt: skip


# Tickets: versions of a ticket, instants, planned days and stamps, labels, codes; in New York around the end of summer time.
# id, created, answered, solved, due, updated, status, kind, channel, touches, cost
TICKETS = """\
t1 2026-11-01T04:30:00Z 2026-11-01T07:30:00Z 2026-11-02T15:00:00Z 2026-11-02 2026-11-02T15:00:00Z closed complaint web 3 1250
t1 2026-11-01T04:30:00Z - - 2026-11-02 2026-11-01T04:30:00Z open complaint web 1 0
t2 2026-11-01T05:59:59Z 2026-11-01T06:00:00Z 2026-11-03T05:00:00Z 2026-11-02 2026-11-03T05:00:00Z closed question mail 2 300
t3 2026-11-02T14:00:00Z 2026-11-02T13:00:00Z - 2026-11-20 2026-11-05T00:00:00Z open question web - 77
t4 2026-11-05T22:15:30Z 2026-11-09T14:15:30Z 2026-11-09T14:15:31Z 2026-11-09 2026-11-10T00:00:00Z closed complaint phone 4 15
t5 2026-11-06T12:00:00Z - - 2026-11-19 2026-11-06T12:00:00Z spam question web 1 1
t6 2026-11-08T00:00:00Z 2026-11-08T01:00:00Z 2026-11-21T10:00:00Z - 2026-11-20T10:00:00Z open idea - 99 2
t7 - 2026-11-08T01:00:00Z - - 2026-11-20T10:00:00Z open idea web 1 2
t8 2026-11-12T17:00:00Z 2026-11-12T17:00:00Z 2026-11-12T18:00:00Z 2026-11-12 2026-11-12T18:00:00Z closed complaint web 1 12
- 2026-11-13T17:00:00Z 2026-11-13T17:00:01Z 2026-11-14T18:00:00Z 2026-11-15 2026-11-14T18:00:00Z closed complaint web 1 12
"""
FIELDS = ("id", "opened", "answered", "solved", "due", "changed", "state", "kind", "via", "touches", "satang")
KINDS = {
    "postgres": ("text", *["timestamptz"] * 3, "date", "timestamptz", "text", "text", "text", "smallint", "bigint"),
    "mariadb": (
        "varchar(9)",
        *["timestamp NULL"] * 3,
        "date",
        "timestamp NULL",
        "text",
        "text",
        "text",
        "int",
        "bigint",
    ),
    "sqlite": ("TEXT", *["TEXT"] * 3, "TEXT", "TEXT", "TEXT", "TEXT", "TEXT", "INTEGER", "INTEGER"),
    "spark": ("string", *["timestamp"] * 3, "date", "timestamp", "string", "string", "string", "int", "bigint"),
}
DESK = {
    "columns": {
        "ticket_id": "id", "created_at": "opened", "first_response_at": "answered", "resolved_at": "solved",
        "due_at": "due", "updated_at": "changed", "status": "state", "is_complaint": "kind", "channel": "via",
        "customer_replies": "touches", "compensation": "satang",
    },
    "values": {"is_complaint": {"labels": {"complaint": True}, "else": False}, "customer_replies": {"missing": [99]}},
    "exclude": {"status": ["spam"]},
    "dedup": {"key": "ticket_id", "keep": "latest", "order_by": "updated_at"},
}  # fmt: skip
HOURS = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "17:30"}
TIMED = {"baseline": "2 h", "target": "1 h", "source": "desk"}
SHARED = {"baseline": "10%", "target": "90%", "source": "desk"}
WORK = {
    "first": {"metric": "first_response_time", **TIMED},
    "mean": {"metric": "resolution_time", **TIMED, "with": {"statistic": "mean"}},
    "late": {"metric": "resolution_time", **TIMED, "with": {"statistic": "p90", "quantile": "discrete"}},
    "km": {"metric": "resolution_time", **TIMED, "with": {"unanswered": "censor"}},
    "open": {
        "metric": "resolution_time",
        **TIMED,
        "with": {"clock": "business", "business_hours": HOURS, "holidays": ["2026-11-09"]},
    },
    "within": {"metric": "answered_within_rate", **SHARED, "with": {"threshold": "4 h"}},
    "kept": {"metric": "sla_attainment", **SHARED},
    "complaints": {"metric": "complaint_rate", **SHARED},
    "volume": {"metric": "contact_volume", **GOAL, "source": "desk"},
    "web": {"metric": "contact_volume", **GOAL, "source": "desk", "where": {"channel": ["web", "mail"]}},
    "since": {
        "metric": "contact_volume",
        **GOAL,
        "source": "desk",
        "where": {"created_at": {"at_least": "2026-11-08"}},
    },
    "paid": {"metric": "contact_volume", **GOAL, "source": "desk", "where": {"compensation": {"at_least": 15}}},
    "week": {
        "metric": "contact_volume",
        **GOAL,
        "source": "desk",
        "window": {"from": "2026-11-01", "to": "2026-11-07"},
    },
}


def tickets(engine):
    """The rows as the driver of an engine takes them."""
    for line in TICKETS.splitlines():
        row = [None if cell == "-" else cell for cell in line.split(" ")]
        for place in (1, 2, 3, 5):
            if row[place] is not None and engine not in ("file", "sqlite"):
                stamp = datetime.fromisoformat(row[place])
                row[place] = stamp.replace(tzinfo=None) if engine == "mariadb" else stamp
        if engine == "sqlite" and row[0] == "t2":  # the same instant, written otherwise
            row[1] = "2026-11-01 12:59:59+07:00"
        if row[4] is not None and engine == "spark":
            row[4] = datetime.fromisoformat(row[4]).date()
        row[9:] = map(number, row[9:])
        yield row


@pytest.fixture(scope="session")
def work_by_file(okr, tmp_path_factory):
    home = Home("file", None, tmp_path_factory.mktemp("work"))
    return worked(home, okr)


def worked(home, okr):
    """What is found in the tickets: now, apart by channel, by hour, and week by week."""
    kinds = KINDS.get(home.engine, ("",) * len(FIELDS))
    source = home.source("tickets", dict(zip(FIELDS, kinds, strict=True)), tickets(home.engine), DESK)
    home.asked({"desk": source}, **WORK)
    settings = home.folder / "okrengine.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8").replace("Asia/Bangkok", "America/New_York"), encoding="utf-8"
    )
    flags = ((), ("--by", "channel"), ("--by", "hour"), ("--trend", "weekly"))
    flags = flags[:1] if home.engine == "spark" else flags  # which takes its time over each
    return [said(okr, home.folder, flag) for flag in flags]


def said(okr, folder, flags):
    ran = okr(folder, "measure", "--format", "json", "--as-of", AS_OF.isoformat(), *flags, CRM_PASSWORD=SECRET)
    assert ran.returncode in (0, 3), ran.stderr
    readings = json.loads(ran.stdout)["readings"]
    for reading in readings:
        del reading["definition"]
    return readings


def test_the_same_times(home, okr, work_by_file):
    found = worked(home, okr)
    by_name = {one["address"].rsplit("/", 1)[1]: one for one in found[0]}
    failed = {name: one["reason"] for name, one in by_name.items() if one["status"] == "source_failed"}
    assert not failed
    for mine, theirs in zip(found, work_by_file, strict=home.engine != "spark"):
        for one, other in zip(mine, theirs, strict=True):
            assert one == other
    assert by_name["first"]["excluded"] == {"missing": 2, "negative": 1, "duplicate": 1}
    assert {name: one["n"] for name, one in by_name.items()} == {
        "first": 5, "mean": 4, "late": 4, "km": 6, "open": 4, "within": 5, "kept": 5, "complaints": 6, "volume": 6, "web": 4,
        "since": 1, "paid": 4, "week": 5,
    }  # fmt: skip
