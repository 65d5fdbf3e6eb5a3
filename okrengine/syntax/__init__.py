"""YAML text to data with the place of every key and value, or the problems that stand in the way.

One pass over the events of the parser builds the data: no constructor runs, nothing recurses, and every limit is met
while reading.
"""

from okrengine.syntax.characters import decode, legible
from okrengine.syntax.editing import apply_fixes
from okrengine.syntax.fixes import deletion
from okrengine.syntax.hidden import COMMAND, FORBIDDEN, INVISIBLE, escaped, inert, named, visible
from okrengine.syntax.limits import LARGEST
from okrengine.syntax.places import (
    FAILED,
    SECRET,
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
    covered,
    cut,
    indexes,
    lines_of,
    problem,
    quoted,
)
from okrengine.syntax.reading import read

__all__ = [
    "COMMAND",
    "FAILED",
    "FORBIDDEN",
    "INVISIBLE",
    "LARGEST",
    "SECRET",
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
    "apply_fixes",
    "covered",
    "cut",
    "decode",
    "deletion",
    "escaped",
    "indexes",
    "inert",
    "legible",
    "lines_of",
    "named",
    "problem",
    "quoted",
    "read",
    "visible",
]
