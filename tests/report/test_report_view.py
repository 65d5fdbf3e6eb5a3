"""The view: what is flagged and in what order, what changed, and numbers that never flatter."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from okrengine.config import Settings
from okrengine.grade import grade
from okrengine.model import Amendment, Cycle, Entry, Initiative, Milestone, Milestones, Reach, Task, Waypoint
from okrengine.quantity import Quantity
from okrengine.report.alignment import supporters
from okrengine.report.cut import cut, exact, percent
from okrengine.report.view import _elapsed, view
from okrengine.report.words import words

q = Quantity.parse


def flags(view, name):
    return next(line for line in view.key_results if line.id == name).flag_names


def one(card, values, *, confidence=(), amendments=(), definitions=None):
    """The view of a single key result that goes from 0 to 100."""
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("100")), values, baseline="0", confidence=confidence,
                            definitions=definitions)  # fmt: skip
    story.objective("t/o", "O", line, amendments=amendments)
    return story.view().key_results[0]


@pytest.mark.parametrize(
    ("share", "shown"),
    [(Fraction(6996, 10000), "0.69"), (Fraction(7, 10), "0.70"), (Fraction(2, 3), "0.66"), (Fraction(-281, 1000), "-0.29"),
     (Fraction(1), "1.00")],
)  # fmt: skip
def test_scores_are_cut_and_never_rounded_up(share, shown):
    assert str(cut(share)) == shown


def test_percentages_are_cut_and_machines_get_six_places():
    assert percent(Fraction(999, 1000)) == 99
    assert percent(Fraction(-2857, 10000)) == -29
    assert exact(Fraction(1, 3)) == 0.333333
    assert exact(Fraction(25, 10_000_000)) == 0.000002  # half to even
    assert exact(Fraction(11, 16)) == 0.6875


def test_a_change_is_the_difference_of_the_two_numbers_shown(small):
    standing = replace(small.standing, score=Fraction(6996, 10000), before=Fraction(6904, 10000))
    assert standing.change == Decimal("0.00")
    assert replace(standing, before=Fraction(6899, 10000)).change == Decimal("0.01")


def test_the_agenda_goes_by_blockers_then_status_then_flags(small):
    assert [line.id for line in small.agenda] == [
        "resolution-time", "complaint-rate", "keep-csat", "sponsors", "google-reviews", "visits",
    ]  # fmt: skip


def test_each_flag_is_raised_by_its_own_reason(small):
    assert flags(small, "resolution-time") == ("blocked", "confidence_fell", "goalpost")
    assert flags(small, "complaint-rate") == ("behind", "regressed", "confidence_fell", "disagree", "guardrail")
    assert flags(small, "keep-csat") == ("behind", "slipped", "confidence_fell", "disagree")
    assert flags(small, "sponsors") == ("behind",)
    assert flags(small, "google-reviews") == ("data",)
    assert flags(small, "visits") == ("data",)  # the day to measure the baseline by has passed
    assert flags(small, "live-chat") == flags(small, "followers") == ()


def test_a_fall_of_confidence_counts_from_ten_points_on(card):
    assert "confidence_fell" not in one(card, ["50", "60"], confidence=[70, 61]).flag_names
    assert "confidence_fell" in one(card, ["50", "60"], confidence=[70, 60]).flag_names
    assert "confidence_fell" not in one(card, ["50", "60"], confidence=[None, 10]).flag_names


@pytest.mark.parametrize(("value", "confidence", "disagree"), [
    ("60", 40, True), ("60", 41, False), ("10", 60, True), ("10", 59, False), ("60", None, False),
])  # fmt: skip
def test_pace_and_confidence_disagree_only_as_a_yes_beside_a_no(card, value, confidence, disagree):
    assert ("disagree" in one(card, [value], confidence=[confidence]).flag_names) is disagree


def test_a_promise_or_measure_changed_since_the_check_in_before_moves_the_goalpost(card):
    def amended(day):
        return one(card, ["50", "60"], amendments=(Amendment(day, "k", "target", "r", "nok", "90", "100"),)).flag_names

    assert "goalpost" in amended(date(2026, 11, 15))
    assert "goalpost" not in amended(date(2026, 11, 14))  # the day of the check-in before
    assert "goalpost" not in amended(date(2026, 11, 22))  # still to come
    assert "goalpost" in one(card, ["50", "60"], definitions=["a", "b"]).flag_names


def test_values_of_two_definitions_are_not_compared(card):
    assert one(card, ["50", "60"]).progress_change == 10
    changed = one(card, ["50", "60"], definitions=["a", "b"])
    assert changed.redefined
    assert changed.progress_change is None


def test_what_changed_starts_with_statuses_and_the_worst_of_them(small):
    moved = [(line.before.status != line.status, line.status) for line in small.changes]
    assert moved == sorted(moved, key=lambda each: not each[0])
    assert [status for changed, status in moved if changed] == ["off_track", "at_risk", "no_data", "achieved"]
    assert small.unchanged == 1  # live chat
    assert small.since == date(2026, 11, 14)


def test_a_missing_value_is_missing_and_its_reason_stays(small):
    line = next(line for line in small.key_results if line.id == "google-reviews")
    assert line.value is None
    assert line.score is None
    assert (line.missing, line.detail) == ("source_failed", "no column `rating`")
    assert small.objectives[0].missing == ("Fifty good reviews",)


def test_milestones_know_what_is_done(small):
    goal = next(line for line in small.key_results if line.id == "live-chat").goal
    assert [(step.title, step.done, step.due) for step in goal.steps] == [
        ("Choose a system", date(2026, 11, 12), True), ("Go live", None, False),
    ]  # fmt: skip


def test_counts_and_elapsed_time(small):
    assert [(count.status, count.n) for count in small.counts] == [
        ("off_track", 2), ("at_risk", 1), ("no_data", 1), ("baselining", 1), ("on_track", 2), ("achieved", 1),
    ]  # fmt: skip
    assert (small.week, small.weeks, percent(small.passed)) == (8, 13, 56)
    assert small.measured == (6, 7)


def test_next_actions_come_overdue_first(small):
    assert [(action.task.text, action.overdue) for action in small.actions] == [
        ("Sign a second courier", True), ("Call the ten oldest cases", False),
    ]  # fmt: skip


def test_initiatives_take_the_progress_of_the_latest_check_in(small):
    work = small.objectives[0].initiatives[0]
    assert work.progress == Fraction(6, 10)
    assert work.overdue


def test_a_child_of_two_parents_stands_under_both(rich):
    root = rich.alignment[0]
    assert root.objective.address == "company/loved"
    under = [branch for branch in root.children if branch.objective.address == "service/answers"]
    nested = [child for branch in root.children for child in branch.children]
    assert [branch.also_under for branch in under] == [("ลูกค้าประทับใจบริการหลังการขาย",)]
    assert [branch.objective.address for branch in nested] == ["service/answers"]
    assert len(rich.objectives) == 4


def supporting(card, names, parents):
    """A view of objectives with the parents that each names."""
    story = card()
    for name in names:
        line = story.key_result(f"t/{name}/k", "K", Reach(q("1")), baseline="0")
        story.objective(f"t/{name}", name, line, supports=tuple(f"t/{parent}" for parent in parents(name)))
    return story.view(trend=False)


def nodes(branches):
    return sum(1 + nodes(branch.children) for branch in branches)


def test_what_supports_a_child_of_two_parents_stands_under_the_first_alone(card):
    above = {"b": ["a"], "c": ["a"], "d": ["b", "c"], "e": ["d"]}
    (root,) = supporting(card, "abcde", lambda name: above.get(name, ())).alignment
    first, second = (branch.children[0] for branch in root.children)
    assert (first.objective.title, first.also_under, [each.objective.title for each in first.children]) == (
        "d",
        ("c",),
        ["e"],
    )
    assert (second.objective.title, second.also_under, second.children) == ("d", ("b",), ())


def test_many_who_support_each_other_make_no_endless_list(card):
    layers = 24
    names = [f"l{layer}{side}" for layer in range(layers) for side in "ab"]
    view = supporting(card, names, lambda name: [f"l{int(name[1:-1]) - 1}{side}" for side in "ab" if int(name[1:-1])])
    assert nodes(view.alignment) == 2 + 4 * (layers - 1)
    below = supporters(view)
    assert {address: [each.objective.title for each in found] for address, found in below.items()} == {
        f"t/l{layer}{side}": [f"l{layer + 1}a", f"l{layer + 1}b"] for layer in range(layers - 1) for side in "ab"
    }
    assert {each.also_under for each in below["t/l0a"]} == {("l0b",)}


def test_of_many_parents_the_first_are_named_and_the_others_counted(card):
    view = supporting(card, [*"abcdefg", "child"], lambda name: list("abcdefg") if name == "child" else ())
    first = view.alignment[0].children[0]
    assert (first.also_under, first.more) == (("b", "c", "d"), 3)
    assert words("en").also_under(first) == "also under b, c, d and 3 more"
    below = supporters(view)["t/g"][0]
    assert (below.also_under, below.more) == (("a", "b", "c"), 3)


def test_a_long_line_of_support_ends_where_nobody_reads_on(card):
    view = supporting(
        card, [f"n{at}" for at in range(300)], lambda name: [f"n{int(name[1:]) - 1}"] if name != "n0" else []
    )
    assert nodes(view.alignment) == 40
    assert len(supporters(view)) == 299


def test_text_that_hides_or_turns_is_shown_escaped(card):
    story = card()
    last = {"note": "a\x1b[31m\u202eb\nc", "blockers": (Task("x\u2066y"),)}
    line = story.key_result("t/o/k", "t\u202e\x07 \n i", Reach(q("1")), [Entry(value=q("1"))], baseline="0", last=last)
    story.objective("t/o", "O", line)
    seen = story.view().key_results[0]
    assert seen.title == "t\\u{202e}\\u{0007} i"
    assert seen.note == "a\\u{001b}[31m\\u{202e}b\nc"
    assert seen.blockers[0].text == "x\\u{2066}y"


def test_a_report_before_the_first_check_in_and_after_the_last_day(card):
    story = card()
    story.objective("t/o", "O", story.key_result("t/o/k", "K", Reach(q("1")), baseline="0"))
    for days, week, passed in ((-60, 0, 0), (60, 13, 1)):
        whole = story.graded()
        as_of = whole.as_of + timedelta(days=days)
        graded = grade(story.objectives, [], cycle=whole.cycle, as_of=as_of, settings=Settings(), metrics={})
        seen = view(graded, [], Settings(), engine_version="1", digest="d")
        assert (seen.week, seen.passed) == (week, passed)
        assert seen.key_results[0].status == "no_data"
        assert seen.standing.score is None


def seen_at(story, as_of, checkins=None):
    """The view at an instant, handed every check-in there will ever be."""
    given = story.checkins if checkins is None else checkins
    settings = Settings(timezone=as_of.tzinfo)
    cycle = story.objectives[0].cycle
    card = grade(story.objectives, given, cycle=cycle, as_of=as_of, settings=settings, metrics={})
    return view(card, given, settings, engine_version="0.1.0", digest="")


def with_an_initiative(card, *, due=date(2026, 11, 15), said=None, **given):
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("100")), ["50", "60"], baseline="0")
    work = Initiative("i", "I", "nok", due, Fraction(3, 10))
    story.objective("t/o", "O", line, initiatives=(work,), works={} if said is None else {"i": said}, **given)
    return story


def test_what_is_said_later_or_of_another_cycle_is_not_seen(card):
    story = with_an_initiative(card, said=60)
    *_, before, last = story.checkins
    assert seen_at(story, last.at).objectives[0].initiatives[0].progress == Fraction(6, 10)
    assert seen_at(story, before.at).objectives[0].initiatives[0].progress == Fraction(3, 10)
    other = replace(last, cycle="2027-Q1", initiatives={"o/i": Fraction(1)}, file="z")
    assert seen_at(story, last.at, [*story.checkins, other]).objectives[0].initiatives[0].progress == Fraction(6, 10)


@pytest.mark.parametrize(("said", "due", "overdue"), [
    (60, date(2026, 11, 20), True), (60, date(2026, 11, 21), False), (100, date(2026, 11, 20), False),
])  # fmt: skip
def test_an_initiative_is_overdue_after_its_day_until_it_is_done(card, said, due, overdue):
    assert with_an_initiative(card, said=said, due=due).view().objectives[0].initiatives[0].overdue is overdue


def test_promises_are_those_that_hold_today_newest_first(card):
    days = [date(2026, 11, day) for day in (2, 21, 9, 22)]
    changed = tuple(Amendment(day, "k", "weight", "r", "nok", 1, 2) for day in days)
    found = with_an_initiative(card, amendments=changed).view().promises
    assert [promise.on.day for promise in found] == [21, 9, 2]


def test_a_change_of_confidence_alone_is_a_change(card):
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("100")), ["60", "60"], baseline="0", confidence=[70, 60])
    same = story.key_result("t/o/l", "L", Reach(q("100")), ["60", "60"], baseline="0", confidence=[70, 70])
    story.objective("t/o", "O", line, same)
    assert [each.id for each in story.view().changes] == ["k"]
    assert story.view().unchanged == 1


def test_in_the_quiet_start_pace_contradicts_nobody(card):
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("100")), ["60"] * 7, baseline="0", confidence=[30] * 7)
    story.objective("t/o", "O", line)
    first, second, *_ = (checkin.at for checkin in story.checkins)  # 9 and 16 of 91 days
    assert "disagree" not in seen_at(story, first).key_results[0].flag_names
    assert "disagree" in seen_at(story, second).key_results[0].flag_names


def test_a_value_that_was_computed_later_is_not_what_was_said_before(card):
    story = card()
    story.objective("t/o", "O", story.key_result("t/o/k", "K", Reach(q("100")), ["40", "50", "60"], baseline="0"))
    first, second, third = story.checkins
    (line,) = seen_at(story, third.at, [first, replace(second, backfilled=True), third]).key_results
    assert line.before.value == q("40")


def test_former_targets_are_of_the_kind_of_the_promise_and_the_curve_ends_with_the_deadline(card):
    story = card()
    points = tuple(Waypoint(date(2026, month, 15), Fraction(month, 20)) for month in (11, 12))
    line = story.key_result(
        "t/o/k", "K", Reach(q("24 h")), ["40 h"], baseline="48 h", curve=points, deadline=date(2026, 12, 15)
    )
    before = [(2, "12 h"), (3, "50%"), (4, "soon"), (5, {"change": "5%"}), (6, "90 min")]
    changed = tuple(Amendment(date(2026, 11, day), "k", "target", "r", "nok", said, "24 h") for day, said in before)
    story.objective("t/o", "O", line, amendments=changed)
    goal = story.view().key_results[0].goal
    assert [(day.day, str(target)) for day, target in goal.former] == [(2, "12 h"), (6, "90 min")]
    assert goal.curve == ((date(2026, 10, 1), 0), (date(2026, 11, 15), Fraction(11, 20)), (date(2026, 12, 15), 1))


@pytest.mark.parametrize(("first", "last", "weeks"), [
    (date(2026, 11, 1), date(2027, 4, 30), 26), (date(2026, 10, 1), date(2026, 12, 31), 13), (date(2026, 1, 1), date(2026, 1, 3), 1),
])  # fmt: skip
def test_the_weeks_of_a_cycle_are_rounded(first, last, weeks):
    cycle = Cycle("c", first, last)
    assert _elapsed(cycle, first) == (1, weeks, 0)
    assert _elapsed(cycle, last) == (weeks, weeks, 1)
    assert _elapsed(cycle, first - timedelta(days=1)) == (0, weeks, 0)
    assert _elapsed(cycle, last + timedelta(days=30)) == (weeks, weeks, 1)


def test_a_milestone_was_done_on_the_first_day_that_is_said(card):
    story = card()
    steps = (
        Milestone("a", date(2026, 11, 1), done=date(2026, 10, 20)),
        Milestone("b", date(2026, 11, 1), done=date(2026, 12, 1)),
    )
    said = Entry(milestones={"a": date(2026, 10, 25), "b": date(2026, 11, 2)})
    story.objective("t/o", "O", story.key_result("t/o/k", "K", Milestones(steps), [said]))
    assert [step.done for step in story.view().key_results[0].goal.steps] == [date(2026, 10, 20), date(2026, 11, 2)]
