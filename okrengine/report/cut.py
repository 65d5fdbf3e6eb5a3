"""How a number is cut for display. Every format uses these functions, so that none flatters and none differs."""

from decimal import Decimal
from fractions import Fraction


def cut(share: Fraction, places: int = 2) -> Decimal:
    """`share` with `places` decimals, cut and never rounded up: 0.6996 is 0.69, and -0.281 is -0.29."""
    return Decimal((share * 10**places).__floor__()).scaleb(-places)


def percent(share: Fraction) -> int:
    """`share` in whole percent, cut and never rounded up."""
    return (share * 100).__floor__()


def exact(share: Fraction) -> float:
    """`share` to 6 places, rounded half to even: for machines, which get more places than people do."""
    return float(round(share, 6))
