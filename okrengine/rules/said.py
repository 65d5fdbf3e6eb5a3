"""What the check-ins say about a team and about each of its key results."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from okrengine.rules.files import Files
from okrengine.rules.items import Item

_Names: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """What one check-in says of a key result, or of a whole team: the instant, and the mapping that says it.

    One that is `backfilled` was computed later, so nobody looked at it then.
    """

    at: datetime
    item: Item
    backfilled: bool = False


def said_of(item: Item) -> tuple[Said, ...]:
    """The entries about a key result, oldest first, under its id and its earlier ones; none after the instant asked."""
    objective = item.inside
    if objective is None or not item.files.said:
        return ()
    team, cycle = str(item.top.data.get("team")), str(item.top.data.get("cycle"))
    found = _index(item.files)
    entries = [one for name in item.names for one in found.get((team, cycle, f"{objective.data.get('id')}/{name}"), ())]
    return tuple(sorted(entries, key=lambda one: one.at))


def heard_of(top: Item) -> tuple[Said, ...]:
    """The check-ins of the team and cycle of an OKR file, oldest first; none after the instant that is asked about."""
    return tuple(_index(top.files).get((str(top.data.get("team")), str(top.data.get("cycle"))), ()))


def _index(files: Files) -> dict[_Names, list[Said]]:
    """Check-ins by team and cycle, and their entries by team, cycle and `objective/key-result`; made once."""
    if _index not in files.kept:
        files.kept[_index] = _indexed(files)
    found: dict[_Names, list[Said]] = files.kept[_index]
    return found


def _indexed(files: Files) -> dict[_Names, list[Said]]:
    found: dict[_Names, list[Said]] = {}
    for top in files.said:
        try:
            at = files.settings.instant(top.text("at") or "")
        except ValueError:
            continue
        if files.as_of is not None and at > files.as_of:
            continue
        team, late = (str(top.data.get("team")), str(top.data.get("cycle"))), top.data.get("backfilled") is True
        found.setdefault(team, []).append(Said(at, top, late))
        entries = top.mapping("key_results")
        for name in entries.data if entries is not None else ():
            entry = entries.mapping(name) if entries is not None else None
            if entry is not None:
                found.setdefault((*team, name), []).append(Said(at, entry, late))
    for ones in found.values():
        ones.sort(key=lambda one: one.at)
    return found
