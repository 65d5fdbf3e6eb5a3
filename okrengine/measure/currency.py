"""Money is of one currency: what several make together is no amount of anything."""

from collections.abc import Container
from typing import Any

from okrengine.errors import SourceError
from okrengine.measure.asking import Job
from okrengine.measure.finding import Found
from okrengine.measure.reduction import Cells

_COLUMN = "currency"
_FLAT = "in_currency"
_CURRENCIES, _WITHOUT = "currencies", "without_currency"


def columns(job: Job, rows: Any) -> dict[str, Any]:
    """The flat column of a job that reads money, from rows that say in which currency it is."""
    money = any(job.record.columns.get(name) == "money" for name in job.trusted)
    return {_FLAT: rows[_COLUMN]} if money and _COLUMN in rows.columns else {}


def reductions(cells: Cells, flat: Container[str]) -> dict[str, Any]:
    """How many currencies the rows that count are in, and how many of them say none."""
    if _FLAT not in flat:
        return {}
    return {_CURRENCIES: cells.distinct(cells.in_currency), _WITHOUT: cells.count(cells.in_currency.isnull())}


def check(found: Found) -> None:
    """Raise `SourceError` where amounts are in two currencies, or some in one and some in nobody knows which."""
    currencies, without = found.count(_CURRENCIES), found.count(_WITHOUT)
    mend = "keep one, such as `where: {currency: THB}`, and spell it alike in every row"
    if currencies > 1:
        raise SourceError(f"the amounts are in {currencies} currencies: {mend}")
    if currencies and without:
        raise SourceError(f"{without:,} of the rows do not say in which currency they are, and the others do: {mend}")
