"""A form of the report as it is offered."""

import inspect
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Format:
    """A form of the report: `render` makes the text from a view and the words of a language."""

    name: str
    render: Callable[[Any, Any], str]
    suffix: str
    title: str = ""

    @property
    def help(self) -> str:
        """The docstring of the format's function."""
        return inspect.getdoc(self.render) or ""
