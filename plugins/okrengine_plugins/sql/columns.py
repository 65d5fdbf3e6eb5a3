"""The columns of a table with their types, each read when it is asked for: a table may have thousands."""

from collections.abc import Callable, Iterator, Mapping


class Columns(Mapping[str, str]):
    """All columns of a table; `typed` makes of a declared type what Ibis writes."""

    def __init__(self, declared: Mapping[str, str], typed: Callable[[str], str]) -> None:
        self._declared = declared
        self._typed = typed

    def __getitem__(self, name: str) -> str:
        """The type of a column, as Ibis writes it."""
        return self._typed(self._declared[name])

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the table."""
        return iter(self._declared)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._declared)
