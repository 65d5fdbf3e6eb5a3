"""What is far too large, too deep or too wide is refused by name, and costs no more than it takes to see that."""

import gzip
import io
import json
import sqlite3
import subprocess
import sys
import zipfile
from zoneinfo import ZoneInfo

import pytest

from okrengine import Database, Source
from okrengine.config import SourceSettings
from okrengine.measure.databases import open_database
from okrengine_plugins.sql.columns import Columns

duckdb = pytest.importorskip("duckdb")
MIB = 2**20


def test_of_a_wide_table_only_the_columns_that_are_read_cost(tmp_path):
    read = []

    def typed(kind):
        read.append(kind)
        return "string"

    declared = {f"c{number}": f"varchar({number})" for number in range(1990)}
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE t ({', '.join(f'{name} {kind}' for name, kind in declared.items())})")

    def query(sql):
        cursor = connection.execute(sql)
        return [column[0] for column in cursor.description], cursor.fetchall()

    source = Source(
        "wide",
        lambda _: Database("sqlite", "t", Columns(declared, typed), query, connection.close),
        files=False,
        reads="database",
    )
    settings = SourceSettings("s", "wide", columns={"score": "c7", "channel": "c9"})
    opened = open_database(settings, source, tmp_path, {"score": "cat", "channel": "cat"}, ZoneInfo("UTC"))
    opened.engine.close()
    assert opened.rows == 0
    assert set(read) == {"varchar(7)", "varchar(9)"}
    assert dict(Columns({"a": "x"}, str.upper)) == {"a": "X"}
    assert len(Columns(declared, typed)) == 1990


# ---------------------------------------------------------------- files that become more than they are


def packed(head, piece, times):
    made = io.BytesIO()
    with gzip.GzipFile(fileobj=made, mode="wb", mtime=0) as stream:
        stream.write(head)
        for _ in range(times):
            stream.write(piece)
    return made.getvalue()


def zipped(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return made.getvalue()


_OPEN = "http://schemas.openxmlformats.org/"
_MAIN = f'xmlns="{_OPEN}spreadsheetml/2006/main"'


def xlsx(rows):
    linked = f"{_OPEN}officeDocument/2006/relationships"
    relations = f'<Relationships xmlns="{_OPEN}package/2006/relationships"><Relationship Id="a" Type="{linked}/%s" '
    return zipped(
        {
            "_rels/.rels": f'{relations % "officeDocument"}Target="xl/workbook.xml"/></Relationships>',
            "xl/_rels/workbook.xml.rels": f'{relations % "worksheet"}Target="worksheets/s.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{linked}"><sheets><sheet name="S" sheetId="1" r:id="a"/>'
            "</sheets></workbook>",
            "xl/worksheets/s.xml": f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>",
        }
    )


_ODF = "urn:oasis:names:tc:opendocument:xmlns:"


def ods(rows):
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    names = " ".join(f'xmlns:{name}="{_ODF}{name}:1.0"' for name in ("office", "table", "text"))
    return zipped(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": f'<m:manifest xmlns:m="{_ODF}manifest:1.0"><m:file-entry m:full-path="/" '
            f'm:media-type="{kind}"/></m:manifest>',
            "content.xml": f"<office:document-content {names}><office:body><office:spreadsheet>"
            f'<table:table table:name="S">{rows}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        }
    )


def spread(rows, columns):
    cell = f'<table:table-cell table:number-columns-repeated="{columns}" office:value-type="float" office:value="1"/>'
    empty = '<table:table-cell table:number-columns-repeated="16000"/>'
    return f'<table:table-row table:number-rows-repeated="{rows}">{cell}{empty}</table:table-row>'


def sparse(file):
    file.write(b"id,at,score\n1,2026-10-05,5\n")
    file.truncate(5 * 2**30)


DEEP = 100_000
_UNPACKS = "unpacks to more than 4 GiB or 200 times its size: unpack it, and use Parquet if it is so large"
_FAR = "save it as CSV, or delete what is far away"
CASES = {
    "bomb.csv.gz": (lambda: packed(b"id,at,score\n", b"1,2026-10-05,5\n" * 70_000, 120), _UNPACKS),
    "bomb.json.gz": (lambda: packed(b"[", b" " * MIB, 120), _UNPACKS),
    "nothing.csv.gz": (lambda: packed(b"id,at,score\n", b"\0" * MIB, 120), "is no text, since it has null bytes"),
    "sparse.csv": (sparse, "is no text, since it has null bytes"),
    "sparse.json": (sparse, "is no text, since it has null bytes"),
    "lists.json": (lambda: f'[{{"id": {"[" * DEEP}{"]" * DEEP}}}]', "is nested more than 64 levels deep"),
    "objects.json": (lambda: "[" + '{"a":' * DEEP + "1" + "}" * DEEP + "]", "is nested more than 64 levels deep"),
    "open.json": (lambda: "[" * DEEP, "is nested more than 64 levels deep"),
    "keys.json": (lambda: json.dumps([{f"k{n}": n for n in range(300_000)}]), "more than 2,000 different keys"),
    "lines.json": (lambda: "".join(f'{{"k{n}": 1}}\n' for n in range(300_000)), "more than 2,000 different keys"),
    "wide.xlsx": (lambda: xlsx(f'<row r="1">{"<c><v>1</v></c>" * 1_000_000}</row>'), f"1,000,000 columns: {_FAR}"),
    "named.xlsx": (lambda: xlsx('<row r="1"><c r="BDWGN1"><v>1</v></c></row>'), f"1,000,000 columns: {_FAR}"),
    "far.xlsx": (lambda: xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), f"16,384 columns: {_FAR}"),
    "farther.xlsx": (lambda: xlsx('<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'), _FAR),
    "repeated.ods": (lambda: ods(spread(99_000, 1_000)), "repeats cells more than 30,000,000 times: save it as CSV"),
}
KINDS = {"csv": "csv", "json": "json", "xlsx": "excel", "ods": "excel"}
COLUMNS = {"response_id": "id", "responded_at": "at", "score": "score"}

