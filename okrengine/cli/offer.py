"""One offer of a plugin in full: its help, the columns that it reads, its parameters."""

import re
import textwrap
from collections.abc import Iterator, Mapping

from okrengine.offers import Format, Metric, Source
from okrengine.offers.records import RECORDS
from okrengine.parameters import Parameter

WIDTH = 80


def describe(kind: str, offer: Metric | Source | Format) -> str:
    """The offer as lines of at most 80 columns."""
    lines = [f"{kind} {offer.name}"]
    if isinstance(offer, Metric) and offer.preset_of:
        lines += [f"{offer.title} (a preset of {offer.preset_of})"]
    # What the docstring says of each parameter stands beside the parameter.
    lines += paragraphs(re.sub(r"^\w+: .+\n?", "", offer.help, flags=re.MULTILINE))
    if isinstance(offer, Metric):
        lines += ["", *_facts(offer)]
    if isinstance(offer, Metric | Source) and offer.parameters:
        lines += ["", "with:" if isinstance(offer, Metric) else "options:", *options(offer.parameters)]
    return "\n".join(lines)


def wrapped(text: str, first: str = "", other: str = "") -> list[str]:
    """A text in lines of at most 80 columns; names with a hyphen stay whole."""
    plain = " ".join(text.split())
    return textwrap.wrap(plain, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False)


def paragraphs(help_: str) -> Iterator[str]:
    """A help text in lines of at most 80 columns, a blank one before each paragraph."""
    for paragraph in re.split(r"\n\s*\n", help_.strip()):
        yield from ("", *wrapped(paragraph))


def options(parameters: Mapping[str, Parameter]) -> Iterator[str]:
    """Each option with its help and its default."""
    for one in parameters.values():
        given = "must be given" if one.required else f"default {one.written_default or 'none'}"
        said = f"{one.name}: {one.help} ({given})".replace(":  (", ": (")
        yield from wrapped(said, "  ", "    ")


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
