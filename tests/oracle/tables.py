"""Random tables with nasty contents, one kind for each record type."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from oracle.frame import World

HOUR, DAY, SECOND = timedelta(hours=1), timedelta(days=1), timedelta(seconds=1)
STEPS = [
    -HOUR,
    0 * DAY,
    SECOND,
    HOUR / 2,
    HOUR,
    HOUR + SECOND,
    4 * HOUR,
    DAY,
    7 * DAY,
    7 * DAY + SECOND,
    11 * DAY,
    30 * DAY,
]


class Maker:
    """Draws cells from a seeded source around the edges of the windows of some worlds in one zone."""

    def __init__(self, seed: str, worlds: Sequence[World]) -> None:
        self.random, self.zone = Random(seed), worlds[0].zone  # noqa: S311  a table for a test
        self.windows = [(world.start.astimezone(UTC), world.closing.astimezone(UTC)) for world in worlds]
        self.known = [world.as_of for world in worlds]
        ends = [end.astimezone(UTC) for world in worlds for end in (world.start, world.as_of, world.end or world.as_of)]
        self.edges = [end + step for end in ends for step in (0 * DAY, -SECOND, 0 * DAY)]
        self.low, self.high = min(ends) - 20 * DAY, max(ends) + 3 * DAY
        self.drawn: dict[Any, Any] = {}

    def once(self, key: Any, draw: Callable[[], Any]) -> Any:
        """What was drawn for a key before, else something new."""
        if key not in self.drawn:
            self.drawn[key] = draw()
        return self.drawn[key]

    def one(self, *choices: Any, null: float = 0.12) -> Any:
        return None if self.random.random() < null else self.random.choice(choices)

    def number(self, low: int, high: int, *, null: float = 0.12, digits: int = 0) -> Any:
        value = self.random.randint(low * 10**digits, high * 10**digits)
        return self.one(f"{value / 10**digits:.{digits}f}", null=null)

    def flags(self, *names: str, null: float = 0.12) -> dict:
        return {name: self.one("true", "Yes", "0", "f", null=null) for name in names}

    def moment(self) -> datetime:
        """An instant, often at an edge, mostly inside a window."""
        draw = self.random.random()
        if draw < 0.2:
            return self.random.choice(self.edges)
        low, high = (self.low, self.high) if draw < 0.35 else self.random.choice(self.windows)
        return low + timedelta(seconds=self.random.randint(0, max(int((high - low).total_seconds()), 1)))

    def later(self, moment: datetime) -> datetime:
        if self.random.random() < 0.6:
            return moment + self.random.choice(STEPS)
        return moment + timedelta(seconds=self.random.randint(0, 30 * 86400))

    def text(self, moment: datetime, *, null: float = 0.03, bare: float = 0.15) -> str | None:
        """How it is written: with an offset, in UTC, on the zone's wall clock, or as a bare day."""
        local, draw = moment.astimezone(self.zone), self.random.random()
        forms = [local.replace(tzinfo=None).isoformat(), moment.isoformat().replace("+00:00", "Z"), local.isoformat()]
        return self.one(local.date().isoformat() if draw < bare else self.random.choice(forms), null=null)

    def day(self, moment: datetime, *, null: float = 0.03) -> str | None:
        return self.text(moment, null=null, bare=1)

    def id(self, prefix: str, many: int, null: float = 0.02) -> str | None:
        return self.one(f"{prefix}{self.random.randrange(many):03}", null=null)

    def key(self, prefix: str, n: int) -> str | None:
        """A name of its own, but now and then one that stands twice."""
        return self.id(prefix, 60) if n % 6 == 0 else f"{prefix}{n:03}"


def survey_response(make: Maker, n: int) -> dict:
    return {
        "response_id": make.key("a", n),
        "responded_at": make.text(make.moment()),
        "score": make.one(*range(-1, 13), "8.5", "9.0", null=0.1),
        "expected": make.number(0, 10, null=0.2),
        "answer": make.one("yes", "no", "well", " yes ", "", "YES"),
        "respondent_id": make.id("r", 30, null=0.15),
        "channel": make.one("email", "chat", "อีเมล"),
        "weight": make.one("1", "0.5", "2.25", "0", "1.0000000001", null=0.08),
    }


