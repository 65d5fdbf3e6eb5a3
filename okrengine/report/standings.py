"""How objectives, groups and key results stand, in clauses: for lines and sentences of a terminal."""

from collections.abc import Iterable, Iterator

from okrengine.report.charts import LATEST
from okrengine.report.contents import Branch, GroupView, KeyResultView, ObjectiveView, Standing, View
from okrengine.report.figures import NOTHING
from okrengine.report.sentences import Sentences


class Standings(Sentences):
    """Clauses about what stands where."""

    def sentence(self, clauses: Iterable[str]) -> str:
        """Clauses as one sentence."""
        joined = self.say("clauses|, ").removeprefix("clauses|")
        return self.say("%(counts)s.", counts=self.own(joined).join(clauses))

    def worth(self, standing: Standing, verdict: str | None = None) -> Iterator[str]:
        """Status, score and expectation; of what is closed the verdict."""
        known = standing.status is not None
        yield self.status(standing.status, verdict) if known else self.say("cannot be judged yet")
        if standing.score is None:
            yield self.say("no score")
            return
        yield self.say("score %(score)s", score=self.score(standing.score))
        yield self.say("expected by today %(score)s", score=self.score(standing.expected))

    def coverage(self, standing: Standing) -> str:
        """How many of the key results have a score."""
        known, every = standing.coverage
        return self.say("%(known)s of %(all)s measured", known=self.number(known), all=self.number(every))

    def group(self, view: View, group: GroupView) -> str:
        """The name of a group: the tag and its value."""
        if group.value is None:
            return self.say("without %(tag)s", tag=view.by)
        return self.own("%(tag)s: %(value)s") % {"tag": view.by, "value": group.value}

    def size(self, group: GroupView) -> str:
        """How many objectives are in a group."""
        return self.count("%(num)s objective", "%(num)s objectives", len(group.objectives))

    def partly(self, part: ObjectiveView, whole: ObjectiveView) -> str:
        """How much of an objective stands in a group; an empty text where it is the whole."""
        if len(part.key_results) == len(whole.key_results):
            return self.own("")
        some, every = len(part.key_results), len(whole.key_results)
        return self.say("%(some)s of %(all)s key results", some=self.number(some), all=self.number(every))

    def first(self, most: int, every: int) -> str:
        """That of so many only the first are shown; an empty text where all are."""
        return self.own("") if every <= most else self.say("The first %(num)s:", num=self.number(most))

    def supporter(self, branch: Branch) -> str:
        """Whose objective supports the one above, and which."""
        view = branch.objective
        return self.say("Supported by %(team)s: %(title)s", team=view.team, title=view.title)

    def also_under(self, branch: Branch) -> str:
        """The other objectives that one supports; an empty text where there is none."""
        if not branch.also_under:
            return self.own("")
        titles = self.listed(branch.also_under)
        if branch.more:
            titles = self.say("%(titles)s and %(num)s more", titles=titles, num=self.number(branch.more))
        return self.say("also under %(titles)s", titles=titles)

    def given(self, objective: ObjectiveView) -> str:
        """The verdict on an objective; an empty text as long as there is none."""
        return self.own("") if objective.verdict is None else self.status("closed", objective.verdict)

    def remark(self, line: KeyResultView) -> str:
        """What the sign of a status does not tell: the verdict, the owner's word, why nothing can be judged."""
        if line.status == "closed" or line.override is not None:
            return self.status_of(line)
        if line.status == "stale":
            return self.age(line.age or 0)
        if line.status == "low_sample":
            return self.own("%(status)s: %(n)s") % {
                "status": self.status(line.status),
                "n": self.say("n = %(n)s", n=self.number(line.n or 0)),
            }
        return self.missing(line) if line.status in ("no_data", "baselining") else self.own("")

    def sure(self, line: KeyResultView) -> str:
        """The owner's confidence."""
        if line.confidence is None:
            return self.say("confidence not stated")
        return self.say("confidence %(share)s", share=self.percent(line.confidence))

    def outlook(self, line: KeyResultView) -> str:
        """The chance that the forecast gives."""
        chance = None if line.forecast is None else line.forecast.probability
        if chance is None:
            return self.say("no forecast")
        return self.say("the forecast gives a chance of %(chance)s", chance=self.chance(chance))

    def reached(self, line: KeyResultView) -> str:
        """The value, or why there is none, and the way that it has to go."""
        goal = line.goal
        if goal.kind == "milestones":
            return self.value(line)
        now = self.why_missing(line) if line.value is None else self.value(line)
        way = self.target(goal)
        if goal.kind != "maintain" and goal.baseline is not None:
            way = self.say("from %(low)s to %(high)s", low=self.quantity(goal.baseline), high=way)
        return self.own("%(now)s (%(way)s)") % {"now": now, "way": way}

    def so_far(self, line: KeyResultView) -> str:
        """The latest values, oldest first; of milestones the progress."""
        told = [
            self.percent(point.raw) if line.goal.kind == "milestones" else self.quantity(point.value)
            for point in line.history[-LATEST:]
        ]
        known = [self.say("no value") if each == NOTHING else each for each in told]
        return self.say("values so far: %(values)s", values=self.listed(known))

    def point(self, line: KeyResultView) -> str:
        """A point to discuss, with every reason."""
        why = self.listed(self.flag(flag, line) for flag in line.flags)
        return self.own("%(title)s: %(why)s") % {"title": line.title, "why": why}

    def legend(self, expected: str) -> Iterator[str]:
        """What the columns of a line hold, in their order; `expected` is the mark in the bar."""
        yield self.say("bar: progress, %(mark)s expected by today", mark=expected)
        yield self.say("now → target")
        yield self.say("the owner's confidence")
        yield self.say("chance by the forecast")
        yield self.say("values so far")
