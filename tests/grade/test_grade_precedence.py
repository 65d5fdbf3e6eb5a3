"""Of several rules that apply the first decides: every pair of them, and every set."""

from fractions import Fraction
from itertools import combinations

import pytest

from okrengine.model import Entry, GuardrailReading, Override, Verdict
from okrengine.quantity import Quantity

q = Quantity.parse
ORDER = ("closed", "baselining", "no_data", "low_sample", "stale", "override", "pace")
SAYS = {name: name for name in ORDER} | {"override": "on_track", "pace": "off_track"}
BROKEN = (GuardrailReading("csat", q("75%"), 200, q("80%"), None, holds=False),)


def graded(bench, rules, guardrails=()):
    """A key result to which these rules apply, and by whose pace it is off track."""
    entry = Entry(
        value=None if "no_data" in rules else q("10"),
        missing="source_failed" if "no_data" in rules else None,
        n=5 if "low_sample" in rules else 500,
        override=Override("on_track", bench.date(80)) if "override" in rules else None,
        guardrails=guardrails,
    )
    key_result = bench.key_result(target="100", measure_by=bench.date(5)) if "baselining" in rules else bench.reach()
    verdicts = {"o/kr": Verdict(Fraction(1, 10), "missed")} if "closed" in rules else None
    said = bench.checkin(20 if "stale" in rules else 45, {"o/kr": entry}, verdicts=verdicts)
    return bench.grade([bench.objective(key_result)], [said], 50).objectives[0].key_results[0]


@pytest.mark.parametrize(("first", "second"), list(combinations(ORDER, 2)))
def test_of_two_rules_the_first_decides(bench, first, second):
    assert graded(bench, {first, second}).status == SAYS[first]
    assert graded(bench, {second}).status == SAYS[second]


def test_of_any_set_of_rules_the_first_decides(bench):
    for size in range(len(ORDER)):
        for rules in combinations(ORDER[:-1], size):
            first = next(name for name in ORDER if name in (*rules, "pace"))
            found = graded(bench, rules)
            assert found.status == SAYS[first], rules
            assert ("overridden" in found.flags) == (first == "override"), rules


@pytest.mark.parametrize(("rule", "status"), [
    *((rule, rule) for rule in ORDER[:5]), ("override", "at_risk"), ("pace", "off_track"),
])  # fmt: skip
def test_a_guardrail_caps_the_two_that_judge_and_no_other(bench, rule, status):
    assert graded(bench, {rule}, BROKEN).status == status


@pytest.mark.parametrize("word", ["on_track", "at_risk", "off_track"])
@pytest.mark.parametrize("value", ["5", "30", "50", "100"])
def test_an_override_says_what_the_owner_says_and_the_pace_stays_told(bench, word, value):
    said = bench.value(value, override=Override(word, bench.date(60)))
    found, alone = bench.one(bench.reach(), (50, said)), bench.one(bench.reach(), (50, value))
    assert (found.status, found.pace) == (word, alone.status)
    assert found.why.status_rule == f"the owner's word until {bench.date(60)}: {word}; by pace {alone.status}: " + (
        alone.why.status_rule
    )
