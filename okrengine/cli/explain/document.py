"""Offers for programs."""

from collections.abc import Iterable
from typing import Any

from okrengine.diagnostics.rule_help import shown
from okrengine.offers import Format, Metric, Offer, Rule, Source
from okrengine.parameters import Parameter


def document(found: Iterable[tuple[str, Offer, str | None]]) -> dict[str, Any]:
    """One document of offers: each with its kind, and with what the project says of it."""
    each = [
        _rule(offer, said) if isinstance(offer, Rule) else {"kind": kind, **_offer(offer)}
        for kind, offer, said in found
    ]
    return {"format_version": "1.0", "explained": each}


def _offer(offer: Metric | Source | Format) -> dict[str, Any]:
    """What metrics, sources and formats have in common."""
    parameters = {} if isinstance(offer, Format) else offer.parameters
    return {"name": offer.name, "help": offer.help, "options": [_option(one) for one in parameters.values()]}


def _option(one: Parameter) -> dict[str, Any]:
    return {"name": one.name, "help": one.help, "required": one.required, "default": one.written_default}


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
