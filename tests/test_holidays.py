"""Holidays of the business clock: dates, countries and regions, and what the clock makes of them."""

import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.measure import engine
from okrengine.measure.business import is_open, open_seconds
from okrengine.measure.calendars import days_off, resolved
from okrengine.measure.zones import between
from okrengine.model import Window
from okrengine.registry import find
from okrengine.testing import read_metric, write_project

METRICS = find().metrics
HOURS = {"days": ("mon", "tue", "wed", "thu", "fri"), "open": "09:00", "close": "17:00"}
BUSINESS = {"clock": "business", "business_hours": {**HOURS, "days": list(HOURS["days"])}, "statistic": "mean"}
AS_OF = datetime(2026, 12, 31, 12, tzinfo=UTC)


def took(rows, holidays, *, timezone="Asia/Bangkok", as_of=AS_OF, window=None, **more):
    """The mean length between two stamps on the business clock."""
    given = [{"ticket_id": str(n), "created_at": a, "first_response_at": b} for n, (a, b) in enumerate(rows)]
    options = {**BUSINESS, "holidays": holidays, **more}
    return read_metric(
        METRICS["first_response_time"], given, parameters=options, timezone=timezone, as_of=as_of, window=window
    )


# ---------------------------------------------------------------- countries and regions


def test_the_days_of_a_country_and_written_ones_are_joined():
    pytest.importorskip("holidays")
    found = days_off(["TH", date(2026, 9, 9)], 2026, 2026)
    assert {date(2026, 1, 1), date(2026, 4, 13), date(2026, 9, 9), date(2026, 12, 10)} <= set(found)
    assert list(found) == sorted(set(found))
    assert {day.year for day in found} == {2026}


def test_a_region_has_days_of_its_own():
    pytest.importorskip("holidays")
    assert date(2026, 2, 12) in days_off(["US-NY"], 2026, 2026)  # Lincoln's birthday
    assert date(2026, 2, 12) not in days_off(["US"], 2026, 2026)


def test_a_country_closes_the_clock_as_its_dates_do():
    pytest.importorskip("holidays")
    rows = [("2026-04-10T12:00:00", "2026-04-16T12:00:00"), ("2026-12-04T09:00:00", "2026-12-08T17:00:00")]
    songkran = ["2026-04-13", "2026-04-14", "2026-04-15", "2026-12-07"]
    by_code, by_date, plain = took(rows, ["TH"]), took(rows, songkran), took(rows, [])
    assert by_code.value == by_date.value == (8 + 16) * 3600 / 2
    assert plain.value == (32 + 24) * 3600 / 2
    assert len({by_code.definition, by_date.definition, plain.definition}) == 3


def test_the_years_are_those_of_the_data():
    pytest.importorskip("holidays")
    rows = [("2020-12-30T09:00:00", "2021-01-04T17:00:00")]  # Wednesday to Monday, over a Friday off
    long_ago = Window("fixed", start=date(2020, 1, 1), end=date(2021, 12, 31))
    at = {"timezone": "America/New_York", "window": long_ago}
    assert took(rows, [], **at).value - took(rows, ["US"], **at).value == 8 * 3600


def test_a_new_year_in_the_zone_of_the_project_is_a_day_off():
    pytest.importorskip("holidays")
    rows = [("2025-12-31T23:00:00Z", "2026-01-01T08:00:00Z")]  # 06:00 to 15:00 of the first of January in Bangkok
    assert (took(rows, []).value, took(rows, ["TH"]).value) == (6 * 3600, 0)


def test_what_waits_is_measured_over_the_days_off_until_the_instant_of_asking():
    pytest.importorskip("holidays")
    rows = [("2026-12-30T09:00:00", None)]
    as_of = datetime(2027, 1, 4, 17, tzinfo=ZoneInfo("Asia/Bangkok"))  # 30, (31 and 1 off), 4
    options = {"statistic": "median", "unanswered": "censor", "window": Window("last", last=timedelta(days=30))}
    rows.append(("2026-12-30T09:00:00", "2027-01-04T17:00:00"))
    assert took(rows, ["TH"], as_of=as_of, **options).value == 16 * 3600


def test_a_date_long_ago_that_stands_for_unknown_costs_no_thousand_years():
    pytest.importorskip("holidays")
    metric, known = METRICS["first_response_time"], {"holidays": ("TH", date(1001, 1, 1))}
    parameters = {**metric.bind({}), **known}
    found = resolved(metric, parameters, datetime(1001, 1, 1, tzinfo=UTC), AS_OF)["holidays"]
    assert (found[0], found[-1]) == (date(1001, 1, 1), date(2026, 12, 31))
    assert 1900 < found[1].year < 2026


# ---------------------------------------------------------------- what is wrong is said


@pytest.mark.parametrize(
    ("code", "said"),
    [("ZZ", "no country `ZZ` is known"), ("US-XX", "no region `XX` of `US` is known")],
)
def test_an_unknown_code_is_said_when_it_is_measured(code, said):
    pytest.importorskip("holidays")
    reading = took([("2026-04-10T12:00:00", "2026-04-16T12:00:00")], [code])
    assert (reading.status, reading.value) == ("source_failed", None)
    assert said in reading.reason
    assert "write the dates" in reading.reason


