"""The columns of a key result's line: sign, bar, the way it has to go, confidence, chance and the values so far."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from okrengine.cli.card.wrapping import Line, cells, padded, titled, wrapped
from okrengine.report.charts import text_line
from okrengine.report.contents import KeyResultView
from okrengine.report.words import Words

if TYPE_CHECKING:
    from okrengine.model import Status

STYLES: Mapping[Any, str] = {
    "achieved": "green", "on_track": "green", "at_risk": "yellow", "off_track": "red", "closed": "bold",
}  # fmt: skip
SIGNS = {"done": "━", "rest": "─", "expected": "┃", "arrow": "→", "child": "↳", "group": "━━"}
ASCII = {"done": "=", "rest": "-", "expected": "|", "arrow": "->", "child": ">", "group": "=="}
CELLS = 16
WIDEST_WAY = 24
WIDE = 100
"""From so many columns on there is room for the chance and the values so far."""


class Columns:
    """The columns of a card's key results, each as wide as the widest of them needs."""

    def __init__(
        self, key_results: Sequence[KeyResultView], words: Words, *, glyphs: bool, columns: int | None
    ) -> None:
        self.words, self.columns = words, columns
        self.signs = SIGNS if glyphs else ASCII
        self.glyphs = glyphs
        self.is_wide = columns is None or columns >= WIDE
        self._texts = {line.address: tuple(self._columns(line)) for line in key_results}
        widths = (max(map(cells, column)) for column in zip(*self._texts.values(), strict=True))
        self._widths = tuple(min(width, WIDEST_WAY) for width in widths)

    def _columns(self, line: KeyResultView) -> Iterator[str]:
        """What stands between the bar and the title."""
        yield self._way(line)
        yield self.words.percent(line.confidence)
        if self.is_wide:
            yield self.words.chance(None if line.forecast is None else line.forecast.probability)
        if self.is_wide and self.glyphs:
            yield text_line(line)

    def line(self, line: KeyResultView) -> Iterator[Line]:
        """A key result, its title last."""
        style = STYLES.get(line.status, "")
        texts = zip(self._texts[line.address], self._widths, strict=True)
        between = "".join(f"  {padded(text, width)}" for text, width in texts if width)
        head = ((f"{self.sign(line.status)} ", style), (self._bar(line), style), (f"{between}  ", ""))
        indent = sum(cells(text) for text, _ in head)
        title = titled(line.title, self.words.remark(line))
        yield from wrapped((*head, (title, "")), indent, self.columns)

    def sign(self, status: "Status | None") -> str:
        """The sign of a status."""
        shape = self.words.shape(status)
        return shape.glyph if self.glyphs else shape.ascii

    def legend(self) -> str:
        """What each column holds, in their order."""
        told = list(self.words.legend(self.signs["expected"]))
        shown = len(told) if self.is_wide and self.glyphs else len(told) - 1 if self.is_wide else len(told) - 2
        return (" · " if self.glyphs else "; ").join(told[:shown])

    def _way(self, line: KeyResultView) -> str:
        """Where a key result is and where it is to get to; a unit that both have is written once."""
        goal, words = line.goal, self.words
        if goal.kind == "milestones":
            return words.now(line)
        limit = goal.target or goal.at_least or goal.at_most
        both = line.value is not None and limit is not None and line.value.unit == limit.unit
        now = words.number(line.value.number) if both and line.value is not None else words.now(line)
        if goal.kind == "maintain":
            return f"{now}, {words.target(goal)}"
        return f"{now} {self.signs['arrow']} {words.quantity(goal.target, narrow=True)}"

    def _bar(self, line: KeyResultView) -> str:
        """Progress over `CELLS` cells with the expected pace marked; blank where there is no progress."""
        if line.progress is None:
            return " " * CELLS
        done = int(line.progress * CELLS)
        bar = [self.signs["done"]] * done + [self.signs["rest"]] * (CELLS - done)
        if line.expected is not None and line.paced:
            bar[min(int(min(line.expected, Fraction(1)) * CELLS), CELLS - 1)] = self.signs["expected"]
        return "".join(bar)
