"""JSON files as a source: arrays of objects, JSON lines, and arrays inside an object."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl
from okrengine_plugins.json_numbers import quoted_numbers
from okrengine_plugins.json_records import records_of
from okrengine_plugins.text_files import encoding_complaint, ready, undecodable

_LARGEST = 256 * 2**20
_SEARCHED = 32 * 2**20
_DEEPEST = 64
_HEAD = 1_048_576
_LINES, _ARRAY = "newline_delimited", "array"
_NO_BRACKETS = bytes(set(range(256)) - set(b'[]{}"'))
_NUMBERED = re.compile(r"_[0-9]+$")
_MOST_KEYS = 2_000
_EACH_KEY = (
    "SELECT count(*) FROM (SELECT DISTINCT unnest(json_keys(json)) FROM "
    "read_json_objects(?, format = ?, maximum_object_size = ?) LIMIT ?)"
)
_NAME = re.compile(rb'"([^"\\]{1,200})"\s*:')
_SUFFIXES = (".json", ".jsonl", ".ndjson")


def read_json(
    connection: Any,
    files: Sequence[Path],
    *,
    records: str | None = None,  # noqa: ARG001  it is done with before the rows are read
    encoding: str = "utf-8",
) -> Rows:
    """Rows of JSON files: one array of objects, or one object per line (JSON lines), told apart by the first character.

    Keys are columns; a key that an object lacks is missing in its row. Every value is read as the text that it is
    written with, a number with all its digits, and cast by the core; an object or array inside stays text. Files may
    have 256 MiB each, may be packed by gzip, and may begin with a byte order mark.

    records: where the array stands in a file that is one object, such as data or result.items
    encoding: how the text is encoded: utf-8, utf-16, cp874, …
    """
    _check({"encoding": encoding})
    relation = None
    texts = {file: _checked(file) for file in files}
    if not any(texts.values()):
        raise SourceError(f"{', '.join(file.name for file in files)}: there is no row and so no column")
    for file, form in texts.items():
        if form and _many_names(file) and _wide(connection, file, form):
            raise SourceError(f"{file.name} has more than {_MOST_KEYS:,} different keys: export fewer")
    every = _keys(connection, [file for file in files if texts[file]])
    alike = _alike(every)
    keys = [key for key in every if key not in alike]
    if not keys:
        raise SourceError(next(iter(alike.values())))
    for file, form in texts.items():
        if form:
            part = connection.read_json(
                str(file), format=form, columns=dict.fromkeys(keys, "VARCHAR"), compression="uncompressed"
            )
            relation = part if relation is None else relation.union(part)
    return Rows(relation, tuple(keys), _explain(files), alike, _locate(texts))


def stage_json(files: Sequence[Path], folder: Path, **options: Any) -> list[Path]:
    """The files, or copies: of what is packed, in another encoding, has long fractions, or rows inside an object."""
    _check(options)
    found = []
    for place, file in enumerate(files):
        home = folder / str(place)
        made = ready(file, home, encoding=options["encoding"], objects=True)
        if options["records"] is not None:
            text = records_of(_content(made).decode("utf-8"), options["records"], file.name)
            made = _copied(made, home, text.encode("utf-8"))
        exact = quoted_numbers(made.read_bytes()) if made.stat().st_size <= _LARGEST else None
        found.append(made if exact is None else _copied(made, home, exact))
    return found


def _copied(file: Path, home: Path, content: bytes) -> Path:
    home.mkdir(exist_ok=True)
    copy = home / file.name
    copy.write_bytes(content)
    return copy


def _check(options: Mapping[str, Any]) -> None:
    if said := encoding_complaint(options["encoding"]):
        raise SourceError(said)


def _complaint(options: Mapping[str, Any]) -> str | None:
    return encoding_complaint(options["encoding"])


def _content(file: Path) -> bytes:
    """The bytes of a file that are UTF-8. Raises `SourceError`."""
    try:
        content = file.read_bytes() if file.stat().st_size <= _LARGEST else None
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    if content is None:
        raise SourceError(f"{file.name} has more than {_LARGEST // 2**20} MiB: split it, or use Parquet")
    try:
        content.decode("utf-8")
    except UnicodeError:
        raise SourceError(undecodable(file) or f"{file.name} is not UTF-8") from None
    return content


def _checked(file: Path) -> str | None:
    """The form of a file, None where it holds no row. Half a file is refused: a part of the rows is no answer."""
    text = _content(file).strip()
    if not text:
        raise SourceError(f"{file.name} is empty")
    if _deeper(text):
        raise SourceError(f"{file.name} is nested more than {_DEEPEST} levels deep: flatten it")
    if text[:1] == b"[":
        if text[-1:] != b"]":
            raise SourceError(f"{file.name} is cut off: its array has no end")
        return _ARRAY if text[1:-1].strip() else None
    if text[:1] != b"{" or text[-1:] != b"}":
        raise SourceError(f"{file.name} holds neither an array of objects nor one object per line")
    return _LINES


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


def _locate(texts: Mapping[Path, str | None]) -> Callable[[str, str], str | None]:
    """What finds the record of a value, by its key and its text; files that are large are not searched."""

    def locate(key: str, cell: str) -> str | None:
        for file, form in texts.items():
            if form is None or file.stat().st_size > _SEARCHED:
                continue
            text = file.read_text(encoding="utf-8")
            lines = text.split("\n") if form == _LINES else [text]
            values = (json.loads(line, parse_float=str, parse_int=str) for line in lines if line.strip())
            records = values if form == _LINES else chain.from_iterable(values)
            for number, record in enumerate(records, 1):
                if isinstance(record, dict) and str(record.get(key, "")).strip() == cell:
                    return f"{file.name}, record {number:,}"
        return None

    return locate


def _many_names(file: Path) -> bool:
    """Whether a text may have too many keys: a first look, which also counts those of objects inside objects."""
    found: set[bytes] = set()
    with file.open("rb") as content:
        while len(found) <= _MOST_KEYS and (part := content.read(_HEAD)):
            found.update(_NAME.findall(part))
    return len(found) > _MOST_KEYS


def _wide(connection: Any, file: Path, form: str) -> bool:
    """Whether the objects of a file have too many different keys; looking for all of them would take for ever."""
    enough = _MOST_KEYS + 1
    try:
        found = connection.execute(_EACH_KEY, [str(file), form, _LARGEST, enough])
        return bool(found.fetchone()[0] > _MOST_KEYS)
    except Exception as error:  # noqa: BLE001  the engine's own errors, which cannot be named without importing it
        raise SourceError(_explain([file])(error)) from None


def _keys(connection: Any, files: Sequence[Path]) -> list[str]:
    """All keys of all objects, in the order in which they are first seen."""
    found: dict[str, None] = {}
    for file in files:
        try:
            relation = connection.read_json(
                str(file),
                format="auto",
                maximum_depth=1,
                sample_size=-1,
                records="true",
                map_inference_threshold=-1,
                compression="uncompressed",
            )
        except Exception as error:  # noqa: BLE001  the engine's own errors, which cannot be named without importing it
            raise SourceError(_explain(files)(error)) from None
        found |= dict.fromkeys(relation.columns)
    return list(found)


def _alike(keys: Sequence[str]) -> dict[str, str]:
    """Why keys that differ only in case cannot be mapped: the engine takes one for the other, or numbers the second."""
    found: dict[str, str] = {}
    first: dict[str, str] = {}
    for name in keys:
        for key in (name, _NUMBERED.sub("", name)):
            other = first.setdefault(name.casefold(), name) if key == name else first.get(key.casefold())
            if other not in (None, key):
                said = f"objects have the keys `{other}` and `{key}`, which differ only in case: write them alike"
                found |= dict.fromkeys((str(other), key, name), said)
    return found


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
    return [Source("json", read_json, _SUFFIXES, check=_complaint, stage=stage_json, example=EXAMPLE)]
