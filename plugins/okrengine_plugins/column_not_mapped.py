"""Rule: a source maps the columns that the metrics over it need."""

import difflib
from collections.abc import Iterator, Mapping

from okrengine import Example, Files, Finding, Item, Metric, Note, Rule, fitting, hookimpl, lacking, quoted

ALIKE = 0.8


def column_not_mapped(files: Files) -> Iterator[Finding]:
    """A source under whose `columns:` a column is lacking that the metric needs, or that make up two records alike.

    The key result would stay without a value at every check-in. What a column of the file means is never guessed from
    its name: each that a metric needs is mapped, also where the file calls it the same. Whether the file has such a
    column is seen when it is measured.
    """
    for item in files.measured:
        source, metric, bound = files.sources.get(item.text("source") or ""), item.metric, item.bound
        mapped = _mapped(source) if source is not None else None
        if source is None or metric is None or bound is None or mapped is None:
            continue
        found, lacks = fitting(metric, mapped, bound), lacking(metric, mapped, bound)
        if lacks and not found:
            yield _lacking(item, metric, source, mapped, lacks)
        elif len(found) > 1:
            names = " and ".join(quoted(one.name) for one in found)
            message = f"the columns of the source {quoted(source.path[-1])} make up {names} alike"
            yield Finding(item.place("source"), message, "map those of one of them only", _declared(source))


def _mapped(source: Item) -> Mapping[str, object] | None:
    """The columns that a source declares, with those that its type always has; None where that cannot be known."""
    kind = source.files.registry.sources.get(source.text("type") or "")
    columns = source.mapping("columns")
    if kind is None or (columns is None and source.data.get("columns") is not None):
        return None
    return {**dict.fromkeys(kind.columns), **(columns.data if columns is not None else {})}


def _lacking(
    item: Item, metric: Metric, source: Item, mapped: Mapping[str, object], lacks: Mapping[str, tuple[str, ...]]
) -> Finding:
    """What is to be mapped so that the metric can read the source: the least of all that would do."""
    names = min(lacks.values(), key=len)
    *most, last = map(quoted, names)
    which = f"{', '.join(most)} and {last}" if most else last
    message = f"the metric {quoted(metric.name)} needs {which}, which the source {quoted(source.path[-1])} does not map"
    hint = f"add it under `columns:` of the source: `{{{', '.join(f'{name}: …' for name in names)}}}`"
    own = [name for name in mapped if name not in metric.columns]
    for name in names:
        if near := difflib.get_close_matches(name, own, 1, ALIKE):
            hint = f"did you mean {quoted(name)} where the source says {quoted(near[0])}?"
    return Finding(item.place("source"), message, hint, _declared(source))


def _declared(source: Item) -> tuple[Note, ...]:
    """Which columns the source declares, and where."""
    columns = source.mapping("columns")
    if columns is None or not columns.data:
        return (Note("it declares no columns", source.document.key(source.path)),)
    return (Note(f"it maps {', '.join(columns.data)}", source.key("columns")),)


SATISFIED = """\
id: satisfied-again
metric: csat
source: surveys
baseline: 80%
target: 90%
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """211."""
    return [
        Rule(
            "OKR211",
            "column-not-mapped",
            "warning",
            column_not_mapped,
            "a source that does not map what the metric needs",
            mend="map the column under `columns:` of the source, or name another source",
            example=Example(SATISFIED.replace("source: surveys", "source: helpdesk"), SATISFIED),
            scope="file",
        )
    ]
