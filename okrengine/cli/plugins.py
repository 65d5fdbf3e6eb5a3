"""`okr plugins`: who offers what."""

from typing import TYPE_CHECKING

import click

from okrengine.cli import completing
from okrengine.cli.findings import INCOMPLETE
from okrengine.cli.options import Choice, Options, global_flags
from okrengine.cli.terminal import as_json, data, safe, say
from okrengine.errors import ProjectError
from okrengine.nearness import suggestion

if TYPE_CHECKING:
    from okrengine.registry import Registry


@click.command("plugins")
@click.argument("name", required=False, shell_complete=completing.offers)
@click.option("--format", type=Choice(["full", "json"]), default="full", show_default=True)
@global_flags
@click.pass_obj
def command(options: Options, name: str | None, format: str) -> int:
    """List plugins and what they offer; NAME shows one offer.

    Each plugin with its owner, version and state, an offer with its parameters.

    Outside a project, the installed plugins alone.
    """
    from okrengine.project import find_registry  # noqa: PLC0415  --help does not need it

    registry = find_registry(options.folder, named=options.given_folder, local=True)
    if name is not None:
        say(_one(registry, name), options, level=1)
    elif format == "json":
        rows = [
            {
                "name": plugin.name,
                "owner": plugin.owner,
                "version": plugin.version,
                "state": plugin.state,
                "error": plugin.error,
                "offers": [{"kind": kind, "name": offered} for kind, offered in plugin.offers],
            }
            for plugin in registry.plugins
        ]
        text = as_json({"format_version": "1.0", "plugins": rows})
        say(data(text), options, level=1)
    else:
        for plugin in registry.plugins:
            offers = ", ".join(f"{kind} {offered}" for kind, offered in plugin.offers)
            said = plugin.error or offers
            say(safe(f"{plugin.state:10}  {plugin.owner} {plugin.version}  {plugin.name}: {said}"), options, level=1)
    return INCOMPLETE if registry.failures else 0


def _one(registry: "Registry", name: str) -> str:
    """Everything of a name: a metric, a source, a format, a rule may share one."""
    from okrengine.cli.explain.offer import text  # noqa: PLC0415  --help does not need it

    kinds = ("metrics", "sources", "formats", "rules")
    found = [
        f"{text(kind[:-1], offers[name], registry)}\n\n{_owner(registry, kind[:-1], name)}"
        for kind in kinds
        if name in (offers := getattr(registry, kind))
    ]
    if not found:
        known = [each for kind in kinds for each in getattr(registry, kind)]
        raise ProjectError(f"nothing offers `{name}`: {suggestion(name, known)}")
    return "\n\n".join(found)


def _owner(registry: "Registry", kind: str, name: str) -> str:
    """Who brings an offer: the plugin, and the distribution with its version or the file of the project."""
    plugin = next(one for one in registry.plugins if (kind, name) in one.offers)
    return safe(f"offered by {f'{plugin.owner} {plugin.version}'.strip()} (plugin {plugin.name})")
