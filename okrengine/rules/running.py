"""Ask every rule, in the order of their codes."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from okrengine.config import FILE
from okrengine.guest import guest, told
from okrengine.offers import Rule
from okrengine.registry import Registry
from okrengine.rules.files import Files, Finding
from okrengine.syntax import Place, Problem, escaped, problem


def run(files: Files, *, as_of: datetime | None = None, guards: bool = False) -> list[Problem]:
    """What the rules of the registry find, sorted by path, line, column and code.

    With `guards` only the rules that loading depends on are asked; the others have the severity that `rules:` of
    okrengine.yaml says. A rule that raises is a problem of its own; so is every plugin that does not load.
    """
    files = replace(files, as_of=as_of) if as_of is not None else files
    found = [] if guards else [_unloaded(plugin.name, plugin.owner, plugin.error) for plugin in files.registry.failures]
    for rule in sorted(files.registry.rules.values(), key=lambda one: one.code):
        severity = rule.severity if rule.guard else _severity(rule, files.settings.rules.get(rule.slug))
        if severity != "off" and (rule.guard or not guards):
            found += _ask(replace(rule, severity=severity), files)
    return sorted(dict.fromkeys(found), key=lambda one: one.order)


def _severity(rule: Rule, said: Any) -> Any:
    """What a project says of a rule: a level, or a list of a level and options."""
    words = said if isinstance(said, list) else [said]
    return next((word for word in words if isinstance(word, str)), rule.severity)


def _ask(rule: Rule, files: Files) -> list[Problem]:
    try:
        with guest():
            return list(_problems(rule, rule.check(files)))
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        message = f"the rule `{rule.slug}` of {_owner(files.registry, rule)} failed: {escaped(told(error))}"
        return [problem("OKR903", message, Place(FILE), "report it to its author; the other rules went on")]


def _problems(rule: Rule, findings: Iterable[Finding]) -> Iterator[Problem]:
    for one in findings:
        yield Problem(rule.code, rule.slug, rule.severity, one.message, one.place, one.hint, one.notes)


def _unloaded(name: str, owner: str, error: str | None) -> Problem:
    message = f"the plugin `{escaped(name)}` of {escaped(owner)} was not loaded: {escaped(error or 'no reason given')}"
    return problem("OKR903", message, Place(FILE), "`okr plugins` lists them")


def _owner(registry: Registry, rule: Rule) -> str:
    for plugin in registry.plugins:
        if ("rule", rule.slug) in plugin.offers:
            return f"plugin `{plugin.name}` ({plugin.owner})"
    return "an unnamed plugin"
