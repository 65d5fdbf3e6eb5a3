"""Rules: quantities of one key result fit each other and their metric: unit and range."""

from collections.abc import Iterator, Sequence

from okrengine import (
    Example,
    Figure,
    Files,
    Finding,
    Item,
    Note,
    Quantity,
    Rule,
    change_of,
    dimension,
    figure,
    figures,
    has_bare_sign,
    hookimpl,
    quoted,
)

DURATION = "duration"
_EXAMPLE = {"%": "80%", DURATION: "24 h", "pp": "2 pp"}


def unit_mismatch(files: Files) -> Iterator[Finding]:
    """Baseline, target, guardrail, amendment or check-in in another unit than their metric or each other.

    Hours and percent cannot be subtracted: what stands in two units has no score, however well the quarter went.
    """
    for item in files.measured:
        if item.clear and (item.manual or item.metric is not None) and not has_bare_sign(item):
            yield from _among(item)
            yield from _relative(item)
    yield from _said(files)


def _among(item: Item) -> Iterator[Finding]:
    """Each figure against the metric's unit; where that is not known, against the first figure."""
    found, unit = figures(item), item.unit
    if not unit and not found:
        return
    expected = dimension(unit) if unit else found[0].quantity.dimension
    if unit and len(found) > 1 and _strange(found, expected):
        yield _other_metric(item, found, unit)
        return
    for one in found:
        if unit and expected == DURATION and not one.written.unit:
            message = f"the {one.called} {quoted(one.written)} has no unit of time"
            yield Finding(one.place, message, f"write `{one.written} h`, `{one.written} min` or `{one.written} d`")
        elif one.quantity.dimension != expected:
            reason = f"`{item.data.get('metric')}` is in {_unit(unit)}" if unit else _first(found[0])
            hint = _mend(one.written, unit) if unit else _in_one_unit(found[0], one)
            yield Finding(one.place, f"the {one.called} {quoted(one.written)} is {_in(one)}, but {reason}", hint)


def _strange(found: Sequence[Figure], expected: str) -> bool:
    """Whether all figures are in one unit, which is not the one expected: then it is the metric that does not fit."""
    units = {one.quantity.dimension for one in found}
    return len(units) == 1 and "" not in units and expected not in units


def _other_metric(item: Item, found: Sequence[Figure], unit: str) -> Finding:
    names = [one.called for one in found]
    said = f"{', '.join(names[:-1])} and {names[-1]} are {_in(found[0])}"
    notes = tuple(Note(_in(one), one.place) for one in found)
    message = f"{quoted(item.data.get('metric'))} is in {_unit(unit)}, but {said}"
    return Finding(item.place("metric"), message, f"another metric, or {_like(unit)}", notes)


def _first(one: Figure) -> str:
    return f"the {one.called} is {_in(one)}"


def _in(one: Figure) -> str:
    return f"in {_unit(one.quantity.unit)}" if one.quantity.unit else "without a unit"


def _unit(unit: str) -> str:
    return "units of time" if dimension(unit) == DURATION else f"`{unit}`"


def _mend(written: Quantity, unit: str) -> str:
    """How an amount is written in the unit of its metric or key result."""
    plain = written.written_out()
    same = plain != written and plain.unit in ("", unit)
    return f"write {plain.with_unit(unit)}" if same else _like(unit)


def _like(unit: str) -> str:
    example = _EXAMPLE.get(dimension(unit))
    return f"write it like {example}" if example else f"write it in {_unit(unit)}"


def _in_one_unit(first: Figure, other: Figure) -> str:
    """How the first figure and one that does not fit it are written in the same unit, where that can be told."""
    pair = (first, other)
    plain = [one.written.written_out() for one in pair]
    units = {one.unit for one in plain if one.unit}
    if len(units) > 1:
        return f"write both in one unit; `{Quantity(other.written.number, first.written.unit)}` only if that is meant"
    unit = "".join(units)
    for one in pair:
        if unit == "%" and not one.written.unit and 0 < one.written.number <= 1:
            return f"is `{one.written}` meant as {_percent(one)}? write `{one.key}: {_percent(one)}`"
    mended = ((one, new.with_unit(unit)) for one, new in zip(pair, plain, strict=True))
    changed = (f"`{one.key}: {new}`" for one, new in mended if new != one.written)
    return f"write both in one unit: {' and '.join(changed)}"


def _percent(one: Figure) -> Quantity:
    return Quantity(one.written.number * 100, "%")


def _relative(item: Item) -> Iterator[Finding]:
    """Points of percent move a percentage and nothing else."""
    change, start, target = change_of(item), figure(item, "baseline"), item.mapping("target")
    unit = item.unit or (start.quantity.unit if start is not None else "%")
    if change is not None and change.unit == "pp" and unit != "%" and target is not None:
        shown = _unit(unit) if unit else "plain numbers"
        message = f"{quoted(change)} are points of percent, and the key result is in {shown}"
        yield Finding(target.place("change"), message, "write a percentage, or the target itself")


