"""The derivation of a score as data: what went in and where it came from, the formula, the rule of the status."""

from collections.abc import Iterator

from okrengine.grade.pace import Ruling, expected_in_words
from okrengine.grade.standing import Frame, Standing
from okrengine.grade.status import breached
from okrengine.grade.wording import cut, spelled
from okrengine.model import Input, KeyResult, Maintain, Milestones, Reach, Why


def why(standing: Standing, frame: Frame, ruling: Ruling, by_pace: Ruling | None) -> Why:
    """The derivation of the grade of a key result."""
    rule = ruling.rule
    alone = "" if by_pace is None or by_pace.rule in rule else f"{by_pace.status}: {by_pace.rule}"
    inputs = (*_promised(standing), *_said(standing), *_owner(standing), *_frozen(standing), *_time(standing, frame))
    return Why(inputs, _formula(standing), rule, expected_in_words(standing, frame.cycle.first), alone)


def _formula(standing: Standing) -> str:
    """The formula with the numbers in it, after the one of a relative target, before what clamping does."""
    raw, progress = standing.raw, standing.progress
    if progress is None:
        reason = "the baseline is still to be measured" if standing.levels.pending else standing.missing
        return f"no score: {reason}"
    if raw is None:
        return f"no score: {progress.formula}"
    working = f"{standing.levels.working}; " if standing.levels.working else ""
    clamped = ", below 0: score 0" if raw < 0 else ", above 1: score 1" if raw > 1 else ""
    verdict = standing.record.verdict()
    worth = "no score" if verdict is None or verdict.score is None else cut(verdict.score)
    frozen = "" if verdict is None else f"; frozen when the cycle was closed: {worth}"
    return f"{working}{progress.formula}{clamped}{frozen}"


def _promised(standing: Standing) -> Iterator[Input]:
    """The numbers that the OKR file states, and a baseline that a check-in captured."""
    key_result, found = standing.key_result, standing.levels
    goal = key_result.goal
    if found.baseline is not None:
        captured = found.captured
        origin = place(key_result, "baseline") if captured is None else standing.record.place(captured)
        yield Input("baseline", spelled(found.baseline), origin)
    if isinstance(goal, Milestones):
        yield from _steps(standing, goal)
    elif isinstance(goal, Maintain):
        for name, limit in (("at least", goal.at_least), ("at most", goal.at_most)):
            if limit is not None:
                yield Input(name, spelled(limit), place(key_result, "maintain"))
    elif isinstance(goal, Reach) and goal.change is not None:
        sign = "+" if goal.change.number > 0 else ""
        yield Input("change", f"{sign}{spelled(goal.change)}", place(key_result, "target"))
    else:
        for rung in found.rungs[1:]:
            yield Input(rung.name, spelled(rung.level), place(key_result, "target"))


def _steps(standing: Standing, goal: Milestones) -> Iterator[Input]:
    """Every milestone, its weight, and where it is said to be done."""
    for step in goal.steps:
        done = standing.record.done(step, standing.today)
        written = place(standing.key_result, "milestones")
        origin = written if done is None or done[1] is None else standing.record.place(done[1])
        state = f"due {step.by}" if done is None else f"done {done[0]}, due {step.by}"
        yield Input(step.id, f"{state}, weight {cut(step.weight)}", origin)


def _said(standing: Standing) -> Iterator[Input]:
    """What the latest check-in says; for a share of check-ins what each of them said."""
    entry, checkin, goal = standing.entry, standing.checkin, standing.key_result.goal
    if entry is None or checkin is None:
        return
    origin = standing.record.place(checkin)
    if isinstance(goal, Maintain) and goal.score == "share":
        for earlier, said in standing.record.mentions():
            if earlier is not checkin and said.value is not None and said.missing is None:
                yield Input("value before", spelled(said.value), standing.record.place(earlier))
    if standing.value is not None:
        yield Input("value", spelled(standing.value), origin)
    elif standing.missing is not None:
        detail = "" if standing.detail is None else f", {standing.detail}"
        yield Input("value", f"missing: {standing.missing}{detail}", origin)
    if entry.n is not None:
        yield Input("n", str(entry.n), origin)
    if entry.interval is not None:
        yield Input("95 % interval", " to ".join(spelled(end) for end in entry.interval), origin)
    for guardrail in breached(standing):
        value = "breached" if guardrail.value is None else f"{spelled(guardrail.value)}, breached"
        yield Input(f"guardrail {guardrail.metric}", value, origin)


def _owner(standing: Standing) -> Iterator[Input]:
    """The owner's word on the status, while it holds."""
    found = standing.record.overriding(standing.today)
    if found is not None:
        said, checkin = found
        note = f": {said.note}" if said.note else ""
        yield Input("owner's word", f"{said.status} until {said.until}{note}", standing.record.place(checkin))


def _frozen(standing: Standing) -> Iterator[Input]:
    """The verdict that the closing check-in gives."""
    closing, verdict = standing.record.closing(), standing.record.verdict()
    if closing is not None and verdict is not None:
        worth = "no score" if verdict.score is None else cut(verdict.score)
        yield Input("verdict", f"{verdict.verdict}, {worth}", closing.file or f"check-in of {closing.at.isoformat()}")


def _time(standing: Standing, frame: Frame) -> Iterator[Input]:
    """What the expected progress rests on; milestones have their own days, and a level to keep has none."""
    key_result = standing.key_result
    if isinstance(key_result.goal, Milestones | Maintain):
        return
    cycle = f"cycle {frame.cycle.name}"
    yield Input("first day", str(frame.cycle.first), cycle)
    deadline = place(key_result, "deadline") if "deadline" in key_result.lines else cycle
    yield Input("deadline", str(key_result.deadline), deadline)
    if key_result.curve == "step":
        yield Input("curve", "step", place(key_result, "curve"))
    elif key_result.curve != "linear":
        corners = ", ".join(f"{cut(point.progress * 100)} % on {point.on}" for point in key_result.curve)
        yield Input("curve", corners, place(key_result, "curve"))


def place(key_result: KeyResult, key: str) -> str:
    """`okrs/x.yaml:12`, the line of a key of the key result, or of its first key where that one was left out."""
    line = key_result.lines.get(key) or min(key_result.lines.values(), default=None)
    return key_result.file if line is None else f"{key_result.file}:{line}"
