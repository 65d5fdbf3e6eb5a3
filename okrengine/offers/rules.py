"""A rule as it is offered: what it finds, why that matters, and an example of each side."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from okrengine.parameters import Parameter, declared, help_of

_CODE = re.compile("[A-Z]+[0-9]+")
_SLUG = re.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*")


@dataclass(frozen=True)
class Example:
    """What a rule is about, shown: `bad` has it exactly once, `good` has not.

    Each is the YAML of one `part` of a project that is good otherwise: a key result, an objective, a whole OKR file,
    okrengine.yaml, or a check-in. `beside` are further files of the project, by name.
    """

    bad: str | bytes
    good: str
    part: Literal["key result", "objective", "okr", "okrengine", "checkin"] = "key result"
    beside: Mapping[str, str] = field(default_factory=dict)
    as_of: date = date(2026, 11, 21)


@dataclass(frozen=True)
class Rule:
    """A check of the project's files. `check` takes the files and yields findings.

    The docstring of `check` says what it finds in its first paragraph and why that matters after it; its keyword-only
    parameters are the options of the rule. `title` is what it finds in a few words, `mend` what to do about it. A
    `guard` protects what is loaded: it can neither be lowered nor ignored. A rule whose `scope` is `file` judges each
    OKR file by itself, with nothing but that file, okrengine.yaml and the registry; the answer for one file never
    depends on another. `fixes` says that `--fix` mends what it finds. A rule without a `check` is found while files
    are read; then `why` stands for the docstring.
    """

    code: str
    slug: str
    severity: Literal["error", "warning", "info"]
    check: Callable[..., Iterable[Any]] | None
    title: str
    guard: bool = False
    mend: str = ""
    example: Example | None = None
    scope: Literal["file", "project"] = "project"
    fixes: bool = False
    why: str = ""

    def __post_init__(self) -> None:
        """Raise `ValueError` for a code or slug that no comment and no flag could name, and for what is no severity."""
        if not _CODE.fullmatch(self.code):
            raise ValueError(f"`{self.code}` is no code: write capital letters and digits, such as TEAM001")
        if not _SLUG.fullmatch(self.slug):
            raise ValueError(f"`{self.slug}` is no name of a rule: write small letters and hyphens")
        if self.severity not in ("error", "warning", "info"):
            raise ValueError(f"`{self.severity}` is no severity: write error, warning or info")

    @property
    def help(self) -> str:
        """What it finds and why that matters; what the docstring says of each option stands beside the option."""
        return self.why if self.why or self.check is None else help_of(self.check, self.parameters)

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The options that `rules: {slug: [level, {option: value}]}` takes."""
        return declared(self.check) if self.check is not None else {}
