"""The values of the worked example agree with a second, plain computation from the same files."""

import csv
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from fractions import Fraction
from pathlib import Path
from statistics import mean, median

import pytest

from okrengine.model import Reading
from okrengine.project import Project

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
BANGKOK = timezone(timedelta(hours=7))
AS_OF = datetime(2026, 11, 21, 9, tzinfo=BANGKOK)
QUARTER = datetime(2026, 10, 1, tzinfo=BANGKOK)
HALF = datetime(2026, 7, 1, tzinfo=BANGKOK)
NO_ANSWER = {"", "N/A", "-", "11", "ไม่ตอบ"}
WORDS = {"พอใจมาก": 5, "พอใจ": 4, "เฉย ๆ": 3, "ไม่พอใจ": 2, "ไม่พอใจมาก": 1}
STARS = {"ONE": 1, "TWO": 2, "THREE": 3, "FOUR": 4, "FIVE": 5}
AFTER_SALES = {"repair", "installation", "warranty", "return"}
Row = dict[str, str]


def read(pattern: str) -> Iterator[Row]:
    for path in sorted(DATA.glob(pattern)):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield {name.strip(): cell.strip() for name, cell in row.items()}


def local(text: str, zone: timezone = BANGKOK) -> datetime:
    for form in ("%d/%m/%Y %H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y", "%Y-%m-%d"):
        try:
            return datetime.strptime(text, form).replace(tzinfo=zone)
        except ValueError:
            continue
    raise AssertionError(text)


def share(hits: Iterable[bool]) -> Fraction:
    counted = list(hits)
    return Fraction(100 * sum(counted), len(counted))


# ---------------------------------------------------------------- surveys


def answers(
    question: str, lowest: int, highest: int, as_of: datetime, since: datetime = QUARTER
) -> Iterator[tuple[Row, int]]:
    forms = {row["id"]: row for row in read("surveys/*.csv") if local(row["answered"]) <= as_of}  # sent twice: once
    for row in forms.values():
        cell = WORDS.get(row[question], row[question])
        if row[question] in NO_ANSWER or not str(cell).isdigit() or not lowest <= int(cell) <= highest:
            continue
        if local(row["answered"]) >= since:
            yield row, int(cell)


def satisfied_customers(as_of: datetime) -> Fraction:
    return share(score >= 4 for _, score in answers("q1", 1, 5, as_of))


def app_satisfaction(as_of: datetime) -> Fraction:
    rows = answers("q1", 1, 5, as_of, as_of - timedelta(days=30))
    return share(score >= 4 for row, score in rows if row["touchpoint"] == "app")


def would_recommend(as_of: datetime) -> Fraction:
    latest: dict[str, tuple[datetime, str, int]] = {}
    for row, score in answers("q_nps", 0, 10, as_of):
        said = (local(row["answered"]), row["id"], score)
        latest[row["respondent"]] = max(said, latest.get(row["respondent"], said))
    scores = [score for _, _, score in latest.values()]
    return share(score >= 9 for score in scores) - share(score <= 6 for score in scores)


def service_score(as_of: datetime) -> Fraction:
    return Fraction(mean(Fraction(score) for _, score in answers("q_after", 1, 10, as_of)))


def happy_on_delivery(as_of: datetime) -> Fraction:
    rows = [row for row in read("delivery/cards.csv") if local(row["วันที่ตอบ"]) <= as_of]
    return share(WORDS[row["ความพึงพอใจ"]] >= 4 for row in rows if row["ความพึงพอใจ"] not in NO_ANSWER)


# ---------------------------------------------------------------- helpdesk


def tickets(as_of: datetime, since: datetime = QUARTER) -> list[Row]:
    newest: dict[str, Row] = {}
    for row in read("helpdesk/*.csv"):
        if local(row["updated"], UTC) > as_of or local(row["created"], UTC) > as_of:
            continue
        if row["ticket"] not in newest or row["updated"] >= newest[row["ticket"]]["updated"]:
            newest[row["ticket"]] = row
    kept = [row for row in newest.values() if row["status"] not in ("spam", "merged")]
    return [row for row in kept if local(row["created"], UTC) >= since]


def hours(row: Row, end: str) -> Fraction | None:
    if not row[end]:
        return None
    seconds = (local(row[end]) - local(row["created"])).total_seconds()
    return Fraction(round(seconds), 3600)


