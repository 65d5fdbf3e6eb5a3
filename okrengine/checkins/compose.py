"""From readings and what people say to a check-in."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

from okrengine.errors import RecordError
from okrengine.model import (
    CheckIn,
    Entry,
    Guardrail,
    GuardrailReading,
    KeyResult,
    Milestones,
    Missing,
    Objective,
    Reading,
)
from okrengine.quantity import PERCENT, POINTS, Quantity, dimension


@dataclass(frozen=True, slots=True)
class Answers:
    """What people say at a check-in, by `objective/key-result`, and the progress of initiatives likewise."""

    by: str
    entries: Mapping[str, Entry] = field(default_factory=dict)
    initiatives: Mapping[str, Fraction] = field(default_factory=dict)


def compose(
    objectives: Sequence[Objective],
    readings: Mapping[str, Reading],
    answers: Answers,
    *,
    at: datetime,
    earlier: Iterable[CheckIn],
) -> CheckIn:
    """The check-in of one team and cycle: its objectives, what was measured, and what people said.

    `readings` are by address, guardrails under `address#1`, `address#2`, …. `earlier` are the check-ins so far: a
    baseline that was to be measured is captured once.
    """
    captured = {key for checkin in earlier for key, entry in checkin.entries.items() if entry.baseline is not None}
    entries = {}
    for objective in objectives:
        for key_result in objective.key_results:
            key = local_key(key_result.address)
            answer = answers.entries.get(key, Entry())
            reading = readings.get(key_result.address)
            entry = _stated(key_result, answer) if reading is None else _measured(key_result, reading, answer)
            if key_result.measure_by is not None and entry.value is not None and key not in captured:
                entry = replace(entry, baseline=entry.value)
            checks = tuple(
                _check(guardrail, readings[f"{key_result.address}#{number}"])
                for number, guardrail in enumerate(key_result.guardrails, 1)
                if f"{key_result.address}#{number}" in readings
            )
            entries[key] = replace(entry, guardrails=checks)
    first = objectives[0]
    return CheckIn(first.cycle.name, first.team, at, answers.by, entries, answers.initiatives)


def local_key(address: str) -> str:
    """`objective/key-result` of an address: how a team's own files name it."""
    return address.split("/", 1)[1]


def _stated(key_result: KeyResult, answer: Entry) -> Entry:
    """What a person said of a key result that nothing measures; saying nothing is `not_stated`, never the old value."""
    if isinstance(key_result.goal, Milestones):
        return answer
    if answer.value is None:
        return replace(answer, missing="not_stated")
    return replace(answer, value=answer.value.with_unit(key_result.unit))


def _measured(key_result: KeyResult, reading: Reading, answer: Entry) -> Entry:
    """A reading as a check-in keeps it, rounded once to the precision of its metric, beside what the owner says."""
    if reading.value is None:
        return replace(
            answer,
            missing=cast("Missing", reading.status),
            detail=reading.reason,
            source=reading.source,
            definition=reading.definition,
            excluded=reading.excluded,
            window=reading.window,
        )
    value, interval = written(reading, key_result.unit)
    return replace(
        answer,
        value=value,
        n=reading.n,
        numerator=_number(reading.numerator),
        denominator=_number(reading.denominator),
        interval=interval,
        excluded=reading.excluded,
        window=reading.window,
        source=reading.source,
        definition=reading.definition,
    )


def written(reading: Reading, unit: str) -> tuple[Quantity | None, tuple[Quantity, Quantity] | None]:
    """The value and interval of a reading as people see them.

    In `unit` where that measures the same thing, else in the metric's; rounded once to the metric's precision.
    """
    if reading.value is None:
        return None, None
    unit, size = _unit(unit, reading)
    value, *ends = (_rounded(amount, unit, size, reading) for amount in (reading.value, *(reading.interval or ())))
    return value, (ends[0], ends[1]) if ends else None


def _check(guardrail: Guardrail, reading: Reading) -> GuardrailReading:
    """Where a guardrail stands: its limits are inclusive, and what could not be measured neither holds nor breaks."""
    found: dict[str, Any] = {
        "metric": guardrail.measure.metric,
        "at_least": guardrail.at_least,
        "at_most": guardrail.at_most,
    }
    value, _ = written(reading, guardrail.unit)
    if value is None:
        return GuardrailReading(**found, missing=cast("Missing", reading.status), detail=reading.reason)
    return GuardrailReading(
        **found, value=value, n=reading.n, holds=value.within(guardrail.at_least, guardrail.at_most)
    )


def _rounded(amount: Fraction, unit: str, size: int, reading: Reading) -> Quantity:
    """An amount in a unit that is so large, to the precision that the metric has without it."""
    return Quantity.rounded(amount / size, unit, reading.precision + len(str(size)) - 1)


def _unit(written: str, reading: Reading) -> tuple[str, int]:
    """The unit that people wrote where it measures the same thing, else the metric's, and how many of one it is.

    A metric without a unit counts what people say, such as money in the currency of the data: `THB`, `ล้านบาท`.
    """
    if written and dimension(written) == dimension(reading.unit):
        return written, 1
    if written and not reading.unit and dimension(written) == written and written not in (PERCENT, POINTS):
        return written, int(Quantity(Decimal(1), written).written_out().number)
    return reading.unit, 1


def _number(amount: Fraction | None) -> Quantity | None:
    return None if amount is None else Quantity.rounded(amount, "", 10)


def refuse_closed(checkins: Iterable[CheckIn], cycle: str, team: str) -> None:
    """Raise `RecordError` where the team's cycle was closed: what is frozen stays as it was."""
    closing = next((c for c in checkins if c.cycle == cycle and c.team == team and c.verdicts is not None), None)
    if closing is not None:
        raise RecordError(f"{cycle} of {team} was closed on {closing.at:%Y-%m-%d} by {closing.file}; nothing is added")
