"""A source opened whose rows stay in a database: its columns matched and typed there, by their types."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from okrengine.config import SourceSettings
from okrengine.errors import SourceError
from okrengine.measure import remote, suiting
from okrengine.measure.casting import Mapped
from okrengine.measure.engine import Engine
from okrengine.measure.headers import match
from okrengine.measure.opening import Opened, facts_of, mapped_columns, options_of
from okrengine.measure.paths import find_files
from okrengine.offers import Database, Source


def open_database(
    settings: SourceSettings, source: Source, root: Path, wanted: Mapping[str, str], zone: ZoneInfo
) -> Opened:
    """The source with the `wanted` columns (name and type) typed where they are.

    A name is a record's column, mapped by the settings, else one of the table's own, which has the type that the
    database says. Raises `SourceError`.
    """
    if settings.formats or settings.decimal != ".":
        raise SourceError("`datetime` and `decimal` under `parse:` are for files that are text; a database has types")
    files = find_files(settings, root) if source.files else []
    database = source.read(tuple(files), **options_of(settings, source, root))
    if not isinstance(database, Database):
        raise SourceError(f"the source type `{source.name}` gave no database but {type(database).__name__}")
    try:
        return _opened(settings, database, wanted, zone)
    except BaseException:
        database.close()
        raise


def _opened(settings: SourceSettings, database: Database, wanted: Mapping[str, str], zone: ZoneInfo) -> Opened:
    columns, absent = _matched(settings, database, wanted)
    raw = remote.table_of(database, [column.raw for column in columns.values()])
    typed = partial(remote.typed, raw, database.dialect)
    engine = Engine(database.dialect, database.query, database.close)
    facts = facts_of(engine, typed(columns), typed, columns, (settings.timezone or zone, zone))
    compares = {name: suiting.compared(mapped.type) for name, mapped in columns.items()}
    return replace(facts, absent=absent, mapped=mapped_columns(settings), compares=compares)


def _matched(
    settings: SourceSettings, database: Database, wanted: Mapping[str, str]
) -> tuple[dict[str, Mapped], dict[str, str]]:
    """The columns that are there and of a type that will do, and why others are not. Raises `SourceError` for none."""
    names = list(database.columns)
    found: dict[str, Mapped] = {}
    absent: dict[str, str] = {}
    for name, given in wanted.items():
        try:
            mapped = () if name in settings.columns else settings.columns
            header = names[match(names, settings.columns.get(name, name), settings.name, mapped)]
        except SourceError as error:
            absent[name] = str(error)
            continue
        kind = suiting.known(database.columns[header])
        type_ = given if name in settings.columns else suiting.own(kind)
        column = Mapped(name, header, type_, settings.values.get(name), (), header)
        said = suiting.unsuited(column, kind, database.dialect) if name in settings.columns else None
        if said is None:
            found[name] = column
        else:
            absent[name] = said
    if not found:
        raise SourceError(next(iter(absent.values())))
    return found, absent
