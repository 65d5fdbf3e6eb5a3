"""Rules: percentages that may mean something else than they say."""

from collections.abc import Iterator

from okrengine import (
    Example,
    Figure,
    Files,
    Finding,
    Item,
    Note,
    Quantity,
    Rule,
    baseline_of,
    change_of,
    figure,
    figures,
    goal,
    hookimpl,
    quoted,
)

PERCENT = "%"


def ratio_not_percent(files: Files) -> Iterator[Finding]:
    """Bare numbers up to 1 where the metric is in percent.

    `0.9` is read as 0.9 percent there. Who meant 90 percent would be graded by a target a hundred times too low.
    """
    for item in files.measured:
        bare = [one for one in figures(item) if not one.written.unit]
        if item.unit == PERCENT and item.clear and _are_shares(bare) and not _turned(item):
            yield _share(bare[-1], bare[:-1])


def _are_shares(found: list[Figure]) -> bool:
    return all(abs(one.written.number) <= 1 for one in found) and any(one.written.number for one in found)


def _turned(item: Item) -> bool:
    """Whether the target lies on the worse side of the baseline: then that is what is said."""
    start, end, better = figure(item, "baseline"), goal(item), item.better
    if start is None or end is None or better is None:
        return False
    gain = end.quantity.base - start.quantity.base
    return gain != 0 and (gain > 0) != (better == "higher")


def _share(one: Figure, others: list[Figure]) -> Finding:
    percent = Quantity(one.written.number * 100, PERCENT)
    message = f"the {one.called} {quoted(one.written)} is read as {Quantity(one.written.number, PERCENT)}"
    notes = tuple(Note(f"the {other.called} too", other.place) for other in others)
    return Finding(one.place, message, f"write `{percent}`; if it is meant so, `{one.quantity}`", notes)


def percent_of_percent(files: Files) -> Iterator[Finding]:
    """A change in percent of a value that is in percent itself.

    A fifth less than 10% is 8%; who hears "20% less" may expect 20 points less. The message says what it comes to.
    """
    for item in files.key_results:
        change, start, target = change_of(item), baseline_of(item), item.mapping("target")
        end = goal(item, start)
        if target is None or change is None or start is None or end is None or change.unit != PERCENT:
            continue
        if start.quantity.unit == PERCENT and start.quantity.number:
            yield _relative(target, change, start, end)


def _relative(target: Item, change: Quantity, start: Figure, end: Figure) -> Finding:
    message = f"{quoted(change)} of {start.quantity} is a target of {end.quantity}"
    points = Quantity(change.number, "pp")
    note = Note(f"the baseline is {start.quantity}", start.place)
    return Finding(target.place("change"), message, f"`{points}` if points of percent are meant", (note,))


RATIO = Example(
    """\
id: satisfied-again
metric: csat
source: surveys
baseline: 0.8
target: 0.9
""",
    """\
id: satisfied-again
metric: csat
source: surveys
baseline: 80%
target: 90%
""",
)
RELATIVE = Example(
    """\
id: complaints
metric: complaint_rate
source: helpdesk
baseline: 10%
target: {change: -20%}
""",
    """\
id: complaints
metric: complaint_rate
source: helpdesk
baseline: 10%
target: {change: -2 pp}
""",
)


@hookimpl
def okr_rules() -> list[Rule]:
    """307 and 309."""
    return [
        Rule(
            "OKR307",
            "ratio-not-percent",
            "warning",
            ratio_not_percent,
            "a share where percent is due",
            mend="write `90%`",
            example=RATIO,
            scope="file",
        ),
        Rule(
            "OKR309",
            "percent-of-percent",
            "info",
            percent_of_percent,
            "a percentage of a percentage",
            mend="write `-20 pp` if points of percent are meant; else the target itself, or say so in a comment",
            example=RELATIVE,
        ),
    ]
