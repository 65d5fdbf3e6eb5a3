"""What the service does: tickets, answers for the knowledge base, coaching, the monthly sheet of complaints."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from making.chance import BANGKOK, EXPORTED, QUARTER, THAI, Dice, days, slope, write_csv

AFTER_SALES = ("repair", "installation", "warranty", "return")
HANDOVER = datetime(2026, 10, 29, tzinfo=BANGKOK)  # since then the bot passes conversations on to people
TICKET = ("ticket", "created", "first_reply", "solved", "updated", "status", "channel", "category", "type", "requester")
Stamps = dict[str, datetime]


def times(dice: Dice, created: datetime, channel: str, category: str) -> Stamps:
    """When a ticket was opened, answered and solved; some never are."""
    chat = slope(created, 5.8, 5) if created < HANDOVER else 0.5
    reply = {"email": slope(created, 19, 3.4), "chat": chat, "line": chat + 0.1}
    solve = slope(created, 46, 21) if category in AFTER_SALES else slope(created, 30, 20)
    first = created + timedelta(minutes=dice.around(60 * reply.get(channel, 0.1)))
    solved = max(created + timedelta(minutes=dice.around(60 * solve)), first + timedelta(minutes=5 + dice.below(90)))
    if dice.happens(3):
        return {"created": created}
    return {"created": created, "first_reply": first} | ({} if dice.happens(4) else {"solved": solved})


def complaint(dice: Dice, created: datetime, category: str) -> str:
    """The type that the agent chose; two spellings of a complaint."""
    often = 11.5 if category in AFTER_SALES else 19
    if dice.happens(slope(created, 12, 5) if category == "delivery" else often):
        return dice.pick({"complaint": 4, "ร้องเรียน": 1})
    return dice.pick({"question": 58, "problem": 38, "": 4})


def versions(facts: Mapping[str, str], stamps: Stamps, last: str) -> list[tuple[datetime, dict[str, str]]]:
    """The rows of one ticket in the nightly exports: one for each day on which something happened."""
    known = sorted(at for at in stamps.values() if at <= EXPORTED)
    nights = {at.astimezone(BANGKOK).date(): at for at in known}  # the last event of each day
    rows = []
    for updated in nights.values():
        seen = {name: at for name, at in stamps.items() if at <= updated}
        ended = last if updated == known[-1] else ""
        status = ended or ("solved" if "solved" in seen else "open" if "first_reply" in seen else "new")
        written = {name: at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S") for name, at in seen.items()}
        stamp = updated.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
        rows.append((updated, {**facts, **written, "updated": stamp, "status": status}))
    return rows


def make_tickets(folder: Path) -> None:
    """The helpdesk's nightly exports, a file for each month of changes."""
    dice = Dice(3)
    rows: list[tuple[datetime, dict[str, str]]] = []
    number = 40210
    for day in days(datetime(2026, 9, 24, tzinfo=BANGKOK))[:-1]:
        for _ in range(10 + dice.below(5) if day.weekday() < 5 else 6 + dice.below(3)):  # noqa: PLR2004  Saturday
            number += 1 + dice.below(3)
            channel = dice.pick({"email": 38, "chat": 24, "line": 14, "phone": 18, "internal": 6})
            category = dice.pick(
                {"repair": 14, "installation": 10, "warranty": 8, "return": 6, "delivery": 18}
                | {"order": 20, "product": 14, "billing": 10}
            )
            stamps = times(dice, dice.moment(day, 7, 22), channel, category)
            if channel == "chat" and "first_reply" in stamps and dice.happens(3):
                stamps["first_reply"] = stamps["created"] - timedelta(minutes=1 + dice.below(4))  # a clock that is late
            facts = {
                "ticket": str(number),
                "channel": channel,
                "category": category,
                "type": complaint(dice, stamps["created"], category),
                "requester": f"C{1000 + dice.below(430)}",
            }
            rows += versions(facts, stamps, dice.pick({"": 95, "spam": 3, "merged": 2}))
    rows.sort(key=lambda row: (row[0], row[1]["ticket"]))
    for month in ("2026-09", "2026-10", "2026-11"):
        changed = [row for at, row in rows if f"{at:%Y-%m}" == month]
        write_csv(folder / "helpdesk" / f"tickets-{month}.csv", changed, TICKET)


# ---------------------------------------------------------------- what the service learns

TOPICS = ("warranty", "installation", "delivery", "return", "spare-parts", "payment", "app", "energy")
MONTHS = (
    (date(2026, 4, 30), 121, 1187),
    (date(2026, 5, 31), 118, 1203),
    (date(2026, 6, 30), 124, 1219),
    (date(2026, 7, 31), 117, 1224),
    (date(2026, 8, 31), 101, 1241),
    (date(2026, 9, 30), 83, 1262),
    (date(2026, 10, 31), 66, 1288),
)


def make_articles(folder: Path) -> None:
    """Articles of the knowledge base: published ones, one taken down again, drafts."""
    dice = Dice(5)
    rows = []
    for number in range(25):
        started = dice.moment(QUARTER + timedelta(days=3 * number - 9), 9, 17)
        published = started + timedelta(days=4 + dice.below(4), minutes=dice.below(200))
        rows.append(
            {
                "article": f"KB-{101 + number}",
                "topic": TOPICS[number % len(TOPICS)],
                "author": dice.pick({"mint": 3, "arm": 2, "fern": 1}),
                "started": started.strftime(THAI),
                "published": published.strftime(THAI) if published <= EXPORTED and number % 6 != 5 else "",  # noqa: PLR2004  a draft
                "live": "no" if number == 9 else "yes",  # noqa: PLR2004  wrong since the new price list
            }
        )
    write_csv(folder / "service" / "articles.csv", rows, tuple(rows[0]))


def make_coaching(folder: Path) -> None:
    """The coaching calendar: sessions held, called off, and still to come."""
    dice = Dice(6)
    rows = []
    for number in range(24):
        planned = dice.moment(QUARTER + timedelta(days=6 + 3 * number + number // 2), 13, 17)
        due, off = planned <= EXPORTED, number in (2, 5, 6, 11)
        rows.append(
            {
                "session": f"COACH-{number + 1:02}",
                "topic": ("complaints", "advice", "needs")[number % 3],
                "coach": dice.pick({"ploy": 3, "mint": 1}),
                "planned": planned.strftime(THAI),
                "held": (planned + timedelta(minutes=40)).strftime(THAI) if due and not off else "",
                "cancelled": (planned - timedelta(hours=3)).strftime(THAI) if due and off else "",
            }
        )
    write_csv(folder / "service" / "coaching.csv", rows, tuple(rows[0]))


def make_complaints(folder: Path) -> None:
    """The accountant's sheet: complaints and customers served, dated when the books of the month were closed."""
    rows = [
        {"closed_on": f"{closed:%d/%m/%Y}", "complaints": complaints, "customers": f"{customers:,}"}
        for closed, complaints, customers in MONTHS
    ]
    write_csv(folder / "service" / "complaints.csv", rows, tuple(rows[0]))
