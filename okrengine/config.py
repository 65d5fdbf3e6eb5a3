"""okrengine.yaml as typed settings: calendar, sources, plugins, rules, thresholds."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from okrengine.errors import ProjectError
from okrengine.model import Cycle
from okrengine.quantity import Quantity, plain
from okrengine.syntax import Document

FILE = "okrengine.yaml"
EMBEDDED = "duckdb"
"""The engine that comes with the program and reads files."""

FIRST_YEAR, LAST_YEAR = 1900, 2400
"""Years that a calendar of ours may have; later ones are of the Buddhist era."""

_UTC = ZoneInfo("UTC")
_CYCLE = re.compile(r"(?P<year>[0-9]{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])))?")

SOURCE_KEYS = ("type", "path", "columns", "parse", "values", "exclude", "dedup", "refreshes")
"""The keys that every source has, whatever its type."""


@dataclass(frozen=True, slots=True)
class Dedup:
    """Keep one row per `key`: the one that is last by `order_by`. Both are columns of the record.

    The others are `counted` as duplicates, unless they are earlier states that the type of the source gives by itself.
    """

    key: str
    order_by: str
    counted: bool = True


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
    means ISO 8601. `timezone` is the zone of stamps without an offset; None is the project's. `decimal` is the mark
    before the decimals of a number. `refreshes` is how often new data comes, a length of time such as `7 d`.
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

    def addressed(self, parameters: Collection[str], engine: str) -> "SourceSettings":
        """The same, with the project's `engine:` as the `url` of a type that takes one, where none is given."""
        if "url" not in parameters or "url" in self.options or engine == EMBEDDED:
            return self
        return replace(self, options={**self.options, "url": engine})

    decimal: Literal[".", ","] = "."
    refreshes: str | None = None


@dataclass(frozen=True, slots=True)
class StatusSettings:
    """When a pace is a worry, the quiet start, and how old a value may be.

    `by` is what is compared. `gap`: how many points behind what is expected is still `on_track` and `at_risk`. `ratio`:
    what percentage of the expected progress it takes. `attained`: what progress in percent it takes, whatever the day.
    Without `at_risk` nothing is off track. `foresees` says that a forecast may lower the status by a step. `preset` is
    the name of the whole.
    """

    on_track: Decimal = Decimal(10)
    at_risk: Decimal | None = Decimal(25)
    quiet: Decimal = Decimal(10)
    stale_after: timedelta = timedelta(days=14)
    by: Literal["gap", "ratio", "attained"] = "gap"
    foresees: bool = True
    preset: str | None = None


def _preset(name: str, by: Literal["gap", "ratio", "attained"], on_track: str, at_risk: str | None) -> StatusSettings:
    far = None if at_risk is None else Decimal(at_risk)
    return StatusSettings(Decimal(on_track), far, Decimal(0), by=by, foresees=False, preset=name)


PRESETS: Mapping[str, StatusSettings] = {
    preset.preset or "": preset
    for preset in (
        _preset("linear", "gap", "0", None),
        _preset("gap_16_33", "gap", "16.5", "33"),
        _preset("gap_20_40", "gap", "20", "40"),
        _preset("ratio_95_75", "ratio", "95", "75"),
        _preset("ratio_90_70", "ratio", "90", "70"),
        _preset("attain_90_75", "attained", "90", "75"),
    )
}
"""How other programs judge a pace, by name: a team that moves over keeps its colours.

They know no quiet start, and no forecast that lowers a status.
"""


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
    engine: str = EMBEDDED
    sources: Mapping[str, SourceSettings] = field(default_factory=dict)
    plugins: tuple[str, ...] = ()
    disable: tuple[str, ...] = ()
    rules: Mapping[str, object] = field(default_factory=dict)
    missing: Literal["exclude", "zero", "block"] = "exclude"
    status: StatusSettings = StatusSettings()

    def cycle(self, name: str | int) -> Cycle | None:
        """The cycle of a name: declared under `cycles:`, or `2026-Q4`, `2026-H2`, `2026`; None for anything else.

        A fiscal year carries the number of the calendar year in which it starts: with `fiscal_year_starts: 10`,
        2026-Q1 is October to December 2026 and 2026-Q2 January to March 2027.
        """
        if str(name) in self.cycles:
            return self.cycles[str(name)]
        found = _CYCLE.fullmatch(str(name))
        if found is None or not FIRST_YEAR <= int(found["year"]) <= LAST_YEAR:
            return None
        skip, length = 0, 12
        if found["quarter"]:
            skip, length = 3 * (int(found["quarter"]) - 1), 3
        elif found["half"]:
            skip, length = 6 * (int(found["half"]) - 1), 6
        start = int(found["year"]) * 12 + self.fiscal_year_starts - 1 + skip
        return Cycle(str(name), _first_day(start), _first_day(start + length) - timedelta(days=1))

    def instant(self, written: str) -> datetime:
        """A text of the files as an instant; without an offset it is in the project's zone. Raises `ValueError`."""
        found = datetime.fromisoformat(written)
        return found if found.tzinfo is not None else found.replace(tzinfo=self.timezone)

    def home(self, cycle: str, team: str, at: datetime) -> str:
        """Where a check-in lies, relative to the project: `checkins/2026-Q4/service/2026-11-21T020000Z.yaml`."""
        return f"{self.checkins}/{cycle}/{team}/{at.astimezone(UTC):%Y-%m-%dT%H%M%SZ}.yaml"


