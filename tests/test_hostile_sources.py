"""Sources that mean harm or are damaged: each keeps its harm to itself, and a value is right or missing with a reason."""

import contextlib
import io
import json
import os
import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

COLUMNS = {"response_id": "id", "responded_at": "when", "score": "score"}
GOOD = "id,when,score\n" + "".join(f"{number},2026-10-02,5\n" for number in range(40))
AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
OBJECTS = [{"id": str(number), "when": "2026-10-02", "score": 5} for number in range(40)]


@pytest.fixture
def measured(tmp_path, readings):
    """The reading of a source whose file has a content, beside a good source that must keep its value."""

    def measure(name, content, **settings):
        kind = {"json": "json", "jsonl": "json", "xlsx": "excel", "sqlite": "sqlite"}.get(
            name.rpartition(".")[2], "csv"
        )
        for folder in ("data", "okrs"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "data/good.csv").write_text(GOOD, encoding="utf-8")
        if content is not None:
            (tmp_path / "data" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        bad = {"type": kind, "path": f"data/{name}", "columns": COLUMNS} | settings
        good = {"type": "csv", "path": "data/good.csv", "columns": COLUMNS}
        whole = {"version": 1, "timezone": "Asia/Bangkok", "sources": {"good": good, "bad": bad}}
        results = [
            {"id": source, "title": "Answers", "baseline": 0, "target": 50, "metric": "csat", "source": source}
            for source in ("bad", "good")
        ]
        objective = {"id": "glad", "title": "Customers are glad", "key_results": results}
        team = {"version": 1, "cycle": "2026-Q4", "team": "team", "owner": "nok", "objectives": [objective]}
        (tmp_path / "okrengine.yaml").write_text(json.dumps(whole), encoding="utf-8")
        (tmp_path / "okrs/team.yaml").write_text(json.dumps(team), encoding="utf-8")
        hostile, other = readings(tmp_path, AS_OF)
        assert (other.value, other.n, other.status) == (100, 40, "ok")
        assert str(tmp_path) not in (hostile.reason or "")
        return hostile

    return measure


# ---------------------------------------------------------------- one source is no other


def test_a_database_that_turns_out_to_be_damaged_while_a_cell_is_looked_for_loses_its_own_value_only(
    tmp_path, measured
):
    (tmp_path / "data").mkdir()
    with sqlite3.connect(tmp_path / "data/x.sqlite") as file:
        file.execute('CREATE TABLE t (id TEXT, "when" TEXT, score REAL)')
        rows = [(str(number), "2026-10-02", 5) for number in range(40)]
        file.executemany("INSERT INTO t VALUES (?, ?, ?)", rows)
        file.execute("INSERT INTO t VALUES ('x', CAST(x'ff41' AS TEXT), 5)")
    file.close()
    reading = measured("x.sqlite", None, table="t")
    said = "x.sqlite: a text in `t` is not UTF-8: take the file from its program again"
    assert (reading.value, reading.status, reading.reason) == (None, "source_failed", said)


def test_a_line_separator_inside_a_text_ends_no_record(measured):
    objects = [*OBJECTS, {"id": "x\u2028y", "when": "2026-10-02", "score": "good"}]
    reading = measured("x.jsonl", "\n".join(json.dumps(one, ensure_ascii=False) for one in objects))
    assert reading.reason.startswith("1 of 41 cells of `score` are no numbers, such as `xxxx` (x.jsonl, record 41): ")


def test_where_a_cell_stands_is_told_although_a_record_is_null(measured):
    reading = measured("x.json", json.dumps([None, {"id": "x", "when": "2026-10-02", "score": "good"}]))
    assert reading.reason.startswith("1 of 1 cells of `score` are no numbers, such as `xxxx` (x.json, record 2): ")


# ---------------------------------------------------------------- never a part, never another column


@pytest.mark.parametrize("between", ["\n", "", " , "])
def test_of_several_objects_the_rows_of_the_first_are_no_answer(measured, between):
    page = json.dumps({"items": OBJECTS})
    reading = measured("x.json", f"{page}{between}{page}", records="items")
    assert reading.value is None
    assert reading.reason.startswith("x.json ")
    assert reading.reason.endswith(": `records: items` reads a file that is one object")


@pytest.mark.parametrize("key", ["Score", "SCORE"])
def test_keys_that_differ_in_case_are_not_taken_for_one_another(measured, key):
    objects = [one | {key: 1} for one in OBJECTS]
    reading = measured("x.json", json.dumps(objects), columns=COLUMNS | {"score": key})
    assert reading.reason == f"objects have the keys `score` and `{key}`, which differ only in case: write them alike"


def test_nor_are_those_of_two_files(tmp_path, measured):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/x2.json").write_text(
        json.dumps([{"id": "z", "when": "2026-10-02", "Score": 1}]), encoding="utf-8"
    )
    reading = measured("x1.json", json.dumps(OBJECTS), path="data/x*.json")
    assert reading.reason == "objects have the keys `score` and `Score`, which differ only in case: write them alike"


