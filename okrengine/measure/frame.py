"""The frame: the rows of a source as they were known at an instant, in the order that the contract of a metric fixes.

Cast · hide what was not known · keep the last version of each row · leave out what the source excludes · window.
"""

import operator
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import reduce as fold
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import SourceSettings
from okrengine.measure import casting
from okrengine.measure.bounds import bounds
from okrengine.measure.casting import BAD, INSTANT, LOCAL
from okrengine.measure.conditions import Conditions
from okrengine.measure.groups import ASKED
from okrengine.measure.known import Known
from okrengine.measure.opening import Opened
from okrengine.measure.windows import Stretch
from okrengine.measure.zones import naive
from okrengine.offers.records import DECIMAL, TYPES, Record

STAMP = TYPES["ts"]
_VERSION = "~version"
_EVENTS = ("ts", "date")
CHANGED_AT, CHANGED = "updated_at", "~changed"
"""When a row was last written, and whether that was only after the instant of asking."""
_ENDS = {"window_start": "start", "window_end": "closing", "as_of": "as_of"}
_UNKNOWN = Known()
_TRUE = ("true", "yes", "y", "t", "1")


class Frame:
    """The rows of one source and record at one instant of asking, or at each of several.

    Rows of several instants are copies side by side; the column `~asked` says which instant a copy is for.
    """

    def __init__(
        self, opened: Opened, record: Record, settings: SourceSettings, stretches: Sequence[Stretch], zone: ZoneInfo
    ) -> None:
        instants = [instant for one in stretches for instant in (one.start, one.as_of)]
        self.opened = replace(opened, zone=opened.zone.covering(instants))
        self.record = record
        self.stretches = stretches
        self.zone = zone
        self.types = {name: mapped.type for name, mapped in opened.columns.items() if name in settings.columns}
        self._compares = {**self.types, **opened.compares}
        self.conditions = Conditions(self._compares, zone, settings.decimal)
        self.keys = (ASKED,) if len(stretches) > 1 else ()
        self._settings = settings
        self._every = self._versioned(self._known())

    @property
    def rows(self) -> Any:
        """The last version of every known row that the source does not exclude."""
        return self._every.filter(self._kept)

    @property
    def seen(self) -> Any:
        """How many rows are known at all, the time of the newest one that is kept, and how many were changed later.

        One row for each instant.
        """
        every = self._every
        found = {"rows": every.count(), "latest": every[self.record.time].max(where=self._kept)}
        if CHANGED in every.schema():
            found["changed"] = every.count(where=every[CHANGED] & self._kept)
        return every.aggregate(found, by=self.keys)

    @property
    def all_seen(self) -> tuple[int, Any] | None:
        """The rows and the newest event of every instant, where all arrived and are kept; None where that is to see."""
        plain = self._settings.dedup is None and not self._settings.exclude and CHANGED_AT not in self.types
        last = self._known_of(self.record.time).last
        return (self.opened.rows, last) if plain and self._arrived(self.record.time) else None

    def sound(self, name: str) -> bool:
        """Whether no cell of a column is known to be rejected."""
        return self._known_of(name).sound

    def full(self, name: str) -> bool:
        """Whether every row is known to have the cell of a column."""
        hidden = name in self._events and name not in self._limited and not self._arrived(name)
        return self._known_of(name).full and not hidden

    @property
    def duplicates(self) -> Any:
        """The versions that gave way to a later one, None where the source keeps every row."""
        counted = self._settings.dedup is not None and self._settings.dedup.counted
        return self._every.filter(self._every[_VERSION] > 0) if counted else None

    def windowed(self, rows: Any, reads: str, on: str, record: Record) -> Any:
        """The rows that a metric reads; one whose time is missing or rejected stays, so that it can be counted."""
        import ibis  # noqa: PLC0415  heavy

        if reads == "lifetime":
            return rows
        stamp, own, first = rows[on], record is self.record, on == record.time
        known = self._known_of(on) if own else _UNKNOWN
        ways = [self._inside(stamp, stretch, reads, known, empty=first) for stretch in self.stretches]
        inside = ways[0]
        if any(not way.equals(inside) for way in ways):
            asked = [(rows[ASKED] == number, way) for number, way in enumerate(ways)]
            inside = ibis.cases(*asked, else_=ibis.literal(value=False))
        if not own or (on not in self._limited and not self._arrived(on)):
            inside = self._past(rows, on) & inside
        if inside.equals(ibis.literal(value=True)):
            return rows
        if first:
            inside = inside if known.full else inside | stamp.isnull()
        elif f"{on}{BAD}" in rows.schema() and not self.sound(on):
            inside = inside | rows[f"{on}{BAD}"]
        return rows.filter(inside)

    def ends(self, rows: Any) -> dict[str, Any]:
        """The columns that every metric has beside its record: the window and the instant of asking, days too."""
        import ibis  # noqa: PLC0415  heavy

        ways = [_ends(stretch, self.zone) for stretch in self.stretches]
        if len(ways) == 1:
            return ways[0]
        have = rows.schema()
        return {
            name: rows[name]
            if name in have
            else ibis.cases(*((rows[ASKED] == number, way[name]) for number, way in enumerate(ways)))
            for name in ways[0]
        }

    # ------------------------------------------------------------ the steps

    def _known(self) -> Any:
        """Every row as it was known at each instant."""
        import ibis  # noqa: PLC0415  heavy

        table = self.opened.base
        if self.keys:
            known = self._cast(table, self.record.time) if self.record.time in self.opened.columns else None
            copies, kind = [], ibis.literal(len(self.stretches)).type()  # one type for small numbers and large ones
            for number, stretch in enumerate(self.stretches):
                ends = _ends(stretch, self.zone)
                copy = table if known is None else table.filter(_past(known, ends) | known.isnull())
                copies.append(copy.mutate(**{ASKED: ibis.literal(number, kind)}, **ends))
            table = ibis.union(*copies)
        ends = self.ends(table) if self.keys else {}
        table = table.select(
            **{name: self._cast(table, name) for name in self.opened.columns},
            **{f"{name}{BAD}": self._bad(table, name) for name in self.opened.columns},
            **{name: table[name] for name in self.keys},
            **ends,
        )
        for name in self._limited:
            if not self._arrived(name):
                table = table.filter(self._past(table, name) | table[name].isnull())
        stamps = [name for name in self._events if name not in self._limited and not self._arrived(name)]
        hidden = {name: self._hidden(table, name) for name in stamps}
        if CHANGED_AT in hidden:
            hidden[CHANGED] = (~self._past(table, CHANGED_AT)).fill_null(False)  # noqa: FBT003
        return table.mutate(**hidden) if hidden else table

    def _bad(self, table: Any, name: str) -> Any:
        import ibis  # noqa: PLC0415  heavy

        return ibis.literal(value=False) if self.sound(name) else table[f"{name}{BAD}"]

    def _known_of(self, name: str) -> Known:
        return self.opened.known.get(name, _UNKNOWN)

    def _arrived(self, name: str) -> bool:
        """Whether no stamp of a column lies after any instant of asking, as far as is known without a look at each."""
        last = self._known_of(name).last
        if last is None or name == CHANGED_AT:
            return False
        if isinstance(last, datetime):
            return all(last <= naive(stretch.as_of) for stretch in self.stretches)
        return all(last <= day_of(stretch, "as_of", self.zone) for stretch in self.stretches)

    @property
    def _events(self) -> tuple[str, ...]:
        return tuple(name for name, kind in self.types.items() if kind in _EVENTS)

    @property
    def _limited(self) -> tuple[str, ...]:
        """The stamps by which a row that was not known is absent; of others it is the stamp that reads as missing."""
        order = [self._settings.dedup.order_by] if self._settings.dedup else []
        return tuple(name for name in dict.fromkeys([self.record.time, *order]) if self.types.get(name) in _EVENTS)

    def _cast(self, table: Any, name: str) -> Any:
        """A stamp as an instant in UTC, a day as a day; anything else as it is kept."""
        import ibis  # noqa: PLC0415  heavy

        kind = self.opened.columns[name].type
        if kind not in casting.STAMPED:
            return table[name]
        local, instant = table[f"{name}{LOCAL}"], table[f"{name}{INSTANT}"]
        zoned = self.opened.zone.local(instant) if kind == "date" else instant
        wall = local if kind == "date" else self.opened.clock.utc(local)
        either = {LOCAL: wall, INSTANT: zoned}
        stamp = either.get(self.opened.alike.get(name, ""), ibis.coalesce(zoned, wall))
        return stamp.date() if kind == "date" else stamp

    def _past(self, rows: Any, name: str) -> Any:
        return _past(rows[name], self.ends(rows))

    def _hidden(self, rows: Any, name: str) -> Any:
        import ibis  # noqa: PLC0415  heavy

        return ibis.ifelse(self._past(rows, name), rows[name], ibis.null(rows[name].type()))

    def _versioned(self, rows: Any) -> Any:
        """Rows of one key numbered from the latest; ties go by content, so that the order of a file plays no part."""
        import ibis  # noqa: PLC0415  heavy

        dedup = self._settings.dedup
        if dedup is None:
            return rows
        others = [name for name in sorted(self.opened.columns) if name not in (dedup.key, dedup.order_by)]
        order = [rows[name].desc(nulls_first=False) for name in (dedup.order_by, *others)]
        number = ibis.row_number().over(group_by=[rows[name] for name in (*self.keys, dedup.key)], order_by=order)
        # A row without a key is no version of another one.
        return rows.mutate(**{_VERSION: ibis.ifelse(rows[dedup.key].isnull(), 0, number)})

    @property
    def _kept(self) -> Any:
        """The last version of each row, unless the source excludes it."""
        import ibis  # noqa: PLC0415  heavy

        rows = self._every
        kept = rows[_VERSION] == 0 if self._settings.dedup else ibis.literal(value=True)
        for name, texts in self._settings.exclude.items():
            kind = self._compares.get(name)
            listed: list[Any] = [text.lower() in _TRUE for text in texts] if kind == "bool" else list(texts)
            kept = kept & ~self.conditions.where({name: rows[name]}, {name: listed}, {})
        return kept

    def _inside(self, stamp: Any, stretch: Stretch, reads: str, known: Known, *, empty: bool) -> Any:
        """Whether a stamp lies before the end of the window and, for metrics that read the window alone, in it.

        What all stamps are known to meet is not asked; one that is `empty` meets nothing, unless it does not matter.
        """
        import ibis  # noqa: PLC0415  heavy

        days = stamp.type().is_date()
        asked = bounds(stretch, reads, self.zone, days=days)
        left = [
            compare(stamp, ibis.literal(bound) if days else ibis.literal(bound, STAMP))
            for compare, bound in asked
            if not known.meets(compare, bound)
        ]
        if left:
            return fold(operator.and_, left)
        return stamp.notnull() if asked and not (empty or known.full) else ibis.literal(value=True)