def test_without_the_library_one_sentence_says_how_to_get_it():
    code = (
        "import sys\nsys.modules['holidays'] = None\nfrom okrengine.measure.calendars import days_off\n"
        "try:\n    days_off(['TH'], 2026, 2026)\nexcept Exception as error:\n    print(type(error).__name__, error)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("OkrError ")
    assert 'pip install "okrengine[holidays]"' in ran.stdout


KEY_RESULT = """\
metric: first_response_time
source: rows
with: {{clock: business, business_hours: {{days: [mon], open: "09:00", close: "17:00"}}, holidays: {}}}
baseline: 2 h
target: 1 h
"""
SETTINGS = "version: 1\ncycles: {named: {always: {from: 2000-01-01, to: 2030-12-31}}}\nsources:\n  rows: {type: csv, path: data/rows.csv}\n"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[TH, 2026-12-31]", None),
        ('["NO"]', None),
        ("[US-NY]", None),
        ("[th]", "write a date as year-month-day, or a country or region: 2026-12-31, TH, US-NY"),
        ("[Thailand]", "write a date as year-month-day, or a country or region"),
        ("[US-NEWYORK]", "write a date as year-month-day, or a country or region"),
        ("[TH, 31.12.2026]", "write a date as year-month-day, or a country or region"),
        ("[2026-02-30]", "`2026-02-30` is not on the calendar"),
        ("[2569-12-31]", "write 2026-12-31"),
        ("TH", "write [TH]"),
    ],
)
def test_validate_knows_the_form_of_a_holiday_without_the_library(okr, tmp_path, written, said):
    write_project(tmp_path, SETTINGS, KEY_RESULT.format(written), {"data/rows.csv": "a\n"})
    ran = okr(tmp_path, "validate")
    assert (said or "") in ran.stdout
    assert ("error" in ran.stdout) == (said is not None), ran.stdout


# ---------------------------------------------------------------- the clock, against a walk over every second


def local(day):
    """Seconds since 1970 on the wall clock at the start of a day."""
    return (day - date(1970, 1, 1)).days * 86400


def opened(stamps, hours, holidays):
    """What the clock makes of seconds in a zone without transitions: open seconds so far, and whether it is open."""
    import ibis

    connection, zone = engine.connect([]), between(ZoneInfo("UTC"), *2 * [datetime.fromisoformat("2026-01-01")])
    rows = ibis.array([ibis.literal(at, "int64") for at in stamps]).unnest().name("at").as_table()
    so_far = open_seconds(rows["at"].as_timestamp("s"), zone, hours, holidays)
    found = rows.select(at=rows["at"], so_far=so_far, now=is_open(rows["at"], hours, holidays))
    known = {row["at"]: (row["so_far"], row["now"]) for row in engine.embedded(connection).rows(found)}
    connection.close()
    return [known[at] for at in stamps]


def walked(start, end, hours, holidays):
    """Open seconds between two instants, day by day."""
    total, names = 0, ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
    day = date(1970, 1, 1) + timedelta(days=start // 86400)
    while local(day) <= end:
        first, last = (local(day) + int(t[:2]) * 3600 + int(t[3:]) * 60 for t in (hours["open"], hours["close"]))
        if names[day.weekday()] in hours["days"] and day not in holidays:
            total += max(0, min(end, last) - max(start, first))
        day += timedelta(days=1)
    return total


NAMES = st.lists(st.sampled_from(("mon", "tue", "wed", "thu", "fri", "sat", "sun")), min_size=1, unique=True)
TIMES = st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda at: f"{at[0]:02}:{at[1]:02}")
JANUARY = local(date(2026, 1, 1))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    st.lists(st.integers(JANUARY - 30 * 86400, JANUARY + 30 * 86400), min_size=2, max_size=6),
    NAMES,
    st.lists(TIMES, min_size=2, max_size=2, unique=True).map(sorted),
    st.lists(st.dates(date(2025, 12, 1), date(2026, 1, 31)), max_size=12),
)
def test_the_clock_in_closed_form_is_a_walk_over_the_days(stamps, days, times, holidays):
    hours = {"days": tuple(days), "open": times[0], "close": times[1]}
    stamps = sorted(set(stamps))
    found = opened(stamps, hours, holidays)
    for a, b in zip(range(len(stamps)), range(1, len(stamps)), strict=False):
        assert found[b][0] - found[a][0] == walked(stamps[a], stamps[b], hours, holidays)
    for at, (_, now) in zip(stamps, found, strict=True):
        assert now == (walked(at, at + 1, hours, holidays) == 1)


def test_many_holidays_are_no_deep_expression():
    holidays = [date(1950, 1, 1) + timedelta(days=9 * n) for n in range(3000)]
    start, end = JANUARY, JANUARY + 10 * 86400
    (a, _), (b, _) = opened([start, end], HOURS, holidays)
    assert b - a == walked(start, end, HOURS, set(holidays))
