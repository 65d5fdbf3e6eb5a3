"""From the document of a check-in file to what it says."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from okrengine.config import Settings
from okrengine.model import CheckIn, Entry, GuardrailReading, Override, Span, Task, Verdict
from okrengine.quantity import Quantity
from okrengine.syntax import Document


def read(document: Document, settings: Settings) -> CheckIn:
    """The check-in of a document without errors. Instants without an offset are in the project's zone."""
    data = document.data
    closes = data.get("closes")
    return CheckIn(
        cycle=str(data["cycle"]),
        team=data["team"],
        at=settings.instant(data["at"]),
        by=data["by"],
        entries={key: _entry(said or {}, settings) for key, said in (data.get("key_results") or {}).items()},
        initiatives=_progress(data),
        backfilled=bool(data.get("backfilled")),
        verdicts=None if closes is None else {key: _verdict(said) for key, said in closes["verdicts"].items()},
        file=document.file,
        lines=_Lines(document),
    )


class _Lines(Mapping[str, int]):
    """The line of each key result in a check-in file. The places of a file are found when the first is asked for."""

    def __init__(self, document: Document) -> None:
        self._document = document

    @property
    def _said(self) -> Mapping[str, Any]:
        return self._document.data.get("key_results") or {}

    def __getitem__(self, key: str) -> int:
        if key not in self._said:
            raise KeyError(key)
        return self._document.keys["key_results", key].line

    def __iter__(self) -> Iterator[str]:
        return iter(self._said)

    def __len__(self) -> int:
        return len(self._said)


def _entry(said: Mapping[str, Any], settings: Settings) -> Entry:
    interval, window, override = said.get("interval"), said.get("window"), said.get("override")
    return Entry(
        value=_quantity(said.get("value")),
        missing=said.get("missing"),
        detail=said.get("detail"),
        n=said.get("n"),
        numerator=_quantity(said.get("numerator")),
        denominator=_quantity(said.get("denominator")),
        interval=None if interval is None else (Quantity.parse(interval[0]), Quantity.parse(interval[1])),
        excluded=dict(said.get("excluded") or {}),
        window=None if window is None else Span(settings.instant(window["from"]), settings.instant(window["to"])),
        source=said.get("source"),
        definition=said.get("definition"),
        baseline=_quantity(said.get("baseline")),
        milestones={key: date.fromisoformat(done) for key, done in (said.get("milestones") or {}).items()},
        confidence=None if said.get("confidence") is None else Fraction(said["confidence"]),
        note=said.get("note"),
        blockers=_tasks(said.get("blockers")),
        next=_tasks(said.get("next")),
        guardrails=tuple(_guardrail(one) for one in said.get("guardrails") or ()),
        override=None
        if override is None
        else Override(override["status"], date.fromisoformat(override["until"]), override.get("note") or ""),
    )


def _guardrail(said: Mapping[str, Any]) -> GuardrailReading:
    return GuardrailReading(
        metric=said["metric"],
        value=_quantity(said.get("value")),
        n=said.get("n"),
        at_least=_quantity(said.get("at_least")),
        at_most=_quantity(said.get("at_most")),
        holds=said.get("holds"),
        missing=said.get("missing"),
        detail=said.get("detail"),
    )


def _tasks(said: Iterable[Mapping[str, Any]] | None) -> tuple[Task, ...]:
    return tuple(
        Task(one["text"], one.get("owner"), None if one.get("due") is None else date.fromisoformat(one["due"]))
        for one in said or ()
    )


def _verdict(said: Mapping[str, Any]) -> Verdict:
    score = said.get("score")
    return Verdict(None if score is None else Fraction(score), said["verdict"], said.get("note") or "")


def _quantity(written: Any) -> Quantity | None:
    return None if written is None else Quantity.parse(written)


def _progress(data: Mapping[str, Any]) -> dict[str, Fraction]:
    """How far initiatives are, as shares, by `objective/initiative`."""
    said = (data.get("initiatives") or {}).items()
    return {key: _share(one["progress"]) for key, one in said if one and "progress" in one}


def _share(written: Any) -> Fraction:
    quantity = Quantity.parse(written)
    return quantity.base / 100 if quantity.unit == "%" else quantity.base


def answers(document: Document, settings: Settings) -> tuple[dict[str, Entry], dict[str, Fraction]]:
    """What people say at a check-in: entries by address or `objective/key-result`, progress of initiatives likewise."""
    said = document.data or {}
    return (
        {key: _entry(one or {}, settings) for key, one in (said.get("key_results") or {}).items()},
        _progress(said),
    )
