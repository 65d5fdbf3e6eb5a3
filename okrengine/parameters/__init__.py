"""Parameters of plugins: from the signature of a function to what YAML may say under `with:`.

A keyword-only parameter is an option; its annotation says how it is written. The same declaration serves the JSON
Schema that the editor reads, the check of `okr validate`, and the value that the function receives.
"""

from okrengine.parameters.declaring import Parameter, ParameterError, bind, declared, help_of
from okrengine.parameters.kinds import (
    DAY,
    NOUNS,
    STATISTIC,
    TEXT,
    BusinessHours,
    Holiday,
    Seconds,
    Secret,
    Share,
    Statistic,
)
from okrengine.parameters.reading import MOST_ITEMS

__all__ = [
    "DAY",
    "MOST_ITEMS",
    "NOUNS",
    "STATISTIC",
    "TEXT",
    "BusinessHours",
    "Holiday",
    "Parameter",
    "ParameterError",
    "Seconds",
    "Secret",
    "Share",
    "Statistic",
    "bind",
    "declared",
    "help_of",
]
