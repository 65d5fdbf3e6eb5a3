"""Measuring: what a frame holds, what a failure says, and what never leaves the room."""

import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from okrengine import Count, Metric, Rate
from okrengine.config import Dedup, Settings, SourceSettings, Values
from okrengine.measure import Ask, engine, measure
from okrengine.measure.rejected import mask
from okrengine.measure.windows import resolve
from okrengine.model import Cycle, Measure, Window
from okrengine.registry import Registry, find
from okrengine.testing import check_metric, read_metric

REGISTRY = find()
BANGKOK = ZoneInfo("Asia/Bangkok")
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, tzinfo=BANGKOK)
SURVEY = {"response_id": "id", "responded_at": "when", "score": "score"}
HEAD = b"id,when,score\n"
ROWS = b"1,2026-10-02,9\n2,2026-10-03,3\n"


def run(folder, asks, sources, *, registry=REGISTRY):
    settings = Settings(timezone=BANGKOK, sources={s.name: s for s in sources})
    asks = [Ask(f"a{i}", ask, QUARTER) for i, ask in enumerate(asks)]
    return measure(asks, settings=settings, registry=registry, root=folder, as_of=AS_OF)


def one(folder, content, name="x.csv", *, ask=None, columns=None, **settings):
    (folder / "data").mkdir(exist_ok=True)
    if content is not None:
        (folder / "data" / name).write_bytes(content)
    kind = {"csv": "csv", "json": "json", "jsonl": "json", "parquet": "parquet"}[name.rpartition(".")[2]]
    settings.setdefault("path", f"data/{name}")
    source = SourceSettings("s", kind, columns=SURVEY if columns is None else columns, **settings)
    (reading,) = run(folder, [ask or Measure("nps", "s")], [source])
    return reading


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    "content",
    [
        HEAD + ROWS,
        b"\xef\xbb\xbf" + HEAD + ROWS,
        (HEAD + ROWS).replace(b"\n", b"\r\n"),
        (HEAD + ROWS).replace(b"\n", b"\r"),
        HEAD + ROWS[:-1],
        HEAD + ROWS + b"\n\n",
        b"ID, When ,SCORE \n" + ROWS,
        HEAD + b'"1","2026-10-02"," 9 "\n"2","2026-10-03","3.0"\n',
    ],
)
def test_csv_is_read_however_it_was_saved(tmp_path, content):
    reading = one(tmp_path, content)
    assert (reading.value, reading.n) == (0, 2)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.csv", None, "no file is `data/x.csv`"),
        ("x.csv", b"", "x.csv is empty: not even a header"),
        ("x.csv", b"\n\n", "x.csv is empty"),
        ("x.csv", HEAD + ROWS + b"3,2026-10-04\n", "x.csv, line 4: the header has 3 columns, this line 2"),
        ("x.csv", HEAD + ROWS + b"3,2026-10-04,5,6\n", "x.csv, line 4: the header has 3 columns, this line 4"),
        ("x.csv", HEAD + ROWS + b'"3,2026-10-04,5\n', "x.csv, line 4: a quote is opened and not closed"),
        ("x.csv", HEAD + ROWS + "ก,2026-10-04,5\n".encode("cp874"), "x.csv, line 4: the byte 0xa1 is no UTF-8"),
        ("x.csv", b"\x1f\x8b\x08\x00garbage", "x.csv is cut off: its packed content has no end"),
        ("x.csv", HEAD.replace(b"\n", b"\r\n") + ROWS, "line ends are of two kinds"),
        ("x.csv", b"id,when,scroe\n" + ROWS, "has no column `score`: did you mean `scroe`?"),
        ("x.csv", b"id,when,score ,SCORE\n1,2026-10-02,9,8\n", "two columns of `s` could be `score`"),
        (
            "x.csv",
            HEAD + b"1,2026-10-02,me@home.org\n",
            "1 of 1 cells of `score` are no numbers, such as `xx@xxxx.xxx`",
        ),
        (
            "x.csv",
            HEAD + b"1,02/10/2026,9\n",
            "cells of `when` (read as `responded_at`) are no date and time, such as `99/99/9999`",
        ),
        ("x.csv", HEAD + b"1,2568-10-02,9\n", "2568 looks like a Buddhist-era year; 2568 - 543 = 2025"),
        ("x.csv", HEAD + b"1,25681002,9\n", "2568 looks like a Buddhist-era year; 2568 - 543 = 2025"),
        (
            "x.csv",
            HEAD + b"1,20261002,9\n",
            'such as `99999999` (x.csv, line 2): write `parse: {datetime: "%Y%m%d"}`',
        ),
        ("x.csv", HEAD + b"1,2026-10-02,9\x1b[31m\n", "such as `9?[99x`"),
        ("x.json", b"[]", "there is no row"),
        ("x.json", b'[{"id":1,"when":"2026-10-02","score":9},', "x.json is cut off: its array has no end"),
        ("x.json", b'[{"id":1},{"id":2]', "x.json, at byte 8 in record/value 3: this is not valid JSON"),
        ("x.json", b"\xef\xbb\xbf[]", "x.json: there is no row"),
        ("x.json", b"[" * 100_000 + b"]" * 100_000, "x.json is nested more than 64 levels deep"),
        ("x.json", b"[" * 100_000 + b"]", "x.json is nested more than 64 levels deep"),
        ("x.csv", b"," * 5_000 + b"\n", "x.csv has more than 2,000 columns"),
        ("x.json", b"[1,2]", "this is not valid JSON, or not a list of objects"),
        ("x.json", b'[{"id":1,"id":2,"when":"2026-10-02","score":9}]', "x.json: an object has one key twice"),
        ("x.jsonl", b'{"id":1,"when":"2026-10-02","score":9}\n{"id":oops}\n', "in line 3: this is not valid JSON"),
        ("x.parquet", b"PAR1xxxx", "x.parquet: this is not a whole Parquet file"),
    ],
)
def test_a_bad_file_is_named_with_its_mend(tmp_path, name, content, said):
    reading = one(tmp_path, content, name)
    assert (reading.status, reading.value, reading.n) == ("source_failed", None, None)
    assert said in reading.reason
    assert str(tmp_path) not in reading.reason
    assert reading.reason.isprintable()
    assert "Error" not in reading.reason


def test_a_header_without_rows_is_no_data(tmp_path):
    assert one(tmp_path, HEAD).status == "no_data"
    assert one(tmp_path, HEAD, ask=Measure("count_done", "s"), columns={
        "item_id": "id", "opened_at": "when", "done_at": "when"}).status == "no_data"  # fmt: skip


