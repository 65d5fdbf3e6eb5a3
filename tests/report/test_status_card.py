"""The card of `okr status`: it fits the terminal, loses no word, and its bar is where progress is."""

import re
from fractions import Fraction

import pytest
from wcwidth import wcswidth

from okrengine.cli.card import lines, sentences
from okrengine.model import Maintain, Reach, Verdict
from okrengine.quantity import Quantity
from okrengine.report.charts import text_line
from okrengine.report.words import LANGUAGES, words

q = Quantity.parse


def shown(view, language="en", *, glyphs=True, columns=None):
    return ["".join(text for text, _ in line) for line in lines(view, words(language), glyphs=glyphs, columns=columns)]


def chance(line):
    return None if line.forecast is None else line.forecast.probability


def letters(text):
    return [each for each in text if not each.isspace()]


@pytest.mark.parametrize("columns", [72, 80, 100, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_fits_the_terminal_and_loses_no_letter(rich, language, columns):
    fitted, widest = (
        shown(rich, language, columns=columns),
        shown(rich, language, columns=500 if columns >= 100 else 99),
    )
    assert letters("".join(fitted)) == letters("".join(widest))
    assert max(map(wcswidth, fitted)) <= columns
    assert len(widest) < len(fitted) or columns == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_pipe_gets_a_line_per_key_result_with_every_column(rich, language):
    told = shown(rich, language)
    for line in rich.key_results:
        (row,) = [each for each in told if f"  {line.title}" in each and " / " not in each]
        for text in (words(language).chance(chance(line)), words(language).percent(line.confidence), text_line(line)):
            assert text in row


def test_chance_and_values_stand_before_the_title_from_100_columns_on(rich):
    wide, narrow = (shown(rich, columns=columns) for columns in (100, 99))
    row = next(line for line in wide if "Facebook" in line)
    assert re.search(r"24,830 → 26,400 +40%  <5%   ▁▂▃▄▆▆█   Facebook followers up", row)
    assert not set("▁▂▃▄▅▆▇") & set("".join(narrow))
    assert not any("<5%  " in line for line in narrow)
    assert re.search(r"24,830 → 26,400 +40%  Facebook", "".join(narrow))


@pytest.mark.parametrize("columns", [None, 80, 120])
@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_stand_below_each_other(rich, language, columns):
    starts = {
        wcswidth(row[: row.index(start)])
        for line in rich.key_results
        if (start := line.title[:8])
        for row in shown(rich, language, columns=columns)
        if row[2:3] in ("━", "─", "┃", " ") and row[0] in "★✔▲◆○■" and start in row
    }
    assert len(starts) == 1


def remarks(view):
    rows = shown(view)
    return {
        line.id: row.partition(f"  {line.title}")[2]
        for line in view.key_results
        for row in rows
        if f"  {line.title}" in row and " / " not in row
    }


def test_what_a_sign_does_not_tell_stands_behind_the_title(rich):
    assert {name: told for name, told in remarks(rich).items() if told} == {
        "google-reviews": " (the source failed)",
        "visits": " (the baseline is still to be measured)",
        "nps": " (At risk until 5 Dec (owner); pace: off track)",
        "training": " (28 days old)",
        "reviews": " (Low sample: n = 21)",
    }


def test_what_is_closed_has_its_verdict_behind_the_title(card):
    story = card()
    lines = [
        story.key_result(f"t/o/{name}", name, Reach(q("100")), [value], baseline="0")
        for name, value in (("low", "20"), ("high", "90"))
    ]
    story.objective("t/o", "O", *lines)
    verdicts = {"o/low": Verdict(Fraction(1, 5), "missed"), "o/high": Verdict(Fraction(9, 10), "achieved")}
    story.closing = verdicts
    view = story.view()
    assert remarks(view) == {"low": " (Closed: missed)", "high": " (Closed: achieved)"}
    assert [row for row in shown(view) if " / " in row] == ["■ 0.55 / 0.56  2/2  t  O (Closed: missed)"]
    told = list(sentences(view, words("en")))
    assert told[1] == "t: O. Closed: missed, score 0.55, expected by today 0.56, 2 of 2 measured."
    assert told[2].startswith("low: Closed: missed, 20 (from 0 to 100), ")


def test_a_letter_alone_is_no_line(card):
    story = card()
    story.objective(
        "t/o", "O", story.key_result("t/o/k", "เพื่อนในไลน์ที่ไม่บล็อกเราเพิ่ม 5% จากต้นไตรมาส", Reach(q("1")), baseline="0")
    )
    for columns in range(50, 100):
        assert not [row for row in shown(story.view(), columns=columns) if len(row.strip()) == 1]


def test_a_word_that_is_longer_than_the_line_keeps_a_line_to_itself(card):
    story = card()
    story.objective("t/o", "O", story.key_result("t/o/k", "x" * 90 + " end", Reach(q("1")), baseline="0"))
    assert f"{' ' * 2}end" in [line.rstrip()[:5] for line in shown(story.view(), columns=40)]


def bar(card, value, goal=None, **given):
    story = card()
    goal = goal or Reach(q("100"))
    story.objective("t/o", "O", story.key_result("t/o/k", "K", goal, [value], **given))
    return next(line for line in shown(story.view(), glyphs=False) if " K" in line)[2:18]


def test_the_bar_shows_progress_and_the_expected_pace(card):
    assert bar(card, "0", baseline="0") == "--------|-------"
    assert bar(card, "49", baseline="0") == "=======-|-------"
    assert bar(card, "100", baseline="0") == "========|======="
    assert bar(card, "-20", baseline="0") == "--------|-------"
    assert "|" not in bar(card, "90%", Maintain(q("85%")))


def test_a_poor_console_gets_plain_signs(rich):
    text = "".join(shown(rich, "en", glyphs=False))
    assert not set("━─┃●▲◆○✓▁▂▃▄▅▆▇█↳") & set(text)
    assert "<5%" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_result_is_a_sentence_with_every_value_of_its_line(rich, language):
    told, spoken = list(sentences(rich, words(language))), words(language)
    for line in rich.key_results:
        (said,) = [each for each in told[: -2 * 3] if each.startswith(f"{line.title}: ")]
        for text in (spoken.status_of(line), spoken.reached(line), spoken.sure(line), spoken.outlook(line)):
            assert text in said
        shows = [value for value in (line.value, line.goal.baseline, line.goal.target) if value is not None]
        assert all(spoken.quantity(value) in said for value in shows)
        assert spoken.chance(chance(line)) in said or chance(line) is None
        assert spoken.percent(line.confidence) in said or line.confidence is None
        assert not line.paced or f"{spoken.percent(line.raw)}" in said
        points = [point.value for point in line.history if point.value is not None]
        assert all(spoken.quantity(value) in said for value in points)
    assert len(told) == 1 + len(rich.objectives) + len(rich.key_results) + 4 + 1 + 2 * 3
    assert not set("━─┃●▲◆○✔▁▂▃▄▅▆▇█↳–·") & set("".join(told[: -2 * 3]))
    for line, said, how in zip(rich.agenda, told[-6::2], told[-5::2], strict=False):
        assert said.startswith(line.title)
        assert how == f"okr explain {line.address}"


# ---------------------------------------------------------------- what supports what


def test_below_an_objective_stands_a_line_for_each_that_supports_it(rich):
    told = shown(rich)
    parents = {}
    for row in told:
        if row[:1] in "★✔▲◆○■" and " / " in row:
            above = row.split("  ")[-1]
        elif row.startswith("  ↳ "):
            parents.setdefault(above, []).append(row)
    assert parents == {
        "ลูกค้าประทับใจบริการหลังการขาย": [
            "  ↳ ▲ 0.46 / 0.49  service  ตอบเร็ว ตอบตรง ลูกค้าทุกช่องทางพอใจและรู้สึกว่ามีคนรับฟัง (also under Customers love to come back)"
        ],
        "Customers love to come back": [
            "  ↳ ◆ 0.45 / 0.56  after-sales  ลูกค้าประทับใจบริการหลังการขาย",
            "  ↳ ▲ 0.47 / 0.56  marketing  Grow a community that talks with us",
            "  ↳ ▲ 0.46 / 0.49  service  ตอบเร็ว ตอบตรง ลูกค้าทุกช่องทางพอใจและรู้สึกว่ามีคนรับฟัง (also under ลูกค้าประทับใจบริการหลังการขาย)",
        ],
    }
    assert sum(row.endswith("  service  ตอบเร็ว ตอบตรง ลูกค้าทุกช่องทางพอใจและรู้สึกว่ามีคนรับฟัง") for row in told) == 1


# ---------------------------------------------------------------- groups


def grouped(card, tag, *tagged):
    """A view by a tag; each of `tagged` is an objective's tags, and those of its key results at 20 and at 80 of 100."""
    story = card()
    for at, (own, first, second) in enumerate(tagged, 1):
        lines = [
            story.key_result(f"t/o{at}/{name}", name, Reach(q("100")), [value], baseline="0", tags=tags)
            for name, value, tags in (("low", "20", first), ("high", "80", second))
        ]
        story.objective(f"t/o{at}", f"O{at}", *lines, tags=own)
    return story.view(by=tag)


def test_objectives_stand_under_a_heading_per_value_and_those_without_it_last(card):
    view = grouped(card, "stage", ({}, {}, {}), ({"stage": ["care", "sale"]}, {}, {}), ({"stage": "sale"}, {}, {}))
    told = shown(view, glyphs=False)
    heads = [row for row in told if row.startswith("==")]
    assert heads == [
        "== x 0.50 / 0.56  1 objective  stage: care",
        "== x 0.50 / 0.56  2 objectives  stage: sale",
        "== x 0.50 / 0.56  1 objective  without stage",
    ]
    inside = [row.split()[-1] for row in told if re.search(r"  O\d$|^==", row)]
    assert inside == ["care", "O2", "sale", "O2", "O3", "stage", "O1"]
    assert view.standing.coverage == (3, 3)
    plain = list(sentences(view, words("en")))
    assert plain[1] == "stage: care. Off track, score 0.50, expected by today 0.56, 1 objective."
    assert "without stage. Off track, score 0.50, expected by today 0.56, 1 objective." in plain


def test_a_key_result_with_a_tag_of_its_own_stands_where_that_says_and_the_objective_with_it(card):
    view = grouped(card, "touchpoint", ({"touchpoint": "shop"}, {"touchpoint": "app"}, {}))
    told = [(group.value, str(group.standing.score), [line.id for o in group.objectives for line in o.key_results])
            for group in view.groups]  # fmt: skip
    assert told == [("app", "1/5", ["low"]), ("shop", "4/5", ["high"])]
    assert [row.split("  ")[-1] for row in shown(view) if row.endswith("key results)")] == [
        "O1 (1 of 2 key results)"
    ] * 2
    assert str(view.standing.score) == "1/2"


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        (Maintain(q("4.5 stars")), "4.7, at least 4.5 stars  "),
        (Maintain(at_most=q("5 stars")), "4.7, at most 5 stars  "),
        (Reach(q("4.9 stars")), "4.7 -> 4.9 stars  "),
    ],
)
def test_a_unit_that_value_and_goal_share_is_written_once(card, goal, told):
    story = card()
    story.objective("t/o", "O", story.key_result("t/o/k", "K", goal, ["4.7 stars"], baseline="4 stars"))
    assert next(line for line in shown(story.view(), glyphs=False) if " K" in line)[20:].startswith(told)
