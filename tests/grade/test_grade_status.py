"""Which rule decides the status, and at which number."""

from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings, StatusSettings
from okrengine.model import (
    Entry,
    GuardrailReading,
    Maintain,
    Milestone,
    Milestones,
    Override,
    Reach,
    Verdict,
)
from okrengine.offers import Metric
from okrengine.quantity import Quantity

q = Quantity.parse
BROKEN = (GuardrailReading("csat", q("75%"), 200, q("80%"), None, holds=False),)
HELD = (GuardrailReading("csat", q("81%"), 200, q("80%"), None, holds=True),)


def metric(name="m", **given):
    return Metric(name, lambda table: table, "survey_response", **given)


# ------------------------------------------------------------ pace


@pytest.mark.parametrize(
    ("value", "status"),
    [("100", "achieved"), ("130", "achieved"), ("99.999", "on_track"), ("50", "on_track"), ("40", "on_track"),
     ("39.9999999", "at_risk"), ("25", "at_risk"), ("24.9999999", "off_track"), ("-5", "off_track")],
)  # fmt: skip
def test_pace_thresholds_are_exact_and_inclusive(bench, value, status):
    found = bench.one(bench.reach(), (50, value))
    assert (found.status, found.pace) == (status, status)


@pytest.mark.parametrize(
    ("value", "status"), [("45", "on_track"), ("44.9", "at_risk"), ("30", "at_risk"), ("29.9", "off_track")]
)
def test_thresholds_are_the_projects(bench, value, status):
    settings = Settings(timezone=bench.zone, status=StatusSettings(on_track=Decimal(5), at_risk=Decimal(20)))
    assert bench.one(bench.reach(), (50, value), settings=settings).status == status


def test_the_first_tenth_of_the_time_is_quiet(bench):
    key_result = bench.reach(curve=())
    assert bench.one(key_result, (9, "-50")).status == "on_track"
    assert "quiet until 10 %" in bench.one(key_result, (9, "-50")).why.status_rule
    assert bench.one(key_result, (10, "-50")).status == "off_track"
    assert bench.one(key_result, (9, "100")).status == "achieved"
    loud = Settings(timezone=bench.zone, status=StatusSettings(quiet=Decimal(0)))
    assert bench.one(key_result, (0, "-50"), settings=loud).status == "off_track"


def test_a_level_to_keep_has_no_pace_and_no_quiet_time(bench):
    key_result = bench.key_result("kr", Maintain(q("85%")))
    assert bench.one(key_result, (1, "80%")).status == "off_track"
    assert bench.one(key_result, (100, "90%")).status == "on_track"


def test_milestones_go_by_their_own_dates(bench):
    key_result = bench.key_result("kr", Milestones((Milestone("a", bench.date(20)), Milestone("b", bench.date(90)))))
    said = [bench.one(key_result, (day, Entry())).status for day in (19, 20, 90)]
    assert said == ["on_track", "off_track", "off_track"]


# ------------------------------------------------------------ precedence

SHORT = {"n": 5}
FULL = {"n": 500}
WORD = Override("on_track", datetime(2026, 12, 31).date())  # noqa: DTZ001  only its day is meant


def low(bench, **given):
    return bench.value("10", **given)


def test_precedence_first_that_applies(bench):
    """Each row keeps everything of the row below it and adds what comes before it."""
    closes = {"o/kr": Verdict(Fraction(1, 10), "missed")}
    worst = Entry(missing="source_failed", override=WORD, n=5)
    plain = bench.reach()
    unmeasured = bench.key_result(target="100", measure_by=bench.date(5))
    rows = [
        ("closed", unmeasured, [bench.checkin(20, {"o/kr": worst}, verdicts=closes)]),
        ("baselining", unmeasured, [bench.checkin(20, {"o/kr": worst})]),
        ("no_data", plain, [bench.checkin(20, {"o/kr": worst})]),
        ("low_sample", plain, [bench.checkin(20, {"o/kr": low(bench, n=5, override=WORD)})]),
        ("stale", plain, [bench.checkin(20, {"o/kr": low(bench, n=500, override=WORD)})]),
        ("on_track", plain, [bench.checkin(45, {"o/kr": low(bench, n=500, override=WORD)})]),
        ("off_track", plain, [bench.checkin(45, {"o/kr": low(bench, n=500)})]),
    ]
    found = [bench.grade([bench.objective(kr)], said, 50).objectives[0].key_results[0] for _, kr, said in rows]
    assert [grade.status for grade in found] == [status for status, _, _ in rows]
    assert [grade.pace for grade in found] == [None, None, None, "off_track", "off_track", "off_track", "off_track"]
    assert [("overridden" in grade.flags) for grade in found] == [False] * 5 + [True, False]


def test_no_checkin_is_no_data(bench):
    found = bench.grade([bench.objective(bench.reach())], [], 50).objectives[0].key_results[0]
    assert (found.status, found.missing, found.score, found.at) == ("no_data", "no_data", None, None)
    assert found.expected == Fraction(1, 2)


