"""Rule: a target is within reach of what can happen."""

from collections.abc import Iterator

from okrengine import (
    Example,
    Figure,
    Files,
    Finding,
    Item,
    Note,
    Rule,
    dimension,
    figure,
    goal,
    has_bare_sign,
    hookimpl,
)


def perfect_target(files: Files) -> Iterator[Finding]:
    """A target at the end of what the metric can be: every customer satisfied, no complaint at all.

    It takes a single answer to miss it, whatever the team does, so after the first week it is no target any more.
    Challenging means hard and still possible. What is beyond the end of the range is an error of its own.
    """
    for item in files.key_results:
        end, start = _target(item), figure(item, "baseline")
        metric, unit = item.metric, item.unit
        if (
            metric is None
            or metric.range is None
            or end is None
            or unit is None
            or not item.clear
            or has_bare_sign(item)
        ):
            continue
        if end.quantity.dimension != dimension(unit):
            continue
        low, high = metric.range
        better = item.better or _way(start, end)
        best = high if better == "higher" else low if better == "lower" else None
        if best is not None and end.quantity.base == best:
            message = f"{end.written} is the {'most' if better == 'higher' else 'least'} that {metric.name} can be"
            note = Note(f"its values are {metric.ends}", item.place("metric"))
            yield Finding(end.place, message, "aim high, at what can still happen", (note,))


def _target(item: Item) -> Figure | None:
    """The target as promised: of zones the middle one, since a stretch may well be all there is."""
    zones = item.mapping("target")
    return goal(item) if zones is None or zones.has("change") else figure(item, "target")


def _way(start: Figure | None, end: Figure) -> str | None:
    """Where a metric without a better side is to go."""
    if start is None or start.quantity.dimension != end.quantity.dimension:
        return None
    return "higher" if end.quantity.base > start.quantity.base else "lower"


SATISFIED = """\
id: satisfied-at-service
title: {}
metric: csat
source: surveys
where: {{touchpoint: service}}
baseline: 80%
target: {}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """416."""
    return [
        Rule(
            "OKR416",
            "perfect-target",
            "info",
            perfect_target,
            "a target that allows no miss",
            mend="aim at what is hard and can still happen",
            example=Example(
                SATISFIED.format("Satisfied answers at the service centre rise from 80% to 100%", "100%"),
                SATISFIED.format("Satisfied answers at the service centre rise from 80% to 92%", "92%"),
            ),
            scope="file",
        )
    ]
