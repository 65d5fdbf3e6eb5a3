"""The signals that ask the program to end: it ends as by Ctrl-C, so that nothing half done is left behind."""

import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
_ENDED = 128
_GRACE = 5.0
"""So many seconds a call into an engine may go on after a signal."""


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


@contextmanager
def not_for_ever() -> Iterator[None]:
    """A call into an engine that does not come back ends some seconds after a signal all the same, with the program.

    Python hears of a signal only between two steps of its own. What such an end leaves behind the next start sweeps.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard, told = os.pipe()
    os.set_blocking(told, False)
    before = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    done = threading.Event()
    threading.Thread(target=_end_late, args=(heard, done), daemon=True).start()
    try:
        yield
    finally:
        done.set()
        signal.set_wakeup_fd(before)
        os.close(told)


def _end_late(heard: int, done: threading.Event) -> None:
    with os.fdopen(heard, "rb", buffering=0) as numbers:
        number = next((one[0] for one in iter(lambda: numbers.read(1), b"") if one[0] in (signal.SIGINT, *_SIGNALS)), 0)
    if number and not done.wait(_GRACE):
        os._exit(_ENDED + number)