@pytest.mark.parametrize("reason", ["no_data", "not_reached", "undefined", "stale", "source_failed", "not_stated"])
def test_a_missing_value_is_named_and_never_the_previous_one(bench, reason):
    found = bench.one(bench.reach(), (43, "60"), (50, Entry(missing=reason, detail="why")))
    assert (found.status, found.missing, found.detail) == ("no_data", reason, "why")
    assert (found.score, found.raw, found.band, found.pace) == (None, None, None, None)
    assert found.at == bench.day(50)


@pytest.mark.parametrize(
    ("n", "options", "metrics", "status"),
    [
        (29, {}, {}, "low_sample"),
        (30, {}, {}, "on_track"),
        (None, {}, {}, "on_track"),
        (0, {}, {}, "low_sample"),
        (29, {"min_sample": 20}, {}, "on_track"),
        (19, {"min_sample": 20}, {"m": metric(min_sample=10)}, "low_sample"),
        (99, {}, {"m": metric(min_sample=100)}, "low_sample"),
        (100, {}, {"m": metric(min_sample=100)}, "on_track"),
        (1, {"min_sample": 20}, {"m": metric(min_sample=None)}, "on_track"),
        (8, {}, {"m": metric().preset("p", title="P", min_sample=5)}, "on_track"),
        (12, {}, {"m": metric(defaults={"min_sample": 9})}, "on_track"),
        (29, {}, {"other": metric(min_sample=5)}, "low_sample"),
    ],
)
def test_the_smallest_sample_is_the_key_results_else_the_metrics_else_30(bench, n, options, metrics, status):
    found = bench.one(bench.reach(options=options), (50, bench.value("60", n=n)), metrics=metrics)
    assert found.status == status
    assert found.score == Fraction(3, 5)


def test_a_low_sample_is_never_green_but_shows_its_score(bench):
    found = bench.one(bench.reach(), (50, bench.value("100", n=3)))
    assert (found.status, found.pace, found.score) == ("low_sample", "achieved", 1)
    assert found.why.status_rule == "n = 3 is below the smallest sample of 30"


def test_a_stated_value_has_no_sample(bench):
    assert bench.one(bench.reach(metric="manual"), (50, bench.value("60", n=1))).status == "on_track"


def test_stale_is_older_than_the_limit(bench):
    key_result = bench.reach(curve="step")
    assert bench.one(key_result, (20, "60"), as_of=bench.day(34, 9)).status == "on_track"
    found = bench.one(key_result, (20, "60"), as_of=bench.day(34, 9) + timedelta(seconds=1))
    assert (found.status, found.pace, found.score) == ("stale", "on_track", Fraction(3, 5))
    of = bench.day(20).isoformat()
    assert found.why.status_rule == f"the last value is 14.00… d old, stale after 14 d; it is of {of}"
    assert bench.one(key_result, (20, "60"), as_of=bench.day(35, 9)).why.status_rule.startswith("the last value is 15 ")
    settings = Settings(timezone=bench.zone, status=StatusSettings(stale_after=timedelta(days=7)))
    assert bench.one(key_result, (20, "60"), as_of=28, settings=settings).status == "stale"


def test_age_is_real_time_where_clocks_change(bench):
    zone = ZoneInfo("America/New_York")
    said = bench.checkin(datetime(2026, 10, 31, 12, tzinfo=zone), {"o/kr": bench.value("60")})
    settings = Settings(timezone=zone, status=StatusSettings(stale_after=timedelta(days=1)))
    as_of = datetime(2026, 11, 1, 12, tzinfo=zone)
    card = bench.grade([bench.objective(bench.reach())], [said], as_of, settings=settings)
    assert card.objectives[0].key_results[0].status == "stale"


def test_an_override_lasts_through_its_day(bench):
    word = Override("at_risk", bench.date(52), "supplier")
    said = bench.value("100", override=word)
    assert bench.one(bench.reach(), (50, said)).status == "at_risk"
    last = bench.one(bench.reach(), (50, said), as_of=bench.day(52, 23))
    assert (last.status, last.pace, last.override) == ("at_risk", "achieved", word)
    over = bench.one(bench.reach(), (50, said), as_of=bench.day(53, 0))
    assert (over.status, over.override, over.flags) == ("achieved", None, ())


def test_an_override_stands_when_it_is_not_repeated_and_falls_to_a_newer_one(bench):
    first = bench.value("20", override=Override("on_track", bench.date(80)))
    assert bench.one(bench.reach(), (50, first), (55, "20")).status == "on_track"
    second = bench.value("20", override=Override("at_risk", bench.date(70)))
    assert bench.one(bench.reach(), (50, first), (55, second)).status == "at_risk"
    withdrawn = bench.value("20", override=Override("at_risk", bench.date(54)))
    assert bench.one(bench.reach(), (50, first), (55, withdrawn)).status == "off_track"


