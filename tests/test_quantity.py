from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrengine.errors import QuantityError
from okrengine.quantity import SECONDS, Quantity


@pytest.mark.parametrize(
    ("written", "number", "unit", "shown"),
    [
        ("80%", "80", "%", "80%"),
        ("80 %", "80", "%", "80%"),
        ("6 h", "6", "h", "6 h"),
        ("48h", "48", "h", "48 h"),
        ("-2 pp", "-2", "pp", "-2 pp"),
        ("4.60 stars", "4.60", "stars", "4.6 stars"),
        ("120000 THB", "120000", "THB", "120000 THB"),
        ("3 ดาว", "3", "ดาว", "3 ดาว"),
        ("007", "7", "", "7"),
        (50, "50", "", "50"),
        (Decimal("0.10"), "0.10", "", "0.1"),
        ("-0", "0", "", "0"),
    ],
)
def test_reads_what_people_write(written, number, unit, shown):
    quantity = Quantity.parse(written)
    assert (quantity.number, quantity.unit, str(quantity)) == (Decimal(number), unit, shown)


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("1.3k", "write 1300"),
        ("2M", "write 2000000"),
        ("6 hours", "write 6 h"),
        ("48 ชั่วโมง", "write 48 h"),
        ("5 m", "write 5 min"),
        ("๘๐%", "write 80%"),
        ("๔๘ ชั่วโมง", "write 48 h"),
        ("1,200 THB", "write 1200 THB"),
        ("80 percent", "write 80%"),
        ("20 per cent", "write 20%"),
        ("1,5", "write 1[.]5$"),
        ("1,25 h", "write 1[.]25 h"),
        ("1'200", "write 1200$"),
        ("1,200'300", "write a number with a unit"),
        ("1,200,50", "write a number with a unit"),
        ("฿2,000", "write 2000 บาท"),
        ("1.2M บาท", "write 1200000 บาท"),
        ("12k visits", "write 12000 visits"),
        ("1.2M of them", "write a number with a unit"),
        ("4.6stars", "write 4.6 stars"),
        ("about 5", "write a number with a unit"),
        ("", "write a number with a unit"),
        ("1e3", "write a number with a unit"),
        ("0x1F", "write a number with a unit"),
        (".inf", "write a number with a unit"),
        ("80%\n", "write 80%"),
        ("5 \u202eh", "write a number with a unit"),
    ],
)
def test_refuses_with_the_spelling_that_works(written, mend):
    with pytest.raises(QuantityError, match=mend):
        Quantity.parse(written)


@pytest.mark.parametrize("written", ["9" * 19, "1." + "1" * 18, "1000000000000001", "1" * 5000])
def test_refuses_more_digits_than_a_value_has(written):
    with pytest.raises(QuantityError, match="too many digits") as caught:
        Quantity.parse(written)
    assert len(str(caught.value)) < 200


def test_durations_convert_exactly():
    assert Quantity.parse("2 d").base == Quantity.parse("48 h").base == 172_800
    assert Quantity.parse("0.1 min").base == 6
    assert Quantity.parse("1 w").dimension == Quantity.parse("1 s").dimension == "duration"
    assert Quantity.parse("1 pp").dimension != Quantity.parse("1%").dimension


def test_rounding_is_half_to_even_and_once():
    assert str(Quantity.rounded(Fraction(125, 1000), "", 2)) == "0.12"
    assert str(Quantity.rounded(Fraction(135, 1000), "", 2)) == "0.14"
    assert str(Quantity.rounded(Fraction(113_400), "h", 2)) == "31.5 h"
    assert str(Quantity.rounded(Fraction(-1, 3), "", 0)) == "0"


@given(st.decimals(-(10**9), 10**9, places=6), st.sampled_from([*SECONDS, "%", "points", ""]))
def test_what_is_shown_reads_back_the_same(number, unit):
    quantity = Quantity(number, unit)
    again = Quantity.parse(str(quantity))
    assert again.base == quantity.base
    assert str(again) == str(quantity)


@pytest.mark.parametrize(
    ("value", "low", "high", "inside"),
    [
        ("80%", "80%", None, True),
        ("79.9%", "80%", None, False),
        ("6%", None, "6%", True),
        ("6.01%", None, "6%", False),
        ("5", "4", "6", True),
        ("90 min", "1 h", "2 h", True),
        ("90 min", "2 h", None, False),
        ("5 stars", "4", None, True),
        ("5", None, None, True),
    ],
)
def test_limits_are_inclusive_and_of_any_unit_of_one_kind(value, low, high, inside):
    ends = [None if each is None else Quantity.parse(each) for each in (low, high)]
    assert Quantity.parse(value).within(*ends) is inside
