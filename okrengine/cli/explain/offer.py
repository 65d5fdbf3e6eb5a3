"""An offer of a plugin in full: a rule, a metric with its example, a source with one, a format."""

from collections.abc import Iterator

from okrengine.cli.explain import metric as told
from okrengine.cli.explain.lines import options, paragraphs, table, wrapped
from okrengine.cli.explain.rule import full
from okrengine.offers import Format, Metric, Offer, Rule, Source
from okrengine.registry import Registry


def text(kind: str, offer: Offer, registry: Registry, said: str | None = None) -> str:
    """An offer in lines of at most 80 columns; `said` is what this project says of a rule."""
    if isinstance(offer, Rule):
        return "\n".join(full(offer, said))
    if isinstance(offer, Metric):
        return "\n".join(_metric(offer, registry))
    return "\n".join(_other(kind, offer))


def _other(kind: str, offer: Source | Format) -> Iterator[str]:
    yield f"{kind} {offer.name}"
    yield from paragraphs(offer.help)
    if isinstance(offer, Source) and offer.parameters:
        yield from ("", "options:", *options(offer.parameters))
    if isinstance(offer, Source) and offer.example:
        yield from ("", "Example:", *(f"  {line}" for line in offer.example.strip().split("\n")))


def _metric(metric: Metric, registry: Registry) -> Iterator[str]:
    preset = f" (a preset of {metric.preset_of})" if metric.preset_of else ""
    yield from wrapped(f"metric {metric.name}{f': {metric.title}' if metric.title else ''}{preset}")
    yield from paragraphs(metric.help)
    yield ""
    for name, fact in told.facts(metric):
        yield from wrapped(f"{name}: {fact}", "", "  ")
    for record, columns in told.columns(metric):
        yield from ("", f"columns of {record}:")
        for how, names in columns:
            yield from wrapped(f"{how}: {', '.join(names)}", "  ", "    ")
    if metric.parameters:
        yield from ("", "with:", *options(metric.parameters))
    if found := told.presets(metric, registry.metrics.values()):
        yield from ("", "presets:")
        for other in found:
            yield from wrapped(f"{other.name}: {other.title}", "  ", "    ")
    yield from _example(metric)


def _example(metric: Metric) -> Iterator[str]:
    """The keys that measure it, the rows, and what comes out."""
    example = metric.example
    if example is None:
        return
    yield from ("", "Example, with these rows:", *table(example.table), "", "this key result")
    yield from (f"  {line}" for line in told.key_result(metric, example).split("\n"))
    yield from ("gives", *wrapped(told.answer(metric, example.gives), "  ", "    "))
