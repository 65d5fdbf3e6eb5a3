"""The card of `okr status`: it fits the terminal, loses no word, and its bar is where progress is."""

import pytest
from wcwidth import wcswidth

from okrengine.cli.card import lines, sentences
from okrengine.model import Maintain, Reach
from okrengine.quantity import Quantity
from okrengine.report.words import LANGUAGES, words

q = Quantity.parse


def shown(view, language="en", *, glyphs=True, columns=None):
    return ["".join(text for text, _ in line) for line in lines(view, words(language), glyphs=glyphs, columns=columns)]


def letters(text):
    return [each for each in text if not each.isspace()]


@pytest.mark.parametrize("columns", [72, 80, 100, 200])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_card_fits_the_terminal_and_loses_no_letter(rich, language, columns):
    whole, fitted = shown(rich, language), shown(rich, language, columns=columns)
    assert letters("".join(fitted)) == letters("".join(whole))
    assert max(map(wcswidth, fitted)) <= columns
    assert len(whole) < len(fitted) or columns == 200


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
    assert not set("━─┃●▲◆○✓") & set(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_result_is_a_sentence(rich, language):
    told = list(sentences(rich, words(language)))
    assert len(told) == 1 + len(rich.objectives) + len(rich.key_results)


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
