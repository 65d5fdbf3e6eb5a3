"""Time as people live it: zones, clocks that are set, business hours, windows, cycles, and years that are not ours."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.config import Settings, SourceSettings, Values
from okrengine.measure import engine
from okrengine.measure.business import open_seconds
from okrengine.measure.windows import resolve
from okrengine.measure.zones import between
from okrengine.model import Cycle, Window
from okrengine.registry import find
from okrengine.testing import read_metric, write_project

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
