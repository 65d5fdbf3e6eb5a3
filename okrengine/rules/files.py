"""What a rule sees: the documents of a project, and its objectives and key results as items with their places."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from okrengine.config import Settings
from okrengine.files import Tree
from okrengine.model import Cycle
from okrengine.registry import Registry
from okrengine.rules.items import Item
from okrengine.syntax import Document, Path, Place, Problem

_KEPT = ("OKR002", "OKR102")  # these stand at a value, or at a key, that is right itself
_LOSING = ("OKR002", "OKR005", "OKR101", "OKR102", "OKR103")
_UNCLEAR = ("OKR101", "OKR106")


@dataclass(frozen=True)
class Files:
    """The files of a project. `broken` names those that have errors; a file that could not be read has no document.

    `problems` are those found so far. `as_of` is None where no instant is asked about.
    """

    settings: Settings
    project: Document
    okrs: tuple[Document, ...]
    checkins: tuple[Document, ...]
    registry: Registry
    tree: Tree
    broken: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    as_of: datetime | None = field(default=None)

    @cached_property
    def kept(self) -> dict[Any, Any]:
        """What several rules ask of all files, by the function that works it out: that is done once."""
        return {}

    @cached_property
    def okrengine(self) -> Item:
        """The top of okrengine.yaml."""
        return Item(self, self.project, (), self.project.data)

    @cached_property
    def sources(self) -> dict[str, Item]:
        """The sources of okrengine.yaml by their names."""
        sources = self.okrengine.mapping("sources")
        found = {} if sources is None else {name: sources.mapping(name) for name in sources.data}
        return {name: source for name, source in found.items() if source is not None}

    @cached_property
    def marked(self) -> frozenset[str]:
        """The files with a problem; in all others no value is refused and every key is known."""
        return frozenset(one.place.file for one in self.problems)

    @cached_property
    def _refused(self) -> frozenset[tuple[str, int, int]]:
        return frozenset(_start(one.place) for one in self.problems if one.code not in _KEPT)

    @cached_property
    def unclear(self) -> frozenset[Place]:
        """The places of keys that are unknown or conflict with another."""
        return frozenset(one.place for one in self.problems if one.code in _UNCLEAR)

    def refused(self, document: Document, path: Path) -> bool:
        """Whether there is a problem already with the value at `path`."""
        if document.file not in self.marked:
            return False
        place = document.values.get(path)
        return place is not None and _start(place) in self._refused

    @cached_property
    def unread(self) -> frozenset[str]:
        """The OKR files that could not be read at all: a name that is not known may stand in one of them."""
        said = f"{self.settings.checkins}/"
        return frozenset(name for name in self.broken - {one.file for one in self.okrs} if not name.startswith(said))

    def sure(self, team: str) -> bool:
        """Whether all names of a team are known: no OKR file is unread, and no part of the team's lacks its id."""
        return not self.unread and not self._nameless & {team, None}

    @cached_property
    def _nameless(self) -> frozenset[str | None]:
        """The teams of whose names some may be lost: by a key that is not known or stands twice, a missing or wrong id.

        None where the name of the team itself is.
        """
        whole = all(isinstance(one.data, dict) for one in self.okrs)
        lost = {one.place.file for one in self.problems if one.code in _LOSING}
        unsure = {
            top.text("team")
            for top in self.teams
            if top.document.file in lost or not top.named or self.cycle(top) is None
        }
        return frozenset(unsure) | frozenset([] if whole else [None])

    @cached_property
    def teams(self) -> tuple[Item, ...]:
        """The top of each OKR file."""
        return tuple(Item(self, one, (), one.data) for one in self.okrs if isinstance(one.data, dict))

    @cached_property
    def said(self) -> tuple[Item, ...]:
        """The top of each check-in file."""
        return tuple(Item(self, one, (), one.data) for one in self.checkins if isinstance(one.data, dict))

    @cached_property
    def objectives(self) -> tuple[Item, ...]:
        """Every objective, in the order of the files."""
        return tuple(objective for team in self.teams for objective in team.items("objectives"))

    @cached_property
    def key_results(self) -> tuple[Item, ...]:
        """Every key result, in the order of the files."""
        return tuple(one for objective in self.objectives for one in objective.items("key_results"))

    @cached_property
    def measured(self) -> tuple[Item, ...]:
        """Every key result and every guardrail."""
        return tuple(each for one in self.key_results for each in (one, *one.items("guardrails")))

    def home(self, top: Item) -> str | None:
        """Where a check-in belongs by its cycle, team and instant; None where one of them is not known."""
        team, cycle = top.text("team"), top.get("cycle")
        try:
            at = self.settings.instant(top.text("at") or "")
        except ValueError:
            return None
        if team is None or cycle is None:
            return None
        return self.settings.home(cycle, team, at)

    def cycle(self, item: Item) -> Cycle | None:
        """The cycle of the OKR file or check-in that an item stands in."""
        kept = item.top.kept
        if Files.cycle not in kept:
            said = item.top.get("cycle")
            named = isinstance(said, str | int) and not isinstance(said, bool)
            kept[Files.cycle] = self.settings.cycle(said) if named else None
        found: Cycle | None = kept[Files.cycle]
        return found

    @cached_property
    def today(self) -> date | None:
        """The day that is asked about, in the project's zone."""
        return None if self.as_of is None else self.day(self.as_of)

    def day(self, at: datetime) -> date:
        """The day of an instant in the project's zone."""
        return at.astimezone(self.settings.timezone).date()

    def runs(self, item: Item) -> bool:
        """Whether the cycle of an item runs on the day that is asked about."""
        cycle, today = self.cycle(item), self.today
        return cycle is not None and today is not None and cycle.first <= today <= cycle.last

    def over(self, item: Item) -> bool:
        """Whether the cycle of an item has ended by the day that is asked about: then nothing of it can be mended."""
        cycle, today = self.cycle(item), self.today
        return cycle is not None and today is not None and cycle.last < today


def _start(place: Place) -> tuple[str, int, int]:
    return (place.file, place.line, place.column)
