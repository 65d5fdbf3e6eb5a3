"""The words of a report in one language: its terms, its sentences, and what it says of a cycle and an objective."""

from decimal import Decimal
from functools import cache

from okrengine.config import StatusSettings
from okrengine.errors import ProjectError
from okrengine.report.catalog import LANGUAGES
from okrengine.report.contents import KeyResultView, ObjectiveView, Standing, View
from okrengine.report.figures import N_, NOTHING
from okrengine.report.standings import Standings
from okrengine.report.terms import SHAPES, Shape

__all__ = ["LANGUAGES", "NOTHING", "SHAPES", "Shape", "Words", "words"]

_POLICIES = {
    "exclude": N_("What has no value is named and left out, never counted as 0."),
    "zero": N_("What has no value counts as 0."),
    "block": N_("As long as a value is missing, what it belongs to has no score."),
}

_PROGRESS = N_(
    "Progress is how much of the way from the baseline to the target is done. The expected progress is the share of "
    "the time until the deadline that has passed, unless the key result has a curve or milestones of its own. "
    "A level that is to be kept either holds or does not."
)
_STATUS = N_(
    "On track: at most %(near)s points behind the expected progress. At risk: at most %(far)s points behind. "
    "Off track: further behind. Achieved: the target is reached. In the first %(quiet)s%% of the time nothing is worse "
    "than on track. A value older than %(days)s days is stale."
)
_PRESETS = {
    "gap": N_(
        "On track: at most %(near)s points behind the expected progress. At risk: %(far)s. Achieved: the target is "
        "reached. A value older than %(days)s days is stale."
    ),
    "ratio": N_(
        "On track: at least %(near)s%% of the expected progress. At risk: %(far)s. Achieved: the target is reached. "
        "A value older than %(days)s days is stale."
    ),
    "attained": N_(
        "On track: a progress of at least %(near)s%%, whatever the day. At risk: %(far)s. Achieved: the target is "
        "reached. A value older than %(days)s days is stale."
    ),
}
_AT_RISK = {
    "gap": N_("at most %(far)s points behind; off track: further behind"),
    "ratio": N_("at least %(far)s%% of it; off track: less"),
    "attained": N_("at least %(far)s%%; off track: less"),
}
_FORECAST = N_(
    "A forecast is a robust line through the values so far, carried to the deadline; about four times in five the "
    "value ends within its range. Its chance is that of reaching the target. It needs values of four days."
)
_LOWERED = N_(
    "Where the whole range of a forecast misses the score at which the objective is achieved, the status is one step "
    "lower than the pace, unless less than %(quiet)s%% of the time has passed."
)
_SCORE = N_(
    "A score is the progress kept between 0 and 1. An objective has the weighted mean of its key results, the cycle "
    "the mean of its objectives. %(policy)s"
)
_CONFIDENCE = N_(
    "Confidence is the owner's own belief that the target will be reached. Scores and percentages are cut, never "
    "rounded up; a change is the difference of the two numbers shown."
)


