"""How far the work is on average."""

from okrengine import Case, Mean, Metric, Table, hookimpl


def task_progress(items: Table, *, weighted: bool | None = None) -> Mean:  # noqa: ARG001  the core sums the weights
    """Mean progress of items in percent, weighted by `weight`; Student's interval. Higher is better.

    An item that states no progress is missing, and not at 0. Steps with a date are better written as `milestones`
    (weighted arithmetic mean of percent complete).

    weighted: sum the column `weight`; left out, where the source maps one, else every item weighs the same
    """
    return Mean(items.progress)


TASKS = """
    item_id,progress,weight
    1,100,1
    2,50,2
    3,0,1
    4,,1
"""

TASK_PROGRESS = Metric(
    "task_progress",
    task_progress,
    record="item",
    needs=("progress",),
    unit="%",
    better="higher",
    range=(0, 100),
    voice="internal",
    title="Progress of the work",
    example=Case(TASKS, {"value": 50, "n": 3, "missing": 1}),
)


@hookimpl
def okr_metrics() -> list[Metric]:
    """Progress."""
    return [TASK_PROGRESS]
