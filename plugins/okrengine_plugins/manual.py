"""A value that a person states."""

from okrengine import MANUAL, Metric, Table, hookimpl


def manual(rows: Table) -> None:
    """A person states the value at each check-in, in the unit of the baseline or the target; nothing is computed.

    Whether more or less is better follows from baseline and target.
    """


@hookimpl
def okr_metrics() -> list[Metric]:
    """The metric of a key result that names none."""
    return [Metric(MANUAL, manual, record=(), min_sample=None, title="Stated by a person")]
