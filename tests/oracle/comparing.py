"""The program asked of random tables, and what it finds held against what is due."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from oracle import answering, delivery, orders, social, surveys, tables, work
from oracle.catalogue import ORACLES, Oracle
from oracle.frame import World

from okrengine import Project
from okrengine.measure import Ask, measure
from okrengine.model import Cycle, Measure, Reading, Window

MODULES = (surveys, answering, social, orders, delivery, work)
WORDS = {
    "channel": ["email", "web", "x", "phone"],
    "source": ["ad", "ads", "maps"],
    "segment": ["a"],
    "location": ["a"],
    "group": ["a"],
}
"""What `where` asks for: of the first of these columns that a table has."""


@dataclass(frozen=True)
class Scene:
    """A project's zone and cycle, and the instants of which is asked, oldest first."""

    zone: ZoneInfo
    cycle: Cycle
    instants: tuple[datetime, ...]
    dedup: dict[str, tuple[str, str]] = field(default_factory=dict)
    exclude: dict[str, tuple[str, str]] = field(default_factory=dict)

    def world(self, window: Window, as_of: datetime, record: str) -> World:
        """A window at an instant; a date means its whole day."""
        plain = World(self.zone, as_of, None, as_of, self.dedup.get(record), self.exclude.get(record))
        if window.last:
            return replace(plain, start=as_of - window.last)
        first, last = (self.cycle.first, self.cycle.last) if window.kind == "cycle" else (window.start, window.end)
        end = last if isinstance(last, datetime) else plain.midnight(last + timedelta(days=1))
        return replace(plain, start=plain.instant(first), end=end)

    def worlds(self, window: Window, record: str) -> list[World]:
        """A window at each instant; at those before it began there is nothing to look at."""
        every = (self.world(window, as_of, record) for as_of in self.instants)
        return [world for world in every if world.start <= world.as_of]


def instants(*texts: str) -> tuple[datetime, ...]:
    return tuple(datetime.fromisoformat(text).astimezone(UTC) for text in texts)


LAST = Window("last", last=timedelta(days=30))
CYCLE = Window("cycle")
DAYS = Window("fixed", start=date(2026, 2, 20), end=date(2026, 3, 20))
BETWEEN = Window("fixed", *(None, *instants("2026-10-20T04:30:00Z", "2026-11-08T17:00:00Z")))
SCENES = {
    "over both changes of the clock, one in the hour that comes twice": Scene(
        ZoneInfo("America/New_York"),
        Cycle("q4", date(2026, 10, 16), date(2026, 11, 20)),
        instants("2026-03-10T07:30:00Z", "2026-11-01T06:30:00Z", "2026-11-12T12:00:00Z"),
    ),
    "far from the meridian, with versions and exclusions": Scene(
        ZoneInfo("Asia/Bangkok"),
        Cycle("may", date(2026, 5, 1), date(2026, 5, 31)),
        instants("2026-05-20T16:59:59.999999Z", "2026-06-08T05:00:00Z"),
        dedup={"ticket": ("ticket_id", "updated_at"), "order": ("order_id", "order_date")},
        exclude={"ticket": ("status", "spam"), "order": ("status", "refunded")},
    ),
}
NEW_YORK, BANGKOK = SCENES.values()


@dataclass(frozen=True)
class Question:
    """One metric with options, in a window, of all rows or of some."""

    oracle: Oracle
    options: dict
    window: Window
    where: dict


def questions(scene: Scene, some: Sequence[Oracle], where: dict) -> Iterator[Question]:
    """All options in one place; elsewhere one of each metric, of every other one with a condition."""
    for place, one in enumerate(some):
        if scene is NEW_YORK:
            yield from (Question(one, options, LAST, {}) for options in one.asks)
        options = one.asks[place % len(one.asks)]
        if scene is BANGKOK:
            yield Question(one, options, CYCLE, where if place % 2 else {})
        elif place % 2 == 0:
            yield Question(one, options, DAYS if len(some) % 2 else BETWEEN, where)


