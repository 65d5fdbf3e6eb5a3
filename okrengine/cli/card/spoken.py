"""The card for the ear: the same values in sentences, without signs or columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from okrengine.cli.card.lines import MOST_POINTS
from okrengine.cli.card.wrapping import titled
from okrengine.cli.terminal import safe
from okrengine.report.alignment import supporters
from okrengine.report.contents import Branch, GroupView, KeyResultView, ObjectiveView, View
from okrengine.report.words import Words


def sentences(view: View, words: Words, asked: str = "") -> Iterator[str]:
    """The card in sentences, one per key result. `asked` are the flags with which `okr explain` sees the same."""
    elapsed = words.elapsed(view).replace(" · ", ", ")
    yield f"{view.cycle.name}, {words.long_day(view.today)}, {elapsed}. {words.headline(view)}"
    below = supporters(view)
    if view.by is None:
        yield from _objectives(view.objectives, below, words)
    for group in view.groups:
        yield _group(view, group, words)
        yield from _objectives(group.objectives, below, words, view.objectives)
    yield safe(f"{words.discuss(view)} {words.first(MOST_POINTS, len(view.agenda))}".rstrip())
    for line in view.agenda[:MOST_POINTS]:
        yield safe(words.point(line))
        yield f"okr explain {line.address}{asked}"


def _objectives(
    objectives: Sequence[ObjectiveView],
    below: Mapping[str, tuple[Branch, ...]],
    words: Words,
    wholes: Sequence[ObjectiveView] = (),
) -> Iterator[str]:
    whole = {each.address: each for each in wholes}
    for objective in objectives:
        told = (*words.worth(objective.standing, objective.verdict), words.coverage(objective.standing))
        title = titled(objective.title, words.partly(objective, whole.get(objective.address, objective)))
        yield f"{objective.team}: {title}. {_sentence(told, words)}"
        for line in objective.key_results:
            yield f"{safe(line.title)}: {_sentence(_told(line, words), words)}"
        for branch in below.get(objective.address, ()):
            yield _supporter(branch, words)


def _group(view: View, group: GroupView, words: Words) -> str:
    told = (*words.worth(group.standing), words.size(group))
    return f"{safe(words.group(view, group))}. {_sentence(told, words)}"


def _supporter(branch: Branch, words: Words) -> str:
    told = (*words.worth(branch.objective.standing), *filter(None, [words.also_under(branch)]))
    return f"{safe(words.supporter(branch))}. {_sentence(told, words)}"


def _told(line: KeyResultView, words: Words) -> Iterator[str]:
    """Everything that the columns of a key result show."""
    yield words.status_of(line)
    yield words.reached(line)
    if line.paced:
        progress, expected = words.percent(line.raw), words.percent(line.expected)
        yield words.say("%(progress)s of the way, %(expected)s expected", progress=progress, expected=expected)
    yield words.sure(line)
    yield words.outlook(line)
    if line.history:
        yield words.so_far(line)


def _sentence(told: Iterable[str], words: Words) -> str:
    return safe(words.sentence(told))
