"""Rule: columns that are named are there."""

import difflib
from collections.abc import Iterable, Iterator

from okrengine import RECORDS, Example, Files, Finding, Item, Rule, hookimpl, quoted, suggestion

ALIKE = 0.8
_EVERY = frozenset(column for record in RECORDS.values() for column in record.columns)


def unknown_column(files: Files) -> Iterator[Finding]:
    """A column under `where`, `values`, `exclude`, `dedup` or `columns` that neither metric nor source declares.

    Rows are picked by such names: where one is wrong, the source fails when it is measured, or nothing is left out. A
    metric knows the columns of its record; any other column of the file is declared under `columns:` of its source, and
    so is every one that `where` names, where the source declares columns. A column of your own there is no mistake,
    unless its name is nearly one that the record has.
    """
    read = _read(files)
    for name, source in files.sources.items():
        yield from _source(source, read.get(name, _EVERY))
    for item in files.measured:
        metric, where = item.metric, item.mapping("where")
        declaring = files.sources.get(item.text("source") or "")
        if declaring is not None and metric is not None and where is not None:
            known = metric.columns if not declaring.has("columns") else frozenset()
            yield from _named(where, where.data, metric.columns, declaring, known)


def _read(files: Files) -> dict[str, frozenset[str]]:
    """The columns that the metrics over each source may read; every column where one of them is not known."""
    metrics = {(item.text("source"), item.text("metric")): item.metric for item in files.measured}
    found: dict[str, frozenset[str]] = {}
    for (name, _), metric in metrics.items():
        if name is not None:
            found[name] = found.get(name, frozenset()) | (metric.columns if metric is not None else _EVERY)
    return found


def _source(source: Item, known: frozenset[str]) -> Iterator[Finding]:
    columns = source.mapping("columns")
    mapped = columns.data if columns is not None else {}
    used = set(_used(source))
    for name in mapped:
        if columns is not None and name not in known and name not in used:
            near = difflib.get_close_matches(name, sorted(known - set(mapped)), 1, ALIKE)
            if near:
                message = f"no metric over this source knows a column {quoted(name)}"
                yield Finding(columns.key(name), message, f"did you mean {quoted(near[0])}?")
    for key in ("values", "exclude"):
        holder = source.mapping(key)
        if holder is not None:
            yield from _named(holder, holder.data, known, source)
    dedup = source.mapping("dedup")
    for key in ("key", "order_by"):
        column = dedup.text(key) if dedup is not None else None
        if dedup is not None and column is not None and not _knows(column, known, source):
            yield Finding(dedup.place(key), _said(column, source), _hint(column, known, source))


def _used(source: Item) -> Iterator[str]:
    """The columns of its own that a source speaks of, and that key results pick their rows by."""
    for key in ("values", "exclude"):
        holder = source.mapping(key)
        yield from holder.data if holder is not None else ()
    dedup = source.mapping("dedup")
    yield from (str(name) for name in dedup.data.values()) if dedup is not None else ()
    for item in source.files.measured:
        where = item.mapping("where") if item.data.get("source") == source.path[-1] else None
        yield from where.data if where is not None else ()


def _named(
    holder: Item, names: Iterable[str], known: frozenset[str], source: Item, there: frozenset[str] | None = None
) -> Iterator[Finding]:
    """The names that neither the source declares nor are `there`, by default all that are known."""
    for name in names:
        if not _knows(name, known if there is None else there, source):
            yield Finding(holder.key(name), _said(name, source), _hint(name, known, source))


def _knows(name: str, known: frozenset[str], source: Item) -> bool:
    kind = source.files.registry.sources.get(source.text("type") or "")
    return name in known or name in (source.data.get("columns") or {}) or (kind is not None and name in kind.columns)


def _said(name: str, source: Item) -> str:
    return f"the source {quoted(source.path[-1])} declares no column {quoted(name)}"


def _hint(name: str, known: frozenset[str], source: Item) -> str:
    """The column that was probably meant, else where one of the file's own is declared."""
    mapped = list(source.data.get("columns") or {})
    near = suggestion(name, [*mapped, *sorted(known - set(mapped))])
    if near.startswith("did") and name not in known:
        return near
    return f"add it under `columns:` of the source: `{{{name}: …}}`"


SHOPS = """\
id: shops
metric: csat
source: surveys
where: {touchpoint: repair}
baseline: 80%
target: 90%
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """202."""
    return [
        Rule(
            "OKR202",
            "unknown-column",
            "warning",
            unknown_column,
            "a column that nothing declares",
            mend="write a column of the record, or declare the file's own under `columns:` of the source",
            example=Example(SHOPS.replace("touchpoint", "touch_point"), SHOPS),
        )
    ]
