"""A kind of source as it is offered, and the rows that it gives."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from okrengine.guest import files_of
from okrengine.nearness import suggestion
from okrengine.parameters import Parameter, declared, help_of


@dataclass(frozen=True)
class Rows:
    """What a source gives: a relation of the embedded engine with one row per record.

    `headers` are the file's own names of its columns, in order; the relation may name them otherwise. `explain` says
    in one sentence what an error that the engine raises while it reads these rows means. `apart` says
    of columns that cannot be mapped why not, by their headers: only some of the files have them, or their cells cannot
    be trusted. `locate` finds the first cell of a column, by its header, that holds a text, and says where it stands
    (`x.csv, line 12`); it is asked about a cell that does not cast. `written` says that every cell is text as somebody
    wrote it, so that a source may declare the mark before the decimals of its numbers. `heading` finds the
    number of the first line, not far from the top, that has all of some headers: what `header:` would have to be.
    """

    relation: Any
    headers: tuple[str, ...]
    explain: Callable[[Exception], str] | None = None
    apart: Mapping[str, str] = field(default_factory=dict)
    locate: Callable[[str, str], str | None] | None = None
    written: bool = False
    heading: Callable[[Sequence[str]], int | None] | None = None


@dataclass(frozen=True)
class Database:
    """What a source gives whose rows stay where they are: a table, on a connection that only reads.

    `dialect` is the SQL that it speaks by the name that Ibis has for it (`postgres`, `mysql`, `sqlite`, `databricks`),
    `columns` are all columns of the table with their types as Ibis writes them (`int64`, `decimal(12, 2)`,
    `timestamp('UTC')`). `query` runs one SELECT and gives the names of its columns and its rows; what goes wrong is a
    `SourceError` in one sentence, without any secret. `close` ends the connection.
    """

    dialect: str
    table: str
    columns: Mapping[str, str]
    query: Callable[[str], tuple[Sequence[str], Sequence[Sequence[Any]]]]
    close: Callable[[], None]
    schema: str | None = None


@dataclass(frozen=True)
class Source:
    """A kind of source under the name that `type:` uses.

    `read` gives `Rows` or a `Database`, or raises `SourceError`. It takes keyword-only options and, by what the source
    `reads`: for `files` the embedded engine's connection and the resolved files that `path:` names, for `project` the
    connection and the project's folder, for a `database` the resolved files, which are none where no `path:` is given.
    An option that is a reference to a secret arrives resolved; one of the type `Secret` must be a reference. `stage` is
    for files that the engine cannot read as they are: it takes them, an empty folder and the options, and gives the
    files to read instead.

    `dialect` gives the SQL that a database speaks by the options as they are written, None where only opening tells.
    For an option `url` that is not given the project's `engine:` is taken.

    `files` says that `path:` must be given, `suffixes` are the endings that such files usually have. `check` takes the
    bound options and says what is wrong with them, before anything is read. `refreshes` is how often new data comes, a
    length of time such as `30 d`. `columns` are those that its rows always have under the names of records: they need
    no entry under `columns:`. Where it gives several states of a row, `latest` names the key and the column that orders
    them: the last one that is known counts. `example` is the YAML of such a source, its name included. `unlike` are
    names that people write for it by mistake, beside the endings of its files.
    """

    name: str
    read: Callable[..., Any]
    suffixes: tuple[str, ...] = ()
    files: bool = True
    reads: Literal["files", "project", "database"] = "files"
    check: Callable[[Mapping[str, Any]], str | None] | None = None
    refreshes: str | None = None
    stage: Callable[..., Sequence[Any]] | None = None
    columns: tuple[str, ...] = ()
    latest: tuple[str, str] | None = None
    example: str = ""
    dialect: Callable[[Mapping[str, Any]], str | None] | None = None
    unlike: tuple[str, ...] = ()

    @property
    def code(self) -> Mapping[str, str]:
        """The files of its own functions, each as a message names it."""
        return files_of(self.read, self.stage, self.check, self.dialect)

    @property
    def help(self) -> str:
        """The docstring of the source's function, without what it says of each option."""
        return help_of(self.read, self.parameters)

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The options that a source of this type takes beside the ones that all have."""
        return declared(self.read)


def called(name: str, sources: Mapping[str, Source]) -> str:
    """What to write for a type of source that nothing offers: by the ending of its files, or a name for it, or near."""
    plain = name.casefold().removeprefix(".")
    for one in sources.values():
        if f".{plain}" in one.suffixes or plain in one.unlike:
            return f"did you mean `{one.name}`?"
    return suggestion(name, sorted(sources))
