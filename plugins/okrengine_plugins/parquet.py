"""Parquet files as a source."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from okrengine import Rows, Source, SourceError, hookimpl


def read_parquet(connection: Any, files: Sequence[Path]) -> Rows:
    """Rows of Parquet files. Their columns are typed: stamps and days are taken as they are, all else by the core.

    Files of one source are matched by the names of their columns; one that a file lacks is missing in its rows.
    """
    names = ", ".join(file.name for file in files)
    try:
        relation = connection.read_parquet([str(file) for file in files], union_by_name=True)
    except Exception:  # noqa: BLE001  the engine's own errors, which cannot be named without importing it
        raise SourceError(f"{names}: this is not a whole Parquet file") from None
    return Rows(relation, tuple(relation.columns), lambda _: f"{names}: this is not a whole Parquet file")


EXAMPLE = """\
orders:
  type: parquet
  path: data/orders/*.parquet
  columns: {order_id: id, order_date: placed, customer_id: buyer, amount: total}
  exclude: {status: [cancelled, refunded]}
"""


@hookimpl
def okr_sources() -> list[Source]:
    """Parquet."""
    return [Source("parquet", read_parquet, (".parquet",), example=EXAMPLE)]