@pytest.mark.parametrize(
    "path", ["../x.csv", "/etc/passwd", "data/../../x.csv", "https://example.org/x.csv", "data/out.csv"]
)
def test_a_path_outside_the_project_is_refused(tmp_path, path):
    project = tmp_path / "project"
    (project / "data").mkdir(parents=True)
    (tmp_path / "x.csv").write_bytes(HEAD + ROWS)
    (project / "data" / "out.csv").symlink_to(tmp_path / "x.csv")
    reading = one(project, None, path=path)
    assert reading.status == "source_failed"
    assert "project" in reading.reason


def test_files_of_one_source_may_order_their_columns_differently(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"score,new,id,when\n9,,3,2026-10-05\n")
    (tmp_path / "data" / "b.csv").write_bytes(b"\xef\xbb\xbfWhen ,ID,SCORE\n2026-10-05,4,9\n")
    assert one(tmp_path, HEAD + ROWS, path="data/*.csv").n == 4


@pytest.mark.parametrize(
    ("name", "header", "said"),
    [
        ("a.csv", b"id,when", "a.csv has no column `score`, which another file of the source has"),
        ("z.csv", b"id,when", "z.csv has no column `score`, which another file of the source has"),
        ("a.csv", b"id,when,score,score", "a.csv has more than one column `score`"),
        ("z.csv", b"id,when,score ,SCORE", "z.csv has more than one column `score`"),
        ("z.csv", b"nothing,alike", "share no column"),
        ("z.csv", b"", "z.csv begins with an empty line"),
    ],
)
def test_a_column_that_one_file_lacks_or_has_twice_cannot_be_mapped(tmp_path, name, header, said):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_bytes(
        header + b"\n" + b",".join([b"3", b"2026-10-05", b"9", b"8"][: header.count(b",") + 1])
    )
    assert said in one(tmp_path, HEAD + ROWS, path="data/*.csv").reason


def test_a_column_that_nobody_maps_may_stand_twice(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"score,note,id,note,when\n9,,3,,2026-10-05\n")
    assert one(tmp_path, HEAD + ROWS, path="data/*.csv").n == 3


def test_json_lines_and_arrays_give_the_same(tmp_path):
    lines = b'{"id":"007","when":"2026-10-02T10:00:00+07:00","score":9}\n{"id":8,"when":"2026-10-03","score":3.0,"more":[1]}'
    array = b"[" + lines.replace(b"\n", b",") + b"]"
    assert one(tmp_path, lines, "x.jsonl") == one(tmp_path, array, "x.json")
    assert one(tmp_path, lines, "x.jsonl").n == 2


def test_parquet_keeps_its_types(tmp_path):
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "data").mkdir()
    rows = duckdb.sql(
        "SELECT i AS id, TIMESTAMPTZ '2026-10-01 00:00:00+07' AS \"when\", (9.5 - i)::DOUBLE AS score FROM range(4) t(i)"
    )
    rows.write_parquet(str(tmp_path / "data" / "x.parquet"))
    ask = Measure("csat_mean", "s", {"scale": [0, 10]})
    assert one(tmp_path, None, "x.parquet", ask=ask).value == 8


@pytest.mark.parametrize(
    ("when", "settings", "n"),
    [
        ("TIMESTAMPTZ '2026-10-01 00:00:00+07'", {}, 3),
        ("TIMESTAMPTZ '2026-09-30 23:59:59+07'", {}, 0),
        ("TIMESTAMP '2026-10-01'", {"timezone": ZoneInfo("America/New_York")}, 3),
        ("'2026-10-01 00:00:00'::TIMESTAMP_NS", {}, 3),
        ("DATE '2026-10-01'", {}, 3),
        ("'2026-10-01'", {}, 3),
        ("TIMESTAMP '2026-10-01'", {"formats": ("%d/%m/%Y",)}, 3),
        ("if(i = 0, TIMESTAMP '1970-01-01', TIMESTAMP '2026-10-01')",
         {"formats": ("%d/%m/%Y",), "values": {"responded_at": Values(missing=("1970-01-01 00:00:00",))}}, 2),
    ],
)  # fmt: skip
def test_parquet_stamps_of_every_kind(tmp_path, when, settings, n):
    duckdb = pytest.importorskip("duckdb")
    (tmp_path / "data").mkdir()
    cells = f'123456789012345678 + i AS id, {when} AS "when", 9.00::DECIMAL(4, 2) AS score'
    rows = duckdb.sql("SELECT " + cells + " FROM range(3) t(i)")  # noqa: S608
    rows.write_parquet(str(tmp_path / "data" / "x.parquet"))
    assert one(tmp_path, None, "x.parquet", **settings).n == n


def test_json_cells_are_the_text_that_is_written(tmp_path):
    ids = ["123456789012345678", "123456789012345679", "12345678901234567890123", '"007"', "7", "7.0"]
    flags = {"7": "true"}
    lines = "\n".join(f'{{"id": {n}, "when": "2026-10-02", "flag": {flags.get(n, "null")}}}' for n in ids)
    columns = {"ticket_id": "id", "created_at": "when", "is_complaint": "flag"}
    for where, n in (({}, 6), ({"ticket_id": 123456789012345679}, 1), ({"ticket_id": "007"}, 1), ({"ticket_id": 7}, 1)):
        assert (
            one(tmp_path, lines.encode(), "x.jsonl", ask=Measure("contact_volume", "s", {}, where), columns=columns).n
            == n
        )
    rate = one(tmp_path, lines.encode(), "x.jsonl", ask=Measure("complaint_rate", "s"), columns=columns)
    assert (rate.n, rate.excluded) == (1, {"missing": 5})


# ---------------------------------------------------------------- the engine


def test_the_connection_opens_nothing_else(tmp_path):
    good, bad = tmp_path / "it's [good].csv", tmp_path / "bad.csv"
    good.write_bytes(HEAD + ROWS)
    bad.write_bytes(HEAD + ROWS)
    connection = engine.connect([good])
    assert len(connection.read_csv([str(good)]).fetchall()) == 2
    for refused in (
        f"SELECT * FROM read_csv('{bad}')",  # noqa: S608
        f"SELECT * FROM read_csv('{tmp_path}/*.csv')",  # noqa: S608
        "SELECT * FROM read_text('/etc/passwd')",
        f"COPY (SELECT 1) TO '{tmp_path}/new.csv'",
        "SELECT * FROM read_csv('https://example.org/x.csv')",
        "INSTALL httpfs",
        f"ATTACH '{tmp_path}/other.db'",
        "SET enable_external_access = true",
        "SET memory_limit = '1GB'",
    ):
        with pytest.raises(Exception, match=r"(?i)permission|locked|disabled|cannot"):
            connection.execute(refused)


