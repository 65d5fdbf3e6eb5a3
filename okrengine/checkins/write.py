"""From a check-in to its file."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import yaml

from okrengine.model import CheckIn, Entry, GuardrailReading, Span, Task
from okrengine.quantity import Quantity, plain

VERSION = 1
_MAP, _SEQ = "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"


def text(checkin: CheckIn) -> str:
    """The file of a check-in: the same values give the same bytes on every machine."""
    written: dict[str, Any] = {
        "version": VERSION,
        "cycle": int(checkin.cycle) if checkin.cycle.isdecimal() else checkin.cycle,
        "team": checkin.team,
        "at": checkin.at.isoformat(timespec="seconds"),
        "by": checkin.by,
        "key_results": {key: _entry(entry) for key, entry in checkin.entries.items()},
    }
    if checkin.initiatives:
        written["initiatives"] = {
            key: _Flow(progress=str(Quantity.rounded(progress * 100, "%", 2)))
            for key, progress in checkin.initiatives.items()
        }
    if checkin.backfilled:
        written["backfilled"] = True
    return _dump(written)


def answers_text(said: Mapping[str, Mapping[str, Any]]) -> str:
    """An answers file: what people say by address, in the words that a check-in file uses."""
    return _dump({"key_results": {key: dict(one) for key, one in said.items()}})


def _dump(written: Mapping[str, Any]) -> str:
    return str(yaml.dump(written, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=10_000))


def _entry(entry: Entry) -> dict[str, Any]:
    """One entry as YAML writes it; what is not known is left out."""
    found: dict[str, Any] = {
        "value": _scalar(entry.value),
        "missing": entry.missing,
        "detail": entry.detail,
        "n": entry.n,
        "numerator": _scalar(entry.numerator),
        "denominator": _scalar(entry.denominator),
        "interval": None if entry.interval is None else _FlowList(_scalar(end) for end in entry.interval),
        "excluded": _Flow((reason, count) for reason, count in entry.excluded.items() if count),
        "window": _span(entry.window),
        "source": entry.source,
        "definition": entry.definition,
        "baseline": _scalar(entry.baseline),
        "milestones": _Flow((step, done.isoformat()) for step, done in entry.milestones.items()),
        "confidence": None if entry.confidence is None else _decimal(entry.confidence),
        "note": entry.note,
        "blockers": [_task(one) for one in entry.blockers],
        "next": [_task(one) for one in entry.next],
        "guardrails": [_guardrail_text(one) for one in entry.guardrails],
        "override": entry.override
        and _Flow(status=entry.override.status, until=entry.override.until.isoformat(), note=entry.override.note),
    }
    return {key: value for key, value in found.items() if value is not None and value not in ({}, [])}


def _guardrail_text(one: GuardrailReading) -> dict[str, Any]:
    found = {
        "metric": one.metric,
        "value": _scalar(one.value),
        "missing": one.missing,
        "detail": one.detail,
        "n": one.n,
        "at_least": _scalar(one.at_least),
        "at_most": _scalar(one.at_most),
        "holds": one.holds,
    }
    return _Flow((key, value) for key, value in found.items() if value is not None)


def _task(one: Task) -> dict[str, Any]:
    found = {"text": one.text, "owner": one.owner, "due": None if one.due is None else one.due.isoformat()}
    return _Flow((key, value) for key, value in found.items() if value is not None)


def _span(window: Span | None) -> dict[str, str] | None:
    if window is None:
        return None
    return _Flow((("from", window.start.isoformat()), ("to", window.end.isoformat())))


def _scalar(quantity: Quantity | None) -> Any:
    """A quantity as people write it: a bare number where it has no unit."""
    if quantity is None:
        return None
    return str(quantity) if quantity.unit else _decimal(Fraction(quantity.number))


def _decimal(number: Fraction) -> int | Decimal:
    return int(number) if number.denominator == 1 else Decimal(number.numerator) / Decimal(number.denominator)


class _Flow(dict[str, Any]):
    """A mapping written on one line."""


class _FlowList(list[Any]):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes what the reader of these files reads back: dates stay plain text, numbers stay decimal.

    Words that other YAML readers take for something else (`no`, `1:30`) are quoted all the same.
    """

    yaml_implicit_resolvers = {  # noqa: RUF012  the library's own way to be told
        first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _number(dumper: yaml.SafeDumper, number: Decimal) -> yaml.ScalarNode:
    """A decimal with its own digits; the tag is what its text reads back as, so that none is written."""
    text = plain(number)
    return dumper.represent_scalar(f"tag:yaml.org,2002:{'float' if '.' in text else 'int'}", text)


_Dumper.add_representer(_Flow, lambda dumper, data: dumper.represent_mapping(_MAP, data.items(), flow_style=True))
_Dumper.add_representer(_FlowList, lambda dumper, data: dumper.represent_sequence(_SEQ, data, flow_style=True))
_Dumper.add_representer(Decimal, _number)