def test_other_columns_may_be_mapped_all_the_same(measured):
    assert measured("x.json", json.dumps([one | {"Note": "a", "note_1": "b"} for one in OBJECTS])).value == 100
    assert measured("x.json", json.dumps([one | {"note": "a", "NOTE": "b"} for one in OBJECTS])).value == 100


def test_objects_may_have_many_keys_that_are_rarely_filled(measured):
    objects = [one | {f"extra {number}": 1} for number in range(10) for one in OBJECTS[number : number + 1]]
    objects += [{"id": f"y{number}", "when": "2026-10-02", "score": 5, f"key {number}": 1} for number in range(300)]
    assert measured("x.json", json.dumps(objects)).n == 310


# ---------------------------------------------------------------- cells


@pytest.mark.parametrize(
    "cell", ["1_0", "1e999", "NaN", "inf", "-Infinity", "9" * 39, "๕", "０", "0x5", "5%", "1,2,3", "--5", "5\u200b"]
)
def test_what_is_no_number_is_not_read_as_one(measured, cell):
    reading = measured("x.csv", f'{GOOD}z,2026-10-02,"{cell}"\n')
    assert (reading.value, reading.status) == (None, "source_failed")
    assert reading.reason.startswith("1 of 41 cells of `score` are no numbers, such as ")
    assert "(x.csv, line 42)" in reading.reason


@pytest.mark.parametrize(
    "cell",
    ["2026-10-10T10:00:00+99:99", "2026-10-10T10:00+16:00", "2026-10-10T10:00-07:60", "2026-10-10T10:00-99",
     "2026-10-10T23:59:60Z", "0000-00-00", "2026-02-29", "infinity", "now", "๒๐๒๖-๑๐-๑๐"],
)  # fmt: skip
def test_what_is_no_time_is_not_read_as_one(measured, cell):
    reading = measured("x.csv", f"{GOOD}z,{cell},5\n")
    assert reading.reason.startswith("1 of 41 cells of `when` (read as `responded_at`) are no date and time, such as ")


@pytest.mark.parametrize("offset", ["+14:00", "-12", "+0545", "+15:59", "Z"])
def test_offsets_that_there_are_or_were_are_read(measured, offset):
    assert measured("x.csv", f"{GOOD}z,2026-10-10T10:00:00{offset},5\n").n == 41


# ---------------------------------------------------------------- files


@pytest.mark.parametrize("name", ["x*.csv", "x?.csv", "x[1].csv", "x*.json"])
def test_a_name_that_is_a_pattern_brings_no_rows_of_other_files(tmp_path, measured, name):
    (tmp_path / "data").mkdir()
    end = name.rpartition(".")[2]
    content = GOOD if end == "csv" else json.dumps(OBJECTS)
    (tmp_path / f"data/x1.{end}").write_text(content, encoding="utf-8")
    reading = measured(name, content, path=f"data/x*.{end}")
    assert reading.reason == f"`data/{name}`: a name with `*`, `?` or `[` stands for other files too: rename the file"


