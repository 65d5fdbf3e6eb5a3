"""What a shell offers at a Tab: names that stand in the project's files, read as data.

It happens on every Tab, in any folder, so nothing of a plugin is imported and nothing is said: what is broken offers
nothing. Only plain names are offered, since a shell takes them apart once more.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeAlias

import click

if TYPE_CHECKING:
    from pathlib import Path

    from click.shell_completion import CompletionItem

    from okrengine.cli.options import Options

Offered: TypeAlias = Callable[[click.Context, click.Parameter, str], "list[str]"]
KINDS = ("rules", "metrics", "sources", "formats")
"""What `okr explain` lists."""

MOST_FILES = 500
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


def _quiet(find: Callable[["Options", str], Iterable[str]]) -> Offered:
    """What `find` gives for the project of the command line and for what is typed, or nothing at all."""

    @wraps(find)
    def offered(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
        try:
            return list(dict.fromkeys(one for one in find(context.obj, incomplete) if one.startswith(incomplete)))
        except Exception:  # noqa: BLE001  whatever is wrong, a Tab is no place to say it
            return []

    return offered


def files(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Files, as the shell knows them."""
    return _left_to_the_shell(incomplete, "file")


def folders(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """Folders, as the shell knows them."""
    return _left_to_the_shell(incomplete, "dir")


def _left_to_the_shell(incomplete: str, kind: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem  # noqa: PLC0415  only a Tab needs it

    return [CompletionItem(incomplete, type=kind)]


def words(known: Callable[[], Iterable[str]]) -> Offered:
    """The words that `known` gives, which it is asked for at a Tab only."""
    return _quiet(lambda _options, _typed: known())


def lists(known: Callable[[], Iterable[str]]) -> Offered:
    """Likewise where several may stand with commas between them: the last one."""
    return _quiet(lambda _options, typed: _last(typed, known()))


@_quiet
def addresses(options: "Options", typed: str) -> Iterator[str]:
    """`team`, `team/objective` or `team/objective/key-result`, as deep as what is typed.

    The only one of its depth comes with what is below it, so that the shell does not end the word.
    """
    return _addresses(options, typed)


@_quiet
def rules(options: "Options", typed: str) -> Iterator[str]:
    """Rules by their names; of several with commas between them, the last one."""
    return _last(typed, _rules(_root(options)))


@_quiet
def explained(options: "Options", typed: str) -> Iterator[str]:
    """Rules, metrics, types of source, and the kinds; addresses, and the cycles."""
    yield from KINDS
    root = _root(options)
    if "/" not in typed:
        yield from _offers(root)
        yield from _cycles(root)
    yield from _addresses(options, typed)


@_quiet
def offers(options: "Options", _typed: str) -> Iterator[str]:
    """Metrics, types of source and rules."""
    return _offers(_root(options))


@_quiet
def cycles(options: "Options", _typed: str) -> Iterator[str]:
    """The cycles of the OKR files."""
    return _cycles(_root(options))


@_quiet
def tags(options: "Options", _typed: str) -> Iterator[str]:
    """The tags of objectives and key results in the OKR files, and the team."""
    yield "team"
    for data in _okrs(_root(options)):
        for objective in _items(data.get("objectives")):
            for one in (objective, *_items(objective.get("key_results"))):
                yield from _plain(one["tags"] if isinstance(one.get("tags"), dict) else ())


def _cycles(folder: "Path") -> Iterator[str]:
    return _plain(str(data["cycle"]) for data in _okrs(folder) if isinstance(data.get("cycle"), str | int))


def _last(typed: str, names: Iterable[str]) -> Iterator[str]:
    before, comma, _ = typed.rpartition(",")
    return (f"{before}{comma}{one}" for one in names)


def _addresses(options: "Options", typed: str) -> Iterator[str]:
    depth = typed.count("/") + 1
    lines = list(_lines(_root(options), typed.partition("/")[0]))
    found = _level(lines, depth, typed)
    yield from found
    if len(found) == 1:
        yield from _level(lines, depth + 1, typed)


def _level(lines: Iterable[tuple[str, ...]], depth: int, typed: str) -> list[str]:
    """The addresses of so many parts that begin with what is typed, in the order of the files."""
    found = ("/".join(line[:depth]) for line in lines if len(line) >= depth)
    return list(dict.fromkeys(one for one in found if one.startswith(typed)))


def _lines(folder: "Path", team: str) -> Iterator[tuple[str, ...]]:
    """Team, objective and key result, one line for each that has its name; of the teams that begin with `team`."""
    for data in _okrs(folder, team):
        for first in _plain([data.get("team")]):
            yield (first,)
            for objective in _items(data.get("objectives")):
                for second in _plain([objective.get("id")]):
                    yield (first, second)
                    below = (one.get("id") for one in _items(objective.get("key_results")))
                    yield from ((first, second, third) for third in _plain(below))


def _okrs(folder: "Path", mention: str = "") -> Iterator[dict[str, Any]]:
    """The data of the OKR files that could be read, only of those that mention a text."""
    from okrengine.config import FILE, Settings  # noqa: PLC0415  --help does not need it
    from okrengine.files import Tree  # noqa: PLC0415
    from okrengine.syntax import read  # noqa: PLC0415

    tree = Tree(folder)
    settings, _ = tree.document(FILE)
    written = settings.at(("okrs",)) if settings is not None else None
    patterns = [one for one in written if isinstance(one, str)] if isinstance(written, list) else Settings().okrs
    for name in tree.expand(patterns, (".yaml", ".yml"))[:MOST_FILES]:
        content = tree.content(name)
        if name != FILE and isinstance(content, bytes) and mention.encode() in content:
            document, _ = read(content, name)
            if document is not None and isinstance(document.data, dict):
                yield document.data


def _offers(folder: "Path") -> Iterator[str]:
    yield from _metrics(folder)
    yield from _plain(_schema(folder, "okrengine")["$defs"]["source"]["properties"]["type"].get("enum", ()))
    yield from _rules(folder)


def _rules(folder: "Path") -> Iterator[str]:
    return _plain(_schema(folder, "okrengine")["properties"]["rules"].get("properties", ()))


def _metrics(folder: "Path") -> Iterator[str]:
    return _plain(_schema(folder, "okr")["$defs"]["keyResult"]["properties"]["metric"].get("enum", ()))


def _schema(folder: "Path", kind: str) -> Any:
    """A schema of the project's folder `schemas`: which names are installed, known without importing any plugin."""
    import json  # noqa: PLC0415  --help does not need it

    from okrengine.files import Tree  # noqa: PLC0415

    content = Tree(folder).content(f"schemas/{kind}.schema.json")
    return json.loads(content) if isinstance(content, bytes) else {}


def _root(options: "Options") -> "Path":
    from okrengine.config import find_root  # noqa: PLC0415  --help does not need it

    return find_root(options.folder, named=options.given_folder)


def _items(found: Any) -> Iterator[dict[str, Any]]:
    return (one for one in (found if isinstance(found, list) else ()) if isinstance(one, dict))


def _plain(found: Iterable[Any]) -> Iterator[str]:
    return (one for one in found if isinstance(one, str) and _NAME.fullmatch(one))
