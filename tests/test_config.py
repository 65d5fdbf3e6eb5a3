from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Dedup, Settings, StatusSettings, Values, load
from okrengine.syntax import read

ROOT = Path(__file__).parent.parent


def settings(text):
    document, problems = read(f"version: 1\n{text}".encode(), "okrengine.yaml")
    assert problems == []
    return load(document)


def test_an_empty_project_has_the_defaults():
    found = settings("")
    assert found == Settings()
    assert found.timezone == ZoneInfo("UTC")
    assert found.status == StatusSettings(Decimal(10), Decimal(25), Decimal(10), timedelta(days=14))


def test_a_project_with_everything():
    found = settings(
        "timezone: Asia/Bangkok\nlanguage: th\nokrs: [a/*.yaml, b/*.yaml]\ncheckins: said\nengine: postgres://h/x\n"
        "cycles: {fiscal_year_starts: 10, named: {launch: {from: 2026-11-01, to: 2027-04-30}}}\n"
        "departments: [service, sales]\nplugins: [plugins]\ndisable: [csat]\nmissing: zero\n"
        "rules: {vague-title: off, too-many-key-results: [warning, {max: 5}]}\n"
        "status: {on_track: 12.5 pp, at_risk: 30 pp, quiet: 5%, stale_after: 36 h}\n"
    )
    assert (found.timezone, found.language, found.okrs) == (ZoneInfo("Asia/Bangkok"), "th", ("a/*.yaml", "b/*.yaml"))
    assert (found.checkins, found.engine, found.missing) == ("said", "postgres://h/x", "zero")
    assert (found.departments, found.plugins, found.disable) == (("service", "sales"), ("plugins",), ("csat",))
    assert found.rules == {"vague-title": "off", "too-many-key-results": ["warning", {"max": 5}]}
    assert found.status == StatusSettings(Decimal("12.5"), Decimal(30), Decimal(5), timedelta(hours=36))


@pytest.mark.parametrize("written", ["said", "said/", "./said", "./said//"])
def test_the_folder_of_check_ins_has_one_spelling(written):
    found = settings(f"checkins: {written}\ntimezone: Asia/Bangkok\n")
    at = found.instant("2026-11-21T09:00:00")
    assert at == datetime(2026, 11, 21, 2, tzinfo=UTC)
    assert found.home("2026-Q4", "service", at) == "said/2026-Q4/service/2026-11-21T020000Z.yaml"
    assert found.instant("2026-11-21T09:00:00+01:00") == datetime(2026, 11, 21, 8, tzinfo=UTC)


def test_a_source_with_its_mapping():
    found = settings(
        "sources:\n"
        "  surveys:\n"
        "    type: csv\n    path: data/*.csv\n    delimiter: ';'\n"
        "    columns: {response_id: id, score: คะแนน}\n"
        '    parse: {datetime: ["%d/%m/%Y %H:%M", "%Y-%m-%d"], timezone: Asia/Bangkok}\n'
        '    values: {score: {missing: ["", N/A, 11, 9.50], labels: {พอใจมาก: 5, NO: 1.5}, else: false}}\n'
        "    exclude: {status: [spam, 7, true], channel: bot}\n"
        "    dedup: {key: response_id, keep: latest, order_by: responded_at}\n"
        "  other: {type: json, path: x.json, parse: {datetime: '%Y'}}\n"
    ).sources
    first, second = found["surveys"], found["other"]
    assert (first.name, first.type, first.path, first.line) == ("surveys", "csv", "data/*.csv", 3)
    assert first.options == {"delimiter": ";"}
    assert first.columns == {"response_id": "id", "score": "คะแนน"}
    assert (first.formats, first.timezone) == (("%d/%m/%Y %H:%M", "%Y-%m-%d"), ZoneInfo("Asia/Bangkok"))
    assert first.values == {
        "score": Values(("", "N/A", "11", "9.5"), {"พอใจมาก": 5, "NO": Decimal("1.5")}, otherwise=False)
    }
    assert first.exclude == {"status": ("spam", "7", "true"), "channel": ("bot",)}
    assert first.dedup == Dedup("response_id", "responded_at")
    assert (second.formats, second.timezone, second.dedup, second.line) == (("%Y",), None, None, 12)


@pytest.mark.parametrize(
    ("name", "starts", "first", "last"),
    [
        ("2026-Q1", 1, (2026, 1, 1), (2026, 3, 31)),
        ("2026-Q4", 1, (2026, 10, 1), (2026, 12, 31)),
        ("2026-H1", 1, (2026, 1, 1), (2026, 6, 30)),
        ("2026-H2", 1, (2026, 7, 1), (2026, 12, 31)),
        (2026, 1, (2026, 1, 1), (2026, 12, 31)),
        ("2026", 1, (2026, 1, 1), (2026, 12, 31)),
        ("2026-Q1", 10, (2026, 10, 1), (2026, 12, 31)),
        ("2026-Q2", 10, (2027, 1, 1), (2027, 3, 31)),
        ("2026-H2", 10, (2027, 4, 1), (2027, 9, 30)),
        ("2026-Q4", 4, (2027, 1, 1), (2027, 3, 31)),
        (2027, 3, (2027, 3, 1), (2028, 2, 29)),
        ("2028-Q1", 12, (2028, 12, 1), (2029, 2, 28)),
    ],
)
def test_cycles_of_the_calendar_and_of_a_fiscal_year(name, starts, first, last):
    found = Settings(fiscal_year_starts=starts).cycle(name)
    assert (found.name, found.first, found.last) == (str(name), date(*first), date(*last))


@pytest.mark.parametrize(
    "name", ["2026-Q5", "2026-H3", "2569-Q4", "1800", "26-Q4", "2026-q4", "launch", "", "๒๐๒๖", "20260"]
)
def test_names_that_are_no_cycle(name):
    assert Settings().cycle(name) is None


def test_a_named_cycle_goes_before_the_calendar():
    found = settings(
        "cycles: {named: {2026-Q4: {from: 2026-09-15, to: 2026-12-15}, launch: {from: 2026-11-01, to: 2026-11-01}}}\n"
    )
    assert (found.cycle("2026-Q4").first, found.cycle("launch").last) == (date(2026, 9, 15), date(2026, 11, 1))


def test_quarters_tile_the_year():
    for starts in range(1, 13):
        found = [Settings(fiscal_year_starts=starts).cycle(f"2026-Q{quarter}") for quarter in range(1, 5)]
        year = Settings(fiscal_year_starts=starts).cycle(2026)
        assert (found[0].first, found[-1].last) == (year.first, year.last)
        assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(found))


def test_the_project_file_of_the_example_loads():
    document, _ = read((ROOT / "okrengine.yaml").read_bytes(), "okrengine.yaml")
    assert load(document).cycle("launch").first == date(2026, 7, 1)
