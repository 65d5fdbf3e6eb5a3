"""What there is to say of a metric, once for the terminal, the page and programs."""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from typing import Any

import yaml

from okrengine.offers import ANY, SCALED, TIMED, Case, Metric
from okrengine.offers.records import RECORDS, TOPICS, TOTALS, Record
from okrengine.parameters import Parameter, ParameterError
from okrengine.quantity import SECONDS, Quantity

UNITS = {"%": "percent", "h": "hours", "d": "days", "score": "points of the scale", "": "a number"}
ROWS = {
    "window": "those in the window by {}",
    "history": "all until the end of the window by {}",
    "lifetime": "all that are known, also after the window, by {}",
}
_SCALE_COLUMNS = {"weight": "`weighted: true`", "respondent_id": "`answers: latest`"}
_PLACES = 4
_LONGEST = 76


def facts(metric: Metric) -> Iterator[tuple[str, str]]:
    """Unit and direction, which rows arrive, how many are few; nothing of one that reads no rows."""
    if not metric.kinds:
        return
    better = f"{metric.better} is better" if metric.better else "neither direction is better"
    yield "unit", ", ".join(filter(None, (unit(metric), better, metric.ends)))
    yield "rows", ROWS[metric.reads].format(_times(metric))
    if metric.min_sample is not None:
        yield "sample", f"below {metric.min_sample} rows the value is shown and flagged (`min_sample`)"
    if metric.voice is not None:
        yield "voice", "the customer's" if metric.voice == "customer" else "internal"
    if metric.refreshes:
        yield "new data", f"every {metric.refreshes}"
    if metric.unlike:
        yield "names", f"{', '.join(f'`{name}`' for name in metric.unlike)} may mean this or something else: say which"


def _times(metric: Metric) -> str:
    """The timestamps that count, by the records."""
    if metric.window_on:
        return f"`{metric.window_on}`"
    if metric.record == ANY:
        return "their own time"
    times = [RECORDS[name].time for name in metric.records if name in RECORDS]
    return " or ".join(f"`{name}`" for name in dict.fromkeys([*times, *(["period"] if metric.totals else [])]))


def unit(metric: Metric) -> str:
    """The unit in words; one that depends on the parameters as it is for the example."""
    found = metric.unit_for(bound(metric))
    words = UNITS.get(found, found)
    return f"{words} (other parameters may change it)" if callable(metric.unit) else words


def columns(metric: Metric) -> Iterator[tuple[str, list[tuple[str, list[str]]]]]:
    """For each type of record that is read, its columns by what must be done about them."""
    for name in ("any record",) if metric.record == ANY else metric.records:
        if metric.record == ANY or name in RECORDS:
            yield name, [(how, names) for how, names in _columns(metric, RECORDS.get(name)) if names]
    if metric.totals:
        yield TOTALS, [("must be filled", ["period", *metric.totals])]


def _columns(metric: Metric, record: Record | None) -> Iterator[tuple[str, list[str]]]:
    """The columns of a record; without one, those that the rows must have whatever they are."""
    uses = metric.uses_for(bound(metric))
    known = set(record.columns) if record else {*metric.needs, *uses, *metric.any_of, *metric.heeds}
    told: set[str] = set()

    def fresh(names: Iterable[str]) -> list[str]:
        found = [name for name in dict.fromkeys(names) if name in known and name not in told]
        told.update(found)
        return found

    yield "must be filled", fresh((*(record.required if record else ()), *metric.needs))
    yield "must be mapped", fresh(uses)
    yield "one at least must be mapped", fresh(metric.any_of)
    yield "read where mapped", fresh(metric.heeds)
    if metric.scale is not None:
        for name, option in _SCALE_COLUMNS.items():
            yield f"for {option}", fresh([name])
    if record is not None:
        yield "for `where` and breakdowns", fresh(record.columns)


def bound(metric: Metric) -> Mapping[str, Any]:
    """The parameters of the example with the defaults filled in; defaults alone where there is none."""
    try:
        return metric.bind(metric.example.options if metric.example else {})
    except ParameterError:
        return {name: one.default for name, one in metric.parameters.items()}


