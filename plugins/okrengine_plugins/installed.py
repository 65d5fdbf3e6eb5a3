"""Rules: metrics and types of source that are named and that something offers."""

import json
from collections.abc import Iterator
from typing import Any

from okrengine import MANUAL, Files, Finding, Item, Problem, Rule, hookimpl, quoted, suggestion

COMMITTED = "schemas/okr.schema.json"


def unknown_plugin(files: Files) -> Iterator[Finding]:
    """A metric or a type of source that nothing offers.

    Nothing is imported by a name from a file. A metric of the project's own is known by the committed schema, which
    `okr schema --write` makes.
    """
    local = _committed(files)
    for item in files.measured:
        name = item.text("metric")
        if name not in (None, MANUAL) and name not in files.registry.metrics and name not in local:
            yield Finding(item.place("metric"), _absent("metric", name, files), _hint(name, files.registry.metrics))
    sources = files.project.data.get("sources") or {}
    for name, said in sources.items():
        source = Item(files, files.project, ("sources", name), said)
        kind = source.text("type")
        if kind is not None and kind not in files.registry.sources:
            yield Finding(source.place("type"), _absent("source", kind, files), _hint(kind, files.registry.sources))


def plugin_not_loaded(files: Files) -> Iterator[Finding]:
    """A metric of the project's own plugins: it is known by the committed schema, its code was not run."""
    local = _committed(files)
    for item in files.measured:
        name = item.text("metric")
        if name in local and name not in files.registry.metrics:
            message = f"the metric {quoted(name)} comes from a plugin of this project, which was not loaded"
            yield Finding(item.place("metric"), message, "its code was not run and its parameters were not checked")


def _absent(kind: str, name: Any, files: Files) -> str:
    message = f"no {kind} {quoted(name)} is installed"
    if files.settings.plugins and _waiting(files):
        folders = ", ".join(quoted(folder) for folder in files.settings.plugins)
        message += (
            f", and the plugins of this project ({folders}) were not loaded: `okr schema --write` makes them known"
        )
    return message


def _hint(name: Any, known: Any) -> str:
    return f"{suggestion(name, sorted(known))} (okr plugins lists them)" if known else "okr plugins lists what is"


def _waiting(files: Files) -> bool:
    return any(plugin.state == "not loaded" for plugin in files.registry.plugins) or not files.registry.plugins


def _committed(files: Files) -> frozenset[str]:
    """The names of metrics in the committed schema, where the project has plugins of its own: data, and not trusted."""
    if not files.settings.plugins:
        return frozenset()
    found = files.tree.content(COMMITTED)
    if isinstance(found, Problem):
        return frozenset()
    try:
        names = json.loads(found)["$defs"]["keyResult"]["properties"]["metric"]["enum"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return frozenset()
    return frozenset(name for name in names if isinstance(name, str)) if isinstance(names, list) else frozenset()


@hookimpl
def okr_rules() -> list[Rule]:
    """201 and 209."""
    return [
        Rule("OKR201", "unknown-plugin", "error", unknown_plugin, "a metric or type of source that nothing offers"),
        Rule("OKR209", "plugin-not-loaded", "info", plugin_not_loaded, "a metric of the project's own plugins"),
    ]