def written(folder: Path, raw: list[dict], record: str, scene: Scene) -> Project:
    """A project with a table."""
    with (folder / "rows.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(raw[0]))
        writer.writeheader()
        writer.writerows(raw)
    source: dict[str, Any] = {"type": "csv", "path": "rows.csv", "columns": {name: name for name in raw[0]}}
    if dedup := scene.dedup.get(record):
        source["dedup"] = {"key": dedup[0], "keep": "latest", "order_by": dedup[1]}
    if exclude := scene.exclude.get(record):
        source["exclude"] = {exclude[0]: [exclude[1]]}
    settings = {"version": 1, "timezone": str(scene.zone), "sources": {"rows": source}}
    (folder / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")
    return Project.open(folder)


@dataclass(frozen=True)
class Compared:
    """What was found by a question at an instant, beside what is due of the rows."""

    question: Question
    world: World
    rows: list[dict]
    reading: Reading

    @property
    def due(self) -> dict:
        return self.question.oracle.due(self.rows, self.world, self.question.options, self.question.where)

    def __str__(self) -> str:
        one = self.question
        return f"{one.options} where {one.where}, {one.window.kind} at {self.world.as_of}"


def compared(folder: Path, scene: Scene, record: str, table: str) -> list[Compared]:
    """What each metric finds on a table at each instant."""
    some = [one for one in ORACLES if one.rows == (record, table)]
    shape = tables.rows(table, "", scene.worlds(LAST, record), 1)[0]
    where = next(({name: words} for name, words in WORDS.items() if name in shape), {})
    asked = list(questions(scene, some, where))
    worlds = {window: scene.worlds(window, record) for window in dict.fromkeys(one.window for one in asked)}
    raw = tables.rows(table, str(scene.zone), [world for some in worlds.values() for world in some])
    project = written(folder, raw, record, scene)
    readings = measure(
        [
            Ask(f"a/b/{number}", Measure(one.oracle.metric, "rows", one.options, one.where, one.window), scene.cycle)
            for number, one in enumerate(asked)
        ],
        settings=project.settings,
        registry=project.registry,
        root=project.root,
        as_of=scene.instants[-1],
        past=scene.instants[:-1],
    )
    return [
        Compared(one, world, raw, found)
        for one, reading in zip(asked, readings, strict=True)
        for world, found in zip(worlds[one.window], (*reading.past, reading), strict=True)
    ]


def differences(due: dict, reading: Reading, world: World) -> list[str]:
    """What of a reading is not as it is due; what is due as None is not told by a definition."""
    least = due.get("least", 30)
    small = (due.get("n") or 0) < least
    status = due.get("status") or ("no_data" if due["value"] is None else "insufficient_sample" if small else "ok")
    stated = {name: value for name, value in due.items() if name not in ("least", "status") and value is not None}
    if due["value"] is None:
        stated = {name: value for name, value in stated.items() if name in ("n", "excluded")}
    found = {**reading.details, "excluded": {reason: n for reason, n in reading.excluded.items() if n}}
    if reading.window is not None:
        found["window"] = [moment.astimezone(UTC).isoformat() for moment in (reading.window.start, reading.window.end)]
    stated |= {"value": due["value"], "status": status}
    stated["window"] = [moment.astimezone(UTC).isoformat() for moment in (world.start, world.closing)]
    lines = []
    for name, expected in stated.items():
        given = found.get(name, getattr(reading, name, None))
        if not same(given, expected):
            lines.append(f"{name}: {shown(given)}, but {shown(expected)} is due")
    return [f"{line} ({reading.reason})" if reading.reason else line for line in lines]


def same(found: Any, due: Any) -> bool:
    """Whether numbers are equal, to 9 places; those that were worked out as floats to 7."""
    if isinstance(due, (tuple, list)):
        return found is not None and len(found) == len(due) and all(map(same, found, due))
    if found is None or due is None or isinstance(due, (str, dict)):
        return found == due
    gap, size = abs(Fraction(found) - Fraction(due)), max(abs(Fraction(due)), 1)
    return gap <= size / 10 ** (7 if isinstance(due, float) else 9)


def shown(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return str([shown(one) for one in value])
    return f"{float(value):.9g}" if isinstance(value, Fraction) else str(value)
