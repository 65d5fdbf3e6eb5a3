"""What a report says of one key result, one initiative or one amendment."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from okrengine.model import MANUAL, GuardrailReading, Override, Task
from okrengine.quantity import Quantity
from okrengine.report.contents import Flag, KeyResultView, Promise, Source, Work
from okrengine.report.figures import N_, NOTHING
from okrengine.report.goals import Step
from okrengine.report.reasons import reason
from okrengine.report.terms import Terms

_LEVELS: Mapping[str, str] = {
    "target": N_("Target %(quantity)s"),
    "commit": N_("Commit %(quantity)s"),
    "stretch": N_("Stretch %(quantity)s"),
    "at_least": N_("At least %(quantity)s"),
    "at_most": N_("At most %(quantity)s"),
}


class Sentences(Terms):
    """Sentences about the parts of a report."""

    def flag(self, flag: Flag, line: KeyResultView) -> str:
        """Why a key result is worth a talk, in a few words with their numbers."""
        return reason(self, flag, line)

    def reasons(self, line: KeyResultView) -> str:
        """The flags of a key result in one line; what blocks it is told in full elsewhere."""
        return self.own(" · ").join(self.flag(flag, line) for flag in line.flags if flag.name != "blocked")

    def value(self, line: KeyResultView) -> str:
        """The value as it stands, or why there is none; its age where it is too old, its n where that is small."""
        now = self.now(line)
        if line.value is None and line.goal.kind != "milestones":
            return self.say("– (%(reason)s)", reason=self.missing(line))
        if line.status == "stale" and line.age is not None:
            return self.say("%(value)s (%(remark)s)", value=now, remark=self.age(line.age))
        if line.status == "low_sample" and line.n is not None:
            return self.say("%(value)s (%(remark)s)", value=now, remark=self.say("n = %(n)s", n=self.number(line.n)))
        return now

    def sample(self, line: KeyResultView) -> str:
        """How many rows are behind the value and how sure it is; an empty text where nothing is known of it."""
        if line.n is None or line.value is None:
            return self.own("")
        n = self.say("n = %(n)s", n=self.number(line.n))
        if line.interval is None:
            return n
        return self.say("%(n)s, 95%% interval %(interval)s", n=n, interval=self.between(line.interval))

    def progress(self, line: KeyResultView) -> str:
        """The progress beside the expected one; of a level that is to be kept, whether it holds."""
        if line.goal.kind == "maintain" and line.pace is not None:
            return self.say("the level holds") if line.pace == "on_track" else self.say("the level does not hold")
        if line.raw is None:
            return self.own(NOTHING)
        if line.expected is None:
            return self.percent(line.raw)
        progress, expected = self.percent(line.raw), self.percent(line.expected)
        return self.say("%(progress)s (%(expected)s expected)", progress=progress, expected=expected)

    def status_of(self, line: KeyResultView) -> str:
        """The status of a key result; the owner's word and the computed one side by side."""
        if line.override is None:
            return self.status(line.status, line.verdict)
        until = self.short_day(line.override.until)
        return self.say(
            "%(status)s until %(day)s (owner); pace: %(pace)s",
            status=self.status(line.override.status),
            day=until,
            pace=self.own(self.status(line.pace).lower()),
        )

    def override(self, override: Override) -> str:
        """The owner's word on the status."""
        return self.say(
            "%(status)s until %(day)s (owner)",
            status=self.status(override.status),
            day=self.short_day(override.until),
        )

    def status_change(self, line: KeyResultView) -> str:
        """The status before and now, where it changed."""
        now = self.status(line.status, line.verdict)
        if line.before is None or line.before.status == line.status:
            return now
        return self.own("%(before)s → %(now)s") % {"before": self.status(line.before.status), "now": now}

    def progress_change(self, line: KeyResultView) -> str:
        """How far the progress moved; nothing where the values may not be compared."""
        if line.redefined:
            return self.say("not compared")
        if line.progress_change is None or line.goal.kind == "maintain":
            return self.own(NOTHING)
        return self.points(line.progress_change)

    def confidence_change(self, line: KeyResultView) -> str:
        """The confidence before and now, where it changed."""
        if line.before is None or not line.confidence_change:
            return self.percent(line.confidence)
        before, now = self.percent(line.before.confidence), self.percent(line.confidence)
        return self.own("%(before)s → %(now)s") % {"before": before, "now": now}

    def not_compared(self, line: KeyResultView) -> str:
        """That the measure changed between two check-ins."""
        if line.before is None or line.at is None:
            return self.own("")
        before, now = self.day(line.before.at), self.day(line.at)
        return self.say("measured differently on %(before)s and on %(now)s; the two are not compared",
                        before=before, now=now)  # fmt: skip

    def blocked(self, task: Task) -> str:
        """What is in the way."""
        return self.say("Blocked: %(task)s", task=self.task(task))

    def held(self, reading: GuardrailReading) -> str:
        """A guardrail and whether it holds."""
        stands = self.guardrail(reading)
        if reading.holds is None:
            return self.say("Guardrail %(reading)s", reading=stands)
        if reading.holds:
            return self.say("Guardrail holds: %(reading)s", reading=stands)
        return self.say("Guardrail broken: %(reading)s. The status is at risk at best.", reading=stands)

    def why_missing(self, line: KeyResultView) -> str:
        """Why there is no value, with what the source said."""
        reason = self.missing(line)
        if not line.detail:
            return self.say("No value: %(reason)s", reason=reason)
        return self.say("No value: %(reason)s (%(detail)s)", reason=reason, detail=line.detail)

    def remarks(self, line: KeyResultView) -> Iterator[str]:
        """All that is to be said of a key result beside its row in a table."""
        if line.override is not None:
            yield self.status_of(line)
        if line.value is None and line.goal.kind != "milestones":
            yield self.why_missing(line)
        if sample := self.sample(line):
            yield sample
        yield from (self.mark(mark) for mark in line.marks if self.mark(mark))
        yield from (self.held(reading) for reading in line.guardrails)
        yield from (self.blocked(task) for task in line.blockers)
        if line.note:
            yield self.say("Note: %(note)s", note=line.note)
        if line.verdict_note:
            yield self.say("Verdict: %(note)s", note=line.verdict_note)

    def earlier(self, line: KeyResultView) -> str:
        """The value at the check-in before."""
        before = line.before
        if before is None:
            return self.own(NOTHING)
        return self.percent(before.raw) if line.goal.kind == "milestones" else self.quantity(before.value)

    def current(self, line: KeyResultView) -> str:
        """The value now, in the way of the one before."""
        return self.percent(line.raw) if line.goal.kind == "milestones" else self.quantity(line.value)

    def goal(self, line: KeyResultView) -> str:
        """Where the value is to get to, beside the value."""
        if line.goal.kind in ("maintain", "milestones"):
            return self.target(line.goal) if line.goal.kind == "maintain" else self.own("")
        return self.own("→ %(target)s") % {"target": self.target(replace(line.goal, stretch=None))}

    def level(self, name: str, quantity: Quantity) -> str:
        """The label of a line that is to be reached or kept."""
        return self.say(_LEVELS[name], quantity=self.quantity(quantity))

    def values(self, line: KeyResultView) -> str:
        """The values so far, as text for those who do not see the line."""
        first, last = line.history[0], line.history[-1]
        if line.goal.kind == "milestones":
            start, end = self.percent(first.raw), self.percent(last.raw)
        else:
            start, end = self.quantity(first.value), self.quantity(last.value)
        if len(line.history) == 1:
            return self.say("One check-in, %(end)s on %(until)s", end=end, until=self.short_day(last.at))
        return self.count(
            "%(num)s check-in, from %(start)s on %(day)s to %(end)s on %(until)s",
            "%(num)s check-ins, from %(start)s on %(day)s to %(end)s on %(until)s",
            len(line.history),
            start=start,
            day=self.short_day(first.at),
            end=end,
            until=self.short_day(last.at),
        )

    def score_and_band(self, line: KeyResultView) -> str:
        """The score and the name of its band."""
        if line.band is None:
            return self.own(NOTHING)
        return self.own("%(score)s (%(band)s)") % {"score": self.score(line.score), "band": self.band(line.band)}

    def fraction(self, source: Source) -> str:
        """Numerator and denominator of a share."""
        if source.numerator is None or source.denominator is None:
            return self.own("")
        part, whole = self.quantity(source.numerator), self.quantity(source.denominator)
        return self.say("%(part)s of %(whole)s", part=part, whole=whole)

    def window(self, source: Source) -> str:
        """The time that was looked at."""
        if source.start is None or source.end is None:
            return self.own("")
        return self.say("%(start)s to %(end)s", start=self.day(source.start), end=self.instant(source.end))

    def measured_by(self, line: KeyResultView) -> str:
        """The metric and the source of a value."""
        source = line.source
        if source.source is None:
            return self.say("stated by the owner") if source.metric == MANUAL else source.metric
        return self.own("%(metric)s · %(source)s") % {"metric": source.metric, "source": source.source}

    def measured_at(self, line: KeyResultView) -> str:
        """The instant of the value, and its age."""
        if line.at is None or line.age is None:
            return self.own("")
        return self.own("%(at)s · %(age)s") % {"at": self.instant(line.at), "age": self.age(line.age)}

    def table_label(self, line: KeyResultView) -> str:
        """The name of the table of values, unlike that of any other."""
        return self.say("Values of %(title)s (%(address)s)", title=line.title, address=line.address)

    def step(self, step: Step) -> str:
        """When a milestone is due, or was done."""
        if step.done is not None:
            return self.say("done on %(day)s", day=self.short_day(step.done))
        day = self.short_day(step.by)
        return self.say("was due on %(day)s", day=day) if step.due else self.say("due on %(day)s", day=day)

    def work(self, work: Work) -> str:
        """An initiative: title, owner, due, progress."""
        given = work.initiative
        parts = [given.title, *self.whose(Task(given.title, given.owner, given.due))]
        if work.progress is not None:
            parts.append(self.say("%(progress)s done", progress=self.percent(work.progress)))
        if work.overdue:
            parts.append(self.say("overdue"))
        return self.own(" · ").join(parts)

    def promise(self, promise: Promise) -> str:
        """What was changed about a promise, why and by whom."""
        field, reason, by = self.field(promise), promise.reason, promise.by
        if promise.before is None and promise.after is None:
            return self.say("%(field)s. %(reason)s (%(by)s)", field=field, reason=reason, by=by)
        before, after = self.written(promise.before), self.written(promise.after)
        return self.say("%(field)s %(before)s → %(after)s. %(reason)s (%(by)s)",
                        field=field, before=before, after=after, reason=reason, by=by)  # fmt: skip