def median_hours(rows: Iterable[Row], end: str) -> Fraction:
    return Fraction(median(spent for row in rows if (spent := hours(row, end)) is not None and spent >= 0))


def complaints(rows: Iterable[Row]) -> Fraction:
    return share(row["type"] in ("complaint", "ร้องเรียน") for row in rows if row["type"])


def resolution(as_of: datetime) -> Fraction:
    return median_hours((row for row in tickets(as_of) if row["category"] in AFTER_SALES), "solved")


def email_reply(as_of: datetime) -> Fraction:
    return median_hours((row for row in tickets(as_of) if row["channel"] == "email"), "first_reply")


def chat_reply(as_of: datetime) -> Fraction:
    rows = tickets(as_of, as_of - timedelta(days=30))
    return median_hours((row for row in rows if row["channel"] in ("chat", "line")), "first_reply")


def all_complaints(as_of: datetime) -> Fraction:
    return complaints(row for row in tickets(as_of) if row["channel"] != "internal")


def after_sales_complaints(as_of: datetime) -> Fraction:
    return complaints(row for row in tickets(as_of) if row["category"] in AFTER_SALES)


def delivery_complaints(as_of: datetime) -> Fraction:
    return complaints(row for row in tickets(as_of) if row["category"] == "delivery")


# ---------------------------------------------------------------- social media and reviews


def within_an_hour(as_of: datetime) -> Fraction:
    threads: dict[str, list[dict[str, object]]] = {}
    for line in (DATA / "social" / "messages.jsonl").read_text(encoding="utf-8").splitlines():
        message = json.loads(line)
        if datetime.fromisoformat(message["at"]) <= as_of:
            threads.setdefault(message["thread"], []).append(message)
    hits = []
    for said in threads.values():
        asked = min((datetime.fromisoformat(str(m["at"])) for m in said if m["author"] == "customer"), default=None)
        if asked is None or asked < QUARTER:
            continue
        replies = [datetime.fromisoformat(str(m["at"])) for m in said if m["author"] == "agent" and m["public"]]
        waited = min((at - asked for at in replies if at >= asked), default=None)
        if waited is not None or as_of - asked > timedelta(hours=1):
            hits.append(waited is not None and waited <= timedelta(hours=1))
    return share(hits)


def followers(as_of: datetime) -> Fraction:
    counts: dict[date, int] = {}
    for row in read("social/facebook.csv"):
        day = date.fromisoformat(row["day"])
        counts[day] = max(counts.get(day, 0), int(row["followers"].replace(",", "")))
    first = counts[max(day for day in counts if day <= QUARTER.date())]
    now = counts[max(day for day in counts if day <= as_of.date())]
    return Fraction(100 * (now - first), first)


def reviews(as_of: datetime) -> list[tuple[datetime, int]]:
    newest: dict[str, dict[str, str]] = {}
    for row in json.loads((DATA / "reviews" / "google.json").read_text(encoding="utf-8")):
        if datetime.fromisoformat(row["updateTime"]) <= as_of:
            newest[row["reviewId"]] = max(row, newest.get(row["reviewId"], row), key=lambda seen: seen["updateTime"])
    kept = [row for row in newest.values() if row["deleteTime"] is None and row["starRating"] in STARS]
    return [(datetime.fromisoformat(row["createTime"]), STARS[row["starRating"]]) for row in kept]


def positive_reviews(as_of: datetime) -> Fraction:
    return Fraction(sum(stars >= 4 for _, stars in reviews(as_of)))


def stars_this_quarter(as_of: datetime) -> Fraction:
    return Fraction(mean(Fraction(stars) for at, stars in reviews(as_of) if at >= QUARTER))


# ---------------------------------------------------------------- shop, product, knowledge


def repeat_purchase(as_of: datetime) -> Fraction:
    visits: dict[str, set[date]] = {}
    for row in read("shop/orders.csv"):
        at = local(row["ordered"])
        if as_of - timedelta(days=180) <= at <= as_of and row["segment"] == "regular" and row["status"] == "paid":
            visits.setdefault(row["customer"], set()).add(at.date())
    return share(len(days) >= 2 for days in visits.values())


