"""`okr schema`: the JSON Schemas of the files, with the parameters of every installed metric."""

import click

from okrengine.cli.options import Options, global_flags
from okrengine.cli.terminal import say
from okrengine.nearness import suggestion


@click.command("schema")
@click.argument("name", required=False, metavar="[okr|okrengine|checkin|report|measure|diagnostics]")
@click.option("--write", is_flag=True, help="Write all of them to schemas/.")
@click.option("--check", is_flag=True, help="End with 1 where schemas/ is out of date.")
@global_flags
@click.pass_obj
def command(options: Options, name: str | None, *, write: bool, check: bool) -> int:
    """Print a schema, write them all to schemas/, or check that schemas/ is fresh."""
    from okrengine.project import find_registry, schema_texts, write_schemas  # noqa: PLC0415

    registry = find_registry(options.folder, named=options.given_folder, local=True)
    if write or check:
        changed = write_schemas(options.folder, registry, named=options.given_folder, only_look=check)
        for path in changed:
            say(f"{path} is out of date: run okr schema --write" if check else f"wrote {path}", options)
        return int(check and bool(changed))
    texts = schema_texts(registry)
    wanted = f"{name or 'okr'}.schema.json"
    if wanted not in texts:
        known = [text.removesuffix(".schema.json") for text in texts]
        raise click.UsageError(f"there is no schema `{name}`: {suggestion(str(name), known)}")
    say(texts[wanted].rstrip("\n"), options, level=1)
    return 0
