"""Small charts: bars and lines as text, and the coordinates of those that templates write as SVG.

Coordinates are in the units of the chart's own view box, with one decimal. Nothing here grades: a chart draws the
values, the progress and the expectation that it is given.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import pairwise

from okrengine.model import Moment, Point, Status
from okrengine.report.contents import Count, KeyResultView
from okrengine.report.goals import Goal, value_at

_BLOCKS = "▁▂▃▄▅▆▇█"
CELLS = 10
"""Cells of a bar that is written as text."""
LATEST = 12
"""So many values a line of text shows at most."""
SIGNS = ("▓", "░", "┃")
"""Done, rest, and the mark where the progress was expected to be."""


# ---------------------------------------------------------------- as text


def text_bar(
    progress: Fraction | None,
    expected: Fraction | None,
    cells: int = CELLS,
    signs: tuple[str, str, str] = SIGNS,
) -> str:
    """A bar of `cells` signs: done, rest, and a mark where the progress was expected to be by now."""
    done, rest, mark = signs
    filled = 0 if progress is None else int(min(max(progress, Fraction(0)), Fraction(1)) * cells)
    bar = [done if cell < filled else rest for cell in range(cells)]
    if expected is not None:
        bar.insert(min(max(int(expected * cells), 0), cells), mark)
    return "".join(bar)


def text_line(line: KeyResultView, most: int = LATEST) -> str:
    """The latest values as small blocks, lowest to highest.

    A dot where a value is missing, and before one that is measured in another way than the one before.
    """
    amounts: list[Fraction | None] = []
    for before, point in zip((None, *line.history), line.history, strict=False):
        changed = before is not None and None not in (before.definition, point.definition)
        if changed and before is not None and before.definition != point.definition:
            amounts.append(None)
        amounts.append(amount(point, line.goal))
    amounts = amounts[-most:]
    known = [amount for amount in amounts if amount is not None]
    if len(known) < 2:  # noqa: PLR2004  one value is no line
        return ""
    low, high = min(known), max(known)
    span = (high - low) or Fraction(1)
    top = len(_BLOCKS) - 1
    return "".join("·" if each is None else _BLOCKS[int((each - low) * top / span)] for each in amounts)


# ---------------------------------------------------------------- scales


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map from amounts to coordinates."""

    low: float
    high: float
    start: float
    end: float

    def at(self, amount: float | Fraction) -> float:
        """The coordinate of an amount, with one decimal."""
        share = (float(amount) - self.low) / ((self.high - self.low) or 1.0)
        return round(self.start + share * (self.end - self.start), 1)


def amount(point: Point, goal: Goal) -> Fraction | None:
    """What a chart draws of a check-in: the value in base units, of milestones the share that is done."""
    if goal.kind == "milestones":
        return point.raw
    return None if point.value is None else point.value.base


def days(instant: datetime | date, first: date) -> float:
    """Days since the first day, with the time of the day as a part."""
    if isinstance(instant, datetime):
        clock = instant.hour * 3600 + instant.minute * 60 + instant.second
        return (instant.date() - first).days + clock / 86400
    return float((instant - first).days)


def runs(history: Sequence[Point], goal: Goal) -> list[list[Point]]:
    """Stretches of check-ins to be joined by a line: it ends at a missing value and at a changed definition."""
    found: list[list[Point]] = [[]]
    for point in history:
        last = found[-1][-1] if found[-1] else None
        changed = last is not None and None not in (last.definition, point.definition)
        if amount(point, goal) is None or (changed and last is not None and last.definition != point.definition):
            found.append([])
        if amount(point, goal) is not None:
            found[-1].append(point)
    return [run for run in found if run]


def pace(goal: Goal, until: date | None = None) -> list[tuple[date, Fraction]]:
    """The expected values in base units at the corners of the curve, cut off after a day."""
    corners = _bent(goal)
    if until is not None:
        corners = _cut(corners, until)
    if goal.kind == "milestones":
        return corners
    values = [(day, value_at(goal, share)) for day, share in corners]
    return [(day, value) for day, value in values if value is not None]


def _bent(goal: Goal) -> list[tuple[date, Fraction]]:
    """The corners of the expected progress, and those that come from the zones in between."""
    corners = list(goal.curve[:1])
    for (day, low), (end, high) in pairwise(goal.curve):
        for share, _ in goal.anchors[1:-1]:
            if low < share < high:
                later = round((end - day).days * (share - low) / (high - low))
                corners.append((day + timedelta(later), share))
        corners.append((end, high))
    return corners


