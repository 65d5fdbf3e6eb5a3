"""Where a guardrail stands, and what it does to the status of its key result."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from okrengine.cli.explain.lines import pairs, wrapped
from okrengine.grade.wording import spelled

if TYPE_CHECKING:
    from okrengine.cli.explain.addresses import Found, Watched
    from okrengine.quantity import Quantity
    from okrengine.report.contents import KeyResultView

_WORDS = {True: "yes", False: "no", None: "not known"}


def in_short(watched: "Watched") -> str:
    """The limits of a guardrail, its value, and whether it holds."""
    reading, metric = watched.reading, watched.promise.measure.metric
    if reading is None:
        return f"{metric} {_limits(watched)}: no check-in speaks of it"
    if reading.value is None:
        return f"{metric} {_limits(watched)}: no value, {reading.missing}"
    holds = {True: "holds", False: "does not hold", None: "was not judged"}[reading.holds]
    return f"{metric} {_limits(watched)}: {spelled(reading.value)}, {holds}"


def guardrail(found: "Found", line: "KeyResultView", watched: "Watched", head: Iterable[str]) -> Iterator[str]:
    """A page on a guardrail: limits and value with their places, and what follows from them."""
    reading = watched.reading
    yield found.address
    yield from wrapped(f"guardrail {watched.promise.measure.metric} of: {line.title}")
    yield from head
    yield from pairs(
        ("holds", _WORDS[None if reading is None else reading.holds]),
        ("status", f"{line.status}, of its key result"),
        ("pace alone", line.pace),
    )
    yield from ("", "What went in")
    yield from wrapped(f"{_limits(watched)}, inclusive", "  limits  ", " " * 10)
    yield f"          {watched.place}"
    if reading is not None:
        value = f"missing: {reading.missing}" if reading.value is None else spelled(reading.value)
        detail = "" if reading.detail is None else f", {reading.detail}"
        yield from wrapped(f"{value}{detail}", "  value   ", " " * 10)
        if reading.n is not None:
            yield f"  n       {reading.n}"
        yield f"          {watched.origin}"
    yield from ("", "What it does", *wrapped(_effect(line, watched), "  ", "    "))
    yield from ("", *wrapped(f"Its key result: okr explain {line.address}"))
    yield from wrapped(f"How it is measured: okr explain {watched.promise.measure.metric}")


def guardrail_document(watched: "Watched") -> dict[str, Any]:
    """A guardrail as plain data."""
    promise, reading = watched.promise, watched.reading
    return {
        "metric": promise.measure.metric,
        "at_least": _text(promise.at_least),
        "at_most": _text(promise.at_most),
        "value": None if reading is None else _text(reading.value),
        "n": None if reading is None else reading.n,
        "holds": None if reading is None else reading.holds,
        "missing": None if reading is None else reading.missing,
        "detail": None if reading is None else reading.detail,
        "place": watched.place,
        "origin": watched.origin if reading is not None else "",
    }


def _effect(line: "KeyResultView", watched: "Watched") -> str:
    """What follows for the status. The score is never touched."""
    reading = watched.reading
    if reading is None:
        return "nothing: no check-in speaks of it, and what is not known caps nothing"
    if reading.holds is None:
        return "nothing: it could not be measured, and what is not known caps nothing"
    if reading.holds:
        return "nothing: it holds. If it did not, the status would be no better than at_risk"
    never = "a guardrail that does not hold leaves no better status than at_risk; the score stays as it is"
    if line.status == "at_risk" and line.pace in ("achieved", "on_track"):
        return f"it caps the status: {line.status} in place of {line.pace}, since {never}"
    return f"the status is {line.status} for another reason; {never}"


def _limits(watched: "Watched") -> str:
    named = (("at least", watched.promise.at_least), ("at most", watched.promise.at_most))
    return " and ".join(f"{word} {spelled(limit)}" for word, limit in named if limit is not None)


def _text(quantity: "Quantity | None") -> str | None:
    return None if quantity is None else str(quantity)
