"""What holds for every kernel and any table: random rows, written to a file, the whole way through the engine."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from okrengine.config import Dedup, Settings, SourceSettings
from okrengine.measure import Ask, kernels, measure
from okrengine.model import Cycle, Measure, Window
from okrengine.offers.records import RECORDS
from okrengine.registry import find

REGISTRY = find()
START = datetime(2026, 5, 1, tzinfo=UTC)
END = datetime(2026, 6, 1, tzinfo=UTC)
LATER = datetime(2026, 7, 1, tzinfo=UTC)
MAY = Window("fixed", start=date(2026, 5, 1), end=date(2026, 5, 31))
YEAR = Cycle("2026", date(2026, 1, 1), date(2026, 12, 31))
NUMBERS = count()
few = settings(
    max_examples=4,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@dataclass(frozen=True)
class Subject:
    """A metric that stands for its kernel, and tables for it.

    `key` is a column that a row must fill, `sums` are the parts of a reading that add up over rows, `range` is where
    every value lies.
    """

    metric: str
    rows: Any
    key: str
    options: dict[str, Any] = field(default_factory=dict)
    sums: tuple[str, ...] = ("numerator", "denominator", "n")
    range: tuple[int | None, int | None] = (0, 100)
    reason: str = "missing"

    @property
    def record(self) -> Any:
        return RECORDS[REGISTRY.metrics[self.metric].records[0]]


GROUPS = st.sampled_from(("a", "b", "ค"))
HOURS = st.integers(-48, 33 * 24)


def table(**columns):
    """Rows with the given columns, a group, and an hour of May, or near it, that they begin at."""
    row = st.fixed_dictionaries({"begun": HOURS, "group": GROUPS, **columns})
    return st.lists(row, max_size=25)


def maybe(strategy):
    return st.one_of(st.none(), strategy)


def stamp(hour):
    return None if hour is None else (START + timedelta(hours=hour)).isoformat()


def answers(scores):
    def made(rows):
        return [
            {"response_id": f"r{n}", "responded_at": stamp(row["begun"]), "score": row["score"], "group": row["group"]}
            for n, row in enumerate(rows)
        ]

    return table(score=maybe(scores)).map(made)


def tickets(rows):
    return [
        {
            "ticket_id": f"t{n}",
            "created_at": stamp(row["begun"]),
            "resolved_at": None if row["took"] is None else stamp(row["begun"] + row["took"]),
            "category": row["what"],
            "group": row["group"],
        }
        for n, row in enumerate(rows)
    ]


def lines(rows):
    return [
        {
            "order_id": f"o{n}",
            "sku": "s",
            "order_date": stamp(row["begun"]),
            "group": row["group"],
            "ordered_qty": row["ordered"],
            "delivered_qty": row["delivered"],
        }
        for n, row in enumerate(rows)
    ]


def orders(rows):
    return [
        {
            "order_id": f"o{n}",
            "customer_id": row["who"],
            "order_date": stamp(row["begun"]),
            "amount": row["amount"],
            "group": row["group"],
        }
        for n, row in enumerate(rows)
    ]


def snapshots(rows):
    return [
        {
            "date": None if row["begun"] is None else (START + timedelta(hours=row["begun"])).date().isoformat(),
            "followers": row["followers"],
            "group": row["group"],
        }
        for row in rows
    ]


TICKETS = table(took=maybe(st.integers(-3, 60)), what=st.sampled_from("pqrs")).map(tickets)
SCORES = st.integers(-1, 12)
SUBJECTS = {
    "Rate": Subject("csat", answers(SCORES), "score", {"scale": [0, 10], "satisfied_min": 8, "min_sample": 1}),
    "NetShare": Subject("nps", answers(SCORES), "score", {"min_sample": 1}, ("denominator", "n"), (-100, 100)),
    "Mean": Subject("csat_mean", answers(SCORES), "score", {"scale": [0, 10], "min_sample": 1}, ("n",), (0, 10)),
    "Ratio": Subject(
        "fill_rate",
        table(ordered=maybe(st.integers(0, 9)), delivered=maybe(st.integers(0, 12))).map(lines),
        "ordered_qty",
        {"min_sample": 1},
    ),
    "Duration": Subject("resolution_time", TICKETS, "created_at", {"min_sample": 1}, ("n", "unanswered"), (0, None)),
    "Within": Subject("resolved_within_rate", TICKETS, "created_at", {"threshold": "24 h", "min_sample": 1}),
    "Count": Subject("contact_volume", TICKETS, "created_at", sums=("value", "n"), range=(0, None)),
    "Change": Subject(
        "follower_growth",
        table(followers=maybe(st.integers(0, 900))).map(snapshots),
        "date",
        {"max_staleness": "90 d"},
        (),
        (-100, None),
    ),
    "Growth": Subject(
        "revenue_growth",
        table(who=st.just("k"), amount=maybe(st.decimals(0, 99, places=2))).map(orders),
        "amount",
        {"against": {"from": "2026-04-29", "to": "2026-04-30"}, "normalise": "per_day"},
        (),
        (-100, None),
    ),
    "TopShare": Subject(
        "pareto_share",
        table(who=maybe(st.sampled_from("klmn")), amount=maybe(st.decimals(0, 99, places=2))).map(orders),
        "customer_id",
        {"top_fraction": "50%"},
        (),
        reason="anonymous",
    ),
}
EVERY = pytest.mark.parametrize("name", SUBJECTS)
ADDING = pytest.mark.parametrize("name", [name for name, subject in SUBJECTS.items() if subject.sums])


class Folder:
    """A folder with one table in it, asked for readings."""

    def __init__(self, folder, subject, rows, dedup=None):
        self._root, self._subject = folder / f"t{next(NUMBERS)}", subject
        self._root.mkdir()
        order = (dedup.key, dedup.order_by) if dedup else ()
        names = (name for row in rows for name in row)
        columns = list(dict.fromkeys([*subject.record.required, *names, *_mapped(subject), *order, "group"]))
        with (self._root / "rows.csv").open("w", encoding="utf-8", newline="") as file:
            written = csv.DictWriter(file, columns)
            written.writeheader()
            written.writerows({name: "" if cell is None else cell for name, cell in row.items()} for row in rows)
        named = {name: name for name in columns if name != "group"}
        source = SourceSettings("s", "csv", "rows.csv", columns=named, dedup=dedup)
        self._settings = Settings(timezone=ZoneInfo("UTC"), sources={"s": source})

    def asked(self, *asks, as_of=LATER, **more):
        given = [Ask(f"a/b/k{n}", ask, YEAR) for n, ask in enumerate(asks)]
        return measure(given, settings=self._settings, registry=REGISTRY, root=self._root, as_of=as_of, **more)

    def __call__(self, *, where=None, window=MAY, **more):
        return self.asked(ask(self._subject, where, window), **more)[0]


def _mapped(subject):
    metric = REGISTRY.metrics[subject.metric]
    found = (*metric.needs, *metric.uses_for(metric.bind(subject.options)))
    return [name for name in found if name in subject.record.columns]


def ask(subject, where=None, window=MAY):
    return Measure(subject.metric, "s", subject.options, where or {}, window)


def part(reading, name):
    found = reading.details[name] if name in reading.details else getattr(reading, name, None)
    return 0 if found is None else found


def said(reading, *, excluded=True):
    """All that a reading says of its rows."""
    found = [reading.status, reading.value, reading.n, reading.numerator, reading.denominator, reading.interval]
    return [*found, dict(reading.details), dict(reading.excluded) if excluded else None]


def test_every_kernel_has_a_subject():
    assert set(SUBJECTS) == set(kernels.__all__) - {"Kernel"}


def drawn(check: Callable[..., None]):
    """The check for each subject, with a table of its own."""

    @EVERY
    @few
    @given(st.data())
    def test(name, tmp_path_factory, data):
        subject = SUBJECTS[name]
        check(subject, data.draw(subject.rows), tmp_path_factory.getbasetemp(), data)

    return test


@drawn
def test_the_order_of_rows_does_not_matter(subject, rows, folder, data):
    mixed = data.draw(st.permutations(rows))
    assert said(Folder(folder, subject, rows)()) == said(Folder(folder, subject, mixed)())


@drawn
def test_a_group_is_what_its_rows_alone_would_give_and_the_groups_together_are_the_whole(subject, rows, folder, data):  # noqa: ARG001
    bench = Folder(folder, subject, rows)
    whole = bench(by="group")
    names = [one.group for one in whole.parts]
    plain, *alone = bench.asked(ask(subject), *(ask(subject, {"group": name}) for name in names))
    assert said(whole) == said(plain)
    for one, other in zip(whole.parts, alone, strict=True):
        assert said(one) == said(other), one.group
    for name in subject.sums:
        assert sum(part(one, name) for one in whole.parts) == part(whole, name), name


@pytest.mark.parametrize("record", sorted({subject.record.name for subject in SUBJECTS.values()}))
@settings(few, max_examples=2)
@given(data=st.data())
def test_many_at_once_are_as_one_by_one(record, tmp_path_factory, data):
    others = [one for one in SUBJECTS.values() if one.record.name == record]
    bench = Folder(tmp_path_factory.getbasetemp(), others[0], data.draw(others[0].rows))
    asks = [ask(one, where) for one in others for where in ({}, {"group": "a"})]
    asks.append(ask(others[0], {"group": {"not": "ค"}}))
    asks.append(ask(others[0], {}, Window("fixed", start=date(2026, 5, 1), end=date(2026, 5, 15))))
    together = bench.asked(*asks)
    assert [said(one) for one in together] == [said(bench.asked(each)[0]) for each in asks]


@drawn
def test_the_past_is_what_the_rows_that_were_known_then_give(subject, rows, folder, data):
    days = sorted(data.draw(st.lists(st.integers(-1, 40), min_size=1, max_size=3, unique=True)))
    instants = [START + timedelta(days=day, hours=7) for day in days]
    full = Folder(folder, subject, rows)(past=instants)
    assert [one.as_of for one in full.past] == [instant for instant in instants if instant >= START]
    for found in full.past:
        alone = Folder(folder, subject, known(subject, rows, found.as_of))(as_of=found.as_of)
        assert said(found) == said(alone), found.as_of


def known(subject, rows, instant):
    """The file as it was at an instant: rows that had begun, without what came later."""
    types = subject.record.columns

    def seen(name, cell):
        if cell is None or types.get(name) not in ("ts", "date"):
            return True
        return cell <= instant.date().isoformat() if types[name] == "date" else datetime.fromisoformat(cell) <= instant

    return [
        {name: cell if seen(name, cell) else None for name, cell in row.items()}
        for row in rows
        if seen(subject.record.time, row[subject.record.time])
    ]


@drawn
def test_an_empty_cell_only_raises_what_is_excluded(subject, rows, folder, data):
    like = data.draw(st.sampled_from(rows)) if rows else dict.fromkeys(subject.record.required)
    extra = {**like, subject.record.required[0]: "extra", subject.record.time: stamp(24), subject.key: None}
    if subject.record.name == "social_snapshot":
        extra |= {"date": None}
    before, after = Folder(folder, subject, rows)(), Folder(folder, subject, [*rows, extra])()
    if before.status != "no_data":  # a count knows no data from no rows at all
        assert said(before, excluded=False) == said(after, excluded=False)
    assert after.excluded.get(subject.reason, 0) == before.excluded.get(subject.reason, 0) + 1
    assert {k: v for k, v in after.excluded.items() if k != subject.reason} == {
        k: v for k, v in before.excluded.items() if k != subject.reason
    }


@drawn
def test_a_value_lies_in_its_range_and_in_its_interval_and_is_never_there_without_rows(subject, rows, folder, data):  # noqa: ARG001
    found = Folder(folder, subject, rows)()
    low, high = subject.range
    if found.value is None:
        assert found.status in ("no_data", "undefined", "stale", "not_reached")
        assert found.reason
        assert found.interval is None
        return
    assert isinstance(found.value, Fraction)
    assert low is None or found.value >= low
    assert high is None or found.value <= high
    if found.interval is not None:
        assert found.interval[0] <= found.value <= found.interval[1]
    assert found.status in ("ok", "insufficient_sample")
    if subject.metric != "contact_volume":
        assert found.n > 0


@ADDING
@few
@given(data=st.data())
def test_adjacent_windows_add_up(name, tmp_path_factory, data):
    subject = SUBJECTS[name]
    rows, cut = data.draw(subject.rows), data.draw(st.integers(1, 30))
    bench, day = Folder(tmp_path_factory.getbasetemp(), subject, rows), date(2026, 5, cut)
    ends = (date(2026, 5, 1), day), (day + timedelta(days=1), date(2026, 5, 31)), (date(2026, 5, 1), date(2026, 5, 31))
    windows = [Window("fixed", start=first, end=last) for first, last in ends]
    *parts, whole = bench.asked(*(ask(subject, {}, window) for window in windows))
    for each in subject.sums:
        assert sum(part(one, each) for one in parts) == part(whole, each), each


@EVERY
def test_no_rows_or_nothing_in_them_is_no_data_and_never_zero(name, tmp_path):
    subject = SUBJECTS[name]
    nothing = dict.fromkeys(_mapped(subject))
    empty = {**dict.fromkeys(subject.record.required, None), **nothing}
    kinds = subject.record.columns
    filled = {
        **{column: "x" if kinds[column] == "id" else stamp(24) if kinds[column] == "ts" else None for column in empty},
        subject.key: None,
    }
    for rows in ([], [empty], [filled] * 3):
        found = Folder(tmp_path, subject, rows)()
        if subject.metric == "contact_volume" and rows:
            assert (found.value, found.status) == (0, "ok"), "the source holds rows, and none of them counts"
            continue
        assert (found.value, found.status, found.interval) == (None, "no_data", None), rows
        assert found.reason


ONE = {
    "Rate": ({"score": 9}, 100), "NetShare": ({"score": 9}, 100), "Mean": ({"score": 9}, 9),
    "Ratio": ({"ordered_qty": 4, "delivered_qty": 1}, 25), "Duration": ({"resolved_at": stamp(25)}, 3600),
    "Within": ({"resolved_at": stamp(25)}, 100), "Count": ({}, 1), "TopShare": ({"customer_id": "k", "amount": "9.99"}, 100),
    "Change": ({"followers": 9}, None), "Growth": ({"amount": 9}, None),
}  # fmt: skip


@EVERY
def test_one_row_is_a_value_with_one_row_behind_it(name, tmp_path):
    subject, (cells, value) = SUBJECTS[name], ONE[name]
    row = dict.fromkeys(subject.record.required, "x") | {subject.record.time: stamp(24)} | cells
    if subject.record.name == "social_snapshot":
        row |= {"date": "2026-05-02"}
    found = Folder(tmp_path, subject, [row])()
    assert (found.value, found.n) == (value, 1)
    if value is None:
        assert found.status == "no_data"
        assert "no level on or before" in found.reason or "base" in found.reason


# ---------------------------------------------------------------- histories: a row for every change of a ticket

HISTORY = st.lists(
    st.fixed_dictionaries(
        {
            "ticket_id": st.sampled_from(["1", "2", "3", "007"]),
            "begun": st.integers(0, 200),
            "changed": st.integers(0, 300),
            "took": maybe(st.integers(0, 90)),
            "category": st.sampled_from("pq"),
        }
    ),
    max_size=14,
)


@pytest.mark.parametrize("name", ["Duration", "Within", "Count"])
@few
@given(HISTORY, st.lists(st.integers(0, 14), min_size=1, max_size=3, unique=True))
def test_a_history_of_changes_gives_the_version_of_each_day(name, tmp_path_factory, history, days):
    subject, folder = SUBJECTS[name], tmp_path_factory.getbasetemp()
    rows = [
        {
            "ticket_id": row["ticket_id"],
            "created_at": stamp(row["begun"]),
            "updated_at": stamp(row["changed"]),
            "resolved_at": None if row["took"] is None else stamp(row["begun"] + row["took"]),
            "category": row["category"],
            "group": row["category"],
        }
        for row in history
    ]
    dedup, instants = Dedup("ticket_id", "updated_at"), [START + timedelta(days=day, hours=1) for day in sorted(days)]
    full = Folder(folder, subject, rows, dedup)(past=instants, by="group")
    for found in full.past:
        instant = found.as_of
        then = [row for row in rows if datetime.fromisoformat(row["updated_at"]) <= instant]
        then = known(subject, then, instant)
        alone = Folder(folder, subject, then, dedup)(as_of=instant)
        assert said(found) == said(alone), instant
        newest = {}
        for row in then:
            newest.setdefault(row["ticket_id"], []).append(row)
        assert sum(alone.excluded.values()) + (alone.n or 0) + int(alone.details.get("unanswered", 0)) == len(then)
        assert alone.excluded.get("duplicate", 0) == len(then) - len(newest)
