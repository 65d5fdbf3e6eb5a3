"""The terms of a report in one language: statuses, reasons, limits and targets."""

from collections.abc import Mapping
from dataclasses import dataclass

from okrengine.model import GuardrailReading, Status, Task
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
    "guardrail_breached": N_("A guardrail does not hold: the status is at risk at best."),
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
    "duplicates": N_("duplicates"),
}


class Terms(Figures):
    """Words and short phrases for what a report holds."""

    def status(self, status: Status | None, verdict: str | None = None) -> str:
        """The word for a status; for a closed one with its verdict."""
        if status is None:
            return self.own(NOTHING)
        return self.say(_VERDICTS.get(verdict or "", _STATUSES["closed"]) if status == "closed" else _STATUSES[status])

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
        if line.missing is not None:
            return self.say(_MISSING[line.missing])
        if line.status == "baselining":
            return self.say(N_("the baseline is still to be measured"))
        return self.say(N_("no check-in yet") if not line.history else _MISSING["no_data"])

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

    def limits(self, bounds: Goal | GuardrailReading) -> str:
        """The limits of a level: at least, at most, or between."""
        low, high = bounds.at_least, bounds.at_most
        if low is not None and high is not None:
            return self.between((low, high))
        if low is not None:
            return self.say(N_("at least %(limit)s"), limit=self.quantity(low))
        return self.say(N_("at most %(limit)s"), limit=self.quantity(high))

    def target(self, goal: Goal) -> str:
        """Where a key result is to get to."""
        if goal.kind == "maintain":
            return self.limits(goal)
        if goal.kind == "milestones":
            return self.count(N_("%(num)s step"), N_("%(num)s steps"), len(goal.steps))
        if goal.kind == "zones" and goal.stretch is not None and goal.stretch != goal.target:
            target, stretch = self.quantity(goal.target), self.quantity(goal.stretch)
            return self.say(N_("%(target)s (stretch %(stretch)s)"), target=target, stretch=stretch)
        return self.quantity(goal.target)

    def way(self, goal: Goal) -> str:
        """From where to where: `48 h → 24 h`; a level or a number of steps has no from."""
        if goal.kind in ("maintain", "milestones"):
            return self.target(goal)
        return self.own("%(low)s → %(high)s") % {"low": self.quantity(goal.baseline), "high": self.target(goal)}

    def now(self, line: KeyResultView) -> str:
        """The value as it stands; a dash where it is missing. Milestones: how many are done."""
        if line.goal.kind == "milestones" and line.missing is None:
            return self.say(N_("%(done)s of %(all)s done"), done=line.goal.done, all=len(line.goal.steps))
        return self.quantity(line.value)

    def guardrail(self, reading: GuardrailReading) -> str:
        """A guardrail with its value and its limit."""
        if reading.value is None:
            why = self.say(_MISSING[reading.missing or "no_data"])
            return self.say(N_("%(metric)s: not known, %(why)s"), metric=reading.metric, why=why)
        value, limits = self.quantity(reading.value), self.limits(reading)
        return self.say(N_("%(metric)s %(value)s (%(limits)s)"), metric=reading.metric, value=value, limits=limits)

    def age(self, days: int) -> str:
        """How old a value is."""
        if days == 0:
            return self.say(N_("from today"))
        return self.count(N_("%(num)s day old"), N_("%(num)s days old"), days)

    def task(self, task: Task) -> str:
        """A text with who does it until when, as far as that is known."""
        return self.own(" · ").join((task.text, *self.whose(task)))

    def whose(self, task: Task) -> tuple[str, ...]:
        """Who does something, and until when."""
        due = None if task.due is None else self.say(N_("due %(day)s"), day=self.day(task.due))
        return tuple(each for each in (task.owner, due) if each)
