"""What a plugin offers: a name, a function and facts, as plain frozen values.

Listing, docs, schema and validation read these values only; no code of a plugin runs beyond its import until a metric
is measured, a source is opened, a rule is asked or a format is rendered.
"""

from typing import TypeAlias

from okrengine.offers.formats import Format
from okrengine.offers.mapping import fitting, lacking
from okrengine.offers.metrics import ANY, SCALED, TIMED, Case, Complaint, Metric, meant
from okrengine.offers.records import RECORDS
from okrengine.offers.rules import Example, Rule
from okrengine.offers.sources import Database, Rows, Source, called

__all__ = [
    "ANY",
    "RECORDS",
    "SCALED",
    "TIMED",
    "Case",
    "Complaint",
    "Database",
    "Example",
    "Format",
    "Metric",
    "Offer",
    "Rows",
    "Rule",
    "Source",
    "called",
    "fitting",
    "lacking",
    "meant",
]

Offer: TypeAlias = Metric | Source | Format | Rule
"""Anything that a plugin may offer."""
