"""How an address got its score and its status: every number that went in, its place, and the steps from there."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from okrengine.cli.explain.addresses import find
from okrengine.cli.explain.guarding import guardrail, guardrail_document, in_short
from okrengine.cli.explain.lines import WIDTH, pairs, wrapped
from okrengine.grade.wording import cut, exact, spelled
from okrengine.model import MANUAL
from okrengine.report.cut import percent
from okrengine.report.document import key_result_document, objective_document, report_document

if TYPE_CHECKING:
    from okrengine.cli.explain.addresses import Found
    from okrengine.model import Forecast, Input, Why
    from okrengine.project import Project
    from okrengine.report.contents import KeyResultView, ObjectiveView

_MARKS = {
    "regressed": "the value is further from the target than the baseline",
    "exceeded": "the target is more than reached; the score stays at 1",
    "within_noise": "the 95 % interval of the value contains the baseline: the progress may be chance",
    "not_certain": "the 95 % interval of the value contains what is aimed at: which side it is on may be chance",
    "guardrail_breached": "a guardrail does not hold; the status is not better than at_risk",
    "overridden": "the owner's word stands in place of the pace",
}
_WIDEST = 40
"""Names take so many columns at most; a longer one pushes what follows."""


def document(project: "Project", address: str, cycle: str | None, as_of: datetime) -> dict[str, Any]:
    """What an address names, as the report's document has it; a team or a cycle is a report of its own."""
    found = find(project, address, cycle, as_of)
    view, line, watched = found.view, found.line, [guardrail_document(each) for each in found.guardrails]
    document: dict[str, Any] = report_document(view)
    if found.objective is not None:
        document = objective_document(found.objective)
    if line is not None:
        document = key_result_document(line) | {"guardrails": watched}
    if line is not None and found.number is not None:
        document = {**watched[found.number - 1], "status": line.status, "pace": line.pace}
    head = {"kind": found.kind, "address": found.address, "cycle": view.cycle.name, "as_of": view.as_of.isoformat()}
    return head | {"standing": document}


def text(project: "Project", address: str, cycle: str | None, as_of: datetime) -> str:
    """The same for people, in lines of at most 80 columns where words can be broken."""
    found = find(project, address, cycle, as_of)
    if found.objective is None:
        lines = _whole(found)
    elif found.line is None:
        lines = _objective(found, found.objective)
    elif found.number is None:
        lines = _key_result(found, found.objective, found.line)
    else:
        lines = guardrail(found, found.line, found.guardrails[found.number - 1], _head(found, _goal(found.objective)))
    return "\n".join((*lines, *_elsewhere(found)))


def _key_result(found: "Found", objective: "ObjectiveView", line: "KeyResultView") -> Iterator[str]:
    yield line.address
    yield from wrapped(line.title)
    yield from _head(found, _goal(objective))
    band = "" if line.band is None else f" ({line.band})"
    yield from pairs(
        ("score", f"{_share(line.score) or 'none'}{band}"),
        ("status", line.status),
        ("pace alone", line.pace),
        ("verdict", line.verdict),
        ("confidence", _share(line.confidence)),
    )
    yield from _inputs("What went in", line.why.inputs)
    yield from _steps(line.why)
    if line.marks:
        yield from ("", "Flags")
        for mark in line.marks:
            yield from wrapped(f"{mark}: {_MARKS[mark]}", "  ", "    ")
    if found.guardrails:
        yield from ("", "Guardrails")
        for number, each in enumerate(found.guardrails, 1):
            yield from wrapped(f"#{number} {in_short(each)}", "  ", "    ")
    if line.forecast is not None:
        yield from _forecast(line.forecast)
    yield from ("", *wrapped(f"The score of its objective: okr explain {objective.address}"))
    if line.source.metric != MANUAL:
        yield from wrapped(f"How it is measured: okr explain {line.source.metric}")


