"""Files held open from the moment that they were looked at: what takes the place of one later is not read."""

import os
import stat
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from okrengine.errors import SourceError

_OPEN = Path("/proc/self/fd")
"""Where the system shows what a program has open, if it does."""

_MOST = 200
"""So many files are held at once; programs may not have many more open."""


def pinned(files: Sequence[Path], room: Path, kept: ExitStack) -> tuple[Path, ...]:
    """Each file under its own name in the room, as a link to what is open; it lasts as long as `kept` is.

    Files beyond the first two hundred, and all where the system does not show what is open, stay where they are: of
    these it is seen only afterwards that one was replaced. Raises `SourceError` for what is no regular file, or is not
    where it was found.
    """
    if not _OPEN.is_dir():
        return tuple(files)
    return (*(_pinned(file, room / f"file{place}", kept) for place, file in enumerate(files[:_MOST])), *files[_MOST:])


def _pinned(file: Path, home: Path, kept: ExitStack) -> Path:
    try:
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror or 'unknown'}") from None
    kept.callback(os.close, descriptor)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        raise SourceError(f"{file.name} is not a regular file")
    if (_OPEN / str(descriptor)).readlink() != file:  # a folder above it was replaced
        raise SourceError(f"{file.name} changed while it was read: measure again when it is written")
    home.mkdir()
    link = home / file.name
    link.symlink_to(f"/proc/{os.getpid()}/fd/{descriptor}")
    return link
