"""`okr measure`: the values as they are now."""

from typing import TYPE_CHECKING

import click

from okrengine.cli.findings import INCOMPLETE, incomplete
from okrengine.cli.options import Choice, Options, global_flags, select_argument
from okrengine.cli.terminal import as_json, data, safe, say

if TYPE_CHECKING:
    from okrengine.model import Reading


@click.command("measure")
@select_argument
@click.option("--format", type=Choice(["full", "json"]), default="full", show_default=True)
@global_flags
@click.pass_obj
def command(options: Options, select: tuple[str, ...], format: str) -> int:
    """Compute and print the values; writes nothing.

    Each with its n, its interval, its window and what was left out.

    Without SELECT, everything whose cycle runs.
    """
    from okrengine.measure.document import document  # noqa: PLC0415  --help does not need it
    from okrengine.project import Project  # noqa: PLC0415

    project = Project.open(options.folder, named=options.given_folder, local=True)
    as_of = options.now(project.settings.timezone)
    readings = project.measure(select, as_of=as_of)
    if format == "json":
        say(data(as_json(document(readings, as_of))), options, level=1)
    else:
        for reading in readings:
            show(reading, project.unit_of(reading.address), options)
    failed = [reading for reading in readings if reading.status == "source_failed"]
    missing = sum(reading.value is None for reading in readings)
    say(
        f"{len(readings)} measured as of {as_of.isoformat()}; {missing} without a value.", options, err=format == "json"
    )
    return incomplete(project, options) or (INCOMPLETE if failed else 0)


def show(reading: "Reading", unit: str, options: Options, *, err: bool = False) -> None:
    """One reading in a few short lines: the value first, what stands behind it below."""
    from okrengine.checkins import written  # noqa: PLC0415  needs what --help does not
    from okrengine.quantity import PERCENT  # noqa: PLC0415

    value, interval = written(reading, unit)
    head = str(value) if value is not None else f"no value ({reading.status}): {reading.reason}"
    lines = [safe(reading.address), f"  {safe(head)}"]
    behind = [] if reading.n is None else [f"n {reading.n}"]
    if reading.numerator is not None and reading.denominator is not None and reading.unit == PERCENT:
        behind.append(f"{_number(reading.numerator)} / {_number(reading.denominator)}")
    if interval is not None:
        behind.append(f"95 % {interval[0]} to {interval[1]}")
    if reading.status == "insufficient_sample":
        behind.append("small sample")
    behind += [f"{count} {reason}" for reason, count in reading.excluded.items() if count]
    if unanswered := reading.details.get("unanswered"):
        behind.append(f"{unanswered} unanswered")
    behind.append(f"{reading.metric} of {reading.source}")
    lines.append("  " + " · ".join(behind))
    if reading.window is not None:
        lines.append(f"  {reading.window.start:%Y-%m-%d %H:%M} to {reading.window.end:%Y-%m-%d %H:%M}")
    say("\n".join(lines), options, level=1, err=err)


def _number(amount: object) -> str:
    from okrengine.quantity import Quantity  # noqa: PLC0415  needs what --help does not

    return str(Quantity.rounded(amount, "", 2))  # type: ignore[arg-type]
