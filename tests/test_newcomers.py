"""What people meet when they measure for the first time: slips and unlike exports, each with the mend beside it."""

import sqlite3
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, SourceSettings
from okrengine.measure import Ask, measure
from okrengine.model import Cycle, Measure
from okrengine.project import BrokenFilesError, Project
from okrengine.registry import find

REGISTRY = find()
BANGKOK = ZoneInfo("Asia/Bangkok")
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, tzinfo=BANGKOK)
COLUMNS = {"response_id": "id", "responded_at": "answered", "score": "q1", "touchpoint": "place"}
HEADER = "id,answered,q1,place\n"
ROWS = "".join(f"{n},2026-10-{n % 20 + 1:02} 09:00,{n % 5 + 1},{['Shop', 'Chat'][n % 2]}\n" for n in range(40))


@pytest.fixture
def one(tmp_path):
    """The reading of one key result over one file."""

    def read(content, *, kind="csv", source="s", where=None, metric="csat", **said):
        path = tmp_path / "x.csv"
        if content is not None:
            path.write_text(content, encoding="utf-8")
        settings = SourceSettings(
            "s", kind, path=said.pop("path", "x.csv"), columns=said.pop("columns", COLUMNS), **said
        )
        asked = [Ask("a", Measure(metric, source, where=where or {}), QUARTER)]
        whole = Settings(timezone=BANGKOK, sources={"s": settings})
        (reading,) = measure(asked, settings=whole, registry=REGISTRY, root=tmp_path, as_of=AS_OF)
        return reading

    return read


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"where": {"touchpont": "Shop"}}, "`s` has no column `touchpont`: did you mean `touchpoint`?"),
        ({"where": {"plcae": "Shop"}}, "`s` has no column `plcae`: did you mean `place`?"),
        ({"source": "surveys"}, "there is no source `surveys` under `sources:` in okrengine.yaml: allowed here: s"),
        ({"kind": "xlsx"}, "the source `s` is of type `xlsx`, which nothing offers: did you mean `excel`?"),
        ({"kind": "postgres"}, "the source `s` is of type `postgres`, which nothing offers: did you mean `sql`?"),
        ({"kind": "parquett"}, "the source `s` is of type `parquett`, which nothing offers: did you mean `parquet`?"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(one, said, reason):
    reading = one(HEADER + ROWS, **said)
    assert (reading.status, reading.reason) == ("source_failed", reason)


@pytest.mark.parametrize(
    ("where", "spelled"),
    [
        ({"touchpoint": "shop"}, "`touchpoint` is `Shop` in the rows, not `shop`"),
        ({"touchpoint": ["SHOP", "line"]}, "`touchpoint` is `Shop` in the rows, not `SHOP`"),
        ({"place": "chat", "score": 5}, "`place` is `Chat` in the rows, not `chat`"),
        ({"touchpoint": "line"}, None),
        ({"touchpoint": "Shop", "score": {"at_least": 9}}, None),
        ({"touchpoint": {"not": "Shop"}, "place": "Shop"}, None),
    ],
)
def test_a_word_in_other_letters_is_named_where_no_row_meets_the_condition(one, where, spelled):
    reading = one(HEADER + ROWS, where=where)
    assert (reading.value, reading.n, reading.status) == (None, 0, "no_data")
    due = "no row in the window meets `where`"
    assert reading.reason == (f"{due}: {spelled}: large and small letters differ" if spelled else due)


def test_a_count_of_nothing_names_the_word_too(one):
    columns = {"ticket_id": "id", "created_at": "answered", "channel": "place"}
    reading = one(HEADER + ROWS, metric="contact_volume", columns=columns, where={"channel": "chat"})
    assert reading.value == 0
    assert reading.reason == (
        "no row in the window meets `where`: `channel` is `Chat` in the rows, not `chat`: large and small letters differ"
    )


@pytest.mark.parametrize(
    ("above", "line"),
    [("Survey export\n", 2), ("Survey export\nmade on,2026-11-01\n\n", 4), ('"A title\nof two lines"\n', 3)],
)
def test_the_line_that_names_the_columns_is_found_below_titles(one, above, line):
    reading = one(above + HEADER + ROWS)
    assert reading.reason == f"`s` has no column `id`: row {line} names the columns: write `header: {line}`"
    again = one(None, options={"header": line})
    if above.count('"'):  # who skips lines, and who skips rows, would not agree on where the rows begin
        assert again.reason == "x.csv, line 1: a quote ends on another line above the header: delete that title"
    else:
        assert again.n == 40


def test_rows_are_no_header(one):
    assert one("number,answered,q1,place\n" + ROWS).reason.startswith(
        "`s` has no column `id`: there are number, answered"
    )
    assert one(HEADER + ROWS, options={"header": 3}).reason.endswith("write `header: 1`")


def test_the_row_that_names_the_columns_of_a_sheet_is_found(one, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (
        ["Survey export"],
        ["made on", "2026-11-01"],
        [],
        *[line.split(",") for line in (HEADER + ROWS).split()],
    ):
        book.active.append(row)
    book.save(tmp_path / "x.xlsx")
    assert one(None, kind="excel", path="x.xlsx").reason.endswith(
        "no column `id`: row 4 names the columns: write `header: 4`"
    )


def test_a_sample_is_not_below_nothing():
    for metric in REGISTRY.metrics.values():
        if metric.min_sample is not None:
            said = metric.complaint({**{n: p.default for n, p in metric.parameters.items()}, "min_sample": -1})
            assert said == "`min_sample` is -1: write how many rows a value is to stand on, 0 for none"


@pytest.mark.parametrize(
    ("cells", "mend"),
    [
        (["21/10/2026 9:00", "1/10/2026 18:30"], 'write `parse: {datetime: "%d/%m/%Y %H:%M"}`'),
        (["10/21/2026", "10/1/2026"], 'write `parse: {datetime: "%m/%d/%Y"}`'),
        (["1/10/2026", "2/10/2026"], 'write `parse: {datetime: "%d/%m/%Y"}`, or `"%m/%d/%Y"` if the month comes first'),
        (["21-Oct-2026 09:00 PM"], 'write `parse: {datetime: "%d-%b-%Y %I:%M %p"}`'),
        (["21 October 2026"], 'write `parse: {datetime: "%d %B %Y"}`'),
        (["20261021", "20261022"], 'write `parse: {datetime: "%Y%m%d"}`'),
        (["2026-10-21", "21.10.2026"], "`%d.%m.%Y` reads them: list every format under `parse: {datetime: [...]}`"),
        (["21/10/2026", "21.10.2026"], "list the text under `missing:` or fix the format under `parse:`"),
        (["21/10/2569"], "export the dates in the common era, as 2026"),
    ],
)
def test_the_format_that_reads_every_rejected_cell_is_named(one, cells, mend):
    reading = one(HEADER + "".join(f"{number},{cell},5,Shop\n" for number, cell in enumerate(cells)))
    assert reading.status == "source_failed"
    assert reading.reason.endswith(f": {mend}")


def test_the_format_that_is_named_reads_the_cells(one):
    rows = HEADER + "".join(f"{n},{n % 28 + 1}/10/2026 {n % 9 + 1}:05,5,Shop\n" for n in range(300))
    form = one(rows).reason.rpartition('datetime: "')[2].removesuffix('"}`')
    assert one(None, formats=(form,)).n == 300


def test_text_that_is_no_time_in_a_database_is_mended_there(one, tmp_path):
    connection = sqlite3.connect(tmp_path / "x.db")
    connection.execute("CREATE TABLE answers (id TEXT, answered TEXT, q1 INTEGER, place TEXT)")
    connection.execute("INSERT INTO answers VALUES ('1', '21/10/2026', 5, 'Shop')")
    connection.commit()
    connection.close()
    reading = one(None, kind="sqlite", path="x.db", options={"table": "answers"})
    assert "`parse:`" not in reading.reason
    assert reading.reason.endswith(
        ": make a view that gives them as in 2026-11-21 09:00, and name the view under `table:`"
    )


@pytest.mark.parametrize(
    ("form", "hint"),
    [
        ("dd-mm-yyyy", 'write "%d-%m-%Y"'),
        ("DD/MM/YYYY HH:mm", 'write "%d/%m/%Y %H:%M"'),
        ("m/d/yy h:mm am/pm", 'write "%m/%d/%y %I:%M %p"'),
        ("d MMM yyyy", 'write "%d %b %Y"'),
        ("day first", 'write a format such as "%d/%m/%Y %H:%M"'),
    ],
)
@pytest.mark.parametrize("listed", [False, True])
def test_a_format_without_percent_signs_is_refused_with_the_one_that_was_meant(tmp_path, form, hint, listed):
    said = f'["%Y-%m-%d", {form}]' if listed else form
    source = f"sources:\n  s:\n    type: csv\n    path: x.csv\n    parse: {{datetime: {said}}}\n"
    (tmp_path / "okrengine.yaml").write_text(f"version: 1\n{source}", encoding="utf-8")
    (tmp_path / "x.csv").write_text(HEADER, encoding="utf-8")
    with pytest.raises(BrokenFilesError) as caught:
        Project.open(tmp_path)
    (found,) = caught.value.problems
    assert (found.code, found.message, found.hint) == ("OKR104", f"`{form}` is not a format of dates", hint)
    assert found.place.line == 6
