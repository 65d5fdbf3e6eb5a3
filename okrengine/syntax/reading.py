"""One pass over the events of a YAML parser: data and places, under limits that are met while reading.

A text in which nothing is unusual is read without places first; this pass follows when one of them is asked for.
"""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from typing import Any, TypeAlias

import yaml

from okrengine.syntax.characters import decode, position
from okrengine.syntax.faults import describe, directive
from okrengine.syntax.fixes import quoting, unseen
from okrengine.syntax.hidden import FORBIDDEN, INVISIBLE, named
from okrengine.syntax.limits import DEEPEST, LARGEST, LONGEST_KEY, LONGEST_VALUE, MOST_VALUES
from okrengine.syntax.parser import LOADER
from okrengine.syntax.places import Document, Note, Path, Place, Problem, problem, quoted
from okrengine.syntax.quick import UnusualError, data_of
from okrengine.syntax.scalars import resolve
from okrengine.syntax.tabs import INDENTING, folded, separated

_Places: TypeAlias = tuple[Mapping[Path, Place], Mapping[Path, Place]]


class _StopError(Exception):
    """The file cannot be read further."""

    def __init__(self, found: Problem) -> None:
        super().__init__(found.message)
        self.problem = found


@dataclass(slots=True)
class _Open:
    """A list or mapping that has been started. `path` is None below a key that stands twice."""

    value: Any
    path: Path | None
    start: Place
    last: Place
    flow: bool
    step: str | int | None = None
    due: bool = True
    seen: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    file: str
    text: str
    keys: dict[Path, Place] = field(default_factory=dict)
    values: dict[Path, Place] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    data: Any = None
    count: int = 0
    documents: int = 0
    empty: bool = True


def read(content: bytes, file: str, *, loader: Any = None) -> tuple[Document | None, list[Problem]]:
    """The document in the bytes of a file, and what is wrong with it as YAML.

    No document is given where the text could not be read to its end. A key that stands twice is a problem, and the
    document holds its first value. `loader` is one of PyYAML's, by default the fastest that is installed.
    """
    if len(content) > LARGEST:
        return None, [problem("OKR003", "the file is larger than 1 MiB", Place(file), "split the file")]
    text, problems = decode(content, file)
    if not problems and (found := directive(text, file)):
        problems = [found]
    if problems:
        return None, problems
    with suppress(UnusualError):
        if "\t" in text:
            raise UnusualError  # parsers differ there
        return Document(file, text, data_of(text, loader or LOADER), partial(_places, text, file, loader or LOADER)), []
    return _placed(text, file, loader or LOADER)


def _placed(text: str, file: str, loader: Any) -> tuple[Document | None, list[Problem]]:
    """The document with the places of its parts, and every problem."""
    reading = _Reading(file, text)
    try:
        for event in _events(reading, loader):
            _take(reading, event)
    except _StopError as stopped:
        return None, [*reading.problems, stopped.problem]
    if reading.empty:
        return None, [problem("OKR004", "there is nothing in the file", Place(file), "`okr init` shows a start")]
    return Document(file, text, reading.data, partial(_known, (reading.keys, reading.values))), reading.problems


def _places(text: str, file: str, loader: Any) -> _Places:
    """The places of keys and values in a text that was read without them."""
    document, _ = _placed(text, file, loader)
    return ({}, {}) if document is None else document.places


def _known(places: _Places) -> _Places:
    return places


def _events(reading: _Reading, loader: Any) -> Iterator[Any]:
    """The parser's events; its own complaint is turned into ours."""
    text, tabs = separated(reading.text, loader), "\t" in reading.text
    try:
        for event in yaml.parse(text, Loader=loader):
            if tabs and isinstance(event, yaml.ScalarEvent) and event.implicit[0]:
                _keep_tabs(reading, event)
            yield event
    except (yaml.YAMLError, ValueError) as error:  # PyYAML's own scanner raises ValueError at some escapes
        opened = next((frame.start for frame in reversed(reading.stack) if frame.flow), None)
        raise _StopError(describe(error, reading.text, reading.file, opened)) from None


def _keep_tabs(reading: _Reading, event: Any) -> None:
    """Give a plain text the tabs that stand in it; none of them may begin a line, where parsers differ."""
    written = reading.text[event.start_mark.index : event.end_mark.index]
    if found := INDENTING.search(written):
        line, column = position(reading.text, event.start_mark.index + found.end() - 1)
        place = Place(reading.file, line, column, line, column + 1)
        raise _StopError(problem("OKR001", "a tab in the indentation", place, "indent with spaces"))
    if "\t" in written:
        event.value = folded(written)


def _take(reading: _Reading, event: Any) -> None:
    if isinstance(event, yaml.DocumentStartEvent):
        reading.documents += 1
        if reading.documents > 1:
            _refuse(reading, event, "a second document starts here", "one file holds one document: split the file")
    elif isinstance(event, yaml.NodeEvent):
        _check(reading, event)
        if isinstance(event, yaml.ScalarEvent):
            _scalar(reading, event)
        else:
            _start(reading, event)
    elif isinstance(event, yaml.CollectionEndEvent):
        _end(reading, event)


