"""Parameters of plugins: from the signature of a function to what YAML may say under `with:`.

A keyword-only parameter is an option; its annotation says how it is written. The same declaration serves the JSON
Schema that the editor reads, the check of `okr validate`, and the value that the function receives.
"""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, NewType, TypeAlias, TypedDict, Union, get_args, get_origin, get_type_hints

from okrengine.errors import OkrError, QuantityError
from okrengine.quantity import SECONDS, Quantity

Seconds = NewType("Seconds", int)
"""A length of time, written as a quantity (`1 h`), received as whole seconds."""

Share = NewType("Share", Decimal)
"""A percentage, written `20%`, received as the decimal number of percent."""

Statistic = NewType("Statistic", str)
"""What stands for many lengths of time: `median`, `mean`, or a percentile from `p1` to `p99`."""


class BusinessHours(TypedDict):
    """The hours in which the business clock runs: week days, and times of day as `HH:MM`."""

    days: tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...]
    open: str
    close: str


STATISTIC = "median|mean|p[1-9][0-9]?"
DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
"""A day of the calendar as it is written, as a regular expression that Python and JSON Schema read alike."""

TEXT = "write a text; quote it if it looks like a number"
"""The mend of whatever should be a text."""

MOST_ITEMS = 100  # of a list
Check: TypeAlias = Callable[[Mapping[str, Any]], str | None]
_REQUIRED = inspect.Parameter.empty


class ParameterError(OkrError):
    """A parameter is unknown, missing or wrong. `name` is the parameter, None for a complaint about several."""

    def __init__(self, message: str, name: str | None = None) -> None:
        super().__init__(message)
        self.name = name


@dataclass(frozen=True)
class Parameter:
    """One option: its name, its type as annotated, its default and a line of help."""

    name: str
    type: Any
    default: Any = None
    help: str = ""
    required: bool = False

    @property
    def schema(self) -> dict[str, Any]:
        """The JSON Schema of how the option is written, with its help, its default and what to write instead."""
        found = _schema(self.type)
        default = _written(self.type, self.default)
        told = f"{self.help[:1].upper()}{self.help[1:]}.\n\n" if self.help else ""
        told += f"{_sentence(found['errorMessage'])} " if "enum" not in found and "errorMessage" in found else ""
        told += "Required." if self.required else ""
        told += f"Default: `{self.written_default}`." if default is not None else ""
        found |= {"title": self.name, "markdownDescription": told.strip()}
        return found if default is None else {**found, "default": default}

    @property
    def written_default(self) -> str | None:
        """The default as a person writes it, None where there is none."""
        default = _written(self.type, self.default)
        return None if default is None else "…" if isinstance(default, Mapping) else _flow(default)

    def read(self, written: Any) -> Any:
        """The value that the function receives for what is written; raises `ParameterError` with what to write."""
        try:
            return _read(self.type, written)
        except (ValueError, QuantityError) as error:
            said = str(error)
            mend = "" if ": write " in said else f": {self.schema.get('errorMessage', '')}".rstrip(": ")
            raise ParameterError(f"`{self.name}`: {said}{mend}", self.name) from None


def declared(function: Callable[..., Any]) -> dict[str, Parameter]:
    """The keyword-only parameters of `function`, with the help that its docstring gives as `name: text` lines."""
    return dict(_declared(function))


@cache
def _declared(function: Callable[..., Any]) -> dict[str, Parameter]:
    try:
        hints = get_type_hints(function)
    except NameError:  # annotations that only a type checker can resolve, such as the table's
        hints = {}
    texts = dict(re.findall(r"^\s*(\w+): (.+)$", function.__doc__ or "", re.MULTILINE))
    return {
        name: Parameter(
            name,
            hints.get(name, _annotation(function, given.annotation)),
            None if given.default is _REQUIRED else given.default,
            texts.get(name, ""),
            given.default is _REQUIRED,
        )
        for name, given in inspect.signature(function).parameters.items()
        if given.kind is inspect.Parameter.KEYWORD_ONLY
    }


def help_of(function: Callable[..., Any], parameters: Iterable[str]) -> str:
    """The docstring of `function` without its `name: text` lines: they stand beside the parameters."""
    return re.sub(
        rf"^({'|'.join(parameters) or '(?!)'}): .*\n?", "", inspect.getdoc(function) or "", flags=re.MULTILINE
    ).strip()


