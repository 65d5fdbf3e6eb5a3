"""Rule: a measure that moves while the cycle runs."""

from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction

from okrengine import Cycle, Example, Files, Finding, Item, Note, Quantity, QuantityError, Rule, hookimpl, quoted


def slow_metric(files: Files) -> Iterator[Finding]:
    """A measure that is renewed no more often than once a cycle, or that looks back over a whole cycle or more.

    It shows what was done only when the cycle is over. In between nobody can see whether anything helps. `refreshes`
    is a fact of the metric, of the source in okrengine.yaml or of its type; `window: last 90 d` looks back that far.
    """
    for item in files.key_results:
        cycle = files.cycle(item)
        if cycle is None or item.metric is None:
            continue
        length = timedelta(days=(cycle.last - cycle.first).days + 1)
        for key, said, every in _slow(item):
            if _seconds(every) >= length.total_seconds():
                note = Note(f"the cycle has {length.days} days", item.top.place("cycle"))
                yield Finding(item.place(key), f"{said} {every}, and {_runs(cycle)}", "add a faster measure", (note,))
                break


def _slow(item: Item) -> Iterator[tuple[str, str, str]]:
    """The key, what is said of it, and the length of time: of the window, the metric and the source."""
    window = item.text("window") or ""
    if window.startswith("last "):
        yield "window", "the measure looks back over the", window
    if item.metric is not None and item.metric.refreshes:
        yield "metric", f"{quoted(item.metric.name)} has new data every", item.metric.refreshes
    name = item.text("source")
    settings = item.files.settings.sources.get(name or "")
    source = item.files.registry.sources.get(settings.type) if settings is not None else None
    every = (settings.refreshes if settings else None) or (source.refreshes if source else None)
    if every:
        yield "source", f"{quoted(name)} has new data every", every


def _runs(cycle: Cycle) -> str:
    return f"the cycle {quoted(cycle.name)} is no longer than that"


def _seconds(length: str) -> Fraction:
    try:
        return Quantity.parse(length.removeprefix("last ")).base
    except QuantityError:
        return Fraction(0)


SLOW = Example(
    """\
id: come-again
metric: csat
source: surveys
window: last 180 d
baseline: 60%
target: 75%
""",
    """\
id: come-again
metric: csat
source: surveys
window: last 30 d
baseline: 60%
target: 75%
""",
)


@hookimpl
def okr_rules() -> list[Rule]:
    """411."""
    return [
        Rule(
            "OKR411",
            "slow-metric",
            "warning",
            slow_metric,
            "a measure slower than the cycle",
            mend="put a faster measure beside it, take a shorter window, or a longer cycle",
            example=SLOW,
            scope="file",
        )
    ]
