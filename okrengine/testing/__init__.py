"""For plugin authors: a metric on rows written down in a test, a rule on its own example."""

from okrengine.testing.metrics import agree, check_example, check_metric, found_in, read_metric
from okrengine.testing.projects import readings, write_project
from okrengine.testing.rules import check_rule, findings

__all__ = [
    "agree",
    "check_example",
    "check_metric",
    "check_rule",
    "findings",
    "found_in",
    "read_metric",
    "readings",
    "write_project",
]