def test_no_data_frame_library_is_imported():
    import subprocess

    code = (
        "import sys; from okrengine.testing import check_metric; from okrengine.registry import find;"
        "check_metric(find().metrics['nps'], [{'score': 9}], {'value': 100, 'n': 1});"
        "assert not {'pandas', 'pyarrow', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_hostile_names_and_values_are_only_ever_values(tmp_path):
    evil = "x'); DROP TABLE typed; --"
    content = f'id,when,score,"{evil}"\n1,2026-10-02,9,"{evil}"\n2,2026-10-03,3,ok\n'.encode()
    reading = one(tmp_path, content, ask=Measure("nps", "s", {}, {evil: evil}))
    assert (reading.value, reading.n) == (100, 1)
    assert one(tmp_path, content, ask=Measure("nps", "s", {}, {evil: {"not": [evil]}})).value == -100


def test_without_an_engine_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "ibis", None)
    with pytest.raises(Exception, match=r'pip install "okrengine\[duckdb\]"'):
        one(tmp_path, HEAD + ROWS)


# ---------------------------------------------------------------- what fails stays where it happens


def test_one_failing_metric_or_source_leaves_the_others(tmp_path):
    def broken(rows):  # noqa: ARG001
        """Raises."""
        raise ValueError(f"see {tmp_path}/secret")

    def silent(rows):
        """Gives no kernel."""

    def lost(rows):
        """Asks for a column that no record has."""
        return Count(rows.surely_not > 3)

    metrics = {m.name: m for m in (Metric(f.__name__, f, record="survey_response") for f in (broken, silent, lost))}
    registry = Registry({**REGISTRY.metrics, **metrics}, REGISTRY.sources)
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_bytes(HEAD + ROWS)
    sources = [
        SourceSettings("s", "csv", "data/x.csv", columns=SURVEY),
        SourceSettings("gone", "csv", "data/gone.csv", columns=SURVEY),
        SourceSettings("odd", "carrier-pigeon", "data/x.csv", columns=SURVEY),
        SourceSettings("partial", "csv", "data/x.csv", columns={"response_id": "id", "responded_at": "when"}),
    ]
    asks = [
        Measure("nps", "s"), Measure("broken", "s"), Measure("silent", "s"), Measure("lost", "s"), Measure("nps", "gone"),
        Measure("nps", "odd"), Measure("nps", "partial"), Measure("nps", "nowhere"), Measure("surely_not", "s"),
        Measure("csat", "s", {"scale": [0, 10]}), Measure("nps", "s", {}, {"colour": "red"}), Measure("nps", "s", {}, {"score": "x"}),
        Measure("manual"), Measure("csat", "s", {"scale": [0, 10], "satisfied_min": 9}),
    ]  # fmt: skip
    readings = run(tmp_path, asks, sources, registry=registry)
    assert [r.address for r in readings] == [f"a{i}" for i in range(len(asks))]
    assert [r.status for r in readings] == [
        "insufficient_sample",
        *["source_failed"] * 11,
        "not_stated",
        "insufficient_sample",
    ]
    said = [r.reason for r in readings]
    for place, text in {
        1: "the metric `broken` failed: ValueError: see secret", 2: "gave no kernel", 3: "the column `surely_not`",
        4: "no file is `data/gone.csv`", 5: "`carrier-pigeon`, which nothing offers", 6: "map `score` under `columns:`",
        7: "no source `nowhere`", 8: "no metric `surely_not`", 9: "`satisfied_min` must be given",
        10: "has no column `colour`", 11: "`x` is not a quantity",
    }.items():  # fmt: skip
        assert text in said[place]
        assert str(tmp_path) not in said[place]


def test_one_cell_in_a_hundred_may_be_rejected(tmp_path):
    rows = b"".join(b"%d,2026-10-02,9\n" % n for n in range(99))
    assert one(tmp_path, HEAD + rows + b"x,2026-10-02,what\n").excluded == {"rejected": 1}
    failed = one(tmp_path, HEAD + rows[:-16] + b"x,2026-10-02,what\ny,2026-10-02,ever\n")
    assert "2 of 100 cells of `score`" in failed.reason


TICKET = {
    "ticket_id": "1", "created_at": "2026-03-01", "resolved_at": "2026-03-01", "first_response_at": "2026-03-01",
    "due_at": "2026-03-02", "is_complaint": "yes", "severity": "1",
}  # fmt: skip
REVIEW = {
    "review_id": "1",
    "created_at": "2026-03-01",
    "rating": "5",
    "updated_at": "2026-03-01",
    "deleted_at": "2027-01-01",
}
REPLY = {"ticket_id": "1", "at": "2026-03-01", "author_role": "customer", "public": "yes"}


@pytest.mark.parametrize(
    ("name", "row", "column", "options", "where"),
    [
        ("resolution_time", TICKET, "resolved_at", {}, {}),
        ("resolved_within_rate", TICKET, "resolved_at", {"threshold": "1 h"}, {}),
        ("first_response_time", TICKET, "first_response_at", {}, {}),
        ("tickets_resolved", TICKET, "resolved_at", {}, {}),
        ("sla_attainment", TICKET, "due_at", {}, {}),
        ("contact_volume", TICKET, "severity", {}, {"severity": 1}),
        ("contact_volume", TICKET, "severity", {}, {"severity": {"not": 1}}),
        ("count_done", {"item_id": "1", "opened_at": "2026-03-01", "done_at": "2026-03-01"}, "done_at", {}, {}),
        ("positive_review_count", REVIEW, "deleted_at", {}, {}),
        ("positive_review_count", REVIEW, "updated_at", {}, {}),
        ("review_average", REVIEW, "deleted_at", {}, {}),
        ("negative_review_share", REVIEW, "deleted_at", {}, {}),
        ("follower_growth", {"date": "2026-01-01", "followers": "9", "blocks": "1"}, "blocks", {}, {}),
        ("first_response_time", REPLY, "public", {}, {}),
        ("nps", {"score": "9", "weight": "1"}, "weight", {"weighted": True}, {}),
    ],
)
def test_a_rejected_cell_is_never_read_as_an_empty_one(name, row, column, options, where):
    metric = REGISTRY.metrics[name]
    spoilt = {**row, column: "??"}
    ask = {"parameters": options, "where": where}
    failed = read_metric(metric, [row, spoilt], **ask)
    assert failed.status == "source_failed"
    assert f"1 of 2 cells of `{column}`" in failed.reason
    assert read_metric(metric, [*[row] * 99, spoilt], **ask).excluded.get("rejected") == 1


def test_a_version_that_cannot_be_ordered_is_rejected():
    source = SourceSettings("x", "csv", dedup=Dedup("review_id", "updated_at"))
    rows = [{**REVIEW, "updated_at": "2026-03-01"}, {**REVIEW, "updated_at": "05/10/2026"}]
    assert "1 of 2 cells of `updated_at`" in read_metric(REGISTRY.metrics["review_average"], rows, source=source).reason


