"""Intervals of 95 %, in plain Python: Wilson, normal, Student, order statistics, Poisson.

The inverses of Student's t and of the Poisson distribution are our own, so that no numeric library is needed; tests
hold them against published tables. Everything here takes and gives floats; counts and values stay exact elsewhere.
"""

import math
from collections.abc import Callable

Z = 1.959963984540054
"""The 97.5 % point of the normal distribution."""

_LARGE_SAMPLE, _LARGE_COUNT = 1000, 10**6
"""Beyond these a series is as exact as a float, and the functions that are inverted below no longer are."""

_TINY = 1e-300
_STEPS = 500


def wilson(share: float, n: float) -> tuple[float, float]:
    """Wilson's score interval of a share in 0…1 of `n` (Wilson 1927)."""
    square = Z * Z
    middle = (share + square / (2 * n)) / (1 + square / n)
    half = Z / (1 + square / n) * math.sqrt(share * (1 - share) / n + square / (4 * n * n))
    return (0.0 if share == 0 else middle - half), (1.0 if share == 1 else middle + half)


def difference(plus: float, minus: float, n: float) -> float:
    """The standard error of the difference of two shares of the same `n` answers."""
    return math.sqrt(max(plus + minus - (plus - minus) ** 2, 0.0) / n)


def student(freedom: float) -> float:
    """The 97.5 % point of Student's t, by bisection on the incomplete beta function.

    For large samples by the expansion around the normal point (Abramowitz and Stegun 1964, 26.7.5).
    """
    if freedom > _LARGE_SAMPLE:
        terms = (Z**3 + Z, 5 * Z**5 + 16 * Z**3 + 3 * Z, 3 * Z**7 + 19 * Z**5 + 17 * Z**3 - 15 * Z)
        first, second, third = (term / part for term, part in zip(terms, (4, 96, 384), strict=True))
        return Z + first / freedom + second / freedom**2 + third / freedom**3
    return _root(lambda t: 1 - _beta(freedom / 2, 0.5, freedom / (freedom + t * t)) / 2 - 0.975, 0.0, 1e6)


def poisson(count: float) -> tuple[float, float]:
    """The exact interval of a Poisson count (Garwood 1936); of a large one by cube roots (Wilson and Hilferty 1931)."""
    if count > _LARGE_COUNT:
        return _cube(count, -Z), _cube(count + 1, Z)
    most = count + 20 + 10 * math.sqrt(count + 1)
    low = 0.0 if count == 0 else _root(lambda x: _gamma(count, x) - 0.025, 0.0, most)
    return low, _root(lambda x: _gamma(count + 1, x) - 0.975, 0.0, most)


def _cube(count: float, z: float) -> float:
    return count * (1 - 1 / (9 * count) + z / (3 * math.sqrt(count))) ** 3


def ranks(n: int) -> tuple[int, int] | None:
    """The ranks, counted from 1, of the order statistics around a median; None where `n` is too small."""
    k = math.floor((n + 1 - Z * math.sqrt(n)) / 2)
    return (k, n - k + 1) if k >= 1 else None


def _root(rising: Callable[[float], float], low: float, high: float) -> float:
    """Where a rising function crosses zero."""
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        low, high = (middle, high) if rising(middle) < 0 else (low, middle)
    return (low + high) / 2


def _beta(a: float, b: float, x: float) -> float:
    """The regularized incomplete beta function by its continued fraction (Lentz)."""
    if x <= 0 or x >= 1:
        return min(max(x, 0.0), 1.0)
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta(b, a, 1 - x)
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x))
    c, d = 1.0, 1 / _away(1 - (a + b) * x / (a + 1))
    total = d
    for m in range(1, _STEPS):
        for term in (
            m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)),
            -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)),
        ):
            d = 1 / _away(1 + term * d)
            c = _away(1 + term / c)
            total *= c * d
        if abs(c * d - 1) < 1e-16:  # noqa: PLR2004  the precision of a float
            break
    return front * total / a


def _gamma(a: float, x: float) -> float:
    """The regularized lower incomplete gamma function: a series below `a`, a continued fraction above."""
    if x <= 0:
        return 0.0
    front = math.exp(a * math.log(x) - x - math.lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        step = a
        while abs(term) > abs(total) * 1e-17:
            step += 1
            term *= x / step
            total += term
        return front * total
    b = x + 1 - a
    c, d = 1 / _TINY, 1 / b
    total = d
    for i in range(1, 100 * _STEPS):
        b += 2
        d = 1 / _away(i * (a - i) * d + b)
        c = _away(b + i * (a - i) / c)
        total *= c * d
        if abs(c * d - 1) < 1e-16:  # noqa: PLR2004  the precision of a float
            break
    return 1 - front * total


def _away(value: float) -> float:
    """Never zero, so that it can be divided by."""
    return value if abs(value) > _TINY else _TINY
