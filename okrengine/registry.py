"""Find plugins and keep what they offer, by kind and name.

The loop over entry points is our own: with pluggy's loader one plugin that raises on import would end the program, and
the second of two plugins of one name would be dropped in silence. Here both are recorded and the others go on.
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, Literal

import pluggy

from okrengine import hookspecs
from okrengine.entries import entries
from okrengine.errors import ProjectError
from okrengine.guest import guest, told
from okrengine.offers import Format, Metric, Rule, Source
from okrengine.parameters import Parameter

DISTRIBUTION = "okrengine"
_HOOKS = {"metric": "okr_metrics", "source": "okr_sources", "format": "okr_formats", "rule": "okr_rules"}


@dataclass(frozen=True)
class Plugin:
    """One plugin as it was found: its name, who brought it, and whether it could be used."""

    name: str
    owner: str
    version: str
    state: Literal["ok", "failed", "not loaded"]
    error: str | None = None
    offers: tuple[tuple[str, str], ...] = ()
    module: Any = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class Registry:
    """What all plugins offer. A value that is handed down; nothing is registered globally.

    `known` are the metrics of the project's own that were not loaded, with the parameters that its committed schema
    tells. `kept` is what was worked out from the offers, so that many files that ask the same are answered once.
    """

    metrics: Mapping[str, Metric] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    formats: Mapping[str, Format] = field(default_factory=dict)
    rules: Mapping[str, Rule] = field(default_factory=dict)
    plugins: tuple[Plugin, ...] = ()
    known: Mapping[str, Mapping[str, Parameter]] = field(default_factory=dict)
    kept: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def failures(self) -> tuple[Plugin, ...]:
        """The plugins that could not be used, in the order they were found."""
        return tuple(plugin for plugin in self.plugins if plugin.state == "failed")


@dataclass(frozen=True)
class _Candidate:
    """A module still to be imported, and who brings it."""

    name: str
    owner: str
    version: str
    load: Any
    file: str = ""


def build(candidates: Iterable[_Candidate], disable: Sequence[str] = (), *, waiting: Sequence[str] = ()) -> Registry:
    """Import the candidates one by one and sort what they offer; `waiting` names folders that were not loaded."""
    plugins: list[Plugin] = []
    kept: dict[str, dict[str, Any]] = {kind: {} for kind in _HOOKS}
    owners: dict[tuple[str, str], str] = {}
    for candidate in candidates:
        plugin, offers = _load(candidate)
        offers = [(kind, offer) for kind, offer in offers if offer.__class__ is Rule or _key(offer) not in disable]
        claims = _claims(offers)
        clash = next((one for number, one in enumerate(claims) if one in owners or one in claims[:number]), None)
        if clash is not None:
            error = _told(*clash, owners.get(clash, plugin.owner))
            plugin, offers = Plugin(plugin.name, plugin.owner, plugin.version, "failed", error), []
            claims = []
        owners |= dict.fromkeys(claims, plugin.owner)
        for kind, offer in offers:
            kept[kind][_key(offer)] = offer
        plugins.append(plugin)
    plugins += [Plugin(folder, "this project", "", "not loaded") for folder in waiting]
    return Registry(kept["metric"], kept["source"], kept["format"], kept["rule"], tuple(plugins))


def find(
    disable: Sequence[str] = (),
    *,
    folders: Sequence[Path] = (),
    waiting: Sequence[str] = (),
    given: Sequence[ModuleType] = (),
) -> Registry:
    """The registry of all installed plugins, of local `folders`, and of `given` modules.

    `waiting` names the local folders of a project that a command does not load. Raises `ProjectError` where okrengine
    itself has no entry points, as in a checkout that was never installed.
    """
    candidates = installed() + [c for folder in folders for c in local(folder)]
    candidates += [_Candidate(module.__name__, "given", "", lambda module=module: module) for module in given]
    found = build(candidates, disable, waiting=waiting)
    strange = tuple(
        Plugin(one.name, one.owner, one.version, "not loaded", "it lies in the project or in the current folder")
        for one in entries(hookspecs.GROUP, strange=True)
    )
    return replace(found, plugins=(*found.plugins, *strange)) if strange else found


def installed() -> list[_Candidate]:
    """One candidate per entry point of every installed distribution, ours first, then by name."""
    found = [_Candidate(one.name, one.owner, one.version, one.load) for one in entries(hookspecs.GROUP)]
    if not any(candidate.owner == DISTRIBUTION for candidate in found):
        raise ProjectError("okrengine is not installed, so it has no plugins: run `pip install -e .` in its checkout")
    return sorted(found, key=lambda candidate: (candidate.owner != DISTRIBUTION, candidate.owner, candidate.name))


def local(folder: Path) -> list[_Candidate]:
    """One candidate per Python file of a local plugin folder, compiled from its source text."""
    if not folder.is_dir():
        raise ProjectError(f"okrengine.yaml names the plugin folder `{folder.name}`, which is not there")
    return [
        _Candidate(path.stem, f"{folder.name}/{path.name}", "", lambda path=path: _compiled(path), str(path))
        for path in sorted(folder.glob("*.py"))
        if not path.name.startswith("_")
    ]


def _compiled(path: Path) -> ModuleType:
    """The module of one plain file. Source text only: a committed `.pyc` may hold something else than was reviewed."""
    from okrengine.files import Tree  # noqa: PLC0415  only a project has plugins of its own
    from okrengine.syntax import LARGEST, Problem  # noqa: PLC0415

    content = Tree(path.parent).content(path.name)
    if path.is_symlink() or isinstance(content, Problem):
        raise ProjectError("this is a link" if isinstance(content, bytes) else content.message)
    if len(content) > LARGEST:
        raise ProjectError(f"the file has more than {LARGEST:,} bytes")
    module = ModuleType(f"okrengine_local.{path.stem}")
    module.__file__ = str(path)
    sys.modules[module.__name__] = module  # dataclasses and type hints look a module up by its name
    exec(compile(content.decode("utf-8"), str(path), "exec"), module.__dict__)  # noqa: S102  what loading is
    return module


def _load(candidate: _Candidate) -> tuple[Plugin, list[tuple[str, Any]]]:
    """Import one candidate and ask it for its offers; what it raises is recorded, whatever it is."""
    name, owner, version = candidate.name, candidate.owner, candidate.version
    try:
        with guest():
            module = candidate.load()
            offers = list(_ask(module))
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        return Plugin(name, owner, version, "failed", told(error, {candidate.file: owner})), []
    return Plugin(name, owner, version, "ok", None, tuple(_names(offers)), module), offers


def _ask(module: Any) -> Iterable[tuple[str, Any]]:
    """The offers of one plugin."""
    ask = _call if _is_plain(module) else _through_pluggy
    for kind, hook in _HOOKS.items():
        for offers in ask(module, hook):
            for offer in offers:
                expected = {"metric": Metric, "source": Source, "format": Format, "rule": Rule}[kind]
                if not isinstance(offer, expected):
                    raise TypeError(f"{hook} gave {type(offer).__name__}, not {expected.__name__}")
                yield kind, offer


def _call(module: Any, hook: str) -> list[Any]:
    """What a plugin says whose hooks are plain functions: the manager takes longer than all of them."""
    function = getattr(module, hook, None)
    answer = function() if function is not None and _marked(function) is not None else None
    return [] if answer is None else [answer]


def _through_pluggy(module: Any, hook: str) -> list[Any]:
    """What a plugin says. It has a manager to itself, so that one that raises takes no other along."""
    manager = pluggy.PluginManager(hookspecs.GROUP)
    manager.add_hookspecs(hookspecs)
    manager.register(module)
    manager.check_pending()
    answers: list[Any] = getattr(manager.hook, hook)()
    return answers


def _marked(function: Any) -> Any:
    """How a function is marked as the answer to a hook; None where it is not."""
    return getattr(function, f"{hookspecs.GROUP}_impl", None) if isinstance(function, FunctionType) else None


def _is_plain(module: Any) -> bool:
    """Whether all that a plugin marks are functions without arguments, named as a hook and not marked further."""
    return isinstance(module, ModuleType) and all(
        name in (*_HOOKS.values(), "okr_commands")
        and not any(said.values())
        and (name == "okr_commands" or one.__code__.co_argcount + one.__code__.co_kwonlyargcount == 0)
        for name, one in vars(module).items()
        if (said := _marked(one)) is not None
    )


def add_commands(registry: Registry, cli: Any) -> None:
    """Let every plugin add its commands to the command line."""
    for plugin in registry.plugins:
        if hasattr(plugin.module, "okr_commands"):
            plugin.module.okr_commands(cli=cli)


def _key(offer: Any) -> str:
    return offer.slug if isinstance(offer, Rule) else str(offer.name)


def _claims(offers: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    """What nobody else may be called: every name, and of rules the code too."""
    offers = list(offers)
    return _names(offers) + [("code", offer.code) for _, offer in offers if isinstance(offer, Rule)]


def _told(kind: str, name: str, owner: str) -> str:
    mend = "give one of them another" if kind in ("rule", "code") else "name it under `disable:` to drop both"
    return f"{kind} `{name}` is offered by {owner} too; {mend}"


def _names(offers: Iterable[tuple[str, Any]]) -> list[tuple[str, str]]:
    return [(kind, _key(offer)) for kind, offer in offers]
