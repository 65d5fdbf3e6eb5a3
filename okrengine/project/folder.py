"""The folder of a project: what is wrong with its files, and what they hold."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from okrengine import rules
from okrengine.config import FILE, Settings
from okrengine.diagnostics import Checked
from okrengine.errors import ProjectError
from okrengine.project.opening import BrokenFilesError, Opened, below, name_of, open_files, texts
from okrengine.registry import Registry
from okrengine.syntax import FAILED, Problem

if TYPE_CHECKING:
    from okrengine.model import CheckIn, Objective


class Folder:
    """A folder with okrengine.yaml, read: its settings, what is wrong with its files, its objectives and check-ins."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._files = opened.files

    @classmethod
    def open(  # noqa: PLR0913  each may be left out
        cls,
        start: Path | str = ".",
        *,
        named: bool = True,
        local: bool = False,
        registry: Registry | None = None,
        given: Mapping[str, bytes] | None = None,
        processes: int = 1,
    ) -> Self:
        """Read the project of a folder; with `named` false, the nearest one upward.

        `local` loads the plugin folders that okrengine.yaml names: code of the project. A `registry` takes the place
        of what is installed, `given` contents that of files. Many files are shared by so many `processes`. Raises
        `ProjectError`.
        """
        opened = open_files(Path(start), named=named, local=local, known=registry, given=given, processes=processes)
        return cls(opened)

    @property
    def root(self) -> Path:
        """The project's folder."""
        return self._files.tree.root

    @property
    def settings(self) -> Settings:
        """okrengine.yaml."""
        return self._files.settings

    @property
    def registry(self) -> Registry:
        """What plugins offer."""
        return self._files.registry

    def validate(  # noqa: PLR0913  each may be left out
        self,
        paths: Sequence[str] = (),
        *,
        as_of: datetime,
        allow_empty: bool = False,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        processes: int = 1,
    ) -> Checked:
        """Everything that is wrong with the files; with `paths`, with those files or folders.

        `select` and `ignore` name rules by slug, code or prefix. A rule or plugin that failed is always said: without
        it nothing is known to be right. Many files are shared by so many `processes`.

        Raises `ProjectError` for a path that is not there, for a rule that is not known or cannot be ignored, and
        where there is no file to be checked at all.
        """
        choice = rules.choose(self.registry.rules, select, ignore)
        if not self._files.okrs and not self._files.broken and not allow_empty:
            raise ProjectError(self._no_file)
        found = rules.run(self._files, as_of=as_of, choice=choice, processes=processes)
        problems = sorted((*self._opened.problems, *found.problems), key=lambda one: one.order)
        ignored = found.ignored
        names = sorted({FILE, *(d.file for d in (*self._files.okrs, *self._files.checkins)), *self._files.broken})
        if paths:
            wanted = [self._relative(path) for path in paths]
            names = [name for name in names if below(name, wanted)]
            if not names and not allow_empty:
                raise ProjectError(f"no file that {FILE} names lies in {', '.join(f'`{path}`' for path in paths)}")
            problems = [one for one in problems if one.code == FAILED or below(one.place.file, wanted)]
            ignored = tuple(one for one in ignored if below(one.place.file, wanted))
        return Checked(
            problems=tuple(problems),
            ignored=ignored,
            files=tuple(names),
            key_results=self._count(names),
            texts=self.texts([*problems, *(one.problem for one in ignored)]),
            rules=self.registry.rules,
        )

    @property
    def _no_file(self) -> str:
        if self._files.project.at(("okrs",)) is None:
            return f"no OKR file under okrs/ (`okrs:` of {FILE} names other places)"
        return f"no OKR file matches `okrs:` of {FILE} ({', '.join(self.settings.okrs)})"

    def texts(self, problems: Sequence[Problem]) -> dict[str, str]:
        """The text of each file that the problems mark, for the lines that are shown."""
        known = {d.file: d.text for d in (self._files.project, *self._files.okrs, *self._files.checkins)}
        return texts(self._files.tree, problems, known)

    def _relative(self, path: str) -> str:
        name = name_of(path, self.root)
        if not Path(path).exists() and name not in self._files.tree.given:
            raise ProjectError(f"there is no file or folder `{path}`")
        return name

    def _count(self, names: Iterable[str]) -> int:
        kept = set(names) - self._files.broken
        return sum(
            len(objective["key_results"])
            for document in self._files.okrs
            if document.file in kept
            for objective in document.data["objectives"]
        )

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What loading the files depends on: the problems of syntax, of shape, and of the rules that guard."""
        found = rules.run(self._files, guards=True).problems
        return tuple(sorted((*self._opened.problems, *found), key=lambda one: one.order))

    @cached_property
    def left_out(self) -> tuple[Problem, ...]:
        """The errors of check-in files: those files are left out, all others are read."""
        folder = f"{self.settings.checkins}/"
        return tuple(p for p in self.problems if p.severity == "error" and p.place.file.startswith(folder))

    @cached_property
    def objectives(self) -> "tuple[Objective, ...]":
        """The objectives of all OKR files. Raises `BrokenFilesError` where one of them has an error."""
        from okrengine import load  # noqa: PLC0415  a check does not need it

        wrong = [p for p in self.problems if p.severity == "error" and p not in self.left_out]
        if wrong:
            raise BrokenFilesError("the OKR files must be mended first", wrong, 1, self.texts(wrong))
        if not self._files.okrs:
            raise ProjectError(self._no_file)
        metrics = self.registry.metrics
        return tuple(o for document in self._files.okrs for o in load.objectives(document, self.settings, metrics))

    @cached_property
    def checkins(self) -> "tuple[CheckIn, ...]":
        """The check-ins of the files without errors, oldest first."""
        from okrengine import checkins  # noqa: PLC0415  a check does not need it

        wrong = {problem.place.file for problem in self.left_out}
        found = [checkins.read(d, self.settings) for d in self._files.checkins if d.file not in wrong]
        return tuple(sorted(found, key=lambda checkin: (checkin.at, checkin.team, checkin.file)))
