"""Offers for programs."""

from collections.abc import Iterable
from typing import Any

from okrengine.cli.explain import metric as told
from okrengine.cli.explain.lines import kind
from okrengine.diagnostics.rule_help import shown
from okrengine.offers import Format, Metric, Offer, Rule, Source
from okrengine.parameters import Parameter
from okrengine.registry import Registry


def document(found: Iterable[tuple[str, Offer, str | None]], registry: Registry) -> dict[str, Any]:
    """One document of offers: each with its kind, and with what the project says of it."""
    each = [
        _rule(offer, said) if isinstance(offer, Rule) else {"kind": kind, **_offer(offer, registry)}
        for kind, offer, said in found
    ]
    return {"format_version": "1.1", "explained": each}


def _offer(offer: Metric | Source | Format, registry: Registry) -> dict[str, Any]:
    """What metrics, sources and formats have in common, and what each has beside it."""
    parameters = {} if isinstance(offer, Format) else offer.parameters
    found: dict[str, Any] = {"name": offer.name, "help": offer.help}
    if isinstance(offer, Metric):
        found |= _metric(offer, registry)
    if isinstance(offer, Source):
        found |= {"suffixes": list(offer.suffixes), "example": offer.example or None}
    return {**found, "options": [_option(one) for one in parameters.values()]}


def _metric(metric: Metric, registry: Registry) -> dict[str, Any]:
    """What a metric reads and gives; the unit is that of its example."""
    low, high = metric.range or (None, None)
    return {
        "title": metric.title,
        "about": metric.about,
        "preset_of": metric.preset_of,
        "presets": [one.name for one in told.presets(metric, registry.metrics.values())],
        "unit": metric.unit_for(told.bound(metric)),
        "better": metric.better,
        "range": [low, high],
        "precision": metric.precision,
        "version": metric.version,
        "voice": metric.voice,
        "reads": metric.reads,
        "records": [{"record": name, "columns": dict(columns)} for name, columns in told.columns(metric)],
        "example": _case(metric),
    }


def _case(metric: Metric) -> dict[str, Any] | None:
    """The example as data; what it gives in base units, numbers as text."""
    example = metric.example
    if example is None:
        return None
    return {
        "record": told.record_of(metric, example).name,
        "key_result": told.key_result(metric, example),
        "rows": example.table,
        "gives": {name: told.plain(value) for name, value in example.gives.items()},
    }


def _option(one: Parameter) -> dict[str, Any]:
    return {
        "name": one.name,
        "help": one.help,
        "write": kind(one),
        "required": one.required,
        "default": one.written_default,
    }


def _rule(rule: Rule, said: str | None) -> dict[str, Any]:
    example = rule.example
    sides = example and {
        "part": example.part,
        "bad": shown(example.bad),
        "good": shown(example.good),
        "beside": {name: shown(text) for name, text in example.beside.items()},
    }
    return {
        "kind": "rule",
        "name": rule.slug,
        "code": rule.code,
        "severity": rule.severity,
        "guard": rule.guard,
        "fixes": rule.fixes,
        "title": rule.title,
        "help": rule.help,
        "mend": rule.mend,
        "options": [_option(one) for one in rule.parameters.values()],
        "example": sides,
        "project": said,
    }
