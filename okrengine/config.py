"""okrengine.yaml as typed settings: calendar, sources, plugins, rules, thresholds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from okrengine.model import Cycle

FILE = "okrengine.yaml"
_UTC = ZoneInfo("UTC")


@dataclass(frozen=True, slots=True)
class Dedup:
    """Keep one row per `key`: the one that is last by `order_by`. Both are columns of the record."""

    key: str
    order_by: str


@dataclass(frozen=True, slots=True)
class Values:
    """How the cells of a column are read: spellings of "no answer", texts that stand for a value, and the rest.

    `missing` holds cell texts as they stand in the file (numbers written out); `labels` maps a cell text to the value
    that it stands for; `otherwise`, where given, is the value of every text that is no label (`else:` in YAML).
    """

    missing: tuple[str, ...] = ()
    labels: Mapping[str, object] = field(default_factory=dict)
    otherwise: object = None


@dataclass(frozen=True, slots=True)
class SourceSettings:
    """One entry of `sources:`. `options` are the keys that only its type knows (`path`, `delimiter`, …).

    `columns` maps a column of the record to the file's own. `formats` are tried in order for instants and dates; none
    means ISO 8601. `timezone` is the zone of stamps without an offset; None is the project's.
    """

    name: str
    type: str
    path: str | None = None
    options: Mapping[str, object] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    formats: tuple[str, ...] = ()
    timezone: ZoneInfo | None = None
    values: Mapping[str, Values] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dedup: Dedup | None = None
    line: int = 1


@dataclass(frozen=True, slots=True)
class StatusSettings:
    """When a pace is a worry: how many points behind is still `on_track` and `at_risk`, the quiet start, and age."""

    on_track: Decimal = Decimal(10)
    at_risk: Decimal = Decimal(25)
    quiet: Decimal = Decimal(10)
    stale_after: timedelta = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Settings:
    """The whole of okrengine.yaml, defaults filled in."""

    timezone: ZoneInfo = _UTC
    language: Literal["en", "th"] = "en"
    okrs: tuple[str, ...] = ("okrs/**/*.yaml",)
    checkins: str = "checkins"
    fiscal_year_starts: int = 1
    cycles: Mapping[str, Cycle] = field(default_factory=dict)
    departments: tuple[str, ...] = ()
    engine: str = "duckdb"
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    plugins: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: Mapping[str, object] = field(default_factory=dict)
    missing: Literal["exclude", "zero", "block"] = "exclude"
    status: StatusSettings = StatusSettings()
