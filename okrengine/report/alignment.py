"""What supports what, as a nested list: every objective under each parent that it names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from okrengine.report.contents import Branch, ObjectiveView, View

DEEPEST = 40
"""Nobody reads a list that is nested deeper."""


def alignment(objectives: Sequence[ObjectiveView]) -> tuple[Branch, ...]:
    """The objectives that support no other of the report, and below each what supports it.

    A parent that is a key result stands for its objective. A child of two parents stands under both, what supports it
    under the first alone: else forty objectives could make a list of millions. Circles are refused elsewhere; one that
    is left ends where it closes.
    """
    parents = {each.address: _parents(each, objectives) for each in objectives}
    tree = _Tree(objectives, parents, {each.address: each.title for each in objectives}, set())
    return tuple(_branch(each, tree, None, 1) for each in objectives if not parents[each.address])


def supporters(view: View) -> Mapping[str, tuple[Branch, ...]]:
    """What supports each objective that anything supports, by its address, with the other parents of each."""
    pairs = [(view.objectives[child - 1], view.objectives[parent - 1]) for child, parent in view.supports]
    parents: dict[str, list[ObjectiveView]] = {}
    for child, parent in pairs:
        parents.setdefault(child.address, []).append(parent)
    found: dict[str, tuple[Branch, ...]] = {}
    for child, parent in pairs:
        others = tuple(each.title for each in parents[child.address] if each is not parent)
        found[parent.address] = (*found.get(parent.address, ()), Branch(child, (), others))
    return found


def _parents(child: ObjectiveView, objectives: Sequence[ObjectiveView]) -> list[str]:
    """The addresses of the objectives that `child` supports, without those that the report does not hold."""
    owners = ["/".join(address.split("/")[:2]) for address in child.supported]
    return [each.address for each in objectives if each.address in owners and each.address != child.address]


@dataclass(frozen=True, slots=True)
class _Tree:
    """What a list is made of, and the objectives that stand in it already."""

    objectives: Sequence[ObjectiveView]
    parents: Mapping[str, Sequence[str]]
    titles: Mapping[str, str]
    told: set[str]


def _branch(objective: ObjectiveView, tree: _Tree, above: str | None, depth: int) -> Branch:
    address = objective.address
    others = tuple(tree.titles[parent] for parent in tree.parents[address] if parent != above)
    if address in tree.told or depth >= DEEPEST:
        return Branch(objective, (), others)
    tree.told.add(address)
    below = [each for each in tree.objectives if address in tree.parents[each.address]]
    return Branch(objective, tuple(_branch(each, tree, address, depth + 1) for each in below), others)


def supports(objectives: Sequence[ObjectiveView]) -> tuple[tuple[int, int], ...]:
    """Pairs of a child and a parent, by their positions among the objectives from 1 on."""
    at = {objective.address: position for position, objective in enumerate(objectives, start=1)}
    return tuple((at[child.address], at[parent]) for child in objectives for parent in _parents(child, objectives))
