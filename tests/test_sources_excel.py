"""Workbooks as sources: cells as text by exact rules, and what cannot be trusted said by name."""

import csv
import io
import os
import subprocess
import sys
import zipfile
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, SourceSettings, Values
from okrengine.errors import SourceError
from okrengine.measure import Ask, measure
from okrengine.measure.opening import open_source
from okrengine.model import Cycle, Measure
from okrengine.registry import find

pytest.importorskip("fastexcel", reason='pip install "okrengine[excel]"')
REGISTRY = find()
REAL = Path(os.environ.get("OKRENGINE_REAL_DATA", Path(__file__).parent.parent.parent / "shared" / "data" / "real"))
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, tzinfo=UTC)
SURVEY = {"response_id": "id", "responded_at": "when", "score": "score"}
HEAD = ["id", "when", "score"]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DAY, STAMP, CLOCK, LENGTH = 1, 2, 3, 4
FORMATS = (0, 14, 22, 21, 46)


def cell(place, value="", kind="", style=None, formula=None):
    """One cell of a sheet: `kind` is its `t`, `style` one of the formats above."""
    said = f' t="{kind}"' if kind else ""
    said += f' s="{style}"' if style is not None else ""
    inner = "" if formula is None else f"<f>{formula}</f>"
    if kind == "inlineStr":
        return f'<c r="{place}"{said}><is><t xml:space="preserve">{value}</t></is></c>'
    return f'<c r="{place}"{said}>{inner}{f"<v>{value}</v>" if value != "" else ""}</c>'


def text(place, value):
    return cell(place, value, "inlineStr")


def sheet(rows):
    """The rows of a sheet from lists: a text, a number, a ready cell (it begins with `<`), or None."""
    made = []
    for number, row in enumerate(rows, 1):
        cells = []
        for letter, value in zip("ABCDEFGHIJ", row, strict=False):
            place = f"{letter}{number}"
            if value is None:
                continue
            if isinstance(value, str):
                cells.append(value.replace("@", place, 1) if value.startswith("<c") else text(place, value))
            else:
                cells.append(cell(place, value))
        made.append(f'<row r="{number}">{"".join(cells)}</row>')
    return "".join(made)


def xlsx(sheets, *, book="", after="", more=()):
    """A workbook: `sheets` by name to the XML of their rows, or lists of rows. `after` follows the rows of the first."""
    names = list(sheets)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="rId{i}" Type="{LINKS}/worksheet" Target="worksheets/sheet{i}.xml"/>'
            for i in range(1, len(names) + 1)
        )
        + f'<Relationship Id="rId99" Type="{LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><workbookPr/><sheets>'
        + "".join(f'<sheet name="{name}" sheetId="{i}" r:id="rId{i}"/>' for i, name in enumerate(names, 1))
        + f"</sheets>{book}</workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><cellXfs count="{len(FORMATS)}">'
        + "".join(f'<xf numFmtId="{number}"/>' for number in FORMATS)
        + "</cellXfs></styleSheet>",
    }
    for number, name in enumerate(names, 1):
        rows = sheets[name] if isinstance(sheets[name], str) else sheet(sheets[name])
        tail = after if number == 1 else ""
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{tail}</worksheet>'
        )
    return packed(parts | dict(more))


def ods(rows):
    """A workbook of the other form, from the XML of its rows."""
    content = (
        f'<office:document-content xmlns:office="{ODF}:office:1.0" xmlns:table="{ODF}:table:1.0" '
        f'xmlns:text="{ODF}:text:1.0" xmlns:calcext="urn:calcext"><office:body><office:spreadsheet>'
        f'<table:table table:name="S">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = f'<manifest:manifest xmlns:manifest="{ODF}:manifest:1.0"/>'
    kind = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}
    return packed(kind | {"META-INF/manifest.xml": manifest, "content.xml": content})


def packed(parts):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


# ---------------------------------------------------------------- what is read


def rows_of(folder, content, name="x.xlsx", columns="abc", **options):
    """The cells of columns as text, row by row."""
    (folder / "data").mkdir(exist_ok=True)
    if content is not None:
        (folder / "data" / name).write_bytes(content)
    settings = SourceSettings("s", "excel", path=f"data/{name}", options=options, columns={c: c for c in columns})
    opened = open_source(settings, REGISTRY.sources["excel"], folder, dict.fromkeys(columns, "cat"), ZoneInfo("UTC"))
    try:
        said = opened.complaint(list(columns), ())
        if said:
            raise SourceError(said)
        found = opened.engine.rows(opened.base.select(*columns))
        return [[row[c] for c in columns] for row in found]
    finally:
        opened.engine.close()


