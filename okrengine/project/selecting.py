"""What a SELECT means: `team`, `team/objective` or `team/objective/key-result`, with `*` for any name."""

from collections.abc import Sequence
from dataclasses import replace
from fnmatch import fnmatchcase

from okrengine.errors import ProjectError
from okrengine.model import Cycle, Objective
from okrengine.nearness import suggestion

PARTS = 3


def narrow(objectives: Sequence[Objective], select: Sequence[str]) -> tuple[Objective, ...]:
    """The objectives that `select` names, each with the key results that it names; all of them without a SELECT.

    Raises `ProjectError` for a SELECT that names nothing: nothing to do is never what was meant.
    """
    if not select:
        return tuple(objectives)
    for pattern in select:
        if not any(_covers(pattern, kr.address) for objective in objectives for kr in objective.key_results):
            known = _level(objectives, pattern.count("/") + 1)
            raise ProjectError(f"nothing is called `{pattern}`: {suggestion(pattern, known)}")
    found = []
    for objective in objectives:
        kept = tuple(kr for kr in objective.key_results if any(_covers(p, kr.address) for p in select))
        if kept:
            found.append(replace(objective, key_results=kept))
    return tuple(found)


def running(objectives: Sequence[Objective], day: object) -> tuple[Objective, ...]:
    """The objectives whose cycle holds a day; raises `ProjectError` naming the cycles there are where none does."""
    found = tuple(o for o in objectives if o.cycle.first <= day <= o.cycle.last)  # type: ignore[operator]
    if objectives and not found:
        cycles = sorted({(o.cycle.first, o.cycle.last, o.cycle.name) for o in objectives})
        known = ", ".join(f"{name} ({first} to {last})" for first, last, name in cycles)
        raise ProjectError(f"no cycle runs on {day}: there are {known}; give another day by --as-of")
    return found


def choose_cycle(objectives: Sequence[Objective], name: str | None, day: object) -> Cycle:
    """The cycle of a name; without one the running cycle that ends first and began last, else the last one begun."""
    cycles = {o.cycle.name: o.cycle for o in objectives}
    if name is not None:
        if name not in cycles:
            raise ProjectError(f"no objective has the cycle `{name}`: {suggestion(name, cycles)}")
        return cycles[name]
    ordered = sorted(cycles.values(), key=lambda c: (c.last, -c.first.toordinal(), c.name))
    now = [c for c in ordered if c.first <= day <= c.last]  # type: ignore[operator]
    begun = [c for c in ordered if c.first <= day]  # type: ignore[operator]
    if not ordered:
        raise ProjectError("no OKR file has an objective")
    return now[0] if now else (begun or ordered)[-1]


def _covers(pattern: str, address: str) -> bool:
    wanted, parts = pattern.split("/"), address.split("/")
    return len(wanted) <= PARTS and all(fnmatchcase(part, want) for part, want in zip(parts, wanted, strict=False))


def _level(objectives: Sequence[Objective], depth: int) -> list[str]:
    """Every address of so many parts, in the order of the files."""
    addresses = [kr.address for objective in objectives for kr in objective.key_results]
    return list(dict.fromkeys("/".join(address.split("/")[:depth]) for address in addresses))
