"""JSON files as a source: arrays of objects, and JSON lines."""

import codecs
import re
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl

_LARGEST = 256 * 2**20
_DEEPEST = 64
_HEAD = 1_048_576
_NO_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))
_SUFFIXES = (".json", ".jsonl", ".ndjson")


def read_json(connection: Any, files: Sequence[Path]) -> Rows:
    """Rows of JSON files: one array of objects, or one object per line (JSON lines), told apart by the first character.

    Keys are columns; a key that an object lacks is missing in its row. Every value is read as the text that it is
    written with, and cast by the core; an object or array inside stays text. Files may have 256 MiB each.
    """
    relation = None
    texts = {file: _checked(file) for file in files}
    if not any(texts.values()):
        raise SourceError(f"{', '.join(file.name for file in files)}: there is no row and so no column")
    keys = _keys(connection, [file for file in files if texts[file]])
    for file, form in texts.items():
        if form:
            part = connection.read_json(str(file), format=form, columns=dict.fromkeys(keys, "VARCHAR"))
            relation = part if relation is None else relation.union(part)
    return Rows(relation, tuple(keys), _explain(files))


def _checked(file: Path) -> str | None:
    """The form of a file, None where it holds no row. Half a file is refused: a part of the rows is no answer."""
    try:
        content = file.read_bytes() if file.stat().st_size <= _LARGEST else None
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    if content is None:
        raise SourceError(f"{file.name} has more than 256 MiB: split it, or use Parquet")
    try:
        content.decode("utf-8")
    except UnicodeError:
        raise SourceError(f"{file.name} is not UTF-8: save it as UTF-8") from None
    if content.startswith(codecs.BOM_UTF8):
        raise SourceError(f"{file.name} begins with a byte order mark: save it as UTF-8 without one")
    text = content.strip()
    if not text:
        raise SourceError(f"{file.name} is empty")
    if _deeper(text):
        raise SourceError(f"{file.name} is nested more than {_DEEPEST} levels deep: flatten it")
    if text[:1] == b"[":
        if text[-1:] != b"]":
            raise SourceError(f"{file.name} is cut off: its array has no end")
        return "array" if text[1:-1].strip() else None
    if text[:1] != b"{" or text[-1:] != b"}":
        raise SourceError(f"{file.name} holds neither an array of objects nor one object per line")
    return "newline_delimited"


def _deeper(text: bytes) -> bool:
    """Whether lists and objects are nested deeper than the engine bears: it would end the whole program.

    What is left of the text without its strings are brackets; each round takes the innermost pairs away.
    """
    left = text.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, delete=_NO_BRACKETS).replace(b'""', b"")
    left = re.sub(b'"[^"]*"', b"", left)
    for _ in range(_DEEPEST):
        before = len(left)
        left = left.replace(b"{}", b"").replace(b"[]", b"")
        if len(left) == before:  # what is left does not match; the engine says where, unless it is deep too
            return max(accumulate(1 if byte in b"[{" else -1 for byte in left[:_HEAD]), default=0) > _DEEPEST
    return bool(left)


def _explain(files: Sequence[Path]) -> Callable[[Exception], str]:
    """What the engine's errors about a JSON file mean, without its path or its values."""

    def explain(error: Exception) -> str:
        said = str(error)
        name = next((file.name for file in files if file.name in said), ", ".join(file.name for file in files))
        place = re.search(r"at byte [0-9]+ in (?:line|record/value) [0-9]+", said)
        twice = "has duplicate key" in said
        why = "an object has one key twice" if twice else "this is not valid JSON, or not a list of objects"
        return f"{name}{f', {place[0]}' if place else ''}: {why}"

    return explain


def _keys(connection: Any, files: Sequence[Path]) -> list[str]:
    """All keys of all objects, in the order in which they are first seen."""
    found: dict[str, None] = {}
    for file in files:
        try:
            relation = connection.read_json(str(file), format="auto", maximum_depth=1, sample_size=-1, records="true")
        except Exception as error:  # noqa: BLE001  the engine's own errors, which cannot be named without importing it
            raise SourceError(_explain(files)(error)) from None
        found |= dict.fromkeys(relation.columns)
    return list(found)


EXAMPLE = """\
messages:
  type: json
  path: data/inbox.jsonl
  columns: {ticket_id: thread, at: sent_at, author_role: from, public: visible}
  values: {author_role: {labels: {visitor: customer, staff: agent}}}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """JSON."""
    return [Source("json", read_json, _SUFFIXES, example=EXAMPLE)]
