"""Where a cycle stood before is what a scorecard of that instant says."""

from datetime import timedelta
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.config import Settings
from okrengine.grade.moments import Moments
from okrengine.model import Entry, Maintain, Milestone, Milestones, Reach, Verdict, Zones
from okrengine.quantity import Quantity

q = Quantity.parse
NAMES = "abcdef"
entries = st.builds(
    lambda number, missing, baseline, confidence: Entry(
        value=None if missing else q(str(number)), missing="no_data" if missing else None,
        baseline=q(str(number)) if baseline and not missing else None, confidence=confidence,
    ),
    st.integers(-20, 130), st.booleans(), st.booleans(), st.none() | st.sampled_from([Fraction(1, 4), Fraction(1)]),
)  # fmt: skip
histories = st.dictionaries(
    st.tuples(st.integers(1, 99), st.sampled_from([8, 17])),
    st.dictionaries(st.sampled_from(NAMES), entries),
    max_size=8,
)


def promised(bench):
    """One of each kind, in three objectives of two teams."""
    steps = (Milestone("s", bench.date(20), done=bench.date(31)), Milestone("u", bench.date(60), weight=Fraction(2)))
    goals = {"a": Reach(q("100")), "b": Zones(q("100")), "c": Maintain(q("40"), score="share"), "d": Milestones(steps)}
    keep = [
        bench.key_result(name, goal, objective="t/o", baseline="0", deadline=bench.date(60), weight=Fraction(at))
        for at, (name, goal) in enumerate(goals.items())
    ]
    waiting = bench.key_result("e", target="150", objective="t/p", measure_by=bench.date(40))
    return [
        bench.objective(*keep), bench.objective(waiting, name="p"),
        bench.objective(bench.reach("f", objective="u/r"), name="r", team="u"),
    ]  # fmt: skip


@settings(max_examples=25)
@given(histories, st.sampled_from(["exclude", "zero", "block"]), st.none() | st.integers(50, 100))
def test_a_trend_says_what_scorecards_of_its_instants_say(bench, said, policy, closed):
    objectives = promised(bench)
    homes = {name: ("u", "r") if name == "f" else ("t", "p" if name == "e" else "o") for name in NAMES}
    checkins = [
        bench.checkin(bench.day(day, hour), {f"{homes[n][1]}/{n}": e for n, e in by_name.items() if homes[n][0] == team},
                      team=team)
        for (day, hour), by_name in said.items()
        for team in "tu"
    ]  # fmt: skip
    if closed is not None:
        verdicts = {"o/a": Verdict(Fraction(1, 2), "missed"), "o/b": Verdict(None, "dropped")}
        checkins.append(bench.checkin(bench.day(closed, 12), {}, verdicts=verdicts))
    as_of, given = bench.day(100), {"settings": Settings(bench.zone, missing=policy), "metrics": {}}
    moments = Moments(objectives, checkins, cycle=bench.cycle, as_of=as_of, **given)
    assert [moment.at for moment in moments] == sorted(moment.at for moment in moments)
    assert moments[-1].at == as_of
    for moment in moments:
        card = bench.grade(objectives, checkins, moment.at, **given)
        assert (moment.score, moment.expected, moment.confidence) == (card.score, card.expected, card.confidence)
        for each in card.objectives:
            mean = moment.objectives[each.objective.address]
            assert (mean.score, mean.expected, mean.confidence) == (each.score, each.expected, each.confidence)


def test_a_day_has_one_moment_and_the_last_is_the_present(bench):
    checkins = [
        bench.checkin(bench.day(day, hour), {"o/kr": bench.value(str(day + hour))})
        for day, hour in ((10, 8), (10, 17), (20, 8), (30, 9))
    ]
    objectives = [bench.objective(bench.reach())]
    given = {"cycle": bench.cycle, "settings": bench.settings, "metrics": {}}
    moments = Moments(objectives, checkins, as_of=bench.day(40), **given)
    assert [moment.at for moment in moments] == [bench.day(10, 17), bench.day(20, 8), bench.day(40)]
    assert [moment.score for moment in moments] == [Fraction(27, 100), Fraction(28, 100), Fraction(39, 100)]
    early = Moments(objectives, checkins, as_of=bench.day(20, 8) - timedelta(seconds=1), **given)
    assert [moment.score for moment in early] == [Fraction(27, 100)]
    assert moments[1:] == (moments[1], moments[2])
