"""Ask every rule, in the order of their codes, under the severity and the options that the project gives it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from okrengine.config import FILE
from okrengine.guest import files_of, guest, told
from okrengine.offers import Rule
from okrengine.parameters import bind
from okrengine.registry import Registry
from okrengine.rules.choice import EVERYTHING, OFF, Choice, options_said
from okrengine.rules.files import Files
from okrengine.rules.ignoring import at_level, settle
from okrengine.rules.items import Finding
from okrengine.sharing import MANY, PART, share
from okrengine.syntax import FAILED, SLUGS, Ignored, Place, Problem, escaped, problem


@dataclass(frozen=True, slots=True)
class Found:
    """What rules found, and what of it a comment passes over; each sorted by path, line, column and code."""

    problems: tuple[Problem, ...]
    ignored: tuple[Ignored, ...] = ()


def run(
    files: Files,
    *,
    as_of: datetime | None = None,
    guards: bool = False,
    choice: Choice = EVERYTHING,
    processes: int = 1,
) -> Found:
    """What the rules of the registry find; many files are shared by so many `processes`.

    With `guards` only the rules that loading depends on are asked; the others have the severity and the options that
    `rules:` of okrengine.yaml and the `choice` of the call say. A rule that raises is a problem of its own; so is
    every plugin that does not load.
    """
    files = replace(files, as_of=as_of) if as_of is not None else files
    rules = files.registry.rules
    levels: dict[str, Any] = {SLUGS[FAILED]: "error"}
    levels |= {rule.slug: choice.level(rule, files.settings) for rule in rules.values()}
    asked = [
        rule
        for rule in sorted(rules.values(), key=lambda one: one.code)
        if rule.check is not None and levels[rule.slug] != OFF and (rule.guard or not guards)
    ]
    answers = _answers(asked, files, processes)
    found = [one for rule in asked for one in answers[rule.slug]]
    ran = [rule.slug for rule in asked if all(one.code != FAILED for one in answers[rule.slug])]
    if guards:
        return Found(_sorted(at_level(found, levels)))
    found += (_unloaded(plugin.name, plugin.owner, plugin.error) for plugin in files.registry.failures)
    kept, ignored = settle(files, at_level(found, levels), levels, ran)
    return Found(_sorted(kept), tuple(sorted(ignored, key=lambda one: one.problem.order)))


def _sorted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.order))


def _answers(rules: Sequence[Rule], files: Files, processes: int) -> dict[str, list[Problem]]:
    """What each rule finds, by its slug.

    Rules that judge each file by itself are asked about a part of many files at a time, so that what they work out of
    it is not kept longer. A rule that fails has failed for all files.
    """
    each = [rule for rule in rules if rule.scope == "file"]
    tasks = [partial(_part, each, files, None)]
    if len(files.okrs) > MANY:
        tasks = [partial(_part, each, files, start) for start in range(0, len(files.okrs), PART)]
    tasks += [partial(_part, [rule], files, None) for rule in rules if rule.scope != "file"]
    found: dict[str, list[Problem]] = {rule.slug: [] for rule in rules}
    for answers in share(tasks, processes if len(files.okrs) > MANY else 1):
        for slug, problems in answers.items():
            found[slug] += problems
    return {slug: next(([one] for one in problems if one.code == FAILED), problems) for slug, problems in found.items()}


def _part(rules: Sequence[Rule], files: Files, start: int | None) -> dict[str, list[Problem]]:
    """What rules find in all files, or in some OKR files from a place on."""
    if start is not None:
        files = replace(files, okrs=files.okrs[start : start + PART])
    return {rule.slug: _ask(rule, files) for rule in rules}


def _ask(rule: Rule, files: Files) -> list[Problem]:
    check = rule.check
    if check is None:
        return []
    try:
        with guest():
            options = options_said(files.settings.rules.get(rule.slug))
            return list(_problems(rule, check(files, **bind(rule.parameters, options, check=None))))
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        said = escaped(told(error, files_of(check)))
        message = f"the rule `{rule.slug}` of {_owner(files.registry, rule)} failed: {said}"
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
