"""How other programs judge a pace: each preset at its edges, one step beside them, and where time begins and ends."""

from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from okrengine.config import PRESETS, Settings
from okrengine.model import Maintain, Milestone, Milestones
from okrengine.project import BrokenFilesError, Project
from okrengine.quantity import Quantity

q = Quantity.parse
FILE = """\
version: 1
cycle: 2026-Q4
team: t
owner: nok
objectives:
  - id: o
    title: Customers come back
    key_results:
      - {id: kr, title: Share of customers who bought again, metric: manual, baseline: 0, target: 100}
"""
SAID = """\
version: 1
cycle: 2026-Q4
team: t
at: 2026-11-15T09:00:00Z
by: nok
key_results:
  o/kr: {value: %s}
"""


def status(bench, preset, day, value, **given):
    settings = Settings(timezone=bench.zone, status=PRESETS[preset])
    found = bench.one(bench.reach(**given), (day, value), settings=settings)
    assert found.pace == found.status
    return found.status


# preset, day (in points of expected progress), the least progress that is on track, and the least that is at risk
EDGES = [
    ("linear", 0, "0", None),
    ("linear", 1, "1", None),
    ("linear", 60, "60", None),
    ("linear", 99, "99", None),
    ("gap_16_33", 0, "-16.5", "-33"),
    ("gap_16_33", 50, "33.5", "17"),
    ("gap_16_33", 99, "82.5", "66"),
    ("gap_16_33", 100, "83.5", "67"),
    ("gap_20_40", 0, "-20", "-40"),
    ("gap_20_40", 50, "30", "10"),
    ("gap_20_40", 30, "10", "-10"),
    ("gap_20_40", 100, "80", "60"),
    ("ratio_95_75", 0, "0", "0"),
    ("ratio_95_75", 1, "0.95", "0.75"),
    ("ratio_95_75", 50, "47.5", "37.5"),
    ("ratio_95_75", 100, "95", "75"),
    ("ratio_90_70", 0, "0", "0"),
    ("ratio_90_70", 50, "45", "35"),
    ("ratio_90_70", 33, "29.7", "23.1"),
    ("ratio_90_70", 100, "90", "70"),
    ("attain_90_75", 0, "90", "75"),
    ("attain_90_75", 50, "90", "75"),
    ("attain_90_75", 100, "90", "75"),
]
STEP = Decimal("0.000000000001")


@pytest.mark.parametrize(("preset", "day", "good", "fair"), EDGES)
def test_a_preset_at_its_edges_and_one_step_beside_them(bench, preset, day, good, fair):
    def judged(number):
        return status(bench, preset, day, format(number, "f"))

    assert judged(Decimal(good)) == judged(Decimal(good) + STEP) == "on_track"
    worse = "at_risk" if fair != good else "off_track"
    assert judged(Decimal(good) - STEP) == worse
    if fair is None:
        assert judged(Decimal(-1000)) == "at_risk", "behind is the worst word that it has"
        return
    assert judged(Decimal(fair) + STEP) == ("at_risk" if worse == "at_risk" else "on_track")
    assert judged(Decimal(fair)) == ("at_risk" if worse == "at_risk" else "on_track")
    assert judged(Decimal(fair) - STEP) == "off_track"
    assert judged(Decimal(-1000)) == "off_track"


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("day", [0, 50, 100])
def test_what_is_reached_is_achieved_under_every_preset(bench, preset, day):
    assert status(bench, preset, day, "100") == status(bench, preset, day, "130") == "achieved"
    almost = "at_risk" if (preset, day) == ("linear", 100) else "on_track"
    assert status(bench, preset, day, "99.999999999999") == almost


@pytest.mark.parametrize(("preset", "day", "value", "word"), [
    ("linear", 0, "-0.1", "at_risk"), ("gap_16_33", 10, "-6.5", "on_track"), ("gap_16_33", 10, "-6.6", "at_risk"),
    ("gap_20_40", 10, "-30", "at_risk"), ("gap_20_40", 10, "-30.1", "off_track"),
    ("ratio_95_75", 0, "-0.1", "off_track"), ("ratio_90_70", 10, "-1", "off_track"), ("attain_90_75", 0, "-5", "off_track"),
])  # fmt: skip
def test_a_progress_below_the_baseline(bench, preset, day, value, word):
    assert status(bench, preset, day, value) == word


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_has_no_quiet_start_and_lowers_nothing_by_a_forecast(preset):
    found = PRESETS[preset]
    assert (found.preset, found.quiet, found.foresees) == (preset, 0, False)
    assert found.stale_after == Settings().status.stale_after


def test_the_names_of_the_presets():
    assert list(PRESETS) == ["linear", "gap_16_33", "gap_20_40", "ratio_95_75", "ratio_90_70", "attain_90_75"]


def test_a_preset_judges_downwards_and_by_a_curve_alike(bench):
    settings = Settings(timezone=bench.zone, status=PRESETS["ratio_95_75"])
    falling = bench.key_result(baseline="48 h", target="24 h")
    assert bench.one(falling, (50, "36.6 h"), settings=settings).status == "on_track"
    assert bench.one(falling, (50, "36.61 h"), settings=settings).status == "at_risk"
    assert bench.one(falling, (50, "39.01 h"), settings=settings).status == "off_track"
    late = bench.reach(curve="step")
    assert bench.one(late, (99, "0"), settings=settings).status == "on_track"
    assert bench.one(late, (100, "74"), settings=settings).status == "off_track"


