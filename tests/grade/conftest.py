"""A bench on which a key result is promised, checked in and graded in one line."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings
from okrengine.grade import grade
from okrengine.model import CheckIn, Cycle, Entry, KeyResult, Measure, Objective, Reach
from okrengine.quantity import Quantity


class Bench:
    """A cycle of 100 days, so that a day is a point of expected progress: 2026-10-01 is 0, 2027-01-09 is 1."""

    zone = ZoneInfo("Asia/Bangkok")
    cycle = Cycle("autumn", date(2026, 10, 1), date(2027, 1, 9))
    settings = Settings(timezone=zone)
    q = staticmethod(Quantity.parse)

    def day(self, number, hour=9):
        """The instant at `hour` on day `number`; day 0 is the first of the cycle."""
        return datetime.fromordinal(self.cycle.first.toordinal() + number).replace(hour=hour, tzinfo=self.zone)

    def date(self, number):
        return self.day(number).date()

    def key_result(self, name="kr", goal=None, *, objective="t/o", metric="m", options=None, **given):
        goal = goal or Reach(self.q(given.pop("target", "100")))
        if isinstance(given.get("baseline"), str):
            given["baseline"] = self.q(given["baseline"])
        given.setdefault("deadline", self.cycle.last)
        given.setdefault("weight", Fraction(1))
        return KeyResult(
            name, f"{objective}/{name}", name, "nok", Measure(metric, options=options or {}), goal, **given
        )

    def reach(self, name="kr", **given):
        """0 → 100, so that the value is the progress in points."""
        return self.key_result(name, baseline="0", **given)

    def objective(self, *key_results, name="o", team="t", **given):
        cycle = given.pop("cycle", self.cycle)
        return Objective(name, f"{team}/{name}", team, cycle, name, "aspirational", "nok", key_results, **given)

    def checkin(self, when, entries, *, team="t", cycle="autumn", **given):
        at = when if isinstance(when, datetime) else self.day(when)
        given.setdefault("file", f"checkins/{cycle}/{team}/{at:%m%d%H}.yaml")
        return CheckIn(cycle, team, at, "nok", entries, **given)

    def value(self, text, **given):
        return Entry(value=None if text is None else self.q(text), **given)

    def grade(self, objectives, checkins, as_of, *, metrics=None, settings=None):
        as_of = as_of if isinstance(as_of, datetime) else self.day(as_of)
        found = grade(objectives, checkins, cycle=self.cycle, as_of=as_of, settings=settings or self.settings,
                      metrics=metrics or {})  # fmt: skip
        no_float(found)
        return found

    def one(self, key_result, *said, as_of=None, **given):
        """The grade of one key result; `said` are pairs of a day and an entry, or the text of a value."""
        entries = [(day, entry if isinstance(entry, Entry) else self.value(entry)) for day, entry in said]
        checkins = [self.checkin(day, {f"o/{key_result.id}": entry}) for day, entry in entries]
        last = said[-1][0] if as_of is None else as_of
        return self.grade([self.objective(key_result)], checkins, last, **given).objectives[0].key_results[0]


def no_float(value):
    """Fail where a float hides anywhere in what a grade says."""
    assert not isinstance(value, float), value
    if is_dataclass(value):
        for each in fields(value):
            no_float(getattr(value, each.name))
    elif isinstance(value, tuple | list):
        for each in value:
            no_float(each)
    elif isinstance(value, dict):
        for each in value.values():
            no_float(each)


@pytest.fixture(scope="session")
def bench():
    return Bench()
