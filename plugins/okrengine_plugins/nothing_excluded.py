"""Rule: orders that came to nothing are no orders."""

from collections.abc import Iterator

from okrengine import RECORDS, Example, Files, Finding, Item, Note, Rule, hookimpl, quoted

ORDER = "order"
ORDER_COLUMNS = ("order_id", "order_date")


def nothing_excluded(files: Files) -> Iterator[Finding]:
    """A source of orders that maps `status` and excludes nothing, so that cancelled and refunded orders count.

    A customer who ordered, cancelled and ordered again has not come back, and money that was paid back is no revenue.
    Key results that pick the status themselves, by `where`, are fine.
    """
    for name, source in files.sources.items():
        columns = source.mapping("columns")
        if columns is None or "status" not in columns.data or source.data.get("exclude"):
            continue
        readers = [one for one in files.measured if one.text("source") == name]
        if readers and all(_picks_status(one) for one in readers):
            continue
        order = _order_note(columns, readers)
        if order is not None:
            message = f"{quoted('status')} of the source {quoted(name)} is mapped, and nothing is excluded by it"
            hint = "add `exclude: {status: [cancelled, refunded]}`, in the words of the file"
            yield Finding(columns.key("status"), message, hint, (order,))


def _picks_status(item: Item) -> bool:
    where = item.data.get("where")
    return isinstance(where, dict) and "status" in where


def _order_note(columns: Item, readers: list[Item]) -> Note | None:
    """What shows that the rows are orders: the columns, or else a metric that reads them."""
    for column in ORDER_COLUMNS:
        if column in columns.data:
            return Note("these rows are orders", columns.key(column))
    for one in readers:
        if one.metric is not None and ORDER in one.metric.records and len(one.metric.records) < len(RECORDS):
            return Note(f"{one.metric.name} reads orders", one.place("metric"))
    return None


def _project(more: str) -> str:
    return (
        "version: 1\ntimezone: Asia/Bangkok\nsources:\n  orders:\n    type: csv\n    path: data/surveys.csv\n"
        f"    columns: {{order_id: number, order_date: ordered, customer_id: customer, status: state}}\n{more}"
    )


@hookimpl
def okr_rules() -> list[Rule]:
    """422."""
    return [
        Rule(
            "OKR422",
            "nothing-excluded",
            "warning",
            nothing_excluded,
            "cancelled orders that count",
            mend="exclude the states in which an order came to nothing",
            example=Example(_project(""), _project("    exclude: {status: [cancelled, refunded]}\n"), "okrengine"),
        )
    ]
