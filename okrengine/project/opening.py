"""Find a project and read its files: okrengine.yaml first, then OKR files and check-ins, each with what is wrong."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from okrengine import config, registry, schema
from okrengine.errors import OkrError, ProjectError
from okrengine.files import Tree
from okrengine.parameters import Parameter
from okrengine.registry import Registry
from okrengine.rules import Files
from okrengine.sharing import MANY, PART, share
from okrengine.syntax import SECRET, Document, Problem, covered, legible

YAML = (".yaml", ".yml")


class BrokenFilesError(OkrError):
    """Files that must be mended before anything can be done with them; `problems` says where and how.

    `texts` holds the text of the files that have one, by name.
    """

    def __init__(
        self, message: str, problems: Sequence[Problem], exit_code: int, texts: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.problems = tuple(problems)
        self.texts = texts or {}
        self.exit_code = exit_code


@dataclass(frozen=True)
class Opened:
    """The files of a project as read: what can be used, and the problems of syntax and shape."""

    files: Files
    problems: tuple[Problem, ...]


def find_registry(start: Path, *, named: bool, local: bool) -> Registry:
    """What plugins offer, for a project where there is one, else the installed ones alone."""
    try:
        root = config.find_root(start, named=named)
    except ProjectError:
        if named:
            raise
        return registry.find()
    tree = Tree(root)
    document, problems = tree.document(config.FILE)
    if document is None:
        raise _broken_settings(tree, problems)
    return _registry(root, document, local=local)


def open_files(  # noqa: PLR0913  each may be left out
    start: Path,
    *,
    named: bool,
    local: bool,
    known: Registry | None = None,
    given: Mapping[str, bytes] | None = None,
    processes: int = 1,
) -> Opened:
    """Read a project; a `known` registry takes the place of what is installed, `given` contents that of files.

    Many files are shared by so many `processes`.

    Raises `ProjectError` where there is none, `BrokenFilesError` where okrengine.yaml is at fault.
    """
    root = config.find_root(start, named=named)
    tree = Tree(root, given)
    document, problems = tree.document(config.FILE)
    if document is None:
        raise _broken_settings(tree, problems)
    found = known or _registry(root, document, local=local)
    problems += schema.check(document, "okrengine", found)
    if problems:
        raise _broken_settings(tree, problems)
    settings = config.load(document)
    if settings.plugins and not local:
        found = replace(found, known=_known(tree))
    names = tree.expand((f"{settings.checkins}/**/*",), YAML)
    said, said_problems, said_broken = _documents(tree, names, "checkin", found, processes)
    other = {config.FILE, *names}  # a broad pattern such as `**/*.yaml` covers them too
    names = [name for name in tree.expand(settings.okrs, YAML) if name not in other]
    okrs, okr_problems, okr_broken = _documents(tree, names, "okr", found, processes)
    files = Files(
        settings=settings,
        project=document,
        okrs=okrs,
        checkins=said,
        registry=found,
        tree=tree,
        broken=okr_broken | said_broken,
        problems=(*okr_problems, *said_problems),
    )
    return Opened(files, (*okr_problems, *said_problems))


def name_of(path: str, root: Path) -> str:
    """The name of a file or folder inside the project of a folder. Raises `ProjectError` for one outside."""
    real = Path(os.path.realpath(root))
    plain = Path(os.path.normpath(Path(path).absolute()))
    # The project may be reached by a link; a link inside it has the name that its files go by.
    for found in (plain, Path(os.path.realpath(plain.parent), plain.name)):
        if found.is_relative_to(real):
            return found.relative_to(real).as_posix()
    raise ProjectError(f"`{path}` lies outside the project")


def below(name: str, wanted: Sequence[str]) -> bool:
    """Whether a file is one of those wanted, or in one of those folders; all are where nothing is named."""
    return not wanted or any(one in (".", name) or name.startswith(f"{one}/") for one in wanted)


def _registry(root: Path, document: Document, *, local: bool) -> Registry:
    """Installed plugins, and those of the local folders where the command may run code of the project."""
    folders = _texts(document, "plugins")
    disable = _texts(document, "disable")
    if not local:
        return registry.find(disable, waiting=folders)
    real = [Tree(root).locate(folder) for folder in folders]
    outside = next((found for found in real if isinstance(found, Problem)), None)
    if outside is not None:
        raise ProjectError(f"okrengine.yaml, plugins: {outside.message}")
    return registry.find(disable, folders=[path for path in real if isinstance(path, Path)])


def _known(tree: Tree) -> Mapping[str, Mapping[str, Parameter]]:
    """The metrics that the committed schema names, for plugins of the project that are not loaded."""
    content = tree.content(schema.COMMITTED)
    return schema.committed(content) if isinstance(content, bytes) else {}


def _texts(document: Document, key: str) -> tuple[str, ...]:
    """A list of texts that is needed before the schema can be checked; anything else is left to that check."""
    found: Any = document.at((key,))
    return tuple(one for one in found if isinstance(one, str)) if isinstance(found, list) else ()


def _documents(
    tree: Tree, names: Sequence[str], kind: str, found: Registry, processes: int
) -> tuple[tuple[Document, ...], list[Problem], frozenset[str]]:
    """The documents of one kind: those that could be read, the problems, and the names of files with errors."""
    documents, problems, broken = [], [], set()
    parts = [names[start : start + PART] for start in range(0, len(names), PART)]
    tasks = [partial(_checked, tree, part, kind, found) for part in parts]
    answers = share(tasks, processes if len(names) > MANY else 1)
    for name, (document, wrong) in zip(names, chain.from_iterable(answers), strict=True):
        if document is not None:
            documents.append(document)
        if any(problem.severity == "error" for problem in wrong):
            broken.add(name)
        problems += wrong
    return tuple(documents), problems, frozenset(broken)


def _checked(
    tree: Tree, names: Iterable[str], kind: str, found: Registry
) -> list[tuple[Document | None, list[Problem]]]:
    """Each file as a document, where it could be read, with what is wrong with its syntax and shape."""
    answers = []
    for name in names:
        document, wrong = tree.document(name)
        if document is not None:
            wrong = [*wrong, *schema.check(document, kind, found)]
        answers.append((document, wrong))
    return answers


def _broken_settings(tree: Tree, problems: Sequence[Problem]) -> BrokenFilesError:
    message = f"{config.FILE} must be mended first; nothing else was checked"
    return BrokenFilesError(message, problems, 2, texts(tree, problems))


def texts(tree: Tree, problems: Sequence[Problem], known: Mapping[str, str] | None = None) -> dict[str, str]:
    """The text of every file that a problem or one of its notes marks; `known` are texts that were read already.

    A secret that was written out is not repeated: signs stand in its place.
    """
    places = (place for one in problems for place in (one.place, *(note.place for note in one.notes)))
    found = {}
    for name in sorted({place.file for place in places if place is not None}):
        content = (known or {}).get(name) or tree.content(name)
        text = legible(content) if isinstance(content, bytes) else content
        if isinstance(text, str):
            found[name] = covered(
                text, [one.place for one in problems if one.code == SECRET and one.place.file == name]
            )
    return found
