"""Time as people live it: zones, clocks that are set, business hours, windows, cycles, and years that are not ours."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.config import Settings, SourceSettings
from okrengine.measure import engine
from okrengine.measure.business import open_seconds
from okrengine.measure.windows import resolve
from okrengine.measure.zones import between
from okrengine.model import Cycle, Window
from okrengine.registry import find
from okrengine.testing import read_metric

METRICS = find().metrics
HOUR = 3600
ALL_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def took(created, answered, timezone, **options):
    """The seconds between two stamps as they stand in a file."""
    stamps = {"ticket_id": "t", "created_at": created, "first_response_at": answered}
    year = int(created[:4])
    as_of = datetime(year + 1, 2, 1, tzinfo=UTC)
    window = Window("fixed", start=date(year, 1, 1), end=date(year, 12, 31))
    frt = METRICS["first_response_time"]
    return read_metric(frt, [stamps], parameters=options, timezone=timezone, as_of=as_of, window=window).value


# ---------------------------------------------------------------- zones and clocks that are set


@pytest.mark.parametrize(
    ("zone", "start", "end", "hours"),
    [
        ("America/New_York", "2015-10-31T12:00:00", "2015-11-01T12:00:00", 25),
        ("America/New_York", "2026-03-07T12:00:00", "2026-03-08T12:00:00", 23),
        ("America/New_York", "2026-03-08T01:30:00", "2026-03-08T03:30:00", 1),
        ("America/New_York", "2026-11-01T01:30:00", "2026-11-01T02:30:00", 2),  # of 01:30 twice the first is meant
        ("America/New_York", "2026-11-01T00:30:00", "2026-11-01T01:30:00", 1),
        ("America/New_York", "2026-11-01T01:30:00-04:00", "2026-11-01T01:30:00-05:00", 1),
        ("America/New_York", "2026-03-08T02:30:00", "2026-03-08T03:30:00", 0),  # 02:30 was not: read as 03:30
        ("America/New_York", "2026-03-08T01:59:59", "2026-03-08T03:00:00", 1 / 3600),
        ("Europe/London", "2026-03-28T12:00:00", "2026-03-29T12:00:00", 23),
        ("Australia/Lord_Howe", "2026-04-04T12:00:00", "2026-04-05T12:00:00", 24.5),  # set by half an hour
        ("Australia/Adelaide", "2026-10-03T12:00:00", "2026-10-04T12:00:00", 23),  # half an hour off, and set
        ("Asia/Kolkata", "2026-03-28T12:00:00", "2026-03-29T12:00:00", 24),
        ("Asia/Kathmandu", "2026-01-01T05:45:00", "2026-01-01T00:00:00Z", 0),
        ("Asia/Bangkok", "2026-01-01T07:00:00", "2026-01-01T00:00:00Z", 0),
        ("Asia/Bangkok", "2026-03-28T12:00:00", "2026-03-29T12:00:00", 24),
        ("UTC", "2024-02-28T12:00:00", "2024-03-01T12:00:00", 48),
        ("Pacific/Apia", "2011-12-29T12:00:00", "2011-12-31T12:00:00", 24),  # a day that was not
        ("Africa/Monrovia", "1971-06-01T00:00:00", "1971-06-02T00:00:00", 24),  # 44 min 30 s off
        ("America/Sao_Paulo", "2018-11-03T23:30:00", "2018-11-04T01:30:00", 1),  # set at midnight
        ("America/Sao_Paulo", "2018-02-17T22:30:00", "2018-02-18T00:30:00", 3),
    ],
)
def test_lengths_are_those_of_instants_not_of_wall_clocks(zone, start, end, hours):
    assert took(start, end, zone) == round(hours * HOUR)


ZONES = (
    "America/New_York",
    "Europe/London",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/Sao_Paulo",
    "Asia/Bangkok",
)


@settings(max_examples=8, deadline=None, derandomize=True)
@given(st.sampled_from(ZONES), st.lists(st.integers(0, 2 * 365 * 96), min_size=2, max_size=5))
def test_instants_and_wall_clocks_are_those_of_the_zone(zone, quarters):
    """Both ways, against Python's own; wall clocks that came twice or never included."""
    import ibis

    name, first = ZoneInfo(zone), datetime(2017, 6, 1, tzinfo=UTC)
    stamps = [first + timedelta(minutes=15 * quarter) for quarter in quarters]
    walls = [stamp.astimezone(name).replace(tzinfo=None, fold=0) for stamp in stamps]
    rows = ibis.array(
        [ibis.struct({"i": ibis.literal(a.replace(tzinfo=None), "timestamp(6)"), "w": ibis.literal(b, "timestamp(6)")})
         for a, b in zip(stamps, walls, strict=True)]
    ).unnest().name("both").as_table()  # fmt: skip
    reach = between(name, min(stamps).replace(tzinfo=None), max(stamps).replace(tzinfo=None))
    found = rows.select(i=rows.both.i, w=rows.both.w, local=reach.local(rows.both.i), utc=reach.utc(rows.both.w))
    connection = engine.connect([])
    for row in engine.embedded(connection).rows(found):
        instant = row["i"].replace(tzinfo=UTC)
        assert row["local"] == instant.astimezone(name).replace(tzinfo=None)
        assert row["utc"] == row["w"].replace(tzinfo=name).astimezone(UTC).replace(tzinfo=None)
    connection.close()


