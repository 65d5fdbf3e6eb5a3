"""Ask every rule, in the order of their codes, under the severity and the options that the project gives it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from okrengine.config import FILE
from okrengine.guest import guest, told
from okrengine.offers import Rule
from okrengine.parameters import bind
from okrengine.registry import Registry
from okrengine.rules.files import Files, Finding
from okrengine.syntax import Place, Problem, escaped, problem


def run(files: Files, *, as_of: datetime | None = None, guards: bool = False) -> list[Problem]:
    """What the rules of the registry find, sorted by path, line, column and code.

    With `guards` only the rules that loading depends on are asked; the others have the severity and the options that
    `rules:` of okrengine.yaml says. A rule that raises is a problem of its own; so is every plugin that does not load.
    """
    files = replace(files, as_of=as_of) if as_of is not None else files
    found = [] if guards else [_unloaded(plugin.name, plugin.owner, plugin.error) for plugin in files.registry.failures]
    for rule in sorted(files.registry.rules.values(), key=lambda one: one.code):
        severity, options = _said(rule, files.settings.rules.get(rule.slug))
        if rule.check is not None and severity != "off" and (rule.guard or not guards):
            found += _ask(replace(rule, severity=severity), options, files)
    return sorted(dict.fromkeys(found), key=lambda one: one.order)


def _said(rule: Rule, said: Any) -> tuple[Any, Mapping[str, Any]]:
    """What a project says of a rule: a level, or a list of a level and options. A guard keeps its severity."""
    words = said if isinstance(said, list) else [said]
    level = next((word for word in words if isinstance(word, str)), rule.severity)
    options = next((word for word in words if isinstance(word, dict)), {})
    return rule.severity if rule.guard else level, options


def _ask(rule: Rule, options: Mapping[str, Any], files: Files) -> list[Problem]:
    check = rule.check
    if check is None:
        return []
    try:
        with guest():
            return list(_problems(rule, check(files, **bind(rule.parameters, options, check=None))))
    except Exception as error:  # noqa: BLE001  a plugin may raise anything
        message = f"the rule `{rule.slug}` of {_owner(files.registry, rule)} failed: {escaped(told(error))}"
        return [problem("OKR903", message, Place(FILE), "report it to its author; the other rules went on")]


def _problems(rule: Rule, findings: Iterable[Finding]) -> Iterator[Problem]:
    for one in findings:
        yield Problem(rule.code, rule.slug, rule.severity, one.message, one.place, one.hint, one.notes, one.fix)


def _unloaded(name: str, owner: str, error: str | None) -> Problem:
    message = f"the plugin `{escaped(name)}` of {escaped(owner)} was not loaded: {escaped(error or 'no reason given')}"
    return problem("OKR903", message, Place(FILE), "`okr plugins` lists them")


def _owner(registry: Registry, rule: Rule) -> str:
    for plugin in registry.plugins:
        if ("rule", rule.slug) in plugin.offers:
            return f"plugin `{plugin.name}` ({plugin.owner})"
    return "an unnamed plugin"
