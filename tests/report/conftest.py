"""OKRs, check-ins and the views of them that the tests of reports share; everything is graded by the real grade."""

from collections import defaultdict
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from zoneinfo import ZoneInfo

import pytest

from okrengine.config import Settings
from okrengine.grade import Moments, grade, groups
from okrengine.model import (
    Amendment,
    CheckIn,
    Cycle,
    Entry,
    GuardrailReading,
    Initiative,
    KeyResult,
    Maintain,
    Measure,
    Milestone,
    Milestones,
    Objective,
    Override,
    Reach,
    Span,
    Task,
    Waypoint,
    Zones,
)
from okrengine.quantity import Quantity
from okrengine.report.view import view

BANGKOK = ZoneInfo("Asia/Bangkok")
CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AS_OF = datetime(2026, 11, 21, 9, 0, tzinfo=BANGKOK)
WEEKS = [AS_OF - timedelta(weeks=back) for back in range(6, -1, -1)]
SETTINGS = Settings(timezone=BANGKOK, language="th")
DIGEST = "9f2c51d07be84a3316a0c7d2e95f48ab0d6c1e77f3b2a45968cc01de23f4b567"
q = Quantity.parse


class Story:
    """Objectives and what was said of them, written down one key result at a time."""

    def __init__(self):
        self.objectives = []
        self.entries = defaultdict(dict)
        self.works = defaultdict(dict)
        self.closing = None

    def key_result(  # noqa: PLR0913  a key result has so many parts
        self, address, title, goal, values=(), *, metric="manual", source=None, baseline=None, **given
    ):
        """A key result and its values of the last weeks; `last` says more of the last one, `spread` is ± the interval."""
        last, spread = given.pop("last", {}), given.pop("spread", None)
        sure, by = given.pop("confidence", ()), given.pop("definitions", None)
        team, objective, name = address.split("/")
        weeks = WEEKS[len(WEEKS) - len(values) :] if values else ()
        for at, (week, value) in enumerate(zip(weeks, values, strict=True)):
            said = Entry() if value is None else value if isinstance(value, Entry) else Entry(value=q(value))
            if value is not None and spread is not None and said.value is not None:
                half = Decimal(spread)
                ends = (replace(said.value, number=said.value.number + sign * half) for sign in (-1, 1))
                said = replace(said, interval=tuple(ends), n=said.n or 412)
            said = replace(
                said,
                confidence=Fraction(sure[at], 100) if sure and sure[at] is not None else None,
                definition=by[at] if by else "sha256:aa",
                window=Span(datetime(2026, 10, 1, tzinfo=BANGKOK), week),
                source=source,
            )
            self.entries[week, team][f"{objective}/{name}"] = replace(said, **last) if week == weeks[-1] else said
        lines = {"id": 12, "baseline": 15, "target": 16}
        return KeyResult(
            name, address, title, given.pop("owner", "nok"), Measure(metric, source), goal, given.pop("deadline", CYCLE.last),
            baseline=None if baseline is None else q(baseline), file=f"okrs/{team}.yaml", lines=lines, **given,
        )  # fmt: skip

    def objective(self, address, title, *key_results, kind="aspirational", **given):
        team, name = address.split("/")
        for work, progress in given.pop("works", {}).items():
            self.works[WEEKS[-1], team][f"{name}/{work}"] = Fraction(progress, 100)
        given.setdefault("file", f"okrs/{team}.yaml")
        self.objectives.append(
            Objective(name, address, team, CYCLE, title, kind, given.pop("owner", "nok"), key_results,
                      line=len(self.objectives) + 1, **given)
        )  # fmt: skip

    @property
    def checkins(self):
        return [
            CheckIn("2026-Q4", team, at, "nok", dict(entries), dict(self.works.get((at, team), {})),
                    file=f"checkins/2026-Q4/{team}/{at.astimezone(ZoneInfo('UTC')):%Y-%m-%dT%H%M%SZ}.yaml",
                    verdicts=self.closing if at == WEEKS[-1] else None)
            for (at, team), entries in sorted(self.entries.items())
        ]  # fmt: skip

    def graded(self, as_of=AS_OF):
        return grade(self.objectives, self.checkins, cycle=CYCLE, as_of=as_of, settings=SETTINGS, metrics={})

    def view(self, *, trend=True, problems=(), by=None):
        known = {"cycle": CYCLE, "as_of": AS_OF, "settings": SETTINGS, "metrics": {}}
        moments, now = Moments(self.objectives, self.checkins, **known) if trend else (), self.graded()
        past = tuple(each for each in moments if each.at in WEEKS)
        return view(now, self.checkins, SETTINGS, engine_version="0.1.0", digest=DIGEST, trend=past,
                    problems=problems, by=by, groups=() if by is None else groups(now, by, SETTINGS))  # fmt: skip


