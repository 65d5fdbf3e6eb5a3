"""What a metric is handed, worked out in plain Python: cells read, the future hidden, versions, exclusions, the window.

Nothing of the program is used here, so that the two can only agree by both being right.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

TYPES = {
    "ts": "responded_at created_at first_response_at first_resolved_at resolved_at reopened_at updated_at at order_date "
    "joined_at left_at deleted_at reply_at reviewed_at started_at opened_at done_at cancelled_at",
    "plan": "due_at promised_date",
    "date": "date delivered_date period",
    "num": "score expected weight customer_replies transfers severity compensation cost amount expedite_cost followers "
    "blocks adds removes reactions comments shares reach rating on_hand counted category_score category_min category_max "
    "category_weight customer_score pages progress ordered_qty delivered_qty returned_qty defective_qty claimed_qty "
    "complaints customers invited bounced responded positive neutral negative revenue days contacts",
    "bool": "is_complaint public escalated satisfied handover_error recommended expedited transshipped has_error short "
    "substituted vip used_feature covered critical",
}
KIND = {column: kind for kind, columns in TYPES.items() for column in columns.split()}
REQUIRED = {
    "survey_response": "response_id responded_at",
    "ticket": "ticket_id created_at",
    "interaction": "ticket_id at",
    "order": "order_id order_date",
    "order_line": "order_id sku order_date",
    "customer": "customer_id joined_at",
    "social_snapshot": "date followers",
    "social_post": "post_id created_at",
    "review": "review_id created_at",
    "stock_level": "sku date on_hand",
    "qa_review": "review_id reviewed_at",
    "bot_session": "session_id started_at escalated",
    "web_visit": "visit_id at",
    "item": "item_id opened_at",
    "totals": "period",
}
TIME = {record: next(name for name in names.split() if name in KIND) for record, names in REQUIRED.items()}
MOMENT = timedelta(microseconds=1)


class Row(dict):
    """The cells of a row, each by its name; a column that is not there is empty."""

    __getattr__ = dict.get


@dataclass(frozen=True)
class Plan:
    """A planned time: an instant, or a whole day that lasts to its end. `limit` is the first moment too late."""

    limit: datetime
    day: date


@dataclass(frozen=True)
class World:
    """Where and when is asked. `end` is excluded; without one the window ends at `as_of`, which is inside.

    `dedup` is a key and what orders its versions, `exclude` a column and the word that sends a row away.
    """

    zone: ZoneInfo
    start: datetime
    end: datetime | None
    as_of: datetime
    dedup: tuple[str, str] | None = None
    exclude: tuple[str, str] | None = None

    def midnight(self, day: date) -> datetime:
        return datetime.combine(day, time(), self.zone).astimezone(UTC)

    def day(self, instant: datetime) -> date:
        return instant.astimezone(self.zone).date()

    def instant(self, moment: datetime | date) -> datetime:
        return moment if isinstance(moment, datetime) else self.midnight(moment)

    @property
    def closing(self) -> datetime:
        return self.as_of if self.end is None else min(self.end, self.as_of)

    def over(self, moment: datetime | date) -> bool:
        """Whether it lies behind the window's end, as what comes later does."""
        moment = self.instant(moment)
        return moment > self.as_of or (self.end is not None and moment >= self.end)

    def inside(self, moment: datetime | date) -> bool:
        return self.instant(moment) >= self.start and not self.over(moment)

    def passed(self, limit: datetime) -> bool:
        """Whether the last moment before a limit is known to be there."""
        return limit - MOMENT <= self.as_of

    def read(self, name: str, text: Any) -> Any:
        """The value of a cell by its column's type."""
        return read(self.zone, KIND.get(name, "text"), "" if text is None else str(text).strip())


@cache
def read(zone: ZoneInfo, kind: str, text: str) -> Any:
    if not text or kind == "text":
        return text or None
    if kind == "num":
        return Fraction(text)
    if kind == "bool":
        return text.lower() in ("true", "yes", "y", "t", "1")
    if kind == "date":
        return date.fromisoformat(text)
    stamp = datetime.fromisoformat(text)
    instant = (stamp if stamp.tzinfo else stamp.replace(tzinfo=zone)).astimezone(UTC)
    if kind == "ts":
        return instant
    day = instant.astimezone(zone).date()
    whole = len(text) == len("2026-01-01")
    return Plan(
        datetime.combine(day + timedelta(days=1), time(), zone).astimezone(UTC) if whole else instant + MOMENT, day
    )


@dataclass
class Frame:
    """The rows of a metric, and what was left out of them by reason."""

    world: World
    rows: list[Any]
    held: bool
    """Whether the source holds any row at all."""
    excluded: Counter = field(default_factory=Counter)

    def keep(self, good: Callable[[Any], Any]) -> list[Any]:
        """The rows that are `good`; nobody asks for the others."""
        self.rows = [row for row in self.rows if good(row)]
        return self.rows

    def drop(self, reason: str, bad: Callable[[Any], Any]) -> list[Any]:
        """The rows that are not `bad`; the others are counted."""
        before = len(self.rows)
        self.keep(lambda row: not bad(row))
        self.excluded[reason] += before - len(self.rows)
        return self.rows

    def need(self, names: str, reason: str = "missing") -> list[Any]:
        """Rows in which one of the columns is empty leave."""
        return self.drop(reason, lambda row: any(row[name] is None for name in names.split()))


def known(raw: Iterable[dict], record: str, world: World) -> list[Row]:
    """The rows that are known at `as_of`, as they stood then."""
    found = []
    for one in raw:
        row = Row({name: world.read(name, text) for name, text in one.items()})
        row["later"] = row.updated_at is not None and row.updated_at > world.as_of
        for name, value in row.items():
            if isinstance(value, date) and world.instant(value) > world.as_of:
                row[name] = None if name != TIME[record] else "hidden"
        if row[TIME[record]] != "hidden":
            found.append(row)
    return found


def latest(rows: Iterable[Any], key: Callable[[Any], Any], order: Callable[[Any], Any]) -> list[Any]:
    """One row of each key, the last by `order`; of equal ones the first of the file. Rows without a key all stay."""
    best: dict[Any, Any] = {}
    for row in rows:
        name = id(row) if key(row) is None else key(row)
        if name not in best or order(row) > order(best[name]):
            best[name] = row
    return list(best.values())


def frame(raw: list[dict], record: str, world: World, where: dict, facts: Any) -> Frame:
    """The table that the core hands over; of a metric its `reads` and `window_on`."""
    on = facts.window_on or TIME[record]
    ways = {"window": world.inside, "history": lambda moment: not world.over(moment), "lifetime": lambda _: True}

    def asked(row: Row) -> bool:
        """Whether it counts, or would if its time were known."""
        timed = on == TIME[record] if row[on] is None else ways[facts.reads](row[on])
        return timed and all(row[name] in words for name, words in where.items())

    key, order = world.dedup or ("", "")
    # What is known of a version only counts from its own time on.
    rows = known(
        [one for one in raw if (world.read(order, one.get(order)) or world.start) <= world.as_of], record, world
    )
    table = Frame(world, rows, bool(rows))
    if key:
        kept = latest(rows, lambda row: row[key], lambda row: row[order] or datetime.min.replace(tzinfo=UTC))
        table.excluded["duplicate"] = sum(asked(row) for row in rows if not any(row is one for one in kept))
        table.rows = kept
    column, word = world.exclude or ("", None)
    table.keep(lambda row: asked(row) and (not column or row[column] != word))
    table.need(on)
    return table
