"""A source opened: its files found, its columns matched, its cells cast; and what that costs in rejected cells."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import EMBEDDED, SourceSettings
from okrengine.errors import OkrError, SourceError
from okrengine.guest import told
from okrengine.measure import casting, engine
from okrengine.measure.casting import BAD, INSTANT, LOCAL, STAMPED, Mapped
from okrengine.measure.engine import Engine
from okrengine.measure.headers import match
from okrengine.measure.known import COUNTED, GREATEST, LEAST, THERE, Known, known_of
from okrengine.measure.paths import find_files, state
from okrengine.measure.pinning import pinned
from okrengine.measure.rejected import rejected
from okrengine.measure.rooms import room
from okrengine.measure.staging import staged
from okrengine.measure.zones import Zone, between
from okrengine.offers import Rows, Source
from okrengine.parameters import bind
from okrengine.secrets import refers, resolve

RAW, TYPED = "raw", "typed"
_REJECTED = 100
"""At most one in so many cells of a needed column may not cast."""

_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  stamps are naive here


@dataclass(frozen=True)
class Opened:
    """A source whose rows are typed: `base` is the table of them, on an `engine`.

    `columns` are the typed ones by the record's name or, for the file's own, by its header; `rows` counts them all,
    `bad` and `filled` the cells of each. `clock` is the zone of naive stamps, `zone` the project's. `absent` says of
    columns that the source does not have what was looked for, `mapped` names those that the settings speak of. `typed`
    gives the table of other columns over the same rows; `locate` says where a cell stands, by its header and text.
    `compares` gives the types by which columns compare where the source itself knows them, `alike` whether all stamps
    of a column are naive or all are instants, where they are. `known` is what all cells of a column have in common, of
    rows that stay as they were counted. `state` is how the `files` were before they were read.
    """

    engine: Engine
    base: Any
    typed: Callable[[Mapping[str, Mapped]], Any]
    columns: Mapping[str, Mapped]
    rows: int
    bad: Mapping[str, int]
    filled: Mapping[str, int]
    clock: Zone
    zone: Zone
    absent: Mapping[str, str]
    mapped: frozenset[str]
    locate: Callable[[str, str], str | None] | None = None
    compares: Mapping[str, str] = field(default_factory=dict)
    alike: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)
    files: Sequence[Path] = ()
    state: tuple[tuple[int, ...], ...] = ()

    def complaint(self, needed: Sequence[str], where: Iterable[str]) -> str | None:
        """Why columns cannot be trusted: one is not there, or more than one needed cell in a hundred does not cast."""
        for name, said in self.absent.items():
            if name in self.mapped or name in where:
                return said
        for name in needed:
            bad, filled = self.bad.get(name, 0), self.filled.get(name, 0)
            if bad * _REJECTED > filled:
                return rejected(self, name, bad, filled)
        return None

    def changed(self) -> str | None:
        """Why what was read may be of two kinds, None where the files are as they were."""
        with suppress(OSError):
            if state(self.files) == self.state:
                return None
        names = ", ".join(file.name for file in self.files)
        return f"{names} changed while it was read: measure again when it is written"


def open_source(  # noqa: PLR0913  what is opened, and how
    settings: SourceSettings,
    source: Source,
    root: Path,
    wanted: Mapping[str, str],
    zone: ZoneInfo,
    *,
    often: bool = False,
) -> Opened:
    """The source with the `wanted` columns (name and type) typed.

    A name is a record's column, mapped by the settings, else a header of the file's own. What is text, or is read
    `often`, is cast once and kept; typed columns are read where they are. Raises `SourceError`.
    """
    files = find_files(settings, root) if source.reads == "files" else []
    options = options_of(settings, source, root)
    rows: Rows | None = None
    with ExitStack() as kept:
        private = kept.enter_context(room())
        try:
            held = pinned(files, private, kept)
            before = state(held)
            ready = staged(source, held, options, private)
            connection = engine.connect(ready, private)
            kept.callback(connection.close)
            given = root if source.reads == "project" else ready
            rows = _rows(source, source.read(connection, given, **options), settings)
            columns, absent = _mapped(settings, rows, wanted)
            rows.relation.create_view(RAW)
            raw = engine.table(RAW, engine.schema_of(rows.relation))
            columns = _looked_through(engine.embedded(connection), raw, columns)
            typed = partial(casting.typed, raw)
            if often or rows.written:
                base = typed(columns)
                engine.store(connection, TYPED, base)
                base = engine.table(TYPED, base.schema())
            else:
                base = typed({**columns, **_as_they_are(raw, columns)})
            facts = facts_of(engine.embedded(connection), base, typed, columns, (settings.timezone or zone, zone))
        except OkrError:
            raise
        except Exception as error:  # noqa: BLE001  the engine's and a plugin's errors are of many kinds
            raise SourceError(explained(error, source, rows.explain if rows else None, root, private)) from None
        closing = replace(facts.engine, close=kept.pop_all().close)
    opened = replace(facts, engine=closing, absent=absent, mapped=mapped_columns(settings), locate=rows.locate)
    return replace(opened, files=files, state=before)


def _looked_through(engine_: Engine, raw: Any, columns: dict[str, Mapped]) -> dict[str, Mapped]:
    """The columns, and of which of a typed file all cells are ordinary, as its own statistics may tell."""
    plain = {mapped.name: raw[mapped.raw] for mapped in columns.values() if mapped.values is None}
    tests = {name: casting.ordinary(cell, columns[name]) for name, cell in plain.items()}
    asked = {name: test for name, test in tests.items() if test is not None}
    told = engine_.row(raw.aggregate(**asked)) if asked else {}
    return {name: replace(mapped, ordinary=bool(told.get(name))) for name, mapped in columns.items()}


def _as_they_are(raw: Any, columns: Mapping[str, Mapped]) -> dict[str, Mapped]:
    """Numbers that stand for text, which need not be written out to see that they are there."""
    return {
        f"{name}{THERE}": replace(mapped, name=f"{name}{THERE}", type="int")
        for name, mapped in columns.items()
        if not casting.casts(mapped) and mapped.values is None and raw[mapped.raw].type().is_integer()
    }


def options_of(settings: SourceSettings, source: Source, root: Path) -> dict[str, Any]:
    """The options of a source as its function takes them, secrets resolved. Raises `OkrError`."""
    options = bind(source.parameters, settings.options, check=None)
    return {name: resolve(value, root) if refers(value) else value for name, value in options.items()}


def _rows(source: Source, given: Any, settings: SourceSettings) -> Rows:
    """What a source gave, if it is rows whose cells are written as the settings say."""
    if not isinstance(given, Rows):
        raise SourceError(f"the source type `{source.name}` gave no rows but {type(given).__name__}")
    if settings.decimal != "." and not given.written:
        raise SourceError(
            f"`decimal` under `parse:` is for files that are text; the numbers of {source.name} are typed"
        )
    return given


def explained(error: Exception, source: Source, explain: Any, root: Path, room: Path) -> str:
    """An error of the engine as one sentence, without a path of this machine."""
    form = re.search(r"format specifier (.*?): ", str(error))
    if form:
        return f"`{form[1]}` under `parse:` is not a format of dates: write it as in `%d/%m/%Y %H:%M`"
    said = explain(error) if explain else None
    if said is None:
        own = {} if "duckdb" in type(error).__module__ else source.code  # the engine speaks of the file
        said = f"the {source.name} file cannot be read: {told(error, own)}"
    said = re.sub(rf"{re.escape(str(room))}/\w+/(\d+/)?", "", said)
    return said.replace(f"{root.resolve()}/", "").replace(f"{root}/", "")


def mapped_columns(settings: SourceSettings) -> frozenset[str]:
    """The columns that the settings of a source speak of."""
    dedup = (settings.dedup.key, settings.dedup.order_by) if settings.dedup else ()
    return frozenset((*settings.columns, *settings.exclude, *dedup))


def _mapped(
    settings: SourceSettings, rows: Rows, wanted: Mapping[str, str]
) -> tuple[dict[str, Mapped], dict[str, str]]:
    """The columns that are there, and why others are not. Raises `SourceError` where there is none."""
    names = list(rows.relation.columns)
    found: dict[str, Mapped] = {}
    absent: dict[str, str] = {}
    for name, kind in wanted.items():
        try:
            mapped = () if name in settings.columns else settings.columns
            place = match(rows.headers, settings.columns.get(name, name), settings.name, mapped)
        except SourceError as error:
            absent[name] = _apart(rows, settings.columns.get(name, name)) or str(error)
            continue
        values = settings.values.get(name)
        header = rows.headers[place]
        found[name] = Mapped(name, names[place], kind, values, settings.formats, header, settings.decimal)
    if absent and (line := _heading(rows, [settings.columns.get(name, name) for name in absent])):
        lower = f"row {line} names the columns: write `header: {line}`"
        absent = {
            name: f"`{settings.name}` has no column `{settings.columns.get(name, name)}`: {lower}" for name in absent
        }
    if not found:
        raise SourceError(next(iter(absent.values())))
    return found, absent


def _heading(rows: Rows, headers: Sequence[str]) -> int | None:
    """The line that names columns which the header lacks; where titles stand above it, it was not the first."""
    with suppress(Exception):  # a hint is given if it can be
        return rows.heading(headers) if rows.heading else None
    return None


def _apart(rows: Rows, header: str) -> str | None:
    """What the source says of a column that only some of its files have."""
    folded = header.strip().casefold()
    return next((said for name, said in rows.apart.items() if name.strip().casefold() == folded), None)


def facts_of(
    engine_: Engine,
    base: Any,
    typed: Callable[[Mapping[str, Mapped]], Any],
    columns: Mapping[str, Mapped],
    zones: tuple[ZoneInfo, ZoneInfo],
) -> Opened:
    """Count rows, cells and rejects, and find how far the stamps reach, in one pass over the typed rows.

    `zones` are those of naive stamps and of the project. Of files every cell is read, so that one that cannot be read
    fails here and not in a metric; rows of a database may change until the next query, so nothing is known of them.
    """
    stays = engine_.dialect == EMBEDDED
    facts: dict[str, Any] = {"rows": base.count()}
    for name, mapped in columns.items():
        if not casting.casts(mapped):
            if stays:
                text = base[f"{name}{THERE}" if f"{name}{THERE}" in base.columns else name]
                facts[f"{name}{THERE}"] = base.count(where=text.notnull())
            continue
        bad = base[f"{name}{BAD}"]
        there = bad
        for part in (name, f"{name}{LOCAL}", f"{name}{INSTANT}"):
            there = there | base[part].notnull() if part in mapped.stored else there
        facts |= {f"{name}{COUNTED}": base.count(where=bad), f"{name}{THERE}": base.count(where=there)}
        if mapped.type in STAMPED:
            for end in (LOCAL, INSTANT):
                stamp = base[f"{name}{end}"]
                facts |= {f"{name}{end}{LEAST}": stamp.min(), f"{name}{end}{GREATEST}": stamp.max()}
    found = engine_.row(base.aggregate(**facts))
    clock, zone = _reach(found, LOCAL, zones[0]), _reach(found, INSTANT, zones[1], LOCAL)
    return Opened(
        engine_,
        base,
        typed,
        columns,
        int(found["rows"]),
        {name: int(found.get(f"{name}{COUNTED}") or 0) for name in columns},
        {name: int(found.get(f"{name}{THERE}") or 0) for name in columns},
        clock,
        zone,
        {},
        frozenset(),
        alike={name: kind for name in columns if (kind := _kind(found, name)) is not None},
        known=known_of(found, columns, clock, zone) if stays else {},
    )


def _kind(found: Mapping[str, Any], name: str) -> str | None:
    """The ending of the only column that holds stamps, None where both do, or neither."""
    held = [end for end in (LOCAL, INSTANT) if found.get(f"{name}{end}{LEAST}") is not None]
    return held[0] if len(held) == 1 else None


def _reach(found: Mapping[str, Any], end: str, zone: ZoneInfo, *more: str) -> Zone:
    """The zone's offsets as far as the stamps reach."""
    ends = tuple(f"{kind}{side}" for kind in (end, *more) for side in (LEAST, GREATEST))
    stamps = [stamp for name, stamp in found.items() if isinstance(stamp, datetime) and name.endswith(ends)]
    return between(zone, min(stamps, default=_EPOCH), max(stamps, default=_EPOCH))