def test_milestones_have_a_pace_and_a_level_to_keep_has_none(bench):
    settings = Settings(timezone=bench.zone, status=PRESETS["attain_90_75"])
    steps = Milestones((Milestone("a", bench.date(20), weight=Fraction(3)), Milestone("b", bench.date(90))))
    done = bench.value(None, milestones={"a": bench.date(10)})
    assert bench.one(bench.key_result("kr", steps), (50, done), settings=settings).status == "at_risk"
    level = bench.key_result("kr", Maintain(q("85%")))
    assert [bench.one(level, (50, v), settings=settings).status for v in ("85%", "84%")] == ["on_track", "off_track"]


@pytest.mark.parametrize(("preset", "value", "rule"), [
    ("linear", "49", "1 points behind; at risk otherwise, on track up to 0 behind (`linear`)"),
    ("gap_16_33", "20", "30 points behind; at risk up to 33 behind, on track up to 16.5 behind (`gap_16_33`)"),
    ("gap_16_33", "10", "40 points behind; off track when more than 33 behind (`gap_16_33`)"),
    ("ratio_95_75", "50", "on the line; on track from 95 % of what is expected on (`ratio_95_75`)"),
    ("ratio_95_75", "10", "40 points behind; off track when below 75 % of what is expected (`ratio_95_75`)"),
    ("attain_90_75", "80", "30 points ahead; at risk from 75 % on, on track from 90 % on (`attain_90_75`)"),
])  # fmt: skip
def test_the_rule_names_the_preset_and_its_limits(bench, preset, value, rule):
    settings = Settings(timezone=bench.zone, status=PRESETS[preset])
    found = bench.one(bench.reach(), (50, value), settings=settings).why.status_rule
    assert found.split(": ", 1)[1] == rule


# ------------------------------------------------------------ in okrengine.yaml


@pytest.fixture
def opened(tmp_path):
    def put(said, value="30"):
        (tmp_path / "okrengine.yaml").write_text(f"version: 1\nstatus: {{{said}}}\n", encoding="utf-8")
        for name, text in {
            "okrs/t.yaml": FILE, "checkins/2026-Q4/t/2026-11-15T090000Z.yaml": SAID % value,
        }.items():  # fmt: skip
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return Project.open(tmp_path)

    return put


def graded(project):
    card = project.scorecard(cycle="2026-Q4", as_of=datetime(2026, 11, 15, 12, tzinfo=UTC))
    return card.objectives[0].key_results[0]


# 45 of 91 days have passed: 49.45… points are expected
@pytest.mark.parametrize(("said", "value", "word"), [
    ("", "30", "at_risk"),
    ("preset: linear", "49", "at_risk"), ("preset: linear", "50", "on_track"),
    ("preset: gap_16_33", "33", "on_track"), ("preset: gap_16_33", "32", "at_risk"), ("preset: gap_16_33", "16", "off_track"),
    ("preset: gap_20_40", "30", "on_track"), ("preset: gap_20_40", "10", "at_risk"), ("preset: gap_20_40", "9", "off_track"),
    ("preset: ratio_95_75", "47", "on_track"), ("preset: ratio_95_75", "46", "at_risk"), ("preset: ratio_95_75", "37", "off_track"),
    ("preset: ratio_90_70", "45", "on_track"), ("preset: ratio_90_70", "44", "at_risk"), ("preset: ratio_90_70", "34", "off_track"),
    ("preset: attain_90_75", "90", "on_track"), ("preset: attain_90_75", "89", "at_risk"), ("preset: attain_90_75", "74", "off_track"),
])  # fmt: skip
def test_a_project_that_moves_over_keeps_its_colours(opened, said, value, word):
    assert graded(opened(said, value)).status == word


def test_how_old_a_value_may_be_stays_the_projects_to_say(opened):
    settings = opened("preset: gap_16_33, stale_after: 3 d").settings.status
    assert (settings.preset, settings.stale_after.days) == ("gap_16_33", 3)


@pytest.mark.parametrize(("said", "message", "hint"), [
    ("preset: gap_16_33, on_track: 5 pp", "`on_track` conflicts with another key of `status`", "`preset` stands here already"),
    ("preset: linear, at_risk: 30 pp", "`at_risk` conflicts with another key of `status`", "`preset` stands here already"),
    ("quiet: 5%, preset: linear", "conflicts with another key of `status`", "keep one of the two"),
    ("preset: gap_1633", "`gap_1633` is not allowed as `preset`", "did you mean `gap_16_33`?"),
    ("preset: ratio_95", "`ratio_95` is not allowed as `preset`", "did you mean `ratio_95_75`?"),
    ("preset: traffic", "`traffic` is not allowed as `preset`", "linear"),
])  # fmt: skip
def test_a_preset_stands_alone_and_has_a_known_name(opened, said, message, hint):
    with pytest.raises(BrokenFilesError) as caught:
        opened(said)
    (found,) = caught.value.problems
    assert (found.place.file, found.place.line) == ("okrengine.yaml", 2)
    assert found.code == ("OKR106" if "conflicts" in message else "OKR104")
    assert message in found.message
    assert hint in str(found)
