"""The check of a document against the schema of its kind, and against what its metrics and sources take."""

import copy
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from okrengine.errors import QuantityError
from okrengine.files import complaint
from okrengine.quantity import Quantity
from okrengine.registry import Registry
from okrengine.schema.checking.formats import formats
from okrengine.schema.checking.meant_keys import stands_for
from okrengine.schema.checking.options import metric_options, rule_options, source_options
from okrengine.schema.checking.ordinary import NAMES, is_ordinary
from okrengine.schema.checking.quick import acceptor
from okrengine.schema.checking.renaming import confirmed
from okrengine.schema.checking.secrets import literal
from okrengine.schema.checking.wording import Finding, describe, findings, hidden, missing, unknown
from okrengine.schema.checking.zones import zones
from okrengine.schema.kinds import KINDS
from okrengine.syntax import INVISIBLE, Document, Path, Problem, problem


def check(document: Document, kind: str, registry: Registry) -> list[Problem]:
    """What is wrong with the shape of a document of a `kind`: keys, types, values, dates, secrets, parameters.

    A value is judged once: one that is refused is left alone by every later check.
    """
    found = _problems(document, kind, registry)
    return confirmed(found, document, lambda other: _problems(other, kind, registry))


def _problems(document: Document, kind: str, registry: Registry) -> list[Problem]:
    found = [] if _acceptor(kind)(document.data) else findings(_validator(kind), document.data)
    problems = _worded(found, document, kind)
    if not isinstance(document.data, dict):
        return problems
    values = [] if not found and is_ordinary(document.data) else list(_walk(document.data))
    secrets = literal(document, values, kind)
    problems = secrets + [one for one in problems if not _covered(one, secrets)]
    refused = {one.place for one in problems}
    if kind == "okrengine":
        problems += zones(document, refused) + formats(document, refused)
        problems += _paths(document, refused) + source_options(document, registry)
        problems += rule_options(document, registry, refused)
    if kind == "okr":
        problems += metric_options(document, registry, found)
    problems += _numbers(document, values, {one.place for one in problems})
    problems += _hidden(document, values, {one.place for one in problems})
    return sorted(_once(problems, secrets), key=lambda one: one.order)


@cache
def _acceptor(kind: str) -> Callable[[Any], bool]:
    return acceptor(KINDS[kind]())


@cache
def _validator(kind: str) -> Any:
    """The validator of a kind: the author of everything that is said about a mistake."""
    from okrengine.schema.checking.validator import compiled  # noqa: PLC0415  it takes long to load; good files do without

    return compiled(KINDS[kind]())


def _worded(found: list[Finding], document: Document, kind: str) -> list[Problem]:
    """Problems of the findings. An unknown key that stands for a missing one leaves a single problem."""
    absent: dict[Path, list[Finding]] = {}
    strange: dict[Path, list[Finding]] = {}
    problems = []
    for one in found:
        if one.keyword == "required":
            absent.setdefault(one.path, []).append(one)
        elif one.keyword == "additionalProperties":
            strange.setdefault(one.path, []).append(one)
        else:
            problems.append(describe(one, document, kind))
    lacking = {path: [one.key for one in ones] for path, ones in absent.items()}
    if strange:
        absent = _still(absent, strange, document, kind)
    for path, ones in strange.items():
        first = lacking.get(path, [])
        problems += [unknown(one, document, kind, first) for one in ones]
    problems += [missing(one, document, kind) for ones in absent.values() for one in ones]
    return problems


def _still(
    absent: dict[Path, list[Finding]], strange: dict[Path, list[Finding]], document: Document, kind: str
) -> dict[Path, list[Finding]]:
    """What would be missing still if every unknown key had the name that was probably meant."""
    data = copy.deepcopy(document.data)
    for path, ones in strange.items():
        holder = data
        for step in path:
            holder = holder[step]
        lacking = [one.key for one in absent.get(path, [])]
        for one in ones:
            found = stands_for(one.key, kind, one.schema.get("properties", {}), lacking)
            if found is not None and found not in holder:
                holder[found] = holder.pop(one.key)
    left = {(one.path, one.key) for one in findings(_validator(kind), data) if one.keyword == "required"}
    return {path: [one for one in ones if (path, one.key) in left] for path, ones in absent.items()}


def _walk(data: Any) -> Iterator[tuple[Path, Any]]:
    """Every value with its path, without recursion."""
    waiting: list[tuple[Path, Any]] = [((), data)]
    while waiting:
        path, value = waiting.pop()
        yield path, value
        if isinstance(value, dict):
            waiting += [((*path, key), one) for key, one in value.items()]
        elif isinstance(value, list):
            waiting += [((*path, number), one) for number, one in enumerate(value)]


def _paths(document: Document, refused: set[Any]) -> list[Problem]:
    """Paths of okrengine.yaml that are not plain paths inside the project."""
    data = document.data
    paths: list[Path] = [("checkins",)]
    for key in ("okrs", "plugins"):
        paths += [(key, number) for number in range(len(data[key]))] if isinstance(data.get(key), list) else []
    if isinstance(data.get("sources"), dict):
        paths += [("sources", name, "path") for name in data["sources"]]
    found = []
    for path in paths:
        value = document.at(path)
        said = complaint(value) if isinstance(value, str) else None
        if said and document.value(path) not in refused:
            found.append(problem("OKR207", said, document.value(path), "write a path inside the project, with `/`"))
    return found


def _numbers(document: Document, values: list[tuple[Path, Any]], refused: set[Any]) -> list[Problem]:
    """Numbers of more digits than a quantity may have."""
    found = []
    for path, value in values:
        if isinstance(value, str | bool | list | dict) or value is None:
            continue
        try:
            Quantity.parse(value)
        except QuantityError as error:
            if document.value(path) in refused:
                continue
            message, _, hint = str(error).partition(": ")
            found.append(problem("OKR104", message, document.value(path), hint))
    return found


def _hidden(document: Document, values: list[tuple[Path, Any]], refused: set[Any]) -> list[Problem]:
    """Names of things that hold a character nobody sees."""
    found = []
    for path, value in values:
        if (
            path
            and path[-1] in NAMES
            and isinstance(value, str)
            and INVISIBLE.search(value)
            and document.value(path) not in refused
        ):
            found.append(hidden(value, document, path))
    return [one for one in found if one is not None]


def _covered(one: Problem, secrets: list[Problem]) -> bool:
    return any(one.place == secret.place for secret in secrets)


def _once(problems: list[Problem], secrets: list[Problem]) -> list[Problem]:
    """The problems without repetitions, and none that could repeat the text of a secret."""
    kept: dict[tuple[Any, ...], Problem] = {}
    for one in problems:
        if one in secrets or not _covered(one, secrets):
            kept.setdefault((one.place, one.code, one.message), one)
    return list(kept.values())
