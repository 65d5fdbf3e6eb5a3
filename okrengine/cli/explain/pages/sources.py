"""All sources as a page of the docs: how cells are read, each type of source with its options, and the records."""

from collections.abc import Iterator

from okrengine.cli.explain.lines import first, kind
from okrengine.cli.explain.pages.cells import flowing, table
from okrengine.cli.explain.pages.cells_read import READ
from okrengine.offers import RECORDS, Source
from okrengine.offers.records import Record
from okrengine.registry import Registry

HEAD = """\
# Sources

Where the rows of metrics come from, and how their cells become values. A source stands under `sources:` in
okrengine.yaml; `okr explain NAME` shows one type, `okr explain sources` the list.
"""
TYPES = {
    "id": "text, never parsed: leading zeros and 18 digits stay",
    "cat": "text",
    "num": "an exact decimal number, to 10 places",
    "money": "an exact decimal number, to 10 places; one currency in a key result",
    "int": "a whole number",
    "bool": "true/false, yes/no, y/n, t/f, 1/0, in any case",
    "ts": "an instant; one that lies after the moment of asking is not known yet",
    "date": "a day; one that lies after the moment of asking is not known yet",
    "plan": "an instant or a day that lies ahead by nature, such as a promised date",
}


def page(registry: Registry) -> str:
    """How cells are read, every type of source, every record."""
    sources = sorted(registry.sources.values(), key=lambda source: source.name)
    rows = ((f"[{one.name}](#{one.name})", first(one.help), ", ".join(one.suffixes)) for one in sources)
    parts = [HEAD.rstrip("\n"), table(("type", "reads", "files"), rows), READ.rstrip("\n")]
    parts += ["## In full", *map(section, sources), "## Records", *_records()]
    return "\n\n".join(parts)


def section(source: Source) -> str:
    """One type of source in full."""
    return "\n\n".join(_parts(source))


def _parts(source: Source) -> Iterator[str]:
    yield f"### {source.name}"
    yield flowing(source.help)
    if source.example:
        yield f"```yaml\nsources:\n{_indented(source.example)}\n```"
    if source.parameters:
        rows = (
            (
                f"`{one.name}`",
                one.help,
                kind(one),
                "must be given" if one.required else f"`{one.written_default or 'none'}`",
            )
            for one in source.parameters.values()
        )
        yield table(("option", "what it is", "write", "default"), rows)


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip("\n").split("\n"))


def _records() -> Iterator[str]:
    yield (
        "Columns in bold must be mapped and filled in every row; a metric may ask for more. Those without a type of "
        "their own hold text."
    )
    yield table(("type", "a cell is"), ((f"`{name}`", said) for name, said in TYPES.items()))
    yield table(("record", "columns"), ((f"`{one.name}`", _columns(one)) for one in RECORDS.values()))


def _columns(record: Record) -> str:
    return ", ".join(
        f"**{name}** {kind_}" if name in record.required else f"{name} {kind_}"
        for name, kind_ in record.columns.items()
    )
