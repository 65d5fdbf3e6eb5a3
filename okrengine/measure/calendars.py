"""Days off: dates as they are written, and those of a country or region as a well-kept library knows them."""

import warnings
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, get_args

from okrengine.errors import OkrError
from okrengine.model import Cycle
from okrengine.offers import Metric
from okrengine.parameters import Holiday

EARLIEST = 1900
"""No business clock is asked for the years before: exports write them for "unknown"."""


def regions(metric: Metric, parameters: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """The parameters that are holidays and name a country or region."""
    return {
        name: parameters[name]
        for name, parameter in metric.parameters.items()
        if Holiday in get_args(parameter.type) and any(isinstance(one, str) for one in parameters[name])
    }


def resolved(metric: Metric, parameters: Mapping[str, Any], earliest: datetime, latest: datetime) -> Mapping[str, Any]:
    """The parameters with all days off from `earliest` to `latest` in the place of countries and regions."""
    named = regions(metric, parameters)
    if not named:
        return parameters
    first, last = max(earliest.year, EARLIEST), latest.year
    return {**parameters, **{name: days_off(given, first, last) for name, given in named.items()}}


def stated(metric: Metric, parameters: Mapping[str, Any], cycle: Cycle) -> Mapping[str, Any]:
    """The parameters as a definition states them: with the days off that countries and regions have in the cycle.

    A release of the library may know them better, and a value of other days off is not compared.
    """
    years = cycle.first.year, cycle.last.year
    named = regions(metric, parameters)
    return {**parameters, **{name: [*given, *days_off(given, *years)] for name, given in named.items()}}


def days_off(holidays: Iterable[date | str], first: int, last: int) -> tuple[date, ...]:
    """The days that holidays are, in order; those of a country or region in the years from `first` to `last`.

    They are public holidays with their days in lieu. Raises `OkrError` where the library is not installed, or does not
    know the country or region.
    """
    found: set[date] = set()
    for given in holidays:
        found |= {given} if isinstance(given, date) else _public(given, range(first, last + 1))
    return tuple(sorted(found))


def _public(region: str, years: range) -> set[date]:
    try:
        from holidays import country_holidays  # noqa: PLC0415  an extra, and heavy
    except ModuleNotFoundError as error:
        raise OkrError(
            f"the holidays of `{region}` need `{error.name}`, which is not installed: "
            'run `pip install "okrengine[holidays]"`, or write the dates'
        ) from None
    country, _, part = region.partition("-")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it tells of years that it knows less about
            return set(country_holidays(country, subdiv=part or None, years=years))
    except NotImplementedError:
        what = f"no region `{part}` of `{country}`" if part else f"no country `{country}`"
        raise OkrError(f"`holidays`: {what} is known: correct the code of ISO 3166, or write the dates") from None
