"""The quick yes: whether a document is right, without a word about what would be wrong.

A schema becomes one table per part: the kinds of value that may stand there, each with the test that is left. Texts are
judged by the same function that explains them. The yes is never a guess: what is not certainly right is left to the
validator, the only author of findings.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from okrengine.schema import words
from okrengine.schema.checking.patterns import misfit
from okrengine.schema.words import Schema

Test: TypeAlias = Callable[[Any], bool]
Table: TypeAlias = dict[type, Test]

JUDGED = frozenset({
    "$ref", "additionalProperties", "allOf", "const", "enum", "if", "items", "maxItems", "maxLength", "maxProperties",
    "maximum", "minItems", "minimum", "pattern", "properties", "required", "then", "type",
})  # fmt: skip
"""The keywords that a table knows; of `format` the patterns and the calendar take care."""

FOREIGN = frozenset({
    "$dynamicRef", "anyOf", "contains", "dependentRequired", "dependentSchemas", "else", "exclusiveMaximum",
    "exclusiveMinimum", "minLength", "minProperties", "multipleOf", "not", "oneOf", "patternProperties", "prefixItems",
    "propertyNames", "unevaluatedItems", "unevaluatedProperties", "uniqueItems",
})  # fmt: skip
"""The keywords that our schemas do without; one that has them is never answered with a quick yes."""

_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, Decimal),
    "integer": (int,),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_ALL = tuple(dict.fromkeys(kind for kinds in _TYPES.values() for kind in kinds))
_MOST_KEPT, _LONGEST_KEPT = 5_000, 64


class _ForeignError(Exception):
    """A schema has a keyword that no table knows."""


def acceptor(schema: Schema) -> Test:
    """A test that is true only where the validator of the schema finds nothing."""
    try:
        table = _table(schema, schema.get("$defs", {}))
    except _ForeignError:
        return _never
    return lambda value: _fits(table, value)


def _fits(table: Table, value: Any) -> bool:
    test = table.get(value.__class__)
    return test is not None and test(value)


def _always(_value: Any) -> bool:
    return True


def _never(_value: Any) -> bool:
    return False


def _table(schema: Any, definitions: Schema) -> Table:
    """The tests by the kind of value; a kind that may not stand there has none."""
    if "$ref" in schema:
        return _table(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if not FOREIGN.isdisjoint(schema):
        raise _ForeignError
    named = schema.get("type", list(_TYPES))
    kinds = [kind for name in ([named] if isinstance(named, str) else named) for kind in _TYPES[name]]
    common = [*_listed(schema), *_conditions(schema, definitions)]
    own: dict[type, Callable[[], Iterable[Test]]] = {
        str: lambda: _text(schema),
        int: lambda: _number(schema),
        Decimal: lambda: _number(schema),
        list: lambda: _list(schema, definitions),
        dict: lambda: _mapping(schema, definitions),
    }
    return {kind: _both([*own.get(kind, tuple)(), *common]) for kind in dict.fromkeys(kinds)}


def _both(tests: list[Test]) -> Test:
    """One test for all of them."""
    if len(tests) < 2:  # noqa: PLR2004  nothing to join
        return tests[0] if tests else _always

    def each(value: Any) -> bool:
        for test in tests:  # noqa: SIM110  `all` over a generator takes twice as long
            if not test(value):
                return False
        return True

    return each


def _listed(schema: Schema) -> Iterable[Test]:
    for allowed in ([schema["const"]] if "const" in schema else None, schema.get("enum")):
        if allowed is not None:
            pairs = frozenset((one.__class__, one) for one in allowed)  # 1 and true are equal, and not the same
            yield lambda value, pairs=pairs: value.__hash__ is not None and (value.__class__, value) in pairs  # type: ignore[misc]


def _conditions(schema: Schema, definitions: Schema) -> Iterable[Test]:
    for one in schema.get("allOf", ()):
        table = _table(one, definitions)
        yield lambda value, table=table: _fits(table, value)  # type: ignore[misc]
    if "if" in schema:
        condition, then = _table(schema["if"], definitions), _table(schema["then"], definitions)
        yield lambda value: not _fits(condition, value) or _fits(then, value)


def _text(schema: Schema) -> Iterable[Test]:
    longest, pattern = schema.get("maxLength", words.LONGEST_NOTE), schema.get("pattern")
    if pattern is None:
        if "maxLength" in schema:
            yield lambda value: len(value) <= longest
        return
    known: set[str] = set()  # the same texts stand again and again: names of metrics, dates, quantities

    def matches(value: str) -> bool:
        if value in known:
            return True
        if len(value) > longest or misfit(value, pattern) is not None:
            return False
        if len(value) < _LONGEST_KEPT and len(known) < _MOST_KEPT:
            known.add(value)
        return True

    yield matches


def _number(schema: Schema) -> Iterable[Test]:
    if "minimum" in schema:
        yield lambda value, least=schema["minimum"]: value >= least  # type: ignore[misc]
    if "maximum" in schema:
        yield lambda value, most=schema["maximum"]: value <= most  # type: ignore[misc]


def _list(schema: Schema, definitions: Schema) -> Iterable[Test]:
    least, most = schema.get("minItems", 0), schema.get("maxItems")
    if least or most is not None:
        yield lambda value: least <= len(value) and (most is None or len(value) <= most)
    if "items" in schema:
        table = _table(schema["items"], definitions)

        def members(value: list[Any]) -> bool:
            for one in value:
                test = table.get(one.__class__)
                if test is None or not test(one):
                    return False
            return True

        yield members


def _mapping(schema: Schema, definitions: Schema) -> Iterable[Test]:
    required, most = frozenset(schema.get("required", ())), schema.get("maxProperties")
    if required:
        yield lambda value: value.keys() >= required
    if most is not None:
        yield lambda value: len(value) <= most
    rest = schema.get("additionalProperties", True)
    others: Table = {} if rest is False else dict.fromkeys(_ALL, _always) if rest is True else _table(rest, definitions)
    known = {key: _table(one, definitions) for key, one in schema.get("properties", {}).items()}
    if not known and rest is True:
        return

    def members(value: dict[str, Any]) -> bool:
        for key, one in value.items():
            test = known.get(key, others).get(one.__class__)
            if test is None or not (test is _always or test(one)):
                return False
        return True

    yield members
