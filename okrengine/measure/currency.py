"""Money is of one currency: what several make together is no amount of anything."""

import re
from collections.abc import Container
from decimal import Decimal
from typing import Any

from okrengine.errors import SourceError
from okrengine.measure.asking import Job
from okrengine.measure.finding import Found
from okrengine.measure.reduction import Cells
from okrengine.quantity import Quantity

_COLUMN = "currency"
_FLAT = "in_currency"
_CURRENCIES, _WITHOUT, _NAME = "currencies", "without_currency", "currency"
_CODE = re.compile(r"[A-Z]{3}")
_SPELLINGS = {"บาท": "THB", "฿": "THB", "baht": "THB", "$": "USD", "€": "EUR", "euro": "EUR", "£": "GBP", "¥": "JPY"}
"""What people write for a currency beside its code."""


def columns(job: Job, rows: Any) -> dict[str, Any]:
    """The flat column of a job that reads money, from rows that say in which currency it is."""
    money = any(job.record.columns.get(name) == "money" for name in job.trusted)
    return {_FLAT: rows[_COLUMN]} if money and _COLUMN in rows.columns else {}


def reductions(cells: Cells, flat: Container[str]) -> dict[str, Any]:
    """How many currencies the rows that count are in, and how many of them say none."""
    if _FLAT not in flat:
        return {}
    return {
        _CURRENCIES: cells.distinct(cells.in_currency),
        _WITHOUT: cells.count(cells.in_currency.isnull()),
        _NAME: cells.least(cells.in_currency),
    }


def check(found: Found, promised: str) -> None:
    """Raise `SourceError` where amounts are in two currencies, some in nobody knows which, or not in the promised one.

    A promise that speaks of no currency, such as one in percent, agrees with every one.
    """
    currencies, without = found.count(_CURRENCIES), found.count(_WITHOUT)
    mend = "keep one, such as `where: {currency: THB}`, and spell it alike in every row"
    if currencies > 1:
        raise SourceError(f"the amounts are in {currencies} currencies: {mend}")
    if currencies and without:
        raise SourceError(f"{without:,} of the rows do not say in which currency they are, and the others do: {mend}")
    due, name = _code(Quantity(Decimal(1), promised).written_out().unit), _code(str(found.raw(_NAME) or "")).upper()
    if currencies and _CODE.fullmatch(due) and _CODE.fullmatch(name) and due != name:
        raise SourceError(f"the amounts are in {name}, and the key result speaks of {promised}: promise it in {name}")


def _code(written: str) -> str:
    """The code of a currency, however it is spelled; any other unit as it is."""
    return _SPELLINGS.get(written.strip().lower(), written.strip())
