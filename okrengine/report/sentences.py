"""What a report says of one key result, one initiative or one amendment."""

from collections.abc import Iterator

from okrengine.model import GuardrailReading, Override, Task
from okrengine.report.contents import Flag, KeyResultView, Promise, Work
from okrengine.report.figures import N_, NOTHING
from okrengine.report.reasons import reason
from okrengine.report.terms import Terms


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
            return self.say(N_("– (%(reason)s)"), reason=self.missing(line))
        if line.status == "stale" and line.age is not None:
            return self.say(N_("%(value)s (%(remark)s)"), value=now, remark=self.age(line.age))
        if line.status == "low_sample" and line.n is not None:
            return self.say(
                N_("%(value)s (%(remark)s)"), value=now, remark=self.say(N_("n = %(n)s"), n=self.number(line.n))
            )
        return now

    def sample(self, line: KeyResultView) -> str:
        """How many rows are behind the value and how sure it is; an empty text where nothing is known of it."""
        if line.n is None or line.value is None:
            return self.own("")
        n = self.say(N_("n = %(n)s"), n=self.number(line.n))
        if line.interval is None:
            return n
        return self.say(N_("%(n)s, 95%% interval %(interval)s"), n=n, interval=self.between(line.interval))

    def progress(self, line: KeyResultView) -> str:
        """The progress beside the expected one."""
        if line.raw is None:
            return self.own(NOTHING)
        if line.expected is None:
            return self.percent(line.raw)
        progress, expected = self.percent(line.raw), self.percent(line.expected)
        return self.say(N_("%(progress)s (%(expected)s expected)"), progress=progress, expected=expected)

    def status_of(self, line: KeyResultView) -> str:
        """The status of a key result; the owner's word and the computed one side by side."""
        if line.override is None:
            return self.status(line.status, line.verdict)
        until = self.short_day(line.override.until)
        return self.say(
            N_("%(status)s until %(day)s (owner); pace: %(pace)s"),
            status=self.status(line.override.status),
            day=until,
            pace=self.own(self.status(line.pace).lower()),
        )

    def override(self, override: Override) -> str:
        """The owner's word on the status."""
        return self.say(
            N_("%(status)s until %(day)s (owner)"),
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
            return self.say(N_("not compared"))
        return self.own(NOTHING) if line.progress_change is None else self.points(line.progress_change)

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
        return self.say(N_("measured differently on %(before)s and on %(now)s; the two are not compared"),
                        before=before, now=now)  # fmt: skip

    def blocked(self, task: Task) -> str:
        """What is in the way."""
        return self.say(N_("Blocked: %(task)s"), task=self.task(task))

    def held(self, reading: GuardrailReading) -> str:
        """A guardrail and whether it holds."""
        stands = self.guardrail(reading)
        if reading.holds is None:
            return self.say(N_("Guardrail %(reading)s"), reading=stands)
        message = N_("Guardrail holds: %(reading)s") if reading.holds else N_("Guardrail broken: %(reading)s")
        return self.say(message, reading=stands)

    def why_missing(self, line: KeyResultView) -> str:
        """Why there is no value, with what the source said."""
        reason = self.missing(line)
        if not line.detail:
            return self.say(N_("No value: %(reason)s"), reason=reason)
        return self.say(N_("No value: %(reason)s (%(detail)s)"), reason=reason, detail=line.detail)

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
            yield self.say(N_("Note: %(note)s"), note=line.note)
        if line.verdict_note:
            yield self.say(N_("Verdict: %(note)s"), note=line.verdict_note)

    def work(self, work: Work) -> str:
        """An initiative: title, owner, due, progress."""
        given = work.initiative
        parts = [given.title, *self.whose(Task(given.title, given.owner, given.due))]
        if work.progress is not None:
            parts.append(self.say(N_("%(progress)s done"), progress=self.percent(work.progress)))
        if work.overdue:
            parts.append(self.say(N_("overdue")))
        return self.own(" · ").join(parts)

    def promise(self, promise: Promise) -> str:
        """What was changed about a promise, why and by whom."""
        field, reason, by = self.field(promise), promise.reason, promise.by
        if promise.before is None and promise.after is None:
            return self.say(N_("%(field)s. %(reason)s (%(by)s)"), field=field, reason=reason, by=by)
        before, after = promise.before or NOTHING, promise.after or NOTHING
        return self.say(N_("%(field)s %(before)s → %(after)s. %(reason)s (%(by)s)"),
                        field=field, before=before, after=after, reason=reason, by=by)  # fmt: skip
