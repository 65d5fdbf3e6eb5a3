"""Private folders for what is needed while something is measured: gone afterwards, or swept when the next is made.

A folder is locked as long as it is in use, and the system lets go of the lock of a program that was killed: what can be
locked by another is nobody's any more.
"""

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from okrengine.errors import SourceError

try:
    import fcntl
except ModuleNotFoundError:  # pragma: no cover  Windows, where nothing is locked and so nothing swept
    fcntl = None  # type: ignore[assignment]

_PREFIX = "okrengine-room-"
_PRIVATE = 0o700
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def room() -> Iterator[Path]:
    """A folder that only this user may open. What earlier programs had to leave behind is swept first.

    Raises `SourceError` where none can be made.
    """
    while True:
        with _made() as name, _locked(Path(name)) as held:
            if held:
                yield Path(name).resolve()
                return


def _made() -> TemporaryDirectory[str]:
    try:
        _sweep(gettempdir())
        return TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
    except OSError as error:
        why = error.strerror or "unknown"
        raise SourceError(f"no folder for what is temporary can be made: {why}: name one by TMPDIR") from None


@contextmanager
def _locked(folder: Path) -> Iterator[bool]:
    """Whether a folder is still there once it is locked: another program may have swept it in between."""
    if fcntl is None:
        yield True
        return
    try:
        descriptor = os.open(folder, _FOLDER)
    except FileNotFoundError:
        yield False
        return
    try:
        with suppress(OSError):  # a file system without locks has none for a sweeper either
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield _is_there(folder, descriptor)
    finally:
        os.close(descriptor)


def _is_there(folder: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(folder.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


@cache
def _sweep(home: str) -> None:
    """Take away the folders of programs that were killed: this user's, private, and locked by nobody."""
    if fcntl is None or not shutil.rmtree.avoids_symlink_attacks:
        return
    with suppress(OSError), os.scandir(home) as entries:
        names = [entry.name for entry in entries if entry.name.startswith(_PREFIX)]
        for name in names:
            with suppress(OSError):
                _take_away(home, name)


def _take_away(home: str, name: str) -> None:
    """Raises `OSError` where a folder is in use, or is none of ours."""
    above = os.open(home, _FOLDER & ~getattr(os, "O_NOFOLLOW", 0))
    try:
        folder = os.open(name, _FOLDER, dir_fd=above)
        try:
            found = os.fstat(folder)
            if found.st_uid == os.getuid() and stat.S_IMODE(found.st_mode) == _PRIVATE:
                fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(name, dir_fd=above)
        finally:
            os.close(folder)
    finally:
        os.close(above)
