"""Where a cycle stood before: the same means as its scorecard at that instant, whatever order they are asked for in."""

from pathlib import Path

from okrengine.project import Project

ROOT = Path(__file__).parent.parent.parent


def test_every_moment_is_what_the_scorecard_of_its_instant_says():
    project = Project.open(ROOT)
    trend = project.view().trend
    assert len(trend) == len({moment.at.date() for moment in trend}) > 4
    for moment in (*reversed(trend), *trend):
        card = project.scorecard(as_of=moment.at)
        assert (moment.score, moment.expected, moment.confidence) == (card.score, card.expected, card.confidence)
        assert {each.objective.address for each in card.objectives} == set(moment.objectives)
        for each in card.objectives:
            found = moment.objectives[each.objective.address]
            assert (found.score, found.expected, found.confidence) == (each.score, each.expected, each.confidence)


def test_a_moment_asked_for_last_is_the_same_as_asked_for_first():
    forwards, backwards = Project.open(ROOT).view().trend, Project.open(ROOT).view().trend
    assert list(forwards) == list(reversed(list(reversed(backwards))))
    assert forwards[-2:] == tuple(backwards)[-2:]
