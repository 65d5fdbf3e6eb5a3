"""Write files so that they are complete or absent, also when the power fails: new ones, and ones that are replaced."""

import contextlib
import errno
import os
import shlex
import stat
from pathlib import Path

from okrengine.errors import ProjectError, RecordError, UnconfirmedError

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
_NO_LINKS = {errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK, errno.ENOSYS}


def write_new(path: Path, content: bytes, *, inside: Path | None = None) -> bool:
    """Write a file that is not there yet; True when it was written, False when the same bytes stood there already.

    An existing file is never replaced. Raises `RecordError` where other bytes stand under the name, where the folder
    lies outside `inside`, or where the disk refuses; `UnconfirmedError` where the file is written and the disk did not
    confirm that it will last.
    """
    new = _folders(path.parent, inside)
    try:
        temporary = _temporary(path, content)
    except OSError as error:
        raise _refused(path, error) from None
    try:
        written = _link(temporary, path, content)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    try:
        for folder in (path.parent, *new):
            _confirm(folder)
    except OSError as error:
        raise UnconfirmedError(f"{path}: recorded, but the disk did not confirm it: {error.strerror}") from None
    return written


def replace(path: Path, content: bytes, *, inside: Path | None = None) -> None:
    """Write a file, in the place of what stands there. A link is replaced, never followed; permissions are kept.

    Raises `RecordError` where the disk refuses, where the folder lies outside `inside`, and where a device or a
    pipe has the name: the file would take its place.
    """
    _keep_inside(path.parent, inside)
    if path.exists() and not path.is_file() and not path.is_dir():
        raise RecordError(f"{path}: this is a device or a pipe; nothing is written there")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = _temporary(path, content)
        try:
            if path.is_file() and not path.is_symlink():
                temporary.chmod(stat.S_IMODE(path.stat().st_mode))
            temporary.replace(path)
        except OSError:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
        _confirm(path.parent)
    except OSError as error:
        raise _refused(path, error) from None


def refuse(path: Path) -> None:
    """Raise `ProjectError` where no file can be written: the folder is not there, or something else has the name."""
    if not path.parent.is_dir():
        mend = f"make it: mkdir -p {shlex.quote(str(path.parent))}"
        raise ProjectError(f"`{path}` cannot be written: there is no folder `{path.parent}`; {mend}")
    if path.exists() and not path.is_file():
        raise ProjectError(
            f"`{path}` cannot be written: a {'folder' if path.is_dir() else 'device or a pipe'} is there"
        )


def _keep_inside(folder: Path, inside: Path | None) -> None:
    if inside is not None and not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(inside)):
        raise RecordError(f"{folder}: a link leads out of the project; nothing is written there")


def _folders(folder: Path, inside: Path | None) -> list[Path]:
    """Make the folder; give the parents whose entries are new, innermost first."""
    _keep_inside(folder, inside)
    new = [parent for parent in (folder, *folder.parents) if not parent.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _refused(folder, error) from None
    return [parent.parent for parent in new]


def _temporary(path: Path, content: bytes) -> Path:
    """A new file beside `path` with the content, safely on the disk; it is removed where that fails."""
    temporary = path.parent / f".tmp-{os.urandom(8).hex()}"
    descriptor = os.open(temporary, _NEW, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except BaseException:  # Ctrl-C too
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _link(temporary: Path, path: Path, content: bytes) -> bool:
    """Give the temporary file its name, unless something has it."""
    try:
        os.link(temporary, path, follow_symlinks=False)
    except FileExistsError:
        return _compare(path, content)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise _refused(path, error) from None
        return _create(path, content)
    return True


def _create(path: Path, content: bytes) -> bool:
    """Where the file system has no hard links: the final name at once, refused if it exists."""
    try:
        descriptor = os.open(path, _NEW, 0o644)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except FileExistsError:
        return _compare(path, content)
    except OSError as error:
        raise _refused(path, error) from None
    return True


def _compare(path: Path, content: bytes) -> bool:
    """False for the same bytes: they are recorded already."""
    try:
        same = not path.is_symlink() and path.is_file() and path.read_bytes() == content
    except OSError as error:
        raise _refused(path, error) from None
    if not same:
        raise RecordError(f"{path}: something else is recorded there already; the next second is free")
    return False


def _confirm(folder: Path) -> None:
    """Have the disk confirm the names in a folder."""
    if os.name == "nt":  # Windows cannot open a folder
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refused(path: Path, error: OSError) -> RecordError:
    return RecordError(f"{path}: cannot be written: {error.strerror or error}")
