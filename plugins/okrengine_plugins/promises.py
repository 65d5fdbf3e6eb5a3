"""Rules: a key result says what it wants, from where, and that the two differ."""

from collections.abc import Iterator
from datetime import date

from okrengine import (
    Files,
    Finding,
    Item,
    Note,
    Rule,
    change_of,
    dimension,
    figure,
    goal,
    has_bare_sign,
    hookimpl,
    quoted,
)

GOALS = ("target", "maintain", "milestones")


def no_target_number(files: Files) -> Iterator[Finding]:
    """A key result without a target, a level to maintain or milestones."""
    for item in files.key_results:
        if item.clear and not any(item.data.get(key) is not None for key in GOALS):
            if any(key in item.data for key in GOALS):  # it is there and empty, which has been said
                continue
            message = f"key result {item.name} has no `target`, `maintain` or `milestones`"
            yield Finding(item.place(), message, "add `target: 90%`; a first guess will do")


def bare_sign(files: Files) -> Iterator[Finding]:
    """A target with a sign: it may mean by so much, or to it."""
    for item in files.key_results:
        if has_bare_sign(item):
            text = item.written("target").strip("\"'")
            hint = f"write `target: {{change: {text}}}` for a change; without a sign it is the value to reach"
            yield Finding(item.place("target"), f"does {quoted(text)} mean by so much, or to it?", hint)


def target_equals_baseline(files: Files) -> Iterator[Finding]:
    """Baseline and target are equal, so there is nothing to move."""
    for item in files.key_results:
        start, end = figure(item, "baseline"), goal(item)
        if start is None or end is None or not item.clear or has_bare_sign(item):
            continue
        change = change_of(item)
        if change is not None and change.unit == "%" and not start.quantity.number:
            continue  # a percentage of nothing is another rule's
        same = dimension(start.quantity.unit) == dimension(end.quantity.unit)
        if same and start.quantity.base == end.quantity.base:
            note = Note("the baseline", start.place)
            message = f"the target is the baseline, {start.quantity}: nothing is to move"
            yield Finding(end.place, message, "to keep a level, write `maintain: {at_least: …}`", (note,))


def no_usable_baseline(files: Files) -> Iterator[Finding]:
    """A target without a baseline, or a percentage of a baseline of 0."""
    for item in files.key_results:
        if not item.clear:
            continue
        level = item.mapping("maintain")
        distance = level is not None and level.get("score") == "distance"
        if (item.has("target") or distance) and "baseline" not in item.data:
            what = "`score: distance`" if distance else "a target"
            message = f"key result {item.name} has {what} and no `baseline`"
            hint = "add `baseline: 80%`, or `baseline: {measure_by: 2026-10-15}` where it is not known yet"
            yield Finding(item.place(), message, hint)
        change, start, target = change_of(item), figure(item, "baseline"), item.mapping("target")
        if change is not None and change.unit == "%" and target is not None and start and not start.quantity.number:
            hint = "write the target itself"
            yield Finding(target.place("change"), f"{change} of a baseline of {start.written} is nothing", hint)


def baseline_overdue(files: Files) -> Iterator[Finding]:
    """A baseline that was to be measured by a day that has passed, and that no check-in captured."""
    if files.as_of is None:
        return
    today = files.as_of.astimezone(files.settings.timezone).date()
    captured = set(_captured(files))
    for item in files.key_results:
        baseline, objective = item.mapping("baseline"), item.inside
        due = baseline.day("measure_by") if baseline is not None else None
        if baseline is None or objective is None or objective.inside is None or due is None or not due < today:
            continue
        top = objective.inside.data
        formerly = item.get("formerly")
        names = {item.data.get("id"), *(formerly if isinstance(formerly, list) else ())}
        keys = {(str(top.get("team")), str(top.get("cycle")), f"{objective.data.get('id')}/{name}") for name in names}
        if not keys & captured:
            yield _overdue(baseline, due)


def _overdue(baseline: Item, due: date) -> Finding:
    message = f"the baseline was to be measured by {due}, and no check-in has captured it"
    return Finding(baseline.place("measure_by"), message, "run `okr checkin`")


def _captured(files: Files) -> Iterator[tuple[str, str, str]]:
    for top in files.said:
        entries = top.mapping("key_results")
        for name, said in entries.data.items() if entries is not None else ():
            if isinstance(said, dict) and said.get("baseline") is not None:
                yield str(top.data.get("team")), str(top.data.get("cycle")), name


@hookimpl
def okr_rules() -> list[Rule]:
    """302, 308, 310, 311 and 407."""
    return [
        Rule("OKR302", "target-equals-baseline", "error", target_equals_baseline, "nothing to move", guard=True),
        Rule("OKR308", "bare-sign", "error", bare_sign, "a target with a sign", guard=True),
        Rule("OKR310", "no-usable-baseline", "error", no_usable_baseline, "a target without a start", guard=True),
        Rule("OKR311", "baseline-overdue", "error", baseline_overdue, "a baseline that was never measured"),
        Rule("OKR407", "no-target-number", "error", no_target_number, "a key result without a number", guard=True),
    ]
