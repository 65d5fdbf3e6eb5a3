"""Files put ready for the engine, in a room that only this user may enter and that goes with the connection."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from okrengine.errors import SourceError
from okrengine.offers import Source


def staged(source: Source, files: Sequence[Path], options: Mapping[str, Any], room: Path) -> tuple[Path, ...]:
    """The files that the engine reads: `files`, or what the source makes of them.

    They stand in a folder of the `room`. Raises `SourceError` where no copy fits there, and what a plugin raises.
    """
    if source.stage is None or not files:
        return tuple(files)
    try:
        folder = room / "staged"
        folder.mkdir(mode=0o700)
        return tuple(source.stage(tuple(files), folder, **options))
    except OSError as error:
        names = ", ".join(file.name for file in files)
        raise SourceError(f"{names}: no copy can be put ready to be read: {error.strerror or 'unknown'}") from None