def is_shared(metric: Metric, one: Parameter) -> bool:
    """Whether a parameter is one that all metrics of a kind have: of a scale, of lengths of time, of a sample."""
    if one.name == "min_sample":
        return metric.min_sample is not None
    common = {**(SCALED if metric.scale is not None else {}), **(TIMED if metric.timed else {})}
    return one.name in common and one.help == common[one.name].help


def by_topic(metrics: Iterable[Metric]) -> Iterator[tuple[str, list[Metric]]]:
    """Metrics under the headings of what they are about; presets right behind what they are presets of."""
    ordered = sorted(metrics, key=_place)
    for topic, group in groupby(ordered, key=lambda metric: metric.about):
        yield TOPICS[topic] if topic else "Others", list(group)


def _place(metric: Metric) -> tuple[int, str, bool, str]:
    topic = list(TOPICS).index(metric.about) if metric.about else len(TOPICS)
    return topic, metric.preset_of or metric.name, metric.preset_of is not None, metric.name


def presets(metric: Metric, metrics: Iterable[Metric]) -> list[Metric]:
    """The metrics that are this one under another word."""
    return [other for other in metrics if other.preset_of == metric.name]


def key_result(metric: Metric, example: Case) -> str:
    """The keys of a key result that measure the example, as YAML."""
    record = record_of(metric, example)
    lines = [f"metric: {metric.name}", f"source: {plural(record.name)}"]
    for key, said in (("with", example.options), ("where", example.where)):
        if said:
            flow, block = (_yaml({key: dict(said)}, flow=style) for style in (True, None))
            short = f"{key}: {flow.removeprefix(f'{{{key}: ').removesuffix('}')}"
            lines.append(short if len(short) <= _LONGEST else block)
    return "\n".join(lines)


def _yaml(given: Any, *, flow: bool | None) -> str:
    return str(yaml.safe_dump(given, sort_keys=False, allow_unicode=True, default_flow_style=flow, width=1000)).rstrip()


def record_of(metric: Metric, example: Case) -> Record:
    """The type of the example's rows."""
    return metric.record_of(example.table[0], example.record)


def plural(record: str) -> str:
    """What a source of such rows is called in examples."""
    return record if record.endswith("s") else f"{record}s"


def answer(metric: Metric, gives: Mapping[str, Any]) -> str:
    """What a metric gives in one line: the value first, with its unit; other lengths of time have the same."""
    shown = metric.unit_for(bound(metric))
    lengths = _lengths(metric) if shown in SECONDS else set()
    parts = []
    for name, given in gives.items():
        if name == "value":
            parts.append(
                "no value" if given is None else str(Quantity.rounded(Fraction(given), shown, metric.precision))
            )
        elif name in lengths and given is not None:
            parts.append(f"{name} {Quantity.rounded(Fraction(given), shown, metric.precision)}")
        elif name == "interval" and given is not None:
            ends = (Quantity.rounded(Fraction(end), shown, metric.precision) for end in given)
            parts.append(f"95 % {' to '.join(map(str, ends))}")
        else:
            parts.append(f"{name} {_written(given)}")
    return " · ".join(parts)


def _lengths(metric: Metric) -> set[str]:
    """The parts of a reading that are lengths of time where its value is one: what a parameter can choose is, too."""
    chosen = (one.schema.get("enum", ()) for one in metric.parameters.values())
    return {"mean", "km_median", "numerator", *(name for names in chosen for name in names)}


def _written(given: Any) -> str:
    """A part of a reading: a number to four places, what holds several as a list."""
    if isinstance(given, Mapping):
        return ", ".join(f"{name} {_written(one)}" for name, one in given.items())
    if isinstance(given, list | tuple):
        return ", ".join(map(_written, given))
    if isinstance(given, str):
        return given
    if given is None or isinstance(given, bool):
        return {None: "none", True: "yes", False: "no"}[given]
    try:
        return str(Quantity.rounded(Fraction(given), "", _PLACES))
    except TypeError:
        return str(given)


def plain(given: Any) -> Any:
    """A part of what an example gives, as JSON has it."""
    if isinstance(given, Mapping):
        return {name: plain(one) for name, one in given.items()}
    if isinstance(given, list | tuple):
        return [plain(one) for one in given]
    return float(given) if isinstance(given, Fraction | Decimal) else given
