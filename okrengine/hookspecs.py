"""The five hooks. All but the last take nothing and return what the plugin offers, as plain frozen values."""

from typing import TYPE_CHECKING

import pluggy

from okrengine.offers import Format, Metric, Rule, Source

if TYPE_CHECKING:
    import click

GROUP = "okrengine"
hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def okr_metrics() -> list[Metric]:  # type: ignore[empty-body]
    """Metrics that a key result or a guardrail may name under `metric:`."""


@hookspec
def okr_sources() -> list[Source]:  # type: ignore[empty-body]
    """Kinds of source that `okrengine.yaml` may name under `type:`."""


@hookspec
def okr_formats() -> list[Format]:  # type: ignore[empty-body]
    """Forms in which `okr report -o FORMAT=PATH` can write a report."""


@hookspec
def okr_rules() -> list[Rule]:  # type: ignore[empty-body]
    """Checks that `okr validate` runs over the files of a project."""


@hookspec
def okr_commands(cli: "click.Group") -> None:
    """Add commands of one's own to `okr`: `cli.add_command(…)`."""
