"""How an address got its score and its status: every number that went in, its place, and the steps from there."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING, Any

from okrengine.cli.explain.lines import WIDTH, wrapped
from okrengine.grade.wording import cut, exact, spelled
from okrengine.report.cut import percent
from okrengine.report.document import key_result_document, objective_document

if TYPE_CHECKING:
    from okrengine.model import Forecast, Input, Why
    from okrengine.project import Project
    from okrengine.report.contents import KeyResultView, ObjectiveView, View

_MARKS = {
    "regressed": "the value is further from the target than the baseline",
    "exceeded": "the target is more than reached; the score stays at 1",
    "within_noise": "the 95 % interval of the value contains the baseline: the progress may be chance",
    "not_certain": "the 95 % interval of the value contains what is aimed at: which side it is on may be chance",
    "guardrail_breached": "a guardrail does not hold; the status is not better than at_risk",
    "overridden": "the owner's word stands in place of the pace",
}
_NAMES = 12
_WIDEST = 40
"""Names take so many columns at most; a longer one pushes what follows."""


def document(project: "Project", address: str, cycle: str | None, as_of: datetime) -> dict[str, Any]:
    """An objective or a key result as it stands in the report's document."""
    _, objective, line = _find(project, address, cycle, as_of)
    if line is not None:
        return {"kind": "key_result", **key_result_document(line)}
    return {"kind": "objective", **objective_document(objective)}


def text(project: "Project", address: str, cycle: str | None, as_of: datetime) -> str:
    """The same for people, in lines of at most 80 columns where words can be broken."""
    view, objective, line = _find(project, address, cycle, as_of)
    return "\n".join(_objective(view, objective) if line is None else _key_result(view, objective, line))


def _find(
    project: "Project", address: str, cycle: str | None, as_of: datetime
) -> tuple["View", "ObjectiveView", "KeyResultView | None"]:
    """What an address names, in the whole of its objective. Raises `ProjectError` for an unknown one."""
    whole = "/".join(address.split("/")[:2])
    view = project.view([address], cycle=cycle, as_of=as_of)
    view = project.view([whole], cycle=view.cycle.name, as_of=as_of)
    objective = view.objectives[0]
    return view, objective, next((each for each in objective.key_results if each.address == address), None)


def _key_result(view: "View", objective: "ObjectiveView", line: "KeyResultView") -> Iterator[str]:
    yield from _head(view, objective, line.address, line.title)
    band = "" if line.band is None else f" ({line.band})"
    yield from _pairs(
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
    if line.forecast is not None:
        yield from _forecast(line.forecast)
    yield from ("", *wrapped(f"The score of its objective: okr explain {objective.address}"))
    yield from wrapped(f"How it is measured: okr explain {line.source.metric}")


def _objective(view: "View", objective: "ObjectiveView") -> Iterator[str]:
    standing = objective.standing
    yield from _head(view, objective, objective.address, objective.title)
    yield from _pairs(
        ("score", _share(standing.score) or "none"),
        ("status", standing.status),
        ("verdict", objective.verdict or _foretold(objective)),
        ("measured", f"{standing.coverage[0]} of {standing.coverage[1]} key results that count"),
        ("confidence", _share(standing.confidence)),
    )
    yield from _inputs("What went in", objective.why.inputs)
    yield from _steps(objective.why)


def _foretold(objective: "ObjectiveView") -> str:
    """What the verdict would be if the cycle were closed now."""
    line, score = cut(objective.pass_line), objective.standing.score
    if score is None:
        return f"open; achieved from a score of {line} on"
    word = "achieved" if score >= objective.pass_line else "missed"
    return f"open; {word} if it stayed so: {objective.kind}, achieved from {line} on"


def _head(view: "View", objective: "ObjectiveView", address: str, title: str) -> Iterator[str]:
    yield address
    yield from wrapped(title)
    seen = f"{view.cycle.name}, as of {view.as_of.isoformat()}"
    yield from wrapped(f"{seen}; the objective is {objective.kind}: achieved from {cut(objective.pass_line)} on")
    yield ""


def _pairs(*pairs: tuple[str, object]) -> Iterator[str]:
    """Names and what they are; what is not known is left out."""
    for name, value in pairs:
        if value is not None:
            yield from wrapped(str(value), f"{name:<{_NAMES}}", " " * _NAMES)


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
    for title, step in (("Score", why.formula), ("Expected by now", why.expected), ("Status", why.status_rule)):
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