def refused(folder, content, name="x.xlsx", columns="abc", **options):
    with pytest.raises(SourceError) as caught:
        rows_of(folder, content, name, columns, **options)
    return str(caught.value)


def one(folder, content, name="x.xlsx", **settings):
    """The reading of nps."""
    (folder / "data").mkdir(exist_ok=True)
    (folder / "data" / name).write_bytes(content)
    source = SourceSettings("s", "excel", path="data/" + name, columns=SURVEY, **settings)
    ask = Ask("a", Measure("nps", "s"), QUARTER)
    whole = Settings(sources={"s": source})
    (reading,) = measure([ask], settings=whole, registry=REGISTRY, root=folder, as_of=AS_OF)
    return reading


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (3, "3"),
        (cell("@", "3.0"), "3"),
        (cell("@", "0.28999999999999998"), "0.29"),
        (cell("@", "0.1234567891"), "0.1234567891"),
        (cell("@", "0.12345678912345"), "0.12345678912345"),
        (cell("@", "-1E-9"), "-0.000000001"),
        (cell("@", "0.1234567000003"), "0.1234567000003"),
        (cell("@", "2.9999999999"), "2.9999999999"),
        (cell("@", "1E-10"), "0.0000000001"),
        (cell("@", "NaN"), "NaN"),
        (cell("@", "1e999"), "inf"),
        (cell("@", "1.5E10"), "15000000000"),
        (cell("@", "123456789012345"), "123456789012345"),
        (cell("@", "1", "b"), "true"),
        (cell("@", "0", "b"), "false"),
        ("0012", "0012"),
        ("12345678901234567890", "12345678901234567890"),
        ("0.1234567890123", "0.1234567890123"),
        (" พอใจมาก ", "พอใจมาก"),
        ('a,b "c"\nd', 'a,b "c"\nd'),
        (cell("@", "#N/A", "e"), "#N/A"),
        (cell("@", "#DIV/0!", "e", formula="1/0"), "#DIV/0!"),
        (cell("@", "46024", style=DAY), "2026-01-02"),
        (cell("@", "46024.5", style=STAMP), "2026-01-02 12:00:00"),
        (cell("@", "46024", style=STAMP), "2026-01-02"),
        (cell("@", "0.5", style=CLOCK), "12:00:00"),
        (cell("@", "1.25", style=LENGTH), "30:00:00"),
        (cell("@", "2026-01-02T03:04:05", "d"), "2026-01-02T03:04:05"),
        (cell("@", "7", formula="3+4"), "7"),
        (cell("@", "", "str", formula="A1"), None),
        (None, None),
        ("", None),
    ],
)
def test_a_cell_is_text_by_an_exact_rule(tmp_path, given, read):
    content = xlsx({"S": [["a", "b"], [given, "x"]]})
    assert rows_of(tmp_path, content, columns="ab") == [[read, "x"]]


def test_a_stamp_at_midnight_is_a_day_only_among_days(tmp_path):
    stamps = [cell("@", "46024", style=STAMP), cell("@", "46024.25", style=STAMP)]
    content = xlsx({"S": [["a", "b"], *([stamp, "x"] for stamp in stamps)]})
    assert rows_of(tmp_path, content, columns="a") == [["2026-01-02 00:00:00"], ["2026-01-02 06:00:00"]]


def test_days_counted_from_1904(tmp_path):
    content = xlsx({"S": [["a"], [cell("@", "44562.5", style=STAMP)]]})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(b"<workbookPr/>", b'<workbookPr date1904="1"/>')
    assert rows_of(tmp_path, packed(parts), columns="a") == [["2026-01-02 12:00:00"]]