@pytest.mark.parametrize(
    ("value", "status"), [("100", "at_risk"), ("50", "at_risk"), ("30", "at_risk"), ("5", "off_track")]
)
def test_a_breached_guardrail_caps_at_risk(bench, value, status):
    found = bench.one(bench.reach(), (50, bench.value(value, guardrails=BROKEN)))
    assert (found.status, found.flags) == (status, ("guardrail_breached",))
    kept = bench.one(bench.reach(), (50, bench.value(value, guardrails=HELD)))
    assert (kept.status, kept.flags) == (kept.pace, ())
    assert found.pace == kept.pace


def test_a_breached_guardrail_is_named_in_the_rule(bench):
    found = bench.one(bench.reach(), (50, bench.value("50", guardrails=BROKEN)))
    assert found.why.status_rule.endswith(
        "; not better than at_risk, since the guardrail csat is 75% and must be at least 80%"
    )


def test_a_breached_guardrail_also_caps_the_owners_word_and_a_level(bench):
    word = Override("on_track", bench.date(60))
    found = bench.one(bench.reach(), (50, bench.value("10", guardrails=BROKEN, override=word)))
    assert (found.status, found.flags) == ("at_risk", ("guardrail_breached", "overridden"))
    level = bench.key_result("kr", Maintain(q("85%")))
    assert bench.one(level, (50, bench.value("90%", guardrails=BROKEN))).status == "at_risk"


def test_a_guardrail_that_could_not_be_measured_caps_nothing(bench):
    unknown = (replace(BROKEN[0], value=None, holds=None, missing="source_failed"),)
    found = bench.one(bench.reach(), (50, bench.value("50", guardrails=unknown)))
    assert (found.status, found.flags) == ("on_track", ())


def test_a_guardrail_speaks_even_where_the_value_is_missing(bench):
    found = bench.one(bench.reach(), (50, Entry(missing="no_data", guardrails=BROKEN)))
    assert (found.status, found.flags) == ("no_data", ("guardrail_breached",))


# ------------------------------------------------------------ flags


@pytest.mark.parametrize(
    ("interval", "flags"),
    [
        (("41", "49"), ()),
        (("40", "49"), ("within_noise",)),
        (("39", "60"), ("within_noise", "not_certain")),
        (("41", "60"), ("not_certain",)),
        (("61", "65"), ()),
    ],
)
def test_an_interval_marks_what_is_not_certain_and_changes_no_score(bench, interval, flags):
    key_result = bench.key_result(baseline="40", target="60")
    low, high = (q(end) for end in interval)
    found = bench.one(key_result, (50, bench.value("45", interval=(low, high))))
    assert (found.flags, found.score) == (flags, Fraction(1, 4))


def test_flags_are_always_in_one_order(bench):
    said = bench.value("130", interval=(q("-1"), q("140")), guardrails=BROKEN,
                       override=Override("on_track", bench.date(60)))  # fmt: skip
    assert bench.one(bench.reach(), (50, said)).flags == (
        "exceeded", "within_noise", "not_certain", "guardrail_breached", "overridden",
    )  # fmt: skip


def test_a_level_within_the_interval_is_not_certain(bench):
    key_result = bench.key_result("kr", Maintain(q("85%")))
    found = bench.one(key_result, (50, bench.value("86%", interval=(q("84%"), q("88%")))))
    assert (found.status, found.flags) == ("on_track", ("not_certain",))


# ------------------------------------------------------------ closing


def test_a_closing_checkin_gives_its_verdicts(bench):
    verdict = Verdict(Fraction(69, 100), "missed", "supplier left")
    key_results = (bench.reach("a"), bench.reach("b"))
    checkins = [
        bench.checkin(90, {"o/a": bench.value("69"), "o/b": bench.value("100")}),
        bench.checkin(101, {}, verdicts={"o/a": verdict}),
        bench.checkin(102, {"o/a": bench.value("100")}),
    ]
    objective = bench.objective(*key_results)
    a, b = bench.grade([objective], checkins, 103).objectives[0].key_results
    assert (a.status, a.verdict, a.score, a.band) == ("closed", verdict, Fraction(69, 100), "amber")
    assert (b.status, b.verdict, b.score) == ("closed", None, 1)
    assert a.why.status_rule.endswith("verdict missed")
    before = bench.grade([objective], checkins, 95).objectives[0]
    assert [grade.status for grade in before.key_results] == ["off_track", "achieved"]


def test_closing_closes_one_team(bench):
    mine, theirs = bench.objective(bench.reach()), bench.objective(bench.reach(objective="u/o"), team="u")
    checkins = [
        bench.checkin(60, {"o/kr": bench.value("60")}, verdicts={}),
        bench.checkin(60, {"o/kr": bench.value("60")}, team="u"),
    ]
    card = bench.grade([mine, theirs], checkins, 60)
    assert [objective.status for objective in card.objectives] == ["closed", "on_track"]
    assert card.status == "on_track"


def test_the_reach_of_a_key_result_without_any_baseline_is_open(bench):
    key_result = bench.key_result("kr", Reach(q("5")))
    assert bench.one(key_result, (50, "4")).status == "baselining"