def _said(files: Files) -> Iterator[Finding]:
    """Values of check-ins against the unit of their key result.

    Where all of them are in one other unit, it is the key result that has changed.
    """
    if not files.said:
        return
    units = dict(_units(files))
    values: dict[int, list[tuple[Item, str, Quantity]]] = {}
    for top in files.said:
        entries = top.mapping("key_results")
        for name in entries.data if entries is not None else ():
            entry = entries.mapping(name) if entries is not None else None
            known = units.get((str(top.data.get("team")), str(top.data.get("cycle")), name))
            if entry is not None and known is not None:
                written = ((key, entry.quantity(key)) for key in ("value", "baseline"))
                values.setdefault(id(known[0]), []).extend((entry, key, one) for key, one in written if one is not None)
    for item, expected in {id(item): (item, unit) for item, unit in units.values()}.values():
        said = values.get(id(item), [])
        wrong = [one for one in said if _differs(one[2], expected)]
        if len(wrong) > 1 and len(wrong) == len(said) and len({one.dimension for _, _, one in wrong}) == 1:
            yield _changed(item, expected, wrong)
        else:
            yield from (_told(entry, key, written, expected) for entry, key, written in wrong)


def _told(entry: Item, key: str, written: Quantity, expected: str) -> Finding:
    message = f"the {key} {quoted(written)} is {_shown(written)}, but the key result is in {_unit(expected)}"
    return Finding(entry.place(key), message, _mend(written, expected))


def _changed(item: Item, expected: str, said: Sequence[tuple[Item, str, Quantity]]) -> Finding:
    entry, key, written = said[-1]
    message = f"key result {item.name} is in {_unit(expected)}, but all {len(said)} values of its check-ins are not"
    note = Note(f"{quoted(written)} is {_shown(written)}", entry.place(key))
    hint = "a new measure gets a new id"
    return Finding(item.place("metric" if item.has("metric") else None), message, hint, (note,))


def _shown(written: Quantity) -> str:
    return f"in {_unit(written.unit)}" if written.unit else "without a unit"


def _differs(written: Quantity, expected: str) -> bool:
    if not written.unit:
        return dimension(expected) == DURATION
    return written.dimension != dimension(expected)


def _units(files: Files) -> Iterator[tuple[tuple[str, str, str], tuple[Item, str]]]:
    """Each key result that has a unit, and its unit, by team, cycle and `objective/key-result`."""
    for item in files.key_results:
        objective, top = item.inside, item.top
        unit = item.unit or next((one.quantity.unit for one in figures(item)), "")
        if item.unit and _strange(figures(item), dimension(item.unit)):
            continue  # what was measured before the metric was another one
        if objective is not None and unit:
            team, cycle = str(top.data.get("team")), str(top.data.get("cycle"))
            for name in item.names:
                yield (team, cycle, f"{objective.data.get('id')}/{name}"), (item, unit)


def value_out_of_range(files: Files) -> Iterator[Finding]:
    """A quantity that the metric can never have, such as an NPS of 120 or a rate of 130%.

    Such a target can never be reached, and such a baseline was measured with something else.
    """
    for item in files.measured:
        metric, unit = item.metric, item.unit
        if metric is None or metric.range is None or unit is None or not item.clear or has_bare_sign(item):
            continue
        low, high = metric.range
        for one in figures(item):
            if one.quantity.dimension != dimension(unit):
                continue
            base = one.quantity.base
            if (low is not None and base < low) or (high is not None and base > high):
                message = f"the {one.called} {quoted(one.quantity)} is outside the range of {metric.name}"
                yield Finding(one.place, message, f"its values are {metric.ends}")


HOURS = Example(
    """\
id: quick-reply
metric: first_response_time
source: helpdesk
baseline: 24 h
target: 15%
""",
    """\
id: quick-reply
metric: first_response_time
source: helpdesk
baseline: 24 h
target: 15 min
""",
)
BEYOND = Example(
    """\
id: satisfied-again
metric: csat
source: surveys
baseline: 80%
target: 120%
""",
    """\
id: satisfied-again
metric: csat
source: surveys
baseline: 80%
target: 92%
""",
)


@hookimpl
def okr_rules() -> list[Rule]:
    """304 and 305."""
    return [
        Rule(
            "OKR304",
            "unit-mismatch",
            "error",
            unit_mismatch,
            "quantities in different units",
            mend="write it in the unit of the metric",
            example=HOURS,
        ),
        Rule(
            "OKR305",
            "value-out-of-range",
            "error",
            value_out_of_range,
            "a value that cannot be",
            mend="write a value within the range that the message names",
            example=BEYOND,
            scope="file",
        ),
    ]
