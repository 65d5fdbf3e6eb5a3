"""Scorecards for the tests of reports, made by hand so that they need nothing but the model."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

from okrengine.config import Settings
from okrengine.model import (
    Amendment,
    CheckIn,
    Cycle,
    Entry,
    Grade,
    GuardrailReading,
    Initiative,
    Input,
    KeyResult,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Objective,
    ObjectiveGrade,
    Point,
    Reach,
    Scorecard,
    Span,
    Task,
    Why,
    Zones,
)
from okrengine.quantity import Quantity

BANGKOK = ZoneInfo("Asia/Bangkok")
CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, 0, tzinfo=BANGKOK)
TODAY = AS_OF.date()
SETTINGS = Settings(timezone=BANGKOK, language="th")
DIGEST = "9f2c51d07be84a3316a0c7d2e95f48ab0d6c1e77f3b2a45968cc01de23f4b567"
WEEKS = [AS_OF - timedelta(weeks=back) for back in range(6, -1, -1)]
"""Seven check-ins, a week apart, the last at the instant of the report."""


def q(text):
    return Quantity.parse(text)


def expected(day, deadline, curve="linear"):
    days, length = (day - CYCLE.first).days, (deadline - CYCLE.first).days
    if curve == "step":
        return Fraction(0 if day < deadline else 1)
    return min(max(Fraction(days, length), Fraction(0)), Fraction(1))


def pace_status(raw, due):
    behind = (due - raw) * 100
    if raw >= 1:
        return "achieved"
    return "on_track" if behind <= 10 else "at_risk" if behind <= 25 else "off_track"


def band(score):
    return "red" if score < Fraction(3, 10) else "amber" if score < Fraction(7, 10) else "green"


def raw_of(baseline, target, value):
    return None if value is None else (value.base - baseline.base) / (target.base - baseline.base)


def reach(address, title, way, values, *, confidence=(), owner="nok", deadline=CYCLE.last, definition=None, **more):
    """A graded key result from `baseline, target` and its values by week; None is a missing one."""
    baseline, target = q(way[0]), q(way[1])
    readings = [None if value is None else q(value) for value in values]
    instants = WEEKS[-len(readings) :]
    said = [None] * len(readings) if not confidence else [None if c is None else Fraction(c) / 100 for c in confidence]
    definitions = definition or ["sha256:aa"] * len(readings)
    spread = more.pop("spread", None)
    points = []
    for at, value, sure, by in zip(instants, readings, said, definitions, strict=True):
        raw = raw_of(baseline, target, value)
        status = "no_data" if raw is None else pace_status(raw, expected(at.date(), deadline))
        around = None
        if spread and value is not None:
            half = Decimal(spread)
            around = (Quantity(value.number - half, value.unit), Quantity(value.number + half, value.unit))
        missing = None if value is not None else "source_failed"
        points.append(Point(at, value, missing, raw, around, sure, by, status))
    return graded(address, title, baseline, target, points, owner, deadline, more)


def graded(address, title, baseline, target, points, owner, deadline, more):
    last = points[-1] if points else Point(AS_OF, None, "no_data", None, None, None, None, "no_data")
    due = expected(TODAY, deadline, more.get("curve", "linear"))
    score = None if last.raw is None else min(max(last.raw, Fraction(0)), Fraction(1))
    pace = None if last.raw is None else pace_status(last.raw, due)
    entry = Entry(
        value=last.value,
        missing=last.missing,
        detail=more.get("detail"),
        n=more.get("n"),
        numerator=more.get("numerator"),
        denominator=more.get("denominator"),
        interval=last.interval,
        excluded=more.get("excluded", {}),
        window=Span(datetime(2026, 10, 1, tzinfo=BANGKOK), last.at),
        source=more.get("source", "helpdesk"),
        definition=last.definition,
        confidence=last.confidence,
        note=more.get("note"),
        blockers=more.get("blockers", ()),
        next=more.get("next", ()),
        guardrails=more.get("guardrails", ()),
        override=more.get("override"),
    )
    goal = more.get("goal") or Reach(target)
    key_result = KeyResult(
        id=address.split("/")[-1],
        address=address,
        title=title,
        owner=owner,
        measure=Measure(more.get("metric", "resolution_time"), more.get("source", "helpdesk")),
        goal=goal,
        deadline=deadline,
        baseline=baseline,
        curve=more.get("curve", "linear"),
        weight=more.get("weight", Fraction(1)),
    )
    status = more.get("status") or pace or "no_data"
    why = Why(
        inputs=(
            Input("baseline", str(baseline), "okrs/after-sales.yaml:14"),
            Input("target", str(target), "okrs/after-sales.yaml:15"),
            Input("value", str(last.value), "checkins/2026-Q4/after-sales/2026-11-21T020000Z.yaml"),
        ),
        formula=f"({last.value} − {baseline}) ÷ ({target} − {baseline}) = {last.raw}",
        status_rule=f"pace: {due} expected − {last.raw} reached",
    )
    return Grade(
        key_result=key_result,
        status=status,
        pace=pace,
        raw=last.raw,
        score=score,
        expected=due if last.raw is not None else None,
        band=None if score is None else band(score),
        flags=tuple(more.get("flags", ())),
        entry=entry if points else None,
        at=last.at if points else None,
        baseline=baseline,
        target=target,
        missing=last.missing if points else None,
        detail=more.get("detail"),
        confidence=last.confidence,
        history=tuple(points),
        why=why,
    )


def objective(address, title, grades, *, kind="aspirational", owner="nok", supports=(), initiatives=(), amendments=()):
    scores = [each for each in grades if each.score is not None]
    order = ("achieved", "on_track", "baselining", "low_sample", "stale", "no_data", "at_risk", "off_track")
    statuses = [each.status for each in grades]
    sure = [each.confidence for each in grades if each.confidence is not None]
    return ObjectiveGrade(
        objective=Objective(
            id=address.split("/")[1],
            address=address,
            team=address.split("/")[0],
            cycle=CYCLE,
            title=title,
            kind=kind,
            owner=owner,
            key_results=tuple(each.key_result for each in grades),
            supports=supports,
            tags={"department": "service", "stage": "after-sale"},
            initiatives=tuple(initiatives),
            amendments=tuple(amendments),
            file="okrs/after-sales.yaml",
        ),
        status=max(statuses, key=order.index) if statuses else None,
        score=mean([each.score for each in scores]),
        expected=mean([each.expected for each in scores if each.expected is not None]),
        coverage=(len(scores), len(grades)),
        confidence=mean(sure),
        key_results=tuple(grades),
        missing=tuple(each.key_result.address for each in grades if each.score is None),
    )


def mean(shares):
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def scorecard(objectives, as_of=AS_OF):
    lines = [each for objective in objectives for each in objective.key_results]
    return Scorecard(
        cycle=CYCLE,
        as_of=as_of,
        score=mean([each.score for each in objectives if each.score is not None]),
        expected=mean([each.expected for each in objectives if each.expected is not None]),
        status="off_track",
        coverage=(sum(each.score is not None for each in lines), len(lines)),
        confidence=mean([each.confidence for each in lines if each.confidence is not None]),
        objectives=tuple(objectives),
    )


# ---------------------------------------------------------------- a small card, with a key result of every kind


def small():
    """Two objectives with seven key results: on track, behind, missing, kept, by zones, by steps, achieved."""
    return scorecard([_after_sales(), _company()])


def _company():
    base = "company/loved"
    keep = reach(f"{base}/keep-csat", "Keep customers content", ("80%", "85%"), ["86.1%", "85.4%", "83.2%"],
                 metric="csat", source="surveys", n=612, spread="2.4", confidence=[80, 80, 60])  # fmt: skip
    keep = replaced(keep, goal=Maintain(at_least=q("85%")), status="off_track", raw=Fraction(0), score=Fraction(0),
                    expected=None, band="red", baseline=None, target=None)  # fmt: skip
    sponsors = reach(f"{base}/sponsors", "Partners who recommend us", ("0", "10"), ["1", "2", "4"], metric="manual",
                     source=None, goal=Zones(q("10"), q("3"), q("7")), confidence=[50, 50, 50])  # fmt: skip
    chat = graded(
        f"{base}/live-chat", "Live chat for everybody", None, None,
        [Point(WEEKS[-1], None, None, Fraction(1, 4), None, Fraction(7, 10), None, "on_track")], "arm", CYCLE.last,
        {"goal": Milestones((Milestone("chosen", date(2026, 10, 31), "Choose a system", Fraction(1)),
                             Milestone("live", date(2026, 12, 15), "Go live", Fraction(3)))), "metric": "manual",
         "source": None, "status": "on_track"},
    )  # fmt: skip
    followers = reach(f"{base}/followers", "Followers up a tenth", ("12000", "13200"), ["12400", "13000", "13340"],
                      metric="follower_growth", source="social", flags=("exceeded",), confidence=[90, 90, 95])  # fmt: skip
    return objective("company/loved", "Customers love to come back", [keep, sponsors, chat, followers],
                     kind="committed", owner="pim")  # fmt: skip


def _after_sales():
    base = "after-sales/delight"
    blockers = (Task("The courier contract for the north ends", "arm", date(2026, 11, 28)),)
    steps = (Task("Sign a second courier", "nok", date(2026, 11, 18)), Task("Call the ten oldest cases", "arm"))
    resolution = reach(
        f"{base}/resolution-time", "แก้ปัญหาลูกค้าให้เสร็จภายในหนึ่งวัน", ("48 h", "24 h"), ["45 h", "41.2 h", "38 h", "31.5 h"],
        n=412, spread="1.8", excluded={"missing": 3, "negative": 1}, confidence=[60, 70, 80, 70], weight=Fraction(2),
        note="Delivery in the north held us up for two weeks.", blockers=blockers, next=steps,
        guardrails=(GuardrailReading("csat", q("84.2%"), 230, q("80%"), None, True),),
    )  # fmt: skip
    complaints = reach(
        f"{base}/complaint-rate", "Complaints down a fifth", ("10%", "8%"), ["9.8%", "9.9%", "10.2%"],
        metric="complaint_rate", source="complaints", n=5120, spread="0.5", confidence=[70, 70, 60],
        flags=("regressed", "within_noise"), override=None,
        guardrails=(GuardrailReading("first_response_time", q("7.2 h"), 5120, None, q("6 h"), False),),
    )  # fmt: skip
    reviews = reach(f"{base}/google-reviews", "Fifty good reviews", ("0", "50"), ["12", "19", None], metric="reviews",
                    source="google_reviews", detail="the file reviews.csv has no column `rating`")  # fmt: skip
    return objective(
        "after-sales/delight", "ลูกค้าประทับใจบริการหลังการขาย", [resolution, complaints, reviews],
        supports=("company/loved",),
        initiatives=[Initiative("chatbot", "แชตบอตนอกเวลาทำการ", "arm", date(2026, 11, 15), Fraction(3, 10))],
        amendments=[Amendment(date(2026, 11, 16), "resolution-time", "target", "The carrier changed", "nok", "12 h", "24 h")],
    )  # fmt: skip


def replaced(grade, *, goal, **changes):
    from dataclasses import replace  # noqa: PLC0415  one use

    return replace(grade, key_result=replace(grade.key_result, goal=goal), **changes)


def checkins():
    """The check-ins of the small card that say more than its grades do."""
    entry = Entry(milestones={"chosen": date(2026, 10, 30)})
    return [
        CheckIn("2026-Q4", "company", WEEKS[-2], "pim", {"loved/live-chat": entry}),
        CheckIn("2026-Q4", "after-sales", WEEKS[-1], "nok", {}, {"delight/chatbot": Fraction(6, 10)}),
    ]