# ---------------------------------------------------------------- business hours


@pytest.mark.parametrize(
    ("zone", "start", "end", "hours"),
    [
        ("America/New_York", "2026-03-06T16:00:00", "2026-03-09T10:00:00", 2),  # a Friday to a Monday
        ("America/New_York", "2026-10-30T16:00:00", "2026-11-02T10:00:00", 2),
        ("Asia/Bangkok", "2026-03-06T16:00:00", "2026-03-09T10:00:00", 2),
        ("Asia/Kathmandu", "2026-03-06T10:15:00Z", "2026-03-09T04:15:00Z", 2),
        ("UTC", "2026-03-06T17:00:00", "2026-03-09T09:00:00", 0),
        ("UTC", "2026-03-06T16:59:59", "2026-03-09T09:00:01", 2 / 3600),
        ("UTC", "1969-12-31T16:00:00", "1970-01-01T10:00:00", 2),
    ],
)
def test_the_business_clock_stands_still_at_night_and_on_weekends(zone, start, end, hours):
    week = {"days": list(ALL_WEEK[:5]), "open": "09:00", "close": "17:00"}
    assert took(start, end, zone, clock="business", business_hours=week) == round(hours * HOUR)


@pytest.mark.parametrize(
    ("start", "end", "hours"),
    [
        ("2026-10-31T12:00:00", "2026-11-01T12:00:00", 25),
        ("2026-03-07T12:00:00", "2026-03-08T12:00:00", 23),
        ("2026-11-01T01:30:00-04:00", "2026-11-01T01:10:00-05:00", 2 / 3),  # on the wall, 20 minutes backwards
    ],
)
def test_a_desk_that_never_closes_has_the_hours_that_the_day_had(start, end, hours):
    always = {"days": list(ALL_WEEK), "open": "00:00", "close": "24:00"}
    assert took(start, end, "America/New_York", clock="business", business_hours=always) == round(hours * HOUR)


def walked(start, end, zone, hours, holidays):
    """Open seconds between two instants, minute by minute."""
    total, at = 0, start
    while at < end:
        local = at.astimezone(zone)
        shown = f"{local:%H:%M}"
        open_ = hours["open"] <= shown < hours["close"] and ALL_WEEK[local.weekday()] in hours["days"]
        total += 60 * (open_ and local.date() not in holidays)
        at += timedelta(minutes=1)
    return total


