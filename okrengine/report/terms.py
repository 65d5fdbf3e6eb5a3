"""The terms of a report in one language: statuses, reasons, limits and targets."""

from collections.abc import Mapping
from dataclasses import dataclass

from okrengine.errors import QuantityError
from okrengine.model import GuardrailReading, Status, Task
from okrengine.quantity import Quantity
from okrengine.report.contents import KeyResultView, Promise, Source
from okrengine.report.figures import N_, NOTHING, Figures
from okrengine.report.goals import Goal


@dataclass(frozen=True, slots=True)
class Shape:
    """How a status looks: the name of its shape, its glyph, and the sign for screens that know no glyphs."""

    name: str
    glyph: str
    ascii: str


_RING = Shape("ring", "○", "o")
SHAPES: Mapping[Status, Shape] = {
    "achieved": Shape("star", "★", "*"),
    "on_track": Shape("tick", "✔", "+"),
    "at_risk": Shape("triangle", "▲", "!"),
    "off_track": Shape("diamond", "◆", "x"),
    "stale": _RING,
    "no_data": _RING,
    "low_sample": _RING,
    "baselining": _RING,
    "closed": Shape("square", "■", "#"),
}
_STATUSES: Mapping[str, str] = {
    "achieved": N_("Achieved"),
    "on_track": N_("On track"),
    "at_risk": N_("At risk"),
    "off_track": N_("Off track"),
    "stale": N_("Stale"),
    "no_data": N_("No data"),
    "low_sample": N_("Low sample"),
    "baselining": N_("Baselining"),
    "closed": N_("Closed"),
}
_VERDICTS: Mapping[str, str] = {
    "achieved": N_("Closed: achieved"),
    "missed": N_("Closed: missed"),
    "dropped": N_("Closed: dropped"),
    "not_measured": N_("Closed: not measured"),
}
_MISSING: Mapping[str, str] = {
    "no_data": N_("there is no data yet"),
    "not_reached": N_("not yet reached"),
    "undefined": N_("cannot be computed"),
    "stale": N_("the data is too old"),
    "source_failed": N_("the source failed"),
    "not_stated": N_("not stated"),
}
_MARKS: Mapping[str, str] = {
    "regressed": N_("Further from the target than at the start."),
    "exceeded": N_("Beyond the target."),
    "within_noise": N_("Within noise: the interval contains the baseline."),
    "not_certain": N_("Not certain: the interval contains the target."),
}
_KINDS: Mapping[str, str] = {"aspirational": N_("Aspirational"), "committed": N_("Committed")}
_BANDS: Mapping[str, str] = {"red": N_("red"), "amber": N_("amber"), "green": N_("green")}
_FIELDS: Mapping[str, str] = {
    "target": N_("Target"),
    "baseline": N_("Baseline"),
    "deadline": N_("Deadline"),
    "weight": N_("Weight"),
    "title": N_("Title"),
    "owner": N_("Owner"),
    "dropped": N_("Dropped"),
}
_EXCLUDED: Mapping[str, str] = {
    "missing": N_("left blank"),
    "rejected": N_("unreadable"),
    "negative": N_("negative time"),
    "out_of_scale": N_("outside the scale"),
    "undecided": N_("not yet decided"),
    "unanswered": N_("unanswered"),
    "duplicate": N_("duplicates"),
    "anonymous": N_("without a customer"),
    "no_target": N_("without a target"),
}


