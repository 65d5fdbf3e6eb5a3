"""A reading of no row that meets `where` says which word of it stands in the rows in other letters."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from okrengine.measure.asking import Job
from okrengine.measure.opening import Opened
from okrengine.model import Reading

_WORDS = ("id", "cat")


def explained_where(reading: Reading, job: Job, opened: Opened) -> Reading:
    """The reading, whose reason names the spelling in the rows where large for small letters is all that differs."""
    if reading.n or reading.numerator or not reading.reason or not job.ask.measure.where:
        return reading
    said = _spelled(opened, job.ask.measure.where)
    return replace(reading, reason=f"{reading.reason}: {said}") if said else reading


def _spelled(opened: Opened, where: Mapping[str, Any]) -> str | None:
    """How a word of `where` that no row has is spelled in the rows; None where none is there in other letters."""
    import ibis  # noqa: PLC0415  heavy

    asked: dict[str, Any] = {}
    words = list(_words(opened, where))
    for number, (name, word) in enumerate(words):
        cell = opened.base[name]
        same, alike = cell == word, cell.lower() == ibis.literal(word).lower()
        asked |= {f"same{number}": opened.base.count(where=same), f"alike{number}": cell.min(where=alike)}
    found = opened.engine.row(opened.base.aggregate(**asked)) if asked else {}
    for number, (name, word) in enumerate(words):
        other = found[f"alike{number}"]
        if other is not None and not found[f"same{number}"]:
            return f"`{name}` is `{other}` in the rows, not `{word}`: large and small letters differ"
    return None


def _words(opened: Opened, where: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The texts that columns of text are to be equal to."""
    for name, value in where.items():
        if name in opened.columns and opened.columns[name].type in _WORDS:
            yield from ((name, one.strip()) for one in (value if isinstance(value, list) else [value]) if _text(one))


def _text(value: Any) -> bool:
    return isinstance(value, str) and value.strip() != ""