def test_the_other_form_of_workbooks(tmp_path):
    def given(kind, said, shown):
        return f'<table:table-cell office:value-type="{kind}" {said}><text:p>{shown}</text:p></table:table-cell>'

    names = "".join(given("string", "", name) for name in "abc")
    first = given("string", "", "0012") + given("float", 'office:value="0.1234567891"', "0.12")
    first += given("date", 'office:date-value="2026-01-02"', "2 Jan")
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    rows = f"<table:table-row>{names}</table:table-row><table:table-row>{first}</table:table-row>"
    rows += f'<table:table-row table:number-rows-repeated="1048560">{empty}</table:table-row>'
    assert rows_of(tmp_path, ods(rows), "x.ods") == [["0012", "0.1234567891", "2026-01-02"]]
    failed = '<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"/>'
    said = refused(tmp_path, ods(rows + f"<table:table-row>{failed}</table:table-row>"), "x.ods")
    assert said == (
        "x.ods holds formulas that failed, such as #DIV/0!, and in this format they look empty: "
        "mend them, or save it as .xlsx"
    )


def test_the_old_form_of_workbooks(tmp_path):
    xlwt = pytest.importorskip("xlwt", reason="pip install xlwt")
    book = xlwt.Workbook()
    page = book.add_sheet("S")
    style = xlwt.easyxf(num_format_str="yyyy-mm-dd hh:mm")
    for place, name in enumerate("abc"):
        page.write(0, place, name)
    page.write(1, 0, "ก")
    page.write(1, 1, 0.1234567891)
    page.write(1, 2, datetime(2026, 1, 2, 12, 0), style)  # noqa: DTZ001
    book.save(tmp_path / "made.xls")
    content = (tmp_path / "made.xls").read_bytes()
    assert rows_of(tmp_path, content, "x.xls") == [["ก", "0.1234567891", "2026-01-02 12:00:00"]]


def test_a_table_may_begin_anywhere(tmp_path):
    first = text("C5", "a") + text("D5", "b") + text("E5", "c")
    second = text("C6", "x") + cell("D6", "0.1234567000003") + cell("E6", "1.25", style=LENGTH)
    third = text("C8", "y") + cell("D8", "#REF!", "e") + cell("E8", "3")
    rows = f'<row r="5">{first}</row><row r="6">{second}</row><row r="8">{third}</row>'
    read = [["x", "0.1234567000003", "30:00:00"], ["y", "#REF!", "3"]]
    assert rows_of(tmp_path, xlsx({"S": rows}), header=5) == read


# ---------------------------------------------------------------- which part of a sheet


TABLE = [["Report of November"], [None, None], ["a", "b", "c"], [1, 2, 3], [4, 5, 6], [], ["Total", 7, 9], []]


def test_titles_above_totals_below_and_empty_rows(tmp_path):
    assert rows_of(tmp_path, xlsx({"S": TABLE}), header=3, footer=1) == [["1", "2", "3"], ["4", "5", "6"]]
    assert rows_of(tmp_path, xlsx({"S": TABLE}), header=3)[-1] == ["Total", "7", "9"]
    assert "row 2 of `S` is empty: write the number of the row" in refused(tmp_path, xlsx({"S": TABLE}), header=2)
    assert "row 99 of `S` is empty" in refused(tmp_path, xlsx({"S": TABLE}), header=99)
    assert rows_of(tmp_path, xlsx({"S": [["a", "b", "c"]]})) == []
    assert "row 1 of `S` is empty" in refused(tmp_path, xlsx({"S": []}))


def test_a_table_beside_another(tmp_path):
    rows = [["a", "b", None, "a", "c"], [1, 2, None, 3, 4]]
    assert rows_of(tmp_path, xlsx({"S": rows}), columns="ac", region="D:E") == [["3", "4"]]
    assert "two columns of `s` could be `a`" in refused(tmp_path, xlsx({"S": rows}), columns="ac")
    moved = "".join(f'<row r="{n + 4}">{text(f"C{n + 4}", name)}</row>' for n, name in enumerate("ax"))
    assert rows_of(tmp_path, xlsx({"S": moved}), columns="a", header=4) == [["x"]]