def test_a_name_that_is_not_text_is_told(tmp_path, measured):
    (tmp_path / "data").mkdir()
    try:
        (tmp_path / os.fsdecode(b"data/x\xff.csv")).write_text(GOOD, encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    assert measured("x.csv", GOOD, path="data/x*.csv").reason == "`data/x?.csv`: the name is not UTF-8: rename the file"


def test_a_file_that_is_found_twice_is_read_once(tmp_path, measured):
    (tmp_path / "data").mkdir()
    (tmp_path / "data/x2.csv").symlink_to("x.csv")
    assert measured("x.csv", GOOD, path="data/x*.csv").n == 40


def test_a_part_of_a_parquet_file_that_says_it_has_fewer_rows_is_no_answer(tmp_path, measured):
    import duckdb

    (tmp_path / "data").mkdir()
    path = tmp_path / "data/x.parquet"
    rows = "SELECT i::TEXT id, DATE '2026-10-02' \"when\", 5 score FROM range(60) r(i)"
    duckdb.sql(rows).write_parquet(str(path), compression="uncompressed")
    content = path.read_bytes()
    assert measured("x.parquet", None, type="parquet").n == 60
    footer = len(content) - 8 - int.from_bytes(content[-8:-4], "little")
    last = content.rindex(b"\x78", footer, -8)  # 60, as the only row group has it
    path.write_bytes(content[:last] + b"\x76" + content[last + 1 :])
    reading = measured("x.parquet", None, type="parquet")
    assert reading.reason == "x.parquet: its parts hold more or fewer rows than it says: export it again"


@pytest.mark.parametrize(
    ("end", "kind"),
    [("-wal", "pipe"), ("-journal", "pipe"), ("-shm", "pipe"), ("-wal", "link"), ("-journal", "folder")],
)
def test_what_lies_beside_a_database_and_is_no_file_holds_nobody_up(tmp_path, measured, end, kind):
    (tmp_path / "data").mkdir()
    with sqlite3.connect(tmp_path / "data/x.sqlite") as file:
        file.execute('CREATE TABLE t (id TEXT, "when" TEXT, score REAL)')
    file.close()
    beside = tmp_path / f"data/x.sqlite{end}"
    {"pipe": os.mkfifo, "link": lambda path: path.symlink_to("/etc/hosts"), "folder": Path.mkdir}[kind](beside)
    reading = measured("x.sqlite", None, table="t")
    assert reading.reason == f"x.sqlite: x.sqlite{end} beside it is no regular file: take it away"


def test_a_log_that_was_left_beside_a_database_is_not_opened(tmp_path, measured):
    (tmp_path / "data").mkdir()
    path = tmp_path / "data/x.sqlite"
    with contextlib.closing(sqlite3.connect(tmp_path / "other.sqlite")) as file:
        file.execute("PRAGMA journal_mode = WAL")
        file.execute('CREATE TABLE t (id TEXT, "when" TEXT, score REAL)')
        for end in ("", "-wal"):
            shutil.copy(tmp_path / f"other.sqlite{end}", tmp_path / f"data/x.sqlite{end}")
    reading = measured("x.sqlite", None, table="t")
    said = "x.sqlite: its last changes lie in x.sqlite-wal, and no program has it open: open it with its program, and close that"
    assert (reading.reason, sorted(one.name for one in path.parent.iterdir())) == (
        said,
        ["good.csv", "x.sqlite", "x.sqlite-wal"],
    )


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_text_that_does_not_say_its_order_is_refused_by_name(measured, encoding):
    reading = measured("x.csv", GOOD.encode(f"{encoding}-be"), encoding=encoding)
    assert reading.reason.startswith("x.csv")
    assert "Error" not in reading.reason


def test_a_workbook_whose_index_points_before_its_beginning_is_damaged(measured):
    openpyxl = pytest.importorskip("openpyxl", reason='pip install "okrengine[test]"')
    target = io.BytesIO()
    book = openpyxl.Workbook()
    book.active.append(["id", "when", "score"])
    book.save(target)
    content = target.getvalue()
    cut = content[:30] + content[60:]
    reading = measured("x.xlsx", cut)
    assert reading.reason == "x.xlsx is damaged or cut off: open it in a spreadsheet program and save it again"


# ---------------------------------------------------------------- many instants


def test_a_trend_may_have_more_instants_than_a_small_number_counts(okr, tmp_path, measured):
    measured("x.csv", GOOD)
    settings = json.loads((tmp_path / "okrengine.yaml").read_text(encoding="utf-8"))
    settings["cycles"] = {"named": {"years": {"from": "2024-01-01", "to": "2026-12-31"}}}
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    team = (tmp_path / "okrs/team.yaml").read_text(encoding="utf-8").replace("2026-Q4", "years")
    (tmp_path / "okrs/team.yaml").write_text(team, encoding="utf-8")
    done = okr(tmp_path, "measure", "--trend", "weekly", "--format", "json", "--as-of", AS_OF.isoformat())
    reading = json.loads(done.stdout)["readings"][0]
    assert (reading["value"], reading["status"]) == (100, "ok")
    assert len(reading["trend"]) > 128
    assert [point["n"] for point in reading["trend"]][-1] == 40