def find_root(start: Path, *, named: bool) -> Path:
    """The folder of okrengine.yaml: `start` itself where it was named, else the nearest upward in this repository."""
    folder = start.absolute()
    if not folder.is_dir():
        raise ProjectError(f"there is no folder `{start}`")
    for candidate in (folder,) if named else (folder, *folder.parents):
        if (candidate / FILE).exists() or (candidate / FILE).is_symlink():
            return candidate
        if (candidate / ".git").exists():
            break
    where = f"`{start}` holds no" if named else "here and above there is no"
    raise ProjectError(f"{where} {FILE}: every project has one; name its folder by --project, or start one: okr init")


def load(document: Document) -> Settings:
    """The settings of a document without errors, defaults filled in."""
    data: Mapping[str, Any] = document.data
    cycles = data.get("cycles") or {}
    given: dict[str, Any] = {key: data[key] for key in ("language", "engine", "missing") if data.get(key) is not None}
    if data.get("checkins") is not None:
        given["checkins"] = "/".join(step for step in data["checkins"].split("/") if step not in ("", "."))
    lists: dict[str, Any] = {
        key: tuple(data[key]) for key in ("okrs", "departments", "plugins", "disable") if data.get(key) is not None
    }
    return Settings(
        timezone=_zone(data.get("timezone")) or _UTC,
        fiscal_year_starts=cycles.get("fiscal_year_starts") or 1,
        cycles={name: _named(name, ends) for name, ends in (cycles.get("named") or {}).items()},
        sources={
            name: _source(name, entry, document.keys["sources", name].line)
            for name, entry in (data.get("sources") or {}).items()
        },
        rules=dict(data.get("rules") or {}),
        status=_status(data.get("status") or {}),
        **given,
        **lists,
    )


def _first_day(months: int) -> date:
    """The first day of a month, counted from the year 0."""
    return date(months // 12, months % 12 + 1, 1)


def _zone(name: str | None) -> ZoneInfo | None:
    return None if name is None else ZoneInfo(name)


def _named(name: str, ends: Mapping[str, str]) -> Cycle:
    return Cycle(name, date.fromisoformat(ends["from"]), date.fromisoformat(ends["to"]))


def _source(name: str, entry: Mapping[str, Any], line: int) -> SourceSettings:
    parse = entry.get("parse") or {}
    dedup = entry.get("dedup")
    return SourceSettings(
        name=name,
        type=entry["type"],
        path=entry.get("path"),
        options={key: value for key, value in entry.items() if key not in SOURCE_KEYS},
        columns=dict(entry.get("columns") or {}),
        formats=_texts(parse.get("datetime")),
        timezone=_zone(parse.get("timezone")),
        values={column: _values(said) for column, said in (entry.get("values") or {}).items()},
        exclude={column: _texts(said) for column, said in (entry.get("exclude") or {}).items()},
        dedup=None if dedup is None else Dedup(dedup["key"], dedup["order_by"]),
        line=line,
        decimal=parse.get("decimal") or ".",
        refreshes=entry.get("refreshes"),
    )


def _values(said: Mapping[str, Any]) -> Values:
    return Values(_texts(said.get("missing")), dict(said.get("labels") or {}), said.get("else"))


def _texts(said: Any) -> tuple[str, ...]:
    """One scalar or a list of them as the texts that stand in a cell."""
    if said is None:
        return ()
    return tuple(_text(one) for one in (said if isinstance(said, list) else [said]))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, Decimal) else str(value)


def _status(said: Mapping[str, str]) -> StatusSettings:
    points: dict[str, Any] = {
        key: Quantity.parse(said[key]).number for key in ("on_track", "at_risk", "quiet") if key in said
    }
    if "stale_after" in said:
        points["stale_after"] = timedelta(seconds=int(Quantity.parse(said["stale_after"]).base))
    return replace(PRESETS[said["preset"]] if "preset" in said else StatusSettings(), **points)
