"""What comments make of findings: those that are passed over, and what is wrong with the comments themselves."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from okrengine.offers import Rule
from okrengine.rules.choice import OFF, WHY_GUARDED, find, hint
from okrengine.rules.files import Files
from okrengine.rules.ignoring.comments import Comment, Name, comments
from okrengine.syntax import FAILED, SLUGS, Edit, Fix, Ignored, Place, Problem, problem, quoted

UNUSED, UNKNOWN = "OKR901", "OKR902"
MOST = 100
"""So many names are told one by one, or get a suggestion: more would help nobody, and take seconds."""


@dataclass(eq=False, slots=True)
class _Use:
    """One name of a comment, the rule that it means, and whether it hid anything."""

    comment: Comment
    name: Name
    rule: Rule | None
    used: bool = False


def settle(
    files: Files, found: Sequence[Problem], levels: Mapping[str, Any], ran: Iterable[str]
) -> tuple[list[Problem], list[Ignored]]:
    """The findings that stay, with those about comments, and the findings that comments pass over.

    `levels` are the severities of rules by slug; `ran` are the slugs of those that were asked and answered.
    """
    documents = (files.project, *files.okrs, *files.checkins)
    said = [comment for document in documents for comment in comments(document)]
    uses = [_Use(comment, name, find(files.registry.rules, name.text)) for comment in said for name in comment.names]
    kept, ignored = _hide([*found, *at_level(_unknown(files, uses), levels)], uses)
    if not said:
        return kept, ignored
    blind = _blind(files, kept)
    answered = {*ran, SLUGS[UNUSED], SLUGS[UNKNOWN]}
    dead = [use for use in uses if _is_dead(use, blind, answered)]
    # What a comment says of this very rule is judged last: it may hide what is said of the others.
    late = [use for use in dead if use.rule is not None and use.rule.code == UNUSED]
    first = [use for use in dead if use.rule is not None and use.rule.code != UNUSED]
    about = [*_faults(said), *_unused(first)]
    rest, more = _hide(at_level(about, levels), uses)
    last = at_level(_unused([use for use in late if not use.used]), levels)
    return [*kept, *rest, *last], [*ignored, *more]


def at_level(problems: Iterable[Problem], levels: Mapping[str, Any]) -> list[Problem]:
    """The problems at the severity that their rule has; none of a rule that is off or not there."""
    return [
        one if one.severity == level else replace(one, severity=level)
        for one in problems
        if (level := levels.get(one.slug, OFF)) != OFF
    ]


def _unknown(files: Files, uses: Iterable[_Use]) -> Iterator[Problem]:
    """A problem for each name in `rules:` or in a comment that no rule has.

    Where a plugin failed nobody knows what its rules are called.
    """
    rules = files.registry.rules
    if files.registry.failures:
        return
    named = [(name, files.project.key(("rules", name))) for name in files.settings.rules if name not in rules]
    named += [(use.name.text, use.name.place) for use in uses if use.rule is None]
    for number, (name, place) in enumerate(named):
        meant = hint(rules, name) if number < MOST else None
        yield problem(UNKNOWN, f"there is no rule {quoted(name)}", place, meant)


def _hide(problems: Iterable[Problem], uses: Iterable[_Use]) -> tuple[list[Problem], list[Ignored]]:
    covering: dict[tuple[str, str], _Covering] = {}
    for use in uses:
        if use.rule is not None and not use.rule.guard and use.rule.code != FAILED:
            covering.setdefault((use.comment.place.file, use.rule.slug), _Covering()).add(use)
    kept: list[Problem] = []
    ignored = []
    for one in problems:
        by = covering.get((one.place.file, one.slug))
        nearest = by.innermost(one.place) if by is not None else None
        if nearest is None:
            kept.append(one)
        else:
            nearest.used = True
            ignored.append(Ignored(one, nearest.comment.reason, nearest.comment.place))
    return kept, ignored


class _Covering:
    """The uses that name one rule in one file."""

    def __init__(self) -> None:
        self._lines: dict[int, _Use] = {}
        self._nodes: list[tuple[Place, _Use]] = []
        self._file: _Use | None = None
        self._outer: list[int] | None = None

    def add(self, use: _Use) -> None:
        covers = use.comment.covers
        if use.comment.scope == "file":
            self._file = self._file or use
        elif use.comment.scope == "node":
            self._nodes.append((covers, use))
        else:
            self._lines |= dict.fromkeys(range(covers.line, covers.end_line), use)

    def innermost(self, place: Place) -> _Use | None:
        """The use that is nearest to a place: that of its line, of the smallest node around it, or of the file."""
        if place.line in self._lines:
            return self._lines[place.line]
        outer = self._outer = self._outer or self._nest()
        at = bisect_right(self._nodes, place.start, key=lambda node: node[0].start) - 1
        while at >= 0 and self._nodes[at][0].end <= place.start != self._nodes[at][0].start:
            at = outer[at]
        return self._nodes[at][1] if at >= 0 else self._file

    def _nest(self) -> list[int]:
        """Sort the nodes by their start; for each the position of the node around it, -1 where there is none."""
        self._nodes.sort(key=lambda node: (node[0].start, [-number for number in node[0].end]))
        outer: list[int] = []
        around: list[int] = []
        for number, (covers, _) in enumerate(self._nodes):
            while around and self._nodes[around[-1]][0].end <= covers.start:
                around.pop()
            outer.append(around[-1] if around else -1)
            around.append(number)
        return outer


def _blind(files: Files, found: Iterable[Problem]) -> frozenset[str]:
    """The files with a mistake behind which others may hide: what could not be read, or points at nothing."""
    rules = files.registry.rules
    wrong = (one for one in found if one.severity == "error")
    hiding = (one for one in wrong if one.code.startswith("OKR2") or (one.slug in rules and rules[one.slug].guard))
    return files.broken | {one.place.file for one in hiding}


def _is_dead(use: _Use, blind: frozenset[str], answered: Container[str]) -> bool:
    """Whether a comment does nothing by naming a rule, as far as that can be known now."""
    if use.rule is None or use.used:
        return False
    if use.rule.guard:
        return True
    known = use.comment.place.file not in blind if use.rule.scope == "file" else not blind
    return known and use.rule.slug in answered


def _faults(said: Iterable[Comment]) -> Iterator[Problem]:
    for one in said:
        if one.fault is not None:
            yield problem(UNUSED, f"this comment {one.fault} and has no effect", one.place, one.mend)


def _unused(dead: Sequence[_Use]) -> Iterator[Problem]:
    fixes = dict(_deletions(dead))
    for use in dead:
        if use.rule is None:
            continue
        said, slug = use.comment, use.rule.slug
        place = said.place if len(said.names) == 1 else use.name.place
        message, mend = f"`{slug}` finds nothing here: the comment hides nothing", "delete it"
        if use.rule.guard:
            message, mend = f"`{slug}` {WHY_GUARDED} and cannot be ignored", "mend what it finds; delete the comment"
        yield problem(UNUSED, message, place, mend, fix=fixes[said.place])


def _deletions(dead: Sequence[_Use]) -> Iterator[tuple[Place, Fix]]:
    """For each comment what rids it of names that do nothing, or the file of the comment where it has no other."""
    gone: dict[Place, list[_Use]] = {}
    for use in dead:
        gone.setdefault(use.comment.place, []).append(use)
    for place, uses in gone.items():
        said, names = uses[0].comment, {use.name for use in uses}
        rest = [name.text for name in said.names if name not in names]
        if rest:
            words = ", ".join(quoted(use.name.text) for use in uses[:MOST])
            yield place, Fix(f"deletes {words} from the comment", (Edit(said.listed, ", ".join(rest)),))
        else:
            yield place, Fix("deletes the comment", (Edit(said.whole, ""),))
