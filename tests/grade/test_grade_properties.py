"""What holds of every score, whatever the numbers: no ruler, no colour and no order of files changes it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrengine.config import PRESETS, Settings, StatusSettings
from okrengine.model import Entry, GuardrailReading, Maintain, Milestone, Milestones, Override, Reach, Zones
from okrengine.quantity import GREATEST, Quantity, plain

decimals = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**9), 10**9), st.integers(0, 6)
)
finite = st.decimals(-GREATEST, GREATEST, allow_nan=False, allow_infinity=False, places=15) | decimals
scales = st.builds(lambda digits, places: Fraction(digits, 10**places), st.integers(1, 10**6), st.integers(0, 6))


def written(number, unit=""):
    places = next(p for p in range(80) if (number * 10**p).denominator == 1)
    digits = tuple(map(int, str(abs(int(number * 10**places)))))
    return Quantity(Decimal(plain(Decimal((int(number < 0), digits, -places)))), unit)


def goals(levels):
    """Every kind of goal that is written with numbers, on these four levels."""
    first, second, third, last = levels
    return {
        "reach": Reach(last),
        "zones": Zones(last, second, third),
        "stretch": Zones(last),
        "level": Maintain(second, third),
        "distance": Maintain(second, third, "distance"),
        "share": Maintain(second, third, "share"),
    }, first


@settings(max_examples=30)
@given(
    st.lists(decimals, min_size=4, max_size=4, unique=True), st.lists(decimals, min_size=1, max_size=3),
    st.tuples(scales, decimals), st.booleans(),
)  # fmt: skip
def test_no_ruler_changes_a_progress(bench, levels, values, ruler, down):
    """Neither another unit, nor another scale that keeps the sign, nor where its zero lies."""
    scale, shift = ruler
    ordered = sorted(map(Fraction, levels), reverse=down)
    limits = sorted(ordered[1:3])
    rulers = [(Fraction(1), Fraction(0), "h"), (Fraction(60), Fraction(0), "min"), (scale, Fraction(shift), "h")]
    found = []
    for times, add, unit in rulers:
        on = [written(each * times + add, unit) for each in ordered]
        kinds, baseline = goals(on)
        low, high = (written(each * times + add, unit) for each in limits)
        kinds |= {name: replace(goal, at_least=low, at_most=high) for name, goal in kinds.items() if name in _KEPT}
        said = [(10 * day, Entry(value=written(Fraction(v) * times + add, unit))) for day, v in enumerate(values, 1)]
        grades = [bench.one(bench.key_result("kr", goal, baseline=baseline), *said) for goal in kinds.values()]
        found.append([(each.raw, each.score, each.band, each.status, each.flags) for each in grades])
    assert found[0] == found[1] == found[2]


_KEPT = ("level", "distance", "share")


@settings(max_examples=25)
@given(decimals.filter(bool), st.decimals(-99, 99, places=2).filter(bool), decimals, scales)
def test_no_ruler_changes_a_relative_progress(bench, baseline, change, value, scale):
    """A change in percent is one of the baseline, so that only its zero must stay."""
    found = [
        bench.one(
            bench.key_result("kr", Reach(change=Quantity(change, "%")), baseline=written(Fraction(baseline) * times)),
            (50, Entry(value=written(Fraction(value) * times))),
        )
        for times in (Fraction(1), scale)
    ]
    assert (found[0].raw, found[0].score) == (found[1].raw, found[1].score)


@settings(max_examples=40)
@given(st.lists(finite, min_size=4, max_size=4), finite, st.none() | st.tuples(finite, finite), st.integers(-5, 110))
def test_a_score_never_leaves_zero_to_one_and_every_number_is_one(bench, levels, value, ends, day):
    kinds, baseline = goals([Quantity(each) for each in levels])
    interval = ends and tuple(Quantity(end) for end in sorted(ends))
    for goal in kinds.values():
        key_result = bench.key_result("kr", goal, baseline=baseline)
        found = bench.one(key_result, (day, Entry(value=Quantity(value), interval=interval)))
        assert (found.score is None) == (found.raw is None) == (found.band is None)
        assert found.score is None or 0 <= found.score <= 1
        assert found.raw is None or isinstance(found.raw, Fraction)
        assert 0 <= found.expected <= 1
        assert ("regressed" in found.flags) == (found.raw is not None and found.raw < 0)
        assert ("exceeded" in found.flags) == (found.raw is not None and found.raw > 1)
        assert found.why.formula
        assert found.why.status_rule


@settings(max_examples=30)
@given(st.lists(st.tuples(st.fractions(0, 9, max_denominator=9), st.booleans()), max_size=5), st.integers(0, 31))
def test_milestones_are_worth_what_is_done(bench, steps, chosen):
    made = [
        Milestone(f"s{number}", bench.date(10 * number + 5), weight=weight) for number, (weight, _) in enumerate(steps)
    ]
    done = {each.id: bench.date(1) for number, each in enumerate(made) if chosen >> number & 1}
    found = bench.one(bench.key_result("kr", Milestones(tuple(made))), (50, Entry(milestones=done)))
    whole = sum(weight for weight, _ in steps)
    assert found.score == (sum(each.weight for each in made if each.id in done) / whole if whole else None)
    assert found.expected == (
        sum(each.weight for each in made[:5] if each.by <= bench.date(50)) / whole if whole else 0
    )


# ------------------------------------------------------------ roll-ups

children = st.lists(
    st.tuples(
        st.sampled_from([Fraction(0), Fraction(1), Fraction(2), Fraction(1, 3), Fraction(7, 2)]),
        st.none() | st.integers(-50, 150),
        st.sampled_from([10, 40, 50, 80, 100]),
    ),
    min_size=1, max_size=4,
)  # fmt: skip


@settings(max_examples=30)
@given(st.lists(children, min_size=1, max_size=3), st.sampled_from(["exclude", "zero", "block"]))
def test_a_roll_up_is_the_calculation_by_hand(bench, objectives, policy):
    promised, entries, sums = [], {}, []
    for at, rows in enumerate(objectives):
        key_results = [
            bench.reach(f"k{n}", objective=f"t/o{at}", weight=weight, deadline=bench.date(deadline))
            for n, (weight, _, deadline) in enumerate(rows)
        ]
        promised.append(bench.objective(*key_results, name=f"o{at}"))
        for n, (_, value, _) in enumerate(rows):
            entries[f"o{at}/k{n}"] = Entry(missing="no_data") if value is None else bench.value(str(value))
        sums.append(by_hand([(w, v, min(Fraction(50, deadline), 1)) for w, v, deadline in rows], policy))
    card = bench.grade(promised, [bench.checkin(50, entries)], 50, settings=Settings(bench.zone, missing=policy))
    assert [(each.score, each.expected) for each in card.objectives] == sums
    counted = [found for found, rows in zip(sums, objectives, strict=True) if any(weight for weight, _, _ in rows)]
    measured = [each for each in counted if each[0] is not None]
    if policy == "block" and len(measured) < len(counted):
        measured = []
    among = len(counted) if policy == "zero" else len(measured)
    for number, said in enumerate((card.score, card.expected)):
        assert said == (sum(each[number] for each in measured) / Fraction(among) if among else None)


def by_hand(rows, policy):
    """Score and expected progress of key results of a weight, a value in points and an expected progress."""
    known = [(w, Fraction(min(max(v, 0), 100), 100), e) for w, v, e in rows if v is not None]
    if policy == "zero":
        known += [(w, Fraction(0), e) for w, v, e in rows if v is None]
    blocked = policy == "block" and any(w and v is None for w, v, _ in rows)
    whole = sum(w for w, _, _ in known)
    if blocked or not whole:
        return None, None
    return sum(w * s for w, s, _ in known) / whole, sum(w * e for w, _, e in known) / whole


@pytest.mark.parametrize("value", ["-50", "0", "37", "100", "140"])
def test_one_child_is_the_whole(bench, value):
    card = bench.grade([bench.objective(bench.reach())], [bench.checkin(50, {"o/kr": bench.value(value)})], 50)
    key_result = card.objectives[0].key_results[0]
    assert card.score == card.objectives[0].score == key_result.score
    assert card.expected == card.objectives[0].expected == key_result.expected
    assert card.status == card.objectives[0].status == key_result.status


# ------------------------------------------------------------ what changes no score

BROKEN = (GuardrailReading("csat", Quantity(Decimal(75), "%"), 200, Quantity(Decimal(80), "%"), None, holds=False),)
strict = StatusSettings(on_track=Decimal(0), at_risk=Decimal(1), quiet=Decimal(0), stale_after=timedelta(days=1))


@settings(max_examples=40)
@given(
    st.lists(st.integers(-30, 130), min_size=1, max_size=5),
    st.sampled_from([*PRESETS.values(), strict, StatusSettings(quiet=Decimal(100))]),
    st.sampled_from([None, "on_track", "at_risk", "off_track"]),
    st.tuples(st.sampled_from([(), BROKEN]), st.none() | st.integers(0, 50)),
)
def test_a_colour_never_changes_a_score(bench, values, status, word, beside):
    guardrails, n = beside
    said = [(10 * number, bench.value(str(value))) for number, value in enumerate(values, 1)]
    override = None if word is None else Override(word, bench.date(90))
    coloured = [(day, replace(entry, override=override, guardrails=guardrails, n=n)) for day, entry in said]
    white = bench.one(bench.reach(), *said, as_of=60)
    found = bench.one(bench.reach(), *coloured, as_of=60, settings=Settings(bench.zone, status=status))
    for name in ("raw", "score", "band", "expected", "forecast", "baseline", "target"):
        assert getattr(found, name) == getattr(white, name), name


@settings(max_examples=40)
@given(
    st.lists(st.tuples(st.integers(1, 90), st.sampled_from("abc"), st.integers(-20, 120)), max_size=14, unique_by=lambda row: row[:1]),
    st.randoms(),
)  # fmt: skip
def test_the_same_history_in_another_order_of_files_gives_the_same_answers(bench, rows, rng):
    made = {"a": Reach(Quantity(Decimal(100))), "b": Zones(Quantity(Decimal(100))), "c": Maintain(Quantity(Decimal(9)))}
    objectives = [
        bench.objective(bench.key_result(name, goal, objective=f"t/{name}", baseline="0"), name=name, file=f"{name}.yaml")
        for name, goal in made.items()
    ]  # fmt: skip
    checkins = [bench.checkin(day, {f"{name}/{name}": bench.value(str(value))}) for day, name, value in rows]
    first = bench.grade(objectives, checkins, 91)
    statuses = [[point.status for grade in each.key_results for point in grade.history] for each in first.objectives]
    rng.shuffle(objectives)
    rng.shuffle(checkins)
    again = bench.grade(objectives, checkins, 91)
    assert again == first
    assert statuses == [
        [point.status for grade in each.key_results for point in grade.history] for each in again.objectives
    ]
