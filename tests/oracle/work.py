"""What the metrics of work and quality give."""

from fractions import Fraction
from itertools import groupby
from typing import Any

from oracle.answering import TIMED
from oracle.catalogue import number, oracle, share
from oracle.frame import MOMENT, Frame
from oracle.kernels import duration, known, length, mean, percent, rate, within

COVERED = "crm_coverage survey_coverage monitoring_coverage evaluation_coverage notification_coverage inspection_rate "
COVERED += "vip_visit_coverage department_kr_coverage answer_accuracy objection_rate loaner_availability coverage_rate"
FILLED = [{"filled": ["owner"]}, {"filled": ["owner", "done_at"]}]

share(COVERED, "item", lambda row: row.covered, "covered")
share("owner_coverage", "item", lambda row: row.owner is not None)
KEPT = (lambda row: row.cancelled_at is None, "")
share("completion_rate recovery_rate", "item", lambda row: row.done_at is not None, of=KEPT)
number("problem_count", "item", "item_id")
number(
    "count_done features_shipped kb_articles coaching_sessions report_frequency", "item", "item_id", window_on="done_at"
)


@oracle("coverage_rate profile_completeness data_completeness", "item", asks=FILLED)
def filled_rate(table: Frame, filled: list[str]) -> dict:
    return rate(table.rows, lambda row: all(row[name] is not None for name in filled))


def standing(table: Frame) -> None:
    """The items that were done or not cancelled."""
    table.keep(lambda row: row.cancelled_at is None or row.done_at is not None)


@oracle("done_within_rate", "item", asks=[{"threshold": "7 d"}, {"threshold": "1 h"}, {}])
@oracle("closed_loop_rate", "item", asks=[{"threshold": "11 d"}])
@oracle("checkin_on_time", "item")
def done_within_rate(table: Frame, threshold: str | None = None) -> dict:
    """A time at midnight may be a day: days are counted then, and a day lasts to its end."""
    world = table.world
    standing(table)
    if threshold is None:
        table.need("due_at", "no_target")

    def whole(stamp: Any) -> bool:
        return world.midnight(world.day(stamp)) == stamp

    def limit(row: Any) -> Any:
        """The first moment too late."""
        if threshold is None:
            return row.due_at.limit
        if whole(row.opened_at) and length(threshold).seconds == 0:
            return world.midnight(world.day(row.opened_at) + length(threshold) + length("1 d"))
        return row.opened_at + length(threshold) + MOMENT

    def happened(row: Any) -> bool:
        if row.done_at is not None and whole(row.done_at):
            return world.day(row.done_at) >= world.day(row.opened_at)
        return row.done_at is not None and row.done_at >= row.opened_at

    return within(
        table,
        lambda row: happened(row) and row.done_at < limit(row),
        lambda row: happened(row) or world.passed(limit(row)),
    )


@oracle("followup_within_rate", "item")
def followup_within_rate(table: Frame) -> dict:
    return done_within_rate(table, "7 d")


@oracle("item_time", "item", asks=TIMED[::3])
@oracle("backorder_time repair_time", "item")
def item_time(table: Frame, **given: Any) -> dict:
    standing(table)
    return duration(table, "opened_at", "done_at", **given)


@oracle("task_progress", "item", "progress weight")
def task_progress(table: Frame) -> dict:
    return mean([row.progress for row in table.rows], [row.weight for row in table.rows])


def grade(row: Any) -> Fraction | None:
    """A category's score between the ends of its scale; none without a scale."""
    low, high = row.category_min, row.category_max
    if row.category_score is None or low is None or high is None or high <= low:
        return None
    return (row.category_score - low) / (high - low)


@oracle("internal_quality_score", "qa_review", asks=[{}, {"critical_below": "80%"}])
@oracle("observation_score", "qa_review")
@oracle("internal_quality_score observation_score", "qa_review", table="scored_review")
def internal_quality_score(table: Frame, critical_below: str = "50%") -> dict:
    """A review is made of its categories, else it has the score that was stated; of two the higher."""
    scores = []
    table.rows.sort(key=lambda row: row.review_id)
    for _, of_one in groupby(table.rows, lambda row: row.review_id):
        review = list(of_one)
        rows = [row for row in review if grade(row) is not None]
        weights = [1 if row.category_weight is None else row.category_weight for row in rows]
        if any(row.critical and grade(row) < percent(critical_below) for row in rows):
            scores.append(Fraction(0))
        elif sum(weights):
            scores.append(100 * sum(w * grade(row) for w, row in zip(weights, rows, strict=True)) / sum(weights))
        elif stated := known(review, "score"):
            scores.append(max(stated))
        else:
            table.excluded["missing"] += 1
    return mean(scores)


@oracle("qa_category_score", "qa_review", asks=[{"category": "tone"}, {"category": "facts"}])
def qa_category_score(table: Frame, category: str) -> dict:
    table.keep(lambda row: row.category == category)
    return mean([100 * grade(row) for row in table.drop("missing", lambda row: grade(row) is None)])


@oracle("quality_gap", "qa_review", "score customer_score", table="scored_review")
def quality_gap(table: Frame) -> dict:
    return mean([row.score - row.customer_score for row in table.rows])
