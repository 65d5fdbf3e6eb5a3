"""Code of plugins, run as a guest: what it prints goes to standard error, and it cannot end the program."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from okrengine.secrets import scrub

_OUT, _ERR = 1, 2
_LONGEST = 300


class LeftError(Exception):
    """A plugin asked the program to end, by `sys.exit` or the like; what it was doing has failed, and no more."""


@contextmanager
def guest() -> Iterator[None]:
    """Run code of a plugin. Raises what it raises; `LeftError` for an exit, Ctrl-C as it is."""
    with _interruptible(), _aside(), contextlib.redirect_stdout(sys.stderr):
        try:
            yield
        except (Exception, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise LeftError(f"it asked the program to end ({told(error)})") from error


def told(error: BaseException) -> str:
    """An exception of a plugin in one line: its kind, and the first line of what it says."""
    try:
        said = next(iter(scrub(str(error)).strip().splitlines()), "")  # before it is cut: half a secret is one, too
    except Exception:  # noqa: BLE001  the text of an exception is code of the plugin too
        said = ""
    kind = type(error).__name__
    text = f"{kind}: {said}" if said else kind
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C ends what runs here, also where an engine or a plugin took it for a failure of its own."""
    before = signal.getsignal(signal.SIGINT)
    if threading.current_thread() is not threading.main_thread() or not callable(before):
        yield
        return
    seen: list[int] = []

    def note(number: int, frame: FrameType | None) -> None:
        seen.append(number)
        before(number, frame)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    except Exception:
        if seen:
            raise KeyboardInterrupt from None
        raise
    finally:
        signal.signal(signal.SIGINT, before)
    if seen:
        raise KeyboardInterrupt


@contextmanager
def _aside() -> Iterator[None]:
    """Standard output leads to standard error, for other programs and libraries that write to it by number too."""
    try:
        kept = os.dup(_OUT)
    except OSError:  # closed: there is nothing to keep clean
        yield
        return
    try:
        sys.stdout.flush()  # what was said before stays before
        with contextlib.suppress(OSError):
            os.dup2(_ERR, _OUT)
        yield
    finally:
        os.dup2(kept, _OUT)
        os.close(kept)
