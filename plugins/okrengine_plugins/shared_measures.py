"""Rule: what is measured once is promised once."""

from collections.abc import Iterator
from typing import Any

from okrengine import Example, Files, Finding, Item, Metric, Note, OkrError, Rule, hookimpl, quoted


def duplicate_measure(files: Files) -> Iterator[Finding]:
    """Two key results of a cycle with the same metric, source, parameters, rows and window, of one team or of two.

    They rise and fall as one, so the same success is counted twice, and when the number disappoints each of the two
    waits for the other. One of them owns the number; the other objective says that it supports it.
    """
    seen: dict[object, Item] = {}
    for item in files.key_results:
        measure = _measure(item)
        if measure is None:
            continue
        first = seen.setdefault(measure, item)
        if first is not item:
            note = Note(f"key result {_address(first)} measures it first", first.place("metric"))
            message = f"{quoted(item.data['metric'])} of the same rows is key result {_address(first)} already"
            yield Finding(item.place("metric"), message, "keep one, and let the other objective support it", (note,))


def _measure(item: Item) -> object:
    """What is measured, comparable: the same whatever order and defaults it is written with. None where unknown."""
    metric, source = item.metric, item.text("source")
    top = item.inside.inside if item.inside is not None else None
    if metric is None or source is None or item.manual or top is None or not item.clear or item.has("milestones"):
        return None
    options = _options(metric, item)
    if options is None:
        return None
    window = item.data.get("window") or "cycle"
    rows = (
        _plain(item.data.get("where") or {}),
        _plain(window.replace(" ", "") if isinstance(window, str) else window),
    )
    return (str(top.data.get("cycle")), metric.name, source, options, rows)


def _options(metric: Metric, item: Item) -> str | None:
    """The parameters with their defaults; None where they cannot be read. Most key results say the same, or nothing."""
    said = item.data.get("with") or {}
    kept, asked = item.files.kept, ("options", metric.name, repr(said))
    if asked not in kept:
        try:
            kept[asked] = _plain(dict(metric.bind(said)))
        except (OkrError, TypeError, ValueError):
            kept[asked] = None
    found: str | None = kept[asked]
    return found


def _plain(value: Any) -> str:
    """A value as a text that does not depend on the order in which it is written."""
    if isinstance(value, dict):
        return repr(sorted((key, _plain(one)) for key, one in value.items()))
    if isinstance(value, list | tuple):
        return repr(sorted(map(_plain, value)))
    return str(value)


def _address(item: Item) -> str:
    objective = item.inside
    top = objective.inside if objective is not None else None
    steps = [one.data.get(key) for one, key in ((top, "team"), (objective, "id"), (item, "id")) if one is not None]
    return quoted("/".join(map(str, steps)))


AGAIN = """\
id: satisfied-again
title: Satisfied answers {}rise from 80% to 90%
metric: csat
source: surveys
where: {{touchpoint: {}}}
baseline: 80%
target: 90%
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """421."""
    return [
        Rule(
            "OKR421",
            "duplicate-measure",
            "info",
            duplicate_measure,
            "one number promised twice",
            mend="keep one of the two, and let the other objective support it",
            example=Example(AGAIN.format("", "shop"), AGAIN.format("about deliveries ", "delivery")),
        )
    ]
