"""A kind of source as it is offered, and the rows that it gives."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from okrengine.parameters import Parameter, declared, help_of


@dataclass(frozen=True)
class Rows:
    """What a source gives: a relation of the embedded engine with one row per record.

    `headers` are the file's own names of its columns, in order; the relation may name them otherwise. `explain` says
    in one sentence what an error that the engine raises while it reads these rows means. `apart` says
    of columns that only some of the files have why they cannot be mapped, by their headers.
    """

    relation: Any
    headers: tuple[str, ...]
    explain: Callable[[Exception], str] | None = None
    apart: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Source:
    """A kind of source under the name that `type:` uses.

    `read` takes the embedded engine's connection, the resolved files that `path:` names, and keyword-only options; it
    gives `Rows`, or raises `SourceError`. `suffixes` are the endings that its files usually have. `check` takes the
    bound options and says what is wrong with them, before anything is read. `refreshes` is how often new data comes, a
    length of time such as `30 d`.
    """

    name: str
    read: Callable[..., Any]
    suffixes: tuple[str, ...] = ()
    files: bool = True
    check: Callable[[Mapping[str, Any]], str | None] | None = None
    refreshes: str | None = None

    @property
    def help(self) -> str:
        """The docstring of the source's function, without what it says of each option."""
        return help_of(self.read, self.parameters)

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The options that a source of this type takes beside the ones that all have."""
        return declared(self.read)
