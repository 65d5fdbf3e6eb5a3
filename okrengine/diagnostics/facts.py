"""What the forms for machines say of a finding alike: its text, its place, the name by which it is known again."""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass

from okrengine.diagnostics.checked import Checked
from okrengine.syntax import FAILED, Ignored, Place, Problem, escaped

_NUMBERED = re.compile(r"\b(line|column|byte) [0-9]+")


@dataclass(frozen=True, slots=True)
class Fact:
    """A finding, and what names it in every run: the same when the lines around it move, and of this finding alone."""

    problem: Problem
    fingerprint: str
    ignored: Ignored | None = None


def facts(checked: Checked) -> list[Fact]:
    """Every finding, also those that a comment passes over, sorted by path, line, column and code."""
    pairs: list[tuple[Problem, Ignored | None]] = [(one, None) for one in checked.problems]
    pairs += [(one.problem, one) for one in checked.ignored]
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for problem, ignored in sorted(pairs, key=lambda pair: (pair[0].order, pair[0].hint or "")):
        key = (problem.place.file, problem.code, _NUMBERED.sub(r"\1", problem.message))
        seen[key] += 1
        text = "\0".join((*key, str(seen[key]))).encode(errors="replace")
        found.append(Fact(problem, hashlib.sha256(text).hexdigest()[:32], ignored))
    return found


def shown(checked: Checked) -> list[Fact]:
    """The findings that no comment passes over."""
    return [one for one in facts(checked) if one.ignored is None]


def end(place: Place) -> tuple[int, int]:
    """Line and column behind a place; never ahead of where it begins."""
    return max(place.start, place.end)


def remarks(problem: Problem) -> list[str]:
    """What stands beside the message: a line for each note, with its place where it has one, and one for the fix."""
    found = []
    for note in problem.notes:
        where = f"{note.place.file}:{note.place.line}:{note.place.column}: " if note.place is not None else ""
        found.append(escaped(f"note: {where}{note.message}"))
    if problem.fix is not None:
        found.append(escaped(f"fix: okr validate --fix {problem.fix.message}"))
    return found


def complete(checked: Checked) -> bool:
    """Whether every file was looked at, and every rule and plugin could be asked."""
    return checked.complete and all(one.code != FAILED for one in checked.problems)
