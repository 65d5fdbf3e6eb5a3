"""The charts: coordinates within their boxes, gaps where nothing is known, and nothing joined that may not be."""

import itertools
import re
from datetime import date
from fractions import Fraction

import pytest

from okrengine import registry
from okrengine.model import Amendment, Entry, Maintain, Reach, Waypoint
from okrengine.quantity import Quantity
from okrengine.report.charts import bar, runs, spark, stack, text_bar, text_line
from okrengine.report.render import render
from okrengine.report.trajectory import trajectory

q = Quantity.parse


def view_of(card, values, goal=None, **given):
    story = card()
    amendments = given.pop("amendments", ())
    line = story.key_result("t/o/k", "K", goal or Reach(q("100")), values, baseline="0", **given)
    story.objective("t/o", "O", line, amendments=amendments)
    seen = story.view()
    return seen, seen.key_results[0]


def numbers(points):
    return [tuple(float(each) for each in pair.split(",")) for pair in points.split()]


@pytest.mark.parametrize(("progress", "expected", "drawn"), [
    (Fraction(68, 100), Fraction(56, 100), "▓▓▓▓▓┃▓░░░░"), (Fraction(0), Fraction(1), "░░░░░░░░░░┃"), (None, None, "░░░░░░░░░░"),
    (Fraction(999, 1000), Fraction(0), "┃▓▓▓▓▓▓▓▓▓░"), (Fraction(5), None, "▓▓▓▓▓▓▓▓▓▓"), (Fraction(-5), Fraction(5), "░░░░░░░░░░┃"),
])  # fmt: skip
def test_a_bar_of_text_is_cut_and_never_rounded_up(progress, expected, drawn):
    assert text_bar(progress, expected) == drawn


def test_a_line_of_text_leaves_a_mark_where_a_value_is_missing(card):
    _, line = view_of(card, ["10", Entry(missing="source_failed"), "50", "30"])
    assert text_line(line) == "▁·█▄"
    assert text_line(view_of(card, ["10"])[1]) == ""
    assert text_line(view_of(card, ["10", "10"])[1]) == "▁▁"


def test_a_line_of_text_has_a_gap_where_the_way_of_measuring_changed(card):
    line = view_of(card, ["10", "20", "20", "30"], definitions=["a", "a", "b", "b"])[1]
    assert text_line(line) == "▁▄·▄█"
    assert text_line(line, 3) == "·▁█"


def test_the_stack_fills_its_width(rich):
    parts = stack(rich.counts, width=300, gap=2)
    assert sum(part.n for part in parts) == len(rich.key_results)
    assert parts[-1].x + parts[-1].width == pytest.approx(300, abs=0.2)
    for part, after in itertools.pairwise(parts):
        assert after.x - part.x - part.width == pytest.approx(2, abs=0.2)


def test_a_bar_stays_in_its_box(card):
    for value in ("-50", "0", "0.4", "100", "250"):
        _, line = view_of(card, ["0", value])
        drawn = bar(line)
        assert 0 <= drawn.done <= 200
        assert 3 <= drawn.expected <= 197
        assert 0 <= drawn.before <= 200


def test_a_bar_shows_no_former_value_of_another_definition(card):
    assert bar(view_of(card, ["10", "20"], definitions=["a", "b"])[1]).before is None


def test_a_run_ends_at_a_missing_value_and_at_another_definition(card):
    _, line = view_of(
        card, ["1", "2", Entry(missing="no_data"), "4", "5", "6"], definitions=["a", "a", "a", "a", "a", "b"]
    )
    assert [[str(point.value) for point in run] for run in runs(line.history, line.goal)] == [
        ["1", "2"],
        ["4", "5"],
        ["6"],
    ]


def test_a_spark_of_one_value_is_a_dot(card):
    seen, line = view_of(card, ["40"])
    drawn = spark(line, seen.today)
    assert drawn.pieces == ()
    assert drawn.last is not None
    assert drawn.pace


