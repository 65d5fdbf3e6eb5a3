"""The frame: the rows of a source as they were known at an instant, in the order that the contract of a metric fixes.

Cast · hide what was not known · keep the last version of each row · leave out what the source excludes · window.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from okrengine.config import SourceSettings
from okrengine.measure import casting
from okrengine.measure.casting import BAD, INSTANT, LOCAL
from okrengine.measure.conditions import Conditions
from okrengine.measure.opening import Opened
from okrengine.measure.windows import Stretch
from okrengine.measure.zones import naive
from okrengine.offers.records import DECIMAL, TYPES, Record

STAMP = TYPES["ts"]
_VERSION = "~version"
_TRUE = ("true", "yes", "y", "t", "1")


class Frame:
    """The rows of one source and record at one instant of asking."""

    def __init__(
        self, opened: Opened, record: Record, settings: SourceSettings, stretch: Stretch, zone: ZoneInfo
    ) -> None:
        self.opened = opened
        self.record = record
        self.stretch = stretch
        self.zone = zone
        self.types = {name: mapped.type for name, mapped in opened.columns.items() if name in settings.columns}
        self.conditions = Conditions(self.types, zone, settings.decimal)
        self._settings = settings
        self._every = self._versioned(self._known())

    @property
    def rows(self) -> Any:
        """The last version of every known row that the source does not exclude."""
        return self._every.filter(self._kept)

    @property
    def seen(self) -> Any:
        """How many rows are known at all, and the time of the newest one that is kept, as one row."""
        every = self._every
        return every.aggregate(rows=every.count(), latest=every[self.record.time].max(where=self._kept))

    @property
    def duplicates(self) -> Any:
        """The versions that gave way to a later one, None where the source keeps every row."""
        return self._every.filter(self._every[_VERSION] > 0) if self._settings.dedup else None

    def windowed(self, rows: Any, reads: str, on: str, record: Record) -> Any:
        """The rows that a metric reads; one whose time is missing or rejected stays, so that it can be counted."""
        if reads == "lifetime":
            return rows
        stamp = rows[on]
        inside = self._before_end(stamp)
        if reads == "window":
            inside = inside & self._from_start(stamp)
        if on == record.time:
            inside = inside | stamp.isnull()
        elif f"{on}{BAD}" in rows.schema():
            inside = inside | rows[f"{on}{BAD}"]
        return rows.filter(inside)

    @property
    def ends(self) -> dict[str, Any]:
        """The columns that every metric has beside its record: the window and the instant of asking, days too."""
        import ibis  # noqa: PLC0415  heavy

        stretch = self.stretch
        instants = {"window_start": stretch.start, "window_end": stretch.closing, "as_of": stretch.as_of}
        found = {name: ibis.literal(naive(instant), STAMP) for name, instant in instants.items()}
        return found | {f"{name}_day": ibis.literal(self.day(name)) for name in instants}

    def day(self, name: str) -> date:
        """The day, in the project's zone, of `window_start`, `window_end` or `as_of`."""
        stretch = self.stretch
        instant = {"window_start": stretch.start, "window_end": stretch.closing}.get(name, stretch.as_of)
        return instant.astimezone(self.zone).date()

    # ------------------------------------------------------------ the steps

    def _known(self) -> Any:
        table = self.opened.base
        table = table.select(
            **{name: self._cast(table, name) for name in self.opened.columns},
            **{f"{name}{BAD}": table[f"{name}{BAD}"] for name in self.opened.columns},
        )
        seen = [self.record.time, *([self._settings.dedup.order_by] if self._settings.dedup else [])]
        for name in dict.fromkeys(seen):
            if self.types.get(name) in ("ts", "date"):
                table = table.filter(self._past(table[name]) | table[name].isnull())
        hidden = {name: self._hidden(table[name]) for name, kind in self.types.items() if kind in ("ts", "date")}
        return table.mutate(**hidden) if hidden else table

    def _cast(self, table: Any, name: str) -> Any:
        """A stamp as an instant in UTC, a day as a day; anything else as it is kept."""
        import ibis  # noqa: PLC0415  heavy

        kind = self.opened.columns[name].type
        if kind not in casting.STAMPED:
            return table[name]
        local, instant = table[f"{name}{LOCAL}"], table[f"{name}{INSTANT}"]
        if kind == "date":
            return ibis.coalesce(local, self.opened.zone.local(instant)).date()
        return ibis.coalesce(instant, self.opened.clock.utc(local))

    def _past(self, stamp: Any) -> Any:
        import ibis  # noqa: PLC0415  heavy

        if stamp.type().is_date():
            return stamp <= ibis.literal(self.day("as_of"))
        return stamp <= ibis.literal(naive(self.stretch.as_of), STAMP)

    def _hidden(self, stamp: Any) -> Any:
        import ibis  # noqa: PLC0415  heavy

        return ibis.ifelse(self._past(stamp), stamp, ibis.null(stamp.type()))

    def _versioned(self, rows: Any) -> Any:
        """Rows of one key numbered from the latest; ties go by content, so that the order of a file plays no part."""
        import ibis  # noqa: PLC0415  heavy

        dedup = self._settings.dedup
        if dedup is None:
            return rows
        others = [name for name in sorted(self.opened.columns) if name not in (dedup.key, dedup.order_by)]
        order = [rows[name].desc(nulls_first=False) for name in (dedup.order_by, *others)]
        number = ibis.row_number().over(group_by=[rows[dedup.key]], order_by=order)
        # A row without a key is no version of another one.
        return rows.mutate(**{_VERSION: ibis.ifelse(rows[dedup.key].isnull(), 0, number)})

    @property
    def _kept(self) -> Any:
        """The last version of each row, unless the source excludes it."""
        import ibis  # noqa: PLC0415  heavy

        rows = self._every
        kept = rows[_VERSION] == 0 if self._settings.dedup else ibis.literal(value=True)
        for name, texts in self._settings.exclude.items():
            kind = self.types.get(name)
            listed: list[Any] = [text.lower() in _TRUE for text in texts] if kind == "bool" else list(texts)
            kept = kept & ~self.conditions.where({name: rows[name]}, {name: listed}, {})
        return kept

    def _before_end(self, stamp: Any) -> Any:
        import ibis  # noqa: PLC0415  heavy

        end = self.stretch.end
        if end is None:
            return self._past(stamp)
        if stamp.type().is_date():
            local = end.astimezone(self.zone)
            whole = local.time().isoformat() == "00:00:00"
            return self._past(stamp) & (
                (stamp < ibis.literal(local.date())) if whole else (stamp <= ibis.literal(local.date()))
            )
        return self._past(stamp) & (stamp < ibis.literal(naive(end), STAMP))

    def _from_start(self, stamp: Any) -> Any:
        """A bare day counts from its start."""
        import ibis  # noqa: PLC0415  heavy

        if not stamp.type().is_date():
            return stamp >= ibis.literal(naive(self.stretch.start), STAMP)
        local = self.stretch.start.astimezone(self.zone)
        whole = local.time().isoformat() == "00:00:00"
        return stamp >= ibis.literal(local.date()) if whole else stamp > ibis.literal(local.date())


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
