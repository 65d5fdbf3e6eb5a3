"""The quantities that a key result or guardrail promises, each with its place and with the unit that it means."""

from dataclasses import dataclass

from okrengine.errors import QuantityError
from okrengine.quantity import SECONDS, Quantity
from okrengine.rules.items import Item
from okrengine.rules.said import said_of
from okrengine.syntax import Place

ZONES = ("commit", "target", "stretch")
LIMITS = ("at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Figure:
    """One quantity: `name` as in messages (`baseline`, `target`, `stretch`, `at_least`), `written` as in the file.

    `quantity` has the metric's unit where none was written; a length of time is never filled in. It stands under `key`
    of `holder`.
    """

    name: str
    written: Quantity
    quantity: Quantity
    holder: Item
    key: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.holder.place(self.key)

    @property
    def called(self) -> str:
        """What a message calls it: `baseline`, `target`; `limit` for either end of a level."""
        return "limit" if self.name in LIMITS else self.name


def figures(item: Item) -> tuple[Figure, ...]:
    """The quantities of a key result or guardrail that can be read, baseline first; a relative change is none."""
    if figures not in item.kept:
        item.kept[figures] = _figures(item)
    found: tuple[Figure, ...] = item.kept[figures]
    return found


def _figures(item: Item) -> tuple[Figure, ...]:
    told = ((item, ("baseline", "target")), (item.mapping("target"), ZONES), (item.mapping("maintain"), LIMITS))
    holders = [(holder, name) for holder, names in (*told, (item, LIMITS)) if holder is not None for name in names]
    found = (_figure(holder, name, item) for holder, name in holders if name in holder.data)
    return tuple(one for one in found if one is not None)


def figure(item: Item, name: str) -> Figure | None:
    """The one figure of a name; of a target in zones, `target` is the middle one."""
    if figure not in item.kept:
        item.kept[figure] = {one.name: one for one in reversed(figures(item))}
    found: Figure | None = item.kept[figure].get(name)
    return found


def baseline_of(item: Item) -> Figure | None:
    """The baseline of a key result: as written, or as the first check-in captured it where that was left open."""
    if item.mapping("baseline") is None:
        return figure(item, "baseline")
    entries = (one.item for one in said_of(item))
    return next((found for entry in entries if (found := _figure(entry, "baseline", item)) is not None), None)


def goal(item: Item, baseline: Figure | None = None) -> Figure | None:
    """Where a key result wants to be: its target, the last zone, or the baseline with the change applied.

    Without `baseline` it is the one that is written down.
    """
    target = item.mapping("target")
    if target is None:
        return figure(item, "target")
    if "change" not in target.data:
        return figure(item, "stretch")
    change, baseline = change_of(item), baseline or figure(item, "baseline")
    if change is None or baseline is None:
        return None
    number = baseline.quantity.number
    moved = number + (change.number if change.unit == "pp" else abs(number) * change.number / 100)
    quantity = Quantity(moved, baseline.quantity.unit)
    return Figure("target", quantity, quantity, target, "change")


def change_of(item: Item) -> Quantity | None:
    """The change of a relative target, `-20%` or `-2 pp`."""
    target = item.mapping("target")
    if target is None or not target.clear or not target.has("change"):
        return None
    try:
        return Quantity.parse(target.data["change"])
    except QuantityError:
        return None


def has_bare_sign(item: Item) -> bool:
    """Whether the target is written with a plus, or with a minus where the metric is never negative."""
    if has_bare_sign not in item.kept:
        item.kept[has_bare_sign] = item.quantity("target") is not None and _has_sign(item)
    return bool(item.kept[has_bare_sign])


def _has_sign(item: Item) -> bool:
    if not {"+", "-"} & set(str(item.get("target"))[:1]) and "+" not in item.document.text:
        return False  # a number has lost its plus, so that the text must be looked at
    text = item.written("target").lstrip("\"'")
    ends = item.metric.range if item.metric is not None else None
    never_negative = ends is not None and ends[0] is not None and ends[0] >= 0
    return text.startswith("+") or (text.startswith("-") and never_negative)


def _figure(holder: Item, name: str, item: Item) -> Figure | None:
    written = holder.quantity(name)
    if written is None:
        return None
    unit = item.unit or ""
    return Figure(name, written, written if unit in SECONDS else written.with_unit(unit), holder, name)
