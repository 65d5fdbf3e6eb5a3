"""Rules: a key result says what it wants, from where, and that the two differ."""

from collections.abc import Iterator
from decimal import Decimal

from okrengine import (
    Example,
    Files,
    Finding,
    Item,
    Note,
    Quantity,
    Rule,
    change_of,
    figure,
    figures,
    goal,
    has_bare_sign,
    hookimpl,
    quoted,
    said_of,
)

QUOTES = "\"'"
GOALS = ("target", "maintain", "milestones")


def no_target_number(files: Files) -> Iterator[Finding]:
    """A key result without a target, a level to maintain or milestones.

    Without a number nobody can say in the end whether it was reached, and nothing can be graded.
    """
    for item in files.key_results:
        if item.clear and not any(item.data.get(key) is not None for key in GOALS):
            if any(key in item.data for key in GOALS):  # it is there and empty, which has been said
                continue
            message = f"key result {item.name} has no `target`, `maintain` or `milestones`"
            yield Finding(item.place(), message, "add `target: 90%`; a first guess will do")


def bare_sign(files: Files) -> Iterator[Finding]:
    """A target with a sign: it may mean by so much, or to it.

    `+10%` of followers is a tenth more to one reader and a growth of ten percent to another; a promise has one
    meaning. Where a metric can be negative, a minus is read as a number.
    """
    for item in files.key_results:
        if has_bare_sign(item):
            text = item.written("target").strip(QUOTES)
            plain, by = text.lstrip("+-"), _by(item)
            hint = f"write `target: {by}` if by" if by else "write the value to reach, without a sign"
            hint += f", `target: {plain}` if to" if by and not plain.endswith("pp") else ""
            hint = f"write `target: {plain}`" if by == plain else hint
            yield Finding(item.place("target"), f"{quoted(text)} may mean by {plain} or to {plain}", hint)


def _by(item: Item) -> str | None:
    """The target of a signed quantity that is a change; None where that is not known or cannot be."""
    change, start, metric = item.quantity("target"), figure(item, "baseline"), item.metric
    if change is None or start is None:
        return None
    if change.unit in ("%", "pp"):
        return f"{{change: {item.written('target').strip(QUOTES)}}}" if start.quantity.number else None
    unit = start.written.unit
    reached = Quantity(start.written.number + change.number, unit)
    low, high = (metric.range if metric is not None else None) or (None, None)
    inside = (low is None or reached.base >= low) and (high is None or reached.base <= high)
    return str(reached) if inside and change.unit in ("", unit) else None


def target_equals_baseline(files: Files) -> Iterator[Finding]:
    """Baseline and target are equal, so there is nothing to move.

    Progress is the way from the baseline to the target; over no way it is not defined.
    """
    for item in files.key_results:
        start, end = figure(item, "baseline"), goal(item)
        if start is None or end is None or not item.clear or has_bare_sign(item):
            continue
        change = change_of(item)
        if change is not None and change.unit == "%" and not start.quantity.number:
            continue  # a percentage of nothing is another rule's
        same = start.quantity.dimension == end.quantity.dimension
        if same and start.quantity.base == end.quantity.base:
            note = Note("the baseline", start.place)
            message = f"the target is the baseline, {start.quantity}: nothing is to move"
            yield Finding(end.place, message, "to keep a level, write `maintain: {at_least: …}`", (note,))


def no_usable_baseline(files: Files) -> Iterator[Finding]:
    """A target without a baseline, or a percentage of a baseline of 0.

    Progress is counted from the baseline: without it a value says how things are, and not how far they came.
    """
    for item in files.key_results:
        if not item.clear:
            continue
        level = item.mapping("maintain")
        distance = level is not None and level.get("score") == "distance"
        if (item.has("target") or distance) and "baseline" not in item.data:
            what = "`score: distance`" if distance else "a target"
            message = f"key result {item.name} has {what} and no `baseline`"
            hint = (
                f"add `baseline: {_start(item)}`, or `baseline: {{measure_by: 2026-10-15}}` where it is not known yet"
            )
            yield Finding(item.place(), message, hint)
        change, start, target = change_of(item), figure(item, "baseline"), item.mapping("target")
        if change is not None and change.unit == "%" and target is not None and start and not start.quantity.number:
            hint = "write the value to reach"
            yield Finding(target.place("change"), f"{change} of a baseline of {start.written} is nothing", hint)


