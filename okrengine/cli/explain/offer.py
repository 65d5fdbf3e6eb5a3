"""An offer of a plugin in full: a rule; or the help of a metric, a source or a format, its columns and parameters."""

from collections.abc import Iterator

from okrengine.cli.explain.lines import options, paragraphs, wrapped
from okrengine.cli.explain.rule import full
from okrengine.offers import Format, Metric, Offer, Rule, Source
from okrengine.offers.records import RECORDS


def text(kind: str, offer: Offer, said: str | None = None) -> str:
    """An offer in lines of at most 80 columns; `said` is what this project says of a rule."""
    if isinstance(offer, Rule):
        return "\n".join(full(offer, said))
    return "\n".join(_described(kind, offer))


def _described(kind: str, offer: Metric | Source | Format) -> Iterator[str]:
    yield f"{kind} {offer.name}"
    if isinstance(offer, Metric) and offer.preset_of:
        yield f"{offer.title} (a preset of {offer.preset_of})"
    yield from paragraphs(offer.help)
    if isinstance(offer, Metric):
        yield from ("", *_facts(offer))
    if isinstance(offer, Metric | Source) and offer.parameters:
        yield from ("", "with:" if isinstance(offer, Metric) else "options:", *options(offer.parameters))


def _facts(metric: Metric) -> Iterator[str]:
    """Unit and direction, and for each record the columns that may be mapped; those that must be are marked."""
    unit = metric.unit if isinstance(metric.unit, str) else "depends on the parameters"
    better = f"{metric.better} is better" if metric.better else "no direction of its own"
    yield f"unit: {unit or 'none'}; {better}"
    for name in metric.records:
        if name not in RECORDS:
            continue
        record = RECORDS[name]
        uses = () if callable(metric.uses) else tuple(column for column in metric.uses if column in record.columns)
        needed = tuple(dict.fromkeys((*record.required, *metric.needs, *uses)))
        said = f"columns of {name}: {', '.join(needed)}"
        others = [column for column in record.columns if column not in needed]
        yield from wrapped(f"{said}; may be mapped too: {', '.join(others)}", "", "  ")
    if metric.totals:
        yield f"or totals: period, {', '.join(metric.totals)}"