@settings(max_examples=12, deadline=None, derandomize=True)
@given(
    st.sampled_from([("America/New_York", date(2026, 3, 8)), ("America/New_York", date(2026, 11, 1)),
                     ("America/Sao_Paulo", date(2018, 11, 4)), ("America/Sao_Paulo", date(2018, 2, 18)),
                     ("Australia/Lord_Howe", date(2026, 4, 5))]),
    st.lists(st.integers(-30 * 60, 30 * 60), min_size=2, max_size=4, unique=True),
    st.sets(st.sampled_from(ALL_WEEK), min_size=4),
    st.sampled_from([("00:00", "24:00"), ("00:30", "02:30"), ("01:15", "08:00"), ("09:00", "17:00"), ("22:00", "23:59")]),
    st.sets(st.sampled_from([-1, 0, 1])),
)  # fmt: skip
def test_the_business_clock_is_a_walk_over_the_minutes_where_clocks_are_set(where, minutes, days, times, off):
    import ibis

    name, day = where
    zone, hours = ZoneInfo(name), {"days": tuple(days), "open": times[0], "close": times[1]}
    holidays = [day + timedelta(days=one) for one in off]
    noon = datetime(day.year, day.month, day.day, 3, tzinfo=zone).astimezone(UTC)
    stamps = sorted(noon + timedelta(minutes=minute) for minute in minutes)
    rows = (
        ibis.array([ibis.literal(s.replace(tzinfo=None), "timestamp(6)") for s in stamps])
        .unnest()
        .name("at")
        .as_table()
    )
    reach = between(zone, *(stamp.replace(tzinfo=None) for stamp in (stamps[0], stamps[-1])))
    found = rows.select(at=rows["at"], so_far=open_seconds(rows["at"], reach, hours, holidays))
    connection = engine.connect([])
    known = {row["at"].replace(tzinfo=UTC): row["so_far"] for row in engine.embedded(connection).rows(found)}
    connection.close()
    for start, end in pairwise(stamps):
        assert known[end] - known[start] == walked(start, end, zone, hours, holidays)


# ---------------------------------------------------------------- years that are not ours, and days that are none


def counted(rows, formats=(), **more):
    """How many tickets were opened in 2026, of a column of stamps as they stand in a file."""
    given = [{"ticket_id": str(number), "created_at": stamp} for number, stamp in enumerate(rows)]
    source = SourceSettings("s", "csv", formats=formats)
    return read_metric(METRICS["contact_volume"], given, source=source, **more)


@pytest.mark.parametrize(
    ("stamp", "formats", "common"),
    [
        ("2568-11-01", (), 2025),
        ("2569-11-01T09:30:00+07:00", (), 2026),
        ("01/11/2568", ("%d/%m/%Y",), 2025),
        ("1/11/2568 09:30", ("%d/%m/%Y %H:%M",), 2025),
        ("29/02/2567", ("%d/%m/%Y",), 2024),  # a leap day there and here, but 2567 has none
        ("25681101", ("%Y%m%d",), 2025),
        ("01-พ.ย.-2568", ("%d-%b-%Y",), 2025),
        ("2400-01-01", (), 1857),
        ("2699-12-31", (), 2156),
    ],
)
def test_a_year_of_the_buddhist_era_is_refused_with_the_common_one(stamp, formats, common):
    found = counted([stamp, "x" if formats else "2026-01-01"], formats)
    assert (found.status, found.value) == ("source_failed", None)
    assert f"looks like a Buddhist-era year; {common + 543} - 543 = {common}" in found.reason
    assert stamp not in found.reason


def test_the_years_before_and_after_are_no_buddhist_ones():
    assert counted(["2399-12-31", "2700-01-01", "2026-01-01"]).value == 1