def _start(item: Item) -> str:
    """A baseline as one would be written in the unit of a key result."""
    unit = item.unit or next((one.quantity.unit for one in figures(item)), "")
    ten = Quantity(Decimal(10), unit)
    return {"%": "80%", "duration": "48 h"}.get(ten.dimension) or str(ten)


def baseline_overdue(files: Files) -> Iterator[Finding]:
    """A baseline that was to be measured by a day that has passed, and that no check-in captured.

    Until it is known the key result stays out of every score, and the longer it takes, the more of the change it
    should show lies before it.
    """
    for item in files.key_results:
        baseline = item.mapping("baseline")
        due = baseline.day("measure_by") if baseline is not None else None
        if baseline is None or due is None or not _addressed(item) or files.today is None or due >= files.today:
            continue
        if not any(one.item.data.get("baseline") is not None for one in said_of(item)):
            message = f"the baseline was to be measured by {due}, and no check-in has captured it"
            yield Finding(baseline.place("measure_by"), message, "run `okr checkin`")


def _addressed(item: Item) -> bool:
    """Whether check-ins can be found: all parts of the address are known."""
    cycle, objective = item.files.cycle(item.top), item.inside
    return None not in (cycle, item.top.text("team"), objective and objective.text("id"), item.text("id"))


KEPT = Example(
    """\
id: satisfied-again
metric: csat
source: surveys
baseline: 90%
target: 90%
""",
    """\
id: satisfied-again
metric: csat
source: surveys
maintain: {at_least: 90%}
""",
)
SIGNED = Example(
    """\
id: quick-reply
metric: first_response_time
source: helpdesk
baseline: 24 h
target: -20 h
""",
    """\
id: quick-reply
metric: first_response_time
source: helpdesk
baseline: 24 h
target: 4 h
""",
)
STARTLESS = Example(
    """\
id: recommend
metric: nps
source: surveys
target: 70 points
""",
    """\
id: recommend
metric: nps
source: surveys
baseline: {measure_by: 2026-11-30}
target: 70 points
""",
)
OVERDUE = Example(
    """\
id: recommend
metric: nps
source: surveys
baseline: {measure_by: 2026-10-15}
target: 70 points
""",
    """\
id: recommend
metric: nps
source: surveys
baseline: 52 points
target: 70 points
""",
)
NUMBERLESS = Example(
    """\
id: recommend
title: Customers recommend us
metric: nps
source: surveys
baseline: 50 points
""",
    """\
id: recommend
title: Customers recommend us
metric: nps
source: surveys
baseline: 50 points
target: 70 points
""",
)


RULES = [
    Rule(
        "OKR302",
        "target-equals-baseline",
        "error",
        target_equals_baseline,
        "nothing to move",
        guard=True,
        mend="write another target; to keep a level, `maintain:` in place of baseline and target",
        example=KEPT,
        scope="file",
    ),
    Rule(
        "OKR308",
        "bare-sign",
        "error",
        bare_sign,
        "a target with a sign",
        guard=True,
        mend="write the value to reach, or `target: {change: -20%}` for a change",
        example=SIGNED,
        scope="file",
    ),
    Rule(
        "OKR310",
        "no-usable-baseline",
        "error",
        no_usable_baseline,
        "a target without a start",
        mend="add `baseline:`, or `baseline: {measure_by: 2026-10-15}` where it is not known yet",
        example=STARTLESS,
        scope="file",
    ),
    Rule(
        "OKR311",
        "baseline-overdue",
        "error",
        baseline_overdue,
        "a baseline that was never measured",
        mend="run `okr checkin`, which captures it, or write down the baseline that you know",
        example=OVERDUE,
    ),
    Rule(
        "OKR407",
        "no-target-number",
        "error",
        no_target_number,
        "a key result without a number",
        guard=True,
        mend="add `target:`, `maintain:` or `milestones:`; a first guess will do",
        example=NUMBERLESS,
        scope="file",
    ),
]


@hookimpl
def okr_rules() -> list[Rule]:
    """302, 308, 310, 311 and 407."""
    return RULES
