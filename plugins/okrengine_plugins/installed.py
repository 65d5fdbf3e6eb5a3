"""Rules: metrics and types of source that are named and that something offers."""

from collections.abc import Iterable, Iterator
from typing import Any

from okrengine import MANUAL, Example, Files, Finding, Rule, called, hookimpl, meant, quoted, suggestion

LISTED = "(okr plugins lists them)"


def unknown_plugin(files: Files) -> Iterator[Finding]:
    """A metric or a type of source that nothing offers.

    Nothing is imported by a name from a file, so what is not installed cannot be measured. A metric of the project's
    own is known by the committed schema, which `okr schema --write` makes.
    """
    known = {**files.registry.known, **files.registry.metrics}
    for item in files.measured:
        name = item.text("metric")
        if name not in (None, MANUAL) and name not in known:
            hint = meant(name, files.registry.metrics) or _hint(name, known)
            yield Finding(item.place("metric"), _absent("metric", name, files), hint)
    for source in files.sources.values():
        kind = source.text("type")
        if kind is not None and kind not in files.registry.sources:
            hint = f"{called(kind, files.registry.sources)} {LISTED}"
            yield Finding(source.place("type"), _absent("source", kind, files), hint)


def plugin_not_loaded(files: Files) -> Iterator[Finding]:
    """A metric of the project's own plugins: its parameters were checked, its code was not run.

    A change that somebody proposes may change that code too, and looking at a change must run none of it. What only
    the code knows is seen when it is measured: unit, range, direction, and how parameters fit each other.
    """
    for item in files.measured:
        name = item.text("metric")
        if name in files.registry.known and name not in files.registry.metrics:
            message = f"the metric {quoted(name)} comes from a plugin of this project, whose code was not loaded"
            yield Finding(item.place("metric"), message, "its parameters were checked by schemas/okr.schema.json")


def _absent(kind: str, name: Any, files: Files) -> str:
    message = f"no {kind} {quoted(name)} is installed"
    if files.settings.plugins and _waiting(files):
        folders = ", ".join(quoted(folder) for folder in files.settings.plugins)
        message += (
            f", and the plugins of this project ({folders}) were not loaded: `okr schema --write` makes them known"
        )
    return message


def _hint(name: Any, known: Iterable[str]) -> str:
    names = sorted(known)
    return f"{suggestion(name, names)} {LISTED}" if names else "okr plugins lists what is"


def _waiting(files: Files) -> bool:
    return any(plugin.state == "not loaded" for plugin in files.registry.plugins) or not files.registry.plugins


MISSPELT = """\
id: satisfied-again
metric: csat
source: surveys
baseline: 80%
target: 90%
"""
OWN = """\
id: friendly
metric: friendliness
source: surveys
baseline: 60%
target: 80%
"""
PROJECT = {
    "okrengine.yaml": """\
version: 1
plugins: [plugins]
sources:
  surveys:
    type: csv
    path: data/surveys.csv
    columns: {response_id: id, responded_at: at, score: q1, touchpoint: shop}
""",
    "plugins/friendliness.py": "",
    "schemas/okr.schema.json": """\
{"$defs": {
  "keyResult": {"properties": {"metric": {"enum": ["csat", "friendliness"]}}},
  "with-csat": {"properties": {}},
  "with-friendliness": {"properties": {"smile": {"type": "boolean"}}}
}}
""",
}


@hookimpl
def okr_rules() -> list[Rule]:
    """201 and 209."""
    return [
        Rule(
            "OKR201",
            "unknown-plugin",
            "error",
            unknown_plugin,
            "a metric or type of source that nothing offers",
            mend="write a name that `okr plugins` lists; for a plugin of the project's own, `okr schema --write`",
            example=Example(MISSPELT.replace("csat", "cast"), MISSPELT),
        ),
        Rule(
            "OKR209",
            "plugin-not-loaded",
            "info",
            plugin_not_loaded,
            "a metric of the project's own plugins",
            mend="nothing; a package that is installed is loaded by every command",
            example=Example(OWN, OWN.replace("friendliness", "csat"), beside=PROJECT),
        ),
    ]
