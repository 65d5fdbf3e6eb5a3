"""Data alone, of a text in which nothing is unusual: the pass that nearly every file gets.

It knows no places and says nothing. Whatever is wrong, or only looks as if it might be, is left to the pass that does.
"""

from itertools import islice
from typing import Any

import yaml

from okrengine.syntax.hidden import FORBIDDEN, INVISIBLE
from okrengine.syntax.limits import DEEPEST, LONGEST_KEY, LONGEST_VALUE, MOST_VALUES
from okrengine.syntax.scalars import resolve

_SIGNS = "&*!\\"  # without them there is no anchor, alias or tag, and no escape that could hide a character
_STARTS = {yaml.MappingStartEvent: dict, yaml.SequenceStartEvent: list}
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
_MOST_KEPT, _LONGEST_KEPT = 10_000, 64
_KEYS: dict[str, str] = {}
_SCALARS: dict[str, Any] = {}


class UnusualError(Exception):
    """The text needs the pass that knows places: there may be something to say about it."""


def data_of(text: str, loader: Any) -> Any:
    """The list or mapping that the text holds, without a problem. Raises `UnusualError` where that is not certain."""
    signs = any(sign in text for sign in _SIGNS) or len(text) > LONGEST_VALUE
    try:
        found = _built(loader(text).get_event, signs=signs)
    except (yaml.YAMLError, ValueError) as error:
        raise UnusualError from error
    if len(found) != 1 or not isinstance(found[0], dict | list):
        raise UnusualError
    return found[0]


def _built(get_event: Any, *, signs: bool) -> list[Any]:  # noqa: C901, PLR0912  one loop: every call in it counts
    """What each document of the text holds."""
    documents: list[Any] = []
    holder: Any = documents
    above: list[Any] = []
    key = event = None
    for event in islice(iter(get_event, None), MOST_VALUES):
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            if signs:
                _refuse_signs(event)
            value = event.value
            if key is None and holder.__class__ is dict:
                key = _KEYS.get(value) or _key(value)
                if key in holder:
                    raise UnusualError
                continue
            if event.implicit[0]:
                value = _SCALARS[value] if value in _SCALARS else _scalar(value)
        elif kind in _ENDS:
            holder = above.pop()
            continue
        elif kind in _STARTS:
            if (key is None and holder.__class__ is dict) or not _is_usual(event, len(above)):
                raise UnusualError
            value = _STARTS[kind]()
        elif kind is yaml.AliasEvent:
            raise UnusualError
        else:
            continue
        if holder.__class__ is list:
            holder.append(value)
        else:
            holder[key] = value
            key = None
        if kind in _STARTS:
            above.append(holder)
            holder = value
    if event.__class__ is not yaml.StreamEndEvent:
        raise UnusualError
    return documents


def _is_usual(event: Any, depth: int) -> bool:
    return depth < DEEPEST and event.anchor is None and event.tag is None


def _refuse_signs(event: Any) -> None:
    value = event.value
    if event.anchor is not None or event.tag is not None or len(value) > LONGEST_VALUE or FORBIDDEN.search(value):
        raise UnusualError


def _key(text: str) -> str:
    """The key, the same object wherever it stands again."""
    if not text or len(text) > LONGEST_KEY or INVISIBLE.search(text):
        raise UnusualError
    if len(_KEYS) < _MOST_KEPT and len(text) < _LONGEST_KEPT:
        _KEYS[text] = text
    return text


def _scalar(text: str) -> Any:
    """The value of a plain scalar, the same object wherever it stands again."""
    value = resolve(text)
    if len(_SCALARS) < _MOST_KEPT and len(text) < _LONGEST_KEPT:
        _SCALARS[text] = value
    return value
