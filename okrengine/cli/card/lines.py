"""The lines of the card: the cycle, every objective with its key results and what supports it, what to discuss."""

from collections.abc import Iterator, Mapping, Sequence

from okrengine.cli.card.columns import STYLES, Columns
from okrengine.cli.card.wrapping import Line, titled, wrapped
from okrengine.cli.terminal import safe
from okrengine.report.alignment import supporters
from okrengine.report.contents import Branch, GroupView, ObjectiveView, View
from okrengine.report.words import Words

MOST_POINTS = 3


def lines(view: View, words: Words, *, glyphs: bool, columns: int | None, asked: str = "") -> Iterator[Line]:
    """The whole card. `columns` is None where nothing may be wrapped; `glyphs` is false on a poor console.

    `asked` are the flags with which `okr explain` sees what this card shows.
    """
    table = Columns(view.key_results, words, glyphs=glyphs, columns=columns)
    for text in (f"{view.cycle.name} · {words.long_day(view.today)} · {words.elapsed(view)}", words.headline(view)):
        yield from wrapped(((text, "bold"),), 0, columns)
    if view.key_results:
        yield from wrapped(((table.legend(), "dim"),), 0, columns)
    below = supporters(view)
    if view.by is None:
        yield from _objectives(view.objectives, below, table)
    for group in view.groups:
        yield ()
        yield from _group(view, group, table)
        yield from _objectives(group.objectives, below, table, view.objectives)
    yield from _agenda(view, table, asked)


def _objectives(
    objectives: Sequence[ObjectiveView],
    below: Mapping[str, tuple[Branch, ...]],
    table: Columns,
    wholes: Sequence[ObjectiveView] = (),
) -> Iterator[Line]:
    """Objectives with their key results; of `wholes` they are those in a group, and maybe parts."""
    whole = {each.address: each for each in wholes}
    for objective in objectives:
        yield ()
        yield from _objective(objective, whole.get(objective.address, objective), table)
        for line in objective.key_results:
            yield from table.line(line)
        for branch in below.get(objective.address, ()):
            yield from _supporter(branch, table)


def _objective(view: ObjectiveView, whole: ObjectiveView, table: Columns) -> Iterator[Line]:
    standing, words = view.standing, table.words
    measured, counted = standing.coverage
    head = f"{_worth(view, table)}  {measured}/{counted}  {view.team}  "
    style = STYLES.get(standing.status, "")
    pieces = (
        (f"{table.sign(standing.status)} ", style),
        (head, ""),
        (titled(view.title, words.partly(view, whole), words.given(view)), "bold"),
    )
    yield from wrapped(pieces, 2, table.columns)


def _supporter(branch: Branch, table: Columns) -> Iterator[Line]:
    """One line for an objective that supports the one above it; its key results stand in its own block."""
    view, status = branch.objective, branch.objective.standing.status
    title = titled(view.title, table.words.also_under(branch))
    sign = (f"{table.sign(status)} ", STYLES.get(status, ""))
    pieces = ((f"  {table.signs['child']} ", "dim"), sign, (f"{_worth(view, table)}  {view.team}  ", ""), (title, ""))
    yield from wrapped(pieces, 6, table.columns)


def _worth(view: ObjectiveView | GroupView, table: Columns) -> str:
    return f"{table.words.score(view.standing.score)} / {table.words.score(view.standing.expected)}"


def _group(view: View, group: GroupView, table: Columns) -> Iterator[Line]:
    """The heading of a group with its roll-up."""
    status = group.standing.status
    sign = (f"{table.sign(status)} ", STYLES.get(status, ""))
    head = f"{_worth(group, table)}  {table.words.size(group)}  "
    rule = (f"{table.signs['group']} ", "dim")
    yield from wrapped((rule, sign, (head, ""), (safe(table.words.group(view, group)), "bold")), 3, table.columns)


def _agenda(view: View, table: Columns, asked: str) -> Iterator[Line]:
    """The first points to discuss, each with why and with how to learn more; how many there are is said."""
    words = table.words
    for number, line in enumerate(view.agenda[:MOST_POINTS]):
        if not number:
            yield ()
            yield ((f"{words.discuss(view)} {words.first(MOST_POINTS, len(view.agenda))}".rstrip(), "bold"),)
        sign = (f"{table.sign(line.status)} ", STYLES.get(line.status, ""))
        yield from wrapped((sign, (safe(words.point(line)), "")), 2, table.columns)
        yield ((f"  okr explain {line.address}{asked}", "dim"),)
