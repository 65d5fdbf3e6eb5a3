"""Rule: an amendment says what the promise is now."""

from collections.abc import Iterator
from typing import Any

from okrengine import Example, Files, Finding, Item, Note, Quantity, QuantityError, Rule, dimension, hookimpl, quoted

DROPPED = "dropped"
GOALS = {"target", "maintain", "milestones"}  # where there is none at all, that is the mistake


def amendment_mismatch(files: Files) -> Iterator[Finding]:
    """`to` of the latest amendment is not the field's value now, or a dropped key result is still there.

    An amendment is how a promise is changed in the open; one that says something else than the promise hides a change.
    """
    for objective in files.objectives:
        promised = {one.text("id"): one for one in objective.items("key_results")}
        latest: dict[tuple[str | None, str | None], Item] = {}
        for amendment in sorted(objective.items("amendments"), key=lambda one: one.text("on") or ""):
            latest[amendment.text("key_result"), amendment.text("field")] = amendment
        for (name, field), amendment in latest.items():
            item = promised.get(name)
            if item is None or field is None or not item.clear or (field in GOALS and not GOALS & item.data.keys()):
                continue
            if field == DROPPED:
                note = Note("it stands here", item.place("id"))
                message = f"key result {quoted(name)} is said to be dropped and is still there"
                yield Finding(amendment.place("field"), message, "delete the key result or the amendment", (note,))
            elif "to" in amendment.data and not files.refused(item.document, (*item.path, field)):
                yield from _compare(amendment, item, field)


def _compare(amendment: Item, item: Item, field: str) -> Iterator[Finding]:
    said, now = amendment.data["to"], item.data.get(field)
    if not _same(said, now, item.unit):
        shown = quoted(now) if field in item.data else "not there"
        notes = (Note("the value now", item.place(field)),) if field in item.data else ()
        message = f"the amendment says `{field}` is {quoted(said)} now, and it is {shown}"
        yield Finding(amendment.place("to"), message, "correct the amendment, or add one", notes)


def _same(said: Any, now: Any, unit: str | None) -> bool:
    if isinstance(said, dict) and isinstance(now, dict):
        return said.keys() == now.keys() and all(_same(said[key], now[key], unit) for key in said)
    if isinstance(said, list) and isinstance(now, list):
        return len(said) == len(now) and all(_same(one, other, unit) for one, other in zip(said, now, strict=True))
    first, second = _quantity(said, unit), _quantity(now, unit)
    if first is not None and second is not None:
        return first.dimension == second.dimension and first.base == second.base
    return bool(said == now)


def _quantity(value: Any, unit: str | None) -> Quantity | None:
    if value is None or isinstance(value, bool | dict | list):
        return None
    shown = "" if unit is None or dimension(unit) == "duration" else unit  # a length of time is never bare
    try:
        return Quantity.parse(value).with_unit(shown)
    except QuantityError:
        return None


OBJECTIVE = """\
id: fast
title: Every question gets its answer soon
key_results:
  - id: quick-reply
    metric: first_response_time
    source: helpdesk
    baseline: 24 h
    target: 4 h
    guardrails: [{metric: csat, source: surveys, at_least: 80%}]
amendments:
  - {on: 2026-11-02, key_result: quick-reply, field: target, from: 2 h, to: 4 h, reason: late start, by: nok}
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """313."""
    return [
        Rule(
            "OKR313",
            "amendment-mismatch",
            "error",
            amendment_mismatch,
            "an amendment that is not true",
            mend="correct the amendment, or add one for what was changed since",
            example=Example(OBJECTIVE.replace("to: 4 h", "to: 6 h"), OBJECTIVE, "objective"),
            scope="file",
        )
    ]
