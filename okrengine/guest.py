"""Code of plugins, run as a guest: what it prints goes to standard error, and it cannot end the program."""

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from types import FrameType
from typing import Any

from okrengine.secrets import scrub

_OUT, _ERR = 1, 2
_LONGEST = 300
_INTERRUPTS = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))


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


def told(error: BaseException, files: Mapping[str, str] | None = None) -> str:
    """An exception of a plugin in one line: its kind, the first line of what it says, where in the plugin it arose.

    `files` are those of the plugin, each with how it is shown.
    """
    try:
        said = next(iter(scrub(str(error)).strip().splitlines()), "")  # before it is cut: half a secret is one, too
    except Exception:  # noqa: BLE001  the text of an exception is code of the plugin too
        said = ""
    kind = type(error).__name__
    text = f"{kind}: {said}" if said else kind
    return (text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…") + arisen(error, files or {})


def arisen(error: BaseException, files: Mapping[str, str]) -> str:
    """The innermost line of a plugin's own files on the way to an exception, ` (own/smiles.py:12)`; empty for none."""
    found, step = "", (error.__cause__ if isinstance(error, LeftError) else error).__traceback__  # type: ignore[union-attr]
    while step is not None:
        shown = files.get(step.tb_frame.f_code.co_filename)
        found = f" ({shown}:{step.tb_lineno})" if shown else found
        step = step.tb_next
    return found


def begun(function: Callable[..., Any]) -> str:
    """Where a plugin's function begins, ` (own/smiles.py:9)`; empty for what is no function."""
    code = getattr(function, "__code__", None)
    return f" ({files_of(function)[code.co_filename]}:{code.co_firstlineno})" if code is not None else ""


def files_of(*functions: Callable[..., Any] | None) -> dict[str, str]:
    """The files of a plugin's functions, each from the package or folder on: `own/smiles.py`."""
    codes = ((getattr(one, "__code__", None), getattr(one, "__module__", None) or "") for one in functions)
    return {code.co_filename: _shown(code.co_filename, module) for code, module in codes if code is not None}


def _shown(file: str, module: str) -> str:
    """A file without the folders that its module's name does not speak of; they are this machine's."""
    *folders, name = file.replace(os.sep, "/").split("/")
    depth = module.count(".") + (name == "__init__.py")
    return "/".join([*folders[len(folders) - depth :], name])


@contextmanager
def _interruptible() -> Iterator[None]:
    """Ctrl-C, or a signal that is handled likewise, ends what runs here, also where an engine or a plugin hid it."""
    before = {number: handler for number in _INTERRUPTS if callable(handler := signal.getsignal(number))}
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    raised: list[BaseException] = []

    def note(number: int, frame: FrameType | None) -> None:
        try:
            before[number](number, frame)
        except BaseException as error:
            raised.append(error)
            raise

    for number in before:
        signal.signal(number, note)
    try:
        yield
    except Exception:
        if raised:
            raise raised[0] from None
        raise
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if raised:
        raise raised[0]


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
