"""Rule: what is measured once is promised once."""

from collections.abc import Iterator
from typing import Any

from okrengine import Example, Files, Finding, Item, Note, OkrError, Rule, hookimpl, quoted


def duplicate_measure(files: Files) -> Iterator[Finding]:
    """Two key results of a cycle with the same metric, source, parameters, rows and window, of one team or of two.

    They rise and fall as one, so the same success is counted twice, and when the number disappoints each of the two
    waits for the other. One of them owns the number; the other objective says that it supports it.
    """
    seen: dict[object, Item] = {}
    for item in files.key_results:
        promised = _promised(item)
        if promised is None:
            continue
        first = seen.setdefault(promised, item)
        if first is not item:
            note = Note("here it is measured first", first.place("metric"))
            message = (
                f"{quoted(item.data['metric'])} of the same rows is measured by key result {_address(first)} already"
            )
            yield Finding(item.place("metric"), message, "keep one, and let the other objective support it", (note,))


def measure_of(item: Item) -> tuple[str, ...] | None:
    """Metric, source, parameters and rows: the same in whatever order and with whatever defaults they are written.

    None where one of them is not known, and for a value that a person states.
    """
    if measure_of not in item.kept:
        item.kept[measure_of] = _measure(item)
    found: tuple[str, ...] | None = item.kept[measure_of]
    return found


def _measure(item: Item) -> tuple[str, ...] | None:
    metric, source = item.text("metric"), item.text("source")
    options = None if metric is None or item.manual else _options(item)
    if metric is None or source is None or options is None or not item.clear:
        return None
    return (metric, source, options, _plain(item.data.get("where") or {}))


def _promised(item: Item) -> object:
    """What is measured in which cycle and window; None where that is not known, or where nothing is."""
    measure = measure_of(item)
    if measure is None or item.metric is None or item.has("milestones"):
        return None
    window = item.data.get("window") or "cycle"
    window = window.replace(" ", "") if isinstance(window, str) else window
    return (str(item.top.data.get("cycle")), *measure, _plain(window))


def _options(item: Item) -> str | None:
    """The parameters with their defaults; None where they cannot be read. Most key results say the same, or nothing."""
    metric, said = item.metric, item.data.get("with") or {}
    if metric is None:
        return _plain(said)
    kept, asked = item.files.kept, (_options, metric.name, repr(said))
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
    steps = [
        one.data.get(key) for one, key in ((item.top, "team"), (item.inside, "id"), (item, "id")) if one is not None
    ]
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
