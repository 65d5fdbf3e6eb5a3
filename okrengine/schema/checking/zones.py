"""Time zones by their names in the database of time zones."""

from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from okrengine.nearness import nearest
from okrengine.syntax import Document, Path, Problem, problem, quoted


def zones(document: Document, refused: set[Any]) -> list[Problem]:
    """A problem for each zone of okrengine.yaml that there is not."""
    sources = document.data.get("sources")
    paths: list[Path] = [("timezone",)]
    if isinstance(sources, dict):
        paths += [("sources", name, "parse", "timezone") for name in sources]
    found = []
    for path in paths:
        value = document.at(path)
        if isinstance(value, str) and not _known(value) and (place := document.value(path)) not in refused:
            near = nearest(value, sorted(available_timezones()))
            hint = f"did you mean `{near}`?" if near else "write a name such as Asia/Bangkok or UTC"
            found.append(problem("OKR104", f"{quoted(value)} is not a time zone", place, hint))
    return found


@cache
def _known(name: str) -> bool:
    """Whether there is such a zone. Only the database is asked, never a path."""
    if not all(part and part.replace("_", "").replace("-", "").replace("+", "").isalnum() for part in name.split("/")):
        return False
    try:
        ZoneInfo(name)
    except (OSError, ValueError, KeyError):
        return False
    return name.isascii()
