"""The façade: a folder opened as a project, and everything one may ask of it."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from okrengine import __version__, checkins, schema
from okrengine.config import find_root
from okrengine.errors import ProjectError, RecordError
from okrengine.files import refuse, replace, write_new
from okrengine.model import MANUAL, Cycle, Grade, Objective, Reading, Scorecard
from okrengine.nearness import suggestion
from okrengine.project.drafts import Draft, Said, due, hear, refuse_backwards
from okrengine.project.folder import Folder
from okrengine.project.opening import BrokenFilesError
from okrengine.project.selecting import choose_cycle, narrow, running
from okrengine.registry import Registry
from okrengine.schema import schema_texts, stale
from okrengine.syntax import legible
from okrengine.syntax import read as read_yaml

if TYPE_CHECKING:
    from okrengine.grade import Moments
    from okrengine.measure import Ask
    from okrengine.measure.planning import Plan
    from okrengine.report.contents import View


class Project(Folder):
    """A project: what `okr` does, for Python users. Open one by `Project.open(folder)`."""

    def unit_of(self, address: str) -> str:
        """The unit in which the key result, or the guardrail, of an address is written; empty where it has none."""
        name, _, number = address.partition("#")
        found = (one for objective in self.objectives for one in objective.key_results if one.address == name)
        return next((one.guardrails[int(number) - 1].unit if number else one.unit for one in found), "")

    def measure(
        self,
        select: Sequence[str] = (),
        *,
        as_of: datetime,
        every: str | None = None,
        by: str | None = None,
        on_source: Callable[[str, int, int], None] | None = None,
    ) -> tuple[Reading, ...]:
        """Measure what `select` names, or everything whose cycle runs at `as_of`; guardrails included.

        With `every` (`daily`, `weekly`, `monthly`) each reading has its `past` since the cycle began; with `by`, a
        column or `hour` or `weekday`, its `parts`. `on_source` hears of each source, its number and how many there are.
        """
        asked = self._asked(select, as_of)
        return self._measure(asked, as_of, past=self._past(asked, as_of, every), by=by, on_source=on_source)

    def plan(
        self, select: Sequence[str] = (), *, as_of: datetime, every: str | None = None, by: str | None = None
    ) -> "Plan":
        """What `measure` would ask of which source, with the compiled queries; nothing is opened."""
        from okrengine.measure.planning import plan  # noqa: PLC0415  the engine is an extra

        asked = self._asked(select, as_of)
        past = self._past(asked, as_of, every)
        settings, registry = self.settings, self.registry
        return plan(self._asks(asked), settings=settings, registry=registry, as_of=as_of, past=past, by=by)

    def last_value(self, address: str, as_of: datetime) -> str | None:
        """The value of a key result in the newest check-in before an instant that has one, as it was written."""
        team, _, name = address.partition("/")
        said = [c.entries[name] for c in self.checkins if c.team == team and c.at <= as_of and name in c.entries]
        return next((str(entry.value) for entry in reversed(said) if entry.value is not None), None)

    def _past(self, asked: Sequence[Objective], as_of: datetime, every: str | None) -> tuple[datetime, ...]:
        from okrengine.measure.windows import earlier  # noqa: PLC0415  the engine is an extra

        if every is None:
            return ()
        first = min((objective.cycle.first for objective in asked), default=as_of.date())
        return earlier(every, first, as_of, self.settings.timezone)

    def _asked(self, select: Sequence[str], as_of: datetime) -> tuple[Objective, ...]:
        day = as_of.astimezone(self.settings.timezone).date()
        return narrow(self.objectives, select) if select else running(self.objectives, day)

    def _measure(self, objectives: Sequence[Objective], as_of: datetime, **more: Any) -> tuple[Reading, ...]:
        from okrengine import measure  # noqa: PLC0415  the engine is an extra that other commands do without

        return measure.measure(
            self._asks(objectives),
            settings=self.settings,
            registry=self.registry,
            root=self.root,
            as_of=as_of,
            **more,
        )

    @staticmethod
    def _asks(objectives: Sequence[Objective]) -> list["Ask"]:
        """What there is to be measured of some objectives; guardrails are numbered."""
        from okrengine.measure import Ask  # noqa: PLC0415  the engine is an extra

        return [
            Ask(f"{kr.address}{mark}", asked, objective.cycle, unit)
            for objective in objectives
            for kr in objective.key_results
            for mark, asked, unit in (
                ("", kr.measure, kr.unit),
                *((f"#{n}", guard.measure, guard.unit) for n, guard in enumerate(kr.guardrails, 1)),
            )
            if asked.metric != MANUAL
        ]

    # ------------------------------------------------------------ check-ins

    def due(self, select: Sequence[str], at: datetime, *, dated: bool, alone: bool = False) -> tuple[Draft, ...]:
        """The drafts of a check-in before anything is measured: one per team and cycle that `select` touches.

        A check-in is of a whole team, unless it is about what `select` names `alone`: then of the others the last word
        stands. `dated` says that `at` was given on purpose, so that it may lie before the newest check-in.
        """
        asked = self._asked(select, at)
        touched = {(o.team, o.cycle) for o in asked}
        objectives = asked if alone else tuple(o for o in self.objectives if (o.team, o.cycle) in touched)
        drafts = due(objectives, ())
        for draft in drafts:
            checkins.refuse_closed(self.checkins, draft.cycle.name, draft.team)
            if not dated:
                refuse_backwards(self.checkins, draft, at)
        return drafts

    def measured(self, drafts: Sequence[Draft], at: datetime) -> tuple[Draft, ...]:
        """The drafts with what their key results measure at `at`."""
        objectives = tuple(objective for draft in drafts for objective in draft.objectives)
        return due(objectives, self._measure(objectives, at))

    def said(self, answers: Mapping[str, bytes], drafts: Sequence[Draft]) -> Said:
        """What answers files, by their names, say about the drafts. Raises `BrokenFilesError` or `ProjectError`."""
        heard = Said({}, {})
        for name, content in answers.items():
            document, problems = read_yaml(content, name)
            if document is not None:
                problems = [*problems, *schema.check(document, "answers", self.registry)]
            if document is None or problems:
                shown = {name: legible(content) or ""}
                raise BrokenFilesError("the answers must be mended first; nothing was written", problems, 2, shown)
            heard = heard.and_also(hear(*checkins.answers(document, self.settings), drafts, name))
        return heard

    def checkin_files(self, drafts: Sequence[Draft], said: Said, *, by: str, at: datetime) -> Mapping[str, str]:
        """The check-in files of the drafts: text by path, nothing written yet.

        What is written is never edited again, so it is checked first: raises `BrokenFilesError`.
        """
        files = {}
        for draft in drafts:
            entries, initiatives = said.of(draft)
            earlier = [c for c in self.checkins if (c.team, c.cycle) == (draft.team, draft.cycle.name) and c.at < at]
            answers = checkins.Answers(by, entries, initiatives)
            made = checkins.compose(draft.objectives, draft.readings, answers, at=at, earlier=earlier)
            path, text = self.settings.home(made.cycle, made.team, made.at), checkins.text(made)
            document, problems = read_yaml(text.encode(), path)
            problems += schema.check(document, "checkin", self.registry) if document is not None else []
            if problems:
                shown = {path: text}
                raise BrokenFilesError("the check-in would not be valid; nothing was written", problems, 2, shown)
            files[path] = text
        return files

    def record(self, files: Mapping[str, str]) -> Iterable[str]:
        """Write check-in files, each complete or not at all, never over another; yields each path once it is safe."""
        for path, text in files.items():
            try:
                write_new(self.root / path, text.encode(), inside=self.root)
            except RecordError as error:  # every path that is shown is relative to the project
                raise type(error)(str(error).replace(f"{self.root}/", "")) from None
            yield path

    # ------------------------------------------------------------ grades and reports

    def scorecard(
        self, select: Sequence[str] = (), *, cycle: str | None = None, as_of: datetime | None = None
    ) -> Scorecard:
        """A cycle graded at an instant, by default the newest check-in's; with `select`, only what it names."""
        objectives = narrow(self.objectives, select)
        instant = as_of or self._newest()
        chosen = choose_cycle(objectives, cycle, instant.astimezone(self.settings.timezone).date())
        return self._grade(objectives, chosen, instant)

    def grades(self, draft: Draft, at: datetime) -> tuple[Grade, ...]:
        """How the key results of a draft stood before this check-in."""
        card = self._grade(draft.objectives, draft.cycle, at)
        return tuple(grade for objective in card.objectives for grade in objective.key_results)

    def _grade(self, objectives: Sequence[Objective], cycle: Cycle, as_of: datetime) -> Scorecard:
        from okrengine.grade import grade  # noqa: PLC0415  validate does not need it

        settings, metrics = self.settings, self.registry.metrics
        return grade(objectives, self.checkins, cycle=cycle, as_of=as_of, settings=settings, metrics=metrics)

    def _newest(self) -> datetime:
        if not self.checkins:
            if self.left_out:
                raise ProjectError("no check-in can be read: okr validate says what is wrong with them")
            raise ProjectError("there is no check-in yet: okr checkin writes one; or say a day by --as-of")
        return self.checkins[-1].at.astimezone(self.settings.timezone)

    def view(
        self,
        select: Sequence[str] = (),
        *,
        cycle: str | None = None,
        as_of: datetime | None = None,
        by: str | None = None,
    ) -> "View":
        """What every format of the report shows; with `by`, a tag or `team`, also in groups by its values."""
        from okrengine.grade import groups, tags  # noqa: PLC0415  validate does not need it
        from okrengine.report.view import view  # noqa: PLC0415  the words of languages take time to load

        if by is not None and by not in (known := tags(self.objectives)):
            raise ProjectError(f"nothing is tagged with `{by}`: {suggestion(by, known)}")
        card = self.scorecard(select, cycle=cycle, as_of=as_of)
        return view(
            card,
            self.checkins,
            self.settings,
            engine_version=__version__,
            digest=self._digest(card.as_of),
            problems=self.left_out,
            trend=self._trend(narrow(self.objectives, select), card),
            by=by,
            groups=() if by is None else groups(card, by, self.settings),
        )

    def _trend(self, objectives: Sequence[Objective], card: Scorecard) -> "Moments":
        """The same cycle as it stood at the end of each earlier day with a check-in, oldest first, and now."""
        from okrengine.grade import Moments  # noqa: PLC0415  validate does not need it

        settings, metrics = self.settings, self.registry.metrics
        return Moments(
            objectives, self.checkins, cycle=card.cycle, as_of=card.as_of, settings=settings, metrics=metrics
        )

    def also_running(self, scorecard_cycle: str, as_of: datetime) -> tuple[str, ...]:
        """The other cycles that run at an instant and have objectives."""
        day = as_of.astimezone(self.settings.timezone).date()
        names = {o.cycle.name for o in self.objectives if o.cycle.first <= day <= o.cycle.last}
        return tuple(sorted(names - {scorecard_cycle}))

    def report(  # noqa: PLR0913  one argument per flag
        self,
        formats: Sequence[str],
        select: Sequence[str] = (),
        *,
        cycle: str | None = None,
        as_of: datetime | None = None,
        language: str | None = None,
        by: str | None = None,
    ) -> tuple[str, ...]:
        """The report in each of the formats, from check-in files alone; `by` as of `view`."""
        from okrengine.report.render import render  # noqa: PLC0415  the words of languages take time to load

        for name in formats:
            if name not in self.registry.formats:
                raise ProjectError(f"nothing offers the format `{name}`: {suggestion(name, self.registry.formats)}")
        view = self.view(select, cycle=cycle, as_of=as_of, by=by)
        spoken = language or self.settings.language
        return tuple(render(view, name, spoken, self.registry) for name in formats)

    def _digest(self, as_of: datetime) -> str:
        """A hash over the files that a report stands on: okrengine.yaml, OKR files, check-ins that are seen."""
        seen = {checkin.file for checkin in self.checkins if checkin.at <= as_of}
        used = [self._files.project, *self._files.okrs, *(d for d in self._files.checkins if d.file in seen)]
        content = json.dumps(sorted((document.file, document.text) for document in used))
        return hashlib.sha256(content.encode()).hexdigest()

    @staticmethod
    def write(outputs: Mapping[Path, str]) -> None:
        """Write outputs, each whole or not at all. Raises `ProjectError`, before any, where a folder is not there."""
        for path in outputs:
            refuse(path)
        for path, text in outputs.items():
            replace(path, text.encode())


def write_schemas(start: Path, registry: Registry, *, named: bool, only_look: bool) -> dict[str, str]:
    """Write the schemas to the project's `schemas/`; gives the files that were not fresh, with what was wrong."""
    folder = find_root(start, named=named) / "schemas"
    changed = {}
    for name, text in schema_texts(registry).items():
        path = folder / name
        found = path.read_bytes() if path.is_file() else None
        if found != text.encode():
            changed[f"schemas/{name}"] = stale(found)
            if not only_look:
                replace(path, text.encode(), inside=folder.parent)
    return changed
