"""What a title says in numbers."""

from dataclasses import dataclass

from okrengine_plugins.titles import units
from okrengine_plugins.titles.amounts import Amount, amounts_in
from okrengine_plugins.titles.labels import unlabelled
from okrengine_plugins.titles.pairs import Pair, pairs_in
from okrengine_plugins.titles.titles import Title


@dataclass(frozen=True, slots=True)
class Numbers:
    """The amounts and pairs of a title; `rest` is its text with everything blanked that only looks like an amount."""

    rest: str
    amounts: tuple[Amount, ...]
    pairs: tuple[Pair, ...]

    @property
    def changes(self) -> tuple[Pair, ...]:
        """The pairs that are surely a change, each change once however often it is put."""
        found: dict[object, Pair] = {}
        for one in self.pairs:
            if one.sure and not one.scale:
                found.setdefault((one.first.base, one.last.base), one)
        return tuple(found.values())

    @property
    def counted(self) -> bool:
        """Whether it says how much anywhere, in digits or in words; until when is not how much."""
        text = self.rest
        for one in self.amounts:
            text = text[: one.start] + " " * (one.end - one.start) + text[one.end :]
        return any(one.unit not in units.HORIZONS for one in self.amounts) or bool(units.counted().search(text))


def numbers_of(title: Title) -> Numbers:
    """The numbers in a title; several rules ask, and it is read once."""
    kept = title.item.kept
    if numbers_of not in kept:
        rest = unlabelled(title.text)
        amounts = amounts_in(rest)
        kept[numbers_of] = Numbers(rest, amounts, pairs_in(rest, amounts))
    found: Numbers = kept[numbers_of]
    return found
