"""Files of text, JSON and Parquet as sources: every way that an export may be written, and what is refused by name."""

import gzip
import json
import random
from datetime import UTC, date, datetime, time, timedelta
from decimal import Context, Decimal
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, SourceSettings, Values
from okrengine.errors import SourceError
from okrengine.measure import Ask, measure
from okrengine.measure.opening import open_source
from okrengine.model import Cycle, Measure, Window
from okrengine.registry import find

REGISTRY = find()
BANGKOK = ZoneInfo("Asia/Bangkok")
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, tzinfo=BANGKOK)
SURVEY = {"response_id": "id", "responded_at": "when", "score": "score"}
THAI = "รหัส,วันที่,คำตอบ\n1,2026-10-02,พอใจมาก\n2,2026-10-03,ไม่พอใจ\n"
KIND = {"json": "json", "jsonl": "json", "parquet": "parquet"}


def rows_of(  # noqa: PLR0913  what a source may say
    folder, content, columns, name="x.csv", *, types=None, decimal=".", values=None, **options
):
    """The cells of columns, row by row, as text or as the `types` that are asked for."""
    (folder / "data").mkdir(exist_ok=True)
    if content is not None:
        (folder / "data" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    kind = KIND.get(name.rpartition(".")[2], "csv")
    settings = SourceSettings(
        "s", kind, path=f"data/{name}", options=options, columns={c: c for c in columns}, decimal=decimal,
        values=dict.fromkeys(columns, values) if values else {},
    )  # fmt: skip
    wanted = dict.fromkeys(columns, "cat") | (types or {})
    opened = open_source(settings, REGISTRY.sources[kind], folder, wanted, BANGKOK)
    try:
        if said := opened.complaint(list(columns), ()):
            raise SourceError(said)
        names = [column for name in columns for column in opened.columns[name].stored if not column.endswith("~bad")]
        return [[row[name] for name in names] for row in opened.engine.rows(opened.base.select(*names))]
    finally:
        opened.engine.close()


def refused(folder, content, columns=("a",), name="x.csv", **said):
    with pytest.raises(SourceError) as caught:
        rows_of(folder, content, columns, name, **said)
    assert str(folder) not in str(caught.value)
    return str(caught.value)


def one(folder, content, name="x.csv", *, ask=None, **settings):
    """One reading, of nps unless something else is asked."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / name).write_bytes(content.encode())
    source = SourceSettings("s", "csv", path=f"data/{name}", columns=SURVEY, **settings)
    whole = Settings(timezone=BANGKOK, sources={"s": source})
    asked = [Ask("a", ask or Measure("nps", "s"), QUARTER)]
    (reading,) = measure(asked, settings=whole, registry=REGISTRY, root=folder, as_of=AS_OF)
    return reading


# ---------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "cp874", "tis-620", "iso8859-11", "utf-16", "utf-16-le", "UTF_16", "utf-32"]
)
def test_text_is_read_in_the_encoding_that_is_declared(tmp_path, encoding):
    found = rows_of(tmp_path, THAI.encode(encoding), ["รหัส", "คำตอบ"], encoding=encoding)
    assert sorted(found) == [["1", "พอใจมาก"], ["2", "ไม่พอใจ"]]


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("windows-1252", "café €"), ("latin-1", "Ünïcode"), ("shift_jis", "満足ソ表"), ("big5", "滿意")],
)
def test_other_languages_have_encodings_too(tmp_path, encoding, text):
    assert rows_of(tmp_path, f"a,b\n{text},1\n".encode(encoding), ["a"], encoding=encoding) == [[text]]


def test_a_letter_may_lie_across_two_pieces(tmp_path):
    rows = [f"{number},{'ก' * number}\n" for number in range(2_000)]
    content = ("a,b\n" + "".join(rows)).encode("utf-16")
    found = rows_of(tmp_path, content, ["a", "b"], encoding="utf-16")
    assert sorted(found) == sorted([str(number), "ก" * number or None] for number in range(2_000))


@pytest.mark.parametrize(
    ("content", "encoding", "said"),
    [
        (
            THAI.encode("cp874"),
            "utf-8",
            "x.csv, line 1: the byte 0xc3 is no UTF-8: it looks Thai: write `encoding: cp874`",
        ),
        (
            "a,b\n1,2\ncafé,3\n".encode("cp1252"),
            "utf-8",
            "x.csv, line 3: the byte 0xe9 is no UTF-8: write its `encoding:`",
        ),
        (b"a,b\n1,2\n3,\x81\n", "cp874", "x.csv, line 3: the byte 0x81 is no CP874: correct `encoding:`"),
        (b"a,b\r1,2\r3,\x81\r", "cp874", "x.csv, line 3: the byte 0x81 is no CP874"),
        ("a,b\n1,2\n".encode("utf-16"), "utf-8", "x.csv is UTF-16: write `encoding: utf-16`"),
        ("a,b\n1,2\n".encode("utf-16-le"), "utf-8", "x.csv is no text, since it has null bytes"),
        (b"a,b\n1,2\n", "cp999", "`encoding` is `cp999`, which is none that is known: write one of utf-8, cp874"),
        (b"a,b\n1,2\n", "rot13", "`encoding` is `rot13`, which is none that is known"),
        (b"a,b\n1,2\n", "base64", "`encoding` is `base64`, which is none that is known"),
        (b"a,b\n1,2\n", "unicode_escape", "which is none that is known"),
        (b"a,b\n1,2\n", "x" * 9_999 + "\x00", "which is none that is known"),
        (b"a,b\n1,2\n", "", "which is none that is known"),
    ],
)
def test_bytes_that_are_not_in_the_encoding_are_named(tmp_path, content, encoding, said):
    assert said in refused(tmp_path, content, encoding=encoding)


def test_a_bad_byte_far_down_is_named_by_its_line(tmp_path):
    rows = "".join(f"{number},ดีมาก\n" for number in range(200_000)).encode()
    content = b"a,b\n" + rows + "9,ดี".encode("cp874") + b"\n" + rows
    said = "x.csv, line 200,002: the byte 0xb4 is no UTF-8"
    assert said in refused(tmp_path, content, ["a", "b"])
    assert said in refused(tmp_path, zipped(content), ["a", "b"], "x.csv.gz").replace("x.csv.gz", "x.csv")


# ---------------------------------------------------------------- titles, totals, packed files


REPORT = 'Report "of" November, 2026\n\nid;when;score\n1;2026-10-02;9\n2;2026-10-03;3\nTotal;2 rows\n\n \n'


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_titles_above_and_totals_below_are_not_read(tmp_path, end, encoding):
    content = REPORT.replace("\n", end).encode(encoding)
    read = {"delimiter": ";", "header": 3, "footer": 1, "encoding": encoding}
    assert rows_of(tmp_path, content, ["id", "score"], **read) == [["1", "9"], ["2", "3"]]
    assert "x.csv, line 6: the header has 3 columns, this line 2" in refused(
        tmp_path, content, ["id"], **read | {"footer": 0}
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"header": 2}, "x.csv begins with an empty line: correct `header:`"),
        ({"header": 99}, "x.csv has no line 99: correct `header:`"),
        ({"header": 0}, "`header` is 0: write the number of the line"),
        ({"footer": -1}, "`footer` is -1: write how many lines"),
        ({"footer": 99}, "x.csv is empty: not even a header"),
        ({"delimiter": ";;"}, "`delimiter` is `;;`, and not one character"),
        ({"delimiter": ","}, 'the header is one cell; if `;` parts its names, write `delimiter: ";"`'),
    ],
)
def test_a_wrong_option_is_said(tmp_path, options, said):
    text = REPORT if "delimiter" not in options else REPORT.split("\n\n")[1]
    assert said in refused(tmp_path, text, ["id"], **{"delimiter": ";"} | options)


def test_a_footer_alone(tmp_path):
    assert rows_of(tmp_path, "a,b\n1,2\nTotal,2\n", ["a"], footer=1) == [["1"]]
    assert rows_of(tmp_path, "a,b\n1,2", ["a"], footer=1) == []


def test_packed_files(tmp_path):
    content = zipped(THAI.encode("cp874"))
    assert sorted(rows_of(tmp_path, content, ["รหัส"], "x.csv.gz", encoding="cp874")) == [["1"], ["2"]]
    two = zipped(b"a,b\n1,2\n") + zipped(b"3,4\n")
    assert sorted(rows_of(tmp_path, two, ["a"], "x.csv.gz")) == [["1"], ["3"]]
    assert rows_of(tmp_path, zipped(b'[{"a": 1}]'), ["a"], "x.json") == [["1"]]


def zipped(content):
    return gzip.compress(content, mtime=0)


def noise(size):
    return random.Random(4).randbytes(size).hex().encode()  # noqa: S311  no secret


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (zipped(b"a,b\n" + noise(9_000))[:-6_000], "x.csv.gz is cut off: its packed content has no end"),
        (zipped(b"a,b\n1,2\n")[:-8], "x.csv.gz is cut off"),
        (b"\x1f\x8b" + noise(100), "x.csv.gz is damaged: it does not unpack"),
        (zipped(b"a,b\n1,2\n")[:-8] + b"12345678", "x.csv.gz is damaged"),
    ],
    ids=["cut in the middle", "without its end", "no deflate", "another checksum"],
)
def test_a_bad_packed_file(tmp_path, content, said):
    assert said in refused(tmp_path, content, name="x.csv.gz")


def test_a_packed_file_that_grows_without_measure(tmp_path):
    bomb = zipped(b"a,b\n" + b"1,2\n" * 2**25)
    assert "x.csv.gz unpacks to more than 4 GiB or 200 times its size" in refused(tmp_path, bomb, name="x.csv.gz")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"PK\x03\x04\x00", "x.csv is a workbook or a zip file: write `type: excel`"),
        (b"\xd0\xcf\x11\xe0\x00", "x.csv is a workbook: write `type: excel`"),
        (b"PAR1\x00", "x.csv is a Parquet file: write `type: parquet`"),
        (b"SQLite format 3\x00", "x.csv is a database"),
        (b"%PDF-1.7", "x.csv is a PDF"),
        (b"BZh9", "x.csv is a packed file: unpack it"),
        (b"<!DOCTYPE html><html>", "x.csv is a page of the web or XML"),
        (b"\xef\xbb\xbf <?xml version='1.0'?>", "x.csv is a page of the web or XML"),
        (b'[{"a": 1}]', "x.csv is JSON: write `type: json`"),
        (b'{"a": 1}\n{"a": 2}\n', "x.csv is JSON: write `type: json`"),
        (b"a,b\n1,2\n\x00\x00\x00\x00", "x.csv is no text, since it has null bytes"),
        (b'a,"b\n' + b"1,2\n" * 9_999, "the header cannot be read"),
        (b"a,b\n1," + b"2" * 3_000_000 + b"\n", "x.csv, line 2: the line has more than 2 MB"),
    ],
)
def test_what_is_no_csv_is_named(tmp_path, content, said):
    assert said in refused(tmp_path, content)


def test_a_file_that_is_far_too_large_is_not_read(tmp_path):
    (tmp_path / "data").mkdir()
    with (tmp_path / "data" / "x.csv").open("wb") as file:
        file.write(b"a,b\n1,2\n")
        file.truncate(9 * 2**30)  # a hole, which needs no room
    assert refused(tmp_path, None) == "x.csv has more than 8 GiB: split it, or use Parquet"


def test_the_folder_of_copies_goes_with_the_connection(tmp_path, monkeypatch):
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert rows_of(tmp_path, "a,b\n1,2\n".encode("utf-16"), ["a"], encoding="utf-16") == [["1"]]
    assert "x.csv, line 3" in refused(tmp_path, "a,b\n1,2\n3\n".encode("utf-16"), encoding="utf-16")
    assert "no column" in refused(tmp_path, "a,b\n1,2\n".encode("utf-16"), ["q"], encoding="utf-16")
    assert list((tmp_path / "tmp").iterdir()) == []


def test_without_a_folder_for_what_is_temporary_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    said = refused(tmp_path, "a,b\n1,2\n".encode("utf-16"), encoding="utf-16")
    assert said == "no folder for what is temporary can be made: No such file or directory: name one by TMPDIR"


# ---------------------------------------------------------------- numbers with a decimal comma


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("1.200,50", "1200.50"), ("1200,5", "1200.5"), ("0,1", "0.1"), (",5", "0.5"), ("-3,25", "-3.25"), ("7", "7"),
        ("1.200", "1200"), ("1.234.567,891", "1234567.891"), ("+2,0", "2"), ("1,0000000001", "1.0000000001"),
    ],
)  # fmt: skip
def test_a_decimal_comma_that_is_declared(tmp_path, cell, value):
    ((found,),) = rows_of(tmp_path, f"a;b\n{cell};1\n", ["a"], types={"a": "num"}, decimal=",", delimiter=";")
    assert found == Decimal(value)


@pytest.mark.parametrize("cell", ["1,200.50", "1.5", "1.20,5", "12.00", "1,2,3", "1.2000", "1e3", "x", ",", "-"])
def test_a_number_of_the_other_kind_is_rejected(tmp_path, cell):
    said = refused(tmp_path, f'a;b\n"{cell}";1\n', types={"a": "num"}, decimal=",", delimiter=";")
    assert "1 of 1 cells of `a` are no numbers" in said
    assert "(x.csv, line 2)" in said


def test_without_a_declaration_a_comma_groups(tmp_path):
    ((found,),) = rows_of(tmp_path, 'a,b\n"1,200.50",1\n', ["a"], types={"a": "num"})
    assert found == Decimal("1200.50")
    assert "no numbers" in refused(tmp_path, 'a,b\n"1.200,50",1\n', types={"a": "num"})


def test_labels_and_codes_beside_a_decimal_comma(tmp_path):
    values = Values(missing=("99,9", "8.5"), labels={"good": Decimal("4.5")})
    text = "a;b\ngood;1\n99,9;1\n8,5;1\n3,5;1\n"
    found = rows_of(tmp_path, text, ["a"], types={"a": "num"}, decimal=",", values=values, delimiter=";")
    assert sorted(str(cell) for (cell,) in found) == ["3.5000000000", "4.5000000000", "None", "None"]


def test_where_reads_numbers_with_the_declared_mark(tmp_path):
    text = "id;when;score;paid\n1;2026-10-02;9,0;1.200,50\n2;2026-10-03;10;3,5\n"
    options = {"decimal": ",", "options": {"delimiter": ";"}}
    for where, n in (({"paid": Decimal("1200.5")}, 1), ({"paid": {"at_most": 10}}, 1), ({"paid": {"at_least": 3}}, 2)):
        assert one(tmp_path, text, ask=Measure("nps", "s", where=where), **options).n == n
    assert one(tmp_path, text, **options).definition != one(tmp_path, text, options={"delimiter": ";"}).definition


@pytest.mark.parametrize("name", ["x.json", "x.parquet"])
def test_numbers_that_are_typed_have_no_mark(tmp_path, name):
    if name == "x.parquet":
        write(tmp_path, name, a=["1"])
    content = None if name == "x.parquet" else b'[{"a": 1.5}]'
    said = refused(tmp_path, content, name=name, decimal=",", types={"a": "num"})
    assert "`decimal` under `parse:` is for files that are text" in said


# ---------------------------------------------------------------- where a rejected cell stands


def test_a_rejected_cell_says_its_line(tmp_path):
    text = 'a,b\n1,"two\nlines"\n2,x\noops,"y"\noops,z\n'
    assert "such as `xxxx` (x.csv, line 5)" in refused(tmp_path, text, types={"a": "num"})
    shifted = "Title\n\n" + text
    assert "such as `xxxx` (x.csv, line 7)" in refused(tmp_path, shifted, types={"a": "num"}, header=3)
    assert "such as `xxxx` (x.csv, line 5)" in refused(
        tmp_path, text.encode("utf-16"), types={"a": "num"}, encoding="utf-16"
    )
    lines = b'{"a": 1}\n{"b": 2}\n{"a": " oops"}\n'
    assert "such as `xxxx` (x.jsonl, record 3)" in refused(tmp_path, lines, name="x.jsonl", types={"a": "num"})
    array = b'[{"a": 1.50},\n{"a": 1e}]'.replace(b"1e}", b'"oops"}')
    assert "such as `xxxx` (x.json, record 2)" in refused(tmp_path, array, name="x.json", types={"a": "num"})


def test_the_file_of_a_rejected_cell_is_named(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "1.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "data" / "2.csv").write_text("b,A \n1,2\n7,oops\n", encoding="utf-8")
    assert "such as `xxxx` (2.csv, line 3)" in refused(tmp_path, None, name="*.csv", types={"a": "num"})


# ---------------------------------------------------------------- JSON


def test_json_inside_an_object(tmp_path):
    text = (
        '{"meta": {"data": [1], "text": "a \\" ] } {"}, "result": {"next": null, "items": [{"a": 1.5}, {"a": "[x}"}]}}'
    )
    assert rows_of(tmp_path, text, ["a"], "x.json", records="result.items") == [["1.5"], ["[x}"]]
    assert rows_of(tmp_path, '\ufeff{"data": [{"a": "ก"}]}', ["a"], "x.json", records="data") == [["ก"]]
    assert rows_of(
        tmp_path, '{"data": [{"a": 1}]}'.encode("utf-16"), ["a"], "x.json", records="data", encoding="utf-16"
    ) == [["1"]]


@pytest.mark.parametrize(
    ("text", "records", "said"),
    [
        (
            '{"data": [{"a": 1}], "more": 1}',
            "rows",
            "x.json has no `rows` for `records: rows`; there are `data`, `more`",
        ),
        ('{"data": {"a": 1}}', "data", "what stands under `records: data` is no array"),
        ('{"data": 7}', "data.items", "`records: data.items` leads through `items`, but nothing there is an object"),
        ('[{"a": 1}]', "data", "`records: data` leads through `data`, but nothing there is an object"),
        ('{"data": [{"a": 1}], "data": [{"a": 2}]}', "data", "an object has the key `data` twice"),
        ('{"data": [{"a": 1}', "data", "x.json is cut off: an array or object has no end"),
        ('{"data": [{"a": 1}]', "data", "this is not valid JSON, or cut off"),
        ("{}", "data", "x.json has no `data` for `records: data`; there are none"),
        ('{"data": []}', "data", "x.json: there is no row and so no column"),
        ("{data: []}", "data", "this is not valid JSON"),
        ('{"a": 1}\n{"a": 2}', "data", "x.json has no `data`"),
    ],
)
def test_a_wrapper_that_does_not_fit(tmp_path, text, records, said):
    assert said in refused(tmp_path, text, name="x.json", records=records)


@pytest.mark.parametrize(
    "number",
    [
        "99999999999999.99",  # sixteen digits: a double has one less
        "12345678901234567.8901",
        "-12345678901234567.8901",
        "0.0000000001234567890123",
        "1.2345678901234567e10",
        "9007199254740993",
        "123456789012345678901234567",
        "0.30000000000000004",
        "1.5",
    ],
)
def test_numbers_of_json_keep_every_digit(tmp_path, number):
    due = Decimal(number).quantize(Decimal(10) ** -10, context=Context(prec=38))
    for text, name in ((f'[{{"a": {number}}}]', "x.json"), (f'{{"b":"\\\\","a":{number}}}\n', "x.jsonl")):
        ((found,),) = rows_of(tmp_path, text, ["a"], name)
        assert Decimal(found) == Decimal(number)
        assert rows_of(tmp_path, text, ["a"], name, types={"a": "money"}) == [[due]]
    assert rows_of(tmp_path, f'{{"data": [{{"a": {number}}}]}}', ["a"], "x.json", records="data") == [[found]]


def test_numbers_of_json_that_are_text_or_not_json_stay_what_they_are(tmp_path):
    text = '[{"a": "is \\"99999999999999.99\\" 1.23456789012345678", "b": 99999999999999.99}]'
    assert rows_of(tmp_path, text, ["a", "b"], "x.json") == [
        ['is "99999999999999.99" 1.23456789012345678', "99999999999999.99"]
    ]
    assert "not valid JSON" in refused(tmp_path, '[{"a": 1.2345.6789012345678}]', name="x.json")
    assert "1 of 1 cells of `a`" in refused(tmp_path, '[{"a": 1e400}]', name="x.json", types={"a": "num"})


def test_json_in_other_encodings_and_with_a_mark(tmp_path):
    text = '[{"a": "พอใจ"}]'
    assert rows_of(tmp_path, "\ufeff" + text, ["a"], "x.json") == [["พอใจ"]]
    assert rows_of(tmp_path, text.encode("cp874"), ["a"], "x.json", encoding="cp874") == [["พอใจ"]]
    assert "x.json, line 1: the byte 0xbe is no UTF-8: it looks Thai" in refused(
        tmp_path, text.encode("cp874"), name="x.json"
    )
    assert "x.json is a workbook" in refused(tmp_path, b"PK\x03\x04", name="x.json")
    assert "`encoding` is `cp9`, which" in refused(tmp_path, text, name="x.json", encoding="cp9")


# ---------------------------------------------------------------- Parquet


def write(folder, name, **columns):
    """A Parquet file; a column is a list, or an array of pyarrow."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    (folder / "data").mkdir(exist_ok=True)
    pq.write_table(pa.table(columns), folder / "data" / name)


def arrow(values, kind):
    pa = pytest.importorskip("pyarrow")
    kinds = {
        "float": pa.float32(), "bytes": pa.binary(), "money": pa.decimal128(20, 4), "utc": pa.timestamp("us", "UTC"),
        "bangkok": pa.timestamp("ms", "Asia/Bangkok"), "naive": pa.timestamp("ns"), "list": pa.list_(pa.int64()),
        "map": pa.map_(pa.string(), pa.int64()), "object": pa.struct([("x", pa.int64())]),
    }  # fmt: skip
    return pa.array(values, kinds[kind])


def test_whole_floating_numbers_are_ids(tmp_path):
    write(
        tmp_path, "x.parquet", a=[1.0, 2.5, None, 4611686018427.0, 0.1, -0.0], b=arrow([1, 0.1, None, 2, 3, 4], "float")
    )
    found = [cell for (cell,) in rows_of(tmp_path, None, ["a"], "x.parquet")]
    assert sorted(map(str, found)) == ["0", "0.1", "1", "2.5", "4611686018427", "None"]
    found = [cell for (cell,) in rows_of(tmp_path, None, ["b"], "x.parquet")]
    assert sorted(map(str, found)) == ["0.1", "1", "2", "3", "4", "None"]
    numbers = [cell for (cell,) in rows_of(tmp_path, None, ["a"], "x.parquet", types={"a": "num"})]
    assert Decimal("0.1") in numbers


def test_a_number_that_is_none_is_rejected(tmp_path):
    write(tmp_path, "x.parquet", a=[1.0, float("nan"), float("inf")])
    assert "2 of 3 cells of `a` are no numbers" in refused(tmp_path, None, name="x.parquet", types={"a": "num"})


@pytest.mark.parametrize(
    ("values", "kind", "said"),
    [
        ([[1], []], "list", "the column `a` holds a list in each cell: write it as columns of their own"),
        ([[("k", 1)], []], "map", "the column `a` holds an object in each cell"),
        ([{"x": 1}, None], "object", "the column `a` holds an object in each cell"),
        ([9007199254740993.0, 1], None, "the column `a` holds floating numbers whose last digits are lost"),
        ([16777217.0, 1], "float", "the column `a` holds floating numbers whose last digits are lost"),
        ([b"\xff\xfe", b"a"], "bytes", "x.parquet: a column holds bytes that are no text"),
    ],
)
def test_a_column_that_cannot_be_mapped(tmp_path, values, kind, said):
    write(tmp_path, "x.parquet", a=values if kind is None else arrow(values, kind), b=["x", "y"])
    assert said in refused(tmp_path, None, name="x.parquet")
    assert rows_of(tmp_path, None, ["b"], "x.parquet") == [["x"], ["y"]]


def test_types_are_kept(tmp_path):
    pa = pytest.importorskip("pyarrow")
    at = datetime(2026, 10, 2, 3, tzinfo=UTC)
    write(
        tmp_path, "x.parquet", money=arrow([Decimal("19.9900")], "money"), utc=arrow([at], "utc"),
        bangkok=arrow([at], "bangkok"), naive=arrow([at.replace(tzinfo=None)], "naive"),
        word=pa.array(["ดี"]).dictionary_encode(), text=arrow(["ดี".encode()], "bytes"), day=[date(2026, 10, 2)],
        clock=[time(9)], big=[123456789012345678],
    )  # fmt: skip
    assert rows_of(tmp_path, None, ["money"], "x.parquet", types={"money": "money"}) == [[Decimal("19.99")]]
    for name in ("utc", "bangkok"):
        assert rows_of(tmp_path, None, [name], "x.parquet", types={name: "ts"}) == [[None, at.replace(tzinfo=None)]]
    for name, stamp in (("naive", at.replace(tzinfo=None)), ("day", datetime(2026, 10, 2))):  # noqa: DTZ001
        assert rows_of(tmp_path, None, [name], "x.parquet", types={name: "ts"}) == [[stamp, None]]
    assert rows_of(tmp_path, None, ["word", "text", "big"], "x.parquet") == [["ดี", "ดี", "123456789012345678"]]
    assert "no date and time" in refused(tmp_path, None, ["clock"], "x.parquet", types={"clock": "ts"})


def test_several_files_that_are_not_alike(tmp_path):
    at = datetime(2026, 10, 2, 3, tzinfo=UTC)
    write(tmp_path, "1.parquet", a=arrow([at], "utc"), b=["x"], c=[1])
    write(tmp_path, "2.parquet", a=arrow([at.replace(tzinfo=None)], "naive"), b=["y"])
    said = "`a` has a zone in one of 1.parquet and 2.parquet and none in the other: write both alike"
    assert refused(tmp_path, None, name="*.parquet", types={"a": "ts"}) == said
    assert sorted(rows_of(tmp_path, None, ["b", "c"], "*.parquet")) == [["x", "1"], ["y", None]]
    write(tmp_path, "3.parquet", b=["z"], c=[date(2026, 10, 2)])
    assert "a column has another type than in the other files" in refused(tmp_path, None, ["c"], "*.parquet")


def test_columns_of_one_name(tmp_path):
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    (tmp_path / "data").mkdir()
    table = pa.Table.from_arrays([pa.array([1]), pa.array([2])], names=["a", "A"])
    pq.write_table(table, tmp_path / "data" / "x.parquet")
    said = "x.parquet has more than one column `A`, whatever their case: rename one"
    assert refused(tmp_path, None, name="x.parquet") == said


@pytest.mark.parametrize("keep", [3, 60, -1])
def test_a_damaged_parquet_file_is_named(tmp_path, keep):
    write(tmp_path, "x.parquet", a=["x"] * 99)
    path = tmp_path / "data" / "x.parquet"
    path.write_bytes(path.read_bytes()[:keep])
    write(tmp_path, "y.parquet", a=["x"])
    assert refused(tmp_path, None, name="*.parquet") == "x.parquet: this is not a whole Parquet file"


# ---------------------------------------------------------------- a dead export


def survey(*days):
    return "id,when,score\n" + "".join(f"{number},{day},9\n" for number, day in enumerate(days))


def test_a_value_on_old_rows_names_the_newest_event(tmp_path):
    text = survey("2026-10-02", "2026-10-12T09:00")
    reading = one(tmp_path, text, refreshes="7 d")
    assert (reading.status, reading.n) == ("insufficient_sample", 2)
    said = "the newest event is of 2026-10-12 09:00, 40 days before the end of the window, and new data should come every 7 d"
    assert reading.reason == f"only 2 rows, where at least 30 are due; {said}"
    assert one(tmp_path, text, refreshes="7 d", ask=Measure("nps", "s", options={"min_sample": 1})).reason == said
    assert "newest" not in one(tmp_path, text, refreshes="6 w").reason
    assert "newest" not in one(tmp_path, text).reason


def test_a_window_that_has_closed_needs_no_newer_rows(tmp_path):
    october = Window("between", start=date(2026, 10, 1), end=date(2026, 10, 14))
    ask = Measure("nps", "s", window=october, options={"min_sample": 1})
    assert one(tmp_path, survey("2026-10-02", "2026-10-12"), refreshes="7 d", ask=ask).reason is None
    late = one(tmp_path, survey("2026-10-02", "2026-10-03"), refreshes="7 d", ask=ask)
    assert "2026-10-03 00:00, 12 days before the end of the window" in late.reason


def test_no_data_names_the_newest_event_before_the_window(tmp_path):
    reading = one(tmp_path, survey("2026-08-01", "2026-09-30T18:00"))
    assert (reading.status, reading.value) == ("no_data", None)
    assert reading.reason == "there is no row to measure in the window; the newest event is of 2026-09-30 18:00"
    assert one(tmp_path, "id,when,score\n").reason == "there is no row to measure in the window"
    elsewhere = one(tmp_path, survey("2026-10-02"), ask=Measure("nps", "s", where={"id": "x"}))
    assert elsewhere.reason == "no row in the window meets `where`"


def test_hours_are_said_as_hours(tmp_path):
    late = (AS_OF - timedelta(hours=30)).strftime("%Y-%m-%dT%H:%M")
    assert "03:00, 30 hours before the end" in one(tmp_path, survey(late), refreshes="1 d").reason


def test_options_are_written_in_yaml(tmp_path, okr):
    settings = {
        "version": 1,
        "sources": {
            "surveys": {
                "type": "csv", "path": "data/x.csv", "encoding": "cp874", "header": 3, "footer": 1, "delimiter": ";",
                "columns": SURVEY, "parse": {"decimal": ","}, "refreshes": "7 d",
            },
            "sheets": {"type": "excel", "path": "data/x.xlsx", "sheet": "S", "region": "B:F", "columns": SURVEY},
            "inbox": {"type": "json", "path": "data/x.json", "records": "data.items", "columns": SURVEY},
        },
    }  # fmt: skip
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    assert "OKR0" not in okr(tmp_path, "validate").stdout
    settings["sources"]["surveys"] |= {"encoding": "cp9", "refreshes": "often", "parse": {"decimal": "x"}}
    settings["sources"]["sheets"] |= {"region": "B"}
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    said = okr(tmp_path, "validate").stdout
    for part in ("`encoding` is `cp9`", "7 d", "`region` is `B`", 'write "." or ","'):
        assert part in said


def test_the_command_line_tells_a_dead_export(tmp_path, okr):
    (tmp_path / "data").mkdir()
    (tmp_path / "okrs").mkdir()
    (tmp_path / "data" / "x.csv").write_text(survey("2026-10-02", "2026-10-12T09:00"), encoding="utf-8")
    settings = {
        "version": 1,
        "sources": {"s": {"type": "csv", "path": "data/x.csv", "columns": SURVEY, "refreshes": "7 d"}},
    }
    result = {
        "id": "glad",
        "title": "They would recommend us",
        "metric": "nps",
        "source": "s",
        "baseline": 10,
        "target": 50,
    }
    okrs = {
        "version": 1, "cycle": "2026-Q4", "team": "t", "owner": "o",
        "objectives": [{"id": "people", "title": "Customers are glad", "key_results": [result]}],
    }  # fmt: skip
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    (tmp_path / "okrs" / "t.yaml").write_text(json.dumps(okrs), encoding="utf-8")
    said = "the newest event is of 2026-10-12 09:00, 40 days before the end of the window, and new data should come every 7 d"
    assert f"\n  {said}\n" in okr(tmp_path, "measure", "--as-of", "2026-11-21").stdout
    checked = okr(tmp_path, "checkin", "--by", "o", "--no-input", "--as-of", "2026-11-21T23:59:59Z")
    assert f"t/people/glad: {said}" in checked.stderr, checked
    settings["sources"]["s"]["refreshes"] = "8 w"
    (tmp_path / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    assert "newest event" not in okr(tmp_path, "measure", "--as-of", "2026-11-21").stdout
