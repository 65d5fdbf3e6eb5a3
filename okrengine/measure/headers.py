"""Headers: which column of a file or a table is meant, and what to say of one that is not there."""

import difflib
from collections.abc import Iterable, Sequence

from okrengine.errors import SourceError

LONGEST_HEADER, MOST_HEADERS = 40, 12


def _there(headers: Sequence[str]) -> str:
    """The columns that there are; what looks like a row of data is not repeated, since messages are kept."""
    if headers and headers[0].lstrip()[:1] in ("{", "["):
        return "the file looks like JSON: write `type: json`"
    names = [name.strip() for name in headers if 0 < len(name.strip()) <= LONGEST_HEADER]
    more = f" and {len(headers) - MOST_HEADERS} more" if len(headers) > MOST_HEADERS else ""
    return f"there are {', '.join(names[:MOST_HEADERS])}{more}" if names else "the first line names no columns"


def match(headers: Sequence[str], header: str, source: str, mapped: Iterable[str] = ()) -> int:
    """The place of a file's own column: by its exact name, else trimmed and case-folded. Raises `SourceError`.

    One that is not there may have been meant for a `mapped` column.
    """
    folded = header.strip().casefold()
    found = [i for i, name in enumerate(headers) if name == header]
    found = found or [i for i, name in enumerate(headers) if name.strip().casefold() == folded]
    if len(found) > 1:
        raise SourceError(
            f"two columns of `{source}` could be `{header}`: number {found[0] + 1} and number {found[1] + 1}, "
            f"`{headers[found[0]]}` and `{headers[found[1]]}`; rename one"
        )
    if not found:
        there = {name.strip().casefold(): name.strip() for name in (*mapped, *reversed(headers))}
        near = difflib.get_close_matches(folded, there, 1)
        mend = f"did you mean `{there[near[0]]}`?" if near else _there(headers)
        raise SourceError(f"`{source}` has no column `{header}`: {mend}")
    return found[0]
