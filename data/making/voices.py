"""What customers say: the survey form, the drivers' cards, the reviews."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from making.chance import BANGKOK, DAYS, QUARTER, THAI, Dice, days, slope, write_csv

WORDS = {5: "พอใจมาก", 4: "พอใจ", 3: "เฉย ๆ", 2: "ไม่พอใจ", 1: "ไม่พอใจมาก"}
SURVEY = ("id", "answered", "respondent", "touchpoint ", "channel", "q1", "q_nps", "q_after")


def satisfaction(dice: Dice, percent: float) -> int:
    """An answer from 1 to 5 that is 4 or 5 so often."""
    return dice.pick({5: 5, 4: 5}) if dice.happens(percent) else dice.pick({3: 6, 2: 3, 1: 1})


def recommendation(dice: Dice, q1: int) -> int:
    """An answer from 0 to 10 that goes with the satisfaction."""
    promoters, passives = (70, 26) if q1 > 3 else (26, 34)  # noqa: PLR2004  4 and 5 are satisfied
    kind = dice.pick({"promoter": promoters, "passive": passives, "detractor": 100 - promoters - passives})
    return {"promoter": 9, "passive": 7, "detractor": 2}[kind] + dice.below(5 if kind == "detractor" else 2)


def answer(dice: Dice, day: datetime, number: int) -> dict[str, object]:
    """One row of the survey form."""
    touchpoint = dice.pick({"contact": 36, "purchase": 26, "repair": 17, "installation": 14, "app": 7})
    channel = dice.pick({"tablet": 3, "web": 4, "line": 3}) if touchpoint != "app" else "app"
    q1 = satisfaction(dice, slope(day, 84.5, 93) if touchpoint != "app" else 74)
    nps = str(recommendation(dice, q1)) if dice.happens(62) else dice.pick({"": 6, "11": 2})
    after = ""
    if touchpoint in ("repair", "installation"):
        levels = {10: slope(day, 24, 50), 9: 36, 8: slope(day, 22, 12), 7: 7, 6: 3, 4: slope(day, 5, 1)}
        after = str(dice.pick({level: round(share) for level, share in levels.items()}))
    shown = WORDS[q1] if channel == "tablet" else str(q1)
    return {
        "id": f"S{number:05}",
        "answered": dice.moment(day).strftime(THAI if day >= QUARTER else "%Y-%m-%d %H:%M"),
        "respondent": f"C{1000 + dice.below(430)}",
        "touchpoint ": touchpoint,
        "channel": channel,
        "q1": shown if dice.happens(94) else dice.pick({"": 3, "N/A": 2, "11": 2, "-": 1}),
        "q_nps": nps,
        "q_after": after if dice.happens(95) else "N/A",
    }


def make_surveys(folder: Path) -> None:
    """Three months of the survey form; September still has the old form's stamps."""
    dice = Dice(1)
    months: dict[str, list[dict[str, object]]] = {}
    number = 0
    for day in days(datetime(2026, 9, 1, tzinfo=BANGKOK))[:-1]:
        for _ in range(9 + dice.below(5)):
            number += 1
            months.setdefault(f"{day:%Y-%m}", []).append(answer(dice, day, number))
    october = months["2026-10"]
    october[40]["q1"], october[171]["q1"], october[222]["q1"] = "0", "0", "4?"
    for place in (30, 140, 260):
        october.insert(place + 1, dict(october[place]))  # sent twice by an impatient thumb
    for month, rows in months.items():
        write_csv(folder / "surveys" / f"{month}.csv", rows, SURVEY)


def make_cards(folder: Path) -> None:
    """The drivers' cards, typed into a Thai sheet."""
    dice = Dice(2)
    rows: list[dict[str, object]] = []
    for day in days(QUARTER)[:-1]:
        for _ in range(4 + dice.below(3)):
            words = WORDS[satisfaction(dice, slope(day, 83, 96))]
            rows.append(
                {
                    "เลขที่": f"D{len(rows) + 1:04}",
                    "วันที่ตอบ": dice.moment(day).strftime(THAI),
                    "ภาค": dice.pick({"กรุงเทพฯ": 5, "เหนือ": 2, "อีสาน": 2, "ใต้": 1}),
                    "ความพึงพอใจ": words if dice.happens(95) else dice.pick({"": 1, "ไม่ตอบ": 1}),
                }
            )
    write_csv(folder / "delivery" / "cards.csv", rows, tuple(rows[0]), mark="\ufeff")


# ---------------------------------------------------------------- reviews

STARS = {5: "FIVE", 4: "FOUR", 3: "THREE", 2: "TWO", 1: "ONE"}
BEFORE = 23  # reviews that stood on the page when the quarter began; 18 of them have four or five stars
QUARTERLY = (5, 4, 5, 2, 5, 5, 1, 4, 5, 3, 5, 4, 2, 5, 5, 3, 4, 5, 5, 3, 4, 5, 3, 5, 2)


def review(number: int, stars: int, at: datetime, changed: datetime | None = None) -> dict[str, object]:
    """One review as the reviews service gives it: stamps in UTC, stars in words."""
    return {
        "reviewId": f"g-{number:03}",
        "location": ("Ladprao", "Chiang Mai", "Hat Yai")[number % 3],
        "starRating": STARS.get(stars, "STAR_RATING_UNSPECIFIED"),
        "createTime": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "updateTime": f"{(changed or at).astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "deleteTime": None,
    }


def make_reviews(folder: Path) -> None:
    """A history export of the reviews: two were edited, one was taken back, one has no stars."""
    dice = Dice(4)
    rows = []
    for number in range(BEFORE):
        stars = (5, 4, 5, 5, 3, 4, 5, 4, 1)[number % 9]
        rows.append(review(number, stars, dice.moment(QUARTER - timedelta(days=10 + 11 * (BEFORE - number)))))
    for number, stars in enumerate(QUARTERLY):
        day = QUARTER + timedelta(days=1 + number * (DAYS - 2) // len(QUARTERLY))
        rows.append(review(BEFORE + number, stars, dice.moment(day)))
    for number, stars, late in ((BEFORE + 3, 5, 9), (BEFORE + 7, 2, 12)):  # one customer won back, one lost
        at = datetime.fromisoformat(str(rows[number]["createTime"]))
        rows.append(review(number, stars, at, at + timedelta(days=late)))
    gone = rows[BEFORE + 8]
    gone["deleteTime"] = gone["updateTime"] = f"{QUARTER + timedelta(days=33):%Y-%m-%dT09:12:00Z}"
    rows.append(review(900, 0, dice.moment(QUARTER + timedelta(days=20))))
    path = folder / "reviews" / "google.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = ",\n".join(json.dumps(row) for row in rows)
    path.write_bytes(f"[\n{lines}\n]\n".encode())
