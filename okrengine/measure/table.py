"""The table that a metric's function receives, as a type that needs no engine at run time."""

from typing import Any, Protocol


class Table(Protocol):
    """Columns by name: `rows.score`, or `rows["score"]` for a name that is no Python name."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of all columns."""
        ...

    def __getattr__(self, name: str, /) -> Any: ...

    def __getitem__(self, name: str, /) -> Any: ...
