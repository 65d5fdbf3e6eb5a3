"""Edits that cannot change what a text means: characters that nobody sees are deleted, a text is put into quotes."""

import re
from typing import Any

import yaml

from okrengine.syntax.hidden import BLANK, IDLE, named
from okrengine.syntax.parser import LOADER
from okrengine.syntax.places import Edit, Fix, Place, Problem, indexes, lines_of, problem, quoted

_UNSEEN = re.compile(f"{IDLE.pattern}|{BLANK.pattern}")
_ENDS = " \t'\""
_LINE = re.compile(r"(?P<head> *(?:- +)*(?P<key>[a-z_]+): +)(?P<value>[^\s\"'{|?-].*?)\s*(?:\s#.*)?")
_INNER_KEY = re.compile(r"(?:^|\s)([a-z_]+):\s")

PROSE = frozenset(("title", "note", "reason", "text", "detail", "owner", "by"))
"""Keys whose value is a text of any kind."""

KEYS = frozenset((
    "id", "formerly", "title", "owner", "metric", "source", "with", "where", "window", "baseline", "target", "deadline",
    "weight", "curve", "maintain", "milestones", "guardrails", "kind", "supports", "tags", "key_results", "objectives",
    "initiatives", "amendments", "version", "cycle", "team", "due", "progress", "on", "by", "field", "reason",
    "at_least", "at_most", "note", "value", "confidence", "text",
))  # fmt: skip
"""Keys that may stand where a line break was forgotten."""


def deletion(text: str, place: Place, blank: str | None = None) -> Fix | None:
    """What is at a place of one line, without the characters that nobody sees and that do nothing.

    A space that is not a plain one is deleted at the ends, is a plain one in an indentation, and elsewhere becomes
    `blank`; without one there is no fix: it may be meant.
    """
    (start, end) = indexes(text, [place])[0]
    indented = not text[text.rfind("\n", 0, start) + 1 : start].strip(" -")
    edits = []
    for found in _UNSEEN.finditer(text[start:end]):
        ahead, rest = text[start : start + found.start()].strip(_ENDS), text[start + found.end() : end].strip(_ENDS)
        written: str | None = ""
        if BLANK.fullmatch(found[0]) and rest and (ahead or (indented and text[start] not in _ENDS)):
            written = blank if ahead else " " * len(found[0])
        if written is None:
            return None
        at = Place(place.file, place.line, place.column + found.start(), place.line, place.column + found.end())
        edits.append(Edit(at, written))
    if not edits or place.line != place.end_line:
        return None
    return Fix("writes a plain space" if any(one.text for one in edits) else "deletes it", tuple(edits))


def unseen(text: str, key: str, character: str, place: Place) -> Problem:
    """The problem of a key that holds a character that nobody sees."""
    message, fix = f"the key {quoted(key)} holds {named(character)}", deletion(text, place)
    if fix is not None and fix.edits[0].text and fix.edits[0].place.column == place.column:
        message, place = f"{named(character)} in the indentation", fix.edits[0].place
        return problem("OKR005", message, place, "indent with plain spaces", fix=fix)
    return problem("OKR005", message, place, "delete it", fix=fix)


def quoting(text: str, file: str, line: int) -> Fix | None:
    """The value on a line in quotes; None where it is no text for certain, or where the line would stay wrong."""
    lines = lines_of(text)
    found = _LINE.fullmatch(lines[line - 1]) if line <= len(lines) else None
    if found is None or found["key"] not in PROSE or KEYS.intersection(_INNER_KEY.findall(found["value"])):
        return None
    value, below = found["value"], next((one for one in lines[line:] if one.strip()), "")
    if len(below) - len(below.lstrip()) > found.start("key") or (value[0] == "*" and f"&{value[1:]}" in text):
        return None  # the text goes on in the next line, or it is written out elsewhere
    plain = not re.search(r"[\"\\]", value)
    written = f'"{value}"' if plain else "'" + value.replace("'", "''") + "'"
    place = Place(file, line, found.start("value") + 1, line, found.end("value") + 1)
    fixed = "\n".join((*lines[: line - 1], found["head"] + written, *lines[line:]))
    return Fix("quotes it", (Edit(place, written),)) if _passes(fixed, line) else None


def _passes(text: str, line: int) -> bool:
    """Whether the parser gets beyond a line."""
    try:
        events: Any = yaml.parse(text, Loader=LOADER)
        return any(event.start_mark.line >= line for event in events) or True
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        return mark is not None and mark.line >= line
    except ValueError:
        return False
