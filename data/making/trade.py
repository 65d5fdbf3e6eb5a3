"""What the company sells and shows: messages, followers, orders, features."""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from making.chance import BANGKOK, EXPORTED, QUARTER, THAI, Dice, days, slope, write_csv

# ---------------------------------------------------------------- social media

Line = tuple[datetime, dict[str, object]]


def thread(dice: Dice, name: str, start: datetime) -> Iterator[Line]:
    """One conversation: the customer, perhaps the bot and a note among colleagues, the agent, thanks, the end."""
    channel = dice.pick({"facebook": 6, "line": 4})

    def say(at: datetime, author: str, *, public: bool = True) -> Line:
        stamp = at.isoformat(timespec="seconds")
        return at, {"thread": name, "at": stamp, "author": author, "public": public, "channel": channel}

    if dice.happens(5):
        yield say(start - timedelta(hours=20), "agent")  # an offer that we sent first is no answer
    yield say(start, "customer")
    if dice.happens(65):
        yield say(start + timedelta(seconds=3 + dice.below(5)), "bot")
    if dice.happens(18):
        yield say(start + timedelta(minutes=2 + dice.below(9)), "agent", public=False)
    if dice.happens(slope(start, 8, 3)):
        return
    fast = dice.happens(slope(start, 58, 92))
    answered = start + timedelta(minutes=2 + dice.below(58) if fast else 61 + dice.around(150), seconds=dice.below(60))
    yield say(answered, "agent")
    if dice.happens(45):
        yield say(answered + timedelta(minutes=1 + dice.below(30)), "customer")
    if dice.happens(50):
        yield say(answered + timedelta(hours=24), "system")


def make_messages(folder: Path) -> None:
    """Everything said, one message a line, in the order of time."""
    dice = Dice(7)
    lines: list[Line] = []
    number = 0
    for day in days(QUARTER - timedelta(days=5)):
        for _ in range(5 + dice.below(4)):
            number += 1
            lines += thread(dice, f"m-{number:04}", dice.moment(day, 8, 23))
    known = sorted((line for line in lines if line[0] <= EXPORTED), key=lambda line: line[0])
    path = folder / "social" / "messages.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(json.dumps(line, separators=(",", ":")) + "\n" for _, line in known).encode())


def make_followers(folder: Path) -> None:
    """Counts of the Facebook page, unsorted; of LINE, whose export stopped on 5 November."""
    dice = Dice(8)
    facebook = []
    for n in range(17):
        day = date(2026, 9, 24) + timedelta(days=3 * n + n // 2)
        grown = 18240 + max(0, (day - QUARTER.date()).days) * 23 + dice.below(25)
        if day <= EXPORTED.date():
            facebook.append({"page": "baan-sabai", "day": day.isoformat(), "followers": f"{grown:,}"})
    early = dict(facebook[-1], followers="19,301")  # the last day was taken twice; the larger count holds
    facebook = [*facebook[9:], early, *facebook[:9]]
    write_csv(folder / "social" / "facebook.csv", facebook, tuple(facebook[0]))
    line = [
        {
            "account": "@baansabai",
            "day": (date(2026, 9, 24) + timedelta(days=7 * n)).isoformat(),
            "friends": 9400 + 48 * n + dice.below(12),
            "blocked": 610 + 6 * n,
        }
        for n in range(7)
    ]
    write_csv(folder / "social" / "line.csv", line, tuple(line[0]))


# ---------------------------------------------------------------- the shop

ORDER = ("order", "ordered", "customer", "segment", "channel", "amount", "currency", "status")


def visits(dice: Dice, first: datetime) -> list[datetime]:
    """The days on which one customer buys; coming back has become more likely since August."""
    found = [first]
    while dice.happens(36 if found[-1] < datetime(2026, 8, 1, tzinfo=BANGKOK) else 82):
        found.append(found[-1] + timedelta(days=15 + dice.below(60)))
    return found


def make_orders(folder: Path) -> None:
    """Orders of eight months: guests, cancelled and refunded ones, two receipts on one day."""
    dice = Dice(9)
    rows: list[tuple[datetime, dict[str, object]]] = []
    for number in range(560):
        segment = dice.pick({"regular": 60, "new": 32, "wholesale": 8})
        first = datetime(2026, 4, 1, tzinfo=BANGKOK) + timedelta(days=dice.below(234))
        for day in visits(dice, first) if segment == "regular" else [first]:
            for _ in range(2 if dice.happens(4) else 1):
                order: dict[str, object] = {
                    "customer": "" if segment == "new" and dice.happens(35) else f"{number:06}",
                    "segment": segment,
                    "channel": dice.pick({"shop": 5, "web": 3, "phone": 1}),
                    "amount": f"{(290 + 10 * dice.below(1400)):,}.00",
                    "currency": "THB",
                    "status": dice.pick({"paid": 93, "cancelled": 4, "refunded": 3}),
                }
                rows.append((dice.moment(day, 9, 21), order))
    known = sorted((row for row in rows if row[0] <= EXPORTED), key=lambda row: row[0])
    orders = [{"order": f"{n:08}", "ordered": at.strftime(THAI), **order} for n, (at, order) in enumerate(known, 1)]
    write_csv(folder / "shop" / "orders.csv", orders, ORDER)


# ---------------------------------------------------------------- the product

FEATURES = (
    ("F-01", "2026-03-10", "internal", "2026-05-20", "yes", "tan"),
    ("F-02", "2026-04-02", "customer", "2026-06-15", "yes", "kai"),  # before the promise began
    ("F-03", "2026-05-18", "customer", "2026-08-19", "yes", "mint"),  # book a repair in the app
    ("F-04", "2026-05-25", "internal", "2026-09-02", "yes", "tan"),
    ("F-05", "2026-06-08", "customer", "2026-09-17", "no", "kai"),  # taken back: it lost addresses
    ("F-06", "2026-06-30", "customer", "2026-10-27", "yes", "tan"),  # see where the delivery is
    ("F-07", "2026-07-14", "internal", "2026-10-27", "yes", "tan"),
    ("F-08", "2026-08-03", "customer", "2026-11-12", "yes", "mint"),  # keep the warranty card in the app
    ("F-08", "2026-08-03", "customer", "2026-11-12", "yes", "mint"),  # on the list twice
    ("F-09", "2026-09-21", "customer", "", "no", "kai"),
    ("F-10", "2026-10-05", "internal", "", "no", "tan"),
    ("F-11", "2026-11-02", "customer", "", "no", "mint"),
)


def make_features(folder: Path) -> None:
    """The product team's list of what was asked for and what came out."""
    header = ("feature", "requested", "requested_by", "released", "live", "owner")
    write_csv(folder / "product" / "features.csv", (dict(zip(header, row, strict=True)) for row in FEATURES), header)