MEASURED = """\
import resource, sys
from okrengine.cli.app import run
code = run(["measure", "--as-of", "2026-11-21", "--format", "json"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(scope="module")
def refused(tmp_path_factory):
    """The reasons of all hostile files, and the most memory that was used, all in one process."""
    pytest.importorskip("fastexcel")
    folder = tmp_path_factory.mktemp("project")
    for name in ("data", "okrs"):
        (folder / name).mkdir()
    sources, key_results = {}, []
    for name, (make, _) in CASES.items():
        with (folder / "data" / name).open("wb") as file:
            made = None if make is sparse else make()
            if made is None:
                make(file)
            else:
                file.write(made if isinstance(made, bytes) else made.encode())
        kind = KINDS[name.removesuffix(".gz").rpartition(".")[2]]
        source = name.replace(".", "-")
        sources[source] = {"type": kind, "path": f"data/{name}", "columns": COLUMNS}
        asked = {"metric": "csat", "source": source, "baseline": "70%", "target": "80%"}
        key_results.append({"id": source, "title": "Content customers", **asked})
    cycles = {"named": {"now": {"from": "2026-10-01", "to": "2026-12-31"}}}
    objectives = [{"id": "o", "title": "Customers are content", "key_results": key_results}]
    whole = {"version": 1, "cycles": cycles, "sources": sources}
    team = {"version": 1, "team": "t", "cycle": "now", "objectives": objectives}
    (folder / "okrengine.yaml").write_text(json.dumps(whole), encoding="utf-8")
    (folder / "okrs" / "t.yaml").write_text(json.dumps(team), encoding="utf-8")
    command = [sys.executable, "-P", "-c", MEASURED]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert ran.returncode == 3, ran.stderr
    assert "Traceback" not in ran.stderr
    reasons = {one["source"]: one["reason"] for one in json.loads(ran.stdout)["readings"]}
    return reasons, int(ran.stderr.split()[-1])


@pytest.mark.parametrize("name", CASES)
def test_a_file_that_becomes_more_than_it_is_is_refused_in_one_sentence(refused, name):
    reasons, _ = refused
    said = reasons[name.replace(".", "-")]
    assert name in said
    assert CASES[name][1] in said


def test_and_all_of_them_take_little_memory(refused):
    _, kilobytes = refused
    assert kilobytes < 600_000


def most_memory(folder, rows):
    """The most MiB that a process takes to measure five values of an export of so many answers, and what it measured."""
    (folder / "data").mkdir(parents=True)
    (folder / "okrs").mkdir()
    spoken = "i % 5 + 1 AS score, 's' || i % 20 AS segment"
    stamped = "timestamp '2026-10-01' + to_seconds(i * 7919 % 4406400) AS at"
    answers = duckdb.sql(f"SELECT i AS id, {stamped}, {spoken} FROM range({rows}) AS rows(i)")  # noqa: S608  a number
    answers.write_csv(str(folder / "data" / "x.csv"), timestamp_format="%Y-%m-%dT%H:%M:%S")
    asked = {"metric": "csat", "source": "s", "baseline": "20%", "target": "80%"}
    key_results = [{"id": f"k{n}", "title": "Glad", **asked, "where": {"segment": f"s{n}"}} for n in range(5)]
    objectives = [{"id": "o", "title": "Customers are content", "key_results": key_results}]
    sources = {"s": {"type": "csv", "path": "data/x.csv", "columns": COLUMNS}}
    cycles = {"named": {"now": {"from": "2026-10-01", "to": "2026-12-31"}}}
    whole = {"version": 1, "cycles": cycles, "sources": sources}
    team = {"version": 1, "team": "t", "cycle": "now", "objectives": objectives}
    (folder / "okrengine.yaml").write_text(json.dumps(whole), encoding="utf-8")
    (folder / "okrs" / "t.yaml").write_text(json.dumps(team), encoding="utf-8")
    command = [sys.executable, "-P", "-c", MEASURED]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    return int(ran.stderr.split()[-1]) / 1024, [one["n"] for one in json.loads(ran.stdout)["readings"]]


def test_two_million_rows_take_their_typed_cells_and_their_file_and_no_more(tmp_path):
    """A row is kept as two texts and a number of 16 bytes each, two stamps of 8, and a byte for each of four columns.

    That is 68 bytes, 130 MiB for all rows; the reader may hold the whole file (62 MiB) besides. A quarter more is
    allowed for what is in between. A second copy of the rows, or a data frame of them, takes more than that.
    """
    least, few = most_memory(tmp_path / "few", 100)
    most, many = most_memory(tmp_path / "many", 2_000_000)
    assert few == [5] * 5
    assert many == [100_000] * 5
    file = (tmp_path / "many" / "data" / "x.csv").stat().st_size
    assert most - least < 1.25 * (2_000_000 * 68 + file) / MIB