def _objective(found: "Found", objective: "ObjectiveView") -> Iterator[str]:
    standing = objective.standing
    yield objective.address
    yield from wrapped(objective.title)
    yield from _head(found, _goal(objective))
    yield from pairs(
        ("score", _share(standing.score) or "none"),
        ("status", standing.status or "none"),
        ("verdict", objective.verdict or _foretold(objective)),
        ("measured", f"{standing.coverage[0]} of {standing.coverage[1]} key results that count"),
        ("confidence", _share(standing.confidence)),
    )
    yield from _inputs("What went in", objective.why.inputs)
    yield from _steps(objective.why)
    first = objective.key_results[0].address if objective.key_results else "team/objective/key-result"
    yield from ("", *wrapped(f"The score of each, such as the first: okr explain {first}"))


def _whole(found: "Found") -> Iterator[str]:
    """A team or a cycle: the mean of its objectives, which all weigh the same."""
    view, standing = found.view, found.view.standing
    yield f"{found.kind} {found.address}"
    yield from _head(found, "every objective weighs the same")
    yield from pairs(
        ("score", _share(standing.score) or "none"),
        ("status", standing.status or "none"),
        ("measured", f"{standing.coverage[0]} of {standing.coverage[1]} objectives that count"),
        ("confidence", _share(standing.confidence)),
    )
    yield from _inputs("What went in", view.why.inputs)
    yield from _steps(view.why)
    yield from ("", *wrapped(f"The score of each, such as the first: okr explain {view.objectives[0].address}"))


def _foretold(objective: "ObjectiveView") -> str:
    """What the verdict would be if the cycle were closed now."""
    line, score = cut(objective.pass_line), objective.standing.score
    if score is None:
        return f"open; achieved from a score of {line} on"
    word = "achieved" if score >= objective.pass_line else "missed"
    return f"open; {word} if it stayed so: {objective.kind}, achieved from {line} on"


def _goal(objective: "ObjectiveView") -> str:
    return f"the objective is {objective.kind}: achieved from {cut(objective.pass_line)} on"


def _head(found: "Found", said: str) -> Iterator[str]:
    """What all of the page is seen from."""
    cycle = found.view.cycle
    seen = f"{cycle.name} ({cycle.first} to {cycle.last}), as of {found.view.as_of.isoformat()}"
    yield from wrapped(f"{seen}; {said}")
    yield ""


def _elsewhere(found: "Found") -> Iterator[str]:
    """The other cycles that have the same address."""
    if found.elsewhere and found.kind != "cycle":
        others = " or ".join(f"--cycle {name}" for name in found.elsewhere)
        yield from wrapped(f"In another cycle: okr explain {found.address} {others}")


def _inputs(title: str, inputs: Sequence["Input"]) -> Iterator[str]:
    """Each number with its name; below them, where those above stand, once for all that stand together."""
    yield from ("", title)
    names = min(max((len(each.name) for each in inputs), default=0), _WIDEST)
    for origin, together in groupby(inputs, key=lambda each: each.origin):
        rows = [(f"  {each.name:<{names}}  ", each.value) for each in together]
        for head, value in rows:
            yield from wrapped(value, head, " " * len(head) if len(head) < _WIDEST else "    ")
        if origin:
            yield f"{' ' * (names + 4)}{origin}" if names + 4 + len(origin) <= WIDTH else f"    {origin}"


def _steps(why: "Why") -> Iterator[str]:
    steps = {"Score": why.formula, "Expected by now": why.expected, "Status": why.status_rule, "Pace alone": why.pace}
    for title, step in steps.items():
        if step:
            yield from ("", title, *wrapped(step, "  ", "    "))


def _forecast(forecast: "Forecast") -> Iterator[str]:
    if forecast.end is None or forecast.interval is None:
        yield from ("", "Forecast", f"  none yet: {forecast.points} of the 4 days with a value that it needs")
        return
    low, high = (spelled(end) for end in forecast.interval)
    chance = percent(forecast.probability or Fraction(0))
    crosses = "" if forecast.crosses is None else f"; the line reaches it on {forecast.crosses}"
    yield from ("", "Forecast")
    yield from wrapped(
        f"{spelled(forecast.end)} at the deadline, four of five times from {low} to {high}; chance of reaching the "
        f"target {chance} %{crosses}", "  ", "    ",
    )  # fmt: skip
    yield from _inputs("How the forecast came about", forecast.working)


def _share(share: Fraction | None) -> str | None:
    return None if share is None else exact(share)