def missing(reason, detail=None):
    return Entry(missing=reason, detail=detail)


def blocked(text, owner, due=None):
    return {"blockers": (Task(text, owner, due),)}


# ---------------------------------------------------------------- a small card with a key result of every kind


def small_story():
    story = Story()
    company, after = "company/loved", "after-sales/delight"
    resolution = story.key_result(
        f"{after}/resolution-time", "แก้ปัญหาลูกค้าให้เสร็จภายในหนึ่งวัน", Reach(q("24 h")), ["45 h", "41.2 h", "38 h", "31.5 h"],
        baseline="48 h", metric="resolution_time", source="helpdesk", spread="1.8", confidence=[60, 70, 80, 70], weight=Fraction(2),
        last={
            **blocked("The courier contract for the north ends", "arm", date(2026, 11, 28)), "n": 412,
            "note": "Delivery in the north held us up for two weeks.\nIt is mended now.",
            "next": (Task("Sign a second courier", "nok", date(2026, 11, 18)), Task("Call the ten oldest cases", "arm")),
            "excluded": {"missing": 3, "negative": 1}, "numerator": None,
            "guardrails": (GuardrailReading("csat", q("84.2%"), 230, q("80%"), holds=True),),
        },
    )  # fmt: skip
    complaints = story.key_result(
        f"{after}/complaint-rate", "Complaints down a fifth", Reach(change=q("-20%")), ["9.8%", "9.9%", "10.2%"], baseline="10%",
        metric="complaint_rate", source="complaints", spread="0.5", confidence=[70, 70, 60],
        last={"n": 5120, "numerator": q("522"), "denominator": q("5120"),
              "guardrails": (GuardrailReading("first_response_time", q("7.2 h"), 5120, None, q("6 h"), holds=False),)},
    )  # fmt: skip
    reviews = story.key_result(
        f"{after}/google-reviews", "Fifty good reviews", Reach(q("50")), ["12", "19", missing("source_failed", "no column `rating`")],
        baseline="0", metric="positive_review_count", source="google_reviews",
    )  # fmt: skip
    story.objective(
        after, "ลูกค้าประทับใจบริการหลังการขาย", resolution, complaints, reviews, supports=(company,),
        tags={"department": "service"}, works={"chatbot": 60},
        initiatives=(Initiative("chatbot", "แชตบอตนอกเวลาทำการ", "arm", date(2026, 11, 15), Fraction(3, 10)),),
        amendments=(Amendment(date(2026, 11, 16), "resolution-time", "target", "The carrier changed", "nok", "12 h", "24 h"),),
    )  # fmt: skip
    keep = story.key_result(f"{company}/keep-csat", "Keep customers content", Maintain(q("85%")), ["86.1%", "85.4%", "83.2%"],
                            metric="csat", source="surveys", spread="2.4", confidence=[80, 80, 60])  # fmt: skip
    sponsors = story.key_result(f"{company}/sponsors", "Partners who recommend us", Zones(q("10"), q("3"), q("7")), ["1", "2", "4"],
                                baseline="0", confidence=[50, 50, 50])  # fmt: skip
    steps = (
        Milestone("chosen", date(2026, 10, 31), "Choose a system"),
        Milestone("live", date(2026, 12, 15), "Go live", Fraction(3)),
    )
    chat = story.key_result(f"{company}/live-chat", "Live chat for everybody", Milestones(steps),
                            [None, Entry(milestones={"chosen": date(2026, 11, 12)}), None], confidence=[70, 70, 70])  # fmt: skip
    followers = story.key_result(f"{company}/followers", "Followers up a tenth", Reach(q("13200")), ["12400", "13000", "13340"],
                                 baseline="12000", metric="follower_growth", source="social", confidence=[90, 90, 95])  # fmt: skip
    base = story.key_result(f"{company}/visits", "More visits by those who know us", Reach(change=q("+25%")),
                            measure_by=date(2026, 11, 15))  # fmt: skip
    story.objective(
        company, "Customers love to come back", keep, sponsors, chat, followers, base, kind="committed", owner="pim"
    )
    return story