def test_a_question_that_asks_for_valid_answers_keeps_the_others_below_the_line():
    rows = [*[{"score": "5"}] * 99, {"score": "??"}]
    check_metric(REGISTRY.metrics["item_response_rate"], rows, {"value": 99, "n": 100, "excluded": {}})


def test_two_records_alike_are_named(tmp_path):
    columns = {
        "ticket_id": "id",
        "created_at": "when",
        "first_response_at": "when",
        "at": "when",
        "author_role": "score",
    }
    reading = one(tmp_path, HEAD + ROWS, ask=Measure("first_response_time", "s"), columns=columns)
    assert "make up `ticket` and `interaction` alike" in reading.reason


# ---------------------------------------------------------------- cells


def test_cells_are_cast_by_contract():
    metric = REGISTRY.metrics["nps"]
    cells = [" 10 ", "9.0", "9", "", "10.5", "11", "3", "-1"]
    read = read_metric(metric, [{"score": cell} for cell in cells])
    assert (read.n, read.excluded) == (4, {"missing": 1, "out_of_scale": 3})
    assert read_metric(metric, [{"score": "1,000"}]).excluded == {"out_of_scale": 1}
    hard = ["\u00a09", "9\u00a0", " \u00a0 9 \u00a0", "\u00a0"]
    assert read_metric(metric, [{"score": cell} for cell in hard]).excluded == {"missing": 1}
    for wrong in ("1.3k", "10%", "๑๐", "1 0", "0x1"):
        assert read_metric(metric, [{"score": wrong}]).status == "source_failed"


@pytest.mark.parametrize(
    "cell",
    ["0.1234567891", "-0.123456789", "12345678.5", "123456789.5", "99999999999", "1.5e3", "6474395.1223431349e2",
     "0.99999999995", "1,234,567.25", ".5", "+7", "00009", "12345678901234567890.0123456789"],
)  # fmt: skip
def test_numbers_keep_ten_places_however_long(cell):
    def total(answers):
        """Sum."""
        return Count(total=answers.score)

    metric = Metric("total", total, record="survey_response", needs=("score",))
    exact = round(Fraction(Decimal(cell.replace(",", ""))) * 10**10 + Fraction(1, 4)) / Fraction(10**10)
    assert read_metric(metric, [{"score": cell}]).value == exact


def test_missing_codes_labels_and_the_rest():
    values = {"score": Values(missing=("11", "N/A"), labels={"great": 10, "bad": 0})}
    source = SourceSettings("x", "csv", values=values)
    rows = [{"score": cell} for cell in ("great", "bad", "11", "11.0", "N/A", "9")]
    check_metric(REGISTRY.metrics["nps"], rows, {"n": 3, "excluded": {"missing": 3}}, source=source)
    otherwise = {"is_complaint": Values(labels={"complaint": True}, otherwise=False)}
    rows = [{"is_complaint": cell} for cell in ("complaint", "praise", "")]
    check_metric(
        REGISTRY.metrics["complaint_rate"],
        rows,
        {"numerator": 1, "denominator": 2, "excluded": {"missing": 1}},
        source=SourceSettings("x", "csv", values=otherwise),
    )


@pytest.mark.parametrize("word", ["true", "YES", "y", "T", "1"])
def test_words_for_true(word):
    check_metric(REGISTRY.metrics["complaint_rate"], [{"is_complaint": word}, {"is_complaint": "no"}], {"value": 50})


@pytest.mark.parametrize(
    ("cell", "formats"),
    [
        ("2026-09-30T17:00:00Z", ()),
        ("2026-10-01T00:00:00+07:00", ()),
        ("2026-09-30 20:30:00.000+0330", ()),
        ("2026-10-01", ()),
        ("2026-10-01 00:00", ()),
        ("01/10/2026 00:00", ("%d/%m/%Y %H:%M",)),
        ("1-Oct-26", ("%d/%m/%Y", "%d-%b-%y")),
        ("2026-09-30 17:00:00+00:00", ("%Y-%m-%d %H:%M:%S%z",)),
        ("10/01/2026 12:00:00 AM", ("%m/%d/%Y %I:%M:%S %p",)),
    ],
)
def test_stamps_mean_one_instant(tmp_path, cell, formats):
    reading = one(tmp_path, HEAD + f"1,{cell},9\n".encode(), formats=formats)
    assert reading.latest == datetime(2026, 10, 1, tzinfo=BANGKOK)
    assert reading.n == 1


def test_september_has_four_letters_too(tmp_path):
    reading = one(tmp_path, HEAD + b"1,30-Sept-26,9\n2,30-Sep-26,9\n", formats=("%d-%b-%y",))
    assert reading.latest == datetime(2026, 9, 30, tzinfo=BANGKOK)


@pytest.mark.parametrize(
    "local", ["2015-11-01T01:30:00", "2015-03-08T02:30:00", "2015-07-01T00:00:00", "1999-12-31T23:59:59"]
)
def test_wall_clocks_follow_the_zone_as_python_reads_it(tmp_path, local):
    zone = ZoneInfo("America/New_York")
    reading = one(tmp_path, HEAD + f"1,{local},9\n2,2015-01-01,9\n3,1999-01-01,9\n".encode(), timezone=zone)
    due = max(
        datetime.fromisoformat(local).replace(tzinfo=zone), datetime(2015, 1, 1, tzinfo=zone), key=datetime.timestamp
    )
    assert reading.latest.timestamp() == due.timestamp()


# ---------------------------------------------------------------- the frame


def test_a_row_at_the_instant_of_asking_is_known_and_inside(tmp_path):
    stamps = [AS_OF - timedelta(seconds=1), AS_OF, AS_OF + timedelta(seconds=1)]
    content = HEAD + "".join(f"{n},{stamp.isoformat()},9\n" for n, stamp in enumerate(stamps)).encode()
    assert one(tmp_path, content).n == 2
    assert one(tmp_path, content, ask=Measure("nps", "s", window=Window("last", last=timedelta(days=1)))).n == 2


def test_what_lies_ahead_is_not_known():
    metric = REGISTRY.metrics["first_response_time"]
    row = {"created_at": "2026-03-01T09:00:00Z", "first_response_at": "2026-03-01T11:00:00Z"}
    before = datetime(2026, 3, 1, 10, tzinfo=UTC)
    assert read_metric(metric, [row], as_of=before).details["unanswered"] == 1
    assert read_metric(metric, [row]).value == 7200


@pytest.mark.parametrize(
    ("as_of", "value", "status"), [("2026-01-31", None, "no_data"), ("2026-02-02", 0, "ok"), ("2026-03-02", 1, "ok")]
)
def test_a_count_of_the_past_is_that_of_the_file_as_it_was(as_of, value, status):
    rows = [{"created_at": "2026-02-01"}, {"created_at": "2026-03-01"}]
    window = Window("fixed", start=date(2026, 3, 1), end=date(2026, 3, 31))
    asked = {"as_of": datetime.fromisoformat(as_of).replace(tzinfo=UTC), "window": window}
    check_metric(REGISTRY.metrics["contact_volume"], rows, {"value": value, "status": status}, **asked)


