"""`okr measure`: the values as they are now."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from okrengine.cli.ending import not_for_ever
from okrengine.cli.findings import INCOMPLETE, incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.progress import Progress
from okrengine.cli.readings import show
from okrengine.cli.terminal import as_json, data, safe, say
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from okrengine.model import Reading
    from okrengine.project import Project


@click.command("measure")
@select_argument
@click.option("--by", metavar="COLUMN", help="Break values down by a column, or by `hour` or `weekday`.")
@click.option(
    "--trend", type=Choice(["daily", "weekly", "monthly"]), help="Also how values stood since the cycle began."
)
@click.option(
    "--dry-run", is_flag=True, help="Show what would be asked of which source, with -v the queries; nothing is opened."
)
@click.option("--format", type=Choice(["full", "json"]), default="full", show_default=True)
@global_flags
@click.pass_obj
def command(  # noqa: PLR0913  one argument per flag
    options: Options, select: tuple[str, ...], by: str | None, trend: str | None, format: str, *, dry_run: bool
) -> int:
    """Compute and print the values; writes nothing.

    Each with its n, its interval, its window and what was left out.

    Without SELECT, everything whose cycle runs.
    """
    from okrengine.measure.document import document  # noqa: PLC0415  --help does not need it
    from okrengine.project import Project  # noqa: PLC0415
    from okrengine.syntax import quoted  # noqa: PLC0415

    project = Project.open(options.folder, named=options.given_folder, local=True)
    as_of = options.now(project.settings.timezone)
    if dry_run:
        from okrengine.cli.planned import show_plan  # noqa: PLC0415  --help does not need it

        return show_plan(project, project.plan(select, as_of=as_of, every=trend, by=by), as_of, options, format)
    with not_for_ever(), Progress(options) as progress:
        readings = project.measure(select, as_of=as_of, every=trend, by=by, on_source=progress.source)
    if format == "json":
        say(data(as_json(document(readings, as_of, trend=trend is not None, by=by))), options, level=1)
    else:
        for reading in readings:
            show(reading, project.unit_of(reading.address), options, by=by)
    failed = [reading for reading in readings if reading.status == "source_failed"]
    without = [reading.address for reading in readings if reading.value is None]
    say(f"{len(readings)} measured as of {as_of.isoformat()}{_left(without)}.", options, err=format == "json")
    if by is not None and not failed and readings and not any(reading.by for reading in readings):
        raise ProjectError(f"none of the sources asked has a column {quoted(by)}: {_meant(by, readings, project)}")
    return incomplete(project, options) or (INCOMPLETE if failed else 0)


def _left(without: Sequence[str]) -> str:
    """How many have no value, and what shows why."""
    if not without:
        return ""
    said = "1 has no value" if len(without) == 1 else f"{len(without)} have no value"
    return f"; {said}, `okr measure {safe(without[0])}` says why"


def _meant(by: str, readings: "Sequence[Reading]", project: "Project") -> str:
    """Which column was probably meant: one that the sources asked map, or what a breakdown may be by beside."""
    from okrengine.nearness import nearest  # noqa: PLC0415  --help does not need it

    sources = (project.settings.sources.get(one.source or "") for one in readings)
    known = [name for source in sources if source is not None for name in source.columns]
    found = nearest(by, (*known, "hour", "weekday"))
    return f"did you mean `{found}`?" if found else "name one of theirs, hour or weekday"
