"""Which rows: `where` and `exclude` as conditions on columns. Columns are looked up, values bound, no text is built."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from okrengine.errors import OkrError
from okrengine.measure.spelling import boolean, decimal, number, written
from okrengine.measure.zones import naive
from okrengine.quantity import Quantity

_LIMITS = ("at_least", "at_most", "not")


class Conditions:
    """Conditions on the columns of one table.

    `types` gives the type of a record's column; all others are the file's own and compare as text or as numbers, with
    `mark` before their decimals.
    """

    def __init__(self, types: Mapping[str, str], zone: Any, mark: str = ".") -> None:
        self._types = types
        self._zone = zone
        self._mark = mark

    def where(self, cells: Mapping[str, Any], wanted: Mapping[str, Any], unknown: Mapping[str, Any]) -> Any:
        """All of `where`: equality, a list, or `at_least`, `at_most`, `not`; an `unknown` cell might meet anything."""
        import ibis  # noqa: PLC0415  heavy

        every = ibis.literal(value=True)
        for name, value in wanted.items():
            met = self._one(cells[name], name, value).fill_null(False)  # noqa: FBT003
            every = every & (met | unknown[name] if name in unknown else met)
        return every

    def _one(self, column: Any, name: str, value: Any) -> Any:
        import ibis  # noqa: PLC0415  heavy

        if isinstance(value, Mapping):
            if unknown := [key for key in value if key not in _LIMITS]:
                raise OkrError(f"`where: {name}` has `{unknown[0]}`; there are {', '.join(_LIMITS)}")
            every = ibis.literal(value=True)
            for key, limit in value.items():
                if key == "not":
                    every = every & ~self._one(column, name, limit).fill_null(False)  # noqa: FBT003
                else:
                    every = every & self._limit(column, name, limit, above=key == "at_least")
            return every
        if isinstance(value, list | tuple):
            found = ibis.literal(value=False)
            for item in value:
                found = found | self._one(column, name, item).fill_null(False)  # noqa: FBT003
            return found
        return self._equal(column, name, value)

    def _equal(self, column: Any, name: str, value: Any) -> Any:
        kind = self._types.get(name)
        if value is None:
            return column.isnull()
        if kind == "bool":
            return column == _truth(name, value)
        if kind in ("num", "money", "int"):
            truth = kind == "int" and isinstance(value, bool)  # for which a database may have no type of its own
            return column == (int(value) if truth else _number(name, value))
        if kind in ("ts", "plan", "date"):
            return self._limit(column, name, value, above=True) & self._limit(column, name, value, above=False)
        if isinstance(value, bool):
            return boolean(column) == value
        text = written(value).strip()
        amount = decimal(text)
        return (
            column == text
            if amount is None or kind == "id"
            else (column == text) | (number(column, self._mark) == amount)
        )

    def _limit(self, column: Any, name: str, value: Any, *, above: bool) -> Any:
        kind = self._types.get(name)
        if kind in ("ts", "plan", "date"):
            limit = self._stamp(name, value, kind, above=above)
        elif kind in ("num", "money", "int"):
            limit = _number(name, value)
        elif kind != "id" and (amount := decimal(written(value))) is not None:
            column, limit = number(column, self._mark), amount
        else:
            limit = written(value)
        return column >= limit if above else column <= limit

    def _stamp(self, name: str, value: Any, kind: str, *, above: bool) -> Any:
        """A day or an instant; a day that is an upper limit lasts to its end."""
        import ibis  # noqa: PLC0415  heavy

        try:
            text = str(value)
            day = date.fromisoformat(text) if len(text) == len("2026-12-31") else None
            if kind == "date":
                return ibis.literal(day or datetime.fromisoformat(text).date())
            clock = "00:00:00" if above else "23:59:59.999999"
            stamp = datetime.fromisoformat(f"{text}T{clock}" if day else text)
        except ValueError:
            raise OkrError(f"`where: {name}` is `{text}`; a date such as 2026-12-31 is due") from None
        return ibis.literal(naive(stamp if stamp.tzinfo else stamp.replace(tzinfo=self._zone)), "timestamp(6)")


def _truth(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise OkrError(f"`where: {name}` is `{value}`; true or false is due")


def _number(name: str, value: Any) -> Decimal:
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(value, str):
        return Quantity.parse(value).number
    raise OkrError(f"`where: {name}` is `{value}`; a number is due")
