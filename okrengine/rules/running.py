"""Ask every rule, in the order of their codes, under the severity and the options that the project gives it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from okrengine.config import FILE
from okrengine.guest import guest, told
from okrengine.offers import Rule
from okrengine.parameters import bind
from okrengine.registry import Registry
from okrengine.rules.choice import EVERYTHING, OFF, Choice, options_said
from okrengine.rules.files import Files
from okrengine.rules.ignoring import at_level, settle
from okrengine.rules.items import Finding
from okrengine.syntax import FAILED, SLUGS, Ignored, Place, Problem, escaped, problem


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found, and what of it a comment passes over; each sorted by path, line, column and code."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()


def run(files: Files, *, as_of: datetime | None = None, guards: bool = False, choice: Choice = EVERYTHING) -> Found:
    """What the rules of the registry find.

    With `guards` only the rules that loading depends on are asked; the others have the severity and the options that
    `rules:` of okrengine.yaml and the `choice` of the call say. A rule that raises is a problem of its own; so is
    every plugin that does not load.
    """
    files = replace(files, as_of=as_of) if as_of is not None else files
    rules = files.registry.rules
    levels: dict[str, Any] = {SLUGS[FAILED]: "error"}
    levels |= {rule.slug: choice.level(rule, files.settings) for rule in rules.values()}
    found: list[Problem] = []
    ran = []
    for rule in sorted(rules.values(), key=lambda one: one.code):
        if rule.check is None or levels[rule.slug] == OFF or (guards and not rule.guard):
            continue
        answer = _ask(rule, files)
        found += answer
        ran += [rule.slug] if all(one.code != FAILED for one in answer) else []
    if guards:
        return Found(_sorted(at_level(found, levels)))
    found += (_unloaded(plugin.name, plugin.owner, plugin.error) for plugin in files.registry.failures)
    kept, ignored = settle(files, at_level(found, levels), levels, ran)
    return Found(_sorted(kept), tuple(sorted(ignored, key=lambda one: one.problem.order)))


def _sorted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.order))


def _ask(rule: Rule, files: Files) -> list[Problem]:
    check = rule.check
    if check is None:
        return []
    try:
        with guest():
            options = options_said(files.settings.rules.get(rule.slug))
            return list(_problems(rule, check(files, **bind(rule.parameters, options, check=None))))
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        message = f"the rule `{rule.slug}` of {_owner(files.registry, rule)} failed: {escaped(told(error))}"
        return [problem(FAILED, message, Place(FILE), "report it to its author; the other rules went on")]


def _problems(rule: Rule, findings: Iterable[Finding]) -> Iterator[Problem]:
    for one in findings:
        if not (isinstance(one, Finding) and isinstance(one.place, Place) and isinstance(one.message, str)):
            raise TypeError(f"{type(one).__name__} is no finding with a place and a message")
        yield Problem(rule.code, rule.slug, rule.severity, one.message, one.place, one.hint, one.notes, one.fix)


def _unloaded(name: str, owner: str, error: str | None) -> Problem:
    message = f"the plugin `{escaped(name)}` of {escaped(owner)} was not loaded: {escaped(error or 'no reason given')}"
    return problem(FAILED, message, Place(FILE), "`okr plugins` lists them")


def _owner(registry: Registry, rule: Rule) -> str:
    for plugin in registry.plugins:
        if ("rule", rule.slug) in plugin.offers:
            return f"plugin `{plugin.name}` ({plugin.owner})"
    return "an unnamed plugin"