@pytest.mark.parametrize(("year", "taken"), [("80", True), ("99", True), ("00", True), ("26", True), ("42", True), ("43", False), ("68", False), ("69", False), ("79", False)])  # fmt: skip
def test_two_digits_of_a_year_are_taken_only_where_they_mean_one(year, taken):
    found = counted([f"01/11/{year}"], ("%d/%m/%y",))
    assert (found.status != "source_failed") == taken
    if not taken:
        assert f"{year} may be 25{year} of the Buddhist era: export all four" in found.reason


def test_two_digits_of_a_year_count_in_their_year():
    assert counted(["01/11/26", "31/12/25", "28/02/26"], ("%d/%m/%y",)).value == 2


@pytest.mark.parametrize(
    "stamp", ["2026-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0026-01-01", "2026-01-01T24:30:00"]
)
def test_a_day_that_never_was_is_no_date(stamp):
    found = counted([stamp])
    assert (found.status, found.value) == ("source_failed", None)
    assert "are no date and time" in found.reason


def test_a_leap_day_is_a_day():
    window = Window("fixed", start=date(2024, 2, 29), end=date(2024, 2, 29))
    days = ["2024-02-28T23:59:59Z", "2024-02-29", "2024-02-29T23:59:59.999999Z", "2024-03-01T00:00:00Z"]
    assert counted(days, window=window).value == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cycle: 2569-Q4", "2569 looks like a Buddhist year: write 2026"),
        ("deadline: 2569-12-31", "2569 looks like a Buddhist year: write 2026"),
        ("deadline: 2026-11-31", "2026-11-30"),
        ("window: {from: 2568-01-01, to: 2568-12-31}", "2568 looks like a Buddhist year: write 2025"),
        ("window: {from: 2026-02-29, to: 2026-03-31}", "2026-02-28"),
    ],
)
def test_files_that_people_write_are_held_to_the_calendar(okr, tmp_path, text, said):
    cycle, more = ("2026-Q4", text) if "cycle" not in text else (text.removeprefix("cycle: "), "")
    key_result = (
        f"{{id: k, title: Customers who come back to us, baseline: 40%, target: 50%{', ' if more else ''}{more}}}"
    )
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrengine.yaml").write_text("version: 1\n", encoding="utf-8")
    (tmp_path / "okrs" / "a.yaml").write_text(
        f"version: 1\ncycle: {cycle}\nteam: t\nowner: nok\nobjectives:\n"
        f"  - id: o\n    title: Customers like us\n    key_results:\n      - {key_result}\n",
        encoding="utf-8",
    )
    ran = okr(tmp_path, "validate")
    assert ran.returncode == 1
    assert said in ran.stdout


def test_an_instant_of_asking_is_of_the_common_era(okr, tmp_path):
    (tmp_path / "okrengine.yaml").write_text("version: 1\n", encoding="utf-8")
    ran = okr(tmp_path, "measure", "--as-of", "2569-11-21")
    assert ran.returncode == 2
    assert "write one of the common era" in ran.stderr


# ---------------------------------------------------------------- windows, cycles and the instant of asking

BANGKOK, YORK = ZoneInfo("Asia/Bangkok"), ZoneInfo("America/New_York")
QUARTER = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("zone", "stamps", "n"),
    [
        (BANGKOK, ["2026-09-30T16:59:59Z", "2026-09-30T17:00:00Z"], 1),
        (BANGKOK, ["2026-10-31T16:59:59.999999Z", "2026-10-31T17:00:00Z"], 1),
        (BANGKOK, ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"], 2),
        (YORK, ["2026-10-01T03:59:59Z", "2026-10-01T04:00:00Z", "2026-11-01T03:59:59Z", "2026-11-01T04:00:00Z"], 2),
        (YORK, ["2026-09-30T23:59:59-04:00", "2026-10-01T00:00:00-04:00", "2026-10-31T23:30:00-05:00"], 1),
    ],
)
def test_a_window_of_days_holds_both_ends_in_the_zone(zone, stamps, n):
    window = Window("fixed", start=date(2026, 10, 1), end=date(2026, 10, 31))
    assert counted(stamps, window=window, timezone=zone.key, as_of=datetime(2026, 12, 1, tzinfo=UTC)).value == n


