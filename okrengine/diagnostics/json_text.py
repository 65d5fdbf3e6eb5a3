"""JSON that is the same bytes everywhere, reads well by lines, and harms no terminal and no log."""

import json
import re
from typing import Any

from okrengine.syntax import COMMAND, FORBIDDEN

_STEP = "  "
_ENCODER = json.JSONEncoder(ensure_ascii=False)


def json_text(value: Any, depth: int = 0) -> str:
    """`value` as JSON; the outer `depth` levels have a line for each member, what is further inside stands in one.

    What hides or reorders text, or gives orders to the log of a build, is written by number: a reader gets the same.
    Half of a surrogate pair, which only the name of a file can hold, becomes the character for what cannot be shown.
    """
    text = FORBIDDEN.sub(_number, _members(value, depth, "\n"))
    return COMMAND.sub(r"\1\\u005b", text)


def _members(value: Any, depth: int, ahead: str) -> str:
    if depth == 0 or not value or not isinstance(value, dict | list):
        return _ENCODER.encode(value)
    inner = ahead + _STEP
    if isinstance(value, dict):
        rows = [f"{json.dumps(key)}: {_members(each, depth - 1, inner)}" for key, each in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{ahead}}}"
    return f"[{inner}{f',{inner}'.join([_members(each, depth - 1, inner) for each in value])}{ahead}]"


def _number(found: re.Match[str]) -> str:
    return "\\ufffd" if "\ud800" <= found[0] <= "\udfff" else json.dumps(found[0])[1:-1]
