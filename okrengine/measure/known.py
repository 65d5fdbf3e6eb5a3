"""What is known of all cells of a column once a file was looked through, so that no query asks of each cell again."""

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from okrengine.measure.casting import INSTANT, LOCAL, STAMPED, Mapped
from okrengine.measure.zones import Zone

COUNTED, THERE, LEAST, GREATEST = "~n", "~there", "<", ">"
"""Endings of what is counted of a column: cells that do not cast, filled cells, the first and the last stamp."""


@dataclass(frozen=True)
class Known:
    """A column without a rejected cell (`sound`), without an empty or rejected one (`full`).

    Its stamps reach from `first` to `last`, both included: naive instants of UTC, or days; None is not known.
    """

    sound: bool = False
    full: bool = False
    first: Any = None
    last: Any = None

    def meets(self, compare: Callable[[Any, Any], Any], bound: Any) -> bool:
        """Whether all stamps are known to compare so."""
        end = self.last if compare in (operator.lt, operator.le) else self.first
        return end is not None and bool(compare(end, bound))


def known_of(found: Mapping[str, Any], columns: Mapping[str, Mapped], clock: Zone, zone: Zone) -> dict[str, Known]:
    """What was counted of each column, `clock` being that of naive stamps, `zone` the project's."""
    every: dict[str, Known] = {}
    for name, mapped in columns.items():
        bad, there = int(found.get(f"{name}{COUNTED}") or 0), found.get(f"{name}{THERE}")
        full = not bad and there is not None and int(there) == int(found["rows"])
        first, last = _reach(found, mapped, clock, zone) if mapped.type in STAMPED else (None, None)
        every[name] = Known(not bad, full, first, last)
    return every


def _reach(found: Mapping[str, Any], mapped: Mapped, clock: Zone, zone: Zone) -> tuple[Any, Any]:
    """The first and the last stamp as they are compared, where all are of one kind and no clock changes among them."""
    held = [end for end in (LOCAL, INSTANT) if found.get(f"{mapped.name}{end}{LEAST}") is not None]
    days = mapped.type == "date"
    kept = INSTANT if not days else LOCAL
    if len(held) != 1 or (held != [kept] and (zone if days else clock).changes):
        return None, None
    shift = timedelta(seconds=0 if held == [kept] else zone.first if days else -clock.first)
    first, last = (found[f"{mapped.name}{held[0]}{end}"] + shift for end in (LEAST, GREATEST))
    return (first.date(), last.date()) if days else (first, last)