def _cut(corners: Sequence[tuple[date, Fraction]], until: date) -> list[tuple[date, Fraction]]:
    """The corners until a day, the last one moved back along its side to that day."""
    kept = [corner for corner in corners if corner[0] <= until]
    after = next((corner for corner in corners if corner[0] > until), None)
    if kept and after is not None:
        (day, low), (end, high) = kept[-1], after
        kept.append((until, low + (high - low) * Fraction((until - day).days, (end - day).days)))
    return kept


# ---------------------------------------------------------------- small pictures


@dataclass(frozen=True, slots=True)
class Segment:
    """One part of the stacked bar."""

    status: Status
    n: int
    x: float
    width: float


def stack(counts: Sequence[Count], width: float = 300, gap: float = 2) -> list[Segment]:
    """The key results by status side by side, each as wide as its share."""
    whole = sum(count.n for count in counts)
    room, x, found = width - gap * (len(counts) - 1), 0.0, []
    for count in counts:
        part = room * count.n / whole
        found.append(Segment(count.status, count.n, round(x, 1), round(part, 1)))
        x += part + gap
    return found


@dataclass(frozen=True, slots=True)
class Bar:
    """Progress as a length with round ends, and the places of the expected progress and of the check-in before.

    `left` is where the top of the mark at the expected progress begins.
    """

    done: float
    round: float
    expected: float | None
    left: float
    before: float | None


def bar(line: KeyResultView, width: float = 200) -> Bar:
    """The bar of one key result."""
    scale = Scale(0, 1, 0, width)
    done, inner = scale.at(line.progress or 0), Scale(0, 1, 3, width - 3)
    expected = None if line.expected is None else inner.at(_kept(line.expected))
    before = None if line.before is None or line.redefined else line.before.raw
    return Bar(
        done=done,
        round=min(4.5, round(done / 2, 1)),
        expected=expected,
        left=0 if expected is None else round(expected - 3, 1),
        before=None if before is None else scale.at(_kept(before)),
    )


def _kept(share: Fraction) -> Fraction:
    return min(max(share, Fraction(0)), Fraction(1))


@dataclass(frozen=True, slots=True)
class Spark:
    """A line of values so far, in pieces; the expected pace beside it; the last point."""

    pieces: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    pace: str
    last: tuple[float, float] | None


def spark(line: KeyResultView, today: date, width: float = 100, height: float = 30) -> Spark:
    """The values of one key result so far."""
    first = line.goal.curve[0][0] if line.goal.curve else (line.history[0].at.date() if line.history else today)
    pieces = [[(point.at, amount(point, line.goal)) for point in run] for run in runs(line.history, line.goal)]
    return _spark([[(days(at, first), value) for at, value in piece if value is not None] for piece in pieces],
                  [(days(day, first), value) for day, value in pace(line.goal, today)],
                  max(days(today, first) + 1, 1), width, height)  # fmt: skip


def trend(moments: Sequence[Moment], first: date, width: float = 160, height: float = 36) -> Spark:
    """The score of the whole cycle so far, and the expected one."""
    known = [(days(each.at, first), each.score) for each in moments if each.score is not None]
    paced = [(days(each.at, first), each.expected) for each in moments if each.expected is not None]
    return _spark([known], paced, max([x for x, _ in (*known, *paced)], default=1), width, height)


def _spark(
    pieces: Sequence[Sequence[tuple[float, Fraction]]],
    paced: Sequence[tuple[float, Fraction]],
    until: float,
    width: float,
    height: float,
) -> Spark:
    amounts = [float(amount) for piece in (*pieces, paced) for _, amount in piece]
    if not amounts:
        return Spark((), (), "", None)
    low, high = min(amounts), max(amounts)
    starts = [x for piece in (*pieces, paced) for x, _ in piece]
    across = Scale(min(starts), max(until, *starts), 3, width - 4)
    up = Scale(low, high, height - 4, 4) if high > low else Scale(low - 1, low + 1, height - 4, 4)
    drawn = [[(across.at(x), up.at(amount)) for x, amount in piece] for piece in pieces if piece]
    return Spark(
        pieces=tuple(polyline(piece) for piece in drawn if len(piece) > 1),
        dots=tuple(piece[0] for piece in drawn if len(piece) == 1),
        pace=polyline([(across.at(x), up.at(amount)) for x, amount in paced]) if len(paced) > 1 else "",
        last=drawn[-1][-1] if drawn else None,
    )


def polyline(points: Sequence[tuple[float, float]]) -> str:
    """Points as SVG writes them."""
    return " ".join(f"{x:g},{y:g}" for x, y in points)
