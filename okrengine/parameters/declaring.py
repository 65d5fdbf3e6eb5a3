"""A parameter as the signature of a plugin's function declares it, and options bound to parameters."""

import inspect
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias, get_type_hints

from okrengine.errors import OkrError, QuantityError
from okrengine.parameters import writing
from okrengine.parameters.reading import read

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
        found = writing.schema(self.type)
        default = writing.written(self.type, self.default)
        told = f"{self.help[:1].upper()}{self.help[1:]}.\n\n" if self.help else ""
        told += f"{writing.sentence(found['errorMessage'])} " if "enum" not in found and "errorMessage" in found else ""
        told += "Required." if self.required else ""
        told += f"Default: `{self.written_default}`." if default is not None else ""
        found |= {"title": self.name, "markdownDescription": told.strip()}
        return found if default is None else {**found, "default": default}

    @property
    def written_default(self) -> str | None:
        """The default as a person writes it, None where there is none."""
        default = writing.written(self.type, self.default)
        return None if default is None else "…" if isinstance(default, Mapping) else writing.flow(default)

    def read(self, written: Any) -> Any:
        """The value that the function receives for what is written; raises `ParameterError` with what to write."""
        try:
            return read(self.type, written)
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