@pytest.mark.parametrize(
    "values", [["40"], ["40", "40"], ["-1000000", "5", "1000000"], ["0.0001", "0.0002"], ["0", "0", "0"]]
)
def test_a_trajectory_stays_in_its_box(card, values):
    seen, line = view_of(card, values, spread="0.00001")
    drawn = trajectory(line, seen)
    points = [
        *drawn.dots,
        *numbers(drawn.pace),
        *numbers(drawn.aim),
        *(pair for each in drawn.bands for pair in numbers(each)),
    ]
    assert all(56 <= x <= 424 and 24 <= y <= 206 for x, y in points)
    assert 2 <= len(drawn.amounts) <= 7
    assert len(drawn.dots) == len(values)


def test_no_values_no_trajectory(card):
    seen, line = view_of(card, [Entry(missing="no_data")])
    assert trajectory(line, seen) is None


def test_an_axis_is_in_the_unit_of_the_promise(card):
    story = card()
    line = story.key_result("t/o/k", "K", Reach(q("24 h")), ["2100 min", "31.5 h"], baseline="48 h")
    story.objective("t/o", "O", line)
    seen = story.view()
    drawn = trajectory(seen.key_results[0], seen)
    assert [str(quantity) for _, quantity in drawn.amounts] == ["20 h", "30 h", "40 h", "50 h"]
    assert drawn.dots[0][1] < drawn.dots[1][1]  # 35 h lies above 31.5 h


def test_a_target_that_was_changed_is_drawn_with_a_step(card):
    amendments = (Amendment(date(2026, 11, 16), "k", "target", "r", "nok", "80", "100"),)
    seen, line = view_of(card, ["10", "20"], amendments=amendments)
    steps = numbers(trajectory(line, seen).aim)
    assert len({y for _, y in steps}) == 2
    assert steps[1][0] == steps[2][0] == pytest.approx(56 + 368 * 46 / 91, abs=0.1)


def test_an_expected_pace_follows_its_waypoints(card):
    seen, line = view_of(card, ["10"], curve=(Waypoint(date(2026, 11, 15), Fraction(1, 5)),))
    corners = numbers(trajectory(line, seen).pace)
    assert len(corners) == 3
    low, middle, high = (y for _, y in corners)
    assert low - middle == pytest.approx((low - high) / 5, abs=0.2)


def test_zones_are_three_lines_whose_labels_do_not_touch(small):
    line = next(line for line in small.key_results if line.id == "sponsors")
    drawn = trajectory(line, small)
    assert [level.name for level in drawn.levels] == ["stretch", "target", "commit"]
    assert all(after.label - level.label >= 15 for level, after in zip(drawn.levels, drawn.levels[1:], strict=False))


def test_a_level_to_be_kept_is_an_area(card):
    seen, line = view_of(card, ["82", "86"], Maintain(q("80"), q("90")))
    drawn = trajectory(line, seen)
    top, height = drawn.kept
    at = {str(quantity): y for y, quantity in drawn.amounts}
    assert top == at["90"]
    assert top + height == pytest.approx(at["80"], abs=0.1)
    assert drawn.pace == drawn.aim == ""


def test_milestones_are_drawn_as_the_share_that_is_done(small):
    line = next(line for line in small.key_results if line.id == "live-chat")
    drawn = trajectory(line, small)
    assert [str(quantity) for _, quantity in drawn.amounts] == ["0%", "50%", "100%"]
    assert len(drawn.due) == 2


def test_day_labels_do_not_touch(rich):
    for line in rich.key_results:
        drawn = trajectory(line, rich)
        if drawn is not None:
            places = [x for x, _ in drawn.days]
            assert all(after - x >= 70 for x, after in itertools.pairwise(places))


@pytest.mark.parametrize("language", ["en", "th"])
def test_every_picture_has_a_name_and_a_description_of_its_own(rich, language):
    page = render(rich, "html", language, registry.find())
    pictures = re.findall(
        r'<svg class="[^"]+" viewBox="[^"]+"(?: preserveAspectRatio="none")? role="img" aria-labelledby="(\S+) (\S+)">',
        page,
    )
    assert len(pictures) > 30
    for title, desc in pictures:
        assert page.count(f'id="{title}"') == page.count(f'id="{desc}"') == 1
        assert re.search(rf'<desc id="{desc}">[^<]+</desc>', page), desc
    assert page.count("<svg") == len(pictures) + page.count('aria-hidden="true"') - page.count(
        'class="heads" aria-hidden="true"'
    )