def day_of(stretch: Stretch, name: str, zone: ZoneInfo) -> date:
    """The day, in the project's zone, of `window_start`, `window_end` or `as_of`."""
    return getattr(stretch, _ENDS[name]).astimezone(zone).date()  # type: ignore[no-any-return]


def _ends(stretch: Stretch, zone: ZoneInfo) -> dict[str, Any]:
    import ibis  # noqa: PLC0415  heavy

    found = {name: ibis.literal(naive(getattr(stretch, field)), STAMP) for name, field in _ENDS.items()}
    return found | {f"{name}_day": ibis.literal(day_of(stretch, name, zone)) for name in _ENDS}


def _past(stamp: Any, ends: Mapping[str, Any]) -> Any:
    """Whether a stamp was known at the instant of asking."""
    return stamp <= (ends["as_of_day"] if stamp.type().is_date() else ends["as_of"])


def empty(kind: str) -> Any:
    """A column that a source does not have."""
    import ibis  # noqa: PLC0415  heavy

    return ibis.null(TYPES.get(kind, DECIMAL))


def complete(rows: Any, record: Record, ends: Mapping[str, Any], zone: Any) -> Any:
    """The rows with every column of the record, those of the window, and the local day of each instant."""
    have = rows.schema()
    lacking = {name: empty(kind) for name, kind in record.columns.items() if name not in have}
    rows = rows.mutate(**lacking, **ends)
    days = {f"{n}_day": zone.local(rows[n]).date() for n, kind in record.columns.items() if kind in ("ts", "plan")}
    return rows.mutate(**days) if days else rows