def _check(reading: _Reading, event: Any) -> None:
    """Refuse what the format does not have, and more than a file may hold."""
    reading.count += 1
    if isinstance(event, yaml.AliasEvent):
        _refuse(
            reading, event, "`*` starts an alias, which is not part of the format", 'repeat the value, or quote: "*…"'
        )
    if event.anchor is not None:
        _refuse(reading, event, "`&` starts an anchor, which is not part of the format", 'delete it, or quote: "&…"')
    if event.tag is not None:
        _refuse(reading, event, "`!` starts a tag, which is not part of the format", 'delete it, or quote: "!…"')
    if reading.count > MOST_VALUES:
        _stop(reading, event, "OKR003", f"more than {MOST_VALUES:,} values in one file", "split the file")


def _refuse(reading: _Reading, event: Any, message: str, hint: str) -> None:
    fix = quoting(reading.text, reading.file, event.start_mark.line + 1)
    raise _StopError(problem("OKR001", message, _first(reading, event), hint, fix=fix))


def _stop(reading: _Reading, event: Any, code: str, message: str, hint: str) -> None:
    raise _StopError(problem(code, message, _first(reading, event), hint))


def _first(reading: _Reading, event: Any) -> Place:
    """The place of what lies in one line, else that of its first sign."""
    place = _place(reading, event)
    if place.line != place.end_line or place.end_column <= place.column:
        return Place(place.file, place.line, place.column, place.line, place.column + 1)
    return place


def _place(reading: _Reading, event: Any) -> Place:
    start, end = event.start_mark, event.end_mark
    return Place(reading.file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _scalar(reading: _Reading, event: Any) -> None:
    frame = reading.stack[-1] if reading.stack else None
    if len(event.value) > LONGEST_VALUE:
        _stop(reading, event, "OKR003", f"one value is longer than {LONGEST_VALUE:,} characters", "shorten it")
    place = _place(reading, event)
    if hidden := FORBIDDEN.search(event.value):
        _stop(reading, event, "OKR005", f"{named(hidden[0])} is not allowed here", "delete it")
    if frame is not None and isinstance(frame.value, dict) and frame.due:
        _key(reading, frame, event, place)
        return
    plain = event.implicit[0]
    value = resolve(event.value) if plain else event.value
    if plain and not event.value and frame is not None:
        place = _after(frame, place)
    if frame is None:
        reading.empty = plain and not event.value
    _add(reading, value, place)


def _after(frame: _Open, place: Place) -> Place:
    """The place of a value that was left out: right after its key or dash, whatever parser found it."""
    key = frame.seen.get(frame.step) if isinstance(frame.step, str) else None
    if key is None:
        return Place(place.file, place.line, place.column, place.line, place.column)
    return Place(key.file, key.end_line, key.end_column, key.end_line, key.end_column)


def _key(reading: _Reading, frame: _Open, event: Any, place: Place) -> None:
    key = event.value
    if len(key) > LONGEST_KEY:
        _stop(reading, event, "OKR003", f"a key is longer than {LONGEST_KEY} characters", "shorten it")
    if hidden := INVISIBLE.search(key):
        raise _StopError(unseen(reading.text, key, hidden[0], place))
    frame.due = False
    if key in frame.seen:
        note = Note("it stands here first", frame.seen[key])
        reading.problems.append(problem("OKR002", f"the key {quoted(key)} stands twice", place, "remove one", note))
        frame.step = None
        return
    frame.seen[key] = place
    frame.step = key
    if frame.path is not None:
        reading.keys[(*frame.path, key)] = place


def _add(reading: _Reading, value: Any, place: Place) -> Path | None:
    """Put a value where it belongs and give its path."""
    reading.empty = reading.empty and not reading.stack
    if not reading.stack:
        reading.data = value
        reading.values[()] = place
        return ()
    frame = reading.stack[-1]
    path = None
    if isinstance(frame.value, dict):
        frame.due = True
        if isinstance(frame.step, str):
            frame.value[frame.step] = value
            path = None if frame.path is None else (*frame.path, frame.step)
    else:
        path = None if frame.path is None else (*frame.path, len(frame.value))
        frame.value.append(value)
    frame.last = place
    if path is not None:
        reading.values[path] = place
    return path


def _start(reading: _Reading, event: Any) -> None:
    if reading.stack and isinstance(reading.stack[-1].value, dict) and reading.stack[-1].due:
        _refuse(reading, event, "a list or mapping cannot be a key", "a key is a text; quote it if it is meant as one")
    if len(reading.stack) == DEEPEST:
        _stop(reading, event, "OKR003", f"more than {DEEPEST} levels of nesting", "write it flatter")
    value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
    place = _place(reading, event)
    path = _add(reading, value, place)
    reading.empty = False
    reading.stack.append(_Open(value, path, place, place, bool(event.flow_style)))


def _end(reading: _Reading, event: Any) -> None:
    """Close the innermost list or mapping: its place ends with its bracket, or with the last thing in it."""
    frame = reading.stack.pop()
    last = _place(reading, event) if frame.flow else frame.last
    if frame.path is not None:
        start = reading.values[frame.path]
        reading.values[frame.path] = Place(start.file, start.line, start.column, last.end_line, last.end_column)
        last = reading.values[frame.path]
    if reading.stack:
        reading.stack[-1].last = last
