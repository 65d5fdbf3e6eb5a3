"""What is offered, as pages of the docs in Markdown: one page for all of a kind, one section for each offer."""

from collections.abc import Callable

from okrengine.cli.explain.pages import metrics, rules, sources
from okrengine.offers import Format, Metric, Offer, Rule
from okrengine.registry import Registry


def formats(registry: Registry) -> str:
    """The formats of reports."""
    return "\n\n".join(["# Formats", *(section(one, registry) for one in registry.formats.values())])


PAGES: dict[str, Callable[[Registry], str]] = {
    "rules": rules.page,
    "metrics": metrics.page,
    "sources": sources.page,
    "formats": formats,
}


def section(offer: Offer, registry: Registry) -> str:
    """One offer in full."""
    if isinstance(offer, Rule):
        return rules.section(offer)
    if isinstance(offer, Metric):
        return metrics.section(offer, registry)
    return f"### {offer.name}\n\n{offer.help}" if isinstance(offer, Format) else sources.section(offer)