def test_planned_times_stay_and_last_to_the_end_of_their_day():
    metric = REGISTRY.metrics["sla_attainment"]
    rows = [
        {"created_at": "2026-03-01", "due_at": "2026-03-05", "resolved_at": "2026-03-05T23:59:59Z"},
        {"created_at": "2026-03-01", "due_at": "2026-03-05", "resolved_at": "2026-03-06T00:00:00Z"},
        {"created_at": "2026-03-01", "due_at": "2026-12-31", "resolved_at": ""},
        {"created_at": "2026-03-01", "due_at": "", "resolved_at": ""},
    ]
    check_metric(metric, rows, {"value": 50, "excluded": {"undecided": 1, "no_target": 1}})
    check_metric(metric, rows, {"numerator": 2, "denominator": 3}, parameters={"undecided": "met"})


def test_the_version_of_that_day_counts():
    source = SourceSettings("x", "csv", dedup=Dedup("ticket_id", "updated_at"), exclude={"status": ("spam",)})
    rows = [
        {"ticket_id": "1", "created_at": "2026-03-01", "updated_at": "2026-03-02", "resolved_at": "", "status": "open"},
        {
            "ticket_id": "1",
            "created_at": "2026-03-01",
            "updated_at": "2026-03-04",
            "resolved_at": "2026-03-04",
            "status": "ok",
        },
        {
            "ticket_id": "2",
            "created_at": "2026-03-01",
            "updated_at": "2026-03-01",
            "resolved_at": "2026-03-01",
            "status": "ok",
        },
        {
            "ticket_id": "2",
            "created_at": "2026-03-01",
            "updated_at": "2026-03-05",
            "resolved_at": "2026-03-01",
            "status": "spam",
        },
    ]
    metric = REGISTRY.metrics["resolution_time"]
    check_metric(metric, rows, {"n": 1, "value": 3 * 86400, "excluded": {"duplicate": 2}}, source=source)
    early = datetime(2026, 3, 3, tzinfo=UTC)
    check_metric(metric, rows, {"n": 1, "value": 0, "unanswered": 1}, source=source, as_of=early)


@pytest.mark.parametrize(
    ("column", "said"), [("version", "`version` is text"), ("segment", "`segment` is text"), ("score", None)]
)
def test_versions_are_put_in_order_by_a_time_or_a_number(tmp_path, column, said):
    content = b"id,when,score,version\n1,2026-10-02,9,9\n1,2026-10-02,10,10\n"
    columns = {**SURVEY, "segment": "version"}
    reading = one(tmp_path, content, columns=columns, dedup=Dedup("response_id", column))
    if said is None:
        assert (reading.n, reading.excluded) == (1, {"duplicate": 1})
    else:
        assert f"{said}, in which 10 comes before 9" in reading.reason


def test_windows_are_half_open_days_in_the_zone():
    window = Window("fixed", start=date(2026, 10, 1), end=date(2026, 10, 31))
    stretch = resolve(window, QUARTER, AS_OF, BANGKOK)
    assert (stretch.start, stretch.end) == (
        datetime(2026, 10, 1, tzinfo=BANGKOK), datetime(2026, 11, 1, tzinfo=BANGKOK)
    )  # fmt: skip
    assert resolve(Window(), QUARTER, AS_OF, BANGKOK).span.end == AS_OF
    last = resolve(Window("last", last=timedelta(days=30)), QUARTER, AS_OF, BANGKOK)
    assert (last.start, last.closing) == (AS_OF - timedelta(days=30), AS_OF)


def test_thirty_days_are_thirty_days_over_a_change_of_the_clocks():
    zone = ZoneInfo("America/New_York")
    local, as_of = datetime(2015, 11, 10, 9, tzinfo=zone), datetime(2015, 11, 10, 14, tzinfo=UTC)
    window = Window("last", last=timedelta(days=30))
    assert resolve(window, QUARTER, local, zone) == resolve(window, QUARTER, as_of, zone)
    assert resolve(window, QUARTER, local, zone).start == datetime(2015, 10, 11, 10, tzinfo=zone)


@pytest.mark.parametrize(
    ("where", "n"),
    [
        ({"channel": "email"}, 2),
        ({"channel": ["email", "chat"]}, 3),
        ({"channel": {"not": "email"}}, 2),
        ({"channel": None}, 1),
        ({"score": {"at_least": 7}}, 2),
        ({"score": {"at_least": "7", "at_most": 9}}, 1),
        ({"responded_at": {"at_least": "2026-02-02", "at_most": "2026-02-03"}}, 2),
        ({"responded_at": "2026-02-01"}, 1),
        ({"segment": 7}, 2),
        ({"segment": {"at_least": 8}}, 1),
        ({"channel": "email", "segment": "7.0"}, 1),
    ],
)
def test_where(where, n):
    rows = [
        {"channel": "email", "score": 10, "segment": "7", "responded_at": "2026-02-01T23:00:00Z"},
        {"channel": "email", "score": 9, "segment": "8", "responded_at": "2026-02-02"},
        {"channel": "chat", "score": 2, "segment": "07", "responded_at": "2026-02-03T23:59:59Z"},
        {"channel": "", "score": 3, "segment": "x", "responded_at": "2026-02-04"},
    ]
    assert read_metric(REGISTRY.metrics["nps"], rows, where=where).n == n


def test_a_condition_that_no_row_meets_says_so():
    rows = [{"channel": "email", "created_at": "2026-03-01", "is_complaint": "yes"}]
    said = "no row in the window meets `where`"
    for name, value, where, due in [
        ("contact_volume", 0, {"channel": "emial"}, said),
        ("complaint_rate", None, {"channel": "emial"}, said),
        ("open_backlog", 0, {"channel": "emial"}, "no row meets `where`"),
        ("contact_volume", 1, {"channel": "email"}, None),
        ("contact_volume", 0, {"channel": "email", "created_at": {"at_least": "2026-03-02"}}, said),
    ]:
        reading = check_metric(REGISTRY.metrics[name], rows, {"value": value}, where=where)
        assert reading.reason == due


# ---------------------------------------------------------------- what the core applies


def test_the_last_answer_of_each_respondent():
    rows = [
        {"respondent_id": "a", "responded_at": "2026-02-01", "score": 3},
        {"respondent_id": "a", "responded_at": "2026-03-01", "score": 10},
        {"respondent_id": "a", "responded_at": "2026-04-01", "score": ""},
        {"respondent_id": "", "responded_at": "2026-03-01", "score": 10},
        {"respondent_id": "b", "responded_at": "2026-03-01", "score": 7},
    ]
    due = {"value": 50, "n": 2, "excluded": {"missing": 1, "anonymous": 1, "duplicate": 1}}
    check_metric(REGISTRY.metrics["nps"], rows, due, parameters={"answers": "latest"})


