"""What a new project begins with: settings, an example that validates, schemas, and files for CI.

The texts lie in the folder `start`. A file that exists is never replaced, whatever it holds.
"""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from importlib import resources
from pathlib import Path

from okrengine import __version__, registry
from okrengine.config import FILE, Settings, find_root
from okrengine.errors import ProjectError, RecordError
from okrengine.files import Tree, write_new
from okrengine.project.opening import YAML, find_registry
from okrengine.schema import schema_texts
from okrengine.syntax import Problem, quoted

EXAMPLE = "okrs/example.yaml"
CI: Mapping[str, Mapping[str, str]] = {
    "github": {".github/workflows/okr.yml": "github.yml"},
    "gitlab": {".gitlab/okr.yml": "gitlab.yml", ".gitlab-ci.yml": "gitlab-ci.yml"},
    "pre-commit": {".pre-commit-config.yaml": "pre-commit.yaml"},
}
"""Where each kind of CI looks for its files, and the text of each in the folder `start`."""

_SHARED = {".gitignore": ".tmp-", ".gitlab-ci.yml": ".gitlab/okr.yml", ".pre-commit-config.yaml": "okr-validate"}
"""Files that a repository often has already, and what stands in them where they know of us."""

_AT_THE_TOP = {"project": "", "below": ""}
_PLAIN = re.compile(r"[A-Za-z0-9._][A-Za-z0-9._/-]*")
_PROJECT = re.compile(r"--project \S+ ")


def first_files(folder: Path, language: str, day: date) -> dict[str, str]:
    """The files of a project by their names, okrengine.yaml last: until it is there, there is no project.

    A project that stands, or has OKR files already, gets no example; one with plugins of its own no schemas, which
    only `okr schema --write` makes whole. Raises `ProjectError` and `BrokenFilesError`.
    """
    stands = os.path.lexists(folder / FILE)
    found = find_registry(folder, named=True, local=False) if stands else registry.find()
    unwanted = set()
    if stands or set(Tree(folder).expand(Settings().okrs, YAML)) - {EXAMPLE}:
        unwanted.add(EXAMPLE)
    schemas = {f"schemas/{name}": text for name, text in schema_texts(found).items()}
    if any(plugin.state == "not loaded" for plugin in found.plugins):
        unwanted |= schemas.keys()
    files = {".gitignore": _text("gitignore"), EXAMPLE: _text(f"{language}/example.yaml", **_dates(day)), **schemas}
    wanted = {name: text for name, text in files.items() if name not in unwanted or os.path.lexists(folder / name)}
    return {**wanted, FILE: _text(f"{language}/{FILE}")}


def ci_files(kinds: Sequence[str], project: str = "") -> dict[str, str]:
    """The files that make CI validate a project, by their names.

    `project` is its folder below the top of the repository, empty where it lies there.
    Raises `ProjectError` for a folder whose name means something to a shell or to YAML.
    """
    if kinds and project and not _PLAIN.fullmatch(project):
        raise ProjectError(f"{quoted(project)} cannot stand in files for CI: letters, digits and `._-/` can; rename it")
    below = {"project": f" --project {project}", "below": re.escape(f"{project}/")} if project else _AT_THE_TOP
    return {name: _text(text, version=__version__, **below) for kind in kinds for name, text in CI[kind].items()}


def refuse(folder: Path, files: Mapping[str, str]) -> None:
    """Raises `ProjectError` where a file has the name of the folder, or a link would lead out of it."""
    if folder.exists() and not folder.is_dir():
        raise ProjectError(f"`{folder.name}` is a file; a project is a folder")
    tree = Tree(folder)
    for name in files:
        if not os.path.lexists(folder / name) and isinstance(found := tree.locate(name), Problem):
            raise ProjectError(f"`{name}`: {found.message}; nothing was written")


def write_files(folder: Path, files: Mapping[str, str]) -> Iterator[tuple[str, bool]]:
    """Write what is not there yet; yields each name with whether it was written.

    Raises `RecordError` where the disk refuses.
    """
    kept = {name for name in files if os.path.lexists(folder / name)}
    for name, text in files.items():
        if name not in kept:
            try:
                write_new(folder / name, text.encode(), inside=folder)
            except RecordError as error:  # every path that is shown is relative to the project
                raise type(error)(str(error).replace(f"{folder}/", "")) from None
        yield name, name not in kept


def lacks(folder: Path, name: str, text: str) -> bool:
    """Whether a file that others write too, or another project of the repository, does not hold what `text` is for."""
    told = _PROJECT.search(text)
    mark = told[0] if told else _SHARED.get(name, "")
    content = Tree(folder).content(name)
    return not (isinstance(content, bytes) and mark.encode() in content) if mark else False


def surrounding(folder: Path) -> Path | None:
    """The folder of the project that `folder` lies in, None where it lies in none, or is one itself."""
    above = next(one for one in (folder, *folder.parents) if one.is_dir())
    try:
        found = find_root(above, named=False)
    except ProjectError:
        return None
    return None if found == folder else found


def repository(folder: Path) -> Path | None:
    """The top of the git repository that a folder lies in, or will."""
    return next((one for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _dates(day: date) -> dict[str, str]:
    """The quarter that a day lies in, and the day half-way to its end."""
    name = f"{day.year}-Q{(day.month - 1) // 3 + 1}"
    cycle = Settings().cycle(name)
    if cycle is None:
        raise ProjectError(f"no cycle begins in {day.year}")
    return {"cycle": name, "due": f"{day + timedelta(days=(cycle.last - day).days // 2):%Y-%m-%d}"}


def _text(name: str, **facts: str) -> str:
    text = resources.files("okrengine.project").joinpath("start", *name.split("/")).read_text(encoding="utf-8")
    for key, value in facts.items():
        text = text.replace(f"@{key}@", value)
    return text
