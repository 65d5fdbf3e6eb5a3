"""What supports what, as a nested list: every objective under each parent that it names."""

from collections.abc import Mapping, Sequence

from okrengine.report.contents import Branch, ObjectiveView


def alignment(objectives: Sequence[ObjectiveView]) -> tuple[Branch, ...]:
    """The objectives that support no other of the report, and below each what supports it.

    A parent that is a key result stands for its objective. A child of two parents stands under both. Circles are
    refused elsewhere; one that is left ends where it closes.
    """
    parents = {each.address: _parents(each, objectives) for each in objectives}
    roots = [each for each in objectives if not parents[each.address]]
    return tuple(_branch(each, objectives, parents, None, ()) for each in roots)


def _parents(child: ObjectiveView, objectives: Sequence[ObjectiveView]) -> list[str]:
    """The addresses of the objectives that `child` supports, without those that the report does not hold."""
    owners = ["/".join(address.split("/")[:2]) for address in child.supported]
    return [each.address for each in objectives if each.address in owners and each.address != child.address]


def _branch(
    objective: ObjectiveView,
    objectives: Sequence[ObjectiveView],
    parents: Mapping[str, Sequence[str]],
    above: str | None,
    way: tuple[str, ...],
) -> Branch:
    way = (*way, objective.address)
    children = tuple(
        _branch(each, objectives, parents, objective.address, way)
        for each in objectives
        if objective.address in parents[each.address] and each.address not in way
    )
    titles = {each.address: each.title for each in objectives}
    others = tuple(titles[parent] for parent in parents[objective.address] if parent != above)
    return Branch(objective, children, others)


def supports(objectives: Sequence[ObjectiveView]) -> tuple[tuple[int, int], ...]:
    """Pairs of a child and a parent, by their positions among the objectives from 1 on."""
    at = {objective.address: position for position, objective in enumerate(objectives, start=1)}
    return tuple((at[child.address], at[parent]) for child in objectives for parent in _parents(child, objectives))
