"""Rule: the engine can compute the metric."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Note, Rule, hookimpl, quoted


def engine_not_supported(files: Files) -> Iterator[Finding]:
    """A metric that says that it cannot be computed by the engine that holds the rows of its source.

    The key result would stay without a value at every check-in. Files are read by the embedded `duckdb`; the rows of a
    database are computed there. A metric that says nothing runs on every engine.
    """
    for item in files.measured:
        metric, source = item.metric, item.text("source")
        if metric is None or metric.engines is None or source is None:
            continue
        engine = _engine(files, source)
        if engine is None or engine in metric.engines:
            continue
        message = f"the metric {quoted(metric.name)} cannot be computed by the engine {quoted(engine)}"
        hint = f"it runs on {', '.join(metric.engines)}: take a source on one of these engines, or another metric"
        told = Note(f"its rows are on {engine}", files.project.key(("sources", source)))
        yield Finding(item.place("metric"), message, hint, (told,))


def _engine(files: Files, source: str) -> str | None:
    """What computes the rows of a source; None where only opening it tells."""
    settings = files.settings.sources.get(source)
    kind = files.registry.sources.get(settings.type) if settings is not None else None
    if settings is None or kind is None:
        return None
    if kind.dialect is None:
        return None if kind.reads == "database" else "duckdb"
    return kind.dialect(settings.addressed(kind.parameters, files.settings.engine).options)


BASKETS = """\
id: larger-baskets
metric: baskets
source: orders
baseline: 30%
target: 40%
"""
PROJECT = """\
version: 1
sources:
  surveys:
    type: csv
    path: data/surveys.csv
    columns: {response_id: id, responded_at: at, score: q1, touchpoint: shop}
  orders: {type: csv, path: data/tickets.csv, columns: {order_id: id, order_date: day, customer_id: who}}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """210."""
    return [
        Rule(
            "OKR210",
            "engine-not-supported",
            "error",
            engine_not_supported,
            "a metric that the engine cannot compute",
            mend="take a source on another engine, or another metric",
            example=Example(
                BASKETS,
                BASKETS.replace("metric: baskets", "metric: repeat_purchase_rate"),
                beside={"okrengine.yaml": PROJECT},
            ),
            scope="file",
        )
    ]