class Terms(Figures):
    """Words and short phrases for what a report holds."""

    def status(self, status: Status | None, verdict: str | None = None) -> str:
        """The word for a status; for a closed one with its verdict."""
        if status is None:
            return self.own(NOTHING)
        verdict = verdict if status == "closed" else None
        return self.say(_STATUSES[status] if verdict is None else _VERDICTS[verdict])

    def shape(self, status: Status | None) -> Shape:
        """How a status looks; nothing known looks like no data."""
        return SHAPES[status or "no_data"]

    def glyph(self, status: Status | None) -> str:
        """The glyph of a status."""
        return self.own(self.shape(status).glyph)

    def kind(self, kind: str) -> str:
        """The kind of an objective."""
        return self.say(_KINDS[kind])

    def band(self, band: str) -> str:
        """The name of a band of the score."""
        return self.say(_BANDS[band])

    def mark(self, mark: str) -> str:
        """A flag of the grade as a sentence; an empty text for one that is said elsewhere."""
        return self.say(_MARKS[mark]) if mark in _MARKS else self.own("")

    def missing(self, line: KeyResultView) -> str:
        """Why there is no value, in a few words."""
        if line.status == "baselining":
            return self.say("the baseline is still to be measured")
        if line.missing is not None:
            return self.reason(line.missing)
        return self.reason("no_data") if line.history else self.say("no check-in yet")

    def reason(self, missing: str) -> str:
        """The word for a reason why a value is missing."""
        return self.say(_MISSING[missing])

    def field(self, promise: Promise) -> str:
        """What was changed about a promise; the name of a field that is not known is written as it is."""
        return self.say(_FIELDS[promise.field]) if promise.field in _FIELDS else promise.field

    def excluded(self, source: Source) -> str:
        """The rows that were left out, by reason."""
        return self.listed(
            self.own("%(n)s %(why)s")
            % {"n": self.number(n), "why": self.say(_EXCLUDED[why]) if why in _EXCLUDED else why}
            for why, n in source.excluded
        )

    def written(self, text: object) -> str:
        """What an amendment says, as it was written; a quantity in the way of the language."""
        if text is None:
            return self.own(NOTHING)
        try:
            return self.quantity(Quantity.parse(str(text)))
        except QuantityError:
            return str(text)

    def limits(self, bounds: Goal | GuardrailReading) -> str:
        """The limits of a level: at least, at most, or between."""
        low, high = bounds.at_least, bounds.at_most
        if low is not None and high is not None:
            return self.between((low, high))
        if low is not None:
            return self.say("at least %(limit)s", limit=self.quantity(low))
        return self.say("at most %(limit)s", limit=self.quantity(high))

    def target(self, goal: Goal) -> str:
        """Where a key result is to get to."""
        if goal.kind == "maintain":
            return self.limits(goal)
        if goal.kind == "milestones":
            return self.count("%(num)s step", "%(num)s steps", len(goal.steps))
        if goal.kind == "zones" and goal.stretch is not None and goal.stretch != goal.target:
            target, stretch = self.quantity(goal.target), self.quantity(goal.stretch)
            return self.say("%(target)s (stretch %(stretch)s)", target=target, stretch=stretch)
        if goal.target is None and goal.change is not None:
            return self.own("%(sign)s%(change)s") % {
                "sign": self.own("+" if goal.change.number > 0 else ""),
                "change": self.quantity(goal.change),
            }
        return self.quantity(goal.target)

    def way(self, goal: Goal) -> str:
        """From where to where: `48 h → 24 h`; a level or a number of steps has no from."""
        if goal.kind in ("maintain", "milestones"):
            return self.target(goal)
        return self.own("%(low)s → %(high)s") % {"low": self.quantity(goal.baseline), "high": self.target(goal)}

    def now(self, line: KeyResultView) -> str:
        """The value as it stands; a dash where it is missing. Milestones: how many are done."""
        if line.goal.kind == "milestones" and line.missing is None:
            return self.say("%(done)s of %(all)s done", done=line.goal.done, all=len(line.goal.steps))
        return self.quantity(line.value)

    def guardrail(self, reading: GuardrailReading) -> str:
        """A guardrail with its value and its limit."""
        if reading.value is None:
            why = self.reason(reading.missing or "no_data")
            return self.say("%(metric)s: not known, %(why)s", metric=reading.metric, why=why)
        value, limits = self.quantity(reading.value), self.limits(reading)
        return self.say("%(metric)s %(value)s (%(limits)s)", metric=reading.metric, value=value, limits=limits)

    def age(self, days: int) -> str:
        """How old a value is."""
        if days == 0:
            return self.say("from today")
        return self.count("%(num)s day old", "%(num)s days old", days)

    def task(self, task: Task) -> str:
        """A text with who does it until when, as far as that is known."""
        return self.own(" · ").join((task.text, *self.whose(task)))

    def whose(self, task: Task) -> tuple[str, ...]:
        """Who does something, and until when."""
        due = None if task.due is None else self.say("due %(day)s", day=self.day(task.due))
        return tuple(each for each in (task.owner, due) if each)