def test_answers_that_give_way_are_counted_beside_the_versions_of_a_row():
    source = SourceSettings("x", "csv", dedup=Dedup("response_id", "responded_at"))
    said = [
        ("1", "2026-02-01", "a", 0),
        ("1", "2026-02-02", "a", 5),
        ("2", "2026-02-03", "a", 9),
        ("3", "2026-02-03", "b", 9),
    ]
    rows = [dict(zip(("response_id", "responded_at", "respondent_id", "score"), row, strict=True)) for row in said]
    due = {"value": 100, "n": 2, "excluded": {"duplicate": 2}}
    check_metric(REGISTRY.metrics["nps"], rows, due, parameters={"answers": "latest"}, source=source)


@pytest.mark.parametrize("scores", [(3, 10), (10, 3)])
def test_of_two_answers_with_one_key_and_time_the_order_in_the_file_does_not_choose(scores):
    rows = [{"response_id": "1", "responded_at": "2026-02-01", "respondent_id": "a", "score": n} for n in scores]
    check_metric(REGISTRY.metrics["nps"], rows, {"value": 100, "n": 1}, parameters={"answers": "latest"})


@pytest.mark.parametrize(("name", "scale"), [("nps", [0, 10]), ("csat_mean", [0, 10]), ("item_response_rate", [0, 10])])
def test_an_answer_outside_the_scale_may_fail_the_reading(name, scale):
    options = {"scale": scale, "out_of_scale": "error"}
    failed = read_metric(REGISTRY.metrics[name], [{"score": 11}, {"score": 9}], parameters=options)
    assert failed.status == "source_failed"
    assert "1 answer lies outside the scale of 0 to 10, and" in failed.reason


def test_small_samples_are_flagged_not_hidden():
    metric = REGISTRY.metrics["csat"]
    rows = [{"score": 5}] * 29
    assert read_metric(metric, rows).status == "insufficient_sample"
    assert read_metric(metric, [*rows, {"score": 1}]).status == "ok"
    assert read_metric(metric, rows, parameters={"min_sample": 10}).status == "ok"
    none = read_metric(metric, [{"score": 1}] * 10)
    assert (none.value, none.n, none.interval[0]) == (0, 10, 0)


def test_totals_are_pooled_and_state_no_sample():
    rows = [
        {"period": "2026-01-31", "complaints": 1, "customers": 10},
        {"period": "2026-02-28", "complaints": 1, "customers": "90"},
    ]
    reading = check_metric(
        REGISTRY.metrics["complaint_rate"], rows, {"value": 2, "n": None, "status": "ok", "interval": None}
    )
    assert (reading.numerator, reading.denominator) == (2, 100)
    exact = read_metric(REGISTRY.metrics["complaint_rate"], rows, parameters={"interval": "poisson"})
    assert float(exact.interval[0]) == pytest.approx(0.24221, abs=1e-5)
    assert float(exact.interval[1]) == pytest.approx(7.22469, abs=1e-5)


def test_rows_of_which_none_can_be_measured_are_not_no_rows():
    rows = [{"score": ""}, {"score": ""}, {"score": 99}]
    reading = check_metric(REGISTRY.metrics["csat"], rows, {"value": None, "n": 0, "status": "no_data"})
    scale = "the scale is 1 to 5, and the cells of `score` look like `99`: write their own scale by"
    assert (
        reading.reason == f"no row can be measured: 2 missing, 1 out_of_scale; {scale} `with: {{scale: [low, high]}}`"
    )
    young = [{"created_at": AS_OF.isoformat()}]
    asked = {"parameters": {"threshold": "1 h"}, "as_of": AS_OF}
    reading = check_metric(REGISTRY.metrics["resolved_within_rate"], young, {"status": "no_data"}, **asked)
    assert reading.reason == "no row can be measured: 1 undecided"


def test_nothing_below_the_line_is_no_data_and_says_so():
    rows = [{"period": "2026-01-31", "complaints": 1, "customers": 0}]
    reading = check_metric(REGISTRY.metrics["complaint_rate"], rows, {"value": None, "status": "no_data"})
    assert reading.reason == "what stands below the line sums to zero"


def test_complaints_may_be_counted_per_thousand():
    rows = [{"period": "2026-01-31", "complaints": 3, "customers": 1000}]
    ask = {"per": 1000, "interval": "poisson"}
    reading = check_metric(REGISTRY.metrics["complaint_rate"], rows, {"value": 3, "unit": ""}, parameters=ask)
    assert [float(end) for end in reading.interval] == pytest.approx([0.618672, 8.767273], abs=1e-6)
    cases = [{"is_complaint": n < 3} for n in range(60)]
    check_metric(REGISTRY.metrics["complaint_rate"], cases, {"value": 50, "unit": ""}, parameters={"per": 1000})


def test_a_weight_that_is_asked_for_must_be_mapped(tmp_path):
    reading = one(tmp_path, HEAD + ROWS, ask=Measure("nps", "s", {"weighted": True}))
    assert "map `weight`" in reading.reason


def test_several_accounts_are_summed_and_each_needs_a_base():
    metric = REGISTRY.metrics["follower_growth"]
    window = Window("fixed", start=date(2026, 2, 1), end=date(2026, 2, 28))
    as_of = datetime(2026, 3, 1, tzinfo=UTC)
    rows = [
        {"date": "2026-01-30", "account": "a", "followers": 100, "blocks": 10},
        {"date": "2026-02-28", "account": "a", "followers": 120, "blocks": 12},
        {"date": "2026-02-01", "account": "b", "followers": 10},
        {"date": "2026-02-01", "account": "b", "followers": 8},
        {"date": "2026-02-27", "account": "b", "followers": 12},
    ]
    due = {"value": 20, "base": 100, "current": 120, "net": 20, "base_at": "2026-01-30", "status": "ok"}
    check_metric(metric, rows, due, window=window, as_of=as_of)
    check_metric(metric, [*rows[:2], rows[4]], {"value": None, "status": "no_data"}, window=window, as_of=as_of)
    stale = check_metric(
        metric, rows, {"status": "stale"}, window=window, as_of=as_of, parameters={"max_staleness": "1 d"}
    )
    assert "2026-01-30, 2 days before 2026-02-01" in stale.reason
    zero = [{"date": "2026-02-01", "followers": 0}, {"date": "2026-02-28", "followers": 5}]
    check_metric(metric, zero, {"value": None, "status": "undefined"}, window=window, as_of=as_of)


