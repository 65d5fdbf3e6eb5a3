"""Rule: the engine can compute the metric."""

from collections.abc import Iterator

from okrengine import Example, Files, Finding, Note, Rule, hookimpl, quoted


def engine_not_supported(files: Files) -> Iterator[Finding]:
    """A metric that says that it cannot be computed by the `engine:` of okrengine.yaml.

    The key result would stay without a value at every check-in. A metric that says nothing runs on every engine.
    """
    engine = files.settings.engine.partition("://")[0]
    said = Note(f"the engine is {engine}", files.project.value(("engine",)))
    for item in files.measured:
        metric = item.metric
        if metric is not None and metric.engines is not None and engine not in metric.engines:
            message = f"the metric {quoted(metric.name)} cannot be computed by the engine {quoted(engine)}"
            hint = f"it runs on {', '.join(metric.engines)}: take one of these engines, or another metric"
            yield Finding(item.place("metric"), message, hint, (said,) if "engine" in files.project.data else ())


BASKETS = """\
id: larger-baskets
metric: baskets
source: orders
baseline: 30%
target: 40%
"""
PROJECT = """\
version: 1
engine: duckdb
sources:
  surveys: {type: csv, path: data/surveys.csv}
  orders: {type: csv, path: data/tickets.csv}
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
            mend="take another engine, or another metric",
            example=Example(
                BASKETS,
                BASKETS.replace("metric: baskets", "metric: repeat_purchase_rate"),
                beside={"okrengine.yaml": PROJECT},
            ),
            scope="file",
        )
    ]
