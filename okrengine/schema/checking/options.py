"""What metrics, sources and rules take: looked up by name instead of asking one condition per metric."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from okrengine.config import SOURCE_KEYS
from okrengine.guest import guest, told
from okrengine.model import MANUAL
from okrengine.nearness import nearest
from okrengine.offers import Metric, Rule, Source
from okrengine.parameters import Parameter, ParameterError, bind
from okrengine.registry import Registry
from okrengine.schema.checking.meant_keys import key_hint, stands_for
from okrengine.schema.checking.naming import item_place
from okrengine.schema.checking.renaming import renaming
from okrengine.schema.checking.wording import Finding, describe, findings, worded
from okrengine.schema.project.rules import GUARDED, MEND
from okrengine.syntax import Document, Path, Place, Problem, escaped, problem, quoted

_MEASURED = (("key_results",), ("guardrails",))


def metric_options(document: Document, registry: Registry, before: Sequence[Finding]) -> list[Problem]:
    """Problems of `with:` and `source:` for each key result and guardrail whose metric is known.

    `before` is what the schema found: a value that it refused is left alone, and a key that it did not know may be
    the `source` or the `with` that is missing.
    """
    found = []
    refused = {one.path for one in before if not one.key}
    meant = {
        (one.path, nearest(one.key, ("source", "with"))) for one in before if one.keyword == "additionalProperties"
    }
    for path, said in _measured(document):
        if path not in refused and said.get("metric") == MANUAL:
            found += _manual(document, (*path, "with"), said.get("with"))
        name = said.get("metric") or MANUAL
        metric = registry.metrics.get(name)
        parameters = metric.parameters if metric is not None else registry.known.get(name)
        if path in refused or parameters is None or name == MANUAL:
            continue
        if "source" not in said and (path, "source") not in meant:
            message = f"{quoted(said.get('id', name))} has the metric {quoted(name)} and no `source`"
            hint = "add `source:` with a name from `sources:` in okrengine.yaml"
            found.append(problem("OKR102", message, item_place(document, path), hint))
        options = said.get("with")
        if (*path, "with") in refused or (path, "with") in meant or not isinstance(options, dict | None):
            continue
        right = ("with", name, repr(options or {}))  # most key results say the same, or nothing
        if right not in registry.kept:
            wrong = _parameters(document, path, name, parameters, options or {})
            wrong = wrong or (_together(document, path, metric, options or {}) if metric is not None else [])
            found += wrong
            registry.kept.update({} if wrong else {right: True})
    return found


def source_options(document: Document, registry: Registry) -> list[Problem]:
    """Problems with the keys that only a source's type knows."""
    sources = document.data.get("sources")
    found = []
    for name, said in (sources if isinstance(sources, dict) else {}).items():
        if not isinstance(said, dict) or not isinstance(said.get("type"), str):
            continue
        source = registry.sources.get(said["type"])
        if source is None:
            continue
        path: Path = ("sources", name)
        own = {key: value for key, value in said.items() if key not in SOURCE_KEYS}
        known = [*(key for key in SOURCE_KEYS if key not in said), *source.parameters]
        needed = ["path"] if source.files and "path" not in said else []
        where = f"source {quoted(name)}"
        strange = _strange(
            document, path, own, {key: key in needed for key in (*SOURCE_KEYS, *source.parameters)}, where
        )
        found += strange
        if needed and not any(
            stands_for(key, "", known, needed) == "path" for key in own if key not in source.parameters
        ):
            place = item_place(document, path)
            hint = "add `path: data/surveys.csv`"
            found.append(problem("OKR102", f"{where} has no `path`", place, hint))
        wrong = _values(document, path, own, source.parameters, "okrengine")
        found += wrong or ([] if strange else _checked(document, path, source, own))
    return found


def _checked(document: Document, path: Path, source: Source, own: Mapping[str, Any]) -> list[Problem]:
    """What a source says of options that are right by their types."""
    try:
        with guest():
            bind(source.parameters, own, check=source.check)
    except ParameterError as error:
        message, _, hint = str(error).partition(": ")
        key = next((key for key in own if message.startswith(f"`{key}`")), None)
        place = item_place(document, path) if key is None else document.value((*path, key))
        return [problem("OKR102" if error.name else "OKR104", message, place, hint or None)]
    except Exception as error:  # noqa: BLE001  the check is a plugin's and may raise anything
        said = escaped(told(error, source.code))
        message = f"the source type `{source.name}` failed while its options were checked: {said}"
        return [problem("OKR903", message, item_place(document, path), "report it to its author")]
    return []


def rule_options(document: Document, registry: Registry, refused: Container[Place]) -> list[Problem]:
    """Problems with what `rules:` says of rules that are known: levels of guards, and options."""
    said = document.data.get("rules")
    found = []
    for slug, words in (said if isinstance(said, dict) else {}).items():
        rule, path = registry.rules.get(slug), ("rules", slug)
        if rule is None or document.value(path) in refused:
            continue
        parts: list[Path] = [(*path, number) for number in range(len(words))] if isinstance(words, list) else [path]
        parts = [part for part in parts if document.value(part) not in refused]
        for before, part in pairwise(parts):
            if isinstance(document.at(before), str) == isinstance(document.at(part), str):
                message = f"rule `{slug}` has one level and one set of options"
                found.append(problem("OKR104", message, document.value(part), MEND))
        for part in parts:
            found += _said_of(document, rule, part)
    return found


