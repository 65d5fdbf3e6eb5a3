"""`okr schema`: the JSON Schemas of the files, with the parameters of every installed metric."""

from typing import TYPE_CHECKING

import click

from okrengine.cli.findings import INCOMPLETE
from okrengine.cli.options import Options, global_flags
from okrengine.cli.terminal import safe, say
from okrengine.nearness import suggestion

if TYPE_CHECKING:
    from okrengine.registry import Registry


@click.command("schema")
@click.argument("name", required=False, metavar="[okr|okrengine|checkin|report|measure|diagnostics]")
@click.option("--write", is_flag=True, help="Write all of them to schemas/.")
@click.option("--check", is_flag=True, help="End with 1 where schemas/ is out of date.")
@global_flags
@click.pass_obj
def command(options: Options, name: str | None, *, write: bool, check: bool) -> int:
    """Print a schema, write all to schemas/, or check those there.

    The metrics and sources of installed plugins, and of the project's own, are merged in.
    """
    from okrengine.project import find_registry, schema_texts  # noqa: PLC0415  --help does not need it

    if write + check + (name is not None) > 1:
        raise click.UsageError("name a schema to print it, or give --write or --check for all of them")
    registry = find_registry(options.folder, named=options.given_folder, local=True)
    for plugin in registry.failures:
        told = f"{plugin.name} ({plugin.owner}) failed: {plugin.error}; without it no schema is written or compared"
        say(safe(f"okr: {told}"), options, level=1, err=True)
    if write or check:
        return _all(registry, options, check=check) if not registry.failures else INCOMPLETE
    texts = schema_texts(registry)
    wanted = f"{name or 'okr'}.schema.json"
    if wanted not in texts:
        known = [text.removesuffix(".schema.json") for text in texts]
        raise click.UsageError(f"there is no schema `{name}`: {suggestion(str(name), known)}")
    say(texts[wanted].rstrip("\n"), options, level=1)
    return INCOMPLETE if registry.failures else 0


def _all(registry: "Registry", options: Options, *, check: bool) -> int:
    """Write all schemas, or say which are not fresh."""
    from okrengine.project import write_schemas  # noqa: PLC0415  --help does not need it

    changed = write_schemas(options.folder, registry, named=options.given_folder, only_look=check)
    for path, wrong in changed.items():
        say(f"{path} {wrong}" if check else f"wrote {path}", options)
    return int(check and bool(changed))
