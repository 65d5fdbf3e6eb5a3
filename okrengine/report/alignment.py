"""What supports what, as a nested list: every objective under each parent that it names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from okrengine.report.contents import Branch, ObjectiveView, View

DEEPEST = 40
"""Nobody reads a list that is nested deeper."""
MOST_TITLES = 3
"""So many other parents are named; of more their number is."""


def alignment(objectives: Sequence[ObjectiveView]) -> tuple[Branch, ...]:
    """The objectives that support no other of the report, and below each what supports it.

    A parent that is a key result stands for its objective. A child of two parents stands under both, what supports it
    under the first alone: else forty objectives could make a list of millions. Circles are refused elsewhere; one that
    is left ends where it closes.
    """
    parents = _parents(objectives)
    children: dict[str, list[ObjectiveView]] = {}
    for child in objectives:
        for parent in parents[child.address]:
            children.setdefault(parent, []).append(child)
    tree = _Tree(children, parents, {each.address: each.title for each in objectives}, set())
    return tuple(_branch(each, tree, None, 1) for each in objectives if not parents[each.address])


def supporters(view: View) -> Mapping[str, tuple[Branch, ...]]:
    """What supports each objective that anything supports, by its address, with the other parents of each."""
    pairs = [(view.objectives[child - 1], view.objectives[parent - 1]) for child, parent in view.supports]
    parents: dict[str, list[ObjectiveView]] = {}
    for child, parent in pairs:
        parents.setdefault(child.address, []).append(parent)
    found: dict[str, list[Branch]] = {}
    for child, parent in pairs:
        others = _few(each.title for each in parents[child.address] if each is not parent)
        found.setdefault(parent.address, []).append(Branch(child, (), *others))
    return {address: tuple(branches) for address, branches in found.items()}


def _parents(objectives: Sequence[ObjectiveView]) -> dict[str, list[str]]:
    """For each objective the addresses of those that it supports, in their order, without those not in the report."""
    at = {objective.address: position for position, objective in enumerate(objectives)}
    found = {}
    for child in objectives:
        owners = {"/".join(address.split("/")[:2]) for address in child.supported} - {child.address}
        found[child.address] = sorted(owners & at.keys(), key=lambda address: at[address])
    return found


@dataclass(frozen=True, slots=True)
class _Tree:
    """What a list is made of, and the objectives that stand in it already."""

    children: Mapping[str, Sequence[ObjectiveView]]
    parents: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    told: set[str]


def _branch(objective: ObjectiveView, tree: _Tree, above: str | None, depth: int) -> Branch:
    address = objective.address
    others = _few(tree.titles[parent] for parent in tree.parents[address] if parent != above)
    if address in tree.told or depth >= DEEPEST:
        return Branch(objective, (), *others)
    tree.told.add(address)
    below = tuple(_branch(each, tree, address, depth + 1) for each in tree.children.get(address, ()))
    return Branch(objective, below, *others)


def _few(titles: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """The first titles, and how many more there are."""
    every = tuple(titles)
    return every[:MOST_TITLES], max(len(every) - MOST_TITLES, 0)


def supports(objectives: Sequence[ObjectiveView]) -> tuple[tuple[int, int], ...]:
    """Pairs of a child and a parent, by their positions among the objectives from 1 on."""
    at = {objective.address: position for position, objective in enumerate(objectives, start=1)}
    return tuple((at[child], at[parent]) for child, parents in _parents(objectives).items() for parent in parents)
