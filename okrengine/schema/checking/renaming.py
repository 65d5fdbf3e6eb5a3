"""Fixes of what a schema finds: unknown keys that are known ones but for a slip, where nothing speaks against it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from okrengine.nearness import certain, nearest
from okrengine.syntax import Document, Edit, Fix, Path, Problem, apply_fixes, read

_CONFLICT, _LACK = "OKR106", "OKR102"


def renaming(
    document: Document, path: Path, present: Iterable[str], known: Iterable[str], first: Iterable[str]
) -> Fix | None:
    """The unknown key at `path` with the name of the known one that it stands for; None where that is a guess.

    `present` are the keys beside it, `first` those that are missing.
    """
    key, known, beside = str(path[-1]), list(known), set(present)
    free = [one for one in known if one not in beside]
    found = certain(key, free)
    if found is None or found != nearest(key, known, first) or nearest(key, [found]) is None:
        return None
    if any(certain(one, free) == found for one in beside - {key, *known}):
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
    sure = {
        document.keys[path]
        for path in names
        if after is not None and not _spoken_against(after, _followed(path, names), wrong)
    }
    return [replace(one, fix=None) if one.place in renamed and one.place not in sure else one for one in problems]


def _followed(path: Path, names: dict[Any, str]) -> Path:
    """The path of a part after keys on the way to it got other names."""
    return tuple(names.get(path[: depth + 1], step) for depth, step in enumerate(path))


def _spoken_against(document: Document, path: Path, wrong: Iterable[Problem]) -> bool:
    """Whether there is a problem with the key at `path`, with its value, or with two keys beside each other there."""
    if path not in document.keys:
        return True
    own = {document.keys[path].start, document.value(path).start}
    beside = {place.start for other, place in document.keys.items() if other[:-1] == path[:-1]}
    return any(one.place.start in (beside if one.code == _CONFLICT else own) for one in wrong)
