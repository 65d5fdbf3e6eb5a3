"""`okr measure --dry-run`: what would be asked, source by source, and with `-v` the queries."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from okrengine.cli.findings import INCOMPLETE, incomplete
from okrengine.cli.options import Options
from okrengine.cli.readings import beside
from okrengine.cli.terminal import as_json, data, safe, say, width

if TYPE_CHECKING:
    from datetime import datetime

    from okrengine.config import SourceSettings
    from okrengine.measure.planning import Plan, Planned
    from okrengine.project import Project

_MINUTE = "%Y-%m-%d %H:%M"


def show_plan(project: "Project", plan: "Plan", as_of: "datetime", options: Options, format: str) -> int:
    """A block for each source; gives the exit code."""
    from okrengine.measure.document import plan_document  # noqa: PLC0415  --help does not need it

    last = {planned.ask.address: project.last_value(planned.ask.address, as_of) for planned in plan.asks}
    if format == "json":
        say(data(as_json(plan_document(plan, as_of, last))), options, level=1)
    else:
        for block in _blocks(plan.asks, last, width(sys.stdout)):
            say("\n".join(block), options, level=1)
        for number, text in enumerate(plan.queries if options.verbose else (), 1):
            say(f"\nquery {number}\n{_safe_lines(text)}", options, level=1)
    good = sum(planned.reason is None for planned in plan.asks)
    asked = f"{good} of {len(plan.asks)}" if good < len(plan.asks) else str(good)
    more = "" if options.verbose or not plan.queries or format == "json" else "; -v shows the SQL"
    by = f"by {_counted(len(plan.queries))}; nothing was opened{more}."
    say(f"{asked} would be measured as of {as_of.isoformat()}, {by}", options, err=format == "json")
    return incomplete(project, options) or (INCOMPLETE if any(planned.reason for planned in plan.asks) else 0)


def _blocks(asks: "Sequence[Planned]", last: Mapping[str, str | None], columns: int | None) -> Iterator[list[str]]:
    """What is asked of each source, in the order of the files; what cannot be measured comes last."""
    by_source: dict[str, list[Planned]] = {}
    for planned in asks:
        if planned.source is not None and planned.reason is None:
            by_source.setdefault(planned.source.name, []).append(planned)
    for asked in by_source.values():
        yield [*_source(asked, columns), *_asked(asked, last, columns)]
    for planned in asks:
        if planned.reason is not None:
            yield [safe(planned.ask.address), f"  cannot be measured: {safe(planned.reason)}"]


def _source(asked: "Sequence[Planned]", columns: int | None) -> Iterator[str]:
    """Where the rows are, what is read of them, and which of them do not count."""
    source = asked[0].source
    if source is None:  # all that is asked has one
        return
    numbers = sorted({number for planned in asked for number in planned.queries})
    yield safe(" ".join(filter(None, (f"{source.name}: {source.type}", _place(source)))))
    read = dict.fromkeys(column for planned in asked for column in planned.columns)
    head, *others = read
    yield from beside(iter([f"reads {safe(head)}", *map(safe, others)]), columns)
    if left := [f"{name} {_written(list(texts))}" for name, texts in source.exclude.items()]:
        yield safe(f"  without {', '.join(left)}")
    if source.dedup is not None:
        yield safe(f"  the latest of each {source.dedup.key} by {source.dedup.order_by}")
    shown = ", ".join(map(str, numbers))
    yield f"  {_counted(len(numbers))}{f' ({shown})' if shown else ''}"


def _asked(asked: "Sequence[Planned]", last: Mapping[str, str | None], columns: int | None) -> Iterator[str]:
    """The key results below the time that is looked at."""
    for span, some in groupby(asked, key=lambda planned: planned.window):
        if span is not None:
            yield f"  {span.start:{_MINUTE}} to {span.end:{_MINUTE}}"
        for planned in some:
            measure = planned.ask.measure
            parts = [f"{planned.ask.address}: {measure.metric}"]
            parts += [f"{name} {_written(value)}" for name, value in measure.options.items()]
            parts += [f"where {name} {_written(value)}" for name, value in measure.where.items()]
            parts += [f"last {found}" if (found := last[planned.ask.address]) else "no value yet"]
            yield from beside(map(safe, parts), columns, "    ")


def _place(source: "SourceSettings") -> str:
    """The file or the address of a source; a password that stands in it is not repeated."""
    from okrengine.secrets import without_password  # noqa: PLC0415  --help does not need it

    table = source.options.get("table") or source.options.get("query")
    found = [source.path, without_password(str(source.options.get("url") or "")), table]
    return " ".join(str(one) for one in found if one)


def _written(value: Any) -> str:
    """A value as YAML writes it in one line."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{name}: {_written(one)}' for name, one in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_written, value))}]"
    return "empty" if value is None else str(value)


def _safe_lines(text: str) -> str:
    """A text of several lines, each of them safe for a terminal."""
    return "\n".join(map(safe, text.splitlines()))


def _counted(number: int) -> str:
    return "1 query" if number == 1 else f"{number} queries"
