"""All offers of a kind in a line each."""

from collections.abc import Iterator, Mapping

from okrengine.cli.explain import metric as told
from okrengine.cli.explain.lines import first, wrapped
from okrengine.cli.explain.rule import LEGEND, row
from okrengine.offers import Format, Metric, Source
from okrengine.registry import Registry

MORE = "okr explain NAME tells more"
_BETTER = {"higher": "more is better", "lower": "less is better", None: ""}


def listing(kind: str, registry: Registry) -> str:
    """The rules by code, the metrics by what they are about, sources and formats by name."""
    if kind == "rules":
        return "\n".join([*map(row, sorted(registry.rules.values(), key=lambda rule: rule.code)), "", LEGEND])
    if kind == "metrics":
        return "\n".join([*_metrics(registry.metrics), MORE])
    return "\n".join([*_others(registry.sources if kind == "sources" else registry.formats), "", MORE])


def _metrics(metrics: Mapping[str, Metric]) -> Iterator[str]:
    for topic, group in told.by_topic(metrics.values()):
        yield topic
        for one in group:
            unit = one.unit_for(told.bound(one)) if one.kinds else ""
            yield from wrapped(one.title, f"  {one.name:26} {unit:8} {_BETTER[one.better]:15} ", " " * 54)
        yield ""


def _others(offers: Mapping[str, Source] | Mapping[str, Format]) -> Iterator[str]:
    for name in sorted(offers):
        yield from wrapped(first(offers[name].help), f"{name:10} ", " " * 11)