def _said_of(document: Document, rule: Rule, path: Path) -> list[Problem]:
    """Problems with a level of a rule, or with its options."""
    said = document.at(path)
    if isinstance(said, dict):
        where = f"the options of rule `{rule.slug}`"
        strange = _strange(document, path, said, dict.fromkeys(rule.parameters, False), where)
        if not rule.parameters:
            strange = [replace(one, hint="this rule takes no options") for one in strange]
        return strange + _values(document, path, said, rule.parameters, "okrengine")
    if rule.guard and said != rule.severity:
        return [problem("OKR104", f"rule `{rule.slug}` cannot be {quoted(said)}", document.value(path), GUARDED)]
    return []


def _measured(document: Document) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Each key result and guardrail, with its path."""
    waiting: list[tuple[Path, Any]] = [((), document.data)]
    while waiting:
        path, said = waiting.pop()
        listed = path[-2:-1] in _MEASURED and isinstance(path[-1], int) and "with" not in path
        if listed and isinstance(said, dict) and isinstance(said.get("metric"), str | None):
            yield path, said
        pairs = list(said.items() if isinstance(said, dict) else enumerate(said))
        waiting += [((*path, key), one) for key, one in reversed(pairs) if isinstance(one, dict | list)]


def _manual(document: Document, path: Path, options: Any) -> list[Problem]:
    """A value that a person states takes no parameters."""
    keys = options if isinstance(options, dict) else {}
    return _strange(document, path, keys, {}, f"`with` of metric `{MANUAL}`")


def _parameters(
    document: Document, path: Path, metric: str, parameters: Mapping[str, Parameter], options: Mapping[str, Any]
) -> list[Problem]:
    """What is wrong with the parameters of a metric, one by one."""
    inside = (*path, "with")
    needed = [name for name, one in parameters.items() if one.required and name not in options]
    known = [name for name in parameters if name not in options]
    where = f"`with` of metric {quoted(metric)}"
    found = _strange(document, inside, options, {key: key in needed for key in parameters}, where)
    meant = {stands_for(key, "", known, needed) for key in options if key not in parameters}
    for name in needed:
        if name not in meant:
            place = document.key(inside) if inside in document.keys else item_place(document, path)
            hint = f"add `with: {{{name}: …}}`" + (f": {parameters[name].help}" if parameters[name].help else "")
            message = f"the metric {quoted(metric)} needs the parameter `{name}`"
            found.append(problem("OKR102", message, place, hint))
    return found + _values(document, inside, options, parameters, "okr")


def _together(document: Document, path: Path, metric: Metric, options: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with parameters that are right one by one."""
    inside = (*path, "with")
    try:
        with guest():
            metric.bind(options)
    except ParameterError as error:
        place = document.key(inside) if inside in document.keys else item_place(document, path)
        return [problem("OKR104", f"parameters of `{metric.name}`: {error}", place)]
    except Exception as error:  # noqa: BLE001  the check is a plugin's and may raise anything
        message = (
            f"the metric `{metric.name}` failed while its parameters were checked: {escaped(told(error, metric.code))}"
        )
        return [problem("OKR903", message, item_place(document, path), "report it to its author")]
    return []


def _strange(
    document: Document, path: Path, options: Mapping[str, Any], known: Mapping[str, bool], where: str
) -> list[Problem]:
    """A problem for each key of the mapping `where` that is not `known`; those that are missing are true there."""
    needed = [key for key, missing in known.items() if missing]
    return [
        problem(
            "OKR101",
            f"unknown key {quoted(key)} in {where}",
            document.key((*path, key)),
            key_hint(key, "", options, known, needed),
            fix=renaming(document, (*path, key), options, known, needed),
        )
        for key in options
        if key not in known
    ]


def _values(
    document: Document, path: Path, options: Mapping[str, Any], parameters: Mapping[str, Parameter], kind: str
) -> list[Problem]:
    """The problems of each parameter whose value cannot be read."""
    found = []
    for name, parameter in parameters.items():
        if name in options and (error := _refused(parameter, options[name])) is not None:
            found += _told(document, (*path, name), parameter, error, kind)
    return found


def _refused(parameter: Parameter, value: Any) -> str | None:
    """Why a value cannot be read, None where it can."""
    try:
        parameter.read(value)
    except ParameterError as error:
        return str(error)
    except (TypeError, ValueError, ArithmeticError):
        return f"{quoted(value)} is not allowed as `{parameter.name}`"
    return None


def _told(document: Document, path: Path, parameter: Parameter, error: str, kind: str) -> list[Problem]:
    """The problems of the value at `path`: worded by the parameter's schema, else by the `error` that reading gave."""
    from okrengine.schema.checking.validator import compiled  # noqa: PLC0415  it takes long to load; good files do without

    message, _, mend = error.partition(": write ")
    mend = f"write {mend}" if mend else parameter.schema.get("errorMessage", "")
    inside = findings(compiled({"properties": {parameter.name: parameter.schema}}), {parameter.name: document.at(path)})
    inside = [replace(one, path=(*path[:-1], *one.path)) for one in inside]
    if not inside:
        return [problem("OKR104", message, document.value(path), mend)]
    if [one.keyword for one in inside] == ["pattern"] and inside[0].path == path:
        return [replace(describe(inside[0], document, kind), hint=mend)]
    return worded(inside, document, kind)