def bind(parameters: Mapping[str, Parameter], options: Mapping[str, Any], *, check: Check | None) -> dict[str, Any]:
    """`options` read by `parameters`, defaults filled in, then `check`ed as a whole."""
    for name in options:
        if name not in parameters:
            raise ParameterError(f"unknown parameter `{name}`; there are {', '.join(parameters) or 'none'}", name)
    for name, parameter in parameters.items():
        if parameter.required and name not in options:
            raise ParameterError(f"the parameter `{name}` must be given: {parameter.help}".rstrip(": "), name)
    bound = {
        name: parameter.read(options[name]) if name in options else parameter.default
        for name, parameter in parameters.items()
    }
    if check is not None and (complaint := check(bound)):
        raise ParameterError(complaint)
    return bound


def _annotation(function: Callable[..., Any], annotation: Any) -> Any:
    if isinstance(annotation, str):
        return eval(annotation, function.__globals__)  # noqa: S307  the plugin's own source text, as `import` runs it
    return annotation


def _sentence(mend: str) -> str:
    return f"{mend[:1].upper()}{mend[1:]}."


def _written(kind: Any, value: Any) -> Any:
    """A default as it would stand in YAML."""
    if isinstance(value, tuple):
        return [_written(None, one) for one in value] or None
    if isinstance(value, date):
        return value.isoformat()
    if kind is Share and value is not None:
        return f"{value}%"
    if kind is Seconds and value is not None:
        unit = next(unit for unit, length in reversed(SECONDS.items()) if value % length == 0)
        return f"{value // SECONDS[unit]} {unit}"
    return value


