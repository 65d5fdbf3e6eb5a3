"""How exact numbers are written in a derivation: nothing is rounded without showing that it goes on."""

from decimal import Decimal
from fractions import Fraction

from okrengine.quantity import Quantity, plain

PLACES = 6
MINUS = "−"


def exact(number: Fraction, places: int = PLACES) -> str:
    """A number in full where it ends within `places` decimals, else as a fraction and cut, with an ellipsis.

    `0.6875` · `−2/7 = −0.285714…`
    """
    shown = cut(number, places)
    return shown if not shown.endswith("…") else f"{signed(str(number))} = {shown}"


def cut(number: Fraction, places: int = PLACES) -> str:
    """A number cut towards zero after `places` decimals; an ellipsis says that more follow."""
    scaled = abs(number) * 10**places
    whole = scaled.numerator // scaled.denominator
    sign = MINUS if number < 0 else ""
    shown = Decimal((0, _digits(whole), -places))
    return f"{sign}{plain(shown)}" if scaled == whole else f"{sign}{shown:f}…"


def points(share: Fraction) -> str:
    """A share as points of a hundred, cut after two decimals."""
    return cut(share * 100, 2)


def spelled(quantity: Quantity) -> str:
    """A quantity with a real minus sign."""
    return signed(str(quantity))


def operand(quantity: Quantity) -> str:
    """A quantity as the right side of an operator: in brackets where it is negative."""
    text = spelled(quantity)
    return f"({text})" if quantity.number < 0 else text


def signed(text: str) -> str:
    """The text of a number with a real minus sign in front."""
    return text.replace("-", MINUS, 1) if text.startswith("-") else text


def amount(number: Fraction, unit: str) -> Quantity:
    """An exact number of `unit` as a quantity.

    What does not end as a decimal is cut after 18 decimals; that happens only to levels that are shown, since scores
    are computed from what the files say.
    """
    places = _ending(number.denominator)
    scaled = number * 10**places
    whole = abs(scaled.numerator) // scaled.denominator
    return Quantity(Decimal(plain(Decimal((int(number < 0), _digits(whole), -places)))), unit)


def _ending(denominator: int) -> int:
    """How many decimals a fraction with this denominator has; 18 where they never end."""
    twos = fives = 0
    while denominator % 2 == 0:
        denominator, twos = denominator // 2, twos + 1
    while denominator % 5 == 0:
        denominator, fives = denominator // 5, fives + 1
    return max(twos, fives) if denominator == 1 else 18


def _digits(whole: int) -> tuple[int, ...]:
    return tuple(int(digit) for digit in str(whole))
