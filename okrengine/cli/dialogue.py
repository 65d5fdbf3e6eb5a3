"""The questions of `okr checkin` on a terminal: line by line, on stderr, answered as the answers file would say it."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

import click

from okrengine.checkins import answers_text, written
from okrengine.cli.options import Options
from okrengine.cli.terminal import safe, say
from okrengine.errors import QuantityError
from okrengine.model import MANUAL, Grade, KeyResult, Milestones, Reading
from okrengine.quantity import Quantity

if TYPE_CHECKING:
    from okrengine.project import Project
    from okrengine.project.drafts import Draft


def ask(project: "Project", drafts: "tuple[Draft, ...]", at: datetime, options: Options) -> str:
    """Ask the human part of every key result; gives the text of an answers file.

    Interrupted, or at the end of input, the answers so far are printed in that form and `Abort` goes on: nothing is
    written.
    """
    grades = {grade.key_result.address: grade for draft in drafts for grade in project.grades(draft, at)}
    key_results = [kr for draft in drafts for objective in draft.objectives for kr in objective.key_results]
    readings = {address: reading for draft in drafts for address, reading in draft.readings.items()}
    said: dict[str, dict[str, Any]] = {}
    try:
        for number, key_result in enumerate(key_results, 1):
            say(f"\n[{number}/{len(key_results)}] {safe(key_result.title)}", options, level=1, err=True)
            grade = grades.get(key_result.address)
            measured = _measured(readings.get(key_result.address), key_result)
            say(f"  {measured}{_standing(grade)}", options, level=1, err=True)
            if answered := _one(key_result, grade):
                said[key_result.address] = answered
    except (click.Abort, EOFError, KeyboardInterrupt):
        if said:
            say(f"\n# The answers so far, for --answers:\n{answers_text(said)}", options, level=1)
        raise click.Abort from None
    return answers_text(said)


def _measured(reading: Reading | None, key_result: KeyResult) -> str:
    """What was measured just now; nothing where a person states the value."""
    if reading is None:
        return ""
    value, _ = written(reading, key_result.unit)
    return f"now {value} · " if value is not None else f"now no value ({safe(reading.reason or reading.status)}) · "


def _standing(grade: Grade | None) -> str:
    """Where a key result stood before this check-in, in one line."""
    if grade is None or grade.at is None:
        return "no check-in yet"
    goal = grade.key_result.goal
    if isinstance(goal, Milestones):
        done = {} if grade.entry is None else grade.entry.milestones
        last = f"{sum(step.done is not None or step.id in done for step in goal.steps)} of {len(goal.steps)} done"
    elif grade.entry is not None and grade.entry.value is not None:
        last = f"last {grade.entry.value}"
    else:
        last = f"last none ({grade.missing})"
    parts = [last, f"target {grade.target}" if grade.target is not None else ""]
    if grade.expected is not None:
        parts.append(f"expected today {int(grade.expected * 100)} %")
    if grade.confidence is not None:
        parts.append(f"confidence {_decimal(grade.confidence)}")
    return " · ".join(part for part in parts if part)


def _one(key_result: KeyResult, grade: Grade | None) -> dict[str, Any]:
    """What people say of one key result; what they leave out is left out."""
    found: dict[str, Any] = {}
    if isinstance(key_result.goal, Milestones):
        done = {} if grade is None or grade.entry is None else dict(grade.entry.milestones)
        if steps := _steps(key_result.goal, done):
            found["milestones"] = steps
    elif key_result.measure.metric == MANUAL:
        found["value"] = _value(grade)
    last = None if grade is None else grade.confidence
    found["confidence"] = _confidence(None if last is None else _decimal(last))
    found["note"] = _prompt("  note", "") or None
    found["blockers"] = _tasks("blocker")
    found["next"] = _tasks("next action")
    return {name: said for name, said in found.items() if said not in (None, [], "")}


def _prompt(text: str, default: str, **facts: Any) -> Any:
    return click.prompt(text, default=default, err=True, show_default=bool(default), **facts)


def _value(grade: Grade | None) -> str | Decimal | None:
    last = str(grade.entry.value) if grade and grade.entry and grade.entry.value is not None else ""
    found: str | Decimal | None = _prompt(
        "  value (Enter restates the last one)" if last else "  value (Enter: not stated)", last, value_proc=read_value
    )
    return found


def read_value(text: str) -> str | Decimal | None:
    """What is typed as the files write it: a bare number where it has no unit."""
    try:
        quantity = Quantity.parse(text) if text else None
    except QuantityError as error:
        raise click.BadParameter(str(error)) from None
    if quantity is None:
        return None
    return str(quantity) if quantity.unit else quantity.number


def read_confidence(text: str) -> Decimal | None:
    """A number from 0 to 1."""
    if not text:
        return None
    try:
        number = Decimal(text)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite():
        raise click.BadParameter(f"`{text}` is no number between 0 and 1")
    if not 0 <= number <= 1:
        near = f": did you mean {number / 10}?" if 1 < number <= 10 else ""  # noqa: PLR2004  a scale of ten
        raise click.BadParameter(f"a number between 0 and 1{near}")
    return number


READERS: dict[str, Callable[[str], Any]] = {"value": read_value, "confidence": read_confidence, "note": str}
"""What is said of a key result, typed or by a flag, as the files write it; each raises `BadParameter` with the mend."""


def _confidence(last: Decimal | None) -> Decimal | None:
    shown = "" if last is None else str(last)
    found: Decimal | None = _prompt("  confidence 0…1", shown, value_proc=read_confidence)
    return found


def _steps(goal: Milestones, done: dict[str, date]) -> dict[str, str]:
    """The day on which each step was done that was not done before; an empty answer is: not yet."""
    found = {}
    for step in goal.steps:
        if step.done is None and step.id not in done:
            label = f"  {safe(step.title or step.id)}, due {step.by}: done on (YYYY-MM-DD, Enter: not yet)"
            if day := _prompt(label, "", value_proc=_day):
                found[step.id] = day
    return {**{key: day.isoformat() for key, day in done.items()}, **found}


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat() if text else ""
    except ValueError:
        raise click.BadParameter(f"`{text}` is no day of the calendar: write 2026-11-21") from None


def _tasks(noun: str) -> list[dict[str, str]]:
    """Texts with owner and due date, until an empty line."""
    found = []
    while text := _prompt(f"  {noun} (Enter: none)", ""):
        task = {"text": text, "owner": _prompt("    owner", ""), "due": _prompt("    due", "", value_proc=_day)}
        found.append({name: said for name, said in task.items() if said})
    return found


def _decimal(number: Any) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