def test_business_hours_skip_nights_weekends_and_holidays():
    metric = REGISTRY.metrics["first_response_time"]
    hours = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "18:00"}
    row = {"created_at": "2026-01-09T17:00:00", "first_response_at": "2026-01-13T10:00:00"}  # Friday to Tuesday
    options = {"clock": "business", "business_hours": hours}
    check_metric(metric, [row], {"value": (1 + 9 + 1) * 3600}, parameters=options, timezone="Asia/Bangkok")
    options["holidays"] = ["2026-01-12"]
    check_metric(metric, [row], {"value": 2 * 3600}, parameters=options, timezone="Asia/Bangkok")


def test_messages_become_tickets_by_their_first_question():
    metric = REGISTRY.metrics["answered_within_rate"]
    window = Window("fixed", start=date(2026, 2, 1), end=date(2026, 2, 28))
    said = [
        ("a", "2026-01-31T23:00:00Z", "customer", "true"),  # asked before the window, so it belongs to another one
        ("a", "2026-02-01T00:10:00Z", "customer", "true"),
        ("b", "2026-02-28T23:50:00Z", "customer", "true"),  # answered after the window, and counts as answered
        ("b", "2026-03-01T00:10:00Z", "agent", "true"),
        ("c", "2026-02-02T09:00:00Z", "agent", "true"),  # an agent's own opening is no answer
        ("c", "2026-02-02T09:30:00Z", "customer", ""),
        ("c", "2026-02-02T09:31:00Z", "agent", "false"),
        ("c", "2026-02-02T11:31:00Z", "agent", ""),
    ]
    rows = [dict(zip(("ticket_id", "at", "author_role", "public"), row, strict=True)) for row in said]
    check_metric(metric, rows, {"numerator": 1, "denominator": 2}, parameters={"threshold": "1 h"}, window=window)


@pytest.mark.parametrize(("unit", "buyers"), [("order", 2), ("day", 1)])
def test_orders_count_once_and_days_are_those_of_the_zone(unit, buyers):
    said = [
        ("1", "2026-10-02T23:30:00+07:00", "a"),
        ("2", "2026-10-02T17:30:00Z", "a"),  # half past midnight in Bangkok: the next day
        ("3", "2026-10-05", "b"),
        ("3", "2026-10-05", "b"),  # one order of two lines
        ("4", "2026-10-05", ""),
        ("5", "2026-10-05T08:00:00", "c"),
        ("6", "2026-10-05T18:00:00", "c"),
    ]
    rows = [dict(zip(("order_id", "order_date", "customer_id"), row, strict=True)) for row in said]
    due = {"numerator": buyers, "denominator": 3, "excluded": {"anonymous": 1}}
    metric = REGISTRY.metrics["repeat_purchase_rate"]
    check_metric(metric, rows, due, parameters={"order_unit": unit}, timezone="Asia/Bangkok")


@pytest.mark.parametrize(
    ("first", "last", "status"),
    [
        ("2026-01-25", "2026-02-22", "ok"),
        ("2026-01-24", "2026-02-22", "stale"),
        ("2026-02-01", "2026-02-21", "stale"),
        ("2026-02-02", "2026-02-28", "no_data"),
        ("2026-02-01", "2026-03-01", "stale"),  # the end is excluded, so the one level is that of the start
    ],
)
def test_a_level_may_be_a_week_old_at_either_end(first, last, status):
    rows = [{"date": first, "followers": 100}, {"date": last, "followers": 120}]
    window = Window("fixed", start=date(2026, 2, 1), end=date(2026, 2, 28))
    check_metric(REGISTRY.metrics["follower_growth"], rows, {"status": status}, window=window)


def test_a_review_counts_in_its_latest_version():
    metric = REGISTRY.metrics["positive_review_count"]
    rows = [
        {"review_id": "a", "created_at": "2025-02-01", "rating": 5},
        {"review_id": "a", "created_at": "2025-02-01", "updated_at": "2026-03-01", "rating": 2},
        {"review_id": "b", "created_at": "2025-02-01", "rating": 4},
        {"review_id": "c", "created_at": "2026-02-01", "rating": 5},
        {"review_id": "d", "created_at": "2026-02-01", "rating": 5, "deleted_at": "2026-05-01"},
    ]
    check_metric(metric, rows, {"value": 2, "status": "ok"})
    check_metric(metric, rows, {"value": 4}, as_of=datetime(2026, 2, 15, tzinfo=UTC))
    check_metric(metric, rows, {"value": 1}, parameters={"count": "new"})


@pytest.mark.parametrize(("first", "last", "value"), [(2, 5, 0), (5, 2, 1)])
def test_a_version_that_was_written_later_does_not_count_for_the_past(first, last, value):
    said = {"review_id": "a", "created_at": "2026-02-01"}
    rows = [{**said, "rating": first}, {**said, "updated_at": "2026-03-01", "rating": last}]
    then = datetime(2026, 2, 15, tzinfo=UTC)
    metric = REGISTRY.metrics["positive_review_count"]
    past = check_metric(metric, rows, {"value": value}, as_of=then)
    assert past.reason == "1 row of the source was changed later: what stood there before may be lost"
    overwritten = check_metric(metric, rows[1:], {"value": 1 - value}, as_of=then)
    assert overwritten.reason == past.reason
    assert check_metric(metric, rows, {"value": 1 - value}).reason is None
    kept = SourceSettings("x", "csv", dedup=Dedup("review_id", "updated_at"))
    assert check_metric(metric, rows, {"value": value}, as_of=then, source=kept).reason is None


@pytest.mark.parametrize(
    ("last", "value", "excluded"),
    [
        ({"updated_at": "2026-03-02", "rating": "5"}, 1, {}),
        ({"updated_at": "2026-03-02", "rating": ""}, 0, {"missing": 1}),
        ({"updated_at": "2026-03-02", "rating": "0"}, 0, {"out_of_scale": 1}),
        ({"updated_at": "2026-03-02", "rating": "", "deleted_at": "2026-03-02"}, 0, {"missing": 1}),
        ({"rating": "", "deleted_at": "2026-03-02"}, 0, {"missing": 1}),
        ({"updated_at": "2026-02-02", "rating": ""}, 1, {"missing": 1}),
    ],
)
def test_a_version_without_a_rating_makes_the_one_before_obsolete(last, value, excluded):
    metric = REGISTRY.metrics["positive_review_count"]
    rows = [{"review_id": "a", "created_at": "2026-02-01", "updated_at": "2026-03-01", "rating": "4"}]
    rows.append({"review_id": "a", "created_at": "2026-02-01", **last})
    check_metric(metric, rows, {"value": value, "excluded": excluded})
    check_metric(metric, rows[::-1], {"value": value, "excluded": excluded})


# ---------------------------------------------------------------- definitions

HOURS = [
    {"days": ["mon", "fri"], "open": "09:00", "close": "18:00"},
    {"close": "18:00", "open": "09:00", "days": ["mon", "fri"]},
]


