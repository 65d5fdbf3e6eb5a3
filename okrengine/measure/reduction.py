"""The vocabulary of reductions: conditions, counts and sums over one flat table that several metrics share."""

from collections.abc import Mapping, Sequence
from typing import Any

from okrengine.measure.finding import Setting


class Cells:
    """The columns that one kernel laid into the flat table, by the kernel's own names.

    `names` are those of the table; its rows are records, or kinds of them with their number in the column `counted`.
    """

    def __init__(
        self,
        table: Any,
        names: Mapping[str, str],
        setting: Setting,
        keys: Sequence[str] = (),
        counted: str | None = None,
    ) -> None:
        self._table = table
        self._names = names
        self._keys = keys
        self._counted = counted
        self.setting = setting

    def __getattr__(self, name: str) -> Any:
        if name not in self._names:
            raise AttributeError(name)
        return self._table[self._names[name]]

    def count(self, condition: Any = None) -> Any:
        """How many kept rows meet the condition."""
        return self.every(self.kept(condition))

    def every(self, condition: Any) -> Any:
        """How many rows meet the condition, kept or not."""
        if self._counted is None:
            return self._table.count(where=condition)
        return self._table[self._counted].sum(where=condition)

    @property
    def rows(self) -> Any:
        """How many records a row of the table stands for."""
        import ibis  # noqa: PLC0415  heavy

        return ibis.literal(1) if self._counted is None else self._table[self._counted]

    def sum(self, column: Any, condition: Any = None) -> Any:
        """The sum of a column over kept rows."""
        each = column if self._counted is None else column * self.rows
        return each.sum(where=self.kept(condition))

    def weigh(self, condition: Any = None) -> Any:
        """The weight of the kept rows that meet the condition; every row weighs one where nothing is weighted."""
        return self.sum(self.weight, condition) if self.setting.weighted else self.count(condition)

    def distinct(self, column: Any, condition: Any = None) -> Any:
        """How many different values a column has in kept rows."""
        return column.nunique(where=self.kept(condition))

    def least(self, column: Any, condition: Any = None) -> Any:
        """The least value of a column in kept rows."""
        return column.min(where=self.kept(condition))

    def most(self, column: Any, condition: Any = None) -> Any:
        """The greatest value of a column in kept rows."""
        return column.max(where=self.kept(condition))

    def only(self, column: Any, condition: Any = None) -> Any:
        """The column where a row is kept, else nothing."""
        import ibis  # noqa: PLC0415  heavy

        return ibis.ifelse(self.kept(condition), column, ibis.null(column.type()))

    def number(self, *order: Any) -> Any:
        """How many records come before a row in an order, within its group."""
        import ibis  # noqa: PLC0415  heavy

        if self._counted is not None:
            return self.running(self.rows.sum(), *order) - self.rows
        return ibis.row_number().over(group_by=self._groups, order_by=list(order))

    def whole(self, reduction: Any) -> Any:
        """A reduction over all rows of a group, beside each of them."""
        return reduction.over(group_by=self._groups)

    def running(self, reduction: Any, *order: Any) -> Any:
        """A reduction over the rows of a group up to each of them; rows that tie come in any order."""
        import ibis  # noqa: PLC0415  heavy

        so_far = ibis.window(group_by=self._groups, order_by=list(order), preceding=None, following=0)
        return reduction.over(so_far)

    @property
    def _groups(self) -> list[Any]:
        return [self._table[key] for key in self._keys]

    def kept(self, condition: Any = None) -> Any:
        """The condition in kept rows."""
        return self.keep if condition is None else self.keep & condition


def truth(condition: Any) -> Any:
    """A condition as an expression that is never unknown."""
    import ibis  # noqa: PLC0415  heavy

    return ibis.literal(condition) if isinstance(condition, bool) else condition.fill_null(False)  # noqa: FBT003


def seconds(column: Any) -> Any:
    """Whole seconds since 1970 of a column of stamps or days."""
    stamps = column.cast("timestamp(6)") if column.type().is_date() else column
    return stamps.truncate("s").epoch_seconds().cast("int64")