def ticket(make: Maker, n: int) -> dict:
    at = make.moment()
    first, solved = make.later(at), make.later(at)
    return {
        "ticket_id": make.key("t", n),
        "created_at": make.text(at, bare=0.1),
        "first_response_at": make.text(first, null=0.25, bare=0.05),
        "first_resolved_at": make.text(make.later(at), null=0.4, bare=0.05),
        "resolved_at": make.text(solved, null=0.3, bare=0.05),
        "reopened_at": make.text(make.later(solved), null=0.7, bare=0.05),
        "updated_at": make.text(make.later(at), null=0.05),
        "due_at": make.text(make.one(make.later(at), solved, first, *make.known, null=0), null=0.2, bare=0.3),
        "status": make.one("open", "solved", "spam"),
        "channel": make.one("email", "chat", "fax"),
        "category": make.one("late", "lost", "broken", " late", "Late", "zeal"),
        **make.flags("is_complaint", "vip"),
        "requester_id": make.id("c", 30, null=0.15),
        "customer_replies": make.number(0, 2, null=0.2),
        "transfers": make.number(0, 2),
        "severity": make.number(1, 5, null=0.25),
        "compensation": make.one("0", "10.50", "3.3333333333", "7", "-2", null=0.25),
        "cost": make.one("0", "10.50", "3.3333333333", "7", null=0.15),
    }


def interaction(make: Maker, _: int) -> dict:
    return {
        "ticket_id": make.id("t", 50, null=0.03),
        "at": make.text(make.moment(), bare=0.1),
        "author_role": make.one("customer", "customer", "agent", "agent", "bot", "system", null=0.08),
        "public": make.one("true", "true", "true", "false", null=0.08),
        "channel": make.one("email", "chat", "fax"),
    }


def status_change(make: Maker, _: int) -> dict:
    return {
        "ticket_id": make.id("t", 40, null=0.03),
        "at": make.text(make.moment(), bare=0.1),
        "status_to": make.one("new", "open", "open", "pending", "on-hold", "solved", "closed", null=0.15),
        "channel": make.one("email", "chat", null=0),
    }


def order(make: Maker, n: int) -> dict:
    at = make.moment()
    due = make.later(at)
    return {
        "order_id": make.key("o", n),
        "order_date": make.text(at, bare=0.3),
        "customer_id": make.id("c", 30, null=0.12),
        "amount": make.one("0", "10.50", "99.99", "3.3333333333", "7", "-10.50", "120", null=0.08),
        "cost": make.one("0", "4", "12.345", null=0.15),
        "expedite_cost": make.one("0", "5", "2.5", null=0.3),
        "status": make.one("paid", "declined", "cut", "refunded"),
        "channel": make.one("web", "shop"),
        "promised_date": make.text(due, null=0.12, bare=0.6),
        "delivered_date": make.day(make.one(due, due + DAY, make.later(at), at - DAY, null=0), null=0.25),
        **make.flags("expedited", "transshipped", "has_error"),
    }


def order_line(make: Maker, _: int) -> dict:
    at = make.moment()
    due = make.later(at)
    return {
        "order_id": make.id("o", 60),
        "sku": make.id("s", 9),
        "order_date": make.text(at, bare=0.3),
        "ordered_qty": make.one("0", "1", "5", "2.5", null=0.08),
        "delivered_qty": make.one("0", "1", "5", "2.5", "6", null=0.15),
        **{name: make.number(0, 2) for name in ("returned_qty", "defective_qty", "claimed_qty")},
        "promised_date": make.text(due, null=0.12, bare=0.6),
        "delivered_date": make.day(make.one(due, due + DAY, make.later(at), null=0), null=0.25),
        **make.flags("short", "substituted"),
        "channel": make.one("web", "shop"),
    }


def customer(make: Maker, n: int) -> dict:
    at = make.moment()
    return {
        "customer_id": make.key("c", n),
        "joined_at": make.text(at, bare=0.4),
        "left_at": make.text(make.one(make.later(at), *make.edges, null=0), null=0.5, bare=0.4),
        "source": make.one("referral", "ads", " referral", "friend", null=0.2),
        "segment": make.one("a", "b"),
        **make.flags("used_feature"),
    }


def social_snapshot(make: Maker, _: int) -> dict:
    numbers = {"blocks": make.number(0, 30, null=0.4), "adds": make.number(0, 9), "removes": make.number(0, 9)}
    return {
        "date": make.day(make.moment()),
        "followers": make.number(0, 900, null=0.05),
        "account": make.one("a", "a", "b", null=0.08),
        **numbers,
    }


