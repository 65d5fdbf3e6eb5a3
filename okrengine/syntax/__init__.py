"""YAML text to data with the place of every key and value, or the problems that stand in the way.

One pass over the events of the parser builds the data: no constructor runs, nothing recurses, and every limit is met
while reading.
"""

from okrengine.syntax.hidden import INVISIBLE, escaped, named, visible
from okrengine.syntax.places import (
    FAILED,
    SLUGS,
    Document,
    Edit,
    Fix,
    Ignored,
    Note,
    Path,
    Place,
    Problem,
    Severity,
    cut,
    problem,
    quoted,
)
from okrengine.syntax.reading import LARGEST, read

__all__ = [
    "FAILED",
    "INVISIBLE",
    "LARGEST",
    "SLUGS",
    "Document",
    "Edit",
    "Fix",
    "Ignored",
    "Note",
    "Path",
    "Place",
    "Problem",
    "Severity",
    "cut",
    "escaped",
    "named",
    "problem",
    "quoted",
    "read",
    "visible",
]