class Words(Standings):
    """Everything that a report says in one language."""

    def headline(self, view: View) -> str:
        """The report in two or three sentences."""
        good, every = view.having("on_track", "achieved"), len(view.key_results)
        parts = [
            self.count(
                "%(good)s of %(num)s key result is on track or achieved",
                "%(good)s of %(num)s key results are on track or achieved",
                every,
                good=self.number(good),
            )
        ]
        if (n := view.having("at_risk")) > 0:
            parts.append(self.count("%(num)s is at risk", "%(num)s are at risk", n))
        if (n := view.having("off_track")) > 0:
            parts.append(self.count("%(num)s is off track", "%(num)s are off track", n))
        if (n := view.having("no_data", "stale", "low_sample", "baselining")) > 0:
            parts.append(self.count("%(num)s cannot be judged yet", "%(num)s cannot be judged yet", n))
        sentences = [self.sentence(parts)]
        score, expected = view.standing.score, view.standing.expected
        if score is not None and expected is not None:
            sentences.append(
                self.say(
                    "The score is %(score)s; %(expected)s was expected by today.",
                    score=self.score(score),
                    expected=self.score(expected),
                )
            )
        sentences.append(self.discuss(view))
        return self.own(" ").join(sentences)

    def discuss(self, view: View) -> str:
        """How many points there are to discuss."""
        if not view.agenda:
            return self.say("Nothing needs a discussion.")
        return self.count("%(num)s point to discuss.", "%(num)s points to discuss.", len(view.agenda))

    def elapsed(self, view: View) -> str:
        """How far the cycle is."""
        if view.week == 0:
            return self.say("begins on %(day)s", day=self.long_day(view.cycle.first))
        if view.today > view.cycle.last:
            return self.say("ended on %(day)s", day=self.long_day(view.cycle.last))
        return self.say(
            "week %(week)s of %(weeks)s · %(passed)s of the time has passed",
            week=view.week,
            weeks=view.weeks,
            passed=self.percent(view.passed),
        )

    def stands(self, view: View) -> str:
        """Score, change, expectation, coverage and confidence of the cycle in one line."""
        standing = view.standing
        parts = [self.say("Score %(score)s", score=self.score(standing.score))]
        if standing.change is not None:
            parts.append(self.change_since(standing))
        if standing.expected is not None:
            parts.append(self.say("expected by today %(score)s", score=self.score(standing.expected)))
        known, every = view.measured
        parts.append(self.say("%(known)s of %(all)s key results measured", known=known, all=every))
        if standing.confidence is not None:
            parts.append(self.say("mean confidence %(share)s", share=self.percent(standing.confidence)))
        return self.own(" · ").join(parts)

    def objective(self, objective: ObjectiveView) -> str:
        """Whose an objective is, what kind it is, what it supports and what is missing from its score."""
        parts = [self.status(objective.standing.status), objective.team]
        if objective.owner and objective.owner != objective.team:
            parts.append(objective.owner)
        parts += [self.pass_line(objective), self.coverage(objective.standing)]
        parts += [self.say("supports %(title)s", title=link.title) for link in objective.supports]
        if objective.missing:
            parts.append(self.say("without %(titles)s", titles=self.listed(objective.missing)))
        return self.own(" · ").join(parts)

    def pass_line(self, objective: ObjectiveView) -> str:
        """The kind of an objective and the score at which it is achieved."""
        kind, line = self.kind(objective.kind), self.score(objective.pass_line)
        return self.say("%(kind)s (achieved at %(score)s)", kind=kind, score=line)

    def label(self, objective: ObjectiveView) -> str:
        """An objective in a few words, for a picture."""
        score = self.score(objective.standing.score)
        return f"{self.glyph(objective.standing.status)} {objective.title} {score}"

    def since(self, view: View) -> str:
        """The heading of what changed."""
        if view.since is None:
            return self.say("What changed since the check-in before")
        return self.say("What changed since %(day)s", day=self.day(view.since))

    def unchanged(self, view: View) -> str:
        """How many key results did not change."""
        return self.count("%(num)s key result is unchanged.", "%(num)s key results are unchanged.", view.unchanged)

    def described(self, line: KeyResultView, view: View) -> str:
        """A key result in full sentences, for those who do not see its chart."""
        sentences = [self.say("Now: %(value)s.", value=self.value(line))]
        if line.goal.kind in ("reach", "zones"):
            sentences.append(self.say("From baseline to target: %(way)s.", way=self.way(line.goal)))
        elif line.goal.kind == "maintain":
            sentences.append(self.say("To be kept: %(limits)s.", limits=self.limits(line.goal)))
        sentences.append(self.say("Deadline: %(day)s.", day=self.long_day(line.deadline)))
        if line.raw is not None and line.expected is not None and view.week:
            progress, expected = self.percent(line.raw), self.percent(line.expected)
            sentences.append(self.say("%(progress)s of the way is done, %(expected)s was expected by today.",
                                      progress=progress, expected=expected))  # fmt: skip
        return self.own(" ").join(sentences)

    def title(self, view: View) -> str:
        """The name of the report."""
        return self.say("OKR check-in · %(cycle)s", cycle=self.cycle(view.cycle.name))

    def change_since(self, standing: Standing) -> str:
        """How far a score moved."""
        return self._since(standing, self.change(standing.change or Decimal(0)))

    def confidence_since(self, standing: Standing) -> str:
        """How far the mean confidence moved."""
        return self._since(standing, self.points(standing.confidence_change or 0))

    def _since(self, standing: Standing, change: str) -> str:
        if standing.since is None:
            return change
        return self.say("%(change)s since %(day)s", change=change, day=self.short_day(standing.since))

    def confidence_counts(self, view: View) -> str:
        """How many confidences fell, and how many nobody stated."""
        fell = self.count("%(num)s fell", "%(num)s fell", view.confidence_fell)
        silent = self.count("%(num)s not stated", "%(num)s not stated", view.confidence_silent)
        return self.own(" · ").join((fell, silent))

    def policy(self, view: View) -> str:
        """What happens to a key result without a value."""
        return self.say(_POLICIES[view.missing_policy])

    def computed(self, view: View) -> tuple[str, ...]:
        """How the numbers come about, in plain words and with the project's own thresholds."""
        score = self.say(_SCORE, policy=self.policy(view))
        limits, forecast = view.thresholds, [self.say(_FORECAST)]
        if limits.foresees:
            forecast.append(self.say(_LOWERED, quiet=self.number(limits.quiet)))
        foreseen = self.own(" ").join(forecast)
        return self.say(_PROGRESS), self._limits(limits), foreseen, score, self.say(_CONFIDENCE)

    def _limits(self, limits: StatusSettings) -> str:
        """When a status is which, by the project's own thresholds."""
        days, near = self.number(limits.stale_after.days), self.number(limits.on_track)
        if limits.preset is None and limits.at_risk is not None:
            far, quiet = self.number(limits.at_risk), self.number(limits.quiet)
            return self.say(_STATUS, near=near, far=far, quiet=quiet, days=days)
        far = self.say("all else")
        if limits.at_risk is not None:
            far = self.say(_AT_RISK[limits.by], far=self.number(limits.at_risk))
        return self.say(_PRESETS[limits.by], near=near, far=far, days=days)

    def footer(self, view: View) -> str:
        """What the report was made from."""
        return self.say(
            "okrengine %(version)s · as of %(instant)s · files sha256 %(digest)s",
            version=self.own(view.engine_version),
            instant=self.own(view.as_of.isoformat()),
            digest=self.own(view.digest[:12]),
        )


@cache
def words(language: str, own: type[str] = str) -> Words:
    """The words of one of `LANGUAGES`; raises `ProjectError` for another."""
    if language not in LANGUAGES:
        known = ", ".join(LANGUAGES)
        raise ProjectError(f"no reports in the language `{language[:20]}`: there are {known}")
    return Words(language, own)
