"""The text of an array that stands somewhere inside a JSON object, as it is written."""

import re
from collections.abc import Iterator

from okrengine import SourceError

_STRING = r'"[^"\\]*(?:\\.[^"\\]*)*"'
_TOKEN = re.compile(_STRING + r"|[\[\]{}]")
_NAME = re.compile(rf"\s*({_STRING})\s*:\s*")
_REST = re.compile(r"\s*([,}])")
_SCALAR = re.compile(rf"{_STRING}|[^\s,\[\]{{}}]+")
_SHOWN, _LONGEST = 12, 40


def records_of(text: str, path: str, file: str) -> str:
    """The text of what stands under `path`, keys with points between them. Raises `SourceError`."""
    at = start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
    for key in path.split("."):
        if text[at : at + 1] != "{":
            raise SourceError(f"{file}: `records: {path}` leads through `{key}`, but nothing there is an object")
        members = dict(_members(text, at, file))
        if key not in members:
            there = ", ".join(f"`{name}`" for name in list(members)[:_SHOWN] if len(name) <= _LONGEST)
            raise SourceError(f"{file} has no `{key}` for `records: {path}`; there are {there or 'none'}")
        at = members[key]
    if text[at : at + 1] != "[":
        raise SourceError(f"{file}: what stands under `records: {path}` is no array")
    if rest := text[_end(text, start, file) :].strip():
        why = "holds several objects" if rest.startswith("{") else "is not valid JSON"
        raise SourceError(f"{file} {why}: `records: {path}` reads a file that is one object")
    return text[at : _end(text, at, file)]


def _members(text: str, at: int, file: str) -> Iterator[tuple[str, int]]:
    """The keys of the object that begins at a place, and where their values begin."""
    seen = set()
    rest = None
    while rest is None or rest[1] == ",":
        name = _NAME.match(text, at + 1 if rest is None else rest.end())
        if name is None:
            if rest is None and re.match(r"\s*\}", text[at + 1 : at + _LONGEST]):
                return
            raise SourceError(f"{file}: this is not valid JSON")
        key = name[1][1:-1]
        if key in seen:
            raise SourceError(f"{file}: an object has the key `{key[:_LONGEST]}` twice")
        seen.add(key)
        yield key, name.end()
        rest = _REST.match(text, _end(text, name.end(), file))
        if rest is None:
            raise SourceError(f"{file}: this is not valid JSON, or cut off")


def _end(text: str, at: int, file: str) -> int:
    """Where the value that begins at a place ends."""
    if text[at : at + 1] not in ("{", "["):
        found = _SCALAR.match(text, at)
        if found is None:
            raise SourceError(f"{file}: this is not valid JSON, or cut off")
        return found.end()
    depth = 0
    for token in _TOKEN.finditer(text, at):
        mark = token[0]
        depth += (mark in "{[") - (mark in "}]")
        if not depth:
            return token.end()
    raise SourceError(f"{file} is cut off: an array or object has no end")
