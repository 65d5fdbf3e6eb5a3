"""Formats of dates: written with a percent sign before each part, and none of the kind that spreadsheets show."""

import re
from typing import Any

from okrengine.syntax import Document, Path, Problem, problem, quoted

_PARTS = (("yyyy", "%Y"), ("yy", "%y"), ("mmmm", "%B"), ("mmm", "%b"), ("dddd", "%A"), ("ddd", "%a"), ("dd", "%d"))
_TIMES = (("hh", "%H"), ("ss", "%S"), ("am/pm", "%p"))
_WORD = re.compile("am/pm|([a-z])\\1*|[^a-z]", re.IGNORECASE)
EXAMPLE = 'write a format such as "%d/%m/%Y %H:%M"'


def formats(document: Document, refused: set[Any]) -> list[Problem]:
    """A problem for each format under `parse:` that has no part of a date."""
    sources = document.data.get("sources")
    found = []
    for name in sources if isinstance(sources, dict) else ():
        path: Path = ("sources", name, "parse", "datetime")
        said = document.at(path)
        paths = [(*path, number) for number in range(len(said))] if isinstance(said, list) else [path]
        for one in paths:
            form = document.at(one)
            if isinstance(form, str) and "%" not in form and (place := document.value(one)) not in refused:
                hint = f'write "{meant}"' if (meant := spelled(form)) else EXAMPLE
                found.append(problem("OKR104", f"{quoted(form)} is not a format of dates", place, hint))
    return found


def spelled(form: str) -> str | None:
    """What a format such as `dd-mm-yyyy` is with percent signs, None for what is none such."""
    known, found, timed = dict(_PARTS + _TIMES) | {"d": "%d", "h": "%H", "s": "%S"}, "", False
    for word in (one[0] for one in _WORD.finditer(form)):
        plain = word.casefold()
        if plain in ("m", "mm"):  # minutes after hours, months elsewhere
            found += "%M" if timed else "%m"
        elif plain in known:
            found += known[plain]
        elif plain.isalpha() and plain != "t":
            return None
        else:
            found += word
        timed = plain in ("h", "hh") or (timed and not plain.isalpha())
    found = found.replace("%H", "%I") if "%p" in found else found
    return found if found.count("%") > 1 else None
