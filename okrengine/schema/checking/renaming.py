"""Fixes of what a schema finds: unknown keys that are known ones but for a slip, where nothing speaks against it."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from typing import Any

from okrengine.nearness import certain, nearest
from okrengine.syntax import Document, Edit, Fix, Path, Problem, apply_fixes, read

_CONFLICT, _LACK = "OKR106", "OKR102"


def renaming(
    document: Document, path: Path, present: Collection[str], known: Iterable[str], first: Iterable[str]
) -> Fix | None:
    """The unknown key at `path` with the name of the known one that it stands for; None where that is a guess.

    `present` are the keys beside it, `first` those that are missing.
    """
    key, known = str(path[-1]), list(known)
    free = [one for one in known if one not in present]
    found = certain(key, free)
    if found is None or found != nearest(key, known, first) or nearest(key, [found]) is None:
        return None
    if any(certain(one, free) == found for one in set(present) - {key, *known}):
        return None
    place = document.key(path)
    sign = document.lines[place.line - 1][place.column - 1]
    sign = sign if sign in "\"'" else ""
    return Fix(f"writes `{found}`", (Edit(place, f"{sign}{found}{sign}"),))


def confirmed(
    problems: Sequence[Problem], document: Document, check: Callable[[Document], Iterable[Problem]]
) -> list[Problem]:
    """The problems, without the renamings that would leave something wrong with the key or its value."""
    renamed = {one.place: one.fix for one in problems if one.code == "OKR101" and one.fix is not None}
    if not renamed:
        return list(problems)
    content, _ = apply_fixes(document.text.encode(), renamed.values())
    after, _ = read(content, document.file)
    wrong = [] if after is None else [one for one in check(after) if one.code != _LACK]
    names: dict[Any, str] = {
        path: renamed[place].edits[0].text.strip("\"'") for path, place in document.keys.items() if place in renamed
    }
    against = _Against(after, wrong) if after is not None else None
    sure = {document.keys[path] for path in names if against is not None and not against.key(_followed(path, names))}
    return [replace(one, fix=None) if one.place in renamed and one.place not in sure else one for one in problems]


def _followed(path: Path, names: dict[Any, str]) -> Path:
    """The path of a part after keys on the way to it got other names."""
    return tuple(names.get(path[: depth + 1], step) for depth, step in enumerate(path))


class _Against:
    """What speaks against keys of a document: a problem with one, with its value, or with two beside each other."""

    def __init__(self, document: Document, wrong: Iterable[Problem]) -> None:
        self._document = document
        self._starts: set[tuple[int, int]] = set()
        self._holders: set[Path] = set()
        holders = {place.start: path[:-1] for path, place in document.keys.items()}
        for one in wrong:
            if one.code != _CONFLICT:
                self._starts.add(one.place.start)
            elif one.place.start in holders:
                self._holders.add(holders[one.place.start])

    def key(self, path: Path) -> bool:
        """Whether anything speaks against the key at `path`."""
        if path not in self._document.keys:
            return True
        own = (self._document.keys[path].start, self._document.value(path).start)
        return not self._starts.isdisjoint(own) or path[:-1] in self._holders