# ---------------------------------------------------------------- a rich card, as a lead would see it


def rich_story():
    story = small_story()
    service, social = "service/answers", "marketing/voices"
    csat = story.key_result(
        f"{service}/csat", "ความพึงพอใจของลูกค้า (CSAT) จาก 80% เป็น 90%", Reach(q("90%")),
        ["80.9%", "81.8%", "83.1%", "84%", "84.8%", "85.5%", "86.6%"], baseline="80%", metric="csat", source="surveys",
        spread="1.6", confidence=[70, 70, 70, 80, 80, 80, 80], owner="ploy",
    )  # fmt: skip
    nps = story.key_result(
        f"{service}/nps", "คะแนนความเต็มใจแนะนำต่อ (NPS) จาก 50 เป็น 70", Reach(q("70 points")),
        ["51 points", "53 points", "52 points", "54 points", missing("source_failed", "surveys.csv: no such file"), "54 points", "53 points"],
        baseline="50 points", metric="nps", source="surveys", spread="3.9", confidence=[80, 80, 80, 80, 80, 80, 70], owner="anong",
        last={**blocked("สัญญาขนส่งภาคเหนือหมดอายุ 15 ธ.ค. ยังไม่มีรายใหม่", "anong", date(2026, 11, 25)), "note": "ของถึงช้าในภาคเหนือสามสัปดาห์ติด",
              "next": (Task("เซ็นสัญญารายที่สองสำหรับภาคเหนือ", "anong", date(2026, 11, 28)),),
              "override": Override("at_risk", date(2026, 12, 5), "รอสัญญาใหม่")},
    )  # fmt: skip
    reply = story.key_result(
        f"{service}/reply-time", "เวลาตอบครั้งแรก ลดจาก 6 ชั่วโมงเหลือ 1 ชั่วโมง", Reach(q("1 h")),
        ["350 min", "5.2 h", "4.6 h", "4 h", "3.4 h", "2.9 h", "2.4 h"], baseline="6 h", metric="first_response_time", source="helpdesk",
        confidence=[80] * 7, owner="somchai", definitions=["sha256:aa"] * 4 + ["sha256:bb"] * 3,
    )  # fmt: skip
    stale = story.key_result(f"{service}/training", "ทุกคนผ่านการอบรมรับเรื่องร้องเรียน", Reach(q("100%")), baseline="20%", owner="mali",
                             curve=(Waypoint(date(2026, 11, 15), Fraction(2, 10)),))  # fmt: skip
    story.entries[WEEKS[2], "service"]["answers/training"] = Entry(value=q("45%"), confidence=Fraction(1, 2))
    story.objective(service, "ตอบเร็ว ตอบตรง ลูกค้าทุกช่องทางพอใจและรู้สึกว่ามีคนรับฟัง", csat, nps, reply, stale, owner="naree",
                    supports=("company/loved", "after-sales/delight/resolution-time"))  # fmt: skip
    followers = story.key_result(
        f"{social}/followers", "Facebook followers up 10%", Reach(change=q("+10%")),
        ["24010", "24150", "24300", "24420", "24600", "24700", "24830"], baseline="24000", metric="follower_count", source="social",
        confidence=[60, 60, 60, 60, 60, 60, 40], owner="kanya",
        last=blocked("The budget for events is not agreed", "kanya"),
    )  # fmt: skip
    hour = story.key_result(f"{social}/hour", "Messages answered within one hour from 55% to 80%", Reach(q("80%")), ["58%", "61%", "64%", "67%", "69%", "71%", "75%"],
                            baseline="55%", metric="answered_within_rate", source="social", spread="2.2", confidence=[80] * 7, owner="kanya")  # fmt: skip
    few = story.key_result(f"{social}/reviews", "Mean of the stars at 4.6", Reach(q("4.6 stars")), [Entry(value=q("4.31 stars"), n=21)],
                           baseline="4.2 stars", metric="review_average", source="google_reviews", spread="0.22", owner="ploy", last={"n": 21})  # fmt: skip
    story.objective(
        social, "Grow a community that talks with us", followers, hour, few, owner="kanya", supports=("company/loved",)
    )
    return story


@pytest.fixture(scope="session")
def card():
    """The builder of stories and what it needs, for tests that write their own."""
    return Story


@pytest.fixture(scope="session")
def small():
    return small_story().view()


@pytest.fixture(scope="session")
def rich():
    return rich_story().view()
