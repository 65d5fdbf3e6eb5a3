"""A mapping of a document as a rule sees it, and what a rule finds.

A rule judges what has no problem yet. `Item.get` gives nothing for a value that was refused, so that one mistake gives
one problem.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from okrengine.errors import QuantityError
from okrengine.model import MANUAL
from okrengine.offers import Metric
from okrengine.parameters import ParameterError
from okrengine.quantity import Quantity
from okrengine.rules.once import once
from okrengine.syntax import Document, Fix, Note, Path, Place, quoted

if TYPE_CHECKING:
    from okrengine.rules.files import Files


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found at a place; the rule's code, name and severity are added by whoever runs it."""

    place: Place
    message: str
    hint: str | None = None
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None


@dataclass(frozen=True, eq=False)
class Item:
    """A mapping of a document: an objective, a key result, a guardrail, …; `inside` is the item that holds it."""

    files: "Files"
    document: Document
    path: Path
    data: Mapping[str, Any]
    inside: "Item | None" = None
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False)
    """What several rules ask of the item, by the function that works it out: that is done once."""

    _below: dict[str, tuple["Item", ...]] = field(default_factory=dict, init=False, repr=False)
    """The items that were asked for, by key: the same for everyone who asks."""

    def has(self, key: str) -> bool:
        """Whether the key is there with a value that has no problem."""
        return self.get(key) is not None

    def get(self, key: str) -> Any:
        """The value of a key, None where there is none or where it has a problem already."""
        found = self.data.get(key)
        if found is None or self.document.file not in self.files.marked:
            return found
        return None if self.files.refused(self.document, (*self.path, key)) else found

    def text(self, key: str) -> str | None:
        """The value of a key where it is a text."""
        found = self.get(key)
        return found if isinstance(found, str) else None

    def day(self, key: str) -> date | None:
        """The value of a key where it is a date."""
        found = self.text(key)
        try:
            return None if found is None else date.fromisoformat(found)
        except ValueError:
            return None

    def quantity(self, key: str) -> Quantity | None:
        """The value of a key where it is a quantity, as written."""
        found = self.get(key)
        if found is None or isinstance(found, bool | dict | list):
            return None
        try:
            return Quantity.parse(found)
        except QuantityError:
            return None

    def mapping(self, key: str) -> "Item | None":
        """The value of a key where it is a mapping."""
        found = self.get(key) if isinstance(self.data.get(key), dict) else None  # mostly it is none at all
        if found is None:
            return None
        below = self._below.get(key)
        if below is None:
            below = self._below[key] = (Item(self.files, self.document, (*self.path, key), found, self),)
        return below[0]

    def items(self, key: str) -> Iterator["Item"]:
        """The mappings in the list under a key."""
        found = self.get(key) if isinstance(self.data.get(key), list) else None
        if found is None:
            return iter(())
        below = self._below.get(key)
        if below is None:
            below = self._below[key] = tuple(
                Item(self.files, self.document, (*self.path, key, number), one, self)
                for number, one in enumerate(found)
                if isinstance(one, dict)
            )
        return iter(below)

    def place(self, key: str | None = None) -> Place:
        """The place of a value; without a key that of the item's id, else of its first key."""
        if key is not None:
            return self.document.value((*self.path, key))
        if "id" in self.data:
            return self.document.value((*self.path, "id"))
        return self.document.key((*self.path, next(iter(self.data), "")))

    def key(self, key: str) -> Place:
        """The place of a key."""
        return self.document.key((*self.path, key))

    def written(self, key: str) -> str:
        """The text of a value of one line, as it stands in the file."""
        place = self.place(key)
        line = self.document.lines[place.line - 1]
        return line[place.column - 1 : place.end_column - 1] if place.line == place.end_line else ""

    def part(self, key: str, start: int, end: int) -> Place:
        """The place of some characters of a text; of all of it where it is not written just as it reads."""
        place = self.place(key)
        begin = self.written(key).find(self.text(key) or "")
        if begin < 0 or not self.written(key):
            return place
        column = place.column + begin
        return Place(place.file, place.line, column + start, place.line, column + end)

    @once
    def top(self) -> "Item":
        """The item of the whole file."""
        return self if self.inside is None else self.inside.top

    @property
    def name(self) -> str:
        """The id as messages show it."""
        found = self.data.get("id")
        return quoted(found) if isinstance(found, str) else "without an id"

    @property
    def names(self) -> tuple[object, ...]:
        """The id and the earlier ones, under which check-ins speak of it."""
        formerly = self.get("formerly")
        return (self.data.get("id"), *(formerly if isinstance(formerly, list) else ()))

    @property
    def named(self) -> bool:
        """Whether the item and everything below it that is referred to by name has its name."""
        if self.text("id" if self.inside is not None else "team") is None:
            return False
        if len(self.path) > 2:  # noqa: PLR2004  a key result: nothing below it is referred to
            return True
        below = self.get("key_results" if self.path else "objectives")
        items = list(self.items("key_results" if self.path else "objectives"))
        return isinstance(below, list) and len(items) == len(below) and all(one.named for one in items)

    @once
    def clear(self) -> bool:
        """Whether it is known what is meant: no key of the item is unknown, and none conflicts with another."""
        if self.document.file not in self.files.marked:
            return True
        return self.files.unclear.isdisjoint(self.document.key((*self.path, key)) for key in self.data)

    @once
    def metric(self) -> Metric | None:
        """The metric of a key result or guardrail; None for one that is unknown, and for `manual`."""
        return self.files.registry.metrics.get(self.text("metric") or "")

    @property
    def better(self) -> str | None:
        """The better side of the metric under the parameters of this item; None where there is none."""
        options = self.data.get("with")
        return self.metric.better_for(options if isinstance(options, dict) else {}) if self.metric else None

    @property
    def manual(self) -> bool:
        """Whether a person states the value."""
        return bool(self.data.get("metric", MANUAL) == MANUAL)

    @once
    def bound(self) -> Mapping[str, Any] | None:
        """The parameters of the metric, defaults filled in; None where there is no metric, or they are wrong."""
        metric, options = self.metric, self.data.get("with") or {}
        if metric is None or self.manual or not isinstance(options, dict):
            return None
        kept, asked = self.files.registry.kept, ("bound", metric.name, repr(options))
        if asked not in kept:
            kept[asked] = _bound(metric, options)
        found: Mapping[str, Any] | None = kept[asked]
        return found

    @once
    def unit(self) -> str | None:
        """The unit that the metric declares under the parameters of this item; None where it is not known."""
        if self.metric is None or self.bound is None:
            return None
        try:
            return self.metric.unit_for(self.bound)
        except (TypeError, ValueError):
            return None


def _bound(metric: Metric, options: Mapping[str, Any]) -> Mapping[str, Any] | None:
    try:
        return metric.bind(options)
    except (ParameterError, TypeError, ValueError):
        return None
