"""Which check-in speaks, what was known when, and how a key result moved."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from okrengine.model import Entry, Maintain, Milestone, Milestones, Reach, Zones
from okrengine.offers import Metric
from okrengine.quantity import Quantity

q = Quantity.parse


def only(card):
    return card.objectives[0].key_results[0]


def test_the_latest_entry_stands_where_a_checkin_is_silent(bench):
    said = [bench.checkin(45, {"o/kr": bench.value("60", confidence=Fraction(1, 2))}), bench.checkin(50, {})]
    found = only(bench.grade([bench.objective(bench.reach())], said, 50))
    assert (found.score, found.at, found.confidence) == (Fraction(3, 5), bench.day(45), Fraction(1, 2))
    assert len(found.history) == 1


def test_what_comes_later_is_not_seen(bench):
    said = [bench.checkin(45, {"o/kr": bench.value("60")}), bench.checkin(50, {"o/kr": bench.value("80")})]
    objective = bench.objective(bench.reach())
    assert only(bench.grade([objective], said, bench.day(50) - timedelta(seconds=1))).score == Fraction(3, 5)
    assert only(bench.grade([objective], said, 50)).score == Fraction(4, 5)
    early = only(bench.grade([objective], said, bench.day(50) - timedelta(seconds=1)))
    assert [str(point.value) for point in early.history] == ["60"]


def test_instants_are_compared_and_not_wall_clocks(bench):
    zone = ZoneInfo("America/New_York")
    first = datetime(2026, 11, 1, 1, 50, tzinfo=zone)
    second = datetime(2026, 11, 1, 1, 10, tzinfo=zone, fold=1)
    said = [bench.checkin(second, {"o/kr": bench.value("80")}), bench.checkin(first, {"o/kr": bench.value("60")})]
    objective = bench.objective(bench.reach())
    assert only(bench.grade([objective], said, second)).score == Fraction(4, 5)
    assert only(bench.grade([objective], said, first)).score == Fraction(3, 5)
    assert only(bench.grade([objective], said, first.astimezone(UTC))).score == Fraction(3, 5)


def test_another_team_speaks_of_its_own(bench):
    said = [bench.checkin(50, {"o/kr": bench.value("60")}), bench.checkin(51, {"o/kr": bench.value("9")}, team="u")]
    assert only(bench.grade([bench.objective(bench.reach())], said, 60)).score == Fraction(3, 5)


def test_a_renamed_key_result_keeps_its_past(bench):
    key_result = bench.reach("new", formerly=("older", "old"))
    said = [
        bench.checkin(30, {"o/old": bench.value("20")}),
        bench.checkin(37, {"o/older": bench.value("30")}),
        bench.checkin(44, {"o/new": bench.value("40"), "o/old": bench.value("99")}),
    ]
    found = only(bench.grade([bench.objective(key_result)], said, 44))
    assert [str(point.value) for point in found.history] == ["20", "30", "40"]
    assert only(bench.grade([bench.objective(key_result)], said[:2], 44)).score == Fraction(3, 10)


def test_a_former_name_that_another_bears_now_is_that_ones(bench):
    new, old = bench.reach("new", formerly=("old",)), bench.reach("old")
    card = bench.grade([bench.objective(new, old)], [bench.checkin(30, {"o/old": bench.value("20")})], 30)
    assert [each.score for each in card.objectives[0].key_results] == [None, Fraction(1, 5)]


def test_a_captured_baseline_and_a_milestone_survive_a_rename(bench):
    key_result = bench.key_result("new", target="90%", measure_by=bench.date(9), formerly=("old",))
    said = [
        bench.checkin(5, {"o/old": Entry(value=q("60%"), baseline=q("60%"))}),
        bench.checkin(12, {"o/new": bench.value("75%")}),
    ]
    assert only(bench.grade([bench.objective(key_result)], said, 12)).score == Fraction(1, 2)
    steps = Milestones((Milestone("a", bench.date(9)), Milestone("b", bench.date(90))))
    done = bench.checkin(10, {"o/old": Entry(milestones={"a": bench.date(8)})})
    renamed = bench.key_result("new", steps, formerly=("old",))
    assert only(bench.grade([bench.objective(renamed)], [done], 12)).score == Fraction(1, 2)


def test_history_grades_each_checkin_as_of_its_own_instant(bench):
    key_result = bench.reach()
    said = [
        bench.checkin(5, {"o/kr": bench.value("0")}),
        bench.checkin(30, {"o/kr": bench.value("10", definition="sha256:a", confidence=Fraction(1, 2))}),
        bench.checkin(37, {"o/kr": Entry(missing="source_failed")}),
        bench.checkin(44, {}),
        bench.checkin(51, {"o/kr": bench.value("10", n=3, definition="sha256:b")}, backfilled=True),
        bench.checkin(58, {"o/kr": bench.value("60", interval=(q("55"), q("65")))}),
        bench.checkin(65, {"o/kr": bench.value("100")}),
    ]
    objective = bench.objective(key_result)
    points = only(bench.grade([objective], reversed(said), 100)).history
    assert [point.at for point in points] == [bench.day(day) for day in (5, 30, 37, 51, 58, 65)]
    assert [point.status for point in points] == [
        "on_track", "at_risk", "no_data", "low_sample", "on_track", "achieved",
    ]  # fmt: skip
    assert [point.raw for point in points] == [
        0, Fraction(1, 10), None, Fraction(1, 10), Fraction(3, 5), 1,
    ]  # fmt: skip
    assert [point.missing for point in points] == [None, None, "source_failed", None, None, None]
    assert [point.value and str(point.value) for point in points] == ["0", "10", None, "10", "60", "100"]
    assert [point.definition for point in points] == [None, "sha256:a", None, "sha256:b", None, None]
    assert [point.backfilled for point in points] == [False, False, False, True, False, False]
    assert (points[1].confidence, points[4].interval) == (Fraction(1, 2), (q("55"), q("65")))
    assert points[4].file.endswith("autumn/t/112809.yaml")
    for point in points:
        then = only(bench.grade([objective], said, point.at))
        assert (then.status, then.raw, then.missing) == (point.status, point.raw, point.missing)


def test_history_knows_of_a_baseline_only_once_it_was_captured(bench):
    key_result = bench.key_result(target="90%", measure_by=bench.date(9))
    said = [
        bench.checkin(5, {"o/kr": bench.value("50%")}),
        bench.checkin(12, {"o/kr": Entry(value=q("60%"), baseline=q("60%"))}),
        bench.checkin(19, {"o/kr": bench.value("75%")}),
    ]
    points = only(bench.grade([bench.objective(key_result)], said, 20)).history
    assert [(point.status, point.raw) for point in points] == [
        ("baselining", None), ("at_risk", 0), ("on_track", Fraction(1, 2)),
    ]  # fmt: skip


def test_history_of_milestones_has_a_point_for_every_checkin_of_the_team(bench):
    steps = Milestones((Milestone("a", bench.date(20)), Milestone("b", bench.date(40))))
    said = [
        bench.checkin(19, {}),
        bench.checkin(26, {}),
        bench.checkin(33, {"o/kr": Entry(milestones={"a": bench.date(15)})}),
        bench.checkin(47, {"o/kr": Entry(milestones={"b": bench.date(60)})}),
        bench.checkin(61, {}),
    ]
    points = only(bench.grade([bench.objective(bench.key_result("kr", steps))], said, 100)).history
    assert [point.raw for point in points] == [0, 0, Fraction(1, 2), Fraction(1, 2), 1]
    assert [point.status for point in points] == ["on_track", "off_track", "on_track", "off_track", "achieved"]


entries = st.builds(
    lambda number, n, missing: Entry(value=None if missing else q(str(number)), n=n, missing=missing),
    st.integers(-20, 130),
    st.none() | st.integers(0, 60),
    st.none() | st.sampled_from(["no_data", "source_failed"]),
)


@given(st.dictionaries(st.integers(0, 100), st.dictionaries(st.sampled_from("abc"), entries), max_size=6), st.randoms())
def test_the_order_of_arrival_changes_nothing(bench, said, random):
    goals = {"a": Reach(q("100")), "b": Zones(q("100"), q("50"), q("60")), "c": Maintain(q("40"), score="share")}
    objectives = [
        bench.objective(
            bench.key_result(name, goal, objective=f"t/{name}", baseline="0"),
            name=name, file=f"okrs/{name}.yaml", supports=() if name == "a" else ("t/a",),
        )
        for name, goal in goals.items()
    ]  # fmt: skip
    checkins = [
        bench.checkin(day, {f"{name}/{name}": entry for name, entry in by_name.items()})
        for day, by_name in said.items()
    ]
    first = bench.grade(objectives, checkins, 100)
    random.shuffle(objectives)
    random.shuffle(checkins)
    assert bench.grade(iter(objectives), iter(checkins), 100) == first


def test_nothing_reads_the_day_of_today(bench):
    """A cycle long past and one far ahead are graded alike, given the same days apart."""
    found = bench.one(bench.reach(), (50, "60"), as_of=50)
    assert found.expected == Fraction(1, 2)
    assert bench.date(50) == date(2026, 11, 20)


def test_a_captured_baseline_past_the_target_leaves_nothing_to_reach(bench):
    """The first answers may be better than the target: a later fall is then no progress."""
    goal = Reach(q("40"))
    promised = bench.key_result(goal=goal, measure_by=date(2026, 10, 20))
    said = [(10, Entry(value=q("54"), baseline=q("54"))), (50, "30")]
    metrics = {"m": Metric("m", lambda rows: rows, record="survey_response", better="higher")}
    found = bench.one(promised, *said, metrics=metrics)
    assert (found.raw, found.score, found.missing, found.status) == (None, None, "undefined", "no_data")
    assert found.detail == "the captured baseline 54 is no worse than the target 40: set a target that is still ahead"
    lower = {"m": Metric("m", lambda rows: rows, record="survey_response", better="lower")}
    assert bench.one(promised, *said, metrics=lower).raw == Fraction(24, 14)
    assert bench.one(promised, *said).raw == Fraction(24, 14), "a metric without a direction"


def test_the_day_of_a_milestone_can_be_corrected(bench):
    steps = Milestones((Milestone("built", date(2026, 12, 1)), Milestone("sold", date(2026, 12, 20))))
    said = [
        (50, Entry(milestones={"built": bench.date(20)})),
        (60, Entry(milestones={"built": bench.date(55)})),
    ]
    found = bench.one(bench.key_result(goal=steps), *said, as_of=60)
    assert found.score == Fraction(1, 2)
    assert any(str(bench.date(55)) in one.value for one in found.why.inputs)
