"""`okr explain`: what a rule finds, why that matters, and what to do about it; a metric likewise."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from okrengine.cli import completing
from okrengine.cli.findings import INCOMPLETE
from okrengine.cli.options import Choice, Flag, Options, global_flags
from okrengine.cli.terminal import as_json, data, safe, say
from okrengine.errors import ProjectError
from okrengine.nearness import by_words

KINDS = completing.KINDS
LONGEST = 200
"""So many characters of what okrengine.yaml says of a rule are shown."""

if TYPE_CHECKING:
    from okrengine.offers import Offer, Rule
    from okrengine.registry import Registry

    Explained = tuple[str, Offer, str | None]
    """The kind of an offer, the offer, and what the project says of it."""


@click.command("explain")
@click.argument("names", nargs=-1, metavar="[NAME|ADDRESS]...", shell_complete=completing.explained)
@click.option("--all", "everything", cls=Flag, is_flag=True, help="All of a kind in full: rules, unless KIND says.")
@click.option("--cycle", shell_complete=completing.cycles, help="Of addresses: the cycle (default: as in okr status).")
@click.option("--format", type=Choice(["full", "json", "markdown"]), default="full", show_default=True)
@global_flags
@click.pass_obj
def command(options: Options, names: tuple[str, ...], cycle: str | None, format: str, *, everything: bool) -> int:
    """Explain a rule, a metric, a source, or a score.

    Of a rule: what it finds, why, an example of each side, what to do. Of a metric: what is counted, its columns and
    parameters, and an example with its answer.

    Of an ADDRESS: how it got its score and its status, with every number and its place, and where it leads. That is
    team/objective/key-result, one of its guardrails (…/key-result#1), team/objective, a team or a cycle.

    For a NAME there may stand a kind, `rules`, `metrics`, `sources` or `formats`: it is listed, with --all in full.
    Without a NAME it lists the rules. It needs no project and runs no code of one; in a project it shows what
    okrengine.yaml says of a rule.
    """
    names = tuple(dict.fromkeys(names)) or ("rules",)
    registry, said = _known(options)
    here = () if all("/" in name or _offered(registry, name) for name in names) else _places(options)
    addresses = [name for name in names if "/" in name or (name in here and not _offered(registry, name))]
    if addresses:
        return _standings(options, addresses, cycle, format, alone=len(addresses) == len(names))
    if cycle is not None:
        raise click.UsageError("--cycle is of addresses: okr explain team/objective/key-result --cycle NAME")
    found = [each for name in names for each in _find(registry, said, name, here)]
    say(_told(found, registry, names, format, everything=everything), options, level=1)
    for plugin in registry.failures:
        lost = f"{plugin.name} ({plugin.owner}) failed: {plugin.error}; what it offers is not told"
        say(safe(f"okr: {lost}"), options, level=1, err=True)
    return INCOMPLETE if registry.failures else 0


def _told(
    found: list["Explained"], registry: "Registry", names: tuple[str, ...], format: str, *, everything: bool
) -> str:
    """What was asked for, in its form."""
    from okrengine.cli.explain.document import document  # noqa: PLC0415  --help does not need it
    from okrengine.cli.explain.listing import listing  # noqa: PLC0415
    from okrengine.cli.explain.offer import text as full  # noqa: PLC0415
    from okrengine.cli.explain.pages import PAGES, section  # noqa: PLC0415
    from okrengine.syntax import inert  # noqa: PLC0415

    kinds = [name for name in names if name in KINDS]
    if format == "markdown":
        alone = (section(offer, registry) for _, offer, _ in found)
        return "\n\n".join((PAGES[name](registry) for name in kinds) if len(kinds) == len(names) else alone)
    if format == "json":
        return data(as_json(document(found, registry)))
    if everything or len(kinds) < len(names):
        return inert("\n\n\n".join(full(kind, offer, registry, here) for kind, offer, here in found))
    return inert("\n\n".join(listing(name, registry) for name in kinds))


def _standings(options: Options, addresses: list[str], cycle: str | None, format: str, *, alone: bool) -> int:
    """How addresses got their scores. They need a project, whose files are read and graded; none of its code runs."""
    from okrengine.cli.explain import standing  # noqa: PLC0415  --help does not need it
    from okrengine.cli.findings import incomplete  # noqa: PLC0415
    from okrengine.project import Project  # noqa: PLC0415

    if not alone or format == "markdown":
        raise ProjectError("addresses are explained by themselves, as text or with --format json")
    project = Project.open(options.folder, named=options.given_folder)
    as_of = options.today(project.settings.timezone)
    if format == "json":
        found = [standing.document(project, each, cycle, as_of) for each in addresses]
        say(data(as_json({"format_version": "1.1", "explained": found})), options, level=1)
    else:
        say("\n\n\n".join(standing.text(project, each, cycle, as_of) for each in addresses), options, level=1)
    return incomplete(project, options)


def _offered(registry: "Registry", name: str) -> bool:
    """Whether a plugin offers something of the name; a team that bears the same is `team/`."""
    named = (KINDS, registry.metrics, registry.sources, registry.formats)
    return any(name in each for each in named) or _rule(registry, name) is not None


def _places(options: Options) -> tuple[str, ...]:
    """The teams and cycles of the project, where there is one whose files are right."""
    from okrengine.cli.explain.addresses import places  # noqa: PLC0415  --help does not need it
    from okrengine.errors import OkrError  # noqa: PLC0415
    from okrengine.project import Project  # noqa: PLC0415

    try:
        return places(Project.open(options.folder, named=options.given_folder))
    except OkrError:
        return ()


def _known(options: Options) -> tuple["Registry", dict[str, str]]:
    """What installed plugins offer, and what okrengine.yaml says of rules; a broken one says nothing."""
    from okrengine import registry  # noqa: PLC0415  --help does not need it
    from okrengine.project import BrokenFilesError, find_registry  # noqa: PLC0415

    try:
        found = find_registry(options.folder, named=options.given_folder, local=False)
    except BrokenFilesError:
        return registry.find(), {}
    return found, _said(options)


def _said(options: Options) -> dict[str, str]:
    """What okrengine.yaml says of each rule that it names, as it is written there, and where."""
    from okrengine.config import FILE, find_root  # noqa: PLC0415  --help does not need it
    from okrengine.files import Tree  # noqa: PLC0415
    from okrengine.syntax import cut, visible  # noqa: PLC0415

    try:
        document, _ = Tree(find_root(options.folder, named=options.given_folder)).document(FILE)
    except ProjectError:  # outside a project
        return {}
    levels = document.at(("rules",)) if document is not None else None
    if document is None or not isinstance(levels, dict):
        return {}
    found = {}
    for name in levels:
        at = document.value(("rules", name))
        if at.line == at.end_line:
            written = document.lines[at.line - 1][at.column - 1 : at.end_column - 1]
            found[name] = f"{visible(cut(written, LONGEST))} ({FILE}:{at.line})"
    return found


def _find(registry: "Registry", said: dict[str, str], name: str, here: tuple[str, ...]) -> list["Explained"]:
    """All that goes by a name: a metric, a source, a format and a rule may share one; or all of a kind."""
    kinds: dict[str, Mapping[str, Offer]] = {
        "metric": registry.metrics,
        "source": registry.sources,
        "format": registry.formats,
    }
    if name in KINDS:
        offers = kinds.get(name.removesuffix("s")) or _by_code(registry)
        return [(name.removesuffix("s"), offer, said.get(key)) for key, offer in offers.items()]
    found: list[Explained] = [(kind, offers[name], None) for kind, offers in kinds.items() if name in offers]
    rule = _rule(registry, name)
    if rule is not None:
        found.append(("rule", rule, said.get(rule.slug)))
    if not found:
        raise ProjectError(_unknown(registry, name, [each for offers in kinds.values() for each in offers], here))
    return found


def _rule(registry: "Registry", name: str) -> "Rule | None":
    """The rule of a slug, a code or the number of one."""
    from okrengine.rules import find  # noqa: PLC0415  --help does not need it

    return find(registry.rules, name) or find(registry.rules, f"OKR{name}")


def _by_code(registry: "Registry") -> dict[str, "Offer"]:
    return {rule.slug: rule for rule in sorted(registry.rules.values(), key=lambda rule: rule.code)}


def _unknown(registry: "Registry", name: str, others: list[str], here: tuple[str, ...]) -> str:
    from okrengine.syntax import quoted  # noqa: PLC0415  --help does not need it

    meant = by_words(name, registry.rules) or by_words(name, [*others, *here])
    hint = f"did you mean `{meant}`?" if meant else "`okr explain` lists the rules, `okr plugins` all else"
    waiting = [f"`{plugin.name}`" for plugin in registry.plugins if plugin.state == "not loaded"]
    if waiting:
        own = f"the plugins of this project ({', '.join(waiting)}) are not loaded by `okr explain`"
        hint = f"{hint}; {own}: `okr plugins {quoted(name).strip('`')}` loads them and shows it"
    return f"nothing that is installed is called {quoted(name)}: {hint}"
