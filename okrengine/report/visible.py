"""Texts that people wrote, made safe to look at: what would be invisible or turn the line around is shown escaped."""

from dataclasses import replace

from okrengine.model import Entry, Forecast, GuardrailReading, Initiative, Input, Override, Task, Why
from okrengine.syntax import Problem
from okrengine.syntax import visible as written_out


def visible(text: str) -> str:
    """`text` with what hides or turns a line around written out; line breaks are kept."""
    return written_out(text.replace("\r\n", "\n").replace("\r", "\n"), keep="\t\n")


def one_line(text: str) -> str:
    """`text` made visible, with every stretch of white space as one blank."""
    return " ".join(visible(text).split())


def optional(text: str | None) -> str | None:
    """A text that may be missing, on one line."""
    return None if text is None else one_line(text)


def task(given: Task) -> Task:
    """A blocker or a next action with its texts on one line."""
    return replace(given, text=one_line(given.text), owner=optional(given.owner))


def tasks(given: tuple[Task, ...]) -> tuple[Task, ...]:
    """Blockers or next actions with their texts on one line each."""
    return tuple(task(each) for each in given)


def guardrails(entry: Entry | None) -> tuple[GuardrailReading, ...]:
    """The guardrails of an entry, with their texts on one line."""
    given = () if entry is None else entry.guardrails
    return tuple(replace(each, metric=one_line(each.metric), detail=optional(each.detail)) for each in given)


def override(given: Override | None) -> Override | None:
    """The owner's word with its note on one line."""
    return None if given is None else replace(given, note=one_line(given.note))


def initiative(given: Initiative) -> Initiative:
    """An initiative with its texts on one line."""
    return replace(given, title=one_line(given.title) or given.id, owner=optional(given.owner))


def finding(given: Problem) -> Problem:
    """A finding with its texts on one line."""
    place = replace(given.place, file=one_line(given.place.file))
    return replace(given, message=one_line(given.message), place=place)


def forecast(given: Forecast | None) -> Forecast | None:
    """A forecast with the texts of its derivation on one line each."""
    return None if given is None else replace(given, told=lambda: _inputs(given.working))


def _inputs(given: tuple[Input, ...]) -> tuple[Input, ...]:
    return tuple(
        replace(each, name=one_line(each.name), value=one_line(each.value), origin=one_line(each.origin))
        for each in given
    )


def why(given: Why) -> Why:
    """A derivation with its texts on one line each."""
    steps = (given.formula, given.status_rule, given.expected, given.pace)
    return Why(_inputs(given.inputs), *map(one_line, steps))
