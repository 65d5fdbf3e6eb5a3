"""The signals that ask the program to end: it ends as by Ctrl-C, so that nothing half done is left behind."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_ENDED = 128


class Ending:
    """What asked the program to end, if anything has."""

    def __init__(self) -> None:
        self._number: int | None = None

    def code(self, code: int) -> int:
        """The exit code: that of the signal, as shells count them, else the one given."""
        return code if self._number is None else _ENDED + self._number

    def ask(self, number: int, _: FrameType | None) -> None:
        """Handle a signal: the first one interrupts, the next find the program on its way out."""
        if self._number is None:
            self._number = number
            raise KeyboardInterrupt


@contextmanager
def ending() -> Iterator[Ending]:
    """Take these signals for Ctrl-C, except where whoever started the program wants them ignored."""
    found = Ending()
    taken = [number for number in _SIGNALS if signal.getsignal(number) == signal.SIG_DFL]
    if threading.current_thread() is not threading.main_thread():
        taken = []  # only the main thread may
    for number in taken:
        signal.signal(number, found.ask)
    try:
        yield found
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)
