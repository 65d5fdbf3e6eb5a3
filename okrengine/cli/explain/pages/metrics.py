"""All metrics as a page of the docs: a table by what they are about, then each in full with its example."""

from collections.abc import Iterable, Iterator

from okrengine.cli.explain import metric as told
from okrengine.cli.explain.lines import kind
from okrengine.cli.explain.pages.cells import flowing, table
from okrengine.offers import ANY, SCALED, TIMED, Metric
from okrengine.offers.metrics import MIN_SAMPLE
from okrengine.parameters import Parameter
from okrengine.registry import Registry

HEAD = """\
# Metrics

What a key result can be measured by. `okr explain NAME` shows the same on a terminal, `okr explain metrics` the list.
A key result names a metric, a source of rows, and what belongs to both:

```yaml
metric: csat                       # what is computed
source: surveys                    # from which rows: a name under `sources:` in okrengine.yaml
with: {scale: [1, 7], satisfied_min: 6}     # the metric's own parameters
where: {touchpoint: shop}          # only these rows; a value, a list, or {at_least:, at_most:, not:}
window: last 30 d                  # from when: the cycle unless it says otherwise
```

The columns that a metric reads are those of a *record*; `columns:` of the source says what the file calls them, each
that the metric needs. How cells become values is told in [sources.md](sources.md). A row that stands there twice, as
where exports overlap, counts twice unless the source has `dedup:`.

Every value comes with the rows behind it (`n`), what is above and below the line, a 95 % interval where there is an
honest one, and counts of all that was left out and why. No data is never 0: a value is right, or it is missing with a
reason (`no_data`, `not_reached`, `undefined`, `stale`, `source_failed`). [articles.md](articles.md) goes the other way:
from what a team wants to know to the metric that says it.

The interval of a net score (normal) and of a mean (Student's t) is not cut off at the ends of its scale: few answers
near an end give one that reaches beyond, an NPS above 100 or a mean above five stars. It says that they are few.
Wilson's interval, of shares, and that of a median stay where values can be.

A **preset** is a metric under the name that people have for it: the same computation, with its own title and perhaps
other defaults. Examples are seen from 21 November 2026, over that year, in UTC; ids and times that are of no matter are
left out of their rows. Lengths of time that stand beside a value are in its unit; `okr measure --format json` gives
all of them in seconds.
"""
SHARED = """\
## Shared parameters

Metrics with a scale take

{scaled}

those of lengths of time take

{timed}

Public holidays of a country or region under `holidays` come from the package of that name. A new release of it may
know other days, also past ones, so that values of business hours change without a change of the data: pin its version
where you install okrengine (`holidays==…`), or write the dates.

Metrics with an interval or a sample take

{sample}
"""
SIGNS = {"higher": "↑", "lower": "↓", None: ""}


def page(registry: Registry) -> str:
    """A table of all, the parameters that many have, and each in full."""
    topics = list(told.by_topic(one for one in registry.metrics.values() if one.kinds))
    parts = [HEAD.rstrip("\n")]
    for topic, metrics in topics:
        rows = ((f"[{one.name}](#{one.name})", one.title, _unit(one), _records(one)) for one in metrics)
        parts.append(f"## {topic}\n\n{table(('metric', 'says', 'unit', 'reads'), rows)}")
    sections = (section(one, registry) for _, metrics in topics for one in metrics)
    return "\n\n".join([*parts, _shared(), "## In full", *sections])


def section(metric: Metric, registry: Registry) -> str:
    """One metric in full."""
    return "\n\n".join(_parts(metric, registry))


def _parts(metric: Metric, registry: Registry) -> Iterator[str]:
    preset = f" A preset of [{metric.preset_of}](#{metric.preset_of})." if metric.preset_of else ""
    yield f"### {metric.name}"
    yield f"**{metric.title or metric.name}.**{preset}"
    yield flowing(metric.help)
    facts = [(name, fact) for name, fact in told.facts(metric)]
    for record, columns in told.columns(metric):
        said = "; ".join(f"{how}: {', '.join(f'`{name}`' for name in names)}" for how, names in columns)
        facts.append((f"columns of {record}", said))
    if found := told.presets(metric, registry.metrics.values()):
        facts.append(("presets", ", ".join(f"[{one.name}](#{one.name})" for one in found)))
    if facts:
        yield table(("", ""), facts)
    yield from _parameters(metric)
    yield from _example(metric)


def _parameters(metric: Metric) -> Iterator[str]:
    shared = [one for one in metric.parameters.values() if told.is_shared(metric, one)]
    own = [one for one in metric.parameters.values() if one not in shared]
    if own:
        yield _options(own)
    if shared:
        names = ", ".join(f"`{one.name}`{_default(one)}" for one in shared)
        yield f"{'Also' if own else 'Takes'} the [shared parameters](#shared-parameters) {names}."


def _default(one: Parameter) -> str:
    return f" = `{one.written_default}`" if one.written_default else ""


def _example(metric: Metric) -> Iterator[str]:
    example = metric.example
    if example is None:
        return
    rows = example.table
    yield f"```yaml\n{told.key_result(metric, example)}\n```"
    yield f"with the rows\n\n{table(list(rows[0]), (list(row.values()) for row in rows))}"
    value, *parts = told.answer(metric, example.gives).split(" · ")
    yield f"gives {' · '.join([f'**{value}**', *parts])}"


def _options(parameters: Iterable[Parameter]) -> str:
    rows = [
        (
            f"`{one.name}`",
            one.help,
            kind(one),
            "must be given" if one.required else f"`{one.written_default or 'none'}`",
        )
        for one in parameters
    ]
    return table(("parameter", "what it is", "write", "default"), rows)


def _shared() -> str:
    return SHARED.rstrip("\n").format(
        scaled=_options(SCALED.values()), timed=_options(TIMED.values()), sample=_options([MIN_SAMPLE])
    )


def _unit(metric: Metric) -> str:
    return f"{metric.unit_for(told.bound(metric))} {SIGNS[metric.better]}".strip()


def _records(metric: Metric) -> str:
    return "any" if metric.record == ANY else ", ".join(metric.kinds)