def test_which_sheet(tmp_path):
    two = xlsx({"2026": [["a"], ["x"]], "แผ่น 2": [["a"], ["y"]]})
    assert rows_of(tmp_path, two, columns="a", sheet="2026") == [["x"]]
    assert rows_of(tmp_path, two, columns="a", sheet="2") == [["y"]]
    assert rows_of(tmp_path, two, columns="a", sheet=" แผ่น 2") == [["y"]]
    assert refused(tmp_path, two, columns="a") == "x.xlsx has 2 sheets: name one under `sheet:`, of `2026`, `แผ่น 2`"
    assert refused(tmp_path, two, columns="a", sheet="3") == "x.xlsx has no sheet `3`; there are `2026`, `แผ่น 2`"


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"header": 0}, "`header` is 0: write the number of the row"),
        ({"footer": -1}, "`footer` is -1: write how many rows"),
        ({"region": "F:B"}, "`region` is `F:B`: write the first and the last column"),
        ({"region": "B2:F9"}, "`region` is `B2:F9`: write the first and the last column"),
    ],
)
def test_a_wrong_option(tmp_path, options, said):
    assert said in refused(tmp_path, xlsx({"S": [["a"]]}), **options)
    source = REGISTRY.sources["excel"]
    bound = {name: one.default for name, one in source.parameters.items()} | options
    assert said in source.check(bound)


# ---------------------------------------------------------------- columns that cannot be trusted


@pytest.mark.parametrize(
    ("cells", "more", "said"),
    [
        (cell("@", formula="1+1"), {}, "holds formulas whose values are not known, such as in B2: open it in a"),
        (
            cell("@", "0", formula="1+1"),
            {"book": '<calcPr calcId="1" fullCalcOnLoad="1"/>'},
            "whose values are not known",
        ),
        ('<c r="B2"><f t="shared" si="0"/><v></v></c>', {}, "whose values are not known, such as in B2"),
        (
            "x",
            {"after": '<mergeCells count="1"><mergeCell ref="B2:B3"/></mergeCells>'},
            "has merged cells (B2:B3), of which",
        ),
        ("x", {"after": '<mergeCells count="1"><mergeCell ref="B3:C3"/></mergeCells>'}, "has merged cells (B3:C3)"),
        (cell("@", "123456789012345678"), {}, "holds numbers of more than 15 digits, such as in B2, whose last digits"),
    ],
)
def test_a_column_that_cannot_be_trusted_cannot_be_mapped(tmp_path, cells, more, said):
    content = xlsx({"S": [["a", "b", "c"], ["x", cells, "z"], ["y", "w", "v"]]}, **more)
    assert refused(tmp_path, content).startswith("the column `b` of x.xlsx ")
    assert said in refused(tmp_path, content)
    assert rows_of(tmp_path, content, columns="a") == [["x"], ["y"]]


def test_what_stands_beside_the_rows_does_not_matter(tmp_path):
    merged = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'
    total = cell("@", formula="SUM(B3:B3)")
    content = xlsx({"S": [["Title"], ["a", "b"], ["x", 1], ["Total", total]]}, after=merged)
    assert rows_of(tmp_path, content, columns="ab", header=2, footer=1) == [["x", "1"]]
    assert "whose values are not known, such as in B4" in refused(tmp_path, content, columns="ab", header=2)


def test_namespaces_may_have_a_prefix(tmp_path):
    content = xlsx({"S": [["a", "b"], ["x", cell("@", formula="1+1")]]})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    page = parts["xl/worksheets/sheet1.xml"].decode()
    for name in ("worksheet", "sheetData", "row", "c", "f", "v", "is", "t"):
        for end in (">", " ", "/>"):
            page = page.replace(f"<{name}{end}", f"<x:{name}{end}").replace(f"</{name}>", f"</x:{name}>")
    parts["xl/worksheets/sheet1.xml"] = page.replace("xmlns=", "xmlns:x=").encode()
    assert "whose values are not known, such as in B2" in refused(tmp_path, packed(parts), columns="ab")
    assert rows_of(tmp_path, packed(parts), columns="a") == [["x"]]


def test_an_error_is_rejected_and_not_missing(tmp_path):
    failed = cell("@", "#N/A", "e")
    content = xlsx({"S": [HEAD, [1, cell("@", "46305", style=DAY), 9], [2, cell("@", "46306", style=DAY), failed]]})
    reading = one(tmp_path, content)
    assert reading.status == "source_failed"
    said = "1 of 2 cells of `score` are no numbers, such as `#x/x` (x.xlsx, row 3): list the text under `missing:`"
    assert said in reading.reason
    reading = one(tmp_path, content, values={"score": Values(missing=("#N/A",))})
    assert (reading.value, reading.n, reading.excluded) == (100, 1, {"missing": 1})