def test_a_definition_changes_with_what_it_means_and_with_nothing_else(tmp_path):
    def definition(ask, **settings):
        return one(tmp_path, HEAD + ROWS, ask=ask, **settings).definition

    first = definition(Measure("nps", "s"))
    assert first == definition(Measure("nps", "s", {"promoter_min": 9}))
    assert first == definition(Measure("nps", "s"), path="data/*.csv")
    assert first == definition(Measure("nps", "s"), refreshes="7 d")
    tickets = {"ticket_id": "id", "created_at": "when", "first_response_at": "when"}
    asks = [Measure("first_response_time", "s", {"business_hours": hours, "clock": "business"}) for hours in HOURS]
    short, same = (definition(ask, columns=tickets) for ask in asks)
    assert short == same is not None
    others = [
        definition(Measure("enps", "s")),
        definition(Measure("nps", "s", {"promoter_min": 10})),
        definition(Measure("nps", "s", {}, {"id": 1})),
        definition(Measure("nps", "s", window=Window("last", last=timedelta(days=30)))),
        definition(Measure("nps", "s"), values={"score": Values(missing=("0",))}),
        definition(Measure("nps", "s"), timezone=ZoneInfo("UTC")),
        definition(Measure("nps", "s"), options={"encoding": "cp874"}),
        definition(Measure("nps", "s"), decimal=","),
        definition(Measure("nps", "s"), formats=("%Y-%m-%d",)),
        definition(Measure("nps", "s"), exclude={"id": ("2",)}),
        definition(Measure("nps", "s"), dedup=Dedup("response_id", "responded_at")),
        definition(Measure("nps", "s"), columns={**SURVEY, "score": "id"}),
        definition(Measure("nps", "s", {"reversed": True})),
        definition(Measure("nps", "s", window=Window("fixed", start=date(2026, 10, 1), end=date(2026, 10, 31)))),
    ]
    assert len({first, *others}) == 1 + len(others)


def test_a_new_version_of_a_metric_is_another_definition():
    metric = REGISTRY.metrics["nps"]
    rows = [{"score": 9}]
    assert read_metric(metric, rows).definition != read_metric(replace(metric, version=2), rows).definition


# ---------------------------------------------------------------- for plugin authors


def test_check_metric_names_what_differs():
    with pytest.raises(AssertionError, match=r"nps: `value` is 100.0, 99 is due"):
        check_metric(REGISTRY.metrics["nps"], [{"score": 9}], {"value": 99})


def test_a_metric_of_ones_own_is_twenty_lines():
    def loud(answers, *, at: int = 10) -> Rate:
        """Percent of the loudest answers. Higher is better."""
        return Rate(answers.score == at, details={"quiet": answers.score < at}, excluded={"silent": answers.score == 0})

    metric = Metric("loud", loud, record="survey_response", needs=("score",), scale=(0, 10), unit="%", better="higher")
    due = {"value": 50, "n": 2, "quiet": 1, "excluded": {"silent": 1}}
    check_metric(metric, [{"score": 10}, {"score": 1}, {"score": 0}], due)
    check_metric(metric.preset("loudish", title="x", at=1), [{"score": 10}, {"score": 1}], {"value": 50})


def test_a_not_finite_number_of_an_engine_is_an_error():
    from okrengine.errors import SourceError
    from okrengine.measure.finding import Found

    for wrong in (float("nan"), float("inf"), 0.5):
        with pytest.raises(SourceError):
            Found({"x": wrong}).exact("x")
    assert Found({"x": 3}).exact("x") == Fraction(3)


def test_samples_are_masked():
    assert mask("Nok 0812345678") == "xxx 9999999999"
    assert mask("ก\x00\u202eข") == "x??x"
    assert len(mask("a" * 1000)) < 50


def test_however_many_metrics_a_window_is_one_query_and_the_file_is_read_once(tmp_path, monkeypatch):
    run_before, texts = engine.compiled, []
    monkeypatch.setattr(engine, "compiled", lambda *given: texts.append(run_before(*given)) or texts[-1])
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_bytes(HEAD + ROWS)
    source = SourceSettings("s", "csv", "data/x.csv", columns=SURVEY)
    month = Window("last", last=timedelta(days=30))
    asks = [Measure("nps", "s", {"promoter_min": n}, {"score": {"not": n}}) for n in (8, 9, 10)]

    def queries(wanted):
        texts.clear()
        run(tmp_path, wanted, [source])
        assert sum('"raw"' in text for text in texts) == 1
        return len(texts)

    alone = queries(asks[:1])
    assert queries(asks) == alone
    assert queries([*asks, *(replace(ask, window=month) for ask in asks)]) == alone + 1


def test_sources_are_announced_once(tmp_path):
    heard = []
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_bytes(HEAD + ROWS)
    settings = Settings(timezone=BANGKOK, sources={"s": SourceSettings("s", "csv", "data/x.csv", columns=SURVEY)})
    asks = [Ask("a", Measure("nps", "s"), QUARTER), Ask("b", Measure("nps", "s", {"promoter_min": 10}), QUARTER)]
    measure(
        asks,
        settings=settings,
        registry=REGISTRY,
        root=tmp_path,
        as_of=AS_OF,
        on_source=lambda *told: heard.append(told),
    )
    assert heard == [("s", 1, 1)]


def test_a_sum_that_overflows_fails_without_showing_the_numbers():
    def huge(rows):
        """Multiplies what is too large."""
        return Count(total=rows.score * rows.score * rows.score)

    metric = Metric("huge", huge, record="survey_response", needs=("score",))
    reading = read_metric(metric, [{"score": "123456789012345678901234"}])
    assert reading.status == "source_failed"
    assert "1234" not in reading.reason


@pytest.mark.parametrize(
    ("hit", "due"),
    [
        (lambda rows: rows.priority == rows.channel, 0),
        (lambda rows: rows.priority != "high", 0),
        (lambda rows: ~(rows.priority == "high"), 0),
        (lambda rows: ~(rows.priority == "high").fill_null(False), 100),  # noqa: FBT003
        (lambda rows: rows.severity.fill_null(0) == 0, 100),
        (lambda rows: rows.priority.isnull(), 100),
    ],
)
def test_a_column_that_is_absent_reads_as_empty_in_every_row(hit, due):
    """Ibis compares with a bare null by `IS NULL`: two columns of which one is absent would be alike where empty."""
    metric = Metric(
        "hits", lambda rows: Rate(hit(rows)), record="ticket", heeds=("priority", "severity"), uses=("channel",)
    )
    check_metric(metric, [{"channel": ""}, {"channel": "phone"}], {"value": due, "n": 2})
    if due != 100:
        check_metric(
            metric, [{"channel": "", "priority": ""}, {"channel": "a", "priority": ""}], {"value": due, "n": 2}
        )
