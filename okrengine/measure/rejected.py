"""Cells that do not cast: how they look, where the first one stands, and what would mend them."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import TYPE_CHECKING, Any

from okrengine.config import EMBEDDED
from okrengine.measure.casting import BAD, STAMPED, Mapped
from okrengine.measure.stamps import doubt

if TYPE_CHECKING:
    from okrengine.measure.opening import Opened

_SHOWN = 40
_CELL = "~cell"
_SAMPLED = 200
_DAYS = (
    *("%d/%m/%Y", "%m/%d/%Y", "%d-%m-%Y", "%m-%d-%Y", "%d.%m.%Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%Y-%m-%d"),
    *("%d %b %Y", "%d-%b-%Y", "%d %B %Y", "%b %d, %Y", "%B %d, %Y", "%d/%m/%y", "%m/%d/%y", "%d-%m-%y", "%d-%b-%y"),
)
_TIMES = ("", " %H:%M", " %H:%M:%S", " %I:%M %p", " %I:%M:%S %p", ", %H:%M", ", %H:%M:%S", " %H.%M")
FORMS = tuple(f"{day}{time}" for day, time in product(_DAYS, _TIMES))
"""The ways of writing a stamp that exports have, beside ISO 8601."""

_NOUNS = {"num": "numbers", "money": "numbers", "int": "whole numbers", "bool": "true or false", "date": "dates"} | {
    "ts": "date and time",
    "plan": "date and time",
}


def rejected(opened: "Opened", name: str, bad: int, filled: int) -> str:
    """What is said of a column of which so many cells of all that are filled do not cast."""
    mapped = opened.columns[name]
    cells = _cells(opened, name, mapped)
    sample = str(opened.engine.row(cells.aggregate(cell=cells[_CELL].min()))["cell"])
    header = mapped.header.strip() or name
    column = f"`{name}`" if header == name else f"`{header}` (read as `{name}`)"
    said = f"{bad:,} of {filled:,} cells of {column} are no {_NOUNS[mapped.type]}, such as `{mask(sample)}`"
    where = None
    with suppress(Exception):  # where a cell stands is told if it can be
        where = opened.locate(mapped.header, sample) if opened.locate else None
    said += f" ({where})" if where else ""
    if mapped.type not in STAMPED:
        return f"{said}: list the text under `missing:` or map it under `values:`"
    if why := doubt(sample, mapped.formats):
        return f"{said}: {why}"
    if opened.engine.dialect != EMBEDDED:
        return f"{said}: make a view that gives them as in 2026-11-21 09:00, and name the view under `table:`"
    forms: list[str] = []
    with suppress(Exception):  # and so is how they are written
        forms = _forms(opened, name, mapped)
    return f"{said}: {_mend(forms, alone=bad == filled and not mapped.formats)}"


def mask(text: str) -> str:
    """A cell shown by its shape only: letters as x, digits as 9, nothing that a terminal would obey."""
    shape = re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "9", text))
    shape = "".join(character if character.isprintable() else "?" for character in shape)
    return shape if len(shape) <= _SHOWN else shape[:_SHOWN] + "…"


def _cells(opened: "Opened", name: str, mapped: Mapped) -> Any:
    """The cells of a column that do not cast, as texts."""
    cells = opened.typed({name: mapped, _CELL: Mapped(_CELL, mapped.raw, "cat")})
    return cells.filter(cells[f"{name}{BAD}"])


def _forms(opened: "Opened", name: str, mapped: Mapped) -> list[str]:
    """The formats by which every cell that does not cast would, tried on a few of them and then on all."""
    cells = _cells(opened, name, mapped)
    few = cells.select(_CELL).distinct().order_by(_CELL).limit(_SAMPLED)
    texts = [str(row[_CELL]) for row in opened.engine.rows(few)]
    tried = {f"~f{n}": form for n, form in enumerate(FORMS) if all(_reads(text, form) for text in texts)}
    if not tried:
        return []
    ways = {key: replace(mapped, name=key, formats=(form,)) for key, form in tried.items()}
    rows = opened.typed({name: mapped, **ways})
    left = opened.engine.row(
        rows.aggregate(**{key: rows.count(where=rows[f"{name}{BAD}"] & rows[f"{key}{BAD}"]) for key in tried})
    )
    return [form for key, form in tried.items() if not left[key]]


def _reads(text: str, form: str) -> bool:
    try:
        datetime.strptime(text.strip(), form)  # noqa: DTZ007  only whether it can be read
    except ValueError:
        return False
    return True


def _mend(forms: Sequence[str], *, alone: bool) -> str:
    """What to write under `parse:`, where it is known: one format, or two that only the reader can tell apart."""
    if not forms:
        return "list the text under `missing:` or fix the format under `parse:`"
    if not alone:
        return f"`{forms[0]}` reads them: list every format under `parse: {{datetime: [...]}}`"
    said = f'write `parse: {{datetime: "{forms[0]}"}}`'
    other = next((form for form in forms[1:] if form[:2] == "%m" and forms[0][:2] == "%d"), None)
    return f'{said}, or `"{other}"` if the month comes first' if other else said