def test_several_workbooks_with_their_columns_in_another_order(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "1.xlsx").write_bytes(xlsx({"S": [["a", "b"], ["x", "y"]]}))
    broken = cell("@", formula="1+1")
    (tmp_path / "data" / "2.xlsx").write_bytes(xlsx({"T": [["b", "c", "a"], ["w", broken, "v"]]}))
    assert sorted(rows_of(tmp_path, None, "*.xlsx", columns="ab")) == [["v", "w"], ["x", "y"]]
    assert "the column `c` of 2.xlsx holds formulas" in refused(tmp_path, None, "*.xlsx")


# ---------------------------------------------------------------- files that are refused


GOOD = xlsx({"S": [["a"], ["x"]]})


def bomb(size):
    """A workbook whose sheet unpacks to so many MiB."""
    return xlsx({"S": f'<row r="1">{text("A1", "a")}</row>' + " " * size * 2**20})


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.xlsx", b"", "x.xlsx is empty"),
        ("x.xls", b"<html><table><tr><td>a</td></tr></table>", "x.xls is a page of the web or XML under the name"),
        ("x.xls", b"a\tb\n1\t2\n", "x.xls is text under the name of a workbook: write `type: csv`"),
        ("x.xlsx", b"PAR1\x00\x00", "x.xlsx is a Parquet file: write `type: parquet`"),
        ("x.xlsx", GOOD[: len(GOOD) // 2], "x.xlsx is damaged or cut off"),
        ("x.xlsx", GOOD.replace(b"sheet1", b"sheet7", 1), "x.xlsx is damaged or cut off"),
        ("x.xlsx", packed({"a.csv": "a,b"}), "x.xlsx is a zip file, and no workbook that is known"),
        ("x.xls", b"\xd0\xcf\x11\xe0" + b"\x00" * 600, "x.xls is damaged, or no usual workbook"),
        ("x.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "x.xlsx is locked by a password"),
        ("x.xlsx", bomb(100), "x.xlsx unpacks to more than 1024 MiB or 200 times its size: save the sheet as CSV"),
        (
            "x.xlsx",
            xlsx({"S": [["a"]]}, more={"xl/sharedStrings.xml": "<!DOCTYPE x [<!ENTITY y 'z'>]><sst/>"}.items()),
            "declares entities",
        ),
        (
            "x.xlsx",
            xlsx({"S": f'<row r="1">{text("A1", "a")}</row><row r="1048576">{text("XFD1048576", "a")}</row>'}),
            "`S` reaches over 1,048,576 rows and 16,384 columns",
        ),
        (
            "x.xlsx",
            xlsx({"S": [["a"]]}, more={"xl/worksheets/../workbook.xml": "", "xl/workbook.xml": "<x"}.items()),
            "x.xlsx is damaged",
        ),
    ],
)
def test_a_bad_workbook_is_named(tmp_path, name, content, said):
    assert said in refused(tmp_path, content, name)
    assert "/" not in refused(tmp_path, content, name).replace("#N/A", "").replace("#DIV/0!", "")


def test_a_part_that_is_larger_than_it_says(tmp_path):
    content = bomb(3)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    size = info.file_size.to_bytes(4, "little")
    lied = content.replace(size, (1000).to_bytes(4, "little"))
    assert lied != content
    assert "x.xlsx is damaged: a part holds more than it says" in refused(tmp_path, lied)


def test_the_folder_is_private_and_goes(tmp_path, monkeypatch):
    (tmp_path / "tmp").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    seen = []
    source = REGISTRY.sources["excel"]

    def stage(files, folder, **options):
        seen.append(folder.stat().st_mode & 0o777)
        return source.stage(files, folder, **options)

    monkeypatch.setitem(REGISTRY.sources, "excel", replaced(source, stage))
    assert rows_of(tmp_path, GOOD, columns="a") == [["x"]]
    assert refused(tmp_path, GOOD[:100], columns="a")
    assert refused(tmp_path, GOOD, columns="b")
    assert seen == [0o700] * 3
    assert list((tmp_path / "tmp").iterdir()) == []


def replaced(source, stage):
    from dataclasses import replace

    return replace(source, stage=stage)


def test_without_the_reader_it_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "fastexcel", None)
    said = 'reading workbooks needs `fastexcel`, which is not installed: run `pip install "okrengine[excel]"`'
    assert refused(tmp_path, GOOD) == said