def test_a_window_of_instants_is_half_open():
    window = Window("fixed", start=datetime(2026, 10, 1, 9), end=datetime(2026, 10, 1, 17, tzinfo=UTC))  # noqa: DTZ001  the first is in the project's zone
    stamps = ["2026-10-01T01:59:59Z", "2026-10-01T02:00:00Z", "2026-10-01T16:59:59.999999Z", "2026-10-01T17:00:00Z"]
    assert counted(stamps, window=window, timezone="Asia/Bangkok").value == 2


def test_a_window_over_the_day_on_which_clocks_are_set_is_as_long_as_that_day():
    day = date(2026, 11, 1)
    stretch = resolve(Window("fixed", start=day, end=day), QUARTER, datetime(2026, 12, 1, tzinfo=UTC), YORK)
    assert stretch.end.astimezone(UTC) - stretch.start.astimezone(UTC) == timedelta(hours=25)
    spring = date(2026, 3, 8)
    stretch = resolve(Window("fixed", start=spring, end=spring), QUARTER, datetime(2026, 12, 1, tzinfo=UTC), YORK)
    assert stretch.end.astimezone(UTC) - stretch.start.astimezone(UTC) == timedelta(hours=23)
    inside = [f"2026-11-01T{hour:02}:30:00Z" for hour in range(24)] + ["2026-11-02T04:30:00Z", "2026-11-02T05:00:00Z"]
    assert (
        counted(
            inside,
            window=Window("fixed", start=day, end=day),
            timezone=YORK.key,
            as_of=datetime(2026, 12, 1, tzinfo=UTC),
        ).value
        == 21
    )


def test_the_last_thirty_days_are_thirty_times_24_hours_to_the_instant():
    as_of = datetime(2026, 11, 10, 14, tzinfo=UTC)
    stamps = ["2026-10-11T13:59:59Z", "2026-10-11T14:00:00Z", "2026-11-10T14:00:00Z", "2026-11-10T14:00:01Z"]
    window = Window("last", last=timedelta(days=30))
    for zone in ("UTC", YORK.key, "Asia/Kathmandu"):
        assert counted(stamps, window=window, as_of=as_of, timezone=zone).value == 2


@pytest.mark.parametrize(
    ("as_of", "n"),
    [
        ("2026-10-31T23:59:59.999999", 2),
        ("2026-11-01T00:00:00", 2),
        ("2026-10-31T12:00:00", 1),
        ("2026-10-31T11:59:59", 0),
    ],
)
def test_the_end_of_the_window_or_the_instant_of_asking_whichever_is_earlier(as_of, n):
    """At the end of the window a row is outside; at the instant of asking it is inside."""
    window = Window("fixed", start=date(2026, 10, 31), end=date(2026, 10, 31))
    stamps = ["2026-10-31T12:00:00Z", "2026-10-31T23:59:59.999999Z", "2026-11-01T00:00:00Z"]
    as_of = datetime.fromisoformat(as_of).replace(tzinfo=UTC)
    earlier = {"ticket_id": "x", "created_at": "2026-01-01"}  # so that the source holds a row at all
    found = counted([earlier["created_at"], *stamps], window=window, as_of=as_of)
    assert found.value == n


def test_a_bare_day_is_known_from_its_start_in_the_zone():
    window = Window("fixed", start=date(2026, 10, 1), end=date(2026, 10, 31))
    for as_of, n in (("2026-10-14T16:59:59+00:00", 0), ("2026-10-14T17:00:00+00:00", 1)):
        found = counted(
            ["2026-01-01", "2026-10-15"], window=window, timezone="Asia/Bangkok", as_of=datetime.fromisoformat(as_of)
        )
        assert found.value == n


