"""One offer of a plugin in full: its help, the columns that it reads, its parameters."""

import re
import textwrap
from collections.abc import Iterator
from typing import Any

from okrengine.offers import Format, Metric, Rule, Source
from okrengine.offers.records import RECORDS

WIDTH = 80


def describe(kind: str, offer: Metric | Source | Format | Rule) -> str:
    """The offer as lines of at most 80 columns."""
    name = offer.slug if isinstance(offer, Rule) else offer.name
    lines = [f"{kind} {name}"]
    if isinstance(offer, Metric) and offer.preset_of:
        lines += [f"{offer.title} (a preset of {offer.preset_of})"]
    # What the docstring says of each parameter stands beside the parameter.
    text = re.sub(r"^\w+: .+\n?", "", offer.help, flags=re.MULTILINE)
    for paragraph in re.split(r"\n\s*\n", text.strip()):
        lines += ["", *textwrap.wrap(" ".join(paragraph.split()), WIDTH)]
    if isinstance(offer, Metric):
        lines += ["", *_facts(offer)]
    if isinstance(offer, Metric | Source) and offer.parameters:
        lines += ["", "with:" if isinstance(offer, Metric) else "options:"]
        for parameter in offer.parameters.values():
            default = "must be given" if parameter.required else f"default {_written(parameter.default)}"
            said = f"{parameter.name}: {parameter.help} ({default})".replace(":  (", ": (")
            lines += textwrap.wrap(said, WIDTH, initial_indent="  ", subsequent_indent="    ")
    return "\n".join(lines)


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
        yield from textwrap.wrap(f"{said}; may be mapped too: {', '.join(others)}", WIDTH, subsequent_indent="  ")
    if metric.totals:
        yield f"or totals: period, {', '.join(metric.totals)}"


def _written(default: Any) -> str:
    """A default as YAML writes it."""
    if isinstance(default, tuple | list):
        return f"[{', '.join(map(_written, default))}]"
    if default is None or isinstance(default, bool):
        return {None: "none", True: "true", False: "false"}[default]
    return "…" if isinstance(default, dict) else str(default)