def complaints_per_customer(as_of: datetime) -> Fraction:
    rows = [
        row
        for row in read("service/complaints.csv")
        if timedelta() <= as_of - local(row["closed_on"]) <= timedelta(days=31)
    ]
    return Fraction(
        100 * sum(int(row["complaints"]) for row in rows), sum(int(row["customers"].replace(",", "")) for row in rows)
    )


def requested_features(as_of: datetime) -> Fraction:
    rows = [row for row in read("product/features.csv") if row["released"] and HALF <= local(row["released"]) <= as_of]
    return Fraction(len({row["feature"] for row in rows if row["requested_by"] == "customer" and row["live"] == "yes"}))


def top_questions(as_of: datetime) -> Fraction:
    rows = [row for row in read("service/articles.csv") if row["published"] and row["live"] == "yes"]
    return Fraction(sum(QUARTER <= local(row["published"]) <= as_of for row in rows))


def coaching(as_of: datetime) -> Fraction:
    return Fraction(sum(bool(row["held"]) and local(row["held"]) <= as_of for row in read("service/coaching.csv")))


EXPECTED: dict[str, Callable[[datetime], Fraction]] = {
    "company/loved/satisfied-customers": satisfied_customers,
    "company/loved/would-recommend": would_recommend,
    "after-sales/after-sales-delight/resolution-time": resolution,
    "after-sales/after-sales-delight/service-score": service_score,
    "after-sales/after-sales-delight/after-sales-complaints": after_sales_complaints,
    "after-sales/delivery-as-promised/happy-on-delivery": happy_on_delivery,
    "after-sales/delivery-as-promised/delivery-complaints": delivery_complaints,
    "service/fast-answers/email-first-reply": email_reply,
    "service/fast-answers/chat-first-reply": chat_reply,
    "service/fast-answers/complaints": all_complaints,
    "service/know-the-answer/top-questions": top_questions,
    "service/know-the-answer/coaching": coaching,
    "social/conversation/facebook-followers": followers,
    "social/conversation/reply-within-an-hour": within_an_hour,
    "social/conversation/google-reviews": positive_reviews,
    "product/asked-and-answered/requested-features": requested_features,
    "product/asked-and-answered/app-satisfaction": app_satisfaction,
    "loyalty/regulars-stay/repeat-purchase": repeat_purchase,
    "loyalty/regulars-stay/complaints-per-customer": complaints_per_customer,
}


# ---------------------------------------------------------------- the tests


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    return {reading.address: reading for reading in Project.open(ROOT).measure(as_of=AS_OF)}


@pytest.mark.parametrize("address", EXPECTED)
def test_value_agrees_with_a_plain_computation(readings: dict[str, Reading], address: str) -> None:
    reading = readings[address]
    value = EXPECTED[address](AS_OF)
    assert reading.value == (value * 3600 if reading.unit == "s" else value)


def test_every_measured_key_result_is_computed_a_second_time(readings: dict[str, Reading]) -> None:
    assert readings.keys() - EXPECTED.keys() == {
        "social/conversation/line-friends",  # its export stopped
        "social/conversation/google-reviews#1",
        "after-sales/after-sales-delight/resolution-time#1",
        "service/fast-answers/email-first-reply#1",
        "service/know-the-answer/top-questions#1",
    }


def test_guardrail_agrees_with_a_plain_computation(readings: dict[str, Reading]) -> None:
    stars = readings["social/conversation/google-reviews#1"]
    assert stars.value == stars_this_quarter(AS_OF) < Fraction("4.3")


def test_readings_that_have_no_value_or_a_small_sample_say_so(readings: dict[str, Reading]) -> None:
    said = {address: reading.status for address, reading in readings.items() if reading.status != "ok"}
    assert said == {
        "social/conversation/line-friends": "stale",
        "social/conversation/google-reviews#1": "insufficient_sample",
        "product/asked-and-answered/app-satisfaction": "insufficient_sample",
    }


def test_blemishes_of_the_exports_are_counted(readings: dict[str, Reading]) -> None:
    asked = readings["company/loved/satisfied-customers"].excluded
    assert asked["out_of_scale"] == 2
    assert asked["rejected"] == 1
    assert asked["duplicate"] == 3
    assert asked["missing"] > 10
    assert readings["service/fast-answers/chat-first-reply"].excluded["negative"] > 0
    assert readings["service/fast-answers/email-first-reply"].details["unanswered"] > 0