def social_post(make: Maker, n: int) -> dict:
    return {
        "post_id": make.key("p", n),
        "created_at": make.text(make.moment()),
        "sentiment": make.one("positive", "neutral", "negative", "Positive", " negative "),
        **{name: make.number(0, 50) for name in ("reactions", "comments", "shares")},
        "reach": make.number(0, 400),
        "channel": make.one("x", "y"),
    }


def review(make: Maker, _: int) -> dict:
    review = make.random.randint(0, 70)
    at = make.once(review, make.moment)
    return {
        "review_id": make.one(f"v{review}", null=0.02),
        "created_at": make.once(f"v{review}", lambda: make.text(at)),
        "updated_at": make.text(make.later(at), null=0.4),
        "deleted_at": make.text(make.later(at), null=0.85),
        "reply_at": make.text(make.later(at), null=0.4),
        "rating": make.one("0", "1", "2", "3", "4", "5", "5", "4.5", "6", null=0.1),
        **make.flags("recommended", null=0.2),
        "source": make.one("maps", "shop"),
    }


def stock_level(make: Maker, _: int) -> dict:
    on_hand = make.random.randint(-2, 5)
    return {
        "sku": make.id("s", 5),
        "date": make.day(make.moment()),
        "on_hand": make.one(on_hand, f"{on_hand}.0", null=0.06),
        "counted": make.one(on_hand, on_hand + 1, on_hand - 1, f"{on_hand}.5", null=0.3),
        "location": make.one("a", "b"),
    }


def qa_review(make: Maker, _: int) -> dict:
    review, low = make.id("q", 60), make.random.choice([0, 1])
    return {
        "review_id": review,
        "reviewed_at": make.once(review, lambda: make.text(make.moment())),
        "category": make.one("tone", "facts", "form", " tone", null=0.05),
        "category_score": make.number(low, 5, null=0.15, digits=1),
        "category_min": make.one(low, null=0.05),
        "category_max": make.one(5, 5, 5, low, null=0.05),
        "category_weight": make.one(1, 2, "0.5", 0, null=0.1),
        "critical": make.one("true", "false", "false"),
        "channel": make.one("phone", "chat"),
    }


def scored_review(make: Maker, n: int) -> dict:
    return {
        "review_id": make.key("q", n),
        "reviewed_at": make.text(make.moment()),
        "score": make.number(0, 100, null=0.15, digits=1),
        "customer_score": make.number(0, 100, null=0.2),
        "channel": make.one("phone", "chat"),
    }


def bot_session(make: Maker, n: int) -> dict:
    return {
        "session_id": make.key("b", n),
        "started_at": make.text(make.moment()),
        **make.flags("escalated", "satisfied", "handover_error"),
        "channel": make.one("web", "line"),
    }


def web_visit(make: Maker, n: int) -> dict:
    return {
        "visit_id": make.key("w", n),
        "at": make.text(make.moment()),
        "customer_id": make.id("c", 9, null=0.4),
        "pages": make.number(0, 12),
        "source": make.one("ad", "mail"),
    }


def item(make: Maker, n: int) -> dict:
    at = make.moment()
    done = make.later(at)
    return {
        "item_id": make.key("i", n),
        "opened_at": make.text(at),
        "due_at": make.text(make.one(done, make.later(at), *make.known, null=0), null=0.2, bare=0.4),
        "done_at": make.text(done, null=0.3),
        "cancelled_at": make.text(make.later(at), null=0.8),
        "owner": make.one("nok", "fern", "  ", null=0.2),
        "group": make.one("a", "b"),
        **make.flags("covered"),
        "progress": make.one("0", "40", "100", "33.3333333333", null=0.2),
        "weight": make.one("1", "2.5", "0", null=0.15),
    }


def rows(table: str, seed: str, worlds: Sequence[World], size: int = 220) -> list[dict]:
    """A random table of one kind; a kind that has no function here is named by the sums that it states."""
    make = Maker(f"{seed}/{table}", worlds)

    def sums(make: Maker, _: int) -> dict:
        numbers = {name: make.number(0, 900 if name == "invited" else 99) for name in table.split()}
        return {"period": make.day(make.moment()), **numbers}

    return [globals().get(table, sums)(make, n) for n in range(size)]