@pytest.mark.parametrize(
    ("starts", "cycle", "first", "last"),
    [
        (1, "2026-Q4", "2026-10-01", "2026-12-31"),
        (10, "2026-Q1", "2026-10-01", "2026-12-31"),
        (10, "2026-Q2", "2027-01-01", "2027-03-31"),
        (10, "2026", "2026-10-01", "2027-09-30"),
        (4, "2026-H2", "2026-10-01", "2027-03-31"),
        (4, "2027-Q4", "2028-01-01", "2028-03-31"),
        (12, "2027-Q1", "2027-12-01", "2028-02-29"),
        (1, "2028-H1", "2028-01-01", "2028-06-30"),
    ],
)
def test_a_fiscal_year_has_the_number_of_the_year_in_which_it_starts(starts, cycle, first, last):
    found = Settings(fiscal_year_starts=starts).cycle(cycle)
    assert (str(found.first), str(found.last)) == (first, last)


OKR = """\
version: 1
cycle: {cycle}
team: t
owner: nok
objectives:
  - id: o
    title: Customers like us
    key_results:
      - {{id: k, title: Tickets of customers, metric: contact_volume, source: desk, baseline: 9, target: 1{more}}}
"""


@pytest.mark.parametrize(
    ("cycle", "more", "as_of", "n", "start", "end"),
    [
        ("2026-Q1", "", "2026-12-31", 3, "2026-10-01T00:00:00+07:00", "2026-12-31T23:59:59+07:00"),
        ("2026-Q1", "", "2026-11-15", 1, "2026-10-01T00:00:00+07:00", "2026-11-15T23:59:59+07:00"),
        ("2026-Q1", "", "2026-11-15T23:59:58+07:00", 0, "2026-10-01T00:00:00+07:00", "2026-11-15T23:59:58+07:00"),
        ("launch", "", "2027-06-01", 2, "2026-11-16T00:00:00+07:00", "2027-01-01T00:00:00+07:00"),
        ("2026-Q1", ", window: last 24 h", "2026-11-16T23:59:59+07:00", 2, "2026-11-15T23:59:59+07:00", "2026-11-16T23:59:59+07:00"),
        ("2026-Q1", ", window: {from: 2026-11-15, to: 2026-11-15}", "2026-12-31", 1, "2026-11-15T00:00:00+07:00", "2026-11-16T00:00:00+07:00"),
        ("2026-Q1", ", window: {from: 2026-11-15T23:59:59, to: 2026-11-16T00:00:00}", "2026-12-31", 1, "2026-11-15T23:59:59+07:00", "2026-11-16T00:00:00+07:00"),
    ],
)  # fmt: skip
def test_the_whole_way_from_files_to_a_count(okr, tmp_path, cycle, more, as_of, n, start, end):  # noqa: PLR0913, PLR0917
    import json

    (tmp_path / "okrs").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "okrengine.yaml").write_text(
        "version: 1\ntimezone: Asia/Bangkok\n"
        "cycles: {fiscal_year_starts: 10, named: {launch: {from: 2026-11-16, to: 2026-12-31}}}\n"
        "sources: {desk: {type: csv, path: data/desk.csv, columns: {ticket_id: id, created_at: at}}}\n",
        encoding="utf-8",
    )
    stamps = [
        "2026-09-30T16:59:59Z",
        "2026-11-15T16:59:59Z",
        "2026-11-16T00:00:00",
        "2026-12-31T16:59:59Z",
        "2026-12-31T17:00:00Z",
    ]
    lines = "".join(f"{number},{stamp}\n" for number, stamp in enumerate(stamps))
    (tmp_path / "data" / "desk.csv").write_text(f"id,at\n{lines}", encoding="utf-8")
    (tmp_path / "okrs" / "a.yaml").write_text(OKR.format(cycle=cycle, more=more), encoding="utf-8")
    ran = okr(tmp_path, "measure", "t", "--as-of", as_of, "--format", "json")
    (found,) = json.loads(ran.stdout)["readings"]
    assert found["value"] == n
    assert found["window"] == {"from": start, "to": end}
