"""Which rules are asked, and how severe what they find is: flags of the command line, then `rules:`, then the rule."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from okrengine.config import Settings
from okrengine.errors import ProjectError
from okrengine.nearness import by_words
from okrengine.offers import Rule
from okrengine.syntax import FAILED, quoted

OFF = "off"
WHY_GUARDED = "guards what is loaded"
_PREFIX = re.compile("[A-Z]+[0-9]*")


@dataclass(frozen=True)
class Choice:
    """The slugs of the rules that the call selects, None for all of them, and of those that it ignores."""

    selected: frozenset[str] | None = None
    ignored: frozenset[str] = frozenset()

    def level(self, rule: Rule, settings: Settings) -> str:
        """The severity of what the rule finds, or `off`. A guard keeps its own; what failed is never off.

        Where a rule or a plugin failed, nobody knows what else is wrong.
        """
        said = level_said(settings.rules.get(rule.slug)) or rule.severity
        if rule.guard:
            return rule.severity
        if rule.code == FAILED:
            return rule.severity if said == OFF else said
        if rule.slug in self.ignored:
            return OFF
        if self.selected is None:
            return said
        if rule.slug not in self.selected:
            return OFF
        return rule.severity if said == OFF else said


EVERYTHING = Choice()


def choose(rules: Mapping[str, Rule], select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Choice:
    """The choice that `--select` and `--ignore` make by slugs, codes and prefixes of codes, such as `OKR4`.

    Raises `ProjectError` for a name that no rule has, and for a guard that is to be ignored.
    """
    wanted = {rule.slug for name in select for rule in _meant(rules, name)}
    unwanted = set()
    for name in ignore:
        meant = _meant(rules, name)
        free = {rule.slug for rule in meant if not rule.guard}
        if not free:
            what = (
                f"`{meant[0].slug}` {WHY_GUARDED}" if len(meant) == 1 else f"each rule of {quoted(name)} {WHY_GUARDED}"
            )
            raise ProjectError(f"{what} and cannot be ignored: mend what it finds")
        unwanted |= free
    return Choice(frozenset(wanted) if list(select) else None, frozenset(unwanted))


def find(rules: Mapping[str, Rule], name: str) -> Rule | None:
    """The rule of a slug or a code."""
    return rules.get(name) or next((rule for rule in rules.values() if rule.code == name.upper()), None)


def hint(rules: Mapping[str, Rule], name: str) -> str:
    """Which rule a name that is none was meant to be, else how to see them all."""
    if rule := find(rules, name):
        return f"write its name, `{rule.slug}`"
    found = by_words(name, rules)
    return f"did you mean `{found}`?" if found else "`okr explain` lists them"


def level_said(said: Any) -> str | None:
    """The level that an entry of `rules:` gives, None where it gives none."""
    words = said if isinstance(said, list) else [said]
    return next((word for word in words if isinstance(word, str)), None)


def options_said(said: Any) -> Mapping[str, Any]:
    """The options that an entry of `rules:` gives."""
    words = said if isinstance(said, list) else [said]
    return next((word for word in words if isinstance(word, dict)), {})


def _meant(rules: Mapping[str, Rule], name: str) -> list[Rule]:
    rule, prefix = find(rules, name), name.upper()
    found = [rule] if rule else []
    if not found and _PREFIX.fullmatch(prefix):
        found = [one for one in rules.values() if one.code.startswith(prefix)]
    if not found:
        raise ProjectError(f"there is no rule {quoted(name)}: {hint(rules, name)}")
    return found
