"""Work that must be done in time: it runs beside, and what takes too long is ended and left."""

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

T = TypeVar("T")

CONNECTING = 4.0
"""Seconds in which a server must have let us in."""

GRACE = 2.0
"""Seconds that the server has beyond its own time-out until it is no longer waited for."""

_ENDING = 1.0


class OverdueError(Exception):
    """The work was not done in time."""


def within(seconds: float, work: Callable[[], T], stop: Callable[[], object] | None = None) -> T:
    """What `work` gives or raises; `OverdueError` where it takes longer. `stop` ends it from outside."""
    given: list[T] = []
    raised: list[BaseException] = []

    def run() -> None:
        try:
            given.append(work())
        except BaseException as error:  # noqa: BLE001  it is raised where the work was asked for
            raised.append(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        thread.join(seconds)
    except BaseException:
        if stop is not None:
            stop()
        raise
    if thread.is_alive():
        if stop is not None:
            stop()
            thread.join(_ENDING)
        raise OverdueError
    if raised:
        raise raised[0]
    return given[0]
