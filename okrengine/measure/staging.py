"""Files put ready for the engine, in a folder that only this user may open and that goes with the connection."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from okrengine.errors import SourceError
from okrengine.offers import Source


def staged(source: Source, files: Sequence[Path], options: Mapping[str, Any], kept: ExitStack) -> tuple[Path, ...]:
    """The files that the engine reads: `files`, or what the source makes of them.

    They last as long as `kept` is open. Raises `SourceError` where there is no room for them, and what a plugin raises.
    """
    if source.stage is None or not files:
        return tuple(files)
    try:
        folder = kept.enter_context(TemporaryDirectory(prefix="okrengine-"))
        return tuple(source.stage(tuple(files), Path(folder).resolve(), **options))
    except OSError as error:
        names = ", ".join(file.name for file in files)
        raise SourceError(f"{names}: no copy can be put ready to be read: {error.strerror or 'unknown'}") from None