def _flow(value: Any) -> str:
    """A default as a person writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"[{', '.join(map(_flow, value))}]" if isinstance(value, list) else str(value)


_SCALARS: dict[Any, dict[str, Any]] = {
    bool: {"type": "boolean", "errorMessage": "write true or false"},
    int: {"type": "integer", "errorMessage": "write a whole number"},
    Decimal: {"type": "number", "errorMessage": "write a number"},
    str: {"type": "string", "errorMessage": TEXT},
}
_FORMS = {
    date: (DAY, "a date", "write a date as year-month-day: 2026-11-30"),
    Seconds: (r"^[0-9]+(\.[0-9]+)? ?(s|min|h|d|w)$", "a length of time", "write a length of time: 1 h, 30 min, 7 d"),
    Share: (r"^[-+]?[0-9]+(\.[0-9]+)? ?%$", "a percentage", "write a percentage: 20%"),
    Statistic: (f"^({STATISTIC})$", "a statistic", "write median, mean, or a percentile from p1 to p99"),
}
NOUNS = {pattern: noun for pattern, noun, _ in _FORMS.values()}
"""Pattern of a text to what a text of that form is called."""


def _schema(kind: Any) -> dict[str, Any]:
    options = [option for option in get_args(kind) if option is not NoneType]
    if get_origin(kind) in (Union, UnionType):
        return _schema(options[0])
    if get_origin(kind) is Literal:
        names = {str: "string", int: "integer", bool: "boolean"}
        types = sorted({names[type(option)] for option in options if type(option) in names})
        mend = f"write one of {', '.join(map(_flow, options))}"
        return {"type": types[0] if len(types) == 1 else types, "enum": list(options), "errorMessage": mend}
    if get_origin(kind) in (list, tuple, Sequence):
        return _list_schema(kind, options)
    if hasattr(kind, "__required_keys__"):  # a TypedDict
        fields = {name: _schema(hint) for name, hint in get_type_hints(kind).items()}
        return {
            "type": "object",
            "errorMessage": f"write a mapping with the keys {', '.join(fields)}",
            "properties": {
                name: {"title": name, "markdownDescription": _sentence(field.get("errorMessage", name)), **field}
                for name, field in fields.items()
            },
            "required": sorted(kind.__required_keys__),
            "additionalProperties": False,
        }
    if kind in _FORMS:
        pattern, _, mend = _FORMS[kind]
        return {"type": "string", "errorMessage": mend, "pattern": pattern, "patternErrorMessage": mend}
    return dict(_SCALARS.get(kind, {}))


def _list_schema(kind: Any, options: Sequence[Any]) -> dict[str, Any]:
    item = _schema(options[0])
    exact = get_origin(kind) is tuple and Ellipsis not in get_args(kind)
    few = item.get("enum") or (["2026-11-30", "2026-12-31"] if options[0] is date else [1, 5, 9])
    few = few if options[0] in (date, int) or "enum" in item else ["a", "b", "c"]
    if not exact:
        return {"type": "array", "errorMessage": f"write a list: {_flow(few[:2])}", "items": item}
    mend = f"write a list of {len(options)}: {_flow(few[: len(options)])}"
    return {"type": "array", "errorMessage": mend, "items": item, "minItems": len(options), "maxItems": len(options)}


def _read(kind: Any, written: Any) -> Any:  # noqa: PLR0911  one line per type that may be written
    options = get_args(kind)
    if get_origin(kind) in (Union, UnionType):
        return None if written is None else _read(next(o for o in options if o is not NoneType), written)
    if get_origin(kind) is Literal:
        if written not in options:
            raise ValueError(f"`{written}` is not allowed")
        return written
    if kind in (Seconds, Share, Statistic):
        return _amount(kind, written)
    if get_origin(kind) in (list, tuple, Sequence):
        return _items(kind, options, written)
    if hasattr(kind, "__required_keys__"):
        return _mapping(kind, written)
    if kind is Decimal and isinstance(written, int | Decimal) and not isinstance(written, bool):
        return Decimal(written)
    if kind is date:
        return _day(written)
    if not isinstance(written, kind) or (kind is int and isinstance(written, bool)):
        raise ValueError(f"`{written}` is not {_NOUNS.get(kind, kind)}")
    return written


def _amount(kind: Any, written: Any) -> Any:
    """A length of time, a percentage, or the name of a statistic."""
    if kind is Statistic:
        if not re.fullmatch(STATISTIC, str(written)):
            raise ValueError(f"`{written}` is not {_FORMS[kind][1]}")
        return Statistic(str(written))
    noun = _FORMS[kind][1]
    if isinstance(written, bool) or not isinstance(written, str | int | Decimal):
        raise ValueError(f"`{written}` is not {noun}")  # noqa: TRY004  what was written is wrong, not a type of ours
    quantity = Quantity.parse(written)
    if kind is Share and quantity.unit == "%":
        return Share(quantity.number)
    if kind is Seconds and quantity.unit in SECONDS and quantity.base.denominator == 1 and quantity.base >= 0:
        return Seconds(int(quantity.base))
    raise ValueError(f"`{written}` is not {noun}")


def _day(written: Any) -> date:
    if not re.match(f"{DAY[:-1]}\\Z", str(written)):
        raise ValueError(f"`{written}` is not a date")
    return date.fromisoformat(str(written))


_NOUNS = {bool: "true or false", int: "a whole number", Decimal: "a number", str: "a text"}


def _items(kind: Any, options: tuple[Any, ...], written: Any) -> tuple[Any, ...]:
    if not isinstance(written, list | tuple):
        raise ValueError(f"`{written}` is not a list")  # noqa: TRY004  what was written is wrong, not a type of ours
    if len(written) > MOST_ITEMS:
        raise ValueError(f"a list of {MOST_ITEMS} at most is due, not of {len(written)}: write fewer")
    exact = get_origin(kind) is tuple and Ellipsis not in options
    if exact and len(written) != len(options):
        raise ValueError(f"a list of {len(options)} is due, not of {len(written)}")
    return tuple(_read(options[0], item) for item in written)


def _mapping(kind: Any, written: Any) -> dict[str, Any]:
    if not isinstance(written, Mapping):
        raise ValueError(f"`{written}` is not a mapping")  # noqa: TRY004  what was written is wrong, not a type of ours
    hints = get_type_hints(kind)
    if unknown := [name for name in written if name not in hints]:
        raise ValueError(f"unknown key `{unknown[0]}`; there are {', '.join(hints)}")
    if absent := sorted(kind.__required_keys__ - set(written)):
        raise ValueError(f"`{absent[0]}` is absent")
    return {name: _read(hint, written[name]) for name, hint in hints.items() if name in written}
