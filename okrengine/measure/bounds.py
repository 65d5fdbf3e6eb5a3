"""Between what a stamp lies that is inside of a window."""

import operator
from collections.abc import Callable
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.measure.windows import Stretch
from okrengine.measure.zones import naive

Bound = tuple[Callable[[Any, Any], Any], Any]
"""How a stamp compares, and with which day or naive instant of UTC."""


def bounds(stretch: Stretch, reads: str, zone: ZoneInfo, *, days: bool) -> list[Bound]:
    """The end of the window and, for metrics that read it alone, its start; a bare day counts from its start."""
    found: list[Bound] = []
    if stretch.end is not None:
        found.append((operator.lt if _whole(stretch.end, zone) or not days else operator.le, stretch.end))
    if reads == "window":
        found.append((operator.ge if _whole(stretch.start, zone) or not days else operator.gt, stretch.start))
    return [(compare, at.astimezone(zone).date() if days else naive(at)) for compare, at in found]


def _whole(instant: datetime, zone: ZoneInfo) -> bool:
    """Whether an instant is the start of its local day."""
    return instant.astimezone(zone).time() == time()