def test_the_reader_is_imported_only_when_it_is_used():
    code = "import sys; from okrengine.registry import find; find(); print('fastexcel' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


# ---------------------------------------------------------------- real exports, as a person would keep them


STAMP_FORMAT = "%m/%d/%Y %I:%M:%S %p"


def as_workbook(name, path, stamps=()):
    """A real export as a workbook: numbers are numbers, stamps are stamps, under two lines of title, above a total."""
    openpyxl = pytest.importorskip("openpyxl", reason="pip install openpyxl")
    book = openpyxl.Workbook(write_only=True)
    page = book.create_sheet("Export")
    page.append(["An export", None])
    page.append([])
    with (REAL / name).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        page.append(reader.fieldnames)
        for row in reader:
            page.append([typed(value, stamp=column in stamps) for column, value in row.items()])
    page.append(["Total", "#N/A"])
    book.save(path)


def typed(value, *, stamp):
    if not value:
        return None
    if stamp:
        return datetime.strptime(value, STAMP_FORMAT)  # noqa: DTZ007
    try:
        number = float(value)
    except ValueError:
        return value
    return number if str(Decimal(repr(number))).removesuffix(".0") == value else value


def both(  # noqa: PLR0913  what a source may say
    folder, name, zone, columns, asks, *, formats=(), stamps=(), values=None
):
    """The readings of a real export as CSV and as a workbook."""
    if not (REAL / name).is_file():
        pytest.skip(f"the real files are not at {REAL}")
    (folder / "data").mkdir()
    (folder / "data" / "x.csv").write_bytes((REAL / name).read_bytes())
    as_workbook(name, folder / "data" / "x.xlsx", stamps)
    same = {"columns": columns, "values": values or {}}
    sources = {
        "text": SourceSettings("text", "csv", path="data/x.csv", formats=formats, **same),
        "book": SourceSettings(
            "book", "excel", path="data/x.xlsx", options={"header": 3, "footer": 1},
            formats=() if stamps else formats, **same,
        ),
    }  # fmt: skip
    whole = Settings(timezone=ZoneInfo(zone), sources=sources)
    cycle = Cycle("always", date(1900, 1, 1), date(2030, 12, 31))
    made = [Ask("a", Measure(metric, kind, options=options), cycle) for kind in sources for metric, options in asks]
    as_of = datetime(2016, 1, 13, 5, tzinfo=UTC) if stamps else datetime(2020, 1, 1, tzinfo=UTC)
    found = measure(made, settings=whole, registry=REGISTRY, root=folder, as_of=as_of)
    return found[: len(asks)], found[len(asks) :]


def agreed(texts, books):
    for text_, book in zip(texts, books, strict=True):
        assert (text_.status, text_.reason) == ("ok", None)
        for name in ("value", "n", "numerator", "denominator", "interval", "excluded", "details", "latest"):
            assert getattr(text_, name) == getattr(book, name), (text_.metric, name, book.reason)


def test_a_real_survey_gives_the_same_as_a_workbook(tmp_path):
    columns = {"response_id": "RESPNUM", "responded_at": "INTDATE", "weight": "WEIGHT", "score": "NETPRO"}
    asks = [("nps", {}), ("nps", {"weighted": True})]
    values = {"score": Values(missing=("Blank", "blank"))}
    agreed(*both(tmp_path, "sfo_survey_2017.csv", "UTC", columns, asks, formats=("%d",), values=values))


def test_real_tickets_give_the_same_as_a_workbook(tmp_path):
    columns = {
        "ticket_id": "CASE_ENQUIRY_ID", "created_at": "OPEN_DT", "due_at": "TARGET_DT", "resolved_at": "CLOSED_DT",
    }  # fmt: skip
    asks = [("resolution_time", {}), ("resolution_time", {"statistic": "mean"}), ("sla_attainment", {})]
    stamps = ("OPEN_DT", "TARGET_DT", "CLOSED_DT")
    formats = (STAMP_FORMAT,)
    agreed(*both(tmp_path, "boston311_2015_06.csv", "America/New_York", columns, asks, formats=formats, stamps=stamps))
