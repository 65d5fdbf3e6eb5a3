"""`okr measure`: the values as they are now."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from okrengine.cli.findings import INCOMPLETE, incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.progress import Progress
from okrengine.cli.readings import show
from okrengine.cli.terminal import as_json, data, safe, say
from okrengine.errors import ProjectError

if TYPE_CHECKING:
    from datetime import datetime

    from okrengine.measure.planning import Plan, Planned
    from okrengine.project import Project


@click.command("measure")
@select_argument
@click.option("--by", metavar="COLUMN", help="Break values down by a column, or by `hour` or `weekday`.")
@click.option(
    "--trend", type=Choice(["daily", "weekly", "monthly"]), help="Also how values stood since the cycle began."
)
@click.option("--dry-run", is_flag=True, help="Show what would be asked of which source; nothing is opened.")
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
        return _show_plan(project, project.plan(select, as_of=as_of, every=trend, by=by), as_of, options, format)
    with Progress(options) as progress:
        readings = project.measure(select, as_of=as_of, every=trend, by=by, on_source=progress.source)
    if format == "json":
        say(data(as_json(document(readings, as_of, trend=trend is not None, by=by))), options, level=1)
    else:
        for reading in readings:
            show(reading, project.unit_of(reading.address), options, by=by)
    failed = [reading for reading in readings if reading.status == "source_failed"]
    missing = sum(reading.value is None for reading in readings)
    say(
        f"{len(readings)} measured as of {as_of.isoformat()}; {missing} without a value.", options, err=format == "json"
    )
    if by is not None and not failed and readings and not any(reading.by for reading in readings):
        raise ProjectError(f"none of the sources asked has a column {quoted(by)}: name one of theirs, hour or weekday")
    return incomplete(project, options) or (INCOMPLETE if failed else 0)


def _show_plan(project: "Project", plan: "Plan", as_of: "datetime", options: Options, format: str) -> int:
    from okrengine.measure.document import plan_document  # noqa: PLC0415  --help does not need it

    last = {planned.ask.address: project.last_value(planned.ask.address, as_of) for planned in plan.asks}
    if format == "json":
        say(data(as_json(plan_document(plan, as_of, last))), options, level=1)
    else:
        for planned in plan.asks:
            say("\n".join(_planned(planned, last[planned.ask.address])), options, level=1)
        for number, text in enumerate(plan.queries, 1):
            say(f"\nquery {number}\n{safe_lines(text)}", options, level=1)
    asked = f"{len(plan.asks)} would be measured as of {as_of.isoformat()}"
    say(f"{asked}, by {_counted(len(plan.queries))}; nothing was opened.", options, err=format == "json")
    return incomplete(project, options) or (INCOMPLETE if any(planned.reason for planned in plan.asks) else 0)


def safe_lines(text: str) -> str:
    """A text of several lines, each of them safe for a terminal."""
    return "\n".join(map(safe, text.splitlines()))


def _planned(planned: "Planned", last: str | None) -> Iterator[str]:
    measure = planned.ask.measure
    yield safe(planned.ask.address)
    if planned.reason is not None or planned.source is None or planned.window is None:
        yield f"  cannot be measured: {safe(planned.reason or '')}"
        return
    path = f" {planned.source.path}" if planned.source.path else ""
    yield safe(f"  {measure.metric} of {planned.source.name} ({planned.source.type}{path})")
    given = [f"{name} {value}" for name, value in planned.parameters.items() if name in measure.options]
    yield from [safe(f"  with {', '.join(given)}")] if given else []
    yield f"  {planned.window.start:%Y-%m-%d %H:%M} to {planned.window.end:%Y-%m-%d %H:%M}"
    numbers = " and ".join(map(str, planned.queries))
    yield f"  query {numbers}" + (f"; last value {safe(last)}" if last else "; no value yet")


def _counted(number: int) -> str:
    return "1 query" if number == 1 else f"{number} queries"
