"""The line that closes a check: how much was looked at, and how much was found."""

from okrengine.diagnostics.checked import Checked
from okrengine.syntax import escaped

LEVELS = ("error", "warning", "info")


def closing(checked: Checked) -> str:
    """The counts of what was mended, found and ignored; they make a check of nothing visible."""
    mended = "".join(
        f"Mended {counted(number, 'problem')} in {escaped(name)}\n" for name, number in checked.mended.items()
    )
    return mended + _found(checked)


def _found(checked: Checked) -> str:
    found, files = checked.problems, counted(len(checked.files), "file")
    if not found:
        ignored = f"; {len(checked.ignored)} ignored" if checked.ignored else ""
        return f"{files}, {counted(checked.key_results, 'key result')}, no problems{ignored}.\n"
    by_level = ((level, sum(one.severity == level for one in found)) for level in LEVELS)
    levels = ", ".join(counted(number, level) for level, number in by_level if number)
    where = len({one.place.file for one in found})
    parts = [f"Found {counted(len(found), 'problem')} ({levels}) in {where} of {files}"]
    if mendable := sum(one.fix is not None for one in found):
        parts.append(f"{mendable} can be mended by okr validate --fix")
    parts.append(f"{len(checked.ignored)} ignored")
    return f"{'; '.join(parts)}. More: okr explain RULE\n"


def counted(number: int, noun: str) -> str:
    """A number with its noun."""
    return f"{number:,} {noun}" if number == 1 or noun == "info" else f"{number:,} {noun}s"
