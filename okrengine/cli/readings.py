"""Readings on a terminal: the value first, what stands behind it below, then how it stood and what groups give."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from okrengine.cli.options import Options
from okrengine.cli.terminal import safe, say, width

if TYPE_CHECKING:
    from okrengine.model import Reading

NO_GROUP = "(none)"
_LONGEST_GROUP = 40


def show(reading: "Reading", unit: str, options: Options, *, by: str | None = None, err: bool = False) -> None:
    """One reading in a few short lines; `by` is what its rows were parted by."""
    from okrengine.measure.freshness import noted  # noqa: PLC0415  --help does not need it

    columns = width(sys.stderr if err else sys.stdout)
    lines = [safe(reading.address), f"  {_value(reading, unit, told=True)}", *beside(_behind(reading, unit), columns)]
    if options.verbose:
        lines += beside(map(safe, _parts(reading, unit)), columns)
    if said := noted(reading):
        lines.append(safe(f"  {said}"))
    if reading.window is not None:
        lines.append(f"  {reading.window.start:%Y-%m-%d %H:%M} to {reading.window.end:%Y-%m-%d %H:%M}")
    lines += _table(_dated(reading), unit) if reading.past else ()
    if by is not None and reading.status != "source_failed":
        none = ": no rows" if reading.by else ": the source has no such column"
        lines.append(f"  {'' if reading.by else 'not '}by {safe(by)}{'' if reading.parts else none}")
    if reading.parts:
        for name, rows in _groups(reading.parts):
            lines += [f"    {name}"] if name else []
            lines += _table(rows, unit, indent=6 if name else 4)
    say("\n".join(lines), options, level=1, err=err)


def beside(parts: Iterator[str], columns: int | None, indent: str = "  ") -> list[str]:
    """Parts beside each other, in as many lines as a terminal of so many columns needs; None is no terminal."""
    from wcwidth import wcswidth  # noqa: PLC0415  --help does not need it

    lines: list[str] = []
    for part in parts:
        line = f"{lines[-1]} · {part}" if lines else f"{indent}{part}"
        if lines and columns is not None and wcswidth(line) > columns:
            lines.append(f"{indent}{part}")
        else:
            lines[-1:] = [line]
    return lines


def _groups(parts: Sequence["Reading"]) -> Iterator[tuple[str, list[tuple[str, "Reading"]]]]:
    """Groups as one table; where they have a past, each as a table of its own under its name."""
    from okrengine.syntax import cut  # noqa: PLC0415  --help does not need it

    named = [(NO_GROUP if part.group is None else safe(cut(part.group, _LONGEST_GROUP)), part) for part in parts]
    if any(part.past for part in parts):
        yield from ((name, _dated(part)) for name, part in named)
    else:
        yield "", named


def _dated(reading: "Reading") -> list[tuple[str, "Reading"]]:
    return [(f"{one.as_of:%Y-%m-%d}", one) for one in (*reading.past, reading)]


def _table(rows: Sequence[tuple[str, "Reading"]], unit: str, indent: int = 4) -> Iterator[str]:
    """Readings below each other: what each is of, its value, the interval and the rows behind it."""
    from wcwidth import wcswidth  # noqa: PLC0415  --help does not need it

    cells = [(name, _value(reading, unit), _interval(reading, unit), _count(reading)) for name, reading in rows]
    widths = [max(wcswidth(row[place]) for row in cells) for place in range(4)]
    for row in cells:
        name, *others = (text + " " * (width - wcswidth(text)) for text, width in zip(row, widths, strict=True))
        yield (" " * indent + "  ".join([name, *others])).rstrip()


def _value(reading: "Reading", unit: str, *, told: bool = False) -> str:
    from okrengine.checkins import written  # noqa: PLC0415  --help does not need it

    value, _ = written(reading, unit)
    if value is not None:
        return str(value)
    return safe(f"no value ({reading.status}): {reading.reason}") if told else f"no value ({reading.status})"


def _interval(reading: "Reading", unit: str) -> str:
    from okrengine.checkins import written  # noqa: PLC0415  --help does not need it

    _, interval = written(reading, unit)
    return "" if interval is None else f"{interval[0]} to {interval[1]}"


def _count(reading: "Reading") -> str:
    small = ", small sample" if reading.status == "insufficient_sample" else ""
    return "" if reading.n is None else f"n {reading.n}{small}"


def _behind(reading: "Reading", unit: str) -> Iterator[str]:
    """How many rows stand behind the value, how sure it is, what was left out, and where it comes from."""
    from okrengine.quantity import PERCENT  # noqa: PLC0415  --help does not need it

    if reading.n is not None:
        yield f"n {reading.n}"
    if reading.numerator is not None and reading.denominator is not None and reading.unit == PERCENT:
        yield f"{_number(reading.numerator)} / {_number(reading.denominator)}"
    if interval := _interval(reading, unit):
        yield f"95 % {interval}"
    if reading.status == "insufficient_sample":
        yield "small sample"
    yield from (f"{count} {reason}" for reason, count in reading.excluded.items() if count)
    if unanswered := reading.details.get("unanswered"):
        yield f"{unanswered} unanswered"
        if (median := reading.details.get("km_median")) is not None and median != reading.value:
            yield f"median with them {_length(reading, median, unit)}"
    yield f"{reading.metric} of {reading.source}"


def _parts(reading: "Reading", unit: str) -> Iterator[str]:
    """The named parts of a value; lengths of time in the unit of the value, which counts, whole numbers, are not."""
    from fractions import Fraction  # noqa: PLC0415  --help does not need it

    from okrengine.quantity import SECONDS  # noqa: PLC0415  --help does not need it

    for name, given in reading.details.items():
        if isinstance(given, Fraction):
            shown = _length(reading, given, unit) if reading.unit in SECONDS else _number(given)
            yield f"{name} {shown}"
        elif isinstance(given, int | str):
            yield f"{name} {given}"


def _length(reading: "Reading", amount: Any, unit: str) -> str:
    from okrengine.checkins import written  # noqa: PLC0415  --help does not need it

    value, _ = written(replace(reading, value=amount, interval=None), unit)
    return str(value)


def _number(amount: object) -> str:
    from okrengine.quantity import Quantity  # noqa: PLC0415  --help does not need it

    return str(Quantity.rounded(amount, "", 2))  # type: ignore[arg-type]
