"""Rules: data inside the project, data that is there, check-ins under their own name."""

import re
from collections.abc import Iterator

from okrengine import Example, Files, Finding, Item, Problem, ProjectError, Rule, hookimpl, quoted

_MAGIC = re.compile(r"[*?\[]")


def missing_data_file(files: Files) -> Iterator[Finding]:
    """The `path` of a source of files matches no file.

    Every key result over that source would stay without a value. Exports that a pipeline brings may be absent where
    the files are checked: then this may be info.
    """
    for source, path in _sources(files):
        try:
            absent = not _leaves(files, path) and not _names(files, path)
        except ProjectError:  # more files than are read: `path-outside-project` says so
            continue
        if absent:
            message = f"no file matches {quoted(path)}"
            yield Finding(source.place("path"), message, "correct the path, or put the data there")


def path_outside_project(files: Files) -> Iterator[Finding]:
    """A path that leads out of the project: an absolute one, one with `..`, or one through a link.

    The files of a project say everything that is read. A path that leaves it could name any file of the machine that
    checks a stranger's change.
    """
    for source, path in _sources(files):
        try:
            said = _leaves(files, path)
        except ProjectError as error:
            yield Finding(source.place("path"), str(error), None)
            continue
        if said:
            yield Finding(source.place("path"), f"{quoted(path)}: {said}", "move the data inside the project")
    if isinstance(found := files.tree.locate(files.settings.checkins), Problem):
        place = files.okrengine.place("checkins")
        yield Finding(place, f"{quoted(files.settings.checkins)}: {found.message}", found.hint)
    for number, folder in enumerate(files.settings.plugins):
        if isinstance(found := files.tree.locate(folder), Problem):
            place = files.project.value(("plugins", number))
            yield Finding(place, f"{quoted(folder)}: {found.message}", found.hint)


def _sources(files: Files) -> Iterator[tuple[Item, str]]:
    """The sources that read files, with their paths."""
    for source in files.sources.values():
        path, kind = source.text("path"), files.registry.sources.get(source.text("type") or "")
        if path is not None and kind is not None and kind.files:
            yield source, path


def _names(files: Files, path: str) -> list[str]:
    """The files that a pattern names; both rules ask, and the folders are walked once."""
    asked = (_names, path)
    if asked not in files.kept:
        files.kept[asked] = files.tree.expand([path])
    found: list[str] = files.kept[asked]
    return found


def _leaves(files: Files, path: str) -> str | None:
    """Why a path, the folder that a pattern starts from, or a file that it names lies outside the project."""
    fixed = path[: found.start()].rpartition("/")[0] if (found := _MAGIC.search(path)) else path
    for name in ([fixed] if fixed else []) + _names(files, path):
        if isinstance(problem := files.tree.locate(name), Problem):
            return problem.message
    return None


def check_in_misplaced(files: Files) -> Iterator[Finding]:
    """Cycle, team or instant of a check-in differ from its path: `checkins/CYCLE/TEAM/2026-11-21T020000Z.yaml`.

    What was said when is found by its path; a file under another name was moved or edited by hand.
    """
    folder = files.settings.checkins
    for top in files.said:
        home = files.home(top)
        if home is not None and home != top.document.file:
            parts = top.document.file.removeprefix(f"{folder}/").split("/")
            key = _differing(parts, str(top.data["cycle"]), top.data["team"])
            message = f"this check-in of {quoted(top.data['team'])} at {top.data['at']} lies under another name"
            yield Finding(top.place(key), message, f"move it to {home}")


def _differing(parts: list[str], cycle: str, team: str) -> str:
    """The first key of the file that its path does not bear out."""
    if len(parts) != 3 or parts[0] != cycle:  # noqa: PLR2004  cycle, team, instant
        return "cycle"
    return "team" if parts[1] != team else "at"


SOURCES = """\
version: 1
sources:
  surveys: {type: csv, path: data/surveys.csv}
"""
CHECKIN = """\
version: 1
cycle: 2026-Q4
team: service
at: 2026-11-20T09:00:00+07:00
by: nok
key_results:
  glad/satisfied: {value: 84%}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """205, 207 and 208."""
    return [
        Rule(
            "OKR205",
            "missing-data-file",
            "warning",
            missing_data_file,
            "a source without its file",
            mend="correct the path, or put the data there",
            example=Example(SOURCES.replace("surveys.csv", "answers/*.csv"), SOURCES, "okrengine"),
        ),
        Rule(
            "OKR207",
            "path-outside-project",
            "error",
            path_outside_project,
            "a path that leaves the project",
            guard=True,
            mend="move the data inside the project",
            example=Example(SOURCES.replace("data/", "../exports/"), SOURCES, "okrengine"),
        ),
        Rule(
            "OKR208",
            "check-in-misplaced",
            "error",
            check_in_misplaced,
            "a check-in under another name",
            mend="move the file to the path that the message names",
            example=Example(CHECKIN.replace("-20T", "-19T"), CHECKIN, "checkin"),
        ),
    ]
